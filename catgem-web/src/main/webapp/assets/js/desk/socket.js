// A plain script, so that it is there before the socket's: passes on what the socket says to whoever listens later.
window.deskSocketOpen = () => {
    if (document.documentElement.dataset.socket !== 'open') {
        document.documentElement.dataset.socket = 'open';
        window.dispatchEvent(new Event('desk-open'));
    }
};
window.deskSocketMessage = (message, channel, event) => {
    window.deskSocketOpen(); // the container says so the first time only, not when the socket is back
    if (message === 'BEAT') {
        event.target.send('BEAT'); // so that nobody on the way takes the socket for dead
    } else {
        window.dispatchEvent(new CustomEvent('desk-signal', { detail: message }));
    }
};
window.deskSocketClose = () => { document.documentElement.dataset.socket = 'closed'; };
// It tries again by itself; but if its node died, no other knows this page, and it has to be opened again.
window.deskSocketError = () => {
    window.deskSocketClose();
    window.dispatchEvent(new Event('desk-doubt'));
};
