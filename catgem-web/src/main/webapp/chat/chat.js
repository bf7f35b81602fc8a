import { ask, Link } from "./link.js";
import { Outbox, recall, remember } from "./outbox.js";
import { $, announce, confirmed, forget, note, paragraph, pending, screen, speak, spoken, t, toEnd } from "./view.js";

/** The citizen's page: notice, conversation, good-bye. */
const TYPING_EVERY = 3_000;
const TYPING_SHOWN = 5_000;
const COUNT_FROM = 500;
const embedded = window.parent !== window;

let welcome;
let view;
let seen = 0;
let unread = 0;
let typedAt = 0;
let typingUntil;
let opened = false;
const uploads = new Map();

const tell = (message) => embedded && parent.postMessage({ catgem: message, unread }, "*");
const token = () => recall("token");
const over = () => view?.phase === "ENDED";

const outbox = new Outbox({
  send: (item) => link.send(item),
  lost: () => link.check(),
  changed: showPending,
});

const link = new Link({
  position: () => seen,
  view: show,
  ack: (id) => outbox.acknowledged(id),
  refused: (id, code) => outbox.refused(id, code),
  typing: showTyping,
  up() {
    const wasDown = !$("offline").hidden;
    $("offline").hidden = true;
    if (wasDown) announce(t("back2"));
    ready();
    if (!over()) outbox.resume();
  },
  down() {
    outbox.pause();
    $("offline-text").textContent = t(navigator.onLine ? "paused" : "offline");
    $("offline").hidden = false;
    ready();
  },
  gone() {
    remember({ token: null });
    begin("gone");
  },
});

// ---- before the conversation

async function begin(reason) {
  screen("welcome", Boolean(reason) || opened);
  note("welcome-note", reason && t(reason));
  note("start-error");
  try {
    welcome = await ask(`welcome?language=${spoken()}`);
  } catch (e) {
    note("start-error", t(e.message));
    setTimeout(() => $("welcome").hidden || welcome || begin(reason), 5_000);
    return;
  }
  note("start-error");
  standing();
  $("notice-short").textContent = welcome.short;
  $("notice-full").replaceChildren(...welcome.full.split("\n\n").map(paragraph));
  const chosen = $("topic").value || new URLSearchParams(location.search).get("topic");
  $("topic").replaceChildren($("topic").firstElementChild, ...welcome.topics.map((topic) => new Option(topic.name, topic.code)));
  $("topic").value = welcome.topics.some((topic) => topic.code === chosen) ? chosen : "";
  // Nobody accepts a notice that has not arrived.
  $("accept").disabled = false;
}

const calls = () => import("./call.js");

async function standing() {
  const kind = !welcome.open ? "closed" : { FULL: "full", CALLBACK_OFFERED: "busy" }[welcome.line];
  $("start").hidden = kind === "closed" || kind === "full";
  $("intro").hidden = false;
  $("intro").textContent = welcome.greeting ?? t("intro");
  if (kind) await (await calls()).standing(welcome, kind);
  else $("closed").hidden = true;
}

const wantCall = async (back, chat) => (await calls()).open(back, chat).catch(() => note(chat ? "composer-error" : "start-error", t("Unavailable")));
$("closed-call").onclick = () => wantCall(() => begin("").then(() => document.querySelector("#welcome h1").focus()));
$("prefer-call").onclick = $("over-call").onclick = () => wantCall(() => screen("chat"), token());
addEventListener("catgem-call", () => converse());

$("start").onsubmit = async (e) => {
  e.preventDefault();
  if (!welcome) return begin();
  $("accept").disabled = true;
  note("start-error");
  try {
    const said = await ask("session", {
      body: { language: spoken(), topic: $("topic").value, name: $("name").value, notice: welcome.notice, ...(recall("earlier") && { earlier: recall("earlier") }) },
    });
    remember({ token: said.token, earlier: null });
    converse();
  } catch (problem) {
    // An earlier chat that can no longer be read must not keep anybody from a new one.
    if (problem.message === "ChatUnknown") remember({ earlier: null });
    if (["CentreClosed", "QueueFull"].includes(problem.message)) await begin("");
    else note("start-error", t(problem.message === "ChatUnknown" ? "gone" : problem.message));
  }
  $("accept").disabled = false;
};

$("refuse").onclick = () => screen("refused");
$("back").onclick = () => begin().then(() => document.querySelector("#welcome h1").focus());

// ---- the conversation

function converse(recovered) {
  view = null;
  seen = 0;
  $("log").replaceChildren();
  $("state").textContent = t(recovered ? "recovering" : "connecting");
  $("over").hidden = true;
  $("composer").hidden = $("end").hidden = false;
  screen("chat", !recovered || opened);
  $("write").value = recall("draft") ?? "";
  outbox.items.forEach(showPending);
  count();
  ready();
  link.start(token());
  if (!recovered) $("write").focus();
}

function show(next) {
  const first = !view;
  view = next;
  for (const message of next.messages) {
    if (message.seq <= seen) continue;
    seen = message.seq;
    if (message.id) {
      outbox.remove(message.id);
      uploads.delete(message.id);
    } else if (!first && document.hidden) unread++;
    if (message.author === "ADVISOR") hideTyping();
    confirmed(message, open);
  }
  if (first) toEnd();
  title();
  state();
  ready();
  if (over()) finish(first);
}

function state() {
  const words = {
    NEW: () => t("newChat"),
    WAITING: () => `${t("waiting")} · ${t(view.band)}`,
    ATTENDED: () => t("attended", view.advisor),
    ENDED: () => t("ended"),
  };
  const text = words[view.phase]();
  if ($("state").textContent !== text) $("state").textContent = text;
  $("state").dataset.phase = view.phase;
  $("folio").hidden = !view.folio;
  $("folio-value").textContent = view.folio ?? "";
  $("transcript").hidden = view.phase === "NEW" || over() || view.transcriptAsked;
  $("patience").hidden = $("prefer").hidden = view.phase !== "WAITING";
}

/** Sending waits until the line is up and everything missed is on the page. */
function ready() {
  const off = !link.isUp || !view || over();
  $("send").setAttribute("aria-disabled", off);
  $("attach").setAttribute("aria-disabled", off);
}

$("composer").onsubmit = (e) => {
  e.preventDefault();
  const text = $("write").value.trim();
  if ($("send").getAttribute("aria-disabled") === "true") return;
  if (!text || text.length > welcomeLimit()) return note("composer-error", t(text ? "MessageTooLong" : "MessageEmpty"));
  note("composer-error");
  outbox.add(text);
  $("write").value = "";
  remember({ draft: "" });
  count();
  toEnd();
  $("write").focus();
};

const welcomeLimit = () => welcome?.maxText ?? 4000;

function count() {
  const left = welcomeLimit() - $("write").value.length;
  $("count").textContent = left < 0 ? t("over", -left) : left < COUNT_FROM ? t("left", left) : "";
  $("count").classList.toggle("bad", left < 0);
  $("write").style.height = "auto";
  $("write").style.height = `${Math.min($("write").scrollHeight + 2, 160)}px`;
}

$("write").oninput = () => {
  note("composer-error");
  count();
  remember({ draft: $("write").value });
  if (view?.phase === "ATTENDED" && Date.now() - typedAt > TYPING_EVERY) {
    typedAt = Date.now();
    link.typing();
  }
};

const hasKeyboard = matchMedia("(hover: hover) and (pointer: fine)").matches;
$("write").onkeydown = (e) => {
  if (hasKeyboard && e.key === "Enter" && !e.shiftKey && !e.isComposing) {
    e.preventDefault();
    $("composer").requestSubmit();
  }
};

function showPending(item) {
  const actions = {
    unsent: [["resend", () => link.isUp ? outbox.resume() : link.retry()]],
    refused: [["remove", () => { outbox.remove(item.id); forget(item.id); $("write").focus(); }]],
  };
  const label = item.code ? `${t("unsent")}: ${t(item.code)}` : t(item.state);
  pending(item, label, actions[item.state]);
}

function showTyping() {
  clearTimeout(typingUntil);
  const text = t("isTyping", view?.advisor ?? t("centre"));
  if ($("typing").textContent !== text) $("typing").textContent = text;
  typingUntil = setTimeout(hideTyping, TYPING_SHOWN);
}

function hideTyping() {
  clearTimeout(typingUntil);
  $("typing").textContent = "";
}

// ---- files

$("attach").onclick = () => $("attach").getAttribute("aria-disabled") !== "true" && $("file").click();
$("file").onchange = () => {
  const [file] = $("file").files;
  $("file").value = "";
  note("composer-error");
  if (!file) return;
  if (file.size > (welcome?.maxFile ?? 5 * 1024 * 1024)) return note("composer-error", `${file.name}: ${t("FileTooLarge")}`);
  const item = { id: crypto.randomUUID?.() ?? String(Date.now()), text: file.name, file };
  uploads.set(item.id, item);
  send(item);
};

const files = () => import("./files.js");
const send = async (item) => (await files()).send(item, token(), uploads);
const open = async (file) => (await files()).open(file, token());

// ---- the end

$("end").onclick = () => $("end-dialog").showModal();
$("end-dialog").onclose = async () => {
  if ($("end-dialog").returnValue !== "yes") return;
  $("end-dialog").returnValue = "";
  try {
    await ask("end", { token: token(), method: "POST" });
    link.check();
  } catch (e) {
    note("composer-error", t(e.message));
  }
};

async function finish(quietly) {
  outbox.pause();
  link.stop();
  hideTyping();
  $("composer").hidden = $("end").hidden = $("transcript").hidden = $("prefer").hidden = true;
  const unsent = outbox.items.length > 0 || $("write").value.trim();
  $("over-title").textContent = t("overTitle");
  $("over-call").hidden = view.endedBy !== "OVERFLOW";
  const said = (view.callback || view.endedBy === "OVERFLOW") && (await (await calls()).told(view));
  $("over-text").replaceChildren(...[
    ...(said || [t({ CITIZEN: "overCitizen", CENTRE: "overCentre", SYSTEM: "overSystem" }[view.endedBy])]),
    view.folio && t("overFolio", view.folio),
    view.transcriptAsked && t("mailSent"),
    unsent && t("overUnsent"),
  ].filter(Boolean).map(paragraph));
  $("over-transcript").hidden = view.transcriptAsked || !seen || Boolean(view.callback);
  $("over").hidden = false;
  if (seen && !said) import("./survey.js").then((survey) => survey.offer($("survey"), { token: token() }));
  if (!quietly) $("over-title").focus();
  toEnd();
}

$("again").onclick = () => {
  const unsent = [...outbox.empty(), $("write").value].filter((text) => text.trim()).join("\n");
  remember({ earlier: seen ? token() : null, token: null, draft: unsent });
  $("over").hidden = true;
  import("./survey.js").then((survey) => survey.forget($("survey")));
  begin().then(() => document.querySelector("#welcome h1").focus());
};

// ---- transcript, folio, language, window

$("transcript").onclick = $("over-transcript").onclick = () => {
  note("mail-error");
  $("mail-dialog").showModal();
  $("address").focus();
};
$("mail-no").onclick = () => $("mail-dialog").close();
$("mail-form").onsubmit = async (e) => {
  e.preventDefault();
  $("address").removeAttribute("aria-invalid");
  try {
    await ask("transcript", { token: token(), body: { address: $("address").value } });
    $("mail-dialog").close();
    announce(t(over() ? "mailSent" : "mailAsked"));
    view.transcriptAsked = true;
    state();
    if (over()) finish(true);
    (over() ? $("over-title") : $("write")).focus();
  } catch (problem) {
    note("mail-error", t(problem.message));
    $("address").setAttribute("aria-invalid", "true");
    $("address").focus();
  }
};

$("copy").onclick = async () => {
  try {
    await navigator.clipboard.writeText(view.folio);
    announce(t("copied"));
    $("copy").textContent = "✓";
    setTimeout(() => ($("copy").textContent = t("copy")), 2_000);
  } catch {
    getSelection().selectAllChildren($("folio-value"));
  }
};

$("language").onclick = async () => {
  await speak(spoken() === "en" ? "es" : "en");
  remember({ language: spoken() });
  words();
  if (!token()) begin();
  else if (view) {
    state();
    if (over()) finish(true);
  }
};

function words() {
  $("hint").textContent = hasKeyboard ? t("enterSends") : "";
  $("address").placeholder = "";
  count();
  title();
}

function title() {
  document.title = `${unread ? `(${t("newMessages", unread)}) ` : ""}Chat · CATGEM`;
  tell("unread");
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  unread = 0;
  title();
});
$("newer").onclick = () => { toEnd(); $("write").focus(); };
$("retry").onclick = () => link.retry();
$("minimise").hidden = !embedded;
$("minimise").onclick = () => tell("close");
document.addEventListener("keydown", (e) => {
  if (embedded && e.key === "Escape" && !document.querySelector("dialog[open]")) tell("close");
});
addEventListener("message", (e) => {
  if (e.data?.catgem !== "opened") return;
  opened = true;
  (view && !over() ? $("write") : document.querySelector("main:not([hidden]) h1"))?.focus();
});

const asked = new URLSearchParams(location.search).get("lang") ?? recall("language");
await speak(asked ?? (navigator.language.startsWith("en") ? "en" : "es"));
words();
if (token()) converse(true);
else begin();
