// Leaving the desk: open contacts are finished first or handed over; nobody is sent away from one.

import { close as closeSheet, open as openSheet } from '../shell.js';
import { call } from './server.js';
import * as composer from './composer.js';

const refused = document.getElementById('leave-refused');

function offline() {
    return call('presence', { presence: 'OFFLINE', reason: '' }).catch(() => {});
}

/** Offline at once when nothing is open; else the sheet asks what becomes of each contact. */
export function leave() {
    if (!document.querySelector('#contacts .contact')) {
        return offline();
    }
    composer.saveIfTyping();
    refused.hidden = true;
    return call('refresh', { parts: 'leave-body contacts' }).then(() => {
        // What was closed a moment ago may still have stood in the list.
        if (!document.querySelector('[data-leaving]')) {
            return offline();
        }
        openSheet('leave-sheet');
        document.querySelector('#leave-body select')?.focus();
        return undefined;
    }).catch(() => {});
}

export function go() {
    const orders = {};
    const contacts = [];
    for (const leaving of document.querySelectorAll('[data-leaving]')) {
        const to = leaving.querySelector('[data-to]')?.value;
        if (to !== undefined && to !== 'FINISH') {
            contacts.push(leaving.dataset.leaving);
            orders[`to-${leaving.dataset.leaving}`] = to;
            orders[`note-${leaving.dataset.leaving}`] = leaving.querySelector('[data-note]').value;
        }
    }
    call('leave', { contacts: contacts.join(' '), ...orders }).then(answer => {
        if (answer.done) {
            closeSheet('leave-sheet');
        } else {
            refused.textContent = answer.refused;
            refused.hidden = false;
            call('refresh', { parts: 'leave-body' }).catch(() => {});
        }
    }).catch(() => {});
}

export function handed(button) {
    return call('seen', { contact: button.dataset.contact }).then(answer => {
        if (answer.done) {
            sessionStorage.setItem('catgem.open', button.dataset.contact);
            composer.focusReply();
        }
    }).catch(() => {});
}

// Sent here by the log-out button, which never ends a session in the middle of a contact.
if (new URLSearchParams(location.search).has('leave')) {
    history.replaceState(null, '', location.pathname);
    // Once the desk has begun and its form has the nonce, without which the server refuses.
    addEventListener('load', leave);
}

// Asked here, before the session is: what is being written is kept by it.
document.getElementById('logout').addEventListener('click', event => {
    if (document.querySelector('#contacts .contact')) {
        event.preventDefault();
        event.target.closest('details')?.removeAttribute('open');
        leave();
    }
});
