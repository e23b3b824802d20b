"""One call from what was typed to the exit status."""

from __future__ import annotations

import os

from yrke_cli.commands import COMPLETE
from yrke_cli.express import plain_call
from yrke_cli.faults import Fault, ReaderGone
from yrke_cli.output import complain, emit, show
from yrke_cli.output.to.streams import Streams
from yrke_cli.words import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.declare import Command
    from yrke_cli.records import Query


def answered(arguments: list[str]) -> int:
    """The exit status of a call, once it is answered on stdout and stderr: 0, or that of the fault."""
    streams = Streams.of_this_process()
    try:
        _answer(_as_typed(arguments), streams)
    except Fault as fault:
        complain(fault, streams)
        return fault.status
    except ReaderGone:
        return 0
    return 0


def _answer(arguments: list[str], streams: Streams) -> None:
    if arguments[:1] == [COMPLETE]:
        from yrke_cli.way_in.completion import completed

        streams.write(completed(arguments[1:]))
        return
    call = plain_call(arguments) or _parsed(arguments, streams)
    if isinstance(call, str):
        show(call, streams, paged="--uten-pager" not in arguments)
    else:
        run(*call, streams)


def _parsed(arguments: list[str], streams: Streams) -> tuple[Command, Query] | str:
    from yrke_cli.way_in.helptext import WIDTH, welcome

    if not arguments and streams.terminal:
        return welcome(min(streams.width, WIDTH))
    from yrke_cli.app import parsed

    return parsed(arguments, min(streams.width, WIDTH) if streams.terminal else WIDTH)


def run(command: Command, query: Query, streams: Streams) -> None:
    """Ask the catalogue and show the answer. Raises Fault and ReaderGone."""
    from yrke_cli.catalogue import Catalogue, default_path

    with Catalogue(default_path()) as catalogue:
        answer = command.answer(catalogue, query)
    emit(answer, query, streams)


def _as_typed(arguments: list[str]) -> list[str]:
    """The arguments as UTF-8 with composed letters, whatever the locale made of their bytes."""
    return [composed(os.fsencode(argument).decode("utf-8", "surrogateescape")) for argument in arguments]
