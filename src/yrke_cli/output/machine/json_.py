"""JSON: a table is one array of flat objects with the machine keys, a page is one object.

The json package loads re, a fifth of a bare Python: our own few lines write what json.dumps(indent=2) writes.
"""

from __future__ import annotations

from _json import encode_basestring

from yrke_cli.answers.shapes import Page, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


def table(answer: Table) -> str:
    keys = answer.keys()
    return indented([dict(zip(keys, values, strict=True)) for values in answer.values()]) + "\n"


def page(answer: Page) -> str:
    return indented(answer.record()) + "\n"


def pages(answers: Sequence[Page]) -> str:
    """Several pages: one array of their objects."""
    return indented([answer.record() for answer in answers]) + "\n"


def indented(value: object, margin: str = "\n") -> str:
    """The value in JSON, a line for each of its parts; `margin` is the line break and what stands before it."""
    if not value or not isinstance(value, (dict, list)):
        return on_one_line(value)
    inner = f"{margin}  "
    if isinstance(value, list):
        return f"[{inner}{f',{inner}'.join([indented(one, inner) for one in value])}{margin}]"
    parts = [f"{encode_basestring(key)}: {indented(own, inner)}" for key, own in value.items()]
    return f"{{{inner}{f',{inner}'.join(parts)}{margin}}}"


def on_one_line(value: object) -> str:
    """The value in JSON without a line break. Raises TypeError for what JSON does not have."""
    text = _SCALARS.get(type(value))
    if text is not None:
        return text(value)
    if isinstance(value, list):
        return f"[{', '.join(map(on_one_line, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join([f'{encode_basestring(key)}: {on_one_line(own)}' for key, own in value.items()])}}}"
    raise TypeError(f"{type(value).__name__} has no place in JSON")


_SCALARS: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: int.__repr__,
    float: float.__repr__,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): lambda _: "null",
}
