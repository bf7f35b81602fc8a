// What saving the matrix would change, said while it is being typed.

const form = document.getElementById('matrix-form');
const effect = document.getElementById('effect');

function look() {
    const heads = form.querySelector('thead tr').cells;
    const people = new Set();
    const gains = new Map();
    let changes = 0;
    for (const field of form.querySelectorAll('.matrix td input')) {
        const was = field.dataset.was ?? '';
        const is = field.value.trim().replace('0', '');
        const changed = is !== was;
        field.classList.toggle('changed', changed);
        if (changed) {
            const skill = heads[field.closest('td').cellIndex].textContent;
            changes++;
            people.add(field.closest('tr'));
            gains.set(skill, (gains.get(skill) ?? 0) + Boolean(is) - Boolean(was));
        }
    }
    const skills = [...gains].map(([skill, gain]) => (gain ? `${skill} ${gain > 0 ? '+' : '−'}${Math.abs(gain)}` : skill));
    effect.textContent = changes ? `${effect.dataset.unsaved} ${changes} · ${effect.dataset.people} ${people.size} · ${skills.join(', ')}` : '';
}

if (form) {
    form.addEventListener('input', look);
    look();
}
