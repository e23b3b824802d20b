"""Completion: what each shell is offered, and the real shells with the scripts that we give them."""

import os
import pty
import select
import shlex
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import YRKE, Runner, call, environment, without_codes
from yrke_cli.commands import COMPLETE, MODULES, all_commands
from yrke_cli.declare import Command

COMMANDS = all_commands()
SUMMARY = next(command.summary for command in COMMANDS if command.name == "kilder")
every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)


def offered(line: str, shell: str = "bash", **extra: str) -> list[str]:
    """What a shell is offered for the last word of a line after `yrke `."""
    result = call(COMPLETE, shell, *line.split(" "), env=environment(**extra))
    assert (result.err, result.status) == ("", 0)
    return result.out.splitlines()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("vis helsese", ["helsesekretær"]),
        ("vis Helsese", ["Helsesekretær"]),
        ("vis barnehagelae", ["barnehagelaerer"]),
        ("vis barnehagelæ", ["barnehagelærer"]),
        ("vis helses", ["helsesekretær", "helsesykepleier"]),  # without the search word helsesøster
        ("vis reporte", ["reporter"]),  # another name, where no title begins so
        ("vis kulde- o", ["og varmepumpetekniker"]),
        ("sammenlign sykepleier kulde-", ["kulde- og varmepumpetekniker"]),
        ("forklar lærep", ["læreplass"]),
        ("liste --krav hms", ["hms-kort"]),
        ("vis bilmek", ["bilmekaniker lette kjøretøy", "bilmekaniker tunge kjøretøy"]),  # no brackets in a shell
        ("vis --json helsese", ["helsesekretær"]),
        ("lønn --sektor kommune helsese", ["helsesekretær"]),
        ("vis 'helsese", ["helsesekretær"]),
        ("vis xyzzyq", []),
        ("kilder ssb-1", ["ssb-11418", "ssb-11418-kjonn", "ssb-11418-utdanning", "ssb-12542"]),
        ("kilder sykepleie", ["sykepleier"]),
        ("dekning x", []),
    ],
)
def test_names_complete(line: str, names: list[str]) -> None:
    assert offered(line) == names


def test_no_more_is_offered_than_a_person_can_look_through() -> None:
    assert len(offered("vis ")) == 50
    assert len(offered("vis s")) == 50


@pytest.mark.parametrize("typed", ["kokkelimonke", "legemann", "fiskehav", "skolegang"])
def test_what_is_only_somewhat_like_a_name_is_not_offered(typed: str) -> None:
    assert offered(f"vis {typed}") == []


@pytest.mark.parametrize(
    ("slip", "meant"), [("helsesekreter", "helsesekretær"), ("tømmrer", "tømrer"), ("sykeplier", "sykepleier")]
)
def test_a_slip_is_mended(slip: str, meant: str) -> None:
    assert offered(f"vis {slip}") == [meant]


@pytest.mark.parametrize("command", ["vis", "lønn", "utdanning", "opptak", "sammenlign", "søk"])
def test_every_command_that_takes_a_name_completes_it(command: str) -> None:
    assert offered(f"{command} helsese") == ["helsesekretær"]


def test_programme_areas_complete() -> None:
    assert "naturbruk" in offered("fra naturbr")
    assert "og oppvekstfag" in offered("fra helse- o")


def test_commands_complete() -> None:
    assert offered("") == list(MODULES)
    assert offered("l") == ["lønn", "liste"]
    assert offered("so") == ["sok"]
    assert offered("--v") == ["--versjon"]
    assert offered("--fullføring ") == ["bash", "zsh", "fish"]
    assert offered("tull ") == []


@every_command
def test_options_complete(command: Command) -> None:
    assert {option.name for option in command.options} <= set(offered(f"{command.name} --"))


@pytest.mark.parametrize(
    ("line", "choices"),
    [
        ("lønn --sektor ", ["alle", "privat", "kommune", "stat"]),
        ("lønn --kjonn k", ["kvinner"]),
        ("lønn --per ", ["måned", "år", "time"]),
        ("lønn --per ma", ["maned"]),
        ("lønn --sorter gj", ["gjennomsnitt"]),
        ("vis kokk --del o", ["om", "oppgaver", "opptak"]),
        ("vis kokk --format ", ["tekst", "json", "jsonl", "md"]),
        ("kilder --format ", ["tabell", "tsv", "csv", "json", "jsonl", "md"]),
        ("liste --interesse hu", ["hud og hår"]),
        ("lønn --sektor = k", ["kommune"]),  # as bash takes --sektor=k apart
        ("lønn --år 2", []),
        ("vis kokk --svg ", [":filer"]),  # the shell knows its files itself
    ],
)
def test_values_complete(line: str, choices: list[str]) -> None:
    assert offered(line) == choices


def test_zsh_and_fish_are_told_what_a_word_means() -> None:
    for shell in ("zsh", "fish"):
        assert offered("kil", shell) == [f"kilder\t{SUMMARY}"]
        assert offered("lønn --topp", shell) == ["--topp\tBare de N øverste radene."]
        assert offered("lønn --sektor=k", shell) == ["--sektor=kommune"]
        assert offered("vis helsese", shell) == ["helsesekretær"]


def test_completion_with_a_damaged_database_has_nothing_to_say(tmp_path: Path) -> None:
    damaged = tmp_path / "skadet.sqlite3"
    damaged.write_bytes(b"x" * 5000)
    for path in (damaged, tmp_path / "borte.sqlite3", tmp_path):
        assert offered("vis helsese", YRKE_DATABASE=str(path)) == []


@pytest.mark.parametrize(
    "asked",
    [
        (),
        ("bash",),
        ("tcsh", "vis", "h"),
        ("bash", "vis", b"\xff"),
        ("bash", "--tull", "vis", "h"),
        ("fish", "vis", "x" * 5000),
    ],
    ids=lambda asked: " ".join(ascii(word)[:20] for word in asked) or "nothing",
)
def test_completion_never_complains(asked: tuple[str | bytes, ...]) -> None:
    result = call(COMPLETE, *asked)
    assert (result.err, result.status) == ("", 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize("where", ["> /dev/full", ">&-"])
def test_completion_that_cannot_be_written_shows_no_traceback(where: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{shlex.quote(str(YRKE))} {COMPLETE} bash lønn --sektor '' {where}"],  # noqa: S607
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr


# The scripts.


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("option", ["--fullføring", "--fullforing"])
def test_every_shell_gets_a_script_that_calls_yrke(yrke: Runner, shell: str, option: str) -> None:
    result = yrke(option, shell)
    assert (result.err, result.status) == ("", 0)
    assert f"{COMPLETE} {shell} " in result.out


def shell_environment(folder: Path) -> dict[str, str]:
    """The environment of a shell without anybody's settings that finds `yrke` first on its path."""
    env = environment(HOME=str(folder), ZDOTDIR=str(folder), XDG_CONFIG_HOME=str(folder), XDG_DATA_HOME=str(folder))
    return {**env, "PATH": f"{YRKE.parent}:{env['PATH']}", "PS1": "$ "}


def in_shell(shell: str, script: str, folder: Path) -> list[str]:
    """The lines that a script prints in a shell."""
    done = subprocess.run(
        [shell, "-c", script],
        capture_output=True,
        text=True,
        env=shell_environment(folder),
        check=False,
        timeout=60,
        cwd=folder,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    return done.stdout.splitlines()


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_bash_asks_for_what_stands_before_the_cursor(tmp_path: Path) -> None:
    script = """
        source <(yrke --fullføring bash)
        complete -p yrke | grep -o '[^ ]*$'
        asked() { COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _yrke yrke; printf '%s|' "${COMPREPLY[@]}"; echo; }
        asked yrke vis helsese
        asked yrke lønn --sektor k
        asked yrke vis kulde- og varmepumpet
        asked yrke fra helse- o
    """
    found = in_shell("bash", script, tmp_path)
    assert found[:4] == ["yrke", "helsesekretær|", "kommune|", "varmepumpetekniker|"]
    assert "og oppvekstfag|" in found[4]


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
def test_a_real_fish_completes(tmp_path: Path) -> None:
    script = """
        yrke --fullføring fish | source
        complete --do-complete 'yrke vis helsese'
        complete --do-complete 'yrke lønn --sektor k'
        complete --do-complete 'yrke lønn --sektor '
        complete --do-complete 'yrke kil'
        complete --do-complete 'yrke vis kulde- og varmepumpet'
    """
    assert in_shell("fish", script, tmp_path) == [
        "helsesekretær",
        "kommune",
        *("alle", "privat", "kommune", "stat"),
        f"kilder\t{SUMMARY}",
        "varmepumpetekniker",
    ]


# The shells as people sit at them: keys in, screen out.

SHELLS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "-i"],
}
LEARN = {
    "bash": "source <(yrke --fullføring bash)",
    "zsh": "autoload -Uz compinit; compinit -u; source <(yrke --fullføring zsh)",
    "fish": "yrke --fullføring fish | source",
}


class Seat:
    """Someone at a shell on a pseudo-terminal."""

    def __init__(self, shell: str, folder: Path) -> None:
        env = {**shell_environment(folder), "TERM": "xterm-256color", "PAGER": "cat"}
        self.pid, self.leader = pty.fork()
        if not self.pid:
            os.chdir(folder)
            os.execvpe(shell, SHELLS[shell], env)  # noqa: S606

    def type(self, keys: str) -> None:
        os.write(self.leader, keys.encode())

    def until(self, text: str, seconds: float = 30) -> str:
        """What the screen showed until the text was there, or until the time was out."""
        shown = b""
        end = time.monotonic() + seconds
        while text not in (said := without_codes(shown.decode(errors="replace"))) and time.monotonic() < end:
            if select.select([self.leader], [], [], 0.2)[0]:
                shown += os.read(self.leader, 65536)
        return said

    def leave(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.leader)


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("keys", "shows"),
    [
        ("yrke vis barnehagelæ\t --del om", "Om jobben"),
        ("yrke vis helsese\t --del om", "Om jobben"),
        ("yrke lønn kokk --sektor kom\t --tsv", "ssb-11418"),
        ("yrke vis kulde- og varmepumpet\t --del om", "Om jobben"),
        ("yrke vis helsesekreter\t --del om", "Om jobben"),
    ],
    ids=["letter outside ASCII", "name", "value", "several words", "slip"],
)
def test_a_person_completes(shell: str, keys: str, shows: str, tmp_path: Path) -> None:
    """Without the tab none of these lines is answered."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    if shell == "fish" and "helsesekreter" in keys:
        pytest.skip("fish only takes what has the letters that were typed")
    assert call(*shlex.split(keys)[1:]).status in (1, 2)
    seat = Seat(shell, tmp_path)
    try:
        seat.type(f"{LEARN[shell]}; echo kl''ar\n")
        assert "klar" in seat.until("klar")
        seat.type(keys)
        time.sleep(1)
        seat.type("\n")
        assert shows in seat.until(shows)
    finally:
        seat.leave()


@pytest.mark.parametrize("shell", SHELLS)
def test_the_name_of_a_file_is_completed_by_the_shell(shell: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "ei_mappe").mkdir()
    seat = Seat(shell, tmp_path)
    try:
        seat.type(f"{LEARN[shell]}; echo kl''ar\n")
        assert "klar" in seat.until("klar")
        seat.type("yrke vis kokk --svg ei_m\t")
        time.sleep(1)
        seat.type("x.svg\n")
        assert "Lagret ei_mappe/x.svg." in seat.until("Lagret ei_mappe/x.svg.")
    finally:
        seat.leave()
