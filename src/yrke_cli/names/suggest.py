"""What lies near what was typed: names that hold it, names that look like it, and what to say when nothing is meant."""

from __future__ import annotations

from yrke_cli.faults import NothingFound
from yrke_cli.names.ranking import ranked
from yrke_cli.words import echoed, fold, norwegian_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import Listed

# How many candidates or near names a person can take in at once.
MOST_CANDIDATES = 20
MOST_NEAR = 5
# How alike a name must be to be suggested.
NEAR = 0.62


def containing(catalogue: Catalogue, typed: str, *, shown: bool = False) -> dict[str, str]:
    """The occupations of which a name contains what was typed: slug → which name, as people read it; of the names that
    are `shown` alone, or of search words too.

    Names that begin with it first, then titles before other names. Short texts stand in too many names by chance; they
    count where a name begins or ends with them. A letter that was typed as æ, ø or å is that letter: sjø is not sjo.
    """
    folded = fold(typed)
    found: dict[str, tuple[bool, int, str]] = {}
    for name, slug, rank, written in catalogue.names_with(folded) if len(folded) >= 3 else []:
        if shown and rank == 2:
            continue
        if not (name.startswith(folded) or name.endswith(folded) or (len(folded) >= 4 and folded in name)):
            continue
        if typed.isascii() or rank == 2 or typed.casefold() in written.casefold():
            found[slug] = min(found.get(slug, (True, 9, "")), (not name.startswith(folded), rank, written))
    order = {listed.slug: norwegian_order(listed.title) for listed in catalogue.occupations(found)}
    why = {slug: ("tittel", f"navn: {written}", "søkeord")[rank] for slug, (_, rank, written) in found.items()}
    return {slug: why[slug] for slug in sorted(found, key=lambda slug: (*found[slug][:2], order[slug]))}


def nearest(typed: str, known: Iterable[str], most: int = MOST_NEAR) -> list[str]:
    """The known names that look most like what was typed."""
    from difflib import get_close_matches

    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(fold(name), name)
    # A long text cannot be near a short name, and comparing it would take long.
    return [by_folded[near] for near in get_close_matches(fold(typed[:80]), by_folded, most, 0.7)]


def nothing_near(
    catalogue: Catalogue,
    typed: str,
    near: Sequence[str] = (),
    otherwise: str = "Søk i alle yrkene: yrke søk ORD",
) -> NothingFound:
    """What to say when no occupation is clearly meant: the near or the nearest names, or how to look further."""
    code = typed.strip()
    if len(code) <= 4 and code.isascii() and code.isdigit():
        return _not_an_occupation(catalogue, code, otherwise)
    if not near:
        # The name that is near, though it may not be the title: that of its occupation need not look like it at all.
        near = list(dict.fromkeys(hit.name for hit in ranked(catalogue, typed) if hit.score >= NEAR))[:MOST_NEAR]
    hint = f"Mente du {' eller '.join(f'«{name}»' for name in near)}?" if near else otherwise
    return NothingFound(f"Fant ikke noe yrke som heter «{echoed(typed)}».", hint)


def _not_an_occupation(catalogue: Catalogue, code: str, otherwise: str) -> NothingFound:
    group = catalogue.group(code)
    if group is None:
        return no_group(code, otherwise)
    named = f"{code} {group.name}"
    if len(code) == 4:
        return NothingFound(f"Ingen av yrkene hører til yrkesgruppen {named}.", f"Se lønnen: yrke lønn {code}")
    return NothingFound(f"{named} er ikke ett yrke, men en gruppe.", f"Se yrkene i gruppen: yrke liste --gruppe {code}")


def no_group(code: str, hint: str) -> NothingFound:
    """What to say of a code that STYRK-08 does not have."""
    return NothingFound(f"Det finnes ingen STYRK-08-gruppe med koden «{echoed(code)}».", hint)


def one_of_known(typed: str, known: Sequence[str], what: str, show: str) -> str:
    """The known word that was typed, whatever its spelling. Raises NothingFound with the nearest ones."""
    for word in known:
        if fold(word) == fold(typed):
            return word
    near = nearest(typed, known)
    hint = f"Mente du {' eller '.join(f'«{word}»' for word in near)}?" if near else show
    raise NothingFound(f"Fant ikke noe {what} som heter «{echoed(typed)}».", hint)


def several_may_be_meant(typed: str, found: Sequence[Listed]) -> NothingFound:
    """What to say when a text may mean several occupations: which they are."""
    return NothingFound(f"«{echoed(typed)}» kan være flere yrker:", *_candidates(found))


def _candidates(found: Sequence[Listed]) -> list[str]:
    lines = [f"  {listed.title} ({listed.slug})" for listed in found[:MOST_CANDIDATES]]
    more = len(found) - MOST_CANDIDATES
    return [*lines, f"  … og {more} til. Skriv mer av navnet."] if more > 0 else lines
