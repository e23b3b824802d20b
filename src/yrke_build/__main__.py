"""`python -m yrke_build [DATA [TARGET]]`: build the database by hand, to check data while writing it.

`python -m yrke_build --beskriv` writes what is made from the declarations: data/yrke.schema.json, and the tables in
data/README.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

from yrke_build import BadData, build
from yrke_build.describing import describe

SOURCE = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    if arguments == ["--beskriv"]:
        describe(SOURCE.parent / "data")
        return 0
    data = Path(arguments[0]) if arguments else SOURCE.parent / "data"
    target = Path(arguments[1]) if arguments[1:] else SOURCE / "yrke_cli" / "yrke.sqlite3"
    try:
        remarks = build(data, target)
    except BadData as faults:
        print(faults, file=sys.stderr)
        return 1
    for remark in remarks:
        print(remark, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
