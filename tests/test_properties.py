"""Properties that hold whatever is typed and whatever stands in a table."""

import csv
import io
import re
import unicodedata
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.conftest import Result, answered, call
from tests.test_errors import CONTROL
from yrke_cli.answers.shapes import Table
from yrke_cli.commands import MODULES, all_commands
from yrke_cli.output.machine import csv_, tsv
from yrke_cli.records import Record, column
from yrke_cli.words import NBSP, echoed, fold, kroner, norwegian_order, plain, slug

# The same examples on every machine, and no clock: a slow one must not fail.
STEADY = settings(derandomize=True, deadline=None)
FEW = settings(STEADY, max_examples=25)
MANY = settings(STEADY, max_examples=600)

# What can stand on a command line.

# Python keeps a byte that is not UTF-8 as one of these; other lone surrogates cannot come from a command line.
STRAY = st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF, categories=["Cs"])
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
ANYTHING = st.text(st.one_of(LETTERS, STRAY), max_size=40)
UNSAFE = st.text(st.sampled_from("\x1b[31m\x07\r\n\t\x7f\x9b\u2028\u202e\u200bæ\udcff"), min_size=1, max_size=12)
NAMES = ["Månesmed", "stjernepleier", "Åkerpoet", "olpoet", "Lunarist i nord", "smed", "7221", "72", "Smiing", "lys"]
OPTIONS = sorted(
    {spelling for command in all_commands() for option in command.options for spelling in option.spellings}
)
VALUES = [
    *["alle", "stat", "kvinner", "2024", "0", "-1", "1e9", "45 000", "måned", "time", "median", "om", "lønn", "json"],
    *["csv", "md", "tabell", "tekst", "helse", "lys", "7", "26", "bash", "", " ", "--", "-", "-h", "--versjon"],
]


def mutated(name: str, place: int, inserted: str, kept: int) -> str:
    """A name with a slip: something put in, and something left out after it."""
    place %= len(name) + 1
    return name[:place] + inserted + name[place + kept :]


SLIPS = st.builds(
    mutated,
    st.sampled_from([*NAMES, *MODULES]),
    st.integers(0, 30),
    st.text(st.one_of(LETTERS, STRAY), max_size=2),
    st.integers(0, 2),
)
WITH_VALUE = st.builds("{}={}".format, st.sampled_from(OPTIONS), st.one_of(ANYTHING, st.sampled_from(VALUES)))
WORD = st.one_of(
    st.sampled_from(NAMES), st.sampled_from(VALUES), st.sampled_from(OPTIONS), SLIPS, WITH_VALUE, ANYTHING, UNSAFE
)
ARGUMENTS: SearchStrategy[list[str]] = st.one_of(
    st.lists(WORD, max_size=6),
    st.builds(lambda command, rest: [command, *rest], st.sampled_from(sorted(MODULES)), st.lists(WORD, max_size=6)),
)


def asked(arguments: list[str], database: Path) -> Result:
    """What a call answers, in a folder of its own: it may save files under any name."""
    with TemporaryDirectory() as folder, chdir(folder):
        return answered(arguments, database)


@settings(MANY)
@given(ARGUMENTS)
@example(["dekning", "--excel", "fil"])
@example(["lønn", "--svg", "lønn.svg", "--html", "lønn.html"])
@example(["liste", "--gruppe", "\udcff"])
@example(["vis", "\ud7ff\udc80"])
@example(["lønn", "--topp", "９"])
@example(["kilder", "kilder"])
@example(["--fullføring", ""])
def test_whatever_is_typed_is_answered_or_refused(invented_database: Path, arguments: list[str]) -> None:
    result = asked(arguments, invented_database)
    # 5: what was typed for a file cannot be one.
    assert result.status in (0, 1, 2, 5)
    saved = "Lagret " in result.err or "Åpnet " in result.err
    assert result.out == "" if result.status else result.out != "" or saved
    assert not CONTROL.search(result.err)
    assert "Traceback" not in result.err


@settings(STEADY, max_examples=150)
@given(ARGUMENTS)
def test_a_refusal_is_a_line_and_hints(invented_database: Path, arguments: list[str]) -> None:
    result = asked(arguments, invented_database)
    if result.status:
        assert result.err.startswith("yrke: ")
        assert result.err.endswith("\n")
        assert result.err.count("\n") <= 23


@FEW
@given(st.lists(st.one_of(st.binary(max_size=30), st.sampled_from([b"vis", b"l\xc3\xb8nn", b"--json"])), max_size=4))
@example([b"liste", b"--gruppe", b"\xff"])
@example([b"vis", b"\xc3"])
def test_whatever_bytes_are_typed(invented_env: dict[str, str], arguments: list[bytes]) -> None:
    result = call(*(argument.replace(b"\x00", b"") for argument in arguments), env=invented_env)
    assert result.status in (0, 1, 2)
    assert result.out == "" if result.status else result.out != ""
    assert not CONTROL.search(result.err)
    assert "Traceback" not in result.err


# Names.

NORWEGIAN = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzæøåéüôÆØÅABC -/.0123456789"), max_size=30)


@STEADY
@given(ANYTHING)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@STEADY
@given(ANYTHING)
def test_a_folded_name_holds_letters_and_digits_only(name: str) -> None:
    assert all(letter.isalnum() for letter in fold(name))


@STEADY
@given(NORWEGIAN)
def test_case_does_not_count(name: str) -> None:
    assert fold(name.upper()) == fold(name.lower()) == fold(name)


@STEADY
@given(NORWEGIAN)
def test_composed_and_decomposed_letters_are_the_same(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))


@STEADY
@given(NORWEGIAN)
@example("videregående")
@example("sjøelev")
def test_every_spelling_of_the_norwegian_letters_is_the_same(name: str) -> None:
    for spelling in ({"æ": "ae", "ø": "oe", "å": "aa"}, {"æ": "a", "ø": "o", "å": "a"}, {"æ": "ä", "ø": "ö"}):
        typed = "".join(spelling.get(letter, letter) for letter in name.lower())
        assert fold(typed) == fold(name)


@STEADY
@given(NORWEGIAN)
def test_a_slug_is_plain_and_means_the_same_name(name: str) -> None:
    made = slug(name)
    assert all((letter.isascii() and letter.isalnum()) or letter == "-" for letter in made)
    assert made == made.lower() == slug(made)
    assert fold(made) == fold(name)


@STEADY
@given(NORWEGIAN)
def test_the_plain_spelling_of_norwegian_is_ascii(name: str) -> None:
    assert plain(name.lower()).isascii()


@STEADY
@given(NORWEGIAN, st.sampled_from("abcdefghijklmnopqrstuvwxyz"), NORWEGIAN)
def test_the_norwegian_letters_come_last_and_in_order(start: str, letter: str, end: str) -> None:
    words = [start + one + end for one in (letter, "æ", "ø", "å")]
    assert sorted(words, key=norwegian_order) == words
    assert sorted([word.upper() for word in reversed(words)], key=norwegian_order) == [word.upper() for word in words]


# Figures.


@STEADY
@given(st.integers(0, 10**12))
def test_kroner_can_be_read_back(amount: int) -> None:
    written = kroner(amount)
    number, unit = written.rsplit(NBSP, 1)
    assert unit == "kr"
    assert int(number.replace(NBSP, "")) == amount
    assert " " not in written
    assert all(len(group) == 3 for group in number.split(NBSP)[1:])


@STEADY
@given(ANYTHING)
def test_what_is_echoed_is_safe_and_short(typed: str) -> None:
    assert echoed(typed).isprintable()
    assert len(echoed(typed, 10)) <= 101


@STEADY
@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="\xa0"), max_size=60))
def test_what_is_printable_is_echoed_as_it_is(typed: str) -> None:
    assert not typed.isprintable() or echoed(typed) == typed


# Tables.

Value = str | int | float | None
Row = tuple[Value, ...]
CELLS: SearchStrategy[Value] = st.one_of(
    st.none(), st.integers(-(10**9), 10**9), st.floats(0, 100).map(lambda years: round(years * 2) / 2), st.text(LETTERS)
)


class Cells(Record):
    """A row of three cells, whatever they hold."""

    name: Value = column("navn", "Navn")
    number: Value = column("tall", "Tall", kind="number")
    note: Value = column("merknad", "Merknad", hidden=True)


ROWS: SearchStrategy[list[Row]] = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8)


def on_one_line(value: Value) -> str:
    """A cell as both forms write it: each tab or line break a space, so that no row or cell moves."""
    return re.sub("[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", " ", "" if value is None else str(value))


@STEADY
@given(ROWS)
def test_csv_can_be_read_back(rows: list[Row]) -> None:
    text = csv_.table(Table(Cells.columns, [Cells(*row) for row in rows]))
    header, *read = csv.reader(io.StringIO(text, newline=""))
    assert header == ["navn", "tall", "merknad"]
    assert read == [[on_one_line(value) for value in row] for row in rows]


@STEADY
@given(ROWS)
def test_tsv_can_be_read_back(rows: list[Row]) -> None:
    text = tsv.table(Table(Cells.columns, [Cells(*row) for row in rows]))
    header, *read = text.removesuffix("\n").split("\n")
    assert header == "navn\ttall\tmerknad"
    assert [line.split("\t") for line in read] == [[on_one_line(value) for value in row] for row in rows]
