// The stream of events: it comes back by itself, and what was missed is fetched.

import * as api from "./api.js";
import { setScene, state, tell } from "./state.js";

const AGAIN = 1500; // milliseconds
const OF_THE_STAGE = new Set(["clock", "bot", "members"]);

let source = null;
let timer = 0;

/** Listen as the person being played. `resync` is called after every interruption. Resolves when the
 * stream is open, or can't be: what happened before that must be asked for. */
export function listen(resync) {
  clearTimeout(timer);
  source?.close();
  const stream = new EventSource(api.eventsUrl(state.me));
  source = stream;
  stream.onmessage = ({ data }) => hear(JSON.parse(data));
  return new Promise((settle) => {
    stream.onopen = () => {
      if (!state.connected) resync();
      connected(true);
      settle();
    };
    stream.onerror = () => {
      connected(false);
      if (stream.readyState === EventSource.CLOSED) timer = setTimeout(() => listen(resync), AGAIN);
      settle();
    };
  });
}

function connected(is) {
  if (state.connected === is) return;
  state.connected = is;
  tell("connection");
}

function hear({ type, message, ...stage }) {
  if (OF_THE_STAGE.has(type)) setScene(stage);
  else tell("message", { type, message });
}
