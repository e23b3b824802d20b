"""Views for people; here, what they read in a cell: thousands apart, years with "år", nothing for not known."""

from __future__ import annotations

from yrke_cli.words import kroner, thousands, years

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.answers.shapes import Table
    from yrke_cli.records import Column, Record, Value


def cell(value: Value, kind: str) -> str:
    """The value as people read it in a table, whose amounts have their unit above them: `kind` is the column's (text,
    year, number, kr, years)."""
    if value is None or value == "":
        return ""
    if isinstance(value, str) or kind in ("text", "year"):
        return str(value)
    return years(value) if kind == "years" else thousands(value)


def visible(table: Table) -> list[Column]:
    """The columns that people see."""
    return [column for column in table.columns if not column.hidden]


def readable(table: Table, row: Record, columns: Sequence[Column]) -> list[str]:
    """The row's cells for people, in the order of the columns."""
    own = table.shown(row) if table.shown else {}
    return [own[one.key] if one.key in own else cell(getattr(row, one.field), one.kind) for one in columns]


def with_unit(table: Table, row: Record, columns: Sequence[Column]) -> list[str]:
    """The row's cells where no unit stands above them: amounts with "kr"."""
    amounts = {one.key: getattr(row, one.field) for one in columns if one.kind == "kr"}
    return [
        kroner(amounts[one.key]) if amounts.get(one.key) is not None else text
        for one, text in zip(columns, readable(table, row, columns), strict=True)
    ]
