// The guided tour: five steps, each points at what to tap and goes on when it has happened.

import { shown } from "./chat.js";
import { both, byTestId, h, iconButton, query } from "./dom.js";
import { recall, remember } from "./memory.js";
import { isGroup, me, on, state } from "./state.js";
import { STEPS, tickets } from "./tour-steps.js";

const LOOK = 400; // milliseconds: menus open and close without news

const kept = { step: 0, closed: false, ...recall("tour", {}) };
let messages = []; // the group's, as last seen
let offered = false; // somebody pressed 协助 or wrote it
let wound = 0;
let pointed = null;
let drawn = "";

export function buildTour() {
  on("thread", () => {
    if (isGroup()) messages = shown();
    if (!messages.length) keep({ step: 0 });
    look();
  });
  on("pressed", ({ button }) => (offered ||= /^offer:/.test(button.data)));
  on("message", ({ message }) => (offered ||= /^(\/assist|协助)/.test(message.text)));
  on("tour", () => {
    keep({ step: kept.closed && kept.step < STEPS.length ? kept.step : 0, closed: !kept.closed });
    look();
  });
  on("wound", () => (wound += 1));
  on("me", look);
  setInterval(look, LOOK);
}

function keep(changes) {
  Object.assign(kept, changes);
  remember("tour", kept);
}

function view() {
  const { members, samples } = state.scene;
  return { messages, me: me(), members, samples, offered, wound, tickets: tickets(messages) };
}

function look() {
  const box = query(".tour");
  box.hidden = kept.closed;
  if (kept.closed) {
    point([]);
    return;
  }
  const hint = nextHint();
  draw(box, hint);
  const targets = hint?.targets ?? [];
  point(isGroup() || !hint ? targets : ["chat-group", "back"]);
}

/** What to tap next, of the first step that has not happened; undefined after the last. */
function nextHint() {
  let hint = STEPS[kept.step]?.next(view());
  while (hint === null) {
    keep({ step: kept.step + 1 });
    hint = STEPS[kept.step]?.next(view());
  }
  return hint;
}

function draw(box, hint) {
  const now = JSON.stringify([kept.step, hint]);
  if (now === drawn) return;
  drawn = now;
  const step = STEPS[kept.step] ?? { zh: "导览完成，随便玩", en: "That was the tour: play on" };
  const said = hint
    ? both(hint.zh, hint.en)
    : both("重启机器人试试：什么也不会丢", "Try to restart the bot: nothing is lost");
  const skip =
    hint &&
    h(
      "button",
      {
        type: "button",
        class: "skip",
        "data-testid": "tour-skip",
        onclick: () => go(kept.step + 1),
      },
      both("跳过", "skip"),
    );
  const close = iconButton("close", "关闭导览 close the tour", {
    "data-testid": "tour-close",
    onclick: () => shut(),
  });
  box.dataset.step = kept.step + 1;
  box.replaceChildren(
    h("div", { class: "tour-head" }, dots(), skip, close),
    h("h2", {}, both(step.zh, step.en)),
    h("p", {}, said),
  );
}

function dots() {
  const state = (i) => (i < kept.step ? "past" : i === kept.step ? "here" : "");
  const name = `第 ${Math.min(kept.step + 1, STEPS.length)} 步，共 ${STEPS.length} 步`;
  return h(
    "span",
    { class: "dots", role: "img", "aria-label": name },
    STEPS.map((_, i) => h("i", { class: state(i) }, i < kept.step ? "✓" : i + 1)),
  );
}

function go(step) {
  keep({ step });
  look();
}

function shut() {
  keep({ closed: true });
  look();
}

/** Mark the first of these elements that can be seen. */
function point(targets) {
  const target = targets
    .map((id) => byTestId(id))
    .find((one) => one?.checkVisibility({ visibilityProperty: true }) && onScreen(one));
  if (target === pointed) return;
  pointed?.classList.remove("tour-here");
  target?.classList.add("tour-here");
  pointed = target ?? null;
  if (target) target.scrollIntoView({ block: "nearest" });
}

function onScreen(element) {
  const { left, right, width } = element.getBoundingClientRect();
  return width > 0 && left < innerWidth && right > 0;
}
