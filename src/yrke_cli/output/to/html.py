"""A view as a page for a browser and for paper: headings, lists and tables that are what they look like, so that a
screen reader can tell them and a spreadsheet can take them."""

from __future__ import annotations

from html import escape
from itertools import groupby
from pathlib import Path

from yrke_cli import __version__
from yrke_cli.answers.shapes import Items, Missing, Node, Notes, Page, Table, Text
from yrke_cli.output.people import visible, with_unit
from yrke_cli.output.people.fitting import without_the_usual
from yrke_cli.output.people.graph import UNKNOWN, Scale, amounts_of, numbers_of
from yrke_cli.output.people.sheet import is_number, sheets_of
from yrke_cli.output.people.table import MOST_BESIDE, link_of
from yrke_cli.output.to.saved import titled
from yrke_cli.words import lower_first, thousands, upper_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from yrke_cli.answers.shapes import Bar, Fact, Graph, Note, Section
    from yrke_cli.output.people.sheet import Sheet

STYLE = Path(__file__).with_name("style.css")
PAGE = """\
<!DOCTYPE html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{body}
</main>
<footer><p>Fra yrke {version}: norske yrker, utdanning og lønn.</p></footer>
</body>
</html>
"""
# How many ticks of a graph have their numbers, so that these do not meet.
MOST_TICKS = 4
RANGE = "Streken går fra nedre til øvre kvartil, prikken er medianen: halvparten tjener mellom de to kvartilene."
MEAN = "Ringen er gjennomsnittet, der medianen ikke er kjent."


def made(answer: Table | Page, *, drawn: bool) -> bytes:
    """The whole page; nothing in it is fetched from elsewhere."""
    if isinstance(answer, Page):
        body = _page(answer)
    elif drawn and answer.graph:
        body = _graph(answer.graph())
    else:
        body = _answer(answer)
    title, style = titled(answer, drawn=drawn), STYLE.read_text(encoding="utf-8")
    text = PAGE.format(title=escape(title), style=style, body="\n".join(body), version=__version__)
    return text.encode("utf-8", "backslashreplace")


# Pages.


def _page(page: Page) -> Iterator[str]:
    yield f"<h1>{escape(page.title)}</h1>"
    if page.lead:
        yield f'<p class="lead">{escape(page.lead)}</p>'
    facts = page.facts()
    if facts:
        yield from ('<dl class="facts">', *map(_fact, facts), "</dl>")
    for section in page.sections():
        # On paper there are no links.
        aside = f' <span class="paper">({escape(section.aside)})</span>' if section.aside else ""
        yield from ("<section>", f"<h2>{escape(section.heading)}{aside}</h2>", *_blocks(section), "</section>")


def _fact(fact: Fact) -> str:
    plot = ""
    if fact.drawn:
        low, middle, high = fact.drawn
        plot = _plot(0, 100, round(100 * (middle - low) / ((high - low) or 1)), known=True)
    return f"<div><dt>{escape(fact.name)}</dt><dd>{escape(fact.text)}{plot}</dd></div>"


def _blocks(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Text):
            yield f"<p>{escape(block.text)}</p>"
        elif isinstance(block, Items):
            yield from ("<ul>", *(f"<li>{escape(item)}</li>" for item in block.items), "</ul>")
        elif isinstance(block, Notes):
            yield from _notes(block.notes)
        elif isinstance(block, Missing):
            yield f'<p class="small">Mangler: {escape(block.why)}</p>'
        elif isinstance(block, Node):
            yield from _tree([block])
        else:
            yield from _tables(block, section.heading)


def _notes(notes: Iterable[Note]) -> Iterator[str]:
    yield from ('<ul class="notes">', *(f"<li>{_note(note)}</li>" for note in notes), "</ul>")


def _note(note: Note) -> str:
    """The small print with its mark. Where it ends in the address, that is the link, else all of it is."""
    before = note.text.removesuffix(note.address) if note.address else note.text
    text = escape(note.text)
    if note.address:
        text = f"{escape(before)}{_link(note.address)}" if before != note.text else _link(note.address, note.text)
    return f"{escape(note.mark)} {text}" if note.mark else text


def _link(address: str, text: str = "") -> str:
    return f'<a href="{escape(address)}">{escape(text or address)}</a>'


# Trees.


def _tree(roots: Sequence[Node], *, of: str = ' class="tree"') -> Iterator[str]:
    yield f"<ul{of}>"
    for node in roots:
        aside = f' <span class="small">{escape(node.aside)}</span>' if node.aside else ""
        yield f"<li>{_label(node.label)}{aside}"
        yield from _tree(node.branches, of="") if node.branches else ()
        yield f'<p class="small">{escape(node.note)}</p></li>' if node.note else "</li>"
    yield "</ul>"


def _label(label: str) -> str:
    """The label, of which an address at its end is a link."""
    before, scheme, rest = label.partition("https://")
    return f"{escape(before)}{_link(scheme + rest)}" if scheme and " " not in rest else escape(label)


# Tables.


def _answer(answer: Table) -> Iterator[str]:
    """A page of its own for a table or a tree."""
    yield f"<h1>{escape(answer.title or 'yrke')}</h1>"
    if answer.tree:
        yield from _tree(answer.tree)
        yield from _notes(footnotes) if (footnotes := answer.footnotes()) else ()
    else:
        yield from _tables(answer, answer.title)


def _tables(answer: Table, heading: str) -> Iterator[str]:
    """The tables of the answer under what stands above them already, and their small print."""
    if answer.compared and len(answer.rows) <= MOST_BESIDE:
        yield from _beside(answer)
    else:
        for sheet in map(without_the_usual, sheets_of(answer)):
            # What the heading says is not said again; a table without more to say is called by it, unseen.
            own = sheet.caption().removeprefix(heading).removeprefix(" · ")
            yield from _table(sheet, upper_first(own), heading)
    footnotes = answer.footnotes()
    yield from _notes(footnotes) if footnotes else ()


def _table(sheet: Sheet, caption: str, heading: str) -> Iterator[str]:
    """The sheet; on a narrow screen without the columns that a narrow terminal sheds, which is told."""
    sheds = {column.key for column in sheet.columns[1:]} & {*"+".join(sheet.answer.sheds).split("+")}
    classes = [_class(number=is_number(column), shed=column.key in sheds) for column in sheet.columns]
    head = [_heading(text, own) for text, own in zip(sheet.headings(), classes, strict=True)]
    rows = [[_named(row[0]), *map(_cell, row[1:], classes[1:])] for row in sheet.rows]
    yield from _grid(caption, heading, head, rows)
    if sheds:
        gone = [lower_first(column.heading) for column in sheet.columns if column.key in sheds]
        yield f'<p class="small narrow">Ikke vist på en smal skjerm: {escape(", ".join(gone))}.</p>'


def _beside(answer: Table) -> Iterator[str]:
    """Few answers that are compared: a column each, and a row for each thing that is known of any."""
    columns = visible(answer)
    first, *others = [with_unit(answer, row, columns) for row in answer.rows]
    head = ["<td></td>", *(_heading(name) for name, *_ in (first, *others))]
    facts = [(columns[place].heading, [row[place] for row in (first, *others)]) for place in range(1, len(columns))]
    rows = [[_named(heading), *map(_cell, cells)] for heading, cells in facts if any(cells)]
    return _grid("", answer.title, head, rows)


def _grid(caption: str, heading: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The table in a frame that one can move it in where the screen is narrow, with the keyboard too."""
    yield f'<div class="frame" tabindex="0" role="group" aria-label="{escape(caption or heading)}"><table>'
    yield (
        f"<caption><span>{escape(caption)}</span></caption>"
        if caption
        else f'<caption class="heard">{escape(heading)}</caption>'
    )
    yield f"<thead><tr>{''.join(head)}</tr></thead>"
    yield from ("<tbody>", *(f"<tr>{''.join(row)}</tr>" for row in rows), "</tbody>", "</table></div>")


def _class(*, number: bool, shed: bool = False) -> str:
    names = [*(["number"] if number else []), *(["shed"] if shed else [])]
    return f' class="{" ".join(names)}"' if names else ""


def _heading(text: str, own: str = "") -> str:
    return f'<th scope="col"{own}>{escape(text)}</th>'


def _named(text: str) -> str:
    return f'<th scope="row">{_text(text)}</th>'


def _cell(text: str, own: str = "") -> str:
    return f"<td{own}>{_text(text)}</td>"


def _text(text: str) -> str:
    return _link(text) if link_of(text) else escape(text)


# Graphs.


def _graph(graph: Graph) -> Iterator[str]:
    """A table with the numbers, and in one of its columns the ranges on one scale."""
    yield f"<h1>{escape(graph.title)}</h1>"
    amounts = [amount for bar in graph.bars for amount in amounts_of(bar)]
    scale = Scale(amounts or [0], 101)
    every = [numbers_of(bar) for bar in graph.bars]
    kinds = [kind for kind in (every[0] if every else {}) if any(own[kind] for own in every)]
    yield '<div class="frame" tabindex="0" role="group" aria-label="Tall og tegning"><table class="graph">'
    yield f"<caption><span>{escape(RANGE)}</span></caption>"
    head = "".join(_heading(kind, _class(number=True)) for kind in kinds)
    yield f'<thead><tr><th scope="col">Navn</th><th scope="col">{_axis(scale)}</th>{head}</tr></thead>'
    for group, bars in groupby(graph.bars, key=lambda bar: bar.group):
        own = f'<tr><th scope="rowgroup" colspan="{len(kinds) + 2}">{escape(group)}</th></tr>' if group else ""
        yield from ("<tbody>", *([own] if own else []), *(_bar(bar, scale, kinds) for bar in bars), "</tbody>")
    yield "</table></div>"
    means = [MEAN] if any(bar.median is None and bar.mean is not None for bar in graph.bars) else []
    yield from (f'<p class="small">{escape(mean)}</p>' for mean in means)
    yield from _notes(graph.footnotes) if graph.footnotes else ()


def _bar(bar: Bar, scale: Scale, kinds: Sequence[str]) -> str:
    middle = bar.mean if bar.median is None else bar.median
    plot = UNKNOWN
    if middle is not None:
        low = middle if bar.p25 is None else bar.p25
        high = middle if bar.p75 is None else bar.p75
        plot = _plot(*map(scale.place, (low, high, middle)), known=bar.median is not None)
    own = numbers_of(bar)
    return (
        f"<tr>{_named(bar.name)}<td>{plot}</td>{''.join(_cell(own[kind], _class(number=True)) for kind in kinds)}</tr>"
    )


def _plot(low: float, high: float, middle: float, *, known: bool) -> str:
    """The range with its middle, in hundredths of the width; the numbers stand beside it."""
    mark = "b" if known else "u"
    return (
        f'<span class="plot" aria-hidden="true"><i style="left:{low}%;width:{high - low}%"></i>'
        f'<{mark} style="left:{middle}%"></{mark}></span>'
    )


def _axis(scale: Scale) -> str:
    every = scale.ticks()
    shown = every[:: -(-len(every) // MOST_TICKS)]
    ticks = "".join(f'<i style="left:{scale.place(tick)}%">{thousands(round(tick))}</i>' for tick in shown)
    return f'kr<span class="axis" aria-hidden="true">{ticks}</span>'
