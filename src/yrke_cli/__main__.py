"""The program: `yrke` and `python -m yrke_cli`."""

import os
import sys

from yrke_cli.output.streams import Streams
from yrke_cli.run import run, status_of


def main() -> None:
    """Answer the call in sys.argv and exit with its status."""
    prepare_streams()
    streams = Streams.of_this_process()
    sys.exit(status_of(lambda: _call(_as_typed(sys.argv[1:]), streams), streams))


def _call(arguments: "list[str]", streams: Streams) -> None:
    from yrke_cli.cli import completed, parsed

    if completed():
        return
    call = parsed(arguments)
    if call is not None:
        run(*call, streams)


def prepare_streams() -> None:
    """UTF-8 whatever the locale and PYTHONIOENCODING say, and no byte that cannot be written."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]


def _as_typed(arguments: "list[str]") -> "list[str]":
    """The arguments as UTF-8 with composed letters, whatever the locale made of their bytes."""
    typed = [os.fsencode(argument).decode("utf-8", "surrogateescape") for argument in arguments]
    if all(argument.isascii() for argument in typed):
        return typed
    from unicodedata import normalize

    return [normalize("NFC", argument) for argument in typed]


if __name__ == "__main__":
    main()
