"""Words and numbers: folding names, sorting as Norwegians do, writing kroner, echoing safely."""

from __future__ import annotations

NBSP = "\u00a0"  # no-break space

_PLAIN = {"æ": "ae", "ø": "o", "å": "a"}
# Every way of writing a letter that a keyboard may lack ends in the same folded letter.
_FOLDED = str.maketrans({"æ": "a", "å": "a", "ø": "o"})
_SAME = (("ae", "a"), ("aa", "a"), ("oe", "o"))
_LAST = {"æ": "{", "ø": "|", "å": "}"}


def without_accents(text: str) -> str:
    """Letters without their accents; æ, ø and å stay as they are."""
    if all(letter.isascii() or letter in "æøåÆØÅ" for letter in text):
        return text
    return "".join(letter if letter in "æøåÆØÅ" else _bare(letter) for letter in composed(text))


def composed(text: str) -> str:
    """The text with composed letters (NFC): å as one sign, not as an a and a ring."""
    # Below U+0300, the first combining mark, every text is composed, and the tables need not be loaded.
    if max(text, default="") < "\u0300":
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


def _bare(letter: str) -> str:
    from unicodedata import combining, normalize

    return "".join(part for part in normalize("NFKD", letter) if not combining(part))


def fold(text: str) -> str:
    """The form in which names are compared: case, accents, spaces, signs and the spelling of æøå do not count."""
    bare = without_accents(text.casefold()).casefold().translate(_FOLDED)
    folded = "".join(letter for letter in bare if letter.isalnum())
    # Folding once more must change nothing, so what a replacement brings together is replaced as well.
    while any(written in folded for written, _ in _SAME):
        for written, same in _SAME:
            folded = folded.replace(written, same)
    return folded


def grams(folded: str) -> list[str]:
    """The parts of a folded name that the index of names is made of: three letters each, its ends marked."""
    marked = f"^^{folded}$"
    return sorted({marked[place : place + 3] for place in range(len(marked) - 2)})


def plain(text: str) -> str:
    """The spelling without letters outside ASCII: lønn → lonn, kjønn → kjonn, opptakskrav år → opptakskrav ar."""
    plainer = without_accents(text)
    for letter, written in _PLAIN.items():
        plainer = plainer.replace(letter, written)
    return plainer


def slug(title: str) -> str:
    """The name of an occupation's record: lower-case ASCII, everything but letters and digits a hyphen."""
    letters = [letter if letter.isascii() and letter.isalnum() else "-" for letter in plain(title.lower())]
    return "-".join(part for part in "".join(letters).split("-") if part)


def norwegian_order(text: str) -> str:
    """A sort key: no case, no accents, and æ, ø, å last in that order."""
    ordered = without_accents(text.casefold())
    for letter, last in _LAST.items():
        ordered = ordered.replace(letter, last)
    return ordered


def thousands(number: float) -> str:
    """30700 → "30 700", with a no-break space and a decimal comma."""
    whole = f"{number:,}".replace(",", NBSP)
    return whole.replace(".", ",")


def kroner(amount: float | None) -> str:
    """30700 → "30 700 kr"; not known → an empty text."""
    return "" if amount is None else f"{thousands(amount)}{NBSP}kr"


_PARTS = {0: "", 0.25: "¼", 0.5: "½", 0.75: "¾"}
WEEKS = 52  # in a year


def years(length: float | None) -> str:
    """3 → "3 år", 2.5 → "2½ år", 0.75 → "9 måneder", 0.08 → "4 uker"; not known → an empty text."""
    if length is None:
        return ""
    if 0 < length < 0.25:
        weeks = round(length * WEEKS)
        return f"{weeks}{NBSP}{'uke' if weeks == 1 else 'uker'}"
    # Quarters, as lengths are given in: the weeks of a course do not count beside years.
    whole, part = divmod(round(length * 4) / 4, 1)
    if not whole and part != 0.5:
        return f"{int(12 * part)}{NBSP}måneder" if part else f"0{NBSP}år"
    number = f"{int(whole) or ''}{_PARTS[part]}"
    return f"{number}{NBSP}år"


def listed(words: list[str], last: str = "og") -> str:
    """["a", "b", "c"] → "a, b og c"."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def spanning(groups: int) -> str:
    """What to say of the pay of a title that spans so many unit groups."""
    return f"{groups} yrkesgrupper, og lønnen i én av dem gjelder ikke alle"


def lower_first(text: str) -> str:
    """Inside a sentence: "Fagbrev" → "fagbrev", but an abbreviation stays ("ECDL")."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """At the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def echoed(typed: str, most: int = 60) -> str:
    """What someone typed, safe to print: control characters and stray bytes are written out, long texts are cut."""
    safe = "".join(letter if letter.isprintable() else _written_out(letter) for letter in typed[:most])
    return safe + ("…" if len(typed) > most else "")


def described(error: Exception) -> str:
    """An error that has no words of ours: its kind and its own words, safe to print."""
    return f"{type(error).__name__}: {echoed(str(error))}".rstrip(": ")


def for_shell(name: str, slug: str) -> str:
    """A name to type in a call, or the slug where a shell would read more than words in the name."""
    return name if all(letter.isalnum() or letter in " -" for letter in name) else slug


def quoted(value: str) -> str:
    """The value of an option as it is typed in a shell. The values are ours: none has signs that mean more there."""
    return value if value.isalnum() else f'"{value}"'


def washed(text: str) -> str:
    """A text of others', safe to show: what a terminal would obey, or would turn the reading of, is written out."""
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or letter == NBSP else " " if letter.isspace() else _written_out(letter)
        for letter in text
    )


def _written_out(letter: str) -> str:
    number = ord(letter)
    # Python keeps a byte that is not UTF-8 as a lone surrogate from U+DC80 on.
    return f"\\x{number - 0xDC00:02x}" if 0xDC80 <= number <= 0xDCFF else letter.encode("unicode_escape").decode()


_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli",
    "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def dated(iso: str) -> str:
    """2015-03-13 → "13. mars 2015"."""
    year, month, day = iso.split("-")
    return f"{int(day)}. {_MONTHS[int(month) - 1]} {year}"
