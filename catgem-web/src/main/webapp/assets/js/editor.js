// Writing an entry: saved while typing, joined with what others save, never lost by a reload or a lost network.

import { ask, follow, leave, self, word } from './officers.js';
import { toast } from './shell.js';

const page = document.getElementById('officers');
const editor = document.getElementById('editor');
const state = document.getElementById('save-state');
const key = `catgem_update_${page?.dataset.update}`;
let head = page?.dataset.head;
let dirty = false;
let saving = null;
let timer;

const fields = () => [...editor.querySelectorAll('[name]')];
const typed = () => Object.fromEntries(fields().map(field => [field.name, field.value]));

function say(text, refused = false) {
    state.textContent = text;
    state.classList.toggle('refused', refused);
}

/** What was missing when the page was drawn stays marked as long as it is. */
function mark(field) {
    const box = field.closest('.text-field');
    if (box?.querySelector('label > .tag')) {
        box.classList.toggle('lacking', !field.value.trim());
    }
}

function changed() {
    dirty = true;
    sessionStorage.setItem(key, JSON.stringify({ head, fields: typed() }));
    clearTimeout(timer);
    timer = setTimeout(save, 1500);
}

/** Saves by `save` or `submit`; one at a time, so that each begins from the text the last one left. */
async function save(command = 'save') {
    clearTimeout(timer);
    if (saving) {
        await saving;
    }
    dirty = false;
    say(word('saving'));
    saving = ask({ do: command, id: page.dataset.update, head, ...typed() });
    const answer = await saving;
    saving = null;
    if (!answer.done && !answer.refused) {
        dirty = true;
        say(word('unsaved'));
        timer = setTimeout(save, 5000);
        return answer;
    }
    if (answer.refused) {
        if (answer.asTyped) {
            head = answer.head; // saved, though not handed in
        }
        say(answer.refused, true);
        return answer;
    }
    if (answer.asTyped) {
        head = answer.head;
    } else if (dirty) {
        return save(command); // typed meanwhile: joined again from the same beginning before the page is drawn anew
    }
    if (!dirty) {
        sessionStorage.removeItem(key);
        say(`${word('saved')} ${answer.at}`);
    }
    if (!answer.asTyped || answer.state !== 'DRAFT') {
        if (answer.state === 'DRAFT') {
            sessionStorage.setItem('catgem_joined', '1');
        }
        leave(self());
    }
    return answer;
}

function submit() {
    save('submit');
}

function restore() {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (kept && fields().some(field => kept.fields[field.name] !== undefined && kept.fields[field.name] !== field.value)) {
        fields().forEach(field => { field.value = kept.fields[field.name] ?? field.value; mark(field); });
        head = kept.head;
        changed();
    }
}

if (editor) {
    restore();
    if (sessionStorage.getItem('catgem_joined')) {
        sessionStorage.removeItem('catgem_joined');
        if (!document.getElementById('settle')) {
            toast(word('joined'), 'info', 9000);
        }
    }
    editor.addEventListener('input', event => { mark(event.target); changed(); });
    document.getElementById('save').addEventListener('click', () => save());
    document.getElementById('submit').addEventListener('click', submit);
    document.addEventListener('keydown', event => {
        if (event.ctrlKey && event.key === 's') {
            event.preventDefault();
            save();
        } else if (event.ctrlKey && event.key === 'Enter') {
            event.preventDefault();
            submit();
        }
    });
    document.addEventListener('click', event => {
        const use = event.target.closest('[data-use]');
        if (use) {
            const field = document.getElementById(use.dataset.use);
            field.value = use.dataset.text;
            field.focus();
            mark(field);
            changed();
        }
    });
    document.getElementById('settle')?.addEventListener('click', async () => {
        const answer = await save();
        if (answer.done) {
            follow(await ask({ do: 'settle', id: page.dataset.update }));
        }
    });
    window.addEventListener('beforeunload', event => { if (dirty) { event.preventDefault(); } });
}

// Somebody else went on: with nothing typed here the page shows it, else it is joined at the next save.
window.addEventListener('knowledge-signal', async () => {
    if (!page?.dataset.update || saving) {
        return;
    }
    const answer = await ask({ do: 'look', id: page.dataset.update });
    if (answer.state && answer.state !== page.dataset.state) {
        leave(self());
    } else if (answer.head && String(answer.head) !== String(head) && !saving) {
        if (dirty) {
            toast(word('others'), 'info');
        } else {
            leave(self());
        }
    }
});
