// What every page can do: theme, dialogs, toasts, and staying calm when the network or the session goes away.

const toasts = document.getElementById('toasts');

/** Goes after a while, but never from under the pointer or the focus; `offer` is a label and what its button does. */
export function toast(text, kind = 'info', milliseconds = 6000, offer = null) {
    if ([...toasts.children].some(shown => shown.dataset.text === text)) {
        return;
    }
    const box = document.createElement('div');
    box.className = `toast ${kind}`;
    box.dataset.text = text;
    const words = document.createElement('span');
    words.textContent = text;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'tool plain';
    close.setAttribute('aria-label', toasts.dataset.close);
    close.innerHTML = '<span class="pi pi-times" aria-hidden="true"></span>';
    close.addEventListener('click', () => box.remove());
    box.append(words, close);
    if (offer) {
        const act = document.createElement('button');
        act.type = 'button';
        act.className = 'button small';
        act.textContent = offer.label;
        act.addEventListener('click', () => {
            box.remove();
            offer.run();
        });
        close.before(act);
    }
    toasts.append(box);
    if (milliseconds > 0) {
        const leave = () => (box.matches(':hover, :focus-within') ? setTimeout(leave, 1000) : box.remove());
        setTimeout(leave, milliseconds);
    }
    return box;
}

/** Said to a screen reader, shown to nobody: for what the eye sees anyway. */
export function announce(text) {
    document.getElementById('announcer').textContent = text;
}

export function open(id) {
    const sheet = document.getElementById(id);
    if (sheet && !sheet.open) {
        sheet.showModal();
    }
}

export function close(id) {
    document.getElementById(id)?.close();
}

const keepsDrafts = document.getElementById('desk') !== null;
const isTyped = () => [...document.querySelectorAll('input[type=text], textarea')].some(field => field.value !== field.defaultValue);
const LAST = 'catgem.opened-again';

/**
 * The way back tells the login page why the person is there, and then leads to this very page. Where the server says that
 * the session was another node's, the page opens itself again, unless that would lose what the person has typed.
 */
export function sessionEnded(session) {
    if (session === 'elsewhere' && (keepsDrafts || !isTyped()) && Date.now() - Number(sessionStorage.getItem(LAST)) > 10_000) {
        sessionStorage.setItem(LAST, Date.now());
        location.reload();
        return;
    }
    const here = new URL(location);
    here.searchParams.set('expired', 'yes');
    document.querySelector('#session-ended a').href = here;
    open('session-ended');
}

if (new URLSearchParams(location.search).has('expired')) {
    const here = new URL(location);
    here.searchParams.delete('expired');
    history.replaceState(history.state, '', here);
}

/** True where a letter is text and not a command. */
export function writing(element) {
    return Boolean(element?.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'));
}

function cycleTheme(button) {
    const order = ['auto', 'light', 'dark'];
    const next = order[(order.indexOf(document.documentElement.dataset.theme) + 1) % order.length];
    document.documentElement.dataset.theme = next;
    button.setAttribute('aria-label', button.dataset[next]);
    button.title = button.dataset[next];
    const path = new URL('.', import.meta.url).pathname.replace(/\/assets\/js\/$/, '') || '/';
    document.cookie = `catgem_theme=${next}; path=${path}; max-age=31536000; samesite=lax`;
}

function fill(account) {
    document.getElementById('j_username').value = account;
    document.getElementById('j_password').value = document.getElementById('tryout-password').textContent;
    document.getElementById('j_password').focus();
}

document.addEventListener('click', event => {
    const target = event.target.closest('[data-opens], [data-closes], [data-fills], [data-reveals], #theme');
    for (const menu of document.querySelectorAll('details.menu[open]')) {
        if (!menu.contains(event.target)) {
            menu.open = false;
        }
    }
    if (!target) {
        return;
    }
    if (target.dataset.opens) {
        open(target.dataset.opens);
    } else if (target.dataset.closes) {
        close(target.dataset.closes);
    } else if (target.dataset.fills) {
        fill(target.dataset.fills);
    } else if (target.dataset.reveals) {
        document.getElementById(target.dataset.reveals).type = target.checked ? 'text' : 'password';
    } else {
        cycleTheme(target);
    }
});

const places = document.getElementById('places');
const placesButton = document.getElementById('places-button');

function showPlaces(shown) {
    places?.classList.toggle('shown', shown);
    placesButton?.setAttribute('aria-expanded', String(shown));
}

placesButton?.addEventListener('click', () => {
    showPlaces(!places.classList.contains('shown'));
    const here = places.querySelector('.place-group:has(.here)');
    if (here) {
        here.open = true;
    }
});
document.addEventListener('click', event => {
    if (!event.target.closest('#places, #places-button')) {
        showPlaces(false);
    }
});

document.addEventListener('keydown', event => {
    if (event.key === 'F1') {
        event.preventDefault();
        open('keys-sheet');
    } else if (event.key === 'Escape') {
        if (places?.classList.contains('shown')) {
            showPlaces(false);
            placesButton.focus();
            return;
        }
        for (const menu of document.querySelectorAll('details.menu[open]')) {
            menu.open = false;
            menu.querySelector('summary').focus();
        }
    }
});

// An answer that is a whole page is the login page: the session is over, whatever the status says.
if (window.jQuery) {
    window.jQuery(document).on('pfAjaxError', (event, xhr) => {
        const type = xhr?.getResponseHeader?.('Content-Type') ?? '';
        if (xhr?.status === 401 || (xhr?.status === 200 && type.includes('html'))) {
            sessionEnded(xhr.getResponseHeader('X-Session'));
        } else {
            toast(toasts.dataset.retry, 'danger');
        }
    });
}
window.addEventListener('offline', () => toast(toasts.dataset.lost, 'danger', 0));
window.addEventListener('online', () => {
    [...toasts.children].filter(shown => shown.dataset.text === toasts.dataset.lost).forEach(shown => shown.remove());
    toast(toasts.dataset.back, 'ok');
});
