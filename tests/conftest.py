"""What the tests share: the installed command as a subprocess, on the real database or on small invented data."""

import io
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest

from yrke_build import build
from yrke_cli import __main__ as program

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
REFERENCE = ROOT.parent / "shared" / "reference"
INVENTED = Path(__file__).parent / "invented" / "data"
GOLDEN = Path(__file__).parent / "golden"
# The console script beside the interpreter that runs the tests: the real thing, as a user calls it.
YRKE = Path(sys.executable).parent / "yrke"

needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(),
    reason="all facts of the sources are checked in CI; the clone has a sample of them in tests/fakta",
)


class Result(NamedTuple):
    """What a call printed, and its exit status."""

    out: str
    err: str
    status: int


Runner = Callable[..., Result]


def environment(**extra: str) -> dict[str, str]:
    """The environment of a call: this one, without what would change the output, and with `extra`."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("YRKE_", "_YRKE", "COV", "PYTEST"))
    }
    for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "LESS"):
        kept.pop(name, None)
    quiet = {"PAGER": "cat", "BROWSER": "true"}
    return {**kept, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "FORCE_HYPERLINK": "0", **quiet, **extra}


def call(*arguments: str | bytes, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Result:
    """Call the installed `yrke` in a pipe, as a script would; in this process where YRKE_TESTS_IN_PROCESS asks for it
    (mutation testing does not see other processes)."""
    if os.environ.get("YRKE_TESTS_IN_PROCESS") and cwd is None:
        return answered_in(env or environment(), [os.fsdecode(argument) for argument in arguments])
    done = subprocess.run(
        [YRKE, *arguments], capture_output=True, env=env or environment(), cwd=cwd, check=False, timeout=60
    )
    return Result(done.stdout.decode(), done.stderr.decode(), done.returncode)


def call_on_terminal(
    *arguments: str, columns: int = 80, rows: int = 200, env: Mapping[str, str] | None = None
) -> Result:
    """Call the installed `yrke` with stdout and stderr on a pseudo-terminal of this size; `err` is then empty."""
    leader, follower = pty.openpty()
    ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        [YRKE, *arguments], stdin=follower, stdout=follower, stderr=follower, env=env or environment(), close_fds=True
    )
    os.close(follower)
    shown = bytearray()
    while True:
        ready, _, _ = select.select([leader], [], [], 30)
        try:
            chunk = os.read(leader, 65536) if ready else b""
        except OSError:  # Linux says so when the other side is closed
            chunk = b""
        if not chunk:
            break
        shown += chunk
    os.close(leader)
    status = process.wait(timeout=30)
    return Result(shown.decode().replace("\r\n", "\n"), "", status)


def answered(arguments: Sequence[str], database: Path) -> Result:
    """The whole program in this process, with stdout and stderr in memory: for checks over very many calls."""
    return answered_in({**os.environ, "YRKE_DATABASE": str(database)}, arguments)


def answered_in(env: Mapping[str, str], arguments: Sequence[str]) -> Result:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        patch.dict(os.environ, env, clear=True),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
    ):
        status = program.answered(list(arguments))
    return Result(_written(out), _written(err), status)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()


def without_codes(text: str) -> str:
    """A terminal's text without its ANSI codes."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x1b\x07]*(?:\x07|\x1b\\)", "", text)


@pytest.fixture(scope="session")
def invented_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database made of tests/invented/data."""
    target = tmp_path_factory.mktemp("invented") / "yrke.sqlite3"
    build(INVENTED, target)
    return target


@pytest.fixture(scope="session")
def invented_env(invented_database: Path) -> dict[str, str]:
    return environment(YRKE_DATABASE=str(invented_database))


@pytest.fixture
def yrke() -> Runner:
    """The installed command on the real data, in a pipe."""
    return call


@pytest.fixture
def invented(invented_env: dict[str, str]) -> Runner:
    """The installed command on the invented data, in a pipe."""
    return lambda *arguments, **options: call(*arguments, **{"env": invented_env, **options})


@pytest.fixture
def invented_terminal(invented_env: dict[str, str]) -> Runner:
    """The installed command on the invented data, on a pseudo-terminal."""
    return lambda *arguments, **options: call_on_terminal(*arguments, **{"env": invented_env, **options})
