"""Which pay rows answer a query, in SQL."""

from __future__ import annotations

from yrke_cli.records import Pay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query

# Of the rows of a year, which stands for its group: full time, the total over sectors, the series that goes first.
POPULATION_ORDER = "arbeidstid = 'heltid' DESC, sektor = 'alle' DESC, _serie"
# The columns of the records are those of the table but for these.
_OTHERWISE = {"yrke": "navn", "merknad": "_tekst"}
_PAY = ", ".join(_OTHERWISE.get(column.key, column.key) for column in Pay.columns)


def pay_rows(catalogue: Catalogue, query: Query, group: str | None = None, page: str | None = None) -> list[Pay]:
    """The pay rows that answer the query, of all groups or of one unit group and the rows of one page.

    Without `history` and `everything` each group gives its newest year that has the population asked for. In a
    year, full time goes before all working time (unless one is asked for), the total over sectors before single
    sectors, and the series that goes first before the others. In a history each group is shown by the first
    series that has it alone: series must not be mixed.
    """
    where, values = _population(query)
    if group is not None or page is not None:
        # The plus signs keep SQLite from the index of populations, where one group's rows are few.
        where = [f"+{condition}" for condition in where] + ["(styrk08 = ? OR side = ?)"]
        values += [group, page]
    condition = " AND ".join(where) or "1"
    if not (query.everything or _is_simple(query)):
        ranked = f"SELECT nr, {_place(query)} AS plass FROM lonn WHERE {condition}"
        condition = f"nr IN (SELECT nr FROM ({ranked}) WHERE plass = 1)"
    rows = catalogue.rows(
        f"SELECT {_PAY} FROM lonn CROSS JOIN merknadssett ON id = merknader"
        f" WHERE {condition}{_bounds(query, values)} ORDER BY nr",
        *values,
    )
    return [Pay(*row) for row in rows]


def _is_simple(query: Query) -> bool:
    """Whether the rows that answer are those that were marked as newest when the database was made."""
    population = query.sector or query.sex or query.year or query.working_time == "heltid"
    return not (population or query.history or query.everything)


def _population(query: Query) -> tuple[list[str], list[object]]:
    where: list[str] = []
    values: list[object] = []
    sex = query.sex or (None if query.everything else "alle")
    if sex:
        where.append("kjonn = ?")
        values.append(sex)
    if query.working_time:
        where.append("arbeidstid = ?")
        values.append(query.working_time)
    elif not query.everything:
        where.append("arbeidstid IN ('alle', 'heltid')")
    if query.sector:
        where.append("_sektor = ?")
        values.append(query.sector)
    if query.year:
        where.append("ar = ?")
        values.append(query.year)
    if _is_simple(query):
        where.append("_nyeste")
    return where, values


def _place(query: Query) -> str:
    """Where a row stands among those of its group, in SQL: 1 for the rows that answer the query."""
    if not query.history:
        return f"rank() OVER (PARTITION BY styrk08, navn ORDER BY ar DESC, {POPULATION_ORDER})"
    own = f"rank() OVER (PARTITION BY styrk08, navn, ar, _serie ORDER BY {POPULATION_ORDER})"
    return f"CASE WHEN _serie = min(_serie) OVER (PARTITION BY styrk08, navn) THEN {own} END"


def _bounds(query: Query, values: list[object]) -> str:
    bounds = ""
    for bound, sign in ((query.least, ">="), (query.most, "<=")):
        if bound is not None:
            bounds += f" AND COALESCE(median, gjennomsnitt) {sign} ?"
            values.append(bound)
    return bounds
