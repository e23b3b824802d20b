"""Upper secondary education: programme areas, transitions, competences; admission requirements; authorisations."""

from __future__ import annotations

import re

from yrke_build.reading import Fields, read_csv
from yrke_build.tables import Tables, once
from yrke_cli.records import OUTCOMES
from yrke_cli.words import fold

COMPETENCES = ("Fagbrev", "Svennebrev", "Yrkeskompetanse", "Generell studiekompetanse")


def read_education(tables: Tables) -> None:
    _read_transitions_and_areas(tables)
    _read_competences(tables)
    _read_requirements(tables)
    _read_authorisations(tables)
    _read_outcomes(tables)


def _read_transitions_and_areas(tables: Tables) -> None:
    areas = []
    seen: set[str] = set()
    for fields in read_csv(
        tables.data / "utdanning" / "programomrader.csv", tables.root, ("kode", "navn", "navn_nn", "navn_en", "kilde")
    ):
        code = once(seen, fields, "kode", fields.text("kode"))
        if not re.fullmatch(r"[A-Z0-9]{5}[A-Z0-9-]{5}", code):
            fields.fault("kode", f"{code} is no Grep code")
        tables.programmes[code] = fields.text("navn")
        nynorsk, english = fields.text_or_none("navn_nn"), fields.text_or_none("navn_en")
        areas.append((code, nynorsk, english, tables.source(fields)))
    _read_transitions(tables)
    in_use = {code for pair in tables.transitions for code in pair}
    for code, nynorsk, english, source in areas:
        name = tables.programmes[code]
        tables.add(
            "programomrade",
            kode=code,
            navn=name,
            navn_nn=nynorsk,
            navn_en=english,
            kilde=source,
            _i_bruk=int(code in in_use),
        )
        for folded in sorted({fold(one) for one in (code, name, nynorsk, english) if one}):
            tables.add("_programnavn", foldet=folded, kode=code)


def _read_transitions(tables: Tables) -> None:
    for fields in read_csv(tables.data / "utdanning" / "overganger.csv", tables.root, ("fra", "til", "kilde")):
        pair = (_area(tables, fields, "fra"), _area(tables, fields, "til"))
        if pair[1][5] <= pair[0][5]:
            fields.fault("til", f"{pair[1]} is no later level than {pair[0]}")
        if pair in tables.transitions:
            fields.place.fault(f"duplicate transition {pair[0]} {pair[1]}")
        tables.transitions.add(pair)
        tables.add("overgang", fra=pair[0], til=pair[1], kilde=tables.source(fields))


def _area(tables: Tables, fields: Fields, key: str) -> str:
    code = fields.text(key)
    if code not in tables.programmes:
        fields.fault(key, f"unknown code {code}")
    return code


def _read_competences(tables: Tables) -> None:
    columns = ("programomrade", "kompetanse", "lengde_ar", "kilde", "lengde_kilde")
    seen: set[str] = set()
    for fields in read_csv(tables.data / "utdanning" / "sluttkompetanse.csv", tables.root, columns):
        code = once(seen, fields, "programomrade", _area(tables, fields, "programomrade"))
        competence = fields.word("kompetanse", COMPETENCES) if fields.has("kompetanse") else None
        years = fields.cell_length("lengde_ar")
        source = tables.source(fields)
        years_source = tables.source(fields, "lengde_kilde") if years is not None else None
        tables.competences[code] = (competence, years, years_source)
        tables.add(
            "sluttkompetanse",
            programomrade=code,
            kompetanse=competence,
            lengde_ar=years,
            kilde=source,
            lengde_kilde=years_source,
        )


def _read_requirements(tables: Tables) -> None:
    columns = ("id", "kode", "studium", "krav", "gsk", "ar", "kilde", "merknad")
    for fields in read_csv(tables.data / "utdanning" / "opptakskrav.csv", tables.root, columns):
        requirement = once(tables.requirements, fields, "id", fields.text("id"))
        code, study, text = fields.text_or_none("kode"), fields.text_or_none("studium"), fields.text("krav")
        general = fields.word("gsk", ("ja",)) if fields.has("gsk") else None
        year = fields.year_text("ar") if fields.has("ar") else None
        sources, note = tables.source_list(fields), fields.text_or_none("merknad")
        tables.add(
            "opptakskrav",
            id=requirement,
            kode=code,
            studium=study,
            krav=text,
            gsk=int(general == "ja"),
            gjelder=year,
            merknad=note,
        )
        tables.add_list("opptakskrav_kilde", {"krav": requirement}, "kilde", sources)


def _read_authorisations(tables: Tables) -> None:
    columns = ("yrke", "type", "hjemmel", "kilde", "merknad")
    for fields in read_csv(tables.data / "utdanning" / "autorisasjoner.csv", tables.root, columns):
        name = once(tables.authorisations, fields, "yrke", fields.text("yrke"))
        tables.add("autorisasjon", yrke=name)
        lists = {
            "type": fields.text("type").split(";"),
            "hjemmel": _split(fields.text_or_none("hjemmel")),
            "kilde": tables.source_list(fields),
            "merknad": _split(fields.text_or_none("merknad")),
        }
        for column, values in lists.items():
            tables.add_list(f"autorisasjon_{column}", {"autorisasjon": name}, column, values)


def _read_outcomes(tables: Tables) -> None:
    for fields in read_csv(tables.data / "utdanning" / "sluttbevis.csv", tables.root, ("gir", "verdi")):
        gives = once(tables.outcomes, fields, "gir", fields.text("gir"))
        values = fields.text("verdi").split(";")
        for value in values:
            if value not in OUTCOMES:
                fields.fault("verdi", f"unknown word {value}, not one of {', '.join(OUTCOMES)}")
        tables.add_list("sluttbevis", {"gir": gives}, "verdi", values)


def _split(several: str | None) -> list[str]:
    return several.split(";") if several else []
