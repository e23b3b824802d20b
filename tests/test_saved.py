"""Views in files: a picture and a page, each with a title and real text; and what stands in the way of saving them."""

import errno
import os
import shlex
import shutil
import stat
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.conftest import YRKE, Result, Runner, call, without_codes
from yrke_cli.output.to.files import write_file
from yrke_cli.words import NBSP

needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
SVG = "{http://www.w3.org/2000/svg}"
VIEWS = {
    "page": (["vis", "månesmed"], "Månesmed – yrke"),
    "table": (["lønn"], "Månedslønn per heltidsekvivalent – yrke"),
    "graph": (["lønn", "månesmed", "--graf"], "Månedslønn per heltidsekvivalent · heltid"),
    "tree": (["utdanning", "månesmed"], "Utdanning – yrke"),
    "comparison": (["sammenlign", "månesmed", "ølpoet"], "Sammenligning – yrke"),
    "signs": (["vis", "aker-eng-test-2"], "Åker & eng <test> | 2 – yrke"),
}
every_view = pytest.mark.parametrize("name", VIEWS)


def as_seen(invented_terminal: Runner, arguments: list[str]) -> str:
    """All that a screen of 100 columns shows, without what only keeps it apart."""
    return "".join(without_codes(invented_terminal(*arguments, columns=100).out).split())


@every_view
def test_a_picture_has_a_title_and_the_words_of_the_screen(
    invented: Runner, invented_terminal: Runner, name: str
) -> None:
    arguments, title = VIEWS[name]
    saved = invented(*arguments, "--svg", "-")
    picture = ET.fromstring(saved.out)  # noqa: S314
    assert saved.status == 0
    assert picture.attrib["role"] == "img"
    assert (picture.findtext(f"{SVG}title") or "").startswith(title)
    assert picture.attrib["aria-labelledby"] == picture.find(f"{SVG}title").attrib["id"]  # type: ignore[union-attr]
    assert picture.attrib["aria-describedby"] == picture.find(f"{SVG}desc").attrib["id"]  # type: ignore[union-attr]
    shown = "".join("".join((piece.text or "").split()) for piece in picture.iter(f"{SVG}tspan"))
    assert shown == as_seen(invented_terminal, arguments)
    # Nothing is fetched when it is shown.
    assert [one for one in picture.iter() if {"href", "src"} & {key.rpartition("}")[2] for key in one.attrib}] == []
    assert "url(" not in saved.out


@needs_bash
@pytest.mark.parametrize("option", ["--svg", "--html"])
def test_what_stood_there_survives_a_disk_without_room(
    invented_env: dict[str, str], tmp_path: Path, option: str
) -> None:
    path = tmp_path / "side"
    path.write_text("det som sto der", encoding="utf-8")
    script = f"ulimit -f 1; exec {shlex.quote(str(YRKE))} vis månesmed {option} {shlex.quote(str(path))}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, env=invented_env, check=False, timeout=60)  # noqa: S607
    assert done.returncode == 5
    assert path.read_text(encoding="utf-8") == "det som sto der"
    assert [one.name for one in tmp_path.iterdir()] == ["side"]


def test_a_file_is_written_and_named_on_stderr(invented: Runner, tmp_path: Path) -> None:
    picture, page = tmp_path / "en måne.svg", tmp_path / "side.html"
    result = invented("vis", "månesmed", "--svg", str(picture), "--html", str(page))
    assert result == Result("", f"Lagret {picture}.\nLagret {page}.\n", 0)
    assert picture.read_text(encoding="utf-8") == invented("vis", "månesmed", "--svg", "-").out
    assert page.read_text(encoding="utf-8") == invented("vis", "månesmed", "--html", "-").out
    assert stat.S_IMODE(page.stat().st_mode) == 0o666 & ~_umask()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["en måne.svg", "side.html"]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_what_a_terminal_shows_makes_no_difference_to_the_file(invented: Runner, invented_terminal: Runner) -> None:
    shown = invented_terminal("vis", "månesmed", "--svg", "-", columns=40).out
    assert shown == invented("vis", "månesmed", "--svg", "-").out


@pytest.mark.parametrize("option", ["--svg", "--html"])
def test_a_file_that_cannot_be_written_is_said_in_one_line(invented: Runner, tmp_path: Path, option: str) -> None:
    gone = tmp_path / "borte" / "x.svg"
    assert invented("vis", "månesmed", option, str(gone)) == Result(
        "", f"yrke: Kan ikke lagre «{gone}»: mappen finnes ikke.\n", 5
    )
    assert invented("vis", "månesmed", option, str(tmp_path)) == Result(
        "", f"yrke: Kan ikke lagre «{tmp_path}»: det er ikke en fil i en mappe.\n", 5
    )
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_stood_there_is_kept_when_nothing_is_found(invented: Runner, tmp_path: Path) -> None:
    kept = tmp_path / "x.svg"
    kept.write_text("min", encoding="utf-8")
    assert invented("vis", "xyzzyq", "--svg", str(kept)).status == 1
    assert kept.read_text(encoding="utf-8") == "min"


@pytest.mark.parametrize(("option", "form"), [("--svg", "--json"), ("--html", "--csv")])
def test_saving_a_view_in_another_form_is_refused(invented: Runner, option: str, form: str) -> None:
    name = form.removeprefix("--")
    assert invented("lønn", option, "-", form) == Result(
        "",
        f"yrke: {option} lagrer det du ser på skjermen, og kan ikke brukes sammen med formen {name}.\n"
        f"Lagre formen {name} med skallet: yrke … > FIL\n",
        2,
    )


def test_hints_are_said_when_a_view_is_saved_too(invented: Runner) -> None:
    assert "Lønn for deltid er regnet om" in invented("lønn", "--deltid", "--svg", "-").err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["vis", "månesmed"], f"Lønnsspenn: halvparten tjener 45{NBSP}000–58{NBSP}000{NBSP}kr (2025)."),
        (["lønn", "månesmed"], "Månesmed: "),
        (["lønn", "månesmed", "--graf"], "Månesmed (2025, alle sektorer): median "),
        (["sammenlign", "månesmed", "ølpoet"], "Ølpoet: STYRK-08 "),
    ],
)
def test_a_picture_is_described_with_its_figures(invented: Runner, arguments: list[str], told: str) -> None:
    described = ET.fromstring(invented(*arguments, "--svg", "-").out).findtext(f"{SVG}desc")  # noqa: S314
    assert told in (described or "")
    assert f"{NBSP}kr" in (described or "")


# The browser.


def test_the_page_is_opened_in_the_browser(invented_env: dict[str, str], tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\necho skravl\n', encoding="utf-8")
    browser.chmod(0o755)
    env = {**invented_env, "BROWSER": f"{browser} %s", "TMPDIR": str(tmp_path)}
    result = call("vis", "månesmed", "--åpne", env=env)
    [page] = tmp_path.glob("yrke-*/manesmed.html")
    # What the browser itself says never comes into the pipe.
    assert result == Result("", f"skravl\nÅpnet {page} i nettleseren.\n", 0)
    assert (tmp_path / "opened").read_text(encoding="utf-8").strip() == page.as_uri()
    assert page.read_text(encoding="utf-8") == call("vis", "månesmed", "--html", "-", env=invented_env).out
    assert stat.S_IMODE(page.parent.stat().st_mode) == 0o700


def test_without_a_browser_the_page_can_be_saved(invented_env: dict[str, str], tmp_path: Path) -> None:
    env = {**invented_env, "BROWSER": "finnes-ikke-her", "TMPDIR": str(tmp_path), "PATH": str(tmp_path)}
    env.pop("DISPLAY", None)
    result = call("vis", "månesmed", "--apne", env=env)
    assert result == Result("", "yrke: Fant ingen nettleser.\nLagre siden i stedet: --html FIL\n", 5)


def test_amounts_stay_whole_in_files(invented: Runner) -> None:
    assert f"51{NBSP}000{NBSP}kr" in invented("vis", "månesmed", "--html", "-").out


# Written as a good tool writes: to what stands there, and with care.


def test_a_link_is_followed_and_stays_a_link(invented: Runner, tmp_path: Path) -> None:
    real, link = tmp_path / "ekte.svg", tmp_path / "lenke.svg"
    real.write_text("gammel", encoding="utf-8")
    link.symlink_to("ekte.svg")
    assert invented("vis", "månesmed", "--svg", str(link)).status == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == invented("vis", "månesmed", "--svg", "-").out


def test_a_link_to_a_file_that_is_not_there_yet_makes_it(invented: Runner, tmp_path: Path) -> None:
    link = tmp_path / "lenke.svg"
    link.symlink_to("ny.svg")
    assert invented("vis", "månesmed", "--svg", str(link)).status == 0
    assert link.is_symlink()
    assert (tmp_path / "ny.svg").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_of_what_stood_there_is_kept(invented: Runner, tmp_path: Path, mode: int) -> None:
    path = tmp_path / "side.html"
    path.write_text("gammel", encoding="utf-8")
    path.chmod(mode)
    assert invented("vis", "månesmed", "--html", str(path)).status == 0
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_pipe_with_a_name_is_written_to(invented_env: dict[str, str], tmp_path: Path) -> None:
    pipe = tmp_path / "rør"
    os.mkfifo(pipe)
    writer = subprocess.Popen([YRKE, "vis", "månesmed", "--svg", str(pipe)], env=invented_env, stderr=subprocess.PIPE)
    assert pipe.read_text(encoding="utf-8").startswith("<svg")
    _, said = writer.communicate(timeout=60)
    assert (writer.returncode, said.decode()) == (0, f"Lagret {pipe}.\n")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@needs_bash
def test_a_shell_s_own_pipe_is_written_to(invented_env: dict[str, str]) -> None:
    script = f"{shlex.quote(str(YRKE))} vis månesmed --html >(head -c 15)"
    done = subprocess.run(["bash", "-c", f"{script}; wait"], capture_output=True, env=invented_env, check=False)  # noqa: S607
    assert (done.stdout.decode(), done.returncode) == ("<!DOCTYPE html>", 0)


def test_a_device_stays_one(invented: Runner, tmp_path: Path) -> None:
    assert invented("vis", "månesmed", "--svg", os.devnull).status == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into every folder")
def test_a_file_in_a_folder_that_takes_no_other_is_written(invented: Runner, tmp_path: Path) -> None:
    path = tmp_path / "side.html"
    path.touch()
    tmp_path.chmod(0o500)
    assert invented("vis", "månesmed", "--html", str(path)).status == 0
    tmp_path.chmod(0o700)
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


# In the browser: a folder of the caller's own.


def opened(env: dict[str, str], base: Path, **variables: str) -> Result:
    kept = {name: value for name, value in env.items() if name != "XDG_RUNTIME_DIR"}
    return call("vis", "månesmed", "--åpne", env={**kept, "TMPDIR": str(base), **variables})


def test_the_page_lies_where_nobody_else_can_look(invented_env: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / f"yrke-{os.getuid()}"
    assert opened(invented_env, tmp_path) == Result("", f"Åpnet {folder / 'manesmed.html'} i nettleseren.\n", 0)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_folder_of_the_session_is_used_where_there_is_one(invented_env: dict[str, str], tmp_path: Path) -> None:
    result = opened(invented_env, tmp_path / "tmp", XDG_RUNTIME_DIR=str(tmp_path))
    assert result.err == f"Åpnet {tmp_path / f'yrke-{os.getuid()}' / 'manesmed.html'} i nettleseren.\n"


@pytest.mark.parametrize("trap", ["open to all", "a link"])
def test_a_folder_that_another_may_have_laid_is_refused(
    invented_env: dict[str, str], tmp_path: Path, trap: str
) -> None:
    folder, victim = tmp_path / f"yrke-{os.getuid()}", tmp_path / "offer"
    victim.write_text("mitt", encoding="utf-8")
    laid = folder if trap == "open to all" else tmp_path / "annens"
    laid.mkdir()
    laid.chmod(0o777)
    if trap == "a link":
        folder.symlink_to(laid)
    (laid / "manesmed.html").symlink_to(victim)
    assert opened(invented_env, tmp_path) == Result(
        "",
        f"yrke: Mappen «{folder}» er ikke din alene, så siden blir ikke lagret der.\n"
        "Lagre siden et annet sted: --html FIL\n",
        5,
    )
    assert victim.read_text(encoding="utf-8") == "mitt"


def test_what_this_process_has_open_is_written_on(invented_env: dict[str, str], tmp_path: Path) -> None:
    log = tmp_path / "logg"
    log.write_text("før\n", encoding="utf-8")
    for name in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        with log.open("ab") as out:
            subprocess.run(
                [YRKE, "vis", "månesmed", "--html", name],
                stdout=out,
                stderr=subprocess.PIPE,
                env=invented_env,
                check=True,
            )
    text = log.read_text(encoding="utf-8")
    assert text.startswith("før\n<!DOCTYPE html>")
    assert text.count("<!DOCTYPE html>") == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into every file")
def test_a_file_that_is_write_protected_stays(invented: Runner, tmp_path: Path) -> None:
    path = tmp_path / "side.html"
    path.write_text("min", encoding="utf-8")
    path.chmod(0o444)
    assert invented("vis", "månesmed", "--html", str(path)) == Result(
        "", f"yrke: Kan ikke lagre «{path}»: du har ikke lov til å skrive der.\n", 5
    )
    assert path.read_text(encoding="utf-8") == "min"


@pytest.mark.parametrize("error", [errno.EPERM, errno.EBUSY, errno.EACCES])
def test_a_file_that_cannot_be_replaced_is_written_into(tmp_path: Path, error: int) -> None:
    path = tmp_path / "side.html"
    path.write_text("gammel", encoding="utf-8")
    with patch.object(os, "replace", side_effect=OSError(error, "no")):
        write_file(str(path), b"ny")
        with pytest.raises(OSError, match="no"):
            write_file(str(tmp_path / "annen.html"), b"ny")
    assert path.read_text(encoding="utf-8") == "ny"
    assert [one.name for one in tmp_path.iterdir()] == ["side.html"]


def test_two_files_of_one_name_are_refused(invented: Runner, tmp_path: Path) -> None:
    path = str(tmp_path / "side")
    assert invented("vis", "månesmed", "--svg", path, "--html", path) == Result(
        "", "yrke: To filer kan ikke ha samme navn.\nGi hver av dem sitt eget.\n", 2
    )
    assert list(tmp_path.iterdir()) == []
