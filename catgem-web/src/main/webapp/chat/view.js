/** What is shown of a conversation. */
import { $, create, spoken, speak, t, learn } from "./words.js";

export { $, create, learn, speak, spoken, t };

/** Shows one of the page's screens and takes the focus to its heading, so that it is read. */
export function screen(id, focus = true) {
  for (const main of document.querySelectorAll("main")) main.hidden = main.id !== id;
  $("skip").hidden = id !== "chat";
  if (focus) document.querySelector(`#${id} h1`).focus({ preventScroll: true });
}

export function note(id, text) {
  const e = $(id);
  e.textContent = text ?? "";
  e.hidden = !text;
}

export const announce = (text) => ($("said").textContent = text);

export const paragraph = (text) => create("p", "", text);

const clock = (at) => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

// Who reads the end stays there, whatever grows or shrinks; who has scrolled back stays where they are.
let atEnd = true;

export function toEnd() {
  atEnd = true;
  $("scroll").scrollTop = $("scroll").scrollHeight;
  $("newer").hidden = true;
}

$("scroll").onscroll = () => {
  atEnd = $("scroll").scrollHeight - $("scroll").scrollTop - $("scroll").clientHeight < 40;
  if (atEnd) $("newer").hidden = true;
};
new ResizeObserver(() => atEnd && toEnd()).observe($("scroll"));

function place(node, before = null) {
  $("log").insertBefore(node, before);
  if (atEnd) toEnd();
  else if (!node.classList.contains("own")) $("newer").hidden = false;
}

function bubble(kind, who) {
  const item = create("div", `msg ${kind}`);
  item.append(create("span", "who", who), create("div", "text"), create("span", "foot"));
  return item;
}

function write(node, text, linked) {
  const box = node.querySelector(".text");
  box.replaceChildren();
  const parts = linked ? text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/) : [text];
  parts.forEach((part, i) => {
    if (i % 2 === 0) return box.append(part);
    const link = create("a", "", part);
    link.href = part;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    box.append(link);
  });
}

/** A message that the centre has; its pending form, if it is shown, becomes it. */
export function confirmed(message, open) {
  const pending = message.id && $("log").querySelector(`[data-id="${message.id}"]`);
  const own = message.author === "CITIZEN";
  const who = own ? t("you") : (message.name ?? t("centre"));
  const node = pending || bubble(own ? "own" : message.author === "SYSTEM" ? "system" : "", who);
  delete node.dataset.id;
  node.classList.remove("unsent");
  write(node, message.text, !own);
  for (const file of message.files) {
    const button = create("button", "small file", `↓ ${file.name}`);
    button.type = "button";
    button.setAttribute("aria-label", t("download", file.name, size(file.size)));
    button.onclick = () => open(file);
    node.querySelector(".text").append(button);
  }
  const time = create("time", "", clock(message.at));
  time.dateTime = message.at;
  node.querySelector(".foot").replaceChildren(time, ...(own ? [create("span", "", ` · ${t("sent")} ✓`)] : []));
  if (!pending) place(node, $("log").querySelector("[data-id]"));
}

/** A message of this page that is on its way; actions are [text key, function] pairs. */
export function pending(item, label, actions = []) {
  let node = $("log").querySelector(`[data-id="${item.id}"]`);
  if (!node && item.state === "sent") return;
  if (!node) {
    node = bubble("own", t("you"));
    node.dataset.id = item.id;
    write(node, item.text);
    place(node);
    toEnd();
  }
  node.classList.toggle("unsent", item.state === "unsent" || item.state === "refused");
  const foot = node.querySelector(".foot");
  foot.replaceChildren(create("span", "", label));
  for (const [key, run] of actions) {
    const button = create("button", "small", t(key));
    button.type = "button";
    button.onclick = run;
    foot.append(" ", button);
  }
}

export const forget = (id) => $("log").querySelector(`[data-id="${id}"]`)?.remove();
