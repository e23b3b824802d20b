"""The Typer application, made from what the commands declare: `from yrke_cli.app import app`.

Typer parses; help, errors and exit statuses are ours, in Norwegian. Most calls never come here: see express.py.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from yrke_cli.commands import MODULES, all_commands, command_named
from yrke_cli.declare import Command, Option, options, query_from
from yrke_cli.faults import Fault, WrongUsage
from yrke_cli.names.suggest import nearest
from yrke_cli.output import show
from yrke_cli.output.streams import Streams
from yrke_cli.run import run, status_of
from yrke_cli.way_in import helptext
from yrke_cli.words import echoed, for_shell, plain


class _Group(TyperGroup):
    """The commands, each built when it is asked for: building them all would cost every call."""

    def main(self, args: Any = None, *_: Any, standalone_mode: bool = True, **more: Any) -> Any:
        """Standing alone, the status of a fault is the process's, as everywhere in yrke."""
        call = partial(super().main, args, **{**more, "prog_name": "yrke", "standalone_mode": False})
        return call() if not standalone_mode else sys.exit(status_of(lambda _: call()))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return _parsed(super().parse_args, ctx, args, None)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        command = command_named(cmd_name)
        if command is None:
            raise WrongUsage(f"Kommandoen «{echoed(cmd_name)}» finnes ikke.", _nearest_call(cmd_name))
        return typer.main.get_command(_application_of(command))

    def list_commands(self, ctx: Any) -> list[str]:
        return list(MODULES)


class _Command(TyperCommand):
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return _parsed(super().parse_args, ctx, args, command_named(self.name or ""))


app = typer.Typer(
    name="yrke",
    cls=_Group,
    help=helptext.WHAT,
    add_completion=False,
    add_help_option=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    suggest_commands=False,
)


@app.callback(invoke_without_command=True)
def yrke(
    ctx: typer.Context,
    asks_help: Annotated[bool, typer.Option(*options.HELP.spellings, help=options.HELP.help)] = False,
    version: Annotated[bool, typer.Option(*options.VERSION.spellings, help=options.VERSION.help)] = False,
    completion: Annotated[
        str | None,
        typer.Option(*options.COMPLETION.spellings, metavar=options.COMPLETION.metavar, help=options.COMPLETION.help),
    ] = None,
) -> None:
    streams = Streams.of_this_process()
    if version:
        streams.write(helptext.version())
    elif completion is not None:
        streams.write(_completion_script(completion))
    elif asks_help or ctx.invoked_subcommand is None:
        show(helptext.overview(helptext.width_for(streams)), streams)
    else:
        return
    raise typer.Exit()


def _application_of(command: Command) -> typer.Typer:
    """One command as Typer knows it; its function runs it."""
    one = typer.Typer(add_completion=False, rich_markup_mode=None)
    one.command(command.name, cls=_Command, help=command.summary, add_help_option=False)(_function(command))
    return one


def _function(command: Command) -> Callable[..., None]:
    # Not the bare names: `del` is none that Python takes.
    named = {f"valg{plain(option.name).replace('-', '_')}": option for option in command.options}

    def call(**typed: Any) -> None:
        streams = Streams.of_this_process()
        if typed["hjelp"]:
            help_text = helptext.of_command(command, helptext.width_for(streams))
            show(help_text, streams, paged=not typed["valg__uten_pager"])
            return
        given = [
            (option, value)
            for name, option in named.items()
            for value in (typed[name] or () if option.takes_value else [""] * typed[name])
        ]
        run(command, *query_from(command, typed["ord"] or (), given), streams)

    parameters = [
        _parameter("ord", list[str], typer.Argument(metavar=command.words or None, hidden=not command.words), None),
        *(_parameter(name, *_declared(option)) for name, option in named.items()),
        _parameter("hjelp", *_declared(options.COMMAND_HELP)),
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
    return list[str], typer.Option(*option.spellings, metavar=option.metavar, help=option.help), None


def _completion_script(shell: str) -> str:
    from yrke_cli.way_in.completion import SCRIPTS

    if shell not in SCRIPTS:
        raise WrongUsage(f"Fullføring finnes ikke for «{echoed(shell)}».", f"Velg en av {', '.join(SCRIPTS)}.")
    return SCRIPTS[shell]


def _parsed(
    parse: Callable[[Any, list[str]], list[str]], ctx: Any, args: list[str], command: Command | None
) -> list[str]:
    try:
        return parse(ctx, args)
    except typer.TyperException as fault:
        raise _in_norwegian(getattr(fault, "option_name", ""), command) from None


def _in_norwegian(flag: str, command: Command | None) -> WrongUsage:
    """The parser's own faults, in Norwegian, with what to do: `flag` is the option that it stumbled over, or ""."""
    hint = f"Se hva du kan skrive: yrke {f'{command.name} ' if command else ''}-h"
    allowed = (*command.options, options.COMMAND_HELP) if command else options.OVERALL
    known = next((option for option in allowed if flag in option.spellings), None)
    if not flag:
        return WrongUsage("Kallet kan ikke tolkes.", hint)
    if known is None:
        return WrongUsage(f"Valget {echoed(flag)} finnes ikke.", _nearest_option(flag, command) or hint)
    return WrongUsage(f"Valget {flag} {'mangler en verdi' if known.takes_value else 'tar ingen verdi'}.", hint)


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
    slug = _occupation(typed)
    return f"Mente du yrke vis {for_shell(echoed(typed), slug)}?" if slug else "Se hva du kan skrive: yrke -h"


def _occupation(typed: str) -> str:
    """The slug of the occupation that is called so, "" for none."""
    from yrke_cli.catalogue import Catalogue, default_path
    from yrke_cli.names import exactly

    try:
        with Catalogue(default_path()) as catalogue:
            return exactly(catalogue, typed)
    except Fault:
        return ""
