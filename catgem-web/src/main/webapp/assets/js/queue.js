// The board says how old its data are, and stands still when asked to.
const fresh = document.getElementById('fresh');
const pause = document.getElementById('pause');
const STALE_AFTER = 10_000;
let shown = '';
let changedAt = Date.now();

function look() {
    const at = document.getElementById('taken')?.dataset.at ?? '';
    if (at !== shown) {
        shown = at;
        changedAt = Date.now();
    }
    const paused = pause.getAttribute('aria-pressed') === 'true';
    const stale = !paused && Date.now() - changedAt > STALE_AFTER;
    const text = `${fresh.dataset.updated} ${shown.slice(-8)}${stale ? ` · ${fresh.dataset.stale}` : ''}`;
    if (fresh.textContent !== text) {
        fresh.textContent = text;
        fresh.classList.toggle('stale', stale);
    }
}

pause.addEventListener('click', () => {
    const pausing = pause.getAttribute('aria-pressed') !== 'true';
    pause.setAttribute('aria-pressed', String(pausing));
    pause.textContent = pausing ? pause.dataset.resume : pause.dataset.pause;
    const board = window.PF('board');
    if (pausing) {
        board.stop();
    } else {
        board.start();
    }
});

// By the alert's own id: its place in the list may have changed since it was drawn.
document.addEventListener('click', event => {
    const button = event.target.closest('[data-alert]');
    if (button) {
        button.disabled = true;
        window.actOnAlert([{name: 'alert', value: button.dataset.alert}, {name: 'act', value: button.dataset.act}]);
    }
});

setInterval(look, 500);
look();
