"""What a person sees, on a real pseudo-terminal of every width: it fits, it lacks nothing, and colour says nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import Result, call, call_on_terminal, environment, without_codes
from yrke_cli.answers.shapes import Table
from yrke_cli.catalogue import Catalogue, default_path
from yrke_cli.commands import all_commands, command_named, vis
from yrke_cli.declare import Query
from yrke_cli.output.machine import tsv
from yrke_cli.output.people import cell, visible
from yrke_cli.output.people.view import page_lines
from yrke_cli.records import Column
from yrke_cli.words import NBSP, lower_first

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
OTHERS = (
    "forklar",
    "forklar læreplass",
    "vis manesmed",
    "vis olpoet",
    "sammenlign manesmed stjernepleier",
    "vis poet",
    "lønn --sektor",
    "lønn -h",
    "",
)
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
        parts = table.parts()
    table.parts = lambda: parts
    return table


SHED = re.compile(r"Ikke vist: (.+?)\. [A-ZÆØÅ]")


def left(table: Table, text: str) -> list[Column]:
    """The columns that people see at this width: those that are not told of as shed."""
    shed = {heading for told in SHED.findall(" ".join(text.split())) for heading in told.split(", ")}
    every = [*visible(table), *(column for part in table.parts() for column in visible(part))]
    assert shed <= {lower_first(column.heading) for column in every}
    gone = {column.key for column in every if lower_first(column.heading) in shed}
    return [column for column in visible(table) if column.key not in gone]


def figures(table: Table, columns: Sequence[Column]) -> Counter[str]:
    """Every number in these columns, as people read it."""
    return Counter(
        cell(value, column.kind)
        for row in table.rows
        for column in columns
        if column.kind in ("number", "kr")
        and (value := getattr(row, column.field)) is not None
        and column.key != "full_profil"
    )


def words(table: Table, columns: Sequence[Column]) -> set[str]:
    """Every word of a text in these columns; lists have commas there, and marks stand for notes and sources."""
    marked = {"merknad", "adresse", *(["kilde"] if "krav" in set(table.keys()) else [])}
    return {
        word
        for row in table.rows
        for column in columns
        if column.kind in ("text", "year")
        and (value := getattr(row, column.field)) is not None
        and column.key not in marked
        for word in str(value).replace(";", " ").split()
    }


def headings(table: Table, columns: Sequence[Column]) -> Iterator[tuple[str, str]]:
    """The headings of the columns that hold anything, long and short; but for the first, which stands for itself, and
    those that may be said once."""
    for column in columns:
        named = column is table.columns[0] or column.key in (*table.once, "yrke", "type")
        if not named and any(getattr(row, column.field) not in (None, "") for row in table.rows):
            yield column.heading, column.short


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


# It lacks nothing but what it tells of.


@every_width
@pytest.mark.parametrize("line", TABLES)
def test_every_figure_of_the_tsv_is_shown_or_told_of(
    screen: Screen, invented_database: Path, line: str, columns: int
) -> None:
    table = answer(line, TABLES[line], invented_database)
    text = screen.text(line, columns)
    wanted = figures(table, left(table, text))
    assert {figure: times for figure, times in wanted.items() if occurrences(figure, text) < times} == {}


@every_width
@pytest.mark.parametrize("line", [*TABLES, *TREES])
def test_every_word_of_the_tsv_is_shown_or_told_of(
    screen: Screen, invented_database: Path, line: str, columns: int
) -> None:
    table = answer(line, (TABLES | TREES)[line], invented_database)
    text = screen.text(line, columns)
    wanted = words(table, left(table, text)) - {"→"}
    if line in TREES:
        # A tree says the length of a step and the kind of an area in its own words.
        text = text.casefold()
        wanted = {word.casefold() for word in wanted}
        codes = {str(getattr(row, one.field)) for row in table.rows for one in visible(table) if one.key == "kode"}
        wanted -= {code.casefold() for code in codes}
    # A name may be broken at a hyphen, and continue in the next line under other cells.
    pieces = {piece for word in wanted for piece in re.split(r"(?<=-)(?=\w)", word)}
    assert sorted(piece for piece in pieces if piece not in text) == []


@every_width
@pytest.mark.parametrize("line", TABLES)
def test_every_heading_is_shown_or_told_of(screen: Screen, invented_database: Path, line: str, columns: int) -> None:
    text = screen.text(line, columns)
    table = answer(line, TABLES[line], invented_database)
    shown = text.casefold()
    for long, short in headings(table, left(table, text)):
        assert any(all(word in shown for word in one.casefold().split()) for one in (long, short)), (long, short)


# From 60 columns up a table is a table; below that two lines an entry.


TABULAR = [columns for columns in WIDTHS if columns >= 60]


def cells_of(text: str) -> tuple[list[str], list[str]]:
    """The headings of the first table in the text and the lines below its rule, up to the empty line."""
    lines = text.splitlines()
    rule = next(number for number, line in enumerate(lines) if line and set(line) == {"─"})
    body = lines[rule + 1 :]
    end = body.index("") if "" in body else len(body)
    return re.split(r" {2,}", lines[rule - 1].strip()), body[:end]


@pytest.mark.parametrize("columns", TABULAR)
@pytest.mark.parametrize("line", [line for line in TABLES if line != "kilder"])
def test_a_list_is_a_table_with_a_row_a_line(screen: Screen, invented_database: Path, line: str, columns: int) -> None:
    text = screen.text(line, columns)
    table = answer(line, TABLES[line], invented_database)
    heads, body = cells_of(text)
    assert len(heads) > 1
    parts = table.parts()
    rows = len(parts[0].rows if parts else table.rows)
    # What is said on stderr follows on a terminal.
    named = [row for row in body if not row.startswith(" ")][:rows]
    assert len(named) == rows
    # No block of a label and a value for each cell.
    assert not [row for row in body if row.strip().startswith(("Median ", "Gjennomsnitt ", "År "))]


@pytest.mark.parametrize(("line", "columns", "most"), [
    ("lønn --deltid", 80, 260), ("lønn", 80, 480), ("liste", 80, 900),
    ("lønn --deltid", 40, 520), ("liste", 40, 1500),
])  # fmt: skip
def test_the_real_tables_are_no_longer_than_one_reads(line: str, columns: int, most: int) -> None:
    text = without_codes(call_on_terminal(*line.split(), columns=columns).out)
    assert len(text.splitlines()) <= most
    heads, _ = cells_of(text)
    assert "Median" in heads
    assert (line, columns) != ("liste", 80) or {"Lengde", "Gir"} <= set(heads)


@pytest.mark.parametrize("columns", TABULAR)
@pytest.mark.parametrize("line", ["lønn", "lønn --deltid", "liste", "søk smed"])
def test_no_name_of_the_real_data_takes_more_than_two_lines(line: str, columns: int) -> None:
    _, body = cells_of(without_codes(call_on_terminal(*line.split(), columns=columns).out))
    # What continues of a name is indented by two; other cells that continue stand further in.
    continued = [number for number, row in enumerate(body) if re.match(r" {2}\S", row)]
    assert body
    assert [number for number in continued if number - 1 in continued] == []


def test_below_sixty_columns_each_row_has_its_name_and_below_it_its_figures(screen: Screen) -> None:
    table = screen.text("lønn --deltid", 40).partition("\n\n")[2].partition("\n\n")[0]
    assert table.replace(NBSP, " ") == (
        "Yrke\n"
        "  Sektor    Snitt  Median\n"
        "─────────────────────────\n"
        "Stjernesmeder\n"
        "  privat   52 000  51 500\n"
        "Stjernesmeder\n"
        "  kommune  46 000  45 500\n"
        "Månesmeder\n"
        "  alle     38 000  37 500"
    )


def test_what_there_is_no_room_for_is_told_with_how_to_get_it(invented_env: dict[str, str]) -> None:
    shown = without_codes(call_on_terminal("lønn", "--alt", columns=60, env=invented_env).out)
    assert "Ikke vist: antall" in shown
    assert "--kolonner" in shown


def test_one_row_keeps_what_was_asked_for(invented_env: dict[str, str]) -> None:
    heads, body = cells_of(without_codes(call_on_terminal("opptak", "månesmed", columns=80, env=invented_env).out))
    assert "Krav" in heads
    assert body


def test_populations_that_do_not_belong_together_are_tables_of_their_own(invented_env: dict[str, str]) -> None:
    shown = without_codes(call_on_terminal("lønn", "månesmed", columns=100, env=invented_env).out)
    tables = re.findall(r"^Yrke .*$", shown, re.MULTILINE)
    assert len(tables) == 2
    assert "Nedre kvartil" in tables[0]
    assert "Timelønn" in tables[1]
    rows = call("lønn", "månesmed", env=invented_env).out.splitlines()
    assert len({line.count("\t") for line in rows}) == 1


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_four_occupations_are_compared_in_rows(invented_env: dict[str, str], columns: int) -> None:
    names = ["månesmed", "stjernepleier", "ølpoet", "åkerpoet"]
    heads, body = cells_of(without_codes(call_on_terminal("sammenlign", *names, columns=columns, env=invented_env).out))
    assert "Median" in " ".join(heads)
    assert [row.split()[0] for row in body if not row.startswith(" ")] == [
        "Månesmed", "Stjernepleier", "Ølpoet", "Åkerpoet",
    ]  # fmt: skip


# The first screen of a page.


def test_the_first_screen_of_every_page_answers_first() -> None:
    with Catalogue(default_path()) as catalogue:
        for listed in catalogue.occupations():
            lines = page_lines(vis.answer(catalogue, Query(words=(listed.slug,))), 80)
            first = next(number for number, line in enumerate(lines) if line and line[0].style == "heading")
            assert first <= 24, listed.title


def test_the_sources_take_no_more_than_a_fifth_of_any_page() -> None:
    with Catalogue(default_path()) as catalogue:
        for listed in catalogue.occupations():
            lines = page_lines(vis.answer(catalogue, Query(words=(listed.slug,))), 80)
            text = ["".join(span.text for span in line).rstrip() for line in lines]
            start = next(number for number, line in enumerate(text) if line.startswith("Kilder ("))
            end = text.index("", start) if "" in text[start:] else len(text)
            if listed.slug != "helsesekretaer":  # modelled on one page, whose own words about itself stand there too
                assert (end - start) * 5 <= len(text), listed.title


def test_the_head_of_a_page_says_where_its_pay_stands(invented_env: dict[str, str]) -> None:
    shown = without_codes(call_on_terminal("vis", "stjernepleier", columns=80, env=invented_env).out)
    assert "Lønnsnivå    høyere enn gruppene til" in shown
    assert "av 100 heltidsansatte (2025, regnet ut)" in " ".join(shown.split())
    shown = without_codes(call_on_terminal("vis", "månesmed", columns=80, env=invented_env).out)
    head = shown.partition("\nOm jobben\n")[0]
    for name in ("Lønn ", "Lønnsspenn ", "Lønnsnivå ", "Yrkesgruppe ", "Utdanning ", "Opptak ", "Nære yrker "):
        assert f"\n{name}" in head, name
    assert "├" in head
    assert "blant de laveste (2025, regnet ut)" in head
    assert "etter ungdomsskolen" in head


def test_the_answers_compared_are_those_of_the_tsv(invented_env: dict[str, str], invented_database: Path) -> None:
    for line, query in (TABLES | TREES).items():
        piped = call(*typed(line), env=invented_env)
        assert piped.out == tsv.table(answer(line, query, invented_database))


@every_width
def test_a_comparison_shows_every_fact_of_both(screen: Screen, invented_database: Path, columns: int) -> None:
    table = answer("sammenlign", Query(words=("manesmed", "stjernepleier")), invented_database)
    text = screen.text("sammenlign manesmed stjernepleier", columns)
    flat = " ".join(text.split())
    everything = visible(table)
    assert {figure for figure in figures(table, everything) if not occurrences(figure, text)} == set()
    # People read the requirement, not its code.
    assert {word for word in words(table, everything) if word.strip(",") not in flat} == {"GENS"}
    assert "Du må ha generell studiekompetanse." in " ".join(screen.text("vis manesmed", 200).split())
    assert [long for long, _ in headings(table, everything) if not all(word in flat for word in long.split())] == []


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
    # A narrow screen has short headings, and no room for the codes of requirements.
    assert {word for word in lacking if re.search(r"\w", word)} <= {"Kode", "GENS", "Kravet"}


@every_width
def test_a_page_shows_every_figure_of_its_pay(screen: Screen, columns: int) -> None:
    text = screen.text("vis manesmed", columns)
    for figure in ("52 000", "51 000", "45 000", "58 000", "31 000", "30 500", "30 600"):
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
    wanted = figures(table, visible(table))
    assert {figure for figure, times in wanted.items() if occurrences(figure, piped.out) < times} == set()


def test_a_narrow_terminal_is_not_a_crash() -> None:
    for columns in (1, 5, 19):
        result = call_on_terminal("vis", "helsesekretær", "--del", "om", columns=columns, env=environment())
        assert result.status == 0
        assert "Traceback" not in result.out


def test_a_comparison_is_a_table_from_sixty_columns_up() -> None:
    """Three long names do not stand beside each other on 60 columns: they are rows then."""
    shown = without_codes(call_on_terminal("sammenlign", "kokk", "lege", "pilot", columns=60).out)
    heads, *_ = [line for line in shown.splitlines() if "Median" in line]
    assert heads.split()[0] == "Yrke"
    for name in ("Kokk", "Lege", "Pilot"):
        assert sum(line.startswith(f"{name} ") for line in shown.splitlines()) == 1
