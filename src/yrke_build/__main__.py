"""`python -m yrke_build [DATA [TARGET]]`: build the database by hand, to check data while writing it."""

from __future__ import annotations

import sys
from pathlib import Path

from yrke_build import build
from yrke_build.faults import DataFault

SOURCE = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    data = Path(arguments[0]) if arguments else SOURCE.parent / "data"
    target = Path(arguments[1]) if arguments[1:] else SOURCE / "yrke_cli" / "yrke.sqlite3"
    try:
        build(data, target)
    except DataFault as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
