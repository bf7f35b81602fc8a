// On a phone one of the three columns is shown at a time.

export function column(name) {
    document.querySelector('.columns').dataset.shown = name;
    document.querySelectorAll('[data-column]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.column === name)));
}
