// In place of JsSIP: what the line tells is what a test says (`lines.at(-1).say(...)`), and it rings when a test rings it.

export class WebSocketInterface {
    constructor(address) {
        this.account = decodeURIComponent(address.split('/').at(-1));
    }
}

class Talk {
    heard = {};

    on(what, act) {
        this.heard[what] = act;
    }

    say(what, event = {}) {
        this.heard[what]?.(event);
    }
}

export class UA extends Talk {
    constructor({ sockets }) {
        super();
        this.account = sockets[0].account;
        this.stopped = false;
        (window.lines ??= []).push(this);
    }

    start() {}

    stop() {
        this.stopped = true;
    }

    rings() {
        this.session = new Session();
        this.say('newRTCSession', { session: this.session, originator: 'remote' });
    }
}

class Session extends Talk {
    ended = false;
    held = false;
    asked = []; // of the exchange, which agrees when a test says so if it is slow
    slow = false;
    agreed = true;
    silent = false;
    connection = { getStats: async () => [] };

    answer() {
        this.say('confirmed');
    }

    terminate() {
        this.ended = true;
        this.say('ended');
    }

    isEnded() { return this.ended; }

    isOnHold() { return { local: this.held }; }

    isMuted() { return { audio: this.silent }; }

    mute() { this.silent = true; this.say('muted'); }

    unmute() { this.silent = false; this.say('unmuted'); }

    hold() { return this.ask('hold', true); }

    unhold() { return this.ask('unhold', false); }

    ask(what, held) {
        if (!this.agreed || this.held === held) {
            return false;
        }
        this.asked.push(what);
        this.agreed = !this.slow;
        this.held = held;
        this.say(what);
        return true;
    }
}
