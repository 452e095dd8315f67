// One's own files before they go: a look, a caption, as photo or as file.

import * as api from "./api.js";
import { showOwn } from "./chat.js";
import { both, h, icon } from "./dom.js";
import { state, tell } from "./state.js";
import { attempt } from "./toast.js";

/** Ask how `files` are to be posted, and post them; several pictures become an album. `along`: a
 * caption, what is replied to, and whether they were to go as files. */
export function previewFiles(files, along) {
  const asFile = h("input", {
    type: "checkbox",
    checked: along.as_file || !files.every(isPicture),
    "data-testid": "own-as-file",
  });
  const caption = h("input", {
    type: "text",
    placeholder: "说明 Caption",
    value: along.caption,
    "aria-label": "说明 caption",
    "data-testid": "caption",
  });
  const looks = files.map(look);
  const box = h(
    "dialog",
    { class: "preview", "data-testid": "preview" },
    question(looks, asFile, caption),
  );
  const where = { as: state.me, chat: state.chat, reply_to: along.reply_to };
  box.addEventListener("close", () => {
    box.remove();
    looks.forEach((one) => one.src && URL.revokeObjectURL(one.src));
    if (box.returnValue === "send")
      send({ ...where, caption: caption.value, as_document: asFile.checked }, files);
  });
  document.body.append(box);
  box.showModal();
  caption.focus();
}

function question(looks, asFile, caption) {
  const go = { type: "submit", class: "primary", value: "send", "data-testid": "send-files" };
  const how = both("作为文件发送（不压缩）", "as a file");
  return h("form", { method: "dialog" }, [
    h("h3", {}, both(`发送 ${looks.length} 个文件`, `Send ${looks.length}`)),
    h("div", { class: "looks" }, looks),
    h("label", { class: "as-file" }, asFile, h("span", {}, how)),
    caption,
    h("menu", {}, cancel(), h("button", go, both("发送", "Send"))),
  ]);
}

const isPicture = (file) => file.type.startsWith("image/");

function cancel() {
  const onclick = (event) => event.target.closest("dialog").close();
  return h("button", { type: "button", onclick }, both("取消", "Cancel"));
}

function look(file) {
  if (!isPicture(file)) return h("span", { class: "look" }, icon("file"), file.name);
  return h("img", { src: URL.createObjectURL(file), alt: file.name });
}

async function send(fields, files) {
  const posted = await attempt(() => api.upload(fields, files));
  showOwn(posted);
  if (posted) tell("posted");
}
