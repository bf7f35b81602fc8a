// A wallboard. The address holds the key behind '#', where no server and no log ever sees it:
// /wall/#KEY&layout=queue|indicators|advisors|turn&lang=es|en

import { texts } from './texts.js';

const ASK_EVERY = 5000;
const STALE_AFTER = 15_000;
const LEDGER_LATE = 60_000;
const TURN_EVERY = 15_000;

const [key, ...rest] = location.hash.slice(1).split('&');
const wanted = new URLSearchParams(rest.join('&'));
const language = wanted.get('lang') === 'en' ? 'en' : 'es';
const say = texts(language);
const LAYOUTS = ['queue', 'indicators', 'advisors'];
let layout = wanted.get('layout') ?? 'queue';
let turning = layout === 'turn';
if (!LAYOUTS.includes(layout)) {
    layout = 'queue';
}
document.documentElement.lang = language;

const board = document.getElementById('board');
const age = document.getElementById('age');
let data = null;
let takenAt = 0;
let refused = false;

function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) {
        made.className = className;
    }
    if (text !== undefined) {
        made.textContent = text;
    }
    return made;
}

function span(seconds) {
    const all = Math.max(0, Math.round(seconds));
    const two = number => String(number).padStart(2, '0');
    return all < 3600 ? `${Math.floor(all / 60)}:${two(all % 60)}` : `${Math.floor(all / 3600)}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
}

function tile(label, value, level, note, small) {
    const box = element('div', `tile ${level ?? ''}`);
    box.append(element('p', 'label', label), element('p', `value number${small ? ' words' : value.length > 5 ? ' long' : ''}`, value));
    if (level) {
        const sign = { ok: '✔', warn: '▲', danger: '✖' }[level];
        const word = { ok: say.reached, warn: say.near, danger: say.missed }[level];
        box.append(element('p', 'sign', `${sign} ${word}`));
    }
    if (note) {
        box.append(element('p', 'note number', note));
    }
    return box;
}

function figure(one, when) {
    const target = one.target === undefined ? '' : ` · ${say.target} ${Math.round(one.target * 10) / 10} %`;
    const note = one.unit === '' ? when : `${when} · n = ${one.n}${target}`;
    if (one.shown === undefined) {
        return tile(one.name, one.n > 0 && !one.enough ? say.few : say.nothing, null, note, true);
    }
    const value = one.unit === '%' ? `${one.shown.toFixed(1)} %` : one.unit === 's' ? (one.shown < 60 ? `${one.shown} s` : span(one.shown)) : String(one.shown);
    return tile(one.name, value, one.ok === undefined ? null : one.ok ? 'ok' : 'danger', note);
}

function level(used) {
    return used > 100 ? 'danger' : used >= 75 ? 'warn' : 'ok';
}

function tiles(...all) {
    const box = element('div', 'tiles');
    box.append(...all);
    return box;
}

const draw = {
    queue() {
        const longest = data.classes.reduce((most, one) => (one.oldest > most.oldest ? one : most), { oldest: 0, used: 0 });
        const worst = Math.max(0, ...data.classes.map(one => one.used));
        const top = tiles(
            tile(say.waiting, String(data.depth), data.depth ? level(worst) : 'ok'),
            tile(say.longest, span(longest.oldest), level(longest.used)),
            tile(say.inHand, String(data.inHand)),
            figure(data.now.SERVICE_LEVEL, say.last),
        );
        if (data.depth === 0) {
            const none = element('div', 'none', `✔ ${say.nobody}`);
            none.append(element('small', '', say.nobodyHint));
            return [top, none];
        }
        const table = element('table');
        const head = table.createTHead().insertRow();
        for (const [text, style] of [[say.class, ''], [say.depth, 'figure'], [say.oldest, 'figure'], [say.used, 'figure']]) {
            const cell = element('th', style, text);
            cell.scope = 'col';
            head.append(cell);
        }
        const body = table.createTBody();
        for (const one of data.classes) {
            const row = body.insertRow();
            row.className = level(one.used);
            const mark = { ok: '✔', warn: '▲', danger: '✖' }[row.className];
            const urgency = say.priorities[one.priority] ? ` · ${say.priorities[one.priority]}` : '';
            row.append(
                element('td', '', `${say.channels[one.channel] ?? one.channel} · ${one.topic} · ${one.language}${urgency}`),
                element('td', 'figure number', String(one.depth)),
                element('td', 'figure number', span(one.oldest)),
                element('td', 'figure number', `${mark} ${one.used} %`),
            );
        }
        return [top, table];
    },
    indicators() {
        return [
            tiles(figure(data.now.SERVICE_LEVEL, say.last), figure(data.today.SERVICE_LEVEL, say.today), figure(data.today.ABANDON_RATE, say.today), figure(data.today.ASA, say.today)),
            tiles(figure(data.today.SATISFACTION, say.today), figure(data.updates, say.today), figure(data.today.ANSWER_IN_TIME, say.today)),
            tiles(figure(data.today.OFFERED, say.today), figure(data.today.ANSWERED, say.today), figure(data.today.SURVEY_RESPONSE, say.today)),
        ];
    },
    advisors() {
        const order = Object.keys(say.states);
        const present = order.filter(state => data.states[state] || state === 'AVAILABLE' || state === 'ON_CONTACT');
        return [tiles(...present.map(state => {
            const level = state === 'AVAILABLE' ? (data.states[state] ? 'ok' : data.depth ? 'danger' : 'warn')
                : state === 'NOT_RESPONDING' || state === 'GRACE' ? 'danger' : '';
            const mark = { ok: '✔ ', warn: '▲ ', danger: '✖ ' }[level] ?? '';
            const box = tile(mark + say.states[state], String(data.states[state] ?? 0));
            if (level) {
                box.classList.add(level);
            }
            return box;
        })), tiles(tile(say.waiting, String(data.depth)), tile(say.inHand, String(data.inHand)))];
    },
};

/** A wall does not scroll: what has no room is said in a line. On a phone it may. */
function fit() {
    const rows = board.querySelector('tbody')?.rows;
    if (!rows || innerWidth <= 700) {
        return;
    }
    let left = 0;
    let line = null;
    while (rows.length > 1 && document.documentElement.scrollHeight > innerHeight) {
        line?.remove();
        rows[rows.length - 1].remove();
        left += 1;
        line = element('p', 'more', say.more.replace('{0}', String(left)));
        board.append(line);
    }
}

function stop(text) {
    board.className = '';
    const box = element('div', 'stop', `✖ ${text}`);
    box.append(element('small', '', say.keyHint));
    board.replaceChildren(box);
}

function show() {
    if (data) {
        board.className = layout;
        board.replaceChildren(...draw[layout]());
        document.getElementById('name').textContent = `CATGEM · ${data.name}`;
        const alerts = document.getElementById('alerts');
        const critical = data.alerts.some(one => one.severity === 'CRITICAL');
        alerts.className = critical ? 'danger' : data.alerts.length ? 'warn' : 'ok';
        alerts.textContent = data.alerts.length
            ? `${critical ? '✖' : '▲'} ${say.alerts}: ${data.alerts.length} · ${[...new Set(data.alerts.map(one => say.kinds[one.kind] ?? say.other))].slice(0, 4).join(', ')}`
            : `✔ ${say.noAlerts}`;
        fit(); // when the alerts have taken their line
    }
    for (const button of document.querySelectorAll('#layouts button')) {
        button.setAttribute('aria-pressed', String(turning ? button.dataset.layout === 'turn' : button.dataset.layout === layout));
    }
}

/** Always on the screen: a wall that stands still must not look like a quiet centre. */
function tell() {
    document.getElementById('clock').textContent = new Date().toLocaleTimeString(language === 'en' ? 'en-GB' : 'es-MX', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: data?.zone });
    if (refused) {
        age.className = 'stale';
        age.textContent = '✖';
        return;
    }
    if (!data) {
        age.textContent = say.starting;
        return;
    }
    const old = Date.now() - takenAt;
    const late = Date.parse(data.at) - Date.parse(data.upTo);
    const long = milliseconds => milliseconds < 120_000
        ? say.seconds.replace('{0}', String(Math.round(milliseconds / 1000))) : say.minutes.replace('{0}', String(Math.round(milliseconds / 60_000)));
    const stale = old > STALE_AFTER || late > LEDGER_LATE;
    const text = old > STALE_AFTER ? `✖ ${say.stale.replace('{0}', long(old))}`
        : late > LEDGER_LATE ? `▲ ${say.ledger.replace('{0}', long(late))}` : `✔ ${say.fresh.replace('{0}', String(Math.round(old / 1000)))}`;
    age.className = stale ? 'stale' : '';
    if (age.textContent !== text) {
        age.setAttribute('aria-live', stale ? 'polite' : 'off');
        age.textContent = text;
    }
}

async function ask() {
    try {
        const answer = await fetch(`data?lang=${language}`, { headers: { 'X-Wallboard-Key': key }, cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(10_000) });
        refused = answer.status === 403;
        if (refused) {
            data = null;
            stop(say.wrongKey);
        } else if (answer.ok) {
            data = await answer.json();
            takenAt = Date.now();
            show();
        }
    } catch {
        // The network is away: what is shown stays, says its age, and is asked for again.
    }
    tell();
    setTimeout(ask, ASK_EVERY);
}

function choose(name) {
    turning = name === 'turn';
    if (!turning) {
        layout = name;
    }
    wanted.set('layout', name);
    history.replaceState(null, '', `#${key}&${wanted}`);
    show();
}

for (const name of [...LAYOUTS, 'turn']) {
    const button = element('button', '', say.layouts[name]);
    button.type = 'button';
    button.dataset.layout = name;
    button.addEventListener('click', () => choose(name));
    document.getElementById('layouts').append(button);
}
setInterval(() => {
    if (turning) {
        layout = LAYOUTS[(LAYOUTS.indexOf(layout) + 1) % LAYOUTS.length];
        show();
    }
}, TURN_EVERY);
setInterval(tell, 1000);

if (key) {
    show();
    tell();
    ask();
} else {
    refused = true;
    stop(say.noKey);
    tell();
}
// Another key or layout typed into the same window.
window.addEventListener('hashchange', () => location.reload());
window.addEventListener('resize', show);
