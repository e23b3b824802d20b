"""What a person reads, as lines of styled text for a given width: pages, tables, trees and small print.

Nothing here knows how a style looks or where the lines go. Colour and weight only repeat what the words and their
places already say. Words are kept whole and so is what a no-break space holds together, as long as there is room.
"""

from __future__ import annotations

from yrke_cli.answers.shapes import Items, Missing, Node, Notes, Page, Section, Table, Text
from yrke_cli.output.people.lines import READABLE, Span, hanging, indented, notes, readable_width, wrapped
from yrke_cli.output.people.table import tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yrke_cli.answers.shapes import Fact
    from yrke_cli.output.people.lines import Line

# Spaces between what a thing is called and what is said of it.
GAP = 2


def lines_of(answer: Table | Page, width: int, *, drawn: bool = False) -> list[Line]:
    """The lines that a person sees at this width; `drawn` asks for the graph of a table."""
    if isinstance(answer, Page):
        return page_lines(answer, min(width, READABLE))
    if drawn:
        from yrke_cli.output.people import graph

        return graph.drawn(answer, width)
    return table_lines(answer, width)


def page_lines(answer: Page, width: int, *, indent: int = 2) -> list[Line]:
    """The page, whose sections are indented."""
    lines = wrapped(answer.title, width, style="title")
    if answer.lead:
        lines += [[], *wrapped(answer.lead, width)]
    facts = answer.facts()
    if facts:
        lines += [[], *_facts(facts, width)]
    for section in answer.sections():
        heading = f"{section.heading} ({section.aside})" if section.aside else section.heading
        lines += [[], *wrapped(heading, width, style="heading")]
        for number, block in enumerate(_blocks(section, width - indent)):
            lines += [*([[]] if number else []), *indented(block, indent)]
    return lines


def table_lines(answer: Table, width: int) -> list[Line]:
    """The tree or the table, and its small print."""
    if answer.tree:
        lines = [line for root in answer.tree for line in tree(root, readable_width(width))]
    else:
        lines = tables(answer, width)
    footnotes = answer.footnotes()
    return [*lines, [], *notes(footnotes, readable_width(width))] if footnotes else lines


# How wide the range beside a fact is.
RANGE = 21


def _facts(facts: Sequence[Fact], width: int) -> list[Line]:
    """Two columns: what it is, and what is known of it."""
    by = max(len(fact.name) for fact in facts) + GAP
    lines = []
    for fact in facts:
        own = hanging(fact.name, wrapped(fact.text, width - by), by, "small")
        if fact.drawn and by + len(fact.text) + GAP + RANGE <= width:
            own[0] += [Span(" " * GAP), *_range(*fact.drawn)]
        lines += own
    return lines


def _range(low: int, middle: int, high: int) -> list[Span]:
    """├──●──┤ with the median at its place between the quartiles."""
    at = round((middle - low) / ((high - low) or 1) * (RANGE - 3)) + 1
    return [Span(f"├{'─' * (at - 1)}", "bar"), Span("●", "mark"), Span(f"{'─' * (RANGE - 2 - at)}┤", "bar")]


def _blocks(section: Section, width: int) -> Iterator[list[Line]]:
    for block in section.blocks:
        if isinstance(block, Text):
            yield wrapped(block.text, width)
        elif isinstance(block, Items):
            yield [line for item in block.items for line in hanging("•", wrapped(item, width - 2), 2)]
        elif isinstance(block, Notes):
            yield notes(block.notes, width)
        elif isinstance(block, Missing):
            yield wrapped(f"Mangler: {block.why}", width, style="small")
        elif isinstance(block, Node):
            yield tree(block, width)
        else:
            yield table_lines(block, width)


# Trees.

# How far a branch is from what it grows on.
STEP = 4


def tree(root: Node, width: int) -> list[Line]:
    """The tree; what is said beside its labels stands in one column where there is room for that."""
    ends = list(_ends(root, 0))
    widest = max(aside for _, aside in ends)
    column = max((end + GAP for end, _ in ends if end + GAP + widest <= width), default=0)
    return [*_label(root, width, column, "strong"), *_branches(root, width, column)]


def _ends(node: Node, depth: int) -> Iterator[tuple[int, int]]:
    """Of each label: where it ends, if anything is said beside it, and how long that is."""
    yield (depth + len(node.label) if node.aside else 0), len(node.aside)
    for branch in node.branches:
        yield from _ends(branch, depth + STEP)


def _branches(node: Node, width: int, column: int) -> list[Line]:
    lines = []
    for branch in node.branches:
        last = branch is node.branches[-1]
        room, beside = width - STEP, max(column - STEP, 0)
        below = [*_label(branch, room, beside), *_branches(branch, room, beside)]
        guides = ["└── " if last else "├── ", *["    " if last else "│   "] * (len(below) - 1)]
        lines += [[Span(guide, "small"), *line] for guide, line in zip(guides, below, strict=True)]
    # What must be known stands below the branches, not as one of them.
    return lines + (wrapped(node.note, width) if node.note else [])


def _label(node: Node, width: int, column: int, style: str = "") -> list[Line]:
    """The label, and beside it, in this column if there is one, or below it what is said of it."""
    if not node.aside:
        return wrapped(node.label, width, style=style, link=_address(node.label))
    if len(node.label) + GAP + len(node.aside) <= width:
        filling = " " * max(column - len(node.label), GAP)
        return [[Span(node.label, style), Span(filling + node.aside, "small")]]
    return [*wrapped(node.label, width, style=style), *indented(wrapped(node.aside, width - 2, style="small"), 2)]


def _address(label: str) -> str:
    """Where a label leads that ends in an address; "" for nowhere."""
    _, scheme, rest = label.partition("https://")
    return scheme + rest if scheme and " " not in rest else ""
