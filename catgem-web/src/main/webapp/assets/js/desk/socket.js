// A plain script, so that it is there before the socket's: passes on what the socket says to whoever listens later.
window.deskSocketOpen = () => { document.documentElement.dataset.socket = 'open'; window.dispatchEvent(new Event('desk-open')); };
// A beat is answered, so that nobody on the way takes the socket for dead.
window.deskSocketMessage = (message, channel, event) => message === 'BEAT'
    ? event.target.send('BEAT')
    : window.dispatchEvent(new CustomEvent('desk-signal', { detail: message }));
window.deskSocketClose = () => { document.documentElement.dataset.socket = 'closed'; };
