"""The page of one occupation: what it rests on, its parts, and what people read of them."""

from __future__ import annotations

from yrke_cli.answers.education import requirement_text, route_tree
from yrke_cli.answers.facts import HEADINGS, Facts
from yrke_cli.answers.pay import PRINTED_COLUMNS, pay_table
from yrke_cli.answers.shapes import Items, Missing, Note, Notes, Section, Text
from yrke_cli.declare import Query
from yrke_cli.records import Pay
from yrke_cli.words import NBSP, kroner, listed, lower_first, years

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from yrke_cli.answers.shapes import Node, Table
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Column, Occupation

    Block = Text | Items | Notes | Table | Missing | Node

# How many occupations of the same education a page names; JSON has them all.
MOST_SHARED = 15
CAUTION = (
    "Lønnen kan variere mye innenfor en yrkesgruppe, og tallene skiller ikke mellom alder og ansiennitet. "
    "Nyutdannede tjener ofte mindre enn gjennomsnittet."
)


def sections(catalogue: Catalogue, facts: Facts, asked: tuple[str, ...]) -> list[Section]:
    """The parts asked for, or the whole page and at its end what it lacks.

    The sources are numbered as they stand in the last section; a part that is shown without it brings its own.
    """
    shown = [
        Section(part, HEADINGS[part], _blocks(part, facts, catalogue))
        for part in _shown(asked, facts.occupation, facts.missing)
    ]
    if asked and "kilder" not in asked:
        for section in shown:
            cited = _cited(section.part, facts)
            section.blocks.extend([_notes(facts, cited)] if cited else [])
    if not asked and facts.missing:
        shown.append(Section("mangler", "Dette mangler", [Items(_by_reason(facts.missing))]))
    return shown


def _cited(part: str, facts: Facts) -> list[str]:
    """The ids of the sources that a part refers to by number."""
    occupation = facts.occupation
    ids = {
        "opptak": [need.source for route in occupation.routes for need in route.requirements],
        "autorisasjon": [authorisation.source for authorisation in occupation.authorisations],
        "intervjuer": [talk.source for talk in occupation.interviews],
        "lønn": [row.source for row in facts.pay],
    }
    return list(dict.fromkeys(one for several in ids.get(part, ()) for one in several.split(";")))


def _mark(facts: Facts, ids: str) -> str:
    """The marks of one source or several (ids with a semicolon between): "[3][5]"."""
    return "".join(facts.marks[one] for one in ids.split(";"))


def _notes(facts: Facts, ids: Container[str]) -> Notes:
    """These of the page's sources, as small print."""
    return Notes([Note(facts.marks[one.id], one.line, one.web) for one in facts.sources if one.id in ids])


def _shown(asked: tuple[str, ...], occupation: Occupation, missing: dict[str, str]) -> list[str]:
    """The parts to show: those asked for, or all that there are (what a whole page lacks is named at its end)."""
    hidden = set() if occupation.same_education else {"samme utdanning"}
    if asked:
        wanted = {*asked, "samme utdanning"} if "beslektede" in asked else set(asked)
        return [part for part in HEADINGS if part in wanted - hidden]
    hidden |= {*missing, *(() if occupation.authorisations else ("autorisasjon",))}
    return [part for part in HEADINGS if part not in hidden]


def _by_reason(missing: dict[str, str]) -> list[str]:
    reasons: dict[str, list[str]] = {}
    for part, why in missing.items():
        reasons.setdefault(why, []).append(HEADINGS[part].lower())
    return [f"{', '.join(parts)}: {why}" for why, parts in reasons.items()]


def at_a_glance(facts: Facts) -> list[tuple[str, str]]:
    """What one looks for first, each with its name: the unit group, its newest pay, the length of the education, the
    authorisation."""
    occupation = facts.occupation
    said = []
    if occupation.groups:
        said.append(("Yrkesgruppe", f"{occupation.groups[0].code} {occupation.groups[0].name}"))
    said += [("Lønn", _pay_in_short(facts, row)) for row in facts.pay if row.styrk08 and row.working_time != "deltid"][
        :1
    ]
    if occupation.routes:
        said.append(("Utdanning", _education_in_short(occupation)))
    if occupation.authorisations:
        kinds = dict.fromkeys(kind for one in occupation.authorisations for kind in one.kind.split(";"))
        said.append(("Autorisasjon", listed(list(kinds))))
    return said


def _pay_in_short(facts: Facts, row: Pay) -> str:
    """The typical pay with its population, year and source."""
    amounts = [
        f"{name} {kroner(value)}" for name, value in (("median", row.median), ("gjennomsnitt", row.mean)) if value
    ]
    publisher = next((one.short for one in facts.sources if one.id == row.source and one.short), row.source)
    time = "all arbeidstid" if row.working_time == "alle" else row.working_time
    sector = [] if row.sector == "alle" else [row.sector]
    return f"{', '.join(amounts)} i måneden ({', '.join([time, *sector, str(row.year), publisher])})"


def _education_in_short(occupation: Occupation) -> str:
    lengths = sorted({route.years for route in occupation.routes if route.years is not None})
    if not lengths:
        length = "ukjent lengde"
    elif len(lengths) == 1:
        length = years(lengths[0])
    else:
        length = f"{years(lengths[0]).removesuffix(f'{NBSP}år')}–{years(lengths[-1])}"
    gives = listed(list(dict.fromkeys(lower_first(route.gives) for route in occupation.routes if route.gives)), "eller")
    return f"{length}: {gives}" if gives else length


def _blocks(part: str, facts: Facts, catalogue: Catalogue) -> list[Block]:
    if part in facts.missing:
        return [Missing(facts.missing[part])]
    occupation = facts.occupation
    special: dict[str, Callable[[], Sequence[Block]]] = {
        "om": lambda: [Text(text) for text in occupation.texts["om"]],
        "utdanning": lambda: [route_tree(route) for route in occupation.routes],
        "opptak": lambda: _admission(facts),
        "autorisasjon": lambda: [_authorisation(facts)],
        "lønn": lambda: _pay(catalogue, facts),
        "beslektede": lambda: [Items([listed.title for listed in occupation.related])],
        "samme utdanning": lambda: [Text(_same_education(occupation))],
        "intervjuer": lambda: [
            Items(
                [f"{talk.title} {talk.name}: {talk.text} {_mark(facts, talk.source)}" for talk in occupation.interviews]
            )
        ],
        "kilder": lambda: _sources(facts),
    }
    return list(special[part]()) if part in special else [Items(occupation.texts[part])]


def _pay(catalogue: Catalogue, facts: Facts) -> list[Block]:
    """The newest figures, and beside them the table of the page that the record is modelled on, as it is printed."""
    blocks: list[Block] = [Text(CAUTION)]
    own = [row for row in facts.pay if row.styrk08]
    printed = [row for row in facts.pay if not row.styrk08]

    def table(rows: list[Pay], columns: Sequence[Column]) -> Table:
        return pay_table(catalogue, rows, Query(), columns=columns, cite=lambda source: facts.marks[source.id])

    if own:
        blocks.append(table(own, Pay.columns))
    if printed:
        blocks.append(Text(f"Slik sto det på siden fra {printed[0].year}:"))
        blocks.append(table(printed, PRINTED_COLUMNS))
    return blocks


def _admission(facts: Facts) -> list[Block]:
    routes = facts.occupation.routes
    return [
        Items([
            f"{requirement_text(need, route.name if len(routes) > 1 else '')} {_mark(facts, need.source)}"
            for route in routes
            for need in route.requirements
        ])
    ]  # fmt: skip


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


def _same_education(occupation: Occupation) -> str:
    titles = [listed.title for listed in occupation.same_education]
    more = len(titles) - MOST_SHARED
    return ", ".join(titles[:MOST_SHARED]) + (f" og {more} til." if more > 0 else ".")


def _sources(facts: Facts) -> list[Block]:
    blocks: list[Block] = []
    page = facts.occupation.page
    if page:
        said = [f"Siden som dette bygger på, er sist oppdatert {_date(page.updated)}."]
        said += [f"Kvalitetssikret av {page.reviewed}."] if page.reviewed else []
        said += [f"Ansvarlig redaktør: {page.editor}."] if page.editor else []
        said += [f"Lisens: {page.licence}."] if page.licence else []
        blocks.append(Text(" ".join(said)))
    blocks.append(_notes(facts, facts.marks))
    return blocks


_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli",
    "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def _date(iso: str) -> str:
    """2015-03-13 → "13. mars 2015"."""
    year, month, day = iso.split("-")
    return f"{int(day)}. {_MONTHS[int(month) - 1]} {year}"
