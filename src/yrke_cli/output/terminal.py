"""What a person at a terminal sees. This module alone imports Rich.

The text is made with ANSI codes for this terminal and handed back; without a terminal (`--format tabell` in a pipe) it
is plain and as wide as it needs to be. Colour and weight only repeat what the words and their places already say.
"""

import re
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text as RichText
from rich.tree import Tree

from yrke_cli.model import Items, Missing, Node, Page, Section, Table, Text
from yrke_cli.output.cells import readable, visible
from yrke_cli.words import NBSP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yrke_cli.model import Column
    from yrke_cli.output.streams import Streams

# Lines of running text longer than this tire the eye.
READABLE = 100
# Spaces at the end of a line, with the codes that stand among them.
_FILLING = re.compile(r"(?:\x1b\[[0-9;]*m| )+$")
# Wide enough for any table of ours: in a pipe nothing is wrapped or cut.
UNLIMITED = 100_000
# Spaces between two columns, and the least width of the column that names the rows.
GAP = 2
NAME_WIDTH = 24
# Rich breaks lines at a no-break space too; while it works, a sign that it does not know stands for it.
KEPT = "\ue000"


def table(answer: Table, streams: "Streams") -> str:
    console = _console(streams)
    if answer.tree:
        for root in answer.tree:
            console.print(_tree(root))
    else:
        console.print(_table(answer, console.width))
    footnotes = answer.footnotes()
    if footnotes:
        console.print(Padding(_footnotes(footnotes), (1, 0, 0, 0)), width=min(console.width, READABLE))
    return _text(console)


def page(answer: Page, streams: "Streams") -> str:
    console = _console(streams)
    width = min(console.width, READABLE)
    console.print(_kept(answer.title, style="bold"), width=width)
    if answer.aside:
        console.print(_kept(answer.aside, style="dim"), width=width)
    if answer.lead:
        console.print(Padding(_kept(answer.lead), (1, 0, 0, 0)), width=width)
    for section in answer.sections:
        console.print(Padding(_kept(section.heading, style="bold cyan"), (1, 0, 0, 0)), width=width)
        for number, block in enumerate(_blocks(section, width - 2)):
            console.print(Padding(block, (int(number > 0), 0, 0, 2)), width=width)
    return _text(console)


def _console(streams: "Streams") -> Console:
    if streams.terminal:
        # Rich takes the width of a dumb terminal for 80 unless it is told the height too.
        console = Console(
            file=StringIO(), force_terminal=True, highlight=False, width=max(streams.width, 20), height=25
        )
    else:
        console = Console(file=StringIO(), force_terminal=False, color_system=None, width=UNLIMITED, highlight=False)
    return console


def _kept(text: str, style: str = "") -> RichText:
    """The text, whose no-break spaces Rich will keep."""
    return RichText(text.replace(NBSP, KEPT), style=style)


def _text(console: Console) -> str:
    """What was printed, without the spaces that fill lines up to the width."""
    file = console.file
    assert isinstance(file, StringIO)
    return "".join(f"{_FILLING.sub(_codes_only, line)}\n".replace(KEPT, NBSP) for line in file.getvalue().splitlines())


def _codes_only(filling: "re.Match[str]") -> str:
    return filling.group().replace(" ", "")


def _blocks(section: Section, width: int) -> "Iterator[RenderableType]":
    for block in section.blocks:
        if isinstance(block, Text):
            yield _kept(block.text)
        elif isinstance(block, Items):
            yield _items(block.items)
        elif isinstance(block, Missing):
            yield _kept(f"Mangler: {block.why}", style="italic")
        elif isinstance(block, Node):
            yield _tree(block)
        else:
            yield Group(_table(block, width), RichText(), _footnotes(block.footnotes()))


def _items(items: "Sequence[str]") -> RichTable:
    """A list whose wrapped lines stay under their text."""
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    for item in items:
        grid.add_row("•", _kept(item))
    return grid


def _tree(root: Node) -> Tree:
    tree = Tree(_label(root, "bold"), guide_style="dim")
    _grow(tree, root)
    return tree


def _grow(tree: Tree, node: Node) -> None:
    for branch in node.branches:
        _grow(tree.add(_label(branch, "")), branch)


def _label(node: Node, style: str) -> RichText:
    label = _kept(node.label, style)
    return label.append_text(_kept(f"  {node.aside}", "dim")) if node.aside else label


def _footnotes(footnotes: "Sequence[str]") -> Group:
    return Group(*(_kept(footnote, style="dim") for footnote in footnotes))


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
    widths = _widths(headings, rows, width)
    body = _grid(headings, rows, widths) if widths else _stacked(headings, rows)
    return Group(_kept(caption, style="bold"), RichText(), body) if caption else body


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


def _widths(headings: "list[Column]", rows: "list[list[str]]", width: int) -> "list[int]":
    """The width of each column so that no word is broken and no number wrapped while there is room; [] if none fits.

    What is left over after every column's longest word goes to the numbers first, then to the widest need.
    """
    least, most = [], []
    for place, column in enumerate(headings):
        cells = [column.heading, *(row[place] for row in rows)]
        longest = max(map(len, cells))
        word = max(len(part) for cell in cells for part in cell.split(" "))
        # The first column names the row: squeezed into single words it could not be read.
        least.append(max(word, min(longest, NAME_WIDTH)) if place == 0 else word)
        most.append(longest)
    room = width - sum(least) - GAP * (len(headings) - 1)
    if room < 0:
        return []
    for numbers in (True, False):
        while room > 0:
            wanting = [
                place
                for place, column in enumerate(headings)
                if least[place] < most[place] and (column.kind not in ("text", "year")) is numbers
            ]
            if not wanting:
                break
            widest = max(wanting, key=lambda place: most[place] - least[place])
            least[widest] += 1
            room -= 1
    return least


def _grid(headings: "list[Column]", rows: "list[list[str]]", widths: "list[int]") -> RichTable:
    grid = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, GAP - 1, 0, 0), show_edge=False)
    for column, width in zip(headings, widths, strict=True):
        number = column.kind not in ("text", "year")
        grid.add_column(column.heading, justify="right" if number else "left", width=width, overflow="fold")
    for row in rows:
        grid.add_row(*map(_kept, row))
    return grid


def _stacked(headings: "list[Column]", rows: "list[list[str]]") -> Group:
    blocks: list[RenderableType] = []
    for row in rows:
        if blocks:
            blocks.append(RichText())
        blocks.append(_kept(row[0], style="bold"))
        facts = RichTable.grid(padding=(0, 1, 0, 0))
        facts.add_column(style="dim")
        facts.add_column(overflow="fold")
        for column, text in list(zip(headings, row, strict=True))[1:]:
            if text:
                facts.add_row(column.heading, _kept(text))
        blocks.append(Padding(facts, (0, 0, 0, 2)))
    return Group(*blocks)


def _side_by_side(columns: "Sequence[Column]", cells: "list[list[str]]", width: int) -> RenderableType:
    """One column an answer, one line a fact; where that is too narrow, one block an answer."""
    if width < 16 + 22 * len(cells):
        return _stacked(list(columns), cells)
    grid = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False, title_justify="left")
    grid.add_column("")
    for row in cells:
        grid.add_column(_kept(row[0]), overflow="fold")
    for place, column in enumerate(columns[1:], 1):
        grid.add_row(_kept(column.heading, style="dim"), *(_kept(row[place]) for row in cells))
    return grid
