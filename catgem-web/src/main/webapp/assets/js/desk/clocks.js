// Clocks that run: time since, time until, and the ring of an offer. Texts change only when the second does.

let ahead = 0;

/** @param {number} serverNow milliseconds; desks differ from the centre's clock */
export function synchronise(serverNow) {
    ahead = serverNow - Date.now();
}

export function now() {
    return Date.now() + ahead;
}

function span(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const hours = Math.floor(seconds / 3600);
    const rest = `${Math.floor(seconds % 3600 / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    return hours ? `${hours}:${rest.padStart(5, '0')}` : rest;
}

function write(element, text) {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}

function grade(element, seconds, limit) {
    const tag = element.closest('.tag');
    const level = seconds > limit ? 'danger' : seconds > limit * 0.75 ? 'warn' : '';
    if (tag && tag.dataset.level !== level) {
        tag.dataset.level = level;
        tag.classList.toggle('warn', level === 'warn');
        tag.classList.toggle('danger', level === 'danger');
        tag.querySelector('.pi').className = `pi ${level ? 'pi-exclamation-circle' : 'pi-clock'}`;
    }
}

export function tick() {
    const time = now();
    for (const element of document.querySelectorAll('[data-since]')) {
        const elapsed = time - Number(element.dataset.since);
        write(element, span(elapsed));
        if (element.dataset.limit) {
            grade(element, elapsed / 1000, Number(element.dataset.limit));
        }
    }
    for (const element of document.querySelectorAll('[data-until]')) {
        write(element, span(Number(element.dataset.until) - time));
    }
    for (const offer of document.querySelectorAll('.offer')) {
        const left = Math.max(0, Number(offer.dataset.expires) - time) / (Number(offer.dataset.seconds) * 1000);
        offer.querySelector('.ring-left').style.strokeDashoffset = String(100 - Math.min(1, left) * 100);
    }
}

setInterval(tick, 500);
