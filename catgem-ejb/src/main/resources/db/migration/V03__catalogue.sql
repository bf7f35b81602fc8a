-- The centre's catalogue as proposed; every row is data that administration may change later.
insert into topic (code, name_es, name_en) values
  ('GENERAL', 'Información general', 'General information'),
  ('REGISTRO_CIVIL', 'Registro Civil', 'Civil registry'),
  ('LICENCIAS', 'Licencias de conducir', 'Driving licences'),
  ('VEHICULOS', 'Vehículos: tenencia, placas y verificación', 'Vehicles: tax, plates and inspection'),
  ('PREDIAL', 'Predial y catastro', 'Property tax and land register'),
  ('EDUCACION', 'Educación y becas', 'Education and scholarships'),
  ('SALUD', 'Salud', 'Health'),
  ('AGUA', 'Agua y drenaje', 'Water and drainage'),
  ('TRABAJO', 'Empleo y conciliación laboral', 'Employment and labour conciliation'),
  ('JUSTICIA', 'Justicia y seguridad', 'Justice and safety'),
  ('APOYOS', 'Programas sociales', 'Social programmes'),
  ('MIGRANTES', 'Mexiquenses en el exterior', 'Residents abroad');

insert into entry_point (code, channel, name_es, name_en, address, language, topic, priority) values
  ('TEL_070', 'PHONE', '070 Valle de Toluca', '070 Toluca valley', '070', 'ES', 'GENERAL', 'NORMAL'),
  ('TEL_800', 'PHONE', '800 696 9696', '800 696 9696', '8006969696', 'ES', 'GENERAL', 'NORMAL'),
  ('TEL_877', 'PHONE', '1 877 399 5005 (EUA y Canadá)', '1 877 399 5005 (US and Canada)', '18773995005', 'ES', 'MIGRANTES', 'NORMAL'),
  ('CHAT_WEB', 'CHAT', 'Chat en la página', 'Chat on the web page', 'web', 'ES', 'GENERAL', 'NORMAL'),
  ('MAIL_CATGEM', 'EMAIL', 'Correo de CATGEM', 'CATGEM mailbox', 'catgem', 'ES', 'GENERAL', 'NORMAL'),
  ('API', 'CHAT', 'Interfaz de programación', 'Programming interface', 'api', 'ES', 'GENERAL', 'NORMAL');

insert into wait_target (channel, priority, seconds)
select c.code, p.code, c.seconds
from (values ('PHONE', 20), ('CHAT', 60), ('SOCIAL', 900), ('EMAIL', 14400)) as c (code, seconds)
cross join (values ('URGENT'), ('HIGH'), ('NORMAL'), ('LOW')) as p (code);

insert into channel_rule (channel, points, offer_seconds, acw_seconds, misses_allowed) values
  ('PHONE', 100, 15, 60, 1),
  ('CHAT', 33, 30, 30, 2),
  ('SOCIAL', 33, 30, 30, 2),
  ('EMAIL', 25, 120, 30, 2);

insert into auxiliary_reason (code, name_es, name_en, planned_minutes, productive) values
  ('MEAL', 'Comida', 'Meal', 30, false),
  ('RESTROOM', 'Sanitario', 'Restroom', 10, false),
  ('TRAINING', 'Capacitación', 'Training', 60, true),
  ('FEEDBACK', 'Retroalimentación', 'Feedback', 20, true),
  ('TECHNICAL_FAILURE', 'Falla técnica', 'Technical failure', 15, false),
  ('BACK_OFFICE', 'Trabajo administrativo', 'Back-office', 60, true),
  ('RECOVERY', 'Recuperación tras trato ofensivo', 'Recovery after abuse', 5, false);

insert into disposition (code, topic, name_es, name_en, outcome) values
  ('INFORMATION_GIVEN', null, 'Información proporcionada', 'Information given', 'RESOLVED'),
  ('REQUIREMENTS_GIVEN', null, 'Requisitos de un trámite', 'Requirements of a service', 'RESOLVED'),
  ('CONTACT_DATA_GIVEN', null, 'Datos de contacto de una dependencia', 'Contact data of an agency', 'RESOLVED'),
  ('STATUS_GIVEN', null, 'Estado de un trámite', 'Status of a procedure', 'RESOLVED'),
  ('REFERRED_AGENCY', null, 'Canalizada a una dependencia', 'Referred to an agency', 'REFERRED'),
  ('REFERRED_EMERGENCY', null, 'Canalizada a emergencias', 'Referred to emergencies', 'EMERGENCY'),
  ('COMPLAINT_GUIDED', null, 'Orientación para presentar una queja', 'Guided to file a complaint', 'RESOLVED'),
  ('NOT_COMPETENT', null, 'Asunto fuera de competencia', 'Outside the centre''s competence', 'REFERRED'),
  ('WRONG_NUMBER', null, 'Contacto equivocado', 'Wrong number', 'WRONG_NUMBER'),
  ('SILENCE', null, 'Sin respuesta de la persona usuaria', 'No answer from the citizen', 'SILENCE'),
  ('CITIZEN_LEFT', null, 'La persona usuaria se retiró', 'Citizen left', 'CITIZEN_LEFT'),
  ('PRANK', null, 'Broma', 'Prank', 'PRANK'),
  ('ABUSE', null, 'Trato ofensivo', 'Abuse', 'ABUSE'),
  ('DUPLICATE', null, 'Duplicado', 'Duplicate', 'DUPLICATE'),
  ('UNCLASSIFIED', null, 'Sin clasificar (tiempo agotado)', 'Unclassified (time ran out)', 'RESOLVED');

insert into template (code, language, channel, name, text) values
  ('saludo', 'ES', null, 'Saludo de protocolo', 'Centro de Atención Telefónica del Gobierno del Estado de México, le atiende {advisor}. ¿En qué puedo servirle?'),
  ('saludo', 'EN', null, 'Protocol greeting', 'State of Mexico Government Contact Centre, my name is {advisor}. How may I help you?'),
  ('espera', 'ES', 'CHAT', 'Un momento', 'Permítame un momento, por favor, mientras consulto la información.'),
  ('espera', 'EN', 'CHAT', 'One moment', 'Please give me a moment while I look up the information.'),
  ('confirma', 'ES', 'CHAT', 'Confirmar comprensión', '¿La información que le proporcioné resuelve su duda?'),
  ('confirma', 'EN', 'CHAT', 'Confirm understanding', 'Does the information I gave you answer your question?'),
  ('algomas', 'ES', 'CHAT', 'Algo más', '¿Hay algo más en lo que pueda apoyarle?'),
  ('algomas', 'EN', 'CHAT', 'Anything else', 'Is there anything else I can help you with?'),
  ('despedida', 'ES', null, 'Despedida', 'Gracias por comunicarse con CATGEM. Estamos a sus órdenes las 24 horas, los 365 días del año.'),
  ('despedida', 'EN', null, 'Farewell', 'Thank you for contacting CATGEM. We are at your service 24 hours a day, 365 days a year.'),
  ('datos', 'ES', null, 'No comparta datos', 'Por su seguridad, le pedimos no compartir contraseñas ni datos bancarios por este medio.'),
  ('datos', 'EN', null, 'Do not share data', 'For your safety, please do not share passwords or bank details here.'),
  ('competencia', 'ES', null, 'Fuera de competencia', 'El asunto que nos comenta corresponde a otra instancia. Le comparto los datos para que pueda contactarla directamente.'),
  ('competencia', 'EN', null, 'Outside competence', 'This matter belongs to another office. Here is how to contact it directly.'),
  ('correo', 'ES', 'EMAIL', 'Respuesta por correo', E'Buen día:\n\nGracias por escribir a CATGEM. En respuesta a su solicitud le informamos lo siguiente:\n\n\n\nQuedamos a sus órdenes.\n{advisor}\nCentro de Atención Telefónica del Gobierno del Estado de México'),
  ('correo', 'EN', 'EMAIL', 'Mail reply', E'Good day,\n\nThank you for writing to CATGEM. In answer to your request:\n\n\n\nKind regards,\n{advisor}\nState of Mexico Government Contact Centre'),
  ('abuso1', 'ES', null, 'Primera advertencia', 'Le pedimos dirigirse con respeto para poder continuar con su atención.'),
  ('abuso1', 'EN', null, 'First warning', 'Please keep a respectful tone so that we can go on helping you.'),
  ('abuso2', 'ES', null, 'Segunda advertencia', 'De continuar el trato ofensivo tendremos que finalizar esta conversación.'),
  ('abuso2', 'EN', null, 'Second warning', 'If the offensive tone continues we will have to end this conversation.'),
  ('emergencia', 'ES', null, 'Emergencia', 'Si usted o alguien está en peligro, marque ahora mismo al 911. Permanezco en esta conversación.'),
  ('emergencia', 'EN', null, 'Emergency', 'If you or someone else is in danger, call 911 right now. I will stay in this conversation.');
