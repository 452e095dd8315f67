// What one can do with a message: react, reply, quote, edit, copy.

import * as api from "./api.js";
import { both, h, icon } from "./dom.js";
import { popup } from "./popup.js";
import { OFFERED, react } from "./reactions.js";
import { state, tell } from "./state.js";
import { attempt, toast } from "./toast.js";

/** Open the menu of a message near an element or a point. */
export function openMenu({ message, near }) {
  const selected = selectionIn(message.id);
  const box = popup(
    near,
    { role: "menu", "data-testid": "menu", "aria-label": "消息菜单 message menu" },
    [
      h(
        "div",
        { class: "emojis" },
        OFFERED.map((emoji) => emojiButton(message, emoji)),
      ),
      item("reply", both("回复", "Reply"), "reply", () => tell("reply", { message })),
      selected &&
        item("reply", both("引用所选", "Quote selection"), "quote-selection", () =>
          tell("reply", { message, quote: selected }),
        ),
      isMine(message) && item("edit", both("编辑", "Edit"), "edit", () => tell("rewrite", message)),
      ...state.chats.filter(isOpen).map((chat) => forwardItem(message, chat)),
      message.text && item("copy", both("复制", "Copy"), "copy", () => copy(message.text)),
    ],
  );
  box.addEventListener("click", (event) => event.target.closest("button") && box.hidePopover());
}

const isMine = ({ from, text, photo, document }) =>
  from.id === state.me && Boolean(text || photo || document);

const isOpen = ({ kind, date }) => kind === "group" || (kind === "private" && date);

function forwardItem(message, { id, kind }) {
  const [zh, en] = kind === "group" ? ["到群", "the group"] : ["给机器人", "the bot"];
  const label = both(`转发${zh}`, `Forward to ${en}`);
  const { chat, id: number } = message;
  const deed = () => api.forward({ as: state.me, chat, message_id: number, to: id });
  return item("forward", label, `forward-${kind}`, async () => {
    if (await attempt(deed)) tell("go", { chat: id });
  });
}

function emojiButton(message, emoji) {
  const mine = message.reactions.some((one) => one.mine && one.emoji === emoji);
  const facts = {
    "aria-label": emoji,
    "aria-pressed": String(mine),
    "data-testid": `react-${emoji}`,
  };
  const onclick = () => react(message, mine ? null : emoji);
  return h("button", { type: "button", role: "menuitem", ...facts, onclick }, `${emoji}\uFE0F`);
}

function item(sign, label, name, onclick) {
  const facts = { class: "item", role: "menuitem", "data-testid": `menu-${name}`, onclick };
  return h("button", { type: "button", ...facts }, icon(sign), h("span", {}, label));
}

function selectionIn(id) {
  const selection = getSelection();
  const bubble = document.querySelector(`#m${id} .words`);
  if (!bubble || selection.isCollapsed || !bubble.contains(selection.anchorNode)) return "";
  return selection.toString().trim();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("已复制 · copied");
  } catch {
    toast("浏览器不允许复制 · the browser does not allow copying", "refusal");
  }
}

/** A right click or a touch on a bubble opens its menu, a double click replies. */
export function hearGestures(box, find) {
  const hear = (name, deed) =>
    box.addEventListener(name, (event) => {
      const bubble = event.target.closest("article.bubble");
      const message =
        bubble && !event.target.closest("button, a") && find(Number(bubble.dataset.id));
      if (message) deed(message, event);
    });
  const menuAt = (message, event) =>
    openMenu({ message, near: { x: event.clientX, y: event.clientY } });
  hear("contextmenu", (message, event) => {
    event.preventDefault();
    menuAt(message, event);
  });
  hear("click", (message, event) => event.pointerType === "touch" && menuAt(message, event));
  hear("dblclick", (message) => tell("reply", { message }));
}
