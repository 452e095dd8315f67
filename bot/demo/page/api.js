// The server's JSON, one function a question. A refusal is an Error with the server's sentence.

const SILENT = "连不上演示服务器 · the demo server does not answer";

async function ask(path, options) {
  const answer = await fetch(`/api/${path}`, options).catch(() => null);
  if (!answer) throw new Error(SILENT);
  const body = await answer
    .json()
    .catch(() => ({ error: `${answer.status} ${answer.statusText}` }));
  if (!answer.ok) throw new Error(body.error ?? SILENT);
  return body;
}

const get = (path, query = {}) => ask(`${path}?${new URLSearchParams(query)}`);

const post = (path, body) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

export const scene = () => get("scene");
export const chats = (as) => get("chats", { as });
export const messages = (as, chat) => get("messages", { as, chat });
export const eventsUrl = (as) => `/api/events?as=${as}`;

export const say = (body) => post("say", body);
export const postSamples = (body) => post("sample", body);
export const press = (body) => post("press", body);
export const react = (body) => post("react", body);
export const edit = (body) => post("edit", body);
export const forward = (body) => post("forward", body);
export const newcomer = () => post("newcomer", {});
export const join = (as) => post("join", { as });
export const leave = (as) => post("leave", { as });
export const rename = (body) => post("rename", body);
export const block = (as) => post("block", { as });
export const rights = (admin) => post("rights", { admin });
export const migrate = () => post("migrate", {});
export const start = (as, payload = "") => post("start", { as, payload });
export const wind = (body) => post("wind", body);
export const restart = (how) => post("restart", { how });

/** `fields`: as, chat, caption, reply_to, as_document. */
export function upload(fields, files) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value ?? "");
  for (const file of files) form.append("files", file, file.name);
  return ask("upload", { method: "POST", body: form });
}
