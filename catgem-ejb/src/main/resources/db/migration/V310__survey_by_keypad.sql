-- After the talk a call is asked about it: the line leads on to questions of the survey, answered by keys.
alter table phone_call drop constraint phone_call_phase_check;
alter table phone_call add constraint phone_call_phase_check
  check (phase in ('GREETING', 'MENU', 'WAITING', 'CALLING', 'TALKING', 'PARTED', 'SURVEY', 'LEAVING', 'ENDED'));
alter table phone_path add column surveyed_at timestamptz;

-- Where the centre has not published a menu of its own, the proposed one asks; nothing is asked before it is recorded.
insert into call_flow (version, author, reason, effective_from, flow)
select 2, 'propuesta', 'Al terminar la llamada se pregunta por la atención', now(),
  jsonb_set(jsonb_set(flow, '{nodes}', (
      select jsonb_agg(case when node ->> 'kind' = 'LINE' then node || '{"after": "encuesta"}' else node end order by place)
      from jsonb_array_elements(flow -> 'nodes') with ordinality as n (node, place)) || '[
  {"name": "encuesta", "kind": "QUESTION", "prompt": "encuesta", "question": "SATISFACTION", "next": "resuelta", "otherwise": "adios"},
  {"name": "resuelta", "kind": "QUESTION", "prompt": "resuelta", "question": "SOLVED", "next": "adios", "otherwise": "adios"},
  {"name": "adios", "kind": "END", "prompt": "adios"}]'), '{prompts}', flow -> 'prompts' || '[
  {"name": "encuesta", "words": {"ES": "¿Qué tan satisfecha o satisfecho quedó con la atención? Del 1 al 5: 1 es nada; 5 es mucho.", "EN": "How satisfied are you with the service? From 1 to 5: 1 is not at all; 5 is very."}, "recorded": {}, "standIn": "vm-press,digits/1,digits/2,digits/3,digits/4,digits/5", "seconds": 8},
  {"name": "resuelta", "words": {"ES": "¿Se resolvió su duda? Sí, oprima 1. En parte, 2. No, 3.", "EN": "Was your question answered? Yes, press 1. Partly, 2. No, 3."}, "recorded": {}, "standIn": "vm-press,digits/1,digits/2,digits/3", "seconds": 6},
  {"name": "adios", "words": {"ES": "Gracias por su opinión. Hasta luego.", "EN": "Thank you for your opinion. Goodbye."}, "recorded": {}, "standIn": "auth-thankyou", "seconds": 3}]')
from call_flow where version = 1 and not exists (select 1 from call_flow where version > 1);
