"""What surrounds an answer on a terminal: the pager, the links, the welcome, the manual."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import YRKE, Result, Runner, call, call_on_terminal, environment, without_codes
from yrke_cli.commands import all_commands
from yrke_cli.way_in import helptext, manual

LONG = ("vis", "månesmed")


def paged(
    folder: Path, *arguments: str, env: dict[str, str], rows: int = 24, **extra: str
) -> tuple[Result, str | None]:
    """What a call shows on a low terminal, and what its pager is given (None: it is not called)."""
    given = folder / "given"
    program = folder / "pager"
    program.write_text(f"#!/bin/sh\ncat > {given}\n", encoding="utf-8")
    program.chmod(0o755)
    result = call_on_terminal(*arguments, rows=rows, env={**env, "PAGER": str(program), **extra})
    return result, given.read_text(encoding="utf-8") if given.exists() else None


def test_what_is_longer_than_the_screen_goes_through_the_pager(
    invented_env: dict[str, str], invented_terminal: Runner, tmp_path: Path
) -> None:
    result, given = paged(tmp_path, *LONG, env=invented_env)
    assert result == Result("", "", 0)
    assert given == invented_terminal(*LONG).out


@pytest.mark.parametrize(
    "arguments", [("lønn", "--alt"), ("lønn", "--alt", "--csv"), ("vis", "månesmed", "--json"), ("lønn", "-h")]
)
def test_every_long_answer_does(invented_env: dict[str, str], tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result, given = paged(tmp_path, *arguments, env=invented_env, rows=10)
    # What is said on stderr stays on the screen.
    assert set(result.out.splitlines()) - {""} <= set(call(*arguments, env=invented_env).err.splitlines())
    assert result.status == 0
    assert given


def test_what_fits_does_not(invented_env: dict[str, str], tmp_path: Path) -> None:
    result, given = paged(tmp_path, *LONG, env=invented_env, rows=200)
    assert given is None
    assert result.out.startswith("\x1b[1;4mMånesmed")


def test_uten_pager_never_does(invented_env: dict[str, str], invented_terminal: Runner, tmp_path: Path) -> None:
    result, given = paged(tmp_path, *LONG, "--uten-pager", env=invented_env)
    assert given is None
    assert result == invented_terminal(*LONG)


def test_uten_pager_holds_for_help_too(invented_env: dict[str, str], tmp_path: Path) -> None:
    result, given = paged(tmp_path, "lønn", "-h", "--uten-pager", env=invented_env, rows=10)
    assert given is None
    assert result.out.startswith("Bruk: yrke lønn")


def test_a_pipe_never_does(invented_env: dict[str, str], tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    env = {**invented_env, "PAGER": f"touch {trap}", "YRKE_PAGER": f"touch {trap}"}
    assert call(*LONG, env=env) == call(*LONG, env=invented_env)
    assert not trap.exists()


@pytest.mark.parametrize("pager", ["", "cat", "finnes-ikke-her", "'", "   "])
def test_without_a_pager_the_answer_is_written(
    invented_env: dict[str, str], invented_terminal: Runner, pager: str
) -> None:
    shown = call_on_terminal(*LONG, rows=10, env={**invented_env, "PAGER": pager})
    assert shown == invented_terminal(*LONG)


def test_a_dumb_terminal_has_no_pager(invented_env: dict[str, str], tmp_path: Path) -> None:
    result, given = paged(tmp_path, *LONG, env=invented_env, TERM="dumb")
    assert given is None
    assert "Om jobben" in result.out


def test_a_pager_of_ones_own_goes_before(invented_env: dict[str, str], tmp_path: Path) -> None:
    result, given = paged(tmp_path, *LONG, env=invented_env, YRKE_PAGER="head -1")
    assert given is None
    assert without_codes(result.out) == "Månesmed\n"
    assert result.status == 0


def test_a_pager_that_is_left_early_is_no_fault(invented_env: dict[str, str]) -> None:
    result = call_on_terminal("vis", "månesmed", "--json", rows=10, env={**invented_env, "PAGER": "true"})
    assert result == Result("", "", 0)


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_less_is_the_pager_where_none_is_chosen(invented_env: dict[str, str]) -> None:
    env = {name: value for name, value in invented_env.items() if name != "PAGER"}
    # -E: it leaves at the end by itself, as a person would with q.
    result = call_on_terminal(*LONG, rows=2000, env={**env, "LESS": "FIRXE"})
    assert "Om jobben" in result.out


# Links.


def links(text: str) -> list[str]:
    return re.findall(r"\x1b\]8;[^;]*;(https?://[^\x1b\x07]+)", text)


def test_sources_are_links_where_the_terminal_makes_them(
    invented_env: dict[str, str], invented_terminal: Runner
) -> None:
    linked = call_on_terminal(*LONG, env={**invented_env, "FORCE_HYPERLINK": "1"})
    assert "https://tall.example/11418" in links(linked.out)
    assert links(invented_terminal(*LONG).out) == []
    assert without_codes(linked.out) == without_codes(invented_terminal(*LONG).out)


@pytest.mark.parametrize(
    ("told", "made"),
    [
        ({"VTE_VERSION": "7200"}, True),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"WT_SESSION": "x"}, True),
        ({}, False),
        ({"VTE_VERSION": "7200", "TERM": "dumb"}, False),
        ({"VTE_VERSION": "7200", "TERM": "linux"}, False),
        ({"VTE_VERSION": "7200", "FORCE_HYPERLINK": "0"}, False),
    ],
)
def test_the_terminal_says_whether_it_makes_links(
    invented_env: dict[str, str], told: dict[str, str], made: bool
) -> None:
    quiet = {name: value for name, value in invented_env.items() if name not in ("FORCE_HYPERLINK", "VTE_VERSION")}
    assert bool(links(call_on_terminal("kilder", "ssb-11418", env={**quiet, **told}).out)) is made


def test_a_pipe_has_no_links(invented_env: dict[str, str]) -> None:
    assert "\x1b" not in call(*LONG, env={**invented_env, "FORCE_HYPERLINK": "1"}).out


# The welcome.


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_yrke_alone_on_a_terminal_is_a_short_welcome(columns: int) -> None:
    shown = without_codes(call_on_terminal(columns=columns).out)
    calls = re.findall(r"^  (yrke .*?)(?:  .*)?$", shown, re.MULTILINE)
    assert calls == [call for call, _ in helptext.TRY]
    assert len(calls) == 5
    assert shown.count("\n") <= 16
    assert "yrke -h" in shown
    assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize("line", [line for line, _ in helptext.TRY])
def test_every_call_of_the_welcome_works(line: str) -> None:
    result = call_on_terminal(*line.split()[1:])
    assert result.status == 0
    assert result.out


def test_yrke_alone_in_a_pipe_is_the_overview(yrke: Runner) -> None:
    assert yrke() == yrke("-h")


# The manual.


def test_the_manual_has_every_command_option_and_example() -> None:
    page = manual.page().replace("\\-", "-")
    for command in all_commands():
        assert f".SS yrke {command.name}" in page
        for option in command.options:
            assert ", ".join(rf"\fB{flag}\fR" for flag in option.flags) in page
        for example in command.examples:
            assert f"  {example}\n" in page


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_the_manual_is_set_without_a_warning() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-rLL=78n"],  # noqa: S607
        input=manual.page().encode(),
        capture_output=True,
        check=False,
        env=environment(),
        timeout=60,
    )
    shown = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", done.stdout.decode())
    assert (done.stderr.decode(), done.returncode) == ("", 0)
    for heading in ("NAVN", "BRUK", "KOMMANDOER", "AVSLUTNINGSSTATUS", "MILJØ", "EKSEMPLER"):
        assert f"\n{heading}\n" in shown


def test_the_manual_is_installed_where_man_looks() -> None:
    installed = YRKE.parent.parent / "share" / "man" / "man1" / "yrke.1"
    assert installed.read_text(encoding="utf-8") == manual.page()
