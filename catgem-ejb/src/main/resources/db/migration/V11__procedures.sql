-- The procedures of attention as data, version 1, marked "propuesta": the centre's own manual is not public.
-- Order is what the declared precedences say, not the step numbers.

-- Whether the advisor may declare the step by hand, and the outcome that makes an optional step mandatory.
alter table procedure_step add column declarable boolean not null default false;
alter table procedure_step add column mandatory_for text;

insert into procedure (code, name_es, name_en) values
  ('AVT', 'Atención vía telefónica', 'Attention by phone'),
  ('AVC', 'Atención vía chat', 'Attention by chat'),
  ('AVE', 'Atención vía correo electrónico', 'Attention by e-mail');

insert into procedure_version (procedure_code, number, state) values ('AVT', 1, 'DRAFT'), ('AVC', 1, 'DRAFT'), ('AVE', 1, 'DRAFT');

-- The survey step is mandatory from the version that brings the survey; until then it is optional.
create temporary table proposed_step (procedure_code text, act text, number int, role text, mandatory boolean, repeats boolean,
  limit_seconds int, evidence text, declarable boolean, mandatory_for text, name_es text, name_en text) on commit drop;
insert into proposed_step values
  ('AVT', 'ENTERS_QUEUE',    1, 'system',  true,  false, null, 'STATE',          false, null, 'Entra a la fila universal', 'Enters the universal queue'),
  ('AVT', 'ASSIGNED',        2, 'system',  true,  false, null, 'STATE',          false, null, 'Se asigna a una asesora o un asesor', 'Is assigned to an advisor'),
  ('AVT', 'GREETING',        3, 'advisor', true,  false, null, 'DECLARATION',    true,  null, 'Saludo de protocolo', 'Protocol greeting'),
  ('AVT', 'NOTICE',          4, 'advisor', true,  false, null, 'NOTICE_VERSION', true,  null, 'Presenta el aviso de privacidad', 'Presents the privacy notice'),
  ('AVT', 'CLASSIFY',        5, 'advisor', true,  true,  null, 'TOPIC',          false, null, 'Escucha y clasifica la solicitud', 'Listens and classifies the request'),
  ('AVT', 'COMPETENCE',      6, 'advisor', true,  true,  null, 'DECLARATION',    true,  null, 'Verifica la competencia', 'Checks competence'),
  ('AVT', 'CONSULT',         7, 'advisor', true,  true,  null, 'ENTRY_VERSION',  true,  null, 'Consulta la ficha de información', 'Consults the knowledge entry'),
  ('AVT', 'DELIVER',         8, 'advisor', true,  true,  120,  'DECLARATION',    true,  null, 'Proporciona la información', 'Delivers the information'),
  ('AVT', 'CONFIRM',         9, 'advisor', true,  true,  null, 'DECLARATION',    true,  null, 'Confirma que la información fue comprendida', 'Confirms that the information was understood'),
  ('AVT', 'REFER',          10, 'advisor', false, false, null, 'DECLARATION',    true,  'REFERRED', 'Canaliza o transfiere, si es necesario', 'Refers or transfers, if needed'),
  ('AVT', 'SURVEY',         11, 'system',  false, false, null, 'SURVEY',         false, null, 'Ofrece la encuesta de satisfacción', 'Offers the satisfaction survey'),
  ('AVT', 'CLOSE',          12, 'advisor', true,  false, null, 'DISPOSITION',    false, null, 'Tipifica y cierra', 'Classifies and closes'),

  ('AVC', 'ENTERS_QUEUE',    1, 'system',  true,  false, null, 'STATE',          false, null, 'Entra a la fila universal', 'Enters the universal queue'),
  ('AVC', 'ASSIGNED',        2, 'system',  true,  false, null, 'STATE',          false, null, 'Se asigna a una asesora o un asesor', 'Is assigned to an advisor'),
  ('AVC', 'GREETING',        3, 'advisor', true,  false, null, 'MESSAGE',        true,  null, 'Saludo de protocolo', 'Protocol greeting'),
  ('AVC', 'NOTICE',          4, 'system',  true,  false, null, 'NOTICE_VERSION', false, null, 'Presenta el aviso de privacidad', 'Presents the privacy notice'),
  ('AVC', 'CLASSIFY',        5, 'advisor', true,  true,  null, 'TOPIC',          false, null, 'Lee y clasifica la solicitud', 'Reads and classifies the request'),
  ('AVC', 'COMPETENCE',      6, 'advisor', true,  true,  null, 'DECLARATION',    true,  null, 'Verifica la competencia', 'Checks competence'),
  ('AVC', 'CONSULT',         7, 'advisor', true,  true,  null, 'ENTRY_VERSION',  true,  null, 'Consulta la ficha de información', 'Consults the knowledge entry'),
  ('AVC', 'DELIVER',         8, 'advisor', true,  true,  120,  'MESSAGE',        false, null, 'Proporciona la información', 'Delivers the information'),
  ('AVC', 'CONFIRM',         9, 'advisor', true,  true,  null, 'MESSAGE',        true,  null, 'Confirma que la información fue comprendida', 'Confirms that the information was understood'),
  ('AVC', 'REFER',          10, 'advisor', false, false, null, 'DECLARATION',    true,  'REFERRED', 'Canaliza o transfiere, si es necesario', 'Refers or transfers, if needed'),
  ('AVC', 'SURVEY',         11, 'system',  false, false, null, 'SURVEY',         false, null, 'Ofrece la encuesta de satisfacción', 'Offers the satisfaction survey'),
  ('AVC', 'CLOSE',          12, 'advisor', true,  false, null, 'DISPOSITION',    false, null, 'Tipifica y cierra', 'Classifies and closes'),

  ('AVE', 'ENTERS_QUEUE',    1, 'system',  true,  false, null, 'STATE',          false, null, 'Entra a la fila universal', 'Enters the universal queue'),
  ('AVE', 'NOTICE',          2, 'system',  true,  false, null, 'NOTICE_VERSION', false, null, 'Presenta el aviso de privacidad en el acuse', 'Presents the privacy notice in the acknowledgement'),
  ('AVE', 'ASSIGNED',        3, 'system',  true,  false, null, 'STATE',          false, null, 'Se asigna a una asesora o un asesor', 'Is assigned to an advisor'),
  ('AVE', 'CLASSIFY',        4, 'advisor', true,  true,  null, 'TOPIC',          false, null, 'Lee y clasifica la solicitud', 'Reads and classifies the request'),
  ('AVE', 'COMPETENCE',      5, 'advisor', true,  true,  null, 'DECLARATION',    true,  null, 'Verifica la competencia', 'Checks competence'),
  ('AVE', 'CONSULT',         6, 'advisor', true,  true,  null, 'ENTRY_VERSION',  true,  null, 'Consulta la ficha de información', 'Consults the knowledge entry'),
  ('AVE', 'DELIVER',         7, 'advisor', true,  true,  null, 'MESSAGE',        false, null, 'Redacta la respuesta con la información', 'Writes the answer with the information'),
  ('AVE', 'SECOND_READING',  8, 'advisor', true,  true,  null, 'DECLARATION',    false, null, 'Hace la segunda lectura de la respuesta', 'Reads the answer a second time'),
  ('AVE', 'SEND',            9, 'advisor', true,  true,  120,  'MESSAGE',        false, null, 'Envía la respuesta', 'Sends the answer'),
  ('AVE', 'REFER',          10, 'advisor', false, false, null, 'DECLARATION',    true,  'REFERRED', 'Canaliza o transfiere, si es necesario', 'Refers or transfers, if needed'),
  ('AVE', 'SURVEY',         11, 'system',  false, false, null, 'SURVEY',         false, null, 'Ofrece la encuesta de satisfacción', 'Offers the satisfaction survey'),
  ('AVE', 'CLOSE',          12, 'advisor', true,  false, null, 'DISPOSITION',    false, null, 'Tipifica y cierra', 'Classifies and closes');

insert into procedure_step (version_id, code, act, ordinal, name_es, name_en, role, mandatory, repeats, limit_seconds,
                            evidence, declarable, mandatory_for)
select v.id, s.procedure_code || '-' || to_char(s.number, 'FM00'), s.act, s.number, s.name_es, s.name_en, s.role,
       s.mandatory, s.repeats, s.limit_seconds, s.evidence, s.declarable, s.mandatory_for
from proposed_step s join procedure_version v on v.procedure_code = s.procedure_code and v.number = 1;

-- A pair holds in every procedure that has both steps.
insert into step_precedence (version_id, before_code, after_code)
select b.version_id, b.code, a.code
from (values
  ('ENTERS_QUEUE', 'ASSIGNED'),
  ('ASSIGNED', 'GREETING'), ('ASSIGNED', 'CLASSIFY'), ('ASSIGNED', 'CONSULT'), ('ASSIGNED', 'REFER'),
  ('NOTICE', 'CLASSIFY'),
  ('CONSULT', 'DELIVER'),
  ('DELIVER', 'CONFIRM'), ('DELIVER', 'SEND'), ('SECOND_READING', 'SEND'),
  ('CLASSIFY', 'CLOSE'), ('DELIVER', 'CLOSE'), ('SEND', 'CLOSE')
) as p (before_act, after_act)
join procedure_step b on b.act = p.before_act
join procedure_step a on a.act = p.after_act and a.version_id = b.version_id;

-- What each authorised early exit still owes, and each end before an advisor answered. In an emergency no notice
-- and no limit applies; the referral to the emergency line is its one duty.
insert into early_exit_step (version_id, outcome, step_code)
select s.version_id, e.outcome, s.code
from (values
  ('WRONG_NUMBER',             '{ENTERS_QUEUE,ASSIGNED,GREETING,CLOSE}'::text[]),
  ('SILENCE',                  '{ENTERS_QUEUE,ASSIGNED,GREETING,CLOSE}'),
  ('CITIZEN_LEFT',             '{ENTERS_QUEUE,ASSIGNED,CLOSE}'),
  ('PRANK',                    '{ENTERS_QUEUE,ASSIGNED,GREETING,CLOSE}'),
  ('ABUSE',                    '{ENTERS_QUEUE,ASSIGNED,GREETING,CLOSE}'),
  ('EMERGENCY',                '{ENTERS_QUEUE,ASSIGNED,REFER,CLOSE}'),
  ('DUPLICATE',                '{ENTERS_QUEUE,ASSIGNED,CLASSIFY,CLOSE}'),
  ('ABANDONED_IN_QUEUE',       '{ENTERS_QUEUE,CLOSE}'),
  ('ABANDONED_WHILE_ALERTING', '{ENTERS_QUEUE,CLOSE}'),
  ('OVERFLOWED',               '{ENTERS_QUEUE,CLOSE}'),
  ('QUARANTINED',              '{CLOSE}'),
  ('FAILED',                   '{CLOSE}')
) as e (outcome, acts)
join procedure_step s on s.act = any (e.acts);

update procedure_version set state = 'IN_FORCE', in_force_from = now() where number = 1;

-- Only a draft may be changed: what a contact was attended under stays readable as it was.
create function refuse_change_of_a_version_in_use() returns trigger language plpgsql as $$
declare
  touched uuid := case when tg_op = 'DELETE' then old.version_id else new.version_id end;
begin
  if exists (select 1 from procedure_version
             where state <> 'DRAFT' and (id = touched or (tg_op = 'UPDATE' and id = old.version_id))) then
    raise exception '% on % is refused: the procedure version is no draft', tg_op, tg_table_name;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger only_a_draft_changes before insert or update or delete on procedure_step
  for each row execute function refuse_change_of_a_version_in_use();
create trigger only_a_draft_changes before insert or update or delete on step_precedence
  for each row execute function refuse_change_of_a_version_in_use();
create trigger only_a_draft_changes before insert or update or delete on early_exit_step
  for each row execute function refuse_change_of_a_version_in_use();

-- The sealed text of a version is written once.
create function refuse_change_of_a_sealed_text() returns trigger language plpgsql as $$
begin
  if old.canonical_json is not null
     and (new.canonical_json, new.sha256, new.procedure_code, new.number)
         is distinct from (old.canonical_json, old.sha256, old.procedure_code, old.number) then
    raise exception 'the text of procedure % version % is sealed', old.procedure_code, old.number;
  end if;
  return new;
end $$;
create trigger a_sealed_text_stays before update on procedure_version
  for each row execute function refuse_change_of_a_sealed_text();
