// What a callback answers: a toast that goes by itself, or an alert to be closed.

import { h, query } from "./dom.js";

const SHORTEST = 2500; // milliseconds
const A_CHARACTER = 70;

export function toast(text, kind = "") {
  const note = h("div", { class: `toast ${kind}`, "data-testid": "toast" }, text);
  query(".toasts").append(note);
  const gone = () => note.remove();
  note.addEventListener("click", gone);
  setTimeout(gone, SHORTEST + A_CHARACTER * text.length);
}

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
