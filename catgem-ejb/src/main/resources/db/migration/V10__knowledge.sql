-- Knowledge: agencies, municipalities and the versioned entries (fichas) that advisors consult while they attend.
create extension if not exists pg_trgm;

-- A public body that answers for a service. Names are kept in both languages, for screens and letters.
create table agency (
  code       text primary key check (code ~ '^[A-Z][A-Z0-9_]*$'),
  level      text not null check (level in ('FEDERAL', 'STATE', 'MUNICIPAL')),
  name_es    text not null,
  name_en    text not null,
  phone      text,
  email      text,
  web        text,
  address    text,
  hours_es   text,
  hours_en   text,
  active     boolean not null default true
);

create table municipality (
  code        int primary key check (code between 15001 and 15999),
  name        text not null unique,
  seat        text not null,
  population  int not null check (population > 0)
);
comment on column municipality.code is 'INEGI key: state 15 and three digits';
comment on column municipality.population is 'census of 2020, INEGI';

create table knowledge_entry (
  id         uuid primary key default gen_random_uuid(),
  code       text not null unique check (code ~ '^[A-Z]{2,4}-[0-9]{2,3}$'),
  topic      text not null references topic,
  agency     text not null references agency,
  review_on  date not null
);
create index knowledge_entry_by_topic on knowledge_entry (topic);

-- Search does not see accents, case or punctuation. It keeps the ñ: cañada is not Canadá.
create function search_fold(text) returns text language sql immutable strict parallel safe
return trim(regexp_replace(
  lower(translate(normalize($1, NFC),
    'ÁÀÂÄÃÅáàâäãåÉÈÊËéèêëÍÌÎÏíìîïÓÒÔÖÕóòôöõÚÙÛÜúùûüÇçÑ',
    'aaaaaaaaaaaaeeeeeeeeiiiiiiiioooooooooouuuuuuuuccñ')),
  '[^a-z0-9ñ]+', ' ', 'g'));

-- The Spanish stemmer knows -ción only with its accent; without this, "inscripcion" would not find "inscripciones".
create function search_stemmable(language text, folded text) returns text language sql immutable strict parallel safe
return case when language = 'ES' then regexp_replace(folded, '([cs])ion\M', '\1ión', 'g') else folded end;

-- Each word is there four times: stemmed and as written, with its ñ and without, so that a query may have either.
create function search_lexemes(language text, words text) returns tsvector language sql immutable strict parallel safe
return to_tsvector(case when language = 'ES' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.english'::regconfig end,
                   search_stemmable(language, search_fold(words)))
    || to_tsvector(case when language = 'ES' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.english'::regconfig end,
                   search_stemmable(language, translate(search_fold(words), 'ñ', 'n')))
    || to_tsvector('pg_catalog.simple'::regconfig, search_fold(words))
    || to_tsvector('pg_catalog.simple'::regconfig, translate(search_fold(words), 'ñ', 'n'));

-- The stem of one folded word; null for a word that says nothing (de, la, the).
create function search_stem(language text, word text) returns text language sql immutable strict parallel safe
return (ts_lexize(case when language = 'ES' then 'pg_catalog.spanish_stem'::regdictionary
                       else 'pg_catalog.english_stem'::regdictionary end,
                  search_stemmable(language, word)))[1];

-- One folded word as it is typed: its stem, or the word itself, or (partial) anything that begins with it.
-- Never an error: the caller sends letters and digits only.
create function search_query(language text, word text, partial boolean) returns tsquery
language sql immutable strict parallel safe
return to_tsquery('pg_catalog.simple'::regconfig,
                  coalesce(search_stem(language, word) || ' | ', '') || word || case when partial then ':*' else '' end);

-- One text of an entry in one language. What was once published is evidence of what citizens were told:
-- it is superseded by a new version, never changed and never deleted.
create table knowledge_version (
  id            uuid primary key default gen_random_uuid(),
  entry_id      uuid not null references knowledge_entry,
  language      text not null check (language in ('ES', 'EN')),
  number        int not null check (number > 0),
  status        text not null check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')),
  title         text not null check (title <> ''),
  summary       text not null check (summary <> ''),
  body          text not null check (body <> ''),
  keywords      text not null default '',
  author        text not null,
  created_at    timestamptz not null default now(),
  published_at  timestamptz,
  words         tsvector not null generated always as (
                  setweight(search_lexemes(language, title), 'A')
                  || setweight(search_lexemes(language, keywords), 'B')
                  || setweight(search_lexemes(language, summary), 'C')
                  || setweight(search_lexemes(language, regexp_replace(body, '^@[a-z]+$', '', 'gn')), 'D')) stored,
  unique (entry_id, language, number),
  check ((published_at is null) = (status in ('DRAFT', 'IN_REVIEW')))
);
comment on column knowledge_version.author is 'user name; without a reference, so that imported texts keep their author';
comment on column knowledge_version.body is 'paragraphs under @requirements, @steps, @cost, @hours, @where, @note: see EntryBody';
create unique index one_published_version on knowledge_version (entry_id, language) where status = 'PUBLISHED';
create index knowledge_version_words on knowledge_version using gin (words) where status = 'PUBLISHED';

create function guard_knowledge_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.published_at is not null then
      raise exception 'a published version is never deleted';
    end if;
    return old;
  end if;
  if old.published_at is not null
     and (old.id, old.entry_id, old.language, old.number, old.title, old.summary, old.body, old.keywords, old.author,
          old.created_at, old.published_at)
      is distinct from
         (new.id, new.entry_id, new.language, new.number, new.title, new.summary, new.body, new.keywords, new.author,
          new.created_at, new.published_at) then
    raise exception 'a published version is never changed: publish a new one';
  end if;
  return new;
end $$;
create trigger knowledge_version_is_immutable before update or delete on knowledge_version
  for each row execute function guard_knowledge_version();
create trigger knowledge_version_is_never_emptied before truncate on knowledge_version
  for each statement execute function refuse_change();

-- The 125 municipalities of the State of Mexico: INEGI key, name, seat, population of the 2020 census (INEGI).
insert into municipality (code, name, seat, population) values
  (15001, 'Acambay de Ruíz Castañeda', 'Villa de Acambay de Ruíz Castañeda', 67872),
  (15002, 'Acolman', 'Acolman de Nezahualcóyotl', 171507),
  (15003, 'Aculco', 'Aculco de Espinoza', 49266),
  (15004, 'Almoloya de Alquisiras', 'Almoloya de Alquisiras', 15333),
  (15005, 'Almoloya de Juárez', 'Villa de Almoloya de Juárez', 174587),
  (15006, 'Almoloya del Río', 'Almoloya del Río', 12694),
  (15007, 'Amanalco', 'Amanalco de Becerra', 23675),
  (15008, 'Amatepec', 'Amatepec', 25244),
  (15009, 'Amecameca', 'Amecameca de Juárez', 53441),
  (15010, 'Apaxco', 'Apaxco de Ocampo', 31898),
  (15011, 'Atenco', 'San Salvador Atenco', 75489),
  (15012, 'Atizapán', 'Santa Cruz Atizapán', 12984),
  (15013, 'Atizapán de Zaragoza', 'Ciudad López Mateos', 523674),
  (15014, 'Atlacomulco', 'Atlacomulco de Fabela', 109384),
  (15015, 'Atlautla', 'Atlautla de Victoria', 31900),
  (15016, 'Axapusco', 'Axapusco', 29128),
  (15017, 'Ayapango', 'Ayapango de Gabriel Ramos M.', 10053),
  (15018, 'Calimaya', 'Calimaya de Díaz González', 68489),
  (15019, 'Capulhuac', 'Capulhuac de Mirafuentes', 36921),
  (15020, 'Coacalco de Berriozábal', 'San Francisco Coacalco', 293444),
  (15021, 'Coatepec Harinas', 'Coatepec Harinas', 38643),
  (15022, 'Cocotitlán', 'Cocotitlán', 15107),
  (15023, 'Coyotepec', 'Coyotepec', 40885),
  (15024, 'Cuautitlán', 'Cuautitlán', 178847),
  (15025, 'Chalco', 'Chalco de Díaz Covarrubias', 400057),
  (15026, 'Chapa de Mota', 'Chapa de Mota', 31737),
  (15027, 'Chapultepec', 'Chapultepec', 12772),
  (15028, 'Chiautla', 'Chiautla', 30045),
  (15029, 'Chicoloapan', 'Chicoloapan de Juárez', 200750),
  (15030, 'Chiconcuac', 'Chiconcuac de Juárez', 27692),
  (15031, 'Chimalhuacán', 'Chimalhuacán', 705193),
  (15032, 'Donato Guerra', 'Villa Donato Guerra', 37436),
  (15033, 'Ecatepec de Morelos', 'Ecatepec de Morelos', 1645352),
  (15034, 'Ecatzingo', 'Ecatzingo de Hidalgo', 10827),
  (15035, 'Huehuetoca', 'Huehuetoca', 163244),
  (15036, 'Hueypoxtla', 'Hueypoxtla', 46757),
  (15037, 'Huixquilucan', 'Huixquilucan de Degollado', 284965),
  (15038, 'Isidro Fabela', 'Tlazala de Fabela', 11929),
  (15039, 'Ixtapaluca', 'Ixtapaluca', 542211),
  (15040, 'Ixtapan de la Sal', 'Ixtapan de la Sal', 36911),
  (15041, 'Ixtapan del Oro', 'Ixtapan del Oro', 6475),
  (15042, 'Ixtlahuaca', 'Ixtlahuaca de Rayón', 160139),
  (15043, 'Xalatlaco', 'Xalatlaco', 30687),
  (15044, 'Jaltenco', 'Jaltenco', 28217),
  (15045, 'Jilotepec', 'Jilotepec de Molina Enríquez', 87671),
  (15046, 'Jilotzingo', 'Santa Ana Jilotzingo', 19877),
  (15047, 'Jiquipilco', 'Jiquipilco', 76826),
  (15048, 'Jocotitlán', 'Ciudad de Jocotitlán', 69264),
  (15049, 'Joquicingo', 'Joquicingo de León Guzmán', 15428),
  (15050, 'Juchitepec', 'Juchitepec de Mariano Rivapalacio', 27116),
  (15051, 'Lerma', 'Lerma de Villada', 170327),
  (15052, 'Malinalco', 'Malinalco', 28155),
  (15053, 'Melchor Ocampo', 'Melchor Ocampo', 61220),
  (15054, 'Metepec', 'Metepec', 242307),
  (15055, 'Mexicaltzingo', 'San Mateo Mexicaltzingo', 13807),
  (15056, 'Morelos', 'San Bartolo Morelos', 33164),
  (15057, 'Naucalpan de Juárez', 'Naucalpan de Juárez', 834434),
  (15058, 'Nezahualcóyotl', 'Ciudad Nezahualcóyotl', 1077208),
  (15059, 'Nextlalpan', 'Santa Ana Nextlalpan', 57082),
  (15060, 'Nicolás Romero', 'Ciudad Nicolás Romero', 430601),
  (15061, 'Nopaltepec', 'Nopaltepec', 10351),
  (15062, 'Ocoyoacac', 'Ocoyoacac', 72103),
  (15063, 'Ocuilan', 'Ocuilan de Arteaga', 36223),
  (15064, 'El Oro', 'El Oro de Hidalgo', 36937),
  (15065, 'Otumba', 'Otumba de Gómez Farías', 36331),
  (15066, 'Otzoloapan', 'Otzoloapan', 4891),
  (15067, 'Otzolotepec', 'Villa Cuauhtémoc', 88783),
  (15068, 'Ozumba', 'Ozumba de Alzate', 30785),
  (15069, 'Papalotla', 'Papalotla', 4862),
  (15070, 'La Paz', 'Los Reyes Acaquilpan', 304088),
  (15071, 'Polotitlán', 'Polotitlán de la Ilustración', 14985),
  (15072, 'Rayón', 'Santa María Rayón', 15972),
  (15073, 'San Antonio la Isla', 'San Antonio la Isla', 31962),
  (15074, 'San Felipe del Progreso', 'San Felipe del Progreso', 144924),
  (15075, 'San Martín de las Pirámides', 'San Martín de las Pirámides', 29182),
  (15076, 'San Mateo Atenco', 'San Mateo Atenco', 97418),
  (15077, 'San Simón de Guerrero', 'San Simón de Guerrero', 6692),
  (15078, 'Santo Tomás', 'Santo Tomás de los Plátanos', 9729),
  (15079, 'Soyaniquilpan de Juárez', 'San Francisco Soyaniquilpan', 14323),
  (15080, 'Sultepec', 'Sultepec de Pedro Ascencio de Alquisiras', 24145),
  (15081, 'Tecámac', 'Tecámac de Felipe Villanueva', 547503),
  (15082, 'Tejupilco', 'Tejupilco de Hidalgo', 79282),
  (15083, 'Temamatla', 'Temamatla', 14130),
  (15084, 'Temascalapa', 'Temascalapa', 43593),
  (15085, 'Temascalcingo', 'Temascalcingo de José María Velasco', 66414),
  (15086, 'Temascaltepec', 'Temascaltepec de González', 35014),
  (15087, 'Temoaya', 'Temoaya', 105766),
  (15088, 'Tenancingo', 'Tenancingo de Degollado', 104677),
  (15089, 'Tenango del Aire', 'Tenango del Aire', 11359),
  (15090, 'Tenango del Valle', 'Tenango de Arista', 90518),
  (15091, 'Teoloyucan', 'Teoloyucan', 65459),
  (15092, 'Teotihuacán', 'Teotihuacán de Arista', 58507),
  (15093, 'Tepetlaoxtoc', 'Tepetlaoxtoc de Hidalgo', 32564),
  (15094, 'Tepetlixpa', 'Tepetlixpa', 20500),
  (15095, 'Tepotzotlán', 'Tepotzotlán', 103696),
  (15096, 'Tequixquiac', 'Tequixquiac', 39489),
  (15097, 'Texcaltitlán', 'Texcaltitlán', 18482),
  (15098, 'Texcalyacac', 'San Mateo Texcalyacac', 5736),
  (15099, 'Texcoco', 'Texcoco de Mora', 277562),
  (15100, 'Tezoyuca', 'Tezoyuca', 47044),
  (15101, 'Tianguistenco', 'Santiago Tianguistenco de Galeana', 84259),
  (15102, 'Timilpan', 'San Andrés Timilpan', 16414),
  (15103, 'Tlalmanalco', 'Tlalmanalco de Velázquez', 49196),
  (15104, 'Tlalnepantla de Baz', 'Tlalnepantla', 672202),
  (15105, 'Tlatlaya', 'Tlatlaya', 31762),
  (15106, 'Toluca', 'Toluca de Lerdo', 910608),
  (15107, 'Tonatico', 'Tonatico', 12912),
  (15108, 'Tultepec', 'Tultepec', 157645),
  (15109, 'Tultitlán', 'Tultitlán de Mariano Escobedo', 516341),
  (15110, 'Valle de Bravo', 'Valle de Bravo', 61590),
  (15111, 'Villa de Allende', 'San José Villa de Allende', 53275),
  (15112, 'Villa del Carbón', 'Villa del Carbón', 51498),
  (15113, 'Villa Guerrero', 'Villa Guerrero', 69086),
  (15114, 'Villa Victoria', 'Villa Victoria', 108196),
  (15115, 'Xonacatlán', 'Xonacatlán', 54633),
  (15116, 'Zacazonapan', 'Zacazonapan', 5109),
  (15117, 'Zacualpan', 'Zacualpan', 13522),
  (15118, 'Zinacantepec', 'San Miguel Zinacantepec', 203872),
  (15119, 'Zumpahuacán', 'Zumpahuacán', 18833),
  (15120, 'Zumpango', 'Zumpango de Ocampo', 280455),
  (15121, 'Cuautitlán Izcalli', 'Cuautitlán Izcalli', 555163),
  (15122, 'Valle de Chalco Solidaridad', 'Xico', 391731),
  (15123, 'Luvianos', 'Villa Luvianos', 28822),
  (15124, 'San José del Rincón', 'San José del Rincón Centro', 100082),
  (15125, 'Tonanitla', 'Santa María Tonanitla', 14883);
