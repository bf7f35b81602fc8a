-- The satisfaction survey (encuesta de satisfacción): questions are data with versions, one offer a contact, one answer.

create table survey_version (
  number         int primary key,
  state          text not null check (state in ('DRAFT', 'IN_FORCE', 'OBSOLETE')),
  valid_hours    int not null check (valid_hours > 0),
  -- Answers to question 1 up to this score alert a coordinator.
  alert_up_to    int not null check (alert_up_to between 0 and 5),
  in_force_from  timestamptz,
  in_force_to    timestamptz
);
create unique index one_survey_in_force on survey_version (state) where state = 'IN_FORCE';

-- Question 1 is the satisfaction of indicator 1, on a scale of 1 to 5, in every version.
create table survey_question (
  version   int not null references survey_version,
  number    int not null check (number > 0),
  code      text not null check (code ~ '^[A-Z][A-Z0-9_]{0,30}$'),
  required  boolean not null,
  text_es   text not null,
  text_en   text not null,
  primary key (version, number),
  unique (version, code),
  check (number <> 1 or (code = 'SATISFACTION' and required))
);

create table survey_option (
  version   int not null,
  question  int not null,
  ordinal   int not null,
  code      text not null check (code ~ '^[A-Z][A-Z0-9_]{0,30}$'),
  text_es   text not null,
  text_en   text not null,
  primary key (version, question, code),
  unique (version, question, ordinal),
  foreign key (version, question) references survey_question,
  check (question <> 1 or code in ('S1', 'S2', 'S3', 'S4', 'S5'))
);

-- Which contacts are not asked: by how they ended, or by what is on their record. All others are, without exception.
create table survey_exclusion (
  kind  text not null check (kind in ('OUTCOME', 'FACT')),
  code  text not null,
  primary key (kind, code)
);

-- One offer a contact. Whom the score is credited to is written here at closing and never again.
create table survey_invitation (
  contact_id      uuid primary key references contact,
  version         int not null references survey_version,
  channel         text not null,
  language        text not null check (language in ('ES', 'EN')),
  advisor         text not null references app_user,
  subject_id      uuid not null references subject,
  token_sha256    bytea unique,
  offered_at      timestamptz not null,
  expires_at      timestamptz not null,
  answered_at     timestamptz,
  comment_sealed  bytea
);

create table survey_answer (
  contact_id  uuid not null references survey_invitation,
  question    int not null,
  code        text not null,
  primary key (contact_id, question)
);

create function refuse_another_credit() returns trigger language plpgsql as $$
begin
  if (new.contact_id, new.version, new.advisor, new.offered_at) is distinct from (old.contact_id, old.version, old.advisor, old.offered_at)
     or (old.answered_at is not null and new.answered_at is distinct from old.answered_at) then
    raise exception 'what a survey credits is frozen at closing, and it is answered once';
  end if;
  return new;
end $$;
create trigger the_credit_is_frozen before update on survey_invitation
  for each row execute function refuse_another_credit();
create trigger an_answer_stays before update or delete or truncate on survey_answer
  for each statement execute function refuse_change();

insert into survey_version (number, state, valid_hours, alert_up_to) values (1, 'DRAFT', 168, 2);
insert into survey_question (version, number, code, required, text_es, text_en) values
  (1, 1, 'SATISFACTION', true, '¿Qué tan satisfecha o satisfecho quedó con la atención?', 'How satisfied are you with the service?'),
  (1, 2, 'SOLVED', false, '¿Se resolvió su duda?', 'Was your question answered?'),
  (1, 3, 'CLARITY', false, '¿La información fue clara?', 'Was the information clear?'),
  (1, 4, 'KINDNESS', false, '¿El trato fue amable y respetuoso?', 'Were you treated kindly and with respect?');
insert into survey_option (version, question, ordinal, code, text_es, text_en) values
  (1, 1, 1, 'S1', 'Nada satisfecha o satisfecho', 'Not at all satisfied'),
  (1, 1, 2, 'S2', 'Poco', 'Slightly satisfied'),
  (1, 1, 3, 'S3', 'Regular', 'Neither satisfied nor dissatisfied'),
  (1, 1, 4, 'S4', 'Satisfecha o satisfecho', 'Satisfied'),
  (1, 1, 5, 'S5', 'Muy satisfecha o satisfecho', 'Very satisfied');
insert into survey_option (version, question, ordinal, code, text_es, text_en)
select 1, q.number, o.ordinal, o.code, o.es, o.en
from (values (2), (3), (4)) as q (number)
cross join (values (1, 'YES', 'Sí', 'Yes'), (2, 'PARTLY', 'En parte', 'Partly'), (3, 'NO', 'No', 'No')) as o (ordinal, code, es, en);
update survey_version set state = 'IN_FORCE', in_force_from = now() where number = 1;

-- What people were asked stays readable as it was asked.
create function refuse_change_of_a_survey_in_use() returns trigger language plpgsql as $$
declare
  touched int := case when tg_op = 'DELETE' then old.version else new.version end;
begin
  if exists (select 1 from survey_version
             where state <> 'DRAFT' and (number = touched or (tg_op = 'UPDATE' and number = old.version))) then
    raise exception '% on % is refused: the survey is no draft', tg_op, tg_table_name;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger only_a_draft_changes before insert or update or delete on survey_question
  for each row execute function refuse_change_of_a_survey_in_use();
create trigger only_a_draft_changes before insert or update or delete on survey_option
  for each row execute function refuse_change_of_a_survey_in_use();

insert into survey_exclusion (kind, code) values
  ('OUTCOME', 'WRONG_NUMBER'), ('OUTCOME', 'SILENCE'), ('OUTCOME', 'CITIZEN_LEFT'), ('OUTCOME', 'PRANK'),
  ('OUTCOME', 'ABUSE'), ('OUTCOME', 'EMERGENCY'), ('OUTCOME', 'DUPLICATE'),
  ('FACT', 'EMERGENCY');

-- The survey leaves the house like every other mail.
alter table outbound_mail drop constraint outbound_mail_kind_check;
alter table outbound_mail add constraint outbound_mail_kind_check
  check (kind in ('ACKNOWLEDGEMENT', 'ANSWER', 'TRANSCRIPT', 'SURVEY'));
insert into mail_text (code, language, title, body) values
('SURVEY', 'ES', 'Su opinión sobre la atención',
 E'Buen día:\n\nGracias por escribir a CATGEM. ¿Nos dice en menos de un minuto cómo le atendimos? Su respuesta no se muestra a quien le atendió y puede usarse una sola vez, hasta el {until}:\n\n{link}\n\nSu folio es {folio}. Contestar es voluntario.\n\nEste es un mensaje automático del Centro de Atención Telefónica del Gobierno del Estado de México (CATGEM).'),
('SURVEY', 'EN', 'Your opinion of our service',
 E'Good day,\n\nThank you for writing to CATGEM. Would you tell us in less than a minute how we served you? Your answer is not shown to the person who attended you, and the link can be used once, until {until}:\n\n{link}\n\nYour reference (folio) is {folio}. Answering is voluntary.\n\nThis is an automatic message of the contact centre of the Government of the State of Mexico (CATGEM).');

-- The step "survey offered" becomes mandatory with the survey: version 2 of the written procedures. A contact is held
-- to the version it began under; early exits owe what they owed. The phone keeps version 1 until it has a survey.
insert into procedure_version (procedure_code, number, state)
select procedure_code, 2, 'DRAFT' from procedure_version where number = 1 and procedure_code in ('AVC', 'AVE');
create temporary view successor as
select o.id as old, n.id as new from procedure_version o join procedure_version n
  on n.procedure_code = o.procedure_code and o.number = 1 and n.number = 2 and n.procedure_code in ('AVC', 'AVE');
insert into procedure_step (version_id, code, act, ordinal, name_es, name_en, role, mandatory, repeats, limit_seconds,
                            evidence, declarable, mandatory_for)
select v.new, code, act, ordinal, name_es, name_en, role, mandatory or act = 'SURVEY', repeats, limit_seconds,
       evidence, declarable, mandatory_for
from procedure_step join successor v on v.old = version_id;
insert into step_precedence (version_id, before_code, after_code)
select v.new, before_code, after_code from step_precedence join successor v on v.old = version_id;
insert into early_exit_step (version_id, outcome, step_code)
select v.new, outcome, step_code from early_exit_step join successor v on v.old = version_id;
update procedure_version set state = 'OBSOLETE', in_force_to = now() where id in (select old from successor);
update procedure_version set state = 'IN_FORCE', in_force_from = now() where id in (select new from successor);
drop view successor;
