// What the advisor writes. It lives outside every fragment that is updated, is kept in the browser at each keystroke
// and at the centre a second after the last one, so that neither an update, a reload nor a lost network loses it.

import { call, openContact } from './server.js';
import { add, count, follow as followFiles, isUploading, onFiles } from './files.js';
import { toast } from '../shell.js';
import { word } from './words.js';

const box = document.getElementById('composer');
const area = document.getElementById('reply');
const saved = document.getElementById('saved');
const sendButton = document.getElementById('send');
const cc = document.getElementById('cc');
const list = document.getElementById('templates');
const WAIT = 1000;
const LONGEST_WAIT = 3000;
let contact = '';
let mode = 'reply';
let timer;
let unsavedSince = 0;
let sending = false;

const kept = (id, kind) => `catgem.draft.${kind}.${id}`;

function channel() {
    return document.querySelector('#head [data-channel]')?.dataset.channel ?? '';
}

function state() {
    return document.querySelector('#head [data-state]')?.dataset.state ?? '';
}

export function isMail() {
    return channel() === 'EMAIL';
}

/** The head may show another contact than the text belongs to: put that one's text away and take this one's out. */
export function follow() {
    const shown = openContact();
    box.hidden = !shown;
    if (shown !== contact) {
        clearTimeout(timer);
        contact = shown;
        // Nothing that is written reaches a citizen on the phone: notes only.
        const spoken = channel() === 'PHONE';
        mode = spoken ? 'note' : 'reply';
        document.querySelector('.composer-tab[data-mode=reply]').hidden = spoken;
        show(shown ? sessionStorage.getItem(kept(shown, mode)) ?? (spoken ? '' : document.getElementById('server-draft')?.value ?? '') : '');
        cc.value = '';
        document.getElementById('cc-row').hidden = true;
        document.getElementById('typing').textContent = '';
    }
    followFiles();
    paint();
}

function show(text) {
    area.value = text;
    saved.textContent = '';
    closeTemplates();
}

function paint() {
    const note = mode === 'note';
    for (const tab of document.querySelectorAll('.composer-tab')) {
        tab.setAttribute('aria-pressed', String(tab.dataset.mode === mode));
    }
    box.classList.toggle('noting', note);
    area.placeholder = note ? area.dataset.notePlaceholder : area.dataset.replyPlaceholder ?? area.placeholder;
    area.setAttribute('aria-label', note ? area.dataset.note : area.dataset.reply);
    area.rows = isMail() && !note ? 8 : 3;
    document.getElementById('cc-toggle').hidden = !isMail() || note;
    document.getElementById('attach').hidden = note || state() === 'AFTER_CALL_WORK';
    document.getElementById('send-hint').textContent = word(note ? 'hint-note' : isMail() ? 'hint-mail' : 'hint-chat');
    sendButton.textContent = note ? sendButton.dataset.save : sendButton.dataset.send;
    sendButton.disabled = sending || (!note && isUploading(contact)) || (!note && state() === 'AFTER_CALL_WORK');
}

export function switchTo(next) {
    if (next === mode || !contact) {
        area.focus();
        return;
    }
    sessionStorage.setItem(kept(contact, mode), area.value);
    mode = next;
    show(sessionStorage.getItem(kept(contact, mode)) ?? '');
    paint();
    area.focus();
}

export function focusReply() {
    switchTo('reply');
}

function typed() {
    if (!contact) {
        return;
    }
    sessionStorage.setItem(kept(contact, mode), area.value);
    if (mode === 'reply') {
        saved.textContent = word('saving');
        // Who writes on and on is saved, and seen to be writing, all the same.
        unsavedSince = timer ? unsavedSince : Date.now();
        clearTimeout(timer);
        timer = setTimeout(save, Math.min(WAIT, Math.max(0, unsavedSince + LONGEST_WAIT - Date.now())));
    }
}

/** Brings the text to the centre; also called when the page is left or another contact is opened. */
export function save() {
    clearTimeout(timer);
    timer = undefined;
    if (!contact || mode !== 'reply') {
        return Promise.resolve();
    }
    const [id, text] = [contact, area.value];
    return call('draft', { contact: id, text }, { quiet: true }).then(answer => {
        if (answer.done && sessionStorage.getItem(kept(id, 'reply')) === text) {
            sessionStorage.removeItem(kept(id, 'reply'));
        }
        if (contact === id && area.value === text) {
            saved.textContent = text ? word('saved') : '';
        }
    }).catch(() => {
        saved.textContent = word('unsaved');
        timer = setTimeout(save, 5000);
    });
}

export function saveIfTyping() {
    return timer ? save() : Promise.resolve();
}

export function send() {
    const text = area.value.trim();
    if ((!text && (mode === 'note' || !count())) || sending || sendButton.disabled) {
        return;
    }
    clearTimeout(timer);
    timer = undefined;
    const [id, kind] = [contact, mode];
    const key = sessionStorage.getItem(`catgem.key.${id}`) ?? crypto.randomUUID();
    // A retry after a lost answer carries the same key, and the centre adds nothing twice.
    sessionStorage.setItem(`catgem.key.${id}`, key);
    sending = true;
    paint();
    sendButton.textContent = sendButton.dataset.sending;
    const asked = kind === 'note' ? call('note', { text }) : call('send', { text, key, cc: cc.value });
    asked.then(answer => {
        if (answer.done) {
            sessionStorage.removeItem(`catgem.key.${id}`);
            sessionStorage.removeItem(kept(id, kind));
            if (contact === id && area.value.trim() === text) {
                show('');
                cc.value = '';
                document.getElementById('cc-row').hidden = true;
            }
        } else if (answer.code === 'InvalidRecipient') {
            cc.setAttribute('aria-invalid', 'true');
            cc.focus();
        }
    }).catch(() => {}).finally(() => {
        sending = false;
        paint();
        if (kind === 'note') {
            switchTo('reply');
        }
    });
}

/** Puts text where the cursor is, with room around it, and lets go of nothing that was there. */
export function insert(text) {
    if (mode === 'note') {
        switchTo('reply');
    }
    const [start, end] = [area.selectionStart, area.selectionEnd];
    const before = area.value.slice(0, start);
    const gap = before && !/\s$/.test(before) ? (isMail() ? '\n\n' : ' ') : '';
    area.setRangeText(gap + text, start, end, 'end');
    area.focus();
    typed();
}

function matching() {
    const typedSoFar = area.value.startsWith('/') ? area.value.slice(1).toLowerCase() : '';
    // Warnings and emergency words have keys of their own.
    return [...document.querySelectorAll('#template-list li')].filter(item => !/^(abuso|emergencia)/.test(item.dataset.code)).filter(item =>
        `${item.dataset.code} ${item.dataset.name}`.toLowerCase().includes(typedSoFar));
}

export function openTemplates() {
    const items = matching();
    list.replaceChildren(...items.map((item, index) => {
        const option = document.createElement('li');
        option.id = `template-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', String(index === 0));
        const name = document.createElement('strong');
        name.textContent = item.dataset.name;
        const text = document.createElement('span');
        text.textContent = item.dataset.text;
        option.append(name, text);
        option.addEventListener('mousedown', event => { event.preventDefault(); choose(option, item.dataset.text); });
        option.dataset.text = item.dataset.text;
        return option;
    }));
    list.hidden = items.length === 0;
    if (!list.hidden) {
        area.setAttribute('aria-activedescendant', 'template-0');
    }
}

function closeTemplates() {
    list.hidden = true;
    area.removeAttribute('aria-activedescendant');
}

function choose(option, text) {
    if (area.value.startsWith('/')) {
        area.value = '';
    }
    closeTemplates();
    insert(text);
}

function moveTemplate(step) {
    const options = [...list.children];
    const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
    const next = options[(at + step + options.length) % options.length];
    options.forEach(option => option.setAttribute('aria-selected', String(option === next)));
    area.setAttribute('aria-activedescendant', next.id);
    next.scrollIntoView({ block: 'nearest' });
}

area.dataset.replyPlaceholder = area.placeholder;
area.addEventListener('input', () => {
    if (mode === 'reply' && /^\/\S*$/.test(area.value)) {
        openTemplates();
    } else {
        closeTemplates();
    }
    typed();
});
area.addEventListener('blur', () => setTimeout(() => { if (document.activeElement !== list) { closeTemplates(); } }, 150));
list.addEventListener('blur', closeTemplates);
area.addEventListener('keydown', event => {
    if (event.isComposing || event.ctrlKey) {
        return;
    }
    if (!list.hidden) {
        const selected = list.querySelector('[aria-selected=true]');
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            moveTemplate(event.key === 'ArrowDown' ? 1 : -1);
        } else if (event.key === 'Enter' || event.key === 'Tab') {
            event.preventDefault();
            choose(selected, selected.dataset.text);
        } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            closeTemplates();
        }
        return;
    }
    const alone = !event.shiftKey && !event.altKey && !event.metaKey;
    if (event.key === 'Enter' && (event.altKey || (alone && mode === 'reply' && !isMail()))) {
        event.preventDefault();
        send();
    }
});
cc.addEventListener('input', () => {
    cc.removeAttribute('aria-invalid');
    document.getElementById('cc-warning').hidden = !cc.value.trim();
});
document.querySelectorAll('.composer-tab').forEach(tab => tab.addEventListener('click', () => switchTo(tab.dataset.mode)));
window.addEventListener('pagehide', () => { saveIfTyping(); });

export function toggleCc(button) {
    const row = document.getElementById('cc-row');
    row.hidden = !row.hidden;
    button.setAttribute('aria-expanded', String(!row.hidden));
    if (!row.hidden) {
        cc.focus();
    }
}

const chooser = document.getElementById('file');
chooser.addEventListener('change', () => { add([...chooser.files]); chooser.value = ''; area.focus(); });

export function chooseFiles() {
    chooser.click();
}

onFiles(paint);
for (const [kind, carrier] of [['paste', 'clipboardData'], ['drop', 'dataTransfer']]) {
    box.addEventListener(kind, event => {
        const files = [...event[carrier].files];
        if (files.length && mode === 'reply') {
            event.preventDefault();
            add(files);
        }
    });
}
box.addEventListener('dragover', event => { if (mode === 'reply') { event.preventDefault(); } });

/** The citizen is writing: said for a few seconds. */
let typingTimer;
export function citizenTypes(id) {
    if (id === contact) {
        document.getElementById('typing').textContent = word('typing');
        clearTimeout(typingTimer);
        typingTimer = setTimeout(() => { document.getElementById('typing').textContent = ''; }, 5000);
    }
}

/** What was being written has arrived. */
export function citizenSaid(id) {
    if (id === contact) {
        clearTimeout(typingTimer);
        document.getElementById('typing').textContent = '';
    }
}

export function told(text) {
    toast(text, 'ok', 3000);
}
