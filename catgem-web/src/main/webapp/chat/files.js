/** Files of a conversation; loaded when the first one is sent or fetched. */
import { API } from "./link.js";
import { $, announce, create, forget, note, pending, t } from "./view.js";

/** Uploads with progress (0–100), which fetch cannot tell. */
function upload(token, id, file, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", new URL(`files?id=${id}&name=${encodeURIComponent(file.name)}`, API));
    request.setRequestHeader("X-Chat-Token", token);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (e) => e.lengthComputable && progress(Math.round((e.loaded / e.total) * 100));
    request.onload = () => {
      let said = {};
      try { said = JSON.parse(request.responseText); } catch { /* a proxy's own page */ }
      request.status === 200 ? done(said) : failed(new Error(said.code ?? "Unavailable"));
    };
    request.onerror = () => failed(new Error("Unavailable"));
    request.send(file);
  });
}

async function download(token, id) {
  const answer = await fetch(new URL(`files/${id}`, API), { headers: { "X-Chat-Token": token }, credentials: "omit" });
  if (!answer.ok) throw new Error("Unavailable");
  return answer.blob();
}

function progress(id, name, percent) {
  const foot = $("log").querySelector(`[data-id="${id}"] .foot`);
  if (!foot) return;
  const bar = foot.querySelector("progress") ?? foot.appendChild(create("progress"));
  bar.max = 100;
  bar.value = percent;
  bar.setAttribute("aria-label", t("uploading", name, percent));
}

/** Sends a file as a message of its own; uploads holds those that the conversation does not show yet. */
export async function send(item, token, uploads) {
  pending({ ...item, state: "sending" }, t("sending"));
  try {
    await upload(token, item.id, item.file, (percent) => progress(item.id, item.file.name, percent));
    if (uploads.has(item.id)) pending({ ...item, state: "sent" }, t("sent"));
  } catch (e) {
    const again = e.message === "Unavailable" || e.message === "TooFast";
    const remove = ["remove", () => { uploads.delete(item.id); forget(item.id); $("write").focus(); }];
    pending({ ...item, state: "unsent" }, `${t("unsent")}: ${t(e.message)}`, again ? [["resend", () => send(item, token, uploads)], remove] : [remove]);
    announce(t(e.message));
  }
}

/** Saves a file of the conversation; it is never shown within our own page. */
export async function open(file, token) {
  try {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await download(token, file.id));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (e) {
    note("composer-error", t(e.message));
  }
}
