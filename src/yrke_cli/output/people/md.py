"""Markdown for a report or a wiki: the same cells as people read on a terminal."""

from __future__ import annotations

from yrke_cli.answers.shapes import Items, Missing, Node, Note, Notes, Page, Section, Table, Text
from yrke_cli.output.people import readable, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|"})


def table(answer: Table) -> str:
    heading = [f"## {_escaped(answer.title)}", ""] if answer.title else []
    return "\n".join([*heading, *_tables(answer, titled=False)]) + "\n"


def page(answer: Page) -> str:
    lines = [f"# {_escaped(answer.title)}"]
    lines += ["", _escaped(answer.lead)] if answer.lead else []
    facts = answer.facts()
    lines += ["", *(f"- **{_escaped(fact.name)}:** {_escaped(fact.text)}" for fact in facts)] if facts else []
    for section in answer.sections():
        lines += ["", f"## {_escaped(section.heading)}", *_lines(section)]
    return "\n".join(lines) + "\n"


def _lines(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield ""
        if isinstance(block, Text):
            yield _escaped(block.text)
        elif isinstance(block, Items):
            yield from (f"- {_escaped(item)}" for item in block.items)
        elif isinstance(block, Notes):
            yield from (f"- {_note(note)}" for note in block.notes)
        elif isinstance(block, Missing):
            yield f"*Mangler: {_escaped(block.why)}*"
        elif isinstance(block, Node):
            yield from _branches(block, 0)
        else:
            yield from _tables(block)


def _branches(node: Node, depth: int) -> Iterator[str]:
    aside = f" ({_escaped(node.aside)})" if node.aside else ""
    yield f"{'  ' * depth}- {_escaped(node.label)}{aside}"
    for branch in node.branches:
        yield from _branches(branch, depth + 1)
    if node.note:
        yield ""
        yield f"{'  ' * (depth + 1)}{_escaped(node.note)}"


def _tables(answer: Table, *, titled: bool = True) -> Iterator[str]:
    """The tables of the answer, each under what it holds for, and the small print of all of them."""
    parts = answer.parts()
    for number, part in enumerate(parts or [answer]):
        if number:
            yield ""
        above = [part.title if titled or parts else "", part.unit]
        if any(above):
            yield _escaped(" · ".join(filter(None, above)))
            yield ""
        yield from _table(part)
    for footnote in answer.footnotes():
        yield ""
        yield _note(footnote)


def _table(part: Table) -> Iterator[str]:
    columns = visible(part)
    yield _row(column.heading for column in columns)
    yield _row("---" if column.kind in ("text", "year") else "---:" for column in columns)
    for row in part.rows:
        yield _row(map(_escaped, readable(part, row, columns)))


def _note(note: Note) -> str:
    """The small print; the address in it is a link, which Markdown makes of what stands between angle brackets."""
    if note.address and note.text.endswith(note.address):
        said = f"{_escaped(note.text.removesuffix(note.address))}<{note.address}>"
    else:
        said = f"[{_escaped(note.text)}]({note.address})" if note.address else _escaped(note.text)
    return f"{_escaped(note.mark)} {said}".strip()


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return " ".join(text.translate(_SPECIAL).split(" ")).replace("\n", " ")
