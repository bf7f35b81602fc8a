// Asking the server: one way to call a command, with its refusals in words and its updates made gently.

import { merge, replace } from './keyed.js';
import { sessionEnded, toast } from '../shell.js';

const toasts = document.getElementById('toasts');
const after = new Set();
// What a module asks while the page is still being read would lack the page's nonce, and be refused for it.
const ready = new Promise(begin => { window.jQuery(begin); });

/** Called after every answer, with the ids of the fragments that came. */
export function onUpdate(listener) {
    after.add(listener);
}

let updated = [];
const original = PrimeFaces.ajax.Utils.updateElement;
PrimeFaces.ajax.Utils.updateElement = function (id, content, xhr) {
    const element = document.getElementById(id);
    if (!element || !element.closest('#desk') || element.id === 'desk') {
        original.call(this, id, content, xhr);
        return;
    }
    updated.push(id);
    if (element.dataset.keyed !== undefined) {
        merge(element, content);
    } else {
        replace(element, content);
    }
};

export function openContact() {
    return document.querySelector('#head [data-contact]')?.dataset.contact ?? '';
}

/** A refresh may have waited behind the opening of another contact, which must not be turned back by it. */
function askOfTheOpenContact(request) {
    request.params.find(({ name }) => name === 'contact').value = openContact();
}

/**
 * Runs a command. Resolves to the server's answer; `refused` in it is a sentence for the person and has been shown.
 * Rejects when the server could not be asked at all.
 */
export async function call(command, parameters = {}, { quiet = false, timeout = 15000 } = {}) {
    await ready;
    const id = `do${command[0].toUpperCase()}${command.slice(1)}`;
    const sent = { contact: openContact(), ...parameters };
    return new Promise((resolve, reject) => {
        let failed = false;
        PrimeFaces.ab({
            s: id, f: 'desk', p: id, ps: true, g: false, t: timeout,
            pa: Object.entries(sent).map(([name, value]) => ({ name, value: value ?? '' })),
            onst: command === 'refresh' && !('contact' in parameters) ? askOfTheOpenContact : undefined,
            oner: xhr => {
                failed = true;
                const html = (xhr?.getResponseHeader?.('Content-Type') ?? '').includes('html');
                if (xhr?.status === 401 || (xhr?.status === 200 && html)) {
                    sessionEnded(xhr.getResponseHeader('X-Session'));
                } else if (!quiet) {
                    toast(navigator.onLine ? toasts.dataset.retry : toasts.dataset.lost, 'danger');
                }
                reject(new Error(`desk command ${command} failed`));
            },
            onco: (xhr, status, answer) => {
                const ids = updated;
                updated = [];
                if (failed) {
                    return;
                }
                if (!answer?.done && !answer?.refused) {
                    reject(new Error(`desk command ${command} was not run`));
                    window.dispatchEvent(new Event('desk-doubt'));
                    if (!quiet) {
                        toast(toasts.dataset.retry, 'danger');
                    }
                    return;
                }
                for (const listener of after) {
                    listener(ids, answer);
                }
                if (answer.refused && !quiet) {
                    toast(answer.refused, 'warn', 9000);
                }
                resolve(answer);
            },
        });
    });
}
