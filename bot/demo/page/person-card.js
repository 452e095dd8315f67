// Who someone is, with a way to play them; one's own card changes names, leaves, joins, blocks.

import * as api from "./api.js";
import { both, h } from "./dom.js";
import { avatar, ROLES } from "./people.js";
import { popup } from "./popup.js";
import { member, state, tell } from "./state.js";
import { attempt, toast } from "./toast.js";

export function showCard({ id, near }) {
  const one = member(id);
  if (!one) return;
  const facts = { class: "popup card", "data-testid": "person", "aria-label": one.name };
  const close = () => box.hidePopover();
  const deeds = id === state.me ? own(one, close) : play(id, close);
  const who = h("div", { class: "who" }, avatar(id, one.name), about(one));
  const box = popup(near, facts, who, deeds);
}

function about({ name, username, firm, role, present }) {
  const lines = [
    username && h("p", { class: "handle" }, `@${username}`),
    firm && h("p", {}, firm),
    h("p", {}, both(...ROLES[role])),
    !present && h("p", {}, both("不在群里", "not in the group")),
  ];
  return h("div", {}, h("b", {}, name), lines);
}

function play(id, close) {
  const onclick = () => {
    close();
    tell("act", id);
  };
  const facts = { type: "button", class: "primary", "data-testid": `act-as-${id}`, onclick };
  return h("button", facts, both("以此人身份操作", "Act as"));
}

function own(one, close) {
  const name = input("name", "名字 name", one.name);
  const username = input("username", "@名 @name", one.username ?? "");
  const rename = (event) => {
    event.preventDefault();
    const names = { name: name.value, username: username.value };
    settle(() => api.rename({ as: one.id, ...names }), "改好了 · changed");
  };
  const settle = async (deed, said) => {
    if (!(await attempt(deed))) return;
    close();
    toast(said);
  };
  const save = h("button", { class: "primary", "data-testid": "rename" }, both("改名", "Rename"));
  return [
    h("form", { class: "names", onsubmit: rename }, name, username, save),
    h("div", { class: "buttons" }, groupButton(one, settle), blockButton(one, settle)),
  ];
}

function input(id, label, value) {
  const facts = { type: "text", placeholder: label, "aria-label": label };
  return h("input", { ...facts, value, autocomplete: "off", "data-testid": `my-${id}` });
}

function groupButton({ id, present }, settle) {
  const [zh, en] = present ? ["退群", "leave the group"] : ["进群", "join the group"];
  const deed = () => (present ? api.leave(id) : api.join(id));
  return button(present ? "leave" : "join", zh, en, () => settle(deed, `已${zh} · done`));
}

function blockButton({ id, blocked }, settle) {
  const [zh, en] = blocked ? ["解除屏蔽", "unblock"] : ["屏蔽机器人", "block the bot"];
  const deed = () => (blocked ? api.start(id) : api.block(id));
  return button(blocked ? "unblock" : "block", zh, en, () => settle(deed, `已${zh} · done`));
}

const button = (id, zh, en, onclick) =>
  h("button", { type: "button", "data-testid": id, onclick }, both(zh, en));
