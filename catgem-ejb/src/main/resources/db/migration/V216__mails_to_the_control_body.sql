-- A mail that is about no contact: the checkpoint of the day, to those who control the centre from outside.
alter table outbound_mail alter column contact_id drop not null;
alter table outbound_mail drop constraint outbound_mail_kind_check;
alter table outbound_mail add constraint outbound_mail_kind_check
  check (kind in ('ACKNOWLEDGEMENT', 'ANSWER', 'TRANSCRIPT', 'SURVEY', 'CHECKPOINT'));
alter table outbound_mail add constraint outbound_mail_contact_check check ((contact_id is null) = (kind = 'CHECKPOINT'));

insert into mail_text (code, language, title, body) values
('CHECKPOINT', 'ES', 'CATGEM: sello del registro de evidencia del {day}',
 E'Conserve este mensaje: con él se comprueba que nada de lo registrado hasta hoy se cambió después.\n\nEl registro de evidencia del Centro de Atención Telefónica del Gobierno del Estado de México (CATGEM) tiene {size} asientos. Su sello, entre las dos líneas de guiones, se guarda tal cual en un archivo de texto y se entrega al verificador con --checkpoint:\n\n--------\n{checkpoint}--------\n\nLlave con la que se firma:\n{key}\n\nEste es un mensaje automático.'),
('CHECKPOINT', 'EN', 'CATGEM: checkpoint of the evidence log of {day}',
 E'Keep this message: with it anybody can check that nothing recorded until today was changed afterwards.\n\nThe evidence log of the contact centre of the Government of the State of Mexico (CATGEM) has {size} entries. Its checkpoint, between the two lines of dashes, is saved as it stands in a text file and given to the verifier with --checkpoint:\n\n--------\n{checkpoint}--------\n\nThe key that signs it:\n{key}\n\nThis is an automatic message.');
