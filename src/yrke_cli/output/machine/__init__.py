"""Forms for machines: raw values under their keys."""

from __future__ import annotations

# What would move cells or rows. The data has none of these; a catalogue of someone else's might.
_LINE_BREAKS = str.maketrans("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " " * 11)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.records import Row


def flat(values: Row) -> list[str]:
    """The raw values of a row as cells of one line each, for machines; not known is empty."""
    cells = ["" if value is None else str(value) for value in values]
    return cells if "".join(cells).isprintable() else [cell.translate(_LINE_BREAKS) for cell in cells]
