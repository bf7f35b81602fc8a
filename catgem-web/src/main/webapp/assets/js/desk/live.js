// Signals say that something changed, never what: the page asks again for just the parts concerned.

import { call, openContact } from './server.js';
import { citizenSaid, citizenTypes } from './composer.js';
import { synchronise } from './clocks.js';
import { joinedContact } from './transfer.js';
import { knowledgeChanged } from './reports.js';
import { sessionEnded, toast } from '../shell.js';

const toasts = document.getElementById('toasts');
const wanted = new Set();
let timer;
let running = false;
let network = true;
let quietBeats = 0;

const OF_CONTACT = ['head', 'talk', 'steps', 'closing', 'person'];
const PARTS = {
    OFFER: ['offer', 'presence'],
    OFFER_ENDED: ['offer', 'presence', 'handed', 'joined', 'contacts', 'today'],
    STATE: ['presence', 'offer', 'today'],
    CONTACT: ['contacts', 'today'],
    MESSAGE: ['contacts'],
    NOTICE: ['notices'],
};

export function want(...parts) {
    parts.forEach(part => wanted.add(part));
    // Gathers what comes together; counted from the first, or a busy centre's signals would put it off for ever.
    timer ??= setTimeout(refresh, 80);
}

function refresh() {
    timer = undefined;
    if (running || wanted.size === 0) {
        return;
    }
    running = true;
    const parts = [...wanted].join(' ');
    wanted.clear();
    call('refresh', { parts, seen: document.hidden ? '' : 'yes' }, { quiet: true }).catch(() => {}).finally(() => {
        running = false;
        if (wanted.size) {
            refresh();
        }
    });
}

function isMine(contact) {
    return Boolean(contact && document.querySelector(`#contacts [data-key="${CSS.escape(contact)}"]`));
}

function signal({ kind, contact }) {
    if (kind === 'TYPING') {
        citizenTypes(contact);
    } else if (kind === 'ACCOUNT') {
        setTimeout(() => heart.postMessage('now'), 1500); // by then the server has ended a session that is over
    } else if (kind === 'KNOWLEDGE') {
        knowledgeChanged();
    } else if (kind === 'MESSAGE' || kind === 'CONTACT') {
        if (kind === 'MESSAGE') {
            citizenSaid(contact);
        }
        if (contact && contact === joinedContact()) {
            want('joined-talk');
        }
        if (contact === openContact() && contact) {
            want(...PARTS[kind], ...(kind === 'MESSAGE' ? ['talk', 'steps', 'head'] : OF_CONTACT));
        } else if (isMine(contact)) { // a colleague's contact changes nothing here
            want(...PARTS[kind]);
        }
    } else if (PARTS[kind]) {
        want(...PARTS[kind]);
    }
}

export function everything() {
    want('notices', 'offer', 'presence', 'today', 'handed', 'joined', 'contacts', ...(openContact() ? OF_CONTACT : []));
}

window.addEventListener('desk-signal', event => signal(event.detail));
window.addEventListener('desk-open', everything); // what was said while nobody listened

const heart = new Worker(new URL('./heartbeat.js', import.meta.url));
heart.onmessage = ({ data }) => {
    if (data.alive) {
        synchronise(data.now);
        if (!network) {
            [...toasts.children].filter(box => box.dataset.text === toasts.dataset.lost).forEach(box => box.remove());
            toast(toasts.dataset.back, 'ok');
            everything();
        }
        network = true;
        quietBeats++;
        if (document.documentElement.dataset.socket !== 'open' || quietBeats % 6 === 0) {
            everything();
        }
    } else if (data.ended) {
        sessionEnded(data.session);
    } else {
        network = false;
        toast(toasts.dataset.lost, 'danger', 0);
    }
};
window.addEventListener('desk-doubt', () => heart.postMessage('now')); // not run, or not heard: perhaps there is no session any more
document.addEventListener('visibilitychange', () => { if (!document.hidden) { everything(); } });
