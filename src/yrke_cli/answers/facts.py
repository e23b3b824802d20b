"""What the page of an occupation rests on: the occupation, its pay, the sources of all of it, and what is lacking."""

from __future__ import annotations

from yrke_cli.answers.pay import NO_CODE, unpublished
from yrke_cli.declare import Query
from yrke_cli.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Condition, Employed, Occupation, Onward, Pay, PayPlace, Shares, Source, Statement

HEADINGS = {
    "om": "Om jobben",
    "oppgaver": "Arbeidsoppgaver",
    "egenskaper": "Personlige egenskaper",
    "arbeidssteder": "Arbeidssteder",
    "forhold": "Arbeidsforhold",
    "utdanning": "Utdanning",
    "opptak": "Opptakskrav",
    "videreutdanning": "Etter- og videreutdanning",
    "veien videre": "Veien videre",
    "autorisasjon": "Autorisasjon",
    "krav": "Krav for å gjøre jobben",
    "lønn": "Lønn",
    "beslektede": "Beslektede yrker",
    "samme utdanning": "Andre yrker med samme utdanning",
    "intervjuer": "Intervjuer",
    "videre": "Let videre",
    "kilder": "Kilder",
}
# What a written page may well have none of.
OPTIONAL = ("forhold", "veien videre", "krav", "videreutdanning")
# What is never lacking.
ALWAYS = ("autorisasjon", "kilder", "samme utdanning", "videre")
# What can be asked for by name; the occupations of the same education come with the related ones.
PARTS = tuple(part for part in HEADINGS if part not in ("samme utdanning", "videre"))
NO_FURTHER = "Kildene våre nevner ingen etter- eller videreutdanning."
NO_REQUIREMENTS = "Opptakskravene er ikke skrevet inn ennå."
NO_ADMISSION = "Vi har ikke funnet en kilde til opptakskravene."
NO_WAY = "Kildene nevner ingen utdanning du kan søke opptak til."
NO_PROFILE = "Vi har ikke skrevet om dette yrket ennå."


class Facts(Record):
    """What a page rests on: the occupation, its pay rows (full-time and all, then part-time) and where the newest
    stands, how many are employed in its unit group and in what jobs, the pay of the groups nearest to its own where
    that has none, the sources of all of it and the mark of each by its id ("[3]" for the third), and the parts that the
    data lacks, each with why."""

    occupation: Occupation
    pay: list[Pay]
    place: PayPlace | None
    employed: Employed | None
    shares: Shares | None
    near: list[Pay]
    sources: list[Source]
    marks: dict[str, str]
    missing: dict[str, str]


def facts_of(catalogue: Catalogue, slug: str) -> Facts:
    """The facts of an occupation. The slug must be one that the catalogue has given."""
    occupation = catalogue.occupation(slug)
    code = occupation.code
    pay = [row for spanned in occupation.spans for row in catalogue.pay(Query(), spanned)]
    pay += catalogue.pay(Query(), code, slug) + catalogue.pay(Query(working_time="deltid"), None, slug)
    place = catalogue.pay_place(code) if code else None
    employed = catalogue.employed(code) if code else None
    near = [] if pay or code is None else _near(catalogue, code)
    shares = catalogue.shares(code) if code else None
    counted = [one.source for one in (employed, shares) if one]
    sources = catalogue.sources([*_source_ids(occupation, pay + near), *counted])
    marks = {source.id: f"[{number}]" for number, source in enumerate(sources, 1)}
    missing = missing_parts(catalogue, occupation, bool(pay))
    return Facts(occupation, pay, place, employed, shares, near, sources, marks, missing)


def _near(catalogue: Catalogue, code: str) -> list[Pay]:
    """The newest pay of the other unit groups of the same minor group (the first three digits)."""
    return [row for row in catalogue.pay(Query()) if row.styrk08 and row.styrk08[:3] == code[:3]]


def _source_ids(occupation: Occupation, pay: list[Pay]) -> list[str]:
    """The ids of every source that the page rests on: the record's own, then those of its parts."""
    needs = [need.source for route in occupation.routes for need in route.requirements]
    laws = [authorisation.source for authorisation in occupation.authorisations]
    laws += [first_of(demand.source) for demand in occupation.demands]
    said: list[Condition | Onward | Statement] = [*occupation.conditions, *occupation.further, *occupation.onward]
    said += filter(None, [occupation.unrequired, *(route.note for route in occupation.routes)])
    rest = [
        *needs,
        *laws,
        *(one.source for one in said),
        *(talk.source for talk in occupation.interviews),
        *(row.source for row in pay),
    ]
    # What else bears a demand comes last: a whole page cites the first.
    rest += [demand.source for demand in occupation.demands]
    return list(dict.fromkeys([*occupation.texts["kilder"], *(one for ids in rest for one in ids.split(";"))]))


def first_of(ids: str) -> str:
    """The first of several ids with a semicolon between."""
    return ids.partition(";")[0]


def missing_parts(catalogue: Catalogue, occupation: Occupation, paid: bool) -> dict[str, str]:
    """The parts that the data lacks, and why."""
    missing = {}
    for part in HEADINGS:
        if part in ALWAYS or (part in OPTIONAL and occupation.full) or _there(part, occupation, paid):
            continue
        missing[part] = occupation.missing.get(part) or _why(catalogue, part, occupation)
    return missing


def _there(part: str, occupation: Occupation, paid: bool) -> bool:
    others = {
        "utdanning": bool(occupation.routes or occupation.unrequired),
        "videreutdanning": bool(occupation.further),
        "forhold": bool(occupation.conditions),
        "veien videre": bool(occupation.onward),
        "krav": bool(occupation.demands),
        "opptak": any(route.requirements for route in occupation.routes),
        "lønn": paid,
        "beslektede": bool(occupation.related),
        "intervjuer": bool(occupation.interviews),
    }
    return others[part] if part in others else bool(occupation.texts.get(part))


def _why(catalogue: Catalogue, part: str, occupation: Occupation) -> str:
    if part == "lønn":
        if not occupation.groups:
            return NO_CODE
        return unpublished(catalogue, occupation.groups[0].code, occupation.groups[0].name)
    if part == "intervjuer":
        return "Vi har ingen intervjuer med folk i yrket."
    if part == "opptak" and occupation.full:
        return NO_ADMISSION if occupation.routes else NO_WAY
    return NO_REQUIREMENTS if part == "opptak" and occupation.routes else NO_PROFILE
