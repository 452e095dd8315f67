// The list of chats: the group, and the private chat with the bot.

import * as api from "./api.js";
import { h, query } from "./dom.js";
import { avatar } from "./people.js";
import { on, state, tell } from "./state.js";
import { attempt, toast } from "./toast.js";
import { hour } from "./times.js";

const SETTLE = 250; // milliseconds without news before the list is asked for

let timer = 0;

export function buildChats() {
  on("open chats", draw);
  on("message", (event) => {
    clearTimeout(timer);
    timer = setTimeout(fetchChats, SETTLE);
    announce(event);
  });
}

/** What comes in another chat than the open one is told as a phone would: a tap leads there. */
function announce({ type, message: { chat, from, text, photo, service } }) {
  const elsewhere = state.chat && chat !== state.chat && from.id !== state.me;
  if (type !== "message" || service || !elsewhere) return;
  const place = chat === state.me ? "私聊 private" : "群 group";
  const said = text || (photo ? "图片 photo" : "…");
  toast(`${from.name} · ${place}\n${said.split("\n", 1)[0]}`, "news", () => tell("go", { chat }));
}

export async function fetchChats() {
  const me = state.me;
  const chats = await attempt(() => api.chats(me));
  if (!chats || me !== state.me) return;
  state.chats = chats;
  tell("chats");
}

function draw() {
  const head = h("h2", {}, "聊天 ", h("small", { lang: "en" }, "Chats"));
  query(".chats").replaceChildren(head, ...state.chats.map(line));
}

function line({ id, title, kind, last, unread, date }) {
  const open = id === state.chat;
  const face = kind !== "private" ? avatar(id, title) : avatar(state.scene.bot.id, title, true);
  const count =
    unread && !open
      ? h("span", { class: "unread", "aria-label": `${unread} 条未读 unread` }, unread)
      : null;
  const facts = {
    "aria-current": open ? "true" : null,
    "data-testid": `chat-${kind}`,
    onclick: () => tell("go", { chat: id }),
  };
  const top = h("span", { class: "top" }, h("b", {}, title), h("time", {}, date ? hour(date) : ""));
  return h(
    "button",
    { type: "button", class: "chat-line", ...facts },
    face,
    h("span", { class: "about" }, top, h("span", { class: "last" }, h("span", {}, last), count)),
  );
}
