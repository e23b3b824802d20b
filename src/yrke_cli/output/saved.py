"""A view in a file: what a person sees on a terminal, as an SVG picture or an HTML page, with a title and real text."""

import os
import tempfile
from html import escape
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from yrke_cli.faults import OutputFailed, WrongUsage
from yrke_cli.model import Page
from yrke_cli.output.terminal import lines_of, print_lines
from yrke_cli.output.view import READABLE
from yrke_cli.words import echoed, slug

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.model import Query, Table
    from yrke_cli.output.streams import Streams
    from yrke_cli.output.view import Line

# Dark on white, each colour with a contrast of at least 4.5 to 1: for screens and for paper.
THEME = TerminalTheme(
    (255, 255, 255),
    (26, 26, 26),
    [(0, 0, 0), (160, 0, 0), (0, 100, 0), (120, 80, 0), (0, 60, 160), (130, 0, 130), (0, 95, 115), (90, 90, 90)],
    [(60, 60, 60), (190, 0, 0), (0, 110, 0), (130, 90, 0), (0, 70, 190), (150, 0, 150), (0, 105, 125), (26, 26, 26)],
)
# Rich's own template loads a font from the net and draws a window around the text; a page of ours needs neither.
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" xml:lang="nb" role="img" aria-labelledby="{unique_id}-title" \
viewBox="0 0 {terminal_width} {terminal_height}">
<title id="{unique_id}-title">@TITLE@</title>
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; \
font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
<rect width="100%" height="100%" fill="#ffffff"/>
<g transform="translate(8, 8)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
HTML = """\
<!DOCTYPE html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>@TITLE@</title>
<style>
{stylesheet}
body {{ color: {foreground}; background: {background}; margin: 2em auto; padding: 0 1em; width: fit-content; \
max-width: 100%; box-sizing: border-box; }}
pre {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; line-height: 1.35; overflow-x: auto; margin: 0; }}
a {{ color: inherit; }}
@media print {{ body {{ margin: 0; }} pre {{ font-size: 9pt; white-space: pre-wrap; }} }}
</style>
</head>
<body>
<main>
<pre>{code}</pre>
</main>
</body>
</html>
"""


def save(answer: "Table | Page", query: "Query", streams: "Streams") -> None:
    """Write the files that the query asks for; "-" is stdout. Or open the page in the browser.

    Raises WrongUsage where the query asks for another form too, OutputFailed where a file cannot be written or where
    there is no browser.
    """
    if query.form not in (None, "tabell", "graf"):
        raise WrongUsage(
            f"{_option(query)} lagrer det du ser på skjermen, og kan ikke brukes sammen med formen {query.form}.",
            f"Lagre formen {query.form} med skallet: yrke … > FIL",
        )
    lines = lines_of(answer, READABLE, drawn=query.form == "graf")
    title = _title(answer)
    for path, made in ((query.svg, svg), (query.html, html)):
        if path:
            _write(made(lines, title), path, streams)
    if query.browse:
        _browse(html(lines, title), title, streams)


def svg(lines: "list[Line]", title: str) -> str:
    """The lines as a picture whose text is text, with a title for those who cannot see it."""
    console = _recorded(lines)
    text: str = console.export_svg(title=title, theme=THEME, code_format=SVG, font_aspect_ratio=0.602)
    return text.replace("@TITLE@", escape(title))


def html(lines: "list[Line]", title: str) -> str:
    """The lines as a page for a browser, its sources as links."""
    console = _recorded(lines)
    text: str = console.export_html(theme=THEME, code_format=HTML)
    return text.replace("@TITLE@", escape(title))


def _recorded(lines: "list[Line]") -> Console:
    width = max((sum(len(span.text) for span in line) for line in lines), default=1) + 2
    console = Console(
        file=StringIO(), record=True, force_terminal=True, color_system="truecolor", width=width, no_color=False
    )
    print_lines(console, lines, links=True)
    return console


def _title(answer: "Table | Page") -> str:
    return f"{answer.title} – yrke" if answer.title else "yrke"


def _option(query: "Query") -> str:
    return "--svg" if query.svg else "--html" if query.html else "--åpne"


def _write(text: str, path: str, streams: "Streams") -> None:
    if path == "-":
        streams.write(text)
        return
    target = Path(path)
    try:
        # What stood there is replaced when all of the new is written, not before.
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        scratch = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            scratch.chmod(0o666 & ~_umask())
            scratch.replace(target)
        finally:
            scratch.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise OutputFailed(f"Kan ikke lagre «{echoed(path)}»: {_reason(error)}.") from None
    streams.say(f"Lagret {echoed(path)}.")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "mappen finnes ikke"
    if isinstance(error, PermissionError):
        return "du har ikke lov til å skrive der"
    if isinstance(error, (IsADirectoryError, NotADirectoryError)):
        return "det er ikke en fil i en mappe"
    return error.strerror.lower() if isinstance(error, OSError) and error.strerror else "navnet kan ikke brukes"


def _browse(text: str, title: str, streams: "Streams") -> None:
    """Open the page in the browser. It lies in the folder for temporary files, under the same name each time."""
    import webbrowser

    folder = Path(tempfile.gettempdir()) / f"yrke-{os.getuid() if hasattr(os, 'getuid') else 'sider'}"
    path = folder / f"{slug(title)}.html"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputFailed(f"Kan ikke lagre «{path}»: {_reason(error)}.") from None
    if not webbrowser.open(path.as_uri()):
        raise OutputFailed("Fant ingen nettleser.", "Lagre siden i stedet: --html FIL")
    streams.say(f"Åpnet {path} i nettleseren.")
