"""`yrke kilder`: the sources, and the short codes of `merknad`."""

from __future__ import annotations

from yrke_cli.declare import TABLE_FORMS, Command
from yrke_cli.records import Column, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Query, Row

COLUMNS = (
    Column("id", "Id", "text"),
    Column("type", "Type", "text"),
    Column("tittel", "Tittel", "text"),
    Column("utgiver", "Utgiver", "text"),
    Column("ar", "År", "text"),
    Column("lisens", "Lisens", "text"),
    Column("adresse", "Adresse", "text"),
    Column("forklaring", "Forklaring", "text"),
)


def answer(catalogue: Catalogue, query: Query) -> Table:
    rows: list[Row] = [
        (one.id, "kilde", one.title, one.publisher, one.year, one.licence, one.address, one.note)
        for one in catalogue.sources()
    ]
    rows += [(code, "merknad", None, None, None, None, None, meaning) for code, meaning in catalogue.notes().items()]
    return Table(COLUMNS, rows, title="Kilder, og hva kodene i kolonnen «merknad» betyr")


COMMAND = Command(
    "kilder",
    "Kildene bak tallene og tekstene, og hva kodene i «merknad» betyr.",
    answer=answer,
    forms=TABLE_FORMS,
    examples=("yrke kilder", "yrke kilder --json"),
)
