"""Occupations as rows of a list."""

from __future__ import annotations

from yrke_cli.records import Record, column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.records import Listed


class OccupationRow(Record):
    """What every list of occupations begins with: the name, and the unit group whose pay stands for it."""

    slug: str = column("slug")
    title: str = column("tittel", "Yrke")
    styrk08: str | None = column("styrk08", "STYRK-08", short="STYRK")
    group: str | None = column("yrkesgruppe", "Yrkesgruppe", short="Gruppe")


def named(listed: Listed) -> tuple[str, str, str | None, str | None]:
    """The fields of OccupationRow."""
    return listed.slug, listed.title, listed.styrk08, listed.group


def spaced(several: str | None) -> str:
    """A list inside a cell as people read it: "a;b" → "a, b"."""
    return (several or "").replace(";", ", ")
