// How people look: their avatar, their colour, the name of their role.

import { h } from "./dom.js";

export const ROLES = {
  clerk: ["值班客服", "duty clerk"],
  dispatcher: ["派单员", "dispatcher"],
  lead: ["物业负责人", "firm lead"],
  specialist: ["专业机构", "specialist"],
  secretary: ["秘书长", "secretary-general"],
  stranger: ["路人", "stranger"],
};

const OF_A_FIRM = new Set(["lead", "specialist"]);

/** A firm's people are known by their firm, others by what they do. */
export const standsFor = ({ role, firm, tag }) =>
  tag || (OF_A_FIRM.has(role) ? firm : ROLES[role][0]);

const COLOURS = 7;

/** One of seven colours, always the same for one person. */
export const colour = (id) => Math.abs(id) % COLOURS;

export function avatar(id, name, bot = false) {
  const sign = bot ? "🤖" : ([...name][0] ?? "?");
  return h("span", { class: `avatar tint-${colour(id)}`, "aria-hidden": "true" }, sign);
}
