"""Pay: Statistics Norway's table 11418, and the rows of the 2015 page.

What is computed is computed here, once: an hour is a month ÷ 162.5 (utdanning.no's own rule), a year is 12 months, and
both are marked `beregnet`. What the source prints is never changed.
"""

from __future__ import annotations

from yrke_build.reading import Fields, read_csv
from yrke_build.tables import Cell, Tables
from yrke_cli.records import HOURS_A_MONTH

SERIES = ("ssb-11418", "ssb-11418-utdanning")
SECTORS = ("alle", "privat", "kommune", "stat")
TIMES = ("alle", "heltid", "deltid")
SEXES = ("alle", "kvinner", "menn")
# The page's own words → the sector that SSB would count the employer under. Health trusts are owned by the state.
PAGE_SECTORS = {"Offentlig helseforetak": "stat", "Kommune og fylke": "kommune"}


def read_pay(tables: Tables) -> None:
    rows: list[list[Cell]] = []
    for source in SERIES:
        rows += _read_series(tables, source)
    rows += _read_page(tables)
    for number, row in enumerate(rows, 1):
        # Which rows are the newest is seen when all of them are there.
        tables.add("lonn", number, *row[:-1], 0, row[-1])


def _read_series(tables: Tables, source: str) -> list[list[Cell]]:
    columns = ("ar", "styrk08", "sektor", "arbeidstid", "kjonn", "antall", "gjennomsnitt", "median", "p25", "p75")
    rows: dict[tuple[Cell, ...], list[Cell]] = {}
    for fields in read_csv(tables.data / "lonn" / f"{source}.csv", tables.root, columns):
        if source not in tables.source_years:
            fields.place.fault(f"unknown source {source}")
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
        count, *amounts = (fields.cell_number(name) for name in columns[5:])
        _check_amounts(fields, *amounts)
        mean = amounts[0]
        notes = _series_notes(source, time, sex, count, amounts)
        hourly, yearly = (round(mean / HOURS_A_MONTH), mean * 12) if mean is not None else (None, None)
        rows[key] = [
            tables.groups[code], code, year, sector, None, time, sex, count, *amounts, hourly, yearly, source,
            ";".join(notes), sector, None,
        ]  # fmt: skip
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


def _series_notes(source: str, time: str, sex: str, count: int | None, amounts: list[int | None]) -> list[str]:
    mean, _, _, p75 = amounts
    notes = ["beregnet"] if mean is not None else []
    if time != "heltid":
        notes.append("heltidsekvivalent")
    if mean is not None and p75 is not None and mean > p75:
        notes.append("snitt-over-p75")
    if source == SERIES[1] and sex != "alle" and count is not None and count < 100:
        notes.append("fa-personer")
    return notes


def _read_page(tables: Tables) -> list[list[Cell]]:
    source = "utdanning-2015"
    columns = (
        "ar", "yrke", "gruppe", "bransje", "sektor", "arbeidstid", "antall", "antall_1", "antall_2",
        "timelonn_1", "timelonn_2", "gjennomsnitt_1", "gjennomsnitt_2", "arslonn_1", "arslonn_2",
    )  # fmt: skip
    rows: list[list[Cell]] = []
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
        notes = _page_notes(time, printed)
        rows.append([
            group, None, year, sector, industry, time, "alle", printed["antall"], printed["gjennomsnitt_1"],
            None, None, None, printed["timelonn_1"], printed["arslonn_1"], source, ";".join(notes),
            PAGE_SECTORS[sector], page,
        ])  # fmt: skip
    return rows


def _page_notes(time: str, printed: dict[str, int | None]) -> list[str]:
    """Everything that the page prints and a row has no column for, and what its text lost."""
    parts = [str(printed[name]) for name in ("antall_1", "antall_2") if printed[name] is not None]
    notes = ["ar-ukjent", "styrk08-ukjent", "etiketter-ukjent", "timelonn-ca", f"antall-deler={'+'.join(parts)}"]
    notes += [f"{name}-2={printed[f'{name}_2']}" for name in ("timelonn", "gjennomsnitt", "arslonn")]
    return [*notes, "heltidsekvivalent"] if time == "deltid" else notes
