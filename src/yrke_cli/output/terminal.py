"""What a person at a terminal sees. This module alone imports Rich.

The text is made with ANSI codes for this terminal and handed back; without a terminal (`--format tabell` in a pipe) it
is plain and as wide as it needs to be. Colour and weight only repeat what the words and their places already say.
"""

from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text as RichText
from rich.tree import Tree

from yrke_cli.model import Items, Missing, Node, Page, Section, Table, Text
from yrke_cli.output.cells import readable, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yrke_cli.model import Column
    from yrke_cli.output.streams import Streams

# Lines of running text longer than this tire the eye.
READABLE = 100
# Wide enough for any table of ours: in a pipe nothing is wrapped or cut.
UNLIMITED = 100_000


def table(answer: Table, streams: "Streams") -> str:
    console = _console(streams)
    if answer.tree:
        for root in answer.tree:
            console.print(_tree(root))
    else:
        console.print(_table(answer, console.width))
    if answer.footnotes:
        console.print(Padding(_footnotes(answer.footnotes), (1, 0, 0, 0)), width=min(console.width, READABLE))
    return _text(console)


def page(answer: Page, streams: "Streams") -> str:
    console = _console(streams)
    width = min(console.width, READABLE)
    console.print(RichText(answer.title, style="bold"), width=width)
    if answer.aside:
        console.print(RichText(answer.aside, style="dim"), width=width)
    if answer.lead:
        console.print(Padding(RichText(answer.lead), (1, 0, 0, 0)), width=width)
    for section in answer.sections:
        console.print(Padding(RichText(section.heading, style="bold cyan"), (1, 0, 0, 0)), width=width)
        for number, block in enumerate(_blocks(section, width - 2)):
            console.print(Padding(block, (int(number > 0), 0, 0, 2)), width=width)
    return _text(console)


def _console(streams: "Streams") -> Console:
    if streams.terminal:
        console = Console(file=StringIO(), force_terminal=True, width=max(streams.width, 20), highlight=False)
    else:
        console = Console(file=StringIO(), force_terminal=False, color_system=None, width=UNLIMITED, highlight=False)
    return console


def _text(console: Console) -> str:
    """What was printed, without the spaces that fill lines up to the width."""
    file = console.file
    assert isinstance(file, StringIO)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


def _blocks(section: Section, width: int) -> "Iterator[RenderableType]":
    for block in section.blocks:
        if isinstance(block, Text):
            yield RichText(block.text)
        elif isinstance(block, Items):
            yield _items(block.items)
        elif isinstance(block, Missing):
            yield RichText(f"Mangler: {block.why}", style="italic")
        elif isinstance(block, Node):
            yield _tree(block)
        else:
            yield Group(_table(block, width), RichText(), _footnotes(block.footnotes))


def _items(items: "Sequence[str]") -> RichTable:
    """A list whose wrapped lines stay under their text."""
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    for item in items:
        grid.add_row("•", RichText(item))
    return grid


def _tree(root: Node) -> Tree:
    tree = Tree(_label(root, "bold"), guide_style="dim")
    _grow(tree, root)
    return tree


def _grow(tree: Tree, node: Node) -> None:
    for branch in node.branches:
        _grow(tree.add(_label(branch, "")), branch)


def _label(node: Node, style: str) -> RichText:
    label = RichText(node.label, style=style)
    return label.append(f"  {node.aside}", style="dim") if node.aside else label


def _footnotes(footnotes: "Sequence[str]") -> Group:
    return Group(*(RichText(footnote, style="dim") for footnote in footnotes))


# Tables: what is the same in every row is said once above it; where the columns do not fit, each row is a block.


def _table(answer: Table, width: int) -> RenderableType:
    columns = visible(answer)
    cells = [readable(answer, row, columns) for row in answer.rows]
    if answer.compared:
        return _side_by_side([column for _, column in columns], cells, width)
    common, kept = _common(columns, cells)
    caption = " · ".join([text for text in (answer.title, *common) if text])
    headings = [columns[place][1] for place in kept]
    rows = [[row[place] for place in kept] for row in cells]
    body = _grid(headings, rows) if _fits(headings, rows, width) else _stacked(headings, rows)
    return Group(RichText(caption, style="bold"), RichText(), body) if caption else body


def _common(columns: "Sequence[tuple[int, Column]]", cells: "list[list[str]]") -> "tuple[list[str], list[int]]":
    """What every row has in common, in words, and the places of the columns that are left."""
    common, kept = [], []
    for place, (_, column) in enumerate(columns):
        values = {row[place] for row in cells}
        if values == {""}:
            continue
        if len(values) == 1 and column.kind in ("text", "year") and place > 0:
            common.append(f"{column.heading.lower()}: {next(iter(values))}")
        else:
            kept.append(place)
    return common, kept


def _fits(headings: "list[Column]", rows: "list[list[str]]", width: int) -> bool:
    """Whether the numbers fit beside texts that are wrapped to a readable column."""
    needed = 0
    for place, column in enumerate(headings):
        longest = max((len(row[place]) for row in rows), default=0)
        if column.kind == "text":
            word = max((len(part) for row in rows for part in row[place].split()), default=0)
            longest = max(min(longest, 24), min(word, 30))
        needed += max(longest, min(len(column.heading), max(map(len, column.heading.split())))) + 2
    return needed <= width


def _grid(headings: "list[Column]", rows: "list[list[str]]") -> RichTable:
    grid = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
    for column in headings:
        number = column.kind not in ("text", "year")
        grid.add_column(column.heading, justify="right" if number else "left", no_wrap=number, overflow="fold")
    for row in rows:
        grid.add_row(*map(RichText, row))
    return grid


def _stacked(headings: "list[Column]", rows: "list[list[str]]") -> Group:
    blocks: list[RenderableType] = []
    for row in rows:
        if blocks:
            blocks.append(RichText())
        blocks.append(RichText(row[0], style="bold"))
        facts = RichTable.grid(padding=(0, 1, 0, 0))
        facts.add_column(style="dim")
        facts.add_column(overflow="fold")
        for column, text in list(zip(headings, row, strict=True))[1:]:
            if text:
                facts.add_row(column.heading, RichText(text))
        blocks.append(Padding(facts, (0, 0, 0, 2)))
    return Group(*blocks)


def _side_by_side(columns: "Sequence[Column]", cells: "list[list[str]]", width: int) -> RenderableType:
    """One column an answer, one line a fact; where that is too narrow, one block an answer."""
    if width < 16 + 22 * len(cells):
        return _stacked(list(columns), cells)
    grid = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False, title_justify="left")
    grid.add_column("")
    for row in cells:
        grid.add_column(RichText(row[0]), overflow="fold")
    for place, column in enumerate(columns[1:], 1):
        grid.add_row(RichText(column.heading, style="dim"), *(RichText(row[place]) for row in cells))
    return grid
