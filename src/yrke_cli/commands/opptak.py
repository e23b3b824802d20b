"""`yrke opptak`: what it takes to get in."""

from __future__ import annotations

from yrke_cli.declare import TABLE_FORMS, Command
from yrke_cli.faults import NothingFound
from yrke_cli.names.resolve import occupations_named, remarks
from yrke_cli.records import Column, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Query, Requirement, Route, Row

COLUMNS = (
    Column("yrke", "Yrke", "text"),
    Column("rute", "Vei", "text"),
    Column("kode", "Kode", "text"),
    Column("krav", "Krav", "text"),
    Column("ar", "Kravet fra", "text"),
    Column("studium", "Gjelder", "text"),
    Column("merknad", "Merknad", "text"),
    Column("kilde", "Kilde", "text"),
)


def answer(catalogue: Catalogue, query: Query) -> Table:
    rows: list[Row] = []
    without: list[str] = []
    named = occupations_named(catalogue, query.words)
    for listed in catalogue.occupations(one.slug for one in named):
        own = [
            (
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
    return Table(COLUMNS, rows, title="Opptakskrav", hints=remarks(named) + without)


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
