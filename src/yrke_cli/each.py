"""Names from standard input, one a line: each is answered as if it were asked for alone, in one start of yrke."""

from __future__ import annotations

import sys

from yrke_cli.answers.shapes import Several
from yrke_cli.faults import Fault, NothingFound, WrongUsage
from yrke_cli.names import occupations_named
from yrke_cli.output import emit
from yrke_cli.words import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
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
    """Answer every line and show the answers together, in the order of the lines.

    Raises WrongUsage where a file cannot hold them all or there are no names; at the end a fault that counts the
    lines without an answer.
    """
    _check(query, showing)
    names = _names()
    answers: list[Table | Page] = []
    together: list[str] = []
    statuses: list[int] = []
    for number, name in names:
        try:
            if command.together:
                occupations_named(catalogue, (name,))
                together.append(name)
            else:
                answers.append(command.answer(catalogue, query.but(words=(name,))))
        except (NothingFound, WrongUsage) as fault:
            statuses.append(fault.status)
            streams.say(f"yrke: linje {number}, status {fault.status}: {fault.message}")
            for hint in fault.hints:
                streams.say(hint)
    if together:
        answers.append(command.answer(catalogue, query.but(words=tuple(together))))
    if answers:
        emit(Several(answers), showing, streams)
    if statuses:
        raise _Unanswered(f"{len(statuses)} av {len(names)} navn fikk ikke svar.", max(statuses))


def _check(query: Query, showing: Showing) -> None:
    if len(query.words) > 1:
        raise WrongUsage(
            "- betyr at navnene kommer på standard inn, og må stå alene.", "Skriv for eksempel: yrke lønn -"
        )
    if showing.svg or showing.html or showing.browse:
        raise WrongUsage(
            "En fil med --svg eller --html viser ett svar, ikke mange.", "Velg en annen form, for eksempel --format md."
        )


def _names() -> list[tuple[int, str]]:
    """The names on standard input, each with the number of its line; empty lines are left out.

    Raises WrongUsage where there are none.
    """
    text = composed(sys.stdin.buffer.read().decode("utf-8", "surrogateescape")) if sys.stdin else ""
    names = [(number, line.strip()) for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1)]
    names = [(number, name) for number, name in names if name]
    if not names:
        raise WrongUsage("Det kom ingen navn på standard inn.", "Skriv ett navn på hver linje.")
    return names
