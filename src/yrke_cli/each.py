"""Names from standard input, one a line, in one start of yrke: each is asked for alone, and answered so or with the
others, as the command declares."""

from __future__ import annotations

import sys

from yrke_cli.answers.shapes import Several
from yrke_cli.faults import Fault, NothingFound, WrongUsage
from yrke_cli.output import complain, emit
from yrke_cli.words import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from yrke_cli.answers.shapes import Page, Table
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Command, Query, Showing
    from yrke_cli.output.streams import Streams


class _Unanswered(Fault):
    """Some of the lines had no answer, each of which was told: `status` is the highest of theirs."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


def each(command: Command, catalogue: Catalogue, query: Query, showing: Showing, streams: Streams) -> None:
    """Ask for every line, tell of each without an answer, and show the rest: together, or in the order of the lines.

    Raises WrongUsage where a file cannot hold them all or there are no names; at the end a fault that counts the
    lines without an answer.
    """
    _check(command, query, showing)
    names = _names()
    ask = command.together or command.answer
    answered: list[tuple[str, object]] = []
    statuses: list[int] = []
    for number, name in names:
        try:
            answered.append((name, ask(catalogue, query.but(words=(name,)))))
        except (NothingFound, WrongUsage) as fault:
            statuses.append(fault.status)
            fault.message = f"linje {number}, status {fault.status}: {fault.message}"
            complain(fault, streams)
    try:
        if answered:
            emit(_together(command, catalogue, query, answered), showing, streams)
    except (NothingFound, WrongUsage) as fault:
        if not statuses:
            raise
        complain(fault, streams)
    if statuses:
        raise _Unanswered(f"{len(statuses)} av {len(names)} navn fikk ikke svar.", max(statuses))


def _together(
    command: Command, catalogue: Catalogue, query: Query, answered: list[tuple[str, Any]]
) -> Table | Page | Several:
    """The one answer to all of the names, or the answers one after the other."""
    if not command.together:
        return Several([answer for _, answer in answered])
    return command.answer(catalogue, query.but(words=tuple([name for name, _ in answered]), apart=True))


def _check(command: Command, query: Query, showing: Showing) -> None:
    if len(query.words) > 1:
        raise WrongUsage(
            "- betyr at navnene kommer på standard inn, og må stå alene.", "Skriv for eksempel: yrke lønn -"
        )
    if not command.together and (showing.svg or showing.html or showing.browse):
        raise WrongUsage(
            "--svg, --html og --åpne viser ett svar, ikke mange.", "Velg en annen form, for eksempel --format md."
        )


def _names() -> list[tuple[int, str]]:
    """The names on standard input, each with the number of its line; empty lines are left out.

    Raises WrongUsage where there are none.
    """
    try:
        content = sys.stdin.buffer.read() if sys.stdin else b""
    except OSError:
        raise WrongUsage("Standard inn kan ikke leses.", "Send navnene inn: yrke lønn - < navn.txt") from None
    text = composed(content.decode("utf-8", "surrogateescape"))
    names = [(number, line.strip()) for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1)]
    names = [(number, name) for number, name in names if name]
    if not names:
        raise WrongUsage("Det kom ingen navn på standard inn.", "Skriv ett navn på hver linje.")
    return names
