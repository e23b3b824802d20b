"""`yrke dekning`: what each occupation has and lacks, and the totals."""

from yrke_cli import options
from yrke_cli.answers.occupations import COLUMNS, listed_row
from yrke_cli.declare import TABLE_FORMS, Command
from yrke_cli.model import Column, Query, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.model import Listed, Row

PARTS = (
    "styrk08", "lønn", "interesser", "ingress", "om", "oppgaver", "egenskaper", "arbeidssteder",
    "utdanning", "opptak", "videreutdanning", "beslektede", "intervjuer",
)  # fmt: skip


def answer(catalogue: "Catalogue", query: Query) -> Table:
    occupations = catalogue.occupations()
    having = _having(catalogue, occupations)
    full = sum(listed.full for listed in occupations)
    hint = f"{full} av {len(occupations)} yrker har full profil, {len(having['lønn'])} har lønnstall."
    if query.totals:
        return _totals(having, len(occupations), hint)
    columns = (*COLUMNS, Column("full_profil", "Full profil", "number"), Column("mangler", "Mangler", "text"))
    rows: list[Row] = []
    for listed in occupations:
        lacking = [part for part in PARTS if listed.slug not in having[part]]
        rows.append((*listed_row(listed), int(listed.full), ";".join(lacking) or None))
    return Table(columns, rows, title="Dekning", shown=_shown, hints=[hint, "Summene: yrke dekning --totalt"])


def _totals(having: "dict[str, set[str]]", number: int, hint: str) -> Table:
    columns = (
        Column("del", "Del", "text"),
        Column("har", "Yrker som har den", "number"),
        Column("mangler", "Yrker som mangler den", "number"),
    )
    rows = [(part, len(having[part]), number - len(having[part])) for part in PARTS]
    return Table(columns, rows, title=f"Dekning for {number} yrker", hints=[hint])


def _having(catalogue: "Catalogue", occupations: "list[Listed]") -> "dict[str, set[str]]":
    """Part → the slugs of the occupations that have it."""
    paid = {row.styrk08 for row in catalogue.pay(Query()) if row.styrk08}
    pages = {listed.slug for listed in occupations if catalogue.pay(Query(), page=listed.slug)}
    lists = {part: set(catalogue.lists(part)) for part in PARTS}
    return lists | {
        "lønn": pages | {listed.slug for listed in occupations if listed.styrk08 in paid},
        "ingress": set(catalogue.summaries()),
        "utdanning": catalogue.with_routes(),
        "opptak": catalogue.with_requirements(),
        "intervjuer": catalogue.with_interviews(),
    }


def _shown(row: "Row") -> "dict[str, str]":
    return {"full_profil": "ja" if row[4] else "nei", "mangler": str(row[5] or "").replace(";", ", ")}


COMMAND = Command(
    "dekning",
    "Hva som er skrevet om hvert yrke, og hva som mangler.",
    answer=answer,
    forms=TABLE_FORMS,
    options=(options.TOTALT,),
    examples=("yrke dekning --totalt", "yrke dekning --csv"),
)
