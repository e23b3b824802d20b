"""The Typer app, made from what the commands declare. Typer parses; help and errors are ours, in Norwegian."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer._click import exceptions as parser_faults  # the pin in pyproject.toml holds it in place
from typer.core import TyperCommand, TyperGroup

from yrke_cli.commands import MODULES, all_commands, command_named
from yrke_cli.declare import Command, Option, query_from
from yrke_cli.faults import Fault, WrongUsage
from yrke_cli.names.suggest import nearest
from yrke_cli.records import Query
from yrke_cli.way_in import helptext
from yrke_cli.words import echoed

Call = tuple[Command, Query]


class _Said(Exception):
    """The call asked for a text of ours (help, version, completion script), not for data."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class _Command(TyperCommand):
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except parser_faults.ClickException as fault:
            raise _in_norwegian(fault, command_named(self.name or "")) from None


class _Group(TyperGroup):
    """The commands, each built when it is asked for: building them all would cost every call."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except parser_faults.ClickException as fault:
            raise _in_norwegian(fault, None) from None

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        command = command_named(cmd_name)
        if command is None:
            raise WrongUsage(f"Kommandoen «{echoed(cmd_name)}» finnes ikke.", _nearest_call(cmd_name))
        return _parser_of(command, ctx.obj)

    def list_commands(self, ctx: Any) -> list[str]:
        return list(MODULES)


def parsed(arguments: Sequence[str], width: int = helptext.WIDTH) -> Call | str:
    """The command and the query that the arguments ask for, or the text where they ask for help and the like.

    Raises WrongUsage for whatever cannot be understood. `width` is that of help, in columns.
    """
    try:
        call: Call = parser()(args=list(arguments), prog_name="yrke", standalone_mode=False, obj=width)
    except _Said as said:
        return said.text
    return call


def parser() -> Any:
    """Typer's parser of the whole program."""
    app = typer.Typer(
        cls=_Group,
        add_completion=False,
        add_help_option=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        suggest_commands=False,
    )

    @app.callback(invoke_without_command=True)
    def yrke(
        ctx: typer.Context,
        asks_help: Annotated[bool, typer.Option(*helptext.HELP_FLAGS)] = False,
        version: Annotated[bool, typer.Option(*helptext.VERSION_FLAGS)] = False,
        completion: Annotated[str | None, typer.Option(*helptext.COMPLETION_FLAGS)] = None,
    ) -> None:
        if version:
            raise _Said(helptext.version())
        if completion is not None:
            raise _Said(_completion_script(completion))
        if asks_help or ctx.invoked_subcommand is None:
            raise _Said(helptext.overview(ctx.obj))

    return typer.main.get_command(app)


def _parser_of(command: Command, width: int) -> Any:
    """Typer's parser of one command. Its function takes what was typed and returns the call."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(command.name, cls=_Command, add_help_option=False)(_function(command, width))
    return typer.main.get_command(app)


def _function(command: Command, width: int) -> Callable[..., Call]:
    names = [f"option_{number}" for number in range(len(command.options))]

    def call(**typed: Any) -> Call:
        if typed["asks_help"]:
            raise _Said(helptext.of_command(command, width))
        given = [
            (option, value)
            for name, option in zip(names, command.options, strict=True)
            for value in (typed[name] or () if option.takes_value else [""] * typed[name])
        ]
        return command, query_from(command, typed["words"] or (), given)

    words = typer.Argument(metavar=command.words)
    parameters = [
        _parameter("words", list[str], words, None),
        _parameter("asks_help", bool, typer.Option(*helptext.HELP_FLAGS), False),
        *(_parameter(name, *_declared(option)) for name, option in zip(names, command.options, strict=True)),
    ]
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return call


def _parameter(name: str, kind: Any, declared: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, declared]
    )


def _declared(option: Option) -> tuple[Any, Any, Any]:
    if not option.takes_value:
        return bool, typer.Option(*option.spellings, help=option.help), False
    # Every value that was typed is kept: two that contradict each other are refused, not the first forgotten.
    return list[str], typer.Option(*option.spellings, help=option.help), None


def _completion_script(shell: str) -> str:
    from yrke_cli.way_in.completion import SCRIPTS

    if shell not in SCRIPTS:
        raise WrongUsage(f"Fullføring finnes ikke for «{echoed(shell)}».", f"Velg en av {', '.join(SCRIPTS)}.")
    return SCRIPTS[shell]


def _in_norwegian(fault: Any, command: Command | None) -> WrongUsage:
    """The parser's own faults, in Norwegian, with what to do."""
    hint = f"Se hva du kan skrive: yrke {f'{command.name} ' if command else ''}-h"
    if isinstance(fault, parser_faults.NoSuchOption):
        return WrongUsage(
            f"Valget {echoed(fault.option_name)} finnes ikke.", _nearest_option(fault.option_name, command) or hint
        )
    if isinstance(fault, parser_faults.BadOptionUsage):
        what = "mangler en verdi" if "requires" in fault.message else "tar ingen verdi"
        return WrongUsage(f"Valget {echoed(fault.option_name)} {what}.", hint)
    return WrongUsage("Kallet kan ikke tolkes.", hint)


def _nearest_option(typed: str, command: Command | None) -> str:
    if command is None:
        known = any(typed in option.spellings for one in all_commands() for option in one.options)
        return f"Kommandoen kommer først, så valgene: yrke KOMMANDO {typed}" if known else ""
    near = nearest(typed, [flag for option in command.options for flag in option.flags])
    return f"Mente du {' eller '.join(near)}?" if near else ""


def _nearest_call(typed: str) -> str:
    """What was perhaps meant: a command with a slip, or an occupation without its command."""
    near = nearest(typed, MODULES)
    if near:
        return f"Mente du {' eller '.join(f'yrke {name}' for name in near)}?"
    return f"Mente du yrke vis {echoed(typed)}?" if _is_occupation(typed) else "Se hva du kan skrive: yrke -h"


def _is_occupation(typed: str) -> bool:
    from yrke_cli.catalogue import Catalogue, default_path
    from yrke_cli.names.resolve import exactly

    try:
        with Catalogue(default_path()) as catalogue:
            return exactly(catalogue, typed)
    except Fault:
        return False
