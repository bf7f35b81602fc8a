-- Procedure ABD, update of the directory and the knowledge base, version 1, marked "propuesta". Its execution is no
-- contact: its events have an execution and no contact.

insert into procedure (code, name_es, name_en) values
  ('ABD', 'Actualización de la base de datos', 'Update of the knowledge base');
insert into procedure_version (procedure_code, number, state) values ('ABD', 1, 'DRAFT');

-- The limit of a step counts from the registered document: indicator 2 asks for publication within two minutes of it.
insert into procedure_step (version_id, code, act, ordinal, name_es, name_en, role, mandatory, repeats, limit_seconds,
                            evidence, declarable, mandatory_for)
select v.id, 'ABD-' || to_char(s.number, 'FM00'), s.act, s.number, s.name_es, s.name_en, s.role, true, s.repeats,
       s.limit_seconds, s.evidence, s.declarable, null
from procedure_version v cross join (values
  ('DOCUMENT',        1, 'information', true,  null, 'DOCUMENT_HASH', false, 'Recibe y registra el documento soporte', 'Receives and registers the supporting document'),
  ('WORK_LOG',        2, 'system',      true,  null, 'LOG_LINE',      false, 'Anota en la bitácora de trabajo', 'Writes the line in the work log'),
  ('VALIDATE_SOURCE', 3, 'information', true,  null, 'DECLARATION',   true,  'Valida la fuente', 'Validates the source'),
  ('CAPTURE',         4, 'information', true,  null, 'TEXT_HASH',     false, 'Captura la información', 'Captures the information'),
  ('REVIEW',          5, 'information', true,  null, 'TEXT_HASH',     false, 'Revisa una segunda persona', 'A second person reviews'),
  ('PUBLISH',         6, 'information', false, 120,  'ENTRY_VERSION', false, 'Publica', 'Publishes'),
  ('NOTIFY',          7, 'system',      false, null, 'SIGNAL',        false, 'Avisa a las asesoras y los asesores', 'Notifies the advisors'),
  ('CHECK_PUBLISHED', 8, 'information', true,  null, 'DECLARATION',   false, 'Verifica a las 24 horas', 'Checks after 24 hours')
) as s (act, number, role, repeats, limit_seconds, evidence, declarable, name_es, name_en)
where v.procedure_code = 'ABD' and v.number = 1;

insert into step_precedence (version_id, before_code, after_code)
select b.version_id, b.code, a.code
from procedure_version v
join (values
  ('DOCUMENT', 'WORK_LOG'), ('DOCUMENT', 'VALIDATE_SOURCE'), ('DOCUMENT', 'CAPTURE'),
  ('VALIDATE_SOURCE', 'PUBLISH'), ('CAPTURE', 'REVIEW'), ('REVIEW', 'PUBLISH'),
  ('PUBLISH', 'NOTIFY'), ('NOTIFY', 'CHECK_PUBLISHED')
) as p (before_act, after_act) on true
join procedure_step b on b.version_id = v.id and b.act = p.before_act
join procedure_step a on a.version_id = v.id and a.act = p.after_act
where v.procedure_code = 'ABD' and v.number = 1;

update procedure_version set state = 'IN_FORCE', in_force_from = now() where procedure_code = 'ABD' and number = 1;

create index event_by_act on event (code, at) where kind = 'STEP' and contact_id is null;
-- Who was told a version: found by the version's id in what a consultation refers to.
create index event_by_consulted_version on event ((refs ->> 'knowledgeVersion')) where code = 'CONSULT';
