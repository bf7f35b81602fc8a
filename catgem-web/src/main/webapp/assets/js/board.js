// The dashboard: what is done from it, and making itself heard when something new is wrong.

import { watch } from './freshness.js';
import { announce, close, open, toast } from './shell.js';

const sound = document.getElementById('sound');
const banner = document.getElementById('banner');
const UNDO_SHOWN = 15_000;
const words = new Map([...document.querySelectorAll('#words dt')].map(term => [term.textContent, term.nextElementSibling.textContent]));

function reading() {
    return document.querySelector('.pop:popover-open') !== null;
}

const freshness = watch(['live', 'measured'], { held: reading, drawn: hear });

// What somebody is reading is not drawn anew under their eyes.
document.addEventListener('toggle', event => {
    if (event.target.classList?.contains('pop')) {
        freshness.poll();
    }
}, true);

// ---- alerts: a banner, and a sound where the rule asks for one

let known = null;
let tones;

function chime() {
    if (sound?.getAttribute('aria-pressed') !== 'true') {
        return;
    }
    tones ??= new AudioContext();
    tones.resume();
    [[784, 0], [523, 0.2], [784, 0.4]].forEach(([pitch, delay]) => {
        const tone = tones.createOscillator();
        const gain = tones.createGain();
        tone.frequency.value = pitch;
        tone.connect(gain).connect(tones.destination);
        const start = tones.currentTime + delay;
        gain.gain.setValueAtTime(0.25, start);
        gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.25);
        tone.start(start);
        tone.stop(start + 0.3);
    });
}

function hear() {
    const alarms = document.getElementById('alarms');
    if (!alarms) {
        return;
    }
    const open = new Map([...document.querySelectorAll('.alert')].flatMap(box => {
        const button = box.querySelector('[data-alert]');
        return button ? [[button.dataset.alert, box.querySelector('strong').textContent]] : [];
    }));
    if (known !== null) {
        const fresh = [...open.keys()].filter(id => !known.has(id));
        if (fresh.length) {
            banner.replaceChildren();
            const text = document.createElement('span');
            text.textContent = `${words.get('new')} ${fresh.map(id => open.get(id)).join(' · ')}`;
            banner.append(text);
            const loud = alarms.dataset.loud.split(' ');
            if (fresh.some(id => loud.includes(id))) {
                chime();
            }
        }
        if (open.size === 0) {
            banner.replaceChildren();
        }
    }
    known = new Set(open.keys());
}

if (sound) {
    sound.setAttribute('aria-pressed', String(localStorage.getItem('catgem.board.sound') !== 'off'));
    sound.addEventListener('click', () => {
        const on = sound.getAttribute('aria-pressed') !== 'true';
        sound.setAttribute('aria-pressed', String(on));
        localStorage.setItem('catgem.board.sound', on ? 'on' : 'off');
        chime();
    });
}

// ---- acts: a sheet each, outside of what is drawn anew

let about = {};

function send(parameters) {
    return new Promise(resolve => {
        window.PrimeFaces.ab({
            s: 'doAct', f: 'dashboard', p: 'doAct', u: 'live', ps: true, g: true,
            pa: Object.entries(parameters).map(([name, value]) => ({ name, value: value ?? '' })),
            onco: (xhr, status, answer) => resolve(answer ?? {}),
        });
    });
}

function way(sheet) {
    const chosen = sheet.querySelector('[name=way]:checked')?.value;
    for (const part of sheet.querySelectorAll('[data-way]')) {
        part.hidden = part.dataset.way !== chosen;
    }
    return chosen;
}

function openSheet(button) {
    const sheet = document.getElementById(`${button.dataset.sheet}-sheet`);
    about = { ...button.dataset };
    for (const part of sheet.querySelectorAll('[data-shows]')) {
        part.textContent = button.dataset[part.dataset.shows] ?? '';
    }
    for (const part of sheet.querySelectorAll('[data-for]')) {
        part.hidden = !part.dataset.for.split(' ').includes(button.dataset.kind);
    }
    for (const radio of sheet.querySelectorAll('[name=way]')) {
        radio.checked = false;
    }
    const area = sheet.querySelector('textarea');
    if (area) {
        area.value = '';
    }
    refuse(sheet, '');
    way(sheet);
    open(sheet.id);
    (area ?? sheet.querySelector('label:not([hidden]) input[type=radio], select'))?.focus();
}

function refuse(sheet, text) {
    const box = sheet.querySelector('[data-refused]');
    box.textContent = text;
    box.hidden = !text;
}

/** Says that it was done and, where it can be taken back, offers that for long enough to notice a mistake. */
function done(undo) {
    announce(words.get('done'));
    if (!undo) {
        toast(words.get('done'), 'ok');
        return;
    }
    const { folio, advisor, what } = about;
    const note = toast(`${words.get('done')} ${folio ?? what}`, 'ok', UNDO_SHOWN, {
        label: words.get('undo'),
        run: async () => {
            const answer = await send({ act: undo, folio, advisor });
            toast(answer.refused ?? words.get('undone'), answer.refused ? 'danger' : 'ok');
        },
    });
    note?.querySelector('button').focus();
}

async function go(button) {
    const sheet = button.closest('dialog');
    const kind = button.dataset.goes;
    const chosen = kind === 'act' ? way(sheet) : kind;
    if (!chosen) {
        refuse(sheet, words.get('choose'));
        return;
    }
    const parameters = { act: chosen, folio: about.folio, advisor: about.advisor, hand: about.hand };
    for (const field of sheet.querySelectorAll('[data-sends]')) {
        parameters[field.dataset.sends] = field.value;
    }
    if (parameters.presence) {
        [parameters.presence, parameters.pause] = [...parameters.presence.split(' '), ''];
    }
    button.disabled = true;
    const answer = await send(parameters);
    button.disabled = false;
    if (answer.done) {
        close(sheet.id);
        done(answer.undo);
    } else if (answer.refused) {
        refuse(sheet, answer.refused);
    }
}

document.addEventListener('click', event => {
    const button = event.target.closest('[data-sheet], [data-goes], [data-alert]');
    if (!button) {
        return;
    }
    if (button.dataset.sheet) {
        openSheet(button);
    } else if (button.dataset.goes) {
        go(button);
    } else {
        button.disabled = true;
        send({ act: button.dataset.act, alert: button.dataset.alert });
    }
});
document.addEventListener('change', event => {
    if (event.target.name === 'way') {
        way(event.target.closest('dialog'));
    }
});
document.getElementById('dashboard').addEventListener('submit', event => event.preventDefault());

freshness.look();
