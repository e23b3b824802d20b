"""From what was typed to the occupation that was meant: folding, ranking, and what lies near."""

from yrke_cli.faults import NothingFound
from yrke_cli.words import echoed, fold, norwegian_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yrke_cli.catalogue import Catalogue
    from yrke_cli.model import Listed, UnitGroup

# How many candidates or near names a person can take in at once.
MOST_CANDIDATES = 20
MOST_NEAR = 5


def occupation_named(catalogue: "Catalogue", words: "Sequence[str]") -> str:
    """The slug of the one occupation that these words name together.

    Raises NothingFound with the candidates where several are meant, with the nearest names where none is.
    """
    typed = " ".join(words)
    exact = exactly(catalogue, typed)
    if len(exact) == 1:
        return exact[0]
    found = catalogue.occupations(exact) or containing(catalogue, typed) or with_code(catalogue, typed)
    if len(found) > 1:
        raise NothingFound(f"«{echoed(typed)}» kan være flere yrker:", *_candidates(found))
    raise nothing_near(catalogue, typed, [listed.title for listed in found])


def occupations_named(catalogue: "Catalogue", words: "Sequence[str]") -> "list[str]":
    """The slugs that the words name when they are one or several names in a row, quoted or not.

    The fewest names win: `grafisk designer` is one occupation, `grafisk designer sykepleier` two.
    """
    ways: dict[int, list[str]] = {0: []}
    for end in range(1, len(words) + 1):
        for start in range(end):
            exact = exactly(catalogue, " ".join(words[start:end])) if start in ways else []
            if len(exact) == 1 and (end not in ways or len(ways[start]) + 1 < len(ways[end])):
                ways[end] = [*ways[start], exact[0]]
    if ways.get(len(words)):
        return list(dict.fromkeys(ways[len(words)]))
    # No way through by exact names: find out which word is to blame, each as a name of its own.
    whole = " ".join(words)
    if len(words) == 1 or containing(catalogue, whole):
        return [occupation_named(catalogue, words)]
    return list(dict.fromkeys(occupation_named(catalogue, [word]) for word in words))


def exactly(catalogue: "Catalogue", typed: str) -> "list[str]":
    """The slugs whose title or slug is this; else those with this synonym, else the only one of this code."""
    folded = fold(typed)
    named = catalogue.named(folded) if folded else []
    best = [slug for slug, rank in named if rank == 0] or [slug for slug, _ in named]
    if not best and len(found := with_code(catalogue, typed)) == 1:
        return [found[0].slug]
    return best


def with_code(catalogue: "Catalogue", typed: str) -> "list[Listed]":
    """The occupations whose pay is that of this unit group."""
    code = typed.strip()
    if not (len(code) == 4 and code.isascii() and code.isdigit()):
        return []
    return [listed for listed in catalogue.with_styrk08(code) if listed.styrk08 == code]


def group_named(catalogue: "Catalogue", typed: str) -> "UnitGroup | None":
    """The unit group (STYRK-08 level 4) with this code, or with this name where no occupation is called so."""
    code = typed.strip()
    if len(code) == 4 and code.isascii() and code.isdigit():
        return catalogue.group(code)
    return None if catalogue.named(fold(typed)) else catalogue.group_named(fold(typed))


def containing(catalogue: "Catalogue", typed: str) -> "list[Listed]":
    """The occupations of which a name contains what was typed, those that begin with it first."""
    folded = fold(typed)
    if len(folded) < 3:
        return []
    beginning, inside = [], []
    for name, slug, _, _ in catalogue.names():
        if name.startswith(folded):
            beginning.append(slug)
        elif folded in name:
            inside.append(slug)
    return catalogue.occupations(dict.fromkeys([*beginning, *inside]))


def nearest(typed: str, known: "Iterable[str]", most: int = MOST_NEAR) -> "list[str]":
    """The known names that look most like what was typed."""
    from difflib import get_close_matches

    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(fold(name), name)
    # A long text cannot be near a short name, and comparing it would take long.
    return [by_folded[near] for near in get_close_matches(fold(typed[:80]), by_folded, most, 0.7)]


def nothing_near(
    catalogue: "Catalogue",
    typed: str,
    near: "Sequence[str]" = (),
    otherwise: str = "Søk i alle yrkene: yrke søk ORD",
) -> NothingFound:
    """What to say when no occupation matches: the near or the nearest names, or how to look further."""
    near = near or nearest(typed, (name for _, _, _, name in catalogue.names()))
    hint = f"Mente du {' eller '.join(f'«{name}»' for name in near)}?" if near else otherwise
    return NothingFound(f"Fant ikke noe yrke som heter «{echoed(typed)}».", hint)


def one_of_known(typed: str, known: "Sequence[str]", what: str, show: str) -> str:
    """The known word that was typed, whatever its spelling. Raises NothingFound with the nearest ones."""
    for word in known:
        if fold(word) == fold(typed):
            return word
    near = nearest(typed, known)
    hint = f"Mente du {' eller '.join(f'«{word}»' for word in near)}?" if near else show
    raise NothingFound(f"Fant ikke noe {what} som heter «{echoed(typed)}».", hint)


def programme_named(catalogue: "Catalogue", words: "Sequence[str]") -> str:
    """The Grep code of the programme area with this name (bokmål, nynorsk or English) or code.

    Some names have two codes; the one in use is meant. Raises NothingFound.
    """
    typed = " ".join(words)
    wanted = fold(typed)
    in_use = catalogue.programmes_in_use()
    for folded in (wanted, f"{wanted}vg1", wanted.removesuffix("vg1"), f"vg1{wanted}", wanted.removeprefix("vg1")):
        codes = catalogue.programmes_named(folded) if folded else []
        live = [code for code in codes if code in in_use] or codes
        if live:
            # A Vg2 and its Vg3 may share a name (Akvakultur, Frisør): the earlier one leads to the later.
            return min(live, key=lambda code: code[5])
    names = [name for code, name in catalogue.programme_names().items() if code in in_use]
    inside = sorted({name for name in names if wanted in fold(name)}, key=norwegian_order)
    if len(inside) > 1:
        shown = [f"  {name}" for name in inside[:MOST_CANDIDATES]]
        raise NothingFound(f"«{echoed(typed)}» kan være flere programområder:", *shown)
    near = inside or nearest(typed, names)
    hint = (
        f"Mente du {' eller '.join(f'«{name}»' for name in near)}?" if near else "Prøv for eksempel: yrke fra naturbruk"
    )
    raise NothingFound(f"Fant ikke noe programområde som heter «{echoed(typed)}».", hint)


def _candidates(found: "Sequence[Listed]") -> "list[str]":
    lines = [f"  {listed.title} ({listed.slug})" for listed in found[:MOST_CANDIDATES]]
    more = len(found) - MOST_CANDIDATES
    return [*lines, f"  … og {more} til. Skriv mer av navnet."] if more > 0 else lines
