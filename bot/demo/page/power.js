// The bot's process: whether it runs; stopped properly, or its plug pulled, it starts again.

import * as api from "./api.js";
import { both, h } from "./dom.js";
import { on, state } from "./state.js";
import { attempt, toast } from "./toast.js";

const RESTARTING = ["busy", "重启中…", "restarting…"];

function standing({ running, starting }) {
  if (running) return ["on", "运行中", "running"];
  return starting ? ["busy", "启动中…", "starting…"] : ["off", "已停止", "stopped"];
}

export function powerPanel() {
  const lamp = h("p", { class: "lamp", "data-testid": "bot-state" });
  const gentle = h(
    "button",
    { type: "button", "data-testid": "restart-stop" },
    both("正常重启", "restart"),
  );
  const plug = h(
    "button",
    { type: "button", class: "danger", "data-testid": "restart-kill" },
    both("拔电源再开", "pull the plug"),
  );
  const show = (busy) => {
    const [colour, zh, en] = busy ? RESTARTING : standing(state.scene.bot);
    lamp.className = `lamp ${colour}`;
    lamp.replaceChildren(...both(zh, en));
    gentle.disabled = plug.disabled = busy;
  };
  const restart = async (how) => {
    show(true);
    const done = await attempt(() => api.restart(how));
    if (done) toast("机器人正在启动，什么也没丢 · starting again, nothing is lost");
    show(false);
  };
  gentle.addEventListener("click", () => restart("stop"));
  plug.addEventListener("click", () => restart("kill"));
  on("scene", () => show(gentle.disabled));
  return h(
    "section",
    { class: "panel power" },
    h("h2", {}, both("机器人", "the bot")),
    lamp,
    h("div", { class: "buttons" }, gentle, plug),
  );
}
