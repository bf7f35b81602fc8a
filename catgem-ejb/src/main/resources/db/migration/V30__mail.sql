-- E-mail: what came, what goes, and how far the mailbox was read.

create table mailbox_cursor (
  mailbox      text primary key,
  uidvalidity  bigint not null,
  last_uid     bigint not null
);

-- Every mail fetched, once: the key absorbs what a crash makes come again. The raw mail stays as it came.
create table inbound_mail (
  id                 uuid primary key,
  mailbox            text not null,
  uidvalidity        bigint not null,
  uid                bigint not null,
  kind               text not null
                     check (kind in ('NEW', 'REPLY', 'AUTOMATIC', 'BOUNCE', 'DUPLICATE', 'QUARANTINED')),
  subject_id         uuid not null references subject,
  raw_sealed         bytea not null,
  size_bytes         int not null,
  content_sha256     bytea not null,
  message_id_sha256  bytea,
  message_id_sealed  bytea,
  contact_id         uuid references arrival (contact_id),
  thread_id          uuid,
  received_at        timestamptz not null,
  fetched_at         timestamptz not null,
  unique (mailbox, uidvalidity, uid)
);
create index inbound_mail_by_content on inbound_mail (content_sha256);
create index inbound_mail_by_message_id on inbound_mail (message_id_sha256);
create index inbound_mail_by_contact on inbound_mail (contact_id);
create index inbound_mail_by_thread on inbound_mail (thread_id, subject_id);

-- Mails that a person must look at before they become anything.
create table mail_quarantine (
  inbound_id  uuid primary key references inbound_mail,
  reason      text not null,
  state       text not null default 'HELD' check (state in ('HELD', 'OPENED', 'DISMISSED')),
  staff       text references app_user,
  decided_at  timestamptz,
  check ((state = 'HELD') = (decided_at is null))
);
create index mail_quarantine_held on mail_quarantine (inbound_id) where state = 'HELD';

-- One automatic acknowledgement for each new thread; it waits until intake has given the folio.
create table mail_acknowledgement (
  contact_id      uuid primary key references arrival (contact_id),
  subject_id      uuid not null references subject,
  language        text not null check (language in ('ES', 'EN')),
  state           text not null check (state in ('DUE', 'WRITTEN', 'SUPPRESSED')),
  reason          text,
  notice_version  text,
  decided_at      timestamptz not null
);
create index mail_acknowledgement_due on mail_acknowledgement (decided_at) where state = 'DUE';
create index mail_acknowledgement_by_subject on mail_acknowledgement (subject_id, decided_at);

-- What is to leave the house: written in the business transaction, sent at least once after it.
create table outbound_mail (
  id                 uuid primary key,
  message_id         text not null unique,
  kind               text not null check (kind in ('ACKNOWLEDGEMENT', 'ANSWER', 'TRANSCRIPT')),
  contact_id         uuid not null references arrival (contact_id),
  message_ref        uuid references message,
  subject_id         uuid not null references subject,
  to_sealed          bytea not null,
  cc_sealed          bytea,
  title_sealed       bytea not null,
  body_sealed        bytea not null,
  references_sealed  bytea,
  reply_to           text not null,
  notice_version     text,
  state              text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'FAILED', 'BOUNCED')),
  attempts           int not null default 0,
  next_attempt_at    timestamptz not null,
  last_reply         text,
  created_at         timestamptz not null,
  sent_at            timestamptz,
  ended_at           timestamptz
);
create index outbound_mail_to_send on outbound_mail (next_attempt_at) where state = 'QUEUED';
create index outbound_mail_by_contact on outbound_mail (contact_id, created_at);

-- Texts of the mails that the centre writes by itself; {folio} and {notice} are filled in.
create table mail_text (
  code      text not null,
  language  text not null check (language in ('ES', 'EN')),
  title     text not null,
  body      text not null,
  primary key (code, language)
);

insert into mail_text (code, language, title, body) values
('ACKNOWLEDGEMENT', 'ES', 'Recibimos su correo',
 E'Buen día:\n\nRecibimos su correo en el Centro de Atención Telefónica del Gobierno del Estado de México (CATGEM).\n\nSu folio es {folio}. Consérvelo: con él puede preguntar por su solicitud en cualquiera de nuestros canales.\n\nUna asesora o un asesor le responderá en cuanto llegue su turno. Puede agregar información respondiendo a este mensaje. No envíe contraseñas ni datos bancarios. Si se trata de una emergencia, marque 911.\n\nEste es un mensaje automático. El servicio es gratuito, las 24 horas, los 365 días del año: 070 (valle de Toluca) y 800 696 9696.\n\n---\nAviso de privacidad. Usamos lo que usted nos escribe solo para orientarle, dar seguimiento con su folio y medir el servicio. No necesita dar su nombre ni otros datos personales. Si no está de acuerdo con el tratamiento de sus datos, responda a este correo con la palabra BAJA o llame al 070 o al 800 696 9696.\n\n{notice}'),
('ACKNOWLEDGEMENT', 'EN', 'We have received your e-mail',
 E'Good day,\n\nWe have received your e-mail at the contact centre of the Government of the State of Mexico (CATGEM).\n\nYour reference (folio) is {folio}. Please keep it: with it you can ask about your request on any of our channels.\n\nAn advisor will answer when your turn comes. You can add information by replying to this message. Do not send passwords or bank details. In an emergency, dial 911.\n\nThis is an automatic message. The service is free of charge, 24 hours a day, 365 days a year: 070 (Toluca valley), 800 696 9696 and, from the US and Canada, 1 877 399 5005.\n\n---\nPrivacy notice. We use what you write only to inform you, to follow up under your folio and to measure the service. You need not give your name or any other personal data. If you do not agree to this use of your data, reply with the word REMOVE or call 070 or 800 696 9696.\n\n{notice}'),
('TRANSCRIPT', 'ES', 'Transcripción de su conversación', E'{text}'),
('TRANSCRIPT', 'EN', 'Transcript of your conversation', E'{text}');
