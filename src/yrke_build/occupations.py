"""Occupations: one YAML file each, its references checked, its vocational routes worked out from the transitions."""

from __future__ import annotations

import re

from yrke_build.faults import DataFault
from yrke_build.reading import Fields, Place, read_csv, read_yaml
from yrke_build.tables import Cell, Tables
from yrke_cli.records import APPRENTICED
from yrke_cli.words import fold, grams, norwegian_order, slug

# The lists of an occupation, in the order of data/README.md.
BASE_LISTS = ("styrk08", "interesser", "nus", "fag", "synonymer", "kilder")
PROFILE_LISTS = ("om", "oppgaver", "egenskaper", "arbeidssteder", "videreutdanning", "beslektede")
# Of the lists of an occupation: those that are prose, and for the others the table and the column that they stand in.
TEXTS = ("om", "oppgaver", "egenskaper", "arbeidssteder", "videreutdanning")
LISTS = {
    "styrk08": ("yrke_styrk08", "styrk08"),
    "interesser": ("yrke_interesse", "interesse"),
    "nus": ("yrke_nus", "nus"),
    "fag": ("yrke_fag", "programomrade"),
    "synonymer": ("yrke_synonym", "navn"),
    "kilder": ("yrke_kilde", "kilde"),
    "beslektede": ("yrke_beslektet", "beslektet"),
    "autorisasjon": ("yrke_autorisasjon", "autorisasjon"),
}
# The lists whose words are searched for beside the names.
SEARCHED = ("interesser", "oppgaver", "arbeidssteder")
PROFILE = ("ingress", *PROFILE_LISTS, "utdanning")
INCOMPLETE = "missing in a full profile; write it, or say why under mangler"
STEP_KINDS = ("program", "laere", "grad", "kurs")
# The requirement that every way through upper secondary education begins with.
INTO_VG1 = "vg1"


def read_occupations(tables: Tables) -> None:
    records = []
    for path in sorted((tables.data / "yrker").glob("*")):
        if path.suffix != ".yaml":
            Place(path.relative_to(tables.root).as_posix()).fault("an occupation's file ends in .yaml")
        fields = read_yaml(path, tables.root)
        records.append((path.stem, fields))
    slugs = {name for name, _ in records}
    titles: dict[str, str] = {}
    for name, fields in records:
        _read_occupation(tables, name, fields, slugs, titles)
    _read_career_steps(tables, slugs)
    _check_pages(tables, slugs)


def _read_occupation(tables: Tables, name: str, fields: Fields, slugs: set[str], titles: dict[str, str]) -> None:
    title = fields.text("tittel")
    if slug(title) != name:
        fields.fault("tittel", f"{title} belongs in {slug(title)}.yaml")
    if fold(title) in titles:
        fields.fault("tittel", f"{title} is the same name as {titles[fold(title)]}")
    titles[fold(title)] = title
    full = any(fields.has(key) for key in PROFILE)
    if full and not fields.has("autorisasjon"):
        fields.fault("autorisasjon", INCOMPLETE)
    lists = _read_lists(tables, name, fields, slugs)
    if not lists["kilder"]:
        fields.fault("kilder", "a record without a source")
    missing = _read_missing(tables, name, fields)
    if full:
        _check_complete(fields, lists, missing)
    summary = fields.text_or_none("ingress")
    _read_page(tables, name, fields)
    _read_routes(tables, name, fields, lists, missing)
    _read_interviews(tables, name, fields)
    fields.done()
    first = lists["styrk08"][0] if lists["styrk08"] else None
    tables.add(
        "yrke",
        slug=name,
        tittel=title,
        styrk08=first,
        profil=int(full),
        ingress=summary,
        _sortering=norwegian_order(title),
    )
    _add_names(tables, name, title, lists["synonymer"])
    _add_words(tables, name, lists, summary)


def _read_lists(tables: Tables, name: str, fields: Fields, slugs: set[str]) -> dict[str, list[str]]:
    known = {
        "styrk08": lambda code: len(code) == 4 and code in tables.groups,
        "fag": lambda code: code in tables.competences,
        "kilder": lambda source: source in tables.source_years,
        "autorisasjon": lambda authorised: authorised in tables.authorisations,
        "beslektede": lambda other: other in slugs and other != name,
        "nus": lambda code: code.isdigit() and len(code) == 6,
    }
    lists: dict[str, list[str]] = {}
    for key in (*BASE_LISTS, *PROFILE_LISTS, "autorisasjon"):
        if key in BASE_LISTS and not fields.has(key):
            fields.fault(key, "missing")
        lists[key] = fields.codes(key, known[key]) if key in known else fields.texts(key)
        _add_list(tables, name, key, lists[key])
    return lists


def _add_list(tables: Tables, name: str, key: str, values: list[str]) -> None:
    if key in TEXTS:
        tables.add_list("yrke_tekst", {"yrke": name, "del": key}, "tekst", values)
    else:
        table, column = LISTS[key]
        tables.add_list(table, {"yrke": name}, column, values)


def _check_complete(fields: Fields, lists: dict[str, list[str]], missing: set[str]) -> None:
    """A full profile has every part, or says why one is missing."""
    for key in (*PROFILE, "intervjuer"):
        there = bool(lists[key] if key in lists else fields.left.get(key))
        if not there and key not in missing and key in PROFILE:
            fields.fault(key, INCOMPLETE)
        if there and key in missing:
            fields.fault("mangler", f"{key} is not missing")


def _read_missing(tables: Tables, name: str, fields: Fields) -> set[str]:
    missing = fields.inner("mangler")
    if missing is None:
        return set()
    parts = missing.names()
    for part in parts:
        if part not in (*PROFILE, "opptak", "intervjuer"):
            missing.fault(part, "unknown part")
        tables.add("yrke_mangler", yrke=name, **{"del": part}, hvorfor=missing.text(part))
    return set(parts)


def _read_page(tables: Tables, name: str, fields: Fields) -> None:
    page = fields.inner("side")
    if page is None:
        return
    tables.add(
        "yrke_side",
        yrke=name,
        oppdatert=page.date_or_none("oppdatert"),
        kvalitetssikret=page.text_or_none("kvalitetssikret"),
        redaktor=page.text_or_none("redaktor"),
        lisens=page.text_or_none("lisens"),
        kilde=tables.source(page),
    )
    page.done()


def _read_interviews(tables: Tables, name: str, fields: Fields) -> None:
    for number, interview in enumerate(fields.several("intervjuer")):
        texts = {key: interview.text(key) for key in ("navn", "tittel", "tekst")}
        tables.add("intervju", yrke=name, nr=number, **texts, kilde=tables.source(interview))
        interview.done()


def _add_names(tables: Tables, name: str, title: str, synonyms: list[str]) -> None:
    names = {fold(name): (0, title), fold(title): (0, title)}
    for synonym in synonyms:
        names.setdefault(fold(synonym), (1, synonym))
    for folded, (rank, written) in sorted(names.items()):
        number = len(tables.rows.get("_navn", []))
        parts = grams(folded)
        tables.add("_navn", nr=number, foldet=folded, yrke=name, rang=rank, navn=written, biter=len(parts))
        for part in parts:
            tables.add("_navnebit", bit=part, navn=number)


def _add_words(tables: Tables, name: str, lists: dict[str, list[str]], summary: str | None) -> None:
    """The words that `yrke søk` looks for beside the names."""
    said = [(part, number, text) for part in SEARCHED for number, text in enumerate(lists[part])]
    seen = set()
    for part, number, text in [*said, ("ingress", 0, summary or "")]:
        for word in re.findall(r"[^\W_]+", text):
            if len(fold(word)) >= 3:
                seen.add((fold(word), part, number))
    for word, part, number in sorted(seen):
        tables.add("_ord", ord=word, yrke=name, **{"del": part}, nr=number)


# Routes: those of a profile as they are written, else those that follow from the programme links.


def _read_routes(tables: Tables, name: str, fields: Fields, lists: dict[str, list[str]], missing: set[str]) -> None:
    written = fields.several("utdanning")
    for route in written:
        if "opptak" in missing and route.has("opptak"):
            fields.fault("mangler", "opptak is not missing")
        if "opptak" not in missing and not route.left.get("opptak"):
            route.fault("opptak", INCOMPLETE)
    for number, route in enumerate(written):
        _read_route(tables, name, number, route)
    if not written:
        trades = lists["fag"]
        for number, chain in enumerate(chain for trade in trades for chain in chains_to(tables, trade)):
            _add_derived_route(tables, name, number, chain)
        _add_sources(tables, name, lists["kilder"], [tables.competences[trade][2] for trade in trades])


def _add_sources(tables: Tables, name: str, there: list[str], more: list[str | None]) -> None:
    """The sources of the lengths in a derived route belong to the record as well."""
    new = dict.fromkeys(source for source in more if source and source not in there)
    for number, source in enumerate(new, len(there)):
        tables.add("yrke_kilde", yrke=name, nr=number, kilde=source)


def _read_route(tables: Tables, name: str, number: int, route: Fields) -> None:
    gives = route.text_or_none("gir")
    if gives is not None and gives not in tables.outcomes:
        route.fault("gir", f"{gives} is not in utdanning/sluttbevis.csv")
    tables.add(
        "rute",
        yrke=name,
        nr=number,
        navn=route.text("navn"),
        gir=gives,
        merknad=route.text_or_none("merknad"),
    )
    steps = route.several("steg")
    if not steps:
        route.fault("steg", "a route without steps")
    before: str | None = None
    for place, step in enumerate(steps):
        before = _read_step(tables, {"yrke": name, "rute": number, "nr": place}, step, before)
    requirements = route.several("opptak")
    for place, requirement in enumerate(requirements):
        _read_requirement(tables, {"yrke": name, "rute": number, "nr": place}, requirement)
    route.done()


def _read_step(tables: Tables, key: dict[str, Cell], step: Fields, before: str | None) -> str | None:
    kinds = [kind for kind in STEP_KINDS if step.has(kind)]
    if len(kinds) != 1:
        step.place.fault(f"a step has exactly one of {', '.join(STEP_KINDS)}")
    kind, written, years = kinds[0], step.text(kinds[0]), step.number_or_none("ar")
    step.done()
    if kind in ("grad", "kurs"):
        tables.add("steg", **key, type=kind, kode=None, navn=written, lengde_ar=years)
        return None
    if written not in tables.programmes:
        step.fault(kind, f"unknown code {written}")
    if before and (before, written) not in tables.transitions:
        step.fault(kind, f"no transition from {before} to {written}")
    tables.add("steg", **key, type=kind, kode=written, navn=tables.programmes[written], lengde_ar=years)
    return written


def _read_requirement(tables: Tables, key: dict[str, Cell], requirement: Fields) -> None:
    if requirement.has("krav") == requirement.has("tekst"):
        requirement.place.fault("a requirement has exactly one of krav, tekst")
    if requirement.has("krav"):
        code = requirement.text("krav")
        if code not in tables.requirements:
            requirement.fault("krav", f"unknown requirement {code}")
        tables.add("rute_krav", **key, krav=code, tekst=None, gjelder=None, kilde=None)
    else:
        text, year = requirement.text("tekst"), requirement.year_text("ar")
        tables.add("rute_krav", **key, krav=None, tekst=text, gjelder=year, kilde=tables.source(requirement))
    requirement.done()


def chains_to(tables: Tables, last: str) -> list[list[str]]:
    """Every chain of programme areas from a Vg1 to `last` that the transitions allow, in order of their codes."""
    before = sorted(start for start, end in tables.transitions if end == last)
    if not before:
        return [[last]]
    return [[*chain, last] for start in before for chain in chains_to(tables, start)]


def _add_derived_route(tables: Tables, name: str, number: int, chain: list[str]) -> None:
    competence, last_years, _ = tables.competences[chain[-1]]
    way = f"Fra {tables.programmes[chain[0]]}" if len(chain) > 1 else tables.programmes[chain[0]]
    tables.add("rute", yrke=name, nr=number, navn=way, gir=competence, merknad=None)
    if chain[0][5] == "1" and INTO_VG1 in tables.requirements:
        tables.add("rute_krav", yrke=name, rute=number, nr=0, krav=INTO_VG1, tekst=None, gjelder=None, kilde=None)
    for place, code in enumerate(chain):
        last = place == len(chain) - 1
        kind = "laere" if last and competence in APPRENTICED else "program"
        tables.add(
            "steg",
            yrke=name,
            rute=number,
            nr=place,
            type=kind,
            kode=code,
            navn=tables.programmes[code],
            lengde_ar=last_years if last else 1.0,
        )


def _read_career_steps(tables: Tables, slugs: set[str]) -> None:
    seen: set[tuple[str, str]] = set()
    columns = ("programomrade", "yrke", "grunn")
    for fields in read_csv(tables.data / "utdanning" / "karrieresteg.csv", tables.root, columns):
        area, occupation = fields.text("programomrade"), fields.text("yrke")
        if area not in tables.programmes:
            fields.fault("programomrade", f"unknown code {area}")
        if occupation not in slugs:
            fields.fault("yrke", f"unknown occupation {occupation}")
        if (area, occupation) in seen:
            fields.place.fault(f"duplicate {area} {occupation}")
        seen.add((area, occupation))
        tables.add("karrieresteg", programomrade=area, yrke=occupation, grunn=fields.text("grunn"))


def _check_pages(tables: Tables, slugs: set[str]) -> None:
    """The page that a pay row stands on is an occupation's."""
    for page in (str(row["side"]) for row in tables.rows.get("lonn", []) if row["side"] is not None):
        if page not in slugs:
            file = (tables.data / "lonn" / "utdanning-2015.csv").relative_to(tables.root).as_posix()
            raise DataFault(file, "yrke", f"unknown occupation {page}")
