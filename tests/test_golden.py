"""What every command prints on the invented data, form by form, byte for byte.

After a change that is meant: YRKE_UPDATE_GOLDEN=1 pytest tests/test_golden.py, then read the difference as a reader
would. A terminal's view is only written where it breaks no rule of the house (see `faults_on`).
"""

import json
import os
import re
from collections.abc import Callable
from functools import cache

import pytest

from tests.conftest import GOLDEN, Result, Runner, call_on_terminal, without_codes

NBSP = "\N{NO-BREAK SPACE}"
SUFFIXES = {"tsv": "tsv", "csv": "csv", "json": "json", "md": "md", "tabell": "tabell.txt", "tekst": "txt"}
PAGES = {
    "vis-manesmed": ["vis", "månesmed"],
    "vis-manesmed-deler": ["vis", "månesmed", "--del", "lønn", "--del", "om"],
    "vis-stjernepleier": ["vis", "stjernepleier"],
    "vis-olpoet": ["vis", "ølpoet"],
}
TABLES = {
    "lonn": ["lønn"],
    "lonn-deltid": ["lønn", "--deltid"],
    "lonn-alt": ["lønn", "--alt"],
    "lonn-historikk": ["lønn", "månesmed", "--historikk"],
    "lonn-per-ar": ["lønn", "--per", "år"],
    "lonn-per-time": ["lønn", "--per", "time"],
    "utdanning": ["utdanning", "månesmed", "stjernepleier"],
    "opptak": ["opptak", "månesmed"],
    "sok-lunarist": ["søk", "lunarist"],
    "liste": ["liste"],
    "fra-lys": ["fra", "lys- og himmelfag"],
    "fra-studiespesialisering": ["fra", "studiespesialisering"],
    "sammenlign": ["sammenlign", "månesmed", "ølpoet"],
    "sammenlign-fire": ["sammenlign", "månesmed", "ølpoet", "stjernepleier", "åkerpoet"],
    "kolonner": ["lønn", "--alt", "--kolonner", "median,yrke,styrk08,ar"],
    "kilde": ["kilder", "ssb-11418"],
    "kilder": ["kilder"],
    "dekning": ["dekning"],
    "dekning-totalt": ["dekning", "--totalt"],
}
GRAPHS = {
    "graf-lonn": ["lønn", "--graf"],
    "graf-alt": ["lønn", "--alt", "--graf"],
    "graf-deltid": ["lønn", "--deltid", "--graf"],
    "graf-per-ar": ["lønn", "månesmed", "--per", "år", "--graf"],
    "graf-historikk": ["lønn", "månesmed", "--historikk", "--graf"],
    "graf-historikk-alle": ["lønn", "--historikk", "--graf"],
    "graf-sammenlign": ["sammenlign", "månesmed", "stjernepleier", "ølpoet", "--graf"],
}
GRAPH_WIDTHS = (40, 60, 80, 120)
CALLS = PAGES | TABLES
FORMS = [(name, form) for name in PAGES for form in ("tekst", "json", "md")] + [
    (name, form) for name in TABLES for form in ("tsv", "csv", "json", "md", "tabell")
]
# The tables that most people ask for are held at every width that a table may look different at.
MOST_ASKED = ("lonn", "lonn-deltid", "liste")
VIEWS = [(name, columns) for name in CALLS for columns in (40, 80, 120)] + [
    (name, columns) for name in MOST_ASKED for columns in (60, 100, 200)
]
Views = Callable[[str, int], Result]
WITH_CODES = ("vis-manesmed", "lonn-deltid", "fra-lys")


def agrees(file_name: str, text: str) -> None:
    """The golden file holds exactly this text; it is written where YRKE_UPDATE_GOLDEN asks for it."""
    path = GOLDEN / file_name
    if os.environ.get("YRKE_UPDATE_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.is_file(), f"no golden file {file_name}; YRKE_UPDATE_GOLDEN=1 writes it"
    assert text == path.read_bytes().decode()


def faults_on(view: str, columns: int) -> list[str]:
    """The lines of a terminal's view that are wider than it, or that part what a no-break space holds together."""
    return [line for line in view.splitlines() if len(line) > columns or line.endswith(NBSP)]


@pytest.fixture(scope="module")
def view_of(invented_env: dict[str, str]) -> Views:
    """What a call shows on a terminal of this width, called once."""
    return cache(lambda name, columns: call_on_terminal(*CALLS[name], columns=columns, env=invented_env))


@pytest.mark.parametrize(("name", "form"), FORMS, ids=[f"{name}.{form}" for name, form in FORMS])
def test_every_form_of_every_command(invented: Runner, name: str, form: str) -> None:
    result: Result = invented(*CALLS[name], "--format", form)

    assert result.status == 0
    agrees(f"{name}.{SUFFIXES[form]}", result.out)


@pytest.mark.parametrize(("name", "columns"), VIEWS, ids=[f"{name}-{columns}" for name, columns in VIEWS])
def test_every_command_on_a_terminal(view_of: Views, name: str, columns: int) -> None:
    result = view_of(name, columns)

    view = without_codes(result.out)
    assert result.status == 0
    assert faults_on(view, columns) == []
    agrees(f"{name}.{columns}.terminal.txt", view)


@pytest.mark.parametrize("name", WITH_CODES)
def test_a_terminal_view_with_its_codes(view_of: Views, name: str) -> None:
    result = view_of(name, 80)

    assert "\x1b[1m" in result.out
    agrees(f"{name}.80.ansi", result.out)


# Rules for all of them, so that no golden file is accepted by a tired eye.


@pytest.mark.parametrize(("name", "columns"), VIEWS, ids=[f"{name}-{columns}" for name, columns in VIEWS])
def test_no_line_on_a_terminal_ends_in_filling(view_of: Views, name: str, columns: int) -> None:
    view = without_codes(view_of(name, columns).out)

    assert [line for line in view.splitlines() if line != line.rstrip(" ")] == []


def test_there_is_no_golden_file_that_no_test_reads() -> None:
    read = {f"{name}.{SUFFIXES[form]}" for name, form in FORMS}
    read |= {f"{name}.{columns}.terminal.txt" for name, columns in VIEWS}
    read |= {f"{name}.80.ansi" for name in WITH_CODES}
    read |= {f"{name}.{columns}.terminal.txt" for name in GRAPHS for columns in GRAPH_WIDTHS}

    assert {path.name for path in GOLDEN.iterdir()} - read == set()


@pytest.mark.parametrize(("name", "form"), FORMS, ids=[f"{name}.{form}" for name, form in FORMS])
def test_no_form_in_a_pipe_has_codes_or_trailing_spaces(name: str, form: str) -> None:
    text = (GOLDEN / f"{name}.{SUFFIXES[form]}").read_bytes().decode()

    assert "\x1b" not in text
    assert "\r" not in text
    assert text.endswith("\n")
    assert not re.search(r" $", text, re.MULTILINE)
    if form == "json":
        json.loads(text)
