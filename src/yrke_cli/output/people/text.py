"""A page as plain text for a pipe: what a person sees on a terminal, but unwrapped, unindented and without colour."""

from __future__ import annotations

from yrke_cli.answers.shapes import Page
from yrke_cli.output.people.lines import UNLIMITED
from yrke_cli.output.people.view import page_lines

# What stands under a title and under a heading.
_RULES = {"title": "=", "heading": "-"}


def page(answer: Page) -> str:
    lines = []
    for line in page_lines(answer, UNLIMITED, indent=0):
        text = "".join([span.text for span in line]).rstrip(" ")
        lines.append(text)
        if line and line[0].style in _RULES:
            lines.append(_RULES[line[0].style] * len(text))
    return "\n".join([*lines, ""])
