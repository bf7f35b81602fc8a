-- The citizen's chat and the privacy notice that every channel presents.

create table privacy_notice (
  version        text not null,
  language       text not null check (language in ('ES', 'EN')),
  short_text     text not null,
  full_text      text not null,
  proposal       boolean not null default true,
  in_force_from  timestamptz not null,
  primary key (version, language)
);

-- A citizen's chat. The token is the credential; only its digest is kept. The contact is named by the session,
-- and exists once the first message has come.
create table chat_session (
  id               uuid primary key,
  token_sha256     bytea not null unique,
  contact_id       uuid not null unique,
  subject_id       uuid not null references subject,
  matter_id        uuid references matter,
  language         text not null check (language in ('ES', 'EN')),
  topic            text references topic,
  notice_version   text not null,
  started_at       timestamptz not null,
  first_message_at timestamptz,
  seen_at          timestamptz not null,
  attended_by      text,
  files            int not null default 0,
  ended_at         timestamptz,
  ended_by         text check (ended_by in ('CITIZEN', 'CENTRE', 'SYSTEM')),
  check ((ended_at is null) = (ended_by is null))
);
create index chat_session_silent on chat_session (seen_at) where ended_at is null;

-- A transcript asked for; sent when the chat has ended.
create table chat_transcript_request (
  session_id      uuid primary key references chat_session,
  address_sealed  bytea not null,
  asked_at        timestamptz not null,
  handed_over_at  timestamptz
);

-- Pages that may show the widget (frame-ancestors) and open the socket, besides our own: scheme://host[:port].
create table chat_origin (
  origin  text primary key check (origin ~ '^https?://[a-z0-9.-]+(:[0-9]+)?$'),
  note    text
);

insert into privacy_notice (version, language, short_text, full_text, in_force_from) values
('2026-1', 'ES',
 'El Gobierno del Estado de México, a través del Centro de Atención Telefónica (CATGEM), usa lo que usted escriba solo para orientarle, dar seguimiento con su folio y medir el servicio. No necesita dar su nombre ni otros datos personales. Si no está de acuerdo puede no iniciar el chat y llamar al 070 o al 800 696 9696.',
 E'Responsable. El Centro de Atención Telefónica del Gobierno del Estado de México (CATGEM) es responsable del tratamiento de los datos personales que usted proporcione por teléfono, chat o correo electrónico.\n\nQué datos tratamos. Lo que usted escriba o diga, los archivos que envíe y, solo si usted los da, su nombre y su correo electrónico. La orientación es anónima: no pedimos CURP, domicilio ni datos bancarios. Le pedimos no compartir datos sensibles, contraseñas ni números de tarjeta.\n\nPara qué los usamos. Para orientarle sobre trámites y servicios, darle un folio y seguimiento, mejorar la calidad de la atención y comprobar que se siguió el procedimiento. No se usan para otros fines ni se venden.\n\nA quién se comunican. A nadie, salvo a la dependencia a la que usted pida canalizar su asunto o cuando una autoridad competente lo requiera conforme a la ley.\n\nCuánto tiempo. El que marca el catálogo de disposición documental; después se eliminan de forma que no puedan recuperarse.\n\nSus derechos. Puede pedir acceso, rectificación, cancelación u oposición (derechos ARCO) y la portabilidad de sus datos, con su folio, por cualquiera de los canales de CATGEM o ante la unidad de transparencia.\n\nSi no está de acuerdo. Puede no iniciar el chat o terminarlo en cualquier momento, y pedir información general sin dar ningún dato en el 070 (valle de Toluca) o en el 800 696 9696.\n\nCambios. Toda versión nueva de este aviso se publica en esta misma página con su número y su fecha.',
 '2026-01-01T06:00:00Z'),
('2026-1', 'EN',
 'The Government of the State of Mexico, through its contact centre (CATGEM), uses what you write only to inform you, to follow up under your folio and to measure the service. You need not give your name or any other personal data. If you do not agree you can choose not to start the chat and call 070 or 800 696 9696 instead.',
 E'Who is responsible. The contact centre of the Government of the State of Mexico (CATGEM) is responsible for the personal data you give by phone, chat or e-mail.\n\nWhat data we process. What you write or say, the files you send and, only if you give them, your name and e-mail address. Information is anonymous: we do not ask for your CURP, home address or bank details. Please do not share sensitive data, passwords or card numbers.\n\nWhat we use them for. To inform you about services and procedures, to give you a folio and follow-up, to improve the quality of the service and to show that the procedure was followed. They are used for nothing else and never sold.\n\nWho receives them. Nobody, except the agency you ask us to refer your matter to, or an authority that requires them under the law.\n\nFor how long. As set by the retention schedule; afterwards they are destroyed so that they cannot be recovered.\n\nYour rights. You may ask for access, correction, cancellation or objection (ARCO rights) and for portability of your data, with your folio, through any CATGEM channel or at the transparency office.\n\nIf you do not agree. You can choose not to start the chat or end it at any time, and ask for general information without giving any data on 070 (Toluca valley) or 800 696 9696.\n\nChanges. Every new version of this notice is published on this page with its number and date.',
 '2026-01-01T06:00:00Z');
