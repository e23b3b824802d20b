"""Every kind of broken data stops the build with one exact line: which file, where in it, what is wrong."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import yrke_build
from tests.conftest import INVENTED, environment
from yrke_build import build
from yrke_build.faults import DataFault

COMPILER = Path(yrke_build.__file__).parent

SOURCES = "kilder.yaml"
NOTES = "merknader.yaml"
GROUPS = "yrkesgrupper.csv"
SERIES = "lonn/ssb-11418.csv"
PAGE = "lonn/utdanning-2015.csv"
AREAS = "utdanning/programomrader.csv"
TRANSITIONS = "utdanning/overganger.csv"
COMPETENCES = "utdanning/sluttkompetanse.csv"
CAREER = "utdanning/karrieresteg.csv"
REQUIREMENTS = "utdanning/opptakskrav.csv"
AUTHORISATIONS = "utdanning/autorisasjoner.csv"
OUTCOMES_FILE = "utdanning/sluttbevis.csv"
PROFILE = "yrker/manesmed.yaml"
SHORT = "yrker/akerpoet.yaml"
BARE = "yrker/olpoet.yaml"


class Case(NamedTuple):
    """In `file`, `old` (it stands there once) becomes `new`; the build then says `data/`, `file` and `fault`."""

    name: str
    file: str
    old: str
    new: str
    fault: str


YAML_ITSELF = [
    Case("not YAML", SHORT, "Åkerpoet", "'Åkerpoet", "line 8: found unexpected end of stream"),
    Case("two documents", SHORT, "nus: []", "---\nnus: []", "line 4: but found another document"),
    Case("a tag", SHORT, "[dikt]", "!verden dikt", "line 3: could not determine a constructor for the tag '!verden'"),
    Case("impossible date", PROFILE, "2015-03-13", "2015-13-13", "not YAML: month must be in 1..12"),
    Case("duplicate key", SHORT, "nus: []", "nus: []\nfag: []", "line 6: duplicate key fag"),
    Case("duplicate inner key", PROFILE, "LYLYS1----, ar: 1", "LYLYS1----, ar: 1, ar: 2", "line 22: duplicate key ar"),
    Case("a list as a key", SHORT, "nus: []", "nus: []\n[nus]: []", "line 5: found unhashable key"),
]

KEYS = [
    Case("unknown key", SHORT, "fag: []", "fag: []\nlonn: 3", "lonn: unknown key"),
    Case("unknown key, line break in it", SHORT, "fag: []", 'fag: []\n"l\\nn": 3', r"l\nn: unknown key"),
    Case("duplicate key, line break in it", SHORT, "fag: []", 'fag: []\n"l\\nn": 3\n"l\\nn": 3',
         r"line 7: duplicate key l\nn"),
    Case("unknown key of a source", SOURCES, "ar: uten år", "ar: uten år, nr: 1", "oppdiktet.nr: unknown key"),
    Case("unknown key of a route", PROFILE, "gir: Bachelor", "gir: Bachelor\n    pris: 1",
         "utdanning[1].pris: unknown key"),
    Case("unknown key of a step", PROFILE, "ar: 2.5", "ar: 2.5, sted: smia", "utdanning[0].steg[2].sted: unknown key"),
    Case("unknown key of a requirement", PROFILE, "krav: GENS", "krav: GENS, ar: 2020",
         "utdanning[1].opptak[0].ar: unknown key"),
    Case("unknown key of an interview", PROFILE, "navn: Luna Berg", "navn: Luna Berg, alder: 30",
         "intervjuer[0].alder: unknown key"),
    Case("unknown key of a page", PROFILE, "redaktor: Kari", "avdeling: smia, redaktor: Kari",
         "side.avdeling: unknown key"),
    Case("missing title", SHORT, "tittel: Åkerpoet\n", "", "tittel: missing"),
    Case("missing styrk08", SHORT, 'styrk08: ["2641"]\n', "", "styrk08: missing"),
    Case("missing list", SHORT, "synonymer: []\n", "", "synonymer: missing"),
    Case("missing sources", SHORT, "kilder: [oppdiktet]\n", "", "kilder: missing"),
    Case("missing key of a source", SOURCES, "utgiver: Ingen, ", "", "oppdiktet.utgiver: missing"),
    Case("missing year of a source", SOURCES, ", ar: uten år", "", "oppdiktet.ar: missing"),
    Case("missing name of a route", PROFILE, "- navn: Studium\n    steg", "- steg", "utdanning[1].navn: missing"),
    Case("missing source of a requirement", PROFILE, "ar: 2015, kilde: utdanning-2015", "ar: 2015",
         "utdanning[0].opptak[0].kilde: missing"),
    Case("missing year of a requirement", PROFILE, "grunnskole., ar: 2015", "grunnskole.",
         "utdanning[0].opptak[0].ar: missing"),
    Case("missing source of an interview", PROFILE, "Hun liker natta., kilde: utdanning-2015", "Hun liker natta.",
         "intervjuer[0].kilde: missing"),
    Case("missing source of a page", PROFILE, "CC BY-NC-ND, kilde: utdanning-2015", "CC BY-NC-ND",
         "side.kilde: missing"),
    Case("an empty source", SOURCES, "oppdiktet: {", "tom:\noppdiktet: {", "tom: empty"),
    Case("an empty note", NOTES, "fa-personer: Færre enn 100 personer.", "fa-personer:", "fa-personer: empty"),
    Case("an empty title", SHORT, "tittel: Åkerpoet", "tittel:", "tittel: empty"),
]  # fmt: skip

TYPES = [
    Case("title is a number", SHORT, "tittel: Åkerpoet", "tittel: 7", "tittel: a number where a text should be"),
    Case("title is yes/no", SHORT, "tittel: Åkerpoet", "tittel: true", "tittel: yes/no where a text should be"),
    Case("lead is a list", PROFILE, "ingress: Månesmeden pusser månen, så den skinner jevnt.", "ingress: [Månesmeden]",
         "ingress: a list where a text should be"),
    Case("list is a text", SHORT, "[dikt]", "dikt", "interesser: a text where a list should be"),
    Case("code is a number", SHORT, '["2641"]', "[2641]", "styrk08[0]: a number where a text should be"),
    Case("nothing in a list", SHORT, "synonymer: []", "synonymer: [~]", "synonymer[0]: nothing where a text should be"),
    Case("step is a text", PROFILE, "{grad: Bachelor i lys, ar: 3}", "Bachelor i lys",
         "utdanning[1].steg[0]: a text where a mapping should be"),
    Case("length is a text", PROFILE, "ar: 2.5", "ar: lenge",
         "utdanning[0].steg[2].ar: a text where a number should be"),
    Case("length is yes/no", PROFILE, "ar: 2.5", "ar: yes", "utdanning[0].steg[2].ar: yes/no where a number should be"),
    Case("year is a list", SOURCES, "ar: uten år", "ar: [2015]",
         "oppdiktet.ar: a list where a year or a text should be"),
    Case("date is a text", SOURCES, "dato: 2015-03-13", "dato: i mars",
         "utdanning-2015.dato: a text where a date should be"),
    Case("date is a moment", PROFILE, "2015-03-13", "2015-03-13T12:00:00",
         "side.oppdatert: a datetime where a date should be"),
    Case("page is a list", BARE, "fag: []", "fag: []\nside: []", "side: a list where a mapping should be"),
    Case("missing parts are a list", BARE, "fag: []", "fag: []\nmangler: [om]",
         "mangler: a list where a mapping should be"),
]  # fmt: skip

TEXTS = [
    Case("empty text", SHORT, "tittel: Åkerpoet", "tittel: ''", "tittel: empty text or space at an end"),
    Case("space at an end", SHORT, "tittel: Åkerpoet", "tittel: 'Åkerpoet '", "tittel: empty text or space at an end"),
    Case("empty text in a list", PROFILE, "telle kratre", '""', "oppgaver[1]: empty text or space at an end"),
    Case("space before a cell", GROUPS, "4,Månesmeder", "4, Månesmeder",
         "line 5: navn: empty text or space at an end"),
    Case("line break", SHORT, "[dikt]", '["di\\nkt"]', "interesser[0]: line break or control character in a text"),
    Case("escape", SHORT, "[dikt]", '["di\\ekt"]', "interesser[0]: line break or control character in a text"),
    Case("tab in a cell", CAREER, "krever studium", "krever\tstudium",
         "line 2: grunn: line break or control character in a text"),
    Case("duplicate in a list", PROFILE, "telle kratre", "pusse månen", "oppgaver[1]: duplicate pusse månen"),
]  # fmt: skip

CSV_ITSELF = [
    Case("wrong columns", GROUPS, "niva", "nivå",
         "line 1: columns are styrk08,overordnet,nivå,navn,navn_en,kilde, "
         "not styrk08,overordnet,niva,navn,navn_en,kilde"),
    Case("columns in another order", TRANSITIONS, "fra,til", "til,fra",
         "line 1: columns are til,fra,kilde, not fra,til,kilde"),
    Case("a cell too many", TRANSITIONS, "LYLYS1----,LYSMI2----", "LYLYS1----,LYSMI2----,", "line 2: 4 cells, not 3"),
    Case("a cell too few", SERIES, "52000,51000,45000,58000", "52000,51000,45000", "line 11: 9 cells, not 10"),
    Case("an empty line", TRANSITIONS, "kilde\n", "kilde\n\n", "line 2: 0 cells, not 3"),
]  # fmt: skip

SOURCES_AND_GROUPS = [
    Case("source id", SOURCES, "oppdiktet: {", "Oppdiktet: {", "Oppdiktet: a source id has only a–z, 0–9 and hyphens"),
    Case("impossible year of a source", SOURCES, "ar: 2015,", "ar: 2515,", "utdanning-2015.ar: impossible year 2515"),
    Case("impossible year in a text", SOURCES, "2016–2025", "1016–2025", "ssb-11418.ar: impossible year 1016"),
    Case("year of two digits", SOURCES, "ar: 2015,", "ar: 15,", "utdanning-2015.ar: impossible year 15"),
    Case("duplicate group", GROUPS, "722,72,3,", "72,7,2,Smier,,oppdiktet\n722,72,3,", "line 4: styrk08: duplicate 72"),
    Case("level does not fit", GROUPS, "722,72,3,", "722,72,4,", "line 4: styrk08: code 722 does not fit level 4"),
    Case("letters in a code", GROUPS, "2,,1,Akademiske", "A,,1,Akademiske",
         "line 7: styrk08: code A does not fit level 1"),
    Case("level is no number", GROUPS, "722,72,3,", "722,72,tre,", "line 4: niva: tre where a whole number should be"),
    Case("parent does not fit", GROUPS, "7221,722,", "7221,721,", "line 5: overordnet: unknown parent 721 of 7221"),
    Case("parent is not there", GROUPS, "264,26,3,Diktere i jordbruket,,oppdiktet\n", "",
         "line 9: overordnet: unknown parent 264 of 2641"),
    Case("group without a source", GROUPS, "Håndverkere,,oppdiktet", "Håndverkere,,", "line 2: kilde: empty"),
    Case("group of an unknown source", GROUPS, "Håndverkere,,oppdiktet", "Håndverkere,,drømt",
         "line 2: kilde: unknown source drømt"),
]  # fmt: skip

PAY = [
    Case("series without its file", SOURCES, "ssb-11418: {", "ssb-11419: {", "lonn/ssb-11418.csv: unknown file"),
    Case("series that is no number", SOURCES, "serie: 1,", "serie: 0,",
         "ssb-11418.serie: 0 where a whole number from 1 up should be"),
    Case("break without a year", SOURCES, '"2021": ', '"i fjor": ', "ssb-11418.brudd: i fjor where a year should be"),
    Case("note without an explanation", NOTES, "snitt-over-p75: ", "snitt-over-p7: ",
         "yrke.sqlite3: merknadssett_kode: a reference to merknad that leads nowhere"),
    Case("page of an unknown source", SOURCES, "utdanning-2015: {", "utdanning-2016: {",
         "lonn/utdanning-2015.csv: line 2: unknown source utdanning-2015"),
    Case("year after the source's", SERIES, "2025,7221", "2026,7221", "line 11: ar: impossible year 2026"),
    Case("year before all", SERIES, "2025,7221", "1925,7221", "line 11: ar: impossible year 1925"),
    Case("page's year after the source's", PAGE, "2015,manesmed,Smeder ved smia,Lysproduksjon,Kommune",
         "2016,manesmed,Smeder ved smia,Lysproduksjon,Kommune", "line 2: ar: impossible year 2016"),
    Case("no year", SERIES, "2025,7221", ",7221", "line 11: ar: empty"),
    Case("year in words", SERIES, "2025,7221", "i fjor,7221", "line 11: ar: i fjor where a whole number should be"),
    Case("unknown unit group", SERIES, "2025,7221", "2025,7229", "line 11: styrk08: unknown unit group 7229"),
    Case("group of another level", SERIES, "2025,7221", "2025,722", "line 11: styrk08: unknown unit group 722"),
    Case("unknown sector", SERIES, "7221,kommune", "7221,kommunen",
         "line 9: sektor: unknown word kommunen, not one of alle, privat, kommune, stat"),
    Case("unknown working time", SERIES, "7221,kommune,heltid", "7221,kommune,fulltid",
         "line 9: arbeidstid: unknown word fulltid, not one of alle, heltid, deltid"),
    Case("unknown sex", SERIES, "heltid,kvinner", "heltid,damer",
         "line 7: kjonn: unknown word damer, not one of alle, kvinner, menn"),
    Case("duplicate row", SERIES, "2025,7222,alle,heltid,alle", "2025,7221,alle,heltid,alle",
         "line 12: duplicate row 7221 2025 alle heltid alle"),
    Case("amount with øre", SERIES, "52000,", "52000.50,",
         "line 11: gjennomsnitt: 52000.50 where a whole number should be"),
    Case("negative amount", SERIES, "52000,", "-52000,",
         "line 11: gjennomsnitt: -52000 where a whole number should be"),
    Case("zero for not known", SERIES, "52000,", "0,", "line 11: gjennomsnitt: 0 NOK a month is no pay"),
    Case("a year's pay", SERIES, "52000,", "5200000,", "line 11: gjennomsnitt: 5200000 NOK a month is no pay"),
    Case("p25 above the median", SERIES, "51000,45000,58000", "51000,51500,58000",
         "line 11: p25 ≤ median ≤ p75 does not hold: 51500, 51000, 58000"),
    Case("median above p75", SERIES, "51000,45000,58000", "51000,45000,50000",
         "line 11: p25 ≤ median ≤ p75 does not hold: 45000, 51000, 50000"),
    Case("p25 above p75, no median", SERIES, "51000,45000,58000", ",59000,58000",
         "line 11: p25 ≤ median ≤ p75 does not hold: 59000, None, 58000"),
    Case("neither mean nor median", SERIES, "47000,,,", ",,,", "line 9: neither mean nor median"),
    Case("unknown sector of the page", PAGE, "Kommune og fylke", "Kommune",
         "line 2: sektor: unknown word Kommune, not one of Offentlig helseforetak, Kommune og fylke"),
    Case("page's row for all", PAGE, "Kommune og fylke,heltid", "Kommune og fylke,alle",
         "line 2: arbeidstid: unknown word alle, not one of heltid, deltid"),
    Case("page of an unknown occupation", PAGE, "2015,manesmed,Smeder ved smia,Lysproduksjon,Kommune",
         "2015,solsmed,Smeder ved smia,Lysproduksjon,Kommune", "yrke: unknown occupation solsmed"),
    Case("duplicate row of the page", PAGE, "Offentlig helseforetak,deltid", "Kommune og fylke,heltid",
         "line 3: duplicate row manesmed 2015 Smeder ved smia Lysproduksjon Kommune og fylke heltid"),
    Case("page's figure left out", PAGE, "31000,31000", "31000,", "line 2: gjennomsnitt_2: empty"),
]  # fmt: skip

EDUCATION = [
    Case("no Grep code", AREAS, "LYMAN3----", "LYMAN3", "line 4: kode: LYMAN3 is no Grep code"),
    Case("duplicate programme area", AREAS, "LYSTJ3----", "LYMAN3----", "line 5: kode: duplicate LYMAN3----"),
    Case("area without a name", AREAS, "Smiing,Smiing,", ",Smiing,", "line 3: navn: empty"),
    Case("unknown start of a transition", TRANSITIONS, "LYLYS1----,", "LYLYS9----,",
         "line 2: fra: unknown code LYLYS9----"),
    Case("unknown end of a transition", TRANSITIONS, "LYMAN3", "LYMAN9", "line 3: til: unknown code LYMAN9----"),
    Case("duplicate transition", TRANSITIONS, "LYSTJ3", "LYMAN3", "line 4: duplicate transition LYSMI2---- LYMAN3----"),
    Case("transition without a source", TRANSITIONS, "LYSTJ3----,oppdiktet", "LYSTJ3----,", "line 4: kilde: empty"),
    Case("transitions in a ring", TRANSITIONS, "LYSMI2----,PBPBY3----", "LYMAN3----,LYSMI2----",
         "line 5: til: LYSMI2---- is no later level than LYMAN3----"),
    Case("competence of an unknown area", COMPETENCES, "LYMAN3", "LYMAN9",
         "line 2: programomrade: unknown code LYMAN9----"),
    Case("duplicate competence", COMPETENCES, "LYSTJ3", "LYMAN3", "line 3: programomrade: duplicate LYMAN3----"),
    Case("unknown competence", COMPETENCES, "Svennebrev", "Sveinebrev",
         "line 2: kompetanse: unknown word Sveinebrev, not one of Fagbrev, Svennebrev, Yrkeskompetanse, "
         "Generell studiekompetanse"),
    Case("length in words", COMPETENCES, "2.5", "lenge", "line 2: lengde_ar: lenge where a number of years should be"),
    Case("length of a quarter", COMPETENCES, "2.5", "2.25",
         "line 2: lengde_ar: 2.25 where a number of years should be"),
    Case("length of nothing", COMPETENCES, "2.5", "0", "line 2: lengde_ar: impossible length 0 years"),
    Case("length without a source", COMPETENCES, "2.5,oppdiktet,oppdiktet", "2.5,oppdiktet,",
         "line 2: lengde_kilde: empty"),
    Case("length of an unknown source", COMPETENCES, "2.5,oppdiktet,oppdiktet", "2.5,oppdiktet,drømt",
         "line 2: lengde_kilde: unknown source drømt"),
    Case("duplicate requirement", REQUIREMENTS, "poesi,,", "GENS,,", "line 3: id: duplicate GENS"),
    Case("gsk in other words", REQUIREMENTS, "dikt.,ja", "dikt.,nei", "line 3: gsk: unknown word nei, not one of ja"),
    Case("impossible year of a requirement", REQUIREMENTS, "ja,2022", "ja,3022", "line 2: ar: impossible year 3022"),
    Case("requirement without a source", REQUIREMENTS, "2022,oppdiktet", "2022,", "line 2: kilde: empty"),
    Case("one unknown source of two", REQUIREMENTS, "2022,oppdiktet", "2022,oppdiktet;drømt",
         "line 2: kilde: unknown source drømt"),
    Case("outcome that is none", OUTCOMES_FILE, "Svennebrev,svennebrev", "Svennebrev,svenebrev",
         "line 4: verdi: unknown word svenebrev, not one of fagbrev, svennebrev, yrkeskompetanse, studiekompetanse, "
         "fagskole, høgskolekandidat, bachelor, master, profesjonsstudium, doktorgrad, spesialistgodkjenning, "
         "sertifikat, opplæring, annet"),
    Case("what a way gives has no word to choose by", PROFILE, "gir: Bachelor", "gir: Bakkelår",
         "utdanning[1].gir: Bakkelår is not in utdanning/sluttbevis.csv"),
    Case("duplicate authorisation", AUTHORISATIONS, "måneloven § 1,skilt,\n",
         "måneloven § 1,skilt,\nmånesmed,autorisasjon,,oppdiktet,\n", "line 3: yrke: duplicate månesmed"),
    Case("authorisation without a kind", AUTHORISATIONS, "autorisasjon;beskyttet tittel", "", "line 2: type: empty"),
    Case("career step of an unknown area", CAREER, "LYMAN3", "LYMAN9",
         "line 2: programomrade: unknown code LYMAN9----"),
    Case("career step to an unknown occupation", CAREER, "aerlighetsrevisor", "revisor",
         "line 2: yrke: unknown occupation revisor"),
    Case("duplicate career step", CAREER, "krever studium\n",
         "krever studium\nLYMAN3----,aerlighetsrevisor,det samme\n",
         "line 3: duplicate LYMAN3---- aerlighetsrevisor"),
    Case("career step without a reason", CAREER, "krever studium", "", "line 2: grunn: empty"),
]  # fmt: skip

OCCUPATIONS = [
    Case("title of another file", SHORT, "Åkerpoet", "Engpoet", "tittel: Engpoet belongs in engpoet.yaml"),
    Case("unknown group", SHORT, "2641", "2649", "styrk08[0]: unknown code 2649"),
    Case("group of another level", SHORT, "2641", "264", "styrk08[0]: unknown code 264"),
    Case("unknown programme area", BARE, "fag: []", "fag: [LYMAN9----]", "fag[0]: unknown code LYMAN9----"),
    Case("area that gives nothing", BARE, "fag: []", "fag: [LYLYS1----]", "fag[0]: unknown code LYLYS1----"),
    Case("short NUS code", BARE, "nus: []", 'nus: ["1234"]', "nus[0]: unknown code 1234"),
    Case("unknown source", BARE, "[oppdiktet]", "[drømt]", "kilder[0]: unknown code drømt"),
    Case("no source", BARE, "[oppdiktet]", "[]", "kilder: a record without a source"),
    Case("unknown authorisation", PROFILE, "autorisasjon: [månesmed]", "autorisasjon: [solsmed]",
         "autorisasjon[0]: unknown code solsmed"),
    Case("unknown related occupation", PROFILE, "beslektede: [stjernepleier]", "beslektede: [solsmed]",
         "beslektede[0]: unknown code solsmed"),
    Case("related to itself", PROFILE, "beslektede: [stjernepleier]", "beslektede: [manesmed]",
         "beslektede[0]: unknown code manesmed"),
    Case("unknown source of an interview", PROFILE, "natta., kilde: utdanning-2015", "natta., kilde: drømt",
         "intervjuer[0].kilde: unknown source drømt"),
    Case("unknown source of a page", PROFILE, "CC BY-NC-ND, kilde: utdanning-2015", "CC BY-NC-ND, kilde: drømt",
         "side.kilde: unknown source drømt"),
    Case("unknown missing part", BARE, "fag: []", "fag: []\nmangler: {humør: borte}", "mangler.humør: unknown part"),
    Case("missing without a reason", BARE, "fag: []", "fag: []\nmangler: {om: ''}",
         "mangler.om: empty text or space at an end"),
]  # fmt: skip

PROFILES = [
    Case("no lead", PROFILE, "ingress: Månesmeden pusser månen, så den skinner jevnt.\n", "",
         "ingress: missing in a full profile; write it, or say why under mangler"),
    Case("only a lead", BARE, "fag: []", "fag: []\nautorisasjon: []\ningress: Ølpoeten dikter.",
         "om: missing in a full profile; write it, or say why under mangler"),
    Case("an empty part", PROFILE, "videreutdanning:\n  - Du kan bli mester.", "videreutdanning: []",
         "videreutdanning: missing in a full profile; write it, or say why under mangler"),
    Case("no way of education", BARE, "fag: []",
         "fag: []\ningress: I.\nom: [O.]\noppgaver: [o]\negenskaper: [e]\narbeidssteder: [a]\nvidereutdanning: [v]\n"
         "autorisasjon: []\nbeslektede: [manesmed]\nutdanning: []",
         "utdanning: missing in a full profile; write it, or say why under mangler"),
    Case("authorisation not said", PROFILE, "autorisasjon: [månesmed]\n", "",
         "autorisasjon: missing in a full profile; write it, or say why under mangler"),
    Case("a way without admission", PROFILE, "    opptak:\n      - {krav: GENS}\n", "",
         "utdanning[1].opptak: missing in a full profile; write it, or say why under mangler"),
    Case("a list said to be missing", PROFILE, "side: {", "mangler: {om: borte}\nside: {",
         "mangler: om is not missing"),
    Case("a lead said to be missing", PROFILE, "side: {", "mangler: {ingress: borte}\nside: {",
         "mangler: ingress is not missing"),
    Case("interviews said to be missing", PROFILE, "side: {", "mangler: {intervjuer: borte}\nside: {",
         "mangler: intervjuer is not missing"),
    Case("admission said to be missing", PROFILE, "side: {", "mangler: {opptak: borte}\nside: {",
         "mangler: opptak is not missing"),
    Case("a route without steps", PROFILE, "steg:\n      - {grad: Bachelor i lys, ar: 3}", "steg: []",
         "utdanning[1].steg: a route without steps"),
    Case("two kinds in a step", PROFILE, "{grad: Bachelor i lys,", "{grad: Bachelor i lys, kurs: Smiekurs,",
         "utdanning[1].steg[0]: a step has exactly one of program, laere, grad, kurs"),
    Case("no kind in a step", PROFILE, "{grad: Bachelor i lys,", "{",
         "utdanning[1].steg[0]: a step has exactly one of program, laere, grad, kurs"),
    Case("unknown programme area in a step", PROFILE, "program: LYSMI2", "program: LYSMI9",
         "utdanning[0].steg[1].program: unknown code LYSMI9----"),
    Case("unknown apprenticeship in a step", PROFILE, "laere: LYMAN3", "laere: LYMAN9",
         "utdanning[0].steg[2].laere: unknown code LYMAN9----"),
    Case("no transition between steps", PROFILE, "      - {program: LYSMI2----, ar: 1}\n", "",
         "utdanning[0].steg[1].laere: no transition from LYLYS1---- to LYMAN3----"),
    Case("length of nothing in a step", PROFILE, "ar: 2.5", "ar: 0",
         "utdanning[0].steg[2].ar: impossible length 0 years"),
    Case("length of a third in a step", PROFILE, "ar: 2.5", "ar: 2.3",
         "utdanning[0].steg[2].ar: impossible length 2.3 years"),
    Case("endless step", PROFILE, "ar: 2.5", "ar: .inf", "utdanning[0].steg[2].ar: impossible length inf years"),
    Case("unknown requirement", PROFILE, "krav: GENS", "krav: GENZ",
         "utdanning[1].opptak[0].krav: unknown requirement GENZ"),
    Case("requirement of two kinds", PROFILE, "{krav: GENS}", "{krav: GENS, tekst: Fullført grunnskole.}",
         "utdanning[1].opptak[0]: a requirement has exactly one of krav, tekst"),
    Case("requirement of no kind", PROFILE, "{krav: GENS}", "{ar: 2020}",
         "utdanning[1].opptak[0]: a requirement has exactly one of krav, tekst"),
    Case("impossible year in our own requirement", PROFILE, "grunnskole., ar: 2015", "grunnskole., ar: 1215",
         "utdanning[0].opptak[0].ar: impossible year 1215"),
    Case("unknown source of our own requirement", PROFILE, "ar: 2015, kilde: utdanning-2015", "ar: 2015, kilde: drømt",
         "utdanning[0].opptak[0].kilde: unknown source drømt"),
]  # fmt: skip

CASES = [
    *YAML_ITSELF, *KEYS, *TYPES, *TEXTS, *CSV_ITSELF, *SOURCES_AND_GROUPS, *PAY, *EDUCATION, *OCCUPATIONS, *PROFILES,
]  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the invented data to break; faults name its files as `data/…`."""
    return Path(shutil.copytree(INVENTED, tmp_path / "data"))


def fault_of(data: Path) -> str:
    """What the build says of this data."""
    with pytest.raises(DataFault) as raised:
        build(data, data.parent / "yrke.sqlite3")
    return str(raised.value)


def line_of(case: Case) -> str:
    """The whole line that is expected; a fault that shows in another file names that file itself."""
    return f"data/{case.fault}" if case.fault.startswith("lonn/") else f"data/{case.file}: {case.fault}"


@pytest.mark.parametrize("case", CASES, ids=[f"{case.file} {case.name}".replace(" ", "-") for case in CASES])
def test_broken_data_stops_the_build_with_one_line(case: Case, data: Path) -> None:
    path = data / case.file
    written = path.read_text(encoding="utf-8")
    assert written.count(case.old) == 1
    path.write_text(written.replace(case.old, case.new), encoding="utf-8")
    assert fault_of(data) == line_of(case)
    assert not (data.parent / "yrke.sqlite3").exists()


# What an exchange of words in one file cannot break.

FILES = [SOURCES, NOTES, GROUPS, SERIES, "lonn/ssb-11418-utdanning.csv", PAGE, AREAS, TRANSITIONS, COMPETENCES, CAREER,
         REQUIREMENTS, AUTHORISATIONS, OUTCOMES_FILE]  # fmt: skip


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(file: str, data: Path) -> None:
    (data / file).unlink()
    assert fault_of(data) == f"data/{file}: missing file"


@pytest.mark.parametrize("file", [*FILES, SHORT])
def test_a_file_that_is_not_utf8_is_named_with_the_byte(file: str, data: Path) -> None:
    (data / file).write_bytes(b"tittel: \xc5kerpoet\n")
    assert fault_of(data) == f"data/{file}: byte 8: not UTF-8"


@pytest.mark.parametrize(("content", "kind"), [("", "nothing"), ("- tittel\n", "a list"), ("Åkerpoet\n", "a text")])
@pytest.mark.parametrize("file", [SOURCES, NOTES, SHORT])
def test_a_yaml_file_is_a_mapping(content: str, kind: str, file: str, data: Path) -> None:
    (data / file).write_text(content, encoding="utf-8")
    assert fault_of(data) == f"data/{file}: {kind} where a mapping should be"


def test_a_raw_control_character_is_not_yaml(data: Path) -> None:
    (data / SHORT).write_bytes(b"tittel: \x07\n")
    # The rest of the line is the YAML library's, whose two readers say it in different words.
    assert re.fullmatch(r"data/yrker/akerpoet\.yaml: not YAML: unacceptable character #x0007: .+", fault_of(data))


def test_an_empty_csv_file_has_no_columns(data: Path) -> None:
    (data / TRANSITIONS).write_bytes(b"")
    assert fault_of(data) == "data/utdanning/overganger.csv: line 1: columns are , not fra,til,kilde"


def test_a_quotation_mark_that_is_never_closed_is_a_fault_however_long_the_rest(data: Path) -> None:
    rows = (data / SERIES).read_text(encoding="utf-8").replace("2025,7222", '"2025,7222')
    (data / SERIES).write_text(rows + "2025,7222,alle,heltid,alle,,1,2,3,4\n" * 5_000, encoding="utf-8")
    assert fault_of(data) == "data/lonn/ssb-11418.csv: line 12: a quotation mark that is never closed"


def test_an_occupation_in_a_file_of_another_kind(data: Path) -> None:
    (data / SHORT).rename(data / "yrker" / "akerpoet.yml")
    assert fault_of(data) == "data/yrker/akerpoet.yml: an occupation's file ends in .yaml"


def test_a_folder_among_the_occupations(data: Path) -> None:
    (data / "yrker" / "gamle").mkdir()
    assert fault_of(data) == "data/yrker/gamle: an occupation's file ends in .yaml"


@pytest.mark.parametrize("file", ["lonn/ssb-99999.csv", "utdanning/fagskoler.csv"])
def test_a_file_that_nothing_reads_is_a_fault(file: str, data: Path) -> None:
    (data / file).write_text("ar,styrk08\n", encoding="utf-8")
    assert fault_of(data) == f"data/{file}: unknown file"


def test_two_titles_that_fold_to_the_same_name(data: Path) -> None:
    again = (data / BARE).read_text(encoding="utf-8").replace("Ølpoet", "Øl-poet")
    (data / "yrker" / "ol-poet.yaml").write_text(again, encoding="utf-8")
    assert fault_of(data) == "data/yrker/olpoet.yaml: tittel: Ølpoet is the same name as Øl-poet"


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("videreutdanning", "videreutdanning:\n  - Du kan bli mester.\n"),
        ("beslektede", "beslektede: [stjernepleier]\n"),
        ("ingress", "ingress: Månesmeden pusser månen, så den skinner jevnt.\n"),
    ],
    ids=["videreutdanning", "beslektede", "ingress"],
)
def test_a_reason_makes_a_full_profile_whole_without_the_part(part: str, written: str, data: Path) -> None:
    profile = (data / PROFILE).read_text(encoding="utf-8")
    assert profile.count(written) == 1
    reason = f"mangler: {{{part}: Ingen har skrevet det.}}\n"
    (data / PROFILE).write_text(profile.replace(written, "") + reason, encoding="utf-8")
    build(data, data.parent / "yrke.sqlite3")


# The call by hand.


def compiled(*arguments: Path) -> subprocess.CompletedProcess[str]:
    """`python -m yrke_build` with these arguments."""
    return subprocess.run(
        [sys.executable, "-m", "yrke_build", *arguments],
        capture_output=True, encoding="utf-8", env=environment(), check=False, timeout=60,
    )  # fmt: skip


def test_a_faulty_build_says_one_line_and_leaves_the_old_database(data: Path) -> None:
    target = data.parent / "out" / "yrke.sqlite3"
    target.parent.mkdir()
    target.write_bytes(b"the old one")
    (data / SHORT).write_text("tittel: Åkerpoet\nlonn: 3\n", encoding="utf-8")
    done = compiled(data, target)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "data/yrker/akerpoet.yaml: styrk08: missing\n")
    assert target.read_bytes() == b"the old one"
    assert os.listdir(target.parent) == ["yrke.sqlite3"]


def test_a_good_build_says_nothing_and_leaves_the_database_alone_in_its_folder(data: Path) -> None:
    target = data.parent / "out" / "yrke.sqlite3"
    target.parent.mkdir()
    target.write_bytes(b"the old one")
    done = compiled(data, target)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert target.read_bytes().startswith(b"SQLite format 3\x00")
    assert os.listdir(target.parent) == ["yrke.sqlite3"]


def test_data_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    done = compiled(tmp_path / "data", tmp_path / "yrke.sqlite3")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "data/kilder.yaml: missing file\n")


# Every fault that the compiler can name has a case above.


def faults_in_the_compiler() -> Iterator[tuple[str, str]]:
    """Where each fault stands, and its text as a pattern: what is filled in matches anything."""
    for path in sorted(COMPILER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and called(node) in ("fault", "DataFault"):
                pattern = pattern_of(node.args[-1])
                if pattern:
                    yield f"{path.name}:{node.lineno}", pattern


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def pattern_of(text: ast.expr) -> str:
    """The text of a fault as a regular expression; empty for one that is handed on."""
    if isinstance(text, ast.Constant):
        return re.escape(str(text.value))
    if isinstance(text, ast.JoinedStr):
        return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*" for part in text.values)
    return ""


BESIDE_THE_CASES = [
    "missing file", "not UTF-8", "nothing where a mapping should be", "an occupation's file ends in .yaml",
    "Ølpoet is the same name as Øl-poet", "unknown file", "a quotation mark that is never closed",
]  # fmt: skip


@pytest.mark.parametrize(("place", "pattern"), list(faults_in_the_compiler()))
def test_every_fault_of_the_compiler_has_a_case(place: str, pattern: str) -> None:
    texts = [case.fault for case in CASES] + BESIDE_THE_CASES
    assert any(re.search(f"(^|: ){pattern}$", text) for text in texts), place
