"""A database whose content someone has edited, and errors that nobody foresaw: one line, the right status, no more."""

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.conftest import Result, answered, call, environment
from yrke_cli.run import status_of

READING = [
    ("vis", "manesmed"),
    ("vis", "manesmed", "--json"),
    ("vis", "manesmed", "--svg", "-"),
    ("lønn",),
    ("lønn", "manesmed", "--alt", "--format", "tabell"),
    ("lønn", "--historikk", "--format", "md"),
    ("utdanning", "manesmed"),
    ("opptak", "manesmed"),
    ("søk", "smed"),
    ("søk", "lys"),
    ("liste", "--sorter", "median"),
    ("fra", "smiing"),
    ("fra", "studiespesialisering"),
    ("sammenlign", "manesmed", "stjernepleier"),
    ("kilder",),
    ("dekning", "--totalt"),
]
# What a terminal obeys: a title of the window, the clipboard, colours, and the turning of what is read.
HOSTILE = "\x1b]0;PWNED\x07\x1b[31m\x9b2J\u202e\u2066"


def columns_of(database: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(database)) as opened:
        return opened.execute(
            "SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c"
            " WHERE m.type = 'table' ORDER BY 1, 2"
        ).fetchall()


def edited(database: Path, target: Path, *statements: str) -> Path:
    shutil.copy(database, target)
    with closing(sqlite3.connect(target)) as opened:
        opened.create_function("skadet", 1, lambda text: f"{HOSTILE}{text}")
        for statement in statements:
            # What the schema refuses is no edit.
            with suppress(sqlite3.IntegrityError):
                opened.execute(statement)
        opened.commit()
    return target


def assert_told(result: Result) -> None:
    """One line that says what was wrong, and others that say what to do."""
    assert result.status in (0, 1, 3)
    assert "Traceback" not in result.err
    if result.status == 3:
        assert re.match(r"yrke: Databasen er skadet: .+\n.+\n\Z", result.err)


# The values that no table of ours has in any column: a text among numbers, nothing, a blob, a number among texts.
@pytest.mark.parametrize("value", ["'abc'", "NULL", "x'ff00'", "-1"])
def test_no_edit_of_a_column_ends_in_a_traceback(invented_database: Path, tmp_path: Path, value: str) -> None:
    statuses = []
    for number, (table, column) in enumerate(columns_of(invented_database)):
        statement = f'UPDATE OR IGNORE "{table}" SET "{column}" = {value}'
        path = edited(invented_database, tmp_path / f"{number}.sqlite3", statement)
        for arguments in READING[number % 3 :: 3]:
            result = answered(arguments, path)
            assert_told(result)
            statuses.append(result.status)
    # Some are told, some have no bearing on the call.
    assert statuses.count(0) > 100
    assert set(statuses) >= {0, 3}


def test_no_emptied_table_ends_in_a_traceback(invented_database: Path, tmp_path: Path) -> None:
    statuses = set()
    for table in dict.fromkeys(table for table, _ in columns_of(invented_database)):
        path = edited(invented_database, tmp_path / f"{table}.sqlite3", f'DELETE FROM "{table}"')
        for arguments in READING:
            result = answered(arguments, path)
            assert_told(result)
            statuses.add(result.status)
    assert statuses == {0, 1, 3}


@pytest.fixture(scope="module")
def hostile(invented_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which every text that is shown begins with what a terminal obeys."""
    shown = {
        "yrke": ("tittel", "ingress"),
        "yrke_tekst": ("tekst",),
        "yrke_navn": ("navn",),
        "yrkesgruppe": ("navn",),
        "lonn": ("navn", "bransje"),
        "programomrade": ("navn",),
        "opptakskrav": ("krav", "studium", "merknad"),
        "autorisasjon_hjemmel": ("hjemmel",),
        "rute": ("navn", "gir", "merknad"),
        "steg": ("navn",),
        "kilde": ("tittel", "utgiver", "lisens", "merknad", "kortnavn", "henvisning"),
        "kilde_brudd": ("forklaring",),
        "merknad": ("forklaring",),
    }
    known = columns_of(invented_database)
    assert {(table, column) for table, own in shown.items() for column in own} <= set(known)
    statements = [
        f'UPDATE "{table}" SET "{column}" = skadet("{column}") WHERE "{column}" IS NOT NULL'
        for table, own in shown.items()
        for column in own
    ]
    path = tmp_path_factory.mktemp("fiendtlig") / "yrke.sqlite3"
    return edited(invented_database, path, *statements)


FORMS: dict[str, tuple[tuple[str, ...], ...]] = {
    "vis": (("--json",), ("--format", "tekst"), ("--format", "md"), ("--svg", "-"), ("--html", "-")),
    "lønn": (("--json",), ("--csv",), ("--tsv",), ("--format", "md"), ("--format", "tabell"), ("--html", "-")),
}


def hostile_calls() -> Iterator[tuple[str, ...]]:
    for arguments in READING:
        if "--" in " ".join(arguments[1:]):
            yield arguments
            continue
        for form in FORMS.get(arguments[0], FORMS["lønn"]):
            yield (*arguments, *form)


@pytest.mark.parametrize("arguments", list(hostile_calls()), ids=" ".join)
def test_no_form_lets_through_what_a_terminal_obeys(hostile: Path, arguments: tuple[str, ...]) -> None:
    result = answered(arguments, hostile)
    assert (
        re.findall(r"[^\n\t\u00a0 -~¡-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\U0010ffff]", result.out + result.err)
        == []
    )
    assert [letter for letter in "\u202e\u2066\x9b" if letter in result.out + result.err] == []


def test_what_was_taken_out_is_written_out(hostile: Path) -> None:
    assert "\\x1b]0;PWNED\\x07" in answered(["vis", "manesmed"], hostile).out


# Errors that nobody foresaw.

BROKEN = """
import sys
from yrke_cli import express
from yrke_cli.__main__ import main
def broken(arguments):
    raise ValueError("ingen\\nså dette komme")
express.plain_call = broken
sys.argv[1:] = ["vis", "kokk"]
main()
"""


def broken(**variables: str) -> Result:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN],
        capture_output=True,
        text=True,
        env=environment(**variables),
        check=False,
        timeout=60,
    )
    return Result(done.stdout, done.stderr, done.returncode)


def test_an_error_that_nobody_foresaw_is_one_line_and_status_70() -> None:
    assert broken() == Result(
        "",
        "yrke: Uventet feil: ValueError: ingen\\nså dette komme.\n"
        "Feilen er i yrke, ikke i det du skrev. YRKE_DEBUG=1 viser hvor den oppsto.\n",
        70,
    )


def test_the_traceback_is_there_for_who_asks() -> None:
    said = broken(YRKE_DEBUG="1")
    assert (said.out, said.status) == ("", 70)
    assert said.err.startswith("yrke: Uventet feil: ")
    assert "Traceback (most recent call last):\n" in said.err
    assert ", in broken\n" in said.err


def test_the_traceback_of_an_edited_database_is_there_for_who_asks(invented_database: Path, tmp_path: Path) -> None:
    path = edited(invented_database, tmp_path / "a.sqlite3", "UPDATE lonn SET gjennomsnitt = 'abc'")
    plain = call("lønn", "--format", "tabell", env=environment(YRKE_DATABASE=str(path)))
    asked = call("lønn", "--format", "tabell", env=environment(YRKE_DATABASE=str(path), YRKE_DEBUG="1"))
    assert (plain.status, asked.status) == (3, 3)
    assert asked.err.startswith(plain.err)
    assert "Traceback (most recent call last):\n" in asked.err


def test_ctrl_c_is_no_unforeseen_error() -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        status_of(interrupted)
