// A replay under way: its bar moves in place, so that nothing that is being chosen below is lost; then its result is put there.

import { announce, sessionEnded } from './shell.js';

const again = () => setTimeout(look, 1000);

async function look() {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) {
        again();
        return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.getElementById('replay');
    if (!now) {
        sessionEnded();
    } else if (now.querySelector('#running')) {
        for (const part of ['progress', 'output']) {
            document.querySelector(`#running ${part}`).value = now.querySelector(`#running ${part}`).value;
        }
        again();
    } else {
        for (const part of [now, page.getElementById('latest')]) {
            document.getElementById(part.id).replaceWith(part);
        }
        announce(now.querySelector('h2, .notice')?.textContent ?? '');
    }
}

if (document.getElementById('running')) {
    again();
}
