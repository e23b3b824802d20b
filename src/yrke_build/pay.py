"""Pay: Statistics Norway's table 11418, and the rows of the 2015 page.

What is computed is computed here, once: an hour is a month ÷ 162.5 (utdanning.no's own rule), a year is 12 months, and
both are marked `beregnet`. What the source prints is never changed.
"""

from __future__ import annotations

from yrke_build.reading import Fields, read_csv
from yrke_build.tables import Cell, Tables
from yrke_cli.records import HOURS_A_MONTH

Row = dict[str, Cell]
SECTORS = ("alle", "privat", "kommune", "stat")
TIMES = ("alle", "heltid", "deltid")
SEXES = ("alle", "kvinner", "menn")
# The page's own words → the sector that SSB would count the employer under. Health trusts are owned by the state.
PAGE_SECTORS = {"Offentlig helseforetak": "stat", "Kommune og fylke": "kommune"}


# Where a row of a source that is no series stands among those that are.
NO_SERIES = 99


def read_pay(tables: Tables) -> None:
    rows = [
        row for source in sorted(tables.series, key=tables.series.__getitem__) for row in _read_series(tables, source)
    ]
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
            value = None if figure is None else int(figure)
            tables.add("merknadssett_kode", sett=sets[text], nr=place, kode=code, verdi=value)
    return sets[text]


def _read_series(tables: Tables, source: str) -> list[tuple[Row, list[str]]]:
    columns = ("ar", "styrk08", "sektor", "arbeidstid", "kjonn", "antall", "gjennomsnitt", "median", "p25", "p75")
    rows: dict[tuple[Cell, ...], tuple[Row, list[str]]] = {}
    for fields in read_csv(tables.data / "lonn" / f"{source}.csv", tables.root, columns):
        year = tables.year_of(fields, source)
        code = fields.text("styrk08")
        if code not in tables.groups or len(code) != 4:
            fields.fault("styrk08", f"unknown unit group {code}")
        sector, time, sex = (
            fields.word("sektor", SECTORS),
            fields.word("arbeidstid", TIMES),
            fields.word("kjonn", SEXES),
        )
        key = (code, year, sector, time, sex)
        if key in rows:
            fields.place.fault(f"duplicate row {' '.join(map(str, key))}")
        count, mean, median, p25, p75 = (fields.cell_number(name) for name in columns[5:])
        _check_amounts(fields, mean, median, p25, p75)
        few = sex != "alle" and count is not None and count < tables.cautions.get(source, 0)
        row: Row = {
            "navn": tables.groups[code], "styrk08": code, "ar": year, "sektor": sector, "bransje": None,
            "arbeidstid": time, "kjonn": sex, "antall": count, "gjennomsnitt": mean, "median": median, "p25": p25,
            "p75": p75, "timelonn": None if mean is None else round(mean / HOURS_A_MONTH),
            "arslonn": None if mean is None else mean * 12, "kilde": source, "side": None,
        }  # fmt: skip
        rows[key] = row, _series_notes(time, mean, p75, few=few)
    return [rows[key] for key in sorted(rows)]


def _check_amounts(fields: Fields, mean: int | None, median: int | None, p25: int | None, p75: int | None) -> None:
    for name, amount in (("gjennomsnitt", mean), ("median", median), ("p25", p25), ("p75", p75)):
        if amount is not None and not 1_000 <= amount <= 1_000_000:
            fields.fault(name, f"{amount} NOK a month is no pay")
    known = [amount for amount in (p25, median, p75) if amount is not None]
    if known != sorted(known):
        fields.place.fault(f"p25 ≤ median ≤ p75 does not hold: {p25}, {median}, {p75}")
    if mean is None and median is None:
        fields.place.fault("neither mean nor median")


def _series_notes(time: str, mean: int | None, p75: int | None, *, few: bool) -> list[str]:
    notes = ["beregnet"] if mean is not None else []
    if time != "heltid":
        notes.append("heltidsekvivalent")
    if mean is not None and p75 is not None and mean > p75:
        notes.append("snitt-over-p75")
    return [*notes, "fa-personer"] if few else notes


def _read_page(tables: Tables) -> list[tuple[Row, list[str]]]:
    source = "utdanning-2015"
    columns = (
        "ar", "yrke", "gruppe", "bransje", "sektor", "arbeidstid", "antall", "antall_1", "antall_2",
        "timelonn_1", "timelonn_2", "gjennomsnitt_1", "gjennomsnitt_2", "arslonn_1", "arslonn_2",
    )  # fmt: skip
    rows: list[tuple[Row, list[str]]] = []
    seen: set[tuple[Cell, ...]] = set()
    for fields in read_csv(tables.data / "lonn" / f"{source}.csv", tables.root, columns):
        if source not in tables.source_years:
            fields.place.fault(f"unknown source {source}")
        year, page, group = tables.year_of(fields, source), fields.text("yrke"), fields.text("gruppe")
        industry, sector = fields.text("bransje"), fields.word("sektor", tuple(PAGE_SECTORS))
        time = fields.word("arbeidstid", TIMES[1:])
        key = (page, year, group, industry, sector, time)
        if key in seen:
            fields.place.fault(f"duplicate row {' '.join(map(str, key))}")
        seen.add(key)
        printed = {name: fields.cell_number(name) for name in columns[6:]}
        for name, figure in printed.items():
            if figure is None and not name.startswith("antall_"):
                fields.fault(name, "empty")
        row: Row = {
            "navn": group, "styrk08": None, "ar": year, "sektor": sector, "bransje": industry, "arbeidstid": time,
            "kjonn": "alle", "antall": printed["antall"], "gjennomsnitt": printed["gjennomsnitt_1"], "median": None,
            "p25": None, "p75": None, "timelonn": printed["timelonn_1"], "arslonn": printed["arslonn_1"],
            "kilde": source, "side": page,
        }  # fmt: skip
        rows.append((row, _page_notes(time, printed)))
    return rows


def _page_notes(time: str, printed: dict[str, int | None]) -> list[str]:
    """Everything that the page prints and a row has no column for, and what its text lost."""
    parts = [str(printed[name]) for name in ("antall_1", "antall_2") if printed[name] is not None]
    notes = ["ar-ukjent", "styrk08-ukjent", "etiketter-ukjent", "timelonn-ca", f"antall-deler={'+'.join(parts)}"]
    notes += [f"{name}-2={printed[f'{name}_2']}" for name in ("timelonn", "gjennomsnitt", "arslonn")]
    return [*notes, "heltidsekvivalent"] if time == "deltid" else notes
