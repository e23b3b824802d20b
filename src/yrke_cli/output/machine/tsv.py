"""Tab-separated values: a header of machine keys, raw values, an empty cell for what is not known."""

from __future__ import annotations

from yrke_cli.answers.shapes import Table
from yrke_cli.output.machine import flat


def table(answer: Table) -> str:
    lines = ["\t".join(answer.keys())]
    lines += ["\t".join(flat(row)) for row in answer.values()]
    return "\n".join(lines) + "\n"
