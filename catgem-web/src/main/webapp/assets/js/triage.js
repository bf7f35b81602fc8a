// Candidates are chosen in the table and decided in a sheet: what was chosen goes into the sheet's form as it opens.

const all = document.getElementById('pick-all');
const boxes = [...document.querySelectorAll('.candidates-table [name=pick]')];
const chosen = state => boxes.filter(box => box.checked && (!state || box.dataset.state === state));

function count() {
    for (const place of document.querySelectorAll('#pick-acts [data-count]')) {
        place.textContent = chosen().length;
    }
    for (const button of document.querySelectorAll('#pick-acts [data-for]')) {
        const fit = chosen(button.dataset.for).length;
        button.disabled = fit === 0 || fit !== chosen().length;
    }
    if (all) {
        all.checked = boxes.length > 0 && chosen().length === boxes.length;
        all.indeterminate = chosen().length > 0 && !all.checked;
    }
}

function fill(sheet) {
    const picks = chosen();
    sheet.querySelector('[data-picks]').replaceChildren(...picks.map(box => {
        const kept = document.createElement('input');
        kept.type = 'hidden';
        kept.name = 'pick';
        kept.value = box.value;
        return kept;
    }));
    for (const place of sheet.querySelectorAll('[data-count]')) {
        place.textContent = picks.length;
    }
}

all?.addEventListener('change', () => {
    boxes.forEach(box => (box.checked = all.checked));
    count();
});
boxes.forEach(box => box.addEventListener('change', count));
// Before shell.js opens the sheet.
document.addEventListener('click', event => {
    const sheet = document.getElementById(event.target.closest('[data-opens]')?.dataset.opens);
    if (sheet?.dataset.takes === 'picks') {
        fill(sheet);
    }
}, true);
count();
