"""What is longer than the screen, through the pager that the person has chosen, as git and gh do."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.output.streams import Streams

# Leave at once where it fits (F), search without case (I), keep colours (R) and the screen (X).
LESS = "FIRX"


def page(text: str, streams: Streams) -> None:
    """Show the text in $YRKE_PAGER, $PAGER or less; write it where there is none, or where it is `cat`."""
    command = _command()
    if not command or os.environ.get("TERM") == "dumb":
        streams.write(text)
        return
    env = {"LESS": LESS, "LESSCHARSET": "utf-8", **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=env)  # the person's own choice
    except OSError:
        streams.write(text)
        return
    # Ctrl-C in the pager stops a search there, not us.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pager.communicate(text.encode("utf-8", "backslashreplace"))
    finally:
        signal.signal(signal.SIGINT, before)


def _command() -> list[str]:
    for name in ("YRKE_PAGER", "PAGER"):
        chosen = os.environ.get(name)
        if chosen is not None:
            try:
                command = shlex.split(chosen)
            except ValueError:
                return []
            return [] if command == ["cat"] else command
    return ["less", f"-{LESS}"]
