"""`yrke sammenlign`: two or more occupations side by side."""

from __future__ import annotations

from yrke_cli.answers.education import whole
from yrke_cli.answers.occupations import NOTHING, spaced
from yrke_cli.answers.shapes import Bar, Graph, Note, Table
from yrke_cli.declare import GRAPH_FORMS, Command, Query, options
from yrke_cli.faults import WrongUsage
from yrke_cli.names import occupations_named, remarks
from yrke_cli.records import OccupationRow, column
from yrke_cli.words import listed, spanning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Column

MISSING = "ikke kjent"
# What stands where a title spans several groups, and in which columns.
SEVERAL = "flere grupper"
OF_GROUP = (
    "styrk08", "yrkesgruppe", "median", "gjennomsnitt", "p25", "p75", "ar", "arbeidstid", "sysselsatte", "kvinneandel",
    "deltidsandel", "kilde",
)  # fmt: skip
SHEDS = (
    "opptak", "interesser", "yrkesgruppe", "styrk08", "kilde", "autorisasjon", "deltidsandel", "kvinneandel",
    "sysselsatte", "p25", "p75", "gjennomsnitt", "gir",
)  # fmt: skip


class Row(OccupationRow):
    """An occupation beside others: its unit group's newest pay (NOK a month), how many are employed in that and how
    many of 100 jobs in it are women's and part time, its shortest way (years from the end of lower secondary school, 0
    where nothing is required), and what it takes; `asked` are the requirements in words, `spans` how many unit groups
    its title spans (0: one, or none), and the years of the counts and of the shares. Lists inside a cell are separated
    by ";"."""

    median: int | None = column("median", "Median i måneden", short="Median", kind="kr")
    mean: int | None = column("gjennomsnitt", "Gjennomsnitt i måneden", short="Snitt", kind="kr")
    p25: int | None = column("p25", "Nedre kvartil", short="25 %", kind="kr")
    p75: int | None = column("p75", "Øvre kvartil", short="75 %", kind="kr")
    year: int | None = column("ar", "Lønnstall fra", short="Lønn fra", kind="year")
    working_time: str | None = column("arbeidstid", "Arbeidstid")
    employed: int | None = column("sysselsatte", "Sysselsatte i yrkesgruppen", short="Sysselsatte", kind="number")
    women: int | None = column("kvinneandel", "Kvinner av 100 jobber", short="Kvinner av 100", kind="number")
    part_time: int | None = column("deltidsandel", "Deltid av 100 jobber", short="Deltid av 100", kind="number")
    shortest: float | None = column("vei_ar", "Korteste vei fra ungdomsskolen", short="Lengde", kind="years")
    gives: str | None = column("gir", "Utdanningen gir", short="Gir")
    requirements: str | None = column("opptak", "Opptakskrav")
    authorisation: str | None = column("autorisasjon", "Autorisasjon")
    interests: str | None = column("interesser", "Interesser")
    source: str | None = column("kilde", "Kilde til lønn")
    asked: list[str]
    spans: int
    employed_year: int | None
    shares_year: int | None


def answer(catalogue: Catalogue, query: Query) -> Table:
    found = occupations_named(catalogue, query.words, apart=query.apart)
    slugs = [one.slug for one in found]
    if len(slugs) < 2:
        raise WrongUsage(
            "Det trengs to ulike yrker for å sammenligne.", "Skriv: yrke sammenlign sykepleier vernepleier"
        )
    rows = [_row(catalogue, slug) for slug in slugs]
    return Table(
        Row.columns,
        rows,
        title="Sammenligning",
        unit="kr i måneden",
        shown=_shown,
        once=("ar", "arbeidstid", "kilde"),
        said=_said,
        sheds=SHEDS,
        sources=catalogue.sources,
        footnotes=lambda: [_of_pay(catalogue, rows), *_of_jobs(rows)],
        hints=[*remarks(found), *(f"{row.title}: {spanning(row.spans)}." for row in rows if row.spans)],
        compared=True,
        graph=lambda: _graph(catalogue, rows),
    )


def _graph(catalogue: Catalogue, rows: list[Row]) -> Graph:
    bars = [Bar(row.title, "", row.p25, row.median, row.p75, row.mean) for row in rows]
    years = listed([str(year) for year in sorted({row.year for row in rows if row.year is not None})])
    return Graph(f"Lønn i måneden, {years}" if years else "Lønn i måneden", bars, [_of_pay(catalogue, rows)])


def _of_pay(catalogue: Catalogue, rows: list[Row]) -> Note:
    ids = sorted({row.source for row in rows if row.source})
    cited = list(dict.fromkeys(one.citation or one.title for one in catalogue.sources(ids)))
    named = f" ({listed(cited)})" if cited else ""
    return Note("", f"Lønn er for heltid der det finnes, og gjelder hele yrkesgruppen{named}.", "")


def _of_jobs(rows: list[Row]) -> list[Note]:
    """When those employed were counted and who is not among them, and of when the shares are."""
    counted = sorted({str(row.employed_year) for row in rows if row.employed_year})
    shared = sorted({str(row.shares_year) for row in rows if row.shares_year})
    said = [f"Sysselsatte er talt i 4. kvartal {listed(counted)}, uten de fleste selvstendige."] if counted else []
    if shared:
        said.append(f"Kvinner og deltid er av 100 jobber i yrkesgruppen i {listed(shared)}, regnet ut av oss.")
    return [Note("", one, "") for one in said]


def _row(catalogue: Catalogue, slug: str) -> Row:
    occupation = catalogue.occupation(slug)
    group = occupation.groups[0] if occupation.code else None
    pay = next((row for row in catalogue.pay(Query(), group.code) if row.sector == "alle"), None) if group else None
    employed = catalogue.employed(group.code) if group and not occupation.spans else None
    shares = catalogue.shares(group.code) if group and not occupation.spans else None
    routes = occupation.routes
    lengths = [length for route in routes if (length := route.from_lower_secondary) is not None]
    needs = [need.code or need.text for route in routes for need in route.requirements]
    return Row(
        slug,
        occupation.title,
        group.code if group else None,
        group.name if group else None,
        median=pay.median if pay else None,
        mean=pay.mean if pay else None,
        p25=pay.p25 if pay else None,
        p75=pay.p75 if pay else None,
        year=pay.year if pay else None,
        working_time=pay.working_time if pay else None,
        employed=employed.count if employed else None,
        women=shares.women if shares else None,
        part_time=shares.part_time if shares else None,
        shortest=0 if occupation.unrequired else whole(min(lengths, default=None)),
        gives=_joined([route.gives for route in routes if route.gives]),
        requirements=_joined(needs),
        authorisation=_joined([one.name for one in occupation.authorisations]),
        interests=_joined(occupation.texts.get("interesser", [])),
        source=pay.source if pay else None,
        asked=list(dict.fromkeys(need.text for route in routes for need in route.requirements)),
        spans=len(occupation.spans),
        employed_year=employed.year if employed else None,
        shares_year=shares.year if shares else None,
    )


def _said(column: Column, value: str) -> str:
    """What all have in common, in a sentence of its own."""
    return {"ar": f"lønn fra {value}", "kilde": f"kilde: {value}"}.get(column.key, value)


def _joined(texts: list[str]) -> str | None:
    return ";".join(dict.fromkeys(texts)) or None


def _shown(row: Row) -> dict[str, str]:
    """Lists with commas, and what is not known said in words: an empty cell would look like an answer."""
    lists = {
        "gir": row.gives,
        "autorisasjon": row.authorisation or "–",
        "interesser": row.interests,
    }
    own = {key: spaced(several) for key, several in lists.items() if several}
    if row.shortest == 0:
        own["vei_ar"] = NOTHING
    if row.asked:
        own["opptak"] = " Eller: ".join(row.asked)
    if row.spans:
        own |= dict.fromkeys(OF_GROUP, SEVERAL)
    return {one.key: MISSING for one in row.columns if getattr(row, one.field) is None} | own


COMMAND = Command(
    "sammenlign",
    "To eller flere yrker side om side.",
    answer=answer,
    forms=GRAPH_FORMS,
    words="A B [C…]",
    least=2,
    together=lambda catalogue, query: occupations_named(catalogue, query.words),
    needs="to yrker eller flere",
    complete="names",
    options=(options.chooser(Row.columns),),
    examples=("yrke sammenlign sykepleier vernepleier", "yrke sammenlign tømrer elektriker kokk --csv"),
)
