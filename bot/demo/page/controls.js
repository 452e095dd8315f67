// Outside the chat: who plays, the clock, the bot. Beside the chat, or on a phone in a sheet.

import { clockButton, clockPanel } from "./clock.js";
import { h, icon, iconButton, query } from "./dom.js";
import { actingButton, membersPanel } from "./members.js";
import { powerPanel } from "./power.js";
import { on, tell } from "./state.js";

export function buildControls() {
  const shut = iconButton("close", "关闭 close", {
    class: "shut",
    onclick: closeSheet,
    "data-testid": "close-controls",
  });
  query(".controls").append(
    shut,
    membersPanel(helpButton("tour-again")),
    clockPanel(),
    powerPanel(),
  );
  const opens = { "aria-controls": "controls", onclick: openSheet };
  query(".bar").append(actingButton(opens), clockButton(opens), helpButton("tour-again-bar"));
  query(".scrim").addEventListener("click", closeSheet);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && closeSheet());
  on("me open wound", closeSheet);
}

function helpButton(id) {
  const facts = {
    type: "button",
    class: "help",
    "aria-label": "导览 guided tour",
    title: "导览 guided tour",
    "data-testid": id,
  };
  return h("button", { ...facts, onclick: () => tell("tour") }, icon("help"));
}

function openSheet(event) {
  document.body.classList.add("sheet-open");
  if (event.currentTarget.classList.contains("time")) query(".panel.clock").scrollIntoView();
  query(".shut").focus({ preventScroll: true });
}

function closeSheet() {
  document.body.classList.remove("sheet-open");
}
