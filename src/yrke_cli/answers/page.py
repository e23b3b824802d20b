"""The page of one occupation: what it rests on, its parts, and what people read of them."""

from __future__ import annotations

from yrke_cli.answers.admission import admission_on_page
from yrke_cli.answers.education import route_tree
from yrke_cli.answers.facts import HEADINGS, NO_FURTHER, NO_PROFILE, NO_WAY, Facts, first_of
from yrke_cli.answers.pay import pay_table
from yrke_cli.answers.shapes import Items, Missing, Note, Notes, Section, Text
from yrke_cli.declare import Query
from yrke_cli.words import dated, for_shell, listed, quoted, spanning, upper_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from yrke_cli.answers.shapes import Node, Table
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Demand, Onward, Pay, Statement

    Block = Text | Items | Notes | Table | Missing | Node

# How many occupations of the same education a page names; JSON has them all.
MOST_SHARED = 15
CAUTION = (
    "Lønnen kan variere mye innenfor en yrkesgruppe, og tallene skiller ikke mellom alder og ansiennitet. "
    "Nyutdannede tjener ofte mindre enn gjennomsnittet."
)


def sections_of(catalogue: Catalogue, facts: Facts, asked: tuple[str, ...]) -> list[Section]:
    """The parts asked for, or the whole page and at its end what it lacks.

    The sources are numbered as they stand in the last section; a part that is shown without it brings its own.
    """
    where = f"adressene: yrke kilder {for_shell(facts.occupation.title, facts.occupation.slug)}"
    shown = [
        Section(part, HEADINGS[part], where if part == "kilder" else "", _blocks(part, facts, catalogue, bool(asked)))
        for part in _shown(asked, facts)
    ]
    if asked and "kilder" not in asked:
        for section in shown:
            cited = _cited(section.part, facts)
            section.blocks.extend([_notes(facts, cited)] if cited else [])
    lacking = [] if asked else _by_reason(facts)
    if lacking:
        shown.append(Section("mangler", "Dette mangler", "", [Items(lacking)]))
    return shown


def _cited(part: str, facts: Facts) -> list[str]:
    """The ids of the sources that a part refers to by number."""
    occupation = facts.occupation
    ids = {
        "opptak": [need.source for route in occupation.routes for need in route.requirements],
        "forhold": [condition.source for condition in occupation.conditions],
        "utdanning": [
            said.source for said in (occupation.unrequired, *(route.note for route in occupation.routes)) if said
        ],
        "videreutdanning": [said.source for said in occupation.further],
        "veien videre": [onward.source for onward in occupation.onward],
        "autorisasjon": [authorisation.source for authorisation in occupation.authorisations],
        "krav": [demand.source for demand in occupation.demands],
        "intervjuer": [talk.source for talk in occupation.interviews],
        "lønn": [row.source for row in facts.pay],
    }
    return list(dict.fromkeys(one for several in ids.get(part, ()) for one in several.split(";")))


def _mark(facts: Facts, ids: str) -> str:
    """The marks of one source or several (ids with a semicolon between): "[3][5]"."""
    return "".join(facts.marks[one] for one in ids.split(";"))


def _on_the_page(facts: Facts) -> list[str]:
    """The ids of the sources that a whole page lists: its record's own and those that it cites. What else bears a
    demand of the law stands in `--del krav`."""
    cited = [one for part in HEADINGS if part != "krav" for one in _cited(part, facts)]
    cited += [first_of(demand.source) for demand in facts.occupation.demands]
    return list(dict.fromkeys([*facts.occupation.texts["kilder"], *cited, *(row.source for row in facts.near)]))


def _notes(facts: Facts, ids: Container[str]) -> Notes:
    """These of the page's sources, as small print."""
    return Notes([Note(facts.marks[one.id], one.brief, one.web) for one in facts.sources if one.id in ids])


def _shown(asked: tuple[str, ...], facts: Facts) -> list[str]:
    """The parts to show: those asked for, or all that there are (what a whole page lacks is named at its end)."""
    occupation = facts.occupation
    hidden = set() if occupation.same_education or occupation.same_vg2 else {"samme utdanning"}
    # An authorisation is what the law demands, too.
    hidden |= {"krav"} if occupation.authorisations and not occupation.demands else set()
    if asked:
        wanted = {*asked, "samme utdanning"} if "beslektede" in asked else set(asked)
        wanted |= {"autorisasjon"} if "krav" in asked and occupation.authorisations else set()
        return [part for part in HEADINGS if part in wanted - hidden]
    hidden |= {*facts.missing}
    known = {
        "autorisasjon": occupation.authorisations,
        "krav": occupation.demands,
        "forhold": occupation.conditions,
        "veien videre": occupation.onward,
        "videreutdanning": occupation.further,
    }
    hidden |= {part for part, there in known.items() if not there}
    hidden |= {"videre"} if occupation.full else set()
    # What is lacking may have something near it.
    hidden -= {"lønn"} if facts.near else set()
    return [part for part in HEADINGS if part not in hidden]


def _by_reason(facts: Facts) -> list[str]:
    """What is lacking and why, as far as it says something about this occupation: interviews are lacking nearly
    everywhere, a page that is not written lacks all that would be on it, its pay may have been told of above, and
    where no way is known there is nothing to get into."""
    general = {"intervjuer"} - {*facts.occupation.missing} | ({"lønn"} if facts.near else set())
    reasons: dict[str, list[str]] = {}
    for part, why in facts.missing.items():
        if part not in general and why != NO_WAY:
            reasons.setdefault(why, []).append(HEADINGS[part].lower())
    return [why if why == NO_PROFILE else f"{', '.join(parts)}: {why}" for why, parts in reasons.items()]


def _blocks(part: str, facts: Facts, catalogue: Catalogue, alone: bool) -> list[Block]:
    occupation = facts.occupation
    if part in facts.missing:
        return [Missing(facts.missing[part]), *(_near_pay(catalogue, facts) if part == "lønn" else ())]
    special: dict[str, Callable[[], Sequence[Block]]] = {
        "om": lambda: [Text(text) for text in occupation.texts["om"]],
        "forhold": lambda: [_conditions(facts)],
        "utdanning": lambda: _education(facts, catalogue),
        "opptak": lambda: _admission(facts),
        "videreutdanning": lambda: [
            Items([_said(facts, one) for one in occupation.further])
            if occupation.further
            else _none_of(facts, NO_FURTHER)
        ],
        "veien videre": lambda: [_onward(facts)],
        "autorisasjon": lambda: [_authorisation(facts)],
        "krav": lambda: [_demands(facts, alone)],
        "lønn": lambda: _pay(catalogue, facts),
        "beslektede": lambda: [Items([one.title for one in occupation.related])],
        "samme utdanning": lambda: _same(facts),
        "intervjuer": lambda: [
            Items(
                [f"{talk.title} {talk.name}: {talk.text} {_mark(facts, talk.source)}" for talk in occupation.interviews]
            )
        ],
        "videre": lambda: [Items(_calls(facts))],
        "kilder": lambda: _sources(facts),
    }
    return list(special[part]()) if part in special else [Items(occupation.texts[part])]


def _pay(catalogue: Catalogue, facts: Facts) -> list[Block]:
    """The newest figures, where they stand, and the table of the page that the record is modelled on, as printed."""
    place = facts.place
    occupation = facts.occupation
    blocks: list[Block] = [Text(occupation.mixed)] if occupation.mixed else []
    if occupation.spans:
        names = {group.code: group.name for group in occupation.groups}
        blocks += [
            Text(f"Tittelen finnes i {spanning(len(occupation.spans))}:"),
            Items([f"{code} {names[code]}: {text}" for code, text in occupation.spans.items()]),
        ]
    blocks.append(Text(CAUTION))
    if place:
        blocks.append(
            Text(
                f"Medianen for heltid er høyere enn i yrkesgruppene til "
                f"{place.lower or 'færre enn én'} av 100 heltidsansatte. Det har "
                f"vi regnet ut fra medianene i {place.year} og antallet heltidsansatte i {place.count_year} i de "
                f"{place.groups} gruppene som har begge deler."
            )
        )
    return [*blocks, _pay_table(catalogue, facts, facts.pay)]


def _pay_table(catalogue: Catalogue, facts: Facts, rows: list[Pay]) -> Table:
    more = f"Se alt: yrke lønn {for_shell(facts.occupation.title, facts.occupation.slug)} --csv"
    return pay_table(catalogue, rows, Query(), cite=lambda source: facts.marks[source.id], more=more)


def _near_pay(catalogue: Catalogue, facts: Facts) -> list[Block]:
    """The pay of the groups that are nearest to one without pay."""
    if not facts.near:
        return []
    said = "Dette er lønnen i de nærmeste yrkesgruppene. Den gjelder ikke dette yrket:"
    return [Text(said), _pay_table(catalogue, facts, facts.near)]


def _calls(facts: Facts) -> list[str]:
    """Calls that lead on from a page with little on it."""
    occupation = facts.occupation
    calls = [f"Yrker som ligger nær: yrke liste --gruppe {group.code[:3]}" for group in occupation.groups[:1]]
    calls += [
        f"Yrker for samme interesse: yrke liste --interesse {quoted(interest)}"
        for interest in occupation.texts.get("interesser", [])[:2]
    ]
    return [*calls, "Finn yrker med et ord om det du vil: yrke søk ORD"]


def _admission(facts: Facts) -> list[Block]:
    occupation = facts.occupation
    more = f"Se alt: yrke opptak {for_shell(occupation.title, occupation.slug)} --csv"
    table = admission_on_page(occupation.routes, more, lambda ids: _mark(facts, ids))
    unknown = [route.name for route in occupation.routes if not route.requirements]
    return [table, *([Text(f"Vi har ikke funnet opptakskravet til: {'; '.join(unknown)}.")] if unknown else [])]


def _none_of(facts: Facts, said: str) -> Text | Missing:
    """That the sources say nothing of a part, where somebody has looked."""
    return Text(said) if facts.occupation.full else Missing(NO_PROFILE)


def _conditions(facts: Facts) -> Block:
    conditions = facts.occupation.conditions
    if not conditions:
        return _none_of(facts, "Kildene våre sier ikke noe om arbeidsforholdene.")
    sources = "".join(dict.fromkeys(_mark(facts, one.source) for one in conditions))
    return Text(f"{upper_first(', '.join(one.word for one in conditions))}. {sources}")


def _education(facts: Facts, catalogue: Catalogue) -> list[Block]:
    """That nothing is required, where that is so; the ways; and what is explained once for all of their kind."""
    occupation = facts.occupation
    none = occupation.unrequired
    first: list[Block] = [Text(_said(facts, none))] if none else []
    kinds = [
        *(["laere"] if any(step.kind == "laere" for route in occupation.routes for step in route.steps) else []),
        *(["studier"] if any(route.asks_for_studies for route in occupation.routes) else []),
    ]
    calls = [one.call for one in catalogue.explanations() if one.of in kinds]
    ways = [route_tree(route, lambda source: _mark(facts, source)) for route in occupation.routes]
    return [*first, *ways, *([Items(calls)] if calls else [])]


def _said(facts: Facts, said: Statement) -> str:
    return f"{said.dated} {_mark(facts, said.source)}"


def _onward(facts: Facts) -> Block:
    onward = facts.occupation.onward
    if not onward:
        return _none_of(facts, "Kildene våre sier ikke hva folk i yrket går videre til.")
    return Items([f"{one.text}{_see(one)} {_mark(facts, one.source)}" for one in onward])


def _see(onward: Onward) -> str:
    """The occupations that are meant, where the words do not name them."""
    unnamed = [one.title for one in onward.occupations if one.title.casefold() not in onward.text.casefold()]
    return f" Se {listed(unnamed)}." if unnamed else ""


def _demands(facts: Facts, alone: bool) -> Block:
    """What the law demands; where it is asked for `alone`, with every caveat and every source."""
    demands = facts.occupation.demands
    if not demands:
        return _none_of(facts, "Vi kjenner ingen krav til den som skal gjøre jobben, utenom utdanning.")
    if alone:
        return Items([" ".join(filter(None, [_demand(one, _mark(facts, one.source)), one.note])) for one in demands])
    told = [_demand(one, _mark(facts, first_of(one.source))) for one in demands]
    more = any(one.note or ";" in one.source for one in demands)
    call = f"yrke vis {for_shell(facts.occupation.title, facts.occupation.slug)} --del krav"
    return Items([*told, *([f"Forbehold og alle kildene: {call}"] if more else [])])


def _demand(one: Demand, mark: str) -> str:
    """What is demanded, and of whom where the page does not say when."""
    name = " ".join(filter(None, [upper_first(one.name), one.when]))
    who = "" if one.when else f"Gjelder {one.who}."
    law = " ".join(filter(None, [upper_first(one.law or ""), f"({one.year})."]))
    return f"{name}: {' '.join(filter(None, [one.text, who, law, mark]))}"


def _same(facts: Facts) -> list[Block]:
    """Those with the same certificate or degree, and those that part ways after Vg2."""
    occupation = facts.occupation
    same = [Text(_several([one.title for one in occupation.same_education]))] if occupation.same_education else []
    vg2 = [
        Text(f"Samme Vg2 ({name}): {_several([one.title for one in others])}")
        for name, others in occupation.same_vg2.items()
    ]
    return [*same, *vg2]


def _authorisation(facts: Facts) -> Block:
    if not facts.occupation.authorisations:
        return Text("Vi kjenner ingen autorisasjon eller beskyttet tittel for yrket.")
    lines = []
    for one in facts.occupation.authorisations:
        kinds = one.kind.replace(";", " og ")
        law = f" etter {one.law.replace(';', '; ')}" if one.law else ""
        note = f" ({one.note.replace(';', '; ')})" if one.note else ""
        lines.append(f"{one.name[0].upper()}{one.name[1:]}: {kinds}{law}.{note} {_mark(facts, one.source)}")
    return Items(lines)


def _several(titles: list[str]) -> str:
    more = len(titles) - MOST_SHARED
    return ", ".join(titles[:MOST_SHARED]) + (f" og {more} til." if more > 0 else ".")


def _sources(facts: Facts) -> list[Block]:
    blocks: list[Block] = []
    page = facts.occupation.page
    if page:
        said = [f"Siden som dette bygger på, er sist oppdatert {dated(page.updated)}."]
        said += [f"Kvalitetssikret av {page.reviewed}."] if page.reviewed else []
        said += [f"Ansvarlig redaktør: {page.editor}."] if page.editor else []
        said += [f"Lisens: {page.licence}."] if page.licence else []
        blocks.append(Text(" ".join(said)))
    if facts.occupation.read_on:
        blocks.append(Text(f"Siden er sist lest mot kildene {dated(facts.occupation.read_on)}."))
    blocks.append(_notes(facts, _on_the_page(facts)))
    return blocks
