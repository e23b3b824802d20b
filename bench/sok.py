"""How well names are found: `python bench/sok.py`, from the root of a checkout with yrke installed.

For every query of bench/sporringer.tsv it asks where a right occupation stands: first, or among the first three; for
yrke, for rapidfuzz (WRatio over the titles) and for SQLite's FTS5 with trigrams over titles and synonyms, whichever
are there. Half a is for tuning, half b for the report. For every line of bench/ikke-yrker.txt it asks whether yrke
would act on it: it should not.
"""

import argparse
import csv
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from yrke_cli.catalogue import Catalogue, default_path
from yrke_cli.names.ranking import clearly_meant, ranked

HERE = Path(__file__).parent
Finder = Callable[[str], list[str]]


def queries(half: str) -> list[dict[str, str]]:
    with (HERE / "sporringer.tsv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if half in ("alle", row["halvdel"])]


def finders(catalogue: Catalogue) -> dict[str, Finder]:
    found: dict[str, Finder] = {"yrke": lambda typed: [hit.slug for hit in ranked(catalogue, typed)]}
    titles = {listed.title: listed.slug for listed in catalogue.occupations()}
    try:
        from rapidfuzz import fuzz, process, utils

        choices = list(titles)
        found["rapidfuzz WRatio"] = lambda typed: [
            titles[title]
            for title, _, _ in process.extract(
                typed, choices, scorer=fuzz.WRatio, processor=utils.default_process, limit=3
            )
        ]
    except ImportError:
        print("rapidfuzz is not installed: left out")
    found |= _trigrams(catalogue, titles)
    return found


def _trigrams(catalogue: Catalogue, titles: dict[str, str]) -> dict[str, Finder]:
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE VIRTUAL TABLE sok USING fts5(navn, slug UNINDEXED, tokenize='trigram')")
    except sqlite3.OperationalError:
        print("this SQLite has no FTS5 with trigrams: left out")
        return {}
    database.executemany("INSERT INTO sok VALUES (?, ?)", titles.items())
    database.executemany(
        "INSERT INTO sok VALUES (?, ?)", [(written, slug) for _, slug, rank, written in catalogue.names() if rank]
    )

    def find(typed: str) -> list[str]:
        parts = {typed[place : place + 3].replace('"', "") for place in range(max(len(typed) - 2, 1))}
        match = " OR ".join(f'"{part}"' for part in sorted(parts) if len(part) == 3)
        if not match:
            return []
        rows = database.execute("SELECT slug FROM sok WHERE sok MATCH ? ORDER BY rank LIMIT 9", (match,))
        return list(dict.fromkeys(slug for (slug,) in rows))

    return {"FTS5 trigram": find}


def figures(find: Finder, rows: list[dict[str, str]]) -> dict[str, tuple[int, int, int]]:
    """Kind → how many queries, how many with a right answer first, how many among three."""
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        right, answers = set(row["svar"].split(";")), find(row["sporring"])
        for kind in (row["slag"], "alle"):
            counted[kind][0] += 1
            counted[kind][1] += bool(right & set(answers[:1]))
            counted[kind][2] += bool(right & set(answers[:3]))
    return {kind: (number, first, three) for kind, (number, first, three) in counted.items()}


def report(half: str, misses: bool) -> None:
    rows = queries(half)
    with Catalogue(default_path()) as catalogue:
        for name, find in finders(catalogue).items():
            print(f"\n{name}, half {half}\n{'kind':14}{'queries':>8}{'first':>9}{'of three':>10}")
            for kind, (number, first, three) in figures(find, rows).items():
                print(f"{kind:14}{number:8}{100 * first / number:8.1f} %{100 * three / number:8.1f} %")
        if misses:
            for row in rows:
                answers = [hit.slug for hit in ranked(catalogue, row["sporring"])][:3]
                if not set(row["svar"].split(";")) & set(answers[:1]):
                    print(f"{row['slag']}\t{row['sporring']}\t{row['svar']}\tgot {answers}")
        words = (HERE / "ikke-yrker.txt").read_text(encoding="utf-8").splitlines()
        acted = [(word, hit.slug) for word in words if (hit := clearly_meant(ranked(catalogue, word)))]
        print(f"\n{len(words)} words that are no occupation, acted on: {len(acted)} {acted or ''}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("a", "b", "alle"), default="b", help="which half of the queries (default b)")
    parser.add_argument("--misses", action="store_true", help="list the queries whose first answer is wrong")
    asked = parser.parse_args()
    report(asked.half, asked.misses)
