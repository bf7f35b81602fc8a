// An offer rings, is told when nobody looks, and never takes the focus: accepting is a chord.

import { call } from './server.js';
import { chime, notify } from './sound.js';

let ringing = null;
let timer;
const title = document.title;

export function currentOffer() {
    return document.querySelector('.offer')?.dataset.offer ?? null;
}

/** Looks at the page and starts or stops ringing. */
export function followOffer() {
    const offer = currentOffer();
    if (offer === ringing) {
        return;
    }
    ringing = offer;
    clearInterval(timer);
    document.title = offer ? `● ${title}` : title;
    if (offer) {
        chime();
        timer = setInterval(chime, 3000);
        notify(document.querySelector('.offer-what').textContent.trim().replace(/\s+/g, ' '));
    }
}

export function accept() {
    const offer = currentOffer();
    return offer ? call('accept', { offer }) : Promise.resolve();
}

export function reject(reason) {
    return call('reject', { offer: currentOffer(), reason });
}
