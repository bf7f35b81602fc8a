-- What an audit finds goes the same way as what is found by rules, complaints and surveys.
alter table finding drop constraint finding_kind_check;
alter table finding add constraint finding_kind_check check (kind in ('DEVIATION', 'COMPLAINT', 'SURVEY', 'AUDIT'));
alter table finding_candidate drop constraint finding_candidate_kind_check;
alter table finding_candidate add constraint finding_candidate_kind_check
  check (kind in ('DEVIATION', 'COMPLAINT', 'SURVEY', 'AUDIT'));

-- A folio may be found at fault by two audits, or in two ways by one.
alter table finding_candidate add column mark_id uuid unique references audit_mark;
alter table finding_candidate add constraint finding_candidate_of_mark check ((kind = 'AUDIT') = (mark_id is not null));
alter table finding_candidate drop constraint finding_candidate_execution_id_kind_rule_key;
create unique index finding_candidate_once on finding_candidate (execution_id, kind, rule) where mark_id is null;
