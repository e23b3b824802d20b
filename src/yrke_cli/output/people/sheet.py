"""What of a table is shown to people: its columns and cells, and what is said once above them instead."""

from __future__ import annotations

from yrke_cli.output.people import readable, visible
from yrke_cli.words import lower_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yrke_cli.answers.shapes import Table
    from yrke_cli.records import Column


class Sheet:
    """The columns and cells that are left to show, what is said above them, and the headings of what went."""

    def __init__(self, answer: Table, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        self.answer = answer
        self.columns = list(columns)
        self.rows = rows
        self.said: list[str] = []
        self.shed: list[str] = []
        self.short = False

    def headings(self) -> list[str]:
        return [column.short if self.short else column.heading for column in self.columns]

    def caption(self) -> str:
        """What the table is of, its unit, and what is said once."""
        return " · ".join([text for text in (self.answer.title, self.answer.unit, *self.said) if text])

    def values(self, place: int) -> list[str]:
        return [row[place] for row in self.rows]

    def with_rows(self, rows: Sequence[Sequence[str]]) -> Sheet:
        sheet = Sheet(self.answer, self.columns, rows)
        sheet.said, sheet.shed, sheet.short = self.said, self.shed, self.short
        return sheet

    def but(self, kept: Sequence[int], said: Sequence[str] = (), shed: Sequence[str] = ()) -> Sheet:
        """The sheet with the columns at these places alone."""
        sheet = self.with_rows([[row[place] for place in kept] for row in self.rows])
        sheet.columns = [self.columns[place] for place in kept]
        sheet.said, sheet.shed = [*self.said, *said], [*self.shed, *shed]
        return sheet

    def once(self) -> list[int]:
        """The places of the columns that may be said once; never of the first, which names the rows."""
        return [place for place in range(1, len(self.columns)) if self.columns[place].key in self.answer.once]

    def in_words(self, place: int, value: str) -> str:
        """What a cell says without the column around it."""
        column = self.columns[place]
        if self.answer.said:
            return self.answer.said(column, value)
        return value if column.kind == "year" else f"{lower_first(column.heading)}: {value}"


def sheets_of(answer: Table) -> Iterator[Sheet]:
    """The tables of the answer with all that any row says, but for what all rows agree in."""
    for part in answer.parts() or [answer]:
        columns = visible(part)
        yield _agreed(_filled(Sheet(part, columns, [readable(part, row, columns) for row in part.rows])))


def is_number(column: Column) -> bool:
    return column.kind not in ("text", "year")


def _filled(sheet: Sheet) -> Sheet:
    """Without the columns in which no row has anything."""
    return sheet.but([place for place in range(len(sheet.columns)) if place == 0 or any(sheet.values(place))])


def _said_in(sheet: Sheet, place: int) -> set[str]:
    """What the rows say in a column; a year that is not there is that of nothing."""
    values = set(sheet.values(place))
    return values - {""} or values if sheet.columns[place].kind == "year" else values


def _agreed(sheet: Sheet) -> Sheet:
    """Without the columns, of those that may be said once, in which all rows agree.

    The first column names the rows. Where they all have the same name, the next one that differs does.
    """
    said_of = [_said_in(sheet, place) for place in range(len(sheet.columns))]
    alike = [place for place, values in enumerate(said_of) if len(values) == 1]
    agreed = [place for place in alike if sheet.columns[place].key in sheet.answer.once]
    said = [sheet.in_words(place, *said_of[place]) for place in agreed]
    others = [place for place in range(1, len(sheet.columns)) if place not in alike]
    if 0 in alike and len(sheet.rows) > 1 and others and not is_number(sheet.columns[others[0]]):
        agreed.append(0)
        said.insert(0, sheet.rows[0][0])
    return sheet.but([place for place in range(len(sheet.columns)) if place not in agreed], said)
