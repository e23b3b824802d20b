"""What can go wrong, each with its exit status. Messages are Norwegian and for the person at the keyboard."""

from __future__ import annotations


class Fault(Exception):
    """A fault that ends the call: one line that says what was wrong, and hints that say what to do.

    `status` is the exit status, and `means` how the help, the man page and the README explain it.
    """

    status = 1
    means = ""

    def __init__(self, message: str, *hints: str) -> None:
        super().__init__(message)
        self.message = message
        self.hints = hints


class NothingFound(Fault):
    """Nothing matched what was asked for, or too much did."""

    status = 1
    means = "Ingenting passet, eller for mye gjorde det. De nærmeste navnene står på standard feil."


class WrongUsage(Fault):
    """The call itself cannot be understood."""

    status = 2
    means = "Kallet kunne ikke forstås."


class DataDamaged(Fault):
    """The database is missing, cut short, foreign, from another version, or holds what we did not write."""

    status = 3
    means = "Databasen er skadet eller borte."


class OutputFailed(Fault):
    """The output could not be written."""

    status = 5
    means = "Svaret kunne ikke skrives."


class Unforeseen(Fault):
    """An error that nobody foresaw (EX_SOFTWARE of sysexits.h)."""

    status = 70
    means = "En feil i yrke selv."


class ReaderGone(Exception):
    """Whoever read our output has closed the pipe: nothing is wrong, and nobody listens."""


# Every exit status and what it means, for people.
STATUSES = (
    (0, "Noe ble funnet."),
    *((kind.status, kind.means) for kind in (NothingFound, WrongUsage, DataDamaged, OutputFailed, Unforeseen)),
    (130, "Avbrutt med Ctrl-C."),
)
