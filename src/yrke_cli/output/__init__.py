"""The way out: the form is chosen once, one renderer makes the text, one place writes the bytes."""

from yrke_cli import late
from yrke_cli.faults import Fault
from yrke_cli.model import Page, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.output.streams import Streams

# Which module renders which form; a new form is one more module with `table` or `page` or both.
RENDERERS = {"tsv": "tsv", "csv": "csv_", "json": "json_", "tekst": "text", "md": "md", "tabell": "terminal"}


def emit(answer: "Table | Page", form: "str | None", streams: "Streams") -> None:
    """Write the answer in the form asked for, else for a person at a terminal, else plain for a pipe.

    Raises OutputFailed and ReaderGone (see Streams.write).
    """
    if form is None:
        form = "tabell" if streams.terminal else "tsv" if isinstance(answer, Table) else "tekst"
    streams.write(_rendered(answer, form, streams))
    for hint in answer.hints:
        streams.say(hint)


def _rendered(answer: "Table | Page", form: str, streams: "Streams") -> str:
    renderer = late(f"yrke_cli.output.{RENDERERS[form]}")
    text: str
    if form == "tabell":
        text = renderer.table(answer, streams) if isinstance(answer, Table) else renderer.page(answer, streams)
    else:
        text = renderer.table(answer) if isinstance(answer, Table) else renderer.page(answer)
    return text


def complain(fault: Fault, streams: "Streams") -> None:
    """Say on stderr what was wrong and what to do."""
    streams.say(f"yrke: {fault.message}")
    for hint in fault.hints:
        streams.say(hint)
