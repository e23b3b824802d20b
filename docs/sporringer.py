"""The answers in docs/sporringer.md: `python docs/sporringer.py`, with yrke installed, works them out anew."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from yrke_cli.catalogue import default_path

PAGE = Path(__file__).parent / "sporringer.md"
# A question in SQL, and below it the table of its answer where that has been worked out.
QUESTION = re.compile(r"(```sql\n(.*?)```\n)(\n(?:\|[^\n]*\n)+)?", re.DOTALL)


def answered(text: str) -> str:
    """The page with the answer of each question below it."""
    with closing(sqlite3.connect(f"file:{default_path()}?mode=ro", uri=True)) as database:
        return QUESTION.sub(lambda found: f"{found[1]}\n{_table(database, found[2])}", text)


def _table(database: sqlite3.Connection, question: str) -> str:
    asked = database.execute(question)
    head = [name for name, *_ in asked.description]
    rows = [["" if cell is None else str(cell) for cell in row] for row in asked]
    return "".join(f"| {' | '.join(row)} |\n" for row in [head, ["---"] * len(head), *rows])


if __name__ == "__main__":
    PAGE.write_text(answered(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
