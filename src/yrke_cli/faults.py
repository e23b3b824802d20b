"""What can go wrong, each with its exit status. Messages are Norwegian and for the person at the keyboard."""

from __future__ import annotations


class Fault(Exception):
    """A fault that ends the call: one line that says what was wrong, and hints that say what to do."""

    status = 1

    def __init__(self, message: str, *hints: str) -> None:
        super().__init__(message)
        self.message = message
        self.hints = hints


class NothingFound(Fault):
    """Nothing matched what was asked for, or too much did."""

    status = 1


class WrongUsage(Fault):
    """The call itself cannot be understood."""

    status = 2


class DataDamaged(Fault):
    """The embedded database is missing, cut short, foreign or from another version."""

    status = 3


class OutputFailed(Fault):
    """The output could not be written."""

    status = 5


class ReaderGone(Exception):
    """Whoever read our output has closed the pipe: nothing is wrong, and nobody listens."""
