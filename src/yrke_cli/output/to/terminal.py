"""The view on a terminal: its lines with ANSI codes. This module alone imports Rich.

Without a terminal (`--format tabell` in a pipe) the lines are plain and as wide as they need to be.
"""

from __future__ import annotations

import os

from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style

from yrke_cli.answers.shapes import Page, Table
from yrke_cli.output.people.lines import UNLIMITED, Span
from yrke_cli.output.people.view import lines_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.output.people.lines import Line
    from yrke_cli.output.streams import Streams

# Of the sixteen colours magenta alone can be read on white and on black.
STYLES = {
    "": "",
    "title": "bold underline",
    "heading": "bold magenta",
    "strong": "bold",
    "small": "dim",
    "bar": "magenta",
    "mark": "bold",
}
# Terminals that say who they are, and are known to make links of OSC 8.
_LINKING = ("VTE_VERSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WT_SESSION", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID")
_LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper")


def table(answer: Table, streams: Streams) -> str:
    return _written(lines_of(answer, _width(streams)), streams)


def page(answer: Page, streams: Streams) -> str:
    return _written(lines_of(answer, _width(streams)), streams)


def graph(answer: Table, streams: Streams) -> str:
    return _written(lines_of(answer, _width(streams), drawn=True), streams)


def _width(streams: Streams) -> int:
    return max(streams.width, 20) if streams.terminal else UNLIMITED


def _written(lines: list[Line], streams: Streams) -> str:
    colours, links = _colours(streams), streams.terminal and _links_are_made()
    styles = {name: Style.parse(style) for name, style in STYLES.items()}
    if os.environ.get("NO_COLOR"):
        styles = {name: style.without_color for name, style in styles.items()}

    def shown(span: Span) -> str:
        style = styles[span.style]
        return (style + Style(link=span.link) if span.link and links else style).render(span.text, color_system=colours)

    return "".join("".join(map(shown, _trimmed(line))) + "\n" for line in lines)


def _colours(streams: Streams) -> ColorSystem | None:
    """What Rich finds that the terminal can show; None for no codes at all."""
    if not streams.terminal:
        return None
    name = Console(force_terminal=True).color_system
    return {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}.get(
        name or ""
    )


def _trimmed(line: Line) -> Line:
    """The line without the spaces that would fill it up."""
    kept = list(line)
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    if kept:
        last = kept.pop()
        kept.append(Span(last.text.rstrip(" "), last.style, last.link))
    return kept


def _links_are_made() -> bool:
    """Whether the terminal is known to make links; FORCE_HYPERLINK says so for those that keep quiet."""
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    if os.environ.get("TERM", "dumb") in ("dumb", "linux"):
        return False
    return os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS or any(map(os.environ.get, _LINKING))
