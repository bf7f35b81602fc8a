-- Which clause of which edition of ISO 9001 is answered by which records. Numbers and our own words only, never the
-- standard's text; only clauses that a contact centre's system answers. A later edition is a new set of rows.

create table clause_edition (
  code     text primary key,
  ordinal  int not null unique,
  name_es  text not null,
  name_en  text not null
);

create table clause (
  edition   text not null references clause_edition,
  number    text not null check (number ~ '^[0-9]+([.][0-9]+)*$'),
  ordinal   int not null,
  words_es  text not null,
  words_en  text not null,
  primary key (edition, number),
  unique (edition, ordinal)
);

-- What a source counts is the program's; from when on it is green or amber is the centre's.
create table evidence_source (
  code   text primary key,
  green  int not null check (green >= 0),
  amber  int not null check (amber >= 0)
);
comment on column evidence_source.green is
  'shares: least percent; what waits or was checked: most days; what is done now and then: days that it is good for';
comment on column evidence_source.amber is 'as green, for amber; what is done now and then is amber while another is on its way';

create table clause_evidence (
  edition  text not null,
  number   text not null,
  source   text not null references evidence_source,
  primary key (edition, number, source),
  foreign key (edition, number) references clause
);

insert into clause_edition (code, ordinal, name_es, name_en) values
  ('2008', 1, 'ISO 9001:2008', 'ISO 9001:2008'),
  ('2015', 2, 'ISO 9001:2015', 'ISO 9001:2015'),
  ('2015_AMD1', 3, 'ISO 9001:2015 con la enmienda 1:2024', 'ISO 9001:2015 with amendment 1:2024');

insert into evidence_source (code, green, amber) values
  ('PROCEDURES', 100, 0), ('ROUTING_RULES', 100, 0), ('PRIVACY_NOTICE', 100, 0), ('LOG', 1, 7), ('RECOUNTS', 1, 7),
  ('OBJECTIVES', 100, 34), ('INDICATORS', 100, 66), ('SURVEYS', 10, 1), ('TRAINING', 100, 80), ('CONFORMITY', 95, 80),
  ('TRIAGE', 30, 90), ('ACTIONS', 0, 30), ('EFFECTS', 0, 30), ('AUDITS', 365, 0), ('REVIEWS', 365, 0),
  ('DECISIONS', 0, 30), ('KNOWLEDGE', 100, 90), ('AGREEMENTS', 100, 80), ('WRONG_INFORMATION', 0, 7),
  ('DISPOSALS', 0, 7), ('CLIMATE', 365, 0);

-- A day, declared by whoever leads; until then no clause about the climate is answered.
insert into setting (name, value) values ('clauses.climate-considered-on', 'none');

create temporary table mapped (edition text, ordinal int, number text, es text, en text, sources text);
insert into mapped values
  ('2008', 1, '4.1', 'Cómo se trabaja está descrito y se comprueba que así se hace', 'How the work is done is described, and checked', 'PROCEDURES,CONFORMITY'),
  ('2008', 2, '4.2.2', 'Hay un manual y dice qué cubre', 'There is a manual, and it says what it covers', 'PROCEDURES'),
  ('2008', 3, '4.2.3', 'Cada documento tiene versión, firmas y fecha, y la versión vieja no se usa', 'Every document has a version, signatures and a date, and the old one is not used', 'PROCEDURES,ROUTING_RULES,PRIVACY_NOTICE,KNOWLEDGE'),
  ('2008', 4, '4.2.4', 'Los registros se guardan íntegros y se destruyen cuando toca', 'Records are kept whole, and destroyed when it is time', 'LOG,DISPOSALS'),
  ('2008', 5, '5.2', 'La dirección mira lo que la ciudadanía espera', 'Those in charge look at what citizens expect', 'SURVEYS,INDICATORS'),
  ('2008', 6, '5.4.1', 'Hay objetivos con meta y con responsable', 'There are objectives with a target and an owner', 'OBJECTIVES'),
  ('2008', 7, '5.6.1', 'La dirección revisa el conjunto cada cierto tiempo', 'Those in charge review the whole now and then', 'REVIEWS'),
  ('2008', 8, '5.6.3', 'De la revisión salen acuerdos, y se cumplen', 'The review ends in decisions, and they are carried out', 'DECISIONS'),
  ('2008', 9, '6.2.2', 'Quien atiende está capacitado y evaluado', 'Who attends is trained and evaluated', 'TRAINING'),
  ('2008', 10, '7.1', 'Se planea cómo se dará el servicio', 'How the service will be given is planned', 'PROCEDURES,ROUTING_RULES'),
  ('2008', 11, '7.2.1', 'Se sabe qué hay que responder a cada pregunta', 'What each question has to be answered is known', 'KNOWLEDGE'),
  ('2008', 12, '7.2.3', 'Se informa a la ciudadanía y se oyen sus quejas', 'Citizens are informed and their complaints are heard', 'PRIVACY_NOTICE,SURVEYS,TRIAGE'),
  ('2008', 13, '7.4.1', 'A quien da la información se le pide convenio y se le da seguimiento', 'Who provides the information has an agreement and is followed up', 'AGREEMENTS,WRONG_INFORMATION'),
  ('2008', 14, '7.5.1', 'Se atiende como dice el procedimiento', 'Contacts are attended as the procedure says', 'CONFORMITY'),
  ('2008', 15, '7.5.3', 'De cada folio se sabe qué se hizo, quién y con qué versión', 'Of each folio it is known what was done, by whom and by which version', 'LOG'),
  ('2008', 16, '7.5.4', 'Los datos de las personas se cuidan y se destruyen a su pedido', 'People''s data are taken care of, and destroyed when they ask', 'DISPOSALS'),
  ('2008', 17, '7.6', 'Se comprueba que las cifras están bien contadas', 'Figures are checked to be counted well', 'RECOUNTS'),
  ('2008', 18, '8.2.1', 'Se pregunta a la ciudadanía qué le pareció', 'Citizens are asked what they think', 'SURVEYS'),
  ('2008', 19, '8.2.2', 'Hay auditorías internas, hechas por quien no hizo el trabajo', 'There are internal audits, by who did not do the work', 'AUDITS'),
  ('2008', 20, '8.2.3', 'Se mide si los procesos dan lo que deben', 'It is measured whether processes give what they should', 'INDICATORS,CONFORMITY'),
  ('2008', 21, '8.3', 'Lo que salió mal se detecta y se decide qué hacer', 'What went wrong is found, and what to do is decided', 'TRIAGE,WRONG_INFORMATION'),
  ('2008', 22, '8.4', 'Los datos se analizan, y bien contados', 'Data are analysed, and counted well', 'INDICATORS,RECOUNTS'),
  ('2008', 23, '8.5.1', 'El conjunto mejora, y se ve', 'The whole gets better, and it shows', 'EFFECTS,DECISIONS'),
  ('2008', 24, '8.5.2', 'De cada falla se busca la causa, se actúa y se verifica que sirvió', 'Of each failure the cause is looked for, acted on, and the effect checked', 'ACTIONS,EFFECTS'),

  ('2015', 1, '4.4', 'Los procesos están descritos y se comprueba que así se trabaja', 'Processes are described, and the work is checked against them', 'PROCEDURES,CONFORMITY'),
  ('2015', 2, '5.1.2', 'La dirección mira lo que la ciudadanía espera', 'Those in charge look at what citizens expect', 'SURVEYS,INDICATORS'),
  ('2015', 3, '5.3', 'Está escrito quién hace qué paso', 'Who does which step is written down', 'PROCEDURES'),
  ('2015', 4, '6.2', 'Hay objetivos con meta y con responsable', 'There are objectives with a target and an owner', 'OBJECTIVES'),
  ('2015', 5, '6.3', 'Los cambios se planean y los firma otra persona', 'Changes are planned, and signed by another person', 'PROCEDURES,ROUTING_RULES'),
  ('2015', 6, '7.1.5', 'Se comprueba que las cifras están bien contadas', 'Figures are checked to be counted well', 'RECOUNTS'),
  ('2015', 7, '7.1.6', 'Lo que hay que saber está escrito y al día', 'What has to be known is written down and up to date', 'KNOWLEDGE'),
  ('2015', 8, '7.2', 'Quien atiende está capacitado y evaluado', 'Who attends is trained and evaluated', 'TRAINING'),
  ('2015', 9, '7.5.2', 'Cada documento nace con autor, revisión y autorización', 'Every document is born with an author, a review and an authorisation', 'PROCEDURES,PRIVACY_NOTICE'),
  ('2015', 10, '7.5.3', 'La versión vigente está a la mano; los registros se guardan íntegros', 'The version in force is at hand; records are kept whole', 'PROCEDURES,LOG'),
  ('2015', 11, '8.1', 'Se planea cómo se dará el servicio', 'How the service will be given is planned', 'PROCEDURES,ROUTING_RULES'),
  ('2015', 12, '8.2.1', 'Se informa a la ciudadanía y se oyen sus quejas', 'Citizens are informed and their complaints are heard', 'PRIVACY_NOTICE,SURVEYS,TRIAGE'),
  ('2015', 13, '8.2.2', 'Se sabe qué hay que responder a cada pregunta', 'What each question has to be answered is known', 'KNOWLEDGE'),
  ('2015', 14, '8.4', 'A quien da la información se le pide convenio y se le da seguimiento', 'Who provides the information has an agreement and is followed up', 'AGREEMENTS,WRONG_INFORMATION'),
  ('2015', 15, '8.5.1', 'Se atiende como dice el procedimiento', 'Contacts are attended as the procedure says', 'CONFORMITY'),
  ('2015', 16, '8.5.2', 'De cada folio se sabe qué se hizo, quién y con qué versión', 'Of each folio it is known what was done, by whom and by which version', 'LOG'),
  ('2015', 17, '8.5.3', 'Los datos de las personas se cuidan y se destruyen a su pedido', 'People''s data are taken care of, and destroyed when they ask', 'DISPOSALS'),
  ('2015', 18, '8.7', 'Lo que salió mal se detecta y se decide qué hacer', 'What went wrong is found, and what to do is decided', 'TRIAGE,WRONG_INFORMATION'),
  ('2015', 19, '9.1.1', 'Se mide, y las cifras se vuelven a contar', 'It is measured, and figures are counted again', 'INDICATORS,RECOUNTS'),
  ('2015', 20, '9.1.2', 'Se pregunta a la ciudadanía qué le pareció', 'Citizens are asked what they think', 'SURVEYS'),
  ('2015', 21, '9.1.3', 'Los resultados se analizan', 'Results are analysed', 'INDICATORS,CONFORMITY'),
  ('2015', 22, '9.2', 'Hay auditorías internas, hechas por quien no hizo el trabajo', 'There are internal audits, by who did not do the work', 'AUDITS'),
  ('2015', 23, '9.3', 'La dirección revisa el conjunto y sus acuerdos se cumplen', 'Those in charge review the whole, and their decisions are carried out', 'REVIEWS,DECISIONS'),
  ('2015', 24, '10.2', 'De cada falla se busca la causa, se actúa y se verifica que sirvió', 'Of each failure the cause is looked for, acted on, and the effect checked', 'ACTIONS,EFFECTS'),
  ('2015', 25, '10.3', 'El conjunto mejora, y se ve', 'The whole gets better, and it shows', 'EFFECTS,DECISIONS');

-- The amendment asks one thing more, in two places.
insert into mapped
select '2015_AMD1', ordinal, number, es, en, sources from mapped where edition = '2015';
insert into mapped values
  ('2015_AMD1', -1, '4.1', 'Se decidió si el cambio climático importa al centro', 'It was decided whether climate change matters to the centre', 'CLIMATE'),
  ('2015_AMD1', 0, '4.2', 'Se vio si alguien espera algo del centro sobre el clima', 'It was seen whether anybody expects anything of the centre about the climate', 'CLIMATE');

insert into clause (edition, number, ordinal, words_es, words_en) select edition, number, ordinal, es, en from mapped;
insert into clause_evidence (edition, number, source)
select edition, number, unnest(string_to_array(sources, ',')) from mapped;
drop table mapped;
