// A worker: its timer is not slowed down when the tab is hidden, so a hidden desk is not taken for a lost one.
const beat = () => fetch('../../../desk/heartbeat', { method: 'POST', headers: { 'X-Requested-With': 'desk' }, redirect: 'manual', cache: 'no-store' })
    .then(answer => answer.ok ? answer.text().then(now => postMessage({ alive: true, now: Number(now) })) : postMessage({ alive: false, ended: answer.type === 'opaqueredirect' || [401, 403].includes(answer.status), session: answer.headers.get('X-Session') }))
    .catch(() => postMessage({ alive: false }));
beat();
setInterval(beat, 10000);
onmessage = beat; // asked for out of turn
