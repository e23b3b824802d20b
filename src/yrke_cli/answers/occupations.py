"""Occupations as rows of a list."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.records import Listed

# What stands for the length of the way where nothing is required.
NOTHING = "ingen"


def named(listed: Listed) -> tuple[str, str, str | None, str | None]:
    """The fields of OccupationRow."""
    return listed.slug, listed.title, listed.styrk08, listed.group


def spaced(several: str | None) -> str:
    """A list inside a cell as people read it: "a;b" → "a, b"."""
    return (several or "").replace(";", ", ")
