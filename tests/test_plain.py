"""Two ways in, one answer: the look at plain calls and Typer's parser, over every shape of call and occupation."""

import os
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.conftest import Result, answered
from yrke_cli import express
from yrke_cli.catalogue import Catalogue, default_path
from yrke_cli.commands import MODULES, all_commands
from yrke_cli.declare import Command, Option
from yrke_cli.express import plain_call
from yrke_cli.faults import Fault

COMMANDS = all_commands()
every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)

# What to type for an option that is no choice and no flag. A new one must be added here, or the tests below fail.
SAMPLES = {
    "--år": ("2024", "0224", "i fjor"),
    "--min-sysselsatte": ("4000", "40 000", "tull"),
    "--mot": ("41000", "41 000", "0"),
    "--kvinneandel": ("40-60", "50", "60-40"),
    "--min": ("40000", "40 000", "-1"),
    "--maks": ("90000", "mye"),
    "--topp": ("2", "0"),
    "--interesse": ("lys", ""),
    "--gruppe": ("1", "9999"),
    "--gir": ("fagbrev", " "),
    "--krav": ("månekort", "lunakort", ""),
    "--maks-vei": ("6", "2,5", "evig"),
    "--maks-utdanning": ("3",),
    "--svg": ("-", " "),
    "--html": ("-", ""),
    "--excel": (os.devnull, ""),
}
WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "vis": ((), ("manesmed",), ("Måne", "smed"), ("månesmid",), ("poet",), ("",)),
    "lønn": ((), ("manesmed",), ("manesmed", "stjernepleier"), ("9999",)),
    "utdanning": ((), ("manesmed",), ("poet",)),
    "opptak": ((), ("manesmed",), ("poet",)),
    "søk": ((), ("smed",), ("manesmid",), ("xyzzy",)),
    "liste": ((), ("manesmed",)),
    "fra": ((), ("smiing",), ("tull",)),
    "sammenlign": ((), ("manesmed",), ("manesmed", "stjernepleier")),
    "forklar": ((), ("læreplass",), ("tull",)),
    "kilder": ((), ("manesmed",)),
    "dekning": ((), ("manesmed",)),
}


def by_typer(arguments: Sequence[str], database: Path) -> Result:
    with patch.object(express, "plain_call", return_value=None):
        return answered(arguments, database)


def typed(option: Option) -> Iterator[list[str]]:
    """Every way of typing an option: each spelling, each value, the value beside it or after a sign of equality."""
    for flag in option.spellings:
        if not option.takes_value:
            yield [flag]
            continue
        for value in (*option.choices, "tull") if option.choices else SAMPLES[option.name]:
            yield [f"{flag}={value}"]
            if not value.startswith("-"):
                yield [flag, value]


def shapes(command: Command) -> Iterator[list[str]]:
    """The plain shapes of a command: its words alone, with every option, and with every pair of options."""
    names = [*command.spellings, command.name.upper()]
    some = max(WORDS[command.name], key=len)
    for words in WORDS[command.name]:
        yield from ([name, *words] for name in names)
    for option in command.options:
        for given in typed(option):
            yield [command.name, *given, *some]
            yield [command.name, *some, *given]
    for one, other in combinations([*command.options, *command.options], 2):
        yield [command.name, *some, *next(typed(one)), *list(typed(other))[-1]]


@every_command
def test_every_plain_shape_is_answered_as_typer_answers_it(
    command: Command, invented_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "true")
    seen = {tuple(shape) for shape in shapes(command)}
    assert len(seen) > 10
    for shape in sorted(seen):
        assert answered(shape, invented_database) == by_typer(shape, invented_database), shape


@every_command
def test_no_plain_shape_is_left_to_typer(command: Command) -> None:
    """A call that needs no parser must not pay for one. What is refused is refused by the query, not by the look."""
    for option in command.options:
        for given in typed(option):
            try:
                call = plain_call([command.name, "x", *given])
            except Fault:
                continue
            assert call is not None, given


@pytest.mark.parametrize(
    "arguments",
    [
        ["-h"],
        ["--versjon"],
        [],
        ["vis", "-h"],
        ["vis", "--hjelp", "manesmed"],
        ["vis", "--", "manesmed"],
        ["vis", "--tull"],
        ["vis", "manesmed", "-j"],
        ["vis", "manesmed", "--format"],
        ["lønn", "--min", "-1"],
        ["vis", "manesmed", "--format", "--json"],
        ["vis", "manesmed", "--json=ja"],
        ["--json", "vis", "manesmed"],
        ["tull"],
        ["manesmed"],
        [""],
    ],
    ids=" ".join,
)
def test_what_is_not_plain_is_left_to_typer(arguments: list[str], invented_database: Path) -> None:
    assert plain_call(arguments) is None
    assert answered(arguments, invented_database) == by_typer(arguments, invented_database)


@pytest.mark.parametrize("name", [command.name for command in COMMANDS if command.complete == "names"])
def test_every_occupation_is_answered_as_typer_answers_it(name: str) -> None:
    database = Path(default_path())
    with Catalogue(str(database)) as catalogue:
        titles = [listed.title for listed in catalogue.occupations()]
    assert len(titles) > 600
    others = [*titles[1:], titles[0]]
    for title, other in zip(titles, others, strict=True):
        call = [name, title, other] if name == "sammenlign" else [name, *title.split()]
        assert plain_call(call) is not None
        assert answered(call, database) == by_typer(call, database), call


def test_every_command_has_words_to_try() -> None:
    assert set(WORDS) == set(MODULES)
