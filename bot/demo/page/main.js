// Puts the page together and keeps it going.

import * as api from "./api.js";
import { buildChat, openChat, resync } from "./chat.js";
import { buildChats, fetchChats } from "./chats.js";
import { buildComposer } from "./composer.js";
import { buildControls } from "./controls.js";
import { buildHeader } from "./header.js";
import { listen } from "./live.js";
import { recall, remember } from "./memory.js";
import { me, member, on, setScene, state, tell } from "./state.js";
import { attempt } from "./toast.js";
import { buildTour } from "./tour.js";

const AGAIN = 1500; // milliseconds
const NARROW = matchMedia("(max-width: 760px)");

function build() {
  buildControls();
  buildHeader();
  buildChats();
  buildChat();
  buildComposer();
  buildTour();
  on("act", act);
  on("go", ({ chat }) => go(chat));
  on("me scene", follow);
  document.addEventListener("visibilitychange", () => document.hidden || catchUp());
}

/** Play a person: their chats, their view of each message, their events. */
async function act(id) {
  await openChat(0);
  state.me = id;
  state.anonymous = false;
  tell("anonymous");
  remember("me", id);
  tell("me");
  await listen(catchUp);
  if (state.me !== id) return;
  await Promise.all([fetchScene(), fetchChats()]);
  if (state.me !== id) return;
  await go(state.chats[0]?.id ?? 0);
}

let seen = "";

/** When one comes, goes, or the group has moved: open what there is now. */
async function follow() {
  const now = [state.me, state.scene.group.id, me().present].join();
  const [before, moved] = [seen, seen !== now && seen.startsWith(`${state.me},`)];
  seen = now;
  if (!before || !moved) return;
  await fetchChats();
  await go(state.chats[0].id);
}

async function go(chat) {
  if (chat && !state.chats.some((one) => one.id === chat)) await fetchChats();
  await openChat(chat);
  if (chat && !NARROW.matches) document.querySelector("textarea")?.focus();
  await fetchChats();
}

/** After an interruption: fetch all that may have been missed. */
async function catchUp() {
  await Promise.all([fetchScene(), fetchChats(), resync()]);
}

async function fetchScene() {
  const scene = await attempt(api.scene);
  if (scene && scene.group.id !== state.scene.group.id) location.reload(); // another demo was started
  if (scene) setScene(scene);
}

async function begin() {
  const scene = await attempt(api.scene);
  if (!scene) {
    setTimeout(begin, AGAIN);
    return;
  }
  state.scene = scene;
  const last = recall("me", scene.me);
  state.me = member(last) ? last : scene.me;
  build();
  setScene(scene);
  await act(state.me);
}

begin();
