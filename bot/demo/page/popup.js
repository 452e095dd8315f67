// Small boxes near what was tapped. Esc or a tap elsewhere closes them.

import { h } from "./dom.js";

const MARGIN = 8;

/** Show `content` near an element or a {x, y}; returns the box, whose hidePopover() closes it. */
export function popup(near, facts, ...content) {
  const box = h("div", { popover: "auto", class: "popup", ...facts }, content);
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove());
  const opener = document.activeElement;
  document.body.append(box);
  box.showPopover();
  place(box, near instanceof Element ? below(near) : near);
  box.querySelector("button, input")?.focus({ preventScroll: true });
  box.addEventListener("keydown", (event) => walk(event, box, opener));
  return box;
}

function below(element) {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom + 4 };
}

function place(box, { x, y }) {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(x, innerWidth - width - MARGIN);
  const top = Math.min(y, innerHeight - height - MARGIN);
  box.style.left = `${Math.max(MARGIN, left)}px`;
  box.style.top = `${Math.max(MARGIN, top)}px`;
}

function walk(event, box, opener) {
  if (event.key === "Escape") opener?.focus?.();
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step || event.target.matches("input")) return;
  event.preventDefault();
  const buttons = [...box.querySelectorAll("button")];
  const next = buttons.indexOf(document.activeElement) + step;
  buttons.at(next % buttons.length)?.focus();
}
