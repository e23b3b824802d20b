"""One call from the query to the exit status: who is asked, who shows the answer, what is said when it goes wrong."""

from __future__ import annotations

import os

from yrke_cli import late
from yrke_cli.faults import Fault, ReaderGone, Unforeseen
from yrke_cli.output import check, complain, emit
from yrke_cli.output.streams import Streams
from yrke_cli.words import described

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from yrke_cli.declare import Command, Query, Showing

# The word that stands for names on standard input.
STDIN = "-"


def run(command: Command, query: Query, showing: Showing, streams: Streams) -> None:
    """Ask the catalogue and show the answer. Raises Fault and ReaderGone."""
    from yrke_cli.catalogue import Catalogue, default_path

    check(showing, streams)
    with Catalogue(default_path()) as catalogue:
        # Shown while the catalogue is open: what only people read is fetched when they do.
        if STDIN in query.words:
            late("yrke_cli.each").each(command, catalogue, query, showing, streams)
        else:
            emit(command.answer(catalogue, query), showing, streams)


def status_of(work: Callable[[Streams], None]) -> int:
    """Do the work with the streams of this process; the exit status, 0 or that of the fault, which is told on stderr.

    No error ends in a traceback; YRKE_DEBUG=1 shows where one came from.
    """
    streams = Streams.of_this_process()
    try:
        work(streams)
    except ReaderGone:
        return 0
    except Exception as error:  # the last net: what nobody foresaw is told like everything else
        fault = error if isinstance(error, Fault) else _unforeseen(error)
        complain(fault, streams)
        if os.environ.get("YRKE_DEBUG"):
            _trace(error, streams)
        return fault.status
    return 0


def _unforeseen(error: Exception) -> Unforeseen:
    return Unforeseen(
        f"Uventet feil: {described(error)}.",
        "Feilen er i yrke, ikke i det du skrev. YRKE_DEBUG=1 viser hvor den oppsto.",
    )


def _trace(error: Exception, streams: Streams) -> None:
    from traceback import format_exception

    for line in "".join(format_exception(error)).splitlines():
        streams.say(line)
