"""The forms of a typed name: without the words around it, as the dictionary has it, as bokmål; each with what it costs
in certainty."""

from __future__ import annotations

from yrke_cli.words import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# What people put around a name: "jobbe som dykker", "hva tjener en lege", "utdanning til pilot".
_AROUND = """
    jeg vil ønsker skal å bli blir man du som jobb jobbe jobber arbeide arbeid hva hvor mye gjør tjener tjene en ei et
    hvordan hvilken utdanning utdannelse til for om av lønn lønna lønnen yrke yrket info i er det eg korleis ein kva
    hvem kan hvorfor lenge tar krever trenger karriere stilling ledig
"""
AROUND = frozenset(map(fold, _AROUND.split()))

# Endings of plural, definite and genitive forms, longest first, and forms that no ending explains.
_ENDINGS = ("arane", "erne", "arne", "ene", "ane", "ne", "en", "et", "er", "ar", "e", "n", "r", "a", "s", "t")
_IRREGULAR = (
    ("bondene", "bonde"), ("bonder", "bonde"), ("modrene", "mor"), ("modre", "mor"), ("mennene", "mann"),
    ("menn", "mann"), ("mestrene", "mester"), ("mestre", "mester"), ("kvinnene", "kvinne"), ("folk", "mann"),
)  # fmt: skip
# Nynorsk spellings → bokmål, in folded letters. Whole words first, then endings.
_NYNORSK = (
    ("lakjar", "lege"), ("sjuke", "syke"), ("royr", "ror"), ("skodespel", "skuespill"), ("spel", "spill"),
    ("seljar", "selger"), ("gjevar", "giver"), ("rettleiar", "veileder"), ("leiar", "leder"), ("snikk", "snekk"),
    ("koyr", "kjor"), ("teikn", "tegn"), ("rekneskap", "regnskap"), ("reknskap", "regnskap"), ("eigedom", "eiendom"),
    ("reinhald", "renhold"), ("reins", "rens"), ("vass", "vann"), ("veg", "vei"), ("song", "sang"),
    ("syster", "soster"), ("hovud", "hoved"), ("kyrkje", "kirke"), ("tryggleik", "sikkerhet"), ("skjer", "skjar"),
    ("tenest", "tjenest"), ("korg", "kurv"), ("segl", "seil"), ("reip", "rep"), ("blekk", "blikk"), ("sal", "salg"),
    ("saum", "som"), ("ljos", "lys"), ("kvit", "hvit"), ("gjer", "gjor"), ("istar", "ist"), ("orar", "or"),
)  # fmt: skip
_NYNORSK_ENDINGS = (("jarar", "ere"), ("jar", "er"), ("arar", "ere"), ("ar", "er"), ("ari", "eri"))


def forms(typed: str) -> Iterator[tuple[str, float]]:
    """The folded text itself, then without the words around it, then as the dictionary form, then as bokmål."""
    seen: set[str] = set()
    for text, cost in without_words_around(typed):
        for form, more in word_forms(text):
            if form and form not in seen:
                seen.add(form)
                yield form, cost + more


def without_words_around(typed: str) -> Iterator[tuple[str, float]]:
    yield fold(typed), 0.0
    words = [fold(word) for word in typed.replace("-", " - ").split()]
    words = [word for word in words if word]
    while words and words[0] in AROUND:
        words = words[1:]
    while words and words[-1] in AROUND:
        words = words[:-1]
    yield "".join(words), 0.01
    # Adjectives agree with their noun: grafiske designere is grafisk designer.
    yield "".join([*(word.removesuffix("e") for word in words[:-1]), *words[-1:]]), 0.015


def word_forms(text: str) -> Iterator[tuple[str, float]]:
    yield text, 0.0
    for form in _stems(text):
        yield form, 0.02
    bokmal = in_bokmal(text)
    if bokmal != text:
        yield bokmal, 0.03
    for form in _stems(text):
        yield in_bokmal(form), 0.04


def _stems(text: str) -> Iterator[str]:
    """What the text may be a plural, definite or genitive form of."""
    for ending, stem in _IRREGULAR:
        if text.endswith(ending):
            yield text.removesuffix(ending) + stem
    for ending in _ENDINGS:
        if text.endswith(ending) and len(text) - len(ending) >= 4:
            yield text.removesuffix(ending)


def in_bokmal(text: str) -> str:
    for nynorsk, bokmal in _NYNORSK:
        text = text.replace(nynorsk, bokmal)
    for nynorsk, bokmal in _NYNORSK_ENDINGS:
        if text.endswith(nynorsk):
            return text.removesuffix(nynorsk) + bokmal
    return text
