"""What a call loads, and who may know of whom: the house has one direction, and a pipe pays for nothing it lacks."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, YRKE, Result, call, environment

SOURCE = ROOT / "src" / "yrke_cli"

# From the bottom up: a module imports from the layers below it and from its own package, never from above.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("records", "faults", "words"),
    ("catalogue", "declare"),
    ("names",),
    ("answers",),
    ("output",),
    ("commands",),
    ("each",),
    ("run", "way_in", "express"),
    ("app",),
    ("__main__",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


# What is loaded.

LOADED = """
import os, sys
before = set(sys.modules)
os._exit = lambda status: print(status, *sorted(set(sys.modules) - before), file=sys.stderr)
from yrke_cli.__main__ import main
main()
"""
CALLS = [
    ("vis", "manesmed"),
    ("vis", "manesmed", "--json"),
    ("vis", "manesmed", "--format", "md"),
    ("lønn", "--alt"),
    ("lønn", "--deltid", "--csv"),
    ("utdanning", "manesmed"),
    ("opptak", "manesmed"),
    ("søk", "manesmid"),
    ("liste", "--interesse", "lys"),
    ("fra", "smiing"),
    ("sammenlign", "manesmed", "stjernepleier"),
    ("kilder", "--format", "md"),
    ("dekning", "--totalt"),
    ("--hjelp",),
    ("lønn", "--hjelp"),
    ("--versjon",),
    ("--fullføring", "bash"),
    (),
]
WRONG: dict[tuple[str, ...], str] = {("vis", "poet"): "1", ("vis", "--tull"): "2", ("hlp",): "2"}


def loaded(*arguments: str, env: dict[str, str]) -> tuple[str, list[str]]:
    """The exit status of a call whose stdout is a pipe, and the modules that are loaded at its end."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, env=env, check=True, timeout=60
    )
    status, *modules = done.stderr.splitlines()[-1].split()
    return status, modules


def of_package(modules: list[str], package: str) -> list[str]:
    return [module for module in modules if module == package or module.startswith(f"{package}.")]


@pytest.mark.parametrize("arguments", [*CALLS, *WRONG], ids=lambda arguments: " ".join(arguments) or "alone")
def test_a_pipe_loads_neither_rich_nor_yaml_nor_the_compiler(
    invented_env: dict[str, str], arguments: tuple[str, ...]
) -> None:
    status, modules = loaded(*arguments, env=invented_env)
    assert status == WRONG.get(arguments, "0")
    assert of_package(modules, "yrke_cli.run")
    for package in ("rich", "yaml", "yrke_build", "yrke_cli.output.to.terminal", "pydantic", "pygments"):
        assert of_package(modules, package) == []


# What a script pays for at every call, and a shell at every tab. Each module more is a hundredth of a bare Python, so
# these lists grow only on purpose. `_sqlite3` brings functools and what that brings.
SQLITE = """
    _collections _functools _operator _sqlite3 collections functools itertools keyword operator reprlib types
"""
OURS = """
    __main__ answers answers.shapes catalogue catalogue.pay commands declare express faults output
    output.streams records run words
"""
EVERY_CALL = {"__future__", "gc", "yrke_cli", *SQLITE.split(), *(f"yrke_cli.{module}" for module in OURS.split())}
PAGE = "answers.education answers.facts answers.pay commands.vis names"
PLAIN_CALLS = {
    ("vis", "manesmed"): f"""
        {PAGE} answers.admission answers.glance answers.page output.people output.people.lines
        output.people.sheet output.people.table output.people.text output.people.view
    """,
    ("vis", "manesmed", "--json"): f"""
        {PAGE} answers.record output.machine output.machine.json_
    """,
    ("lønn", "--deltid", "--csv"): """
        answers.order answers.pay commands.lonn declare.options output.machine output.machine.csv_
    """,
    ("lønn", "--deltid"): """
        answers.order answers.pay commands.lonn declare.options output.machine output.machine.tsv
    """,
    ("lønn", "--json"): """
        answers.order answers.pay commands.lonn declare.options output.machine output.machine.json_
    """,
    ("søk", "manesmid"): """
        answers.occupations commands.sok declare.options names names.forms names.ranking names.suggest output.machine
        output.machine.tsv
    """,
    ("sammenlign", "manesmed", "stjernepleier"): """
        answers.education answers.occupations commands.sammenlign declare.options names names.forms names.ranking
        output.machine output.machine.tsv
    """,
    ("fra", "smiing"): """
        answers.education answers.occupations catalogue.programmes commands.fra declare.options names names.programmes
        output.machine output.machine.tsv
    """,
    ("liste",): """
        answers.occupations answers.order catalogue.overall commands.liste declare.options output.machine
        output.machine.tsv
    """,
    ("dekning",): """
        catalogue.overall commands.dekning declare.options output.machine output.machine.tsv
    """,
    ("__complete", "bash", "vis", "mane"): """
        answers.facts answers.pay commands.vis names way_in way_in.completion
    """,
}

# Of the standard library; json and csv themselves load re.
STANDARD: dict[tuple[str, ...], set[str]] = {
    ("lønn", "--deltid", "--csv"): {"_csv"},
    ("vis", "manesmed", "--json"): {"_json"},
    ("lønn", "--json"): {"_json"},
}


@pytest.mark.parametrize("arguments", PLAIN_CALLS, ids=" ".join)
def test_a_plain_call_loads_these_modules_and_no_other(
    invented_env: dict[str, str], arguments: tuple[str, ...]
) -> None:
    status, modules = loaded(*arguments, env=invented_env)
    assert status == "0"
    own = {f"yrke_cli.{module}" for module in PLAIN_CALLS[arguments].split()} | STANDARD.get(arguments, set())
    assert sorted(set(modules) - EVERY_CALL - own) == []
    assert own <= set(modules)


def test_the_human_view_loads_rich(invented_env: dict[str, str]) -> None:
    """The check above can fail: Rich is seen where it is used."""
    status, modules = loaded("kilder", "--format", "tabell", env=invented_env)
    assert status == "0"
    assert of_package(modules, "rich")
    assert of_package(modules, "yaml") == []


def test_a_call_loads_only_its_own_command_and_form(invented_env: dict[str, str]) -> None:
    _, modules = loaded("kilder", "--csv", env=invented_env)
    assert of_package(modules, "yrke_cli.commands") == ["yrke_cli.commands", "yrke_cli.commands.kilder"]
    assert of_package(modules, "yrke_cli.output") == [
        "yrke_cli.output",
        "yrke_cli.output.machine",
        "yrke_cli.output.machine.csv_",
        "yrke_cli.output.streams",
    ]


def test_the_model_loads_nothing_of_ours_and_no_dataclasses() -> None:
    script = "import sys; before = set(sys.modules); import yrke_cli.records; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["__future__", "_operator", "operator", "yrke_cli", "yrke_cli.records"]


# Who imports whom.


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def relative(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports when it runs, wherever it says so: what only type checkers read is left out."""
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{relative(path)} imports relatively"
            yield from _names_from(node)
        elif isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            waiting += node.orelse
        else:
            waiting += ast.iter_child_nodes(node)


def _names_from(node: ast.ImportFrom) -> Iterator[str]:
    """`from yrke_cli import options` imports yrke_cli.declare.options."""
    package = node.module or ""
    yield from ([f"yrke_cli.{alias.name}" for alias in node.names] if package == "yrke_cli" else [package])


def layer(module: str) -> str:
    """The part of the house that a module of ours belongs to: yrke_cli.commands.vis → commands."""
    return module.split(".")[1] if "." in module else ""


def importers(package: str) -> set[str]:
    """The files under src that import a package."""
    return {relative(path) for path in modules() for name in imported(path) if name.split(".")[0] == package}


def test_every_module_has_a_place_in_the_house() -> None:
    places = {Path(relative(path)).parts[0].removesuffix(".py") for path in modules()}
    assert places - {"__init__"} == set(RANK)


@pytest.mark.parametrize("name", sorted(RANK))
def test_imports_go_downwards(name: str) -> None:
    own = [path for path in modules() if Path(relative(path)).parts[0].removesuffix(".py") == name]
    assert own
    for path in own:
        for module in imported(path):
            below = layer(module)
            if module.split(".")[0] == "yrke_cli" and below not in ("", name, "__version__", "late"):
                assert RANK[below] < RANK[name], f"{relative(path)} imports {module}"


def test_the_model_imports_nothing() -> None:
    assert sorted(imported(SOURCE / "records.py")) == ["__future__", "operator"]


@pytest.mark.parametrize("name", ["words", "faults"])
def test_the_foundations_import_nothing_of_ours(name: str) -> None:
    assert [module for module in imported(SOURCE / f"{name}.py") if module.startswith("yrke_cli")] == []


def test_only_the_terminal_imports_rich() -> None:
    assert importers("rich") == {"output/to/terminal.py"}


def test_only_the_workbook_imports_xlsxwriter() -> None:
    assert importers("xlsxwriter") == {"output/to/excel.py"}


def test_the_program_imports_no_yaml_and_nothing_of_the_build() -> None:
    assert importers("yaml") == set()
    assert importers("yrke_build") == set()


def test_only_the_way_in_imports_typer() -> None:
    assert importers("typer") == {"app.py"}


def test_only_the_catalogue_knows_the_database() -> None:
    assert importers("sqlite3") == set()
    assert importers("_sqlite3") == {"catalogue/__init__.py"}


def test_commands_do_not_know_how_answers_are_shown() -> None:
    for path in sorted((SOURCE / "commands").glob("*.py")):
        assert [name for name in imported(path) if layer(name) == "output"] == []


# One program, two ways in.


@pytest.mark.parametrize(
    "arguments",
    [
        ("lønn", "manesmed", "--alt"),
        ("vis", "manesmed", "--json"),
        ("--hjelp",),
        ("vis", "poet"),
        ("vis", "--tull"),
        (),
    ],
    ids=lambda arguments: " ".join(arguments) or "alone",
)
def test_python_m_is_the_same_program(invented_env: dict[str, str], arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "yrke_cli", *arguments], capture_output=True, env=invented_env, check=False, timeout=60
    )
    module = Result(done.stdout.decode(), done.stderr.decode(), done.returncode)
    assert module == call(*arguments, env=invented_env)


def test_the_environment_of_the_tests_is_the_real_one() -> None:
    """The modules that the checks above read are those that the installed command runs."""
    shebang = YRKE.read_text(encoding="utf-8").partition("\n")[0]
    interpreter = shebang.removeprefix("#!").strip()
    script = "import yrke_cli; print(yrke_cli.__file__)"
    done = subprocess.run(
        [interpreter, "-c", script], capture_output=True, text=True, env=environment(), check=True, timeout=60
    )
    assert Path(done.stdout.strip()).resolve() == (SOURCE / "__init__.py").resolve()
