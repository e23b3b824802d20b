"""Views for people; here, what they read in a cell: kroner with "kr", years with "år", nothing for not known."""

from __future__ import annotations

from yrke_cli.words import kroner, thousands, years

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.answers.shapes import Table
    from yrke_cli.records import Column, Record, Value


def cell(value: Value, kind: str) -> str:
    """The value as people read it: `kind` is the column's (text, year, number, kr, years)."""
    if value is None or value == "":
        return ""
    if isinstance(value, str) or kind in ("text", "year"):
        return str(value)
    if kind == "kr":
        return kroner(value)
    return years(value) if kind == "years" else thousands(value)


def visible(table: Table) -> list[Column]:
    """The columns that people see: those that have a heading."""
    return [column for column in table.columns if column.heading]


def readable(table: Table, row: Record, columns: Sequence[Column]) -> list[str]:
    """The row's cells for people, in the order of the columns."""
    own = table.shown(row) if table.shown else {}
    return [own[one.key] if one.key in own else cell(getattr(row, one.field), one.kind) for one in columns]
