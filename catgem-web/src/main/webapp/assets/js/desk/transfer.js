// Giving a contact on: to a topic, to a colleague, or with a colleague asked in; and writing to a citizen first.

import { close as closeSheet, open as openSheet, toast } from '../shell.js';
import { column } from './columns.js';
import { call, onUpdate } from './server.js';
import * as composer from './composer.js';
import { word } from './words.js';

const byId = id => document.getElementById(id);
const sheet = byId('transfer-sheet');
const note = byId('transfer-note');
const words = byId('joined-words');

function kind() {
    return sheet.querySelector('[name=transfer-kind]:checked').value;
}

function follow() {
    for (const part of sheet.querySelectorAll('[data-kinds]')) {
        part.hidden = !part.dataset.kinds.split(' ').includes(kind());
    }
    note.required = kind() !== 'TOPIC';
}
sheet.addEventListener('change', follow);

/** Says it on the sheet and leads to what is missing. */
function refuse(id, answer, field) {
    byId(id).textContent = answer.refused;
    byId(id).hidden = false;
    field?.focus();
}

export function transfer() {
    const asked = document.querySelector('#head .asked button');
    if (asked) { // one at a time: that one is to be decided first
        asked.focus();
        return;
    }
    if (!document.querySelector('#head [data-act=transfer]')) {
        return;
    }
    composer.saveIfTyping();
    byId('transfer-refused').hidden = true;
    call('refresh', { parts: 'transfer-body' }).then(() => {
        openSheet('transfer-sheet');
        follow();
        sheet.querySelector('[name=transfer-kind]:checked').focus();
    }).catch(() => {});
}

function go() {
    const given = kind() !== 'WARM';
    call('transfer', { kind: kind(), topic: byId('transfer-topic').value, to: byId('transfer-to')?.value, note: note.value }, { quiet: true }).then(answer => {
        if (answer.done) {
            note.value = '';
            closeSheet('transfer-sheet');
            if (given) {
                toast(word('transferred'), 'ok');
            }
        } else if (answer.code === 'TransferNeedsANote') {
            refuse('transfer-refused', answer, note);
        } else {
            refuse('transfer-refused', answer, byId(kind() === 'TOPIC' ? 'transfer-topic' : 'transfer-to'));
            if (answer.code !== 'TransferToNobody') { // the choices are others by now
                call('refresh', { parts: 'transfer-body' }).then(follow).catch(() => {});
            }
        }
    }).catch(() => {});
}

export function joinedContact() {
    return document.querySelector('[data-joined]')?.dataset.joined ?? '';
}

/** The note one writes there is kept as every note is, and stays with who goes on with the contact. */
const kept = contact => `catgem.draft.note.${contact}`;
words.addEventListener('input', () => sessionStorage.setItem(kept(joinedContact()), words.value));

let joined = joinedContact();
let seen = 0;

function showLines() {
    const log = document.querySelector('.joined-lines');
    const count = log ? log.children.length : 0;
    const mark = byId('joined-new');
    if (byId('joined-sheet').open) {
        seen = count;
        if (log) {
            log.scrollTop = log.scrollHeight;
        }
    }
    if (mark) {
        mark.hidden = count <= seen;
        mark.firstElementChild.textContent = count - seen;
    }
}

export function openJoined() {
    const contact = joinedContact();
    if (contact) {
        call('refresh', { parts: 'joined-talk' }).then(() => {
            words.value = sessionStorage.getItem(kept(contact)) ?? '';
            openSheet('joined-sheet');
            showLines();
            words.focus();
        }).catch(() => {});
    }
}

function say() {
    const contact = joinedContact();
    call('say', { contact, text: words.value }).then(answer => {
        if (answer.done) {
            sessionStorage.removeItem(kept(contact));
            words.value = '';
        }
        words.focus();
    }).catch(() => {});
}

function stepOut() {
    const contact = joinedContact();
    call('stepOut', { contact }).then(answer => {
        if (answer.done) {
            sessionStorage.removeItem(kept(contact));
        }
    }).catch(() => {});
}

export function write() {
    const folio = document.querySelector('#head [data-folio]')?.dataset.folio ?? '';
    byId('write-folio').value = folio;
    byId('write-refused').hidden = true;
    openSheet('write-sheet');
    byId(folio ? 'write-subject' : 'write-folio').focus();
}

function begin() {
    composer.saveIfTyping();
    call('write', { folio: byId('write-folio').value, title: byId('write-subject').value }, { quiet: true }).then(answer => {
        if (answer.done) {
            byId('write-subject').value = '';
            closeSheet('write-sheet');
            column('centre');
            composer.focusReply();
        } else {
            refuse('write-refused', answer, byId(answer.code === 'ContactUnknown' ? 'write-folio' : 'write-subject'));
        }
    }).catch(() => {});
}

// As everywhere on the desk: Alt and Enter send what is written.
for (const [id, act] of [['transfer-sheet', go], ['joined-sheet', say], ['write-sheet', begin]]) {
    byId(id).addEventListener('keydown', event => {
        if (event.key === 'Enter' && event.altKey) {
            event.preventDefault();
            act();
        }
    });
}

onUpdate(ids => {
    if (ids.includes('joined')) {
        const now = joinedContact();
        if (joined && !now) {
            closeSheet('joined-sheet');
            const mine = document.querySelector(`#contacts [data-key="${CSS.escape(joined)}"]`);
            toast(word(mine ? 'joined-yours' : 'joined-over'), mine ? 'ok' : 'info');
        }
        seen = now === joined ? seen : 0;
        joined = now;
    }
    if (ids.includes('joined') || ids.includes('joined-talk')) {
        showLines();
    }
});

export const acts = {
    'transfer': transfer,
    'transfer-go': go,
    'transfer-complete': () => call('complete').then(answer => { if (answer.done) { toast(word('transferred'), 'ok'); } }).catch(() => {}),
    'transfer-back': () => call('takeBack').catch(() => {}),
    'transfer-note': () => composer.switchTo('note'),
    'joined': openJoined,
    'joined-say': say,
    'step-out': stepOut,
    'write': write,
    'write-go': begin,
};
