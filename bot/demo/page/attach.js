// What can be posted: the ready sample forms, one tap away, or one's own files.

import * as api from "./api.js";
import { showOwn } from "./chat.js";
import { both, h, icon, iconButton } from "./dom.js";
import { popup } from "./popup.js";
import { previewFiles } from "./preview.js";
import { state, tell } from "./state.js";
import { attempt } from "./toast.js";

const GAP = 8; // px

let along = () => ({}); // the caption and the answered message of the next post

export function attachButton() {
  const button = iconButton("attach", "附件、样张 · attach, sample forms", {
    class: "attach",
    "data-testid": "attach",
    "aria-haspopup": "menu",
  });
  button.addEventListener("click", () => openMenu(button));
  return button;
}

/** Files may also be dropped on the chat or pasted into the field. */
export function hearFiles(chat, field, told) {
  along = told;
  field.addEventListener("paste", (event) => take(event, event.clipboardData.files));
  chat.addEventListener("dragover", (event) => event.preventDefault());
  chat.addEventListener("drop", (event) => take(event, event.dataTransfer.files));
}

function take(event, files) {
  if (!files.length) return;
  event.preventDefault();
  previewFiles([...files], along());
}

function openMenu(button) {
  const asFile = h("input", { type: "checkbox", "data-testid": "as-file" });
  const { left, top } = button.getBoundingClientRect();
  const picked = new Set();
  const box = popup(
    { x: left, y: 0 },
    { class: "popup attach-menu", "data-testid": "attach-menu", "aria-label": "附件 attach" },
    [
      h("h3", {}, both("信息表样张，点一下就发", "Tap a form to post it")),
      h(
        "div",
        { class: "samples" },
        state.scene.samples.map((one) => tile(one, picked, () => box, asFile)),
      ),
      albumButton(picked, () => box, asFile),
      h(
        "label",
        { class: "as-file" },
        asFile,
        h("span", {}, both("作为文件发送", "send as a file")),
      ),
      ownFile(() => box, asFile),
      blankForm(),
    ],
  );
  standAbove(box, top);
}

/** Its foot stays above the paper clip, also when it grows. */
function standAbove(box, top) {
  box.style.top = "auto";
  box.style.bottom = `${innerHeight - top + GAP}px`;
  box.style.maxHeight = `${top - 2 * GAP}px`;
}

function tile({ name, title, url }, picked, box, asFile) {
  const pick = h("input", {
    type: "checkbox",
    "aria-label": `选入相册 add to an album: ${title.zh}`,
    "data-testid": `sample-pick-${name}`,
  });
  pick.addEventListener("change", () => {
    if (pick.checked) picked.add(name);
    else picked.delete(name);
    box().dispatchEvent(new Event("picked"));
  });
  const onclick = () => post([name], asFile.checked, box());
  const shown = h("img", { src: url, alt: "", loading: "lazy" });
  const told = h("span", {}, title.zh, h("small", {}, title.en));
  return h(
    "div",
    { class: "sample" },
    h("button", { type: "button", "data-testid": `sample-${name}`, onclick }, shown, told),
    h("label", { class: "pick" }, pick),
  );
}

function albumButton(picked, box, asFile) {
  const button = h("button", {
    type: "button",
    class: "primary",
    hidden: true,
    "data-testid": "send-picked",
  });
  button.addEventListener("click", () => post([...picked], asFile.checked, box()));
  queueMicrotask(() =>
    box().addEventListener("picked", () => {
      button.hidden = !picked.size;
      button.replaceChildren(
        ...both(`发送 ${picked.size} 张`, picked.size > 1 ? "send as an album" : "send"),
      );
    }),
  );
  return button;
}

function ownFile(box, asFile) {
  const input = h("input", {
    type: "file",
    multiple: true,
    hidden: true,
    "data-testid": "attach-file",
  });
  input.addEventListener("change", () => {
    box().hidePopover();
    previewFiles([...input.files], { ...along(), as_file: asFile.checked });
  });
  const facts = { class: "item", "data-testid": "own-file", onclick: () => input.click() };
  return [
    h(
      "button",
      { type: "button", ...facts },
      icon("file"),
      h("span", {}, both("自己的照片或文件…", "Your own file…")),
    ),
    input,
  ];
}

function blankForm() {
  const facts = { class: "item", href: "/api/blank-form.pdf", target: "_blank" };
  const words = both("空白信息表，打印用", "Blank form (PDF)");
  return h("a", { ...facts, "data-testid": "blank-form" }, icon("print"), h("span", {}, words));
}

async function post(names, asDocument, box) {
  box.hidePopover();
  const posted = await attempt(() =>
    api.postSamples({
      as: state.me,
      chat: state.chat,
      names,
      as_document: asDocument,
      ...along(),
    }),
  );
  showOwn(posted);
  if (posted) tell("posted");
}
