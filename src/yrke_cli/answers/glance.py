"""What one looks for first on a page, so short that it fits on the first screen; what is not known is left out."""

from __future__ import annotations

from yrke_cli.answers.education import ways_in_short
from yrke_cli.answers.shapes import Fact
from yrke_cli.words import kroner, listed, spanning, thousands

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.answers.facts import Facts
    from yrke_cli.records import Authorisation, Demand, Pay, Requirement, Route

# How long a requirement may be: three lines of a terminal with 80 columns. What is longer is told in its section.
LONGEST = 180
MOST_NEAR = 6
NOTHING = "Ingen utdanning er påkrevd."


def at_a_glance(facts: Facts) -> list[Fact]:
    """The unit group, its newest pay and where that stands, the way there, what it takes to get in, what the law says,
    and the nearest occupations."""
    occupation = facts.occupation
    said = [*_group(facts), *(_spread(facts) if occupation.spans else _pay(facts)), *_employed(facts), *_jobs(facts)]
    ways = ways_in_short(occupation.routes) if occupation.routes else ""
    if occupation.unrequired:
        free = f"{NOTHING} Mulige veier: {ways}" if ways else occupation.unrequired.dated
        said.append(Fact("Utdanning", free, None))
    elif ways:
        said.append(Fact("Utdanning", ways, None))
    elif "utdanning" in occupation.missing:
        said.append(Fact("Utdanning", occupation.missing["utdanning"], None))
    said += [Fact("Opptak", text, None) for text in _admission(occupation.routes)]
    if occupation.authorisations:
        said.append(Fact("Autorisasjon", _law(occupation.authorisations), None))
    if occupation.demands:
        said.append(Fact("For å jobbe", _demanded(occupation.demands), None))
    near = [one.title for one in occupation.related]
    if near:
        said.append(Fact("Nære yrker", _named(near), None))
    return said


def _group(facts: Facts) -> list[Fact]:
    """The unit group, or that the title spans several; where none is known, why there is no pay."""
    occupation = facts.occupation
    if occupation.spans:
        return [Fact("Yrkesgruppe", spanning(len(occupation.spans)), None)]
    if occupation.groups:
        return [Fact("Yrkesgruppe", f"{occupation.groups[0].code} {occupation.groups[0].name}", None)]
    why = facts.missing.get("lønn") if occupation.full else None
    return [Fact("Lønn", f"ikke kjent. {why}", None)] if why else []


def _pay(facts: Facts) -> list[Fact]:
    own = [row for row in facts.pay if row.styrk08 and row.working_time != "deltid"][:1]
    return [fact for row in own for fact in (_typical(facts, row), _range(row), _place(facts, row)) if fact]


def _spread(facts: Facts) -> list[Fact]:
    """The lowest and the highest median of the groups that the title spans: full time, of the newest year alone."""
    rows = [row for row in facts.pay if row.styrk08 in facts.occupation.spans and row.working_time == "heltid"]
    newest = [row for row in rows if row.median is not None and row.year == max(one.year for one in rows)]
    medians = sorted(row.median for row in newest if row.median is not None)
    if len(medians) < 2:
        return []
    amounts = f"median {thousands(medians[0])}–{kroner(medians[-1])} i måneden, etter hvilken gruppe du er i"
    some = "" if len(medians) == len(facts.occupation.spans) else " Ikke alle gruppene har tall."
    return [Fact("Lønn", f"{amounts} ({_population(facts, newest[0])}).{some}", None)]


def _typical(facts: Facts, row: Pay) -> Fact:
    """The median, else the mean, with its population, year and source."""
    kind = "gjennomsnitt" if row.median is None else "median"
    said = f"{kind} {kroner(row.typical)} i måneden i yrkesgruppen ({_population(facts, row)})"
    return Fact("Lønn", said, None)


def _population(facts: Facts, row: Pay) -> str:
    """Whom and when the pay is of, and who says so: "heltid, 2025, SSB"."""
    publisher = next((one.short for one in facts.sources if one.id == row.source and one.short), row.source)
    time = "all arbeidstid" if row.working_time == "alle" else row.working_time
    sector = [] if row.sector == "alle" else [row.sector]
    return ", ".join([time, *sector, str(row.year), publisher])


def _range(row: Pay) -> Fact | None:
    if row.p25 is None or row.p75 is None:
        return None
    text = f"halvparten tjener {thousands(row.p25)}–{kroner(row.p75)} ({row.year})"
    return Fact("Lønnsspenn", text, None if row.median is None else (row.p25, row.median, row.p75))


def _place(facts: Facts, row: Pay) -> Fact | None:
    place = facts.place
    if place is None or (row.year, row.working_time, row.sector) != (place.year, "heltid", "alle"):
        return None
    groups = f"høyere enn gruppene til {place.lower} av 100 heltidsansatte" if place.lower else "blant de laveste"
    return Fact("Lønnsnivå", f"{groups} ({place.year}, regnet ut)", None)


def _employed(facts: Facts) -> list[Fact]:
    """How many work in the unit group, and who is not counted; a title that spans several has no count of its own."""
    employed = facts.employed
    if employed is None or facts.occupation.spans:
        return []
    publisher = next((one.short for one in facts.sources if one.id == employed.source and one.short), employed.source)
    where = f"i yrkesgruppen, uten de fleste selvstendige ({employed.year}, {publisher})"
    return [Fact("Sysselsatte", f"{thousands(employed.count)} {where}", None)]


def _jobs(facts: Facts) -> list[Fact]:
    """How many of the group's jobs are women's, and how many are part time."""
    shares = facts.shares
    if shares is None or facts.occupation.spans:
        return []
    part_time = "" if shares.part_time is None else f", og {shares.part_time} av 100 er deltid"
    said = f"kvinner har {shares.women} av 100{part_time} ({shares.year}, regnet ut)"
    return [Fact("Jobbene", said, None)]


def _admission(routes: list[Route]) -> list[str]:
    """The first requirement, what it is for, and whether there are others."""
    needs: dict[str, tuple[Requirement, Route]] = {}
    for route in routes:
        for need in route.requirements:
            needs.setdefault(need.text, (need, route))
    if not needs:
        return []
    need, route = next(iter(needs.values()))
    way = f"{_way(routes, route, len(needs))}: ".removeprefix(": ")
    text = _short(need, LONGEST - len(way))
    elsewhere = any(other is not route for _, other in needs.values())
    more = " Andre veier har andre krav." if elsewhere else " Flere krav står under Opptakskrav."
    others = more if len(needs) > 1 else ""
    return [f"{way}{text} ({need.year or 'ukjent år'}){others}" if text else "Kravene står under Opptakskrav."]


def _way(routes: list[Route], first: Route, needs: int) -> str:
    """What the requirement is for: the way, unless all ask the same; then the first year, where it is for that."""
    all_the_same = needs == 1 and all(route.requirements for route in routes)
    if all_the_same:
        return "Vg1" if first.from_vg1 else ""
    return first.name


def _short(need: Requirement, room: int) -> str:
    """The requirement, or its first sentence and where the rest stands; "" where that is too long too."""
    if len(need.text) <= room:
        return need.text
    first, _, _ = need.text.partition(". Du ")
    first, _, _ = first.partition(". Er du ")
    if first == need.text or len(first) > room:
        return ""
    return f"{first}. Resten står under Opptakskrav."


def _demanded(demands: list[Demand]) -> str:
    """The demands by their names, each once with all that it holds for; those that hold for the same stand together."""
    parts: dict[str, list[str]] = {}
    for one in demands:
        parts.setdefault(one.name, []).append(one.when or "")
    named: dict[str, list[str]] = {}
    for name, whens in parts.items():
        # What holds for all of the job needs no parts.
        named.setdefault("" if "" in whens else "; ".join(dict.fromkeys(whens)), []).append(name)
    return "; ".join(f"{listed(names)} ({part})" if part else listed(names) for part, names in sorted(named.items()))


def _law(authorisations: list[Authorisation]) -> str:
    """The kinds, and the laws by their names."""
    kinds = dict.fromkeys(kind for one in authorisations for kind in one.kind.split(";"))
    laws = dict.fromkeys(_law_name(one.law) for one in authorisations if one.law)
    return listed(list(kinds)) + (f" ({listed(list(laws))})" if laws else "")


def _law_name(law: str) -> str:
    """ "helsepersonelloven (LOV-1999-07-02-64) § 48; tittel § 74" → "helsepersonelloven"."""
    for sign in (";", " (", " §"):
        law, _, _ = law.partition(sign)
    return law


def _named(titles: list[str]) -> str:
    more = len(titles) - MOST_NEAR
    return ", ".join(titles[:MOST_NEAR]) + (f" og {more} til" if more > 0 else "")
