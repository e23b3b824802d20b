"""A view in a file, or in the browser: one module for each kind of file makes its bytes."""

from __future__ import annotations

from yrke_cli import late
from yrke_cli.faults import OutputFailed
from yrke_cli.output.to.files import why, write_file
from yrke_cli.words import echoed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.answers.shapes import Page, Table
    from yrke_cli.declare import Showing
    from yrke_cli.output.streams import Streams

# Which module makes which file; a new one is one more field of Showing, its option, and a module with `made`.
KINDS = ("svg", "html", "excel")


def save(answer: Table | Page, showing: Showing, streams: Streams) -> None:
    """Write the files that are asked for; "-" is stdout. Or open the page in the browser.

    Raises OutputFailed where a file cannot be written or where there is no browser.
    """
    for kind in KINDS:
        path = getattr(showing, kind)
        if path:
            _write(_made(kind, answer, showing), path, streams)
    if showing.browse:
        late("yrke_cli.output.to.browser").browse(_made("html", answer, showing), answer.title, streams)


def _made(kind: str, answer: Table | Page, showing: Showing) -> bytes:
    content: bytes = late(f"yrke_cli.output.to.{kind}").made(answer, drawn=showing.form == "graf")
    return content


def titled(answer: Table | Page, *, drawn: bool) -> str:
    """What the file is called by what opens it."""
    graph = getattr(answer, "graph", None) if drawn else None
    said = graph().title if graph else answer.title
    return f"{said} – yrke" if said else "yrke"


def _write(content: bytes, path: str, streams: Streams) -> None:
    if path == "-":
        streams.write_bytes(content)
        return
    try:
        write_file(path, content)
    except (OSError, ValueError) as error:
        raise OutputFailed(f"Kan ikke lagre «{echoed(path, 300)}»: {why(error)}.") from None
    streams.say(f"Lagret {echoed(path, 300)}.")
