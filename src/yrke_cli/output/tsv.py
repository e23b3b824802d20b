"""Tab-separated values: a header of machine keys, raw values, an empty cell for what is not known."""

from yrke_cli.model import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.model import Value


def table(answer: Table) -> str:
    lines = ["\t".join(answer.keys())]
    lines += ["\t".join(map(_cell, row)) for row in answer.rows]
    return "\n".join(lines) + "\n"


def _cell(value: "Value") -> str:
    # Tabs and line breaks would move cells; the data has none, a source's note might one day.
    return "" if value is None else " ".join(str(value).split()) if isinstance(value, str) else str(value)
