"""How a command declares itself: its name, words, options and forms. The parser, the help and completion all read this.

What a call asks for, and how its answer is to be shown, are two records, made once, at the edge.
Options turn into one Query here, whoever parsed them, so every way into the program treats them alike.
"""

from __future__ import annotations

from yrke_cli.faults import WrongUsage
from yrke_cli.words import echoed, fold, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, Self, dataclass_transform

    from yrke_cli.answers.shapes import Page, Table
    from yrke_cli.catalogue import Catalogue
else:

    def dataclass_transform(**_):
        return lambda record: record


@dataclass_transform(kw_only_default=True)
class Asked:
    """A record of wishes: a field that was not asked for keeps the default of its class. Given by name alone."""

    if not TYPE_CHECKING:

        def __init__(self, **asked):
            for name, value in asked.items():
                if not hasattr(type(self), name):
                    raise AttributeError(name)
                setattr(self, name, value)

    def but(self, **changed: Any) -> Self:
        """The same wishes, but for these."""
        return type(self)(**{**vars(self), **changed})


class Query(Asked):
    """What is asked of the catalogue; `apart` says that each of the words is a name of its own. Amounts are NOK a
    month; `longest` is years; `per` the time that people read pay for (måned, år, time)."""

    words: tuple[str, ...] = ()
    apart: bool = False
    parts: tuple[str, ...] = ()
    working_time: str | None = None
    sector: str | None = None
    sex: str | None = None
    year: int | None = None
    least: int | None = None
    most: int | None = None
    least_employed: int | None = None
    women: tuple[int, int] | None = None
    against: int | None = None
    sort: str | None = None
    direction: str | None = None
    top: int | None = None
    per: str = "måned"
    history: bool = False
    everything: bool = False
    interest: str | None = None
    group: str | None = None
    authorised: bool = False
    gives: str | None = None
    demand: str | None = None
    conditions: tuple[str, ...] = ()
    longest: float | None = None
    totals: bool = False
    database: bool = False


class Showing(Asked):
    """How the answer leaves the program: `form` None is what the reader usually gets, `columns` the keys of those that
    are shown (none: all); `svg`, `html` and `excel` are files."""

    form: str | None = None
    columns: tuple[str, ...] = ()
    svg: str | None = None
    html: str | None = None
    excel: str | None = None
    browse: bool = False
    paged: bool = True


TABLE_FORMS = ("tabell", "tsv", "csv", "json", "jsonl", "md")
PAGE_FORMS = ("tekst", "json", "jsonl", "md")
GRAPH_FORMS = (*TABLE_FORMS, "graf")
ALL_FORMS = ("tabell", "tekst", "tsv", "csv", "json", "jsonl", "md", "graf")


class Option:
    """An option: what it is called, which field of Query or Showing it fills, and how its value is read.

    A flag has a `value` and takes none from the command line. `read` turns the typed text into the field's value and
    raises ValueError with a Norwegian message that says what would do; without it, the value is one of the `choices`,
    or any text. `many` collects several values; with `several`, one value may name several choices, with commas
    between. `complete` is what a value that is no choice completes to ("interests", "files"); `also` are spellings that
    no help names.
    """

    def __init__(
        self,
        *flags: str,
        field: str,
        help: str,
        value: object = None,
        metavar: str = "",
        read: Callable[[str], object] | None = None,
        many: bool = False,
        several: bool = False,
        choices: Sequence[str] = (),
        complete: str = "",
        also: Sequence[str] = (),
    ) -> None:
        self.flags = flags
        self.also = also
        self.field = field
        self.help = help
        self.value = value
        self.metavar = metavar
        self.read = read or (several_of(choices) if several else one_of(choices) if choices else str)
        self.many = many
        self.several = several
        self.choices = choices
        self.complete = complete

    @property
    def name(self) -> str:
        return self.flags[-1]

    @property
    def takes_value(self) -> bool:
        return self.value is None

    @property
    def spellings(self) -> tuple[str, ...]:
        """The flags, for those with a letter outside ASCII their plain spelling, and those that help does not name."""
        return tuple(
            dict.fromkeys([*self.flags, *(plain(flag) for flag in self.flags if not flag.isascii()), *self.also])
        )


class Command:
    """A command: `answer` takes the catalogue and the query and returns what is to be shown.

    `words` is what the help calls its arguments (empty: it takes none), `least` how many it needs and `needs` how a
    person would say that; `complete` is what they complete to, "names", "programmes" or "sources". `together` says that
    names from standard input are one question, not one each: it is asked of each name first, and raises NothingFound or
    WrongUsage where that has no answer.
    """

    def __init__(
        self,
        name: str,
        summary: str,
        *,
        answer: Callable[[Catalogue, Query], Table | Page],
        forms: Sequence[str],
        about: str = "",
        words: str = "",
        least: int = 0,
        needs: str = "",
        complete: str = "",
        options: Sequence[Option] = (),
        examples: Sequence[str] = (),
        together: Callable[[Catalogue, Query], object] | None = None,
    ) -> None:
        self.name = name
        self.together = together
        self.summary = summary
        self.about = about
        self.answer = answer
        self.forms = forms
        self.words = words
        self.least = least
        self.needs = needs
        self.complete = complete
        self.options = (*options, *form_options(forms))
        self.examples = examples

    @property
    def spellings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([self.name, plain(self.name)]))


def form_options(forms: Sequence[str]) -> list[Option]:
    """`--format` and its short forms. All forms are parsed everywhere, so that a form that does not fit is refused
    with a hint instead of as an unknown option."""
    short = [
        Option(f"--{form}", field="form", value=form, help=f"Det samme som --format {form}.")
        for form in ("json", "jsonl", "csv", "tsv")
    ]
    long = Option(
        "--format",
        field="form",
        metavar="FORM",
        read=one_of(ALL_FORMS),
        choices=forms,
        help=f"Formen på svaret: {', '.join(forms)}.",
    )
    drawn = [Option("--graf", field="form", value="graf", help="Tegn tallene på skjermen i stedet for å skrive dem.")]
    return [long, *short, *(drawn if "graf" in forms else []), *VIEWS, *([EXCEL] if "csv" in forms else [])]


def some_file(typed: str) -> str:
    """The name of a file; "-" is stdout."""
    if not typed.strip() or "\0" in typed:
        raise ValueError("skriv navnet på en fil")
    return typed


# What can be done with any view for people.
VIEWS = (
    Option(
        "--svg",
        field="svg",
        metavar="FIL",
        read=some_file,
        complete="files",
        help="Lagre det du ellers ser på skjermen som et bilde (SVG).",
    ),
    Option(
        "--html",
        field="html",
        metavar="FIL",
        read=some_file,
        complete="files",
        help="Lagre det som en nettside (HTML).",
    ),
    Option(
        "--uten-pager", field="paged", value=False, help="Skriv alt på skjermen med en gang, også når det er langt."
    ),
)

EXCEL = Option(
    "--excel",
    field="excel",
    metavar="FIL",
    read=some_file,
    complete="files",
    help="Lagre tabellen som en arbeidsbok for Excel (XLSX), med kildene på et eget ark.",
)


def one_of(choices: Sequence[str]) -> Callable[[str], str]:
    """A reader that takes one of the words, whatever their case and the spelling of æøå."""

    def read(typed: str) -> str:
        known = {fold(choice): choice for choice in choices}
        choice = known.get(fold(typed))
        if choice is None:
            raise ValueError(f"velg en av {', '.join(known.values())}")
        return choice

    return read


def several_of(choices: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    """A reader that takes one or more of the words with commas between, each once."""
    read_one = one_of(choices)

    def read(typed: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys([read_one(part.strip()) for part in typed.split(",")]))

    return read


def query_from(command: Command, words: Sequence[str], given: Iterable[tuple[Option, str]]) -> tuple[Query, Showing]:
    """What the words and the given options ask for, each option with its typed value (flags: anything), and how to show
    the answer.

    Raises WrongUsage where a value cannot be read, where two options contradict each other, or where words are
    lacking or too many.
    """
    asked: dict[str, Any] = {}
    by: dict[str, Option] = {}
    for option, typed in given:
        value = _read(option, typed) if option.takes_value else option.value
        if option.many:
            before = asked.get(option.field, ())
            asked[option.field] = (*before, value) if isinstance(before, tuple) else (value,)
            continue
        if asked.setdefault(option.field, value) != value:
            raise _contradiction(by[option.field], option)
        by[option.field] = option
    _check_form(command, asked.get("form"))
    _check_words(command, words)
    shown = {field: asked.pop(field) for field in [*asked] if hasattr(Showing, field)}
    return Query(words=tuple(words), **asked), Showing(**shown)


def _contradiction(first: Option, second: Option) -> WrongUsage:
    if first is second:
        return WrongUsage(f"{first.name} kan bare ha én verdi.", "Velg den ene av dem.")
    return WrongUsage(f"{first.name} og {second.name} kan ikke brukes sammen.", "Velg den ene av dem.")


def _read(option: Option, typed: str) -> object:
    try:
        return option.read(typed)
    except ValueError as error:
        raise WrongUsage(f"{option.name} kan ikke være «{echoed(typed)}»: {error}.") from None


def _check_words(command: Command, words: Sequence[str]) -> None:
    if words and not command.words:
        raise WrongUsage(
            f"Kommandoen {command.name} tar ikke imot «{echoed(' '.join(words))}».",
            f"Se hva du kan skrive: yrke {command.name} -h",
        )
    if len([word for word in words if word.strip()]) < command.least and "-" not in words:
        raise WrongUsage(
            f"Kommandoen {command.name} trenger {command.needs}.", f"Skriv for eksempel: {command.examples[0]}"
        )


def _check_form(command: Command, form: object) -> None:
    if form is not None and form not in command.forms:
        raise WrongUsage(
            f"Formen {form} passer ikke for {command.name}.",
            f"Velg en av {', '.join(command.forms)} med --format.",
        )
