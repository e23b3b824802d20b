"""Which occupations a typed name may mean, best first: folding, word forms, the index of name parts, a distance.

A score of 1 is the name itself; forms of it (plural, nynorsk, a phrase around it) are close to 1; slips and parts of
names lie below, and are never taken for certain unless nothing else is near.
"""

from __future__ import annotations

from yrke_cli.names.forms import AROUND, forms, in_bokmal, without_words_around, word_forms
from yrke_cli.records import Record
from yrke_cli.words import fold, grams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yrke_cli.catalogue import Catalogue

# What a name may be beside the title, by its rank.
OTHER = ("navn", "søkeord")
# From here up the name is meant, whatever form of it was typed.
CERTAIN = 0.9
# Below this a name has too little in common with what was typed to be worth showing.
WORTHLESS = 0.45
# How far a typing slip may be from the name that is taken for it: letters in the name → edits.
_SLIPS = ((13, 2), (8, 1))


class Hit(Record):
    """An occupation that may be meant: how sure (0–1), the name that matched and how
    (tittel, navn, søkeord, kode, form, skrivefeil, del); a search word is shown as the title that it leads to."""

    slug: str
    score: float
    name: str
    how: str


def ranked(catalogue: Catalogue, typed: str, *, only_names: bool = False) -> list[Hit]:
    """The occupations that may be meant, best first; of equals, titles before other names.

    With `only_names`, only those of which the text is a name or the form of one.
    """
    best: dict[str, tuple[float, Hit]] = {}

    def keep(hit: Hit, tie: float) -> None:
        if hit.slug not in best or best[hit.slug][0] < hit.score + tie:
            best[hit.slug] = (hit.score + tie, hit)

    for hit in _by_code(catalogue, typed):
        keep(hit, 0)
    for form, cost in forms(typed):
        for slug, rank, name in catalogue.named(form):
            keep(Hit(slug, 1 - cost, name, _how(cost, rank)), -rank / 1000)
    if not only_names and not any(score >= CERTAIN for score, _ in best.values()):
        for hit, tie in (*_by_likeness(catalogue, typed), *_by_words(catalogue, typed)):
            keep(hit, tie)
    order = sorted(best.values(), key=lambda scored: -scored[0])
    return [hit for _, hit in order if hit.score >= WORTHLESS]


def clearly_meant(hits: Sequence[Hit]) -> Hit | None:
    """The one occupation that is meant, where there is no doubt: a wrong guess is worse than a list."""
    if not hits:
        return None
    first, others = hits[0], hits[1:]
    if first.score >= CERTAIN:
        titled = first.how == "tittel"
        rivals = [hit for hit in others if hit.score >= first.score - 0.005 and not (titled and hit.how in OTHER)]
        return None if rivals else first
    if first.how == "skrivefeil" and not any(hit.score > first.score - 0.08 for hit in others):
        return first
    return None


def _how(cost: float, rank: int) -> str:
    return "form" if cost else ("tittel", *OTHER)[rank]


def _by_code(catalogue: Catalogue, typed: str) -> list[Hit]:
    code = typed.strip()
    if not (len(code) == 4 and code.isascii() and code.isdigit()):
        return []
    within = catalogue.with_styrk08(code)
    # Those whose pay it is; else those that it is one group of, as of a title that spans several.
    named = [one for one in within if one.styrk08 == code] or within
    return [Hit(one.slug, 1.0, one.title, "kode") for one in named]


# Names that are like what was typed.


def _by_likeness(catalogue: Catalogue, typed: str) -> Iterator[tuple[Hit, float]]:
    texts = [text for text, _ in forms(typed)][:1]
    stripped = list(dict.fromkeys(text for text, _ in without_words_around(typed) if text))[-1:]
    for text in dict.fromkeys([*texts, *stripped]):
        bokmal = in_bokmal(text)
        for name, slug, rank, written in catalogue.names_like(grams(text[:60])):
            score, how = _likeness(text[:60], name)
            other, other_how = _likeness(bokmal[:60], name) if bokmal != text else (0.0, how)
            if other - 0.02 > score:
                score, how = other - 0.02, other_how
            yield Hit(slug, score, written, how), -rank / 500


def _by_words(catalogue: Catalogue, typed: str) -> Iterator[tuple[Hit, float]]:
    """The names that stand in a phrase: its last word says most ("en flink kokk"), and never for certain."""
    words = [word for word in typed.split() if len(fold(word)) >= 4 and fold(word) not in AROUND][-6:]
    if len(words) < 2:
        return
    for place, word in enumerate(words, 1):
        for form, cost in word_forms(fold(word)):
            for slug, rank, name in catalogue.named(form):
                yield Hit(slug, 0.78 - cost + 0.01 * place, name, "del"), -rank / 500
        for name, slug, rank, written in catalogue.names_like(grams(fold(word)[:60]), 10):
            yield Hit(slug, 0.8 * _likeness(fold(word)[:60], name)[0], written, "del"), -rank / 500


def _likeness(text: str, name: str) -> tuple[float, str]:
    """How sure a name is meant by a text that is not one of its forms, and why: a slip, or a part."""
    longest = max(len(text), len(name))
    if 0.88 * in_common(text, name) / longest < WORTHLESS:
        return _part(text, name), "del"
    edits = distance(text, name)
    slip = 0.88 * (1 - edits / longest)
    how = "skrivefeil" if is_slip(text, name, edits) else "del"
    return max(slip, _part(text, name)), how if slip >= _part(text, name) else "del"


def in_common(text: str, name: str) -> int:
    """How many letters they share, wherever these stand: every other letter of the longer one is an edit at least, so
    most names need not be measured."""
    return sum(min(text.count(letter), name.count(letter)) for letter in set(text))


def _part(text: str, name: str) -> float:
    """Compounds: the text begins the name, stands in it, or has the name as its head (its last part)."""
    if len(text) >= 3 and name.startswith(text):
        return 0.66 + 0.2 * len(text) / len(name)
    if len(name) >= 4 and text.endswith(name):
        return 0.6 + 0.25 * len(name) / len(text)
    if len(text) >= 4 and text in name:
        return 0.58 + 0.2 * len(text) / len(name)
    if len(name) >= 5 and text.startswith(name):
        return 0.56 + 0.25 * len(name) / len(text)
    return 0.0


def is_slip(text: str, name: str, edits: int) -> bool:
    """Whether so few edits are surely a slip: a long name, the same first letter, and an ending that is the same.

    Norwegian makes other words with other endings (baker, bakeri), so a difference there is no slip; but a last letter
    that was typed twice is.
    """
    if text[-2:-1] == text[-1:] != name[-2:-1]:
        text = text[:-1]
    allowed = next((edits_allowed for letters, edits_allowed in _SLIPS if len(name) >= letters), 0)
    return 0 < edits <= allowed and text[:1] == name[:1] and text[-2:] == name[-2:]


def distance(one: str, other: str) -> int:
    """Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours."""
    # What both begin and end with costs nothing.
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            edits = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                edits = min(edits, last[j - 2] + 1)
            row.append(edits)
    return row[-1]
