"""Pay: the series of Statistics Norway's table 11418, and the rows of the 2015 page.

What is computed is computed here, once: an hour is a month ÷ 162.5 (utdanning.no's own rule), a year is 12 months, and
both are marked `beregnet`. What the source prints is never changed.
"""

from __future__ import annotations

from yrke_build.declared import PAGE_PAY, PAGE_SECTORS, SERIES_COLUMNS, SERIES_IDENTITY, File
from yrke_build.kinds import Record
from yrke_build.tables import NO_SERIES, Cell, Tables
from yrke_cli.records import HOURS_A_MONTH

Row = dict[str, Cell]


def read_pay(tables: Tables) -> None:
    series = sorted(tables.series, key=tables.series.__getitem__)
    rows = [row for source in series for row in _read_series(tables, source)]
    sets: dict[str, int] = {}
    # Which rows are the newest is seen when all of them are there.
    for number, (row, notes) in enumerate([*rows, *_read_page(tables)], 1):
        tables.add("lonn", nr=number, **row, merknader=_note_set(tables, sets, notes), **_own(tables, row))


def _own(tables: Tables, row: Row) -> Row:
    """The program's own columns of a row."""
    sector, source = str(row["sektor"]), str(row["kilde"])
    return {
        "_sektor": PAGE_SECTORS.get(sector, sector), "_serie": tables.series.get(source, NO_SERIES), "_nyeste": 0,
    }  # fmt: skip


def _note_set(tables: Tables, sets: dict[str, int], notes: list[str]) -> int:
    """The number of this set of notes; a new one is added."""
    text = ";".join(notes)
    if text not in sets:
        sets[text] = len(sets)
        tables.add("merknadssett", id=sets[text], _tekst=text)
        codes = [note.partition("=") for note in notes]
        parts = [(code, value or None) for code, _, values in codes for value in values.split("+")]
        for place, (code, figure) in enumerate(parts):
            if code not in tables.notes and not tables.faults.may_be_lost("merknader.yaml", code):
                tables.place(tables.data / "merknader.yaml", code).fault("mangler, men står på rader med lønn")
            value = None if figure is None else int(figure)
            tables.add("merknadssett_kode", sett=sets[text], nr=place, kode=code, verdi=value)
    return sets[text]


def _read_series(tables: Tables, source: str) -> list[tuple[Row, list[str]]]:
    rows = []
    for record in tables.read(File(f"lonn/{source}.csv", SERIES_COLUMNS, SERIES_IDENTITY)):
        _check_year(tables, record, source)
        _check_amounts(record)
        # What is not sound has been told, and stops the build in the end.
        if record.sound:
            rows.append((record, _series_row(tables, record, source)))
    return [
        (row, _series_notes(tables, record, source))
        for record, row in sorted(rows, key=lambda both: [both[0][key] for key in SERIES_IDENTITY])
    ]


def _series_row(tables: Tables, record: Record, source: str) -> Row:
    mean, code = record["gjennomsnitt"], record["styrk08"]
    return {
        "navn": tables.groups[code], "styrk08": code, "ar": record["ar"], "sektor": record["sektor"], "bransje": None,
        **{key: record[key] for key in ("arbeidstid", "kjonn", "antall", "gjennomsnitt", "median", "p25", "p75")},
        "timelonn": None if mean is None else round(mean / HOURS_A_MONTH),
        "arslonn": None if mean is None else mean * 12, "kilde": source, "side": None,
    }  # fmt: skip


def _check_year(tables: Tables, record: Record, source: str) -> None:
    """A year that the source can speak of: not after the source's own."""
    newest = tables.source_years.get(source)
    if newest and record["ar"] and record["ar"] > newest:
        record.fault("ar", f"{record['ar']} er etter kildens eget år, {newest}")


def _check_amounts(record: Record) -> None:
    known = [record[key] for key in ("p25", "median", "p75") if record[key] is not None]
    if known != sorted(known):
        record.place.fault(f"nedre kvartil ≤ median ≤ øvre kvartil gjelder ikke: {', '.join(map(str, known))}")
    if record["gjennomsnitt"] is None and record["median"] is None and record.sound:
        record.place.fault("verken gjennomsnitt eller median")


def _series_notes(tables: Tables, record: Record, source: str) -> list[str]:
    mean, p75, count = record["gjennomsnitt"], record["p75"], record["antall"]
    notes = ["beregnet"] if mean is not None else []
    if record["arbeidstid"] != "heltid":
        notes.append("heltidsekvivalent")
    if mean is not None and p75 is not None and mean > p75:
        notes.append("snitt-over-p75")
    if record["kjonn"] != "alle" and count is not None and count < tables.cautions.get(source, 0):
        notes.append("fa-personer")
    return notes


def _read_page(tables: Tables) -> list[tuple[Row, list[str]]]:
    source = "utdanning-2015"
    if source not in tables.source_years and not tables.faults.may_be_lost("kilder.yaml", source):
        tables.place(tables.data / PAGE_PAY.path).fault(f"ukjent kilde {source}")
    rows: list[tuple[Row, list[str]]] = []
    for record in tables.read(PAGE_PAY):
        _check_year(tables, record, source)
        if not record.sound:
            continue
        row: Row = {
            "navn": record["gruppe"], "styrk08": None, "ar": record["ar"], "sektor": record["sektor"],
            "bransje": record["bransje"], "arbeidstid": record["arbeidstid"], "kjonn": "alle",
            "antall": record["antall"], "gjennomsnitt": record["gjennomsnitt_1"], "median": None, "p25": None,
            "p75": None, "timelonn": record["timelonn_1"], "arslonn": record["arslonn_1"], "kilde": source,
            "side": record["yrke"],
        }  # fmt: skip
        rows.append((row, _page_notes(record)))
    return rows


def _page_notes(record: Record) -> list[str]:
    """Everything that the page prints and a row has no column for, and what its text lost."""
    parts = [str(record[name]) for name in ("antall_1", "antall_2") if record[name] is not None]
    notes = ["ar-ukjent", "styrk08-ukjent", "etiketter-ukjent", "timelonn-ca", f"antall-deler={'+'.join(parts)}"]
    notes += [f"{name}-2={record[f'{name}_2']}" for name in ("timelonn", "gjennomsnitt", "arslonn")]
    return [*notes, "heltidsekvivalent"] if record["arbeidstid"] == "deltid" else notes
