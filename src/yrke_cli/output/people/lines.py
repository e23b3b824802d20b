"""Styled lines: what every view for people is made of. A line is a list of spans that fits the width it is made for."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yrke_cli.answers.shapes import Note

    Line = list["Span"]

# Lines of running text longer than this tire the eye.
READABLE = 100
# Wide enough for any line of ours: in a pipe nothing is wrapped or cut.
UNLIMITED = 100_000


def readable_width(width: int) -> int:
    """How wide running text is where this is the width of the screen."""
    return width if width == UNLIMITED else min(width, READABLE)


class Span:
    """A piece of a line: its text, its style (title, heading, strong, small, bar, mark; "" for none) and where it
    leads ("" for nowhere)."""

    __slots__ = ("link", "style", "text")

    def __init__(self, text: str, style: str = "", link: str = "") -> None:
        self.text = text
        self.style = style
        self.link = link


def wrapped(text: str, width: int, *, style: str = "", link: str = "") -> list[Line]:
    """The text in lines of this width."""
    if len(text) <= width:
        return [[Span(text, style, link)]]
    return [[Span(line, style, link)] for line in broken(text, width)]


def broken(text: str, width: int, *, hanging: int = 0) -> list[str]:
    """The text in parts that are no longer than this, broken between words; with `hanging` at hyphens too, and what
    continues is indented by so much."""
    if len(text) <= width:
        return [text]
    # Only where something does not fit: it loads re, which a plain call does without.
    from textwrap import wrap

    width = max(width, hanging + 1)
    indent = " " * hanging
    lines = wrap(text, width, break_on_hyphens=hanging > 0, break_long_words=False, subsequent_indent=indent) or [""]
    # A word that is longer than the line, such as an address, begins a line of its own.
    return [line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width)]


def indented(lines: Iterable[Line], by: int) -> list[Line]:
    return [[Span(" " * by), *line] if line else line for line in lines]


def hanging(mark: str, lines: list[Line], by: int, style: str = "") -> list[Line]:
    """A mark, and the lines beside it."""
    first, *rest = lines
    return [[Span(f"{mark:{by}}", style), *first], *indented(rest, by)]


def notes(footnotes: Sequence[Note], width: int) -> list[Line]:
    """Small print, whose marks stand before it."""
    by = max((len(note.mark) for note in footnotes), default=0) + 1
    lines = []
    for note in footnotes:
        room = width - by if note.mark else width
        text = wrapped(note.text, room, style="small", link=note.address)
        lines += hanging(note.mark, text, by, "small") if note.mark else text
    return lines
