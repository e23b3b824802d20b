"""The view on a terminal: its lines with ANSI codes. This module alone imports Rich.

Without a terminal (`--format tabell` in a pipe) the lines are plain and as wide as they need to be.
"""

import os
from io import StringIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from yrke_cli.model import Page, Table
from yrke_cli.output.view import lines_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from yrke_cli.output.streams import Streams
    from yrke_cli.output.view import Line

# Wide enough for any table of ours: in a pipe nothing is wrapped or cut.
UNLIMITED = 100_000
STYLES = {
    "": "",
    "title": "bold underline",
    "heading": "bold cyan",
    "strong": "bold",
    "small": "dim",
    "bar": "cyan",
    "mark": "bold",
}
# Terminals that say who they are, and are known to make links of OSC 8.
_LINKING = ("VTE_VERSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WT_SESSION", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID")
_LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper")


def table(answer: Table, streams: "Streams") -> str:
    return _written(lines_of(answer, _width(streams)), streams)


def page(answer: Page, streams: "Streams") -> str:
    return _written(lines_of(answer, _width(streams)), streams)


def graph(answer: Table, streams: "Streams") -> str:
    return _written(lines_of(answer, _width(streams), drawn=True), streams)


def _print(console: Console, lines: "Iterable[Line]", *, links: bool) -> None:
    """Print the lines as they are: they fit already."""
    for line in lines:
        text = Text()
        for span in line:
            style = Style.parse(STYLES[span.style])
            text.append(span.text, style + Style(link=span.link) if span.link and links else style)
        text.rstrip()
        console.print(text, no_wrap=True, overflow="ignore", crop=False)


def _width(streams: "Streams") -> int:
    return max(streams.width, 20) if streams.terminal else UNLIMITED


def _written(lines: "list[Line]", streams: "Streams") -> str:
    file = StringIO()
    if streams.terminal:
        console = Console(file=file, force_terminal=True, highlight=False, width=UNLIMITED, height=25)
    else:
        console = Console(file=file, force_terminal=False, color_system=None, width=UNLIMITED, highlight=False)
    _print(console, lines, links=streams.terminal and _links_are_made())
    return file.getvalue()


def _links_are_made() -> bool:
    """Whether the terminal is known to make links; FORCE_HYPERLINK says so for those that keep quiet."""
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    if os.environ.get("TERM", "dumb") in ("dumb", "linux"):
        return False
    return os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS or any(map(os.environ.get, _LINKING))
