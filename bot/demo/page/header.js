// Above the messages: which chat this is, how many are in it, what is pinned.

import { both, h, icon, iconButton, query } from "./dom.js";
import { shown } from "./chat.js";
import { avatar } from "./people.js";
import { isGroup, on, state, tell } from "./state.js";

export function buildHeader() {
  on("open scene connection", draw);
  on("thread open", drawPinned);
}

function draw() {
  if (!state.chat) return;
  const back = iconButton("back", "返回列表 back to the list", {
    class: "back",
    onclick: () => tell("go", { chat: 0 }),
    "data-testid": "back",
  });
  const { group, bot } = state.scene;
  const id = isGroup() ? group.id : bot.id;
  const title = isGroup() ? group.title : bot.name;
  const name = h("div", { class: "title" }, h("h1", {}, title), h("p", {}, subtitle()));
  query(".head").replaceChildren(back, avatar(id, title, !isGroup()), name);
}

function subtitle() {
  if (!state.connected) return both("正在重新连接…", "reconnecting…");
  if (!isGroup()) return both("机器人", "bot");
  const count = 1 + state.scene.members.filter((one) => one.role !== "stranger").length; // and the bot
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
