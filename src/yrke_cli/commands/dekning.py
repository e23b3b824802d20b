"""`yrke dekning`: what each occupation has and lacks, and the totals."""

from __future__ import annotations

from yrke_cli.answers.shapes import Note, Table
from yrke_cli.catalogue.overall import COVERED, Overall, Overview
from yrke_cli.declare import TABLE_FORMS, Command, Query, options
from yrke_cli.records import Record, column
from yrke_cli.words import dated, listed, thousands

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue

COLUMNS = tuple(
    [
        column.headed() if column.key in ("full_profil", "lest") else column
        for column in Overview.columns
        if column.key in ("slug", "tittel", "styrk08", "yrkesgruppe", "full_profil", "mangler", "lest")
    ]
)
# What is written of an occupation, one by one.
WRITTEN = tuple([part for part in COVERED if part not in ("styrk08", "lønn", "interesser", "intervjuer")])


class Total(Record):
    """A part of a page: how many occupations have it, and how many people work in their unit groups."""

    part: str = column("del", "Del")
    having: int = column("har", "Yrker som har den", short="Har", kind="number")
    lacking: int = column("mangler", "Yrker som mangler den", short="Mangler", kind="number")
    employed: int = column("ansatte", "Heltidsansatte i disse gruppene", short="Ansatte", kind="number")
    percent: float = column("andel_ansatte", "Prosent av alle", short="Prosent", kind="number")


def answer(catalogue: Catalogue, query: Query) -> Table:
    rows = Overall(catalogue).overview()
    short = [_in_short(catalogue, rows), _readings(rows)]
    if query.totals:
        return _totals(catalogue, rows, short)
    hints = [*short, "Summene: yrke dekning --totalt"]
    told = f"Profilen er det som er skrevet om et yrke: {listed([*WRITTEN])}."
    return Table(
        COLUMNS,
        rows,
        title=f"{len(rows)} yrker",
        shown=_shown,
        sheds=("yrkesgruppe", "styrk08"),
        footnotes=lambda: [Note("", told, "")],
        hints=hints,
    )


def _totals(catalogue: Catalogue, rows: list[Overview], short: list[str]) -> Table:
    """How many occupations have a part, and how many people work in a unit group with an occupation that has it."""
    year, counts = Overall(catalogue).head_counts()
    codes = catalogue.lists("styrk08")
    totals = []
    for part, slugs in _having(rows).items():
        employed = _employed(slugs, codes, counts)
        totals.append(Total(part, len(slugs), len(rows) - len(slugs), employed, _percent(employed, counts)))
    whose = f"de {len(counts)} yrkesgruppene som {catalogue.first_series().short} har antall for"
    footnote = f"Ansatte: heltidsansatte kvinner og menn i {year}, i {whose}."
    title = f"Dekning for {len(rows)} yrker"
    return Table(Total.columns, totals, title=title, footnotes=lambda: [Note("", footnote, "")], hints=short)


def _in_short(catalogue: Catalogue, rows: list[Overview]) -> str:
    year, counts = Overall(catalogue).head_counts()
    having = _having(rows)
    full = having["full profil"]
    percent = thousands(_percent(_employed(full, catalogue.lists("styrk08"), counts), counts))
    return (
        f"{len(full)} av {len(rows)} yrker har full profil, {len(having['lønn'])} har lønnstall. "
        f"{percent} prosent av de heltidsansatte i {year} arbeider i en yrkesgruppe med full profil."
    )


def _readings(rows: list[Overview]) -> str:
    """How old the readings are: when a page was last read, claim by claim, beside its sources."""
    days = sorted([row.read_on for row in rows if row.read_on])
    if not days:
        return "Ingen side er lest mot kildene."
    when = f"{dated(days[0])} eller senere" if days[0] != days[-1] else dated(days[0])
    return f"{len(days)} av {len(rows)} sider er lest mot kildene, {when}."


def _employed(slugs: set[str], codes: dict[str, list[str]], counts: dict[str, int]) -> int:
    return sum(counts.get(code, 0) for code in {code for slug in slugs for code in codes.get(slug, [])})


def _percent(part: int, counts: dict[str, int]) -> float:
    return round(100 * part / (sum(counts.values()) or 1), 1)


def _having(rows: list[Overview]) -> dict[str, set[str]]:
    """Part → the slugs of the occupations that have it."""
    lacking = {row.slug: (row.lacking or "").split(";") for row in rows}
    return {"full profil": {row.slug for row in rows if row.full}} | {
        part: {slug for slug, own in lacking.items() if part not in own} for part in COVERED
    }


def _shown(row: Overview) -> dict[str, str]:
    return {"full_profil": "ja" if row.full else "nei", "mangler": ", ".join(_in_short_words(row))}


def _in_short_words(row: Overview) -> list[str]:
    """The parts that a page lacks; all that is written of an occupation is one of them where all of it is lacking."""
    lacking = (row.lacking or "").split(";")
    if not {*WRITTEN} <= {*lacking}:
        return lacking
    return [part for part in (*lacking, "profilen") if part not in WRITTEN]


COMMAND = Command(
    "dekning",
    "Hva som er skrevet om hvert yrke, og hva som mangler.",
    answer=answer,
    forms=TABLE_FORMS,
    options=(options.TOTALT, options.chooser(COLUMNS, Total.columns)),
    examples=("yrke dekning --totalt", "yrke dekning --csv"),
)
