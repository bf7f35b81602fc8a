-- Example content of a try-out installation: agencies and knowledge entries on the real kinds of public service.
-- The texts are this project's own. Costs and hours are examples and say so; every phone (722 000 01xx), address and
-- web page is invented. A production installation starts empty and writes its own entries.
do $$
begin
  if exists (select from installation where mode = 'PRODUCTION') then
    raise exception 'example entries are refused: this is a production installation';
  end if;
end $$;

insert into agency (code, level, name_es, name_en, phone, email, web, address, hours_es, hours_en) values
  ('CATGEM', 'STATE', 'Centro de Atención Telefónica del Gobierno del Estado de México', 'State of Mexico Government Contact Centre',
   '070', 'catgem@edomex.example', 'https://catgem.edomex.example', null,
   'Las 24 horas, los 365 días del año', '24 hours a day, 365 days a year'),
  ('EMERGENCIAS', 'STATE', 'Centro de Atención a Emergencias', 'Emergency Response Centre',
   '911', null, null, null, 'Las 24 horas', '24 hours a day'),
  ('REGISTRO_CIVIL', 'STATE', 'Dirección General del Registro Civil', 'State Civil Registry',
   '722 000 0101', 'registrocivil@edomex.example', 'https://registrocivil.edomex.example', 'Av. de los Ejemplos 101, Toluca',
   'Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 16:00 (example)'),
  ('FINANZAS', 'STATE', 'Secretaría de Finanzas', 'Ministry of Finance of the State',
   '722 000 0102', 'contribuyentes@edomex.example', 'https://finanzas.edomex.example', 'Calle Muestra 12, Toluca',
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('MOVILIDAD', 'STATE', 'Secretaría de Movilidad', 'Ministry of Mobility of the State',
   '722 000 0103', 'movilidad@edomex.example', 'https://movilidad.edomex.example', 'Av. de los Ejemplos 230, Metepec',
   'Lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 17:00 (example)'),
  ('MEDIO_AMBIENTE', 'STATE', 'Secretaría del Medio Ambiente', 'Ministry of the Environment of the State',
   '722 000 0104', 'verificacion@edomex.example', 'https://ambiente.edomex.example', 'Calle Muestra 45, Metepec',
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('CATASTRO', 'STATE', 'Instituto de Información Geográfica, Estadística y Catastral', 'Institute of Geographic, Statistical and Cadastral Information',
   '722 000 0105', 'catastro@edomex.example', 'https://catastro.edomex.example', 'Calle Muestra 61, Toluca',
   'Lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 17:00 (example)'),
  ('FUNCION_REGISTRAL', 'STATE', 'Instituto de la Función Registral', 'Public Registry of Property',
   '722 000 0106', 'registro@edomex.example', 'https://registropublico.edomex.example', 'Av. de los Ejemplos 310, Toluca',
   'Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 15:00 (example)'),
  ('COMISION_AGUA', 'STATE', 'Comisión del Agua del Estado de México', 'State Water Commission',
   '722 000 0107', 'agua@edomex.example', 'https://agua.edomex.example', 'Calle Muestra 78, Naucalpan',
   'Reportes las 24 horas (dato de ejemplo)', 'Reports around the clock (example)'),
  ('EDUCACION', 'STATE', 'Secretaría de Educación, Ciencia, Tecnología e Innovación', 'Ministry of Education of the State',
   '722 000 0108', 'educacion@edomex.example', 'https://educacion.edomex.example', 'Av. de los Ejemplos 400, Toluca',
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('SALUD', 'STATE', 'Secretaría de Salud', 'Ministry of Health of the State',
   '722 000 0109', 'salud@edomex.example', 'https://salud.edomex.example', 'Calle Muestra 90, Toluca',
   'Orientación las 24 horas (dato de ejemplo)', 'Guidance around the clock (example)'),
  ('TRABAJO', 'STATE', 'Secretaría del Trabajo', 'Ministry of Labour of the State',
   '722 000 0110', 'empleo@edomex.example', 'https://trabajo.edomex.example', 'Av. de los Ejemplos 512, Toluca',
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('CONCILIACION', 'STATE', 'Centro de Conciliación Laboral', 'Labour Conciliation Centre',
   '722 000 0111', 'conciliacion@edomex.example', 'https://conciliacion.edomex.example', 'Calle Muestra 104, Toluca',
   'Lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 17:00 (example)'),
  ('FISCALIA', 'STATE', 'Fiscalía General de Justicia', 'Office of the State Prosecutor',
   '722 000 0112', 'fiscalia@edomex.example', 'https://fiscalia.edomex.example', 'Av. de los Ejemplos 600, Toluca',
   'Agencias las 24 horas (dato de ejemplo)', 'Reporting offices around the clock (example)'),
  ('SEGURIDAD', 'STATE', 'Secretaría de Seguridad', 'Ministry of Public Security of the State',
   '722 000 0113', 'seguridad@edomex.example', 'https://seguridad.edomex.example', 'Calle Muestra 118, Toluca',
   'Las 24 horas (dato de ejemplo)', 'Around the clock (example)'),
  ('DEFENSORIA', 'STATE', 'Instituto de la Defensoría Pública', 'Public Defender''s Office',
   '722 000 0114', 'defensoria@edomex.example', 'https://defensoria.edomex.example', 'Calle Muestra 131, Toluca',
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('MUJERES', 'STATE', 'Secretaría de las Mujeres', 'Ministry of Women of the State',
   '722 000 0115', 'mujeres@edomex.example', 'https://mujeres.edomex.example', 'Av. de los Ejemplos 720, Toluca',
   'Línea de apoyo las 24 horas (dato de ejemplo)', 'Support line around the clock (example)'),
  ('DIF', 'STATE', 'Sistema para el Desarrollo Integral de la Familia', 'State System for Family Development (DIF)',
   '722 000 0116', 'dif@edomex.example', 'https://dif.edomex.example', 'Paseo de la Muestra 8, Toluca',
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('BIENESTAR', 'STATE', 'Secretaría de Bienestar', 'Ministry of Welfare of the State',
   '722 000 0117', 'bienestar@edomex.example', 'https://bienestar.edomex.example', 'Calle Muestra 144, Toluca',
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('CAMPO', 'STATE', 'Secretaría del Campo', 'Ministry of Agriculture of the State',
   '722 000 0118', 'campo@edomex.example', 'https://campo.edomex.example', 'Carretera de Muestra km 3, Metepec',
   'Lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 17:00 (example)'),
  ('LEGALIZACION', 'STATE', 'Dirección de Legalización y Apostilla', 'Office of Legalisation and Apostille',
   '722 000 0119', 'apostilla@edomex.example', 'https://apostilla.edomex.example', 'Calle Muestra 157, Toluca',
   'Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 15:00 (example)'),
  ('CONSEJERIA', 'STATE', 'Consejería Jurídica', 'Office of the Legal Counsel of the State',
   '722 000 0120', 'consejeria@edomex.example', 'https://consejeria.edomex.example', 'Calle Muestra 160, Toluca',
   'Lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 17:00 (example)'),
  ('MIGRANTES', 'STATE', 'Coordinación de Atención a Mexiquenses en el Exterior', 'Office for State of Mexico Residents Abroad',
   '1 877 000 0121', 'migrantes@edomex.example', 'https://migrantes.edomex.example', 'Calle Muestra 173, Toluca',
   'Lunes a viernes de 9:00 a 18:00 h, hora del centro de México (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 Central Mexico time (example)'),
  ('PROTECCION_CIVIL', 'STATE', 'Coordinación General de Protección Civil', 'State Civil Protection',
   '722 000 0122', 'proteccioncivil@edomex.example', 'https://proteccioncivil.edomex.example', 'Av. de los Ejemplos 810, Toluca',
   'Las 24 horas (dato de ejemplo)', 'Around the clock (example)'),
  ('CONTRALORIA', 'STATE', 'Secretaría de la Contraloría', 'Office of the State Comptroller',
   '722 000 0123', 'denuncias@edomex.example', 'https://contraloria.edomex.example', 'Calle Muestra 186, Toluca',
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('TRANSPARENCIA', 'STATE', 'Autoridad de Transparencia y Datos Personales', 'Transparency and Personal Data Authority',
   '722 000 0124', 'transparencia@edomex.example', 'https://transparencia.edomex.example', 'Calle Muestra 199, Metepec',
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('DERECHOS_HUMANOS', 'STATE', 'Comisión de Derechos Humanos', 'Human Rights Commission of the State',
   '722 000 0125', 'quejas@derechos.example', 'https://derechos.edomex.example', 'Calle Muestra 212, Toluca',
   'Guardia las 24 horas (dato de ejemplo)', 'On duty around the clock (example)'),
  ('DESARROLLO_ECONOMICO', 'STATE', 'Secretaría de Desarrollo Económico', 'Ministry of Economic Development of the State',
   '722 000 0126', 'empresas@edomex.example', 'https://economia.edomex.example', 'Av. de los Ejemplos 905, Toluca',
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('TESORERIA_MUNICIPAL', 'MUNICIPAL', 'Tesorería del ayuntamiento', 'Municipal treasury',
   null, null, null, 'En el palacio municipal o la delegación administrativa de cada municipio',
   'Lunes a viernes de 9:00 a 16:00 h; en enero y febrero también sábado (dato de ejemplo)', 'Monday to Friday, 9:00 to 16:00; in January and February also Saturday (example)'),
  ('AGUA_MUNICIPAL', 'MUNICIPAL', 'Organismo municipal de agua potable', 'Municipal water utility',
   null, null, null, 'Oficinas del organismo de agua de cada municipio',
   'Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 16:00 (example)'),
  ('AYUNTAMIENTO', 'MUNICIPAL', 'Ayuntamiento', 'Municipal government',
   null, null, null, 'Palacio municipal de cada municipio',
   'Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 16:00 (example)'),
  ('POBLACION', 'FEDERAL', 'Registro Nacional de Población', 'National Population Registry',
   '55 0000 0131', null, 'https://curp.federal.example', null,
   'Lunes a viernes de 8:00 a 20:00 h (dato de ejemplo)', 'Monday to Friday, 8:00 to 20:00 (example)'),
  ('RELACIONES_EXTERIORES', 'FEDERAL', 'Secretaría de Relaciones Exteriores', 'Federal Ministry of Foreign Affairs',
   '55 0000 0132', null, 'https://exteriores.federal.example', null,
   'Lunes a viernes de 8:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 8:00 to 18:00 (example)'),
  ('CONSULADOS', 'FEDERAL', 'Red consular de México', 'Consulates of Mexico',
   '1 877 000 0133', null, 'https://consulados.federal.example', null,
   'Con cita; emergencias las 24 horas (dato de ejemplo)', 'By appointment; emergencies around the clock (example)'),
  ('ELECTORAL', 'FEDERAL', 'Registro Federal de Electores', 'Federal Voter Registry',
   '800 000 0134', null, 'https://electoral.federal.example', null,
   'Lunes a viernes de 9:00 a 20:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 20:00 (example)'),
  ('CONSUMIDOR', 'FEDERAL', 'Procuraduría Federal del Consumidor', 'Federal Consumer Protection Office',
   '800 000 0135', null, 'https://consumidor.federal.example', null,
   'Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)', 'Monday to Friday, 9:00 to 18:00 (example)'),
  ('HACIENDA', 'FEDERAL', 'Administración tributaria federal', 'Federal tax administration',
   '55 0000 0136', null, 'https://tributaria.federal.example', null,
   'Lunes a viernes de 8:30 a 16:00 h (dato de ejemplo)', 'Monday to Friday, 8:30 to 16:00 (example)');

-- One entry with its Spanish text in force. Review dates are spread, so that some are due.
create sequence pg_temp.written;
create function pg_temp.entry(code text, topic text, agency text, title text, keywords text, summary text, body text)
returns void language plpgsql as $$
declare
  n int := nextval('pg_temp.written');
  entry uuid;
begin
  insert into knowledge_entry (code, topic, agency, review_on)
  values (entry.code, entry.topic, entry.agency, date '2026-10-15' + n * 4) returning id into entry;
  insert into knowledge_version (entry_id, language, number, status, title, keywords, summary, body, author, created_at, published_at)
  values (entry, 'ES', 1, 'PUBLISHED', title, keywords, summary, trim(body, E'\n '),
          'informacion' || n % 3 + 1, timestamptz '2026-08-03 15:00Z' + n * interval '5 hours',
          timestamptz '2026-08-03 17:00Z' + n * interval '5 hours');
end $$;

-- The English text of an entry that is there already.
create function pg_temp.english(code text, title text, keywords text, summary text, body text)
returns void language plpgsql as $$
declare
  n int := nextval('pg_temp.written');
begin
  insert into knowledge_version (entry_id, language, number, status, title, keywords, summary, body, author, created_at, published_at)
  select e.id, 'EN', 1, 'PUBLISHED', english.title, english.keywords, english.summary, trim(english.body, E'\n '),
         'informacion' || n % 3 + 1, timestamptz '2026-08-03 15:00Z' + n * interval '5 hours',
         timestamptz '2026-08-03 17:00Z' + n * interval '5 hours'
  from knowledge_entry e where e.code = english.code;
  if not found then
    raise exception 'no entry %', english.code;
  end if;
end $$;

-- Civil registry

select pg_temp.entry('RC-01', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Copia certificada de acta de nacimiento$$,
$$acta nacimiento copia certificada imprimir internet kiosco partida registro$$,
$$Copia certificada del acta de nacimiento, en línea o en cualquier oficialía del Registro Civil; tiene validez en todo el país.$$,
$$
La copia certificada se obtiene en línea, en kioscos o en ventanilla. No tiene vigencia: una copia legible sigue siendo válida aunque sea de años anteriores, salvo que la institución que la pide solicite una reciente.
@requirements
CURP de la persona registrada, o nombre completo, fecha y lugar de nacimiento
Nombre de la madre o el padre registrados
Identificación oficial de quien solicita, solo en ventanilla
@steps
Consulte sus datos con la CURP en el portal del Registro Civil.
Revise que nombre, fecha y lugar sean correctos antes de pagar.
Pague con tarjeta o con la línea de captura en bancos y tiendas.
Descargue e imprima el acta en hoja blanca tamaño carta; el código permite comprobar su autenticidad.
@cost
$ 95.00 por copia (dato de ejemplo)
@hours
En línea, las 24 horas; en ventanilla, lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Portal del Registro Civil, kioscos de servicios y cualquiera de las oficialías, sin importar en cuál se registró el nacimiento dentro del estado.
@note
Si el acta no aparece en línea puede faltar su captura: se solicita en la oficialía donde se registró el nacimiento. Si tiene errores, consulte la ficha RC-09.
$$);
select pg_temp.english('RC-01', $$Certified copy of a birth certificate$$,
$$birth certificate copy acta de nacimiento online print$$,
$$Certified copy of a birth certificate, online or at any civil registry office; valid in the whole country.$$,
$$
You can get the certified copy online, at a service kiosk or over the counter. It does not expire: a legible older copy remains valid unless the institution that asks for it wants a recent one.
@requirements
CURP (population key) of the registered person, or full name, date and place of birth
Name of the registered mother or father
Official ID of the applicant, over the counter only
@steps
Look up the record with the CURP on the civil registry portal.
Check that name, date and place are right before you pay.
Pay by card, or with the payment reference at banks and shops.
Download and print the certificate on plain white letter-size paper; its code proves that it is genuine.
@cost
MXN 98.00 per copy (example)
@hours
Online around the clock; counters Monday to Friday, 9:00 to 15:00 (example)
@where
Civil registry portal, service kiosks and any registry office of the state.
@note
From abroad, pay by card on the portal; there is no need to travel. If the record does not appear online it may not have been digitised: write to the registry office where the birth was registered.
$$);

select pg_temp.entry('RC-02', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Copia certificada de acta de matrimonio$$,
$$acta matrimonio casamiento copia certificada esposos cónyuges boda$$,
$$Copia certificada del acta de matrimonio para trámites de seguridad social, pasaporte, divorcio o herencia.$$,
$$
La puede solicitar cualquier persona que conozca los datos del matrimonio.
@requirements
Nombre completo de los dos cónyuges, o la CURP de uno de ellos
Fecha y municipio del matrimonio
Si se conocen: oficialía, libro y número de acta
@steps
Búsquela en el portal del Registro Civil con la CURP de uno de los cónyuges.
Si no aparece, acuda a la oficialía donde se celebró el matrimonio.
Pague los derechos y reciba la copia el mismo día.
@cost
$ 98.00 por copia (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h; en línea las 24 horas (dato de ejemplo)
@where
Portal del Registro Civil o cualquier oficialía del estado.
$$);
select pg_temp.english('RC-02', $$Certified copy of a marriage certificate$$,
$$marriage certificate copy spouse acta de matrimonio wedding$$,
$$Certified copy of a marriage certificate for social security, passport, divorce or inheritance matters.$$,
$$
Anybody who knows the details of the marriage may ask for it.
@requirements
Full names of both spouses, or the CURP of one of them
Date and municipality of the marriage
If known: registry office, book and certificate number
@steps
Look it up on the civil registry portal with the CURP of one spouse.
If it does not appear, contact the registry office where the marriage took place.
Pay the fee and receive the copy the same day.
@cost
MXN 98.00 per copy (example)
@where
Civil registry portal or any registry office of the state.
@note
For use in another country the certificate normally needs an apostille: see MG-01.
$$);

select pg_temp.entry('RC-03', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Copia certificada de acta de defunción$$,
$$acta defunción muerte fallecimiento finado copia certificada pensión herencia$$,
$$Copia certificada del acta de defunción para pensiones, seguros, cuentas bancarias y juicios sucesorios.$$,
$$
@requirements
Nombre completo de la persona fallecida
Fecha y municipio del fallecimiento
Si se conocen: oficialía, libro y número de acta
@steps
Búsquela en el portal del Registro Civil o acuda a una oficialía.
Pague los derechos.
Solicite las copias que vaya a necesitar: bancos, aseguradoras y juzgados suelen pedir una cada uno.
@cost
$ 98.00 por copia (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h; en línea las 24 horas (dato de ejemplo)
@where
Portal del Registro Civil o cualquier oficialía del estado.
@note
Para registrar un fallecimiento que aún no tiene acta, consulte la ficha RC-08.
$$);
select pg_temp.english('RC-03', $$Certified copy of a death certificate$$,
$$death certificate deceased copy acta de defuncion inheritance insurance$$,
$$Certified copy of a death certificate for pensions, insurance, bank accounts and inheritance.$$,
$$
@requirements
Full name of the deceased person
Date and municipality of the death
If known: registry office, book and certificate number
@steps
Look it up on the civil registry portal, or contact a registry office.
Pay the fee.
Ask for as many copies as you will need: banks, insurers and courts usually want one each.
@cost
MXN 98.00 per copy (example)
@where
Civil registry portal or any registry office of the state.
$$);

select pg_temp.entry('RC-04', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Registro de nacimiento de una niña o un niño$$,
$$registrar bebé recién nacido hijo hija nacimiento alumbramiento oficialía$$,
$$Primer registro de un nacimiento dentro de los 60 días; el registro y la primera copia son gratuitos.$$,
$$
Toda niña y todo niño tiene derecho a ser registrado de inmediato. El registro dentro de los primeros sesenta días y la primera copia certificada no se cobran.
@requirements
Certificado de nacimiento expedido por el hospital o por quien atendió el parto
La niña o el niño, presente
Identificación oficial de la madre y del padre
Acta de matrimonio, si están casados
Dos testigos con identificación, si lo pide la oficialía
@steps
Acuda a la oficialía más cercana a su domicilio o al módulo del hospital.
Elija con calma nombre y orden de apellidos: corregirlos después es otro trámite.
Revise los datos antes de firmar.
Reciba el acta y la CURP.
@cost
Gratuito (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Oficialías del Registro Civil y módulos en hospitales públicos.
@note
Si los padres no están casados, el padre debe presentarse para reconocer a su hija o hijo (ficha RC-13).
$$);

select pg_temp.entry('RC-05', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Registro extemporáneo de nacimiento$$,
$$registro tardío persona adulta sin acta no registrado extemporáneo identidad$$,
$$Registro de quien no fue registrado en los primeros 60 días de vida, incluso en edad adulta.$$,
$$
Aplica a menores de edad y a personas adultas que nunca fueron registradas. La oficialía comprueba primero que no exista otro registro.
@requirements
Certificado o constancia de nacimiento, si existe
Constancia de inexistencia de registro del lugar de nacimiento (ficha RC-12)
Documentos que muestren el nombre que se usa: boletas escolares, fe de bautismo, cartilla de salud
Identificación oficial, o dos testigos que conozcan a la persona
Comprobante de domicilio
@steps
Solicite la constancia de inexistencia de registro.
Entregue los documentos en la oficialía de su domicilio.
Espere la autorización de la Dirección General.
Acuda a firmar el acta.
@cost
Gratuito en campañas de registro; fuera de ellas, $ 120.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Oficialía del Registro Civil del domicilio.
$$);

select pg_temp.entry('RC-06', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Matrimonio civil$$,
$$casarse boda matrimonio contrayentes requisitos régimen sociedad conyugal separación de bienes$$,
$$Requisitos y pasos para contraer matrimonio civil en una oficialía o a domicilio.$$,
$$
Pueden casarse dos personas mayores de 18 años, sin distinción. Decidan antes el régimen de bienes: sociedad conyugal o separación de bienes.
@requirements
Copia certificada del acta de nacimiento y CURP de cada contrayente
Identificación oficial y comprobante de domicilio
Certificado médico prenupcial, de no más de 15 días
Solicitud y convenio sobre los bienes, que entrega la oficialía
Acta de divorcio o de defunción del cónyuge anterior, si hubo otro matrimonio
Dos testigos por contrayente, con identificación
@steps
Recoja la solicitud en la oficialía y elija fecha.
Tomen la plática prematrimonial.
Entreguen los documentos al menos ocho días antes.
Paguen los derechos y acudan el día elegido con sus testigos.
@cost
En oficialía $ 420.00; a domicilio desde $ 2,100.00 (dato de ejemplo)
@hours
Lunes a sábado, con cita (dato de ejemplo)
@where
Oficialía del Registro Civil del domicilio de uno de los contrayentes.
@note
Si una de las personas es extranjera, su acta debe estar apostillada y traducida al español.
$$);

select pg_temp.entry('RC-07', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Divorcio administrativo$$,
$$divorcio voluntario separación mutuo acuerdo cónyuges disolver matrimonio$$,
$$Divorcio ante el Registro Civil, sin juez, cuando las dos personas están de acuerdo y no hay menores ni bienes por repartir.$$,
$$
Procede si ambas personas lo piden, tienen más de un año de casadas, no tienen hijas o hijos menores o dependientes, no hay embarazo y no quedan bienes comunes por repartir. En los demás casos el divorcio se tramita ante un juzgado familiar; la Defensoría Pública orienta sin costo (ficha JU-04).
@requirements
Acta de matrimonio reciente
Identificación oficial y comprobante de domicilio de ambas personas
Convenio de liquidación de la sociedad conyugal, si la hubo
Constancia médica de no embarazo
@steps
Presenten juntos la solicitud en la oficialía.
Regresen a ratificarla en la fecha que se les indique, a los quince días aproximadamente.
Recojan el acta de divorcio.
@cost
$ 2,950.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 14:00 h, con cita (dato de ejemplo)
@where
Oficialía del domicilio conyugal.
$$);

select pg_temp.entry('RC-08', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Registro de una defunción$$,
$$fallecimiento muerte certificado médico inhumación cremación funeraria registrar$$,
$$Qué hacer cuando una persona fallece: certificado médico, acta y orden de inhumación o cremación.$$,
$$
El registro se hace dentro de las 48 horas y antes de la inhumación o la cremación. Muchas funerarias lo gestionan: pida siempre el comprobante.
@requirements
Certificado médico de defunción
Identificación y, si se tienen, acta de nacimiento y CURP de la persona fallecida
Identificación de quien declara y de dos testigos
Oficio del Ministerio Público, si la muerte fue violenta o accidental
@steps
Obtenga el certificado con el médico tratante, el hospital o el centro de salud.
Preséntese en la oficialía del lugar del fallecimiento.
Reciba el acta y la orden de inhumación o cremación.
@cost
Registro gratuito; la orden de inhumación $ 180.00 (dato de ejemplo)
@hours
Todos los días con guardia en fin de semana (dato de ejemplo)
@where
Oficialía del Registro Civil del municipio donde ocurrió el fallecimiento.
@note
Si alguien acaba de fallecer sin atención médica o con violencia, llame primero al 911.
$$);

select pg_temp.entry('RC-09', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Corrección de errores en un acta$$,
$$aclaración rectificación corregir acta error nombre apellido fecha mal escrito modificación$$,
$$Cómo corregir letras, nombres, apellidos o fechas equivocados en un acta del Registro Civil.$$,
$$
Los errores de escritura u ortografía se aclaran por la vía administrativa, sin juicio. Cambiar de nombre o de filiación es otro asunto y puede necesitar un juzgado.
@requirements
Copia certificada del acta con el error
Documentos anteriores que muestren el dato correcto: acta de los padres, fe de bautismo, certificados escolares
Identificación oficial y CURP
@steps
Lleve el acta a la oficialía y pida que revisen el libro original: si el error es solo de captura, se corrige sin costo.
Si está en el libro, llene la solicitud de aclaración y entregue las pruebas.
Espere la resolución: unos 30 días hábiles (dato de ejemplo).
Pida la copia con la anotación y después actualice la CURP (ficha RC-11).
@cost
Captura: gratuito. Aclaración administrativa: $ 310.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Oficialía donde se registró el acto o la oficina regional del Registro Civil.
$$);
select pg_temp.english('RC-09', $$Correcting a mistake in a civil registry certificate$$,
$$correction error misspelled name birth certificate rectification amend$$,
$$How to correct letters, names, surnames or dates in a civil registry record.$$,
$$
Spelling and typing mistakes are corrected by an administrative procedure, without a court. Changing a name or parentage is another matter and may need a judge.
@requirements
Certified copy of the certificate with the mistake
Older documents that show the right data: parents' certificates, baptism record, school certificates
Official ID and CURP
@steps
Ask the registry office to look at the original book: if only the typed copy is wrong, it is corrected free of charge.
If the book itself is wrong, fill in the request and hand in the evidence.
Wait for the decision: about 30 working days (example).
Ask for the annotated copy, then update the CURP.
@cost
Typed copy: free. Administrative correction: MXN 310.00 (example)
@where
The office where the event was registered. From abroad, a relative with a power of attorney may do it (see MG-02).
$$);

select pg_temp.entry('RC-10', 'REGISTRO_CIVIL', 'POBLACION', $$CURP: consulta, impresión y alta$$,
$$curp clave única registro población imprimir consultar sacar constancia$$,
$$La Clave Única de Registro de Población se consulta e imprime gratis; quien no la tiene la tramita en módulos y oficialías.$$,
$$
La CURP tiene 18 caracteres y no cambia en la vida, salvo corrección. La constancia impresa no caduca.
@requirements
Para consultar: nombre completo, fecha, sexo y entidad de nacimiento
Para el alta: acta de nacimiento o, en personas extranjeras, documento migratorio
@steps
Consulte en el portal nacional con sus datos.
Imprima la constancia en hoja blanca.
Si no aparece, acuda a un módulo u oficialía con el acta de nacimiento.
@cost
Gratuito
@hours
En línea las 24 horas; módulos de lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Portal nacional de la CURP, oficialías del Registro Civil y kioscos.
@note
No pida a la persona que dicte su CURP para darle esta información.
$$);
select pg_temp.english('RC-10', $$CURP: look up, print and apply$$,
$$curp population registry key print id number$$,
$$The CURP (population registry key) is looked up and printed free of charge; who has none applies at a registry office or a consulate.$$,
$$
The CURP has 18 characters and does not change in a lifetime unless it is corrected. The printed record does not expire.
@requirements
To look it up: full name, date, sex and state of birth
To apply: birth certificate or, for foreigners, the migration document
@steps
Look it up on the national portal.
Print the record on plain white paper.
If it does not appear, go to a registry office, or to a consulate when you live abroad.
@cost
Free of charge
@where
National CURP portal, civil registry offices, kiosks and consulates.
$$);

select pg_temp.entry('RC-11', 'REGISTRO_CIVIL', 'POBLACION', $$CURP: corrección de datos o CURP duplicada$$,
$$curp corregir error doble duplicada homonimia cambiar datos$$,
$$Qué hacer si la CURP tiene datos equivocados o la persona tiene dos.$$,
$$
La CURP copia los datos del acta de nacimiento: si el error está en el acta, primero se corrige el acta (ficha RC-09).
@requirements
Acta de nacimiento correcta
Identificación oficial
Las constancias de CURP que se tengan
@steps
Compare la CURP con el acta.
Solicite la corrección en el módulo de la oficialía o en el portal nacional.
Si hay dos claves, pida que se conserve la que coincide con el acta y que se dé de baja la otra.
Avise del cambio al banco, a la escuela y a la seguridad social.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Módulos de CURP en oficialías del Registro Civil.
$$);

select pg_temp.entry('RC-12', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Constancia de inexistencia de registro y constancia de soltería$$,
$$constancia inexistencia soltería no registro matrimonio nacimiento búsqueda$$,
$$Documento que dice que no se encontró un acta de nacimiento, matrimonio o defunción en los archivos del estado.$$,
$$
La constancia de inexistencia de matrimonio se conoce como constancia de soltería. Cubre solo los archivos del Estado de México y los años que se indican.
@requirements
Nombre completo de la persona y de sus padres
Fecha y lugar de nacimiento
Periodo de búsqueda
Identificación oficial de quien solicita
@steps
Presente la solicitud en la Dirección General o en una oficina regional.
Pague por cada periodo de cinco años.
Recoja la constancia a los tres días hábiles (dato de ejemplo).
@cost
$ 140.00 por periodo (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Oficinas regionales del Registro Civil.
@note
Para casarse en otro país suele pedirse apostillada: ficha MG-01.
$$);
select pg_temp.english('RC-12', $$Certificate of no record and single status certificate$$,
$$single status certificate no record marriage abroad proof unmarried solteria$$,
$$A document that says that no birth, marriage or death record was found in the archives of the state.$$,
$$
The certificate of no marriage record is known as single status certificate. It covers only the archives of the State of Mexico and the years it names.
@requirements
Full name of the person and of the parents
Date and place of birth
Period to be searched
Official ID of the applicant
@steps
Hand in the request at a regional office of the civil registry; a relative may do so with a letter of authority.
Pay for each period of five years.
Collect the certificate after three working days (example).
@cost
MXN 140.00 per period (example)
@where
Regional offices of the civil registry.
@note
To marry in another country it is usually asked for with an apostille: see MG-01.
$$);

select pg_temp.entry('RC-13', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Reconocimiento de hijas e hijos$$,
$$reconocer hijo paternidad apellido padre reconocimiento filiación$$,
$$Trámite para que el padre o la madre que no firmó el registro reconozca a su hija o hijo.$$,
$$
Puede hacerse al registrar el nacimiento o después, a cualquier edad. El reconocimiento da apellido, alimentos y herencia, y no puede revocarse.
@requirements
Acta de nacimiento de la hija o el hijo
Identificación y acta de nacimiento de quien reconoce
Consentimiento de quien ya aparece en el acta o, si es mayor de edad, de la persona reconocida
Dos testigos con identificación
@steps
Acudan juntos a la oficialía.
Firmen el acta de reconocimiento.
Soliciten la nueva acta de nacimiento y actualicen la CURP.
@cost
Gratuito para menores de edad (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Cualquier oficialía del Registro Civil.
@note
Si el padre se niega, la paternidad se demanda ante un juzgado familiar con apoyo de la Defensoría Pública (ficha JU-04).
$$);

select pg_temp.entry('RC-14', 'REGISTRO_CIVIL', 'REGISTRO_CIVIL', $$Inscripción de actas de otro país$$,
$$inscripción acta extranjera nacido estados unidos matrimonio extranjero transcripción doble nacionalidad$$,
$$Inscripción en el estado de nacimientos, matrimonios o defunciones de personas mexicanas ocurridos en el extranjero.$$,
$$
Sirve, por ejemplo, para que una niña nacida en Estados Unidos con madre o padre mexicano tenga acta mexicana y CURP, o para que un matrimonio extranjero surta efectos aquí.
@requirements
Acta extranjera original, apostillada o legalizada
Traducción al español por perito autorizado, si está en otro idioma
Acta de nacimiento del padre o la madre de nacionalidad mexicana
Identificación oficial
@steps
Apostille el acta en el país o estado que la expidió.
Tradúzcala con un perito.
Preséntela en la oficialía y pague los derechos.
Reciba el acta mexicana y tramite la CURP.
@cost
$ 260.00, más la traducción (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Oficialías autorizadas en las cabeceras distritales.
$$);
select pg_temp.english('RC-14', $$Registering a foreign certificate in Mexico$$,
$$foreign certificate register child born abroad united states inscription dual nationality$$,
$$Registration in the state of births, marriages or deaths of Mexican people that took place abroad.$$,
$$
With it, for example, a child born in the United States to a Mexican parent obtains a Mexican birth certificate and CURP, or a foreign marriage takes effect here.
@requirements
Original foreign certificate with apostille
Translation into Spanish by an authorised translator
Birth certificate of the Mexican mother or father
Official ID
@steps
Get the apostille in the country or state that issued the certificate.
Have it translated.
Hand it in at the registry office and pay the fee.
Receive the Mexican certificate and apply for the CURP.
@cost
MXN 260.00 plus translation (example)
@where
Authorised registry offices in the district seats. A Mexican consulate can register the birth directly: see MG-04.
$$);

-- Driving licences

select pg_temp.entry('LC-01', 'LICENCIAS', 'MOVILIDAD', $$Licencia de conducir por primera vez$$,
$$licencia manejo automovilista conducir nueva primera vez examen sacar tipo A$$,
$$Requisitos, examen y pasos para obtener la licencia de automovilista por primera vez.$$,
$$
La licencia de automovilista se expide a personas mayores de 18 años con domicilio en el estado.
@requirements
Identificación oficial vigente
CURP
Comprobante de domicilio de no más de tres meses
Aprobar el examen de conocimientos y el de la vista
Comprobante de pago
@steps
Estudie la guía en línea y saque cita.
Genere la línea de captura y pague según la vigencia que elija.
Acuda a la cita: fotografía, huellas, examen de la vista y de conocimientos.
Reciba la licencia el mismo día.
@cost
Un año $ 690.00; cuatro años $ 1,520.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 17:00 h y sábado de 9:00 a 13:00 h, con cita (dato de ejemplo)
@where
Módulos de licencias de la Secretaría de Movilidad en todo el estado.
@note
Si no aprueba el examen puede repetirlo sin pagar de nuevo dentro de los 30 días (dato de ejemplo).
$$);
select pg_temp.english('LC-01', $$Driving licence for the first time$$,
$$driving licence driver license new first time exam car$$,
$$Requirements, test and steps for a first car driving licence.$$,
$$
The licence is issued to people over 18 who live in the state.
@requirements
Valid official ID
CURP
Proof of address not older than three months
Passing the knowledge and eyesight tests
Proof of payment
@steps
Study the guide online and make an appointment.
Create the payment reference and pay for the validity you choose.
Attend the appointment: photograph, fingerprints, eyesight and knowledge tests.
Receive the licence the same day.
@cost
One year MXN 690.00; four years MXN 1,520.00 (example)
@hours
Monday to Friday 9:00 to 17:00, Saturday 9:00 to 13:00, by appointment (example)
@where
Licence offices of the Ministry of Mobility throughout the state.
$$);

select pg_temp.entry('LC-02', 'LICENCIAS', 'MOVILIDAD', $$Renovación de licencia de conducir$$,
$$renovar licencia manejo vencida vigencia refrendo renovación en línea$$,
$$Renovación de la licencia vencida o por vencer, en módulo o en línea si los datos no cambian.$$,
$$
Puede renovarse desde 30 días antes de que venza. Vencida, no permite conducir y puede causar multa.
@requirements
Licencia anterior
Identificación oficial y CURP
Comprobante de domicilio, si cambió
@steps
Entre al portal con su CURP: si la fotografía tiene menos de cinco años puede renovar en línea.
Pague con la línea de captura.
En línea, descargue la licencia digital y recoja la tarjeta en el módulo; en módulo, acuda con cita.
@cost
Un año $ 690.00; cuatro años $ 1,520.00 (dato de ejemplo)
@hours
En línea las 24 horas; módulos de lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)
@where
Portal y módulos de la Secretaría de Movilidad.
@note
Con más de un año vencida se repite el examen de conocimientos (dato de ejemplo).
$$);
select pg_temp.english('LC-02', $$Renewing a driving licence$$,
$$renew driving licence driver license expired renewal$$,
$$Renewal of an expired or expiring licence, at an office or online when your data have not changed.$$,
$$
You may renew from 30 days before it expires. With an expired licence you may not drive and may be fined.
@requirements
Previous licence
Official ID and CURP
Proof of address if it changed
@steps
Log in to the portal with your CURP: if your photograph is less than five years old you may renew online.
Pay with the payment reference.
Download the digital licence, or attend the office by appointment.
@cost
One year MXN 690.00; four years MXN 1,520.00 (example)
@where
Portal and offices of the Ministry of Mobility.
$$);

select pg_temp.entry('LC-03', 'LICENCIAS', 'MOVILIDAD', $$Reposición de licencia por robo o extravío$$,
$$licencia perdida robada extravío duplicado reposición deterioro$$,
$$Duplicado de una licencia vigente que se perdió, fue robada o se dañó.$$,
$$
La reposición conserva la fecha de vencimiento de la licencia original.
@requirements
Identificación oficial y CURP
Acta o constancia en línea de extravío o robo (ficha JU-02)
La licencia dañada, si es por deterioro
@steps
Obtenga en línea la constancia de extravío.
Pague la reposición.
Acuda al módulo con cita y reciba el duplicado.
@cost
$ 380.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)
@where
Módulos de licencias de la Secretaría de Movilidad.
$$);

select pg_temp.entry('LC-04', 'LICENCIAS', 'MOVILIDAD', $$Permiso para conducir de 16 y 17 años$$,
$$permiso menor edad adolescente conducir joven 16 años provisional licencia$$,
$$Permiso provisional de un año para adolescentes, con autorización de madre, padre o tutor.$$,
$$
@requirements
Acta de nacimiento y CURP de la persona menor de edad
Identificación de la madre, el padre o tutor, que firma la carta responsiva
Constancia del curso de manejo
Aprobar los exámenes de la vista y de conocimientos
@steps
Tome el curso en una escuela registrada.
Saque cita y pague el permiso.
Acudan juntos al módulo.
@cost
$ 610.00 por un año (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 17:00 h, con cita (dato de ejemplo)
@where
Módulos de licencias de la Secretaría de Movilidad.
@note
No permite conducir transporte de pasajeros ni entre las 23:00 y las 5:00 h (dato de ejemplo).
$$);

select pg_temp.entry('LC-05', 'LICENCIAS', 'MOVILIDAD', $$Licencia de motociclista$$,
$$moto motocicleta motoneta licencia conducir casco tipo$$,
$$Licencia para conducir motocicleta o motoneta; es distinta de la de automovilista.$$,
$$
@requirements
Ser mayor de 18 años
Identificación oficial, CURP y comprobante de domicilio
Aprobar el examen de conocimientos para motociclistas y el de la vista
@steps
Saque cita eligiendo «motociclista».
Pague la línea de captura.
Presente los exámenes y reciba la licencia.
@cost
Un año $ 480.00; cuatro años $ 1,100.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)
@where
Módulos de licencias de la Secretaría de Movilidad.
@note
Casco certificado para quien conduce y para quien acompaña; no se permite llevar a menores de 12 años (dato de ejemplo).
$$);

select pg_temp.entry('LC-06', 'LICENCIAS', 'MOVILIDAD', $$Licencia de chofer de transporte público$$,
$$chofer operador taxi combi camión transporte público licencia tarjetón capacitación$$,
$$Licencia para conducir taxi, combi, autobús o carga del servicio público.$$,
$$
@requirements
Ser mayor de 21 años
Identificación oficial, CURP y comprobante de domicilio
Constancia del curso de operador
Examen médico integral y toxicológico
Informe de no antecedentes penales (ficha JU-03)
@steps
Tome el curso en un centro acreditado.
Realice el examen médico.
Saque cita, pague y presente los documentos.
@cost
Un año $ 1,150.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Módulos regionales de la Secretaría de Movilidad.
$$);

-- Vehicles

select pg_temp.entry('VH-01', 'VEHICULOS', 'FINANZAS', $$Tenencia y refrendo: consulta y pago$$,
$$tenencia refrendo pago impuesto vehicular línea de captura adeudo carro auto descuento$$,
$$Consulta, cálculo y pago anual de tenencia y refrendo con la placa del vehículo.$$,
$$
Se pagan cada año, de enero a marzo. Quien está al corriente y tiene un vehículo con valor menor al límite que fija la ley recibe subsidio en la tenencia y paga solo el refrendo.
@requirements
Número de placa
Número de serie (los últimos cinco caracteres)
@steps
Entre al portal de pagos y capture placa y serie.
Revise los años con adeudo y el subsidio aplicado.
Imprima el formato universal de pago o pague con tarjeta.
Conserve el recibo: se pide para verificación, cambio de propietario y baja.
@cost
Refrendo $ 950.00; la tenencia depende del valor del vehículo (dato de ejemplo)
@hours
En línea las 24 horas (dato de ejemplo)
@where
Portal de la Secretaría de Finanzas, bancos, tiendas y centros de servicios fiscales.
@note
Después del 31 de marzo hay recargos y se pierde el subsidio (dato de ejemplo).
$$);
select pg_temp.english('VH-01', $$Vehicle tax and yearly registration fee$$,
$$vehicle tax tenencia refrendo car registration fee pay debt$$,
$$Look up, calculate and pay the yearly vehicle tax (tenencia) and registration fee (refrendo) with the plate number.$$,
$$
Both are paid every year from January to March. Who is up to date and owns a vehicle below the legal value pays only the registration fee.
@requirements
Plate number
Last five characters of the serial number
@steps
Enter plate and serial number on the payment portal.
Check the years that are due and the subsidy applied.
Pay by card, or print the payment form for banks and shops.
Keep the receipt: it is asked for in inspections, sales and deregistration.
@cost
Registration fee MXN 982.00; the tax depends on the vehicle's value (example)
@where
Portal of the Ministry of Finance, banks and shops. It can be paid from abroad by card.
@note
After 31 March there are surcharges and the subsidy is lost (example).
$$);

select pg_temp.entry('VH-02', 'VEHICULOS', 'FINANZAS', $$Alta de vehículo y placas nuevas$$,
$$alta placas emplacar vehículo nuevo usado tarjeta de circulación matrícula emplacamiento$$,
$$Registro de un vehículo nuevo o usado en el estado y entrega de placas y tarjeta de circulación.$$,
$$
@requirements
Factura o carta factura
Identificación oficial, CURP y comprobante de domicilio en el estado
Recibo de pago de tenencia y refrendo al corriente
Baja de placas anteriores, si viene de otro estado
Pedimento de importación, si es de procedencia extranjera
@steps
Pague los derechos de alta en el portal.
Saque cita en un centro de servicios.
Presente originales y copia; el vehículo puede pasar a revisión.
Reciba placas, tarjeta de circulación y engomado.
@cost
$ 1,080.00 por juego de placas particulares (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 16:00 h, con cita (dato de ejemplo)
@where
Centros de servicios fiscales de la Secretaría de Finanzas.
@note
Las placas se cambian cada cinco años (dato de ejemplo).
$$);

select pg_temp.entry('VH-03', 'VEHICULOS', 'FINANZAS', $$Baja de placas$$,
$$baja placas vehículo vender robo destrucción desecho dar de baja$$,
$$Baja de un vehículo por venta, cambio de estado, robo, siniestro o desuso, para que no genere más impuestos.$$,
$$
Mientras no se dé de baja, el vehículo sigue generando tenencia y refrendo a nombre de quien lo registró, aunque ya lo haya vendido.
@requirements
Placas y tarjeta de circulación, o acta de robo o extravío
Identificación oficial
Pagos de tenencia y refrendo al corriente
Sin multas pendientes
@steps
Pague los adeudos y los derechos de baja.
Entregue las placas en el centro de servicios, con cita.
Conserve el comprobante de baja.
@cost
$ 410.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)
@where
Centros de servicios fiscales.
$$);

select pg_temp.entry('VH-04', 'VEHICULOS', 'FINANZAS', $$Cambio de propietario de un vehículo$$,
$$cambio propietario dueño compraventa auto usado endoso factura responsiva$$,
$$Trámite para poner a su nombre un vehículo usado con placas del estado.$$,
$$
Hágalo dentro de los 15 días de la compra. Antes de pagar al vendedor, consulte que el vehículo no tenga adeudos, multas ni reporte de robo.
@requirements
Factura endosada o contrato de compraventa
Tarjeta de circulación anterior
Identificación oficial, CURP y comprobante de domicilio
Pagos de cinco años de tenencia y refrendo
@steps
Consulte adeudos y reporte de robo.
Pague los derechos y el impuesto por la adquisición, si aplica.
Acuda con cita y entregue los documentos.
@cost
$ 690.00 más el impuesto sobre adquisición (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)
@where
Centros de servicios fiscales.
$$);

select pg_temp.entry('VH-05', 'VEHICULOS', 'FINANZAS', $$Placas o tarjeta de circulación robadas o perdidas$$,
$$robo placas extravío tarjeta circulación reposición perdida duplicado denuncia$$,
$$Qué hacer si le robaron o perdió una placa o la tarjeta de circulación.$$,
$$
La placa robada puede usarse para delitos: denuncie cuanto antes. No se repone el mismo número, se asigna otro.
@requirements
Denuncia por robo o constancia de extravío (fichas JU-01 y JU-02)
La otra placa
Identificación oficial y comprobante de domicilio
Pagos al corriente
@steps
Presente la denuncia o la constancia.
Pague la reposición.
Acuda con cita y reciba placas o tarjeta nuevas.
@cost
Placas $ 1,080.00; tarjeta $ 450.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)
@where
Centros de servicios fiscales.
@note
Lleve copia de la denuncia en el vehículo mientras concluye el trámite.
$$);

select pg_temp.entry('VH-06', 'VEHICULOS', 'MEDIO_AMBIENTE', $$Verificación vehicular$$,
$$verificación verificar holograma doble cero contaminación emisiones calendario terminación placa hoy no circula verificentro$$,
$$Calendario, requisitos y costo de la verificación semestral de emisiones.$$,
$$
Se verifica dos veces al año, en los meses que marca el último número de la placa. El holograma obtenido define los días en que el vehículo descansa con el programa Hoy No Circula.
@requirements
Tarjeta de circulación vigente
Certificado anterior
Sin adeudo de tenencia, refrendo ni multas ambientales
@steps
Consulte el mes que le toca: 5 y 6, enero y febrero; 7 y 8, febrero y marzo; 3 y 4, marzo y abril; 1 y 2, abril y mayo; 9 y 0, mayo y junio, y se repite en el segundo semestre (dato de ejemplo).
Saque cita en un verificentro.
Llegue con el motor caliente y el tanque cerrado.
Pegue el holograma y guarde el certificado.
@cost
Holograma 00 $ 1,085.00; 0, 1 o 2 $ 540.00 (dato de ejemplo)
@hours
Lunes a sábado de 8:00 a 20:00 h, con cita (dato de ejemplo)
@where
Verificentros autorizados del estado.
@note
Fuera de su periodo se paga multa por verificación extemporánea; con ella puede circular para llegar al taller o verificentro durante 30 días (dato de ejemplo).
$$);
select pg_temp.english('VH-06', $$Vehicle emissions inspection$$,
$$emissions inspection verification smog test hologram hoy no circula car$$,
$$Calendar, requirements and cost of the half-yearly emissions inspection.$$,
$$
Vehicles are inspected twice a year, in the months set by the last digit of the plate. The hologram decides on which days the vehicle may not be driven.
@requirements
Valid registration card
Previous certificate
No vehicle tax or environmental fines due
@steps
Check your months: 5 and 6 January–February; 7 and 8 February–March; 3 and 4 March–April; 1 and 2 April–May; 9 and 0 May–June, and again in the second half of the year (example).
Make an appointment at an inspection centre.
Arrive with a warm engine.
Put up the hologram and keep the certificate.
@cost
Hologram 00 MXN 1,085.00; 0, 1 or 2 MXN 540.00 (example)
@where
Authorised inspection centres of the state.
@note
Cars with foreign plates may ask for a tourist pass of up to 14 days instead (example).
$$);

select pg_temp.entry('VH-07', 'VEHICULOS', 'SEGURIDAD', $$Multas de tránsito: consulta, pago e inconformidad$$,
$$multa infracción tránsito fotomulta pagar consultar descuento inconformidad boleta$$,
$$Cómo consultar y pagar una multa estatal, y cómo inconformarse si no está de acuerdo.$$,
$$
Las multas pueden ser estatales o municipales: la boleta lo indica. Las municipales se consultan y pagan en el ayuntamiento que las impuso.
@requirements
Número de placa o folio de la boleta
@steps
Consulte en el portal con la placa.
Pague en los primeros 15 días para obtener el descuento.
Si no está de acuerdo, presente su inconformidad por escrito antes de 15 días hábiles, con copia de la boleta.
@cost
Según la falta; 50 % de descuento por pronto pago (dato de ejemplo)
@hours
En línea las 24 horas (dato de ejemplo)
@where
Portal de pagos del gobierno del estado.
@note
Ningún agente puede cobrar la multa en la calle. Si le piden dinero, repórtelo (ficha GE-04).
$$);

select pg_temp.entry('VH-08', 'VEHICULOS', 'MOVILIDAD', $$Vehículo en corralón$$,
$$grúa corralón depósito arrastre remolque liberar vehículo localizar$$,
$$Cómo localizar un vehículo remolcado y qué se necesita para recuperarlo.$$,
$$
@requirements
Factura o tarjeta de circulación a nombre de quien lo recoge, o carta poder
Identificación oficial
Multa pagada
Orden de liberación, si intervino el Ministerio Público
@steps
Localice el vehículo con la placa en el portal o por teléfono.
Pague la multa y pida la orden de salida.
Acuda al depósito; revise con el inventario el estado del vehículo antes de firmar.
Pague arrastre y depósito con recibo oficial.
@cost
Arrastre desde $ 720.00 y depósito $ 65.00 por día (dato de ejemplo)
@hours
Depósitos las 24 horas; oficinas de lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)
@where
Depósitos vehiculares autorizados.
@note
Si le cobran de más, pida el tarifario oficial y presente la queja (ficha GE-04).
$$);

select pg_temp.entry('VH-09', 'VEHICULOS', 'MOVILIDAD', $$Permiso provisional para circular sin placas$$,
$$permiso provisional circular sin placas 30 días vehículo nuevo engomado$$,
$$Permiso de 30 días para un vehículo particular que aún no tiene placas.$$,
$$
@requirements
Factura o carta factura
Identificación oficial y comprobante de domicilio
Comprobante de pago
@steps
Llene la solicitud en línea y pague.
Imprima el permiso y colóquelo visible en el parabrisas.
Tramite las placas antes de que venza (ficha VH-02).
@cost
$ 520.00 (dato de ejemplo)
@hours
En línea las 24 horas (dato de ejemplo)
@where
Portal de la Secretaría de Movilidad.
@note
Se otorga una sola vez por vehículo. Compruebe el código del permiso: abundan los falsos.
$$);

select pg_temp.entry('VH-10', 'VEHICULOS', 'MOVILIDAD', $$Transporte público: tarifas, quejas y objetos olvidados$$,
$$transporte público camión combi autobús taxi tarifa queja pasaje mexibús teleférico objeto perdido ruta$$,
$$Tarifas autorizadas y cómo presentar una queja por el servicio de transporte.$$,
$$
@requirements
Para la queja: placa o número económico, ruta, día, hora y lugar
Fotografía, si la tiene
@steps
Consulte la tarifa autorizada en el portal.
Presente la queja en línea, por teléfono o en este centro; recibirá un folio.
La Secretaría cita a la empresa concesionaria y le informa el resultado.
@cost
La queja es gratuita; pasaje mínimo $ 12.00 (dato de ejemplo)
@hours
Quejas las 24 horas (dato de ejemplo)
@where
Secretaría de Movilidad y este centro.
@note
Si hubo acoso, asalto o conducción peligrosa en este momento, llame al 911. Personas adultas mayores y con discapacidad tienen descuento con su credencial.
$$);

-- Property tax and land registry

select pg_temp.entry('PR-01', 'PREDIAL', 'TESORERIA_MUNICIPAL', $$Pago del impuesto predial$$,
$$predial impuesto casa terreno pago clave catastral adeudo recibo boleta$$,
$$El predial se paga al municipio donde está el inmueble, con la clave catastral; hay descuento en los primeros meses.$$,
$$
El impuesto es municipal: cada ayuntamiento lo cobra en sus cajas o en su portal. Puede pagarse por año o por bimestre.
@requirements
Clave catastral (16 caracteres, aparece en la boleta anterior)
Nombre de la persona propietaria y domicilio del inmueble
@steps
Consulte el adeudo en el portal del municipio o pida la boleta.
Revise superficie y valor: si hay un error, pida la aclaración antes de pagar.
Pague en línea, en bancos o en caja.
Guarde el recibo: se pide para vender, heredar o contratar agua.
@cost
Según el valor catastral; 8 % de descuento en enero, 6 % en febrero y 4 % en marzo (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)
@where
Tesorería del ayuntamiento donde está el inmueble.
$$);
select pg_temp.english('PR-01', $$Paying property tax (predial)$$,
$$property tax predial house land cadastral key pay owner$$,
$$Property tax is paid to the municipality where the property is, with its cadastral key; there is a discount in the first months.$$,
$$
It is a municipal tax: each municipality collects it at its counters or on its portal. It may be paid yearly or every two months.
@requirements
Cadastral key (16 characters, printed on the last bill)
Name of the owner and address of the property
@steps
Look up the amount on the municipality's portal or ask for the bill.
Check area and value: if something is wrong, ask for a correction before paying.
Pay online, at a bank or at the counter.
Keep the receipt: it is needed to sell, inherit or connect water.
@cost
Depends on the cadastral value; discount of 8 % in January, 6 % in February, 4 % in March (example)
@where
Treasury of the municipality where the property is. From abroad, most municipalities accept cards online; a relative may also pay with the last bill.
$$);

select pg_temp.entry('PR-02', 'PREDIAL', 'TESORERIA_MUNICIPAL', $$Descuentos en predial para grupos vulnerables$$,
$$descuento predial adulto mayor pensionado jubilado viuda discapacidad madre soltera bonificación$$,
$$Bonificación en el predial para personas adultas mayores, pensionadas, con discapacidad, viudas y madres solas.$$,
$$
Aplica a la vivienda que habita la persona y solo a un inmueble. El porcentaje lo aprueba cada municipio.
@requirements
Credencial de persona adulta mayor, pensionada o con discapacidad, o documento que acredite la situación
Identificación con domicilio en el inmueble
Boleta predial a su nombre o de su cónyuge
@steps
Acuda a la caja con originales.
Pida que apliquen la bonificación antes de emitir el pago.
Pague y conserve el recibo.
@cost
Hasta 34 % de bonificación (dato de ejemplo)
@hours
Enero a marzo, lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)
@where
Tesorería del ayuntamiento.
$$);

select pg_temp.entry('PR-03', 'PREDIAL', 'CATASTRO', $$Certificación de clave y valor catastral$$,
$$clave catastral valor certificación plano manzanero catastro levantamiento terreno medidas$$,
$$Documento que acredita la clave, la superficie y el valor con que un inmueble está registrado en el catastro.$$,
$$
Lo piden los notarios para una compraventa, una herencia o un crédito.
@requirements
Documento que acredite la propiedad
Último recibo de predial
Identificación oficial del propietario o carta poder
@steps
Solicite la certificación en la oficina de catastro del municipio.
Pague los derechos.
Recoja el documento a los cinco días hábiles (dato de ejemplo).
@cost
$ 230.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Catastro municipal; los planos generales, en el Instituto.
$$);

select pg_temp.entry('PR-04', 'PREDIAL', 'TESORERIA_MUNICIPAL', $$Traslado de dominio$$,
$$traslado dominio cambio propietario predial compraventa herencia adquisición inmueble impuesto isai$$,
$$Pago del impuesto por adquirir un inmueble y cambio de nombre en el predial.$$,
$$
@requirements
Escritura, sentencia o contrato con el que se adquirió
Certificación de clave y valor catastral (ficha PR-03)
Predial y agua al corriente
Identificación de quien adquiere
@steps
La notaría suele hacer el trámite al escriturar: pida el recibo.
Si lo hace usted, presente la declaración en la tesorería dentro de los 17 días hábiles.
Pague el impuesto.
Solicite que la boleta salga a su nombre.
@cost
Según tabla sobre el valor del inmueble (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Tesorería del ayuntamiento donde está el inmueble.
$$);

select pg_temp.entry('PR-05', 'PREDIAL', 'FUNCION_REGISTRAL', $$Certificado de libertad de gravamen$$,
$$gravamen hipoteca embargo certificado libertad registro público propiedad folio real$$,
$$Documento que dice si un inmueble tiene hipotecas, embargos u otras cargas.$$,
$$
Pídalo siempre antes de comprar: muestra quién es la persona propietaria inscrita y qué cargas tiene el inmueble.
@requirements
Folio real electrónico, o libro, sección y partida de la escritura
Comprobante de pago
@steps
Genere la línea de captura y pague.
Solicite el certificado en línea o en la oficina registral del distrito.
Revise que los datos correspondan a la escritura.
@cost
$ 640.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h; en línea las 24 horas (dato de ejemplo)
@where
Oficinas registrales del Instituto de la Función Registral.
@note
Refleja el día en que se expide; el notario coloca un aviso que protege la operación.
$$);

select pg_temp.entry('PR-06', 'PREDIAL', 'CONSEJERIA', $$Copia de una escritura y búsqueda de notarías$$,
$$escritura copia testimonio notario notaría archivo general perdí escrituras casa$$,
$$Cómo obtener copia certificada de una escritura perdida y localizar la notaría que la hizo.$$,
$$
La notaría conserva las escrituras de los últimos cinco años; las anteriores están en el Archivo General de Notarías.
@requirements
Número de escritura, fecha y notaría, si se conocen; si no, los datos de inscripción en el Registro Público
Identificación de una de las partes o de quien acredite interés
@steps
Busque los datos en el Registro Público con el nombre del propietario (ficha PR-05).
Solicite la copia en la notaría o en el Archivo General.
Pague y recójala.
@cost
Desde $ 870.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Archivo General de Notarías, Toluca.
$$);

-- Water

select pg_temp.entry('AG-01', 'AGUA', 'AGUA_MUNICIPAL', $$Contrato de agua potable y drenaje$$,
$$toma agua contrato conexión nueva drenaje medidor servicio casa$$,
$$Contratación de una toma de agua y descarga de drenaje para casa o negocio.$$,
$$
@requirements
Documento que acredite la propiedad o posesión
Predial al corriente
Identificación oficial
Croquis de ubicación
@steps
Presente la solicitud en el organismo de agua del municipio.
Espere la visita de factibilidad.
Pague conexión y medidor.
Firme el contrato; la conexión se hace en unos 15 días hábiles (dato de ejemplo).
@cost
Desde $ 2,300.00 para casa habitación (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Organismo municipal de agua.
$$);

select pg_temp.entry('AG-02', 'AGUA', 'AGUA_MUNICIPAL', $$Pago y aclaración del recibo de agua$$,
$$recibo agua pago adeudo cobro excesivo medidor lectura descuento convenio$$,
$$Dónde pagar el agua, cómo pedir descuento y qué hacer si el cobro es demasiado alto.$$,
$$
@requirements
Recibo anterior o número de cuenta
Fotografía del medidor con la lectura, para una aclaración
Credencial, para descuento de persona adulta mayor, pensionada o con discapacidad
@steps
Pague en caja, banco o en el portal del organismo.
Si el cobro es alto, cierre todas las llaves y mire el medidor: si avanza, hay una fuga en casa.
Pida la revisión del medidor y de la lectura.
Si debe varios bimestres, solicite un convenio de pagos.
@cost
Cuota fija bimestral desde $ 310.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)
@where
Organismo municipal de agua.
$$);

select pg_temp.entry('AG-03', 'AGUA', 'AGUA_MUNICIPAL', $$Reporte de fuga o falta de agua$$,
$$fuga agua no hay agua falta tandeo pipa tubería rota reporte presión$$,
$$Cómo reportar una fuga en la calle o la falta de agua y cómo pedir una pipa.$$,
$$
@requirements
Calle, número, colonia y entre qué calles
Desde cuándo ocurre
Número de cuenta, si falta agua en casa
@steps
Reporte al organismo municipal y anote el folio.
Pregunte si hay tandeo o corte programado en su colonia.
Si la falta dura más de 48 horas, solicite una pipa.
Si no hay respuesta, este centro canaliza el reporte a la Comisión del Agua.
@cost
El reporte es gratuito; la pipa por falta general no se cobra (dato de ejemplo)
@hours
Reportes las 24 horas (dato de ejemplo)
@where
Organismo municipal de agua y Comisión del Agua del Estado.
$$);

select pg_temp.entry('AG-04', 'AGUA', 'COMISION_AGUA', $$Drenaje tapado, coladeras e inundaciones$$,
$$drenaje coladera tapada inundación encharcamiento desazolve lluvia alcantarilla aguas negras$$,
$$A quién avisar de un drenaje tapado, una coladera sin tapa o un riesgo de inundación.$$,
$$
Si el agua está entrando a viviendas o hay personas en riesgo, llame al 911 y siga las indicaciones de Protección Civil (ficha GE-08).
@requirements
Ubicación exacta y referencias
Fotografía, si puede tomarla sin riesgo
@steps
Reporte el drenaje de la calle al organismo municipal.
Reporte ríos, canales y colectores a la Comisión del Agua.
No levante las coladeras ni camine en agua en movimiento.
@cost
Gratuito
@hours
Las 24 horas (dato de ejemplo)
@where
Comisión del Agua del Estado de México y organismos municipales.
$$);

-- Education

select pg_temp.entry('ED-01', 'EDUCACION', 'EDUCACION', $$Preinscripción a preescolar, primaria y secundaria$$,
$$preinscripción inscripción escuela kinder preescolar primaria secundaria lugar ciclo escolar inscribir$$,
$$Registro de nuevo ingreso a la educación básica pública y consulta de la escuela asignada.$$,
$$
La preinscripción se hace en febrero. La escuela pública es gratuita: las cuotas son voluntarias y no condicionan la inscripción.
@requirements
CURP y acta de nacimiento de la alumna o el alumno
Edad: 3 años cumplidos para preescolar y 6 para primaria, al 31 de diciembre
CURP y correo de la madre, el padre o tutor
Tres opciones de escuela
@steps
Registre los datos en el portal en la fecha que corresponde a la primera letra del apellido.
Guarde el comprobante con folio.
Consulte en julio la escuela asignada.
Inscríbase en la escuela en agosto con los documentos.
@cost
Gratuito
@hours
En línea las 24 horas durante el periodo (dato de ejemplo)
@where
Portal de la Secretaría de Educación; apoyo en las escuelas públicas.
@note
Fuera del periodo, la subdirección regional informa qué escuelas tienen lugar.
$$);
select pg_temp.english('ED-01', $$School enrolment: preschool, primary and secondary$$,
$$school enrolment enroll kindergarten primary secondary children returning$$,
$$Registration of new pupils in public basic education and look-up of the assigned school.$$,
$$
Registration takes place in February. Public school is free: fees are voluntary and never a condition.
@requirements
CURP and birth certificate of the pupil
Age: 3 for preschool and 6 for primary by 31 December
CURP and e-mail of a parent or guardian
Three schools of your choice
@steps
Register on the portal on the date for the first letter of the surname.
Keep the receipt with its number.
Look up the assigned school in July.
Enrol at the school in August.
@cost
Free of charge
@where
Portal of the Ministry of Education; help at public schools.
@note
Children who return from another country are accepted at any time of the year, even before their documents are complete: see ED-06.
$$);

select pg_temp.entry('ED-02', 'EDUCACION', 'EDUCACION', $$Ingreso a preparatoria y bachillerato$$,
$$preparatoria bachillerato media superior examen ingreso convocatoria cecyt cobaem conalep prepa$$,
$$Convocatoria de ingreso a la educación media superior pública en el estado.$$,
$$
En los municipios conurbados con la Ciudad de México el ingreso es por asignación metropolitana; en los demás, cada plantel publica su convocatoria.
@requirements
Certificado de secundaria o constancia de estar en tercer grado
CURP
Correo electrónico propio
@steps
Consulte la convocatoria en enero.
Regístrese y elija opciones en orden de preferencia.
Presente la evaluación o entregue el promedio, según el plantel.
Consulte los resultados e inscríbase.
@cost
Registro $ 0 a $ 350.00, según la convocatoria (dato de ejemplo)
@hours
Según convocatoria (dato de ejemplo)
@where
Portal de la Secretaría de Educación y planteles.
$$);

select pg_temp.entry('ED-03', 'EDUCACION', 'EDUCACION', $$Becas de educación básica$$,
$$beca primaria secundaria apoyo escolar convocatoria aprovechamiento económica útiles$$,
$$Becas estatales para estudiantes de primaria y secundaria de escuelas públicas.$$,
$$
@requirements
Estar inscrito en escuela pública del estado
CURP de la o el estudiante y de la madre, padre o tutor
Promedio mínimo de 8, según la modalidad
No recibir otra beca para el mismo fin
@steps
Revise la convocatoria, normalmente en septiembre.
Regístrese en el portal y adjunte los documentos.
Consulte los resultados con su folio.
Recoja el medio de pago donde se le indique.
@cost
Gratuito
@hours
En línea durante la convocatoria (dato de ejemplo)
@where
Portal de la Secretaría de Educación.
@note
Nadie puede cobrar por el registro ni pedir datos bancarios por teléfono.
$$);

select pg_temp.entry('ED-04', 'EDUCACION', 'EDUCACION', $$Becas para preparatoria y universidad$$,
$$beca universidad preparatoria superior estudiante titulación excelencia transporte$$,
$$Becas estatales para estudiantes de media superior y superior.$$,
$$
Hay modalidades por aprovechamiento, por condición económica, para madres jóvenes, para personas con discapacidad y para titulación.
@requirements
Constancia de estudios con promedio
CURP e identificación
Comprobante de domicilio en el estado
Comprobante de ingresos familiares, según la modalidad
@steps
Elija una sola modalidad en la convocatoria.
Regístrese en línea.
Consulte los resultados y firme la carta compromiso.
@cost
Gratuito
@hours
Convocatorias en febrero y septiembre (dato de ejemplo)
@where
Portal de la Secretaría de Educación y control escolar de cada plantel.
$$);

select pg_temp.entry('ED-05', 'EDUCACION', 'EDUCACION', $$Duplicado de certificado de estudios$$,
$$certificado estudios duplicado primaria secundaria preparatoria boleta perdido constancia$$,
$$Certificación de estudios de primaria, secundaria o bachillerato cuando se perdió el original.$$,
$$
@requirements
Nombre completo y CURP
Nombre de la escuela, clave, turno y año en que concluyó
Identificación oficial
@steps
Haga la solicitud en línea o en la oficina de control escolar.
Pague los derechos.
Descargue el certificado electrónico, o recójalo a los diez días hábiles (dato de ejemplo).
@cost
$ 85.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)
@where
Control escolar de la Secretaría de Educación, con oficinas regionales.
$$);
select pg_temp.english('ED-05', $$Duplicate of a school certificate$$,
$$school certificate duplicate transcript lost studies diploma$$,
$$Certification of primary, secondary or high-school studies when the original is lost.$$,
$$
@requirements
Full name and CURP
Name of the school, shift and year of completion
Official ID
@steps
Apply online or at the school records office.
Pay the fee.
Download the electronic certificate, or collect it after ten working days (example).
@cost
MXN 85.00 (example)
@where
School records office of the Ministry of Education. The electronic certificate can be requested from abroad.
$$);

select pg_temp.entry('ED-06', 'EDUCACION', 'EDUCACION', $$Revalidación y equivalencia de estudios$$,
$$revalidación equivalencia estudios extranjero estados unidos transferencia grado escolar migrante$$,
$$Reconocimiento de estudios hechos en otro país o en otro sistema educativo.$$,
$$
Revalidar es reconocer estudios del extranjero; la equivalencia reconoce los de otra institución del país. Niñas, niños y adolescentes que regresan a México se inscriben de inmediato; el trámite se completa después.
@requirements
Certificados o boletas de los grados cursados
Acta de nacimiento o documento de identidad
Traducción al español, que puede ser sencilla en educación básica
@steps
En educación básica, preséntese en la escuela: ella ubica el grado.
En bachillerato y universidad, solicite la revalidación en línea y pague.
Recoja la resolución.
@cost
Básica gratuito; media superior $ 330.00; superior $ 1,250.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)
@where
Subdirección de revalidación, Secretaría de Educación.
@note
En educación básica no se exige apostilla.
$$);
select pg_temp.english('ED-06', $$Recognition of studies from another country$$,
$$recognition revalidation studies abroad transcript return school grade credit$$,
$$Recognition of studies done in another country or another school system.$$,
$$
Children and teenagers who return to Mexico are enrolled at once; the paperwork is completed later.
@requirements
Certificates or report cards of the grades completed
Birth certificate or identity document
Translation into Spanish; an informal one is enough for basic education
@steps
For basic education, go to the school: it assigns the grade.
For high school and university, apply for recognition online and pay.
Collect the decision.
@cost
Basic education free; high school MXN 330.00; university MXN 1,250.00 (example)
@where
Recognition office, Ministry of Education.
@note
No apostille is required for basic education.
$$);

select pg_temp.entry('ED-07', 'EDUCACION', 'EDUCACION', $$Primaria y secundaria para personas adultas$$,
$$alfabetización adultos terminar primaria secundaria abierta examen rezago educativo$$,
$$Servicio gratuito para aprender a leer y escribir o terminar la primaria y la secundaria después de los 15 años.$$,
$$
@requirements
Tener 15 años o más
CURP
Certificado o boletas del último grado, si los tiene
@steps
Acuda a la plaza comunitaria más cercana.
Presente un examen diagnóstico: lo que ya sabe cuenta.
Estudie a su ritmo con asesoría y presente los exámenes.
Reciba el certificado con validez oficial.
@cost
Gratuito
@hours
Según la plaza comunitaria (dato de ejemplo)
@where
Plazas comunitarias en los 125 municipios.
$$);

-- Health

select pg_temp.entry('SA-01', 'SALUD', 'SALUD', $$Atención médica para personas sin seguridad social$$,
$$médico consulta hospital centro de salud sin seguro seguro popular gratuito afiliación clínica$$,
$$Consulta, medicamentos y hospital sin costo en unidades públicas para quien no tiene seguridad social.$$,
$$
La atención en centros de salud y hospitales públicos es gratuita para personas sin seguridad social. Nadie puede negar una urgencia por falta de documentos.
@requirements
Identificación y CURP
Comprobante de domicilio
@steps
Acuda al centro de salud que corresponde a su domicilio.
Abra su expediente; desde ahí se agenda la consulta.
Si necesita especialidad u hospital, el centro entrega la hoja de referencia.
@cost
Gratuito
@hours
Consulta de lunes a viernes de 8:00 a 14:00 h; urgencias las 24 horas (dato de ejemplo)
@where
Centros de salud y hospitales generales de la Secretaría de Salud.
@note
En una emergencia llame al 911.
$$);
select pg_temp.english('SA-01', $$Medical care without social security$$,
$$doctor hospital health centre uninsured insurance free care clinic seguro popular$$,
$$Free consultations, medicines and hospital care in public units for people without social security.$$,
$$
Care in public health centres and hospitals is free for people without social security. Nobody may refuse an emergency for lack of documents.
@requirements
ID and CURP
Proof of address
@steps
Go to the health centre for your address.
Open a medical record; appointments are made from there.
For a specialist or hospital the centre gives you a referral.
@cost
Free of charge
@hours
Consultations Monday to Friday 8:00 to 14:00; emergency rooms around the clock (example)
@where
Health centres and general hospitals of the Ministry of Health.
@note
In an emergency call 911.
$$);

select pg_temp.entry('SA-02', 'SALUD', 'SALUD', $$Vacunación$$,
$$vacuna vacunas cartilla influenza covid sarampión niños refuerzo biológico campaña$$,
$$Vacunas gratuitas del esquema nacional para todas las edades y campañas de temporada.$$,
$$
@requirements
Cartilla Nacional de Salud, si la tiene
CURP
@steps
Acuda al centro de salud más cercano con la cartilla.
Pregunte qué dosis faltan; no hay que empezar de nuevo un esquema incompleto.
Conserve el registro de la dosis.
@cost
Gratuito
@hours
Lunes a viernes de 8:00 a 14:00 h; en campaña también sábado (dato de ejemplo)
@where
Centros de salud, módulos de campaña y hospitales públicos.
@note
La influenza estacional se aplica de octubre a marzo, primero a menores de 5 años, personas mayores de 60, embarazadas y personas con enfermedades crónicas (dato de ejemplo).
$$);

select pg_temp.entry('SA-03', 'SALUD', 'SALUD', $$Cartilla Nacional de Salud$$,
$$cartilla salud vacunación reposición perdida niño adolescente mujer hombre$$,
$$Entrega o reposición de la cartilla en la que se anotan vacunas y controles.$$,
$$
@requirements
CURP o acta de nacimiento
Identificación de la madre, el padre o tutor, si es menor de edad
Lo que se tenga de la cartilla anterior
@steps
Solicítela en el centro de salud.
Pida que se transcriban las vacunas registradas en su expediente.
@cost
Gratuito
@hours
Lunes a viernes de 8:00 a 14:00 h (dato de ejemplo)
@where
Centros de salud.
$$);

select pg_temp.entry('SA-04', 'SALUD', 'SALUD', $$Apoyo emocional, salud mental y adicciones$$,
$$depresión ansiedad suicidio crisis psicólogo psiquiatra adicciones alcohol drogas salud mental ayuda$$,
$$Orientación inmediata en una crisis emocional y atención en centros de salud mental y adicciones.$$,
$$
Si la persona piensa en hacerse daño, no la deje sola: mantenga la conversación, avise a coordinación y transfiera a la línea de apoyo o al 911. Escuche sin juzgar y sin prisa.
@steps
Pregunte si está en un lugar seguro y si alguien puede acompañarla.
Ofrezca la línea de apoyo emocional, gratuita y confidencial.
Para atención continua, indique el centro de salud mental más cercano; no necesita referencia.
@cost
Gratuito
@hours
Línea de apoyo las 24 horas (dato de ejemplo)
@where
Línea de apoyo emocional 800 000 0109 (número de ejemplo); centros de salud mental y de atención a adicciones.
$$);
select pg_temp.english('SA-04', $$Emotional support, mental health and addictions$$,
$$depression anxiety suicide crisis psychologist addiction alcohol drugs mental health help$$,
$$Immediate guidance in an emotional crisis, and care in mental health and addiction centres.$$,
$$
If the person thinks of self-harm, do not leave them alone: keep the conversation going, tell the coordinator and transfer to the support line or 911. Listen without judging and without haste.
@steps
Ask whether they are in a safe place and whether somebody can be with them.
Offer the emotional support line, free and confidential.
For continued care, name the nearest mental health centre; no referral is needed.
@cost
Free of charge
@hours
Support line around the clock (example)
@where
Emotional support line 800 000 0109 (example number); mental health and addiction centres.
$$);

select pg_temp.entry('SA-05', 'SALUD', 'SALUD', $$Donación de sangre$$,
$$donar sangre donador altruista banco de sangre plaquetas requisitos hospital$$,
$$Requisitos para donar sangre y bancos de sangre públicos.$$,
$$
@requirements
Tener entre 18 y 65 años y pesar más de 50 kg
Identificación oficial
Ayuno de cuatro horas de grasas y buen descanso
Sin tatuajes, cirugías ni perforaciones en el último año; sin enfermedad en los últimos 14 días
@steps
Acuda temprano al banco de sangre o saque cita.
Responda el cuestionario con sinceridad: es confidencial.
Done y descanse quince minutos; tome líquidos.
@cost
Gratuito
@hours
Lunes a viernes de 7:30 a 12:00 h (dato de ejemplo)
@where
Centro Estatal de la Transfusión y hospitales con banco de sangre.
$$);

select pg_temp.entry('SA-06', 'SALUD', 'DIF', $$Certificado de discapacidad y credencial$$,
$$discapacidad credencial certificado médico rehabilitación tarjetón estacionamiento silla de ruedas$$,
$$Valoración y credencial nacional para personas con discapacidad permanente.$$,
$$
@requirements
Acta de nacimiento, CURP e identificación
Comprobante de domicilio
Dictamen o resumen médico reciente
Dos fotografías tamaño infantil
@steps
Saque cita en la unidad de rehabilitación o el DIF municipal.
Acuda a la valoración médica.
Recoja la credencial.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 14:00 h (dato de ejemplo)
@where
DIF municipales y centros de rehabilitación.
@note
Con la credencial se obtienen descuentos en transporte, predial y agua.
$$);

-- Work

select pg_temp.entry('TR-01', 'TRABAJO', 'TRABAJO', $$Bolsa de trabajo y ferias de empleo$$,
$$empleo trabajo vacantes bolsa buscar chamba feria currículum servicio nacional de empleo$$,
$$Vinculación gratuita con vacantes, ferias de empleo y talleres para personas buscadoras.$$,
$$
@requirements
Ser mayor de 18 años, o de 16 con permiso
Identificación, CURP y comprobante de domicilio
Currículum o solicitud de empleo
@steps
Regístrese en el portal o en una oficina regional.
Reciba la entrevista y la lista de vacantes.
Acuda con la carta de presentación.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)
@where
Oficinas regionales de empleo de la Secretaría del Trabajo.
@note
Ninguna vacante oficial pide dinero por adelantado.
$$);

select pg_temp.entry('TR-02', 'TRABAJO', 'CONCILIACION', $$Conciliación laboral por despido o pago pendiente$$,
$$despido injustificado finiquito liquidación conciliación patrón demanda laboral citatorio salario$$,
$$Audiencia obligatoria y gratuita antes de un juicio laboral, para resolver un despido o falta de pago.$$,
$$
Hay dos meses para reclamar un despido; los demás conceptos prescriben en un año. No firme renuncia ni hojas en blanco.
@requirements
Identificación y CURP
Nombre y domicilio del centro de trabajo
Fechas de ingreso y despido, puesto, horario y salario
Recibos de nómina o mensajes que prueben la relación, si los tiene
@steps
Llene la solicitud en línea o en el Centro de Conciliación.
Confírmela en persona dentro de tres días hábiles.
Acuda a la audiencia en la fecha del citatorio.
Si hay acuerdo, se firma un convenio con fuerza de sentencia; si no, reciba la constancia para demandar.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 16:00 h (dato de ejemplo)
@where
Centros de Conciliación Laboral de la región del centro de trabajo.
$$);
select pg_temp.english('TR-02', $$Labour conciliation after dismissal or unpaid wages$$,
$$dismissal fired severance unpaid wages employer labour conciliation claim$$,
$$A compulsory and free hearing before any labour lawsuit, to settle a dismissal or missing payment.$$,
$$
A dismissal must be claimed within two months; other claims within a year. Do not sign a resignation or blank sheets.
@requirements
ID and CURP
Name and address of the workplace
Dates of start and dismissal, post, hours and wages
Pay slips or messages that prove the relation, if you have them
@steps
Fill in the request online or at the Conciliation Centre.
Confirm it in person within three working days.
Attend the hearing.
An agreement has the force of a judgment; without one you receive the certificate needed to sue.
@cost
Free of charge
@where
Labour Conciliation Centre of the region of the workplace.
$$);

select pg_temp.entry('TR-03', 'TRABAJO', 'TRABAJO', $$Asesoría y defensa gratuita para personas trabajadoras$$,
$$procuraduría defensa trabajo asesoría abogado laboral aguinaldo utilidades vacaciones prestaciones acoso$$,
$$Orientación y abogado gratuito sobre aguinaldo, utilidades, vacaciones, despido o acoso en el trabajo.$$,
$$
Aguinaldo: al menos 15 días de salario, antes del 20 de diciembre. Vacaciones: 12 días desde el primer año. Utilidades: en mayo o junio.
@requirements
Identificación
Contrato o recibos de nómina, si los tiene
@steps
Llame o acuda a la Procuraduría de la Defensa del Trabajo.
Explique su caso; la asesoría es confidencial.
Si procede, una abogada o un abogado le representa sin costo.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)
@where
Oficinas de la Procuraduría de la Defensa del Trabajo.
$$);

select pg_temp.entry('TR-04', 'TRABAJO', 'TRABAJO', $$Capacitación y apoyo para autoempleo$$,
$$capacitación curso oficio autoempleo taller negocio propio microcrédito certificación competencias$$,
$$Cursos de oficios, certificación y apoyo con equipo para iniciar un negocio por cuenta propia.$$,
$$
@requirements
Ser mayor de 18 años y buscar empleo
Identificación, CURP y comprobante de domicilio
Proyecto sencillo, para el apoyo con equipo
@steps
Regístrese en la oficina regional de empleo.
Elija el curso o presente el proyecto.
Espere la visita y la resolución.
@cost
Cursos desde $ 0 a $ 300.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 17:00 h (dato de ejemplo)
@where
Escuelas de artes y oficios e institutos de capacitación.
$$);

-- Justice and safety

select pg_temp.entry('JU-01', 'JUSTICIA', 'FISCALIA', $$Denuncia ante el Ministerio Público$$,
$$denuncia delito robo asalto ministerio público agencia querella carpeta de investigación fraude lesiones$$,
$$Cómo y dónde denunciar un delito y qué derechos tiene la víctima.$$,
$$
Si el delito está ocurriendo o hay personas heridas, llame primero al 911. Denunciar es gratuito y la agencia no puede negarse a recibir la denuncia.
@requirements
Relato de los hechos: qué, cuándo, dónde y quién, si lo sabe
Identificación, si la tiene; no es indispensable
Pruebas: fotografías, recibos, mensajes, testigos
@steps
Acuda a la agencia del Ministerio Público más cercana o a un módulo móvil.
Pida que se lea lo que firma.
Solicite copia gratuita y el número de la carpeta de investigación.
Como víctima puede pedir asesoría jurídica, atención médica y medidas de protección.
@cost
Gratuito
@hours
Las 24 horas (dato de ejemplo)
@where
Agencias del Ministerio Público y centros de justicia.
$$);
select pg_temp.english('JU-01', $$Reporting a crime to the public prosecutor$$,
$$crime report theft robbery assault police prosecutor fraud victim$$,
$$How and where to report a crime, and the rights of the victim.$$,
$$
If the crime is happening now or somebody is hurt, call 911 first. Reporting is free and the office may not refuse to take the report.
@requirements
What happened, when, where and by whom, if known
ID if you have it; it is not indispensable
Evidence: photographs, receipts, messages, witnesses
@steps
Go to the nearest public prosecutor's office.
Ask to have what you sign read to you; you may ask for an interpreter.
Ask for a free copy and the number of the case file.
As a victim you may ask for legal advice, medical care and protection.
@cost
Free of charge
@hours
Around the clock (example)
@where
Public prosecutor's offices and justice centres. Foreign visitors may also ask their consulate for help.
$$);

select pg_temp.entry('JU-02', 'JUSTICIA', 'FISCALIA', $$Constancia de extravío de documentos en línea$$,
$$extravío pérdida documentos constancia acta en línea placas credencial celular factura perdí$$,
$$Constancia en línea por documentos u objetos perdidos, sin acudir a la agencia.$$,
$$
Sirve para reponer licencia, placas, tarjeta de circulación, facturas y credenciales. Si hubo robo, corresponde una denuncia (ficha JU-01).
@requirements
CURP y correo electrónico
Descripción de lo extraviado, fecha y lugar
@steps
Llene el formato en el portal de la Fiscalía.
Confirme desde su correo.
Imprima la constancia con código de verificación.
@cost
Gratuito
@hours
En línea las 24 horas (dato de ejemplo)
@where
Portal de la Fiscalía General de Justicia.
$$);

select pg_temp.entry('JU-03', 'JUSTICIA', 'FISCALIA', $$Informe de no antecedentes penales$$,
$$antecedentes no penales certificado carta constancia trabajo informe policía$$,
$$Documento que piden algunos empleos y visas para acreditar que no se tienen antecedentes penales.$$,
$$
@requirements
Acta de nacimiento y CURP
Identificación oficial
Comprobante de domicilio
Comprobante de pago
@steps
Saque cita en el portal de la Fiscalía.
Pague la línea de captura.
Acuda a la toma de huellas y fotografía.
Reciba el informe el mismo día; tiene código de verificación.
@cost
$ 72.00 (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h, con cita (dato de ejemplo)
@where
Módulos de servicios periciales y centros de justicia.
@note
La ley solo permite pedirlo para ciertos empleos. Para usarlo en el extranjero se apostilla (ficha MG-01).
$$);
select pg_temp.english('JU-03', $$Criminal record certificate$$,
$$criminal record certificate police clearance background check no criminal record visa job$$,
$$A document asked for by some employers and visa offices to show that a person has no criminal record.$$,
$$
@requirements
Birth certificate and CURP
Official ID
Proof of address
Proof of payment
@steps
Make an appointment on the prosecutor's portal.
Pay with the payment reference.
Attend for fingerprints and photograph.
Receive the report the same day, with a verification code.
@cost
MXN 72.00 (example)
@where
Forensic service offices and justice centres.
@note
From abroad, ask at a consulate how to have fingerprints taken. For use in another country it needs an apostille: see MG-01.
$$);

select pg_temp.entry('JU-04', 'JUSTICIA', 'DEFENSORIA', $$Abogada o abogado gratuito: Defensoría Pública$$,
$$defensor público abogado gratis familiar penal pensión custodia divorcio juicio asesoría legal$$,
$$Representación y asesoría jurídica sin costo en materia penal, familiar, civil y mercantil.$$,
$$
@requirements
Identificación
Documentos del caso: actas, citatorios, notificaciones
Estudio socioeconómico, en materia familiar y civil
@steps
Si hay una persona detenida, pida defensor de inmediato: es su derecho desde la detención.
En otros asuntos, saque cita para asesoría.
Firme la solicitud de patrocinio.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 18:00 h; guardia penal las 24 horas (dato de ejemplo)
@where
Oficinas junto a los juzgados y agencias del Ministerio Público.
@note
Si recibió una notificación de un juzgado, los plazos son cortos: acuda el mismo día.
$$);

select pg_temp.entry('JU-05', 'JUSTICIA', 'MUJERES', $$Violencia contra las mujeres: apoyo y protección$$,
$$violencia mujeres maltrato golpes pareja refugio orden de protección acoso agresión ayuda psicológica$$,
$$Apoyo inmediato, refugio, atención psicológica y orden de protección para mujeres que viven violencia.$$,
$$
Si hay peligro ahora, transfiera al 911 y permanezca en la línea. Pregunte si puede hablar con seguridad; si no, ofrezca responder solo «sí» o «no». No devuelva la llamada sin acordarlo.
@steps
Llame a la línea de apoyo: escuchan, orientan y acompañan.
Un Centro de Justicia para las Mujeres reúne denuncia, médico, psicología, abogada y refugio en un solo lugar.
Pida una orden de protección: puede darse en horas.
Si puede, prepare documentos, llaves y ropa en un lugar seguro.
@cost
Gratuito y confidencial
@hours
Línea y centros de justicia las 24 horas (dato de ejemplo)
@where
Línea de apoyo 722 000 0115 (número de ejemplo) y Centros de Justicia para las Mujeres.
@note
No se requiere denuncia para recibir atención psicológica, médica o refugio.
$$);
select pg_temp.english('JU-05', $$Violence against women: help and protection$$,
$$domestic violence women abuse shelter protection order partner help$$,
$$Immediate help, shelter, psychological care and protection orders for women who live with violence.$$,
$$
If there is danger now, transfer to 911 and stay on the line. Ask whether it is safe to talk; if not, offer questions to be answered with yes or no. Never call back without having agreed on it.
@steps
Call the support line: it listens, advises and accompanies.
A Justice Centre for Women has report, doctor, psychologist, lawyer and shelter in one place.
Ask for a protection order: it can be given within hours.
If possible, keep documents, keys and clothes in a safe place.
@cost
Free and confidential
@hours
Around the clock (example)
@where
Support line 722 000 0115 (example number) and Justice Centres for Women.
@note
No police report is needed for psychological or medical care or shelter.
$$);

select pg_temp.entry('JU-06', 'JUSTICIA', 'FISCALIA', $$Reporte de una persona desaparecida$$,
$$desaparecida desaparecido no localizada extraviada búsqueda alerta amber odisea menor ficha$$,
$$Qué hacer de inmediato cuando no se localiza a una persona; no hay que esperar 72 horas.$$,
$$
No hay que esperar ningún plazo: las primeras horas son decisivas. Con niñas, niños y adolescentes se activa de inmediato una alerta.
@requirements
Nombre, edad, señas, ropa y fotografía reciente
Último lugar y hora en que se le vio
Teléfono y redes que usa
@steps
Llame al 911 o al número de búsqueda; pida que se levante el reporte.
Acuda a la Fiscalía y solicite la carpeta y la ficha de búsqueda.
No difunda datos por su cuenta antes de hablar con la autoridad.
Avise si la persona aparece.
@cost
Gratuito
@hours
Las 24 horas (dato de ejemplo)
@where
Fiscalía especializada y Comisión de Búsqueda de Personas.
$$);

select pg_temp.entry('JU-07', 'JUSTICIA', 'CONSEJERIA', $$Testamento$$,
$$testamento herencia heredar notario sucesión bienes septiembre mes del testamento$$,
$$Cómo hacer un testamento ante notaría y cómo saber si una persona dejó uno.$$,
$$
@requirements
Identificación, CURP y acta de nacimiento
Lista de bienes y de las personas que heredan
Nombre del albacea
@steps
Elija una notaría y pregunte por la tarifa social, que se amplía en septiembre.
Diga su voluntad; no necesita llevar escrituras.
Lea y firme; el notario avisa al archivo.
Para saber si existe un testamento, el juez o notario pide el informe al Archivo de Notarías.
@cost
Desde $ 1,600.00 con tarifa social (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)
@where
Notarías públicas del estado.
$$);

select pg_temp.entry('JU-08', 'JUSTICIA', 'SEGURIDAD', $$Extorsión y fraude por teléfono$$,
$$extorsión llamada amenaza fraude telefónico secuestro virtual depósito premio estafa whatsapp$$,
$$Qué hacer ante una llamada de extorsión, un secuestro virtual o un mensaje fraudulento.$$,
$$
@steps
Cuelgue. No dé nombres, no siga instrucciones y no deposite.
Localice a su familiar por otro medio.
Llame al 911 o al 089 (denuncia anónima) con el número que le marcó.
Guarde mensajes, números y cuentas bancarias.
Si ya depositó, avise al banco y denuncie (ficha JU-01).
@cost
Gratuito
@hours
Las 24 horas (dato de ejemplo)
@where
911 emergencias y 089 denuncia anónima.
@note
Este centro nunca pide contraseñas, números de tarjeta ni depósitos.
$$);

-- Social programmes

select pg_temp.entry('AP-01', 'APOYOS', 'MUJERES', $$Apoyo económico para mujeres$$,
$$apoyo mujeres programa social tarjeta amas de casa económico registro jefas de familia$$,
$$Programa estatal de apoyo económico y capacitación para mujeres en situación de pobreza.$$,
$$
@requirements
Tener entre 18 y 63 años y vivir en el estado
Identificación con domicilio, CURP y comprobante
No recibir otro apoyo estatal del mismo tipo
@steps
Espere la convocatoria y regístrese en línea o en el módulo de su municipio.
Conserve el folio y consulte los resultados.
Recoja el medio de pago en la fecha indicada.
@cost
El registro es gratuito y personal
@hours
Según convocatoria (dato de ejemplo)
@where
Módulos regionales y portal del programa.
@note
Los programas son públicos y ajenos a cualquier partido. Si alguien pide dinero o el voto a cambio, denúncielo (ficha GE-04).
$$);

select pg_temp.entry('AP-02', 'APOYOS', 'BIENESTAR', $$Apoyos para personas adultas mayores$$,
$$adulto mayor tercera edad pensión credencial inapam 60 65 años despensa apoyo$$,
$$Credencial, pensión y otros apoyos para personas de 60 años y más.$$,
$$
La pensión universal es federal y se otorga desde los 65 años; la credencial con descuentos, desde los 60. El estado ofrece además apoyo alimentario y atención domiciliaria.
@requirements
Acta de nacimiento, CURP e identificación
Comprobante de domicilio
Teléfono de contacto
@steps
Tramite la credencial en el DIF municipal.
Regístrese para la pensión en el módulo de bienestar de su zona.
Si la persona no puede salir, un familiar solicita la visita domiciliaria.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 14:00 h (dato de ejemplo)
@where
DIF municipales y módulos de bienestar.
$$);

select pg_temp.entry('AP-03', 'APOYOS', 'DIF', $$Apoyos para personas con discapacidad$$,
$$discapacidad silla de ruedas aparato auditivo prótesis apoyo terapia rehabilitación pensión$$,
$$Ayudas técnicas, terapia y apoyo económico para personas con discapacidad.$$,
$$
@requirements
Credencial o certificado de discapacidad (ficha SA-06)
CURP, identificación y comprobante de domicilio
Receta o valoración que indique la ayuda requerida
@steps
Solicite la valoración en el DIF municipal.
Entregue los documentos para silla de ruedas, bastón, prótesis o aparato auditivo.
Pregunte por la pensión para personas con discapacidad y por el transporte adaptado.
@cost
Gratuito o cuota según estudio socioeconómico (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
DIF municipales y centros de rehabilitación.
$$);

select pg_temp.entry('AP-04', 'APOYOS', 'DIF', $$Apoyo alimentario y desayunos escolares$$,
$$alimentos despensa canasta desayunos escolares nutrición comedor comunitario hambre$$,
$$Canastas, comedores comunitarios y desayunos escolares para familias con carencia alimentaria.$$,
$$
@requirements
Identificación, CURP y comprobante de domicilio
CURP de niñas y niños, o constancia de embarazo, según el programa
@steps
Acuda al DIF municipal para el estudio.
Para desayunos escolares, pregunte en la escuela.
En una emergencia alimentaria, pida apoyo inmediato y el comedor más cercano.
@cost
Gratuito o cuota simbólica (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 14:00 h (dato de ejemplo)
@where
DIF municipales.
$$);

select pg_temp.entry('AP-05', 'APOYOS', 'CAMPO', $$Apoyos al campo$$,
$$campo agricultor fertilizante semilla maíz ganadero siniestro granizo sequía tractor productor$$,
$$Fertilizante, semilla, equipo y apoyo por siniestro para personas productoras.$$,
$$
@requirements
Identificación, CURP y comprobante de domicilio
Documento de propiedad o posesión de la parcela
Registro como persona productora
@steps
Consulte las ventanillas abiertas en la delegación regional.
Entregue la solicitud y conserve el folio.
Por granizo, helada o sequía, avise dentro de los cinco días siguientes (dato de ejemplo).
@cost
Gratuito; algunos apoyos piden aportación
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Delegaciones regionales de la Secretaría del Campo.
$$);

select pg_temp.entry('AP-06', 'APOYOS', 'DIF', $$Pensión alimenticia y asesoría familiar$$,
$$pensión alimenticia manutención hijos custodia convivencia papá no paga demanda dif procuraduría menores$$,
$$Orientación y demanda gratuita de alimentos, custodia y convivencia para hijas e hijos.$$,
$$
@requirements
Actas de nacimiento de las hijas y los hijos
Identificación y comprobante de domicilio
Datos del deudor: nombre, domicilio y lugar de trabajo
@steps
Acuda al área jurídica del DIF municipal.
Se cita a la otra parte para un convenio.
Si no hay acuerdo, la Defensoría Pública demanda ante el juzgado familiar; el juez puede fijar una pensión provisional.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
DIF municipales y Defensoría Pública.
@note
Si el padre o la madre vive en otro país, la demanda también procede: consulte la ficha MG-06.
$$);

-- Residents abroad

select pg_temp.entry('MG-01', 'MIGRANTES', 'LEGALIZACION', $$Apostilla y legalización de documentos$$,
$$apostilla apostillar legalizar documento extranjero haya acta título firma$$,
$$Sello que da validez en otro país a un documento público del Estado de México.$$,
$$
Se apostillan documentos públicos expedidos en el estado: actas, certificados de estudio, poderes notariales, informes de antecedentes. Un documento federal se apostilla ante la autoridad federal, y uno extranjero, en el país que lo expidió.
@requirements
Documento original con firma autógrafa o electrónica verificable
Identificación de quien tramita
País en que se usará
Comprobante de pago
@steps
Verifique que la copia sea reciente: en actas se recomiendan menos de tres meses.
Pague la línea de captura, una por documento.
Entregue el documento con cita; en uno a tres días hábiles recíbalo apostillado (dato de ejemplo).
@cost
$ 105.00 por documento (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 14:00 h (dato de ejemplo)
@where
Dirección de Legalización y Apostilla, Toluca, y ventanillas regionales.
@note
Desde el extranjero puede tramitarlo un familiar sin poder notarial, solo con el documento y su identificación.
$$);
select pg_temp.english('MG-01', $$Apostille and legalisation of documents$$,
$$apostille legalisation legalization document certificate use abroad hague stamp$$,
$$The stamp that makes a public document of the State of Mexico valid in another country.$$,
$$
Public documents issued in the state can be apostilled: civil registry certificates, school certificates, notarial powers, criminal record reports. A federal document is apostilled by the federal authority, and a foreign one in the country that issued it.
@requirements
Original document with a signature that can be verified
ID of the person who applies
Country where it will be used
Proof of payment
@steps
Check that the copy is recent: less than three months for certificates is advisable.
Pay one fee per document.
Hand in the document by appointment; it is ready in one to three working days (example).
@cost
MXN 105.00 per document (example)
@where
Office of Legalisation and Apostille, Toluca, and regional counters.
@note
If you live abroad a relative can apply for you without a power of attorney, with the document and their own ID.
$$);

select pg_temp.entry('MG-02', 'MIGRANTES', 'CONSULADOS', $$Poder notarial desde el extranjero$$,
$$poder notarial consulado vender casa representar carta poder apoderado desde estados unidos$$,
$$Cómo dar un poder a una persona en México para vender, cobrar, divorciarse o hacer trámites.$$,
$$
Hay dos caminos: el poder ante el consulado mexicano, que vale en México sin apostilla, o ante un notario del país en que vive, con apostilla y traducción.
@requirements
Identificación mexicana vigente o pasaporte
Nombre completo y domicilio de quien recibe el poder
Tipo de poder: para pleitos y cobranzas, administración o dominio
Datos de la escritura, si es para vender un inmueble
@steps
Pregunte a la notaría o a quien recibirá el poder qué tipo exacto se necesita.
Saque cita en el consulado.
Lea el texto, firme y reciba el testimonio.
Envíe el original a México; en una compraventa, la notaría lo protocoliza.
@cost
Según la tarifa consular (dato de ejemplo)
@hours
Con cita (dato de ejemplo)
@where
Consulados de México.
@note
Dé solo el poder necesario y por tiempo limitado. Un poder general para actos de dominio permite vender todo.
$$);
select pg_temp.english('MG-02', $$Power of attorney from abroad$$,
$$power of attorney consulate sell house represent proxy notary poder$$,
$$How to give a person in Mexico the power to sell, collect, divorce or deal with offices for you.$$,
$$
There are two ways: a power signed at a Mexican consulate, valid in Mexico without apostille, or one signed before a notary of the country you live in, with apostille and translation.
@requirements
Valid Mexican ID or passport
Full name and address of the person who receives the power
Kind of power: lawsuits and collections, administration or ownership
Data of the deed if a property is to be sold
@steps
Ask the notary in Mexico which kind of power is needed exactly.
Make an appointment at the consulate.
Read the text, sign and receive the document.
Send the original to Mexico.
@cost
Consular fee (example)
@where
Consulates of Mexico.
@note
Give only the power that is needed and for a limited time. A general power over ownership allows everything to be sold.
$$);

select pg_temp.entry('MG-03', 'MIGRANTES', 'MIGRANTES', $$Obtener actas mexicanas viviendo en el extranjero$$,
$$acta desde estados unidos migrante extranjero consulado en línea nacimiento copia exterior$$,
$$Formas de conseguir actas de nacimiento, matrimonio o defunción del estado sin viajar a México.$$,
$$
@requirements
CURP o nombre completo, fecha y municipio de registro
Tarjeta bancaria, para el pago en línea
@steps
En línea: descárguela del portal del Registro Civil (ficha RC-01).
En el consulado: muchos la imprimen el mismo día.
Por un familiar: cualquier persona puede pedir la copia en una oficialía.
Si no aparece o tiene errores, esta Coordinación hace la gestión con el Registro Civil.
@cost
$ 98.00 en línea; en el consulado, la tarifa consular (dato de ejemplo)
@hours
En línea las 24 horas (dato de ejemplo)
@where
Portal del Registro Civil, consulados y Coordinación de Atención a Mexiquenses en el Exterior.
$$);
select pg_temp.english('MG-03', $$Getting Mexican certificates while living abroad$$,
$$birth certificate from abroad united states canada consulate online copy mexican certificate$$,
$$Ways to obtain birth, marriage or death certificates of the state without travelling to Mexico.$$,
$$
@requirements
CURP, or full name, date and municipality of registration
Bank card for online payment
@steps
Online: download it from the civil registry portal (entry RC-01).
At the consulate: many print it the same day.
Through a relative: anybody may ask for the copy at a registry office.
If it does not appear or has mistakes, the Office for Residents Abroad deals with the registry for you.
@cost
MXN 98.00 online; consular fee at a consulate (example)
@where
Civil registry portal, consulates and the Office for State of Mexico Residents Abroad.
$$);

select pg_temp.entry('MG-04', 'MIGRANTES', 'CONSULADOS', $$Doble nacionalidad para hijas e hijos nacidos en el extranjero$$,
$$doble nacionalidad hijo nacido estados unidos registro consular mexicano ciudadanía$$,
$$Registro como mexicanas y mexicanos de hijas e hijos nacidos fuera del país.$$,
$$
Quien nace en el extranjero de madre o padre mexicano es mexicano por nacimiento, sin perder la otra nacionalidad. No hay límite de edad.
@requirements
Acta extranjera de nacimiento, original
Acta de nacimiento e identificación de la madre o el padre de nacionalidad mexicana
Acta de matrimonio, si la hay
Dos testigos, según el consulado
@steps
Saque cita de registro civil en el consulado.
Presenten a la niña, el niño o la persona adulta con los documentos.
Reciba el acta mexicana; la primera copia es gratuita.
En México, la vía es la inscripción del acta extranjera (ficha RC-14).
@cost
Registro gratuito (dato de ejemplo)
@hours
Con cita (dato de ejemplo)
@where
Consulados de México.
$$);
select pg_temp.english('MG-04', $$Dual nationality for children born abroad$$,
$$dual nationality citizenship child born united states consular registration mexican$$,
$$Registering children born outside Mexico as Mexicans.$$,
$$
Who is born abroad to a Mexican mother or father is Mexican by birth and keeps the other nationality. There is no age limit.
@requirements
Original foreign birth certificate
Birth certificate and ID of the Mexican parent
Marriage certificate, if any
Two witnesses, depending on the consulate
@steps
Make a civil registry appointment at the consulate.
Attend with the child, or the adult to be registered, and the documents.
Receive the Mexican certificate; the first copy is free.
In Mexico, the way is to register the foreign certificate (entry RC-14).
@cost
Registration free of charge (example)
@where
Consulates of Mexico.
$$);

select pg_temp.entry('MG-05', 'MIGRANTES', 'MIGRANTES', $$Traslado de restos desde el extranjero$$,
$$traslado restos cuerpo cenizas fallecido repatriación funeraria migrante muerte$$,
$$Apoyo a las familias para traer a México el cuerpo o las cenizas de una persona fallecida en el extranjero.$$,
$$
Atienda con calma y respeto; deje el caso registrado antes de pedir documentos.
@requirements
Nombre y lugar del fallecimiento
Acta de nacimiento de la persona fallecida
Identificación del familiar y parentesco
Acta de defunción extranjera, cuando la haya
@steps
Avise al consulado, que expide el permiso de tránsito.
Llame a la Coordinación para solicitar apoyo con el costo o el traslado en México.
Elija una funeraria y pida cotización por escrito.
Ya en el municipio, registre la inhumación.
@cost
El apoyo es gratuito, según disponibilidad (dato de ejemplo)
@hours
Emergencias las 24 horas (dato de ejemplo)
@where
Coordinación de Atención a Mexiquenses en el Exterior y consulados.
$$);
select pg_temp.english('MG-05', $$Bringing home a person who died abroad$$,
$$repatriation of remains body ashes deceased transfer funeral migrant$$,
$$Help for families to bring to Mexico the body or ashes of a person who died abroad.$$,
$$
Attend calmly and with respect; register the case before you ask for documents.
@requirements
Name and place of death
Birth certificate of the deceased person
ID of the relative and relationship
Foreign death certificate, when available
@steps
Inform the consulate, which issues the transit permit.
Call the Office for Residents Abroad to ask for help with the cost or the transfer within Mexico.
Choose a funeral home and ask for a written offer.
In the municipality, register the burial.
@cost
Help is free of charge, subject to availability (example)
@where
Office for State of Mexico Residents Abroad and consulates.
$$);

select pg_temp.entry('MG-06', 'MIGRANTES', 'MIGRANTES', $$Familiares en el extranjero: localización, detención y pensión$$,
$$familiar detenido migración deportación localizar cárcel consulado pensión alimenticia estados unidos desaparecido$$,
$$Apoyo para localizar a un familiar en otro país, orientar si está detenido o reclamar alimentos.$$,
$$
@requirements
Nombre completo, fecha de nacimiento y nacionalidad de la persona buscada
Último lugar, teléfono y fecha de contacto
Parentesco de quien solicita
@steps
Registre la solicitud con la Coordinación.
El consulado consulta centros de detención, hospitales y autoridades.
Si está detenida, pida asistencia consular: es un derecho y es gratuita.
Para alimentos, la solicitud se envía por la vía federal al país donde vive el deudor.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 18:00 h; emergencias consulares las 24 horas (dato de ejemplo)
@where
Coordinación de Atención a Mexiquenses en el Exterior.
$$);
select pg_temp.english('MG-06', $$Relatives abroad: locating, detention and child support$$,
$$detained relative locate missing immigration deportation jail child support consulate$$,
$$Help to locate a relative in another country, advice when somebody is detained, and child support claims.$$,
$$
@requirements
Full name, date of birth and nationality of the person
Last known place, phone and date of contact
Relationship of the applicant
@steps
Register the request with the Office for Residents Abroad.
The consulate asks detention centres, hospitals and authorities.
If the person is detained, ask for consular assistance: it is a right and free of charge.
Child support claims are sent through the federal authority to the country where the debtor lives.
@cost
Free of charge
@where
Office for State of Mexico Residents Abroad; consular emergencies around the clock (example).
$$);

select pg_temp.entry('MG-07', 'MIGRANTES', 'MIGRANTES', $$Apoyo a personas repatriadas$$,
$$repatriado deportado regreso retorno migrante apoyo empleo documentos transporte$$,
$$Orientación y apoyo para quien regresa al estado: documentos, escuela, salud y empleo.$$,
$$
@requirements
Constancia de repatriación, si la tiene
CURP o acta de nacimiento; si no las tiene, se tramitan
@steps
Comuníquese con la Coordinación: se abre un expediente y se asigna una persona de enlace.
Recupere sus documentos: acta (RC-01), CURP (RC-10) y credencial (GE-03).
Inscriba a sus hijas e hijos en la escuela (ED-06) y acuda al centro de salud (SA-01).
Regístrese en la bolsa de trabajo (TR-01).
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)
@where
Coordinación de Atención a Mexiquenses en el Exterior.
@note
La constancia de repatriación permite pagar menos por menaje de casa y reconocer identidad durante 90 días (dato de ejemplo).
$$);
select pg_temp.english('MG-07', $$Help for people who return or are deported$$,
$$returned deported repatriated back in mexico support documents job school$$,
$$Guidance and help for people who come back to the state: documents, school, health and work.$$,
$$
@requirements
Repatriation certificate, if you have one
CURP or birth certificate; if you have none, they are applied for
@steps
Call the Office for Residents Abroad: it opens a file and names a contact person.
Recover your documents: birth certificate (RC-01), CURP (RC-10) and voter card (GE-03).
Enrol your children (ED-06) and go to the health centre (SA-01).
Register for work.
@cost
Free of charge
@where
Office for State of Mexico Residents Abroad.
$$);

select pg_temp.entry('MG-08', 'MIGRANTES', 'CONSULADOS', $$Matrícula consular y pasaporte en el extranjero$$,
$$matrícula consular pasaporte mexicano consulado identificación estados unidos canadá cita renovar$$,
$$Documentos de identidad que expiden los consulados a personas mexicanas que viven fuera.$$,
$$
La matrícula consular acredita nacionalidad y domicilio en el extranjero; el pasaporte permite viajar.
@requirements
Acta de nacimiento mexicana
Identificación con fotografía
Comprobante de domicilio en el extranjero, para la matrícula
Pasaporte anterior, para renovar
@steps
Saque cita en el portal o por teléfono; la cita es gratuita.
Pague en el consulado.
Reciba el documento el mismo día, en general.
@cost
Según la tarifa consular (dato de ejemplo)
@hours
Con cita (dato de ejemplo)
@where
Consulados de México y jornadas móviles.
@note
Quien cobra por conseguir una cita comete fraude.
$$);
select pg_temp.english('MG-08', $$Consular ID and Mexican passport abroad$$,
$$consular id matricula passport mexican consulate appointment renew united states canada$$,
$$Identity documents that consulates issue to Mexicans who live abroad.$$,
$$
The consular ID proves nationality and address abroad; the passport allows travel.
@requirements
Mexican birth certificate
Photo ID
Proof of address abroad, for the consular ID
Previous passport, to renew
@steps
Make an appointment online or by phone; appointments are free.
Pay at the consulate.
The document is normally issued the same day.
@cost
Consular fee (example)
@where
Consulates of Mexico and mobile consulates.
@note
Whoever charges for an appointment commits fraud.
$$);

select pg_temp.entry('MG-09', 'MIGRANTES', 'ELECTORAL', $$Votar desde el extranjero$$,
$$voto extranjero credencial elector exterior lista nominal votar migrante$$,
$$Credencial para votar desde el extranjero y registro para emitir el voto.$$,
$$
@requirements
Acta de nacimiento mexicana
Identificación con fotografía
Comprobante de domicilio en el extranjero
@steps
Tramite la credencial con cita en el consulado.
Actívela cuando la reciba.
Regístrese en la lista nominal dentro del plazo de cada elección.
Vote por internet, por correo o en el consulado, según se apruebe.
@cost
Gratuito
@hours
Con cita (dato de ejemplo)
@where
Consulados de México.
$$);

-- General

select pg_temp.entry('GE-01', 'GENERAL', 'CATGEM', $$Este centro: teléfonos, chat, correo y folio$$,
$$catgem 070 teléfono horario chat correo contacto folio seguimiento atención call center$$,
$$Formas de comunicarse con CATGEM, gratuitas y a toda hora, y cómo consultar un folio.$$,
$$
CATGEM informa y orienta sobre trámites y servicios. No resuelve los trámites ni recibe pagos.
@where
070 desde el Valle de Toluca
800 696 9696 desde el resto del país
1 877 399 5005 desde Estados Unidos y Canadá
Chat en la página pública
Correo electrónico: la respuesta llega a la misma dirección
@hours
Las 24 horas, los 365 días del año
@cost
Gratuito
@note
Cada atención tiene un folio. En la página pública se consulta su estado y fecha, sin datos personales.
$$);
select pg_temp.english('GE-01', $$This centre: phones, chat, e-mail and folio$$,
$$catgem phone hours chat email contact folio call centre 070 toll free$$,
$$Ways to reach CATGEM, free of charge at any hour, and how to look up a folio.$$,
$$
CATGEM informs and guides about public services. It does not decide procedures or take payments.
@where
070 from the Toluca valley
800 696 9696 from the rest of the country
1 877 399 5005 from the United States and Canada
Chat on the public page
E-mail: the answer comes to the same address
@hours
24 hours a day, 365 days a year
@cost
Free of charge
@note
Every contact has a folio. Its state and date can be looked up on the public page, without personal data.
$$);

select pg_temp.entry('GE-02', 'GENERAL', 'RELACIONES_EXTERIORES', $$Pasaporte mexicano$$,
$$pasaporte renovar sacar cita menor viaje relaciones exteriores vencido$$,
$$Requisitos y cita para el pasaporte por primera vez, renovación o de menores de edad.$$,
$$
@requirements
Acta de nacimiento y CURP
Identificación oficial vigente
Pasaporte anterior, para renovar
Menores de edad: ambos padres presentes con identificación
Comprobante de pago
@steps
Saque cita en el portal o por teléfono; es gratuita.
Pague según la vigencia: 1, 3, 6 o 10 años.
Acuda a la oficina; se entrega el mismo día.
@cost
3 años $ 1,770.00; 10 años $ 4,120.00; 50 % de descuento para personas mayores de 60 años y con discapacidad (dato de ejemplo)
@hours
Lunes a viernes de 8:00 a 15:00 h, con cita (dato de ejemplo)
@where
Oficinas de pasaportes y oficinas municipales de enlace.
@note
Es un servicio federal: este centro orienta pero no agenda citas.
$$);
select pg_temp.english('GE-02', $$Mexican passport$$,
$$passport renew apply appointment minor travel expired$$,
$$Requirements and appointment for a first passport, a renewal or a passport for minors.$$,
$$
@requirements
Birth certificate and CURP
Valid official ID
Previous passport, to renew
Minors: both parents present with ID
Proof of payment
@steps
Make an appointment online or by phone; it is free.
Pay for the validity you choose: 1, 3, 6 or 10 years.
Attend the office; it is issued the same day.
@cost
3 years MXN 1,770.00; 10 years MXN 4,120.00 (example)
@where
Passport offices and municipal liaison offices. Abroad: consulates (entry MG-08).
$$);

select pg_temp.entry('GE-03', 'GENERAL', 'ELECTORAL', $$Credencial para votar$$,
$$credencial elector ine identificación reposición robo extravío cambio domicilio 18 años$$,
$$Inscripción, reposición y cambio de domicilio de la credencial para votar.$$,
$$
@requirements
Acta de nacimiento
Identificación con fotografía
Comprobante de domicilio
Si no tiene identificación: dos testigos con credencial
@steps
Saque cita en el módulo.
Acuda en persona: se toman fotografía y huellas.
Recoja la credencial en unas dos semanas (dato de ejemplo).
@cost
Gratuito
@hours
Lunes a viernes de 8:00 a 15:00 h (dato de ejemplo)
@where
Módulos de atención ciudadana.
@note
Es un servicio federal. Antes de una elección el trámite se suspende.
$$);
select pg_temp.english('GE-03', $$Voter card$$,
$$voter card id ine identification lost address change replacement$$,
$$Application, replacement and change of address of the voter card, the most common ID in Mexico.$$,
$$
@requirements
Birth certificate
Photo ID
Proof of address
Without ID: two witnesses with a voter card
@steps
Make an appointment.
Attend in person: photograph and fingerprints are taken.
Collect the card in about two weeks (example).
@cost
Free of charge
@where
Voter service offices; abroad at consulates, by appointment.
$$);

select pg_temp.entry('GE-04', 'GENERAL', 'CONTRALORIA', $$Quejas y denuncias contra personas servidoras públicas$$,
$$queja denuncia corrupción mordida servidor público maltrato abuso funcionario policía reporte contraloría$$,
$$Cómo denunciar maltrato, cobros indebidos o corrupción de personal del gobierno del estado.$$,
$$
@requirements
Qué ocurrió, cuándo y en qué oficina
Nombre, cargo o señas de la persona servidora pública
Pruebas, si las hay; la denuncia puede ser anónima
@steps
Presente la denuncia en línea, por teléfono o en la contraloría interna.
Conserve el folio y la contraseña para dar seguimiento.
La autoridad investiga y notifica el resultado.
@cost
Gratuito
@hours
En línea las 24 horas (dato de ejemplo)
@where
Secretaría de la Contraloría. Si es personal municipal, la contraloría del ayuntamiento; si hubo violación de derechos, la Comisión de Derechos Humanos.
@note
Escuche sin tomar partido y no pida datos que la persona no quiera dar.
$$);

select pg_temp.entry('GE-05', 'GENERAL', 'TRANSPARENCIA', $$Solicitud de información pública$$,
$$transparencia solicitud información pública acceso documentos plataforma gobierno$$,
$$Derecho de pedir documentos e información a cualquier autoridad, sin explicar para qué.$$,
$$
@requirements
Autoridad a la que se pide
Descripción clara de la información
Medio para recibir la respuesta
@steps
Haga la solicitud en la plataforma, en la unidad de transparencia o por escrito.
La respuesta llega en 15 días hábiles, con prórroga de siete (dato de ejemplo).
Si no responden o no está conforme, presente recurso de revisión en los 15 días hábiles siguientes.
@cost
Gratuito; solo se cobran copias y envío
@hours
En línea las 24 horas (dato de ejemplo)
@where
Plataforma de transparencia y unidades de cada dependencia.
$$);

select pg_temp.entry('GE-06', 'GENERAL', 'TRANSPARENCIA', $$Derechos sobre sus datos personales$$,
$$datos personales arco acceso rectificación cancelación oposición aviso de privacidad borrar$$,
$$Cómo pedir acceso, rectificación, cancelación u oposición al uso de sus datos personales.$$,
$$
@requirements
Identificación del titular o de su representante
Descripción de los datos y del derecho que se ejerce
@steps
Presente la solicitud en la unidad de transparencia de la dependencia que tiene los datos.
La respuesta llega en 20 días hábiles (dato de ejemplo).
Si no está conforme, interponga recurso de revisión.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 18:00 h (dato de ejemplo)
@where
Unidades de transparencia. Para datos de este centro, la solicitud se registra con el folio de la atención.
$$);

select pg_temp.entry('GE-07', 'GENERAL', 'CONSUMIDOR', $$Queja contra un comercio o proveedor$$,
$$consumidor queja comercio tienda garantía cobro profeco telefonía devolución fraude internet compra$$,
$$Qué hacer si un comercio no respeta precio, garantía o contrato.$$,
$$
@requirements
Comprobante de compra o contrato
Nombre y domicilio del proveedor
Qué se pide: devolución, reparación, cancelación
@steps
Reclame primero al proveedor por escrito.
Presente la queja en línea, por teléfono o en la oficina de defensa más cercana, antes de un año.
Acuda a la audiencia de conciliación.
@cost
Gratuito
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Oficinas de defensa del consumidor.
@note
Es un servicio federal. Quejas por bancos y seguros van con la autoridad financiera.
$$);
select pg_temp.english('GE-07', $$Complaint against a shop or provider$$,
$$consumer complaint shop warranty refund overcharge purchase fraud online$$,
$$What to do when a business does not respect price, warranty or contract.$$,
$$
@requirements
Receipt or contract
Name and address of the provider
What you ask for: refund, repair, cancellation
@steps
Complain to the provider in writing first.
File the complaint online, by phone or at the nearest consumer office, within a year.
Attend the conciliation hearing; from abroad it can be held online.
@cost
Free of charge
@where
Consumer protection offices (federal).
$$);

select pg_temp.entry('GE-08', 'GENERAL', 'PROTECCION_CIVIL', $$Protección civil: sismo, inundación, volcán y gas$$,
$$sismo temblor inundación volcán ceniza gas fuga incendio refugio protección civil emergencia albergue$$,
$$Qué hacer antes, durante y después de una emergencia, y dónde hay refugio temporal.$$,
$$
Con personas en peligro, llame al 911.
@steps
Sismo: conserve la calma, aléjese de ventanas y siga el repliegue; después revise gas y daños.
Inundación: corte luz y gas, suba a un lugar alto y no cruce corrientes.
Ceniza volcánica: cubra nariz y boca, cierre ventanas y no barra con agua.
Fuga de gas: cierre la llave, ventile, no encienda nada y salga.
Pregunte por el refugio temporal más cercano.
@cost
Gratuito
@hours
Las 24 horas (dato de ejemplo)
@where
Protección Civil estatal y municipal.
@note
El dictamen de daños en una vivienda se pide a Protección Civil del municipio.
$$);
select pg_temp.english('GE-08', $$Civil protection: earthquake, flood, volcano and gas$$,
$$earthquake flood volcano ash gas leak fire shelter emergency civil protection$$,
$$What to do before, during and after an emergency, and where to find temporary shelter.$$,
$$
With people in danger, call 911.
@steps
Earthquake: stay calm, keep away from windows; afterwards check gas and damage.
Flood: turn off electricity and gas, go to a high place, do not cross moving water.
Volcanic ash: cover nose and mouth, close windows, do not sweep with water.
Gas leak: close the valve, open windows, switch nothing on and leave.
Ask for the nearest temporary shelter.
@cost
Free of charge
@hours
Around the clock (example)
@where
State and municipal civil protection.
$$);

select pg_temp.entry('GE-09', 'GENERAL', 'DESARROLLO_ECONOMICO', $$Abrir un negocio: licencia de funcionamiento$$,
$$negocio abrir licencia funcionamiento uso de suelo local comercial empresa apertura permiso$$,
$$Pasos para abrir un negocio de bajo riesgo: uso de suelo, protección civil y licencia municipal.$$,
$$
@requirements
Identificación o acta constitutiva y RFC
Documento del local: propiedad o arrendamiento
Constancia de uso de suelo
Visto bueno de protección civil
@steps
Pregunte en la ventanilla única del municipio si el giro es de bajo riesgo: la licencia sale en pocos días.
Entregue los documentos en una sola ventanilla.
Pague y coloque la licencia a la vista; se renueva cada año.
@cost
Según giro y superficie; sin costo para giros de bajo riesgo en algunos municipios (dato de ejemplo)
@hours
Lunes a viernes de 9:00 a 15:00 h (dato de ejemplo)
@where
Ventanilla única del ayuntamiento.
$$);

select pg_temp.entry('GE-10', 'GENERAL', 'EMERGENCIAS', $$Emergencias: 911$$,
$$emergencia 911 ambulancia policía bomberos accidente auxilio urgencia$$,
$$Cuándo y cómo transferir al 911; ningún otro paso va primero.$$,
$$
Si alguien está en peligro, la atención se transfiere de inmediato. No aplican encuesta, aviso ni límite de tiempo.
@steps
Pregunte solo el lugar y qué ocurre.
Transfiera al 911 con la tecla de emergencia o dé el número si es chat o correo.
Quédese hasta que el 911 tome la atención.
La coordinación queda avisada.
@cost
Gratuito
@hours
Las 24 horas
@where
911. Denuncia anónima: 089.
@note
En el chat escriba: «Marque 911 ahora. Sigo con usted».
$$);
select pg_temp.english('GE-10', $$Emergencies: 911$$,
$$emergency 911 ambulance police fire accident help urgent$$,
$$When and how to transfer to 911; nothing else comes first.$$,
$$
When somebody is in danger the contact is transferred at once. No survey, notice or time limit applies.
@steps
Ask only where and what.
Transfer to 911 with the emergency key, or give the number in chat or e-mail.
Stay until 911 has taken over.
The coordinator is alerted.
@cost
Free of charge
@where
911. Callers outside Mexico must call the emergency number of the place they are in; for somebody in Mexico give the local police number.
$$);

select pg_temp.entry('GE-11', 'GENERAL', 'FINANZAS', $$Línea de captura y pagos al gobierno del estado$$,
$$pago línea de captura banco en línea tarjeta comprobante factura recibo devolución formato universal$$,
$$Cómo generar una línea de captura, dónde pagarla y qué hacer si el pago no aparece.$$,
$$
@requirements
Trámite que se paga y sus datos (placa, CURP o folio)
@steps
Genere el formato en el portal de pagos; vence en la fecha impresa.
Pague con tarjeta, por transferencia, en bancos o en tiendas autorizadas.
Guarde el comprobante; la factura se descarga en el mismo portal.
Si el pago no aparece en 48 horas, envíe el comprobante a la Secretaría de Finanzas.
Un pago doble o equivocado se devuelve con una solicitud.
@cost
Sin comisión en el portal (dato de ejemplo)
@hours
En línea las 24 horas (dato de ejemplo)
@where
Portal de la Secretaría de Finanzas.
@note
Compruebe que la dirección sea la oficial antes de poner su tarjeta.
$$);

select pg_temp.entry('GE-12', 'GENERAL', 'HACIENDA', $$RFC y constancia de situación fiscal$$,
$$rfc constancia situación fiscal sat impuestos cédula inscripción contribuyente facturar$$,
$$Inscripción al registro de contribuyentes y constancia que piden los empleos.$$,
$$
@requirements
CURP
Correo electrónico
Comprobante de domicilio e identificación, en oficina
@steps
Con la CURP, inscríbase en línea o con cita.
Descargue la constancia con su contraseña.
Si no tiene contraseña, pida la constancia por el portal con su identificación o acuda con cita.
@cost
Gratuito
@hours
En línea las 24 horas; oficinas con cita (dato de ejemplo)
@where
Administración tributaria federal.
@note
Es un servicio federal: este centro orienta pero no agenda citas.
$$);

select pg_temp.entry('GE-13', 'GENERAL', 'AYUNTAMIENTO', $$Servicios municipales: basura, alumbrado y baches$$,
$$basura recolección alumbrado lámpara bache pavimento perro callejero parque ayuntamiento municipio reporte$$,
$$Servicios que corresponden al ayuntamiento y cómo reportarlos.$$,
$$
La recolección de basura, el alumbrado, los baches en calles locales, los panteones, los mercados y los parques son del municipio.
@requirements
Calle, colonia y referencia
Número del poste, si es alumbrado
@steps
Identifique el municipio con la persona.
Comparta el teléfono o la página del ayuntamiento.
Aconseje pedir un folio del reporte.
Si es carretera estatal, se canaliza a la dependencia del estado.
@cost
Gratuito
@hours
Según el ayuntamiento (dato de ejemplo)
@where
Ayuntamiento del municipio.
$$);

select pg_temp.entry('GE-14', 'GENERAL', 'DERECHOS_HUMANOS', $$Queja ante Derechos Humanos$$,
$$derechos humanos queja violación abuso autoridad discriminación defensoría comisión$$,
$$Queja por actos de autoridades estatales o municipales que violan derechos.$$,
$$
@requirements
Hechos, fecha, lugar y autoridad
Datos de contacto; la queja puede hacerla otra persona
@steps
Presente la queja por teléfono, en línea o en la visitaduría, antes de un año.
Si hay una persona detenida o en riesgo, pida medidas urgentes.
La Comisión investiga y puede conciliar o emitir una recomendación.
@cost
Gratuito
@hours
Guardia las 24 horas (dato de ejemplo)
@where
Comisión de Derechos Humanos y visitadurías regionales.
$$);

-- Two texts have already been replaced once: the earlier versions stay readable, as evidence of what was told.
update knowledge_version set status = 'SUPERSEDED'
where language = 'ES' and entry_id in (select id from knowledge_entry where code in ('RC-01', 'VH-01'));
insert into knowledge_version (entry_id, language, number, status, title, keywords, summary, body, author, created_at, published_at)
select v.entry_id, 'ES', 2, 'PUBLISHED', v.title, v.keywords, v.summary,
       replace(replace(v.body, '$ 95.00', '$ 98.00'), '$ 950.00', '$ 982.00'),
       'informacion2', timestamptz '2026-09-21 15:00Z', timestamptz '2026-09-21 15:01:40Z'
from knowledge_version v join knowledge_entry e on e.id = v.entry_id
where e.code in ('RC-01', 'VH-01') and v.language = 'ES';
