"""The program: `yrke` and `python -m yrke_cli`."""

import os
import sys

from yrke_cli.output.streams import Streams
from yrke_cli.run import run, status_of


def main() -> None:
    """Answer the call in sys.argv and exit with its status."""
    streams = Streams.of_this_process()
    sys.exit(status_of(lambda: _call(_as_typed(sys.argv[1:]), streams), streams))


def _call(arguments: "list[str]", streams: Streams) -> int:
    from yrke_cli.cli import completed, completion_asked, parsed
    from yrke_cli.helptext import WIDTH

    if completion_asked():
        text, status = completed()
        streams.write(text)
        return status
    call = parsed(arguments, min(streams.width, WIDTH) if streams.terminal else WIDTH)
    if isinstance(call, str):
        streams.write(call)
    else:
        run(*call, streams)
    return 0


def _as_typed(arguments: "list[str]") -> "list[str]":
    """The arguments as UTF-8 with composed letters, whatever the locale made of their bytes."""
    typed = [os.fsencode(argument).decode("utf-8", "surrogateescape") for argument in arguments]
    if all(argument.isascii() for argument in typed):
        return typed
    from unicodedata import normalize

    return [normalize("NFC", argument) for argument in typed]


if __name__ == "__main__":
    main()
