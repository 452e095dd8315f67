// Text with Bot API entities → nodes. Offsets count UTF-16 units, as JavaScript's strings do.

import { h } from "./dom.js";
import { follow } from "./links.js";
import { memberByUsername, state, tell } from "./state.js";

/** The nodes of a text; entities may lie in each other. */
export function formatted(text, entities = []) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return stretch(text, 0, text.length, sorted);
}

function stretch(text, start, end, sorted) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < sorted.length;) {
    const outer = sorted[i];
    const stop = Math.min(outer.offset + outer.length, end);
    let next = i + 1;
    while (next < sorted.length && sorted[next].offset < stop) next += 1;
    const inner = stretch(text, outer.offset, stop, sorted.slice(i + 1, next));
    nodes.push(text.slice(at, outer.offset), wrap(outer, text.slice(outer.offset, stop), inner));
    at = stop;
    i = next;
  }
  nodes.push(text.slice(at, end));
  return nodes.filter((node) => node !== "");
}

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

function wrap(entity, words, inner) {
  switch (entity.type) {
    case "mention":
      return mention(memberByUsername(words.slice(1))?.id, inner);
    case "text_mention":
      return mention(entity.user.id, inner);
    case "bot_command":
      return textButton("command", inner, () => tell("command", words));
    case "url":
      return link(/^[a-z]+:/i.test(words) ? words : `https://${words}`, inner);
    case "text_link":
      return link(entity.url, inner);
    case "spoiler":
      return spoiler(inner);
    case "hashtag":
      return h("span", { class: "hashtag" }, inner);
    default:
      return h(TAGS[entity.type] ?? "span", {}, inner);
  }
}

function mention(id, inner) {
  const kind = id === state.me ? "mention is-me" : "mention";
  return textButton(kind, inner, (event) => tell("person", { id, near: event.currentTarget }));
}

const textButton = (kind, inner, onclick) =>
  h("button", { type: "button", class: kind, onclick }, inner);

function link(href, inner) {
  const onclick = (event) => {
    event.preventDefault();
    follow(href, event.currentTarget);
  };
  return h("a", { href, target: "_blank", rel: "noopener noreferrer", onclick }, inner);
}

function spoiler(inner) {
  const onclick = (event) => event.currentTarget.classList.add("shown");
  return textButton("spoiler", inner, onclick);
}
