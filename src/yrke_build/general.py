"""Sources, the codes of `merknad`, STYRK-08, how many are employed in its groups, official job titles, and what is
explained once for many occupations."""

from __future__ import annotations

from yrke_build.declared import EMPLOYED, EMPLOYMENTS, EXPLANATIONS, GROUPS, JOB_TITLES, NOTES, PAGE_PAY, SOURCES
from yrke_build.faults import unknown
from yrke_build.kinds import Record
from yrke_build.tables import NO_SERIES, Tables, newest_year
from yrke_cli.words import fold


def read_general(tables: Tables) -> None:
    _read_sources(tables)
    _read_notes(tables)
    _read_groups(tables)
    _read_employed(tables)
    _read_employments(tables)
    _read_job_titles(tables)
    _read_explanations(tables)


def _read_sources(tables: Tables) -> None:
    value, records = tables.read_yaml(tables.data / "kilder.yaml", SOURCES)
    for source, record in (records or {}).items():
        _store_source(tables, source, record)
    for source in map(str, value if isinstance(value, dict) else ()):
        _store_unsound(tables, source, (records or {}).get(source))


def _store_unsound(tables: Tables, source: str, record: Record | None) -> None:
    """A source that is not as it should be is still one that others may refer to, and its figures can be checked."""
    file = f"lonn/{source}.csv"
    tables.source_years.setdefault(source, None)
    if (record is None or not record.sound) and file != PAGE_PAY.path and (tables.data / file).exists():
        tables.series.setdefault(source, NO_SERIES)


def _store_source(tables: Tables, source: str, record: Record) -> None:
    tables.source_years[source] = newest_year(record["ar"] or "")
    if record["serie"] is not None:
        if record["serie"] in tables.series.values():
            record.fault("serie", f"en annen serie har også nummer {record['serie']}")
        tables.series[source] = record["serie"]
    if record["fa_personer"] is not None:
        tables.cautions[source] = record["fa_personer"]
    plain = ("tittel", "utgiver", "adresse", "lisens")
    tables.add(
        "kilde",
        id=source,
        **{key: record[key] for key in plain},
        gjelder=record["ar"],
        **{key: record[key] for key in ("dato", "merknad", "korttittel", "kortnavn", "henvisning", "serie")},
    )
    for year, text in (record["brudd"] or {}).items():
        tables.add("kilde_brudd", kilde=source, ar=int(year), forklaring=text)


def _read_notes(tables: Tables) -> None:
    value, notes = tables.read_yaml(tables.data / "merknader.yaml", NOTES)
    tables.notes.update(map(str, value if isinstance(value, dict) else ()))
    for number, (code, meaning) in enumerate((notes or {}).items()):
        tables.add("merknad", kode=code, nr=number, forklaring=meaning)


def _read_groups(tables: Tables) -> None:
    rows = [row for row in tables.read(GROUPS) if row["styrk08"] is not None]
    tables.groups.update({row["styrk08"]: row["navn"] for row in rows})
    tables.unit_groups.update({code: name for code, name in tables.groups.items() if len(code) == 4})
    for row in rows:
        code, parent = row["styrk08"], row["overordnet"]
        if row["niva"] is not None and row["niva"] != len(code):
            row.fault("niva", f"koden {code} har {len(code)} sifre og er på nivå {len(code)}")
        if parent != (code[:-1] or None):
            row.fault("overordnet", f"gruppen over {code} er {code[:-1] or 'ingen'}")
        elif parent and parent not in tables.groups and not tables.faults.may_be_lost(GROUPS.path, parent):
            row.fault("overordnet", unknown("gruppe", parent, tables.groups))
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


def _read_employed(tables: Tables) -> None:
    for row in tables.read(EMPLOYED):
        _check_year(tables, row)
        tables.add("sysselsatte", styrk08=row["styrk08"], ar=row["ar"], antall=row["sysselsatte"], kilde=row["kilde"])


def _read_employments(tables: Tables) -> None:
    for row in tables.read(EMPLOYMENTS):
        _check_year(tables, row)
        if row["antall"] and row["heltid"] and row["heltid"] > row["antall"]:
            row.fault("heltid", f"{row['heltid']} er flere enn alle, {row['antall']}")
        names = ("styrk08", "ar", "kjonn", "antall", "heltid", "kilde")
        tables.add("arbeidsforhold", **{name: row[name] for name in names})


def _check_year(tables: Tables, row: Record) -> None:
    """A year that the source can speak of: not after the source's own."""
    newest = tables.source_years.get(row["kilde"])
    if newest and row["ar"] and row["ar"] > newest:
        row.fault("ar", f"{row['ar']} er etter kildens eget år, {newest}")


def _read_job_titles(tables: Tables) -> None:
    """What names are held against; the database has no need of them."""
    for row in tables.read(JOB_TITLES):
        if row["tittel"] is not None and row["styrk08"] is not None:
            tables.job_titles.setdefault(fold(row["tittel"]), set()).add(row["styrk08"])


def _read_explanations(tables: Tables) -> None:
    _, topics = tables.read_yaml(tables.data / "forklaringer.yaml", EXPLANATIONS)
    for number, (topic, record) in enumerate((topics or {}).items()):
        tables.add("forklaring", emne=topic, nr=number, tittel=record["tittel"], sider=record["gjelder"])
        tables.add_list("forklaring_sokeord", {"emne": topic}, "ord", record["sokeord"])
        for place, paragraph in enumerate(record["avsnitt"]):
            tables.add("forklaring_avsnitt", emne=topic, nr=place, tekst=paragraph["tekst"], gjelder=paragraph["ar"])
            tables.add_list("forklaring_kilde", {"emne": topic, "avsnitt": place}, "kilde", paragraph["kilde"])
