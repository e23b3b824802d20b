"""Pay rows as a table: every cell for machines, and for people the notes explained under it."""

from __future__ import annotations

from yrke_cli.answers.shapes import MORE, Note, Table
from yrke_cli.records import HOURS_A_MONTH, Pay
from yrke_cli.words import NBSP, thousands

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yrke_cli.answers.shapes import Graph
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query
    from yrke_cli.records import Column, Source

# The page that a record may be modelled on prints an hour and a year as well; there they are the source's own and
# people see them.
_PRINTED_HEADINGS = {
    "gjennomsnitt": ("Gjennomsnitt i måneden", "Måned"),
    "timelonn": ("Timelønn", "Time"),
    "arslonn": ("Årslønn", "Årslønn"),
}
_PRINTED_COLUMNS = tuple(
    [
        column.headed(*_PRINTED_HEADINGS[column.key]) if column.key in _PRINTED_HEADINGS else column
        for column in Pay.columns
        if column.key != "ar"
    ]
)
# Notes that people read in the cell itself: the second figure beside the first, "ca." before it.
_IN_CELL = ("timelonn-2", "timelonn-ca", "gjennomsnitt-2", "arslonn-2")
FACTORS = {"måned": 1.0, "år": 12.0, "time": 1 / HOURS_A_MONTH}
_PRINTED = {"måned": "gjennomsnitt", "år": "arslonn", "time": "timelonn"}
_TITLES = {"måned": "Månedslønn", "år": "Årslønn", "time": "Timelønn"}
_UNITS = {"måned": "kr i måneden", "år": "kr i året", "time": "kr i timen"}
# Whom and what the amounts of a row hold for: said once where all rows agree.
POPULATION = ("ar", "sektor", "arbeidstid", "kjonn", "merknad")
# What there may be no room for, beside the typical amount and what must be known of it.
SHEDS = ("antall", "arslonn", "timelonn", "p25+p75")
NO_CODE = "STYRK-08-koden er ikke kjent, og uten den vet vi ikke hvilke lønnstall som gjelder."
ONE_SECTOR = (
    "Der det bare står én sektor, har vi ikke tall for alle sektorene samlet: slike rader kan ikke rangeres mot andre."
)
QUARTILES = (
    "Medianen er lønnen i midten. Halvparten tjener mellom nedre og øvre kvartil: 25 prosent tjener mindre, 25 mer."
)
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
    more: str = MORE,
    notes: Sequence[str] = (),
) -> Table:
    """The rows as a table, in the order given. `query.per` decides what people read, never what machines read.

    `cite` gives the mark of a source that is named elsewhere; without it the table names its sources itself. `more`
    says how to get the columns that there is no room for, `notes` what must be known besides.
    """
    reading = _Reading(catalogue, rows, query, cite, more, notes)

    def monthly() -> Table:
        return pay_table(catalogue, rows, query.but(per="måned"), hints, columns, cite, more, notes)

    return Table(
        columns,
        rows,
        title=_title(query.per),
        unit=_unit(rows, query.per),
        raw=None if query.per == "måned" else monthly,
        shown=reading.cells,
        once=POPULATION,
        said=_population,
        sheds=_sheds(rows),
        more=more,
        parts=reading.parts,
        sources=catalogue.sources,
        codes=catalogue.notes,
        footnotes=reading.footnotes,
        graph=reading.graph,
        hints=hints,
    )


def _unit(rows: Sequence[Pay], per: str) -> str:
    """The unit of the amounts; part-time pay is never taken for what is paid out."""
    part_time = rows and all(row.working_time == "deltid" for row in rows)
    return f"{_UNITS[per]}, regnet om til full stilling" if part_time else _UNITS[per]


def _one_sector_alone(rows: Sequence[Pay]) -> bool:
    """Whether there is a published group with rows of sectors and none of all sectors."""
    groups = {row.styrk08 for row in rows if row.styrk08}
    return bool(groups - {row.styrk08 for row in rows if row.sector == "alle"})


def _sheds(rows: Sequence[Pay]) -> tuple[str, ...]:
    """What there may be no room for: the mean too, unless it is all that is known of a row."""
    return SHEDS if any(row.median is None for row in rows) else (*SHEDS, "gjennomsnitt")


def _printed_sheds(per: str) -> tuple[str, ...]:
    """What there may be no room for of what a page prints: all but the amount for the time that is asked for."""
    return ("antall", *(key for time, key in _PRINTED.items() if time != per))


def _title(per: str) -> str:
    return f"{_TITLES[per]} per heltidsekvivalent"


class _Reading:
    """What people read of pay rows, worked out when they do: machines need none of it."""

    def __init__(
        self,
        catalogue: Catalogue,
        rows: Sequence[Pay],
        query: Query,
        cite: Callable[[Source], str] | None,
        more: str,
        notes: Sequence[str],
    ) -> None:
        self.catalogue = catalogue
        self.rows = rows
        self.query = query
        self.cite = cite
        self.more = more
        self.notes = notes
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

    def parts(self) -> list[Table]:
        """The published series, and the figures of a page as they are printed there: populations of their own."""
        printed = [row for row in self.rows if not row.styrk08]
        if not printed:
            return []
        published = [row for row in self.rows if row.styrk08]
        source = self.catalogue.sources([printed[0].source])[0]
        title = f"Slik sto det på {source.publisher} i {source.year}"
        own = (
            [self._part(published, Pay.columns, _title(self.query.per), _unit(published, self.query.per))]
            if published
            else []
        )
        return [*own, self._part(printed, _PRINTED_COLUMNS, title, "kr", sheds=_printed_sheds(self.query.per))]

    def _part(
        self,
        rows: Sequence[Pay],
        columns: Sequence[Column],
        title: str,
        unit: str,
        sheds: Sequence[str] = (),
    ) -> Table:
        return Table(
            columns,
            rows,
            title=title,
            unit=unit,
            shown=self.cells,
            once=POPULATION,
            said=_population,
            sheds=sheds or _sheds(rows),
            more=self.more,
        )

    def footnotes(self) -> list[Note]:
        explained = self.catalogue.notes()
        own = [Note(f"{mark})", explained[code], "") for code, mark in self.marks().items()]
        return own + self.general_notes()

    def graph(self) -> Graph:
        """Each row as a bar."""
        from yrke_cli.answers.pay_graph import graph_of

        return graph_of(self.rows, self.query, _title(self.query.per), self.general_notes())

    def general_notes(self) -> list[Note]:
        """What is true of every row: what the amounts are, and where they come from."""
        said = [*self.notes, "Lønn før skatt: avtalt lønn, uregelmessige tillegg og bonus, uten overtid."]
        if any(row.p25 is not None for row in self.rows):
            said.append(QUARTILES)
        if self.query.sector is None and _one_sector_alone(self.rows):
            said.append(ONE_SECTOR)
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


def _population(column: Column, value: str) -> str:
    """What a cell of a population says without its column: "2025", "alle sektorer", "merknad 1"."""
    return f"merknad {value}" if column.key == "merknad" else population_in_words(column.field, value)


def population_in_words(field: str, value: str) -> str:
    """What a value of these fields says without its column."""
    every = {"working_time": "all arbeidstid", "sector": "alle sektorer", "sex": "begge kjønn"}
    return every[field] if value == "alle" else value


def _told(row: Pay, per: str) -> list[str]:
    """The codes of the row's notes that are told below the table: those about what people see of it."""
    hidden = (*_IN_CELL, "beregnet") if per == "måned" else _IN_CELL
    return [code for code in row.codes if code and code not in hidden]


def _shown(row: Pay, per: str, marks: dict[str, str]) -> dict[str, str]:
    cells = {
        key: "" if amount is None else thousands(round(amount * FACTORS[per]))
        for key, amount in (("median", row.median), ("p25", row.p25), ("p75", row.p75))
    }
    means = {key: _printed(row, key) for key in _PRINTED.values()}
    cells |= means if not row.styrk08 else {"gjennomsnitt": means[_PRINTED[per]]}
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
    both = f" / {thousands(int(second))}" if second and second != str(mean) else ""
    return "" if mean is None else f"{about}{thousands(mean)}{both}"
