// Where a link leads: into the bot's private chat, or out of here.

import * as api from "./api.js";
import { both, h, icon } from "./dom.js";
import { newcomer } from "./newcomer.js";
import { avatar } from "./people.js";
import { popup } from "./popup.js";
import { me, state, tell } from "./state.js";
import { attempt } from "./toast.js";

const START = /^(?:https?:\/\/)?t\.me\/(\w+)\?start=([\w-]{0,64})$/;
const SAFE = /^(https?|mailto|tel):/i;
const INVITATION = /^join_/;

/** Open a link; an invitation asks first who of those outside gets it, as `near` was tapped. */
export async function follow(url, near) {
  const [, bot, payload] = START.exec(url) ?? [];
  if (bot !== state.scene.bot.username) leave(url);
  else if (near && INVITATION.test(payload)) askWho(payload, near);
  else await pressStart(payload);
}

const leave = (url) => SAFE.test(url) && window.open(url, "_blank", "noopener,noreferrer");

/** Press Start in the bot's private chat, and look at it. */
export async function pressStart(payload = "") {
  const id = state.me;
  const started = await attempt(() => api.start(id, payload));
  if (started && state.me === id) tell("go", { chat: id });
}

function askWho(payload, near) {
  const outside = state.scene.members.filter(({ role }) => role === "stranger");
  const press = async (id) => {
    box.hidePopover();
    if (!id) return;
    if (id !== state.me) tell("act", id);
    const started = await attempt(() => api.start(id, payload));
    if (started) tell("go", { chat: id });
  };
  const box = popup(near, { "data-testid": "who-opens", "aria-label": "谁来点 who opens it" }, [
    h("h3", {}, both("这个链接给谁点？", "Who opens this link?")),
    [me(), ...outside.filter(({ id }) => id !== state.me)].map((one) => choice(one, press)),
    newcomerChoice(async () => press(await newcomer())),
  ]);
}

function choice({ id, name }, press) {
  const words = id === state.me ? both(`${name}（自己）`, "myself") : name;
  const facts = { class: "item", "data-testid": `opens-${id}`, onclick: () => press(id) };
  return h("button", { type: "button", ...facts }, avatar(id, name), h("span", {}, words));
}

const newcomerChoice = (onclick) =>
  h(
    "button",
    { type: "button", class: "item", "data-testid": "opens-newcomer", onclick },
    icon("add"),
    h("span", {}, both("一位新人", "somebody new")),
  );
