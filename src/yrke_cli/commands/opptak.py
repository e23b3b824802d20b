"""`yrke opptak`: what it takes to get in."""

from __future__ import annotations

from yrke_cli.answers.shapes import Table
from yrke_cli.declare import TABLE_FORMS, Command
from yrke_cli.faults import NothingFound
from yrke_cli.names import occupations_named, remarks
from yrke_cli.records import Record, column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query
    from yrke_cli.records import Requirement, Route


class Row(Record):
    """An admission requirement of a way to an occupation."""

    occupation: str = column("yrke", "Yrke")
    route: str = column("rute", "Vei")
    code: str | None = column("kode", "Kode")
    text: str = column("krav", "Krav")
    year: str | None = column("ar", "Kravet fra")
    study: str | None = column("studium", "Gjelder")
    note: str | None = column("merknad", "Merknad")
    source: str = column("kilde", "Kilde")


def answer(catalogue: Catalogue, query: Query) -> Table:
    rows: list[Row] = []
    without: list[str] = []
    named = occupations_named(catalogue, query.words)
    for listed in catalogue.occupations(one.slug for one in named):
        own = [
            Row(
                listed.title,
                route.name,
                need.code,
                need.text,
                need.year,
                need.study,
                _note(need, route),
                need.source,
            )
            for route in catalogue.routes(listed.slug)
            for need in route.requirements
        ]
        rows += own
        if not own:
            without.append(f"{listed.title}: opptakskravene er ikke skrevet inn ennå.")
    if not rows:
        raise NothingFound("Fant ingen opptakskrav.", *without)
    return Table(Row.columns, rows, title="Opptakskrav", hints=remarks(named) + without)


def _note(need: Requirement, route: Route) -> str | None:
    """What must be known about the requirement, and about the way that it leads into."""
    return " ".join(note for note in (need.note, route.note) if note) or None


COMMAND = Command(
    "opptak",
    "Hva som kreves for å komme inn på utdanningen til et yrke.",
    answer=answer,
    forms=TABLE_FORMS,
    words="NAVN…",
    least=1,
    needs="navnet på et yrke",
    complete="names",
    examples=("yrke opptak sivilingeniør", "yrke opptak sykepleier --json"),
)
