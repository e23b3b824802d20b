"""`yrke utdanning`: the ways to an occupation, step by step."""

from __future__ import annotations

from yrke_cli.answers.education import NOT_KNOWN, route_tree, step_name, whole
from yrke_cli.declare import TABLE_FORMS, Command
from yrke_cli.faults import NothingFound
from yrke_cli.names.resolve import occupations_named, remarks
from yrke_cli.records import Column, Node, Table
from yrke_cli.words import years

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Query, Route, Row

COLUMNS = (
    Column("yrke", "Yrke", "text"),
    Column("rute", "Vei", "text"),
    Column("nr", "Steg", "number"),
    Column("type", "", "text"),
    Column("kode", "Kode", "text"),
    Column("navn", "Navn", "text"),
    Column("ar", "Lengde", "years"),
    Column("gir", "Veien gir", "text"),
    Column("merknad", "Merknad", "text"),
    Column("kilde", "", "text"),
)


def answer(catalogue: Catalogue, query: Query) -> Table:
    rows: list[Row] = []
    tree: list[Node] = []
    without: list[str] = []
    sources = catalogue.lists("kilder")
    named = occupations_named(catalogue, query.words)
    for listed in catalogue.occupations(one.slug for one in named):
        routes = catalogue.routes(listed.slug)
        if not routes:
            without.append(f"{listed.title}: utdanningen er ikke skrevet inn ennå.")
            continue
        for route in routes:
            rows += _rows(listed.title, route, ";".join(sources[listed.slug]))
        tree.append(Node(listed.title, "", [route_tree(route) for route in routes], ""))
    if not rows:
        raise NothingFound("Fant ingen utdanningsvei.", *without)
    return Table(
        COLUMNS,
        rows,
        title="Utdanning",
        tree=tree,
        shown=lambda row: {"ar": years(_length(row)) or NOT_KNOWN},
        hints=remarks(named) + without,
    )


def _rows(title: str, route: Route, source: str) -> list[Row]:
    rows: list[Row] = []
    for number, step in enumerate(route.steps, 1):
        name, length = step_name(step), whole(step.years)
        rows.append((title, route.name, number, step.kind, step.code, name, length, route.gives, route.note, source))
    return rows


def _length(row: Row) -> float | None:
    length = row[6]
    return length if isinstance(length, (int, float)) else None


COMMAND = Command(
    "utdanning",
    "Veiene til et yrke, steg for steg, med lengde i år.",
    answer=answer,
    forms=TABLE_FORMS,
    words="NAVN…",
    least=1,
    needs="navnet på et yrke",
    complete="names",
    examples=("yrke utdanning elektriker", "yrke utdanning sykepleier --csv"),
)
