// Above the messages: which chat this is, how many are in it, what is pinned.

import { both, h, icon, iconButton, query } from "./dom.js";
import { shown } from "./chat.js";
import { avatar } from "./people.js";
import { groupButton } from "./group-menu.js";
import { isGroup, on, openChat, state, tell } from "./state.js";

let drawn = "";

export function buildHeader() {
  on("open scene chats connection me", draw);
  on("thread open", drawPinned);
}

function draw() {
  if (!state.chat) return;
  const { group, bot } = state.scene;
  const now = JSON.stringify([state.chat, group, bot.name, facts()]);
  if (now === drawn) return; // a button that is being pressed stays
  drawn = now;
  const back = iconButton("back", "返回列表 back to the list", {
    class: "back",
    onclick: () => tell("go", { chat: 0 }),
    "data-testid": "back",
  });
  const inBots = state.chat === state.me;
  const id = inBots ? bot.id : group.id;
  const title = inBots ? bot.name : group.title;
  const name = h("div", { class: "title" }, h("h1", {}, title), h("p", {}, subtitle()));
  const settings = isGroup() ? [groupButton()] : [];
  query(".head").replaceChildren(back, avatar(id, title, inBots), name, ...settings);
}

/** What the line below the title depends on. */
const facts = () => [state.me, state.connected, openChat()?.kind, present()];

const present = () => state.scene.members.filter((one) => one.present).length;

function subtitle() {
  if (!state.connected) return both("正在重新连接…", "reconnecting…");
  if (openChat()?.kind === "former") return both("升级以前的群，只能看", "before the upgrade, to read");
  if (!isGroup()) return both("机器人", "bot");
  const count = 1 + present(); // and the bot
  return both(`${count} 位成员`, `${count} members`);
}

function drawPinned() {
  const line = query(".pinned");
  const pinned = shown().findLast((message) => message.pinned);
  line.hidden = !pinned;
  if (!pinned) return;
  const said = pinned.text.split("\n", 1)[0] || "图片 photo";
  const facts = { type: "button", "data-testid": "pinned", onclick: () => tell("jump", pinned.id) };
  line.replaceChildren(
    h(
      "button",
      facts,
      icon("pin"),
      h("span", {}, h("b", {}, both("置顶消息", "Pinned")), h("span", {}, said)),
    ),
  );
}
