"""Every kind of broken data stops the build with one exact line: which file, where in it, what is wrong."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import yrke_build
from tests.conftest import INVENTED, Result, call, environment
from yrke_build import BadData, build, declared, kinds, reading
from yrke_build.writing import write

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
SEVERAL = "yrker/grenseskriver.yaml"


class Case:
    """In `file`, `old` (it stands there once) becomes `new`; the build then says these faults: `line: place: what` in
    that file, or with the name of another."""

    def __init__(self, name: str, file: str, old: str, new: str, *faults: str) -> None:
        self.name = name
        self.file = file
        self.old = old
        self.new = new
        self.faults = [fault if fault.startswith("data/") else f"data/{file}:{fault}" for fault in faults]


YAML_ITSELF = [
    Case("not YAML", SHORT, "Åkerpoet", "'Åkerpoet", "1: ikke YAML: et anførselstegn som aldri lukkes"),
    Case("two documents", SHORT, "nus: []", "---\nnus: []", "4: ikke YAML: en linje med --- midt i fila"),
    Case(
        "a tag",
        SHORT,
        "[dikt]",
        "!verden dikt",
        "3: ikke YAML: en tekst som begynner med !; sett den i anførselstegn",
    ),
    Case(
        "a colon in a text",
        PROFILE,
        "ingress: Månesmeden",
        "ingress: Om: Månesmeden",
        "8: ikke YAML: et kolon i en tekst; sett teksten i anførselstegn",
    ),
    Case(
        "a tab",
        PROFILE,
        "      - {program: LYSMI2",
        "\t- {program: LYSMI2",
        "23: ikke YAML: et tegn som ikke kan stå først (tabulator, @, `); sett teksten i anførselstegn",
    ),
    Case(
        "an @",
        SHORT,
        "[dikt]",
        "@dikt",
        "3: ikke YAML: et tegn som ikke kan stå først (tabulator, @, `); sett teksten i anførselstegn",
    ),
    Case("an alias", SHORT, "[dikt]", "*dikt", "3: ikke YAML: en tekst som begynner med *; sett den i anførselstegn"),
    Case(
        "an open list",
        PROFILE,
        "kilder: [oppdiktet, utdanning-2015]",
        "kilder: [oppdiktet, utdanning-2015",
        "7: ikke YAML: en liste som aldri lukkes, eller et komma som mangler mellom to ledd",
    ),
    Case(
        "an open mapping",
        PROFILE,
        "{krav: GENS}",
        "{krav: GENS",
        "34: ikke YAML: et { som aldri lukkes, eller et komma som mangler mellom to nøkler",
    ),
    Case(
        "no colon",
        PROFILE,
        "ingress: Månesmeden",
        "ingress Månesmeden",
        "8: ikke YAML: en linje uten kolon etter nøkkelen",
    ),
    Case(
        "indented otherwise",
        PROFILE,
        "    gir: Bachelor",
        "   gir: Bachelor",
        "32: ikke YAML: innrykket stemmer ikke, eller teksten lukkes for tidlig",
    ),
    Case(
        "a text closed too early",
        SHORT,
        "tittel: Åkerpoet",
        'tittel: "Åker" poet',
        "1: ikke YAML: innrykket stemmer ikke, eller teksten lukkes for tidlig",
    ),
    Case("a list in itself", SHORT, "[dikt]", "&a [*a]", "1: ikke YAML: lister eller nøkler i hverandre uten ende"),
    Case("a control character", SHORT, "nus: []", "nus: [\x07]", "4: ikke YAML: et tegn som ikke kan stå der"),
    Case(
        "impossible date",
        PROFILE,
        "2015-03-13",
        "2015-13-13",
        "41: side.oppdatert: «2015-13-13» der det skulle stå en dato",
    ),
    Case("duplicate key", SHORT, "nus: []", "nus: []\nfag: []", "6: fag: nøkkelen står to ganger"),
    Case(
        "duplicate inner key",
        PROFILE,
        "LYLYS1----, ar: 1",
        "LYLYS1----, ar: 1, ar: 2",
        "22: utdanning[0].steg[0].ar: nøkkelen står to ganger",
    ),
    Case("a list as a key", SHORT, "nus: []", "nus: []\n[nus]: []", "5: ikke YAML: en liste kan ikke være en nøkkel"),
]

KEYS = [
    Case("unknown key", SHORT, "fag: []", "fag: []\nlonn: 3", "6: lonn: ukjent nøkkel lonn"),
    Case("unknown key, line break in it", SHORT, "fag: []", 'fag: []\n"l\\nn": 3', "6: l\\nn: ukjent nøkkel l\\nn"),
    Case(
        "duplicate key, line break in it",
        SHORT,
        "fag: []",
        'fag: []\n"l\\nn": 3\n"l\\nn": 3',
        "7: l\\nn: nøkkelen står to ganger",
    ),
    Case("unknown key of a source", SOURCES, "ar: uten år", "ar: uten år, nr: 1", "4: oppdiktet.nr: ukjent nøkkel nr"),
    Case(
        "unknown key of a route",
        PROFILE,
        "gir: Bachelor",
        "gir: Bachelor\n    pris: 1",
        "33: utdanning[1].pris: ukjent nøkkel pris",
    ),
    Case(
        "unknown key of a step",
        PROFILE,
        "ar: 2.5",
        "ar: 2.5, sted: smia",
        "24: utdanning[0].steg[2].sted: ukjent nøkkel sted",
    ),
    Case(
        "unknown key of a requirement",
        PROFILE,
        "krav: GENS",
        "krav: GENS, ar: 2020",
        "34: utdanning[1].opptak[0].kilde: mangler",
    ),
    Case(
        "unknown key of an interview",
        PROFILE,
        "navn: Luna Berg",
        "navn: Luna Berg, alder: 30",
        "40: intervjuer[0].alder: ukjent nøkkel alder",
    ),
    Case(
        "unknown key of a page",
        PROFILE,
        "redaktor: Kari",
        "avdeling: smia, redaktor: Kari",
        "41: side.avdeling: ukjent nøkkel avdeling",
    ),
    Case(
        "a misspelt key is not one that lacks too",
        SHORT,
        "tittel: Åkerpoet",
        "titel: Åkerpoet",
        "1: titel: ukjent nøkkel titel (mente du tittel?)",
    ),
    Case(
        "a misspelt key of a step",
        PROFILE,
        "{grad: Bachelor",
        "{gradd: Bachelor",
        "31: utdanning[1].steg[0].gradd: ukjent nøkkel gradd (mente du grad?)",
    ),
    Case("missing title", SHORT, "tittel: Åkerpoet\n", "", "1: tittel: mangler"),
    Case("missing styrk08", SHORT, 'styrk08: ["2641"]\n', "", "1: styrk08: mangler"),
    Case("missing list", SHORT, "andre_navn: []\n", "", "1: andre_navn: mangler"),
    Case("missing sources", SHORT, "kilder: [oppdiktet]\n", "", "1: kilder: mangler"),
    Case("missing key of a source", SOURCES, "utgiver: Ingen, ", "", "4: oppdiktet.utgiver: mangler"),
    Case("missing year of a source", SOURCES, ", ar: uten år", "", "4: oppdiktet.ar: mangler"),
    Case("missing name of a route", PROFILE, "- navn: Studium\n    steg", "- steg", "29: utdanning[1].navn: mangler"),
    Case(
        "missing source of a requirement",
        PROFILE,
        "ar: 2015, kilde: utdanning-2015",
        "ar: 2015",
        "27: utdanning[0].opptak[0].kilde: mangler",
    ),
    Case(
        "missing year of a requirement",
        PROFILE,
        "grunnskole., ar: 2015",
        "grunnskole.",
        "27: utdanning[0].opptak[0].ar: mangler",
    ),
    Case(
        "missing source of an interview",
        PROFILE,
        "Hun liker natta., kilde: utdanning-2015",
        "Hun liker natta.",
        "40: intervjuer[0].kilde: mangler",
    ),
    Case(
        "missing source of a page",
        PROFILE,
        "CC BY-NC-ND, kilde: utdanning-2015",
        "CC BY-NC-ND",
        "41: side.kilde: mangler",
    ),
    Case("an empty source", SOURCES, "oppdiktet: {", "tom:\noppdiktet: {", "4: tom: er tom"),
    Case("an empty note", NOTES, "fa-personer: Færre enn 100 personer.", "fa-personer:", "12: fa-personer: er tom"),
    Case("an empty title", SHORT, "tittel: Åkerpoet", "tittel:", "1: tittel: er tom"),
]

TYPES = [
    Case("title is a number", SHORT, "tittel: Åkerpoet", "tittel: 7", "1: tittel: et tall der det skulle stå en tekst"),
    Case(
        "title is yes/no",
        SHORT,
        "tittel: Åkerpoet",
        "tittel: true",
        "1: tittel: ja eller nei der det skulle stå en tekst",
    ),
    Case(
        "lead is a list",
        PROFILE,
        "ingress: Månesmeden pusser månen, så den skinner jevnt.",
        "ingress: [Månesmeden]",
        "8: ingress: en liste der det skulle stå en tekst",
    ),
    Case("list is a text", SHORT, "[dikt]", "dikt", "3: interesser: «dikt» der det skulle stå en liste"),
    Case("code is a number", SHORT, '["2641"]', "[2641]", "2: styrk08[0]: et tall der det skulle stå en tekst"),
    Case(
        "nothing in a list",
        SHORT,
        "andre_navn: []",
        "andre_navn: [~]",
        "6: andre_navn[0]: ingenting der det skulle stå en tekst",
    ),
    Case(
        "step is a text",
        PROFILE,
        "{grad: Bachelor i lys, ar: 3}",
        "Bachelor i lys",
        "31: utdanning[1].steg[0]: «Bachelor i lys» der det skulle stå nøkler med verdier",
    ),
    Case(
        "length is a text",
        PROFILE,
        "ar: 2.5",
        "ar: lenge",
        "24: utdanning[0].steg[2].ar: «lenge» der det skulle stå et antall år",
    ),
    Case(
        "length is yes/no",
        PROFILE,
        "ar: 2.5",
        "ar: yes",
        "24: utdanning[0].steg[2].ar: ja eller nei der det skulle stå et antall år",
    ),
    Case(
        "year is a list", SOURCES, "ar: uten år", "ar: [2015]", "4: oppdiktet.ar: en liste der det skulle stå en tekst"
    ),
    Case(
        "date is a text",
        SOURCES,
        "dato: 2015-03-13",
        "dato: i mars",
        "3: utdanning-2015.dato: «i mars» der det skulle stå en dato",
    ),
    Case(
        "date is a moment",
        PROFILE,
        "2015-03-13",
        "2015-03-13T12:00:00",
        "41: side.oppdatert: et tidspunkt der det skulle stå en dato",
    ),
    Case(
        "page is a list",
        BARE,
        "fag: []",
        "fag: []\nside: []",
        "6: side: en liste der det skulle stå nøkler med verdier",
    ),
    Case(
        "missing parts are a list",
        BARE,
        "fag: []",
        "fag: []\nmangler: [om]",
        "6: mangler: en liste der det skulle stå nøkler med verdier",
    ),
]

TEXTS = [
    Case("empty text", SHORT, "tittel: Åkerpoet", "tittel: ''", "1: tittel: tom tekst, eller mellomrom i enden"),
    Case(
        "space at an end",
        SHORT,
        "tittel: Åkerpoet",
        "tittel: 'Åkerpoet '",
        "1: tittel: tom tekst, eller mellomrom i enden",
    ),
    Case("empty text in a list", PROFILE, "telle kratre", '""', "14: oppgaver[1]: tom tekst, eller mellomrom i enden"),
    Case("space before a cell", GROUPS, "4,Månesmeder", "4, Månesmeder", "5: navn: tom tekst, eller mellomrom i enden"),
    Case("line break", SHORT, "[dikt]", '["di\\nkt"]', "3: interesser[0]: linjeskift eller styretegn i teksten"),
    Case("escape", SHORT, "[dikt]", '["di\\ekt"]', "3: interesser[0]: linjeskift eller styretegn i teksten"),
    Case(
        "tab in a cell", CAREER, "krever studium", "krever\tstudium", "2: grunn: linjeskift eller styretegn i teksten"
    ),
    Case(
        "duplicate in a list", PROFILE, "telle kratre", "pusse månen", "14: oppgaver[1]: pusse månen står der fra før"
    ),
]

CSV_ITSELF = [
    Case(
        "wrong columns",
        GROUPS,
        "niva",
        "nivå",
        "1: kolonnene er styrk08,overordnet,nivå,navn,navn_en,kilde, ikke styrk08,overordnet,niva,navn,navn_en,kilde",
    ),
    Case(
        "columns in another order",
        TRANSITIONS,
        "fra,til",
        "til,fra",
        "1: kolonnene er til,fra,kilde, ikke fra,til,kilde",
    ),
    Case("a cell too many", TRANSITIONS, "LYLYS1----,LYSMI2----", "LYLYS1----,LYSMI2----,", "2: 4 celler, ikke 3"),
    Case("a cell too few", SERIES, "52000,51000,45000,58000", "52000,51000,45000", "11: 9 celler, ikke 10"),
    Case(
        "a row after a row on two lines",
        TRANSITIONS,
        "LYMAN3----,oppdiktet",
        '"LYMAN3\n----",oppdiktet\nx',
        "3: til: linjeskift eller styretegn i teksten",
        "5: 1 celler, ikke 3",
    ),
    Case(
        "text after a quotation mark",
        GROUPS,
        "4,Månesmeder",
        '4,"Måne"smeder',
        "5: et anførselstegn som ikke lukkes, eller som står midt i en celle",
    ),
    Case(
        "an open quotation mark",
        GROUPS,
        "4,Månesmeder",
        '4,"Månesmeder',
        "5: et anførselstegn som ikke lukkes, eller som står midt i en celle",
    ),
    Case(
        "a line break in a cell",
        GROUPS,
        "4,Månesmeder",
        '4,"Måne\nsmeder"',
        "5: navn: linjeskift eller styretegn i teksten",
    ),
    Case(
        "a sign that parts lines elsewhere",
        GROUPS,
        "4,Månesmeder",
        "4,Måne\u2028smeder",
        "5: navn: linjeskift eller styretegn i teksten",
    ),
    Case("an empty line", TRANSITIONS, "kilde\n", "kilde\n\n", "2: 0 celler, ikke 3"),
]

SOURCES_AND_GROUPS = [
    Case(
        "source id",
        SOURCES,
        "oppdiktet: {",
        "Oppdiktet: {",
        "4: Oppdiktet: Oppdiktet er ikke en kilde-id (a–z, 0–9 og bindestrek)",
    ),
    Case("impossible year of a source", SOURCES, "ar: 2015,", "ar: 2515,", "3: utdanning-2015.ar: umulig årstall 2515"),
    Case("impossible year in a text", SOURCES, "2016–2025", "1016–2025", "1: ssb-11418.ar: umulig årstall 1016"),
    Case("year of two digits", SOURCES, "ar: 2015,", "ar: 15,", "3: utdanning-2015.ar: umulig årstall 15"),
    Case(
        "more full time than all",
        "arbeidsforhold.csv",
        "2021,kvinner,310,110",
        "2021,kvinner,310,311",
        "4: heltid: 311 er flere enn alle, 310",
    ),
    Case(
        "employed after the source's own year",
        "sysselsatte.csv",
        "7221,2025,4567",
        "7221,2026,4567",
        "4: ar: 2026 er etter kildens eget år, 2025",
    ),
    Case("duplicate group", GROUPS, "722,72,3,", "72,7,2,Smier,,oppdiktet\n722,72,3,", "4: 72 står der fra før"),
    Case("level does not fit", GROUPS, "722,72,3,", "722,72,4,", "4: niva: koden 722 har 3 sifre og er på nivå 3"),
    Case(
        "letters in a code",
        GROUPS,
        "2,,1,Akademiske",
        "A,,1,Akademiske",
        "7: styrk08: A er ikke en STYRK-08-kode",
        "8: overordnet: ukjent gruppe 2",
    ),
    Case("level is no number", GROUPS, "722,72,3,", "722,72,tre,", "4: niva: «tre» der det skulle stå et helt tall"),
    Case("parent does not fit", GROUPS, "7221,722,", "7221,721,", "5: overordnet: gruppen over 7221 er 722"),
    Case(
        "parent is not there",
        GROUPS,
        "264,26,3,Diktere i jordbruket,,oppdiktet\n",
        "",
        "9: overordnet: ukjent gruppe 264 (mente du 2642?), også på linje 10",
    ),
    Case("group without a source", GROUPS, "Håndverkere,,oppdiktet", "Håndverkere,,", "2: kilde: er tom"),
    Case(
        "group of an unknown source",
        GROUPS,
        "Håndverkere,,oppdiktet",
        "Håndverkere,,drømt",
        "2: kilde: ukjent kilde drømt (de som finnes, står i kilder.yaml)",
    ),
]

PAY = [
    Case(
        "series without its file",
        SOURCES,
        "ssb-11418: {",
        "ssb-11419: {",
        "data/lonn/ssb-11418.csv: ukjent fil",
        "data/lonn/ssb-11419.csv: filen mangler",
    ),
    Case(
        "series that is no number",
        SOURCES,
        "serie: 1,",
        "serie: 0,",
        "1: ssb-11418.serie: 0 er ikke mellom 1 og 999999999",
    ),
    Case(
        "two series of the same rank",
        SOURCES,
        "serie: 2",
        "serie: 1",
        "2: ssb-11418-utdanning.serie: en annen serie har også nummer 1",
    ),
    Case(
        "break without a year",
        SOURCES,
        '"2021": ',
        '"i fjor": ',
        "1: ssb-11418.brudd.i fjor: i fjor er ikke et årstall",
    ),
    Case(
        "note without an explanation",
        NOTES,
        "snitt-over-p75: ",
        "snitt-over-p7: ",
        "snitt-over-p75: mangler, men står på rader med lønn",
    ),
    Case(
        "page of an unknown source",
        SOURCES,
        "utdanning-2015: {",
        "utdanning-2016: {",
        "data/lonn/utdanning-2015.csv: ukjent kilde utdanning-2015",
        "data/yrker/manesmed.yaml:7: kilder[1]: ukjent kilde utdanning-2015 (mente du utdanning-2016?)",
        "data/yrker/manesmed.yaml:27: utdanning[0].opptak[0].kilde: ukjent kilde utdanning-2015 (mente du utdanning-2016?)",
        "data/yrker/manesmed.yaml:40: intervjuer[0].kilde: ukjent kilde utdanning-2015 (mente du utdanning-2016?)",
        "data/yrker/manesmed.yaml:41: side.kilde: ukjent kilde utdanning-2015 (mente du utdanning-2016?)",
        "data/yrker/manesmed.yaml:46: forhold.natt: ukjent kilde utdanning-2015 (mente du utdanning-2016?)",
    ),
    Case("year after the source's", SERIES, "2025,7221", "2026,7221", "11: ar: 2026 er etter kildens eget år, 2025"),
    Case("year before all", SERIES, "2025,7221", "1925,7221", "11: ar: umulig årstall 1925"),
    Case(
        "page's year after the source's",
        PAGE,
        "2015,manesmed,Smeder ved smia,Lysproduksjon,Kommune",
        "2016,manesmed,Smeder ved smia,Lysproduksjon,Kommune",
        "2: ar: 2016 er etter kildens eget år, 2015",
    ),
    Case("no year", SERIES, "2025,7221", ",7221", "11: ar: er tom"),
    Case("year in words", SERIES, "2025,7221", "i fjor,7221", "11: ar: «i fjor» der det skulle stå et helt tall"),
    Case(
        "unknown unit group", SERIES, "2025,7221", "2025,7229", "11: styrk08: ukjent yrkesgruppe 7229 (mente du 7222?)"
    ),
    Case(
        "group of another level",
        SERIES,
        "2025,7221",
        "2025,722",
        "11: styrk08: ukjent yrkesgruppe 722 (mente du 7222?)",
    ),
    Case(
        "unknown sector",
        SERIES,
        "7221,kommune",
        "7221,kommunen",
        "9: sektor: ukjent ord kommunen (mente du kommune?)",
    ),
    Case(
        "unknown working time",
        SERIES,
        "7221,kommune,heltid",
        "7221,kommune,fulltid",
        "9: arbeidstid: ukjent ord fulltid (velg mellom alle, heltid, deltid)",
    ),
    Case(
        "unknown sex",
        SERIES,
        "heltid,kvinner",
        "heltid,damer",
        "7: kjonn: ukjent ord damer (velg mellom alle, kvinner, menn)",
    ),
    Case(
        "duplicate row",
        SERIES,
        "2025,7222,alle,heltid,alle",
        "2025,7221,alle,heltid,alle",
        "12: 7221 2025 alle heltid alle står der fra før",
    ),
    Case(
        "amount with øre", SERIES, "52000,", "52000.50,", "11: gjennomsnitt: «52000.50» der det skulle stå et helt tall"
    ),
    Case("negative amount", SERIES, "52000,", "-52000,", "11: gjennomsnitt: «-52000» der det skulle stå et helt tall"),
    Case("zero for not known", SERIES, "52000,", "0,", "11: gjennomsnitt: 0 er ikke mellom 1000 og 1000000"),
    Case("a year's pay", SERIES, "52000,", "5200000,", "11: gjennomsnitt: 5200000 er ikke mellom 1000 og 1000000"),
    Case(
        "p25 above the median",
        SERIES,
        "51000,45000,58000",
        "51000,51500,58000",
        "11: nedre kvartil ≤ median ≤ øvre kvartil gjelder ikke: 51500, 51000, 58000",
    ),
    Case(
        "median above p75",
        SERIES,
        "51000,45000,58000",
        "51000,45000,50000",
        "11: nedre kvartil ≤ median ≤ øvre kvartil gjelder ikke: 45000, 51000, 50000",
    ),
    Case(
        "p25 above p75, no median",
        SERIES,
        "51000,45000,58000",
        ",59000,58000",
        "11: nedre kvartil ≤ median ≤ øvre kvartil gjelder ikke: 59000, 58000",
    ),
    Case("neither mean nor median", SERIES, "47000,,,", ",,,", "9: verken gjennomsnitt eller median"),
    Case(
        "unknown sector of the page",
        PAGE,
        "Kommune og fylke",
        "Kommune",
        "2: sektor: ukjent ord Kommune (velg mellom Offentlig helseforetak, Kommune og fylke)",
    ),
    Case(
        "page's row for all",
        PAGE,
        "Kommune og fylke,heltid",
        "Kommune og fylke,alle",
        "2: arbeidstid: ukjent ord alle (velg mellom heltid, deltid)",
    ),
    Case(
        "page of an unknown occupation",
        PAGE,
        "2015,manesmed,Smeder ved smia,Lysproduksjon,Kommune",
        "2015,solsmed,Smeder ved smia,Lysproduksjon,Kommune",
        "2: yrke: ukjent yrke solsmed (de som finnes, står i yrker/)",
    ),
    Case(
        "duplicate row of the page",
        PAGE,
        "Offentlig helseforetak,deltid",
        "Kommune og fylke,heltid",
        "3: manesmed 2015 Smeder ved smia Lysproduksjon Kommune og fylke heltid står der fra før",
    ),
    Case(
        "page's figure is nothing", PAGE, "31000,31000", "31000,0", "2: gjennomsnitt_2: 0 er ikke mellom 1 og 10000000"
    ),
    Case("page's figure left out", PAGE, "31000,31000", "31000,", "2: gjennomsnitt_2: er tom"),
]

EDUCATION = [
    Case("no Grep code", AREAS, "LYMAN3----", "LYMAN3", "4: kode: LYMAN3 er ikke en Grep-kode"),
    Case("duplicate programme area", AREAS, "LYSTJ3----", "LYMAN3----", "5: LYMAN3---- står der fra før"),
    Case("area without a name", AREAS, "Smiing,Smiing,", ",Smiing,", "3: navn: er tom"),
    Case(
        "unknown start of a transition",
        TRANSITIONS,
        "LYLYS1----,",
        "LYLYS9----,",
        "2: fra: ukjent kode LYLYS9---- (mente du LYLYS1----?)",
    ),
    Case(
        "unknown end of a transition",
        TRANSITIONS,
        "LYMAN3",
        "LYMAN9",
        "3: til: ukjent kode LYMAN9---- (mente du LYMAN3----?)",
    ),
    Case("duplicate transition", TRANSITIONS, "LYSTJ3", "LYMAN3", "4: LYSMI2---- LYMAN3---- står der fra før"),
    Case("transition without a source", TRANSITIONS, "LYSTJ3----,oppdiktet", "LYSTJ3----,", "4: kilde: er tom"),
    Case(
        "transitions in a ring",
        TRANSITIONS,
        "LYSMI2----,PBPBY3----",
        "LYMAN3----,LYSMI2----",
        "5: til: LYSMI2---- er ikke på et senere nivå enn LYMAN3----",
    ),
    Case(
        "competence of an unknown area",
        COMPETENCES,
        "LYMAN3",
        "LYMAN9",
        "2: programomrade: ukjent kode LYMAN9---- (mente du LYMAN3----?)",
    ),
    Case("duplicate competence", COMPETENCES, "LYSTJ3", "LYMAN3", "3: LYMAN3---- står der fra før"),
    Case(
        "unknown competence",
        COMPETENCES,
        "Svennebrev",
        "Sveinebrev",
        "2: kompetanse: ukjent ord Sveinebrev (mente du Svennebrev?)",
    ),
    Case("length in words", COMPETENCES, "2.5", "lenge", "2: lengde_ar: «lenge» der det skulle stå et antall år"),
    Case("length of a month", COMPETENCES, "2.5", "2.1", "2: lengde_ar: umulig lengde 2.1 år"),
    Case("length of nothing", COMPETENCES, "2.5", "0", "2: lengde_ar: umulig lengde 0 år"),
    Case(
        "source of no length",
        COMPETENCES,
        "Yrkeskompetanse,,oppdiktet,",
        "Yrkeskompetanse,,oppdiktet,oppdiktet",
        "3: lengde_ar: kilden til lengden er der, men ikke lengden",
    ),
    Case(
        "length without a source",
        COMPETENCES,
        "2.5,oppdiktet,oppdiktet",
        "2.5,oppdiktet,",
        "2: lengde_kilde: en lengde må ha en kilde",
    ),
    Case(
        "length of an unknown source",
        COMPETENCES,
        "2.5,oppdiktet,oppdiktet",
        "2.5,oppdiktet,drømt",
        "2: lengde_kilde: ukjent kilde drømt (de som finnes, står i kilder.yaml)",
    ),
    Case("duplicate requirement", REQUIREMENTS, "poesi,,", "GENS,,", "3: GENS står der fra før"),
    Case("gsk in other words", REQUIREMENTS, "dikt.,ja", "dikt.,nei", "3: gsk: ukjent ord nei (skal være ja)"),
    Case("impossible year of a requirement", REQUIREMENTS, "ja,2022", "ja,3022", "2: ar: umulig årstall 3022"),
    Case("requirement without a source", REQUIREMENTS, "2022,oppdiktet", "2022,", "2: kilde: er tom"),
    Case(
        "one unknown source of two",
        REQUIREMENTS,
        "2022,oppdiktet",
        "2022,oppdiktet;drømt",
        "2: kilde: ukjent kilde drømt (de som finnes, står i kilder.yaml)",
    ),
    Case(
        "outcome that is none",
        OUTCOMES_FILE,
        "Svennebrev,svennebrev",
        "Svennebrev,svenebrev",
        "4: verdi: ukjent ord svenebrev (mente du svennebrev?)",
    ),
    Case(
        "what a way gives has no word to choose by",
        PROFILE,
        "gir: Bachelor",
        "gir: Bakkelår",
        "32: utdanning[1].gir: ukjent sluttbevis Bakkelår (de som finnes, står i utdanning/sluttbevis.csv)",
    ),
    Case(
        "duplicate authorisation",
        AUTHORISATIONS,
        "måneloven § 1,skilt,\n",
        "måneloven § 1,skilt,\nmånesmed,autorisasjon,,oppdiktet,\n",
        "3: månesmed står der fra før",
    ),
    Case("authorisation without a kind", AUTHORISATIONS, "autorisasjon;beskyttet tittel", "", "2: type: er tom"),
    Case(
        "career step of an unknown area",
        CAREER,
        "LYMAN3",
        "LYMAN9",
        "2: programomrade: ukjent kode LYMAN9---- (mente du LYMAN3----?)",
    ),
    Case(
        "career step to an unknown occupation",
        CAREER,
        "aerlighetsrevisor",
        "revisor",
        "2: yrke: ukjent yrke revisor (de som finnes, står i yrker/)",
    ),
    Case(
        "duplicate career step",
        CAREER,
        "krever studium\n",
        "krever studium\nLYMAN3----,aerlighetsrevisor,det samme\n",
        "3: LYMAN3---- aerlighetsrevisor står der fra før",
    ),
    Case("career step without a reason", CAREER, "krever studium", "", "2: grunn: er tom"),
]

OCCUPATIONS = [
    Case("title of another file", SHORT, "Åkerpoet", "Engpoet", "1: tittel: Engpoet hører hjemme i engpoet.yaml"),
    Case("unknown group", SHORT, "2641", "2649", "2: styrk08[0]: ukjent yrkesgruppe 2649 (mente du 2642?)"),
    Case("group of another level", SHORT, "2641", "264", "2: styrk08[0]: ukjent yrkesgruppe 264 (mente du 2642?)"),
    Case(
        "unknown programme area",
        BARE,
        "fag: []",
        "fag: [LYMAN9----]",
        "5: fag[0]: ukjent fag LYMAN9---- (mente du LYMAN3----?)",
    ),
    Case(
        "area that gives nothing",
        BARE,
        "fag: []",
        "fag: [LYLYS1----]",
        "5: fag[0]: ukjent fag LYLYS1---- (mente du LYSTJ3----?)",
    ),
    Case("short NUS code", BARE, "nus: []", 'nus: ["1234"]', "4: nus[0]: 1234 er ikke en NUS-kode"),
    Case(
        "unknown source",
        BARE,
        "[oppdiktet]",
        "[drømt]",
        "7: kilder[0]: ukjent kilde drømt (de som finnes, står i kilder.yaml)",
    ),
    Case("no source", BARE, "[oppdiktet]", "[]", "7: kilder: er tom"),
    Case(
        "unknown authorisation",
        PROFILE,
        "autorisasjon: [månesmed]",
        "autorisasjon: [solsmed]",
        "37: autorisasjon[0]: ukjent autorisasjon solsmed (de som finnes, står i utdanning/autorisasjoner.csv)",
    ),
    Case(
        "unknown related occupation",
        PROFILE,
        "beslektede: [stjernepleier]",
        "beslektede: [solsmed]",
        "38: beslektede[0]: ukjent yrke solsmed (de som finnes, står i yrker/)",
    ),
    Case(
        "related to itself",
        PROFILE,
        "beslektede: [stjernepleier]",
        "beslektede: [manesmed]",
        "38: beslektede: manesmed er yrket selv",
    ),
    Case(
        "unknown source of an interview",
        PROFILE,
        "natta., kilde: utdanning-2015",
        "natta., kilde: drømt",
        "40: intervjuer[0].kilde: ukjent kilde drømt (de som finnes, står i kilder.yaml)",
    ),
    Case(
        "unknown source of a page",
        PROFILE,
        "CC BY-NC-ND, kilde: utdanning-2015",
        "CC BY-NC-ND, kilde: drømt",
        "41: side.kilde: ukjent kilde drømt (de som finnes, står i kilder.yaml)",
    ),
    Case(
        "unknown missing part",
        BARE,
        "fag: []",
        "fag: []\nmangler: {humør: borte}",
        "6: mangler.humør: ukjent ord humør (velg mellom ingress, om, oppgaver, egenskaper, arbeidssteder, videreutdanning, beslektede, utdanning, opptak, lønn, intervjuer)",
    ),
    Case(
        "missing without a reason",
        BARE,
        "fag: []",
        "fag: []\nmangler: {om: ''}",
        "6: mangler.om: tom tekst, eller mellomrom i enden",
    ),
]

PROFILES = [
    Case(
        "no lead",
        PROFILE,
        "ingress: Månesmeden pusser månen, så den skinner jevnt.\n",
        "",
        "1: ingress: mangler i en full profil; skriv den, eller si hvorfor under mangler",
    ),
    Case(
        "only a lead",
        BARE,
        "fag: []",
        "fag: []\nautorisasjon: []\ningress: Ølpoeten dikter.",
        "1: arbeidssteder: mangler i en full profil; skriv den, eller si hvorfor under mangler",
        "1: beslektede: mangler i en full profil; skriv den, eller si hvorfor under mangler",
        "1: egenskaper: mangler i en full profil; skriv den, eller si hvorfor under mangler",
        "1: om: mangler i en full profil; skriv den, eller si hvorfor under mangler",
        "1: oppgaver: mangler i en full profil; skriv den, eller si hvorfor under mangler",
        "1: utdanning: mangler i en full profil; skriv den, eller si hvorfor under mangler",
        "1: videreutdanning: mangler i en full profil; skriv den, eller si hvorfor under mangler",
    ),
    Case(
        "an empty part",
        PROFILE,
        "oppgaver:\n  - pusse månen\n  - telle kratre",
        "oppgaver: []",
        "12: oppgaver: mangler i en full profil; skriv den, eller si hvorfor under mangler",
    ),
    Case(
        "a name of another group",
        PROFILE,
        "navn_grunn: {Stjernetitter: katalogen teller den i 2642; arbeidet er det samme}\n",
        "",
        "42: sokeord[1]: yrkeskatalogen teller «Stjernetitter» i 2642, ikke i 7221, 7222; flytt det, eller si hvorfor "
        "under navn_grunn",
    ),
    Case(
        "a name of a group on a page of none",
        SHORT,
        'styrk08: ["2641"]\ninteresser: [dikt]\nnus: []\nfag: []\nandre_navn: []',
        "styrk08: []\ninteresser: [dikt]\nnus: []\nfag: []\nandre_navn: [Stjernetitter]",
        "6: andre_navn[0]: yrkeskatalogen teller «Stjernetitter» i 2642, og siden har ingen gruppe; flytt det, eller si "
        "hvorfor under navn_grunn",
    ),
    Case(
        "a reason for no name",
        PROFILE,
        "navn_grunn: {Stjernetitter:",
        "navn_grunn: {Solsmed: borte, Stjernetitter:",
        "44: navn_grunn.Solsmed: er ikke et navn på yrket",
    ),
    Case(
        "an older slug that is another's",
        PROFILE,
        "tidligere: [manepusser]",
        "tidligere: [akerpoet]",
        "43: tidligere[0]: akerpoet er kortnavnet til en side",
    ),
    Case(
        "an older slug of two",
        SHORT,
        "fag: []",
        "fag: []\ntidligere: [manepusser]",
        "data/yrker/manesmed.yaml:43: tidligere[0]: manepusser fører også til akerpoet",
    ),
    Case(
        "a group that is not told of",
        SEVERAL,
        '"2641", "2642"',
        '"2641", "2642", "7221"',
        "9: hver_gruppe: skal ha de samme gruppene som styrk08; 7221 står bare ett sted",
    ),
    Case(
        "one group alone",
        SEVERAL,
        'styrk08: ["2641", "2642"]',
        'styrk08: ["2641"]',
        "9: hver_gruppe: skal ha de samme gruppene som styrk08; 2642 står bare ett sted",
    ),
    Case(
        "several groups that are one",
        SHORT,
        "fag: []",
        'fag: []\nhver_gruppe: {"2641": åkrene}',
        "6: hver_gruppe: skal ha to grupper eller flere",
    ),
    Case(
        "a mixed group beside several",
        SEVERAL,
        "fag: []",
        "fag: []\nom_gruppen: Gruppen er blandet.",
        "6: om_gruppen: ingen gruppe står for yrket; si det under hver_gruppe",
    ),
    Case(
        "no way of education",
        BARE,
        "fag: []",
        "fag: []\ningress: I.\nom: [O.]\noppgaver: [o]\negenskaper: [e]\narbeidssteder: [a]\nvidereutdanning: []\nautorisasjon: []\nbeslektede: [manesmed]\nutdanning: []",
        "14: utdanning: mangler i en full profil; skriv den, eller si hvorfor under mangler",
    ),
    Case(
        "authorisation not said",
        PROFILE,
        "autorisasjon: [månesmed]\n",
        "",
        "1: autorisasjon: mangler i en full profil; skriv den, eller si hvorfor under mangler",
    ),
    Case(
        "a way without admission",
        PROFILE,
        "    opptak:\n      - {krav: GENS}\n",
        "",
        "29: utdanning[1].opptak: mangler i en full profil; skriv den, eller si hvorfor under mangler",
    ),
    Case(
        "a list said to be missing",
        PROFILE,
        "side: {",
        "mangler: {om: borte}\nside: {",
        "41: mangler.om: om mangler ikke",
    ),
    Case(
        "a lead said to be missing",
        PROFILE,
        "side: {",
        "mangler: {ingress: borte}\nside: {",
        "41: mangler.ingress: ingress mangler ikke",
    ),
    Case(
        "interviews said to be missing",
        PROFILE,
        "side: {",
        "mangler: {intervjuer: borte}\nside: {",
        "41: mangler.intervjuer: intervjuer mangler ikke",
    ),
    Case(
        "admission said to be missing",
        PROFILE,
        "side: {",
        "mangler: {opptak: borte}\nside: {",
        "41: mangler.opptak: opptak mangler ikke",
    ),
    Case(
        "pay said to be missing",
        PROFILE,
        "side: {",
        "mangler: {lønn: borte}\nside: {",
        "41: mangler.lønn: lønn mangler ikke der styrk08 står",
    ),
    Case(
        "a route without steps",
        PROFILE,
        "steg:\n      - {grad: Bachelor i lys, ar: 3}",
        "steg: []",
        "30: utdanning[1].steg: er tom",
    ),
    Case(
        "two kinds in a step",
        PROFILE,
        "{grad: Bachelor i lys,",
        "{grad: Bachelor i lys, kurs: Smiekurs,",
        "31: utdanning[1].steg[0]: skal ha nøyaktig ett av program, laere, grad, kurs",
    ),
    Case(
        "no kind in a step",
        PROFILE,
        "{grad: Bachelor i lys,",
        "{",
        "31: utdanning[1].steg[0]: skal ha nøyaktig ett av program, laere, grad, kurs",
    ),
    Case(
        "unknown programme area in a step",
        PROFILE,
        "program: LYSMI2",
        "program: LYSMI9",
        "23: utdanning[0].steg[1].program: ukjent kode LYSMI9---- (mente du LYSMI2----?)",
    ),
    Case(
        "unknown apprenticeship in a step",
        PROFILE,
        "laere: LYMAN3",
        "laere: LYMAN9",
        "24: utdanning[0].steg[2].laere: ukjent kode LYMAN9---- (mente du LYMAN3----?)",
    ),
    Case(
        "no transition between steps",
        PROFILE,
        "      - {program: LYSMI2----, ar: 1}\n",
        "",
        "23: utdanning[0].steg[1].laere: ingen overgang fra LYLYS1---- til LYMAN3----",
    ),
    Case("length of nothing in a step", PROFILE, "ar: 2.5", "ar: 0", "24: utdanning[0].steg[2].ar: umulig lengde 0 år"),
    Case(
        "length of a third in a step",
        PROFILE,
        "ar: 2.5",
        "ar: 2.3",
        "24: utdanning[0].steg[2].ar: umulig lengde 2.3 år",
    ),
    Case(
        "no weeks",
        PROFILE,
        "ar: 2.5",
        "ar: 0 uker",
        "24: utdanning[0].steg[2].ar: «0 uker» der det skulle stå et antall år",
    ),
    Case("endless step", PROFILE, "ar: 2.5", "ar: .inf", "24: utdanning[0].steg[2].ar: umulig lengde inf år"),
    Case(
        "the same step twice",
        PROFILE,
        "      - {grad: Bachelor i lys, ar: 3}\n",
        "      - {grad: Bachelor i lys, ar: 3}\n" * 2,
        "32: utdanning[1].steg[1]: det samme står der fra før",
    ),
    Case(
        "unknown requirement",
        PROFILE,
        "krav: GENS",
        "krav: GENZ",
        "34: utdanning[1].opptak[0].krav: ukjent krav GENZ (mente du GENS?)",
    ),
    Case(
        "requirement of two kinds",
        PROFILE,
        "{krav: GENS}",
        "{krav: GENS, tekst: Fullført grunnskole.}",
        "34: utdanning[1].opptak[0]: skal ha nøyaktig ett av krav, tekst",
    ),
    Case(
        "requirement of no kind",
        PROFILE,
        "{krav: GENS}",
        "{ar: 2020}",
        "34: utdanning[1].opptak[0]: skal ha nøyaktig ett av krav, tekst",
    ),
    Case(
        "impossible year in our own requirement",
        PROFILE,
        "grunnskole., ar: 2015",
        "grunnskole., ar: 1215",
        "27: utdanning[0].opptak[0].ar: umulig årstall 1215",
    ),
    Case(
        "unknown source of our own requirement",
        PROFILE,
        "ar: 2015, kilde: utdanning-2015",
        "ar: 2015, kilde: drømt",
        "27: utdanning[0].opptak[0].kilde: ukjent kilde drømt (de som finnes, står i kilder.yaml)",
    ),
]

CASES = [
    *YAML_ITSELF, *KEYS, *TYPES, *TEXTS, *CSV_ITSELF, *SOURCES_AND_GROUPS, *PAY, *EDUCATION, *OCCUPATIONS, *PROFILES,
]  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the invented data to break; faults name its files as `data/…`."""
    return Path(shutil.copytree(INVENTED, tmp_path / "data"))


def faults_of(data: Path) -> list[str]:
    """What the build says of this data, a line each; the last says how many."""
    with pytest.raises(BadData) as raised:
        build(data, data.parent / "yrke.sqlite3")
    *lines, last = str(raised.value).splitlines()
    assert lines == raised.value.lines
    assert last == f"{len(lines)} feil i dataene."
    return lines


@pytest.mark.parametrize("case", CASES, ids=[f"{case.file} {case.name}".replace(" ", "-") for case in CASES])
def test_broken_data_stops_the_build_and_is_told_where_it_stands(case: Case, data: Path) -> None:
    path = data / case.file
    written = path.read_text(encoding="utf-8")
    assert written.count(case.old) == 1
    path.write_text(written.replace(case.old, case.new), encoding="utf-8")
    assert faults_of(data) == [re.sub(r":(?=[^0-9 ])", ": ", fault, count=1) for fault in case.faults]
    assert not (data.parent / "yrke.sqlite3").exists()


# What an exchange of words in one file cannot break.

FILES = [SOURCES, NOTES, GROUPS, SERIES, "lonn/ssb-11418-utdanning.csv", PAGE, AREAS, TRANSITIONS, COMPETENCES, CAREER,
         REQUIREMENTS, AUTHORISATIONS, OUTCOMES_FILE]  # fmt: skip


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(file: str, data: Path) -> None:
    (data / file).unlink()
    assert faults_of(data)[0] == f"data/{file}: filen mangler"


@pytest.mark.parametrize("file", [*FILES, SHORT])
def test_a_file_that_is_not_utf8_is_named_with_the_byte(file: str, data: Path) -> None:
    (data / file).write_bytes(b"tittel: \xc5kerpoet\n")
    assert f"data/{file}: ikke UTF-8 (byte 8)" in faults_of(data)


@pytest.mark.parametrize(("content", "kind"), [("- tittel\n", "en liste"), ("Åkerpoet\n", "«Åkerpoet»")])
@pytest.mark.parametrize("file", [SOURCES, NOTES, SHORT])
def test_a_yaml_file_is_a_mapping(content: str, kind: str, file: str, data: Path) -> None:
    (data / file).write_text(content, encoding="utf-8")
    assert f"data/{file}:1: {kind} der det skulle stå nøkler med verdier" in faults_of(data)


@pytest.mark.parametrize("file", [SOURCES, NOTES, SHORT])
def test_an_empty_yaml_file_is_told(file: str, data: Path) -> None:
    (data / file).write_text("# ingenting ennå\n", encoding="utf-8")
    assert f"data/{file}:1: ingenting der det skulle stå nøkler med verdier" in faults_of(data)


@pytest.mark.parametrize("case", YAML_ITSELF, ids=[case.name.replace(" ", "-") for case in YAML_ITSELF])
def test_the_slow_reader_of_yaml_tells_the_same(case: Case, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without libyaml, its own reader has other words, which mean the same."""
    monkeypatch.setattr(reading, "Loader", yaml.SafeLoader)
    test_broken_data_stops_the_build_and_is_told_where_it_stands(case, data)


def test_an_empty_csv_file_has_no_columns(data: Path) -> None:
    (data / TRANSITIONS).write_bytes(b"")
    assert faults_of(data) == ["data/utdanning/overganger.csv:1: kolonnene er , ikke fra,til,kilde"]


def test_a_quotation_mark_that_is_never_closed_is_a_fault_however_long_the_rest(data: Path) -> None:
    rows = (data / SERIES).read_text(encoding="utf-8").replace("2025,7222", '"2025,7222')
    (data / SERIES).write_text(rows + "2025,7222,alle,heltid,alle,,1,2,3,4\n" * 5_000, encoding="utf-8")
    assert faults_of(data) == [
        "data/lonn/ssb-11418.csv:12: et anførselstegn som ikke lukkes, eller som står midt i en celle"
    ]


def test_an_occupation_in_a_file_of_another_kind(data: Path) -> None:
    (data / SHORT).rename(data / "yrker" / "akerpoet.yml")
    assert faults_of(data) == ["data/yrker/akerpoet.yml: fila til et yrke slutter på .yaml"]


def test_a_folder_among_the_occupations(data: Path) -> None:
    (data / "yrker" / "gamle").mkdir()
    assert faults_of(data) == ["data/yrker/gamle: fila til et yrke slutter på .yaml"]


@pytest.mark.parametrize("file", ["lonn/ssb-99999.csv", "utdanning/fagskoler.csv"])
def test_a_file_that_nothing_reads_is_a_fault(file: str, data: Path) -> None:
    (data / file).write_text("ar,styrk08\n", encoding="utf-8")
    assert faults_of(data) == [f"data/{file}: ukjent fil"]


def test_two_titles_that_fold_to_the_same_name(data: Path) -> None:
    again = (data / BARE).read_text(encoding="utf-8").replace("Ølpoet", "Øl-poet")
    (data / "yrker" / "ol-poet.yaml").write_text(again, encoding="utf-8")
    assert faults_of(data) == ["data/yrker/olpoet.yaml:1: tittel: Ølpoet er samme navn som Øl-poet"]


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("videreutdanning", "videreutdanning:\n  - {tekst: Mesterbrev for månesmeder., ar: 2024, kilde: oppdiktet}\n"),
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
    (data / SHORT).write_text((data / SHORT).read_text("utf-8") + "lonn: 3\n", encoding="utf-8")
    done = compiled(data, target)
    said = "data/yrker/akerpoet.yaml:9: lonn: ukjent nøkkel lonn\n1 feil i dataene.\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)
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
    said = f"{tmp_path / 'data'}: mappen mangler\n1 feil i dataene.\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)


# Every fault that the compiler can name has a case above.


def faults_in_the_compiler() -> Iterator[tuple[str, str]]:
    """Where each fault stands, and its text as a pattern: what is filled in matches anything."""
    for path in sorted(COMPILER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and called(node) in ("fault", "faults.add"):
                pattern = pattern_of(node.args[-1])
                if pattern:
                    yield f"{path.name}:{node.lineno}", pattern


def called(node: ast.Call) -> str:
    if not isinstance(node.func, ast.Attribute):
        return ""
    whose = node.func.value
    owner = whose.attr if isinstance(whose, ast.Attribute) else getattr(whose, "id", "")
    return f"faults.{node.func.attr}" if owner == "faults" else node.func.attr


def pattern_of(text: ast.expr) -> str:
    """The text of a fault as a regular expression; empty for one that is handed on."""
    if isinstance(text, ast.Call) and isinstance(text.func, ast.Name) and text.func.id == "unknown":
        what = pattern_of(text.args[0])
        return f"ukjent {what} .*" if what else ""
    if isinstance(text, ast.Constant):
        return re.escape(str(text.value))
    if isinstance(text, ast.JoinedStr):
        return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*" for part in text.values)
    return ""


BESIDE_THE_CASES = [
    "filen mangler", "ikke UTF-8 (byte 8)", "fila til et yrke slutter på .yaml", "Ølpoet er samme navn som Øl-poet",
    "ukjent fil",
]  # fmt: skip


@pytest.mark.parametrize(("place", "pattern"), list(faults_in_the_compiler()))
def test_every_fault_of_the_compiler_has_a_case(place: str, pattern: str) -> None:
    texts = [fault for case in CASES for fault in case.faults] + BESIDE_THE_CASES
    assert any(re.search(f"(^|: ){pattern}$", text) for text in texts), place


def declared_in(kind: kinds.Kind) -> Iterator[kinds.Kind]:
    """A kind and those that it is made of."""
    yield kind
    if isinstance(kind, kinds.Mapping):
        inner = [key.kind for key in kind.keys]
    else:
        inner = [own for own in (getattr(kind, "kind", None), getattr(kind, "names", None)) if own is not None]
    for own in inner:
        yield from declared_in(own)


def references() -> set[str]:
    """What the declarations call the things that others refer to."""
    columns = [column.kind for file in declared.FILES for column in file.columns]
    columns += [column.kind for column in declared.SERIES_COLUMNS]
    every = [declared.RECORD, declared.SOURCES, declared.NOTES, *columns]
    return {kind.what for one in every for kind in declared_in(one) if isinstance(kind, kinds.Known)}


@pytest.mark.parametrize("what", sorted(references()))
def test_every_reference_that_is_declared_has_a_case_of_one_that_leads_nowhere(what: str) -> None:
    assert any(f": ukjent {what} " in fault for case in CASES for fault in case.faults)


@pytest.mark.parametrize("problem", [told for _, told in reading.PROBLEMS])
def test_every_problem_of_yaml_has_a_case(problem: str) -> None:
    assert any(fault.endswith(f": ikke YAML: {problem}") for case in YAML_ITSELF for fault in case.faults)


# All of it at once.


def slip(data: Path, file: str, old: str, new: str) -> None:
    written = (data / file).read_text(encoding="utf-8")
    assert old in written
    (data / file).write_text(written.replace(old, new, 1), encoding="utf-8")


HIDDEN_BEFORE = [
    (SOURCES, "utgiver: Ingen, ", "", "data/kilder.yaml:4: oppdiktet.utgiver: mangler",
     PROFILE, "kilder: [oppdiktet", "kilder: [oppdikta", "7: kilder[0]: ukjent kilde oppdikta (mente du oppdiktet?)"),
    (AREAS, "Smiing,Smiing,", ",Smiing,", "data/utdanning/programomrader.csv:3: navn: er tom",
     PROFILE, "LYSMI2----", "LYSMI9----", "23: utdanning[0].steg[1].program: ukjent kode LYSMI9---- (mente du LYSMI2----?)"),
    (TRANSITIONS, "LYSTJ3----,oppdiktet", "LYSTJ3----,", "data/utdanning/overganger.csv:4: kilde: er tom",
     PROFILE, "      - {program: LYSMI2----, ar: 1}\n", "", "23: utdanning[0].steg[1].laere: ingen overgang fra LYLYS1---- til LYMAN3----"),
    (GROUPS, "722,72,3,", "722,72,4,", "data/yrkesgrupper.csv:4: niva: koden 722 har 3 sifre og er på nivå 3",
     PROFILE, '["7221", ', '["7229", ', "2: styrk08[0]: ukjent yrkesgruppe 7229 (mente du 7222?)"),
    (REQUIREMENTS, "dikt.,ja", "dikt.,nei", "data/utdanning/opptakskrav.csv:3: gsk: ukjent ord nei (skal være ja)",
     PROFILE, "krav: GENS", "krav: GENZ", "34: utdanning[1].opptak[0].krav: ukjent krav GENZ (mente du GENS?)"),
    (SOURCES, "serie: 1,", "serie: 0,", "data/kilder.yaml:1: ssb-11418.serie: 0 er ikke mellom 1 og 999999999",
     SERIES, "7221,kommune", "7221,kommunen", "9: sektor: ukjent ord kommunen (mente du kommune?)"),
    (PROFILE, "2015-03-13", "2015-13-13", "data/yrker/manesmed.yaml:41: side.oppdatert: «2015-13-13» der det skulle stå en dato",
     PROFILE, "LYSMI2----", "LYSMI9----", "23: utdanning[0].steg[1].program: ukjent kode LYSMI9---- (mente du LYSMI2----?)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "fault", "other", "right", "wrong", "hidden"), HIDDEN_BEFORE,
    ids=[f"{one[0]} {one[7]}" for one in HIDDEN_BEFORE],
)  # fmt: skip
def test_a_fault_in_one_record_hides_none_in_others(
    file: str, old: str, new: str, fault: str, other: str, right: str, wrong: str, hidden: str, data: Path
) -> None:
    slip(data, file, old, new)
    slip(data, other, right, wrong)
    assert sorted(faults_of(data)) == sorted([fault, f"data/{other}:{hidden}"])


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (AREAS, "LYMAN3----", "LYMAN3", "4: kode: LYMAN3 er ikke en Grep-kode"),
        (AREAS, "LYSMI2----,", "LYSMI2----", "3: 4 celler, ikke 5"),
        (SOURCES, "oppdiktet: {", "Oppdiktet: {", "4: Oppdiktet: Oppdiktet er ikke en kilde-id (a–z, 0–9 og bindestrek)"),
        (OUTCOMES_FILE, "Svennebrev,", "Svennebrev ,", "4: gir: tom tekst, eller mellomrom i enden"),
        (COMPETENCES, "LYSTJ3----", "LYMAN3----", "3: LYMAN3---- står der fra før"),
    ],
)  # fmt: skip
def test_what_follows_from_an_id_that_cannot_be_read_is_not_told(
    file: str, old: str, new: str, fault: str, data: Path
) -> None:
    slip(data, file, old, new)
    assert faults_of(data) == [f"data/{file}:{fault}"]


@pytest.mark.parametrize("file", [SOURCES, GROUPS, AREAS, TRANSITIONS, COMPETENCES, REQUIREMENTS, OUTCOMES_FILE, NOTES])
def test_what_follows_from_a_file_that_cannot_be_read_is_not_told(file: str, data: Path) -> None:
    (data / file).write_bytes(b"\xff")
    assert faults_of(data) == [f"data/{file}: ikke UTF-8 (byte 0)"]


@pytest.mark.parametrize("written", ["7\n", "true\n", "2015-03-13\n", "[beregnet]\n"])
def test_notes_that_are_no_mapping_are_one_fault(written: str, data: Path) -> None:
    (data / NOTES).write_text(written, encoding="utf-8")
    (fault,) = faults_of(data)
    assert fault.endswith("der det skulle stå nøkler med verdier")


def test_notes_without_any_are_told_one_by_one(data: Path) -> None:
    (data / NOTES).write_text("{}\n", encoding="utf-8")
    told = faults_of(data)
    assert "data/merknader.yaml: beregnet: mangler, men står på rader med lønn" in told
    assert all(line.startswith("data/merknader.yaml: ") for line in told)


def test_the_same_fault_in_many_rows_is_one_line(data: Path) -> None:
    written = (data / GROUPS).read_text(encoding="utf-8")
    rows = len(written.splitlines()) - 1
    (data / GROUPS).write_text(written.replace(",oppdiktet\n", ",oppdikta\n"), encoding="utf-8")
    assert rows > 7
    also = f"også på linje 3, 4, 5, 6, 7 og {rows - 6} til"
    assert faults_of(data) == [f"data/yrkesgrupper.csv:2: kilde: ukjent kilde oppdikta (mente du oppdiktet?), {also}"]


def test_every_fault_of_every_file_is_told_in_one_run(data: Path) -> None:
    slips = {
        SHORT: [("[dikt]", "dikt"), ("kilder: [oppdiktet]", "kilder: [oppdikta]")],
        PROFILE: [("LYSMI2----", "LYSMI9----"), ("oppdatert: 2015-03-13", "oppdatert: i fjor")],
        SERIES: [("7221,kommune", "7221,kommunen")],
    }
    for file, exchanges in slips.items():
        text = (data / file).read_text(encoding="utf-8")
        for old, new in exchanges:
            text = text.replace(old, new, 1)
        (data / file).write_text(text, encoding="utf-8")
    assert faults_of(data) == [
        "data/lonn/ssb-11418.csv:9: sektor: ukjent ord kommunen (mente du kommune?)",
        "data/yrker/akerpoet.yaml:3: interesser: «dikt» der det skulle stå en liste",
        "data/yrker/akerpoet.yaml:7: kilder[0]: ukjent kilde oppdikta (mente du oppdiktet?)",
        "data/yrker/manesmed.yaml:23: utdanning[0].steg[1].program: ukjent kode LYSMI9---- (mente du LYSMI2----?)",
        "data/yrker/manesmed.yaml:41: side.oppdatert: «i fjor» der det skulle stå en dato",
    ]


def test_names_that_occupations_share_are_told_and_are_no_fault(data: Path) -> None:
    text = (data / SHORT).read_text(encoding="utf-8")
    (data / SHORT).write_text(text.replace("andre_navn: []", "andre_navn: [Lunarist, Ølpoet]"), encoding="utf-8")
    assert build(data, data.parent / "yrke.sqlite3") == [
        "Merk: «Lunarist» er et navn på Åkerpoet, og «Lunarist» er et navn på Månesmed.",
        "Merk: «Ølpoet» er en tittel, og «Ølpoet» er et navn på Åkerpoet.",
    ]
    env = environment(YRKE_DATABASE=str(data.parent / "yrke.sqlite3"))
    for name in ("Ølpoet", "olpoet"):
        assert call("vis", name, env=env).out.startswith("Ølpoet\n")
        assert "Ølpoet: " in call("lønn", name, env=env).err
    assert call("vis", "lunarist", env=env) == Result(
        "", "yrke: «lunarist» kan være flere yrker:\n  Åkerpoet (akerpoet)\n  Månesmed (manesmed)\n", 1
    )


def test_a_reference_that_leads_nowhere_stops_the_writing(tmp_path: Path) -> None:
    with pytest.raises(BadData) as raised:
        write({"yrke_kilde": [{"yrke": "ingen", "nr": 0, "kilde": "ingen"}]}, tmp_path / "yrke.sqlite3")
    assert set(raised.value.lines) == {
        "yrke_kilde: peker på noe som ikke finnes i kilde", "yrke_kilde: peker på noe som ikke finnes i yrke",
    }  # fmt: skip
    assert list(tmp_path.iterdir()) == []
