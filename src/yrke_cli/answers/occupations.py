"""Occupations as rows of a list."""

from __future__ import annotations

from yrke_cli.records import Column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.records import Listed, Row

COLUMNS = (
    Column("slug", "", "text"),
    Column("tittel", "Yrke", "text"),
    Column("styrk08", "STYRK-08", "text"),
    Column("yrkesgruppe", "Yrkesgruppe", "text"),
)


def listed_row(listed: Listed) -> Row:
    """The cells of COLUMNS."""
    return (listed.slug, listed.title, listed.styrk08, listed.group)
