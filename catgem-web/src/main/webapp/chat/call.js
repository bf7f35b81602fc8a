/** Everything about being phoned instead of chatting; loaded when it is first needed. */
import { remember } from "./outbox.js";
import { ask } from "./link.js";
import { $, learn, note, screen, spoken, t } from "./view.js";

const HALF_HOUR = 30;
const EARLIEST = 8 * 60;
const LATEST = 21 * 60;
const DAYS = 14;
/** The centre's own first, then where residents abroad live; the citizen's own is added when it is none of them. */
const ZONES = ["America/Mexico_City", "America/Tijuana", "America/Los_Angeles", "America/Phoenix", "America/Denver", "America/Chicago", "America/New_York", "America/Toronto", "America/Vancouver"];

let back;
let token;
let welcome;

/** Knows the words of the language spoken now, and writes them where they belong. */
async function words() {
  learn((await import(`./call.${spoken()}.js`)).default);
  for (const e of document.querySelectorAll("#call [data-t], #closed [data-t]")) e.textContent = t(e.dataset.t);
}

/** Closed, full, or a long wait: what one can do instead stands before everything else. */
export async function standing(now, kind) {
  await words();
  $("closed-mail").hidden = kind === "busy";
  // What is written there without a greeting tells of a chat that is always open.
  $("intro").hidden = kind === "closed" && !now.greeting;
  $("closed-title").textContent = t(`${kind}Title`);
  const opens = now.opensAt && new Date(now.opensAt).toLocaleString(document.documentElement.lang, { timeZone: now.zone, weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  $("closed-text").textContent = kind === "closed" && opens ? t("closedOpens", opens) : t(`${kind}Text`);
  $("closed").hidden = false;
}

/** What is said when a conversation ended with a wish to be phoned, or with a full line. */
export async function told({ callback }) {
  await words();
  if (!callback) return [t("overOverflow")];
  if (!callback.pending) return [t("callDone")];
  $("over-title").textContent = $("state").textContent = t("callAsked");
  return [asked(callback), t("callKeep")];
}

new MutationObserver(words).observe(document.documentElement, { attributeFilter: ["lang"] });

/** @param from which screen it goes back to; chat: the token of a conversation that waits, or null */
export async function open(from, chat) {
  back = from;
  token = chat;
  await words();
  welcome = await ask(`welcome?language=${spoken()}`);
  $("call-about").hidden = Boolean(chat);
  note("call-error");
  zones();
  days();
  screen("call");
}

const zone = () => $("call-zone").value || welcome.zone;

function zones() {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const all = [...new Set([welcome.zone, ...ZONES, own].filter((name) => name?.includes("/")))];
  const chosen = $("call-zone").value || (all.includes(own) ? own : welcome.zone);
  $("call-zone").replaceChildren(...all.map((name) => new Option(place(name), name)));
  $("call-zone").value = chosen;
}

const place = (name) => t(name.replace(/.*\//, "").replaceAll("_", " "));

/** A moment by the clock of the chosen zone: day as yyyy-mm-dd, and minutes since midnight. */
function local(at) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-CA", { timeZone: zone(), hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" }).formatToParts(at).map((part) => [part.type, part.value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

/** From when on somebody can phone: now, or when the centre opens. */
const soonest = () => local(new Date(welcome.open ? Date.now() : Math.max(Date.now(), Date.parse(welcome.opensAt ?? 0))));

function days() {
  const { day, minutes } = soonest();
  const today = local(new Date()).day;
  const tomorrow = local(new Date(Date.now() + 864e5)).day;
  const chosen = $("call-day").value;
  const all = [];
  for (let i = minutes + HALF_HOUR > LATEST ? 1 : 0; i < DAYS; i++) {
    const date = new Date(`${day}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + i);
    const name = date.toLocaleDateString(document.documentElement.lang, { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" });
    const value = date.toISOString().slice(0, 10);
    all.push(new Option(value === today ? `${t("today")}, ${name}` : value === tomorrow ? `${t("tomorrow")}, ${name}` : name, value));
  }
  $("call-day").replaceChildren(...all);
  if (all.some((option) => option.value === chosen)) $("call-day").value = chosen;
  hours();
}

const clock = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Only what can be kept: nothing past, nothing too early or late by the citizen's own clock. */
function hours() {
  const { day, minutes } = soonest();
  const first = $("call-day").value === day ? Math.max(EARLIEST, Math.ceil(minutes / HALF_HOUR) * HALF_HOUR) : EARLIEST;
  fill("call-from", first, LATEST - HALF_HOUR, first);
  untils(true);
}

function untils(fresh) {
  const from = minutesOf("call-from");
  const chosen = minutesOf("call-to");
  fill("call-to", from + HALF_HOUR, LATEST, fresh || chosen <= from ? Math.min(from + 120, LATEST) : chosen);
}

const minutesOf = (id) => $(id).value.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

function fill(id, first, last, chosen) {
  const options = [];
  for (let at = first; at <= last; at += HALF_HOUR) options.push(new Option(clock(at), clock(at)));
  $(id).replaceChildren(...options);
  $(id).value = clock(chosen);
}

$("call-zone").onchange = days;
$("call-day").onchange = hours;
$("call-from").onchange = () => untils(false);
$("call-back").onclick = () => back();
$("call-number").oninput = mended;

function mended() {
  note("call-error");
  $("call-number").removeAttribute("aria-invalid");
}

$("call-form").onsubmit = async (e) => {
  e.preventDefault();
  mended();
  $("call-go").disabled = true;
  const wish = { number: $("call-number").value, day: $("call-day").value, from: $("call-from").value, to: $("call-to").value, zone: zone(), reason: $("call-reason").value };
  try {
    if (token) await ask("callback", { token, body: wish });
    else {
      const said = await ask("callback", { body: { ...wish, language: spoken(), topic: $("topic").value, name: $("name").value, notice: welcome.notice } });
      remember({ token: said.token, earlier: null });
    }
    $("call-number").value = "";
    dispatchEvent(new Event("catgem-call"));
  } catch (problem) {
    note("call-error", t(problem.message));
    if (problem.message === "NumberNotValid") {
      $("call-number").setAttribute("aria-invalid", "true");
      $("call-number").focus();
    }
  }
  $("call-go").disabled = false;
};

function asked(callback) {
  const zoned = (at, how) => new Date(at).toLocaleString(document.documentElement.lang, { timeZone: callback.zone, ...how });
  const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return t("callAskedText", callback.number, zoned(callback.from, { weekday: "long", day: "numeric", month: "long" }), zoned(callback.from, hour), zoned(callback.to, hour), place(callback.zone));
}
