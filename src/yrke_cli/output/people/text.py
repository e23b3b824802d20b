"""A page as plain text for a pipe: headings and lines, one paragraph a line, no wrapping, no colour."""

from __future__ import annotations

from yrke_cli.answers.shapes import Items, Missing, Node, Note, Notes, Page, Section, Table, Text
from yrke_cli.output.people import readable, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def page(answer: Page) -> str:
    lines = [answer.title, "=" * len(answer.title)]
    lines += [f"{name}: {fact}" for name, fact in answer.facts]
    lines += ["", answer.lead] if answer.lead else []
    for section in answer.sections:
        lines += ["", section.heading, "-" * len(section.heading), *_lines(section)]
    return "\n".join(lines) + "\n"


def _lines(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Text):
            yield block.text
        elif isinstance(block, Items):
            yield from (f"- {item}" for item in block.items)
        elif isinstance(block, Notes):
            yield from map(_note, block.notes)
        elif isinstance(block, Missing):
            yield f"Mangler: {block.why}"
        elif isinstance(block, Node):
            yield from _branches(block, 0)
        else:
            yield from _pay_lines(block)


def _branches(node: Node, depth: int) -> Iterator[str]:
    aside = f" ({node.aside})" if node.aside else ""
    yield f"{'  ' * depth}{'- ' if depth else ''}{node.label}{aside}"
    for branch in node.branches:
        yield from _branches(branch, depth + 1)
    if node.note:
        yield f"{'  ' * depth}{node.note}"


def _pay_lines(table: Table) -> Iterator[str]:
    """One line a row: what each cell is stands before it, since a pipe has no columns to look up to."""
    columns = visible(table)
    for row in table.rows:
        named = zip(columns, readable(table, row, columns), strict=True)
        yield "- " + "; ".join(f"{column.heading}: {text}" for column, text in named if text)
    yield from map(_note, table.footnotes())


def _note(note: Note) -> str:
    return f"{note.mark} {note.text}".strip()
