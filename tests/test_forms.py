"""The forms of an answer: the same cells in all, the same bytes everywhere, and a word when a form does not fit."""

import csv
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATA, Result, Runner, call, environment, without_codes
from tests.test_golden import TABLES
from yrke_cli.commands import MODULES, all_commands
from yrke_cli.declare import ALL_FORMS, GRAPH_FORMS, PAGE_FORMS, TABLE_FORMS

NBSP = "\N{NO-BREAK SPACE}"
Cells = list[list[str]]
Object = dict[str, Any]

PAY_KEYS = [
    "yrke", "styrk08", "ar", "sektor", "bransje", "arbeidstid", "kjonn", "antall", "gjennomsnitt", "median", "p25",
    "p75", "timelonn", "arslonn", "kilde", "merknad",
]  # fmt: skip
# A call of every command that gives a table, and the keys that it answers with.
KEYS = {
    "lønn": PAY_KEYS,
    "utdanning": ["yrke", "rute", "nr", "type", "kode", "navn", "ar", "gir", "merknad", "kilde"],
    "opptak": ["yrke", "rute", "kode", "krav", "ar", "studium", "merknad", "kilde"],
    "søk": ["slug", "tittel", "styrk08", "yrkesgruppe", "treff", "kilde"],
    "liste": [
        "slug", "tittel", "styrk08", "yrkesgruppe", "median", "ar", "sysselsatte", "sysselsatte_ar",
        "kvinneandel", "deltidsandel", "andel_ar", "vei_ar", "gir", "autorisasjon",
        "krav", "forhold", "interesser", "full_profil", "kilde",
    ],
    "fra": ["koder", "sti", "kompetanse", "yrker", "kilde"],
    "sammenlign": [
        "slug", "tittel", "styrk08", "yrkesgruppe", "median", "gjennomsnitt", "p25", "p75", "ar", "arbeidstid",
        "sysselsatte", "kvinneandel", "deltidsandel", "vei_ar", "gir", "opptak", "autorisasjon", "interesser", "kilde",
    ],
    "kilder": ["id", "type", "tittel", "utgiver", "ar", "lisens", "adresse", "forklaring"],
    "dekning": ["slug", "tittel", "styrk08", "yrkesgruppe", "full_profil", "mangler", "lest"],
    "dekning --totalt": ["del", "har", "mangler", "ansatte", "andel_ansatte"],
}  # fmt: skip
WORDS = {
    "vis": ["månesmed"],
    "lønn": [],
    "utdanning": ["månesmed"],
    "opptak": ["månesmed"],
    "søk": ["lunarist"],
    "liste": [],
    "forklar": ["opptak"],
    "fra": ["lys- og himmelfag"],
    "sammenlign": ["månesmed", "ølpoet"],
    "kilder": [],
    "dekning": [],
    "dekning --totalt": [],
}


def from_tsv(text: str) -> Cells:
    return [line.split("\t") for line in text.removesuffix("\n").split("\n")]


def from_csv(text: str) -> Cells:
    return list(csv.reader(io.StringIO(text)))


def from_json(text: str) -> Cells:
    objects: list[Object] = json.loads(text)
    keys = list(objects[0])
    assert all(list(one) == keys for one in objects), "every object has the same keys in the same order"
    return [keys, *(["" if value is None else str(value) for value in one.values()] for one in objects)]


def from_md(text: str) -> Cells:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    rows = [[cell.replace("\\", "") for cell in line[2:-2].split(" | ")] for line in lines]
    return [rows[0], *rows[2:]]


def raw(shown: str) -> str:
    """What a person reads, without the no-break spaces and the "kr"."""
    return shown.replace(f"{NBSP}kr", "").replace(NBSP, "")


# The same cells in every form


@pytest.mark.parametrize("name", TABLES)
def test_tsv_csv_and_json_agree_cell_for_cell(invented: Runner, name: str) -> None:
    tsv, comma, objects = (invented(*TABLES[name], f"--{form}").out for form in ("tsv", "csv", "json"))

    assert from_tsv(tsv) == from_csv(comma) == from_json(objects)


@pytest.mark.parametrize(
    "arguments",
    [
        ["lønn", "--alt"],
        ["liste"],
        ["dekning"],
        ["kilder"],
        ["søk", "lege"],
        ["fra", "helse- og oppvekstfag"],
        ["utdanning", "sykepleier", "tømrer"],
        ["opptak", "sivilingeniør", "politibetjent"],
        ["sammenlign", "sykepleier", "kokk", "lege"],
    ],
    ids=" ".join,
)
def test_tsv_csv_and_json_agree_on_every_real_record(yrke: Runner, arguments: list[str]) -> None:
    tsv, comma, objects = (yrke(*arguments, f"--{form}").out for form in ("tsv", "csv", "json"))

    assert from_tsv(tsv) == from_csv(comma) == from_json(objects)


def test_json_has_numbers_for_numbers_texts_for_codes_and_null_for_what_is_not_known(invented: Runner) -> None:
    [row] = json.loads(invented("lønn", "7221", "--år", "2024", "--kjønn", "kvinner", "--json").out)

    assert row == {
        "yrke": "Månesmeder",
        "styrk08": "7221",
        "ar": 2024,
        "sektor": "alle",
        "bransje": None,
        "arbeidstid": "heltid",
        "kjonn": "kvinner",
        "antall": 120,
        "gjennomsnitt": None,
        "median": 48000,
        "p25": None,
        "p75": None,
        "timelonn": None,
        "arslonn": None,
        "kilde": "ssb-11418",
        "merknad": "",
    }


@pytest.mark.parametrize("name", TABLES)
def test_a_table_as_json_is_one_array_of_flat_objects(invented: Runner, name: str) -> None:
    rows = json.loads(invented(*TABLES[name], "--json").out)

    assert isinstance(rows, list)
    assert all(not isinstance(value, (list, dict)) for row in rows for value in row.values())


@pytest.mark.parametrize("options", [[], ["--deltid"], ["--år", "2024", "--alt"]], ids=" ".join)
def test_what_people_read_is_the_raw_figure_with_spaces_and_kr(invented: Runner, options: list[str]) -> None:
    """The page's rows aside: there the second figure stands in the same cell."""
    rows = [row for row in json.loads(invented("lønn", *options, "--json").out) if row["styrk08"]]
    first, *_ = invented("lønn", *options, "--format", "md").out.split("Slik sto det på")
    heading, *shown = from_md(first)

    keys = {"Gjennomsnitt": "gjennomsnitt", "Median": "median", "Nedre kvartil": "p25", "Øvre kvartil": "p75"}
    keys |= {"Yrke": "yrke", "År": "ar", "Sektor": "sektor", "Arbeidstid": "arbeidstid", "Antall": "antall"}
    for title, key in keys.items():
        place = heading.index(title)
        assert [raw(row[place]) for row in shown] == ["" if row[key] is None else str(row[key]) for row in rows]


def test_a_terminal_shows_the_same_cells_as_markdown(invented: Runner, invented_terminal: Runner) -> None:
    """At 200 columns nothing is wrapped: the sums of `dekning` stand on the terminal as they do in Markdown."""
    rows = from_md(invented("dekning", "--totalt", "--format", "md").out)
    view = without_codes(invented_terminal("dekning", "--totalt", columns=200).out).splitlines()

    on_terminal = [re.split(r" {2,}", line.strip()) for line in view if re.search(r"\d$", line.strip())]
    assert on_terminal == rows[1:]
    assert re.split(r" {2,}", view[2].strip()) == rows[0]


def test_people_read_no_break_spaces_and_kr_and_machines_read_integers(invented: Runner) -> None:
    """In a table the unit stands once, above."""
    told = invented("lønn", "7222", "--format", "md").out
    assert f"| 70{NBSP}000 | 62{NBSP}000 |" in told
    assert "\nkr i måneden\n" in told
    told = invented("lønn", "7222", "--format", "tabell").out
    assert f"70{NBSP}000  62{NBSP}000" in told
    assert " · kr i måneden · " in told
    assert f"median 62{NBSP}000{NBSP}kr" in invented("vis", "stjernepleier").out
    for form in ("tsv", "csv", "json"):
        out = invented("lønn", "7222", "--format", form).out
        assert NBSP not in out
        assert "kr" not in out.replace("ukjent", "")
        assert re.search(r"\b70000\b", out)


@pytest.mark.parametrize("columns", [40, 62, 80])
def test_a_terminal_never_parts_a_figure_from_its_kr(invented_terminal: Runner, columns: int) -> None:
    view = without_codes(invented_terminal("vis", "månesmed", columns=columns).out)

    assert [line for line in view.splitlines() if line.endswith(NBSP)] == []
    assert f"51{NBSP}000{NBSP}kr" in view


# The keys


@pytest.mark.parametrize("command", KEYS)
def test_the_keys_of_every_table_are_these(invented: Runner, command: str) -> None:
    name, *options = command.split()

    [keys, *_] = from_tsv(invented(name, *WORDS[command], *options, "--tsv").out)

    assert keys == KEYS[command]


def test_every_command_with_a_table_has_its_keys_pinned() -> None:
    tables = {command.name for command in all_commands() if "tsv" in command.forms}

    assert {command.split()[0] for command in KEYS} == tables
    assert set(MODULES) == tables | {"vis", "forklar"}


def documented() -> Mapping[str, list[str]]:
    """The section "What comes out" of data/README.md: "- `<command>`: `key key key`" a line."""
    _, found, section = (DATA / "README.md").read_text(encoding="utf-8").partition("\n## What comes out\n")
    assert found, "data/README.md has no section called What comes out"
    lines = re.findall(r"^- `([^`]+)`: `([^`]+)`", section.split("\n## ")[0], re.MULTILINE)
    return {command: keys.split() for command, keys in lines}


@pytest.mark.parametrize("command", KEYS)
def test_data_readme_names_the_keys_of_every_table(command: str) -> None:
    assert documented()[command] == KEYS[command]


def test_data_readme_names_the_keys_of_the_page(invented: Runner) -> None:
    assert documented()["vis"] == list(json.loads(invented("vis", "månesmed", "--json").out))


def test_the_pay_rows_of_a_page_have_the_keys_of_the_pay_table(invented: Runner) -> None:
    page = json.loads(invented("vis", "månesmed", "--json").out)

    assert [list(row) for row in page["lonn"]] == [PAY_KEYS] * 3


# The form asked for


@pytest.mark.parametrize(
    ("command", "form"),
    [(command.name, form) for command in all_commands() for form in ALL_FORMS if form not in command.forms],
)
def test_a_form_that_does_not_fit_is_refused_with_a_hint(invented: Runner, command: str, form: str) -> None:
    forms = (
        PAGE_FORMS
        if command in ("vis", "forklar")
        else GRAPH_FORMS
        if command in ("lønn", "sammenlign")
        else TABLE_FORMS
    )

    assert invented(command, *WORDS[command], "--format", form) == Result(
        "",
        f"yrke: Formen {form} passer ikke for {command}.\nVelg en av {', '.join(forms)} med --format.\n",
        2,
    )


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_short_form_that_does_not_fit_is_refused_the_same_way(invented: Runner, form: str) -> None:
    assert invented("vis", "månesmed", f"--{form}") == invented("vis", "månesmed", "--format", form)
    assert invented("vis", "månesmed", f"--{form}").status == 2


@pytest.mark.parametrize(
    ("forms", "named"),
    [
        (["--json", "--csv"], "--json og --csv"),
        (["--csv", "--tsv"], "--csv og --tsv"),
        (["--format", "md", "--json"], "--format og --json"),
    ],
)
def test_two_forms_at_once_are_refused(invented: Runner, forms: list[str], named: str) -> None:
    for arguments in (forms, [*forms[2:], *forms[:2]]):
        result = invented("lønn", *arguments)
        assert result == Result("", f"yrke: {named} kan ikke brukes sammen.\nVelg den ene av dem.\n", 2)


@pytest.mark.parametrize("forms", [["--format", "md", "--format", "csv"], ["--format", "json", "--format", "tsv"]])
def test_two_values_of_format_are_two_forms_at_once(invented: Runner, forms: list[str]) -> None:
    result = invented("lønn", *forms)

    assert (result.out, result.status) == ("", 2)
    assert result.err.startswith("yrke: ")


def test_the_same_form_twice_is_one_form(invented: Runner) -> None:
    assert invented("lønn", "--csv", "--format", "csv") == invented("lønn", "--csv")
    assert invented("lønn", "--csv").status == 0


@pytest.mark.parametrize("typed", ["csv", "CSV", "Csv", "c-s-v", " csv "])
def test_a_form_is_known_in_any_spelling(invented: Runner, typed: str) -> None:
    assert invented("lønn", "--format", typed) == invented("lønn", "--csv")


def test_an_unknown_form_is_refused_with_those_there_are(invented: Runner) -> None:
    assert invented("lønn", "--format", "xml") == Result(
        "", "yrke: --format kan ikke være «xml»: velg en av tabell, tekst, tsv, csv, json, jsonl, md, graf.\n", 2
    )


@pytest.mark.parametrize("name", TABLES)
def test_a_pipe_gets_tsv_for_a_table(invented: Runner, name: str) -> None:
    assert invented(*TABLES[name]) == invented(*TABLES[name], "--tsv")


def test_a_pipe_gets_text_for_a_page(invented: Runner) -> None:
    result: Result = invented("vis", "månesmed")

    assert result == invented("vis", "månesmed", "--format", "tekst")
    assert result.out.startswith("Månesmed\n========\n")


# The same bytes everywhere


PLACES: dict[str, dict[str, str]] = {
    "LC_ALL=C": {"LC_ALL": "C"},
    "LC_ALL=POSIX and no UTF-8 mode": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "PYTHONIOENCODING=ascii": {"PYTHONIOENCODING": "ascii"},
    "PYTHONIOENCODING=utf-16": {"PYTHONIOENCODING": "utf-16"},
    "COLUMNS=20": {"COLUMNS": "20"},
    "TERM=dumb": {"TERM": "dumb"},
    "colour forced": {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"},
    "a hash seed": {"PYTHONHASHSEED": "4711"},
}
ANSWERS = [
    ["vis", "månesmed"],
    ["vis", "MÅNESMED", "--json"],
    ["lønn", "--alt"],
    ["lønn", "--kjønn", "kvinner", "--csv"],
    ["søk", "måne"],
    ["fra", "lys- og himmelfag", "--format", "md"],
    ["sammenlign", "månesmed", "ølpoet", "--format", "tabell"],
    ["vis", "blåmåne"],
    ["-h"],
]


@pytest.fixture(scope="module")
def answers(invented_env: dict[str, str]) -> dict[str, Result]:
    """What the calls say at home."""
    return {" ".join(arguments): call(*arguments, env=invented_env) for arguments in ANSWERS}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_the_same_bytes_in_every_environment(
    answers: dict[str, Result], invented_env: dict[str, str], arguments: list[str], place: str
) -> None:
    assert call(*arguments, env={**invented_env, **PLACES[place]}) == answers[" ".join(arguments)]


@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_the_same_bytes_without_a_home_and_in_another_folder(
    answers: dict[str, Result], invented_env: dict[str, str], tmp_path: Path, arguments: list[str]
) -> None:
    homeless = {name: value for name, value in invented_env.items() if not name.startswith(("HOME", "XDG"))}
    (tmp_path / "yrke_cli").mkdir()
    (tmp_path / "yrke.sqlite3").write_bytes(b"someone else's")

    assert call(*arguments, env=homeless, cwd=tmp_path) == answers[" ".join(arguments)]


def test_the_real_database_is_found_from_any_folder(yrke: Runner, tmp_path: Path) -> None:
    assert yrke("lønn", "2223", cwd=tmp_path, env=environment(LC_ALL="C")) == yrke("lønn", "2223")
