"""What people read in a cell: kroner with "kr", years with "år", nothing where nothing is known."""

from __future__ import annotations

from yrke_cli.words import kroner, thousands, years

# What would move cells or rows. The data has none of these; a catalogue of someone else's might.
_LINE_BREAKS = str.maketrans("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " " * 11)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.answers.shapes import Table
    from yrke_cli.records import Column, Record, Row, Value


def cell(value: Value, kind: str) -> str:
    """The value as people read it: `kind` is the column's (text, year, number, kr, years)."""
    if value is None or value == "":
        return ""
    if isinstance(value, str) or kind in ("text", "year"):
        return str(value)
    if kind == "kr":
        return kroner(value)
    return years(value) if kind == "years" else thousands(value)


def flat(values: Row) -> list[str]:
    """The raw values of a row as cells of one line each, for machines; not known is empty."""
    cells = ["" if value is None else str(value) for value in values]
    return cells if "".join(cells).isprintable() else [cell.translate(_LINE_BREAKS) for cell in cells]


def visible(table: Table) -> list[Column]:
    """The columns that people see: those that have a heading."""
    return [column for column in table.columns if column.heading]


def readable(table: Table, row: Record, columns: Sequence[Column]) -> list[str]:
    """The row's cells for people, in the order of the columns."""
    own = table.shown(row) if table.shown else {}
    return [own[one.key] if one.key in own else cell(getattr(row, one.field), one.kind) for one in columns]
