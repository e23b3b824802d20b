"""The build: the same bytes everywhere, a sound database, and wheels and sdists that carry what they should."""

import csv
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import DATA, INVENTED, ROOT, YRKE, call, environment
from yrke_build import build
from yrke_cli import __version__
from yrke_cli.catalogue import APPLICATION_ID, SCHEMA_VERSION, default_path

PAGE_SIZE = 4096
# Kinds of b-tree pages, and how long the header of each is.
TREES = {2: 12, 5: 12, 10: 8, 13: 8}
PARTS_OF_THE_TREE = [
    "src", "data", "tests", "bench", "hatch_build.py", "pyproject.toml", ".gitignore", "README.md", "CHANGELOG.md",
    "CONTRIBUTING.md", "LICENSE", "DATA-LICENSE.md", "SECURITY.md", "CITATION.cff",
]  # fmt: skip


def compiled(data: Path, target: Path, **variables: str) -> bytes:
    """What `python -m yrke_build` writes in this environment."""
    command: list[str | Path] = [sys.executable, "-m", "yrke_build", data, target]
    subprocess.run(command, env=environment(**variables), check=True, timeout=60)
    return target.read_bytes()


def built(data: Path, target: Path) -> bytes:
    build(data, target)
    return target.read_bytes()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database made of data/ just now."""
    target = tmp_path_factory.mktemp("real") / "yrke.sqlite3"
    build(DATA, target)
    return target


@pytest.fixture
def database(real: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{real}?mode=ro&immutable=1", uri=True)
    yield connection
    connection.close()


# The same bytes.


def test_the_database_in_the_package_is_made_of_the_data_as_it_stands(real: Path) -> None:
    assert Path(default_path()).read_bytes() == real.read_bytes()


def test_two_builds_of_the_real_data_are_byte_identical_in_another_folder_locale_and_hash_seed(
    real: Path, tmp_path: Path
) -> None:
    elsewhere = Path(shutil.copytree(DATA, tmp_path / "et annet sted, på Åsen" / "data"))
    again = compiled(elsewhere, tmp_path / "b.sqlite3", LC_ALL="C", LANG="nb_NO.ISO-8859-1", PYTHONHASHSEED="4711")
    assert again == real.read_bytes()


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "nb_NO.UTF-8"},
        {"LC_ALL": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "0"},
        {"PYTHONOPTIMIZE": "2"},
    ],
    ids=lambda variables: ",".join(f"{name}={value}" for name, value in variables.items()),
)
def test_the_environment_leaves_no_trace(variables: dict[str, str], invented_database: Path, tmp_path: Path) -> None:
    assert compiled(INVENTED, tmp_path / "b.sqlite3", **variables) == invented_database.read_bytes()


def test_the_order_of_the_files_in_their_folder_leaves_no_trace(
    invented_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = Path.glob
    monkeypatch.setattr(Path, "glob", lambda self, pattern: sorted(listing(self, pattern), reverse=True))
    assert built(INVENTED, tmp_path / "b.sqlite3") == invented_database.read_bytes()


@pytest.mark.parametrize(
    "file",
    [
        "lonn/ssb-11418.csv",
        "lonn/ssb-11418-utdanning.csv",
        "utdanning/programomrader.csv",
        "utdanning/overganger.csv",
        "utdanning/sluttkompetanse.csv",
        "utdanning/opptakskrav.csv",
        "kilder.yaml",
    ],
)
def test_the_order_of_the_records_in_a_file_leaves_no_trace(file: str, invented_database: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(INVENTED, tmp_path / "data"))
    lines = (data / file).read_text(encoding="utf-8").splitlines(keepends=True)
    first = lines[:1] if file.endswith(".csv") else []
    turned = [*first, *reversed(lines[len(first) :])]
    assert turned != lines
    (data / file).write_text("".join(turned), encoding="utf-8")
    assert built(data, tmp_path / "b.sqlite3") == invented_database.read_bytes()


def test_other_data_gives_other_bytes(invented_database: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(INVENTED, tmp_path / "data"))
    series = data / "lonn" / "ssb-11418.csv"
    series.write_text(series.read_text(encoding="utf-8").replace(",47000,", ",47010,"), encoding="utf-8")
    assert built(data, tmp_path / "b.sqlite3") != invented_database.read_bytes()


# Another SQLite stands in for the standard library's, as a Python that is built on another one has it.
WITH_PYSQLITE3 = """
import sys, pysqlite3
sys.modules["sqlite3"] = pysqlite3
"""
WITH_APSW = """
import sys, types, apsw
class Database(apsw.Connection):
    executescript = apsw.Connection.execute
    def create_function(self, name, places, function, *, deterministic):
        self.create_scalar_function(name, function, places, deterministic=deterministic)
stand_in = types.ModuleType("sqlite3")
stand_in.Connection, stand_in.Error = Database, apsw.Error
stand_in.connect = lambda path, isolation_level=None: Database(str(path))
sys.modules["sqlite3"] = stand_in
"""
AND_BUILD = """
from pathlib import Path
from yrke_build import build
build(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize(
    ("module", "prelude"), [("pysqlite3", WITH_PYSQLITE3), ("apsw", WITH_APSW)], ids=["pysqlite3", "apsw"]
)
def test_another_version_of_sqlite_leaves_no_trace(module: str, prelude: str, real: Path, tmp_path: Path) -> None:
    pytest.importorskip(module, reason=f"{module}, which carries an SQLite of its own, is not installed")
    target = tmp_path / "b.sqlite3"
    subprocess.run([sys.executable, "-c", prelude + AND_BUILD, DATA, target], env=environment(), check=True, timeout=60)
    assert target.read_bytes() == real.read_bytes()


def test_nothing_is_left_where_a_page_holds_nothing(real: Path) -> None:
    """What SQLite leaves behind in unused space differs from version to version and from build to build."""
    content = real.read_bytes()
    dirty = [
        start // PAGE_SIZE + 1
        for start in range(0, len(content), PAGE_SIZE)
        if any(unused(content[start : start + PAGE_SIZE], 100 if start == 0 else 0))
    ]
    assert dirty == []


def unused(page: bytes, header: int) -> bytes:
    """The bytes of a b-tree page between its cell pointers and its cells, and inside its free blocks."""
    if page[header] not in TREES:
        return b""
    free, cells, content = (int.from_bytes(page[header + place : header + place + 2], "big") for place in (1, 3, 5))
    found = page[header + TREES[page[header]] + 2 * cells : content]
    while free:
        following, size = (int.from_bytes(page[free + place : free + place + 2], "big") for place in (0, 2))
        found += page[free + 4 : free + size]
        free = following
    return found


def test_no_column_is_declared_real(database: sqlite3.Connection) -> None:
    """Versions differ in how a table WITHOUT ROWID keeps a whole number in such a column; NUMERIC is kept alike."""
    columns = database.execute(
        "SELECT t.name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table'"
        " AND c.type = 'REAL' ORDER BY t.name, c.name"
    )
    assert columns.fetchall() == []


# A sound database.


def test_the_header_is_ours_and_says_nothing_of_the_builder(real: Path) -> None:
    header = real.read_bytes()[:100]
    assert header[:16] == b"SQLite format 3\x00"
    assert int.from_bytes(header[16:18], "big") == PAGE_SIZE
    assert header[18:20] == b"\x01\x01"  # no write-ahead log
    assert int.from_bytes(header[36:40], "big") == 0  # no free pages
    assert int.from_bytes(header[52:56], "big") == 0  # no auto-vacuum
    assert int.from_bytes(header[56:60], "big") == 1  # UTF-8
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[96:100], "big") == 3_008_002


def test_the_file_is_exactly_its_pages(real: Path, database: sqlite3.Connection) -> None:
    pages, size, free = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in
                         ("page_count", "page_size", "freelist_count"))  # fmt: skip
    assert (pages * size, free) == (real.stat().st_size, 0)


def test_the_database_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_anyone_may_read_the_database(real: Path) -> None:
    assert real.stat().st_mode & 0o777 == 0o644


def test_every_table_and_view_has_rows(database: sqlite3.Connection) -> None:
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    empty = [name for name in names if database.execute(f"SELECT count(*) FROM {name}").fetchone() == (0,)]
    assert {"lonn_nyeste", "yrke_lonn", "yrke_utdanning", "yrke_kilder", "lonn_merknad"} <= set(names)
    assert set(empty) <= {"yrke_mangler"}  # every full profile may be whole


def test_every_reference_is_declared_and_leads_somewhere(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    declared = {
        (table, column): parent
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for _, _, parent, column, *_ in database.execute(f"PRAGMA foreign_key_list({table})")
    }
    tables = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
    )
    for (table,) in tables.fetchall():
        for _, column, *_ in database.execute(f"PRAGMA table_info({table})"):
            if (
                column in ("kilde", "styrk08", "programomrade", "lengde_kilde", "autorisasjon")
                and table != "yrkesgruppe"
            ):
                assert (table, column) in declared, (table, column)
            if column == "yrke" and table != "autorisasjon":
                assert declared[table, column] in ("yrke", "rute", "yrke_videre"), table


# A version of the schema is what its statements are. Whoever changes schema.sql raises SCHEMA_VERSION in
# catalogue/__init__.py (an older program must refuse the file) and adds the new hash here.
SCHEMAS = {
    2: "2f7a0d0ab48cbf61d6be7c8e8ff704443ffc3e04c15bc285042586fe95a4ea76",
    3: "2bedffc36ad66dda9f0003d2a24cda4c526dc18fd863816554b1818f88e311f3",
    4: "573ae94a471ebe9adf971cfa4fd9665fdf5bb44803a763c65d9770178fc71126",
    5: "685666c1fa65f66d8d7ad197fc5f93dd206d1c9333c9251a71f49dedea66ec45",
    6: "02e86b6bf9f521dbe883fe00e26c36d6bfac5a458e9b214c3400110152dc0d2e",
    7: "9cc72712db54fd47877f36c738781dec676367761156d14230603aaf163bad41",
    8: "98b77778490e509065fc25afa7ccb308d721b5a615d9bd26b9f282f2e182f171",
}


def test_another_schema_has_another_version() -> None:
    text = (ROOT / "src" / "yrke_build" / "schema.sql").read_text(encoding="utf-8")
    statements = " ".join(re.sub(r"--[^\n]*", "", text).split())
    assert hashlib.sha256(statements.encode()).hexdigest() == SCHEMAS[SCHEMA_VERSION]


def test_a_year_is_a_whole_number_wherever_it_stands(database: sqlite3.Connection) -> None:
    named = database.execute(
        "SELECT t.name, c.type FROM sqlite_master AS t, pragma_table_info(t.name) AS c"
        " WHERE t.type = 'table' AND c.name = 'ar'"
    ).fetchall()
    assert len(named) > 1
    assert {kind for _, kind in named} == {"INTEGER"}


def test_what_readers_must_know_is_said_in_the_file_itself(database: sqlite3.Connection) -> None:
    (statement,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'lonn'").fetchone()
    assert "Amounts are NOK a month per full-time" in statement


def test_the_view_of_the_newest_pay_is_what_yrke_shows(database: sqlite3.Connection) -> None:
    shown = list(csv.DictReader(call("lønn", "--csv").out.splitlines()))
    viewed = database.execute("SELECT navn, ar, median FROM lonn_nyeste ORDER BY nr").fetchall()
    key = [(row["yrke"], int(row["ar"]), int(row["median"]) if row["median"] else None) for row in shown]
    assert sorted(key, key=str) == sorted(viewed, key=str)


# Facts of a source stand in its entry, not in the program.


def test_another_publisher_needs_no_line_of_code(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(INVENTED, data)
    sources = data / "kilder.yaml"
    text = sources.read_text(encoding="utf-8").replace("SSB, tabell 11418", "Tallhuset, tabell 1")
    text = text.replace("kortnavn: SSB", "kortnavn: Tallhuset").replace("Sammenlign ikke over skillet.", "Se opp!")
    sources.write_text(text, encoding="utf-8")
    build(data, tmp_path / "yrke.sqlite3")
    env = environment(YRKE_DATABASE=str(tmp_path / "yrke.sqlite3"))
    said = [
        call(*line.split(), env=env)
        for line in (
            "vis månesmed", "vis ærlighetsrevisor", "lønn ærlighetsrevisor", "dekning --totalt --format md",
            "sammenlign månesmed stjernepleier --format md", "lønn månesmed --historikk --format md",
        )
    ]  # fmt: skip
    text = "".join(one.out + one.err for one in said)
    assert "SSB" not in text
    assert text.count("Tallhuset") >= 6
    assert "Se opp!" in text


# Wheels and sdists, built from a tree without git.


def copied_tree(target: Path) -> Path:
    target.mkdir(parents=True)
    for name in PARTS_OF_THE_TREE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.sqlite3"))
        elif source.exists():
            shutil.copy(source, target / name)
    return target


def wheel_of(tree: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """`pip wheel` in this environment, without the net."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        out,
        tree,
    ]
    quiet = environment(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_CACHE_DIR="1", PYTHONDONTWRITEBYTECODE="1")
    return subprocess.run(
        command, cwd=out.parent, env=quiet, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout: no git, no database yet."""
    for module in ("pip", "hatchling"):
        pytest.importorskip(module, reason=f"{module}, which builds the packages, is not installed")
    return copied_tree(tmp_path_factory.mktemp("tree") / "yrke")


@pytest.fixture(scope="module")
def wheel(tree: Path) -> Iterator[zipfile.ZipFile]:
    done = wheel_of(tree, tree.parent / "wheel")
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = (tree.parent / "wheel").iterdir()
    with zipfile.ZipFile(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def unpacked(tree: Path, wheel: zipfile.ZipFile) -> Path:
    """The sdist, unpacked: made after the wheel, when the database lies in the tree."""
    assert wheel.namelist()
    assert (tree / "src" / "yrke_cli" / "yrke.sqlite3").is_file()
    out = tree.parent / "sdist"
    command: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", out]
    subprocess.run(command, cwd=tree, env=environment(), check=True, capture_output=True, timeout=120)
    (archive,) = out.iterdir()
    with tarfile.open(archive) as opened:
        # Python 3.11.4 is the first to know the filter; the archive is our own.
        filtered = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        opened.extractall(tree.parent / "unpacked", **filtered)  # type: ignore[arg-type]  # noqa: S202
    (folder,) = (tree.parent / "unpacked").iterdir()
    return folder


def test_the_wheel_carries_the_database_and_not_the_compiler(wheel: zipfile.ZipFile, real: Path) -> None:
    names = wheel.namelist()
    assert wheel.read("yrke_cli/yrke.sqlite3") == real.read_bytes()
    assert [name for name in names if "compile" in name or name.startswith(("yrke_build/", "data/", "tests/"))] == []


def test_the_wheel_carries_every_other_module_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    package = ROOT / "src" / "yrke_cli"
    modules = {path.relative_to(package.parent).as_posix() for path in package.rglob("*.py")}
    schemas = {path.relative_to(package.parent).as_posix() for path in package.rglob("*.schema.json")}
    expected = modules | schemas | {"yrke_cli/yrke.sqlite3", "yrke_cli/py.typed", "yrke_cli/output/to/style.css"}
    shipped = {re.sub(r"^[^/]+\.data/data/", "", name) for name in wheel.namelist() if ".dist-info/" not in name}
    assert shipped == expected | {"share/man/man1/yrke.1"}


def test_the_wheel_needs_no_yaml_and_has_the_licence(wheel: zipfile.ZipFile) -> None:
    (metadata,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    needed = re.findall(r"^Requires-Dist: ([a-z-]+)([^;\n]*)$", wheel.read(metadata).decode(), re.MULTILINE)
    assert [name for name, _ in needed] == ["rich", "typer", "xlsxwriter"]
    assert needed[1] == ("typer", "<0.29,>=0.26")
    licences = {name.rpartition("/licenses/")[2] for name in wheel.namelist() if "/licenses/" in name}
    assert licences == {"LICENSE", "DATA-LICENSE.md"}
    expression = re.findall(r"^License-Expression: (.+)$", wheel.read(metadata).decode(), re.MULTILINE)
    assert expression == ["MIT AND CC-BY-4.0 AND LicenseRef-NLOD AND LicenseRef-facts"]


def test_the_sdist_carries_the_data_and_not_the_database(unpacked: Path) -> None:
    assert list(unpacked.rglob("*.sqlite3")) == []
    shipped = {path.relative_to(unpacked).as_posix() for path in (unpacked / "data").rglob("*") if path.is_file()}
    assert shipped == {path.relative_to(ROOT).as_posix() for path in DATA.rglob("*") if path.is_file()}
    assert (unpacked / "src" / "yrke_build" / "schema.sql").is_file()
    assert (unpacked / "tests" / "invented" / "data" / "kilder.yaml").is_file()


def test_the_sdist_rebuilds_the_same_wheel(unpacked: Path, wheel: zipfile.ZipFile) -> None:
    done = wheel_of(unpacked, unpacked.parent / "wheel again")
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = (unpacked.parent / "wheel again").iterdir()
    with zipfile.ZipFile(path) as again:
        assert again.read("yrke_cli/yrke.sqlite3") == wheel.read("yrke_cli/yrke.sqlite3")
        assert sorted(again.namelist()) == sorted(wheel.namelist())


def test_bad_data_stops_the_wheel_with_its_faults(tree: Path, tmp_path: Path) -> None:
    broken = copied_tree(tmp_path / "broken")
    actuary = broken / "data" / "yrker" / "aktuar.yaml"
    actuary.write_text(actuary.read_text(encoding="utf-8") + "lonn: 3\n", encoding="utf-8")
    done = wheel_of(broken, tmp_path / "out")
    said = [line.strip() for line in (done.stdout + done.stderr).splitlines()]
    assert done.returncode != 0
    assert [line for line in said if re.fullmatch(r"data/yrker/aktuar\.yaml:\d+: lonn: ukjent nøkkel lonn", line)]
    assert "1 feil i dataene." in said
    assert [line for line in said if line.startswith(("Traceback", "File "))] == []
    assert not (broken / "src" / "yrke_cli" / "yrke.sqlite3").exists()
    assert not (tmp_path / "out").exists() or os.listdir(tmp_path / "out") == []


# Dressed for strangers.


def test_the_program_answers_by_the_name_of_its_distribution_too() -> None:
    """`uvx yrke-cli` and `pipx run yrke-cli` look for a script of that name."""
    done = subprocess.run(
        [YRKE.parent / "yrke-cli", "--versjon"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("yrke ")


def test_the_data_licence_names_every_source_that_states_one() -> None:
    sources = yaml.safe_load((DATA / "kilder.yaml").read_text(encoding="utf-8"))
    text = (ROOT / "DATA-LICENSE.md").read_text(encoding="utf-8")
    stated = {name: str(source["lisens"]) for name, source in sources.items() if source["lisens"] != "ikke oppgitt"}
    assert set(stated.values()) == {"CC BY 4.0", "NLOD", "NLOD 2.0", "CC BY-NC-ND"}
    for name, licence in stated.items():
        (row,) = (line for line in text.splitlines() if line.startswith("|") and f"`{name}`" in line)
        assert licence in row


def test_the_citation_is_of_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == __version__
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
