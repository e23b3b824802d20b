"""JSON: a table is one array of flat objects with the machine keys, a page is one object."""

from __future__ import annotations

import json

from yrke_cli.answers.shapes import Page, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def table(answer: Table) -> str:
    keys = answer.keys()
    return _text([dict(zip(keys, values, strict=True)) for values in answer.values()])


def page(answer: Page) -> str:
    return _text(answer.record())


def pages(answers: Sequence[Page]) -> str:
    """Several pages: one array of their objects."""
    return _text([answer.record() for answer in answers])


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
