"""What has been read so far: the rows of every table, what later records may refer to, and what was wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from yrke_build import kinds
from yrke_build.declared import File
from yrke_build.faults import Faults, Place
from yrke_build.ids import Ids
from yrke_build.kinds import Kind, Record
from yrke_build.reading import read_csv, read_yaml

Cell = str | int | float | None
# Where a row of a source that is no series stands among those that are.
NO_SERIES = 99


class Tables(Ids):
    """The rows by table, in the order of the schema, and what is known by id."""

    def __init__(self, data: Path) -> None:
        super().__init__({path.stem for path in (data / "yrker").glob("*.yaml")})
        self.data = data
        # Faults name files from the folder that holds data/: "data/yrker/x.yaml".
        self.root = data.parent
        self.faults = Faults()
        self.rows: dict[str, list[Mapping[str, Cell]]] = {}

    def add(self, table: str, **cells: Cell) -> None:
        """A row of a table, its cells by name in the order of the schema."""
        self.rows.setdefault(table, []).append(cells)

    def add_list(self, table: str, owner: Mapping[str, Cell], column: str, values: Iterable[Cell]) -> None:
        """A row for each value of a list: whose it is, its number from 0, and the value."""
        for number, value in enumerate(values):
            self.add(table, **owner, nr=number, **{column: value})

    def read(self, file: File) -> Iterator[Record]:
        """The rows of a declared file, each checked; those that are not sound too, since others may refer to them."""
        seen = set()
        names = [column.name for column in file.columns]
        kind = kinds.Mapping(*file.columns)
        for place, cells in read_csv(self.data / file.path, self.root, names, self.faults):
            record = kind.read(cells, place, self)
            assert record is not None
            identity = tuple(record[name] for name in file.identity)
            written = " ".join(cells[name] or "" for name in file.identity)
            if None not in identity and identity in seen:
                place.fault(f"{written} står der fra før")
            if None in identity or identity in seen:
                self.faults.lose(place.file, written)
            seen.add(identity)
            yield record

    def read_yaml(self, path: Path, kind: Kind) -> tuple[Any, Any]:
        """What is in a YAML file as it is written, and as it is read; None twice where it is no YAML."""
        before = len(self.faults)
        place, value = read_yaml(path, self.root, self.faults)
        if value is None and len(self.faults) > before:
            return None, None
        return value, kind.read(value, place, self)

    def place(self, path: Path, inside: str = "") -> Place:
        return Place(self.faults, path.relative_to(self.root).as_posix(), 0, inside)


def newest_year(written: str) -> int | None:
    """The newest year in a source's `ar`: "2016–2025" → 2025, "uten år" → None."""
    years = [int(year) for year in re.findall(r"[0-9]{4}", written)]
    return max(years, default=None)
