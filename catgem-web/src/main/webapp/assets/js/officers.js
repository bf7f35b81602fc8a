// What the officers' pages share: commands by button, clocks that run, lists that stay current, filters.

import { announce, toast } from './shell.js';

const page = document.getElementById('officers');
const toasts = document.getElementById('toasts');
const waiting = [];
let offset = 0;

export function word(name) {
    const term = [...document.querySelectorAll('#words dt')].find(each => each.textContent === name);
    return term?.nextElementSibling.textContent ?? '';
}

export function self() {
    return page.dataset.self;
}

/** Asks the server for one command. Resolves to its answer; without `done` or `refused` it was never run. */
export function ask(parameters) {
    return new Promise(resolve => {
        waiting.push(resolve);
        window.officerDo(Object.entries(parameters).map(([name, value]) => ({ name, value: value ?? '' })));
    });
}

window.officerDone = answer => {
    waiting.shift()?.(answer ?? {});
    synchronise();
    tick();
};

let leaving = false;

/** Goes to a page of ours once: a signal that arrives meanwhile must not call us back. */
export function leave(address) {
    if (!leaving) {
        leaving = true;
        location.replace(address);
    }
}

export function follow(answer) {
    if (answer.refused) {
        toast(answer.refused, 'warn', 12000);
    } else if (answer.go) {
        leaving = true;
        location.assign(answer.go);
    } else if (answer.done && !document.getElementById('board')) {
        leave(self());
    } else if (!answer.done) {
        toast(toasts.dataset.retry, 'danger');
    }
    return answer;
}

/** The work log shows a day; what is done there is answered with the same day. */
function shownDay() {
    return new URLSearchParams(self().split('?')[1]).get('day') ?? '';
}

function run(button) {
    const parameters = { day: shownDay(), ...button.dataset, id: page.dataset.update };
    for (const field of button.closest('[data-with]')?.querySelectorAll('[name]') ?? []) {
        parameters[field.name] = field.name === 'code' ? field.value.trim().split(/[ ·]/)[0] : field.value;
    }
    button.disabled = true;
    button.closest('dialog')?.close();
    ask(parameters).then(follow).finally(() => { button.disabled = false; });
}

document.addEventListener('click', event => {
    const button = event.target.closest('[data-do]');
    if (button && !button.disabled) {
        run(button);
    }
});

// A field beside a button is sent by Enter, as in a form of its own.
document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('[data-with] input')) {
        event.preventDefault();
        event.target.closest('[data-with]').querySelector('[data-do]:last-of-type')?.click();
    }
});

function synchronise() {
    const now = document.querySelector('[data-now]')?.dataset.now;
    if (now) {
        offset = Number(now) - Date.now();
    }
}

function span(milliseconds) {
    const all = Math.max(0, Math.floor(milliseconds / 1000));
    const two = number => String(number).padStart(2, '0');
    return all < 3600 ? `${Math.floor(all / 60)}:${two(all % 60)}`
        : all < 172800 ? `${Math.floor(all / 3600)} h ${two(Math.floor(all / 60) % 60)} min` : `${Math.floor(all / 86400)} d`;
}

function show(element, text) {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}

function tick() {
    const now = Date.now() + offset;
    for (const clock of document.querySelectorAll('[data-since]')) {
        const passed = now - Number(clock.dataset.since);
        show(clock, span(passed));
        const limit = Number(clock.dataset.limit) * 1000;
        clock.parentElement.classList.toggle('over', passed > limit);
        clock.parentElement.classList.toggle('near', passed > limit * .75 && passed <= limit);
    }
    for (const age of document.querySelectorAll('[data-age]')) {
        show(age, span(now - Number(age.dataset.age)));
    }
    for (const due of document.querySelectorAll('[data-until]')) {
        const left = Number(due.dataset.until) - now;
        show(due, `${word(left >= 0 ? 'in' : 'ago')} ${span(Math.abs(left))}`);
    }
}

// The lists are drawn anew when something changed, but not under the hands of somebody who writes in them.
let changed = false;
let refreshing = false;
let timer;

function busy() {
    const at = document.activeElement;
    const board = document.getElementById('board');
    return board.contains(at) && (at.matches('input, textarea, select') || at.closest('details[open]'))
        || [...board.querySelectorAll('details[open] input, input[name="words"], textarea')].some(field => field.value);
}

function renew() {
    clearTimeout(timer);
    if (!changed || !document.getElementById('board')) {
        return;
    }
    if (document.hidden || busy()) {
        timer = setTimeout(renew, 2000);
        return;
    }
    changed = false;
    refreshing = true;
    ask({ do: 'refresh', day: shownDay() }).finally(() => { refreshing = false; });
}

// Somebody began to write while the fresh list was on its way: it comes later.
const draw = window.PrimeFaces?.ajax.Utils.updateElement;
if (draw) {
    window.PrimeFaces.ajax.Utils.updateElement = function (id, content, xhr) {
        if (id === 'board' && refreshing && busy()) {
            changed = true;
            timer = setTimeout(renew, 2000);
        } else {
            draw.call(this, id, content, xhr);
        }
    };
}

window.addEventListener('knowledge-signal', () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(renew, 300);
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) { changed = true; renew(); } });

// A file too large is said before it travels.
document.addEventListener('change', event => {
    if (event.target.matches('input[type=file]') && event.target.files[0]?.size > 8 * 1024 * 1024) {
        toast(word('large'), 'warn', 9000);
        event.target.value = '';
    }
});

const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const filter = document.querySelector('[data-filters]');
filter?.addEventListener('input', () => {
    const words = plain(filter.value).split(/\s+/);
    const rows = [...document.querySelectorAll(`#${filter.dataset.filters} tbody tr`)];
    rows.forEach(row => { row.hidden = !words.every(each => plain(row.textContent).includes(each)); });
    const left = rows.filter(row => !row.hidden).length;
    document.getElementById('entries-none').hidden = left > 0;
    announce(String(left));
});

synchronise();
tick();
setInterval(tick, 1000);
