// Search as you type; one key puts a paragraph into the reply, and that is a consultation on record.

import { call, openContact } from './server.js';
import { insert, told } from './composer.js';
import { word } from './words.js';

const query = document.getElementById('query');
let timer;
let asked = '';

function search() {
    clearTimeout(timer);
    const q = query.value.trim();
    if (q === asked) {
        return Promise.resolve();
    }
    asked = q;
    return call('search', { q, language: language() }, { quiet: true }).catch(() => { asked = ''; });
}

function language() {
    return document.querySelector('#head [data-language]')?.dataset.language ?? '';
}

export function searchAgain() {
    asked = '';
    if (query.value.trim()) {
        search();
    }
}

/** A consultation belongs to a contact in hand; without one, reading is just reading. */
function inHand() {
    return openContact() && document.querySelector('#head [data-state]').dataset.state !== 'AFTER_CALL_WORK' ? 'yes' : '';
}

export function insertParagraph(source) {
    if (!openContact()) {
        readEntry(source.dataset.version).catch(() => {});
        return;
    }
    const text = source.dataset.text;
    if (text) {
        insert(text);
    }
    call('consult', { version: source.dataset.version, inhand: inHand() }).then(answer => {
        if (answer.done) {
            if (!text) {
                insert(answer.text);
            }
            told(word('inserted'));
        }
    }).catch(() => {});
}

export function readEntry(version) {
    return call('read', { version, inhand: inHand() }).then(() => {
        const entry = document.getElementById('entry');
        entry.scrollIntoView({ block: 'nearest' });
        entry.querySelector('button')?.focus();
    });
}

export function closeEntry() {
    document.getElementById('entry').replaceChildren();
    query.focus();
}

export function focusSearch() {
    const chosen = String(window.getSelection?.() ?? '').trim();
    query.focus();
    if (chosen && chosen.length < 80) {
        query.value = chosen;
        search();
    }
    query.select();
}

const hits = () => [...document.querySelectorAll('.hit-insert')];

query.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, 200);
});
query.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown') {
        event.preventDefault();
        hits()[0]?.focus();
    } else if (event.key === 'Enter' && !event.ctrlKey) {
        event.preventDefault();
        search().then(() => { const first = hits()[0]; if (first) { insertParagraph(first); } });
    }
});
document.getElementById('panel-knowledge').addEventListener('keydown', event => {
    const at = hits().indexOf(document.activeElement);
    if (at < 0) {
        return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const next = at + (event.key === 'ArrowDown' ? 1 : -1);
        (next < 0 ? query : hits()[next] ?? hits()[at]).focus();
    } else if (event.key === 'ArrowRight') {
        event.preventDefault();
        readEntry(hits()[at].dataset.version).catch(() => {});
    }
});
