"""README is true: its samples are real output, its calls work, its two set-up commands are whole."""

import re
import runpy
import shlex
import subprocess

import pytest

from tests.conftest import ROOT, YRKE, environment

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n\$ (.+)\n((?:.*\n)*?)```", README)
DRAWING = runpy.run_path(str(ROOT / "docs" / "tegn.py"))
ASKING = runpy.run_path(str(ROOT / "docs" / "sporringer.py"))
MADE = runpy.run_path(str(ROOT / "docs" / "readme.py"))
PICTURES: dict[str, list[str]] = DRAWING["PICTURES"]
SET_UP = re.findall(r"```sh\n(.*\n)```", README)


def run_in_shell(command: str) -> str:
    path = f"{YRKE.parent}:{environment()['PATH']}"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, env=environment(PATH=path), check=True, timeout=60
    )
    return done.stdout


@pytest.mark.parametrize(("command", "sample"), CONSOLE, ids=[command for command, _ in CONSOLE])
def test_a_sample_is_what_the_command_prints(command: str, sample: str) -> None:
    shown, cut, _ = sample.partition("…\n")
    printed = run_in_shell(command)
    assert printed.startswith(shown) if cut else printed == shown


def test_there_are_samples_of_a_page_a_table_and_json() -> None:
    assert [command.split()[1] for command, _ in CONSOLE] == ["vis", "lønn", "lønn"]


CALLS = sorted(set(re.findall(r"^\| `(yrke [^`]+)` \|", README, re.MULTILINE)))


@pytest.mark.parametrize("call", CALLS)
def test_every_call_in_the_table_finds_something(call: str) -> None:
    assert run_in_shell(call).count("\n") > 1


def test_every_command_is_in_the_table() -> None:
    from yrke_cli.commands import MODULES

    assert {shlex.split(call)[1] for call in CALLS} == set(MODULES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_what_yrke_draws(name: str) -> None:
    """`python docs/tegn.py` draws them anew."""
    assert (ROOT / "docs" / "bilder" / f"{name}.svg").read_bytes() == DRAWING["picture"](name)


def test_the_readme_shows_every_picture_there_is() -> None:
    shown = re.findall(r"\(docs/bilder/(\w+)\.svg\)", README)
    assert sorted(shown) == sorted(PICTURES)
    assert sorted(path.stem for path in (ROOT / "docs" / "bilder").iterdir()) == sorted(PICTURES)


def test_a_picture_is_described_by_the_call_that_draws_it() -> None:
    for text, name in re.findall(r"!\[(.*)\]\(docs/bilder/(\w+)\.svg\)", README):
        assert text.endswith(f"yrke {' '.join(PICTURES[name])}")


def test_set_up_is_two_commands_each_complete_on_one_line() -> None:
    first, second = (command.removesuffix("\n") for command in SET_UP)
    for command in (first, second):
        assert command.startswith("python3 -m venv .venv && ")
        assert "\n" not in command
        assert "\\" not in command
    assert first.endswith("yrke vis helsesekretær")
    assert second.endswith("pytest")


def test_ci_runs_exactly_that_test_command() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert SET_UP[1].removesuffix("\n") in ci


def test_contributing_gives_the_same_test_command() -> None:
    assert SET_UP[1] in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_number_in_the_readme_is_true_and_stays_so_as_the_data_grows() -> None:
    claimed, counted = MADE["claimed"](README), MADE["counted"]()
    assert claimed.keys() == counted.keys()
    for name, number in counted.items():
        assert claimed[name] == number if name in MADE["YEARS"] else 0 < claimed[name] <= number, name


def test_the_numbers_are_made_anew_from_the_data() -> None:
    stale = README.replace("over 600 yrker", "over 100 yrker").replace("| 70 | ", "| 71 | ")
    assert stale != README
    again = MADE["made"](stale)
    assert MADE["claimed"](again)["occupations"] == MADE["counted"]()["occupations"] // 50 * 50
    assert MADE["statuses"]() in again


def test_the_table_of_exit_statuses_is_the_program_s_own() -> None:
    """`python docs/readme.py` writes it anew."""
    assert MADE["statuses"]() in README


def test_the_questions_in_sql_are_answered_as_the_page_says() -> None:
    """`python docs/sporringer.py` works them out anew."""
    page = (ROOT / "docs" / "sporringer.md").read_text(encoding="utf-8")
    assert page.count("```sql") == 5
    assert ASKING["answered"](page) == page
