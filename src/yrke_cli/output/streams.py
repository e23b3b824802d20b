"""Where the output goes: stdout and stderr as they really are, in one object that tests can replace."""

from __future__ import annotations

import os
import sys

from yrke_cli.faults import OutputFailed, ReaderGone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


class Streams:
    """stdout and stderr. Everything is UTF-8 with LF, whatever the locale."""

    def __init__(self, out: BinaryIO | None, err: BinaryIO | None, terminal: bool) -> None:
        self.out = out
        self.err = err
        self.terminal = terminal

    @classmethod
    def of_this_process(cls) -> Streams:
        # A stream that was closed before we started is None.
        out = sys.stdout.buffer if sys.stdout is not None else None
        err = sys.stderr.buffer if sys.stderr is not None else None
        return cls(out, err, out is not None and out.isatty())

    @property
    def width(self) -> int:
        """The terminal's width in columns; 80 where it does not say."""
        return self._size()[0] or 80

    @property
    def height(self) -> int:
        """The terminal's height in lines; 24 where it does not say."""
        return self._size()[1] or 24

    def _size(self) -> tuple[int, int]:
        for stream in (self.out, self.err):
            try:
                if stream is not None and any(size := os.get_terminal_size(stream.fileno())):
                    return size
            except OSError:
                continue
        return 0, 0

    def write(self, text: str) -> None:
        """Write to stdout, all of it or not at all as far as we know.

        Raises ReaderGone where the reader has closed the pipe, OutputFailed where the bytes cannot be written.
        """
        self.write_bytes(text.encode("utf-8", "backslashreplace"))

    def write_bytes(self, content: bytes) -> None:
        """The same, for what is no text."""
        if self.out is None:
            raise OutputFailed("Svaret kan ikke skrives: standard ut er lukket.")
        try:
            left = memoryview(content)
            while left:
                # An unbuffered stream may take only a part.
                left = left[self.out.write(left) :]
            self.out.flush()
        except OSError as error:
            # What is left in the buffer must not be tried again when Python closes the stream.
            self._drop_output()
            if isinstance(error, BrokenPipeError):
                raise ReaderGone from None
            raise OutputFailed(f"Svaret kan ikke skrives: {reason(error)}.") from None

    def say(self, line: str) -> None:
        """A line on stderr; where nobody can read it, it is left unsaid."""
        if self.err is None:
            return
        try:
            if self.err.isatty():
                line = self._wrapped(line)
            self.err.write(line.encode("utf-8", "backslashreplace") + b"\n")
            self.err.flush()
        except OSError:
            self.err = None

    def _wrapped(self, line: str) -> str:
        """The line as a person at this terminal reads it: words stay whole."""
        from textwrap import fill

        return fill(line, max(self.width, 20), subsequent_indent=" " * (len(line) - len(line.lstrip())))

    def _drop_output(self) -> None:
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.out.fileno() if self.out else 1)
        except OSError:
            pass
        self.out = None


def reason(error: OSError) -> str:
    """Why it could not be written, in Norwegian."""
    import errno

    reasons = {
        errno.ENOSPC: "disken er full",
        errno.EBADF: "standard ut er ikke åpen for skriving",
        errno.EIO: "feil på enheten",
        errno.EFBIG: "filen blir for stor",
        errno.EDQUOT: "kvoten er brukt opp",
        errno.EPIPE: "ingen leser det",
        errno.ENAMETOOLONG: "navnet er for langt",
        errno.ELOOP: "lenken peker på seg selv",
    }
    return reasons.get(error.errno or 0, f"feil {error.errno}")
