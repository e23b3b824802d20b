"""The records that travel through the house: what they hold, in which unit, and what None means.

None always means "not known". Money is NOK a month per full-time equivalent unless a name says otherwise: agreed pay,
irregular additions and bonus, no overtime (the definition of "månedslønn" in Statistics Norway's table 11418).
This module imports nothing at all: dataclasses alone would cost more start-up than the rest of a plain call.
"""

# How many hours a month of full-time pay is divided by for an hour's (utdanning.no's own rule).
from __future__ import annotations

HOURS_A_MONTH = 162.5
# The certificates of an apprenticeship: a programme area that ends in one is learnt in an enterprise.
APPRENTICED = ("Fagbrev", "Svennebrev")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Value = str | int | float | None
    Row = tuple[Value, ...]


class Record:
    """A small record: its fields are its slots, given in that order."""

    __slots__: tuple[str, ...] = ()

    def __init__(self, *values: object) -> None:
        for name, value in zip(self.__slots__, values, strict=True):
            setattr(self, name, value)


class Query:
    """Everything that a call can ask for, in one record. A field that was not asked for keeps its default."""

    words: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    working_time: str | None = None
    sector: str | None = None
    sex: str | None = None
    year: int | None = None
    least: int | None = None
    most: int | None = None
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
    longest: float | None = None
    totals: bool = False
    form: str | None = None
    svg: str | None = None
    html: str | None = None
    browse: bool = False
    paged: bool = True

    def __init__(self, **asked: object) -> None:
        for name, value in asked.items():
            if not hasattr(type(self), name):
                raise AttributeError(name)
            setattr(self, name, value)


class Source(Record):
    """A source: `year` is a text because some sources only say "ca. 2022"; `note` holds its caveats."""

    __slots__ = ("id", "title", "publisher", "address", "licence", "year", "date", "note")
    id: str
    title: str
    publisher: str
    address: str
    licence: str
    year: str
    date: str | None
    note: str | None

    @property
    def line(self) -> str:
        """The source as people read it: title, publisher, year, licence and address."""
        address = "" if self.address == "ukjent" else f" {self.address}"
        return f"{self.title}. {self.publisher}, {self.year}. Lisens: {self.licence}.{address}"

    @property
    def web(self) -> str:
        """Where a browser finds it; "" where its address is in words, or not known."""
        first, _, _ = self.address.partition(" ")
        return first if first.startswith(("https://", "http://")) else ""


class UnitGroup(Record):
    """A STYRK-08 group: `code` has one to four digits, one a level; `parent` is None at level 1."""

    __slots__ = ("code", "parent", "level", "name", "name_en")
    code: str
    parent: str | None
    level: int
    name: str
    name_en: str | None


class Pay(Record):
    """One pay row: one source × year × group × sector × working time × sex.

    `mean`, `median`, `p25`, `p75` are NOK a month per full-time equivalent; `hourly` and `yearly` NOK an hour and a
    year, computed from the mean but for the rows of the 2015 page, where they are as printed. `count` is a number of
    employments. `notes` holds short codes separated by ";". The fields are in the order of PAY_KEYS.
    """

    __slots__ = (
        "occupation", "styrk08", "year", "sector", "industry", "working_time", "sex", "count",
        "mean", "median", "p25", "p75", "hourly", "yearly", "source", "notes",
    )  # fmt: skip
    occupation: str
    styrk08: str | None
    year: int
    sector: str
    industry: str | None
    working_time: str
    sex: str
    count: int | None
    mean: int | None
    median: int | None
    p25: int | None
    p75: int | None
    hourly: int | None
    yearly: int | None
    source: str
    notes: str

    def __init__(self, *values: object) -> None:
        # Pay rows come in hundreds: assigned at once they cost a fifth.
        (
            self.occupation, self.styrk08, self.year, self.sector, self.industry, self.working_time, self.sex,
            self.count, self.mean, self.median, self.p25, self.p75, self.hourly, self.yearly, self.source, self.notes,
        ) = values  # type: ignore[assignment]  # fmt: skip

    @property
    def typical(self) -> int | None:
        """The median, else the mean: what rows are ordered and filtered by, in NOK a month."""
        return self.mean if self.median is None else self.median

    @property
    def values(self) -> Row:
        return tuple([getattr(self, name) for name in self.__slots__])

    @property
    def codes(self) -> list[str]:
        """The codes of its notes."""
        return [entry.partition("=")[0] for entry in self.notes.split(";")]

    def note(self, code: str) -> str | None:
        """The value of a note that has one ("gjennomsnitt-2=30600"), "" for one that has none, None where it is not."""
        for entry in self.notes.split(";"):
            name, _, value = entry.partition("=")
            if name == code:
                return value
        return None


PAY_KEYS = (
    "yrke", "styrk08", "ar", "sektor", "bransje", "arbeidstid", "kjonn", "antall",
    "gjennomsnitt", "median", "p25", "p75", "timelonn", "arslonn", "kilde", "merknad",
)  # fmt: skip


class Step(Record):
    """A step of a route: `kind` is program, laere, grad or kurs; `code` a Grep code where there is one;
    `years` its length in years, None where no source gives it."""

    __slots__ = ("kind", "code", "name", "years")
    kind: str
    code: str | None
    name: str
    years: float | None


class Requirement(Record):
    """An admission requirement: `code` the admission code where there is one, `year` when it was true (a text such as
    "ca. 2022", None where the source has none), `general` whether it asks for generell studiekompetanse."""

    __slots__ = ("code", "study", "text", "year", "source", "note", "general")
    code: str | None
    study: str | None
    text: str
    year: str | None
    source: str
    note: str | None
    general: bool


class Route(Record):
    """A way to an occupation: its steps in order, what it gives, and what it takes to get in."""

    __slots__ = ("name", "gives", "note", "steps", "requirements")
    name: str
    gives: str | None
    note: str | None
    steps: list[Step]
    requirements: list[Requirement]

    @property
    def years(self) -> float | None:
        """The length of the whole way in years, None where the length of a step is not known."""
        lengths = [step.years for step in self.steps]
        return None if not lengths or None in lengths else sum(length or 0 for length in lengths)


class Authorisation(Record):
    """An authorisation or a protected title, and the law that it rests on."""

    __slots__ = ("name", "kind", "law", "source", "note")
    name: str
    kind: str
    law: str
    source: str
    note: str | None


class Interview(Record):
    """Someone in the occupation, and what they say, in our words."""

    __slots__ = ("name", "title", "text", "source")
    name: str
    title: str
    text: str
    source: str


class PageFacts(Record):
    """Of a record that is modelled on one dated page: when it was updated, who vouched for it, its licence."""

    __slots__ = ("updated", "reviewed", "editor", "licence", "source")
    updated: str
    reviewed: str | None
    editor: str | None
    licence: str | None
    source: str


class Listed(Record):
    """An occupation as it stands in a list: slug, title and the unit group whose pay stands for it."""

    __slots__ = ("slug", "title", "styrk08", "group", "full")
    slug: str
    title: str
    styrk08: str | None
    group: str | None
    full: bool


class Occupation(Record):
    """All that is known of one occupation, its pay aside."""

    __slots__ = (
        "slug", "title", "full", "summary", "groups", "texts", "routes", "authorisations",
        "related", "same_education", "interviews", "page", "missing",
    )  # fmt: skip
    slug: str
    title: str
    full: bool
    summary: str | None
    groups: list[UnitGroup]
    texts: dict[str, list[str]]
    routes: list[Route]
    authorisations: list[Authorisation]
    related: list[Listed]
    same_education: list[Listed]
    interviews: list[Interview]
    page: PageFacts | None
    missing: dict[str, str]


class Path(Record):
    """A way through upper secondary education: programme areas in order, what the last one gives, where it leads."""

    __slots__ = ("codes", "names", "competence", "occupations")
    codes: tuple[str, ...]
    names: tuple[str, ...]
    competence: str | None
    occupations: list[Listed]


class Column(Record):
    """A column of a table: `key` for machines, `heading` for people (empty: people do not see it), `kind` is
    text, year, number, kr (NOK) or years (a length)."""

    __slots__ = ("key", "heading", "kind")
    key: str
    heading: str
    kind: str


class Table:
    """An answer with rows. Values are raw; nothing is formatted before the last step.

    `shown` gives, for a row, the cells that people read otherwise than by the column's kind; `tree` is another way
    to draw the same rows for people, and `graph` gives one to look at; `footnotes` gives what stands under the table
    where people read it; `hints` go to stderr.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        *,
        title: str = "",
        shown: Callable[[Row], dict[str, str]] | None = None,
        tree: Sequence[Node] = (),
        footnotes: Callable[[], Sequence[Note]] = tuple,
        graph: Callable[[], Graph] | None = None,
        hints: Sequence[str] = (),
        compared: bool = False,
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

    def keys(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.columns)


class Graph(Record):
    """Amounts to look at on one common scale: what they are ("Månedslønn per heltidsekvivalent, 2025"), the bars, and
    what must be known to read them. The amounts are NOK for the time that the title names."""

    __slots__ = ("title", "bars", "footnotes")
    title: str
    bars: list[Bar]
    footnotes: Sequence[Note]


class Bar(Record):
    """One line of a graph: its name, the group of lines that it belongs to ("" for none), the quartiles, the median
    and the mean; what is not known is None."""

    __slots__ = ("name", "group", "p25", "median", "p75", "mean")
    name: str
    group: str
    p25: float | None
    median: float | None
    p75: float | None
    mean: float | None


class Note(Record):
    """A line of small print: its mark ("" for none), its text, and where it leads ("" for nowhere)."""

    __slots__ = ("mark", "text", "address")
    mark: str
    text: str
    address: str


class Node(Record):
    """A branch of a tree for people: its label, what is said beside it, its branches, and what must be known of them
    ("" for nothing)."""

    __slots__ = ("label", "aside", "branches", "note")
    label: str
    aside: str
    branches: list[Node]
    note: str


class Section(Record):
    """A part of a page: its name in `--del`, its heading, and its blocks."""

    __slots__ = ("part", "heading", "blocks")
    part: str
    heading: str
    blocks: list[Text | Items | Notes | Table | Missing | Node]


class Text(Record):
    """A paragraph."""

    __slots__ = ("text",)
    text: str


class Items(Record):
    """A list of short texts."""

    __slots__ = ("items",)
    items: list[str]


class Notes(Record):
    """A list of small print."""

    __slots__ = ("notes",)
    notes: list[Note]


class Missing(Record):
    """A part that the data lacks, and why."""

    __slots__ = ("why",)
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
