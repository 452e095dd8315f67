// The open chat's messages. Only rows that changed are built anew.

import { row } from "./bubble.js";
import { h } from "./dom.js";

const NEAR = 80; // px from the end that still counts as being there

export class Thread {
  /** `box` scrolls; `onAway(unseen)` hears whether the end is out of sight, and how much is new. */
  constructor(box, onAway) {
    this.box = box;
    this.onAway = onAway;
    this.list = h("div", { class: "rows" });
    box.append(this.list);
    box.addEventListener("scroll", () => this.look(), { passive: true });
    new ResizeObserver(() => this.stick()).observe(this.list);
    new ResizeObserver(() => this.stick()).observe(box);
    this.clear();
  }

  clear() {
    this.messages = new Map(); // by id
    this.rows = new Map(); // by the id of the first message → its element
    this.list.replaceChildren();
    this.atEnd = true;
    this.unseen = 0;
  }

  /** Make the thread exactly these messages, touching only what differs. */
  reconcile(messages) {
    const wanted = new Set(messages.map((one) => one.id));
    for (const id of [...this.messages.keys()]) if (!wanted.has(id)) this.drop(id);
    for (const message of messages) this.put(message);
    this.join();
    this.unseen = 0;
    this.stick();
  }

  upsert(message) {
    if (!this.messages.has(message.id) && !this.atEnd) this.unseen += 1;
    this.put(message);
    this.join();
    this.stick();
  }

  remove(id) {
    this.drop(id);
    this.join();
  }

  put(message) {
    const known = this.messages.get(message.id);
    if (known && JSON.stringify(known) === JSON.stringify(message)) return;
    this.messages.set(message.id, message);
    this.draw(this.together(message));
  }

  drop(id) {
    const message = this.messages.get(id);
    if (!message) return;
    const before = this.together(message);
    this.messages.delete(id);
    this.rows.get(before[0].id)?.remove();
    this.rows.delete(before[0].id);
    const rest = before.filter((one) => one.id !== id);
    if (rest.length) this.draw(rest);
  }

  /** The messages of one row, oldest first. */
  together(message) {
    if (!message.album) return [message];
    const album = [...this.messages.values()].filter((one) => one.album === message.album);
    return album.sort((a, b) => a.id - b.id);
  }

  draw(messages) {
    const fresh = row(messages);
    const held = messages.map((one) => this.rows.get(one.id)).find(Boolean);
    for (const { id } of messages) this.rows.delete(id);
    this.rows.set(messages[0].id, fresh);
    fresh.dataset.first = messages[0].id;
    if (held) replace(held, fresh);
    else this.insert(fresh, messages[0].id);
  }

  insert(fresh, id) {
    let after = this.list.lastElementChild;
    while (after && Number(after.dataset.first) > id) after = after.previousElementSibling;
    if (after) after.after(fresh);
    else this.list.prepend(fresh);
  }

  /** Rows of one sender in a run share a name and an avatar; a new day says its date. */
  join() {
    let previous = null;
    for (const one of this.list.children) {
      const newDay = previous?.dataset.day !== one.dataset.day;
      const newSender = newDay || previous.dataset.sender !== one.dataset.sender;
      one.classList.toggle("new-day", newDay);
      one.classList.toggle("begins", newSender);
      previous?.classList.toggle("ends", newSender);
      previous = one;
    }
    previous?.classList.add("ends");
  }

  /** Only a hand leaves the end: what grows meanwhile is followed. */
  look() {
    if (this.atEnd && this.box.scrollHeight !== this.height) return this.stick();
    this.atEnd = this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < NEAR;
    if (this.atEnd) this.unseen = 0;
    this.onAway(this.atEnd ? null : this.unseen);
  }

  stick() {
    this.height = this.box.scrollHeight;
    if (this.atEnd) this.box.scrollTop = this.box.scrollHeight;
    else this.onAway(this.unseen);
  }

  toEnd() {
    this.atEnd = true;
    this.unseen = 0;
    this.stick();
    this.onAway(null);
  }

  /** Scroll to a message and let it flash. False when it is not here. */
  jump(id) {
    const target = this.list.querySelector(`#m${id}, [data-testid="photo-${id}"]`);
    if (!target) return false;
    target.scrollIntoView({ block: "center", behavior: "smooth" });
    target.classList.remove("flash");
    requestAnimationFrame(() => target.classList.add("flash"));
    return true;
  }
}

/** The keyboard's focus stays where it was, on the same button of the new row. */
function replace(old, fresh) {
  const focused = old.contains(document.activeElement) && document.activeElement.dataset.testid;
  old.replaceWith(fresh);
  if (focused) fresh.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
}
