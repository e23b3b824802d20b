"""The options that several commands share, each declared once."""

from yrke_cli.declare import Option, half_years, positive, some_text, whole_number, year

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

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


def sorter(keys: "Sequence[str]") -> Option:
    """`--sorter` for a table with these keys."""
    return Option(
        "--sorter",
        field="sort",
        metavar="KOLONNE",
        choices=keys,
        help=f"Sorter etter en kolonne: {', '.join(keys)}.",
    )


STIGENDE = Option("--stigende", field="direction", value="stigende", help="Lavest eller først i alfabetet øverst.")
SYNKENDE = Option("--synkende", field="direction", value="synkende", help="Høyest eller sist i alfabetet øverst.")
TOPP = Option("--topp", field="top", metavar="N", read=positive, help="Bare de N øverste radene.")
PER = Option(
    "--per",
    field="per",
    metavar="TID",
    choices=("måned", "år", "time"),
    help="Vis lønn per måned, år eller time. Gjelder det du leser på skjermen; csv, tsv og json er alltid per måned.",
)
HISTORIKK = Option("--historikk", field="history", value=True, help="Alle årene, ikke bare det nyeste.")
ALT = Option("--alt", field="everything", value=True, help="Alle rader fra alle år og kilder, også siden fra 2015.")

PARTS = (
    "om", "oppgaver", "egenskaper", "arbeidssteder", "utdanning", "opptak", "videreutdanning", "autorisasjon",
    "lønn", "beslektede", "intervjuer", "kilder",
)  # fmt: skip
DEL = Option(
    "--del",
    field="parts",
    metavar="DEL",
    choices=PARTS,
    many=True,
    help=f"Bare denne delen av siden; kan gis flere ganger: {', '.join(PARTS)}.",
)
INTERESSE = Option(
    "--interesse", field="interest", metavar="INTERESSE", read=some_text, help="Bare yrker for denne interessen."
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
    read=some_text,
    help="Bare yrker der en vei gir dette: fagbrev, svennebrev, yrkeskompetanse, bachelor, master …",
)
MAKS_UTDANNING = Option(
    "--maks-utdanning",
    field="longest",
    metavar="ÅR",
    read=half_years,
    help="Bare yrker der den korteste veien tar høyst så mange år (2,5 er to og et halvt).",
)
TOTALT = Option("--totalt", field="totals", value=True, help="Bare summene: hvor mange yrker som har hver del.")
