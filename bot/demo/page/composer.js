// The typing area: text, the reply or edit bar above it, drafts of each person and chat.

import * as api from "./api.js";
import { attachButton, hearFiles } from "./attach.js";
import { shown, showOwn } from "./chat.js";
import { h, icon, iconButton, query } from "./dom.js";
import { pressStart } from "./links.js";
import { isGroup, me, on, openChat, state } from "./state.js";
import { Suggestions } from "./suggestions.js";
import { attempt } from "./toast.js";

const TALLEST = 160; // px
const drafts = new Map(); // "person/chat" → {text, about}

let about = null; // {kind: "reply" | "edit", message, quote}
let draftOf = "";

const field = h("textarea", {
  rows: 1,
  placeholder: "写消息… Message",
  "aria-label": "写消息 message",
  "data-testid": "composer",
  enterkeyhint: "send",
  autocomplete: "off",
});
const bar = h("div", { class: "about-bar", hidden: true, "data-testid": "about-bar" });
const startButton = h(
  "button",
  {
    type: "button",
    class: "start",
    "data-testid": "start",
    hidden: true,
    onclick: () => pressStart(),
  },
  "开始 START",
);

export function buildComposer() {
  const suggestions = new Suggestions(field, insert);
  const slash = h(
    "button",
    {
      type: "button",
      class: "slash",
      "aria-label": "命令 commands",
      title: "命令 commands",
      "data-testid": "commands",
      onclick: () => suggestions.toggle(),
    },
    "/",
  );
  const send = iconButton("send", "发送 send", {
    class: "send",
    type: "submit",
    "data-testid": "send",
  });
  const form = h("form", { class: "composer" }, attachButton(), slash, field, send);
  form.addEventListener("submit", submit);
  query(".foot").append(suggestions.list, bar, form, startButton);
  field.addEventListener("keydown", (event) => suggestions.key(event) || key(event));
  field.addEventListener("input", grow);
  hearFiles(query(".chat"), field, along);
  hearNews(form);
}

function hearNews(form) {
  on("open", swapDraft);
  on("reply", ({ message, quote }) => begin({ kind: "reply", message, quote }));
  on("message", ({ type, message }) => {
    const free = !about && !field.value;
    if (type === "message" && message.asks_me && message.chat === state.chat && free)
      begin({ kind: "reply", message });
  });
  on("rewrite", (message) => begin({ kind: "edit", message }));
  on("command", (words) => send(words));
  on("posted", () => {
    setText("");
    setAbout(null);
  });
  on("thread open scene chats", () => {
    const former = openChat()?.kind === "former";
    const unstarted = !isGroup() && !former && (!shown().length || me().blocked);
    form.hidden = unstarted || former;
    startButton.hidden = !unstarted;
  });
  on("anonymous", () => {
    const words = state.anonymous ? "以群的名义写… As the group" : "写消息… Message";
    field.placeholder = words;
  });
}

/** What a post of pictures takes along: the words typed so far, and the message that it answers. */
const along = () => ({ caption: field.value.trim(), reply_to: replyTo() });

/** The number of the message that the next one answers. */
const replyTo = () => (about?.kind === "reply" ? about.message.id : null);

function begin(next) {
  setAbout(next);
  if (next.kind === "edit") setText(next.message.text);
  field.focus();
}

function setAbout(next) {
  const wasEdit = about?.kind === "edit";
  about = next;
  if (wasEdit && next?.kind !== "edit") setText("");
  bar.hidden = !next;
  if (next) drawBar(next);
}

function drawBar({ kind, message, quote }) {
  const [zh, en] = kind === "edit" ? ["编辑消息", "Edit"] : [`回复 ${message.from.name}`, "Reply"];
  const said = quote ?? (message.text || "图片 photo");
  const cross = iconButton("close", "取消 cancel", { onclick: () => setAbout(null) });
  bar.replaceChildren(
    icon(kind),
    h("span", {}, h("b", {}, `${zh} `, h("small", {}, en)), h("span", {}, said)),
    cross,
  );
}

function swapDraft() {
  drafts.set(draftOf, {
    text: about?.kind === "edit" ? "" : field.value,
    about: about?.kind === "edit" ? null : about,
  });
  draftOf = `${state.me}/${state.chat}`;
  const draft = drafts.get(draftOf) ?? { text: "", about: null };
  setAbout(draft.about);
  setText(draft.text);
}

function setText(text) {
  field.value = text;
  grow();
}

function insert(text) {
  setText(text);
  field.focus();
  field.setSelectionRange(text.length, text.length);
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
}

function key(event) {
  if (event.isComposing) return; // Enter chooses a character in a Chinese keyboard
  if (event.key === "Enter" && !event.shiftKey) submit(event);
  else if (event.key === "Escape" && about) setAbout(null);
  else if (event.key === "ArrowUp" && !field.value) rewriteLast(event);
}

function rewriteLast(event) {
  const mine = shown().findLast(
    ({ from, text, service }) => from.id === state.me && text && !service,
  );
  if (!mine) return;
  event.preventDefault();
  begin({ kind: "edit", message: mine });
}

async function submit(event) {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  const [written, place] = [about, draftOf];
  const sending = about?.kind === "edit" ? rewrite(text) : send(text);
  setText(""); // at once: what is typed meanwhile is the next message
  setAbout(null);
  field.focus();
  if (!(await sending)) giveBack(place, { text, about: written });
}

/** What could not be sent, before whatever was typed since. */
function giveBack(place, { text, about: written }) {
  if (place !== draftOf) return drafts.set(place, { text, about: written });
  setAbout(written);
  setText([text, field.value].filter(Boolean).join("\n"));
}

function rewrite(text) {
  const { chat, id } = about.message;
  return attempt(() => api.edit({ as: state.me, chat, message_id: id, text }));
}

async function send(text) {
  const answered = { reply_to: replyTo(), quote: about?.quote ?? null };
  const where = { as: state.me, chat: state.chat, anonymous: state.anonymous && isGroup() };
  const said = await attempt(() => api.say({ ...where, text, ...answered }));
  showOwn(said);
  return said;
}
