// A page that asks again every few seconds says how old its data are, and stands still when asked to.

const STALE_AFTER = 10_000;

/**
 * @param polls names of the page's polls
 * @param held true while something on the page must not be drawn anew
 * @param drawn called each time newer data are on the page
 */
export function watch(polls, { held = () => false, drawn = () => {} } = {}) {
    const fresh = document.getElementById('fresh');
    const pause = document.getElementById('pause');
    let shown = '';
    let changedAt = Date.now();

    const running = () => pause.getAttribute('aria-pressed') !== 'true' && !held();
    // The polls ask this before they draw: an answer that was under way when the page was paused is dropped.
    window.standsStill = () => !running();

    function poll() {
        for (const name of polls) {
            const widget = window.PF(name);
            if (running()) {
                widget.start();
            } else {
                widget.stop();
            }
        }
    }

    function look() {
        const at = document.getElementById('taken')?.dataset.at ?? '';
        if (at !== shown) {
            shown = at;
            changedAt = Date.now();
            drawn();
        }
        const stale = running() && Date.now() - changedAt > STALE_AFTER;
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
        poll();
    });
    setInterval(look, 500);
    return { look, poll };
}
