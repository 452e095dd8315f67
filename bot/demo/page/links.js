// Where a link leads: into the bot's private chat, or out of here.

import * as api from "./api.js";
import { state, tell } from "./state.js";
import { attempt } from "./toast.js";

const START = /^(?:https?:\/\/)?t\.me\/(\w+)\?start=([\w-]{0,64})$/;
const SAFE = /^(https?|mailto|tel):/i;

export async function follow(url) {
  const [, bot, payload] = START.exec(url) ?? [];
  if (bot === state.scene.bot.username) await pressStart(payload);
  else if (SAFE.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}

/** Press Start in the bot's private chat, and look at it. */
export async function pressStart(payload = "") {
  const me = state.me;
  const started = await attempt(() => api.start(me, payload));
  if (started && state.me === me) tell("go", { chat: me });
}
