// The live queue: how old its data are, and its alerts.

import { watch } from './freshness.js';

// By the alert's own id: its place in the list may have changed since it was drawn.
document.addEventListener('click', event => {
    const button = event.target.closest('[data-alert]');
    if (button) {
        button.disabled = true;
        window.actOnAlert([{name: 'alert', value: button.dataset.alert}, {name: 'act', value: button.dataset.act}]);
    }
});

watch(['board']).look();
