-- The embedded database. Columns carry the machine keys of the output where there is one.
-- Money is NOK a month per full-time equivalent unless a name says otherwise; NULL is "not known".

CREATE TABLE kilde (
  id TEXT PRIMARY KEY, tittel TEXT NOT NULL, utgiver TEXT NOT NULL, adresse TEXT NOT NULL,
  lisens TEXT NOT NULL, ar TEXT NOT NULL, dato TEXT, merknad TEXT
) WITHOUT ROWID;

CREATE TABLE merknad (kode TEXT PRIMARY KEY, nr INTEGER NOT NULL, forklaring TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE yrkesgruppe (
  styrk08 TEXT PRIMARY KEY, overordnet TEXT, niva INTEGER NOT NULL, navn TEXT NOT NULL, navn_en TEXT,
  kilde TEXT NOT NULL, foldet TEXT NOT NULL
) WITHOUT ROWID;

-- One row per source × year × group × sector × working time × sex. `yrke` is the name of the group; `sektorklasse`
-- the sector that a row counts under (the 2015 page has sectors of its own); `side` the page that a row stands on;
-- `nyeste` 1 for the rows that stand for their group where no population is asked for: part-time, and all other.
CREATE TABLE lonn (
  nr INTEGER PRIMARY KEY, yrke TEXT NOT NULL, styrk08 TEXT, ar INTEGER NOT NULL, sektor TEXT NOT NULL, bransje TEXT,
  arbeidstid TEXT NOT NULL, kjonn TEXT NOT NULL, antall INTEGER, gjennomsnitt INTEGER, median INTEGER, p25 INTEGER,
  p75 INTEGER, timelonn INTEGER, arslonn INTEGER, kilde TEXT NOT NULL, merknad TEXT NOT NULL,
  sektorklasse TEXT NOT NULL, nyeste INTEGER NOT NULL, side TEXT
);
CREATE INDEX lonn_styrk08 ON lonn (styrk08);
CREATE INDEX lonn_side ON lonn (side) WHERE side IS NOT NULL;
CREATE INDEX lonn_deltid ON lonn (arbeidstid, ar);
CREATE INDEX lonn_nyeste ON lonn (arbeidstid) WHERE nyeste;

CREATE TABLE programomrade (
  kode TEXT PRIMARY KEY, navn TEXT NOT NULL, navn_nn TEXT, navn_en TEXT, kilde TEXT NOT NULL, i_bruk INTEGER NOT NULL
) WITHOUT ROWID;
-- Every name that a programme area can be asked for by, folded.
CREATE TABLE programnavn (foldet TEXT, kode TEXT, PRIMARY KEY (foldet, kode)) WITHOUT ROWID;
CREATE TABLE overgang (fra TEXT, til TEXT, kilde TEXT NOT NULL, PRIMARY KEY (fra, til)) WITHOUT ROWID;
CREATE TABLE sluttkompetanse (
  programomrade TEXT PRIMARY KEY, kompetanse TEXT, lengde_ar NUMERIC, kilde TEXT NOT NULL, lengde_kilde TEXT
) WITHOUT ROWID;
CREATE TABLE karrieresteg (programomrade TEXT, yrke TEXT, grunn TEXT NOT NULL, PRIMARY KEY (programomrade, yrke)) WITHOUT ROWID;
CREATE TABLE opptakskrav (
  id TEXT PRIMARY KEY, kode TEXT, studium TEXT, krav TEXT NOT NULL, gsk INTEGER NOT NULL, ar TEXT,
  kilde TEXT NOT NULL, merknad TEXT
) WITHOUT ROWID;
CREATE TABLE autorisasjon (
  yrke TEXT PRIMARY KEY, type TEXT NOT NULL, hjemmel TEXT, kilde TEXT NOT NULL, merknad TEXT
) WITHOUT ROWID;

-- `styrk08` is the unit group whose pay stands for the occupation; `profil` 1 where there is a full profile.
CREATE TABLE yrke (
  slug TEXT PRIMARY KEY, tittel TEXT NOT NULL, sortering TEXT NOT NULL, styrk08 TEXT, profil INTEGER NOT NULL,
  ingress TEXT, oppdatert TEXT, kvalitetssikret TEXT, redaktor TEXT, lisens TEXT, side_kilde TEXT
) WITHOUT ROWID;
-- The lists of an occupation: om, oppgaver, egenskaper, arbeidssteder, videreutdanning, interesser, nus, fag, styrk08,
-- synonymer, autorisasjon, beslektede, kilder.
CREATE TABLE yrke_liste (yrke TEXT, del TEXT, nr INTEGER, tekst TEXT NOT NULL, PRIMARY KEY (yrke, del, nr)) WITHOUT ROWID;
CREATE INDEX yrke_liste_tekst ON yrke_liste (del, tekst);
CREATE TABLE yrke_mangler (yrke TEXT, del TEXT, hvorfor TEXT NOT NULL, PRIMARY KEY (yrke, del)) WITHOUT ROWID;
CREATE TABLE rute (
  yrke TEXT, nr INTEGER, navn TEXT NOT NULL, gir TEXT, merknad TEXT, PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
CREATE TABLE steg (
  yrke TEXT, rute INTEGER, nr INTEGER, type TEXT NOT NULL, kode TEXT, navn TEXT NOT NULL, ar NUMERIC,
  PRIMARY KEY (yrke, rute, nr)
) WITHOUT ROWID;
CREATE TABLE rute_krav (
  yrke TEXT, rute INTEGER, nr INTEGER, krav TEXT, tekst TEXT, ar TEXT, kilde TEXT, PRIMARY KEY (yrke, rute, nr)
) WITHOUT ROWID;
CREATE TABLE intervju (
  yrke TEXT, nr INTEGER, navn TEXT NOT NULL, tittel TEXT NOT NULL, tekst TEXT NOT NULL, kilde TEXT NOT NULL,
  PRIMARY KEY (yrke, nr)
) WITHOUT ROWID;
-- Every name of every occupation, folded: `rang` 0 title or slug, 1 synonym; `biter` how many parts it has in navnebit.
CREATE TABLE navn (
  nr INTEGER PRIMARY KEY, foldet TEXT NOT NULL, yrke TEXT NOT NULL, rang INTEGER NOT NULL, navn TEXT NOT NULL,
  biter INTEGER NOT NULL
);
CREATE INDEX navn_foldet ON navn (foldet);
-- Three letters of a folded name → the names that have them.
CREATE TABLE navnebit (bit TEXT, navn INTEGER, PRIMARY KEY (bit, navn)) WITHOUT ROWID;
-- A folded word of what is said of an occupation → where it is said (del and nr of yrke_liste; ingress has nr 0).
CREATE TABLE ord (ord TEXT, yrke TEXT, del TEXT, nr INTEGER, PRIMARY KEY (ord, yrke, del, nr)) WITHOUT ROWID;
