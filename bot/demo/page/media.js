// Photos, albums and files of a bubble; a tap on a photo shows it large.

import { h, icon, iconButton } from "./dom.js";

const WIDEST = 330; // px
const TALLEST = 520;
const NARROWEST = 0.6; // width ÷ height of a picture in a pair
const PICTURE = /\.(jpe?g|png|webp|gif)$/i;

export function attachments(messages) {
  const photos = messages.filter((one) => one.photo);
  const files = messages.filter((one) => one.document);
  return [photos.length > 1 ? album(photos) : photos.map(single), files.map(file)];
}

function single(message) {
  const { width, height } = message.photo;
  const scale = Math.min(WIDEST / width, TALLEST / height, 1);
  return picture(message, {
    width: `${Math.max(width * scale, 120)}px`,
    aspectRatio: `${width} / ${height}`,
  });
}

function album(messages) {
  const columns = messages.length === 2 || messages.length === 4 ? 2 : 3;
  const { width, height } = messages[0].photo;
  const shape = messages.length === 2 ? Math.max(width / height, NARROWEST) : 1;
  const style = { gridTemplateColumns: `repeat(${columns}, 1fr)` };
  return h(
    "div",
    { class: "album", style, "data-testid": "album" },
    messages.map((one) => picture(one, { aspectRatio: shape })),
  );
}

function picture({ id, photo }, style) {
  const shown = h("img", { src: photo.url, alt: "照片 photo", loading: "lazy", decoding: "async" });
  const facts = {
    class: "photo",
    "data-testid": `photo-${id}`,
    "aria-label": "放大照片 enlarge the photo",
  };
  return h("button", { type: "button", ...facts, style, onclick: () => enlarge(photo.url) }, shown);
}

function file(message) {
  const { name, url, size } = message.document;
  const look = PICTURE.test(name) ? h("img", { src: url, alt: "", loading: "lazy" }) : icon("file");
  const facts = { class: "file", href: url, download: name, "data-testid": `file-${message.id}` };
  const told = h("span", {}, h("b", {}, name), h("small", {}, weight(size)));
  return h("a", facts, h("span", { class: "look" }, look), told);
}

function weight(bytes) {
  return bytes < 1e6
    ? `${Math.max(1, Math.round(bytes / 1e3))} KB`
    : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The photo as large as the window; a tap, the cross or Esc closes it. */
function enlarge(url) {
  const close = () => box.close();
  const cross = iconButton("close", "关闭 close", { class: "cross", onclick: close });
  const shown = h("img", { src: url, alt: "照片 photo" });
  const box = h(
    "dialog",
    { class: "lightbox", "data-testid": "lightbox", onclick: close, onclose: () => box.remove() },
    shown,
    cross,
  );
  document.body.append(box);
  box.showModal();
}
