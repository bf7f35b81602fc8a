// Updates that nobody notices: what did not change is not touched, and the focus stays where it was.

const rendered = new WeakMap();

function parse(html) {
    const holder = document.createElement('template');
    holder.innerHTML = html.trim();
    return holder.content.firstElementChild;
}

function focusKey(root) {
    const active = document.activeElement;
    if (!active || active === document.body || !root.contains(active)) {
        return null;
    }
    const key = active.dataset.focus ? `[data-focus="${CSS.escape(active.dataset.focus)}"]` : active.id ? `#${CSS.escape(active.id)}` : null;
    return key;
}

/** Runs a change of the page and puts the focus back if the change took its element away. */
export function keepingFocus(root, change) {
    const key = focusKey(root);
    const menus = [...root.querySelectorAll('details[open] > summary[data-focus]')].map(summary => summary.dataset.focus);
    change();
    for (const menu of menus) {
        const summary = document.querySelector(`summary[data-focus="${CSS.escape(menu)}"]`);
        if (summary) {
            summary.parentElement.open = true;
        }
    }
    if (key && (!document.activeElement || document.activeElement === document.body)) {
        document.querySelector(key)?.focus({ preventScroll: true });
    }
}

/** A fragment as a whole: replaced only when the server's text for it is another. */
export function replace(element, html) {
    if (rendered.get(element) === html) {
        return;
    }
    const fresh = parse(html);
    // The element itself stays: a live region that is swapped out is not read aloud.
    keepingFocus(element, () => element.replaceChildren(...fresh.childNodes));
    element.className = fresh.className;
    rendered.set(element, html);
}

/** A list: children with the same key and the same text stay the very same elements. */
export function merge(list, html) {
    const fresh = parse(html);
    const old = new Map([...list.children].map(child => [child.dataset.key, child]));
    const following = list.dataset.follow !== undefined && list.scrollHeight - list.scrollTop - list.clientHeight < 60;
    const added = [];
    keepingFocus(list, () => {
        let place = list.firstElementChild;
        for (const child of [...fresh.children]) {
            const source = child.outerHTML;
            const known = old.get(child.dataset.key);
            old.delete(child.dataset.key);
            if (known && rendered.get(known) === source) {
                if (known !== place) {
                    list.insertBefore(known, place);
                }
                place = known.nextElementSibling;
                continue;
            }
            rendered.set(child, source);
            if (known) {
                if (known === place) {
                    place = known.nextElementSibling;
                }
                known.remove();
            } else {
                added.push(child);
            }
            list.insertBefore(child, place);
        }
        for (const gone of old.values()) {
            gone.remove();
        }
    });
    if (following) {
        list.scrollTop = list.scrollHeight;
    }
    return added;
}

/** What the page arrived with counts as known. */
export function remember() {
    for (const list of document.querySelectorAll('[data-keyed]')) {
        for (const child of list.children) {
            rendered.set(child, child.outerHTML);
        }
    }
}
