// What an advisor tells the information officers with one button or key, and what comes back from them.

import { call } from './server.js';
import { searchAgain } from './knowledge.js';
import { word } from './words.js';
import { toast } from '../shell.js';

function tell(button) {
    const { report, ...parameters } = button.dataset;
    if (report === 'wrong') {
        parameters.words = document.getElementById('doubt-words').value;
    }
    button.disabled = true;
    call(report, parameters).then(answer => {
        if (answer.done && report !== 'reportSeen') {
            toast(word(`reported-${report}`), 'ok');
            button.closest('details')?.removeAttribute('open');
        } else {
            button.disabled = false;
        }
    }).catch(() => { button.disabled = false; });
}

document.getElementById('content').addEventListener('click', event => {
    const button = event.target.closest('[data-report]');
    if (button && !button.disabled) {
        tell(button);
    }
});
document.getElementById('content').addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.id === 'doubt-words') {
        event.preventDefault();
        tell(document.querySelector('[data-report=wrong]'));
    }
});

/** One key for a search without a result. */
export function reportMissing() {
    document.querySelector('[data-report=missing]')?.click();
}

/** Entries changed: the results, the entry being read and the officers' answers are shown as they are now. */
export function knowledgeChanged() {
    searchAgain();
    call('refresh', { parts: 'answers' }, { quiet: true }).catch(() => {});
    const read = document.querySelector('#entry .entry-read');
    if (read && !read.querySelector('#doubt-words')?.value) {
        const { version, code, language } = read.dataset;
        call('newest', { code, language }, { quiet: true }).then(() => {
            if (document.querySelector('#entry .entry-read')?.dataset.version !== version) {
                toast(word('newer'), 'info', 9000);
            }
        }).catch(() => {});
    }
}
