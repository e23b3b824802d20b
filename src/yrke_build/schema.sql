-- The embedded database, for the program and for readers. Tables and columns whose names begin with an underscore are
-- the program's own machinery; all else is data. NULL is "not known", never zero or "none".

CREATE TABLE kilde (
  -- A source.
  id TEXT PRIMARY KEY,
  tittel TEXT NOT NULL,
  utgiver TEXT NOT NULL,
  adresse TEXT NOT NULL, -- "ukjent" where it is lost
  lisens TEXT NOT NULL, -- "ikke oppgitt" where the copy states none
  gjelder TEXT NOT NULL, -- what time it speaks of, as a text: "2016–2025", "ca. 2022", "uten år"
  dato TEXT, -- YYYY-MM-DD
  merknad TEXT,
  korttittel TEXT, -- a shorter title, for a list
  kortnavn TEXT, -- the publisher in short, beside a figure
  henvisning TEXT, -- how to refer to it in a sentence
  serie INTEGER -- of a series of pay figures: which one goes first; two series must not be mixed
) WITHOUT ROWID;

CREATE TABLE kilde_brudd (
  -- A break in a series: figures before this year and from it on must not be compared.
  kilde TEXT REFERENCES kilde (id),
  ar INTEGER,
  forklaring TEXT NOT NULL,
  PRIMARY KEY (kilde, ar)
) WITHOUT ROWID;

CREATE TABLE merknad (
  -- A short code that says what must be known of a pay row.
  kode TEXT PRIMARY KEY,
  nr INTEGER NOT NULL,
  forklaring TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE yrkesgruppe (
  -- A STYRK-08 group: one digit of the code a level.
  styrk08 TEXT PRIMARY KEY,
  overordnet TEXT REFERENCES yrkesgruppe (styrk08),
  niva INTEGER NOT NULL, -- 1 to 4
  navn TEXT NOT NULL,
  navn_en TEXT,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  _foldet TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sysselsatte (
  -- Employed residents aged 15–74 with a job of the group in the 4th quarter (SSB, table 12542). Most of the
  -- self-employed are counted in 0000, so it is not everyone in the occupation.
  styrk08 TEXT REFERENCES yrkesgruppe (styrk08),
  ar INTEGER,
  antall INTEGER NOT NULL,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (styrk08, ar)
) WITHOUT ROWID;

CREATE TABLE arbeidsforhold (
  -- Employments (not persons) of a unit group: women's and men's, and how many of them are full time (SSB 11418).
  styrk08 TEXT REFERENCES yrkesgruppe (styrk08),
  ar INTEGER,
  kjonn TEXT, -- kvinner or menn
  antall INTEGER NOT NULL,
  heltid INTEGER,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (styrk08, ar, kjonn)
) WITHOUT ROWID;
CREATE TABLE fordeling (
  -- Computed when the database is made, of the newest year: of 100 employments of a unit group, how many are women's and
  -- how many are part time.
  styrk08 TEXT PRIMARY KEY REFERENCES yrkesgruppe (styrk08),
  kvinner INTEGER NOT NULL,
  deltid INTEGER, -- NULL where full time is not known for both sexes
  ar INTEGER NOT NULL,
  kilde TEXT NOT NULL REFERENCES kilde (id)
) WITHOUT ROWID;

CREATE TABLE merknadssett (
  -- A set of notes that pay rows share.
  id INTEGER PRIMARY KEY,
  _tekst TEXT NOT NULL
);
CREATE TABLE merknadssett_kode (
  sett INTEGER REFERENCES merknadssett (id),
  nr INTEGER,
  kode TEXT NOT NULL REFERENCES merknad (kode),
  verdi INTEGER, -- the figure that the code speaks of, where there is one
  PRIMARY KEY (sett, nr)
) WITHOUT ROWID;

CREATE TABLE lonn (
  -- Pay: one row per source × year × group × sector × working time × sex. Amounts are NOK a month per full-time
  -- equivalent: agreed pay, irregular additions and bonus, no overtime.
  nr INTEGER PRIMARY KEY,
  navn TEXT NOT NULL, -- the group's name; on the rows of a page its own words
  styrk08 TEXT REFERENCES yrkesgruppe (styrk08),
  ar INTEGER NOT NULL, -- year
  sektor TEXT NOT NULL,
  bransje TEXT,
  arbeidstid TEXT NOT NULL, -- alle, heltid or deltid
  kjonn TEXT NOT NULL, -- alle, kvinner or menn
  antall INTEGER, -- employments
  gjennomsnitt INTEGER,
  median INTEGER,
  p25 INTEGER, -- lower quartile
  p75 INTEGER, -- upper quartile
  timelonn INTEGER, -- NOK an hour: the mean ÷ 162.5; on the rows of a page as printed
  arslonn INTEGER, -- NOK a year: the mean × 12; on the rows of a page as printed
  kilde TEXT NOT NULL REFERENCES kilde (id),
  merknader INTEGER NOT NULL REFERENCES merknadssett (id),
  side TEXT REFERENCES yrke (slug), -- the occupation on whose page the row is printed
  _sektor TEXT NOT NULL, -- the sector that a row counts under: a page has words of its own
  _serie INTEGER NOT NULL, -- its source's, 99 where that has none
  _nyeste INTEGER NOT NULL -- 1 where it stands for its group when no population is asked for: part-time, and all other
);
CREATE INDEX _lonn_styrk08 ON lonn (styrk08);
CREATE INDEX _lonn_side ON lonn (side) WHERE side IS NOT NULL;
CREATE INDEX _lonn_deltid ON lonn (arbeidstid, ar);
CREATE INDEX _lonn_nyeste ON lonn (arbeidstid) WHERE _nyeste;

CREATE TABLE lonnsplass (
  -- Computed when the database is made: where the newest full-time median of a unit group stands among full-time
  -- employees, by the medians and the head-counts of all groups that have both.
  styrk08 TEXT PRIMARY KEY REFERENCES yrkesgruppe (styrk08),
  lavere INTEGER NOT NULL, -- of 100 full-time employees, how many are in a group with a lower median
  ar INTEGER NOT NULL, -- the year of the medians
  antall_ar INTEGER NOT NULL, -- the year of the head-counts
  grupper INTEGER NOT NULL -- how many groups have both
) WITHOUT ROWID;

CREATE TABLE heltidsansatte (
  -- Computed when the database is made: the newest head-counts, women and men in full time in all sectors.
  styrk08 TEXT PRIMARY KEY REFERENCES yrkesgruppe (styrk08), ar INTEGER NOT NULL, antall INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE programomrade (
  -- A programme area of upper secondary education.
  kode TEXT PRIMARY KEY, -- Grep
  navn TEXT NOT NULL,
  navn_nn TEXT,
  navn_en TEXT,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  _i_bruk INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE overgang (
  -- Which programme area may follow which.
  fra TEXT REFERENCES programomrade (kode),
  til TEXT REFERENCES programomrade (kode),
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (fra, til)
) WITHOUT ROWID;
CREATE TABLE sluttkompetanse (
  -- What a programme area gives when it is the last one.
  programomrade TEXT PRIMARY KEY REFERENCES programomrade (kode),
  kompetanse TEXT,
  lengde_ar NUMERIC, -- years that this last step takes
  kilde TEXT NOT NULL REFERENCES kilde (id),
  lengde_kilde TEXT REFERENCES kilde (id)
) WITHOUT ROWID;
CREATE TABLE karrieresteg (
  -- Occupations that a programme area is linked with, but whose certificate it does not give.
  programomrade TEXT REFERENCES programomrade (kode),
  yrke TEXT REFERENCES yrke (slug),
  grunn TEXT NOT NULL,
  PRIMARY KEY (programomrade, yrke)
) WITHOUT ROWID;

CREATE TABLE opptakskrav (
  -- An admission requirement.
  id TEXT PRIMARY KEY,
  kode TEXT, -- the admission code, where it has one
  studium TEXT,
  krav TEXT NOT NULL,
  gsk INTEGER NOT NULL, -- 1 where it asks for generell studiekompetanse
  gjelder TEXT, -- when it was true, as a text: "2022", "ca. 2022"
  merknad TEXT
) WITHOUT ROWID;
CREATE TABLE opptakskrav_kilde (
  krav TEXT REFERENCES opptakskrav (id),
  nr INTEGER,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (krav, nr)
) WITHOUT ROWID;

CREATE TABLE autorisasjon (
  -- An authorisation or a protected title, by the profession's name in the law.
  yrke TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE autorisasjon_type (
  autorisasjon TEXT REFERENCES autorisasjon (yrke), nr INTEGER, type TEXT NOT NULL, PRIMARY KEY (autorisasjon, nr)
) WITHOUT ROWID;
CREATE TABLE autorisasjon_hjemmel (
  autorisasjon TEXT REFERENCES autorisasjon (yrke), nr INTEGER, hjemmel TEXT NOT NULL, PRIMARY KEY (autorisasjon, nr)
) WITHOUT ROWID;
CREATE TABLE autorisasjon_merknad (
  autorisasjon TEXT REFERENCES autorisasjon (yrke), nr INTEGER, merknad TEXT NOT NULL, PRIMARY KEY (autorisasjon, nr)
) WITHOUT ROWID;
CREATE TABLE autorisasjon_kilde (
  autorisasjon TEXT REFERENCES autorisasjon (yrke),
  nr INTEGER,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (autorisasjon, nr)
) WITHOUT ROWID;

CREATE TABLE yrke (
  -- An occupation.
  slug TEXT PRIMARY KEY,
  tittel TEXT NOT NULL,
  styrk08 TEXT REFERENCES yrkesgruppe (styrk08), -- the unit group whose pay stands for it; NULL where its title spans several
  profil INTEGER NOT NULL, -- 1 where there is a full profile
  ingress TEXT,
  om_gruppen TEXT, -- where the group is a mix: whom it holds besides
  ingen_krav TEXT, -- where no education is required: that, and what most have
  ingen_krav_gjelder TEXT, -- when that was true, as a text
  ingen_krav_kilde TEXT REFERENCES kilde (id),
  lest TEXT, -- YYYY-MM-DD: when its page was last read, claim by claim, beside its sources
  _sortering TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE yrke_side (
  -- Of an occupation that is modelled on one dated page.
  yrke TEXT PRIMARY KEY REFERENCES yrke (slug),
  oppdatert TEXT, -- YYYY-MM-DD
  kvalitetssikret TEXT,
  redaktor TEXT,
  lisens TEXT,
  kilde TEXT NOT NULL REFERENCES kilde (id)
) WITHOUT ROWID;
CREATE TABLE yrke_tekst (
  -- What is said of it, part by part: om, oppgaver, egenskaper, arbeidssteder.
  yrke TEXT REFERENCES yrke (slug), del TEXT, nr INTEGER, tekst TEXT NOT NULL, PRIMARY KEY (yrke, del, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_navn (
  -- Other names of it, as people use them today.
  yrke TEXT REFERENCES yrke (slug), nr INTEGER, navn TEXT NOT NULL, PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_gruppe (
  -- Of a title that spans several unit groups: what each of them holds of it.
  yrke TEXT REFERENCES yrke (slug),
  styrk08 TEXT REFERENCES yrkesgruppe (styrk08),
  rommer TEXT NOT NULL,
  PRIMARY KEY (yrke, styrk08)
) WITHOUT ROWID;
CREATE TABLE yrke_forhold (
  -- Conditions of work, in the words of a fixed vocabulary, and the source that says so.
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  forhold TEXT NOT NULL,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE arbeidskrav (
  -- What the law demands before one may do a kind of work.
  id TEXT PRIMARY KEY,
  krav TEXT NOT NULL, -- in a word or two
  hvem TEXT NOT NULL, -- whom it holds for
  hva TEXT NOT NULL,
  hjemmel TEXT, -- the law or regulation
  gjelder TEXT NOT NULL, -- when it was true, as a text
  merknad TEXT
) WITHOUT ROWID;
CREATE TABLE arbeidskrav_kilde (
  krav TEXT REFERENCES arbeidskrav (id),
  nr INTEGER,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (krav, nr)
) WITHOUT ROWID;
CREATE TABLE arbeidskrav_sokeord (
  -- Other words for it.
  krav TEXT REFERENCES arbeidskrav (id), nr INTEGER, ord TEXT NOT NULL, PRIMARY KEY (krav, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_arbeidskrav (
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  krav TEXT NOT NULL REFERENCES arbeidskrav (id),
  nar TEXT, -- where it holds for a part of the job alone
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_videreutdanning (
  -- Further education, courses and certificates.
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  tekst TEXT NOT NULL,
  gjelder TEXT NOT NULL, -- when it was true, as a text
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_videre (
  -- What people in it go on to.
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  tekst TEXT NOT NULL,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_videre_yrke (
  yrke TEXT,
  videre INTEGER,
  nr INTEGER,
  til TEXT NOT NULL REFERENCES yrke (slug),
  PRIMARY KEY (yrke, videre, nr),
  FOREIGN KEY (yrke, videre) REFERENCES yrke_videre (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE _felles (
  -- What occupations share of their education: slag utdanning (a certificate or a degree),
  -- vg2 (on a way that its page shows) or "etter vg2" (its certificate may follow that Vg2), and which.
  slag TEXT, nokkel TEXT, yrke TEXT REFERENCES yrke (slug), PRIMARY KEY (slag, nokkel, yrke)
) WITHOUT ROWID;
CREATE INDEX _felles_yrke ON _felles (yrke);
CREATE TABLE forklaring (
  -- What holds for many occupations, told once; `sider` says which pages point to it (laere, studier).
  emne TEXT PRIMARY KEY, nr INTEGER NOT NULL, tittel TEXT NOT NULL, sider TEXT
) WITHOUT ROWID;
CREATE TABLE forklaring_sokeord (
  emne TEXT REFERENCES forklaring (emne), nr INTEGER, ord TEXT NOT NULL, PRIMARY KEY (emne, nr)
) WITHOUT ROWID;
CREATE TABLE forklaring_avsnitt (
  emne TEXT REFERENCES forklaring (emne),
  nr INTEGER,
  tekst TEXT NOT NULL,
  gjelder TEXT NOT NULL, -- when it was true, as a text
  PRIMARY KEY (emne, nr)
) WITHOUT ROWID;
CREATE TABLE forklaring_kilde (
  emne TEXT,
  avsnitt INTEGER,
  nr INTEGER,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (emne, avsnitt, nr),
  FOREIGN KEY (emne, avsnitt) REFERENCES forklaring_avsnitt (emne, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_interesse (
  yrke TEXT REFERENCES yrke (slug), nr INTEGER, interesse TEXT NOT NULL, PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_styrk08 (
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  styrk08 TEXT NOT NULL REFERENCES yrkesgruppe (styrk08),
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE INDEX _yrke_styrk08 ON yrke_styrk08 (styrk08);
CREATE TABLE yrke_nus (
  -- NUS codes of the educations that lead there.
  yrke TEXT REFERENCES yrke (slug), nr INTEGER, nus TEXT NOT NULL, PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_fag (
  -- The last programme areas of vocational ways whose certificate is the occupation's own.
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  programomrade TEXT NOT NULL REFERENCES programomrade (kode),
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_autorisasjon (
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  autorisasjon TEXT NOT NULL REFERENCES autorisasjon (yrke),
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_beslektet (
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  beslektet TEXT NOT NULL REFERENCES yrke (slug),
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_kilde (
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_mangler (
  -- What is not written of it, and why.
  yrke TEXT REFERENCES yrke (slug), del TEXT, hvorfor TEXT NOT NULL, PRIMARY KEY (yrke, del)
) WITHOUT ROWID;
CREATE TABLE rute (
  -- A way of education to an occupation.
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  navn TEXT NOT NULL,
  gir TEXT,
  merknad TEXT, -- what must be known of it
  merknad_gjelder TEXT, -- when that was true, as a text
  merknad_kilde TEXT REFERENCES kilde (id),
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE sluttbevis (
  -- What a way gives (rute.gir), in the few words that one may choose by.
  gir TEXT, nr INTEGER, verdi TEXT NOT NULL, PRIMARY KEY (gir, nr)
) WITHOUT ROWID;
CREATE TABLE steg (
  -- A step of a way.
  yrke TEXT REFERENCES yrke (slug),
  rute INTEGER,
  nr INTEGER,
  type TEXT NOT NULL, -- program, laere, grad or kurs
  kode TEXT REFERENCES programomrade (kode),
  navn TEXT NOT NULL,
  lengde_ar NUMERIC, -- years
  PRIMARY KEY (yrke, rute, nr),
  FOREIGN KEY (yrke, rute) REFERENCES rute (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE rute_krav (
  -- What a way asks for admission: a requirement that others share, or a text of its own.
  yrke TEXT REFERENCES yrke (slug),
  rute INTEGER,
  nr INTEGER,
  krav TEXT REFERENCES opptakskrav (id),
  tekst TEXT,
  gjelder TEXT, -- when the text was true
  kilde TEXT REFERENCES kilde (id),
  PRIMARY KEY (yrke, rute, nr),
  FOREIGN KEY (yrke, rute) REFERENCES rute (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE intervju (
  yrke TEXT REFERENCES yrke (slug),
  nr INTEGER,
  navn TEXT NOT NULL,
  tittel TEXT NOT NULL,
  tekst TEXT NOT NULL,
  kilde TEXT NOT NULL REFERENCES kilde (id),
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE yrke_oversikt (
  -- Computed when the database is made: each occupation with what one may choose it by, in Norwegian order of their
  -- titles. Lists are separated by ";".
  nr INTEGER PRIMARY KEY,
  slug TEXT NOT NULL REFERENCES yrke (slug),
  tittel TEXT NOT NULL,
  styrk08 TEXT REFERENCES yrkesgruppe (styrk08),
  yrkesgruppe TEXT,
  median INTEGER, -- the newest of its unit group, full time in all sectors
  ar INTEGER, -- the year of the median
  sysselsatte INTEGER, -- the newest count of its unit group
  sysselsatte_ar INTEGER,
  kvinneandel INTEGER, -- of 100 employments of its unit group, how many are women's
  deltidsandel INTEGER, -- and how many are part time
  andel_ar INTEGER, -- the year of both
  vei_ar NUMERIC, -- years of the shortest way, counted from the end of lower secondary school; 0: nothing is required
  gir TEXT, -- what its ways give
  autorisasjoner TEXT,
  arbeidskrav TEXT, -- what the law demands besides, in a word or two each
  forhold TEXT, -- conditions of work
  interesser TEXT,
  profil INTEGER NOT NULL, -- 1 where there is a full profile
  kilder TEXT NOT NULL,
  mangler TEXT, -- the parts of a page that it lacks
  lest TEXT -- when its page was last read beside its sources
);

-- Views for readers.

CREATE VIEW lonn_merknad AS
  -- What must be known of a pay row.
  SELECT lonn.nr AS lonn, s.nr, s.kode, s.verdi, merknad.forklaring
  FROM lonn JOIN merknadssett_kode AS s ON s.sett = lonn.merknader JOIN merknad ON merknad.kode = s.kode;
CREATE VIEW lonn_nyeste AS
  -- The newest pay of each group, for full time where there is such a figure: what `yrke lønn` shows.
  SELECT nr, navn, styrk08, ar, sektor, arbeidstid, antall, gjennomsnitt, median, p25, p75, kilde
  FROM lonn WHERE _nyeste AND kjonn = 'alle' AND arbeidstid <> 'deltid';
CREATE VIEW yrke_lonn AS
  -- An occupation with the newest pay of its unit group.
  SELECT yrke.slug, yrke.tittel, lonn.styrk08, lonn.navn AS yrkesgruppe, lonn.ar, lonn.arbeidstid, lonn.sektor,
    lonn.gjennomsnitt, lonn.median, lonn.p25, lonn.p75, lonn.kilde
  FROM yrke JOIN lonn_nyeste AS lonn ON lonn.styrk08 = yrke.styrk08;
CREATE VIEW yrke_utdanning AS
  -- The ways to an occupation, step by step.
  SELECT yrke.slug, yrke.tittel, rute.nr AS rute, rute.navn AS vei, rute.gir, steg.nr, steg.type, steg.kode, steg.navn,
    steg.lengde_ar
  FROM yrke JOIN rute ON rute.yrke = yrke.slug JOIN steg ON steg.yrke = rute.yrke AND steg.rute = rute.nr;
CREATE VIEW yrke_kilder AS
  -- An occupation and what is written of it rests on these.
  SELECT yrke.slug, yrke.tittel, kilde.id, kilde.tittel AS kilde, kilde.utgiver, kilde.gjelder, kilde.lisens, kilde.adresse
  FROM yrke JOIN yrke_kilde ON yrke_kilde.yrke = yrke.slug JOIN kilde ON kilde.id = yrke_kilde.kilde;

-- The program's own.

-- Every name of every occupation, folded: `rang` 0 title or slug, 1 another name, 2 a word that only leads
-- there; `biter` how many parts it has in _navnebit.
CREATE TABLE _navn (
  nr INTEGER PRIMARY KEY, foldet TEXT NOT NULL, yrke TEXT NOT NULL, rang INTEGER NOT NULL, navn TEXT NOT NULL,
  biter INTEGER NOT NULL
);
CREATE INDEX _navn_foldet ON _navn (foldet);
-- Three letters of a folded name → the names that have them.
CREATE TABLE _navnebit (bit TEXT, navn INTEGER, PRIMARY KEY (bit, navn)) WITHOUT ROWID;
-- A folded word of what is said of an occupation → where it is said (del and nr of yrke_tekst or yrke_interesse; ingress
-- has nr 0).
CREATE TABLE _ord (ord TEXT, yrke TEXT, del TEXT, nr INTEGER, PRIMARY KEY (ord, yrke, del, nr)) WITHOUT ROWID;
-- Every name that a programme area can be asked for by, folded.
CREATE TABLE _programnavn (foldet TEXT, kode TEXT, PRIMARY KEY (foldet, kode)) WITHOUT ROWID;
