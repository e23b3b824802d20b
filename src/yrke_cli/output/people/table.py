"""Tables for people, as lines of a given width.

What is the same in every row is said once above it; where the columns do not fit, what is usual goes without saying;
where they still do not, each row is a block. Words are kept whole and so is what a no-break space holds together, as
long as there is room.
"""

from __future__ import annotations

from yrke_cli.answers.usual import ELSE, usual_of
from yrke_cli.output.people import readable, visible
from yrke_cli.output.people.lines import READABLE, Span, broken, hanging, indented, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.answers.shapes import Table
    from yrke_cli.output.people.lines import Line
    from yrke_cli.records import Column

# Spaces between two columns; how much of what names a row must stand on one line, and how little will do.
GAP = 2
NAME_WIDTH = 24
LEAST_NAME_WIDTH = 16
# A table that a few longer words would break up into blocks breaks those words instead.
LONG_WORD = 18


def table_lines(answer: Table, width: int) -> list[Line]:
    columns = visible(answer)
    cells = [readable(answer, row, columns) for row in answer.rows]
    if answer.compared:
        return _side_by_side(columns, cells, width)
    common, kept = _common(columns, cells)
    headings = [columns[place] for place in kept]
    rows = [[row[place] for place in kept] for row in cells]
    widths = _widths(headings, rows, width)
    if not widths and len(rows) > 1:
        usual, brief_headings, brief_rows = _brief(headings, rows)
        widths = _widths(brief_headings, brief_rows, width) or _widths(brief_headings, brief_rows, width, LONG_WORD)
        if widths:
            common, headings, rows = [*common, *usual], brief_headings, brief_rows
    if widths:
        body = _grid(headings, rows, widths)
    else:
        # What names the rows needs its heading where it is not what the table is about.
        label = "" if headings[0] is columns[0] else f"{headings[0].heading}: "
        body = _stacked(headings, [[label + row[0], *row[1:]] for row in rows], width)
    caption = " · ".join([text for text in (answer.title, *common) if text])
    return [*wrapped(caption, width, style="strong"), [], *body] if caption else body


def _common(columns: Sequence[Column], cells: list[list[str]]) -> tuple[list[str], list[int]]:
    """What every row has in common, in words, and the places of the columns that are left.

    The first column names the rows. Where they all have the same name, the next one that differs does.
    """
    common, kept = [], []
    for place, column in enumerate(columns):
        values = {row[place] for row in cells}
        if values == {""}:
            continue
        if len(values) == 1 and column.kind in ("text", "year") and (place > 0 or len(cells) > 1):
            value = next(iter(values))
            common.append(f"{column.heading.lower()}: {value}" if place else value)
        else:
            kept.append(place)
    return (common, kept) if kept else ([], list(range(len(columns))))


def _brief(headings: list[Column], rows: list[list[str]]) -> tuple[list[str], list[Column], list[list[str]]]:
    """The table without the columns in which nearly every row says the same: the others say it after their names."""
    usual: dict[int, str] = {}
    for place in range(1, len(headings)):
        most = usual_of([row[place] for row in rows])
        # An amount is never usual, but a column of amounts may be empty but for a few rows.
        if most is not None and not (most and _is_number(headings[place])):
            usual[place] = most
    said = [f"{headings[place].heading.lower()}: {value} {ELSE}" for place, value in usual.items() if value]
    kept = [place for place in range(len(headings)) if place not in usual]
    brief = []
    for row in rows:
        own = [_named(headings[place], row[place]) for place, value in usual.items() if row[place] not in (value, "")]
        brief.append([f"{row[0]} ({', '.join(own)})" if own else row[0], *(row[place] for place in kept[1:])])
    return said, [headings[place] for place in kept], brief


def _named(column: Column, value: str) -> str:
    # A number, a mark or "alle" says nothing without its heading.
    said = column.kind == "year" or (value[0].isalpha() and value != "alle")
    return value if said else f"{column.heading.lower()} {value}"


def _widths(headings: list[Column], rows: list[list[str]], width: int, longest_word: int = READABLE) -> list[int]:
    """The width of each column so that no word of this length is broken and no number wrapped; [] if it does not fit.

    What is left over after every column's longest word goes to the numbers first, then to the widest need.
    """
    for name in (NAME_WIDTH, LEAST_NAME_WIDTH):
        least, most = [], []
        for place, column in enumerate(headings):
            cells = [column.heading, *(row[place] for row in rows)]
            longest = max(map(len, cells))
            word = min(longest_word, max(len(part) for cell in cells for part in cell.split(" ")))
            # The first column names the row: squeezed into single words it could not be read.
            least.append(min(longest, max(word, name)) if place == 0 else word)
            most.append(longest)
        room = width - sum(least) - GAP * (len(headings) - 1)
        if room >= 0:
            return _spread(headings, least, most, room)
    return []


def _spread(headings: list[Column], least: list[int], most: list[int], room: int) -> list[int]:
    """What is left over, to the numbers first."""
    numbers = [need if _is_number(column) else own for column, own, need in zip(headings, least, most, strict=True)]
    widened = _shared(least, numbers, room)
    return _shared(widened, most, room - sum(widened) + sum(least))


def _shared(least: list[int], most: list[int], room: int) -> list[int]:
    """The widths when the room that is left is shared: each sign goes where most is lacking."""
    widths = list(least)
    for _ in range(room):
        widest = max(range(len(widths)), key=lambda place: most[place] - widths[place])
        if widths[widest] >= most[widest]:
            break
        widths[widest] += 1
    return widths


def _is_number(column: Column) -> bool:
    return column.kind not in ("text", "year")


def _grid(headings: list[Column], rows: list[list[str]], widths: list[int]) -> list[Line]:
    right = [_is_number(column) for column in headings]
    head = _row([column.heading for column in headings], widths, right, "strong", low=True)
    rule = [Span("─" * (sum(widths) + GAP * (len(widths) - 1)), "small")]
    return [*head, rule, *(line for row in rows for line in _row(row, widths, right))]


def _row(
    cells: Sequence[str], widths: list[int], right: list[bool], style: str = "", *, low: bool = False
) -> list[Line]:
    """A row in as many lines as its tallest cell needs; `low` puts short cells at its foot."""
    wrapped_cells = [broken(cell, width) for cell, width in zip(cells, widths, strict=True)]
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


def _stacked(headings: list[Column], rows: list[list[str]], width: int) -> list[Line]:
    """Each row as a block: its name, and below it what each column says."""
    lines: list[Line] = []
    for row in rows:
        said = [(column, text) for column, text in list(zip(headings, row, strict=True))[1:] if text]
        by = max((len(column.heading) for column, _ in said), default=0) + 1
        lines += [*([[]] if lines else []), *wrapped(row[0], width, style="strong")]
        for column, text in said:
            lines += indented(hanging(column.heading, wrapped(text, width - 2 - by, link=_link(text)), by, "small"), 2)
    return lines


def _side_by_side(columns: Sequence[Column], cells: list[list[str]], width: int) -> list[Line]:
    """One column an answer, one line a fact; where that is too narrow, one block an answer."""
    facts = [[column.heading, *(row[place] for row in cells)] for place, column in enumerate(columns[1:], 1)]
    head = ["", *(row[0] for row in cells)]
    words, longest = [], []
    for place in range(len(head)):
        own = [head[place], *(fact[place] for fact in facts)]
        words.append(max(len(word) for text in own for word in text.split(" ")))
        longest.append(max(map(len, own)))
    room = width - sum(words) - GAP * len(cells)
    if room < 0:
        return _stacked(list(columns), cells, width)
    # What the facts are called stays on one line where that leaves the answers room.
    if longest[0] - words[0] <= room:
        room -= longest[0] - words[0]
        words[0] = longest[0]
    widths = _shared(words, longest, room)
    left = [False] * len(widths)
    rule = [Span("─" * (sum(widths) + GAP * len(cells)), "small")]
    lines = [*_row(head, widths, left, "strong", low=True), rule]
    return lines + [line for fact in facts for line in _row(fact, widths, left)]
