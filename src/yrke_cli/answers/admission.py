"""Admission requirements as rows: each with the way that it leads into, the year that it was true, and its source."""

from __future__ import annotations

from yrke_cli.answers.shapes import Note, Table
from yrke_cli.records import Record, column
from yrke_cli.words import NBSP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Requirement, Route

# What there may be no room for, beside the requirement and its year.
SHEDS = ("studium", "kode")
EVERY = "alle veiene"


class Row(Record):
    """An admission requirement of a way to an occupation."""

    occupation: str = column("yrke", "Yrke")
    route: str = column("rute", "Vei")
    code: str | None = column("kode", "Kode")
    text: str = column("krav", "Krav")
    year: str | None = column("ar", "Kravet fra", short="Fra")
    study: str | None = column("studium", "Gjelder")
    note: str | None = column("merknad", "Merknad", short="NB")
    source: str = column("kilde", "Kilde")


def rows_of(title: str, routes: Sequence[Route]) -> list[Row]:
    return [
        Row(title, route.name, need.code, need.text, need.year, need.study, _note(need, route), _sources(need, route))
        for route in routes
        for need in route.requirements
    ]


def _note(need: Requirement, route: Route) -> str | None:
    """What must be known about the requirement, and about the way that it leads into."""
    return " ".join(note for note in (need.note, route.note and route.note.dated) if note) or None


def _sources(need: Requirement, route: Route) -> str:
    """The ids of what bears the requirement, and of what bears the note of the way."""
    noted = [route.note.source] if route.note else []
    return ";".join(dict.fromkeys([*need.source.split(";"), *noted]))


def admission_table(catalogue: Catalogue, rows: list[Row], hints: Sequence[str]) -> Table:
    """The requirements of one occupation or several, with their caveats and sources below."""
    reading = _Reading(catalogue, rows)
    return Table(
        Row.columns,
        rows,
        title="Opptakskrav",
        shown=reading.cells,
        parts=reading.parts,
        footnotes=reading.footnotes,
        sources=catalogue.sources,
        hints=hints,
    )


def admission_on_page(routes: Sequence[Route], more: str, cite: Callable[[str], str]) -> Table:
    """The requirements on the page of their occupation, where the notes of the ways stand beside these; `cite` gives
    the marks of sources."""
    ways: dict[Requirement, list[str]] = {}
    for route in routes:
        for need in route.requirements:
            ways.setdefault(need, []).append(route.name)
    rows = [
        Row(
            "",
            _told(names, routes),
            need.code,
            f"{need.text} {need.note or ''}".strip(),
            need.year,
            None,
            None,
            need.source,
        )
        for need, names in ways.items()
    ]
    columns = [column for column in Row.columns if column.key in ("rute", "kode", "krav", "ar", "kilde")]
    return Table(
        # Where there is one way, its name says nothing that stands not above.
        columns[2:] if [row.route for row in rows] in ([], [EVERY]) or len(routes) == 1 else columns,
        rows,
        shown=lambda row: {"ar": _year(row), "kilde": cite(row.source)},
        sheds=("kode",),
        more=more,
    )


def _told(names: Sequence[str], routes: Sequence[Route]) -> str:
    """The ways that ask the same, each once."""
    return EVERY if len(names) == len(routes) > 1 else "; ".join(names)


def _year(row: Row) -> str:
    return (row.year or "ukjent år").replace(" ", NBSP)


class _Reading:
    """What people read of the rows: the requirement in its cell, its caveats and sources below the table."""

    def __init__(self, catalogue: Catalogue, rows: list[Row]) -> None:
        self.catalogue = catalogue
        self.rows = rows
        notes = dict.fromkeys(row.note for row in rows if row.note)
        self.notes = {note: f"{number})" for number, note in enumerate(notes, 1)}
        sources = dict.fromkeys(one for row in rows for one in row.source.split(";"))
        self.sources = {one: f"[{number}]" for number, one in enumerate(sources, 1)}

    def parts(self) -> list[Table]:
        """The requirements of one occupation at a time."""
        from itertools import groupby

        return [
            Table(Row.columns[1:], list(rows), title=f"Opptakskrav · {title}", shown=self.cells, sheds=SHEDS)
            for title, rows in groupby(self.rows, lambda row: row.occupation)
        ]

    def cells(self, row: Row) -> dict[str, str]:
        return {
            "ar": _year(row),
            "merknad": self.notes[row.note] if row.note else "",
            "kilde": "".join(self.sources[one] for one in row.source.split(";")),
        }

    def footnotes(self) -> list[Note]:
        told = [Note(mark, note, "") for note, mark in self.notes.items()]
        cited = [Note(self.sources[one.id], one.brief, one.web) for one in self.catalogue.sources([*self.sources])]
        return told + cited
