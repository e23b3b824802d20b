"""Few answers that are compared: side by side, or on a narrow screen fact by fact."""

from __future__ import annotations

from yrke_cli.output.people.lines import Span, hanging, indented, wrapped
from yrke_cli.output.people.table import GAP, INDENT, LEAST_WIDTH, link_of, row_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.output.people.lines import Line
    from yrke_cli.records import Column


def side_by_side(columns: Sequence[Column], cells: list[list[str]], width: int) -> list[Line]:
    """One column an answer, one line a fact. Where that does not fit: on a screen that takes tables nothing, since they
    are better rows of one; on a narrower one under each fact what the answers say."""
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
        return [] if width >= LEAST_WIDTH else _fact_by_fact(head, facts, width)
    # What the facts are called stays on one line where that leaves the answers room.
    if longest[0] - words[0] <= room:
        room -= longest[0] - words[0]
        words[0] = longest[0]
    widths = [words[0], *_even(words[1:], longest[1:], room)]
    left = [False] * len(widths)
    rule = [Span("─" * (sum(widths) + GAP * len(cells)), "small")]
    lines = [*row_lines(head, widths, left, "strong", low=True), rule]
    return lines + [line for fact in facts for line in row_lines(fact, widths, left)]


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
        return hanging(name, wrapped(text, width - by, link=link_of(text)), by, "small")
    return [*wrapped(name, width, style="small"), *indented(wrapped(text, width - by, link=link_of(text)), by)]
