// Leaving the desk: open contacts are finished first or handed over; nobody is sent away from one.

import { close as closeSheet, open as openSheet } from '../shell.js';
import { call } from './server.js';
import * as composer from './composer.js';

const refused = document.getElementById('leave-refused');
const out = document.getElementById('leave-out');
const logout = document.getElementById('logout');

function offline() {
    return call('presence', { presence: 'OFFLINE', reason: '' }).catch(() => {});
}

/**
 * Offline at once when nothing is open; else the sheet asks what becomes of each contact.
 * @param {boolean} signingOut the session is to end too, once nothing is in hand
 */
export function leave(signingOut = false) {
    out.hidden = !signingOut;
    if (!document.querySelector('#contacts .contact')) {
        return offline();
    }
    composer.saveIfTyping();
    refused.hidden = true;
    return call('refresh', { parts: 'leave-body contacts' }).then(() => {
        // What was closed a moment ago may still have stood in the list.
        if (!document.querySelector('[data-leaving]')) {
            return signingOut ? logout.click() : offline();
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
            if (!out.hidden && !document.querySelector('#contacts .contact')) {
                logout.click();
            }
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
    leave(true);
}

// Asked here, before the session is: what is being written is kept by it.
logout.addEventListener('click', event => {
    if (document.querySelector('#contacts .contact')) {
        event.preventDefault();
        event.target.closest('details')?.removeAttribute('open');
        leave(true);
    }
});
