"""`yrke dekning`: what each occupation has and lacks, and the totals."""

from __future__ import annotations

from yrke_cli.answers.occupations import OccupationRow, named, spaced
from yrke_cli.answers.shapes import Note, Table
from yrke_cli.catalogue.overall import Overall
from yrke_cli.declare import TABLE_FORMS, Command, Query, options
from yrke_cli.records import Record, column
from yrke_cli.words import thousands

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Listed

PARTS = (
    "styrk08", "lønn", "interesser", "ingress", "om", "oppgaver", "egenskaper", "arbeidssteder",
    "utdanning", "opptak", "videreutdanning", "beslektede", "intervjuer",
)  # fmt: skip


class Row(OccupationRow):
    """An occupation, and the parts of its page that are lacking."""

    full: int = column("full_profil", "Full profil", short="Full", kind="number")
    lacking: str | None = column("mangler", "Mangler")


class Total(Record):
    """A part of a page: how many occupations have it, and how many people work in their unit groups."""

    part: str = column("del", "Del")
    having: int = column("har", "Yrker som har den", short="Har", kind="number")
    lacking: int = column("mangler", "Yrker som mangler den", short="Mangler", kind="number")
    employed: int = column("ansatte", "Heltidsansatte i disse gruppene", short="Ansatte", kind="number")
    percent: float = column("andel_ansatte", "Prosent av alle", short="Prosent", kind="number")


def answer(catalogue: Catalogue, query: Query) -> Table:
    occupations = catalogue.occupations()
    having = _having(catalogue, occupations)
    if query.totals:
        return _totals(catalogue, having, len(occupations))
    rows = []
    for listed in occupations:
        lacking = [part for part in PARTS if listed.slug not in having[part]]
        rows.append(Row(*named(listed), int(listed.full), ";".join(lacking) or None))
    hints = [_in_short(catalogue, having, len(occupations)), "Summene: yrke dekning --totalt"]
    return Table(Row.columns, rows, title="Dekning", shown=_shown, sheds=("yrkesgruppe", "styrk08"), hints=hints)


def _totals(catalogue: Catalogue, having: dict[str, set[str]], number: int) -> Table:
    """How many occupations have a part, and how many people work in a unit group with an occupation that has it."""
    year, counts = Overall(catalogue).head_counts()
    publisher = catalogue.first_series().short
    rows = []
    for part, slugs in having.items():
        employed = _employed(catalogue, slugs, counts)
        rows.append(Total(part, len(slugs), number - len(slugs), employed, _percent(employed, counts)))
    whose = f"de {len(counts)} yrkesgruppene som {publisher} har antall for"
    footnote = f"Ansatte: heltidsansatte kvinner og menn i {year}, i {whose}."
    title, hint = f"Dekning for {number} yrker", _in_short(catalogue, having, number)
    return Table(Total.columns, rows, title=title, footnotes=lambda: [Note("", footnote, "")], hints=[hint])


def _in_short(catalogue: Catalogue, having: dict[str, set[str]], number: int) -> str:
    year, counts = Overall(catalogue).head_counts()
    full = having["full profil"]
    percent = thousands(_percent(_employed(catalogue, full, counts), counts))
    return (
        f"{len(full)} av {number} yrker har full profil, {len(having['lønn'])} har lønnstall. "
        f"{percent} prosent av de heltidsansatte i {year} arbeider i en yrkesgruppe med full profil."
    )


def _employed(catalogue: Catalogue, slugs: set[str], counts: dict[str, int]) -> int:
    codes = catalogue.lists("styrk08")
    return sum(counts.get(code, 0) for code in {code for slug in slugs for code in codes.get(slug, [])})


def _percent(part: int, counts: dict[str, int]) -> float:
    return round(100 * part / (sum(counts.values()) or 1), 1)


def _having(catalogue: Catalogue, occupations: list[Listed]) -> dict[str, set[str]]:
    """Part → the slugs of the occupations that have it."""
    paid = {row.styrk08 for row in catalogue.pay(Query()) if row.styrk08}
    overall = Overall(catalogue)
    lists = {part: set(catalogue.lists(part)) for part in PARTS}
    return (
        {"full profil": {listed.slug for listed in occupations if listed.full}}
        | lists
        | {
            "lønn": overall.with_printed_pay() | {listed.slug for listed in occupations if listed.styrk08 in paid},
            "ingress": set(overall.summaries()),
            "utdanning": overall.with_routes(),
            "opptak": overall.with_requirements(),
            "intervjuer": overall.with_interviews(),
        }
    )


def _shown(row: Row) -> dict[str, str]:
    return {"full_profil": "ja" if row.full else "nei", "mangler": spaced(row.lacking)}


COMMAND = Command(
    "dekning",
    "Hva som er skrevet om hvert yrke, og hva som mangler.",
    answer=answer,
    forms=TABLE_FORMS,
    options=(options.TOTALT, options.chooser(Row.columns, Total.columns)),
    examples=("yrke dekning --totalt", "yrke dekning --csv"),
)
