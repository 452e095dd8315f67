// What a callback answers: a toast that goes by itself, or an alert to be closed.

import { h, query } from "./dom.js";
import { on } from "./state.js";

const SHORTEST = 2500; // milliseconds
const A_CHARACTER = 70;
const BELOW_HEAD = 62; // px: no button of a message is covered, nor who is being played

/** Show `text` for as long as it takes to read; a newer one of its kind takes its place. */
export function toast(text, kind = "said", onclick = null) {
  const box = query(".toasts");
  box.querySelector(`.${kind}`)?.remove();
  const facts = { class: `toast ${kind}`, "data-testid": kind === "news" ? kind : "toast" };
  const note = h("div", facts, text);
  const gone = () => note.remove();
  note.addEventListener("click", () => {
    gone();
    onclick?.();
  });
  setTimeout(gone, SHORTEST + A_CHARACTER * text.length);
  box.append(note);
  raise(box);
}

/** Above everything that is open by now, menus too. */
function raise(box) {
  box.style.top = `${query(".window").getBoundingClientRect().top + BELOW_HEAD}px`;
  box.togglePopover(false);
  box.togglePopover(true);
}

/** Whoever is played next has not pressed anything yet; what was told of a chat is seen there. */
on("me", () => query(".toasts").replaceChildren());
on("open", () => query(".toasts .news")?.remove());

export function alertBox(text) {
  const close = h("button", { type: "submit", class: "primary" }, "好 OK");
  const form = h("form", { method: "dialog" }, h("p", {}, text), close);
  const box = h(
    "dialog",
    { class: "alert", "data-testid": "alert", onclose: () => box.remove() },
    form,
  );
  document.body.append(box);
  box.showModal();
}

/** The deed's value; a refusal becomes a toast and undefined. */
export async function attempt(deed) {
  try {
    return await deed();
  } catch (refusal) {
    toast(refusal.message, "refusal");
    return undefined;
  }
}
