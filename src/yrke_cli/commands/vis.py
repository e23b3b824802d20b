"""`yrke vis`: the whole page of one occupation."""

from yrke_cli import options
from yrke_cli.answers.education import requirement_record, requirement_text, route_record, route_tree
from yrke_cli.answers.pay import NO_CODE, PRINTED_COLUMNS, pay_table, unpublished
from yrke_cli.declare import PAGE_FORMS, Command
from yrke_cli.model import PAY_KEYS, Items, Missing, Page, Query, Section, Text
from yrke_cli.search import occupation_named, remarks
from yrke_cli.words import kroner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yrke_cli.catalogue import Catalogue
    from yrke_cli.model import Node, Occupation, Pay, Source, Table

    Block = Text | Items | Table | Missing | Node

HEADINGS = {
    "om": "Om jobben",
    "oppgaver": "Arbeidsoppgaver",
    "egenskaper": "Personlige egenskaper",
    "arbeidssteder": "Arbeidssteder",
    "samme utdanning": "Yrker som deler utdanning (NUS-koder)",
    "utdanning": "Utdanning",
    "opptak": "Opptakskrav",
    "videreutdanning": "Etter- og videreutdanning",
    "autorisasjon": "Autorisasjon",
    "lønn": "Lønn",
    "beslektede": "Beslektede yrker",
    "intervjuer": "Intervjuer",
    "kilder": "Kilder",
}
# How many occupations of the same education a page names; JSON has them all.
MOST_SHARED = 15
NO_PROFILE = "Vi har ikke skrevet om dette yrket ennå."
CAUTION = (
    "Lønnen kan variere mye innenfor en yrkesgruppe, og tallene skiller ikke mellom alder og ansiennitet. "
    "Nyutdannede tjener ofte mindre enn gjennomsnittet."
)


def answer(catalogue: "Catalogue", query: "Query") -> Page:
    found = occupation_named(catalogue, query.words)
    occupation = catalogue.occupation(found.slug)
    code = occupation.groups[0].code if occupation.groups else None
    pay = catalogue.pay(Query(), code, occupation.slug) + catalogue.pay(
        Query(working_time="deltid"), None, occupation.slug
    )
    full_time = [row for row in pay if row.styrk08 and row.working_time == "heltid"]
    missing = missing_parts(occupation, bool(pay))
    sources = catalogue.sources(source_ids(occupation, pay))
    sections = [
        Section(part, HEADINGS[part], _blocks(part, occupation, catalogue, pay, sources, missing))
        for part in _shown(query.parts, occupation, missing)
    ]
    if not query.parts and missing:
        sections.append(Section("mangler", "Dette mangler", [Items(_by_reason(missing))]))
    lead = (occupation.summary or "") if not query.parts else ""
    record = _record(occupation, pay, sources, missing, query.parts)
    return Page(occupation.title, lead, sections, record, aside=_aside(occupation, full_time), hints=remarks([found]))


def _shown(asked: "tuple[str, ...]", occupation: "Occupation", missing: "dict[str, str]") -> "list[str]":
    """The parts to show: those asked for, or all that there are (what a whole page lacks is named at its end)."""
    hidden = set() if occupation.same_education else {"samme utdanning"}
    if asked:
        wanted = {*asked, "samme utdanning"} if "beslektede" in asked else set(asked)
        return [part for part in HEADINGS if part in wanted - hidden]
    hidden |= {*missing, *(() if occupation.authorisations else ("autorisasjon",))}
    return [part for part in HEADINGS if part not in hidden]


def missing_parts(occupation: "Occupation", paid: bool) -> "dict[str, str]":
    """The parts that the data lacks, and why."""
    missing = {}
    for part in HEADINGS:
        if part in ("autorisasjon", "kilder", "samme utdanning") or _there(part, occupation, paid):
            continue
        missing[part] = occupation.missing.get(part) or _why(part, occupation)
    return missing


def _there(part: str, occupation: "Occupation", paid: bool) -> bool:
    others = {
        "utdanning": bool(occupation.routes),
        "opptak": any(route.requirements for route in occupation.routes),
        "lønn": paid,
        "beslektede": bool(occupation.related),
        "intervjuer": bool(occupation.interviews),
    }
    return others[part] if part in others else bool(occupation.texts.get(part))


def _why(part: str, occupation: "Occupation") -> str:
    if part == "lønn":
        if not occupation.groups:
            return NO_CODE
        return unpublished(occupation.groups[0].code, occupation.groups[0].name)
    if part == "intervjuer":
        return "Vi har ingen intervjuer med folk i yrket."
    if part == "opptak" and occupation.routes and not occupation.full:
        return "Opptakskravene er ikke skrevet inn ennå."
    return NO_PROFILE


def _by_reason(missing: "dict[str, str]") -> "list[str]":
    reasons: dict[str, list[str]] = {}
    for part, why in missing.items():
        reasons.setdefault(why, []).append(HEADINGS[part].lower())
    return [f"{', '.join(parts)}: {why}" for why, parts in reasons.items()]


def _aside(occupation: "Occupation", full_time: "list[Pay]") -> str:
    """The line under the title: the unit group and its newest full-time pay."""
    facts = []
    if occupation.groups:
        facts.append(f"Yrkesgruppe {occupation.groups[0].code} {occupation.groups[0].name}")
    for row in full_time[:1]:
        amounts = [
            f"{name} {kroner(value)}" for name, value in (("median", row.median), ("gjennomsnitt", row.mean)) if value
        ]
        facts.append(f"{', '.join(amounts)} i måneden (heltid, {row.year}, SSB)")
    return " · ".join(facts)


def _blocks(
    part: str,
    occupation: "Occupation",
    catalogue: "Catalogue",
    pay: "list[Pay]",
    sources: "list[Source]",
    missing: "dict[str, str]",
) -> "list[Block]":
    if part in missing:
        return [Missing(missing[part])]
    special: dict[str, Callable[[], Sequence[Block]]] = {
        "om": lambda: [Text(text) for text in occupation.texts["om"]],
        "utdanning": lambda: [route_tree(route) for route in occupation.routes],
        "opptak": lambda: _admission(occupation),
        "autorisasjon": lambda: [_authorisation(occupation)],
        "lønn": lambda: _pay(catalogue, pay),
        "beslektede": lambda: [Items([listed.title for listed in occupation.related])],
        "samme utdanning": lambda: [Text(_same_education(occupation))],
        "intervjuer": lambda: [Items([f"{talk.title} {talk.name}: {talk.text}" for talk in occupation.interviews])],
        "kilder": lambda: _sources(occupation, sources),
    }
    return list(special[part]()) if part in special else [Items(occupation.texts[part])]


def _pay(catalogue: "Catalogue", pay: "list[Pay]") -> "list[Block]":
    """The newest figures, and beside them the table of the page that the record is modelled on, as it is printed."""
    blocks: list[Block] = [Text(CAUTION)]
    own = [row for row in pay if row.styrk08]
    printed = [row for row in pay if not row.styrk08]
    if own:
        blocks.append(pay_table(catalogue, own, Query()))
    if printed:
        blocks.append(Text(f"Slik sto det på siden fra {printed[0].year}:"))
        blocks.append(pay_table(catalogue, printed, Query(), columns=PRINTED_COLUMNS))
    return blocks


def _admission(occupation: "Occupation") -> "list[Block]":
    several = len(occupation.routes) > 1
    return [
        Items([
            requirement_text(requirement, route.name if several else "")
            for route in occupation.routes
            for requirement in route.requirements
        ])
    ]  # fmt: skip


def _authorisation(occupation: "Occupation") -> "Block":
    if not occupation.authorisations:
        return Text("Vi kjenner ingen autorisasjon eller beskyttet tittel for yrket.")
    lines = []
    for authorisation in occupation.authorisations:
        kinds = authorisation.kind.replace(";", " og ")
        law = f" etter {authorisation.law.replace(';', '; ')}" if authorisation.law else ""
        note = f" ({authorisation.note.replace(';', '; ')})" if authorisation.note else ""
        lines.append(f"{authorisation.name[0].upper()}{authorisation.name[1:]}: {kinds}{law}.{note}")
    return Items(lines)


def _same_education(occupation: "Occupation") -> str:
    titles = [listed.title for listed in occupation.same_education]
    more = len(titles) - MOST_SHARED
    return ", ".join(titles[:MOST_SHARED]) + (f" og {more} til." if more > 0 else ".")


def source_ids(occupation: "Occupation", pay: "list[Pay]") -> "list[str]":
    """The ids of every source that the page rests on: the record's own, then those of its parts."""
    needs = [need.source for route in occupation.routes for need in route.requirements]
    laws = [authorisation.source for authorisation in occupation.authorisations]
    rest = [*needs, *laws, *(talk.source for talk in occupation.interviews), *(row.source for row in pay)]
    return list(dict.fromkeys([*occupation.texts["kilder"], *(one for ids in rest for one in ids.split(";"))]))


def _sources(occupation: "Occupation", sources: "list[Source]") -> "list[Block]":
    blocks: list[Block] = []
    page = occupation.page
    if page:
        facts = [f"Siden som dette bygger på, er sist oppdatert {_date(page.updated)}."]
        facts += [f"Kvalitetssikret av {page.reviewed}."] if page.reviewed else []
        facts += [f"Ansvarlig redaktør: {page.editor}."] if page.editor else []
        facts += [f"Lisens: {page.licence}."] if page.licence else []
        blocks.append(Text(" ".join(facts)))
    blocks.append(Items([source_line(source) for source in sources]))
    return blocks


def source_line(source: "Source") -> str:
    address = "" if source.address == "ukjent" else f" {source.address}"
    return f"{source.title}. {source.publisher}, {source.year}. Lisens: {source.licence}.{address}"


_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli",
    "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def _date(iso: str) -> str:
    """2015-03-13 → "13. mars 2015"."""
    year, month, day = iso.split("-")
    return f"{int(day)}. {_MONTHS[int(month) - 1]} {year}"


def _record(
    occupation: "Occupation",
    pay: "list[Pay]",
    sources: "list[Source]",
    missing: "dict[str, str]",
    parts: "tuple[str, ...]",
) -> "dict[str, object]":
    """The page as one object; data/README.md describes its keys, a test pins them."""
    texts = occupation.texts
    group = occupation.groups[0] if occupation.groups else None
    every: dict[str, object] = {
        "slug": occupation.slug,
        "tittel": occupation.title,
        "styrk08": [group.code for group in occupation.groups],
        "yrkesgruppe": group.name if group else None,
        "ingress": occupation.summary,
        "om": texts.get("om", []),
        "oppgaver": texts.get("oppgaver", []),
        "egenskaper": texts.get("egenskaper", []),
        "arbeidssteder": texts.get("arbeidssteder", []),
        "utdanning": [route_record(route) for route in occupation.routes],
        "opptak": [requirement_record(route, need) for route in occupation.routes for need in route.requirements],
        "videreutdanning": texts.get("videreutdanning", []),
        "autorisasjon": [
            {
                "yrke": one.name,
                "type": one.kind.split(";"),
                "hjemmel": one.law,
                "kilde": one.source,
                "merknad": one.note,
            }
            for one in occupation.authorisations
        ],
        "lonn": [dict(zip(PAY_KEYS, row.values, strict=True)) for row in pay],
        "beslektede": [{"slug": listed.slug, "tittel": listed.title} for listed in occupation.related],
        "samme_utdanning": [{"slug": listed.slug, "tittel": listed.title} for listed in occupation.same_education],
        "intervjuer": [
            {"navn": talk.name, "tittel": talk.title, "tekst": talk.text, "kilde": talk.source}
            for talk in occupation.interviews
        ],
        "synonymer": texts.get("synonymer", []),
        "interesser": texts.get("interesser", []),
        "side": _page_record(occupation),
        "kilder": [source_record(source) for source in sources],
        "mangler": [{"del": part, "hvorfor": why} for part, why in missing.items() if not parts or part in parts],
    }
    if not parts:
        return every
    wanted = {"slug", "tittel", "styrk08", "mangler", *parts}
    wanted |= {"lonn"} if "lønn" in parts else set()
    wanted |= {"samme_utdanning"} if "beslektede" in parts else set()
    return {key: value for key, value in every.items() if key in wanted}


def _page_record(occupation: "Occupation") -> "dict[str, object] | None":
    page = occupation.page
    if page is None:
        return None
    return {
        "oppdatert": page.updated,
        "kvalitetssikret": page.reviewed,
        "redaktor": page.editor,
        "lisens": page.licence,
        "kilde": page.source,
    }


def source_record(source: "Source") -> "dict[str, object]":
    return {
        "id": source.id,
        "tittel": source.title,
        "utgiver": source.publisher,
        "adresse": source.address,
        "lisens": source.licence,
        "ar": source.year,
    }


COMMAND = Command(
    "vis",
    "Hele siden om ett yrke.",
    about="Flere ord trenger ikke anførselstegn, og store bokstaver og æøå kan skrives som du vil.",
    answer=answer,
    forms=PAGE_FORMS,
    words="NAVN…",
    least=1,
    needs="navnet på et yrke",
    complete="names",
    options=(options.DEL,),
    examples=("yrke vis helsesekretær", "yrke vis tømrer --del utdanning --del opptak", "yrke vis kokk --json"),
)
