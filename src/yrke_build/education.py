"""Upper secondary education: programme areas, transitions, competences; admission; what the law demands."""

from __future__ import annotations

from yrke_build.declared import (
    AREAS,
    AUTHORISATIONS,
    CAREER_STEPS,
    DEMANDS,
    FINAL_COMPETENCES,
    OUTCOME_WORDS,
    REQUIREMENTS,
    TRANSITIONS,
)
from yrke_build.tables import Tables
from yrke_cli.words import fold


def read_education(tables: Tables) -> None:
    areas = list(tables.read(AREAS))
    tables.programmes.update({row["kode"]: row["navn"] for row in areas if row["kode"]})
    _read_transitions(tables)
    in_use = {code for pair in tables.transitions for code in pair}
    for row in areas:
        names = {key: row[key] for key in ("navn", "navn_nn", "navn_en")}
        tables.add("programomrade", kode=row["kode"], **names, kilde=row["kilde"], _i_bruk=int(row["kode"] in in_use))
        for folded in sorted({fold(name) for name in (row["kode"], *names.values()) if name}):
            tables.add("_programnavn", foldet=folded, kode=row["kode"])
    _read_outcomes(tables)
    _read_competences(tables)
    _read_requirements(tables)
    _read_authorisations(tables)
    _read_demands(tables)
    for row in tables.read(CAREER_STEPS):
        tables.add("karrieresteg", **row.values)


def _read_transitions(tables: Tables) -> None:
    for row in tables.read(TRANSITIONS):
        start, end = row["fra"], row["til"]
        if start and end and end[5] <= start[5]:
            row.fault("til", f"{end} er ikke på et senere nivå enn {start}")
        if start and end:
            tables.transitions.add((start, end))
        tables.add("overgang", **row.values)


def _read_outcomes(tables: Tables) -> None:
    for row in tables.read(OUTCOME_WORDS):
        tables.outcomes.update(filter(None, [row["gir"]]))
        tables.add_list("sluttbevis", {"gir": row["gir"]}, "verdi", row["verdi"])


def _read_competences(tables: Tables) -> None:
    for row in tables.read(FINAL_COMPETENCES):
        if row.given["lengde_ar"] is not None and row.given["lengde_kilde"] is None:
            row.fault("lengde_kilde", "en lengde må ha en kilde")
        if row.given["lengde_ar"] is None and row.given["lengde_kilde"] is not None:
            row.fault("lengde_ar", "kilden til lengden er der, men ikke lengden")
        if row["programomrade"] is not None:
            tables.competences[row["programomrade"]] = (row["kompetanse"], row["lengde_ar"], row["lengde_kilde"])
        tables.add("sluttkompetanse", **row.values)


def _read_requirements(tables: Tables) -> None:
    for row in tables.read(REQUIREMENTS):
        tables.requirements.update(filter(None, [row["id"]]))
        tables.add(
            "opptakskrav",
            **{key: row[key] for key in ("id", "kode", "studium", "krav")},
            gsk=int(row["gsk"] == "ja"),
            gjelder=row["ar"],
            merknad=row["merknad"],
        )
        tables.add_list("opptakskrav_kilde", {"krav": row["id"]}, "kilde", row["kilde"])


def _read_authorisations(tables: Tables) -> None:
    for row in tables.read(AUTHORISATIONS):
        tables.authorisations.update(filter(None, [row["yrke"]]))
        tables.add("autorisasjon", yrke=row["yrke"])
        for column in ("type", "hjemmel", "kilde", "merknad"):
            tables.add_list(f"autorisasjon_{column}", {"autorisasjon": row["yrke"]}, column, row[column])


def _read_demands(tables: Tables) -> None:
    for row in tables.read(DEMANDS):
        tables.demands.update(filter(None, [row["id"]]))
        plain = {key: row[key] for key in ("id", "krav", "hva", "hjemmel", "merknad")}
        tables.add("arbeidskrav", **plain, hvem=row["gjelder"], gjelder=row["ar"])
        tables.add_list("arbeidskrav_kilde", {"krav": row["id"]}, "kilde", row["kilde"])
        tables.add_list("arbeidskrav_sokeord", {"krav": row["id"]}, "ord", row["sokeord"])
