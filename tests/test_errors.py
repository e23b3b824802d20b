"""What the program says when it cannot answer: one Norwegian line, what to do about it, and a telling exit status."""

import os
import random
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Result, Runner, answered, call, environment
from yrke_cli.commands import all_commands

# A C0 or C1 control character other than the line break, or one that turns the direction of the text.
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
ENGLISH = re.compile(
    r"\b(usage|error|try|option|options|missing|argument|arguments|invalid|value|command|unexpected|extra|requires"
    r"|such|got|does|not|possible|choose|from|traceback|exception|supported|the|did|you|mean|or|and)\b",
    re.IGNORECASE,
)


def refused(*lines: str, status: int) -> Result:
    """What a call that gives no answer prints: nothing on stdout, these lines on stderr."""
    return Result("", "".join(f"{line}\n" for line in lines), status)


# Nothing matches, or too much does: exit 1.

UNPUBLISHED = "SSB har ikke publisert lønn for yrkesgruppen 2642 Ærlighetsrevisorer i årene som følger med."
NOTHING = {
    ("vis", "manesmid"): ("Fant ikke noe yrke som heter «manesmid».", "Mente du «Månesmed»?"),
    ("vis", "xyzzyqwert"): ("Fant ikke noe yrke som heter «xyzzyqwert».", "Søk i alle yrkene: yrke søk ORD"),
    ("vis", "9999"): ("Det finnes ingen STYRK-08-gruppe med koden «9999».", "Søk i alle yrkene: yrke søk ORD"),
    ("søk", "26"): ("26 Diktere er ikke ett yrke, men en gruppe.", "Se yrkene i gruppen: yrke liste --gruppe 26"),
    ("søk", "xyzzyqwert"): ("Fant ikke noe yrke som heter «xyzzyqwert».", "Se alle yrkene: yrke liste"),
    ("utdanning", "stjernepleir"): ("Fant ikke noe yrke som heter «stjernepleir».", "Mente du «Stjernepleier»?"),
    ("opptak", "stjernepleir"): ("Fant ikke noe yrke som heter «stjernepleir».", "Mente du «Stjernepleier»?"),
    ("sammenlign", "manesmed", "stjernepleir"): (
        "Fant ikke noe yrke som heter «stjernepleir».",
        "Mente du «Stjernepleier»?",
    ),
    ("fra", "smying"): ("Fant ikke noe programområde som heter «smying».", "Mente du «Smiing»?"),
    ("fra", "xyzzyqwert"): (
        "Fant ikke noe programområde som heter «xyzzyqwert».",
        "Prøv for eksempel: yrke fra naturbruk",
    ),
    ("liste", "--interesse", "lyss"): ("Fant ikke noe interesseområde som heter «lyss».", "Mente du «lys»?"),
    ("liste", "--interesse", "xyzzy"): (
        "Fant ikke noe interesseområde som heter «xyzzy».",
        "Velg et av dikt, håndverk, lys.",
    ),
    ("liste", "--gruppe", "9"): (
        "Det finnes ingen STYRK-08-gruppe med koden «9».",
        "Koden har 1–4 sifre, for eksempel 2 eller 2223.",
    ),
    ("liste", "--gruppe", "264", "--interesse", "lys"): (
        "Ingen yrker svarer til valgene.",
        "2 yrker er utelatt fordi interessene ikke er kjent.",
        "Ta bort et valg, eller gjør det videre.",
    ),
    ("lønn", "ølpoet"): (
        "Ingen lønnstall svarer til det du spør etter.",
        "Ølpoet: STYRK-08-koden er ikke kjent, og uten den vet vi ikke hvilke lønnstall som gjelder.",
    ),
    ("lønn", "ærlighetsrevisor"): (
        "Ingen lønnstall svarer til det du spør etter.",
        f"Ærlighetsrevisor: {UNPUBLISHED}",
    ),
    ("lønn", "manesmed", "--år", "1999"): (
        "Ingen lønnstall svarer til det du spør etter.",
        "Månesmed: ingen tall for dette utvalget. Se alle som finnes: yrke lønn Månesmed --alt",
    ),
    ("lønn", "--år", "1999"): (
        "Ingen lønnstall svarer til det du spør etter.",
        "Det finnes tall fra 2015, 2017, 2021, 2024 og 2025.",
    ),
    ("lønn", "--år", "2015", "--kjønn", "menn"): (
        "Ingen lønnstall svarer til det du spør etter.",
        "Ta bort et filter, eller se alle rader: yrke lønn --alt",
    ),
    ("lønn", "--min", "99 999 999"): (
        "Ingen lønnstall svarer til det du spør etter.",
        "Ta bort et filter, eller se alle rader: yrke lønn --alt",
    ),
    ("utdanning", "ølpoet"): ("Fant ingen utdanningsvei.", "Ølpoet: utdanningen er ikke skrevet inn ennå."),
    ("opptak", "ølpoet"): ("Fant ingen opptakskrav.", "Ølpoet: opptakskravene er ikke skrevet inn ennå."),
}


@pytest.mark.parametrize("arguments", NOTHING, ids=" ".join)
def test_nothing_matches(invented: Runner, arguments: tuple[str, ...]) -> None:
    message, *hints = NOTHING[arguments]
    assert invented(*arguments) == refused(f"yrke: {message}", *hints, status=1)


@pytest.mark.parametrize("command", ["vis", "lønn", "utdanning", "opptak"])
def test_a_name_that_matches_several_lists_them(invented: Runner, command: str) -> None:
    assert invented(command, "poet") == refused(
        "yrke: «poet» kan være flere yrker:", "  Ølpoet (olpoet)", "  Åkerpoet (akerpoet)", status=1
    )


def test_several_programme_areas_are_listed_in_the_same_way(invented: Runner) -> None:
    assert invented("fra", "fag") == refused(
        "yrke: «fag» kan være flere programområder:", "  Lys- og himmelfag", "  Månesmedfaget", status=1
    )


@pytest.mark.parametrize("arguments", [("vis", "månes"), ("fra", "smii")], ids=" ".join)
def test_one_candidate_is_not_called_several(invented: Runner, arguments: tuple[str, ...]) -> None:
    result = invented(*arguments)
    assert (result.out, result.status) == ("", 1)
    assert "flere" not in result.err


def test_many_candidates_are_cut_after_twenty(yrke: Runner) -> None:
    result = yrke("vis", "operatør")
    first, *candidates, last = result.err.splitlines()
    assert (result.out, result.status) == ("", 1)
    assert first == "yrke: «operatør» kan være flere yrker:"
    assert len(candidates) == 20
    assert re.fullmatch(r"  … og \d+ til\. Skriv mer av navnet\.", last)


def test_no_answer_is_waited_for_even_on_a_terminal(invented_terminal: Runner) -> None:
    assert invented_terminal("vis", "poet") == Result(
        "yrke: «poet» kan være flere yrker:\n  Ølpoet (olpoet)\n  Åkerpoet (akerpoet)\n", "", 1
    )


# Wrong usage: exit 2.

PER_COMMAND = {
    ("vis",): ("Kommandoen vis trenger navnet på et yrke.", "Skriv for eksempel: yrke vis helsesekretær"),
    ("vis", ""): ("Kommandoen vis trenger navnet på et yrke.", "Skriv for eksempel: yrke vis helsesekretær"),
    ("vis", "  "): ("Kommandoen vis trenger navnet på et yrke.", "Skriv for eksempel: yrke vis helsesekretær"),
    ("vis", "--del", "om"): ("Kommandoen vis trenger navnet på et yrke.", "Skriv for eksempel: yrke vis helsesekretær"),
    ("sok",): ("Kommandoen søk trenger et ord å lete etter.", "Skriv for eksempel: yrke søk sekretær"),
    ("fra",): (
        "Kommandoen fra trenger navnet på et utdanningsprogram.",
        "Skriv for eksempel: yrke fra helse- og oppvekstfag",
    ),
    ("utdanning",): (
        "Kommandoen utdanning trenger navnet på et yrke.",
        "Skriv for eksempel: yrke utdanning elektriker",
    ),
    ("opptak",): ("Kommandoen opptak trenger navnet på et yrke.", "Skriv for eksempel: yrke opptak sivilingeniør"),
    ("sammenlign",): (
        "Kommandoen sammenlign trenger to yrker eller flere.",
        "Skriv for eksempel: yrke sammenlign sykepleier vernepleier",
    ),
    ("sammenlign", "manesmed"): (
        "Kommandoen sammenlign trenger to yrker eller flere.",
        "Skriv for eksempel: yrke sammenlign sykepleier vernepleier",
    ),
    ("sammenlign", "manesmed", "månesmed"): (
        "Det trengs to ulike yrker for å sammenligne.",
        "Skriv: yrke sammenlign sykepleier vernepleier",
    ),
}
UNKNOWN = {
    ("viss",): ("Kommandoen «viss» finnes ikke.", "Mente du yrke vis?"),
    ("lnn", "--alt"): ("Kommandoen «lnn» finnes ikke.", "Mente du yrke lønn?"),
    ("xyzzyq",): ("Kommandoen «xyzzyq» finnes ikke.", "Se hva du kan skrive: yrke -h"),
    ("",): ("Kommandoen «» finnes ikke.", "Se hva du kan skrive: yrke -h"),
    ("-",): ("Kommandoen «-» finnes ikke.", "Se hva du kan skrive: yrke -h"),
    ("månesmed",): ("Kommandoen «månesmed» finnes ikke.", "Mente du yrke vis månesmed?"),
    ("MANESMED", "--json"): ("Kommandoen «MANESMED» finnes ikke.", "Mente du yrke vis MANESMED?"),
    ("lunarist",): ("Kommandoen «lunarist» finnes ikke.", "Mente du yrke vis lunarist?"),
    ("--tull",): ("Valget --tull finnes ikke.", "Se hva du kan skrive: yrke -h"),
    ("-x",): ("Valget -x finnes ikke.", "Se hva du kan skrive: yrke -h"),
    ("vis", "--tull"): ("Valget --tull finnes ikke.", "Se hva du kan skrive: yrke vis -h"),
    ("lonn", "--tull"): ("Valget --tull finnes ikke.", "Se hva du kan skrive: yrke lønn -h"),
    ("lønn", "--sekt", "stat"): ("Valget --sekt finnes ikke.", "Mente du --sektor?"),
    ("lønn", "-5"): ("Valget -5 finnes ikke.", "Se hva du kan skrive: yrke lønn -h"),
    ("kilder", "--sektor", "stat"): ("Valget --sektor finnes ikke.", "Se hva du kan skrive: yrke kilder -h"),
    ("lønn", "--sektor"): ("Valget --sektor mangler en verdi.", "Se hva du kan skrive: yrke lønn -h"),
    ("vis", "x", "--del"): ("Valget --del mangler en verdi.", "Se hva du kan skrive: yrke vis -h"),
    ("--fullføring",): ("Valget --fullføring mangler en verdi.", "Se hva du kan skrive: yrke -h"),
    ("lønn", "--heltid=ja"): ("Valget --heltid tar ingen verdi.", "Se hva du kan skrive: yrke lønn -h"),
    ("--versjon=2",): ("Valget --versjon tar ingen verdi.", "Se hva du kan skrive: yrke -h"),
    ("liste", "ekstra"): ("Kommandoen liste tar ikke imot «ekstra».", "Se hva du kan skrive: yrke liste -h"),
    ("dekning", "a", "b"): ("Kommandoen dekning tar ikke imot «a b».", "Se hva du kan skrive: yrke dekning -h"),
    ("dekning", "dekning"): ("Kommandoen dekning tar ikke imot «dekning».", "Se hva du kan skrive: yrke dekning -h"),
    ("dekning", "--", "-x"): ("Kommandoen dekning tar ikke imot «-x».", "Se hva du kan skrive: yrke dekning -h"),
    ("liste", "--interesse", "lys", "ekstra"): (
        "Kommandoen liste tar ikke imot «ekstra».",
        "Se hva du kan skrive: yrke liste -h",
    ),
    ("liste", "--format", "json", "ekstra"): (
        "Kommandoen liste tar ikke imot «ekstra».",
        "Se hva du kan skrive: yrke liste -h",
    ),
    ("--fullføring", "tcsh"): ("Fullføring finnes ikke for «tcsh».", "Velg en av bash, zsh, fish."),
    ("--fullføring", ""): ("Fullføring finnes ikke for «».", "Velg en av bash, zsh, fish."),
    ("lønn", "--format", "tekst"): (
        "Formen tekst passer ikke for lønn.",
        "Velg en av tabell, tsv, csv, json, jsonl, md, graf med --format.",
    ),
    ("vis", "manesmed", "--csv"): (
        "Formen csv passer ikke for vis.",
        "Velg en av tekst, json, jsonl, md med --format.",
    ),
}


@pytest.mark.parametrize("arguments", [*PER_COMMAND, *UNKNOWN], ids=lambda arguments: " ".join(arguments) or "nothing")
def test_wrong_usage(invented: Runner, arguments: tuple[str, ...]) -> None:
    message, hint = (PER_COMMAND | UNKNOWN)[arguments]
    assert invented(*arguments) == refused(f"yrke: {message}", hint, status=2)


CONTRADICTIONS = [
    ("--heltid", "--deltid"),
    ("--stigende", "--synkende"),
    ("--json", "--csv"),
    ("--csv", "--tsv"),
]


@pytest.mark.parametrize(("one", "other"), CONTRADICTIONS)
def test_options_that_contradict_each_other(invented: Runner, one: str, other: str) -> None:
    assert invented("lønn", one, other) == refused(
        f"yrke: {one} og {other} kan ikke brukes sammen.", "Velg den ene av dem.", status=2
    )


def test_two_forms_by_two_kinds_of_options(invented: Runner) -> None:
    assert invented("lønn", "--format", "csv", "--json") == refused(
        "yrke: --format og --json kan ikke brukes sammen.", "Velg den ene av dem.", status=2
    )


@pytest.mark.parametrize(
    ("option", "one", "other"),
    [("--format", "csv", "tsv"), ("--år", "2024", "2025"), ("--sektor", "alle", "kommune"), ("--topp", "1", "2")],
)
def test_one_option_with_two_values(invented: Runner, option: str, one: str, other: str) -> None:
    result = invented("lønn", option, one, option, other)
    assert (result.out, result.status) == ("", 2)
    assert result.err.startswith(f"yrke: {option} ")


def test_the_same_form_asked_for_twice_is_no_contradiction(invented: Runner) -> None:
    assert invented("kilder", "--json", "--format", "json") == invented("kilder", "--json")


YEAR = "skriv et årstall med fire sifre, for eksempel 2024"
NUMBER = "skriv et helt tall, for eksempel 45000"
PARTS = (
    "velg en av om, oppgaver, egenskaper, arbeidssteder, forhold, utdanning, opptak, videreutdanning, veien videre, "
    "autorisasjon, krav, lønn, beslektede, intervjuer, kilder"
)
COLUMNS = (
    "velg en av yrke, styrk08, ar, sektor, bransje, arbeidstid, kjonn, antall, gjennomsnitt, median, p25, p75, "
    "timelonn, arslonn, kilde, merknad"
)
BAD_VALUES = [
    ("--år", "24", YEAR),
    ("--år", "", YEAR),
    ("--år", "i fjor", YEAR),
    ("--år", "２０２４", YEAR),
    ("--min", "mye", NUMBER),
    ("--min", "", NUMBER),
    ("--min", "-5", NUMBER),
    ("--maks", "1.5", NUMBER),
    ("--maks", "1e5", NUMBER),
    ("--topp", "tre", NUMBER),
    ("--topp", "0", "skriv et tall fra 1 og oppover"),
    ("--sektor", "fylke", "velg en av alle, privat, kommune, stat"),
    ("--sektor", "", "velg en av alle, privat, kommune, stat"),
    ("--kjønn", "andre", "velg en av alle, kvinner, menn"),
    ("--per", "uke", "velg en av måned, år, time"),
    ("--sorter", "farge", COLUMNS),
    ("--format", "xml", "velg en av tabell, tekst, tsv, csv, json, jsonl, md, graf"),
    ("--format", "", "velg en av tabell, tekst, tsv, csv, json, jsonl, md, graf"),
]


@pytest.mark.parametrize(("option", "value", "hint"), BAD_VALUES)
def test_a_value_that_cannot_be_read(invented: Runner, option: str, value: str, hint: str) -> None:
    assert invented("lønn", option, value) == refused(f"yrke: {option} kan ikke være «{value}»: {hint}.", status=2)


@pytest.mark.parametrize("value", ["alt", ""])
def test_a_part_that_a_page_does_not_have(invented: Runner, value: str) -> None:
    assert invented("vis", "manesmed", "--del", value) == refused(
        f"yrke: --del kan ikke være «{value}»: {PARTS}.", status=2
    )


@pytest.mark.parametrize("option", ["--interesse", "--gruppe"])
def test_an_empty_filter_is_wrong_usage(invented: Runner, option: str) -> None:
    result = invented("liste", option, "")
    assert (result.out, result.status) == ("", 2)
    assert result.err.startswith(f"yrke: {option} kan ikke være «»: ")


def test_the_plain_spelling_is_answered_with_the_proper_one(invented: Runner) -> None:
    assert invented("lonn", "--kjonn", "x") == refused(
        "yrke: --kjønn kan ikke være «x»: velg en av alle, kvinner, menn.", status=2
    )


def test_the_near_option_is_the_only_one_that_is_guessed(invented: Runner) -> None:
    assert invented("vis", "manesmed", "--dell", "om") == refused(
        "yrke: Valget --dell finnes ikke.", "Mente du --del?", status=2
    )


def test_a_form_without_a_command_is_not_mistaken_for_the_version(invented: Runner) -> None:
    result = invented("--json")
    assert (result.out, result.status) == ("", 2)
    assert "--versjon" not in result.err


# Everything at once: every option of every command, misused in every way that the parser can notice.


def _misuses() -> Iterator[tuple[str, ...]]:
    for command in all_commands():
        name = ("x",) * command.least
        for option in command.options:
            bad = [(option.name,), (option.name, "")] if option.takes_value else [(f"{option.name}=1",)]
            yield from ((command.name, *name, *one) for one in bad)
        yield (command.name, *name, "--no-such-option")
        yield (command.name, *name, "--no-such-option=1")
        yield (command.name, *name, "-q")
        if not command.words:
            yield (command.name, "ekstra")
    yield from [("--no-such-option",), ("-q",), ("--versjon=1",), ("--hjelp=1",), ("-h1",), ("--fullføring",), ("hlp",)]


def test_every_misuse_of_every_option_is_refused(invented_database: Path) -> None:
    results = {arguments: answered(arguments, invented_database) for arguments in _misuses()}
    accepted = [
        arguments
        for arguments, result in results.items()
        if (result.out, result.status) != ("", 2) or not result.err.startswith("yrke: ")
    ]
    assert len(results) > 80
    assert accepted == []


def test_every_refusal_is_in_norwegian(invented_database: Path) -> None:
    for arguments in [*_misuses(), *NOTHING, *PER_COMMAND, *UNKNOWN]:
        result = answered(arguments, invented_database)
        # What was typed and the names of options may be in any language.
        said = re.sub(r"--?[\w-]+|«[^»]*»", "", result.err)
        assert ENGLISH.findall(said) == [], result.err


def test_the_search_for_english_words_finds_the_parsers_own() -> None:
    assert ENGLISH.search("Error: No such option: --tull")
    assert ENGLISH.search("Usage: yrke [OPTIONS]")
    assert ENGLISH.search("Try 'yrke --help' for help.")


# What was typed is never echoed raw.

RAW: list[tuple[str | bytes, str]] = [
    ("\x1b[31mrød\x07", "\\x1b[31mrød\\x07"),
    (b"a\xff\xfeb", "a\\xff\\xfeb"),
    ("linje\nto\r\t", "linje\\nto\\r\\t"),
    ("a\u202eb\u2028c\u200b", "a\\u202eb\\u2028c\\u200b"),
    ("\x7f\x9b31m", "\\x7f\\x9b31m"),
]


@pytest.mark.parametrize(("typed", "echoed"), RAW)
def test_control_characters_and_stray_bytes_are_written_out(invented: Runner, typed: str | bytes, echoed: str) -> None:
    hint = "Søk i alle yrkene: yrke søk ORD"
    result = invented("vis", typed)
    assert result == refused(f"yrke: Fant ikke noe yrke som heter «{echoed}».", hint, status=1)


ECHOING = [
    ["{}"],
    ["--{}"],
    ["{}", "--json"],
    ["vis", "x", "--{}"],
    ["vis", "x", "--{}=1"],
    ["vis", "x", "--del", "{}"],
    ["vis", "{}"],
    ["lønn", "--år", "{}"],
    ["lønn", "--sektor", "{}"],
    ["lønn", "--min", "{}"],
    ["lønn", "{}"],
    ["fra", "x{}"],
    ["liste", "--interesse", "{}"],
    ["liste", "--gruppe", "{}"],
    ["kilder", "{}"],
    ["kilder", "--format", "{}"],
    ["--fullføring", "{}"],
    ["sammenlign", "{}", "manesmed"],
]


@pytest.mark.parametrize("template", ECHOING, ids=" ".join)
def test_no_way_in_echoes_what_is_unsafe(invented_database: Path, template: list[str]) -> None:
    for unsafe in ("q\x1b[2Jq", "q\x00q", "q\udcffq", "q\u202eq", "q\rq"):
        result = answered([part.format(unsafe) for part in template], invented_database)
        assert result.out == ""
        assert result.status in (1, 2)
        assert not CONTROL.search(result.err), (unsafe, result.err)
        assert "\udcff" not in result.err


@pytest.mark.parametrize("template", ECHOING, ids=" ".join)
def test_very_long_arguments_are_cut(invented_database: Path, template: list[str]) -> None:
    result = answered([part.format("q" * 50_000) for part in template], invented_database)
    assert result.out == ""
    assert "qqqq…" in result.err
    assert max(map(len, result.err.splitlines())) < 300


def test_a_very_long_name_is_cut_after_sixty_letters(invented: Runner) -> None:
    assert invented("vis", "x" * 5000) == refused(
        f"yrke: Fant ikke noe yrke som heter «{'x' * 60}…».", "Søk i alle yrkene: yrke søk ORD", status=1
    )


# A damaged database: exit 3, one line that says what is wrong, one that says what to do.

POINT_ELSEWHERE = "Rett YRKE_DATABASE, eller ta den bort: da brukes databasen som følger med."


def with_database(path: Path, *arguments: str) -> Result:
    return call(*(arguments or ("vis", "manesmed")), env=environment(YRKE_DATABASE=str(path)))


def damaged(what: str, path: Path) -> Result:
    return refused(f"yrke: Databasen er skadet: {what} ({path}).", POINT_ELSEWHERE, status=3)


def assert_damaged(result: Result) -> None:
    """Whatever it was that SQLite noticed first."""
    first, *rest = result.err.splitlines()
    assert (result.out, result.status) == ("", 3)
    assert first.startswith("yrke: Databasen er skadet: ")
    assert rest == [POINT_ELSEWHERE]


def test_a_missing_database(tmp_path: Path) -> None:
    path = tmp_path / "borte.sqlite3"
    assert with_database(path) == damaged("filen finnes ikke eller kan ikke åpnes", path)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "tom.sqlite3"
    path.touch()
    assert with_database(path) == damaged("filen er ikke en database", path)


def test_a_directory(tmp_path: Path) -> None:
    assert with_database(tmp_path) == damaged("filen finnes ikke eller kan ikke åpnes", tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_to_read(tmp_path: Path, invented_database: Path) -> None:
    path = Path(shutil.copy(invented_database, tmp_path / "stengt.sqlite3"))
    path.chmod(0)
    assert_damaged(with_database(path))


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "fremmed.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE yrke (slug TEXT)")
        database.commit()
    assert with_database(path) == damaged("filen er ikke laget av yrke", path)


def test_a_database_of_another_version(tmp_path: Path, invented_database: Path) -> None:
    path = Path(shutil.copy(invented_database, tmp_path / "ny.sqlite3"))
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 999")
    assert with_database(path) == damaged("filen hører til en annen versjon av yrke", path)


def test_a_database_without_our_tables(tmp_path: Path, invented_database: Path) -> None:
    path = Path(shutil.copy(invented_database, tmp_path / "hul.sqlite3"))
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP TABLE _navn")
    assert with_database(path) == damaged("den kan ikke leses", path)


@pytest.mark.parametrize("kept", [1, 15, 16, 50, 99, 100, 4095, 4096, 8192, -8192, -4096, -1])
def test_a_truncated_database(tmp_path: Path, invented_database: Path, kept: int) -> None:
    path = tmp_path / "avkortet.sqlite3"
    path.write_bytes(invented_database.read_bytes()[:kept])
    assert_damaged(with_database(path))


@pytest.mark.parametrize("whole", [0, 16, 100, 4096])
def test_random_bytes_after_a_whole_beginning(tmp_path: Path, invented_database: Path, whole: int) -> None:
    path = tmp_path / "tilfeldig.sqlite3"
    content = invented_database.read_bytes()
    path.write_bytes(content[:whole] + random.Random(2015).randbytes(len(content) - whole))  # noqa: S311
    assert_damaged(with_database(path))


READING = [
    ("vis", "manesmed"),
    ("lønn", "--alt"),
    ("lønn", "--deltid"),
    ("utdanning", "manesmed"),
    ("opptak", "manesmed"),
    ("søk", "smed"),
    ("liste", "--interesse", "lys"),
    ("fra", "smiing"),
    ("fra", "studiespesialisering"),
    ("sammenlign", "manesmed", "stjernepleier"),
    ("kilder",),
    ("dekning",),
]


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_every_command_notices_a_missing_database(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    path = tmp_path / "borte.sqlite3"
    assert answered(arguments, path) == damaged("filen finnes ikke eller kan ikke åpnes", path)


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
@pytest.mark.parametrize("filler", [b"\x00", b"\xff", b"\x0d"])
def test_no_command_falls_over_a_page_that_is_overwritten(
    tmp_path: Path, invented_database: Path, arguments: tuple[str, ...], filler: bytes
) -> None:
    content = invented_database.read_bytes()
    damaged_ones = 0
    for start in range(4096, len(content), 4096):
        path = tmp_path / f"side{start}.sqlite3"
        path.write_bytes(content[:start] + filler * 4096 + content[start + 4096 :])
        result = answered(arguments, path)
        if result.status == 3:
            assert_damaged(result)
            damaged_ones += 1
        assert result.status in (0, 1, 3)
    assert damaged_ones > 0


def test_text_that_is_not_utf8_in_the_database(tmp_path: Path, invented_database: Path) -> None:
    path = tmp_path / "bytes.sqlite3"
    path.write_bytes(invented_database.read_bytes().replace("Månesmed".encode(), b"M\xff\xfenesmed"))
    assert_damaged(with_database(path))


def test_help_and_version_need_no_database(tmp_path: Path) -> None:
    for arguments in ((), ("-h",), ("vis", "-h"), ("--versjon",), ("--fullføring", "bash")):
        result = with_database(tmp_path / "borte.sqlite3", *(arguments or ("--hjelp",)))
        assert (result.err, result.status) == ("", 0)


def test_wrong_usage_is_told_even_without_a_database(tmp_path: Path) -> None:
    assert with_database(tmp_path / "borte.sqlite3", "månesmed") == refused(
        "yrke: Kommandoen «månesmed» finnes ikke.", "Se hva du kan skrive: yrke -h", status=2
    )


def test_the_path_of_the_database_is_not_echoed_raw(tmp_path: Path) -> None:
    result = with_database(tmp_path / "\x1b[31mrød")
    assert_damaged(result)
    assert not CONTROL.search(result.err)


def test_a_path_with_every_kind_of_letter_works(tmp_path: Path, invented_database: Path) -> None:
    path = Path(shutil.copy(invented_database, tmp_path / "måne ?#%41&=;'.sqlite3"))
    assert with_database(path, "lønn", "manesmed").status == 0
