// What the group's owner can change: the bot's rights, the group itself, writing in its name.

import * as api from "./api.js";
import { both, h, iconButton } from "./dom.js";
import { popup } from "./popup.js";
import { me, state, tell } from "./state.js";
import { attempt, toast } from "./toast.js";

export function groupButton() {
  const onclick = (event) => open(event.currentTarget);
  const name = "群设置 group settings";
  return iconButton("group", name, { class: "tool", onclick, "data-testid": "group-menu" });
}

function open(near) {
  const { bot_is_admin: admin } = state.scene.group;
  const facts = { class: "popup settings", "data-testid": "settings", "aria-label": "群设置" };
  const anonymous = box("anonymous", state.anonymous, "匿名发言", "write as the group", (on) => {
    state.anonymous = on;
    tell("anonymous");
  });
  const rights = box("rights", admin, "机器人是管理员", "the bot is an administrator", (on) =>
    attempt(() => api.rights(on)),
  );
  const shown = popup(near, facts, [
    h("h3", {}, both("群设置", "Group")),
    me().role === "secretary" && anonymous,
    rights,
    migrate(() => shown.hidePopover()),
  ]);
}

function box(id, checked, zh, en, change) {
  const onchange = ({ target }) => change(target.checked);
  const tick = h("input", { type: "checkbox", "data-testid": id, checked, onchange });
  return h("label", { class: "as-file" }, tick, h("span", {}, both(zh, en)));
}

function migrate(close) {
  const onclick = async () => {
    close();
    const moved = await attempt(api.migrate);
    if (moved) toast("群已升级，群号变了 · a supergroup now, its id is new");
  };
  const words = both("升级为超级群，群号会变", "make it a supergroup");
  const facts = { class: "item", "data-testid": "migrate", onclick };
  return h("button", { type: "button", ...facts }, h("span", {}, words));
}
