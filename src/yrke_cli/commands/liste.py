"""`yrke liste`: the occupations, filtered and sorted by what one wants."""

from __future__ import annotations

from yrke_cli.answers.occupations import NOTHING, spaced
from yrke_cli.answers.order import by_column, ordered
from yrke_cli.answers.shapes import Note, Table
from yrke_cli.catalogue.overall import Overall, Overview
from yrke_cli.declare import TABLE_FORMS, Command, Query, options
from yrke_cli.faults import NothingFound
from yrke_cli.words import fold, norwegian_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from yrke_cli.catalogue import Catalogue

    Holds = Callable[[Overview], object]

SHEDS = ("yrkesgruppe", "styrk08", "interesser", "gir")


# What a list is chosen and read by; what is lacking is told by `yrke dekning`.
COLUMNS = tuple([column for column in Overview.columns if column.key not in ("mangler", "lest")])


EMPLOYED, WOMEN, PART_TIME = "sysselsatte", "kvinneandel", "deltidsandel"
# An authorisation is a demand as well.
AUTHORISATION = "autorisasjon"
OF_WAYS = (
    "Lengden er den korteste veien vi kjenner, regnet fra ungdomsskolen: 4 år er et vanlig fagbrev, 6 en bachelor. "
    "«Ingen»: ingen utdanning er påkrevd."
)


def answer(catalogue: Catalogue, query: Query) -> Table:
    interest = _interest(catalogue, query)
    rows = Overall(catalogue).overview()
    if query.group is not None:
        within = _in_group(catalogue, query.group)
        rows = [row for row in rows if row.slug in within]
    hints: list[str] = []
    for what, known, fits in _filters(catalogue, query, interest, rows):
        unknown = sum(1 for row in rows if not known(row))
        if unknown:
            hints.append(f"{unknown} {'yrke' if unknown == 1 else 'yrker'} er utelatt fordi {what} ikke er kjent.")
        rows = [row for row in rows if known(row) and fits(row)]
    if not rows:
        raise NothingFound("Ingen yrker svarer til valgene.", *hints, "Ta bort et valg, eller gjør det videre.")
    rows = _in_order(rows, query)[: query.top]
    asked = _asked(query)
    title = f"{len(rows)} {'yrke' if len(rows) == 1 else 'yrker'}"
    return Table(
        tuple([column.headed() if column.key in asked else column for column in COLUMNS]),
        rows,
        title=title,
        unit="kr i måneden, heltid",
        shown=_shown,
        once=("ar",),
        said=lambda _, year: f"lønn fra {year}",
        footnotes=lambda: [
            _of_pay(catalogue),
            *([_of_employed(catalogue)] if EMPLOYED in asked else []),
            *([_of_shares(catalogue)] if asked & {WOMEN, PART_TIME} else []),
            Note("", OF_WAYS, ""),
        ],
        sources=catalogue.sources,
        sheds=SHEDS,
        hints=hints,
    )


def _of_pay(catalogue: Catalogue) -> Note:
    series = catalogue.first_series()
    return Note("", f"Lønn er medianen for heltid i hele yrkesgruppen ({series.citation or series.title}).", series.web)


def _of_employed(catalogue: Catalogue) -> Note:
    year, id_ = Overall(catalogue).newest_employed()
    [source] = catalogue.sources([id_])
    said = f"Sysselsatte er i hele yrkesgruppen, 4. kvartal {year}, uten de fleste selvstendige"
    return Note("", f"{said} ({source.citation or source.title}).", source.web)


def _of_shares(catalogue: Catalogue) -> Note:
    year, id_ = Overall(catalogue).newest_shares()
    [source] = catalogue.sources([id_])
    said = (
        f"Andelene er av 100 jobber i hele yrkesgruppen, {year}, regnet ut av oss ({source.citation or source.title})."
    )
    return Note("", said, source.web)


def _asked(query: Query) -> set[str]:
    """The columns of figures that one chooses or sorts by, and so must see."""
    asked = {EMPLOYED} if query.least_employed is not None else set()
    asked |= {WOMEN} if query.women is not None else set()
    return asked | {key for key in (EMPLOYED, WOMEN, PART_TIME) if key == query.sort}


def _interest(catalogue: Catalogue, query: Query) -> str | None:
    if query.interest is None:
        return None
    from yrke_cli.names.suggest import one_of_known

    known = sorted(
        {one for own in catalogue.lists("interesser").values() for one in own},
        key=norwegian_order,
    )
    return one_of_known(query.interest, known, "interesseområde", f"Velg et av {', '.join(known)}.")


def _demanded(catalogue: Catalogue, typed: str, rows: list[Overview]) -> set[str]:
    """The slugs of the occupations for which the law demands what was typed: a name of it, another word, or the
    beginning of one. An authorisation is looked for in these rows.

    Raises NothingFound with the names that are near where there is no such demand."""
    from yrke_cli.names.suggest import one_of_known

    overall = Overall(catalogue)
    words = overall.demand_words()
    folded = fold(typed)
    hits = [word for word in words if fold(word) == folded]
    hits = hits or [word for word in words if len(folded) > 2 and fold(word).startswith(folded)]
    authorised = fold(AUTHORISATION).startswith(folded) and len(folded) > 2
    if not hits and not authorised:
        hits = [one_of_known(typed, list(words), "krav", "Se kravene: yrke liste --kolonner tittel,krav")]
    found = overall.with_demands({one for word in hits for one in words.get(word, ())})
    return found | ({row.slug for row in rows if row.authorisation} if authorised else set())


def _filters(
    catalogue: Catalogue, query: Query, interest: str | None, rows: list[Overview]
) -> list[tuple[str, Holds, Holds]]:
    """What each filter asks about, when that is known of an occupation, and when it fits."""
    filters: list[tuple[str, Holds, Holds]] = []
    if interest is not None:
        filters.append(("interessene", lambda row: row.interests, lambda row: interest in _split(row.interests)))
    if query.demand is not None:
        demanded = _demanded(catalogue, query.demand, rows)
        filters.append(
            ("kravene", lambda row: row.full or row.slug in demanded, lambda row: row.slug in demanded),
        )
    if query.conditions:
        conditions = {*query.conditions}
        filters.append(
            ("arbeidsforholdene", lambda row: row.conditions, lambda row: conditions <= {*_split(row.conditions)})
        )
    if query.authorised:
        filters.append(("autorisasjonen", lambda row: True, lambda row: row.authorisation))
    if query.gives is not None:
        wanted, outcomes = query.gives, Overall(catalogue).outcomes()
        filters.append(
            (
                "det utdanningen gir,",
                lambda row: row.gives,
                lambda row: any(wanted in outcomes.get(one, ()) for one in _split(row.gives)),
            )
        )
    if query.longest is not None:
        longest = query.longest
        filters.append(
            (
                "lengden på veien",
                lambda row: row.shortest is not None,
                lambda row: (row.shortest or 0) <= longest,
            )
        )
    return [*filters, *_of_figures(query)]


def _of_figures(query: Query) -> list[tuple[str, Holds, Holds]]:
    """The filters that ask about figures of the unit group."""
    filters: list[tuple[str, Holds, Holds]] = []
    if query.least is not None or query.most is not None:
        least, most = query.least or 0, query.most if query.most is not None else float("inf")
        filters.append(
            ("medianlønnen", lambda row: row.median is not None, lambda row: least <= (row.median or 0) <= most)
        )
    if query.least_employed is not None:
        fewest = query.least_employed
        filters.append(
            ("antallet sysselsatte", lambda row: row.employed is not None, lambda row: fewest <= (row.employed or 0))
        )
    if query.women is not None:
        low, high = query.women
        filters.append(
            ("kvinneandelen", lambda row: row.women is not None, lambda row: low <= (row.women or 0) <= high)
        )
    return filters


def _split(several: str | None) -> list[str]:
    return (several or "").split(";")


def _in_order(rows: list[Overview], query: Query) -> list[Overview]:
    """By title from a to å, as the catalogue gives them, or by the column asked for."""
    if query.sort is None:
        return rows[::-1] if query.direction == "synkende" else rows
    return ordered(rows, by_column(COLUMNS, query.sort), query.direction)


def _shown(row: Overview) -> dict[str, str]:
    lists = {"gir": row.gives, "interesser": row.interests, "krav": row.demands, "forhold": row.conditions}
    length = {"vei_ar": NOTHING} if row.shortest == 0 else {}
    return {key: spaced(several) for key, several in lists.items()} | length


def _in_group(catalogue: Catalogue, code: str) -> set[str]:
    """The slugs of the occupations of a STYRK-08 group."""
    group = catalogue.group(code) if code.isascii() and code.isdigit() else None
    if group is None:
        from yrke_cli.names.suggest import no_group

        raise no_group(code, "Koden har 1–4 sifre, for eksempel 2 eller 2223.")
    found = catalogue.with_styrk08(code)
    if not found:
        raise NothingFound(f"Ingen av yrkene hører til gruppen {code} {group.name}.")
    return {one.slug for one in found}


COMMAND = Command(
    "liste",
    "Alle yrkene, eller de som svarer til det du ønsker deg.",
    about="Lønn er den nyeste medianen for heltid i yrkesgruppen. Det som ikke er kjent om et yrke, blir ikke gjemt: "
    "du får vite hvor mange som er utelatt.",
    answer=answer,
    forms=TABLE_FORMS,
    options=(
        options.INTERESSE,
        options.GRUPPE,
        options.MIN_MEDIAN,
        options.MAKS_MEDIAN,
        options.MIN_SYSSELSATTE,
        options.KVINNEANDEL,
        options.MAKS_VEI,
        options.MAKS_UTDANNING,
        options.GIR,
        options.AUTORISASJON,
        options.KRAV,
        options.FORHOLD,
        options.sorter(COLUMNS),
        options.chooser(COLUMNS),
        options.STIGENDE,
        options.SYNKENDE,
        options.TOPP,
    ),
    examples=(
        "yrke liste --interesse helse --maks-vei 4 --min 45000 --sorter median",
        "yrke liste --gruppe 22",
        "yrke liste --gir svennebrev --topp 10 --sorter median",
    ),
)
