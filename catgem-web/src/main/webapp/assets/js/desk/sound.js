// The sound of an offer, made here so that nothing has to be loaded; and the system's notification when nobody looks.

import { word } from './words.js';

let context;

function volume() {
    return Number(localStorage.getItem('catgem.volume') ?? 60) / 100;
}

export function chime() {
    context ??= new AudioContext();
    context.resume();
    [[659, 0], [880, 0.18]].forEach(([pitch, delay]) => {
        const tone = context.createOscillator();
        const gain = context.createGain();
        tone.frequency.value = pitch;
        tone.connect(gain).connect(context.destination);
        const start = context.currentTime + delay;
        gain.gain.setValueAtTime(0, start);
        gain.gain.linearRampToValueAtTime(volume() * 0.4, start + 0.02);
        gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.45);
        tone.start(start);
        tone.stop(start + 0.5);
    });
}

export function notify(text) {
    if (document.hidden && 'Notification' in window && Notification.permission === 'granted') {
        const shown = new Notification(word('offer'), { body: text, tag: 'catgem-offer' });
        shown.onclick = () => { window.focus(); shown.close(); };
    }
}

export function allowNotifications() {
    const state = document.getElementById('notify-state');
    const say = permission => { state.textContent = word(permission === 'granted' ? 'notify-on' : 'notify-off'); };
    if ('Notification' in window) {
        Notification.requestPermission().then(say);
    } else {
        say('denied');
    }
}

const slider = document.getElementById('volume');
slider.value = String(volume() * 100);
slider.addEventListener('input', () => localStorage.setItem('catgem.volume', slider.value));
