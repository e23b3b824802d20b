"""The order of rows: what is not known stands last, whichever way the rest goes."""

from __future__ import annotations

from operator import attrgetter

from yrke_cli.words import norwegian_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from yrke_cli.records import Column, Value

    T = TypeVar("T")


def ordered(rows: Sequence[T], value: Callable[[T], Value], direction: str | None) -> list[T]:
    """The rows by a value: `direction` is stigende, synkende or None (numbers highest first, texts from a to å)."""
    known = [row for row in rows if value(row) not in (None, "")]
    numeric = not any(isinstance(value(row), str) for row in known)
    down = direction == "synkende" or (direction is None and numeric)
    known.sort(key=lambda row: _key(value(row)), reverse=down)
    return known + [row for row in rows if value(row) in (None, "")]


def by_column(columns: Sequence[Column], key: str) -> Callable[[object], Value]:
    """How to read the column with this key from a row; there must be one."""
    return attrgetter(next(column.field for column in columns if column.key == key))


def _key(value: Value) -> float | str:
    return norwegian_order(value) if isinstance(value, str) else value or 0
