"""Pay rows to look at."""

from __future__ import annotations

from yrke_cli.answers.pay import FACTORS, PART_TIME, population_in_words
from yrke_cli.answers.shapes import Bar, Graph, Note
from yrke_cli.answers.usual import ELSE, usual_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.declare import Query
    from yrke_cli.records import Pay


def graph_of(rows: Sequence[Pay], query: Query, title: str, notes: Sequence[Note]) -> Graph:
    """Each row as a bar, with the amounts for the time that the query asks for. A history has a bar for each year,
    under its occupation or group."""
    history = query.history and len({row.year for row in rows}) > 1
    usual = _usual(rows, history)
    factor = FACTORS[query.per]
    bars = [
        Bar(
            _bar_name(row, usual, history),
            row.occupation if history else "",
            *(
                None if amount is None else round(amount * factor)
                for amount in (row.p25, row.median, row.p75, row.mean)
            ),
        )
        for row in rows
    ]
    part_time = [Note("", PART_TIME, "")] if any(row.working_time == "deltid" for row in rows) else []
    return Graph(f"{title}{_population_of_all(rows, usual)}", bars, [*part_time, *notes])


def _usual(rows: Sequence[Pay], history: bool) -> dict[str, object]:
    """The population of all rows, or of nearly all: what a bar need not say. A history names the year of each bar."""
    usual: dict[str, object] = {}
    for field in _fields(history):
        most = usual_of([getattr(row, field) for row in rows])
        if most is not None:
            usual[field] = most
    return usual


def _fields(history: bool) -> tuple[str, ...]:
    return ("working_time", "sector", "sex") if history else ("year", "working_time", "sector", "sex")


def _bar_name(row: Pay, usual: dict[str, object], history: bool) -> str:
    said = ", ".join(
        population_in_words(field, str(getattr(row, field)))
        for field in _fields(history)
        if usual.get(field) != getattr(row, field)
    )
    name = str(row.year) if history else row.occupation
    return f"{name} ({said})" if said else name


def _population_of_all(rows: Sequence[Pay], usual: dict[str, object]) -> str:
    said = ""
    for field, value in usual.items():
        all_of_them = all(getattr(row, field) == value for row in rows)
        said += f" · {population_in_words(field, str(value))}{'' if all_of_them else f' {ELSE}'}"
    return said
