// What may follow a "/" or an "@": the bot's commands, the people who have a @name.

import { h } from "./dom.js";
import { state } from "./state.js";

const LEAVING = 150; // milliseconds that a click on the list takes to arrive after the field's blur

export class Suggestions {
  /** `insert(text)` puts a whole new text into the field. */
  constructor(field, insert) {
    const facts = {
      class: "suggestions",
      role: "listbox",
      "aria-label": "命令 commands",
      "data-testid": "command-menu",
    };
    this.list = h("div", { ...facts, hidden: true });
    this.field = field;
    this.insert = insert;
    field.addEventListener("input", () => this.show(fitting(field.value)));
    field.addEventListener("blur", () => setTimeout(() => this.leave(), LEAVING));
  }

  show(found) {
    this.chosen = -1;
    this.list.hidden = !found.length;
    this.list.replaceChildren(...found.map((one) => option(one, (text) => this.choose(text))));
  }

  leave() {
    if (document.activeElement !== this.field && !this.list.contains(document.activeElement))
      this.show([]);
  }

  toggle() {
    const open = this.list.hidden;
    if (open) this.insert(this.field.value || "/");
    else if (this.field.value === "/") this.insert("");
    this.show(open ? commands("") : []);
  }

  choose(text) {
    this.insert(text);
    this.show([]);
  }

  move(step) {
    const options = [...this.list.children];
    this.chosen = (this.chosen + step + options.length) % options.length;
    options.forEach((one, i) => one.setAttribute("aria-selected", String(i === this.chosen)));
    options[this.chosen].scrollIntoView({ block: "nearest" });
  }

  /** Whether the key was for the list. */
  key(event) {
    if (this.list.hidden || event.isComposing || !this.obey(event.key)) return false;
    event.preventDefault();
    return true;
  }

  obey(key) {
    const picked = this.list.children[Math.max(this.chosen, 0)].dataset.text;
    if (key === "ArrowDown") this.move(1);
    else if (key === "ArrowUp") this.move(-1);
    else if (key === "Escape") this.show([]);
    else if (key === "Tab" || (key === "Enter" && this.chosen >= 0)) this.choose(picked);
    else {
      if (key === "Enter") this.show([]);
      return false;
    }
    return true;
  }
}

function option({ text, label, about }, choose) {
  const facts = {
    role: "option",
    tabindex: -1,
    "data-text": text,
    "data-testid": `command-${label.slice(1)}`,
  };
  return h(
    "button",
    { type: "button", ...facts, onclick: () => choose(text) },
    h("b", {}, label),
    h("span", {}, about),
  );
}

function fitting(text) {
  const command = /^\/(\w*)$/.exec(text);
  if (command) return commands(command[1].toLowerCase());
  const name = /(?:^|\s)@(\w*)$/.exec(text);
  return name ? people(text, name[1].toLowerCase()) : [];
}

function commands(beginning) {
  return state.scene.commands
    .filter(({ command }) => command.startsWith(beginning))
    .map(({ command, description }) => ({
      text: `/${command} `,
      label: `/${command}`,
      about: description,
    }));
}

function people(text, beginning) {
  const before = text.slice(0, text.length - beginning.length - 1);
  return state.scene.members
    .filter(({ username }) => username?.toLowerCase().startsWith(beginning))
    .map(({ username, name, firm }) => ({
      text: `${before}@${username} `,
      label: `@${username}`,
      about: `${name} ${firm}`,
    }));
}
