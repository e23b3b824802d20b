"""The manual page, from the same declarations as the help. The build hook writes it into the wheel."""

from __future__ import annotations

from yrke_cli import __version__
from yrke_cli.commands import all_commands
from yrke_cli.faults import STATUSES
from yrke_cli.way_in import helptext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from yrke_cli.declare import Command, Option

ENVIRONMENT = (
    ("YRKE_DATABASE", "En annen database enn den som følger med."),
    ("YRKE_PAGER, PAGER", "Programmet som viser det som er lengre enn skjermen; tom eller «cat»: ingen."),
    ("NO_COLOR", "Ingen farger."),
    ("FORCE_HYPERLINK", "1 eller 0: lenker til kildene på skjermen, eller ikke."),
    ("YRKE_DEBUG", "1: vis hvor i programmet en feil oppsto."),
    ("BROWSER", "Nettleseren som --åpne bruker."),
)


def page() -> str:
    """The page as man(7) source: UTF-8, no date, the same for the same version."""
    lines = [f'.TH YRKE 1 "" "yrke {__version__}" "Brukerhåndbok"', ".SH NAVN", f"yrke \\- {_what()}"]
    lines += [".SH BRUK", ".B yrke", r"\fIKOMMANDO\fR [\fIord\fR\|.\|.\|.] [\fIvalg\fR]"]
    lines += [".SH BESKRIVELSE", _escaped(ABOUT), ".SH KOMMANDOER"]
    for command in all_commands():
        lines += _of_command(command)
    lines += [
        ".SH AVSLUTNINGSSTATUS",
        *_listed([(str(status), means) for status, means in STATUSES]),
        ".SH MILJØ",
        *_listed(ENVIRONMENT),
        ".SH EKSEMPLER",
    ]
    for call, good_for in helptext.TRY:
        lines += [".TP", rf"\fB{_escaped(call)}\fR", _escaped(f"{good_for[:1].upper()}{good_for[1:]}.")]
    return "\n".join(lines) + "\n"


ABOUT = (
    "Yrkene på utdanning.no, med beskrivelse, utdanning, opptakskrav og lønn. Hvert tall har år og kilde. "
    "Alt ligger i en fil som følger med, så programmet trenger ikke nett. På en skjerm får du en side eller en tabell "
    "å lese, i et rør tekst eller tall uten farger. Navn kan skrives som du vil: uten æøå, i flertall, på nynorsk."
)


def _what() -> str:
    return _escaped(helptext.WHAT.removeprefix("yrke: ").removesuffix("."))


def _of_command(command: Command) -> list[str]:
    words = rf" \fI{_escaped(command.words)}\fR" if command.words else ""
    lines = [f".SS yrke {_escaped(command.name)}{words}", _escaped(f"{command.summary} {command.about}".strip())]
    for option in command.options:
        lines += [".TP", _flags(option), _escaped(option.help)]
    lines += [".PP", "Eksempler:", ".nf"]
    return [*lines, *(f"  {_escaped(example)}" for example in command.examples), ".fi"]


def _flags(option: Option) -> str:
    flags = ", ".join(rf"\fB{_escaped(flag)}\fR" for flag in option.flags)
    return rf"{flags} \fI{_escaped(option.metavar)}\fR" if option.metavar else flags


def _listed(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [line for name, text in pairs for line in (".TP", rf"\fB{_escaped(name)}\fR", _escaped(text))]


def _escaped(text: str) -> str:
    """The text as it is: a hyphen stays one, and no line is taken for a request."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe
