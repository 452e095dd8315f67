// The five steps of the tour. Each looks at the group and says what to tap next, or null when it
// has happened. A view is {messages, me, members, samples, offered, wound, tickets}.

import { mentioned } from "./bubble.js";

const DEED = /^(acknowledge|contact|promise|offer|resolve|reopen):(\d+)$/;
const HELP = /🙋|🤝/u;
const URGENT = /🔴|🟠/u;
const ENOUGH = 3; // times that the clock was wound: outside working hours only the morning helps

/** The group's tickets, oldest first, as the bot's cards and reminders show them. */
export function tickets(messages) {
  const found = new Map();
  for (const message of messages.filter((one) => one.from.is_bot)) {
    const deeds = message.buttons
      .flat()
      .flatMap(({ data = "" }) => (DEED.test(data) ? [DEED.exec(data)] : []));
    if (!deeds.length) continue;
    const number = deeds[0][2];
    const names = deeds.map((deed) => deed[1]);
    if (found.has(number)) found.get(number).reminders.push(message);
    else found.set(number, ticket(number, message, names));
  }
  return [...found.values()];
}

function ticket(number, card, names) {
  return {
    number,
    card,
    leads: mentioned(card).filter(Boolean),
    waits: names.includes("acknowledge"),
    open: names.includes("resolve"),
    resolved: names.includes("reopen"),
    helped: HELP.test(card.text),
    reminders: [],
  };
}

const hint = (zh, en, ...targets) => ({ zh, en, targets });

/** Lead to one of some people; null when one of them is being played. */
function become(view, ids, zh, en) {
  return ids.includes(view.me.id)
    ? null
    : hint(zh, en, `act-as-${ids[0]}`, `member-${ids[0]}`, "acting");
}

const ofRole = (view, role) => view.members.filter((one) => one.role === role).map((one) => one.id);

function postSample(view, number) {
  const { name } = view.samples[number] ?? view.samples[0] ?? {};
  return (
    become(view, ofRole(view, "clerk"), "先当值班客服", "First be a duty clerk") ??
    hint(
      "点回形针，选一张信息表样张，它就发到群里",
      "Tap the paper clip and a sample form: it is posted",
      `sample-${name}`,
      "attach",
    )
  );
}

function unread(view) {
  const question = view.messages.findLast((one) =>
    one.buttons.flat().some(({ data }) => data?.startsWith("fix:")),
  );
  if (question)
    return hint(
      "机器人拿不准，问了一句：点一个答案",
      "The bot is unsure and asks: tap an answer",
      `message-${question.id}`,
    );
  return hint("机器人正在读表，马上点名物业…", "The bot is reading the form…", "thread");
}

const isForm = (view) => (one) =>
  (one.photo || one.document) && ofRole(view, "clerk").includes(one.from.id);

function acknowledge(view) {
  if (view.tickets.some((one) => !one.waits)) return null;
  const [first] = view.tickets;
  if (!first) return unread(view);
  return (
    become(
      view,
      first.leads,
      "机器人点名了物业负责人：换成他",
      "The bot mentions the firm's lead: become that person",
    ) ??
    hint(
      "您被点名了：按「接单」",
      "You are mentioned: press 接单 (take)",
      `button-acknowledge:${first.number}`,
    )
  );
}

function remind(view) {
  if (view.tickets.some((one) => one.reminders.length)) return null;
  const waiting = view.tickets.findLast((one) => one.waits);
  if (!waiting) return postSample(view, 1);
  const far = URGENT.test(waiting.card.text) ? "wind-900" : "wind-3600";
  return hint(
    "这张单没人接。把时钟拨快，催办就来了",
    "Nobody takes this one. Wind the clock: a reminder comes",
    view.wound < ENOUGH ? far : "wind-morning",
    "clock-bar",
  );
}

function help(view) {
  if (view.tickets.some((one) => one.resolved)) return null;
  const one = view.tickets.findLast(({ open }) => open);
  if (!one) return postSample(view, 2);
  return one.helped || view.offered ? resolve(view, one) : assist(view, one);
}

function assist(view, { number, leads }) {
  const firms = leads.map((id) => view.members.find((one) => one.id === id)?.firm);
  const others = view.members
    .filter(({ role, firm }) => role === "lead" && !firms.includes(firm))
    .map(({ id }) => id);
  return (
    become(
      view,
      others,
      "别家物业也能帮忙：换成另一家的负责人",
      "Another firm may help: become a lead of another firm",
    ) ??
    hint(
      "按「协助」，或发 /assist 编号 几句话",
      "Press 协助 (assist), or type /assist number words",
      `button-offer:${number}`,
    )
  );
}

function resolve(view, { number, leads }) {
  return (
    become(
      view,
      leads,
      "修好了：换回牵头的负责人",
      "It is repaired: become the lead firm's person again",
    ) ?? hint("按「办结」", "Press 办结 (done)", `button-resolve:${number}`)
  );
}

function figures(view) {
  if (view.messages.some((one, i) => pictured(one) && askedBefore(view.messages, i))) return null;
  return (
    become(view, ofRole(view, "secretary"), "最后当秘书长", "At last be the secretary-general") ??
    hint(
      "发 /stats，看数字和图",
      "Send /stats for the figures and a picture",
      "command-stats",
      "commands",
    )
  );
}

const pictured = (one) => one.from.is_bot && one.photo;

const askedBefore = (messages, i) =>
  messages.slice(0, i).some((one) => /^(\/stats|统计)/.test(one.text));

export const STEPS = [
  {
    zh: "一张表发进群",
    en: "A form is posted",
    next: (view) => (view.messages.some(isForm(view)) ? null : postSample(view, 0)),
  },
  { zh: "点名、接单", en: "Mention and take", next: acknowledge },
  { zh: "没人接，就催", en: "Nobody answers: a reminder", next: remind },
  { zh: "协助、办结", en: "Help, and done", next: help },
  { zh: "数字说话", en: "The figures", next: figures },
];
