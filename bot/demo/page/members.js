// Who is being played: the cast, everybody else of the roster behind a search.

import { both, h, iconButton, query } from "./dom.js";
import { mentioned } from "./bubble.js";
import { newcomer } from "./newcomer.js";
import { avatar, ROLES, standsFor } from "./people.js";
import { showCard } from "./person-card.js";
import { me, on, state, tell } from "./state.js";

const rung = new Set(); // mentioned since they were last played
const list = h("div", { class: "members", role: "group", "aria-label": "我是 acting as" });
const search = h("input", {
  type: "search",
  placeholder: "找人、单位 · find",
  "aria-label": "找人 find a person",
  "data-testid": "find-member",
  oninput: () => draw(),
});

/** `extra` stands beside the heading. */
export function membersPanel(extra) {
  on("me", () => rung.delete(state.me));
  on("me scene", draw);
  on("me", () => query('[aria-pressed="true"]', list)?.scrollIntoView({ block: "nearest" }));
  on("message", ({ type, message }) => type === "message" && ring(message));
  on("person", showCard);
  return h(
    "section",
    { class: "panel cast" },
    h("h2", {}, both("我是", "acting as"), ownButton(), newcomerButton(), extra),
    search,
    list,
  );
}

function ownButton() {
  const onclick = (event) => showCard({ id: state.me, near: event.currentTarget });
  const name = "我的名字、进出群 · my name, join, leave";
  return iconButton("edit", name, { class: "tool first", onclick, "data-testid": "my-card" });
}

function newcomerButton() {
  const onclick = async () => {
    const id = await newcomer();
    if (id) tell("act", id);
  };
  const name = "来一位新人 · somebody new";
  return iconButton("add", name, { class: "tool", onclick, "data-testid": "newcomer" });
}

function ring(message) {
  const others = mentioned(message).filter((id) => id && id !== state.me && !rung.has(id));
  others.forEach((id) => rung.add(id));
  if (others.length) draw();
}

function draw() {
  const wanted = search.value.trim().toLowerCase();
  const fits = (one) =>
    [one.name, one.firm, one.username ?? "", ...ROLES[one.role]]
      .join(" ")
      .toLowerCase()
      .includes(wanted);
  const shown = state.scene.members.filter((one) =>
    wanted ? fits(one) : one.featured !== false || one.id === state.me || rung.has(one.id),
  );
  const focused = list.contains(document.activeElement) && document.activeElement.dataset.testid;
  list.replaceChildren(...shown.map(line));
  if (focused) list.querySelector(`[data-testid="${focused}"]`)?.focus();
}

function line(one) {
  const en = ROLES[one.role][1];
  const facts = {
    "aria-pressed": String(one.id === state.me),
    "data-testid": `member-${one.id}`,
    onclick: () => act(one.id),
  };
  const bell =
    rung.has(one.id) &&
    h(
      "span",
      { class: "bell", title: "被点名 · mentioned", "aria-label": "被点名 mentioned" },
      "@",
    );
  const outside = one.present ? "" : " · 群外";
  return h(
    "button",
    { type: "button", class: "member", ...facts },
    avatar(one.id, one.name),
    h(
      "span",
      {},
      h("b", {}, one.name),
      h("small", {}, standsFor(one), outside, " · ", h("span", { lang: "en" }, en)),
    ),
    bell,
  );
}

const act = (id) => tell("act", id);

/** On a narrow screen: who is being played, a tap away from the others. */
export function actingButton(props) {
  const button = h("button", {
    type: "button",
    class: "acting",
    "data-testid": "acting",
    ...props,
  });
  on("me scene", () => {
    const { id, name } = me();
    const about = standsFor(me());
    button.replaceChildren(
      avatar(id, name),
      h("span", {}, h("small", {}, both("我是", "acting as")), h("b", {}, `${name} · ${about}`)),
    );
  });
  return button;
}
