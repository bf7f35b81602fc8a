/** What this page must remember through a reload, in this tab only: on a shared computer it goes with the tab. */
const KEY = "catgem-chat";
const memory = read();

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

export function recall(name) {
  return memory[name];
}

export function remember(values) {
  Object.assign(memory, values);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    /* storage is refused: the chat lives as long as the page */
  }
}

const PATIENCE = 10_000;

/**
 * Messages written and not yet acknowledged, sent one after the other so that their order holds. Each keeps its id:
 * however often it is sent, it arrives once.
 */
export class Outbox {
  /** @param send(item) hands over; changed(item) shows its state; lost() when nobody answers */
  constructor({ send, changed, lost }) {
    Object.assign(this, { send, changed, lost });
    this.items = recall("outbox") ?? [];
    this.items.forEach((item) => (item.state = "unsent"));
    this.open = false;
  }

  add(text) {
    const item = { id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`, text, state: "sending" };
    this.items.push(item);
    this.#save();
    this.#next();
    return item;
  }

  /** The line is up and what was missed has been shown. */
  resume() {
    this.open = true;
    this.#next();
  }

  pause() {
    this.open = false;
    clearTimeout(this.waiting);
    this.current = null;
    this.items.forEach((item) => this.#mark(item, item.code ? "refused" : "unsent"));
  }

  acknowledged(id) {
    const item = this.items.find((one) => one.id === id);
    if (!item) return;
    this.remove(id);
    this.changed({ ...item, state: "sent" });
  }

  refused(id, code) {
    const item = this.items.find((one) => one.id === id);
    if (!item) return;
    clearTimeout(this.waiting);
    this.current = null;
    if (code === "TooFast" || code === "Unavailable") {
      this.#mark(item, "unsent");
      this.waiting = setTimeout(() => this.#next(), 3_000);
    } else {
      item.code = code;
      this.#mark(item, "refused");
      this.#next();
    }
  }

  remove(id) {
    this.items = this.items.filter((one) => one.id !== id);
    this.#save();
    if (this.current === id) {
      clearTimeout(this.waiting);
      this.current = null;
    }
    this.#next();
  }

  /** Takes out everything, for a new conversation. */
  empty() {
    const texts = this.items.map((item) => item.text);
    this.items = [];
    this.#save();
    return texts;
  }

  #next() {
    const item = this.items.find((one) => !one.code);
    if (!this.open || this.current || !item) return;
    this.current = item.id;
    this.#mark(item, "sending");
    this.waiting = setTimeout(() => {
      this.pause();
      this.lost();
    }, PATIENCE);
    this.send(item);
  }

  #mark(item, state) {
    if (item.state !== state) {
      item.state = state;
      this.changed(item);
    }
  }

  #save() {
    remember({ outbox: this.items });
  }
}
