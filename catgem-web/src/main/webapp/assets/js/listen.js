// A contact read in silence, or heard: the newest words stay in sight, unless the reader has scrolled back; what is said to the advisor.

import { announce, toast } from './shell.js';

const NEAR = 80;
const words = document.getElementById('words');
const refused = document.getElementById('refused');
const sent = document.querySelector('script[data-sent]').dataset.sent;
let said = -1;
let place = null;

function follow() {
    const talk = document.getElementById('talk');
    if (!talk || talk.dataset.followed) {
        return;
    }
    talk.dataset.followed = 'yes';
    const count = Number(talk.dataset.said);
    talk.scrollTop = place ?? talk.scrollHeight;
    if (said >= 0 && count > said) {
        announce([...talk.querySelectorAll('.said')].slice(said - count).map(one => one.textContent.trim()).join(' '));
    }
    said = count;
    talk.addEventListener('scroll', () => {
        place = talk.scrollHeight - talk.scrollTop - talk.clientHeight < NEAR ? null : talk.scrollTop;
    });
}

function say() {
    window.PrimeFaces.ab({
        s: 'doCoach', f: 'listen', p: 'doCoach', ps: true, g: true, pa: [{ name: 'words', value: words.value }],
        onco: (xhr, status, answer) => {
            refused.textContent = answer?.refused ?? '';
            refused.hidden = !answer?.refused;
            if (answer?.done) {
                words.value = '';
                toast(sent, 'ok');
            }
            words.focus();
        },
    });
}

if (words) {
    new MutationObserver(follow).observe(document.getElementById('listen'), { childList: true, subtree: true });
    follow();
    document.getElementById('say').addEventListener('click', say);
    words.addEventListener('keydown', event => {
        if (event.key === 'Enter' && event.ctrlKey) {
            event.preventDefault();
            say();
        }
    });
}
// What is heard on the telephone: the part of the page is drawn anew, when it is asked for and when the telephone is picked up, so
// whoever used a button finds it again.
let used = null;

function found() {
    if (used && document.activeElement === document.body) {
        document.querySelector(`[data-ear-mode="${used}"]`)?.focus();
    }
}

function ear(command, mode) {
    used = mode ?? 'HEAR';
    window.PrimeFaces.ab({
        s: command, f: 'listen', p: command, ps: true, g: true, pa: mode ? [{ name: 'mode', value: mode }] : [],
        onco: (xhr, status, answer) => {
            const no = document.getElementById('ear-refused');
            if (no) {
                no.textContent = answer?.refused ?? '';
                no.hidden = !answer?.refused;
            }
            found();
        },
    });
}

if (document.getElementById('ear')) {
    new MutationObserver(found).observe(document.getElementById('listen'), { childList: true, subtree: true });
}
document.getElementById('listen')?.addEventListener('click', event => {
    const button = event.target.closest('[data-ear-mode], [data-ear-leave]');
    if (button) {
        ear(button.dataset.earLeave ? 'doLeave' : 'doListen', button.dataset.earMode);
    }
});
document.getElementById('listen')?.addEventListener('submit', event => event.preventDefault());
