"""The program: `yrke` and `python -m yrke_cli`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Answer the call in sys.argv and exit with its status; Ctrl-C is 130."""
    # A call is over before there is garbage worth looking for: said here, before the rest is loaded.
    gc.disable()
    try:
        from yrke_cli.run import answered

        status = answered(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    # All that was written is flushed and the database closed: taking the interpreter apart would only cost time.
    os._exit(status)


if __name__ == "__main__":
    main()
