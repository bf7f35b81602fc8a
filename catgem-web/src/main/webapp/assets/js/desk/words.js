// The sentences of the page's language.

const all = new Map([...document.querySelectorAll('#words dt')].map(term => [term.textContent, term.nextElementSibling.textContent]));

export function word(key) {
    return all.get(key) ?? key;
}
