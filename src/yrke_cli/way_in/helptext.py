"""Help, from what the commands declare: one place for `--hjelp`, and the same words everywhere."""

from __future__ import annotations

from textwrap import wrap

from yrke_cli import __version__
from yrke_cli.commands import all_commands
from yrke_cli.declare import options
from yrke_cli.faults import STATUSES, Fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.declare import Command, Option
    from yrke_cli.output.streams import Streams

# In a pipe help looks the same on every machine; on a terminal it never runs wider than this.
WIDTH = 80
WHAT = "yrke: norske yrker, utdanning og lønn – slått opp i terminalen, uten nett."
# Five calls to try, and what they are good for.
TRY = (
    ("yrke vis helsesekretær", "alt om ett yrke"),
    ("yrke lønn kokk servitør --graf", "hva yrker tjener, å se på"),
    ("yrke fra helse- og oppvekstfag", "hvor et utdanningsprogram fører"),
    ("yrke sammenlign sykepleier vernepleier", "to yrker ved siden av hverandre"),
    ("yrke søk jobbe med dyr", "yrker med det du liker"),
)


def welcome(width: int = WIDTH) -> str:
    """What `yrke` alone says to a person: what it is, five calls to try, where there is more."""
    longest = max(len(call) for call, _ in TRY)
    lines = [*wrap(WHAT, width), "", "Prøv:"]
    for call, good_for in TRY:
        if width >= longest + 38:
            lines.append(f"  {call:{longest}}  {good_for}")
        else:
            lines += [f"  {call}", f"    {good_for}"]
    return "\n".join([*lines, "", "Alle kommandoene: yrke -h"]) + "\n"


def overview(width: int = WIDTH) -> str:
    """What `yrke -h` says: what it is, what one can do, how to go on."""
    lines = wrap(WHAT, width)
    lines += ["", "Bruk: yrke KOMMANDO …", "", "Kommandoer:"]
    lines += _pairs([(command.name, command.summary) for command in all_commands()], width)
    lines += ["", "Prøv for eksempel:"]
    lines += [f"  {call}" for call, _ in TRY]
    lines += ["", "Valg:"]
    lines += _pairs([(_flags(option), option.help) for option in options.OVERALL], width)
    lines += ["", "Avslutningsstatus:"]
    lines += _pairs([(str(status), means) for status, means in STATUSES], width, 3)
    return "\n".join(lines) + "\n"


def of_command(command: Command, width: int = WIDTH) -> str:
    """What `yrke KOMMANDO --hjelp` says."""
    call = " ".join(part for part in ("yrke", command.name, command.words, "[valg]") if part)
    lines = [f"Bruk: {call}", "", *wrap(command.summary, width)]
    lines += wrap(command.about, width) if command.about else []
    lines += ["", "Valg:"]
    lines += _pairs([(_flags(option), option.help) for option in (*command.options, options.COMMAND_HELP)], width)
    lines += ["", "Eksempler:", *(f"  {example}" for example in command.examples)]
    return "\n".join(lines) + "\n"


def version() -> str:
    """The version, and which years the pay figures are from where the database can be read."""
    from yrke_cli.catalogue import Catalogue, default_path

    try:
        with Catalogue(default_path()) as catalogue:
            years = catalogue.first_and_last_year()
    except Fault:
        years = None
    return f"yrke {__version__}{f' (lønnstall {years[0]}–{years[1]})' if years else ''}\n"


def width_for(streams: Streams) -> int:
    """How wide help is for this reader, in columns."""
    return min(streams.width, WIDTH) if streams.terminal else WIDTH


def greet(streams: Streams) -> None:
    """What a person gets who types `yrke` alone."""
    streams.write(welcome(width_for(streams)))


def _flags(option: Option) -> str:
    return f"{', '.join(option.flags)} {option.metavar}".strip()


def _pairs(pairs: Sequence[tuple[str, str]], width: int, left: int = 0) -> list[str]:
    """Two columns, the left one narrow where room is scarce; a left text that is too long gets a line of its own."""
    left = left or (18 if width >= 60 else 2)
    lines = []
    for name, text in pairs:
        first, *rest = wrap(text, width - left - 4) or [""]
        if len(name) > left:
            lines += [f"  {name}", f"  {'':{left}}  {first}"]
        else:
            lines.append(f"  {name:{left}}  {first}")
        lines += [f"  {'':{left}}  {line}" for line in rest]
    return lines
