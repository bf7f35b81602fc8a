// A plain script, so that it is there before the socket's: passes on what the socket says to whoever listens later.
// A beat is answered, so that nobody on the way takes the socket for dead.
window.knowledgeSocketMessage = (message, channel, event) => message === 'BEAT'
    ? event.target.send('BEAT')
    : window.dispatchEvent(new CustomEvent('knowledge-signal', { detail: message }));
