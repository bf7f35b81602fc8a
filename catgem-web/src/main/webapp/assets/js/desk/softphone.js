// The line itself: registers at the exchange through the application, picks up what rings, and measures how it sounds.

import { UA, WebSocketInterface } from '../vendor/jssip-3.13.8.js';

/** So that a call rings nowhere else once the page has been away for a minute; the server keeps the line open by it too. */
const REGISTERED_S = 60;

/** How soon a change is asked for again that cannot be asked for yet. */
const AGREED_MS = 100;

/**
 * Who accepted on the desk has asked for the call: it is picked up by itself.
 * @param {{name: string, secret: string}} account
 * @param {() => Promise<MediaStream>} microphone asked for at each call; when it is refused the call is too
 * @param {HTMLAudioElement} audio
 * @param {{registered: Function, lost: Function, refused: Function, unanswered: Function, deaf: Function, call: Function}} told
 */
export function connect(account, microphone, audio, told) {
    const address = new URL(`desk/telephone/${encodeURIComponent(account.name)}`, document.baseURI);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocketInterface(address.href);
    socket.via_transport = 'WS'; // what the exchange sees, be the page's own connection encrypted or not
    const agent = new UA({
        sockets: [socket],
        uri: `sip:${account.name}@catgem`,
        password: account.secret,
        register_expires: REGISTERED_S,
        session_timers: false,
        connection_recovery_max_interval: 8,
    });
    let call = null;

    agent.on('registered', () => told.registered());
    agent.on('disconnected', event => told.lost(event.code));
    agent.on('registrationFailed', event => {
        if (event.response) {
            told.refused();
        } else if (event.cause === 'Request Timeout') {
            told.unanswered();
        } // else the connection failed, and 'disconnected' tells with which code
    });
    agent.on('newRTCSession', ({ session, originator }) => {
        if (originator !== 'remote') {
            return;
        }
        if (call) {
            session.terminate({ status_code: 486 });
            return;
        }
        call = take(session, microphone, audio, told, () => { call = null; });
    });
    agent.start();
    return {
        get busy() { return call !== null; },
        call: () => call,
        stop: () => agent.stop(),
    };
}

function take(session, microphone, audio, told, over) {
    let stream;
    let timer;
    let held = false; // what is wanted; the exchange agrees to one change at a time
    let agreeing;
    const agree = () => {
        clearTimeout(agreeing);
        if (held !== session.isOnHold().local && !(held ? session.hold() : session.unhold()) && !session.isEnded()) {
            agreeing = setTimeout(agree, AGREED_MS);
        }
    };
    const end = () => {
        clearInterval(timer);
        clearTimeout(agreeing);
        stream?.getTracks().forEach(track => track.stop());
        audio.srcObject = null;
        over();
        told.call('over');
    };
    session.on('peerconnection', ({ peerconnection }) => {
        peerconnection.addEventListener('track', event => {
            audio.srcObject = event.streams[0] ?? new MediaStream([event.track]);
            audio.play().catch(() => {});
        });
    });
    session.on('confirmed', () => {
        const measured = quality(session);
        timer = setInterval(() => measured().then(found => told.call('quality', found)).catch(() => {}), 1000);
        told.call('talking');
    });
    for (const happening of ['muted', 'unmuted']) {
        session.on(happening, () => told.call('changed'));
    }
    session.on('ended', end);
    session.on('failed', end);
    microphone().then(found => {
        stream = found;
        if (session.isEnded()) {
            stream.getTracks().forEach(track => track.stop());
        } else {
            session.answer({ mediaStream: stream, pcConfig: { iceServers: [] } });
        }
    }).catch(reason => {
        if (!session.isEnded()) {
            session.terminate({ status_code: 480 });
        }
        told.deaf(reason);
    });
    return {
        get held() { return held; },
        get muted() { return session.isMuted().audio === true; },
        mute: on => (on ? session.mute({ audio: true }) : session.unmute({ audio: true })),
        hold: on => {
            held = on;
            agree();
            told.call('changed');
        },
        tone: key => session.sendDTMF(key, { transportType: 'RFC2833', duration: 120 }),
        hangUp: () => { if (!session.isEnded()) { session.terminate(); } },
    };
}

/** Of the last second: what of the sound was lost, how unevenly it came, and how long the way there and back is. */
function quality(session) {
    let before = null;
    return async () => {
        const now = { sent: 0, received: 0, packets: 0, lost: 0, jitter: 0, roundTrip: 0, farLost: 0 };
        let newest = 0;
        (await session.connection.getStats()).forEach(one => {
            if (one.type === 'inbound-rtp' && one.kind === 'audio') {
                // Whoever joins or takes over a call is another source of sound; those before stay in the list, and stand still.
                now.received += one.bytesReceived;
                now.packets += one.packetsReceived;
                now.lost += one.packetsLost;
                if ((one.lastPacketReceivedTimestamp ?? 0) >= newest) {
                    newest = one.lastPacketReceivedTimestamp ?? 0;
                    now.jitter = one.jitter ?? 0;
                }
            } else if (one.type === 'outbound-rtp' && one.kind === 'audio') {
                now.sent = one.bytesSent;
            } else if (one.type === 'remote-inbound-rtp' && one.kind === 'audio') {
                now.farLost = one.fractionLost ?? 0;
                now.roundTrip = one.roundTripTime ?? 0;
            }
        });
        const packets = Math.max(0, now.packets - (before?.packets ?? 0));
        const lost = Math.max(0, now.lost - (before?.lost ?? 0));
        const part = Math.max(now.farLost, packets + lost > 0 ? lost / (packets + lost) : 0);
        const word = !before ? 'unknown'
            : packets === 0 && !session.isOnHold().local ? 'silent'
                : part > 0.05 || now.roundTrip > 0.4 || now.jitter > 0.06 ? 'poor'
                    : part > 0.02 || now.roundTrip > 0.25 || now.jitter > 0.03 ? 'fair' : 'good';
        before = now;
        return { ...now, word };
    };
}
