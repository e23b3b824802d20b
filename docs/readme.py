"""What of README.md is made, not typed: `python docs/readme.py`, with yrke installed, writes it anew.

Numbers are rounded down, so that they stay true as the data grows: a test holds each claim true, not exact. The table
of exit statuses is made from the program's own list.
"""

import re
from pathlib import Path

from yrke_cli.catalogue import Catalogue, default_path
from yrke_cli.declare import Query
from yrke_cli.faults import STATUSES

README = Path(__file__).parent.parent / "README.md"
# What is claimed → the words around it in the README.
CLAIMS = {
    "occupations": r"over (\d+) yrker",
    "groups": r"over (\d+) yrkesgrupper",
    "first": r"fra (\d{4}) til \d{4}\. Hvert tall",
    "last": r"fra \d{4} til (\d{4})\. Hvert tall",
    "part_time": r"De nyeste tallene for deltid er fra (\d{4})\.",
}
YEARS = ("first", "last", "part_time")
ROUND_TO = 50
TABLE = re.compile(r"\| status \| betyr \|\n\|---\|---\|\n(?:\|.*\|\n)+")


def counted() -> dict[str, int]:
    """Each claim as it is in the database."""
    with Catalogue(default_path()) as catalogue:
        occupations = catalogue.occupations()
        first, last = catalogue.first_and_last_year() or (0, 0)
        return {
            "occupations": len(occupations),
            "groups": len({row.styrk08 for row in catalogue.pay(Query()) if row.styrk08}),
            "first": first,
            "last": last,
            "part_time": catalogue.newest_part_time(),
        }


def claimed(text: str) -> dict[str, int]:
    """Each claim as the README has it."""
    return {name: int(re.findall(pattern, text)[0]) for name, pattern in CLAIMS.items()}


def statuses() -> str:
    rows = "".join(f"| {status} | {means} |\n" for status, means in STATUSES)
    return f"| status | betyr |\n|---|---|\n{rows}"


def made(text: str) -> str:
    """The README with its numbers and its table as they are now."""
    for name, number in counted().items():
        shown = number if name in YEARS else number // ROUND_TO * ROUND_TO
        text = _put(text, CLAIMS[name], str(shown))
    return TABLE.sub(lambda _: statuses(), text)


def _put(text: str, pattern: str, number: str) -> str:
    found = re.search(pattern, text)
    assert found is not None, pattern
    return f"{text[: found.start(1)]}{number}{text[found.end(1) :]}"


if __name__ == "__main__":
    README.write_text(made(README.read_text(encoding="utf-8")), encoding="utf-8")
