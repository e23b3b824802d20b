"""Writing the database, so that the same data gives the same bytes."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from yrke_build.faults import BadData
from yrke_build.tables import Cell
from yrke_cli.catalogue import APPLICATION_ID, SCHEMA_VERSION
from yrke_cli.catalogue.overall import COVERED
from yrke_cli.catalogue.pay import POPULATION_ORDER
from yrke_cli.records import STUDIES, TRADE, years_before

Rows = Mapping[str, Sequence[Mapping[str, Cell]]]
# Where SQLite's file format keeps the version number of the library that wrote the file last (offset 96, 4 bytes).
VERSION_PLACE = 96
# The version that we write there: the first whose features the schema needs. It says nothing to a reader.
VERSION_NUMBER = 3_008_002
PAGE_SIZE = 4096
MARK_NEWEST = f"""
UPDATE lonn SET _nyeste = 1 WHERE nr IN (SELECT nr FROM (SELECT nr, rank() OVER (
    PARTITION BY styrk08, navn, arbeidstid = 'deltid' ORDER BY ar DESC, {POPULATION_ORDER}
) AS plass FROM lonn WHERE kjonn = 'alle') WHERE plass = 1)
"""


# The newest head-counts of the series that goes first: of women and of men, since the total has none.
COUNT_EMPLOYED = """
INSERT INTO heltidsansatte
WITH talt AS (
    SELECT styrk08, ar, antall FROM lonn WHERE _serie = (SELECT min(serie) FROM kilde) AND arbeidstid = 'heltid'
    AND sektor = 'alle' AND kjonn IN ('kvinner', 'menn') AND antall IS NOT NULL
)
SELECT styrk08, ar, sum(antall) FROM talt WHERE ar = (SELECT max(ar) FROM talt) GROUP BY styrk08
"""
# The newest medians of that series beside these head-counts.
PLACE_PAY = """
INSERT INTO lonnsplass
WITH serie AS (
    SELECT styrk08, ar, median FROM lonn WHERE _serie = (SELECT min(serie) FROM kilde) AND arbeidstid = 'heltid'
    AND sektor = 'alle' AND kjonn = 'alle' AND median IS NOT NULL
), lonnet AS (
    SELECT styrk08, ar, median FROM serie WHERE ar = (SELECT max(ar) FROM serie)
), begge AS (
    SELECT styrk08, median, antall, talt.ar AS antall_ar FROM lonnet JOIN heltidsansatte AS talt USING (styrk08)
)
SELECT lonnet.styrk08,
    100 * sum(begge.antall * (begge.median < lonnet.median)) / sum(begge.antall),
    lonnet.ar, begge.antall_ar, count(*)
FROM lonnet CROSS JOIN begge GROUP BY lonnet.styrk08
"""
# Of the employments of the newest year that has both sexes.
PART_EMPLOYMENTS = """
INSERT INTO fordeling
WITH begge AS (
    SELECT styrk08, ar, min(kilde) AS kilde, sum(antall) AS alle, sum(antall * (kjonn = 'kvinner')) AS kvinner,
        CASE WHEN count(heltid) = 2 THEN sum(heltid) END AS heltid
    FROM arbeidsforhold GROUP BY styrk08, ar HAVING count(*) = 2 AND sum(antall) > 0
)
SELECT styrk08, CAST(round(100.0 * kvinner / alle) AS INTEGER), CAST(round(100.0 * (alle - heltid) / alle) AS INTEGER),
    ar, kilde
FROM begge WHERE ar = (SELECT max(ar) FROM begge AS egne WHERE egne.styrk08 = begge.styrk08)
"""
# What `yrke liste` and `yrke dekning` ask of every occupation, so that they need not work it out each time.
OVERVIEW = f"""
INSERT INTO yrke_oversikt
WITH heltid AS (
    SELECT styrk08, sektor, median, ar, row_number() OVER (
        PARTITION BY styrk08 ORDER BY ar DESC, {POPULATION_ORDER}, nr
    ) AS plass FROM lonn WHERE kjonn = 'alle' AND arbeidstid = 'heltid' AND styrk08 IS NOT NULL
), krav AS (
    SELECT k.yrke, k.rute, max(o.gsk OR instr(COALESCE(k.tekst, o.krav), '{STUDIES}')) AS studier,
        max(instr(COALESCE(k.tekst, o.krav), '{TRADE}')) AS fag
    FROM rute_krav AS k LEFT JOIN opptakskrav AS o ON o.id = k.krav GROUP BY k.yrke, k.rute
), vei AS (
    -- The length of a way with what comes before it, by the rule of Route.before.
    SELECT steg.yrke, sum(lengde_ar) + years_before(
        min(CASE WHEN nr = 0 THEN type = 'program' AND substr(kode, 6, 1) = '1' END),
        min(CASE WHEN nr = 0 THEN type = 'grad' END), studier, fag
    ) AS lengde
    FROM steg LEFT JOIN krav ON krav.yrke = steg.yrke AND krav.rute = steg.rute
    GROUP BY steg.yrke, steg.rute HAVING count(lengde_ar) = count(*)
), del (nr, del) AS (
    VALUES {", ".join("(?, ?)" for _ in COVERED)}
), har (yrke, del) AS (
    SELECT yrke, del FROM yrke_tekst
    -- A written page that has none says that its sources name none.
    UNION SELECT slug, 'videreutdanning' FROM yrke WHERE profil
    UNION SELECT yrke, 'styrk08' FROM yrke_styrk08
    UNION SELECT yrke, 'interesser' FROM yrke_interesse
    UNION SELECT yrke, 'beslektede' FROM yrke_beslektet
    UNION SELECT yrke, 'utdanning' FROM rute
    UNION SELECT slug, 'utdanning' FROM yrke WHERE ingen_krav IS NOT NULL
    UNION SELECT yrke, 'opptak' FROM rute_krav
    UNION SELECT yrke, 'intervjuer' FROM intervju
    UNION SELECT slug, 'ingress' FROM yrke WHERE ingress IS NOT NULL
    UNION SELECT slug, 'lønn' FROM yrke JOIN lonn_nyeste USING (styrk08)
    UNION SELECT yrke, 'lønn' FROM yrke_gruppe JOIN lonn_nyeste USING (styrk08)
    UNION SELECT side, 'lønn' FROM lonn WHERE side IS NOT NULL
)
SELECT row_number() OVER (ORDER BY yrke._sortering, slug), slug, tittel, yrke.styrk08, gruppe.navn,
    heltid.median, CASE WHEN heltid.median IS NOT NULL THEN heltid.ar END, talt.antall, talt.ar,
    fordeling.kvinner, fordeling.deltid, fordeling.ar,
    CASE WHEN ingen_krav IS NULL THEN (SELECT min(lengde) FROM vei WHERE vei.yrke = slug) ELSE 0 END,
    (SELECT group_concat(gir, ';') FROM
        (SELECT gir FROM rute WHERE rute.yrke = slug AND gir IS NOT NULL GROUP BY gir ORDER BY min(nr))),
    (SELECT group_concat(autorisasjon, ';') FROM
        (SELECT autorisasjon FROM yrke_autorisasjon AS own WHERE own.yrke = slug ORDER BY nr)),
    (SELECT group_concat(krav, ';') FROM
        (SELECT arbeidskrav.krav FROM yrke_arbeidskrav AS own JOIN arbeidskrav ON arbeidskrav.id = own.krav
        WHERE own.yrke = slug GROUP BY arbeidskrav.krav ORDER BY min(own.nr))),
    (SELECT group_concat(forhold, ';') FROM
        (SELECT forhold FROM yrke_forhold AS own WHERE own.yrke = slug ORDER BY nr)),
    (SELECT group_concat(interesse, ';') FROM
        (SELECT interesse FROM yrke_interesse AS own WHERE own.yrke = slug ORDER BY nr)),
    profil,
    (SELECT group_concat(kilde, ';') FROM (SELECT kilde FROM yrke_kilde AS own WHERE own.yrke = slug ORDER BY nr)),
    (SELECT group_concat(del, ';') FROM
        (SELECT del FROM del WHERE NOT EXISTS (SELECT 1 FROM har WHERE har.yrke = slug AND har.del = del.del)
        ORDER BY nr)),
    lest
FROM yrke
LEFT JOIN yrkesgruppe AS gruppe ON gruppe.styrk08 = yrke.styrk08
LEFT JOIN heltid ON heltid.styrk08 = yrke.styrk08 AND plass = 1 AND sektor = 'alle'
LEFT JOIN fordeling ON fordeling.styrk08 = yrke.styrk08
LEFT JOIN sysselsatte AS talt ON talt.styrk08 = yrke.styrk08
    AND talt.ar = (SELECT max(ar) FROM sysselsatte WHERE styrk08 = yrke.styrk08)
"""


def write(rows: Rows, target: Path) -> None:
    """Write all rows to a new database at `target`, in one move.

    The bytes depend on the rows and the schema alone: rows in the order of their keys, no timestamp, settings that
    builds of SQLite differ in fixed, and the builder's version number overwritten.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".yrke-", suffix=".sqlite3")
    os.close(handle)
    scratch = Path(name)
    try:
        scratch.unlink()
        _fill(scratch, rows)
        _forget_version(scratch)
        _blank_unused(scratch)
        scratch.chmod(0o644)
        scratch.replace(target)
    finally:
        scratch.unlink(missing_ok=True)


def _fill(path: Path, rows: Rows) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        database.execute("PRAGMA auto_vacuum = NONE")
        database.execute("PRAGMA secure_delete = ON")
        database.execute("PRAGMA encoding = 'UTF-8'")
        database.execute("PRAGMA journal_mode = OFF")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        database.executescript((Path(__file__).parent / "schema.sql").read_text(encoding="utf-8"))
        database.execute("BEGIN")
        for table, cells in rows.items():
            _insert(database, table, cells)
        database.execute(MARK_NEWEST)
        database.execute(COUNT_EMPLOYED)
        database.execute(PLACE_PAY)
        database.execute(PART_EMPLOYMENTS)
        database.create_function("years_before", 4, years_before, deterministic=True)
        database.execute(OVERVIEW, [cell for numbered in enumerate(COVERED) for cell in numbered])
        _check_references(database)
        database.execute("COMMIT")
        database.execute("VACUUM")
    finally:
        database.close()


def _check_references(database: sqlite3.Connection) -> None:
    """Every reference leads somewhere: the reading has checked each, the database now checks all."""
    lost = [
        f"{table}: peker på noe som ikke finnes i {parent}"
        for table, _, parent, _ in database.execute("PRAGMA foreign_key_check")
    ]
    if lost:
        raise BadData(lost)


def _insert(database: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, Cell]]) -> None:
    names = list(rows[0])
    marks = ", ".join("?" * len(names))
    ordered = sorted([[row[name] for name in names] for row in rows], key=_key)
    database.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", ordered)


def _key(row: Sequence[Cell]) -> list[tuple[bool, bool, Any]]:
    """Numbers before texts, what is not known last: the order of the keys, whatever order the files came in."""
    return [(cell is None, isinstance(cell, str), "" if cell is None else cell) for cell in row]


def _forget_version(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(VERSION_PLACE)
        file.write(VERSION_NUMBER.to_bytes(4, "big"))


def _blank_unused(path: Path) -> None:
    """Zero the space between a page's cell pointers and its cells: SQLite leaves there what it once held."""
    pages = bytearray(path.read_bytes())
    for start in range(0, len(pages), PAGE_SIZE):
        header = start + (100 if start == 0 else 0)
        if pages[header] not in (2, 5, 10, 13):  # an overflow page: no b-tree
            continue
        cells, content = (int.from_bytes(pages[header + place : header + place + 2], "big") for place in (3, 5))
        gap = header + (12 if pages[header] in (2, 5) else 8) + 2 * cells
        pages[gap : start + content] = bytes(start + content - gap)
    path.write_bytes(pages)
