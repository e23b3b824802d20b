"""The commands: which there are, in the order that the help shows them. Each is a module with a COMMAND."""

from __future__ import annotations

from yrke_cli import late
from yrke_cli.words import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.declare import Command

# What the shells ask with. Not a command for people: no help names it.
COMPLETE = "__complete"
# Name → module. A module is imported when its command is called, not before.
MODULES = {
    "vis": "vis",
    "lønn": "lonn",
    "utdanning": "utdanning",
    "opptak": "opptak",
    "søk": "sok",
    "liste": "liste",
    "fra": "fra",
    "sammenlign": "sammenlign",
    "forklar": "forklar",
    "kilder": "kilder",
    "dekning": "dekning",
}


def command_named(typed: str) -> Command | None:
    """The command of this name, with or without æøå and capitals; None where there is none."""
    wanted = fold(typed)
    for name, module in MODULES.items():
        if fold(name) == wanted:
            command: Command = late(f"yrke_cli.commands.{module}").COMMAND
            return command
    return None


def all_commands() -> list[Command]:
    return [command for name in MODULES if (command := command_named(name)) is not None]
