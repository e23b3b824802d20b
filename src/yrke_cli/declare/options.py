"""The options that several commands share, each declared once, and how their values are read."""

from __future__ import annotations

from yrke_cli.declare import Option
from yrke_cli.records import CONDITIONS, OUTCOMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.records import Column


def some_text(typed: str) -> str:
    """A text that is not empty."""
    if not typed.strip():
        raise ValueError("skriv noe her")
    return typed.strip()


def whole_number(typed: str) -> int:
    """A whole number from 0 up; spaces between thousands are fine."""
    digits = "".join(typed.split()).replace("\u00a0", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 12):
        raise ValueError("skriv et helt tall, for eksempel 45000")
    return int(digits)


def positive(typed: str) -> int:
    """A whole number from 1 up."""
    number = whole_number(typed)
    if number == 0:
        raise ValueError("skriv et tall fra 1 og oppover")
    return number


def share(typed: str) -> tuple[int, int]:
    """A range of shares of 100: 40-60; or one alone: 50."""
    least, dash, most = typed.strip().replace("–", "-").partition("-")
    ends = [part.strip().removesuffix("%").rstrip() for part in ((least, most) if dash else (least, least))]
    if not all(end.isascii() and end.isdigit() and int(end) <= 100 for end in ends) or int(ends[0]) > int(ends[1]):
        raise ValueError("skriv to tall fra 0 til 100 med bindestrek mellom, det minste først, for eksempel 40-60")
    return int(ends[0]), int(ends[1])


def quarter_years(typed: str) -> float:
    """A length in years, to the quarter: 3, 2.5, 2,75."""
    digits = typed.strip().replace(",", ".").removesuffix(".0")
    whole, _, part = digits.partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= 2 and part in ("", "25", "5", "75")):
        raise ValueError("skriv et antall år, for eksempel 3 eller 2,5")
    return float(digits)


def year(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4):
        raise ValueError("skriv et årstall med fire sifre, for eksempel 2024")
    return int(typed)


HELTID = Option("--heltid", field="working_time", value="heltid", help="Bare lønn for heltidsansatte.")
DELTID = Option(
    "--deltid",
    field="working_time",
    value="deltid",
    help="Bare lønn for deltidsansatte, regnet om til full stilling.",
)
SEKTOR = Option(
    "--sektor",
    field="sector",
    metavar="SEKTOR",
    choices=("alle", "privat", "kommune", "stat"),
    help="Sektor: alle, privat, kommune eller stat.",
)
KJONN = Option(
    "--kjønn",
    field="sex",
    metavar="KJØNN",
    choices=("alle", "kvinner", "menn"),
    help="Kjønn: alle, kvinner eller menn.",
)
AR = Option("--år", field="year", metavar="ÅR", read=year, help="Bare tall fra dette året.")
MIN = Option(
    "--min",
    field="least",
    metavar="KR",
    read=whole_number,
    help="Minst så mye i måneden (median, ellers gjennomsnitt).",
)
MAKS = Option(
    "--maks",
    field="most",
    metavar="KR",
    read=whole_number,
    help="Høyst så mye i måneden (median, ellers gjennomsnitt).",
)
# Where rows without a median are left out.
MIN_MEDIAN = Option(
    "--min", field="least", metavar="KR", read=whole_number, help="Bare yrker der medianen er minst så mye i måneden."
)
MAKS_MEDIAN = Option(
    "--maks", field="most", metavar="KR", read=whole_number, help="Bare yrker der medianen er høyst så mye i måneden."
)

MOT = Option(
    "--mot",
    field="against",
    metavar="KR",
    read=positive,
    help="Si hvor en lønn på så mye i måneden, i full stilling og før skatt, ligger blant dem i yrkesgruppen.",
)
MIN_SYSSELSATTE = Option(
    "--min-sysselsatte",
    field="least_employed",
    metavar="ANTALL",
    read=whole_number,
    help="Bare yrker der minst så mange er sysselsatt i yrkesgruppen.",
)

KVINNEANDEL = Option(
    "--kvinneandel",
    field="women",
    metavar="MIN-MAKS",
    read=share,
    help="Bare yrker der kvinner har så mange av 100 jobber i yrkesgruppen, for eksempel 40-60.",
)


def sorter(columns: Sequence[Column]) -> Option:
    """`--sorter` for a table with these columns."""
    keys = [column.key for column in columns]
    return Option(
        "--sorter",
        field="sort",
        metavar="KOLONNE",
        choices=keys,
        help=f"Sorter etter en kolonne: {', '.join(keys)}.",
    )


def chooser(*tables: Sequence[Column]) -> Option:
    """`--kolonner` for a command whose answers have these columns."""
    keys = list(dict.fromkeys([column.key for columns in tables for column in columns]))
    return Option(
        "--kolonner",
        field="columns",
        metavar="A,B,C",
        choices=keys,
        several=True,
        help=f"Bare disse kolonnene, i denne rekkefølgen: {', '.join(keys)}.",
    )


STIGENDE = Option("--stigende", field="direction", value="stigende", help="Lavest eller først i alfabetet øverst.")
SYNKENDE = Option("--synkende", field="direction", value="synkende", help="Høyest eller sist i alfabetet øverst.")
TOPP = Option("--topp", field="top", metavar="N", read=positive, help="Bare de N øverste radene.")
PER = Option(
    "--per",
    field="per",
    metavar="TID",
    choices=("måned", "år", "time"),
    help="Vis lønn per måned, år eller time. Gjelder det du leser; csv, tsv, json og Excel er alltid per måned.",
)
HISTORIKK = Option("--historikk", field="history", value=True, help="Alle årene, ikke bare det nyeste.")
ALT = Option("--alt", field="everything", value=True, help="Alle rader fra alle år og kilder.")

INTERESSE = Option(
    "--interesse",
    field="interest",
    metavar="INTERESSE",
    read=some_text,
    complete="interests",
    help="Bare yrker for denne interessen.",
)
GRUPPE = Option(
    "--gruppe", field="group", metavar="KODE", read=some_text, help="Bare yrker i denne STYRK-08-gruppen (1–4 sifre)."
)
AUTORISASJON = Option(
    "--autorisasjon", field="authorised", value=True, help="Bare yrker med autorisasjon eller beskyttet tittel."
)
GIR = Option(
    "--gir",
    field="gives",
    metavar="HVA",
    choices=OUTCOMES,
    help=f"Bare yrker der en vei gir dette: {', '.join(OUTCOMES)}.",
)
KRAV = Option(
    "--krav",
    field="demand",
    metavar="KRAV",
    read=some_text,
    complete="demands",
    help="Bare yrker der dette kreves før du kan jobbe, for eksempel politiattest, HMS-kort eller førerkort.",
)
FORHOLD = Option(
    "--forhold",
    field="conditions",
    metavar="FORHOLD",
    choices=CONDITIONS,
    many=True,
    help=f"Bare yrker med dette arbeidsforholdet; kan gis flere ganger: {', '.join(CONDITIONS)}.",
)
MAKS_VEI = Option(
    "--maks-vei",
    field="longest",
    metavar="ÅR",
    read=quarter_years,
    help="Bare yrker der den korteste veien fra ungdomsskolen tar høyst så mange år: 4 er et fagbrev, 6 en bachelor. "
    "Yrker uten krav til utdanning er med.",
)


def renamed(typed: str) -> float:
    """What --maks-utdanning asked for: years of the way itself, which did not compare."""
    raise ValueError("lengden regnes nå fra ungdomsskolen, skriv --maks-vei 4 (fagbrev) eller 6 (bachelor)")


MAKS_UTDANNING = Option("--maks-utdanning", field="longest", metavar="ÅR", read=renamed, help="Heter nå --maks-vei.")
DATABASE = Option(
    "--database", field="database", value=True, help="Bare hvor databasen ligger: en SQLite-fil som du kan åpne selv."
)
TOTALT = Option("--totalt", field="totals", value=True, help="Bare summene: hvor mange yrker som har hver del.")

# What may stand before any command, or after it.
HELP = Option(
    "-h",
    "--hjelp",
    field="help",
    value=True,
    also=("--help",),
    help="Vis hjelp, her eller for en kommando: yrke vis -h",
)
VERSION = Option("--versjon", field="version", value=True, also=("--version",), help="Vis versjonen.")
COMPLETION = Option(
    "--fullføring",
    field="completion",
    metavar="SKALL",
    help="Skriv ut skriptet som fullfører navn i bash, zsh eller fish.",
)
OVERALL = (HELP, VERSION, COMPLETION)
COMMAND_HELP = Option("-h", "--hjelp", field="help", value=True, also=("--help",), help="Vis denne hjelpen.")
