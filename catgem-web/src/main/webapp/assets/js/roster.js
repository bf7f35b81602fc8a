// Who works when: a cell opens its sheet, a shift there is assigned or taken away.
import { announce, close, open, toast } from './shell.js';

const sheet = document.getElementById('duty-sheet');
const refused = document.getElementById('duty-refused');
let cell;

function week() {
    return {name: 'week', value: document.getElementById('week-shown').dataset.week};
}

function show(button) {
    cell = {...button.dataset, id: button.id};
    document.getElementById('duty-title').textContent = `${cell.name} · ${cell.said}`;
    refused.hidden = true;
    for (const choice of sheet.querySelectorAll('[data-shift]')) {
        const has = (cell.shifts ?? '').split(' ').includes(choice.dataset.shift);
        choice.textContent = has ? choice.dataset.release : choice.dataset.assign;
        choice.dataset.act = has ? 'release' : 'assign';
        choice.classList.toggle('primary', !has);
        choice.disabled = false;
    }
    open('duty-sheet');
}

document.addEventListener('click', event => {
    const duty = event.target.closest('.duty');
    const choice = event.target.closest('#duty-sheet [data-shift]');
    if (duty) {
        show(duty);
    } else if (choice) {
        choice.disabled = true;
        window.rosterChange([week(), {name: 'username', value: cell.username}, {name: 'on', value: cell.day},
            {name: 'shift', value: choice.dataset.shift}, {name: 'act', value: choice.dataset.act}]);
    } else if (event.target.closest('[data-retire]')) {
        cell = undefined;
        window.rosterShift([week(), {name: 'act', value: 'retire'}, {name: 'code', value: event.target.closest('[data-retire]').dataset.retire}]);
    } else if (event.target.closest('#define-shift')) {
        cell = undefined;
        window.rosterShift([week(), {name: 'act', value: 'define'}, ...[...document.querySelectorAll('[data-shift-field]')]
            .map(field => ({name: field.dataset.shiftField, value: field.value.trim()}))]);
    } else if (event.target.closest('#copy-week')) {
        event.target.closest('#copy-week').disabled = true;
        window.rosterCopy([week()]);
    }
});

/** A refusal is said where the person looks: in the sheet when it is open. */
window.rosterDone = args => {
    if (!args?.refused) {
        close('duty-sheet');
        document.getElementById(cell?.id)?.focus();
        announce(document.getElementById('gaps')?.querySelector('summary')?.textContent.trim() ?? document.getElementById('gaps')?.textContent.trim() ?? '');
    } else if (sheet.open) {
        refused.textContent = args.refused;
        refused.hidden = false;
        sheet.querySelectorAll('[data-shift]').forEach(choice => { choice.disabled = false; });
    } else {
        toast(args.refused, 'danger');
        document.getElementById('copy-week')?.removeAttribute('disabled');
    }
};
