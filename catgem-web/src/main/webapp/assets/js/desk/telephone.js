// The telephone of the desk: where calls come to, whether they would be heard, and what is done in a call.

import { open as openSheet } from '../shell.js';

const place = document.getElementById('telephone');
const part = name => document.getElementById(`telephone-${name}`);
const button = name => document.getElementById(`phone-${name}`);
const words = new Map([...document.querySelectorAll('#telephone-words dt')].map(term => [term.textContent, term.nextElementSibling.textContent]));
const IN_CALL = ['talking', 'muted', 'held'];
const PATIENCE_MS = 15000; // for the line to come, or to come back, by itself
const FIRST_PAUSE_MS = 5000; // a line that was left is closed after 2 s
const LONGEST_PAUSE_MS = 30000;
const ANSWER_MS = 15000;
const CHOICE = 'catgem.telephone.desk'; // who has chosen the desk phone, until the server knows it; another page of this window goes on
const LOOK_MS = 5000;
const ASLEEP_MS = 65000; // the server ends what it has not heard of for 90 s; a window in the background is let look once a minute
const NOT_YOURS = 1008; // the account of this line is over: a newer window has one, or this one was away for too long
const TRY_LATER = 1013; // the account is good, the exchange is away

let said = Promise.resolve();
let line = null;
let account = null;
let again;
let pause = FIRST_PAUSE_MS;
let turn = 0; // what was begun before the person chose anew is not finished
let listening = null;
let unheard = null; // the word for a microphone that fails
let afterCall = null; // what becomes then of a line that failed in a call
let lookedAt = Date.now();
let awaySince = null; // when the server last heard of this window, while that is not now

function show(state) {
    if (place.dataset.state === state) {
        return; // what is tried again in vain is not read out again
    }
    place.dataset.state = state;
    part('word').textContent = words.get(state);
    part('call').hidden = !IN_CALL.includes(state);
    const refused = ['denied', 'missing', 'away', 'taken', 'unsaved'].includes(state);
    part('refused').hidden = !refused;
    part('refused').textContent = refused ? words.get(state) : '';
}

/** One after another, so that what was chosen last is what holds. */
function tell(what, named = {}) {
    const answer = said.then(() => fetch('desk/softphone', {
        method: 'POST',
        headers: { 'X-Requested-With': 'desk' },
        body: new URLSearchParams({ do: what, ...named }),
        redirect: 'manual',
        cache: 'no-store',
        signal: AbortSignal.timeout(ANSWER_MS),
    })).then(found => (found.ok ? found.json() : Promise.reject(new Error(`the telephone was answered ${found.status}`))));
    said = answer.catch(() => {});
    return answer;
}

const remembered = name => localStorage.getItem(`catgem.telephone.${name}`) || undefined;

function microphone() {
    if (!navigator.mediaDevices) {
        return Promise.reject(new Error('NotFoundError')); // a page that is not served safely has none
    }
    const chosen = remembered('input');
    return navigator.mediaDevices.getUserMedia({ audio: { deviceId: chosen && { ideal: chosen }, echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
}

function deaf(reason) {
    unheard = reason?.name === 'NotAllowedError' || reason?.name === 'SecurityError' ? 'denied' : 'missing';
    if (account) {
        tell('deaf', { account: account.name }).catch(() => {});
    }
    if (!line?.busy) {
        show(unheard);
    }
}

/** No call is cut, nor are its buttons taken away, because its line fails: that is seen to afterwards. */
function whenFree(act) {
    if (!line?.busy) {
        act();
    } else if (afterCall !== out) {
        afterCall = act;
    }
}

/** @return the turn that begins with it */
function leaveLine() {
    clearTimeout(again);
    line?.stop();
    line = null;
    account = null;
    afterCall = null;
    return ++turn;
}

/**
 * First the microphone: without one there is nothing to call.
 * @param kept account to try once more: asking for a new one would put out a newer window that has taken the line
 * @param word what is shown meanwhile, when the trouble is known
 */
async function begin(kept = null, word = null) {
    const mine = leaveLine();
    account = kept;
    unheard = null;
    show(word ?? 'checking');
    try {
        (await microphone()).getTracks().forEach(track => track.stop());
    } catch (reason) {
        await tell('browser').catch(() => {}); // no calls then, and none to another telephone
        if (mine === turn) {
            deaf(reason);
        }
        return;
    }
    if (mine !== turn) {
        return;
    }
    show(word ?? 'connecting');
    try {
        const { connect } = await import('./softphone.js');
        const made = kept ?? await tell('account');
        if (mine !== turn) {
            return;
        }
        if (!kept) {
            awaySince = null;
        }
        account = made;
        line = connect(made, microphone, part('audio'), {
            registered: () => ready(mine),
            lost: code => lost(mine, code),
            refused: () => { if (mine === turn) { later('connecting', kept ? null : made); } },
            unanswered: () => { if (mine === turn) { later('away'); } },
            deaf: reason => { if (mine === turn) { deaf(reason); } },
            call: (what, found) => { if (mine === turn) { inCall(what, found); } },
        });
        wait(mine);
    } catch {
        if (mine === turn) {
            later('away');
        }
    }
}

/** Nothing rings here until the line is tried again, each time after a longer pause. */
function later(state, kept = account) {
    if (account) {
        tell('deaf', { account: account.name }).catch(() => {});
    }
    clearTimeout(again);
    whenFree(() => {
        leaveLine();
        show(state);
        tryAgain(() => begin(kept, state));
    });
}

function tryAgain(act) {
    clearTimeout(again);
    again = setTimeout(act, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
}

/** For the line that comes by itself; not for ever. */
function wait(mine) {
    clearTimeout(again);
    again = setTimeout(() => { if (mine === turn) { later('away'); } }, PATIENCE_MS);
}

function ready(mine) {
    if (mine !== turn) {
        return;
    }
    clearTimeout(again);
    pause = FIRST_PAUSE_MS;
    awaySince = null;
    if (afterCall !== out) {
        afterCall = null;
    }
    if (unheard) {
        return;
    }
    tell('ready', { account: account.name }).then(({ inCall: there }) => {
        if (mine !== turn) {
            return;
        }
        if (!there) {
            line.call()?.hangUp(); // it ended while the line was away, and nobody could say so
        }
        if (!line.busy) {
            show(unheard ?? 'ready');
        }
    }).catch(() => { if (mine === turn) { later('away'); } });
}

/** The line comes back by itself, or the account is over. */
function lost(mine, code) {
    if (mine !== turn) {
        return;
    }
    if (code !== NOT_YOURS) {
        awaySince = code === TRY_LATER ? Date.now() : awaySince ?? seenAt();
        whenFree(() => {
            if (['ready', ...IN_CALL].includes(place.dataset.state)) {
                show(unheard ?? 'connecting');
                wait(mine);
            }
        });
    } else if (awaySince !== null && Date.now() - awaySince > ASLEEP_MS) {
        whenFree(() => begin());
    } else {
        whenFree(out);
    }
}

function out() {
    leaveLine();
    show('taken');
}

const asleep = () => Date.now() - lookedAt > ASLEEP_MS;
const seenAt = () => (asleep() ? lookedAt : Date.now());

/** Who wakes up may have a line that is dead and an account that is over, and not know it. */
function look() {
    if (asleep() && line) {
        awaySince ??= lookedAt;
        later('connecting');
    }
    lookedAt = Date.now();
}

function inCall(what, found) {
    const call = line.call();
    if (what === 'quality') {
        part('quality').dataset.quality = found.word;
        part('quality-word').textContent = words.get(`quality-${found.word}`);
        Object.assign(place.dataset, { sent: found.sent, received: found.received });
        return;
    }
    lockChoice();
    if (what === 'over') {
        document.getElementById('keypad-sheet').close();
        button('mute').setAttribute('aria-pressed', 'false');
        button('hold').setAttribute('aria-pressed', 'false');
        const act = afterCall ?? (() => show(unheard ?? 'ready'));
        afterCall = null;
        act();
        return;
    }
    if (what === 'talking') {
        part('quality').dataset.quality = 'unknown';
        part('quality-word').textContent = words.get('quality-unknown');
        Object.assign(place.dataset, { sent: 0, received: 0 });
        document.getElementById('keypad-sent').value = '';
    }
    button('mute').setAttribute('aria-pressed', String(call.muted));
    button('hold').setAttribute('aria-pressed', String(call.held));
    show(call.held ? 'held' : call.muted ? 'muted' : 'talking');
}

const inHand = act => () => { const call = line?.call(); if (call && IN_CALL.includes(place.dataset.state)) { act(call); } };
const mute = inHand(call => call.mute(!call.muted));
const hold = inHand(call => call.hold(!call.held));
const hangUp = inHand(call => call.hangUp());
const keypad = inHand(() => openSheet('keypad-sheet'));

function tone(key) {
    inHand(call => {
        call.tone(key);
        document.getElementById('keypad-sent').value += key;
    })();
}

// The check of the devices: what is heard is shown while the sheet is open, and not a moment longer.

async function fill() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    for (const [kind, name] of [['audioinput', 'input'], ['audiooutput', 'output']]) {
        const list = part(name);
        list.replaceChildren(...devices.filter(device => device.kind === kind).map((device, at) => new Option(device.label || `${list.labels[0].textContent} ${at + 1}`, device.deviceId)));
        list.value = remembered(name) ?? list.options[0]?.value ?? '';
        list.disabled = list.options.length === 0;
    }
}

async function listen() {
    stopListening();
    const mine = listening = { over: false };
    try {
        mine.stream = await microphone();
    } catch (reason) {
        if (line) {
            deaf(reason);
        }
        return;
    }
    if (mine.over) {
        mine.stream.getTracks().forEach(track => track.stop());
        return;
    }
    await fill();
    mine.context = new AudioContext();
    const analyser = mine.context.createAnalyser();
    mine.context.createMediaStreamSource(mine.stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let heard = false;
    mine.timer = setInterval(() => {
        analyser.getFloatTimeDomainData(samples);
        const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
        part('level').value = Math.round(loudest * 100);
        if (!heard && loudest > 0.04) {
            heard = true;
            part('level-word').textContent = words.get('heard');
        }
    }, 100);
}

function stopListening() {
    if (listening) {
        listening.over = true;
        clearInterval(listening.timer);
        listening.stream?.getTracks().forEach(track => track.stop());
        listening.context?.close();
        listening = null;
    }
}

function check() {
    part('level').value = 0;
    part('level-word').textContent = words.get('unheard');
    for (const choice of document.querySelectorAll('[name=telephone-where]')) {
        choice.checked = choice.value === (['desk', 'unsaved'].includes(place.dataset.state) ? 'desk' : 'browser');
    }
    lockChoice();
    openSheet('telephone-sheet');
    listen().catch(() => {});
}

/** No call is cut by it. */
function lockChoice() {
    for (const choice of document.querySelectorAll('[name=telephone-where]')) {
        choice.disabled = Boolean(line?.busy);
    }
}

function sound() {
    const context = new AudioContext();
    const output = remembered('output');
    const play = () => {
        const tones = context.createOscillator();
        const gain = context.createGain();
        gain.gain.value = 0.2;
        tones.frequency.value = 440;
        tones.connect(gain).connect(context.destination);
        tones.start();
        tones.stop(context.currentTime + 0.6);
        tones.onended = () => context.close();
    };
    Promise.resolve(output && context.setSinkId?.(output)).catch(() => {}).then(play);
}

function useOutput() {
    const output = remembered('output');
    if (output) {
        part('audio').setSinkId?.(output).catch(() => {});
    }
}

function where(choice) {
    if (choice === 'browser') {
        sessionStorage.removeItem(CHOICE);
        begin();
    } else {
        desk();
    }
}

/** Until the server knows it: whoever has chosen so does not get calls in the browser, whatever fails. */
function desk() {
    sessionStorage.setItem(CHOICE, place.dataset.advisor);
    const mine = leaveLine();
    again = setTimeout(() => show('unsaved'), 1000);
    tell('desk').then(() => {
        if (mine === turn) {
            clearTimeout(again);
            sessionStorage.removeItem(CHOICE);
            pause = FIRST_PAUSE_MS;
            show('desk');
        }
    }).catch(() => {
        if (mine === turn) {
            show('unsaved');
            tryAgain(desk);
        }
    });
}

function connectAnew() {
    listen().catch(() => {});
    if (!line?.busy && place.dataset.state !== 'desk') {
        where(document.querySelector('[name=telephone-where]:checked').value);
    }
}

export const acts = place ? {
    'phone-mute': mute,
    'phone-hold': hold,
    'phone-keypad': keypad,
    'phone-hangup': hangUp,
    'phone-check': check,
    'phone-tone': sound,
    'phone-again': connectAnew,
    'phone-tone-key': key => tone(key.dataset.tone),
} : {};

export const chords = place ? { 'Alt+M': mute, 'Alt+E': hold, 'Alt+K': keypad, 'Alt+X': hangUp } : {};

if (place) {
    document.getElementById('telephone-sheet').addEventListener('close', stopListening);
    document.getElementById('telephone-sheet').addEventListener('change', event => {
        if (event.target.name === 'telephone-where') {
            where(event.target.value);
        } else if (event.target === part('input') || event.target === part('output')) {
            localStorage.setItem(`catgem.${event.target.id.replace('-', '.')}`, event.target.value);
            useOutput();
            listen().catch(() => {});
        }
    });
    document.getElementById('keypad-sheet').addEventListener('keydown', event => {
        if (/^[0-9*#]$/.test(event.key)) {
            event.preventDefault();
            tone(event.key);
        }
    });
    window.addEventListener('beforeunload', event => { if (line?.busy) { event.preventDefault(); } });
    window.addEventListener('pagehide', leaveLine);
    navigator.permissions?.query({ name: 'microphone' }).then(permission => {
        permission.onchange = () => { if (!['desk', 'unsaved', 'taken'].includes(place.dataset.state) && !line?.busy) { begin(); } };
    }).catch(() => {});
    setInterval(look, LOOK_MS);
    useOutput();
    if (sessionStorage.getItem(CHOICE) === place.dataset.advisor) {
        desk();
    } else if (place.dataset.chosen === 'true') {
        begin();
    } else {
        show('desk');
    }
}
