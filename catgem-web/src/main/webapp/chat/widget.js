/* One line puts the chat on a page: <script src="https://HOST/catgem/chat/widget.js" async></script>
   Optional: data-lang="es|en", data-topic="CODE", data-label="…". Nothing of the host page is read or changed. */
(() => {
  const script = document.currentScript;
  if (!script || document.getElementById("catgem-chat")) return;
  const page = new URL("./", script.src);
  const english = (script.dataset.lang ?? document.documentElement.lang ?? "").toLowerCase().startsWith("en");
  const say = english
    ? { open: "Chat with CATGEM", close: "Close the chat", frame: "CATGEM chat", unread: "new messages" }
    : { open: "Chat con CATGEM", close: "Cerrar el chat", frame: "Chat de CATGEM", unread: "mensajes nuevos" };

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    button { position: fixed; right: 1rem; bottom: 1rem; z-index: 2147483000; display: flex; align-items: center; gap: .5rem;
      min-height: 3.25rem; padding: .5rem 1.2rem; border: 2px solid #fff; border-radius: 2rem; background: #6b1532; color: #fff;
      font: 600 1rem/1.2 system-ui, sans-serif; cursor: pointer; box-shadow: 0 3px 14px #0005; }
    button:hover { background: #55102a; }
    button:focus-visible { outline: 3px solid #0b57d0; outline-offset: 3px; }
    b { min-width: 1.5rem; padding: 0 .35rem; border-radius: 1rem; background: #fff; color: #6b1532; text-align: center; }
    [hidden] { display: none !important; }
    .box { position: fixed; right: 1rem; bottom: 5.25rem; z-index: 2147483001; width: 24rem; height: min(38rem, calc(100vh - 6.5rem));
      border: 1px solid #857d76; border-radius: 12px; overflow: hidden; background: #fff; box-shadow: 0 8px 40px #0006; }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    @media (max-width: 30rem), (max-height: 30rem) { .box { inset: 0; width: auto; height: auto; border: 0; border-radius: 0; } }
    @media (forced-colors: active) { button { border: 3px solid ButtonText; } }
  `);

  const host = document.createElement("div");
  host.id = "catgem-chat";
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];

  const box = document.createElement("div");
  box.className = "box";
  box.id = "box";
  box.hidden = true;
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", say.frame);

  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "box");
  const label = document.createElement("span");
  label.textContent = script.dataset.label ?? say.open;
  const badge = document.createElement("b");
  badge.hidden = true;
  button.append(label, badge);
  root.append(button, box);

  let frame;
  const greet = () => {
    frame.focus();
    frame.contentWindow.postMessage({ catgem: "opened" }, page.origin);
  };

  function show(open) {
    box.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    label.textContent = open ? say.close : (script.dataset.label ?? say.open);
    badge.hidden = true;
    if (!open) return button.focus();
    if (frame) return greet();
    frame = document.createElement("iframe");
    frame.title = say.frame;
    frame.allow = "clipboard-write";
    const query = new URLSearchParams({ lang: english ? "en" : "es" });
    if (script.dataset.topic) query.set("topic", script.dataset.topic);
    frame.src = new URL(`?${query}`, page).href;
    frame.onload = greet;
    box.append(frame);
  }

  button.onclick = () => show(box.hidden);
  box.onkeydown = (e) => e.key === "Escape" && show(false);
  addEventListener("message", (e) => {
    if (!frame || e.source !== frame.contentWindow || e.origin !== page.origin) return;
    if (e.data?.catgem === "close") show(false);
    if (e.data?.catgem === "unread" && box.hidden && e.data.unread > 0) {
      badge.textContent = e.data.unread;
      badge.setAttribute("aria-label", `${e.data.unread} ${say.unread}`);
      badge.hidden = false;
    }
  });
  (document.body ?? document.documentElement).append(host);
})();
