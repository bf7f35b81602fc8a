// A contact read in silence: the newest words stay in sight, unless the reader has scrolled back; what is said to the advisor.

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
document.getElementById('listen')?.addEventListener('submit', event => event.preventDefault());
