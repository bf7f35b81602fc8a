// Everything a wall says, in both languages.

const es = {
    layouts: { queue: 'Fila', indicators: 'Indicadores', advisors: 'Asesoras y asesores', turn: 'Alternar' },
    waiting: 'En espera', longest: 'Espera más larga', inHand: 'En atención', level: 'Nivel de servicio', last: 'últimos 30 min', today: 'hoy',
    target: 'meta', reached: 'en meta', missed: 'fuera de meta', near: 'cerca de la meta', few: 'respuestas insuficientes', nothing: 'sin datos aún',
    nobody: 'Nadie espera', nobodyHint: 'La fila está vacía', class: 'Clase', depth: 'Esperan', oldest: 'La más antigua', used: 'De su meta', more: 'y {0} clases más',
    fresh: 'Datos de hace {0} s', stale: 'SIN CONEXIÓN · datos de hace {0} · se reintenta', ledger: 'LAS CIFRAS SE RETRASAN · {0}', starting: 'Pidiendo los datos…',
    seconds: '{0} s', minutes: '{0} min',
    noKey: 'Falta la clave de esta pantalla', wrongKey: 'La clave de esta pantalla no vale o fue revocada', keyHint: 'Pida a supervisión una dirección nueva en Metas y avisos.',
    noAlerts: 'Sin avisos abiertos', alerts: 'Avisos abiertos',
    channels: { PHONE: 'Teléfono', CHAT: 'Chat', EMAIL: 'Correo', SOCIAL: 'Redes' },
    priorities: { URGENT: 'urgente', HIGH: 'alta', NORMAL: '', LOW: 'baja' },
    states: { AVAILABLE: 'Disponibles', OFFERED: 'Con ofrecimiento', ON_CONTACT: 'En atención', AFTER_CALL_WORK: 'Trabajo posterior', AUXILIARY: 'En pausa', NOT_RESPONDING: 'No responden', GRACE: 'Conexión perdida', OFFLINE: 'Fuera de turno' },
    kinds: { SERVICE_LEVEL_LOW: 'nivel de servicio bajo', OLDEST_WAIT_LONG: 'espera larga', NOBODY_AVAILABLE: 'nadie disponible', QUEUE_LONG: 'fila larga', ABANDON_RATE_HIGH: 'abandono alto', EMERGENCY: 'emergencia', HAND_RAISED: 'mano levantada', HAND_WAITING: 'mano levantada', ADVISOR_LOST: 'escritorio perdido', ADVISOR_NOT_RESPONDING: 'no responde' },
    other: 'aviso',
};
const en = {
    layouts: { queue: 'Queue', indicators: 'Indicators', advisors: 'Advisors', turn: 'Take turns' },
    waiting: 'Waiting', longest: 'Longest wait', inHand: 'In hand', level: 'Service level', last: 'last 30 min', today: 'today',
    target: 'target', reached: 'on target', missed: 'target missed', near: 'near the target', few: 'not enough answers', nothing: 'no data yet',
    nobody: 'Nobody waits', nobodyHint: 'The queue is empty', class: 'Class', depth: 'Waiting', oldest: 'Oldest', used: 'Of its target', more: 'and {0} more classes',
    fresh: 'Data of {0} s ago', stale: 'NO CONNECTION · data of {0} ago · trying again', ledger: 'FIGURES ARE LATE · {0}', starting: 'Asking for the data…',
    seconds: '{0} s', minutes: '{0} min',
    noKey: 'This screen has no key', wrongKey: 'The key of this screen is wrong or was revoked', keyHint: 'Ask the supervisor for a new address in Targets and alerts.',
    noAlerts: 'No open alerts', alerts: 'Open alerts',
    channels: { PHONE: 'Phone', CHAT: 'Chat', EMAIL: 'Mail', SOCIAL: 'Social' },
    priorities: { URGENT: 'urgent', HIGH: 'high', NORMAL: '', LOW: 'low' },
    states: { AVAILABLE: 'Available', OFFERED: 'Ringing', ON_CONTACT: 'On a contact', AFTER_CALL_WORK: 'After-call work', AUXILIARY: 'On a break', NOT_RESPONDING: 'Not responding', GRACE: 'Connection lost', OFFLINE: 'Off shift' },
    kinds: { SERVICE_LEVEL_LOW: 'low service level', OLDEST_WAIT_LONG: 'long wait', NOBODY_AVAILABLE: 'nobody available', QUEUE_LONG: 'long queue', ABANDON_RATE_HIGH: 'many abandons', EMERGENCY: 'emergency', HAND_RAISED: 'raised hand', HAND_WAITING: 'raised hand', ADVISOR_LOST: 'desk lost', ADVISOR_NOT_RESPONDING: 'not responding' },
    other: 'alert',
};

export function texts(language) {
    return language === 'en' ? en : es;
}
