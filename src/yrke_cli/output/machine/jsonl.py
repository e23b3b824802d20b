"""JSON Lines: each row of a table, or each page, as one object on a line of its own."""

from __future__ import annotations

from yrke_cli.answers.shapes import Page, Table
from yrke_cli.output.machine.json_ import on_one_line


def table(answer: Table) -> str:
    keys = answer.keys()
    return "".join([f"{on_one_line(dict(zip(keys, values, strict=True)))}\n" for values in answer.values()])


def page(answer: Page) -> str:
    return f"{on_one_line(answer.record())}\n"
