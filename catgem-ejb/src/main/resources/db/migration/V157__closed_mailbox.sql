-- A mail is taken at any time; while the mailbox is closed its receipt says from when on it is read.
insert into mail_text (code, language, title, body) values
  ('CLOSED', 'ES', 'Buzón cerrado',
   'Su correo llegó fuera del horario de atención de este buzón. Lo leeremos a partir del {opens}.'),
  ('CLOSED', 'EN', 'Mailbox closed',
   'Your e-mail arrived outside of the hours in which this mailbox is attended. We will read it from {opens} on.');
