"""Sources, the codes of `merknad`, and STYRK-08."""

from __future__ import annotations

import re

from yrke_build.reading import Fields, read_csv, read_yaml
from yrke_build.tables import Tables, newest_year, once
from yrke_cli.words import fold


def read_general(tables: Tables) -> None:
    _read_sources(tables)
    _read_notes(tables)
    _read_groups(tables)


def _read_sources(tables: Tables) -> None:
    everything = read_yaml(tables.data / "kilder.yaml", tables.root)
    for source in everything.names():
        if not re.fullmatch(r"[a-z0-9-]+", source):
            everything.fault(source, "a source id has only a–z, 0–9 and hyphens")
        fields = everything.inner(source)
        if fields is None:
            everything.fault(source, "empty")
        _read_source(tables, source, fields)


def _read_source(tables: Tables, source: str, fields: Fields) -> None:
    described = [fields.text(key) for key in ("tittel", "utgiver", "adresse", "lisens")]
    year = fields.year_text("ar")
    tables.source_years[source] = newest_year(year)
    date, note = fields.date_or_none("dato"), fields.text_or_none("merknad")
    series = fields.whole_or_none("serie")
    caution = fields.whole_or_none("fa_personer")
    if series is not None:
        tables.series[source] = series
    if caution is not None:
        tables.cautions[source] = caution
    title, publisher, address, licence = described
    tables.add(
        "kilde",
        id=source,
        tittel=title,
        utgiver=publisher,
        adresse=address,
        lisens=licence,
        gjelder=year,
        dato=date,
        merknad=note,
        kortnavn=fields.text_or_none("kortnavn"),
        henvisning=fields.text_or_none("henvisning"),
        serie=series,
    )
    _read_breaks(tables, source, fields)
    fields.done()


def _read_breaks(tables: Tables, source: str, fields: Fields) -> None:
    breaks = fields.inner("brudd")
    for written in breaks.names() if breaks else ():
        if not re.fullmatch(r"[0-9]{4}", written):
            fields.fault("brudd", f"{written} where a year should be")
        assert breaks is not None
        tables.add("kilde_brudd", kilde=source, ar=int(written), forklaring=breaks.text(written))


def _read_notes(tables: Tables) -> None:
    notes = read_yaml(tables.data / "merknader.yaml", tables.root)
    for place, code in enumerate(notes.names()):
        tables.add("merknad", kode=code, nr=place, forklaring=notes.text(code))


def _read_groups(tables: Tables) -> None:
    columns = ("styrk08", "overordnet", "niva", "navn", "navn_en", "kilde")
    seen: set[str] = set()
    for fields in read_csv(tables.data / "yrkesgrupper.csv", tables.root, columns):
        code = once(seen, fields, "styrk08", fields.text("styrk08"))
        parent = fields.text_or_none("overordnet")
        level = fields.cell_number("niva")
        if not re.fullmatch(r"[0-9]{1,4}", code) or level != len(code):
            fields.fault("styrk08", f"code {code} does not fit level {level}")
        if parent != (code[:-1] or None) or (parent and parent not in tables.groups):
            fields.fault("overordnet", f"unknown parent {parent} of {code}")
        name, name_en = fields.text("navn"), fields.text_or_none("navn_en")
        tables.groups[code] = name
        tables.add(
            "yrkesgruppe",
            styrk08=code,
            overordnet=parent,
            niva=level,
            navn=name,
            navn_en=name_en,
            kilde=tables.source(fields),
            _foldet=fold(name),
        )
