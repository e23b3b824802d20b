"""What an answer can be: a table, a page, a graph, and what these are made of. Nothing here knows how it will look."""

from __future__ import annotations

from operator import attrgetter

from yrke_cli.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from yrke_cli.records import Column, Row, Source


# How to get the columns that there is no room for.
MORE = "Velg selv med --kolonner, eller bruk et bredere vindu."


class Table:
    """An answer with rows: records, and the columns of theirs that are shown. Values are raw; nothing is formatted
    before the last step.

    For people: `shown` gives, for a record, the cells that are read otherwise than by the column's kind; `unit` is the
    unit of the amounts, said once above them, `raw` the table whose words are true of the raw amounts, where people
    read others; a column of `once` is said above the table where all rows agree, in the words of `said`; the columns of
    `sheds` go, first to last and those with a "+" between them together, where there is no room, and `more` says how
    to get them. `parts` gives the tables of populations that do not belong together, `tree` is another way to draw the
    same rows, `graph` one to look at; `footnotes` gives what stands under the table, `sources` the sources with these
    ids, which the rows name, `codes` what the codes in their notes mean; `hints` go to stderr. `compared` puts the rows
    side by side; `alone` says that the answer is one value, which a person and a pipe get without its column.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Record],
        *,
        title: str = "",
        unit: str = "",
        raw: Callable[[], Table] | None = None,
        shown: Callable[[Any], dict[str, str]] | None = None,
        once: Sequence[str] = (),
        said: Callable[[Column, str], str] | None = None,
        sheds: Sequence[str] = (),
        more: str = MORE,
        parts: Callable[[], Sequence[Table]] = tuple,
        tree: Sequence[Node] = (),
        footnotes: Callable[[], Sequence[Note]] = tuple,
        sources: Callable[[Sequence[str]], list[Source]] = lambda ids: [],
        codes: Callable[[], dict[str, str]] = dict,
        graph: Callable[[], Graph] | None = None,
        hints: Sequence[str] = (),
        compared: bool = False,
        alone: bool = False,
    ) -> None:
        self.columns = columns
        self.rows = rows
        self.title = title
        self.unit = unit
        self.raw = raw
        self.shown = shown
        self.once = once
        self.said = said
        self.sheds = sheds
        self.more = more
        self.parts = parts
        self.tree = tree
        self.footnotes = footnotes
        self.sources = sources
        self.codes = codes
        self.graph = graph
        self.hints = hints
        self.compared = compared
        self.alone = alone

    def keys(self) -> list[str]:
        return [column.key for column in self.columns]

    def values(self) -> Iterator[Row]:
        """The raw values of each row, in the order of the columns."""
        fields = tuple([column.field for column in self.columns])
        if self.rows and fields == self.rows[0].fields:
            # Most tables show all of their rows' fields, and a record is the tuple of them.
            return iter(self.rows)  # type: ignore[arg-type]
        if len(fields) == 1:
            return zip(map(attrgetter(*fields), self.rows))
        return map(attrgetter(*fields), self.rows)

    def for_machines(self) -> Table:
        """The table whose title, unit and small print are true of the raw amounts."""
        return self.raw() if self.raw else self

    def only(self, keys: Sequence[str]) -> Table:
        """The table with these columns alone, in this order: people see them all, as long as there is room.

        Raises KeyError with the key that the table does not have.
        """
        known = {column.key: column for column in self.columns}
        keyed = [known[key].headed() for key in keys]
        own, raw = self.parts, self.raw

        def chosen() -> list[Table]:
            # Without a column that was asked for, a part would say less than the whole.
            parts = own()
            return [part.only(keys) for part in parts] if all({*keys} <= {*part.keys()} for part in parts) else []

        return Table(
            keyed,
            self.rows,
            title=self.title,
            unit=self.unit,
            raw=(lambda: raw().only(keys)) if raw else None,
            shown=self.shown,
            sheds=keys[:0:-1],
            more="Bruk et bredere vindu.",
            parts=chosen,
            footnotes=self.footnotes,
            sources=self.sources,
            codes=self.codes,
            graph=self.graph,
            hints=self.hints,
        )


class Graph(Record):
    """Amounts to look at on one common scale: what they are ("Månedslønn per heltidsekvivalent, 2025"), the bars, and
    what must be known to read them. The amounts are NOK for the time that the title names."""

    title: str
    bars: list[Bar]
    footnotes: Sequence[Note]


class Bar(Record):
    """One line of a graph: its name, the group of lines that it belongs to ("" for none), the quartiles, the median
    and the mean; what is not known is None."""

    name: str
    group: str
    p25: float | None
    median: float | None
    p75: float | None
    mean: float | None


class Note(Record):
    """A line of small print: its mark ("" for none), its text, and where it leads ("" for nowhere)."""

    mark: str
    text: str
    address: str


class Node(Record):
    """A branch of a tree for people: its label, what is said beside it, its branches, and what must be known of them
    ("" for nothing)."""

    label: str
    aside: str
    branches: list[Node]
    note: str


class Section(Record):
    """A part of a page: its name in `--del`, its heading, what stands beside that where there are no links ("" for
    nothing), and its blocks."""

    part: str
    heading: str
    aside: str
    blocks: list[Text | Items | Notes | Table | Missing | Node]


class Text(Record):
    """A paragraph."""

    text: str


class Items(Record):
    """A list of short texts."""

    items: list[str]


class Notes(Record):
    """A list of small print."""

    notes: list[Note]


class Missing(Record):
    """A part that the data lacks, and why."""

    why: str


class Fact(Record):
    """A line of a page's head: its name, what is known, and a range to draw beside it (the quartiles around the
    median, NOK a month; None for none)."""

    name: str
    text: str
    drawn: tuple[int, int, int] | None


class Page:
    """An answer that is read from top to bottom: for people a title, a lead, the facts that one looks for first and
    sections; for machines one object. `facts`, `sections` and `record` make them when they are asked for."""

    def __init__(
        self,
        title: str,
        lead: str,
        sections: Callable[[], Sequence[Section]],
        record: Callable[[], dict[str, object]],
        *,
        facts: Callable[[], Sequence[Fact]] = tuple,
        hints: Sequence[str] = (),
    ) -> None:
        self.title = title
        self.lead = lead
        self.facts = facts
        self.sections = sections
        self.record = record
        self.hints = hints


class Several:
    """The answers to names that were read one a line: tables of the same columns, or pages."""

    def __init__(self, answers: Sequence[Table | Page]) -> None:
        self.answers = answers

    @property
    def hints(self) -> list[str]:
        return list(dict.fromkeys(hint for answer in self.answers for hint in answer.hints))

    def table(self) -> Table | None:
        """All of their rows as one table for machines; None where they are pages."""
        tables = [answer.for_machines() for answer in self.answers if isinstance(answer, Table)]
        if not tables:
            return None

        def footnotes() -> list[Note]:
            return list({note.text: note for table in tables for note in table.footnotes()}.values())

        rows = [row for table in tables for row in table.rows]
        first = tables[0]
        return Table(
            first.columns,
            rows,
            title=first.title,
            unit=first.unit,
            footnotes=footnotes,
            sources=first.sources,
            codes=first.codes,
            hints=self.hints,
        )
