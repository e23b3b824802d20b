"""What a person sees, on a real pseudo-terminal of every width: it fits, it lacks nothing, and colour says nothing."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import Result, call, call_on_terminal, environment, without_codes
from yrke_cli.answers.shapes import Table
from yrke_cli.catalogue import Catalogue
from yrke_cli.commands import all_commands, command_named
from yrke_cli.declare import Query
from yrke_cli.output.machine import tsv
from yrke_cli.output.people import cell, visible
from yrke_cli.words import NBSP

WIDTHS = (40, 60, 80, 100, 120, 200)
# Lines of running text longer than this tire the eye.
READABLE = 100
TABLES: dict[str, Query] = {
    "lønn manesmed --alt": Query(words=("manesmed",), everything=True),
    "lønn --deltid": Query(working_time="deltid"),
    "lønn --historikk": Query(history=True),
    "søk smed": Query(words=("smed",)),
    "liste": Query(),
    "opptak manesmed": Query(words=("manesmed",)),
    "kilder": Query(),
    "dekning": Query(),
    "dekning --totalt": Query(totals=True),
}
TREES: dict[str, Query] = {
    "utdanning manesmed": Query(words=("manesmed",)),
    "fra lysfag": Query(words=("lys- og himmelfag",)),
}
OTHERS = ("vis manesmed", "vis olpoet", "sammenlign manesmed stjernepleier", "vis poet", "lønn --sektor", "lønn -h", "")
REAL = ("vis helsesekretær", "lønn --deltid", "sammenlign sykepleier vernepleier", "fra helse- og oppvekstfag")

every_width = pytest.mark.parametrize("columns", WIDTHS)


def typed(line: str) -> list[str]:
    return ["fra", "lys- og himmelfag"] if line == "fra lysfag" else line.split()


@pytest.fixture(scope="module")
def screen(invented_env: dict[str, str]) -> "Screen":
    return Screen(invented_env)


class Screen:
    """What calls show on a terminal of a width: each is made once, however many tests look at it."""

    def __init__(self, env: dict[str, str]) -> None:
        self.env = env
        self.result = cache(self._result)

    def _result(self, line: str, columns: int) -> Result:
        return call_on_terminal(*typed(line), columns=columns, env=self.env)

    def text(self, line: str, columns: int) -> str:
        return without_codes(self.result(line, columns).out)


def answer(line: str, query: Query, database: Path) -> Table:
    """The rows that a call shows, as the command hands them to the output."""
    command = command_named(line.split()[0])
    assert command is not None
    with Catalogue(str(database)) as catalogue:
        table = command.answer(catalogue, query)
    assert isinstance(table, Table)
    return table


def figures(table: Table) -> Counter[str]:
    """Every number in a column that people see, as they read it."""
    return Counter(
        cell(value, column.kind)
        for row in table.rows
        for column in visible(table)
        if column.kind in ("number", "kr")
        and (value := getattr(row, column.field)) is not None
        and column.key != "full_profil"
    )


def words(table: Table) -> set[str]:
    """Every word of a text that people see; lists have commas there."""
    return {
        word
        for row in table.rows
        for column in visible(table)
        if column.kind in ("text", "year")
        and (value := getattr(row, column.field)) is not None
        and column.key not in ("merknad", "adresse")
        for word in str(value).replace(";", " ").split()
    }


def headings(table: Table) -> Iterator[str]:
    """The headings of the columns that hold anything, but for the first: what a row is called stands for itself."""
    for column in visible(table)[1:]:
        if any(getattr(row, column.field) not in (None, "") for row in table.rows):
            yield column.heading


def occurrences(figure: str, text: str) -> int:
    return len(re.findall(rf"(?<![\d{NBSP}]){re.escape(figure)}(?!\d|{NBSP}\d)", text))


# It fits.


@every_width
@pytest.mark.parametrize("line", [*TABLES, *TREES, *OTHERS], ids=lambda line: line or "alone")
def test_no_line_is_wider_than_the_terminal(screen: Screen, line: str, columns: int) -> None:
    text = screen.text(line, columns)
    assert text.strip()
    too_wide = [shown for shown in text.splitlines() if len(shown) > columns]
    assert too_wide == []


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("line", REAL)
def test_no_line_of_the_real_data_is_wider_than_the_terminal(line: str, columns: int) -> None:
    result = call_on_terminal(*line.split(), columns=columns)
    too_wide = [shown for shown in without_codes(result.out).splitlines() if len(shown) > columns]
    assert result.status == 0
    assert too_wide == []


@pytest.mark.parametrize("columns", [120, 200])
@pytest.mark.parametrize("line", ["vis manesmed", "vis olpoet", "lønn -h", ""], ids=lambda line: line or "alone")
def test_running_text_is_never_wider_than_the_eye_likes(screen: Screen, line: str, columns: int) -> None:
    assert max(map(len, screen.text(line, columns).splitlines())) <= READABLE


def test_a_real_page_is_never_wider_than_the_eye_likes() -> None:
    shown = without_codes(call_on_terminal("vis", "helsesekretær", columns=200).out)
    assert max(map(len, shown.splitlines())) <= READABLE


@pytest.mark.parametrize(("line", "columns"), [("liste", 80), ("lønn --deltid", 40), ("vis manesmed", 60)])
def test_no_line_ends_in_spaces(screen: Screen, line: str, columns: int) -> None:
    assert [shown for shown in screen.text(line, columns).splitlines() if shown != shown.rstrip()] == []


# It lacks nothing.


@every_width
@pytest.mark.parametrize("line", TABLES)
def test_every_figure_of_the_tsv_is_shown(screen: Screen, invented_database: Path, line: str, columns: int) -> None:
    table = answer(line, TABLES[line], invented_database)
    text = screen.text(line, columns)
    lacking = {figure: times for figure, times in figures(table).items() if occurrences(figure, text) < times}
    assert lacking == {}


@every_width
@pytest.mark.parametrize("line", [*TABLES, *TREES])
def test_every_word_of_the_tsv_is_shown(screen: Screen, invented_database: Path, line: str, columns: int) -> None:
    table = answer(line, (TABLES | TREES)[line], invented_database)
    # A tree says the length of a step and the kind of an area in its own words.
    text = screen.text(line, columns)
    wanted = words(table) - {"→"}
    if line in TREES:
        text = text.casefold()
        wanted = {word.casefold() for word in wanted}
        codes = {str(getattr(row, one.field)) for row in table.rows for one in visible(table) if one.key == "kode"}
        wanted -= {code.casefold() for code in codes}
    assert sorted(word for word in wanted if word not in text) == []


@every_width
@pytest.mark.parametrize("line", TABLES)
def test_every_heading_or_label_is_shown(screen: Screen, invented_database: Path, line: str, columns: int) -> None:
    shown = screen.text(line, columns).casefold()
    table = answer(line, TABLES[line], invented_database)
    lacking = [heading for heading in headings(table) if not all(word in shown for word in heading.casefold().split())]
    assert lacking == []


def test_the_answers_compared_are_those_of_the_tsv(invented_env: dict[str, str], invented_database: Path) -> None:
    for line, query in (TABLES | TREES).items():
        piped = call(*typed(line), env=invented_env)
        assert piped.out == tsv.table(answer(line, query, invented_database))


@every_width
def test_a_comparison_shows_every_fact_of_both(screen: Screen, invented_database: Path, columns: int) -> None:
    table = answer("sammenlign", Query(words=("manesmed", "stjernepleier")), invented_database)
    text = screen.text("sammenlign manesmed stjernepleier", columns)
    flat = " ".join(text.split())
    assert {figure for figure in figures(table) if not occurrences(figure, text)} == set()
    assert {word for word in words(table) if word.strip(",") not in flat} == set()
    assert [heading for heading in headings(table) if not all(word in flat for word in heading.split())] == []


@every_width
def test_a_page_shows_every_part(screen: Screen, invented_env: dict[str, str], columns: int) -> None:
    shown = set(screen.text("vis manesmed", columns).split())
    plain = call("vis", "manesmed", env=invented_env).out
    sections = re.findall(r"^(.+)\n-+$", plain, re.MULTILINE)
    prose = plain.split("\nLønn\n")[0]
    assert len(sections) >= 11
    for section in sections:
        assert set(section.split()) <= shown
    lacking = {word.strip("-():") for word in prose.split()} - {word.strip("-():") for word in shown}
    assert {word for word in lacking if re.search(r"\w", word)} == set()


@every_width
def test_a_page_shows_every_figure_of_its_pay(screen: Screen, columns: int) -> None:
    text = screen.text("vis manesmed", columns)
    for figure in ("52 000 kr", "51 000 kr", "45 000 kr", "58 000 kr", "31 000 kr", "372 000 kr", "1 200", "1 000"):
        assert occurrences(figure.replace(" ", NBSP), text), figure
    for figure in ("ca. 210 kr", "30 500 kr", "30 600 kr", "366 000 kr", "367 200 kr"):
        assert figure.replace(" ", NBSP) in text, figure


def test_every_command_is_looked_at() -> None:
    seen = {line.split()[0] for line in [*TABLES, *TREES, *OTHERS] if line}
    assert seen == {command.name for command in all_commands()}


# Colour says nothing that words do not.

COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10[0-7])[;\d]*m")
COLOURED = ("vis manesmed", "lønn --deltid", "fra lysfag", "sammenlign manesmed stjernepleier")


def with_env(invented_env: dict[str, str], line: str, columns: int, **extra: str) -> str:
    return call_on_terminal(*typed(line), columns=columns, env={**invented_env, **extra}).out


def without_fill(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def test_a_terminal_has_colour(screen: Screen) -> None:
    assert COLOUR.search(screen.result("vis manesmed", 80).out)


@pytest.mark.parametrize("columns", [40, 120])
@pytest.mark.parametrize("line", COLOURED)
def test_no_color_takes_the_colour_and_leaves_the_text(
    screen: Screen, invented_env: dict[str, str], line: str, columns: int
) -> None:
    shown = with_env(invented_env, line, columns, NO_COLOR="1")
    assert not COLOUR.search(shown)
    assert without_codes(shown) == screen.text(line, columns)


@pytest.mark.parametrize("columns", [40, 120])
@pytest.mark.parametrize("line", COLOURED)
def test_a_dumb_terminal_gets_no_codes_and_the_same_text(
    screen: Screen, invented_env: dict[str, str], line: str, columns: int
) -> None:
    shown = with_env(invented_env, line, columns, TERM="dumb")
    assert "\x1b" not in shown
    assert without_fill(shown) == without_fill(screen.text(line, columns))


def test_columns_in_the_environment_do_not_widen_a_terminal(screen: Screen, invented_env: dict[str, str]) -> None:
    assert without_codes(with_env(invented_env, "lønn --deltid", 60, COLUMNS="200")) == screen.text("lønn --deltid", 60)


# Hints and forms.


def test_hints_are_wrapped_at_words(screen: Screen) -> None:
    text = screen.text("lønn --deltid", 40)
    said = " ".join(text.split())
    assert "De nyeste tallene for deltid er fra 2017. Nyere tall for deltid følger ikke med." in said
    assert "Lønn for deltid er regnet om til det den ville vært i full stilling." in said


def test_messages_are_wrapped_at_words_and_candidates_stay_indented(screen: Screen) -> None:
    assert screen.text("vis poet", 40) == (
        "yrke: «poet» kan være flere yrker:\n  Ølpoet (olpoet)\n  Åkerpoet (akerpoet)\n"
    )
    assert screen.text("lønn --sektor", 40) == (
        "yrke: Valget --sektor mangler en verdi.\nSe hva du kan skrive: yrke lønn -h\n"
    )


@pytest.mark.parametrize("form", ["tsv", "csv", "json", "md"])
def test_a_form_that_was_asked_for_is_given_on_a_terminal_too(invented_env: dict[str, str], form: str) -> None:
    shown = call_on_terminal("liste", "--format", form, columns=40, env=invented_env)
    assert shown.out == call("liste", "--format", form, env=invented_env).out


@pytest.mark.parametrize("form", ["tekst", "json", "md"])
def test_a_page_in_a_form_that_was_asked_for(invented_env: dict[str, str], form: str) -> None:
    shown = call_on_terminal("vis", "manesmed", "--format", form, columns=40, env=invented_env)
    assert shown.out == call("vis", "manesmed", "--format", form, env=invented_env).out


def test_the_human_view_in_a_pipe_is_plain_and_whole(invented_env: dict[str, str], invented_database: Path) -> None:
    piped = call("lønn", "--historikk", "--format", "tabell", env=invented_env)
    table = answer("lønn", Query(history=True), invented_database)
    assert "\x1b" not in piped.out
    assert {figure for figure, times in figures(table).items() if occurrences(figure, piped.out) < times} == set()


def test_a_narrow_terminal_is_not_a_crash() -> None:
    for columns in (1, 5, 19):
        result = call_on_terminal("vis", "helsesekretær", "--del", "om", columns=columns, env=environment())
        assert result.status == 0
        assert "Traceback" not in result.out
