"""`python -m yrke_cli.compile [DATA [TARGET]]`: build the database by hand, to check data while writing it."""

from __future__ import annotations

import sys
from pathlib import Path

from yrke_cli.compile import build
from yrke_cli.compile.faults import DataFault

PACKAGE = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    data = Path(arguments[0]) if arguments else PACKAGE.parent.parent / "data"
    target = Path(arguments[1]) if arguments[1:] else PACKAGE / "yrke.sqlite3"
    try:
        build(data, target)
    except DataFault as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
