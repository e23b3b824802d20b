"""One call from query to exit status, whoever parsed it."""

from yrke_cli.faults import Fault, ReaderGone
from yrke_cli.output import complain, emit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from yrke_cli.declare import Command
    from yrke_cli.model import Query
    from yrke_cli.output.streams import Streams


def run(command: "Command", query: "Query", streams: "Streams") -> None:
    """Ask the catalogue and show the answer. Raises Fault and ReaderGone."""
    from yrke_cli.catalogue import Catalogue, default_path

    with Catalogue(default_path()) as catalogue:
        answer = command.answer(catalogue, query)
    emit(answer, query.form, streams)


def status_of(call: "Callable[[], int]", streams: "Streams") -> int:
    """The exit status of a call: its own, or that of the fault, which is said on stderr. Ctrl-C is 130."""
    try:
        return call()
    except Fault as fault:
        complain(fault, streams)
        return fault.status
    except ReaderGone:
        return 0
    except KeyboardInterrupt:
        return 130
