"""What has been read so far: the rows of every table, and the ids that later records may refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from yrke_build.reading import Fields, possible_year

Cell = str | int | float | None


class Tables:
    """The rows by table, in the order of the schema, and what is known by id."""

    def __init__(self, data: Path) -> None:
        self.data = data
        # Faults name files from the folder that holds data/: "data/yrker/x.yaml".
        self.root = data.parent
        self.rows: dict[str, list[Mapping[str, Cell]]] = {}
        self.source_years: dict[str, int | None] = {}
        # The series of pay figures, which goes first, and below how many people a figure is to be read with caution.
        self.series: dict[str, int] = {}
        self.cautions: dict[str, int] = {}
        self.groups: dict[str, str] = {}
        self.programmes: dict[str, str] = {}
        self.transitions: set[tuple[str, str]] = set()
        self.competences: dict[str, tuple[str | None, float | None, str | None]] = {}
        self.requirements: set[str] = set()
        self.authorisations: set[str] = set()
        self.outcomes: set[str] = set()

    def add(self, table: str, **cells: Cell) -> None:
        """A row of a table, its cells by name in the order of the schema."""
        self.rows.setdefault(table, []).append(cells)

    def add_list(self, table: str, owner: Mapping[str, Cell], column: str, values: Iterable[Cell]) -> None:
        """A row for each value of a list: whose it is, its number from 0, and the value."""
        for number, value in enumerate(values):
            self.add(table, **owner, nr=number, **{column: value})

    def source(self, fields: Fields, key: str = "kilde") -> str:
        """The id of a known source. Raises DataFault where it is missing or unknown."""
        source = fields.text(key)
        if source not in self.source_years:
            fields.fault(key, f"unknown source {source}")
        return source

    def source_list(self, fields: Fields, key: str = "kilde") -> list[str]:
        """One or more known sources, separated by ";"."""
        sources = fields.text(key).split(";")
        for source in sources:
            if source not in self.source_years:
                fields.fault(key, f"unknown source {source}")
        return sources

    def year_of(self, fields: Fields, source: str, key: str = "ar") -> int:
        """A year that the source can speak of: not after the source's own."""
        year = fields.cell_year(key)
        return possible_year(year, fields.at(key), self.source_years[source] or 2100)


def newest_year(written: str) -> int | None:
    """The newest year in a source's `ar`: "2016–2025" → 2025, "uten år" → None."""
    years = [int(year) for year in re.findall(r"[0-9]{4}", written)]
    return max(years, default=None)


def once(seen: set[str], fields: Fields, key: str, value: str) -> str:
    """The value, that must not have been seen before."""
    if value in seen:
        fields.fault(key, f"duplicate {value}")
    seen.add(value)
    return value
