"""Sources, the codes of `merknad`, and STYRK-08."""

from __future__ import annotations

from yrke_build.declared import GROUPS, NOTES, SOURCES
from yrke_build.faults import unknown
from yrke_build.kinds import Record
from yrke_build.tables import Tables, newest_year
from yrke_cli.words import fold


def read_general(tables: Tables) -> None:
    _read_sources(tables)
    _read_notes(tables)
    _read_groups(tables)


def _read_sources(tables: Tables) -> None:
    value, records = tables.read_yaml(tables.data / "kilder.yaml", SOURCES)
    for source, record in (records or {}).items():
        _store_source(tables, source, record)
    # A source that is not as it should be is still one that others may refer to.
    for source in value if isinstance(value, dict) else ():
        tables.source_years.setdefault(str(source), None)


def _store_source(tables: Tables, source: str, record: Record) -> None:
    tables.source_years[source] = newest_year(record["ar"] or "")
    if record["serie"] is not None:
        tables.series[source] = record["serie"]
    if record["fa_personer"] is not None:
        tables.cautions[source] = record["fa_personer"]
    plain = ("tittel", "utgiver", "adresse", "lisens")
    tables.add(
        "kilde",
        id=source,
        **{key: record[key] for key in plain},
        gjelder=record["ar"],
        **{key: record[key] for key in ("dato", "merknad", "kortnavn", "henvisning", "serie")},
    )
    for year, text in (record["brudd"] or {}).items():
        tables.add("kilde_brudd", kilde=source, ar=int(year), forklaring=text)


def _read_notes(tables: Tables) -> None:
    value, notes = tables.read_yaml(tables.data / "merknader.yaml", NOTES)
    tables.notes.update(map(str, value or ()))
    for number, (code, meaning) in enumerate((notes or {}).items()):
        tables.add("merknad", kode=code, nr=number, forklaring=meaning)


def _read_groups(tables: Tables) -> None:
    for row in tables.read(GROUPS):
        code, parent = row["styrk08"], row["overordnet"]
        if code is None:
            continue
        if row["niva"] is not None and row["niva"] != len(code):
            row.fault("niva", f"koden {code} har {len(code)} sifre og er på nivå {len(code)}")
        if parent != (code[:-1] or None):
            row.fault("overordnet", f"gruppen over {code} er {code[:-1] or 'ingen'}")
        elif parent and parent not in tables.groups and not tables.faults.in_file(GROUPS.path):
            row.fault("overordnet", unknown("gruppe", parent, tables.groups))
        tables.groups[code] = row["navn"]
        if len(code) == 4:
            tables.unit_groups[code] = row["navn"]
        tables.add(
            "yrkesgruppe",
            styrk08=code,
            overordnet=parent,
            niva=row["niva"],
            navn=row["navn"],
            navn_en=row["navn_en"],
            kilde=row["kilde"],
            _foldet=fold(row["navn"] or ""),
        )
