"""A page opened in the browser, from a folder that is the caller's own."""

from __future__ import annotations

import os
import stat
import tempfile
import webbrowser
from contextlib import contextmanager, suppress
from pathlib import Path

from yrke_cli.faults import OutputFailed
from yrke_cli.output.to.files import why, write_file
from yrke_cli.words import echoed, slug

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from yrke_cli.output.streams import Streams


def browse(content: bytes, title: str, streams: Streams) -> None:
    """Open the page in the browser. It lies in a folder of the caller's own, under the same name each time.

    Raises OutputFailed where it cannot be saved or where there is no browser.
    """
    try:
        path = Path(_own_folder()) / f"{slug(title)}.html"
        write_file(str(path), content)
    except OSError as error:
        raise OutputFailed(f"Kan ikke lagre siden: {why(error)}.", "Lagre den et annet sted: --html FIL") from None
    with _stdout_on_stderr():
        opened = webbrowser.open(path.as_uri())
    if not opened:
        raise OutputFailed("Fant ingen nettleser.", "Lagre siden i stedet: --html FIL")
    streams.say(f"Åpnet {path} i nettleseren.")


@contextmanager
def _stdout_on_stderr() -> Iterator[None]:
    """What the browser says of itself, or shows where it is one for terminals, is no answer of ours for a pipe."""
    if os.isatty(1):
        yield
        return
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _own_folder() -> str:
    """A folder that nobody else can put anything into: another user may have made one of that name first.

    Raises OutputFailed where it is not the caller's own, OSError where it cannot be made.
    """
    base = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    user = os.getuid() if hasattr(os, "getuid") else None
    folder = os.path.join(base, "yrke" if user is None else f"yrke-{user}")
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)
    there = os.lstat(folder)
    if user is not None and (not stat.S_ISDIR(there.st_mode) or there.st_uid != user or there.st_mode & 0o077):
        raise OutputFailed(
            f"Mappen «{echoed(folder, 300)}» er ikke din alene, så siden blir ikke lagret der.",
            "Lagre siden et annet sted: --html FIL",
        )
    return folder
