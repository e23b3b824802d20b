"""Tab-separated values: a header of machine keys, raw values, an empty cell for what is not known."""

from __future__ import annotations

from yrke_cli.output.cells import flat
from yrke_cli.records import Table


def table(answer: Table) -> str:
    lines = ["\t".join(answer.keys())]
    lines += ["\t".join(flat(row)) for row in answer.rows]
    return "\n".join(lines) + "\n"
