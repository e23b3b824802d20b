"""`yrke søk`: occupations by their names, and by what is said of them."""

from __future__ import annotations

from yrke_cli.answers.occupations import named
from yrke_cli.answers.shapes import Table
from yrke_cli.declare import TABLE_FORMS, Command, options
from yrke_cli.names.ranking import CERTAIN, ranked
from yrke_cli.names.suggest import NEAR, containing, nothing_near
from yrke_cli.records import OccupationRow, column
from yrke_cli.words import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query
    from yrke_cli.names.ranking import Hit


PARTS = {"interesser": "interesse", "oppgaver": "oppgave", "arbeidssteder": "arbeidssted", "ingress": "ingress"}
# Words that say nothing of what is looked for.
EMPTY = frozenset(
    [
        "med",
        "på",
        "i",
        "og",
        "som",
        "jobbe",
        "jobb",
        "arbeide",
        "noe",
        "vil",
        "jeg",
        "å",
        "eller",
        "for",
        "av",
        "til",
        "en",
        "et",
        "ei",
    ]
)


class Row(OccupationRow):
    """An occupation, and why it is an answer."""

    why: str = column("treff", "Treff")
    source: str = column("kilde", "Kilde", hidden=True)


def answer(catalogue: Catalogue, query: Query) -> Table:
    typed = " ".join(query.words)
    names = ranked(catalogue, typed)
    hits = {hit.slug: _why(hit) for hit in names if hit.score >= CERTAIN}
    said = _by_group(catalogue, typed) | _by_what_is_said(catalogue, typed)
    # Three letters are like too many names by chance.
    alike = {hit.slug: _why(hit) for hit in names if hit.score >= NEAR and len(fold(typed)) > 3}
    for more in (containing(catalogue, typed), {} if hits else alike, said):
        for slug, why in more.items():
            hits.setdefault(slug, why)
    if not hits:
        raise nothing_near(catalogue, typed, otherwise="Se alle yrkene: yrke liste")
    sources = catalogue.lists("kilder", list(hits))
    rows = [
        Row(*named(listed), hits[listed.slug], ";".join(sources[listed.slug])) for listed in catalogue.occupations(hits)
    ]
    return Table(
        Row.columns, rows, title=f"{len(rows)} treff", sheds=("yrkesgruppe", "styrk08"), sources=catalogue.sources
    )


def _why(hit: Hit) -> str:
    whole = {"tittel": "tittel", "kode": "STYRK-08-kode", "navn": f"navn: {hit.name}", "søkeord": "søkeord"}
    return whole.get(hit.how, f"{'form av' if hit.how == 'form' else 'ligner'}: {hit.name}")


def _by_group(catalogue: Catalogue, typed: str) -> dict[str, str]:
    """The occupations whose unit group has a name with this in it."""
    wanted = fold(typed)
    groups = catalogue.groups_with(wanted) if len(wanted) >= 4 else []
    return {
        listed.slug: f"yrkesgruppe: {group.name}"
        for group in groups
        for listed in catalogue.with_styrk08(group.code)
        if listed.styrk08 == group.code
    }


def _by_what_is_said(catalogue: Catalogue, typed: str) -> dict[str, str]:
    """The occupations of whose interests, tasks, workplaces or lead all the words are said, most places first."""
    words = [word for word in typed.casefold().split() if len(fold(word)) >= 3 and word not in EMPTY]
    places = [_said(catalogue, word) for word in words]
    if not places:
        return {}
    common = set(places[0]).intersection(*places[1:])
    order = sorted(common, key=lambda slug: (-sum(len(found[slug]) for found in places), slug))
    return {slug: places[0][slug][0] for slug in order}


def _said(catalogue: Catalogue, word: str) -> dict[str, list[str]]:
    """Slug → where the word is said of it, interests first. A word typed with æøå means that letter: sjø is not sjo."""
    found: dict[str, list[tuple[int, str]]] = {}
    order = list(PARTS)
    for slug, part, text in catalogue.said_with(fold(word)):
        if not word.isascii() and word not in text.casefold():
            continue
        found.setdefault(slug, []).append((order.index(part), f"{PARTS[part]}: {text}"))
    return {slug: [why for _, why in sorted(places)] for slug, places in found.items()}


COMMAND = Command(
    "søk",
    "Finn yrker: navn, oppgaver, arbeidssteder og interesser.",
    answer=answer,
    forms=TABLE_FORMS,
    words="ORD…",
    least=1,
    needs="et ord å lete etter",
    complete="names",
    options=(options.chooser(Row.columns),),
    examples=("yrke søk sekretær", "yrke søk jobbe med dyr", "yrke søk sjø --csv"),
)
