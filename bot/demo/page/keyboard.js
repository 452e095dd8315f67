// Inline buttons below a bubble: a press waits for the bot's answer, a link leads on.

import * as api from "./api.js";
import { h } from "./dom.js";
import { follow } from "./links.js";
import { state, tell } from "./state.js";
import { alertBox, attempt, toast } from "./toast.js";

export function keyboard(message) {
  if (!message.buttons.length) return null;
  const rows = message.buttons.map((buttons) =>
    h(
      "div",
      {},
      buttons.map((one) => key(message, one)),
    ),
  );
  return h("div", { class: "keyboard", role: "group", "aria-label": "按钮 buttons" }, rows);
}

function key(message, button) {
  const facts = {
    class: button.url ? "key leads" : "key",
    "data-testid": `button-${button.data ?? button.url}`,
  };
  const onclick = ({ currentTarget }) =>
    button.url ? follow(button.url) : press(message, button, currentTarget);
  return h("button", { type: "button", ...facts, onclick }, button.text);
}

async function press(message, button, key) {
  if (key.getAttribute("aria-busy")) return;
  key.setAttribute("aria-busy", "true");
  const where = { as: state.me, chat: message.chat, message_id: message.id };
  const answer = await attempt(() => api.press({ ...where, data: button.data }));
  key.removeAttribute("aria-busy");
  if (answer) show(answer);
  tell("pressed", { message, button });
}

function show({ toast: text, alert, url }) {
  if (text) (alert ? alertBox : toast)(text);
  if (url) follow(url);
}
