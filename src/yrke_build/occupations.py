"""Occupations: one YAML file each, its references checked, its vocational routes worked out from the transitions."""

from __future__ import annotations

import re

from yrke_build.faults import DataFault
from yrke_build.reading import Fields, Place, read_csv, read_yaml
from yrke_build.tables import Cell, Tables
from yrke_cli.records import APPRENTICED
from yrke_cli.words import fold, grams, norwegian_order, slug

# The lists that stand in the table yrke_liste, in the order of data/README.md.
BASE_LISTS = ("styrk08", "interesser", "nus", "fag", "synonymer", "kilder")
PROFILE_LISTS = ("om", "oppgaver", "egenskaper", "arbeidssteder", "videreutdanning", "beslektede")
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
    page = _read_page(tables, fields)
    _read_routes(tables, name, fields, lists, missing)
    _read_interviews(tables, name, fields)
    fields.done()
    first = lists["styrk08"][0] if lists["styrk08"] else None
    tables.add("yrke", name, title, norwegian_order(title), first, int(full), summary, *page)
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
        for number, text in enumerate(lists[key]):
            tables.add("yrke_liste", name, key, number, text)
    return lists


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
        tables.add("yrke_mangler", name, part, missing.text(part))
    return set(parts)


def _read_page(tables: Tables, fields: Fields) -> list[Cell]:
    page = fields.inner("side")
    if page is None:
        return [None] * 5
    facts: list[Cell] = [page.date_or_none("oppdatert")]
    facts += [page.text_or_none(key) for key in ("kvalitetssikret", "redaktor", "lisens")]
    facts.append(tables.source(page))
    page.done()
    return facts


def _read_interviews(tables: Tables, name: str, fields: Fields) -> None:
    for number, interview in enumerate(fields.several("intervjuer")):
        texts = [interview.text(key) for key in ("navn", "tittel", "tekst")]
        tables.add("intervju", name, number, *texts, tables.source(interview))
        interview.done()


def _add_names(tables: Tables, name: str, title: str, synonyms: list[str]) -> None:
    names = {fold(name): (0, title), fold(title): (0, title)}
    for synonym in synonyms:
        names.setdefault(fold(synonym), (1, synonym))
    for folded, (rank, written) in sorted(names.items()):
        number = len(tables.rows.get("navn", []))
        parts = grams(folded)
        tables.add("navn", number, folded, name, rank, written, len(parts))
        for part in parts:
            tables.add("navnebit", part, number)


def _add_words(tables: Tables, name: str, lists: dict[str, list[str]], summary: str | None) -> None:
    """The words that `yrke søk` looks for beside the names."""
    said = [(part, number, text) for part in SEARCHED for number, text in enumerate(lists[part])]
    seen = set()
    for part, number, text in [*said, ("ingress", 0, summary or "")]:
        for word in re.findall(r"[^\W_]+", text):
            if len(fold(word)) >= 3:
                seen.add((fold(word), name, part, number))
    for entry in sorted(seen):
        tables.add("ord", *entry)


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
        tables.add("yrke_liste", name, "kilder", number, source)


def _read_route(tables: Tables, name: str, number: int, route: Fields) -> None:
    tables.add("rute", name, number, route.text("navn"), route.text_or_none("gir"), route.text_or_none("merknad"))
    steps = route.several("steg")
    if not steps:
        route.fault("steg", "a route without steps")
    before: str | None = None
    for place, step in enumerate(steps):
        before = _read_step(tables, (name, number, place), step, before)
    requirements = route.several("opptak")
    for place, requirement in enumerate(requirements):
        _read_requirement(tables, (name, number, place), requirement)
    route.done()


def _read_step(tables: Tables, key: tuple[str, int, int], step: Fields, before: str | None) -> str | None:
    kinds = [kind for kind in STEP_KINDS if step.has(kind)]
    if len(kinds) != 1:
        step.place.fault(f"a step has exactly one of {', '.join(STEP_KINDS)}")
    kind, written, years = kinds[0], step.text(kinds[0]), step.number_or_none("ar")
    step.done()
    if kind in ("grad", "kurs"):
        tables.add("steg", *key, kind, None, written, years)
        return None
    if written not in tables.programmes:
        step.fault(kind, f"unknown code {written}")
    if before and (before, written) not in tables.transitions:
        step.fault(kind, f"no transition from {before} to {written}")
    tables.add("steg", *key, kind, written, tables.programmes[written], years)
    return written


def _read_requirement(tables: Tables, key: tuple[str, int, int], requirement: Fields) -> None:
    if requirement.has("krav") == requirement.has("tekst"):
        requirement.place.fault("a requirement has exactly one of krav, tekst")
    if requirement.has("krav"):
        code = requirement.text("krav")
        if code not in tables.requirements:
            requirement.fault("krav", f"unknown requirement {code}")
        tables.add("rute_krav", *key, code, None, None, None)
    else:
        text, year = requirement.text("tekst"), requirement.year_text("ar")
        tables.add("rute_krav", *key, None, text, year, tables.source(requirement))
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
    tables.add("rute", name, number, way, competence, None)
    if chain[0][5] == "1" and INTO_VG1 in tables.requirements:
        tables.add("rute_krav", name, number, 0, INTO_VG1, None, None, None)
    for place, code in enumerate(chain):
        last = place == len(chain) - 1
        kind = "laere" if last and competence in APPRENTICED else "program"
        tables.add("steg", name, number, place, kind, code, tables.programmes[code], last_years if last else 1.0)


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
        tables.add("karrieresteg", area, occupation, fields.text("grunn"))


def _check_pages(tables: Tables, slugs: set[str]) -> None:
    """The page that a pay row stands on is an occupation's."""
    for page in (str(row[-1]) for row in tables.rows.get("lonn", []) if row[-1] is not None):
        if page not in slugs:
            file = (tables.data / "lonn" / "utdanning-2015.csv").relative_to(tables.root).as_posix()
            raise DataFault(file, "yrke", f"unknown occupation {page}")
