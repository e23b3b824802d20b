"""`yrke kilder`: the sources, and the short codes of `merknad`."""

from __future__ import annotations

import os

from yrke_cli.answers.shapes import Table
from yrke_cli.declare import TABLE_FORMS, Command, options
from yrke_cli.records import Record, column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query


class Row(Record):
    """A source, or a code of `merknad`."""

    id: str = column("id", "Id")
    kind: str = column("type", "Type")
    title: str | None = column("tittel", "Tittel")
    publisher: str | None = column("utgiver", "Utgiver")
    year: str | None = column("ar", "År")
    licence: str | None = column("lisens", "Lisens")
    address: str | None = column("adresse", "Adresse")
    meaning: str | None = column("forklaring", "Forklaring")


class Place(Record):
    """Where the database lies."""

    path: str = column("database", "Database")


def answer(catalogue: Catalogue, query: Query) -> Table:
    if query.database:
        return Table(Place.columns, [Place(os.path.abspath(catalogue.path))], alone=True)
    rows = [
        Row(one.id, "kilde", one.title, one.publisher, one.year, one.licence, one.address, one.note)
        for one in catalogue.sources()
    ]
    rows += [Row(code, "merknad", None, None, None, None, None, meaning) for code, meaning in catalogue.notes().items()]
    return Table(Row.columns, rows, title="Kilder, og hva kodene i kolonnen «merknad» betyr")


COMMAND = Command(
    "kilder",
    "Kildene bak tallene og tekstene, og hva kodene i «merknad» betyr.",
    answer=answer,
    forms=TABLE_FORMS,
    options=(options.DATABASE,),
    examples=("yrke kilder", "yrke kilder --json", "yrke kilder --database"),
)
