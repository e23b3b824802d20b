"""From what was typed to the occupations that were meant."""

from __future__ import annotations

from yrke_cli.records import Record
from yrke_cli.words import echoed, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.catalogue import Catalogue
    from yrke_cli.records import UnitGroup


class Found(Record):
    """An occupation that was named, and what to say where it was not typed as it is called ("" where it was)."""

    slug: str
    remark: str


def occupation_named(catalogue: Catalogue, words: Sequence[str]) -> Found:
    """The one occupation that these words name together.

    Raises NothingFound with the candidates where several may be meant, with the nearest names where none is.
    """
    typed = " ".join(words)
    exact = catalogue.named(fold(typed))
    # A title goes before another's other name: it is the only name that the occupation is sure to have.
    best = {slug: rank for slug, rank, _ in exact if rank == exact[0][1]}
    if len(best) == 1:
        slug, rank = best.popitem()
        return _found(catalogue, typed, slug) if rank else Found(slug, "")
    # Only what is not simply a name needs the ranking, and its loading.
    from yrke_cli.names.ranking import CERTAIN, clearly_meant, ranked
    from yrke_cli.names.suggest import containing, nothing_near, several_may_be_meant

    hits = ranked(catalogue, typed)
    taken = clearly_meant(hits)
    if taken is not None:
        return _found(catalogue, typed, taken.slug)
    several = [hit.slug for hit in hits if hit.how == "kode" or hit.score >= CERTAIN]
    found = catalogue.occupations(several or containing(catalogue, typed, shown=True))
    if len(found) > 1:
        raise several_may_be_meant(typed, found)
    raise nothing_near(catalogue, typed, [listed.title for listed in found])


def _found(catalogue: Catalogue, typed: str, slug: str) -> Found:
    title = catalogue.occupations([slug])[0].title
    same = fold(typed) in (fold(title), fold(slug))
    return Found(slug, "" if same else f"Viser {title} for «{echoed(typed)}».")


def occupations_named(catalogue: Catalogue, words: Sequence[str], *, apart: bool = False) -> list[Found]:
    """What the words name when they are one or several names in a row, quoted or not.

    The fewest names win: `grafisk designer` is one occupation, `grafisk designer sykepleier` two. Where the words are
    `apart`, each is one or several names of its own.
    """
    if apart:
        return _once([found for word in words for found in occupations_named(catalogue, (word,))])
    from yrke_cli.names.ranking import CERTAIN, clearly_meant, ranked

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
    from yrke_cli.names.suggest import containing

    # No way through by whole names: find out which word is to blame, each as a name of its own.
    whole = " ".join(words)
    if len(words) == 1 or containing(catalogue, whole, shown=True) or clearly_meant(ranked(catalogue, whole)):
        return [occupation_named(catalogue, words)]
    return _once([occupation_named(catalogue, [word]) for word in words])


def _once(found: Sequence[Found]) -> list[Found]:
    return list({one.slug: one for one in reversed(found)}.values())[::-1]


def remarks(found: Sequence[Found]) -> list[str]:
    """What to say on stderr of names that were not typed as the occupations are called."""
    return [one.remark for one in found if one.remark]


def exactly(catalogue: Catalogue, typed: str) -> str:
    """The slug of the first occupation that has exactly this name, "" where there is none."""
    return next((slug for slug, _, _ in catalogue.named(fold(typed))), "")


def group_named(catalogue: Catalogue, typed: str) -> UnitGroup | None:
    """The unit group (STYRK-08 level 4) with this code, or with this name where no occupation is called so."""
    code = typed.strip()
    if len(code) == 4 and code.isascii() and code.isdigit():
        return catalogue.group(code)
    return None if exactly(catalogue, typed) else catalogue.group_named(fold(typed))
