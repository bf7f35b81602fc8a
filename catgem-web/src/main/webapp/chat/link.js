/** The line to the centre: a socket, or long polling where no socket gets through. It comes back by itself. */
export const API = new URL("api/", document.baseURI);
const PING = 20_000;
const PATIENCE = 12_000;
const LONGEST_PAUSE = 15_000;

/** Asks over HTTP; answers the JSON, or throws an Error whose message is the code of the refusal. */
export async function ask(path, { token, link, body, signal, method = body ? "POST" : "GET" } = {}) {
  let answer;
  try {
    answer = await fetch(new URL(path, API), {
      method,
      signal,
      cache: "no-store",
      credentials: "omit",
      headers: { ...(token && { "X-Chat-Token": token }), ...(link && { "X-Survey-Token": link }), ...(body && { "Content-Type": "application/json" }) },
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Error("Unavailable");
  }
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.code ?? "Unavailable");
  return said;
}

export class Link {
  /** @param on view(frame), ack(id), refused(id, code), typing(), up(), down(), gone(); position() answers the last seq */
  constructor(on) {
    this.on = on;
    addEventListener("online", () => this.retry());
    addEventListener("offline", () => this.token && this.#lost());
    document.addEventListener("visibilitychange", () => !document.hidden && this.check());
  }

  start(token) {
    this.token = token;
    this.failures = this.sockets = 0;
    this.#connect();
  }

  stop() {
    this.token = null;
    this.#drop();
  }

  retry() {
    if (!this.token || this.isUp) return;
    this.#drop();
    this.#connect();
  }

  /** Makes sure that somebody is there. */
  check() {
    if (this.socket?.readyState !== 1) return this.retry();
    this.#say({ t: "ping" });
    this.silence ??= setTimeout(() => this.#lost(), PATIENCE);
  }

  /** Hands a message over; ack or refused follows. */
  send({ id, text }) {
    if (this.socket) return this.#say({ t: "send", id, text });
    ask("messages", { token: this.token, body: { id, text } })
      .then(() => this.on.ack(id), (e) => this.on.refused(id, e.message));
  }

  typing() {
    if (this.socket) this.#say({ t: "typing" });
    else ask("typing", { token: this.token, method: "POST" }).catch(() => {});
  }

  #say(frame) {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(frame));
  }

  #connect() {
    // A network that breaks sockets twice, and lets HTTP through, is polled from then on.
    if (this.sockets === 0 && this.failures % 3 === 2) return this.#poll("");
    const socket = (this.socket = new WebSocket(new URL("ws", document.baseURI.replace(/^http/, "ws"))));
    this.silence = setTimeout(() => this.#lost(), PATIENCE);
    socket.onopen = () => this.#say({ t: "hello", token: this.token, after: this.on.position() });
    socket.onmessage = (e) => {
      if (socket !== this.socket) return;
      clearTimeout(this.silence);
      this.silence = null;
      this.#hear(JSON.parse(e.data));
    };
    socket.onclose = () => socket === this.socket && this.#lost();
    this.beat = setInterval(() => this.check(), PING);
  }

  #hear(frame) {
    if (frame.t === "view") {
      this.sockets++;
      this.#up(frame);
    } else if (frame.t === "ack") this.on.ack(frame.id);
    else if (frame.t === "typing") this.on.typing();
    else if (frame.t === "refused" && frame.code === "ChatUnknown") this.#gone();
    else if (frame.t === "refused" && frame.id) this.on.refused(frame.id, frame.code);
  }

  async #poll(mark) {
    const polling = (this.polling = new AbortController());
    try {
      while (this.polling === polling) {
        const query = new URLSearchParams({ after: this.on.position(), mark });
        const frame = await ask(`session?${query}`, { token: this.token, signal: polling.signal });
        if (this.polling !== polling) return;
        if (frame.t === "typing") this.on.typing();
        else {
          mark = frame.mark;
          this.#up(frame);
        }
      }
    } catch (e) {
      if (this.polling !== polling) return;
      if (e.message === "ChatUnknown") this.#gone();
      else this.#lost();
    }
  }

  #up(view) {
    this.failures = 0;
    const was = this.isUp;
    this.isUp = true;
    // What was missed is shown before anything can be sent.
    this.on.view(view);
    if (!was && this.token) this.on.up();
  }

  #gone() {
    this.stop();
    this.on.gone();
  }

  #lost() {
    const down = !this.token ? null : ++this.failures;
    this.#drop();
    if (!down) return;
    this.on.down();
    const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** Math.min(down, 6)) * (0.7 + Math.random() * 0.6);
    this.pause = setTimeout(() => this.#connect(), pause);
  }

  #drop() {
    clearTimeout(this.pause);
    clearTimeout(this.silence);
    clearInterval(this.beat);
    this.isUp = false;
    this.silence = null;
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    this.polling?.abort();
    this.polling = null;
  }
}
