"""Help: what it says, that what it says is true, every spelling of every word, and completion in the shells."""

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import YRKE, Result, Runner, call, environment
from yrke_cli import __version__
from yrke_cli.commands import MODULES, all_commands, command_named
from yrke_cli.declare import Command
from yrke_cli.helptext import HELP_FLAGS

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


@pytest.mark.parametrize("flag", HELP_FLAGS)
def test_help_by_every_name_is_the_overview(yrke: Runner, flag: str) -> None:
    assert yrke(flag) == yrke()


@every_command
def test_help_of_a_command_by_every_name(yrke: Runner, command: Command) -> None:
    first, *others = [yrke(command.name, flag) for flag in HELP_FLAGS]
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
    result = yrke(*arguments)
    assert program == "yrke"
    assert result.status == 0, result.err
    assert result.out


def test_every_example_in_the_overview_works(yrke: Runner) -> None:
    examples = [line.strip() for line in yrke().out.splitlines() if line.startswith("  yrke ")]
    assert len(examples) == 3
    for example in examples:
        assert yrke(*shlex.split(example)[1:]).status == 0


def test_the_version(yrke: Runner) -> None:
    for flag in ("--versjon", "--version"):
        assert yrke(flag) == Result(f"yrke {__version__}\n", "", 0)


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


# Completion, by the protocol of each shell.


def bash(line: str, **extra: str) -> Result:
    """What bash gets for the last word of a line."""
    words = line.split(" ")
    asked = {"_YRKE_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    return call(env=environment(**asked, **extra))


def test_bash_completes_the_name_of_an_occupation() -> None:
    assert bash("yrke vis helsese") == Result("helsesekretær\n", "", 0)


def test_a_name_with_capitals_completes_as_it_is_written() -> None:
    assert bash("yrke vis Helsese") == Result("Helsesekretær\n", "", 0)


def test_a_name_completes_in_the_spelling_that_was_begun() -> None:
    assert bash("yrke vis barnehagelae") == Result("barnehagelaerer\n", "", 0)
    assert bash("yrke vis barnehagelæ") == Result("barnehagelærer\n", "", 0)


def test_a_synonym_completes_where_no_title_begins_so() -> None:
    assert bash("yrke vis postman") == Result("postmann\n", "", 0)
    assert bash("yrke vis helses") == Result("helsesekretær\nhelsesykepleier\n", "", 0)  # without helsesøster


@pytest.mark.parametrize("command", ["vis", "lønn", "utdanning", "opptak", "sammenlign", "søk"])
def test_every_command_that_takes_a_name_completes_it(command: str) -> None:
    assert bash(f"yrke {command} helsese") == Result("helsesekretær\n", "", 0)


def test_programme_areas_complete() -> None:
    assert "naturbruk" in bash("yrke fra naturbr").out.casefold().splitlines()


def test_zsh_completes() -> None:
    asked = {"_YRKE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "yrke vis helsese"}
    assert call(env=environment(**asked)) == Result("_arguments '*: :((\"helsesekretær\"))'\n", "", 0)


def test_fish_completes() -> None:
    asked = {
        "_YRKE_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_ARGS": "yrke vis helsese",
    }
    assert call(env=environment(**asked)) == Result("helsesekretær\n", "", 0)


@pytest.mark.parametrize(("line", "status"), [("yrke vis helsese", 0), ("yrke vis xyzzyq", 1)])
def test_fish_is_told_whether_there_is_anything(line: str, status: int) -> None:
    asked = {
        "_YRKE_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "is-args",
        "_TYPER_COMPLETE_ARGS": line,
    }
    assert call(env=environment(**asked)) == Result("", "", status)


def test_commands_complete() -> None:
    assert bash("yrke ") == Result("".join(f"{name}\n" for name in MODULES), "", 0)
    assert bash("yrke l").out.splitlines() == ["lønn", "liste"]


@every_command
def test_options_complete(command: Command) -> None:
    offered = bash(f"yrke {command.name} --").out.splitlines()
    assert {option.name for option in command.options} <= set(offered)


@pytest.mark.parametrize(
    ("line", "choices"),
    [
        ("yrke lønn --sektor ", ["alle", "privat", "kommune", "stat"]),
        ("yrke lønn --kjonn k", ["kvinner"]),
        ("yrke lønn --per ", ["måned", "år", "time"]),
        ("yrke lønn --sorter gj", ["gjennomsnitt"]),
        ("yrke vis kokk --del o", ["om", "oppgaver", "opptak"]),
        ("yrke vis kokk --format ", ["tekst", "json", "md"]),
        ("yrke kilder --format ", ["tabell", "tsv", "csv", "json", "md"]),
    ],
)
def test_choices_complete(line: str, choices: list[str]) -> None:
    assert bash(line) == Result("".join(f"{choice}\n" for choice in choices), "", 0)


def test_no_command_completes_to_what_it_does_not_take() -> None:
    assert bash("yrke kilder x").out.strip() == ""
    assert bash("yrke vis xyzzyq").out.strip() == ""


def test_completion_with_a_damaged_database_has_nothing_to_say(tmp_path: Path) -> None:
    damaged = tmp_path / "skadet.sqlite3"
    damaged.write_bytes(b"x" * 5000)
    for path in (damaged, tmp_path / "borte.sqlite3", tmp_path):
        result = bash("yrke vis helsese", YRKE_DATABASE=str(path))
        assert (result.out.strip(), result.err, result.status) == ("", "", 0)


@pytest.mark.parametrize(
    "asked",
    [
        {"_YRKE_COMPLETE": "complete_bash"},
        {"_YRKE_COMPLETE": "complete_bash", "COMP_WORDS": "yrke vis h", "COMP_CWORD": "x"},
        {"_YRKE_COMPLETE": "complete_bash", "COMP_WORDS": "yrke vis h", "COMP_CWORD": "99"},
        {"_YRKE_COMPLETE": "complete_bash", "COMP_WORDS": "yrke vis 'h", "COMP_CWORD": "2"},
        {"_YRKE_COMPLETE": "complete_bash", "COMP_WORDS": "yrke vis \udcff", "COMP_CWORD": "2"},
        {"_YRKE_COMPLETE": "complete_bash", "COMP_WORDS": "yrke --tull vis h", "COMP_CWORD": "3"},
        {"_YRKE_COMPLETE": "complete_zsh"},
        {"_YRKE_COMPLETE": "complete_tcsh"},
        {"_YRKE_COMPLETE": "tull"},
    ],
    ids=lambda asked: " ".join(ascii(value) for value in asked.values()),
)
def test_completion_never_complains(asked: dict[str, str]) -> None:
    result = call(env=environment(**asked))
    assert result.err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize("where", ["> /dev/full", ">&-"])
def test_completion_that_cannot_be_written_shows_no_traceback(where: str) -> None:
    asked = {"_YRKE_COMPLETE": "complete_bash", "COMP_WORDS": "yrke lønn --sektor ", "COMP_CWORD": "3"}
    done = subprocess.run(
        ["bash", "-c", f"{shlex.quote(str(YRKE))} {where}"],  # noqa: S607
        capture_output=True,
        text=True,
        env=environment(**asked),
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr


# Completion in the shells themselves.


def in_shell(shell: str, script: str, folder: Path) -> list[str]:
    """The lines that a script prints in a shell that finds `yrke` first on its path."""
    env = environment(HOME=str(folder), ZDOTDIR=str(folder), XDG_CONFIG_HOME=str(folder))
    env["PATH"] = f"{YRKE.parent}:{env['PATH']}"
    done = subprocess.run(
        [shell, "-c", script], capture_output=True, text=True, env=env, check=False, timeout=60, cwd=folder
    )
    assert (done.stderr, done.returncode) == ("", 0)
    return done.stdout.splitlines()


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize("option", ["--fullføring", "--fullforing"])
def test_a_real_bash_completes(tmp_path: Path, option: str) -> None:
    script = f"""
        source <(yrke {option} bash)
        complete -p yrke | grep -o '[^ ]*$'
        COMP_WORDS=(yrke vis helsese) COMP_CWORD=2
        _yrke_completion yrke
        printf '%s\\n' "${{COMPREPLY[@]}}"
        COMP_WORDS=(yrke lønn --sektor k) COMP_CWORD=3
        _yrke_completion yrke
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    assert in_shell("bash", script, tmp_path) == ["yrke", "helsesekretær", "kommune"]


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_a_real_zsh_takes_the_script(tmp_path: Path) -> None:
    script = """
        autoload -Uz compinit && compinit -u
        eval "$(yrke --fullføring zsh)"
        print $_comps[yrke]
        _arguments() { print -r -- "$@" }
        words=(yrke vis helsese) CURRENT=3
        _yrke_completion
    """
    assert in_shell("zsh", script, tmp_path) == ["_yrke_completion", '*: :(("helsesekretær"))']


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
def test_a_real_fish_completes(tmp_path: Path) -> None:
    script = "yrke --fullføring fish | source; complete --do-complete 'yrke vis helsese'"
    assert in_shell("fish", script, tmp_path) == ["helsesekretær"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_a_script_that_calls_yrke(yrke: Runner, shell: str) -> None:
    result = yrke("--fullføring", shell)
    assert (result.err, result.status) == ("", 0)
    assert f"_YRKE_COMPLETE=complete_{shell}" in result.out
