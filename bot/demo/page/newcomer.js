// Somebody whom nobody here knows yet.

import * as api from "./api.js";
import { member, setScene, state } from "./state.js";
import { attempt } from "./toast.js";

/** Their id once they can be played; undefined when the server refuses. */
export async function newcomer() {
  const fresh = await attempt(api.newcomer);
  if (fresh && !member(fresh.id)) setScene({ members: [...state.scene.members, fresh] });
  return fresh?.id;
}
