"""`yrke utdanning`: the ways to an occupation, step by step."""

from __future__ import annotations

from yrke_cli.answers.education import NOT_KNOWN, route_tree, step_name, whole
from yrke_cli.answers.shapes import Node, Table
from yrke_cli.declare import TABLE_FORMS, Command, options
from yrke_cli.faults import NothingFound
from yrke_cli.names import occupations_named, remarks
from yrke_cli.records import Record, column
from yrke_cli.words import years

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query
    from yrke_cli.records import Listed, Route


class Row(Record):
    """A step of a way to an occupation; `years` its length."""

    occupation: str = column("yrke", "Yrke")
    route: str = column("rute", "Vei")
    number: int = column("nr", "Steg", kind="number")
    kind: str = column("type", "Type", hidden=True)
    code: str | None = column("kode", "Kode")
    name: str = column("navn", "Navn")
    years: float | None = column("ar", "Lengde", kind="years")
    gives: str | None = column("gir", "Veien gir")
    note: str | None = column("merknad", "Merknad")
    source: str = column("kilde", "Kilde", hidden=True)


def _why_none(catalogue: Catalogue, listed: Listed) -> str:
    """That nothing is required, or why no way is told."""
    if not listed.full:
        return "utdanningen er ikke skrevet inn ennå."
    occupation = catalogue.occupation(listed.slug)
    return occupation.unrequired.text if occupation.unrequired else occupation.missing["utdanning"]


def answer(catalogue: Catalogue, query: Query) -> Table:
    rows: list[Row] = []
    tree: list[Node] = []
    without: list[str] = []
    named = occupations_named(catalogue, query.words, apart=query.apart)
    sources = catalogue.lists("kilder", [one.slug for one in named])
    for listed in catalogue.occupations(one.slug for one in named):
        routes = catalogue.routes(listed.slug)
        if not routes:
            without.append(f"{listed.title}: {_why_none(catalogue, listed)}")
            continue
        for route in routes:
            rows += _rows(listed.title, route, ";".join(sources[listed.slug]))
        tree.append(Node(listed.title, "", [route_tree(route) for route in routes], ""))
    if not rows:
        raise NothingFound("Fant ingen utdanningsvei.", *without)
    return Table(
        Row.columns,
        rows,
        title="Utdanning",
        sources=catalogue.sources,
        tree=tree,
        shown=lambda row: {"ar": years(row.years) or NOT_KNOWN},
        hints=remarks(named) + without,
    )


def _rows(title: str, route: Route, source: str) -> list[Row]:
    rows = []
    for number, step in enumerate(route.steps, 1):
        name, length = step_name(step), whole(step.years)
        rows.append(
            Row(
                title,
                route.name,
                number,
                step.kind,
                step.code,
                name,
                length,
                route.gives,
                route.note.dated if route.note else None,
                source,
            )
        )
    return rows


COMMAND = Command(
    "utdanning",
    "Veiene til et yrke, steg for steg, med lengde i år.",
    answer=answer,
    forms=TABLE_FORMS,
    words="NAVN…",
    least=1,
    needs="navnet på et yrke",
    complete="names",
    together=answer,
    options=(options.chooser(Row.columns),),
    examples=("yrke utdanning elektriker", "yrke utdanning sykepleier --csv"),
)
