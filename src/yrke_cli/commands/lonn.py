"""`yrke lønn`: the pay table."""

from __future__ import annotations

from yrke_cli.answers.order import by_column, ordered
from yrke_cli.answers.pay import NO_CODE, PART_TIME, pay_table, unpublished
from yrke_cli.declare import GRAPH_FORMS, Command, Query, options
from yrke_cli.faults import NothingFound, WrongUsage
from yrke_cli.records import Pay
from yrke_cli.words import for_shell, kroner, listed, spanning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.answers.shapes import Table
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Listed, Pay

# For so many occupations it is told of each whose pay it is.
MOST_GROUPS = 5


def answer(catalogue: Catalogue, query: Query) -> Table:
    if query.against is not None and not query.words:
        raise WrongUsage("--mot trenger navnet på et yrke.", "Skriv for eksempel: yrke lønn tømrer --mot 41000")
    notes: list[str] = []
    if query.words:
        rows, hints, notes = _named(catalogue, query)
    else:
        rows, hints = catalogue.pay(query), []
    if not rows:
        raise NothingFound("Ingen lønnstall svarer til det du spør etter.", *(hints or _ways_out(catalogue, query)))
    rows = _in_order(rows, query)[: query.top]
    if any(row.working_time == "deltid" for row in rows):
        newest = catalogue.newest_part_time()
        notes += _beside_part_time(catalogue, rows) if query.words and query.working_time == "deltid" else []
        hints += [f"De nyeste tallene for deltid er fra {newest}. Nyere tall for deltid følger ikke med.", PART_TIME]
    if query.against is not None:
        from yrke_cli.answers.standing import standings

        hints += standings([row for row in rows if row.styrk08], query.against)
    return pay_table(catalogue, rows, query, hints, notes=notes)


def _named(catalogue: Catalogue, query: Query) -> tuple[list[Pay], list[str], list[str]]:
    """The rows of the groups, or of the occupations, that the words name; what is said of those without pay; and whose
    pay it is."""
    rows: list[Pay] = []
    hints: list[str] = []
    groups: dict[str, str] = {}
    for words in [(word,) for word in query.words] if query.apart else [query.words]:
        own, said, of = _of_one(catalogue, query, words)
        rows += own
        hints += said
        groups |= of
    if len(groups) > MOST_GROUPS:
        return rows, hints, ["Lønnen gjelder hele yrkesgruppen til hvert yrke."]
    return rows, hints, [f"{title}: lønnen gjelder hele yrkesgruppen {group}." for title, group in groups.items()]


def _of_one(catalogue: Catalogue, query: Query, words: tuple[str, ...]) -> tuple[list[Pay], list[str], dict[str, str]]:
    from yrke_cli.names import group_named, occupations_named, remarks

    group = group_named(catalogue, " ".join(words))
    if group is not None:
        above = " > ".join(f"{one.code} {one.name}" for one in catalogue.groups_above(group.code))
        return catalogue.pay(query, group=group.code), [f"STYRK-08: {above}"], {}
    rows: list[Pay] = []
    groups: dict[str, str] = {}
    named = occupations_named(catalogue, words)
    hints = remarks(named)
    for found in catalogue.occupations(one.slug for one in named):
        spans = catalogue.spans(found.slug)
        own = catalogue.pay(query, found.styrk08, found.slug) if not spans else _spanned(catalogue, query, found, spans)
        rows += [row.but(occupation=found.title) if row.styrk08 and not spans else row for row in own]
        if spans and own:
            hints.append(f"{found.title}: {spanning(len(spans))}.")
        elif any(row.styrk08 for row in own):
            groups[found.title] = f"{found.styrk08} {found.group}"
        if not own:
            hints.append(_why_none(catalogue, found, bool(spans)))
    return rows, hints, groups


def _spanned(catalogue: Catalogue, query: Query, found: Listed, spans: dict[str, str]) -> list[Pay]:
    """The rows of every group that a title spans, each under the title and the group's own name."""
    rows = [row for code in spans for row in catalogue.pay(query, group=code)]
    return [row.but(occupation=f"{found.title} ({row.occupation})") for row in rows]


def _why_none(catalogue: Catalogue, found: Listed, spans: bool) -> str:
    if found.styrk08 is None and not spans:
        return f"{found.title}: {NO_CODE}"
    if found.styrk08 and not catalogue.pay(Query(everything=True), group=found.styrk08):
        return f"{found.title}: {unpublished(catalogue, found.styrk08, found.group)}"
    call = f"yrke lønn {for_shell(found.title, found.slug)} --alt"
    return f"{found.title}: ingen tall for dette utvalget. Se alle som finnes: {call}"


def _beside_part_time(catalogue: Catalogue, rows: list[Pay]) -> list[str]:
    """For each part-time row of a unit group: what full time paid in the same population, what it pays now, and how
    many of the group's jobs are part time. For more groups than one reads it is left out."""
    part_time = {row.styrk08: row for row in rows if row.styrk08 and row.working_time == "deltid" and row.sex == "alle"}
    if len(part_time) > MOST_GROUPS:
        return []
    return [said for row in part_time.values() for said in [_beside(catalogue, row)] if said]


def _beside(catalogue: Catalogue, row: Pay) -> str:
    code = row.styrk08
    same = [
        f"{kroner(one.median)} i {one.year} ({'alle sektorer' if one.sector == 'alle' else one.sector})"
        for one in catalogue.pay(Query(working_time="heltid", year=row.year, everything=True), group=code)
        if (one.sector, one.sex, one.source) == (row.sector, row.sex, row.source) and one.median is not None
    ]
    now = [
        f"{kroner(one.median)} i {one.year} ({'alle sektorer' if one.sector == 'alle' else one.sector})"
        for one in catalogue.pay(Query(working_time="heltid"), group=code)[:1]
        if one.median is not None and one.year > row.year
    ]
    apart = "" if same else f"; deltid er fra {row.year}, så de to kan ikke sammenlignes"
    full_time = f"Medianen for heltid var {listed(same + now)}{apart}." if same + now else ""
    shares = catalogue.shares(code) if code else None
    known = shares is not None and shares.part_time is not None
    share = f"I {shares.year} var {shares.part_time} av 100 jobber deltid." if shares and known else ""
    said = " ".join(filter(None, (full_time, share)))
    return f"{row.occupation}: {said[0].lower()}{said[1:]}" if said else ""


def _in_order(rows: list[Pay], query: Query) -> list[Pay]:
    """The rows in the order asked for; by pay where none is, but histories and whole tables in that of the data."""
    if query.sort is None:
        if (query.history or query.everything) and query.direction is None:
            return rows
        return ordered(rows, lambda row: row.typical, query.direction)
    return ordered(rows, by_column(Pay.columns, query.sort), query.direction)


def _ways_out(catalogue: Catalogue, query: Query) -> list[str]:
    years = catalogue.years()
    if query.year and query.year not in years:
        return [f"Det finnes tall fra {listed([str(year) for year in years])}."]
    return ["Ta bort et filter, eller se alle rader: yrke lønn --alt"]


COMMAND = Command(
    "lønn",
    "Lønnstabellen, for alle yrkesgrupper eller for ett yrke.",
    about="Uten navn får du hver STYRK-08-gruppe én gang, med det nyeste året som svarer til valgene dine. "
    "Tallene gjelder begge kjønn og heltid om ikke annet er valgt.",
    answer=answer,
    forms=GRAPH_FORMS,
    words="[NAVN…]",
    complete="names",
    together=answer,
    options=(
        options.HELTID,
        options.DELTID,
        options.SEKTOR,
        options.KJONN,
        options.AR,
        options.MIN,
        options.MAKS,
        options.MOT,
        options.sorter(Pay.columns),
        options.chooser(Pay.columns),
        options.STIGENDE,
        options.SYNKENDE,
        options.TOPP,
        options.PER,
        options.HISTORIKK,
        options.ALT,
    ),
    examples=(
        "yrke lønn --deltid",
        "yrke lønn sykepleier --historikk",
        "yrke lønn --sektor kommune --topp 10",
        "yrke lønn kokk servitør --graf",
        "yrke lønn tømrer --mot 41000",
    ),
)
