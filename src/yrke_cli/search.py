"""From what was typed to the occupation that was meant: folding, ranking, and what lies near."""

from yrke_cli.faults import NothingFound
from yrke_cli.model import Record
from yrke_cli.words import echoed, fold, norwegian_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yrke_cli.catalogue import Catalogue
    from yrke_cli.model import Listed, UnitGroup

# How many candidates or near names a person can take in at once.
MOST_CANDIDATES = 20
MOST_NEAR = 5
# How alike a name must be to be suggested.
NEAR = 0.62


class Found(Record):
    """An occupation that was named, and what to say where it was not typed as it is called ("" where it was)."""

    __slots__ = ("slug", "remark")
    slug: str
    remark: str


def occupation_named(catalogue: "Catalogue", words: "Sequence[str]") -> Found:
    """The one occupation that these words name together.

    Raises NothingFound with the candidates where several may be meant, with the nearest names where none is.
    """
    typed = " ".join(words)
    exact = catalogue.named(fold(typed))
    if len({slug for slug, _, _ in exact}) == 1:
        slug, rank, _ = exact[0]
        return _found(catalogue, typed, slug) if rank else Found(slug, "")
    # Only what is not simply a name needs the ranking, and its loading.
    from yrke_cli.ranking import CERTAIN, clearly_meant, ranked

    hits = ranked(catalogue, typed)
    taken = clearly_meant(hits)
    if taken is not None:
        return _found(catalogue, typed, taken.slug)
    several = [hit.slug for hit in hits if hit.how == "kode" or hit.score >= CERTAIN]
    found = catalogue.occupations(several or containing(catalogue, typed))
    if len(found) > 1:
        raise NothingFound(f"«{echoed(typed)}» kan være flere yrker:", *_candidates(found))
    raise nothing_near(catalogue, typed, [listed.title for listed in found])


def _found(catalogue: "Catalogue", typed: str, slug: str) -> Found:
    title = catalogue.occupations([slug])[0].title
    same = fold(typed) in (fold(title), fold(slug))
    return Found(slug, "" if same else f"Viser {title} for «{echoed(typed)}».")


def occupations_named(catalogue: "Catalogue", words: "Sequence[str]") -> "list[Found]":
    """What the words name when they are one or several names in a row, quoted or not.

    The fewest names win: `grafisk designer` is one occupation, `grafisk designer sykepleier` two.
    """
    from yrke_cli.ranking import CERTAIN, clearly_meant, ranked

    ways: dict[int, list[Found]] = {0: []}
    for end in range(1, len(words) + 1):
        for start in range(end):
            if start not in ways or (end in ways and len(ways[start]) + 1 >= len(ways[end])):
                continue
            typed = " ".join(words[start:end])
            exact = [hit for hit in ranked(catalogue, typed, only_names=True) if hit.score >= CERTAIN]
            taken = clearly_meant(exact)
            if taken is not None:
                ways[end] = [*ways[start], _found(catalogue, typed, taken.slug)]
    if ways.get(len(words)):
        return _once(ways[len(words)])
    # No way through by whole names: find out which word is to blame, each as a name of its own.
    whole = " ".join(words)
    if len(words) == 1 or containing(catalogue, whole) or clearly_meant(ranked(catalogue, whole)):
        return [occupation_named(catalogue, words)]
    return _once([occupation_named(catalogue, [word]) for word in words])


def _once(found: "Sequence[Found]") -> "list[Found]":
    return list({one.slug: one for one in reversed(found)}.values())[::-1]


def remarks(found: "Sequence[Found]") -> "list[str]":
    """What to say on stderr of names that were not typed as the occupations are called."""
    return [one.remark for one in found if one.remark]


def exactly(catalogue: "Catalogue", typed: str) -> bool:
    """Whether this is the name of an occupation."""
    return bool(catalogue.named(fold(typed)))


def group_named(catalogue: "Catalogue", typed: str) -> "UnitGroup | None":
    """The unit group (STYRK-08 level 4) with this code, or with this name where no occupation is called so."""
    code = typed.strip()
    if len(code) == 4 and code.isascii() and code.isdigit():
        return catalogue.group(code)
    return None if exactly(catalogue, typed) else catalogue.group_named(fold(typed))


def containing(catalogue: "Catalogue", typed: str) -> "dict[str, str]":
    """The occupations of which a name contains what was typed: slug → which name, as people read it.

    Names that begin with it first, then titles before synonyms. Short texts stand in too many names by chance; they
    count where a name begins or ends with them. A letter that was typed as æ, ø or å is that letter: sjø is not sjo.
    """
    folded = fold(typed)
    found: dict[str, tuple[bool, int, str]] = {}
    for name, slug, rank, written in catalogue.names_with(folded) if len(folded) >= 3 else []:
        if not (name.startswith(folded) or name.endswith(folded) or (len(folded) >= 4 and folded in name)):
            continue
        if typed.isascii() or typed.casefold() in written.casefold():
            found[slug] = min(found.get(slug, (True, 9, "")), (not name.startswith(folded), rank, written))
    order = {listed.slug: norwegian_order(listed.title) for listed in catalogue.occupations(found)}
    why = {slug: f"synonym: {written}" if rank else "tittel" for slug, (_, rank, written) in found.items()}
    return {slug: why[slug] for slug in sorted(found, key=lambda slug: (*found[slug][:2], order[slug]))}


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
    """What to say when no occupation is clearly meant: the near or the nearest names, or how to look further."""
    code = typed.strip()
    if len(code) <= 4 and code.isascii() and code.isdigit():
        return _not_an_occupation(catalogue, code, otherwise)
    if not near:
        from yrke_cli.ranking import ranked

        # The name that is near, though it may be a synonym: the title of its occupation need not look like it at all.
        near = list(dict.fromkeys(hit.name for hit in ranked(catalogue, typed) if hit.score >= NEAR))[:MOST_NEAR]
    hint = f"Mente du {' eller '.join(f'«{name}»' for name in near)}?" if near else otherwise
    return NothingFound(f"Fant ikke noe yrke som heter «{echoed(typed)}».", hint)


def _not_an_occupation(catalogue: "Catalogue", code: str, otherwise: str) -> NothingFound:
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
