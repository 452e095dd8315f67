// The open chat: its messages are fetched once, then kept by events.

import * as api from "./api.js";
import { iconButton, query } from "./dom.js";
import { hearGestures, openMenu } from "./menu.js";
import { on, state, tell } from "./state.js";
import { Thread } from "./thread.js";
import { attempt, toast } from "./toast.js";

let thread = null;
let waiting = null; // events that came while a fetch was under way

export function buildChat() {
  const down = iconButton("down", "到最新 to the newest", {
    class: "down",
    hidden: true,
    "data-testid": "to-newest",
  });
  query(".chat").append(down);
  thread = new Thread(query(".thread"), (unseen) => {
    down.hidden = unseen === null;
    down.dataset.unseen = unseen || "";
  });
  down.addEventListener("click", () => thread.toEnd());
  hearGestures(thread.box, (id) => thread.messages.get(id));
  on("menu", openMenu);
  on("jump", (id) => thread.jump(id) || toast("原消息已不在 · that message is gone"));
  on("message", hear);
}

export const shown = () => [...thread.messages.values()].sort((a, b) => a.id - b.id);

/** Open a chat of the person being played; 0 closes. */
export async function openChat(id) {
  markRead();
  state.chat = id;
  thread.clear();
  thread.box.setAttribute("aria-busy", "true");
  document.body.classList.toggle("in-chat", Boolean(id));
  tell("open");
  if (id) await resync();
}

/** Fetch the open chat anew and show what differs. */
export async function resync() {
  const { me, chat } = state;
  if (!chat) return;
  waiting = [];
  const messages = await attempt(() => api.messages(me, chat));
  const late = waiting ?? [];
  waiting = null;
  if (state.me !== me || state.chat !== chat) return;
  if (messages) thread.reconcile(messages);
  late.forEach(apply);
  thread.box.setAttribute("aria-busy", "false");
  tell("thread");
}

/** The server takes a chat as read when its messages are fetched. */
function markRead() {
  if (state.chat && thread.messages.size) api.messages(state.me, state.chat).catch(() => {});
}

function hear(event) {
  if (waiting) waiting.push(event);
  else apply(event);
}

function apply({ type, message }) {
  if (message.chat !== state.chat) return;
  if (type === "delete") thread.remove(message.id);
  else thread.upsert(message);
  tell("thread");
}

/** What a POST answered: shown at once, unless the event was faster. */
export function showOwn(messages) {
  for (const message of messages ?? []) {
    if (!thread.messages.has(message.id)) hear({ type: "message", message });
  }
  thread.toEnd();
}
