// The keyboard: chords work everywhere, single letters only where nobody is writing and only while they are wanted.

import { open, writing } from '../shell.js';

const single = document.getElementById('single-keys');
single.checked = localStorage.getItem('catgem.keys') !== 'off';
single.addEventListener('change', () => localStorage.setItem('catgem.keys', single.checked ? 'on' : 'off'));

/** @param {Object<string, Function>} chords by name, such as 'Control+Enter', 'Alt+N', 'F4' @param {Object<string, Function>} letters */
export function bind(chords, letters) {
    document.addEventListener('keydown', event => {
        if (event.isComposing) {
            return;
        }
        const key = event.code.startsWith('Key') ? event.code.slice(3) : event.code.startsWith('Digit') ? event.code.slice(5) : event.key;
        const name = `${event.ctrlKey ? 'Control+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
        const inSheet = document.querySelector('dialog[open]');
        const chord = chords[name];
        if (chord && (!inSheet || name === 'Control+Enter')) {
            event.preventDefault();
            event.stopPropagation();
            chord(event);
        } else if (single.checked && !inSheet && !event.ctrlKey && !event.altKey && !event.metaKey && !writing(event.target)) {
            const letter = event.key === '?' ? () => open('keys-sheet') : letters[event.key.toLowerCase()];
            if (letter) {
                event.preventDefault();
                letter(event);
            }
        }
    }, true);
}
