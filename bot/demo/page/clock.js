// The group's clock: shown, and wound forward.

import * as api from "./api.js";
import { both, h } from "./dom.js";
import { now, on, setScene, state, tell } from "./state.js";
import { attempt } from "./toast.js";
import { day, hour, weekday } from "./times.js";

const STEPS = [
  ["wind-900", "+15 分", "15 min", { seconds: 900 }],
  ["wind-3600", "+1 小时", "1 hour", { seconds: 3600 }],
  ["wind-morning", "到明早", "next morning", { to: "morning" }],
];
const TICK = 1000; // milliseconds

export function clockPanel() {
  const time = h("time", { "data-testid": "clock" });
  const date = h("span", { class: "date" });
  const wound = h("small", { class: "wound" });
  keepTime(() => {
    time.textContent = hour(now());
    date.textContent = `${day(now())} ${weekday(now())}`;
    wound.textContent = state.scene.shift ? `已拨快 ${ahead()}` : "";
  });
  const buttons = STEPS.map(([id, zh, en, body]) =>
    h("button", { type: "button", "data-testid": id, onclick: () => wind(body) }, both(zh, en)),
  );
  return h(
    "section",
    { class: "panel clock" },
    h("h2", {}, both("时钟", "clock")),
    time,
    h("p", {}, date, wound),
    h("div", { class: "buttons" }, buttons),
  );
}

/** On a narrow screen: the time, a tap away from winding it. */
export function clockButton(props) {
  const time = h("b", {});
  keepTime(() => (time.textContent = hour(now())));
  return h(
    "button",
    {
      type: "button",
      class: "time",
      "aria-label": "时钟 clock",
      "data-testid": "clock-bar",
      ...props,
    },
    time,
    h("small", {}, both("拨快", "wind")),
  );
}

function keepTime(show) {
  on("scene", show);
  setInterval(() => state.scene && show(), TICK);
}

function ahead() {
  const minutes = Math.round(state.scene.shift / 60);
  const hours = Math.floor(minutes / 60);
  return hours ? `${hours} 小时 ${minutes % 60} 分` : `${minutes} 分钟`;
}

async function wind(body) {
  const time = await attempt(() => api.wind(body));
  if (!time) return;
  setScene(time);
  tell("wound");
}
