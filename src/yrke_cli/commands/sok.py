"""`yrke søk`: occupations by the words of their names and leads."""

from yrke_cli.answers.occupations import COLUMNS, listed_row
from yrke_cli.declare import TABLE_FORMS, Command
from yrke_cli.model import Column, Table
from yrke_cli.search import nearest, nothing_near
from yrke_cli.words import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.model import Query


def answer(catalogue: "Catalogue", query: "Query") -> Table:
    typed = " ".join(query.words)
    hits = _by_name(catalogue, typed) or {}
    for slug, why in _by_lead(catalogue, query.words).items():
        hits.setdefault(slug, why)
    if not hits:
        hits = _by_likeness(catalogue, typed)
    if not hits:
        raise nothing_near(catalogue, typed, otherwise="Se alle yrkene: yrke liste")
    sources = catalogue.lists("kilder")
    rows = [
        (*listed_row(listed), hits[listed.slug], ";".join(sources[listed.slug]))
        for listed in catalogue.occupations(hits)
    ]
    columns = (*COLUMNS, Column("treff", "Treff", "text"), Column("kilde", "", "text"))
    return Table(columns, rows, title=f"{len(rows)} treff")


def _by_name(catalogue: "Catalogue", typed: str) -> "dict[str, str]":
    """Slug → why: the whole name first, then names that begin with it, then those that contain it."""
    wanted = fold(typed)
    order = {listed.slug: number for number, listed in enumerate(catalogue.occupations())}
    ranked: list[tuple[int, int, int, str, str]] = []
    for name, slug, rank, written in catalogue.names():
        place = 0 if name == wanted else 1 if name.startswith(wanted) else 2 if wanted in name else None
        if place is not None and wanted:
            ranked.append((place, rank, order[slug], slug, f"synonym: {written}" if rank else "tittel"))
    hits: dict[str, str] = {}
    for _, _, _, slug, why in sorted(ranked):
        hits.setdefault(slug, why)
    return hits


def _by_lead(catalogue: "Catalogue", words: "tuple[str, ...]") -> "dict[str, str]":
    """The occupations whose lead has all the words."""
    wanted = [fold(word) for phrase in words for word in phrase.split()]
    if not wanted or any(len(word) < 3 for word in wanted):
        return {}
    leads = catalogue.summaries().items()
    return {slug: "ingress" for slug, lead in leads if all(word in fold(lead) for word in wanted)}


def _by_likeness(catalogue: "Catalogue", typed: str) -> "dict[str, str]":
    by_name = {written: slug for _, slug, _, written in catalogue.names()}
    hits: dict[str, str] = {}
    for near in nearest(typed, by_name, most=10):
        hits.setdefault(by_name[near], f"ligner: {near}")
    return hits


COMMAND = Command(
    "søk",
    "Finn yrker med ord fra navnet eller ingressen.",
    answer=answer,
    forms=TABLE_FORMS,
    words="ORD…",
    least=1,
    needs="et ord å lete etter",
    complete="names",
    examples=("yrke søk sekretær", "yrke søk lege --csv"),
)
