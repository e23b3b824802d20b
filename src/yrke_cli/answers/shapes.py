"""What an answer can be: a table, a page, a graph, and what these are made of. Nothing here knows how it will look."""

from __future__ import annotations

from operator import attrgetter

from yrke_cli.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from yrke_cli.records import Column, Row


class Table:
    """An answer with rows: records, and the columns of theirs that are shown. Values are raw; nothing is formatted
    before the last step.

    `shown` gives, for a record, the cells that people read otherwise than by the column's kind; `tree` is another way
    to draw the same rows for people, and `graph` gives one to look at; `footnotes` gives what stands under the table
    where people read it; `hints` go to stderr. `compared` puts the rows side by side; `alone` says that the answer is
    one value, which a person and a pipe get without its column.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Record],
        *,
        title: str = "",
        shown: Callable[[Any], dict[str, str]] | None = None,
        tree: Sequence[Node] = (),
        footnotes: Callable[[], Sequence[Note]] = tuple,
        graph: Callable[[], Graph] | None = None,
        hints: Sequence[str] = (),
        compared: bool = False,
        alone: bool = False,
    ) -> None:
        self.columns = columns
        self.rows = rows
        self.title = title
        self.shown = shown
        self.tree = tree
        self.footnotes = footnotes
        self.graph = graph
        self.hints = hints
        self.compared = compared
        self.alone = alone

    def keys(self) -> list[str]:
        return [column.key for column in self.columns]

    def values(self) -> Iterator[Row]:
        """The raw values of each row, in the order of the columns: all of the rows' fields, or two or more."""
        fields = tuple([column.field for column in self.columns])
        if self.rows and fields == self.rows[0].fields:
            # Most tables show all of their rows' fields, and a record is the tuple of them.
            return iter(self.rows)  # type: ignore[arg-type]
        return map(attrgetter(*fields), self.rows)


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
    """A part of a page: its name in `--del`, its heading, and its blocks."""

    part: str
    heading: str
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


class Page:
    """An answer that is read from top to bottom: for people a title, the facts that one looks for first (each with its
    name), a lead and sections; for machines one object, which `record` makes when it is asked for."""

    def __init__(
        self,
        title: str,
        lead: str,
        sections: Sequence[Section],
        record: Callable[[], dict[str, object]],
        *,
        facts: Sequence[tuple[str, str]] = (),
        hints: Sequence[str] = (),
    ) -> None:
        self.title = title
        self.lead = lead
        self.facts = facts
        self.sections = sections
        self.record = record
        self.hints = hints
