// Recounting day after day: how far it is can be seen, and it can be stopped; what was recounted stays.

const button = document.getElementById('recount');
const progress = document.getElementById('progress');
const state = document.getElementById('recount-state');
let cancelled = false;
let running = false;

function ask(day) {
    return new Promise((resolve, reject) => {
        window.PrimeFaces.ab({
            s: 'doRecount', f: 'recounts-form', p: 'doRecount', ps: true, g: true, t: 120000,
            pa: [{ name: 'day', value: day }],
            oner: reject,
            onco: (xhr, status, answer) => answer?.done ? resolve(Number(answer.differences)) : reject(new Error(answer?.refused ?? '')),
        });
    });
}

function days(first, last) {
    const all = [];
    for (let day = new Date(`${first}T00:00:00Z`); day <= new Date(`${last}T00:00:00Z`); day.setUTCDate(day.getUTCDate() + 1)) {
        all.push(day.toISOString().slice(0, 10));
    }
    return all.slice(0, 400);
}

async function recount() {
    const all = days(document.getElementById('first').value, document.getElementById('last').value);
    running = true;
    cancelled = false;
    button.textContent = button.dataset.cancel;
    progress.hidden = false;
    progress.max = Math.max(1, all.length);
    let found = 0;
    let done = 0;
    try {
        for (const day of all) {
            if (cancelled) {
                break;
            }
            progress.value = done;
            state.textContent = `${state.dataset.running} ${day} · ${done} / ${all.length}`;
            found += await ask(day);
            done++;
        }
        state.textContent = found === 0 ? `${state.dataset.same} ${done}` : `${state.dataset.differ} ${found}`;
    } catch {
        state.textContent = state.dataset.wrong;
    }
    progress.hidden = true;
    button.textContent = button.dataset.again;
    running = false;
    window.boardDoRefresh();
}

button.addEventListener('click', () => {
    if (running) {
        cancelled = true;
    } else {
        recount();
    }
});
