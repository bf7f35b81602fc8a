/** The words of a page and where they go. Nothing a person wrote is ever read as markup: text goes in as text. */
export const $ = (id) => document.getElementById(id);

let language = "es";
let texts = {};

export function t(key, ...values) {
  return values.reduce((text, value, i) => text.replace(`{${i}}`, value), texts[key] ?? key);
}

/** Only the language spoken is loaded. */
export async function speak(wanted) {
  language = wanted === "en" ? "en" : "es";
  texts = (await import(`./texts.${language}.js`)).default;
  document.documentElement.lang = language === "en" ? "en" : "es-MX";
  for (const e of document.querySelectorAll("[data-t]")) if (texts[e.dataset.t]) e.textContent = t(e.dataset.t);
  for (const e of document.querySelectorAll("[data-t-label]")) e.setAttribute("aria-label", t(e.dataset.tLabel));
  for (const e of document.querySelectorAll("[data-t-hint]")) e.placeholder = t(e.dataset.tHint);
  $("language").textContent = language === "en" ? "Español" : "English";
  $("language").lang = language === "en" ? "es" : "en";
}

/** Words that are loaded later; those of the page stay. */
export const learn = (more) => (texts = { ...more, ...texts });

export const spoken = () => language;

export const create = (tag, className, text) => {
  const e = document.createElement(tag);
  if (className) e.className = className;
  if (text != null) e.textContent = text;
  return e;
};
