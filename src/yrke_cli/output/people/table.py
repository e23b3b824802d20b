"""Tables for people, as lines of a given width.

From 60 columns up a table is a table; on a narrower screen each row has its name on one line and the rest below it.
What is the same in every row is said once above.
"""

from __future__ import annotations

from yrke_cli.output.people import visible, with_unit
from yrke_cli.output.people.lines import Span, broken, indented, readable_width, wrapped
from yrke_cli.output.people.sheet import is_number, sheets_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.answers.shapes import Table
    from yrke_cli.output.people.lines import Line
    from yrke_cli.output.people.sheet import Sheet

# Spaces between two columns, and before what continues on a line of its own.
GAP = 2
INDENT = 2
# A screen that is narrower has no room for a table.
LEAST_WIDTH = 60
# How many answers are compared side by side; more are rows.
MOST_BESIDE = 3


def tables(answer: Table, width: int) -> list[Line]:
    """The tables of the answer, one under the other."""
    if answer.compared and len(answer.rows) <= MOST_BESIDE:
        from yrke_cli.output.people.beside import side_by_side

        columns = visible(answer)
        beside = side_by_side(columns, [with_unit(answer, row, columns) for row in answer.rows], width)
        if beside:
            return beside
    lines: list[Line] = []
    shed: list[str] = []
    for whole in sheets_of(answer):
        sheet, own = _laid(whole, width)
        lines += [*([[]] if lines else []), *own]
        shed += sheet.shed
    if shed:
        told = f"Ikke vist: {', '.join(dict.fromkeys(shed))}. {answer.more}"
        lines += [[], *wrapped(told, readable_width(width), style="small")]
    return lines


def _laid(sheet: Sheet, width: int) -> tuple[Sheet, list[Line]]:
    """What of the sheet there is room for, and its lines: what is said above it, and the table."""
    narrow = width < LEAST_WIDTH and len(sheet.columns) > 1
    room = width - INDENT if narrow else width
    widths = natural(sheet, named=not narrow)
    if sum(widths) + GAP * (len(widths) - 1) > room:
        # Only where something does not fit: most calls are in a pipe, where all does.
        from yrke_cli.output.people.fitting import fitted

        sheet, widths = fitted(sheet, room, named=not narrow)
    body = _entries(sheet, widths, width) if narrow else _grid(sheet, widths)
    caption = sheet.caption()
    above = [*wrapped(caption, readable_width(width), style="strong"), []] if caption else []
    return sheet, above + body


def natural(sheet: Sheet, *, named: bool) -> list[int]:
    """The width of each column if nothing in it is wrapped; `named` says whether the first one is counted."""
    headings = sheet.headings()
    places = range(0 if named else 1, len(sheet.columns))
    return [max(map(len, (headings[place], *sheet.values(place)))) for place in places]


# Lines.


def _grid(sheet: Sheet, widths: list[int]) -> list[Line]:
    right = [is_number(column) for column in sheet.columns]
    head = row_lines(sheet.headings(), widths, right, "strong", low=True)
    rule = [Span("─" * (sum(widths) + GAP * (len(widths) - 1)), "small")]
    return [*head, rule, *(line for row in sheet.rows for line in row_lines(row, widths, right, hanging=INDENT))]


def _entries(sheet: Sheet, widths: list[int], width: int) -> list[Line]:
    """Each row with its name on a line of its own and the other cells below it, under their headings."""
    right = [is_number(column) for column in sheet.columns[1:]]
    first, *others = sheet.headings()
    lines = [*wrapped(first, width, style="strong")]
    lines += indented(row_lines(others, widths, right, "strong", low=True), INDENT) if others else []
    lines.append([Span("─" * min(width, max(sum(widths) + GAP * len(widths), len(first))), "small")])
    for name, *rest in sheet.rows:
        lines += [[Span(text, link=link_of(name))] for text in broken(name, width, hanging=INDENT)]
        lines += indented(row_lines(rest, widths, right), INDENT) if any(rest) else []
    return lines


def row_lines(
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
    parts = [broken(cells[0], widths[0], hanging=hanging), *map(broken, cells[1:], widths[1:])]
    height = max(map(len, parts))
    lines = []
    for number in range(height):
        line: Line = []
        before = ""
        for cell, own, width, to_the_right in zip(cells, parts, widths, right, strict=True):
            at = number - (height - len(own) if low else 0)
            text = own[at] if 0 <= at < len(own) else ""
            filling = " " * (width - len(text))
            line += [Span(before + filling if to_the_right else before), Span(text, style, link_of(cell))]
            before = " " * GAP if to_the_right else filling + " " * GAP
        lines.append(line)
    return lines


def link_of(text: str) -> str:
    """Where a cell leads that is an address."""
    return text if text.startswith(("https://", "http://")) and " " not in text else ""
