// Callbacks on the desk: what came of a call, another time for it, and one arranged for the citizen of a contact.

import { close as closeSheet, open as openSheet } from '../shell.js';
import { call } from './server.js';

const field = name => document.getElementById(`call-${name}`);
let another = false;

export function said(button) {
    call('callSaid', { result: button.dataset.result }).catch(() => {});
}

/** What is sensitive is left out of the recording; the same again, and it is recorded on. */
export function recording(button) {
    call('callRecording', { paused: button.dataset.paused }).catch(() => {});
}

function ask(forAnother, number) {
    another = forAnother;
    const which = another ? 'another' : 'arrange';
    for (const text of [field('title'), field('hint')]) {
        text.textContent = text.dataset[which];
    }
    field('whom').hidden = another;
    field('to-number').value = number ?? '';
    field('refused').hidden = true;
    if (!field('day').value) {
        const tomorrow = new Date(Date.now() + 24 * 3600e3);
        field('day').value = `${tomorrow.getFullYear()}-${String(tomorrow.getMonth() + 1).padStart(2, '0')}-${String(tomorrow.getDate()).padStart(2, '0')}`;
        field('from').value = '10:00';
        field('to').value = '12:00';
    }
    openSheet('call-sheet');
    (another ? field('day') : field('to-number')).focus();
}

export const anotherTime = () => ask(true);
export const arrange = button => ask(false, button.dataset.number);

export function go() {
    const window = { day: field('day').value, from: field('from').value, to: field('to').value, zone: field('zone').value };
    const asked = another ? call('callSaid', { ...window, result: 'ANOTHER_TIME' }) : call('callLater', { ...window, number: field('to-number').value });
    asked.then(answer => {
        if (answer.done) {
            closeSheet('call-sheet');
        } else {
            field('refused').textContent = answer.refused;
            field('refused').hidden = false;
        }
    }).catch(() => {});
}
