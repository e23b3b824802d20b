"""Pay rows as a table: every cell for machines, and for people the notes explained under it."""

from __future__ import annotations

from yrke_cli.answers.shapes import Bar, Graph, Note, Table
from yrke_cli.records import HOURS_A_MONTH, Pay
from yrke_cli.words import NBSP, kroner, thousands

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query
    from yrke_cli.records import Column, Source

# The 2015 page prints an hour and a year as well; there they are the source's own and people see them.
_PRINTED_HEADINGS = {"timelonn": "Timelønn", "arslonn": "Årslønn"}
PRINTED_COLUMNS = tuple(
    column.headed(_PRINTED_HEADINGS[column.key]) if column.key in _PRINTED_HEADINGS else column
    for column in Pay.columns
)
# Notes that people read in the cell itself: the second figure beside the first, "ca." before it.
_IN_CELL = ("timelonn-2", "timelonn-ca", "gjennomsnitt-2", "arslonn-2")
_FACTORS = {"måned": 1.0, "år": 12.0, "time": 1 / HOURS_A_MONTH}
_PRINTED = {"måned": "gjennomsnitt", "år": "arslonn", "time": "timelonn"}
_TITLES = {"måned": "Månedslønn", "år": "Årslønn", "time": "Timelønn"}
NO_CODE = "STYRK-08-koden er ikke kjent, og uten den vet vi ikke hvilke lønnstall som gjelder."
PART_TIME = "Lønn for deltid er regnet om til det den ville vært i full stilling."


def unpublished(catalogue: Catalogue, code: str, group: str | None) -> str:
    """Why there is no pay for a unit group."""
    publisher = catalogue.first_series().short
    return f"{publisher} har ikke publisert lønn for yrkesgruppen {code} {group} i årene som følger med."


def pay_table(
    catalogue: Catalogue,
    rows: Sequence[Pay],
    query: Query,
    hints: Sequence[str] = (),
    columns: Sequence[Column] = Pay.columns,
    cite: Callable[[Source], str] | None = None,
) -> Table:
    """The rows as a table, in the order given. `query.per` decides what people read, never what machines read.

    `cite` gives the mark of a source that is named elsewhere; without it the table names its sources itself.
    """
    title = f"{_TITLES[query.per]} per heltidsekvivalent"
    reading = _Reading(catalogue, rows, query, cite)
    return Table(
        columns,
        rows,
        title=title,
        shown=reading.cells,
        footnotes=reading.footnotes,
        graph=reading.graph,
        hints=hints,
    )


class _Reading:
    """What people read of pay rows, worked out when they do: machines need none of it."""

    def __init__(
        self, catalogue: Catalogue, rows: Sequence[Pay], query: Query, cite: Callable[[Source], str] | None
    ) -> None:
        self.catalogue = catalogue
        self.rows = rows
        self.query = query
        self.cite = cite
        self._marks: dict[str, str] | None = None

    def cells(self, row: Pay) -> dict[str, str]:
        """The cells of a row that are read otherwise than by their columns."""
        return _shown(row, self.query.per, self.marks())

    def marks(self) -> dict[str, str]:
        """The number of each note that is told below the table, by its code."""
        if self._marks is None:
            order = list(self.catalogue.notes())
            codes = dict.fromkeys(
                code for row in self.rows for code in sorted(_told(row, self.query.per), key=order.index)
            )
            self._marks = {code: str(number) for number, code in enumerate(codes, 1)}
        return self._marks

    def footnotes(self) -> list[Note]:
        explained = self.catalogue.notes()
        own = [Note(f"{mark})", explained[code], "") for code, mark in self.marks().items()]
        return own + self.general_notes()

    def graph(self) -> Graph:
        """Each row as a bar. A history has a bar for each year, under its occupation or group."""
        history = self.query.history and len({row.year for row in self.rows}) > 1
        usual = _usual(self.rows, history)
        factor = _FACTORS[self.query.per]
        bars = [
            Bar(
                _bar_name(row, usual, history),
                row.occupation if history else "",
                *(
                    None if amount is None else round(amount * factor)
                    for amount in (row.p25, row.median, row.p75, row.mean)
                ),
            )
            for row in self.rows
        ]
        population = _population_in_words(self.rows, usual)
        part_time = [Note("", PART_TIME, "")] if any(row.working_time == "deltid" for row in self.rows) else []
        return Graph(
            f"{_TITLES[self.query.per]} per heltidsekvivalent{population}", bars, [*part_time, *self.general_notes()]
        )

    def general_notes(self) -> list[Note]:
        """What is true of every row: what the amounts are, and where they come from."""
        said = ["Lønn før skatt: avtalt lønn, uregelmessige tillegg og bonus, uten overtid."]
        if self.query.per != "måned":
            said.append("Median og kvartiler er regnet ut fra månedslønn (år: × 12, time: ÷ 162,5).")
        if self.query.history:
            said += self._breaks()
        sources = self.catalogue.sources(sorted({row.source for row in self.rows}))
        if self.cite is not None:
            return [Note("", text, "") for text in (*said, f"Kilde: {''.join(map(self.cite, sources))}")]
        named = [
            Note("", f"Kilde: {one.title}. {one.publisher}, {one.year}. {one.licence}.", one.web) for one in sources
        ]
        return [*(Note("", text, "") for text in said), *named]

    def _breaks(self) -> list[str]:
        """The breaks that lie between rows of a series: where the population is another from that year on."""
        own: dict[str, list[Pay]] = {}
        for row in self.rows:
            own.setdefault(row.source, []).append(row)
        return [
            text
            for source, rows in own.items()
            for year, text in self.catalogue.breaks(source)
            if len({row.working_time for row in rows}) > 1 and min(row.year for row in rows) < year
        ]


def _usual(rows: Sequence[Pay], history: bool) -> dict[str, object]:
    """The population of all rows, or of nearly all: what a bar need not say. A history names the year of each bar."""
    from yrke_cli.answers.usual import usual_of

    usual: dict[str, object] = {}
    for field in ("working_time", "sector", "sex") if history else ("year", "working_time", "sector", "sex"):
        most = usual_of([getattr(row, field) for row in rows])
        if most is not None:
            usual[field] = most
    return usual


def _bar_name(row: Pay, usual: dict[str, object], history: bool) -> str:
    fields = [] if history else ["year"]
    said = ", ".join(
        _in_words(row, field)
        for field in (*fields, "working_time", "sector", "sex")
        if usual.get(field) != getattr(row, field)
    )
    name = str(row.year) if history else row.occupation
    return f"{name} ({said})" if said else name


def _in_words(row: Pay, field: str) -> str:
    value = str(getattr(row, field))
    every = {"working_time": "all arbeidstid", "sector": "alle sektorer", "sex": "begge kjønn"}
    return every[field] if value == "alle" else value


def _population_in_words(rows: Sequence[Pay], usual: dict[str, object]) -> str:
    from yrke_cli.answers.usual import ELSE

    names = {"year": "år", "working_time": "arbeidstid", "sector": "sektor", "sex": "kjønn"}
    said = ""
    for field, value in usual.items():
        all_of_them = all(getattr(row, field) == value for row in rows)
        said += f" · {names[field]}: {value}{'' if all_of_them else f' {ELSE}'}"
    return said


def _told(row: Pay, per: str) -> list[str]:
    """The codes of the row's notes that are told below the table: those about what people see of it."""
    hidden = (*_IN_CELL, "beregnet") if per == "måned" else _IN_CELL
    return [code for code in row.codes if code and code not in hidden]


def _shown(row: Pay, per: str, marks: dict[str, str]) -> dict[str, str]:
    cells = {
        key: kroner(None if amount is None else round(amount * _FACTORS[per]))
        for key, amount in (("median", row.median), ("p25", row.p25), ("p75", row.p75))
    }
    means = {key: _printed(row, key) for key in _PRINTED.values()}
    cells |= means | {"gjennomsnitt": means[_PRINTED[per]]}
    parts = row.note("antall-deler")
    if parts and "+" in parts:
        cells["antall"] = (
            f"{thousands(row.count or 0)} ({' + '.join(thousands(int(part)) for part in parts.split('+'))})"
        )
    cells["sektor"] = f"{row.sector} ({row.industry})" if row.industry else row.sector
    told = _told(row, per)
    cells["merknad"] = ", ".join(mark for code, mark in marks.items() if code in told)
    return cells


def _printed(row: Pay, key: str) -> str:
    """A mean as the source prints it: "ca." where it is approximate, both figures where they differ."""
    mean = {"gjennomsnitt": row.mean, "arslonn": row.yearly, "timelonn": row.hourly}[key]
    about = f"ca.{NBSP}" if key == "timelonn" and row.note("timelonn-ca") is not None and mean else ""
    second = row.note(f"{key}-2")
    both = f" / {kroner(int(second))}" if second and second != str(mean) else ""
    return f"{about}{kroner(mean)}{both}"
