// Giving a contact on: to a topic, to a colleague, or with a colleague asked in; and writing to a citizen first.

import { close as closeSheet, open as openSheet } from '../shell.js';
import { call, onUpdate, openContact } from './server.js';
import * as composer from './composer.js';

const byId = id => document.getElementById(id);
const sheet = byId('transfer-sheet');

function kind() {
    return sheet.querySelector('[name=transfer-kind]:checked').value;
}

function follow() {
    for (const part of sheet.querySelectorAll('[data-kinds]')) {
        part.hidden = !part.dataset.kinds.split(' ').includes(kind());
    }
}
sheet.addEventListener('change', follow);

function refuse(id, answer) {
    byId(id).textContent = answer.refused;
    byId(id).hidden = false;
}

export function transfer() {
    const button = document.querySelector('#head [data-act=transfer]');
    if (!button || button.disabled) {
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
    call('transfer', {
        kind: kind(),
        topic: byId('transfer-topic')?.value,
        to: byId('transfer-to')?.value,
        note: byId('transfer-note').value,
    }, { quiet: true }).then(answer => {
        if (answer.done) {
            byId('transfer-note').value = '';
            closeSheet('transfer-sheet');
        } else {
            refuse('transfer-refused', answer);
            call('refresh', { parts: 'transfer-body' }).then(follow).catch(() => {});
        }
    }).catch(() => {});
}

export function joinedContact() {
    return document.querySelector('[data-joined]')?.dataset.joined ?? '';
}

function scrollJoined() {
    const lines = document.querySelector('.joined-lines');
    if (lines) {
        lines.scrollTop = lines.scrollHeight;
    }
}

export function openJoined() {
    if (joinedContact()) {
        call('refresh', { parts: 'joined-talk' }).then(() => {
            openSheet('joined-sheet');
            scrollJoined();
            byId('joined-words').focus();
        }).catch(() => {});
    }
}

function say() {
    call('say', { contact: joinedContact(), text: byId('joined-words').value }).then(answer => {
        if (answer.done) {
            byId('joined-words').value = '';
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
            sessionStorage.setItem('catgem.open', openContact());
            composer.focusReply();
        } else {
            refuse('write-refused', answer);
        }
    }).catch(() => {});
}

onUpdate(ids => {
    if (ids.includes('joined') && !joinedContact() && byId('joined-sheet').open) {
        closeSheet('joined-sheet'); // completed, or taken back
    }
    if (ids.includes('joined-talk')) {
        scrollJoined();
    }
});

export const acts = {
    'transfer': transfer,
    'transfer-go': go,
    'transfer-complete': () => call('complete').catch(() => {}),
    'transfer-back': () => call('takeBack').catch(() => {}),
    'joined': openJoined,
    'joined-say': say,
    'step-out': () => call('stepOut', { contact: joinedContact() }).catch(() => {}),
    'write': write,
    'write-go': begin,
};
