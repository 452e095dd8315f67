// Who is being played: the cast, everybody else of the roster behind a search.

import { both, h } from "./dom.js";
import { mentioned } from "./bubble.js";
import { avatar, ROLES } from "./people.js";
import { popup } from "./popup.js";
import { me, member, on, state, tell } from "./state.js";

const rung = new Set(); // mentioned since they were last played
const list = h("div", { class: "members", role: "group", "aria-label": "我是 acting as" });
const search = h("input", {
  type: "search",
  placeholder: "找人、单位 · find",
  "aria-label": "找人 find a person",
  "data-testid": "find-member",
  oninput: () => draw(),
});

/** `extra` stands beside the heading. */
export function membersPanel(extra) {
  on("me", () => rung.delete(state.me));
  on("me scene", draw);
  on("message", ({ type, message }) => type === "message" && ring(message));
  on("person", showCard);
  return h(
    "section",
    { class: "panel cast" },
    h("h2", {}, both("我是", "acting as"), extra),
    search,
    list,
  );
}

function ring(message) {
  const others = mentioned(message).filter((id) => id && id !== state.me && !rung.has(id));
  others.forEach((id) => rung.add(id));
  if (others.length) draw();
}

function draw() {
  const wanted = search.value.trim().toLowerCase();
  const fits = (one) =>
    [one.name, one.firm, one.username ?? "", ...ROLES[one.role]]
      .join(" ")
      .toLowerCase()
      .includes(wanted);
  const shown = state.scene.members.filter((one) =>
    wanted ? fits(one) : one.featured !== false || one.id === state.me || rung.has(one.id),
  );
  const focused = list.contains(document.activeElement) && document.activeElement.dataset.testid;
  list.replaceChildren(...shown.map(line));
  if (focused) list.querySelector(`[data-testid="${focused}"]`)?.focus();
}

function line(one) {
  const [zh, en] = ROLES[one.role];
  const facts = {
    "aria-pressed": String(one.id === state.me),
    "data-testid": `member-${one.id}`,
    onclick: () => act(one.id),
  };
  const bell =
    rung.has(one.id) &&
    h(
      "span",
      { class: "bell", title: "被点名 · mentioned", "aria-label": "被点名 mentioned" },
      "@",
    );
  const about = one.role === "lead" || one.role === "specialist" ? one.firm : zh;
  return h(
    "button",
    { type: "button", class: "member", ...facts },
    avatar(one.id, one.name),
    h(
      "span",
      {},
      h("b", {}, one.name),
      h("small", {}, about, " · ", h("span", { lang: "en" }, en)),
    ),
    bell,
  );
}

const act = (id) => tell("act", id);

/** Who someone is, with a way to play them. */
function showCard({ id, near }) {
  const one = member(id);
  if (!one) return;
  const [zh, en] = ROLES[one.role];
  const facts = { class: "popup card", "data-testid": "person", "aria-label": one.name };
  const username = one.username && h("p", { class: "handle" }, `@${one.username}`);
  const play = h(
    "button",
    { type: "button", class: "primary", "data-testid": `act-as-${id}` },
    both("以此人身份操作", "Act as"),
  );
  const about = [h("b", {}, one.name), username, h("p", {}, one.firm), h("p", {}, both(zh, en))];
  const box = popup(
    near,
    facts,
    h("div", { class: "who" }, avatar(id, one.name), h("div", {}, about)),
    id === state.me ? h("p", {}, both("就是您", "this is you")) : play,
  );
  play.addEventListener("click", () => {
    box.hidePopover();
    act(id);
  });
}

/** On a narrow screen: who is being played, a tap away from the others. */
export function actingButton(props) {
  const button = h("button", {
    type: "button",
    class: "acting",
    "data-testid": "acting",
    ...props,
  });
  on("me scene", () => {
    const { id, name, role, firm } = me();
    const about = role === "lead" || role === "specialist" ? firm : ROLES[role][0];
    button.replaceChildren(
      avatar(id, name),
      h("span", {}, h("small", {}, both("我是", "acting as")), h("b", {}, `${name} · ${about}`)),
    );
  });
  return button;
}
