"""The Typer application as those meet it who know Typer: imported, run by its test runner, documented by its tool."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tests.conftest import Result, answered, environment
from yrke_cli import app as module
from yrke_cli.app import app
from yrke_cli.commands import all_commands
from yrke_cli.declare import Query, Showing
from yrke_cli.declare.options import COMMAND_HELP, OVERALL


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch, invented_database: Path) -> CliRunner:
    monkeypatch.setenv("YRKE_DATABASE", str(invented_database))
    return CliRunner()


@pytest.mark.parametrize(
    "arguments",
    [
        ["vis", "månesmed", "--json"],
        ["lønn", "--deltid"],
        ["vis", "--", "månesmed"],
        ["vis", "poet"],
        ["vis", "--tull"],
        ["vis", "--svg"],
        ["vis", "månesmed", "--json=1"],
        ["hlp"],
        ["-h"],
        ["vis", "-h"],
        ["--versjon"],
        ["--fullføring", "bash"],
        ["--fullføring", "csh"],
        [],
    ],
    ids=lambda arguments: " ".join(arguments) or "alone",
)
def test_the_app_answers_as_the_program_does(runner: CliRunner, invented_database: Path, arguments: list[str]) -> None:
    result = runner.invoke(app, arguments)
    assert Result(result.stdout, result.stderr, result.exit_code) == answered(arguments, invented_database)


def test_the_app_is_one_of_typer() -> None:
    assert isinstance(app, typer.Typer)


def test_typer_documents_every_command_and_option() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "typer", "yrke_cli.app", "utils", "docs"],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
        timeout=60,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    for command in all_commands():
        _, _, own = done.stdout.partition(f"\n## `yrke {command.name}`\n")
        own = own.partition("\n## ")[0]
        assert command.summary in own
        for option in (*command.options, COMMAND_HELP):
            assert f"* `{', '.join(option.spellings)}" in own
            assert option.help in own
    for option in OVERALL:
        assert option.help in done.stdout


def test_nothing_is_taken_from_the_inside_of_typer() -> None:
    """A name that begins with an underscore may be gone in Typer's next release."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    imported = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert "typer.core" in imported
    assert [name for name in imported if "._" in name] == []


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
def test_every_option_fills_a_field_of_the_query_or_of_the_showing(command: object) -> None:
    for option in getattr(command, "options", ()):
        assert hasattr(Query, option.field) != hasattr(Showing, option.field), option.name
