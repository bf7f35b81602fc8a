// The advisor desk: what each button and key does.

import { announce, close as closeSheet, open as openSheet } from '../shell.js';
import { remember } from './keyed.js';
import { call, onUpdate, openContact } from './server.js';
import { tick } from './clocks.js';
import { column } from './columns.js';
import * as composer from './composer.js';
import * as knowledge from './knowledge.js';
import { accept, followOffer, reject } from './offers.js';
import { allowNotifications, chime } from './sound.js';
import { bind } from './keys.js';
import * as leaving from './leave.js';
import * as calls from './calls.js';
import { everything } from './live.js';
import * as giving from './transfer.js';
import { reportMissing } from './reports.js';
import * as telephone from './telephone.js';
import { word } from './words.js';

function openNumber(number) {
    const button = document.querySelectorAll('#contacts .contact-open')[number - 1];
    if (button) {
        openOne(button.dataset.contact);
    }
}

function openOne(contact) {
    composer.saveIfTyping();
    return call('open', { contact }).then(() => {
        sessionStorage.setItem('catgem.open', contact);
        column('centre');
        composer.focusReply();
    }).catch(() => {});
}

function tab(name, focus = true) {
    for (const button of document.querySelectorAll('[role=tab]')) {
        const chosen = button.id === `tab-${name}`;
        button.setAttribute('aria-selected', String(chosen));
        button.tabIndex = chosen ? 0 : -1;
        document.getElementById(button.getAttribute('aria-controls')).hidden = !chosen;
        if (chosen && focus) {
            button.focus();
        }
    }
    column('right');
}

function openClosing() {
    if (openContact()) {
        composer.saveIfTyping();
        document.getElementById('close-refused').hidden = true;
        call('refresh', { parts: 'close-body steps' }).then(() => {
            openSheet('close-sheet');
            const disposition = document.getElementById('disposition');
            (disposition.value ? document.getElementById('close-now') : disposition).focus();
        }).catch(() => {});
    }
}

function closeContact() {
    const disposition = document.getElementById('disposition');
    const refused = document.getElementById('close-refused');
    if (!disposition.value) {
        refused.textContent = word('choose');
        refused.hidden = false;
        disposition.focus();
        return;
    }
    const declared = [...document.querySelectorAll('#close-body [name=declared]:checked')].map(box => box.value).join(' ');
    call('close', { disposition: disposition.value, declared, topic: document.getElementById('close-topic')?.value }).then(answer => {
        if (answer.done) {
            closeSheet('close-sheet');
        } else {
            refused.textContent = answer.refused;
            refused.hidden = false;
        }
    }).catch(() => {});
}

function emergency() {
    if (openContact()) {
        call('emergency').then(answer => { if (answer.done) { openSheet('emergency-sheet'); } }).catch(() => {});
    }
}

function abuse() {
    const head = document.querySelector('#head [data-contact]');
    if (!head) {
        return;
    }
    const warnings = Number(head.dataset.warnings);
    const script = document.querySelector(`#template-list [data-code=abuso${warnings + 1}]`);
    document.querySelectorAll('#abuse-sheet [data-warning]').forEach(line => { line.hidden = Number(line.dataset.warning) !== warnings; });
    document.getElementById('abuse-script').textContent = script?.dataset.text ?? '';
    document.getElementById('abuse-script').hidden = !script;
    const go = document.getElementById('abuse-go');
    go.textContent = script ? go.dataset.send : go.dataset.end;
    openSheet('abuse-sheet');
    go.focus();
}

let covering = {};
function sensitive(button) {
    covering = { message: button.dataset.message ?? '', file: button.dataset.file ?? '' };
    const go = document.getElementById('sensitive-go');
    go.textContent = covering.file ? go.dataset.file : go.dataset.message;
    document.getElementById('passage-choice').hidden = document.getElementById('passage-go').hidden = Boolean(covering.file);
    const marked = String(document.getSelection());
    const text = covering.file ? Promise.resolve() : call('refresh', { parts: 'sensitive-body', message: covering.message });
    text.then(() => {
        openSheet('sensitive-sheet');
        const passage = document.getElementById('passage');
        const at = marked.trim() && !covering.file ? passage.value.indexOf(marked) : -1;
        if (at >= 0) { // selected in the conversation before
            passage.focus();
            passage.setSelectionRange(at, at + marked.length);
        } else {
            (covering.file ? go : passage).focus();
        }
        showPassage();
    }).catch(() => {});
}

function showPassage() {
    const passage = document.getElementById('passage');
    const state = document.getElementById('passage-state');
    const chosen = passage.value.slice(passage.selectionStart, passage.selectionEnd);
    document.getElementById('passage-go').disabled = !chosen;
    state.textContent = chosen ? `${state.dataset.some} «${chosen.length > 60 ? `${chosen.slice(0, 60)}…` : chosen}»` : state.dataset.none;
}
// A read-only area has no cursor to select with by keyboard: this one has, and changes nothing.
document.addEventListener('beforeinput', event => { if (event.target.id === 'passage') { event.preventDefault(); } });
document.addEventListener('selectionchange', () => { if (document.getElementById('sensitive-sheet').open) { showPassage(); } });

function coverPassage() {
    const { selectionStart: starts, selectionEnd: ends } = document.getElementById('passage');
    closeSheet('sensitive-sheet');
    call('sensitive', { ...covering, starts, length: ends - starts }).catch(() => {});
}

function uncover(button) {
    const shown = button.dataset.text;
    button.dataset.text = button.textContent;
    button.textContent = shown;
}

const pictures = document.getElementById('images-place');
function images(button) {
    pictures.dataset.message = button.dataset.message;
    document.getElementById('images-ask').hidden = false;
    openSheet('images-sheet');
    document.getElementById('images-go').focus();
}

function loadImages() {
    const frame = document.createElement('iframe');
    frame.id = 'images-frame';
    frame.className = 'images-frame';
    frame.title = pictures.dataset.title;
    frame.setAttribute('sandbox', '');
    frame.referrerPolicy = 'no-referrer';
    frame.src = `desk/mail?message=${encodeURIComponent(pictures.dataset.message)}`;
    pictures.replaceChildren(frame);
    document.getElementById('images-ask').hidden = true;
}
document.getElementById('images-sheet').addEventListener('close', () => pictures.replaceChildren());

// So that ending takes three keys at most also where nothing is proposed: F4, a letter, Enter.
document.getElementById('close-sheet').addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('select')) {
        event.preventDefault();
        closeContact();
    }
});

const detail = name => document.getElementById(`citizen-${name}`);
function citizen() {
    const known = document.querySelector('.person-head').dataset;
    for (const name of ['name', 'email', 'phone']) {
        detail(name).value = known[name] ?? '';
    }
    openSheet('citizen-sheet');
    detail('name').focus();
}

function identify() {
    call('identify', { name: detail('name').value, email: detail('email').value, phone: detail('phone').value })
        .then(answer => { if (answer.done) { closeSheet('citizen-sheet'); } }).catch(() => {});
}

/** What has just come is on the screen and counts as read. */
function take() {
    return accept().then(answer => {
        everything();
        if (answer?.joined) {
            giving.openJoined();
        }
    }).catch(() => {});
}

function raiseHand() {
    const button = document.querySelector('#head [data-act=hand]');
    if (button && !button.disabled) {
        openSheet('hand-sheet');
        document.getElementById('hand-question').focus();
    }
}

function ask() {
    const question = document.getElementById('hand-question');
    call('raiseHand', { text: question.value }).then(answer => {
        if (answer.done) {
            question.value = '';
            closeSheet('hand-sheet');
        }
    }).catch(() => {});
}

const acts = {
    'call-said': calls.said,
    'call-another': calls.anotherTime,
    'call-arrange': calls.arrange,
    'call-recording': calls.recording,
    'call-go': calls.go,
    ...giving.acts,
    ...telephone.acts,
    'hand': raiseHand,
    'hand-go': ask,
    'hand-lower': () => call('lowerHand').catch(() => {}),
    'notice': button => call('confirm', { notice: button.dataset.notice }).catch(() => {}),
    'open': button => openOne(button.dataset.contact),
    'presence': button => { button.closest('details')?.removeAttribute('open'); call('presence', { presence: button.dataset.presence, reason: button.dataset.reason ?? '' }).catch(() => {}); },
    'leave': button => { button.closest('details')?.removeAttribute('open'); leaving.leave(); },
    'leave-go': leaving.go,
    'handed': button => leaving.handed(button).then(() => column('centre')),
    'accept': take,
    'reject': button => { button.closest('details').open = false; reject(button.dataset.reason).catch(() => {}); },
    'send': composer.send,
    'templates': () => { composer.focusReply(); composer.openTemplates(); },
    'knowledge': () => { tab('knowledge', false); knowledge.focusSearch(); },
    'cc': composer.toggleCc,
    'insert': knowledge.insertParagraph,
    'read': button => knowledge.readEntry(button.dataset.version).catch(() => {}),
    'unread-entry': knowledge.closeEntry,
    'sensitive': sensitive,
    'passage-go': coverPassage,
    'uncover': uncover,
    'images': images,
    'images-go': loadImages,
    'attach': composer.chooseFiles,
    'await': () => call('await').catch(() => {}),
    'resume': () => call('resume').then(answer => { if (answer.done) { composer.focusReply(); } }).catch(() => {}),
    'step': button => call('step', { act: button.dataset.step }).catch(() => {}),
    'topic': () => { tab('person', false); document.getElementById('topic').focus(); },
    'finish': () => { composer.saveIfTyping(); call('finish').catch(() => {}); },
    'closing': openClosing,
    'close': closeContact,
    'extend': button => { closeSheet('extend-sheet'); call('extend', { reason: button.dataset.reason }).catch(() => {}); },
    'emergency': emergency,
    'abuse': abuse,
    'abuse-go': () => { closeSheet('abuse-sheet'); call('abuse').catch(() => {}); },
    'sensitive-go': () => { closeSheet('sensitive-sheet'); call('sensitive', covering).catch(() => {}); },
    'citizen': citizen,
    'identify': identify,
    'byheart': () => { if (openContact()) { call('byHeart').catch(() => {}); } },
    'link': button => call('link', { matter: button.dataset.matter }).catch(() => {}),
    'unlink': () => call('unlink').catch(() => {}),
    'sound-test': chime,
    'notify': allowNotifications,
};

document.getElementById('content').addEventListener('click', event => {
    const button = event.target.closest('[data-act], [data-column], [role=tab]');
    if (!button) {
        return;
    }
    if (button.dataset.act) {
        acts[button.dataset.act](button);
    } else if (button.dataset.column) {
        column(button.dataset.column);
    } else {
        tab(button.id.replace('tab-', ''), false);
    }
});
document.getElementById('content').addEventListener('change', event => {
    if (event.target.dataset.actChange) {
        call(event.target.dataset.actChange, { value: event.target.value }).catch(() => {});
    }
});
document.querySelector('[role=tablist]').addEventListener('keydown', event => {
    const tabs = [...document.querySelectorAll('[role=tab]')];
    const at = tabs.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at >= 0 && step) {
        event.preventDefault();
        tab(tabs[(at + step + tabs.length) % tabs.length].id.replace('tab-', ''));
    }
});
// The form is only a carrier of commands: Enter in a field must not submit it.
document.getElementById('desk').addEventListener('submit', event => event.preventDefault());

const chords = {
    ...telephone.chords,
    'Alt+H': raiseHand,
    'Alt+T': giving.transfer,
    'Alt+O': giving.write,
    'Control+Enter': take,
    'F2': acts.knowledge,
    'F4': openClosing,
    'F8': emergency,
    'F9': abuse,
    'Alt+W': () => document.querySelector('#head [data-focus=await]')?.click(),
    'Alt+G': () => document.querySelector('#head [data-act=call-recording]')?.click(),
    'Alt+I': reportMissing,
    'Alt+N': () => composer.switchTo('note'),
    'Alt+R': () => tab('person'),
    'Alt+S': () => tab('steps'),
    'Alt+D': () => call('presence', { presence: 'AVAILABLE', reason: '' }).catch(() => {}),
    'Alt+P': () => { const menu = document.querySelector('.pause'); menu.open = true; menu.querySelector('.choice').focus(); },
};
const letters = { r: composer.focusReply, n: () => composer.switchTo('note'), k: acts.knowledge, '/': acts.templates };
for (let number = 1; number <= 9; number++) {
    chords[`Alt+${number}`] = () => openNumber(number);
    letters[String(number)] = () => openNumber(number);
}
bind(chords, letters);

function countSteps() {
    const steps = [...document.querySelectorAll('#steps .step[data-counts=true]')];
    document.getElementById('steps-count').textContent = steps.length ? `${steps.filter(step => step.dataset.done === 'true').length}/${steps.length}` : '';
}

/** Pictures that came with a mail are files of the contact; pictures from elsewhere stay unloaded. */
function showAttachedPictures() {
    for (const image of document.querySelectorAll('.mail-html img[data-attachment]:not([src])')) {
        image.src = `desk/attachment?id=${encodeURIComponent(image.dataset.attachment)}`;
    }
}

/** An answer asked for before another contact was opened knows the earlier one: what the head shows decides. */
function markOpen() {
    const open = openContact();
    for (const item of document.querySelectorAll('#contacts .contact')) {
        const chosen = item.dataset.key === open;
        item.classList.toggle('selected', chosen);
        item.querySelector('.contact-open').setAttribute('aria-current', String(chosen));
    }
}

let unread = null;
function announceUnread() {
    const total = [...document.querySelectorAll('[data-unread]')].reduce((sum, mark) => sum + Number(mark.dataset.unread), 0);
    if (unread !== null && total > unread) {
        announce(`${word('message')} ${total}`);
    }
    unread = total;
}

onUpdate(ids => {
    if (ids.includes('head')) {
        composer.follow();
        sessionStorage.setItem('catgem.open', openContact());
    }
    followOffer();
    markOpen();
    countSteps();
    announceUnread();
    showAttachedPictures();
    tick();
});

remember();
composer.follow();
followOffer();
countSteps();
announceUnread();
showAttachedPictures();
tick();
const talk = document.getElementById('talk');
talk.scrollTop = talk.scrollHeight;
const last = sessionStorage.getItem('catgem.open');
const isOther = last && last !== openContact() && document.querySelector(`#contacts [data-key="${CSS.escape(last)}"]`);
// One after the other: asked at once, everything would be of the contact that is not to be shown.
(isOther ? openOne(last) : Promise.resolve()).then(everything);
