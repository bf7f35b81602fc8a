// A plain script, so that it is there before the socket's: passes on what the socket says to whoever listens later.
window.knowledgeSocketMessage = message => window.dispatchEvent(new CustomEvent('knowledge-signal', { detail: message }));
