import { ask } from "./link.js";
import { create, spoken, t } from "./words.js";

/** The survey as a form: after a chat in its page, after a mail by its link. Answers stay until they are sent. */
const AGAIN = 3_000;
const PATIENCE = 150_000;
let given = { answers: {}, comment: "" };
let over = false;
let turn = 0;

/** Shows it when the contact is closed and asked about; says nothing when it is not. */
export async function offer(box, credential, since = Date.now()) {
  if (over || box.dataset.language === spoken()) return;
  const mine = ++turn;
  let form;
  try {
    form = await ask(`survey?language=${spoken()}`, credential);
  } catch {
    form = { state: "PENDING" };
  }
  if (mine !== turn) return;
  if (form.state === "PENDING" && Date.now() - since < PATIENCE) {
    setTimeout(() => mine === turn && offer(box, credential, since), AGAIN);
  } else if (form.state === "OPEN") {
    draw(box, credential, form);
  }
}

/** Another conversation begins. */
export function forget(box) {
  given = { answers: {}, comment: "" };
  over = false;
  turn++;
  box.hidden = true;
  box.replaceChildren();
  delete box.dataset.language;
}

/** By link: every state has its words. */
export async function show(box, credential) {
  try {
    const form = await ask(`survey?language=${spoken()}`, credential);
    if (form.state === "OPEN") draw(box, credential, form);
    else say(box, t(form.state === "ANSWERED" ? "SurveyAlreadyAnswered" : "SurveyExpired"));
  } catch (e) {
    say(box, t(e.message));
    if (e.message !== "SurveyUnknown") box.append(again(() => show(box, credential)));
  }
}

/** The language the link was sent in. */
export const languageOf = (credential) => ask("survey", credential).then((form) => form.language.toLowerCase());

function draw(box, credential, form) {
  const paper = create("form", "survey");
  paper.noValidate = true;
  const title = create(box.id === "survey" ? "h3" : "h2", "", t("surveyTitle"));
  title.id = "survey-title";
  title.tabIndex = -1;
  paper.append(title, create("p", "hint", t("surveyIntro")), ...form.questions.map(question), comment(form));
  const error = create("p", "error");
  error.setAttribute("role", "alert");
  error.hidden = true;
  const send = create("button", "primary", t("surveySend"));
  const skip = create("button", "", t("surveySkip"));
  skip.type = "button";
  skip.onclick = () => finish(box, t("surveySkipped"));
  const pair = create("div", "pair");
  pair.append(send, skip);
  paper.append(error, pair);
  paper.onsubmit = (e) => {
    e.preventDefault();
    deliver(box, credential, paper, error, send);
  };
  box.replaceChildren(paper);
  box.hidden = false;
  box.dataset.language = spoken();
}

function question({ number, required, text, options }) {
  const set = create("fieldset", options.length > 3 ? "scale" : "few");
  const legend = create("legend", "", text);
  if (required) legend.append(" ", create("small", "", `(${t("surveyRequired")})`));
  const row = create("div", "options");
  for (const { code, text: label } of options) {
    const choice = create("label");
    const input = create("input");
    input.type = "radio";
    input.name = `survey-${number}`;
    input.value = code;
    input.required = required;
    input.checked = given.answers[number] === code;
    input.onchange = () => (given.answers[number] = code);
    choice.append(input, ...(options.length > 3 ? [create("strong", "", code.slice(1)), " "] : []), create("span", "", label));
    row.append(choice);
  }
  set.append(legend, row);
  return set;
}

function comment({ maxComment }) {
  const part = create("div");
  const label = create("label", "", t("surveyComment"));
  label.append(" ", create("small", "", t("optional")));
  label.htmlFor = "survey-comment";
  const text = create("textarea");
  text.id = "survey-comment";
  text.rows = 2;
  text.maxLength = maxComment;
  text.value = given.comment;
  text.setAttribute("aria-describedby", "survey-comment-hint");
  text.oninput = () => (given.comment = text.value);
  const hint = create("p", "hint", t("surveyCommentHint"));
  hint.id = "survey-comment-hint";
  part.append(label, text, hint);
  return part;
}

async function deliver(box, credential, paper, error, send) {
  const first = paper.querySelector("input[required]");
  const missing = first && !given.answers[1];
  error.hidden = !missing;
  error.textContent = missing ? t("surveyMissing") : "";
  if (missing) return first.focus();
  send.disabled = true;
  try {
    await ask("survey", { ...credential, body: given });
    finish(box, t("surveyThanks"));
  } catch (e) {
    send.disabled = false;
    if (e.message === "SurveyAlreadyAnswered" || e.message === "SurveyExpired") return finish(box, t(e.message));
    error.textContent = e.message === "Unavailable" ? t("surveyKept") : t(e.message);
    error.hidden = false;
  }
}

function finish(box, words) {
  over = true;
  say(box, words);
  box.firstElementChild.focus();
}

function say(box, words) {
  const line = create("p", "survey-said", words);
  line.id = "survey-title";
  line.tabIndex = -1;
  line.setAttribute("role", "status");
  box.replaceChildren(line);
  box.hidden = false;
}

function again(run) {
  const button = create("button", "", t("resend"));
  button.type = "button";
  button.onclick = run;
  return button;
}
