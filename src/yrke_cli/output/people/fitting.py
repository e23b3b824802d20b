"""A table where its columns do not fit: headings get short, what is usual goes without saying, and then columns go, in
the order that the answer declares; last, words are broken. Words are kept whole and so is what a no-break space holds
together, as long as there is room."""

from __future__ import annotations

from textwrap import wrap

from yrke_cli.answers.usual import ELSE, usual_of
from yrke_cli.output.people.sheet import is_number
from yrke_cli.output.people.table import GAP, INDENT, natural
from yrke_cli.words import lower_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yrke_cli.output.people.sheet import Sheet

# The least room for a running text in a cell; a name must stand on two lines.
LEAST_TEXT = 24


def fitted(sheet: Sheet, width: int, *, named: bool) -> tuple[Sheet, list[int]]:
    """What of the sheet has room, and the width of each column; `named` says whether the first column, which names the
    rows, is one of them."""
    for attempt in _ever_less(sheet):
        sheet = attempt
        widths = _widths(sheet, width, LEAST_TEXT, named=named)
        if widths:
            return sheet, widths
    return sheet, _widths(sheet, width, 1, named=named) or _squeezed(sheet, width, named=named)


def _ever_less(sheet: Sheet) -> Iterator[Sheet]:
    """The sheet, and then with less and less on it."""
    yield sheet
    sheet = sheet.with_rows(sheet.rows)
    sheet.short = True
    yield sheet
    sheet = without_the_usual(sheet)
    yield sheet
    for keys in sheet.answer.sheds:
        gone = [column for column in sheet.columns if column.key in keys.split("+")]
        places = [place for place, column in enumerate(sheet.columns) if column not in gone]
        if gone and places:
            sheet = sheet.but(places, shed=[lower_first(column.heading) for column in gone])
            yield sheet
    yield _without(sheet, dict.fromkeys(sheet.once(), ""))


def without_the_usual(sheet: Sheet) -> Sheet:
    """Without the columns, of those that may be said once, in which nearly every row says the same."""
    usual = {place: most for place in sheet.once() if (most := usual_of(sheet.values(place))) is not None}
    return _without(sheet, usual)


def _without(sheet: Sheet, usual: dict[int, str]) -> Sheet:
    """Without these columns: what is usual in each ("" for nothing) is said above, what is not after the name."""
    named = []
    for row in sheet.rows:
        own = [sheet.in_words(place, row[place]) for place, most in usual.items() if row[place] not in (most, "")]
        named.append([_with(row[0], own), *row[1:]])
    said = [f"{sheet.in_words(place, most)} {ELSE}" for place, most in usual.items() if most]
    return sheet.with_rows(named).but([place for place in range(len(sheet.columns)) if place not in usual], said)


def _with(name: str, own: Sequence[str]) -> str:
    """A name and what is said after it; no brackets after brackets."""
    if not own:
        return name
    return f"{name} · {', '.join(own)}" if name.endswith(")") else f"{name} ({', '.join(own)})"


# How wide a column is.


def _widths(sheet: Sheet, width: int, text: int, *, named: bool) -> list[int]:
    """The width of each column so that no word is broken and no number wrapped; [] if they do not fit.

    `text` is the least width of a text.
    """
    places = range(0 if named else 1, len(sheet.columns))
    most = natural(sheet, named=named)
    if sum(most) + GAP * (len(most) - 1) <= width:
        return most
    least = [_least(sheet, place, text) for place in places]
    room = width - sum(least) - GAP * (len(least) - 1)
    if room < 0:
        return []
    # What is left over goes to the numbers first: their headings stay on one line.
    numbers = [
        need if is_number(sheet.columns[place]) else own for place, own, need in zip(places, least, most, strict=True)
    ]
    widened = _shared(least, numbers, room)
    return _shared(widened, most, room - sum(widened) + sum(least))


def _least(sheet: Sheet, place: int, text: int) -> int:
    """The least width of a column: its longest number, its longest word, and for a name half of it."""
    column, values = sheet.columns[place], sheet.values(place)
    heading = max(map(len, sheet.headings()[place].split(" ")))
    if is_number(column):
        return max(heading, *map(len, values))
    if place == 0:
        return max(heading, _for_two_lines(values))
    words = max(len(word) for value in values for word in value.split(" "))
    return max(heading, words, min(_for_two_lines(values), text))


def _for_two_lines(texts: Sequence[str]) -> int:
    """The least width at which each of the texts has room on two lines."""
    least = 1
    # Half of a text is the least that it can need: only few are looked at.
    for text in sorted(set(texts), key=len, reverse=True):
        if len(text) <= least or len(text) // 2 < least - len(text) // 2:
            break
        least = max(least, _halved(text))
    return least


def _halved(text: str) -> int:
    """The width of the longer of two lines that the text is best broken into, at a word or a hyphen."""
    pieces = wrap(text, 1, break_long_words=False)
    best, end = len(text), 0
    for piece in pieces[:-1]:
        end = text.index(piece, end) + len(piece)
        rest = len(text[end:].lstrip(" ")) + INDENT
        best = min(best, max(end, rest))
    return max(best, *map(len, pieces))


def _shared(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """The widths when the room that is left is shared: each sign goes where most is lacking."""
    if sum(most) - sum(least) <= room:
        return [max(pair) for pair in zip(least, most, strict=True)]
    widths = list(least)
    for _ in range(room):
        widest = max(range(len(widths)), key=lambda place: most[place] - widths[place])
        if widths[widest] >= most[widest]:
            break
        widths[widest] += 1
    return widths


def _squeezed(sheet: Sheet, width: int, *, named: bool) -> list[int]:
    """Widths where not even words have room: what is lacking is taken from the widest."""
    widths = [_least(sheet, place, 1) for place in range(0 if named else 1, len(sheet.columns))]
    room = width - GAP * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths
