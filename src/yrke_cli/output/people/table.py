"""Tables for people, as lines of a given width.

From 60 columns up a table is a table; on a narrower screen each row has its name on one line and the rest below it.
What is the same in every row is said once above. Where the columns do not fit, the headings get short, what is usual
goes without saying, and then columns go, in the order that the answer declares; what went is told. Words are kept
whole and so is what a no-break space holds together, as long as there is room.
"""

from __future__ import annotations

from yrke_cli.output.people import visible, with_unit
from yrke_cli.output.people.lines import Span, broken, hanging, indented, readable_width, wrapped
from yrke_cli.output.people.sheet import ever_less, is_number, sheets_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.answers.shapes import Table
    from yrke_cli.output.people.lines import Line
    from yrke_cli.output.people.sheet import Sheet
    from yrke_cli.records import Column

# Spaces between two columns, and before what continues on a line of its own.
GAP = 2
INDENT = 2
# A screen that is narrower has no room for a table.
LEAST_WIDTH = 60
# The least room for a running text in a cell; a name must stand on two lines.
LEAST_TEXT = 24
# How many answers are compared side by side; more are rows.
MOST_BESIDE = 3


def tables(answer: Table, width: int) -> list[Line]:
    """The tables of the answer, one under the other."""
    if answer.compared and len(answer.rows) <= MOST_BESIDE:
        columns = visible(answer)
        return _side_by_side(columns, [with_unit(answer, row, columns) for row in answer.rows], width)
    lines: list[Line] = []
    for sheet in sheets_of(answer):
        lines += [*([[]] if lines else []), *_laid(sheet, width)]
    return lines


def _laid(sheet: Sheet, width: int) -> list[Line]:
    """The sheet at this width: what is said above it, the table, and what there is no room for."""
    narrow = width < LEAST_WIDTH and len(sheet.columns) > 1
    room = width - INDENT if narrow else width
    widths: list[int] = []
    for attempt in ever_less(sheet):
        sheet = attempt
        widths = _widths(sheet, room, LEAST_TEXT, named=not narrow)
        if widths:
            break
    widths = widths or _widths(sheet, room, 1, named=not narrow) or _squeezed(sheet, room, named=not narrow)
    body = _entries(sheet, widths, width) if narrow else _grid(sheet, widths)
    small, caption = readable_width(width), sheet.caption()
    lines = [*wrapped(caption, small, style="strong"), [], *body] if caption else body
    if not sheet.shed:
        return lines
    told = f"Ikke vist: {', '.join(sheet.shed)}. {sheet.answer.more}"
    return [*lines, [], *wrapped(told, small, style="small")]


# How wide a column is.


def _widths(sheet: Sheet, width: int, text: int, *, named: bool) -> list[int]:
    """The width of each column so that no word is broken and no number wrapped; [] if they do not fit.

    `text` is the least width of a text, `named` whether the first column, which names the rows, is one of them.
    """
    places = range(0 if named else 1, len(sheet.columns))
    headings = sheet.headings()
    most = [max(map(len, (headings[place], *sheet.values(place)))) for place in places]
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
    from textwrap import wrap

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


# Lines.


def _grid(sheet: Sheet, widths: list[int]) -> list[Line]:
    right = [is_number(column) for column in sheet.columns]
    head = _row(sheet.headings(), widths, right, "strong", low=True)
    rule = [Span("─" * (sum(widths) + GAP * (len(widths) - 1)), "small")]
    return [*head, rule, *(line for row in sheet.rows for line in _row(row, widths, right, hanging=INDENT))]


def _entries(sheet: Sheet, widths: list[int], width: int) -> list[Line]:
    """Each row with its name on a line of its own and the other cells below it, under their headings."""
    right = [is_number(column) for column in sheet.columns[1:]]
    first, *others = sheet.headings()
    lines = [*wrapped(first, width, style="strong")]
    lines += indented(_row(others, widths, right, "strong", low=True), INDENT) if others else []
    lines.append([Span("─" * min(width, max(sum(widths) + GAP * len(widths), len(first))), "small")])
    for name, *rest in sheet.rows:
        lines += [[Span(text, link=_link(name))] for text in broken(name, width, hanging=INDENT)]
        lines += indented(_row(rest, widths, right), INDENT) if any(rest) else []
    return lines


def _row(
    cells: Sequence[str],
    widths: Sequence[int],
    right: Sequence[bool],
    style: str = "",
    *,
    low: bool = False,
    hanging: int = 0,
) -> list[Line]:
    """A row in as many lines as its tallest cell needs; `low` puts short cells at its foot, `hanging` indents what
    continues of the first."""
    wrapped_cells = [
        broken(cell, width, hanging=0 if place else hanging)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    height = max(map(len, wrapped_cells))
    lines: list[Line] = []
    for number in range(height):
        line: Line = []
        for place, (own, width) in enumerate(zip(wrapped_cells, widths, strict=True)):
            at = number - (height - len(own) if low else 0)
            text = own[at] if 0 <= at < len(own) else ""
            filling = " " * (width - len(text))
            gap = " " * GAP if place else ""
            link = _link(cells[place])
            line += [Span(gap + filling), Span(text, style, link)] if right[place] else [
                Span(gap), Span(text, style, link), Span(filling)
            ]  # fmt: skip
        lines.append(line)
    return lines


def _link(text: str) -> str:
    """Where a cell leads that is an address."""
    return text if text.startswith(("https://", "http://")) and " " not in text else ""


# Answers side by side.


def _side_by_side(columns: Sequence[Column], cells: list[list[str]], width: int) -> list[Line]:
    """One column an answer, one line a fact; where that is too narrow, under each fact what the answers say."""
    known = [place for place in range(1, len(columns)) if any(row[place] for row in cells)]
    facts = [[columns[place].heading, *(row[place] for row in cells)] for place in known]
    head = ["", *(row[0] for row in cells)]
    words, longest = [], []
    for place in range(len(head)):
        own = [head[place], *(fact[place] for fact in facts)]
        words.append(max(len(word) for text in own for word in text.split(" ")))
        longest.append(max(map(len, own)))
    room = width - sum(words) - GAP * len(cells)
    if room < 0:
        return _fact_by_fact(head, facts, width)
    # What the facts are called stays on one line where that leaves the answers room.
    if longest[0] - words[0] <= room:
        room -= longest[0] - words[0]
        words[0] = longest[0]
    widths = [words[0], *_even(words[1:], longest[1:], room)]
    left = [False] * len(widths)
    rule = [Span("─" * (sum(widths) + GAP * len(cells)), "small")]
    lines = [*_row(head, widths, left, "strong", low=True), rule]
    return lines + [line for fact in facts for line in _row(fact, widths, left)]


def _even(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """The widths when the room that is left makes the columns as alike as they can be."""
    widths = list(least)
    for _ in range(min(room, sum(most))):
        lacking = [place for place in range(len(widths)) if widths[place] < most[place]]
        if not lacking:
            break
        widths[min(lacking, key=lambda place: widths[place])] += 1
    return widths


def _fact_by_fact(head: list[str], facts: list[list[str]], width: int) -> list[Line]:
    lines: list[Line] = []
    by = min(max(map(len, head)) + GAP, width // 2)
    for heading, *said in facts:
        lines += wrapped(heading, width, style="strong")
        for name, text in zip(head[1:], said, strict=True):
            lines += indented(_beside(name, text, by, width - INDENT), INDENT)
    return lines


def _beside(name: str, text: str, by: int, width: int) -> list[Line]:
    if len(name) < by:
        return hanging(name, wrapped(text, width - by, link=_link(text)), by, "small")
    return [*wrapped(name, width, style="small"), *indented(wrapped(text, width - by, link=_link(text)), by)]
