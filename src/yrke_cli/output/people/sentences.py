"""What a view says, in sentences: for those who hear a picture described."""

from __future__ import annotations

from yrke_cli.answers.shapes import Items, Node, Page, Table, Text
from yrke_cli.output.people import visible, with_unit
from yrke_cli.output.people.graph import in_words
from yrke_cli.words import lower_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def described(answer: Table | Page, *, drawn: bool = False) -> Iterator[str]:
    """A sentence for each fact, row or bar."""
    if isinstance(answer, Page):
        yield from _page(answer)
    elif drawn and answer.graph:
        yield from (f"{bar.name}: {in_words(bar)}." for bar in answer.graph().bars)
    elif answer.tree:
        yield from (_tree(branch) for root in answer.tree for branch in root.branches)
    else:
        yield from _rows(answer)


def _page(answer: Page) -> Iterator[str]:
    yield from filter(None, [answer.lead])
    yield from (f"{fact.name}: {fact.text.rstrip('.')}." for fact in answer.facts())
    for section in answer.sections():
        for block in section.blocks:
            if isinstance(block, Text):
                yield block.text
            elif isinstance(block, Items):
                yield f"{section.heading}: {'; '.join(item.rstrip('.') for item in block.items)}."
            elif isinstance(block, Node):
                yield _tree(block)
            elif isinstance(block, Table):
                yield from _rows(block)


def _tree(node: Node) -> str:
    steps = [" ".join(filter(None, [branch.label, branch.aside])) for branch in node.branches]
    return f"{node.label} ({node.aside}): {'; '.join(steps)}."


def _rows(table: Table) -> Iterator[str]:
    """The first column names the row; the others are said with their headings."""
    columns = visible(table)
    for row in table.rows:
        name, *cells = with_unit(table, row, columns)
        said = [
            f"{lower_first(one.heading)} {cell.rstrip('.')}"
            for one, cell in zip(columns[1:], cells, strict=True)
            if cell
        ]
        yield f"{name}: {', '.join(said)}." if said else f"{name}."
