"""`yrke liste`: the occupations, filtered and sorted by what one wants."""

from __future__ import annotations

from yrke_cli.answers.education import whole
from yrke_cli.answers.occupations import COLUMNS, listed_row
from yrke_cli.answers.order import ordered
from yrke_cli.catalogue.overall import Overall
from yrke_cli.declare import TABLE_FORMS, Command, options
from yrke_cli.faults import NothingFound
from yrke_cli.names.suggest import no_group, one_of_known
from yrke_cli.records import Column, Query, Table
from yrke_cli.words import norwegian_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Listed, Route, Row

    Known = Callable[[Row], bool]

ALL_COLUMNS = (
    *COLUMNS,
    Column("median", "Median i måneden", "kr"),
    Column("ar", "Lønnstall fra", "year"),
    Column("utdanning_ar", "Korteste utdanning", "years"),
    Column("gir", "Utdanningen gir", "text"),
    Column("autorisasjon", "", "text"),
    Column("interesser", "Interesser", "text"),
    Column("full_profil", "", "number"),
    Column("kilde", "", "text"),
)
KEYS = tuple(column.key for column in ALL_COLUMNS)
MEDIAN, YEARS, GIVES, AUTHORISED, INTERESTS = (
    KEYS.index(key) for key in ("median", "utdanning_ar", "gir", "autorisasjon", "interesser")
)


def answer(catalogue: Catalogue, query: Query) -> Table:
    interest = _interest(catalogue, query)
    found = catalogue.occupations() if query.group is None else _in_group(catalogue, query.group)
    rows = _rows(catalogue, found)
    hints: list[str] = []
    for what, known, fits in _filters(catalogue, query, interest):
        unknown = sum(not known(row) for row in rows)
        if unknown:
            hints.append(f"{unknown} {'yrke' if unknown == 1 else 'yrker'} er utelatt fordi {what} ikke er kjent.")
        rows = [row for row in rows if known(row) and fits(row)]
    if not rows:
        raise NothingFound("Ingen yrker svarer til valgene.", *hints, "Ta bort et valg, eller gjør det videre.")
    rows = _in_order(rows, query)[: query.top]
    title = f"{len(rows)} {'yrke' if len(rows) == 1 else 'yrker'}"
    return Table(ALL_COLUMNS, rows, title=title, shown=_shown, hints=hints)


def _rows(catalogue: Catalogue, found: list[Listed]) -> list[Row]:
    medians = {
        row.styrk08: (row.median, row.year)
        for row in catalogue.pay(Query(working_time="heltid"))
        if row.styrk08 and row.median is not None and row.sector == "alle"
    }
    lists = {part: catalogue.lists(part) for part in ("interesser", "kilder", "autorisasjon")}
    routes = Overall(catalogue).routes_by_occupation()
    rows: list[Row] = []
    for listed in found:
        median, year = medians.get(listed.styrk08 or "", (None, None))
        ways = routes.get(listed.slug, [])
        lengths = [way.years for way in ways if way.years is not None]
        joined = {part: ";".join(own.get(listed.slug, [])) or None for part, own in lists.items()}
        rows.append(
            (
                *listed_row(listed),
                median,
                year,
                whole(min(lengths, default=None)),
                _gives(ways),
                joined["autorisasjon"],
                joined["interesser"],
                int(listed.full),
                joined["kilder"],
            )
        )
    return rows


def _gives(ways: list[Route]) -> str | None:
    return ";".join(dict.fromkeys(way.gives for way in ways if way.gives)) or None


def _interest(catalogue: Catalogue, query: Query) -> str | None:
    if query.interest is None:
        return None
    known = sorted(
        {one for own in catalogue.lists("interesser").values() for one in own},
        key=norwegian_order,
    )
    return one_of_known(query.interest, known, "interesseområde", f"Velg en av {', '.join(known)}.")


def _filters(catalogue: Catalogue, query: Query, interest: str | None) -> list[tuple[str, Known, Known]]:
    """What each filter asks about, when that is known of an occupation, and when it fits."""
    filters: list[tuple[str, Known, Known]] = []
    if interest is not None:
        filters.append(("interessene", _is_known(INTERESTS), lambda row: interest in str(row[INTERESTS]).split(";")))
    if query.authorised:
        filters.append(("autorisasjonen", lambda row: True, _is_known(AUTHORISED)))
    if query.gives is not None:
        gives = _what_ways_give(catalogue, query.gives).casefold()
        filters.append(("det utdanningen gir,", _is_known(GIVES), lambda row: gives in str(row[GIVES]).casefold()))
    if query.longest is not None:
        longest = query.longest
        filters.append(("lengden på utdanningen", _is_known(YEARS), lambda row: _number(row[YEARS]) <= longest))
    if query.least is not None or query.most is not None:
        least, most = query.least or 0, query.most if query.most is not None else float("inf")
        filters.append(("medianlønnen", _is_known(MEDIAN), lambda row: least <= _number(row[MEDIAN]) <= most))
    return filters


def _is_known(place: int) -> Known:
    return lambda row: row[place] is not None


def _number(value: object) -> float:
    return value if isinstance(value, (int, float)) else 0.0


def _what_ways_give(catalogue: Catalogue, typed: str) -> str:
    known = sorted(
        {way.gives for ways in Overall(catalogue).routes_by_occupation().values() for way in ways if way.gives}
    )
    return one_of_known(typed, known, "utdanningsbevis", f"Velg en av {', '.join(known)}.")


def _in_order(rows: list[Row], query: Query) -> list[Row]:
    """By title from a to å, as the catalogue gives them, or by the column asked for."""
    if query.sort is None:
        return rows[::-1] if query.direction == "synkende" else rows
    place = KEYS.index(query.sort)
    return ordered(rows, lambda row: row[place], query.direction)


def _shown(row: Row) -> dict[str, str]:
    return {KEYS[place]: str(row[place] or "").replace(";", ", ") for place in (GIVES, INTERESTS)}


def _in_group(catalogue: Catalogue, code: str) -> list[Listed]:
    group = catalogue.group(code) if code.isascii() and code.isdigit() else None
    if group is None:
        raise no_group(code, "Koden har 1–4 sifre, for eksempel 2 eller 2223.")
    found = catalogue.with_styrk08(code)
    if not found:
        raise NothingFound(f"Ingen av yrkene hører til gruppen {code} {group.name}.")
    return found


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
        options.MIN,
        options.MAKS,
        options.MAKS_UTDANNING,
        options.GIR,
        options.AUTORISASJON,
        options.sorter(KEYS),
        options.STIGENDE,
        options.SYNKENDE,
        options.TOPP,
    ),
    examples=(
        "yrke liste --interesse helse --maks-utdanning 3 --min 45000 --sorter median",
        "yrke liste --gruppe 22",
        "yrke liste --gir svennebrev --topp 10 --sorter median",
    ),
)
