"""The program: `yrke` and `python -m yrke_cli`. Plain calls take the express lane, all others go through Typer."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.output.streams import Streams


def main() -> None:
    """Answer the call in sys.argv and exit with its status; Ctrl-C is 130."""
    # A call is over before there is garbage worth looking for: said here, before the rest is loaded.
    gc.disable()
    try:
        status = answered(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    # All that was written is flushed and the database closed: taking the interpreter apart would only cost time.
    os._exit(status)


def answered(arguments: list[str]) -> int:
    """The exit status of a call, once it is answered on stdout and stderr."""
    from yrke_cli.run import status_of
    from yrke_cli.words import composed

    # As UTF-8 with composed letters, whatever the locale made of their bytes.
    typed = [composed(os.fsencode(argument).decode("utf-8", "surrogateescape")) for argument in arguments]
    return status_of(lambda streams: _answer(typed, streams))


def _answer(arguments: list[str], streams: Streams) -> None:
    from yrke_cli.commands import COMPLETE
    from yrke_cli.express import plain_call
    from yrke_cli.run import run

    if arguments[:1] == [COMPLETE]:
        from yrke_cli.way_in.completion import completed

        streams.write(completed(arguments[1:]))
    elif call := plain_call(arguments):
        run(*call, streams)
    elif not arguments and streams.terminal:
        from yrke_cli.way_in.helptext import greet

        greet(streams)
    else:
        from yrke_cli.app import app

        app(arguments, standalone_mode=False)


if __name__ == "__main__":
    main()
