"""Help: what it says, that what it says is true, and every spelling of every word."""

import shlex
from pathlib import Path

import pytest

from tests.conftest import Result, Runner, call, call_on_terminal, environment
from yrke_cli import __version__
from yrke_cli.commands import MODULES, all_commands, command_named
from yrke_cli.declare import Command
from yrke_cli.declare.options import HELP, VERSION
from yrke_cli.faults import STATUSES, Fault
from yrke_cli.way_in import manual
from yrke_cli.way_in.helptext import TRY

COMMANDS = all_commands()
EXAMPLES = [example for command in COMMANDS for example in command.examples]
every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)

# Help.


def test_yrke_alone_says_what_it_can_do(yrke: Runner) -> None:
    alone = yrke()
    assert (alone.err, alone.status) == ("", 0)
    assert alone.out.startswith("yrke: norske yrker, utdanning og lønn")
    for command in COMMANDS:
        assert f"  {command.name} " in alone.out
        assert command.summary.split()[0] in alone.out


def test_the_overview_names_the_shells_and_the_version(yrke: Runner) -> None:
    overview = yrke().out
    for word in ("bash", "zsh", "fish", "--versjon", "--fullføring", "-h"):
        assert word in overview


@pytest.mark.parametrize("flag", HELP.spellings)
def test_help_by_every_name_is_the_overview(yrke: Runner, flag: str) -> None:
    assert yrke(flag) == yrke()


@every_command
def test_help_of_a_command_by_every_name(yrke: Runner, command: Command) -> None:
    first, *others = [yrke(command.name, flag) for flag in HELP.spellings]
    assert (first.err, first.status) == ("", 0)
    assert others == [first, first]
    assert first.out.startswith(f"Bruk: yrke {command.name} ")
    assert command.summary in " ".join(first.out.split())


@every_command
def test_help_lists_every_option_with_its_text_and_an_example(yrke: Runner, command: Command) -> None:
    text = yrke(command.name, "--hjelp").out
    words = " ".join(text.split())
    for option in command.options:
        assert f"  {', '.join(option.flags)} {option.metavar}".rstrip() in text
        assert " ".join(option.help.split()) in words
    assert command.examples
    for example in command.examples:
        assert f"  {example}\n" in text
    assert "-h, --hjelp" in text


@every_command
def test_help_goes_before_what_else_is_asked(invented: Runner, command: Command) -> None:
    assert invented(command.name, "x", "--hjelp").out == invented(command.name, "-h").out


@pytest.mark.parametrize("columns", ["20", "300"])
def test_help_in_a_pipe_is_as_wide_on_every_machine(columns: str) -> None:
    for arguments in [(), ("-h",), *[(command.name, "-h") for command in COMMANDS]]:
        assert call(*arguments, env=environment(COLUMNS=columns)) == call(*arguments)


@every_command
def test_help_is_no_wider_than_eighty_columns(yrke: Runner, command: Command) -> None:
    assert max(map(len, yrke(command.name, "-h").out.splitlines())) <= 80


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_in_the_help_works(yrke: Runner, example: str) -> None:
    program, *arguments = shlex.split(example)
    # What is drawn needs a screen.
    result = call_on_terminal(*arguments) if "--graf" in arguments else yrke(*arguments)
    assert program == "yrke"
    assert result.status == 0, result.err
    assert result.out


def test_the_overview_has_the_calls_of_the_welcome(yrke: Runner) -> None:
    examples = [line.strip() for line in yrke().out.splitlines() if line.startswith("  yrke ")]
    assert examples == [call for call, _ in TRY]


@pytest.mark.parametrize("flag", VERSION.spellings)
def test_the_version_names_the_years_of_the_pay_figures(invented: Runner, flag: str) -> None:
    assert invented(flag) == Result(f"yrke {__version__} (lønnstall 2017–2025)\n", "", 0)


def test_the_version_is_told_without_a_database(tmp_path: Path) -> None:
    env = environment(YRKE_DATABASE=str(tmp_path / "borte.sqlite3"))
    assert call("--versjon", env=env) == Result(f"yrke {__version__}\n", "", 0)


def test_the_exit_statuses_stand_in_the_help_and_the_manual(yrke: Runner) -> None:
    overview, page = " ".join(yrke("-h").out.split()), manual.page().replace("\\-", "-")
    for status, means in STATUSES:
        assert f" {status} {means} " in f"{overview} "
        assert f"\\fB{status}\\fR\n{means}\n" in page


def test_every_kind_of_fault_has_a_status_of_its_own_and_words_for_it() -> None:
    told = [status for status, _ in STATUSES]
    assert told == sorted(set(told))
    assert {kind.status for kind in Fault.__subclasses__()} | {0, 130} == set(told)
    assert all(means.endswith(".") for _, means in STATUSES)


# Plain spellings.


@pytest.mark.parametrize(
    ("plain", "proper"),
    [
        (("lonn", "manesmed"), ("lønn", "månesmed")),
        (("LØNN", "Manesmed"), ("lønn", "månesmed")),
        (("loenn", "maanesmed"), ("lønn", "månesmed")),
        (("sok", "smed"), ("søk", "smed")),
        (("lonn", "--kjonn", "kvinner"), ("lønn", "--kjønn", "kvinner")),
        (("lonn", "--ar", "2024"), ("lønn", "--år", "2024")),
        (("lonn", "--per", "maned", "--format", "md"), ("lønn", "--per", "måned", "--format", "md")),
        (("vis", "manesmed", "--del", "LONN"), ("vis", "månesmed", "--del", "lønn")),
        (("--fullforing", "bash"), ("--fullføring", "bash")),
        (("liste", "--interesse", "handverk"), ("liste", "--interesse", "håndverk")),
        (("l\u006fnn", "--help"), ("lønn", "--hjelp")),
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_plain_spellings_mean_the_same(invented: Runner, plain: tuple[str, ...], proper: tuple[str, ...]) -> None:
    answer = invented(*proper)
    assert answer.status == 0
    assert invented(*plain) == answer


@pytest.mark.parametrize("typed", ["videregående", "videregaende", "videregaaende"])
def test_an_a_ring_before_an_e_is_found_by_every_spelling(yrke: Runner, typed: str) -> None:
    group = yrke("lønn", "2330")
    assert group.status == 0
    assert yrke("lønn", f"lektorer mv. ({typed} skole)") == group


def test_decomposed_letters_mean_the_same(invented: Runner) -> None:
    assert invented("vis", "ma\u030anesmed") == invented("vis", "månesmed")
    assert invented("lønn", "--a\u030ar", "2024") == invented("lønn", "--år", "2024")


@pytest.mark.parametrize("name", MODULES)
def test_every_command_answers_to_its_name_in_ascii(name: str) -> None:
    command = command_named(name)
    assert command is not None
    assert [command_named(spelling) for spelling in command.spellings] == [command] * len(command.spellings)
    assert any(spelling.isascii() for spelling in command.spellings)


@every_command
def test_every_option_has_a_spelling_in_ascii(command: Command) -> None:
    for option in command.options:
        assert any(spelling.isascii() for spelling in option.spellings)
