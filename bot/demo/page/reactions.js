// Reactions below the words of a bubble; a tap on one joins in or takes it back.

import * as api from "./api.js";
import { h } from "./dom.js";
import { state } from "./state.js";
import { attempt } from "./toast.js";

export const OFFERED = ["👍", "❤", "👌", "🙏", "👎", "🔥", "🎉", "👏", "🤔", "😢", "👀", "🤝"];

export function reactions(messages) {
  const chips = together(messages);
  if (!chips.length) return null;
  return h(
    "div",
    { class: "reactions" },
    chips.map((chip) => button(messages[0], chip)),
  );
}

/** An album has the reactions of all its messages, each emoji once. */
function together(messages) {
  const chips = new Map();
  for (const { emoji, count, mine } of messages.flatMap((one) => one.reactions)) {
    const known = chips.get(emoji) ?? { emoji, count: 0, mine: false };
    chips.set(emoji, { emoji, count: Math.max(known.count, count), mine: known.mine || mine });
  }
  return [...chips.values()];
}

function button(message, { emoji, count, mine }) {
  const facts = {
    class: "reaction",
    "aria-pressed": String(mine),
    "data-testid": `reaction-${emoji}`,
  };
  const onclick = () => react(message, mine ? null : emoji);
  return h("button", { type: "button", ...facts, onclick }, `${emoji}\uFE0F`, h("span", {}, count));
}

export function react(message, emoji) {
  return attempt(() =>
    api.react({ as: state.me, chat: message.chat, message_id: message.id, emoji }),
  );
}
