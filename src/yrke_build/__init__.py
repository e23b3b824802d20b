"""From `data/` to the embedded database. Only the build loads this package; it alone imports yaml."""

from __future__ import annotations

from pathlib import Path

from yrke_build.declared import FILES
from yrke_build.education import read_education
from yrke_build.faults import BadData
from yrke_build.general import read_general
from yrke_build.occupations import read_occupations
from yrke_build.pay import read_pay
from yrke_build.tables import Tables
from yrke_build.writing import write

__all__ = ["BadData", "build"]


def build(data: Path, target: Path) -> list[str]:
    """Read and check everything under `data` and write the database to `target`; the remarks that are no faults.

    Raises BadData with every fault; `target` is then left as it was.
    """
    if not data.is_dir():
        raise BadData([f"{data}: mappen mangler"])
    tables = Tables(data)
    read_general(tables)
    _check_files(tables)
    read_education(tables)
    read_pay(tables)
    remarks = read_occupations(tables)
    tables.faults.raise_if_any()
    write(tables.rows, target)
    return remarks


def _check_files(tables: Tables) -> None:
    """A file that nobody reads is one that someone believes is read. A series of pay has one named like its source."""
    known = {*(file.path for file in FILES), *(f"lonn/{source}.csv" for source in tables.series)}
    for path in [*tables.data.glob("lonn/*"), *tables.data.glob("utdanning/*")]:
        of_lost_source = path.parent.name == "lonn" and tables.faults.may_be_lost("kilder.yaml", path.stem)
        if path.relative_to(tables.data).as_posix() not in known and not of_lost_source:
            tables.place(path).fault("ukjent fil")
