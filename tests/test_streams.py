"""Where the bytes go: a pipe that is closed, a disk that is full, streams that are not there, a reader that waits."""

import csv
import io
import os
import shlex
import signal
import subprocess
from pathlib import Path

import pytest

from tests.conftest import YRKE, Result, Runner, call, environment

BASH = "/bin/bash"
needs_bash = pytest.mark.skipif(not Path(BASH).exists(), reason="bash is not installed")
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")

# One call of each kind that writes to stdout, and what it takes to write it.
WRITING = [
    ("lønn", "manesmed", "--alt"),
    ("lønn", "manesmed", "--csv"),
    ("lønn", "manesmed", "--json"),
    ("lønn", "manesmed", "--format", "md"),
    ("lønn", "manesmed", "--format", "tabell"),
    ("vis", "manesmed"),
    ("vis", "manesmed", "--json"),
    ("vis", "manesmed", "--format", "md"),
    ("kilder",),
    ("--hjelp",),
    ("lønn", "--hjelp"),
    ("--versjon",),
    ("--fullføring", "bash"),
    (),
]
every_writing_call = pytest.mark.parametrize("arguments", WRITING, ids=lambda arguments: " ".join(arguments) or "alone")

# An empty PYTHONUNBUFFERED is as good as none. With it, one write may write less than it was given and say nothing.
both_ways_of_buffering = pytest.mark.parametrize("buffering", ["", "1"], ids=["buffered", "unbuffered"])

FULL = "yrke: Svaret kan ikke skrives: disken er full.\n"
CLOSED = "yrke: Svaret kan ikke skrives: standard ut er lukket.\n"


def shell(script: str, env: dict[str, str]) -> Result:
    """A line of bash in which `yrke` is the installed command."""
    line = script.replace("yrke", shlex.quote(str(YRKE)))
    done = subprocess.run([BASH, "-c", line], capture_output=True, env=env, check=False, timeout=60)
    return Result(done.stdout.decode(), done.stderr.decode(), done.returncode)


def quoted(arguments: tuple[str, ...]) -> str:
    return shlex.join(arguments)


# A reader that has gone.


@needs_bash
@both_ways_of_buffering
def test_head_ends_a_long_answer_quietly(buffering: str) -> None:
    result = shell("yrke lønn --alt | head -1; echo ${PIPESTATUS[@]}", environment(PYTHONUNBUFFERED=buffering))
    header = "yrke styrk08 ar sektor bransje arbeidstid kjonn antall gjennomsnitt median p25 p75 timelonn arslonn kilde"
    assert result == Result("\t".join([*header.split(), "merknad"]) + "\n0 0\n", "", 0)


@needs_bash
@both_ways_of_buffering
def test_head_ends_a_script_with_pipefail_well(buffering: str) -> None:
    """With `set -o pipefail` a pipeline fails when any part does: a reader that has enough is no failure of ours."""
    script = "set -eo pipefail; yrke lønn --alt --json | head -c 1 > /dev/null; echo videre"
    assert shell(script, environment(PYTHONUNBUFFERED=buffering)) == Result("videre\n", "", 0)


@every_writing_call
def test_nobody_reads_and_nothing_is_wrong(invented_env: dict[str, str], arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [YRKE, *arguments], stdout=writer, stderr=subprocess.PIPE, env=invented_env, check=False, timeout=60
    )
    os.close(writer)
    assert (done.stderr.decode(), done.returncode) == ("", 0)


# A disk that is full: exit 5.


@needs_full
@every_writing_call
def test_a_full_disk(invented_env: dict[str, str], arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [YRKE, *arguments], stdout=full, stderr=subprocess.PIPE, env=invented_env, check=False, timeout=60
        )
    assert (done.stderr.decode(), done.returncode) == (FULL, 5)


@needs_full
@needs_bash
def test_a_full_disk_for_messages_changes_no_status(invented_env: dict[str, str]) -> None:
    assert shell("yrke vis manesmid 2> /dev/full", invented_env) == Result("", "", 1)
    assert shell("yrke vis manesmed --tull 2> /dev/full", invented_env) == Result("", "", 2)


@needs_bash
@both_ways_of_buffering
def test_room_for_only_the_beginning_of_an_answer(tmp_path: Path, buffering: str) -> None:
    path = tmp_path / "svar.csv"
    script = f"ulimit -f 8; yrke lønn --alt --csv > {shlex.quote(str(path))}"
    result = shell(script, environment(PYTHONUNBUFFERED=buffering))
    assert result == Result("", "yrke: Svaret kan ikke skrives: filen blir for stor.\n", 5)


@needs_full
@needs_bash
def test_everything_is_full(invented_env: dict[str, str]) -> None:
    assert shell("yrke lønn manesmed > /dev/full 2> /dev/full", invented_env).status == 5


# Streams that are closed before we start.


@needs_bash
@every_writing_call
def test_stdout_is_closed(invented_env: dict[str, str], arguments: tuple[str, ...]) -> None:
    assert shell(f"yrke {quoted(arguments)} >&-", invented_env) == Result("", CLOSED, 5)


@needs_bash
@every_writing_call
def test_stderr_is_closed(invented: Runner, invented_env: dict[str, str], arguments: tuple[str, ...]) -> None:
    closed = shell(f"yrke {quoted(arguments)} 2>&-", invented_env)
    assert closed == Result(invented(*arguments).out, "", 0)


@needs_bash
@pytest.mark.parametrize(("script", "status"), [("vis manesmid", 1), ("vis --tull", 2), ("hlp", 2), ("kilder", 5)])
def test_both_are_closed(invented_env: dict[str, str], script: str, status: int) -> None:
    assert shell(f"yrke {script} >&- 2>&-", invented_env) == Result("", "", status)


@needs_bash
def test_a_failed_search_needs_no_stdout(invented_env: dict[str, str]) -> None:
    assert shell("yrke vis manesmid >&-", invented_env) == Result(
        "", "yrke: Fant ikke noe yrke som heter «manesmid».\nMente du «Månesmed»?\n", 1
    )


@needs_bash
@every_writing_call
def test_stdin_is_closed(invented: Runner, invented_env: dict[str, str], arguments: tuple[str, ...]) -> None:
    assert shell(f"yrke {quoted(arguments)} <&-", invented_env) == invented(*arguments)


@needs_bash
def test_all_three_are_closed(invented_env: dict[str, str]) -> None:
    assert shell("yrke lønn manesmed <&- >&- 2>&-", invented_env) == Result("", "", 5)


# Ctrl-C.


@both_ways_of_buffering
def test_ctrl_c_while_nobody_reads(buffering: str) -> None:
    """The answer is larger than any pipe; its first byte is read, then no more: the program stands in the write."""
    process = subprocess.Popen(
        [YRKE, "lønn", "--alt", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(PYTHONUNBUFFERED=buffering),
        # A suite that runs in the background of a shell is told to ignore Ctrl-C, and would hand that down.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        assert process.stdout is not None
        assert process.stderr is not None
        assert os.read(process.stdout.fileno(), 1) == b"["
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""
    finally:
        process.kill()
        process.communicate()


# The same bytes every time.

SAME = [
    ("lønn", "--alt", "--csv"),
    ("lønn", "--deltid"),
    ("vis", "månesmed"),
    ("vis", "månesmed", "--json"),
    ("fra", "lys- og himmelfag"),
    ("lønn", "--hjelp"),
    ("dekning", "--format", "tabell"),
]
SURROUNDINGS = {
    "again": {},
    "C": {"LC_ALL": "C"},
    "ascii": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
    "narrow": {"COLUMNS": "20", "LINES": "5"},
    "homeless": {"HOME": ""},
    "colours": {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TERM": "xterm-256color"},
    "hash": {"PYTHONHASHSEED": "2015"},
}


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_the_same_call_gives_the_same_bytes(invented_env: dict[str, str], surroundings: str) -> None:
    for arguments in SAME:
        first = call(*arguments, env={**invented_env, "PYTHONHASHSEED": "0"})
        assert first.status == 0
        assert call(*arguments, env={**invented_env, **SURROUNDINGS[surroundings]}) == first


def test_without_any_environment_but_the_database(invented: Runner, invented_database: Path) -> None:
    assert call("vis", "manesmed", env={"YRKE_DATABASE": str(invented_database)}) == invented("vis", "manesmed")


# Data on stdout, everything else on stderr.

PART_TIME = (
    "De nyeste tallene for deltid er fra 2017. Nyere tall for deltid følger ikke med.\n"
    "Lønn for deltid er regnet om til det den ville vært i full stilling.\n"
)


def test_warnings_stand_on_stderr_only(invented: Runner) -> None:
    for form in ("tsv", "csv", "json", "md", "tabell"):
        result = invented("lønn", "--deltid", "--format", form)
        assert (result.err, result.status) == (PART_TIME, 0)
        assert "følger ikke med" not in result.out


def test_stdout_holds_nothing_but_the_table(invented: Runner) -> None:
    rows = list(csv.reader(io.StringIO(invented("lønn", "--deltid", "--csv").out)))
    assert {len(row) for row in rows} == {16}
    assert [row[0] for row in rows[1:]] == [
        "Stjernesmeder",
        "Stjernesmeder",
        "Månesmeder",
        "Smeder ved smia",
    ]


def test_an_answer_without_warnings_says_nothing_on_stderr(invented: Runner) -> None:
    for arguments in (("vis", "manesmed"), ("kilder",), ("søk", "smed"), ("liste",), ("--hjelp",), ("--versjon",)):
        assert invented(*arguments).err == ""


def test_no_escape_code_ever_enters_a_pipe(invented_env: dict[str, str]) -> None:
    env = {**invented_env, "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TTY_COMPATIBLE": "1"}
    for arguments in [*WRITING, ("hlp",), ("vis", "poet")]:
        result = call(*arguments, env=env)
        assert "\x1b" not in result.out + result.err
