"""`yrke sammenlign`: two or more occupations side by side."""

from __future__ import annotations

from yrke_cli.answers.education import whole
from yrke_cli.declare import GRAPH_FORMS, Command
from yrke_cli.faults import WrongUsage
from yrke_cli.names.resolve import occupations_named, remarks
from yrke_cli.records import Bar, Column, Graph, Note, Query, Table
from yrke_cli.words import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Row

COLUMNS = (
    Column("slug", "", "text"),
    Column("tittel", "Yrke", "text"),
    Column("styrk08", "STYRK-08", "text"),
    Column("yrkesgruppe", "Yrkesgruppe", "text"),
    Column("median", "Median i måneden", "kr"),
    Column("gjennomsnitt", "Gjennomsnitt i måneden", "kr"),
    Column("p25", "Nedre kvartil", "kr"),
    Column("p75", "Øvre kvartil", "kr"),
    Column("ar", "Lønnstall fra", "year"),
    Column("arbeidstid", "Arbeidstid", "text"),
    Column("utdanning_ar", "Korteste utdanning", "years"),
    Column("gir", "Utdanningen gir", "text"),
    Column("opptak", "Opptakskrav", "text"),
    Column("autorisasjon", "Autorisasjon", "text"),
    Column("interesser", "Interesser", "text"),
    Column("kilde", "Kilde til lønn", "text"),
)
MISSING = "ikke kjent"
BAR_KEYS = ("p25", "median", "p75", "gjennomsnitt")
PAY_NOTE = "Lønn er for heltid der det finnes, og gjelder hele yrkesgruppen (SSB, tabell 11418)."


def answer(catalogue: Catalogue, query: Query) -> Table:
    named = occupations_named(catalogue, query.words)
    slugs = [one.slug for one in named]
    if len(slugs) < 2:
        raise WrongUsage(
            "Det trengs to ulike yrker for å sammenligne.", "Skriv: yrke sammenlign sykepleier vernepleier"
        )
    rows = [_row(catalogue, slug) for slug in slugs]
    return Table(
        COLUMNS,
        rows,
        title="Sammenligning",
        shown=_shown,
        footnotes=lambda: [Note("", PAY_NOTE, "")],
        hints=remarks(named),
        compared=True,
        graph=lambda: _graph(rows),
    )


def _graph(rows: list[Row]) -> Graph:
    places = [next(place for place, column in enumerate(COLUMNS) if column.key == key) for key in BAR_KEYS]
    bars = [Bar(str(row[1]), "", *(row[place] for place in places)) for row in rows]
    years = listed([str(year) for year in sorted({row[8] for row in rows if row[8] is not None})])
    return Graph(f"Lønn i måneden, {years}" if years else "Lønn i måneden", bars, [Note("", PAY_NOTE, "")])


def _row(catalogue: Catalogue, slug: str) -> Row:
    occupation = catalogue.occupation(slug)
    group = occupation.groups[0] if occupation.groups else None
    pay = [row for row in catalogue.pay(Query(), group.code) if row.sector == "alle"][:1] if group else []
    money: list[Row] = [(row.median, row.mean, row.p25, row.p75, row.year, row.working_time) for row in pay]
    routes = occupation.routes
    lengths = [route.years for route in routes if route.years is not None]
    needs = [need.code or need.text for route in routes for need in route.requirements]
    return (
        slug,
        occupation.title,
        group.code if group else None,
        group.name if group else None,
        *(money or [(None,) * 6])[0],
        whole(min(lengths, default=None)),
        _joined([route.gives for route in routes if route.gives]),
        _joined(needs),
        _joined([one.name for one in occupation.authorisations]),
        _joined(occupation.texts.get("interesser", [])),
        pay[0].source if pay else None,
    )


def _joined(texts: list[str]) -> str | None:
    return ";".join(dict.fromkeys(texts)) or None


def _shown(row: Row) -> dict[str, str]:
    """Lists with commas, and what is not known said in words: an empty cell would look like an answer."""
    own = {}
    for column, value in zip(COLUMNS, row, strict=True):
        if value is None:
            own[column.key] = "–" if column.key == "autorisasjon" else MISSING
        elif column.key in ("gir", "opptak", "autorisasjon", "interesser"):
            own[column.key] = str(value).replace(";", ", ")
    return own


COMMAND = Command(
    "sammenlign",
    "To eller flere yrker side om side.",
    answer=answer,
    forms=GRAPH_FORMS,
    words="A B [C…]",
    least=2,
    needs="to yrker eller flere",
    complete="names",
    examples=("yrke sammenlign sykepleier vernepleier", "yrke sammenlign tømrer elektriker kokk --csv"),
)
