// A plain script, so that it is there before the socket's: passes on what the socket says to whoever listens later.
window.deskSocketOpen = () => { document.documentElement.dataset.socket = 'open'; window.dispatchEvent(new Event('desk-open')); };
window.deskSocketMessage = message => window.dispatchEvent(new CustomEvent('desk-signal', { detail: message }));
window.deskSocketClose = () => { document.documentElement.dataset.socket = 'closed'; };
