"""The Typer app, made from what the commands declare. Typer parses; help and errors are ours, in Norwegian."""

import contextlib
import inspect
import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer._click import exceptions as parser_faults  # the pin in pyproject.toml holds it in place
from typer.core import TyperCommand, TyperGroup

from yrke_cli import helptext
from yrke_cli.commands import MODULES, command_named
from yrke_cli.declare import Command, Option, query_from
from yrke_cli.faults import WrongUsage
from yrke_cli.model import Query
from yrke_cli.search import nearest
from yrke_cli.words import echoed

Call = tuple[Command, Query]
CONTEXT = {"help_option_names": list(helptext.HELP_FLAGS)}


class _Help:
    """Help comes from the declarations, not from Typer's formatter."""

    def get_help(self, ctx: Any) -> str:
        command = command_named(ctx.command.name or "")
        return (helptext.of_command(command) if command else helptext.overview()).rstrip("\n")


class _Command(_Help, TyperCommand):
    pass


class _Group(_Help, TyperGroup):
    """The commands, each built when it is asked for: building them all would cost every call."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        command = command_named(cmd_name)
        return _parser_of(command) if command else None

    def list_commands(self, ctx: Any) -> list[str]:
        return list(MODULES)


def parsed(arguments: Sequence[str]) -> Call | None:
    """The command and the query that the arguments ask for; None where help or the like has been printed.

    Raises WrongUsage for whatever cannot be understood.
    """
    try:
        result = typer.main.get_command(_app())(args=list(arguments), prog_name="yrke", standalone_mode=False)
    except parser_faults.ClickException as fault:
        raise _in_norwegian(fault, arguments) from None
    return result if isinstance(result, tuple) else None


def _app() -> typer.Typer:
    app = typer.Typer(
        cls=_Group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=CONTEXT,
        suggest_commands=False,
    )

    @app.callback(invoke_without_command=True)
    def yrke(
        ctx: typer.Context,
        version: Annotated[bool, typer.Option(*helptext.VERSION_FLAGS)] = False,
        completion: Annotated[str, typer.Option(helptext.COMPLETION_FLAG, "--fullforing")] = "",
    ) -> None:
        if version:
            _print_and_leave(helptext.version())
        if completion:
            _print_and_leave(_completion_script(completion))
        if ctx.invoked_subcommand is None:
            _print_and_leave(helptext.overview())

    return app


def _print_and_leave(text: str) -> None:
    typer.echo(text, nl=False)
    raise typer.Exit


def _parser_of(command: Command) -> Any:
    """Typer's parser of one command. Its function takes what was typed and returns the call."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(command.name, cls=_Command, context_settings=CONTEXT)(_function(command))
    return typer.main.get_command(app)


def _function(command: Command) -> Callable[..., Call]:
    names = [f"option_{number}" for number in range(len(command.options))]

    def call(**typed: Any) -> Call:
        given = [
            (option, typed[name])
            for name, option in zip(names, command.options, strict=True)
            # An empty text was typed too: it is refused like any other value that does not fit.
            if typed[name] or typed[name] == ""
        ]
        return command, query_from(command, typed.get("words") or (), given)

    parameters = [_parameter(name, *_declared(option)) for name, option in zip(names, command.options, strict=True)]
    if command.words:
        words = typer.Argument(metavar=command.words, autocompletion=_completer(command))
        parameters.insert(0, _parameter("words", list[str], words, None))
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
    choices = list(option.choices)

    def complete(incomplete: str) -> list[str]:
        return [choice for choice in choices if choice.startswith(incomplete)]

    kind = list[str] if option.many else str
    return kind, typer.Option(*option.spellings, help=option.help, autocompletion=complete), None


def _completer(command: Command) -> Callable[[list[str], str], list[str]]:
    def complete(args: list[str], incomplete: str) -> list[str]:
        from yrke_cli.completion import names_for

        return names_for(command.complete, incomplete)

    return complete


def _completion_script(shell: str) -> str:
    from typer._completion_classes import completion_init
    from typer._completion_shared import get_completion_script

    if shell not in helptext.SHELLS:
        raise WrongUsage(f"Fullføring finnes ikke for «{echoed(shell)}».", f"Velg en av {', '.join(helptext.SHELLS)}.")
    completion_init()
    return get_completion_script(prog_name="yrke", complete_var="_YRKE_COMPLETE", shell=shell) + "\n"


def _in_norwegian(fault: Any, arguments: Sequence[str]) -> WrongUsage:
    """The parser's own faults, in Norwegian, with what to do."""
    typed = next((argument for argument in arguments if not argument.startswith("-")), "")
    command = command_named(typed)
    hint = f"Se hva du kan skrive: yrke {f'{command.name} ' if command else ''}-h"
    if isinstance(fault, parser_faults.NoSuchOption):
        near = sorted(fault.possibilities or ())
        guess = f"Mente du {' eller '.join(near)}?" if near else hint
        return WrongUsage(f"Valget {echoed(fault.option_name)} finnes ikke.", guess)
    if isinstance(fault, parser_faults.BadOptionUsage):
        what = "mangler en verdi" if "requires" in fault.message else "tar ingen verdi"
        return WrongUsage(f"Valget {echoed(fault.option_name)} {what}.", hint)
    if command:
        extra = [argument for argument in arguments if argument != typed and not argument.startswith("-")]
        return WrongUsage(f"Kommandoen {command.name} tar ikke imot «{echoed(' '.join(extra))}».", hint)
    return WrongUsage(f"Kommandoen «{echoed(typed)}» finnes ikke.", _nearest_call(typed) or hint)


def _nearest_call(typed: str) -> str:
    """What was perhaps meant: a command with a slip, or an occupation without its command."""
    near = nearest(typed, MODULES)
    if near:
        return f"Mente du {' eller '.join(f'yrke {name}' for name in near)}?"
    from yrke_cli.completion import is_occupation

    return f"Mente du yrke vis {echoed(typed)}?" if is_occupation(typed) else ""


def completed() -> bool:
    """Answer a shell that asks for completion, if one does."""
    if not os.environ.get("_YRKE_COMPLETE"):
        return False
    from typer._completion_classes import completion_init

    completion_init()
    with contextlib.suppress(SystemExit):
        typer.main.get_command(_app())(prog_name="yrke")
    sys.stdout.flush()
    return True
