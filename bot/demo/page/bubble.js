// One row of the chat: a message, or an album's messages together.

import { attachments } from "./media.js";
import { both, h, iconButton } from "./dom.js";
import { formatted } from "./entities.js";
import { keyboard } from "./keyboard.js";
import { reactions } from "./reactions.js";
import { avatar, colour } from "./people.js";
import { memberByUsername, member, state, tell } from "./state.js";
import { day, dayInEnglish, dayKey, hour, weekday } from "./times.js";

/** `messages` has one message, or all of one album, oldest first. */
export function row(messages) {
  const [first] = messages;
  const content = first.service ? service(first) : spoken(messages);
  const facts = {
    "data-sender": first.service ? "" : first.from.id,
    "data-day": dayKey(first.date),
  };
  const side = first.from.id === state.me ? "mine" : "theirs";
  return h(
    "div",
    { class: `row ${first.service ? "service" : side}`, ...facts },
    separator(first),
    content,
  );
}

function separator({ date }) {
  return h(
    "div",
    { class: "day" },
    h("span", {}, `${day(date)} ${weekday(date)}`, " ", h("small", {}, dayInEnglish(date))),
  );
}

function service(message) {
  return h(
    "p",
    { class: "told", "data-testid": `message-${message.id}`, id: anchor(message) },
    message.service,
  );
}

function spoken(messages) {
  const [first] = messages;
  const { id, name, is_bot: isBot, tag } = first.from;
  const portrait = h(
    "button",
    { type: "button", class: "portrait", "aria-label": name, onclick: showPerson(id) },
    avatar(id, name, isBot && !tag),
  );
  return h("div", { class: "line" }, portrait, bubble(messages), keyboard(first));
}

function bubble(messages) {
  const [first] = messages;
  const worded = messages.find((one) => one.text) ?? first;
  const parts = [
    header(first.from),
    origin(first),
    quote(first),
    attachments(messages),
    words(worded, messages),
    reactions(messages),
  ];
  const kind = ["bubble", rings(messages) && "rings-me", messages.some(hasPicture) && "pictured"]
    .filter(Boolean)
    .join(" ");
  const facts = {
    class: kind,
    "data-testid": `message-${first.id}`,
    id: anchor(first),
    "data-id": first.id,
    "data-reply-to": first.reply_to?.id,
  };
  return h("article", { ...facts, "aria-label": spokenName(first) }, parts, menuButton(first));
}

const anchor = ({ id }) => `m${id}`;

const hasPicture = (message) => Boolean(message.photo);

const spokenName = ({ from, date }) => `${from.name} ${hour(date)}`;

function header({ id, name, is_bot: isBot, tag }) {
  const badge = isBot && !tag ? ["机器人", "bot"] : [tag || member(id)?.firm];
  const label = badge[0] && h("span", { class: "tag" }, badge[1] ? both(...badge) : badge[0]);
  const named = h(
    "button",
    { type: "button", class: `name tint-${colour(id)}`, onclick: showPerson(id) },
    name,
  );
  return h("header", {}, named, label);
}

function origin({ forwarded_from: author }) {
  if (!author) return null;
  return h("p", { class: "origin", "data-testid": "origin" }, both(`转发自 ${author}`, "forwarded"));
}

const showPerson = (id) => (event) => tell("person", { id, near: event.currentTarget });

function quote({ reply_to: answered, quote: quoted }) {
  if (!answered) return null;
  const said = quoted || answered.text || (answered.photo ? "图片 photo" : "…");
  const onclick = () => tell("jump", answered.id);
  return h(
    "button",
    { type: "button", class: "quote", onclick, "data-testid": "quote" },
    h("b", {}, answered.name),
    h("span", {}, said),
  );
}

function words(message, messages) {
  const said = message.text ? formatted(message.text, message.entities) : [];
  return h("div", { class: message.text ? "words" : "words none" }, said, meta(messages));
}

function meta(messages) {
  const marks = [
    messages.some((one) => one.pinned) && "📌",
    messages.some((one) => one.edited) &&
      h("span", { "data-testid": "edited" }, both("已编辑", "edited")),
  ];
  const { date } = messages[0];
  return h("span", { class: "meta" }, marks, h("time", { datetime: date }, hour(date)));
}

function menuButton(message) {
  const onclick = (event) => tell("menu", { message, near: event.currentTarget });
  return iconButton("more", "回应、回复 · react, reply", {
    class: "act",
    onclick,
    "data-testid": `menu-${message.id}`,
  });
}

/** Whether one of these messages mentions the person being played. */
function rings(messages) {
  return messages.some((one) => mentioned(one).includes(state.me));
}

/** Ids of those whom a message mentions. */
export function mentioned({ text, entities }) {
  return entities.flatMap(({ type, offset, length, user }) => {
    if (type === "text_mention") return [user.id];
    if (type !== "mention") return [];
    return [memberByUsername(text.slice(offset + 1, offset + length))?.id];
  });
}
