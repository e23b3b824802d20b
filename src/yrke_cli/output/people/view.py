"""What a person reads, as lines of styled text for a given width: pages, tables, trees and small print.

Nothing here knows how a style looks or where the lines go. Colour and weight only repeat what the words and their
places already say. Words are kept whole and so is what a no-break space holds together, as long as there is room.
"""

from __future__ import annotations

from yrke_cli.answers.shapes import Items, Missing, Node, Notes, Page, Section, Table, Text
from yrke_cli.output.people.lines import READABLE, Span, hanging, indented, notes, wrapped
from yrke_cli.output.people.table import table_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yrke_cli.output.people.lines import Line

# Spaces between what a thing is called and what is said of it.
GAP = 2


def lines_of(answer: Table | Page, width: int, *, drawn: bool = False) -> list[Line]:
    """The lines that a person sees at this width; `drawn` asks for the graph of a table."""
    if isinstance(answer, Page):
        return page(answer, width)
    if drawn:
        from yrke_cli.output.people import graph

        return graph.drawn(answer, width)
    return table(answer, width)


def page(answer: Page, width: int) -> list[Line]:
    """The page, no wider than is good to read."""
    width = min(width, READABLE)
    lines = wrapped(answer.title, width, style="title")
    if answer.facts:
        lines += [[], *_facts(answer.facts, width)]
    if answer.lead:
        lines += [[], *wrapped(answer.lead, width)]
    for section in answer.sections:
        lines += [[], *wrapped(section.heading, width, style="heading")]
        for number, block in enumerate(_blocks(section, width - 2)):
            lines += [*([[]] if number else []), *indented(block, 2)]
    return lines


def table(answer: Table, width: int) -> list[Line]:
    """The tree or the table, and its small print."""
    if answer.tree:
        lines = [line for root in answer.tree for line in tree(root, min(width, READABLE))]
    else:
        lines = table_lines(answer, width)
    footnotes = answer.footnotes()
    return [*lines, [], *notes(footnotes, min(width, READABLE))] if footnotes else lines


def _facts(facts: Sequence[tuple[str, str]], width: int) -> list[Line]:
    """Two columns: what it is, and what is known of it."""
    by = max(len(name) for name, _ in facts) + GAP
    return [line for name, text in facts for line in hanging(name, wrapped(text, width - by), by, "small")]


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
            yield table(block, width)


# Trees.


def tree(root: Node, width: int) -> list[Line]:
    return [*_label(root, width, "strong"), *_branches(root, width)]


def _branches(node: Node, width: int) -> list[Line]:
    lines = []
    for branch in node.branches:
        last = branch is node.branches[-1]
        below = [*_label(branch, width - 4), *_branches(branch, width - 4)]
        guides = ["└── " if last else "├── ", *["    " if last else "│   "] * (len(below) - 1)]
        lines += [[Span(guide, "small"), *line] for guide, line in zip(guides, below, strict=True)]
    # What must be known stands below the branches, not as one of them.
    return lines + (wrapped(node.note, width) if node.note else [])


def _label(node: Node, width: int, style: str = "") -> list[Line]:
    """The label, and beside it or below it what is said of it."""
    if not node.aside:
        return wrapped(node.label, width, style=style)
    if len(node.label) + GAP + len(node.aside) <= width:
        return [[Span(node.label, style), Span(" " * GAP + node.aside, "small")]]
    return [*wrapped(node.label, width, style=style), *indented(wrapped(node.aside, width - 2, style="small"), 2)]
