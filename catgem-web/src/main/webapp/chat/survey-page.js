import { languageOf, show } from "./survey.js";
import { $, speak, spoken, t } from "./words.js";

/** The page of the link in the mail. */
const link = location.hash.slice(1);
const said = $("survey-page");

async function words(language) {
  await speak(language);
  document.title = `${t("surveyPage")} · CATGEM`;
  await show(said, { link });
}

$("language").onclick = () => words(spoken() === "en" ? "es" : "en");
// Another link opened in the same window is another survey.
addEventListener("hashchange", () => location.reload());
const own = await languageOf({ link }).catch(() => (navigator.language.startsWith("en") ? "en" : "es"));
await words(own);
