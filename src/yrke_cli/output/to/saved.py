"""A view in a file: what a person sees on a terminal, as an SVG picture or an HTML page, with a title and real text."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path

from yrke_cli.answers.shapes import Table
from yrke_cli.faults import OutputFailed
from yrke_cli.output.people.lines import READABLE, Span
from yrke_cli.output.people.view import lines_of
from yrke_cli.words import echoed, slug

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from yrke_cli.answers.shapes import Page
    from yrke_cli.declare import Showing
    from yrke_cli.output.people.lines import Line
    from yrke_cli.output.streams import Streams

# Dark on white, each colour with a contrast of at least 4.5 to 1: for screens and for paper.
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" xml:lang="nb" role="img" aria-labelledby="tittel" \
viewBox="0 0 {width} {height}">
<title id="tittel">{title}</title>
<style>
text {{ font: 16px "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1a1a1a; white-space: pre; }}
.title, .heading, .strong, .mark {{ font-weight: bold; }}
.heading, .bar {{ fill: #005f73; }}
.small {{ fill: #595959; }}
</style>
<rect width="100%" height="100%" fill="#ffffff"/>
{body}
</svg>
"""
# The size of a sign in that font, and the margin, in the units of the picture.
SIGN_WIDTH, LINE_HEIGHT, MARGIN = 9.63, 20, 16
HTML = """\
<!DOCTYPE html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ color: #1a1a1a; background: #fff; margin: 2em auto; padding: 0 1em; width: fit-content; max-width: 100%; \
box-sizing: border-box; }}
h1, h2, pre {{ font: 1rem/1.35 "DejaVu Sans Mono", Menlo, Consolas, monospace; margin: 0; }}
pre {{ overflow-x: auto; }}
h1 {{ font-size: 1.3rem; font-weight: bold; }}
h2, .strong, .mark {{ font-weight: bold; }}
h2, .bar {{ color: #005f73; }}
h2 {{ break-after: avoid; }}
.small {{ color: #595959; }}
a {{ color: inherit; }}
@media print {{ body {{ margin: 0; }} h1, h2, pre {{ font-size: 9pt; white-space: pre-wrap; }} }}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def save(answer: Table | Page, showing: Showing, streams: Streams) -> None:
    """Write the files that are asked for; "-" is stdout. Or open the page in the browser.

    Raises OutputFailed where a file cannot be written or where there is no browser.
    """
    drawn = showing.form == "graf"
    lines = lines_of(answer, READABLE, drawn=drawn)
    title = _title(answer, drawn)
    for path, made in ((showing.svg, svg), (showing.html, html)):
        if path:
            _write(made(lines, title), path, streams)
    if showing.browse:
        _browse(html(lines, title), answer.title, streams)


def svg(lines: list[Line], title: str) -> str:
    """The lines as a picture whose text is text, with a title for those who cannot see it."""
    width = max((sum(len(span.text) for span in line) for line in lines), default=1)
    body = [_svg_line(line, MARGIN + (number + 0.75) * LINE_HEIGHT) for number, line in enumerate(lines) if line]
    return SVG.format(
        title=escape(title),
        width=round(2 * MARGIN + width * SIGN_WIDTH),
        height=2 * MARGIN + len(lines) * LINE_HEIGHT,
        body="\n".join(body),
    )


def _svg_line(line: Line, y: float) -> str:
    """Each word group at its own place and width, so that columns stand under each other in any font."""
    pieces, at = [], 0
    for span in line:
        text = span.text.strip(" ")
        if text:
            start = at + len(span.text) - len(span.text.lstrip(" "))
            style = f' class="{span.style}"' if span.style else ""
            place = f'x="{MARGIN + start * SIGN_WIDTH:.1f}" textLength="{len(text) * SIGN_WIDTH:.1f}"'
            pieces.append(f"<tspan {place}{style}>{escape(text, quote=False)}</tspan>")
        at += len(span.text)
    return f'<text y="{y:.0f}" xml:space="preserve">{"".join(pieces)}</text>'


def html(lines: list[Line], title: str) -> str:
    """The lines as a page for a browser: headings that one can jump between, the sources as links."""
    body, plain = [], []
    for line in [*lines, [Span("", "title")]]:
        level = {"title": "h1", "heading": "h2"}.get(line[0].style) if line else None
        if level is None:
            plain.append("".join(map(_span, line)))
            continue
        if any(plain):
            body.append("<pre>" + "\n".join(plain) + "</pre>")
        plain = []
        text = "".join(span.text for span in line)
        body += [f"<{level}>{escape(text)}</{level}>"] if text else []
    return HTML.format(title=escape(title), body="\n".join(body))


def _span(span: Span) -> str:
    text = escape(span.text)
    if span.link:
        text = f'<a href="{escape(span.link)}">{text}</a>'
    return f'<span class="{span.style}">{text}</span>' if span.style else text


def _title(answer: Table | Page, drawn: bool) -> str:
    said = answer.graph().title if drawn and isinstance(answer, Table) and answer.graph else answer.title
    return f"{said} – yrke" if said else "yrke"


def _write(text: str, path: str, streams: Streams) -> None:
    if path == "-":
        streams.write(text)
        return
    try:
        write_file(path, text.encode("utf-8"))
    except (OSError, ValueError) as error:
        raise OutputFailed(f"Kan ikke lagre «{echoed(path, 300)}»: {_reason(error)}.") from None
    streams.say(f"Lagret {echoed(path, 300)}.")


def write_file(path: str, content: bytes) -> None:
    """Write the content to what is at the path, or to a new file there. A link is followed, a pipe or a device is
    written to, and of a file that stood there the mode is kept, and all of it until the new one is whole.

    Raises OSError, or ValueError where the path is none.
    """
    try:
        before = os.stat(path)
    except FileNotFoundError:
        before = None
    if before is not None and not stat.S_ISREG(before.st_mode):
        with open(path, "wb") as there:
            there.write(content)
        return
    target = os.path.realpath(path)
    try:
        handle, scratch = tempfile.mkstemp(dir=os.path.dirname(target), prefix=f".{os.path.basename(target)[:100]}-")
    except PermissionError:
        if before is None:
            raise
        # The folder takes no new file, but the one that stands there may be written.
        with open(target, "wb") as file:
            file.write(content)
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(scratch, stat.S_IMODE(before.st_mode) if before else 0o666 & ~_umask())
        if before is not None and (before.st_uid, before.st_gid) != (os.stat(scratch).st_uid, os.stat(scratch).st_gid):
            with suppress(PermissionError):
                os.chown(scratch, before.st_uid, before.st_gid)
        os.replace(scratch, target)
    except BaseException:
        os.unlink(scratch)
        raise


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


@contextmanager
def _stdout_on_stderr() -> Iterator[None]:
    """What the browser says of itself, or shows where it is one for terminals, is no answer of ours for a pipe."""
    if os.isatty(1):
        yield
        return
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _browse(text: str, title: str, streams: Streams) -> None:
    """Open the page in the browser. It lies in a folder of the caller's own, under the same name each time."""
    import webbrowser

    try:
        path = Path(_own_folder()) / f"{slug(title)}.html"
        write_file(str(path), text.encode("utf-8"))
    except OSError as error:
        raise OutputFailed(f"Kan ikke lagre siden: {_reason(error)}.", "Lagre den et annet sted: --html FIL") from None
    with _stdout_on_stderr():
        opened = webbrowser.open(path.as_uri())
    if not opened:
        raise OutputFailed("Fant ingen nettleser.", "Lagre siden i stedet: --html FIL")
    streams.say(f"Åpnet {path} i nettleseren.")


def _own_folder() -> str:
    """A folder that nobody else can put anything into: another user may have made one of that name first.

    Raises OutputFailed where it is not the caller's own, OSError where it cannot be made.
    """
    base = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    user = os.getuid() if hasattr(os, "getuid") else None
    folder = os.path.join(base, "yrke" if user is None else f"yrke-{user}")
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)
    there = os.lstat(folder)
    if user is not None and (not stat.S_ISDIR(there.st_mode) or there.st_uid != user or there.st_mode & 0o077):
        raise OutputFailed(
            f"Mappen «{echoed(folder, 300)}» er ikke din alene, så siden blir ikke lagret der.",
            "Lagre siden et annet sted: --html FIL",
        )
    return folder
