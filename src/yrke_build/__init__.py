"""From `data/` to the embedded database. Only the build loads this package; it alone imports yaml."""

from __future__ import annotations

from pathlib import Path

from yrke_build.education import read_education
from yrke_build.faults import DataFault
from yrke_build.general import read_general
from yrke_build.occupations import read_occupations
from yrke_build.pay import read_pay
from yrke_build.tables import Tables
from yrke_build.writing import write

__all__ = ["build"]

# What stands in these folders and is read; anything else there is a file that someone believes is read.
FILES = ["lonn/utdanning-2015.csv"] + [
    f"utdanning/{name}.csv"
    for name in (
        "programomrader", "overganger", "sluttkompetanse", "karrieresteg", "opptakskrav", "autorisasjoner",
        "sluttbevis",
    )
]  # fmt: skip


def build(data: Path, target: Path) -> None:
    """Read and check everything under `data` and write the database to `target`.

    Raises DataFault at the first fault; `target` is then left as it was.
    """
    tables = Tables(data)
    read_general(tables)
    # A series of pay has a file of its own, named like the source.
    known = {*FILES, *(f"lonn/{source}.csv" for source in tables.series)}
    for path in sorted([*data.glob("lonn/*"), *data.glob("utdanning/*")]):
        if path.relative_to(data).as_posix() not in known:
            raise DataFault(path.relative_to(data.parent).as_posix(), "", "unknown file")
    read_pay(tables)
    read_education(tables)
    read_occupations(tables)
    write(tables.rows, target)
