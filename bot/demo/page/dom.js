// Elements in one line: h("button", {class: "x", onclick}, "text", child, …).

export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return node;
}

function set(node, name, value) {
  if (value == null || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "style" && typeof value === "object") Object.assign(node.style, value);
  else node.setAttribute(name, value === true ? "" : value);
}

/** A Chinese label with its English beside it, small. */
export function both(zh, en) {
  return [h("span", { lang: "zh" }, zh), " ", h("small", { lang: "en" }, en)];
}

/** A round button that shows a sign and says its name to a screen reader. */
export function iconButton(sign, name, props = {}) {
  return h("button", { type: "button", "aria-label": name, title: name, ...props }, icon(sign));
}

export const query = (selector, within = document) => within.querySelector(selector);

export const byTestId = (id, within = document) =>
  within.querySelector(`[data-testid="${CSS.escape(id)}"]`);

// Drawn here, because the page asks no other server for anything.
const PATHS = {
  attach:
    "M21 11.5 12.4 20a5.5 5.5 0 0 1-7.8-7.8l8.6-8.5a3.7 3.7 0 0 1 5.2 5.2l-8.6 8.5a1.8 1.8 0 0 1-2.6-2.6l7.9-7.8",
  send: "M4 20 21 12 4 4v6.2l10 1.8-10 1.8z",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 9l6 6 6-6",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  reply: "M10 6 4 12l6 6v-4c5 0 8 1.500 10 5 0-6-4-9-10-9z",
  forward: "M14 6l6 6-6 6v-4c-5 0-8 1.500-10 5 0-6 4-9 10-9z",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  group:
    "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2.200.8 3.500 2.600 3.500 5.500",
  add: "M12 5v14M5 12h14",
  print: "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
  edit: "M4 20h4L19 9l-4-4L4 16z",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  pin: "M9 4h6l-1 6 4 4H6l4-4zM12 14v6",
  help: "M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 18h.01",
};
const FILLED = new Set(["send", "reply", "forward"]);

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", FILLED.has(name) ? "icon filled" : "icon");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
