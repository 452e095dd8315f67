// What may follow a "/" or an "@": the bot's commands, the people who have a @name.

import { h } from "./dom.js";
import { state } from "./state.js";

const MOST = 40;

/** `insert(text)` puts the whole new text into the field. */
export function buildSuggestions(field, insert) {
  const list = h("div", { class: "suggestions", role: "listbox", "aria-label": "命令 commands", "data-testid": "command-menu", hidden: true });
  let chosen = -1;

  const show = (found) => {
    chosen = -1;
    list.hidden = !found.length;
    list.replaceChildren(...found.slice(0, MOST).map((one) => option(one, choose)));
  };
  const choose = (text) => {
    insert(text);
    show([]);
  };
  const move = (step) => {
    chosen = (chosen + step + list.children.length) % list.children.length;
    [...list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === chosen)));
    list.children[chosen].scrollIntoView({ block: "nearest" });
  };
  field.addEventListener("input", () => show(fitting(field.value)));
  field.addEventListener("blur", () => setTimeout(() => list.contains(document.activeElement) || show([]), 150));

  return {
    list,
    toggle: () => {
      const open = list.hidden;
      if (open) insert(field.value || "/");
      show(open ? commands("") : []);
    },
    /** Whether the key was for the list. */
    key: (event) => {
      if (list.hidden || event.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) move(step);
      else if (event.key === "Escape") show([]);
      else if (event.key === "Tab" || (event.key === "Enter" && chosen >= 0)) choose(list.children[Math.max(chosen, 0)].dataset.text);
      else {
        if (event.key === "Enter") show([]);
        return false;
      }
      event.preventDefault();
      return true;
    },
  };
}

function option({ text, label, about }, choose) {
  const facts = { role: "option", tabindex: -1, "data-text": text, "data-testid": `command-${label.slice(1)}` };
  return h("button", { type: "button", ...facts, onclick: () => choose(text) }, h("b", {}, label), h("span", {}, about));
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
    .map(({ command, description }) => ({ text: `/${command} `, label: `/${command}`, about: description }));
}

function people(text, beginning) {
  const before = text.slice(0, text.length - beginning.length - 1);
  return state.scene.members
    .filter(({ username }) => username?.toLowerCase().startsWith(beginning))
    .map(({ username, name, firm }) => ({ text: `${before}@${username} `, label: `@${username}`, about: `${name} ${firm}` }));
}
