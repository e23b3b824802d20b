"""The plain calls: a command, its words, and its options as they are declared. They need no parser, only a look.

Typer alone takes five times as long to load as Python takes to start, and a script pays that for every occupation.
Whatever is not plain here (help, faults, `--`, short or unknown options) is Typer's; a test holds the two equal.
"""

from __future__ import annotations

from yrke_cli.commands import command_named
from yrke_cli.declare import query_from

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.declare import Command, Option, Query, Showing


def plain_call(arguments: Sequence[str]) -> tuple[Command, Query, Showing] | None:
    """What is asked and how to show it, or None where the call is not plain. Raises WrongUsage as query_from does."""
    if not arguments or arguments[0].startswith("-"):
        return None
    command = command_named(arguments[0])
    typed = None if command is None else _sorted_out(command, arguments[1:])
    if command is None or typed is None:
        return None
    words, values = typed
    given = [(option, value) for option in command.options for value in values.get(option, ())]
    return command, *query_from(command, words, given)


def _sorted_out(command: Command, arguments: Sequence[str]) -> tuple[list[str], dict[Option, list[str]]] | None:
    """The words and the values of each option, in the order typed; None where anything else stands among them."""
    if not any(map(_is_option, arguments)):
        return list(arguments), {}
    known = {flag: option for option in command.options for flag in option.spellings}
    words: list[str] = []
    values: dict[Option, list[str]] = {}
    rest = iter(arguments)
    for argument in rest:
        if not _is_option(argument):
            words.append(argument)
            continue
        flag, equals, value = argument.partition("=")
        option = known.get(flag)
        if option is None or (equals and not option.takes_value):
            return None
        if option.takes_value and not equals:
            following = next(rest, None)
            if following is None or _is_option(following):
                return None
            value = following
        values.setdefault(option, []).append(value)
    return words, values


def _is_option(argument: str) -> bool:
    # "-" alone is a word: names from standard input.
    return argument.startswith("-") and argument != "-"
