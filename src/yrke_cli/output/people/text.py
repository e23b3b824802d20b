"""A page as plain text for a pipe: what a person sees on a terminal, but unwrapped, unindented and without colour."""

from __future__ import annotations

from yrke_cli.answers.shapes import Page
from yrke_cli.output.people.lines import UNLIMITED
from yrke_cli.output.people.view import page_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from yrke_cli.output.people.lines import Line

# What stands under a title and under a heading.
_RULES = {"title": "=", "heading": "-"}


def page(answer: Page) -> str:
    return "".join(text for line in page_lines(answer, UNLIMITED, indent=0) for text in _plain(line))


def _plain(line: Line) -> Iterator[str]:
    text = "".join(span.text for span in line).rstrip(" ")
    yield f"{text}\n"
    rule = _RULES.get(line[0].style) if line else None
    if rule:
        yield f"{rule * len(text)}\n"
