// What all parts of the page look at, and the news that they tell each other.
//
// News: "scene" (people, bot, clock) · "me" · "chats" · "open" (a chat) · "message" {type, message}
// · "anonymous" · "connection" · "pressed" {button} · "wound".

const bus = new EventTarget();

export const state = {
  scene: null, // the last answer of /api/scene, kept fresh by events
  at: 0, // Date.now() when scene.now was told
  me: 0, // who is being played
  chat: 0, // the open chat's id, 0 for none
  chats: [],
  anonymous: false, // whether the owner writes in the group's name
  connected: true,
};

export const tell = (name, detail) => bus.dispatchEvent(new CustomEvent(name, { detail }));

export const on = (names, hear) => {
  for (const name of names.split(" ")) bus.addEventListener(name, (event) => hear(event.detail));
};

export function setScene(stage) {
  state.scene = { ...state.scene, ...stage };
  if (stage.now) state.at = Date.now();
  tell("scene");
}

export const member = (id) => state.scene.members.find((one) => one.id === id);

export const me = () => member(state.me);

export const memberByUsername = (name) =>
  state.scene.members.find((one) => one.username?.toLowerCase() === name.toLowerCase());

export const openChat = () => state.chats.find((chat) => chat.id === state.chat);

export const isGroup = () => state.chat === state.scene.group.id;

/** The group's time now, wound and running. */
export const now = () => new Date(Date.parse(state.scene.now) + Date.now() - state.at);
