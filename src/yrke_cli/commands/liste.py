"""`yrke liste`: the occupations, by interest and by STYRK-08 group."""

from yrke_cli import options
from yrke_cli.answers.occupations import COLUMNS, listed_row
from yrke_cli.declare import TABLE_FORMS, Command
from yrke_cli.faults import NothingFound
from yrke_cli.model import Column, Table
from yrke_cli.search import one_of_known
from yrke_cli.words import echoed, norwegian_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.model import Listed, Query


def answer(catalogue: "Catalogue", query: "Query") -> Table:
    found = catalogue.occupations() if query.group is None else _in_group(catalogue, query.group)
    interests = catalogue.lists("interesser")
    if query.interest is not None:
        known = sorted({interest for own in interests.values() for interest in own}, key=norwegian_order)
        interest = one_of_known(query.interest, known, "interesseområde", f"Velg en av {', '.join(known)}.")
        found = [listed for listed in found if interest in interests.get(listed.slug, [])]
    if not found:
        raise NothingFound("Ingen yrker svarer til begge valgene.", "Ta bort --interesse eller --gruppe.")
    columns = (
        *COLUMNS,
        Column("interesser", "Interesser", "text"),
        Column("full_profil", "", "number"),
        Column("kilde", "", "text"),
    )
    sources = catalogue.lists("kilder")
    rows = [
        (
            *listed_row(listed),
            ";".join(interests.get(listed.slug, [])) or None,
            int(listed.full),
            ";".join(sources[listed.slug]),
        )
        for listed in found
    ]
    return Table(
        columns,
        rows,
        title=f"{len(rows)} {'yrke' if len(rows) == 1 else 'yrker'}",
        shown=lambda row: {"interesser": str(row[4] or "").replace(";", ", ")},
    )


def _in_group(catalogue: "Catalogue", typed: str) -> "list[Listed]":
    code = typed
    group = catalogue.group(code) if code.isascii() and code.isdigit() else None
    if group is None:
        raise NothingFound(
            f"Det finnes ingen STYRK-08-gruppe med koden «{echoed(code)}».",
            "Koden har 1–4 sifre, for eksempel 2 eller 2223.",
        )
    found = catalogue.with_styrk08(code)
    if not found:
        raise NothingFound(f"Ingen av yrkene hører til gruppen {code} {group.name}.")
    return found


COMMAND = Command(
    "liste",
    "Alle yrkene, eller de som hører til en interesse eller en yrkesgruppe.",
    answer=answer,
    forms=TABLE_FORMS,
    options=(options.INTERESSE, options.GRUPPE),
    examples=("yrke liste --interesse helse", "yrke liste --gruppe 22"),
)
