"""The records of what the data holds: their fields, in which unit, and what None means.

None always means "not known". Money is NOK a month per full-time equivalent unless a name says otherwise: agreed pay,
irregular additions and bonus, no overtime (the definition of "månedslønn" in Statistics Norway's table 11418).
This module imports nothing that a call does not load anyway: dataclasses alone would cost more start-up than the rest
of a plain call.
"""

from __future__ import annotations

from operator import itemgetter

# How many hours a month of full-time pay is divided by for an hour's (utdanning.no's own rule).
HOURS_A_MONTH = 162.5
# The certificates of an apprenticeship: a programme area that ends in one is learnt in an enterprise.
APPRENTICED = ("Fagbrev", "Svennebrev")

# How many years of upper secondary school come before studies, and the words of requirements that say what a way builds
# on.
UPPER_SECONDARY = 3
STUDIES = "generell studiekompetanse"
TRADE = "fagbrev"

# What a way of education can give, in the words that one may choose by.
OUTCOMES = (
    "fagbrev", "svennebrev", "yrkeskompetanse", "studiekompetanse", "fagskole", "høgskolekandidat", "bachelor",
    "master", "profesjonsstudium", "doktorgrad", "spesialistgodkjenning", "sertifikat", "opplæring", "annet",
)  # fmt: skip

# Conditions of work, in the words that a page tells and one may choose by: where, when, for the body, with whom, how
# employed.
CONDITIONS = (
    "inne", "ute", "reise", "kjøring", "på sjøen", "offshore", "i høyden", "hjemmekontor",
    "turnus", "natt", "kveld", "helg", "uregelmessig", "beredskap", "sesong",
    "tungt", "stående", "stillesittende", "støy",
    "kundekontakt", "barn", "ungdom", "eldre", "dyr", "alene", "team",
    "egen bedrift", "frilans",
)  # fmt: skip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self, dataclass_transform

    Value = str | int | float | None
    Row = tuple[Value, ...]

    class _Values:
        fields: ClassVar[tuple[str, ...]]
else:
    _Values = tuple

    def dataclass_transform(**_):
        return lambda record: record


class Column:
    """A column of a table: `key` for machines, `heading` for people, `short` the heading where room is scarce, `kind`
    text, year, number, kr (NOK) or years (a length), `field` where in a record it stands. People do not see a `hidden`
    one unless they ask for it.
    """

    __slots__ = ("field", "heading", "hidden", "key", "kind", "short")

    def __init__(
        self, key: str, heading: str, short: str = "", kind: str = "text", field: str = "", hidden: bool = False
    ) -> None:
        self.key = key
        self.heading = heading
        self.short = short or heading
        self.kind = kind
        self.field = field
        self.hidden = hidden

    def headed(self, heading: str = "", short: str = "") -> Column:
        """The same column for people to see, under another heading or under its own."""
        return Column(self.key, heading or self.heading, short or self.short, self.kind, self.field)


def column(key: str, heading: str, *, short: str = "", kind: str = "text", hidden: bool = False) -> Any:
    """Of a field of a record: the column that it is shown in (see Column)."""
    return Column(key, heading, short, kind, hidden=hidden)


@dataclass_transform(frozen_default=True, field_specifiers=(column,))
class Record(_Values):
    """A small record: its fields are what its class annotates, given in that order or by name; those that are declared
    by `column` are its `columns`. Type checkers read its subclasses as frozen dataclasses; it is a tuple, since whole
    tables are made of them.
    """

    columns: ClassVar[tuple[Column, ...]] = ()

    if not TYPE_CHECKING:
        fields = ()

        def __new__(cls, *values, **named):
            if named:
                values += tuple([named[field] for field in cls.fields[len(values) :]])
            if len(values) != len(cls.fields):
                raise TypeError(f"{cls.__name__} has the fields {', '.join(cls.fields)}")
            return tuple.__new__(cls, values)

        def __init_subclass__(cls):
            own = tuple(cls.__annotations__)
            cls.columns += tuple([_placed(name, cls.__dict__[name]) for name in own if name in cls.__dict__])
            for place, name in enumerate(own, len(cls.fields)):
                setattr(cls, name, property(itemgetter(place)))
            cls.fields += own

    def but(self, **changed: object) -> Self:
        """The record with these fields changed."""
        return type(self)(**{field: changed.get(field, getattr(self, field)) for field in type(self).fields})


def _placed(field: str, column: Column) -> Column:
    column.field = field
    return column


class Source(Record):
    """A source: `year` is a text because some sources only say "ca. 2022"; `note` holds its caveats, `short_title` its
    title in a list, `short` its name beside a figure, `citation` in a sentence; `series` is its place among series of
    pay, None for other sources."""

    id: str
    title: str
    publisher: str
    address: str
    licence: str
    year: str
    date: str | None
    note: str | None
    short_title: str | None
    short: str | None
    citation: str | None
    series: int | None

    @property
    def line(self) -> str:
        """The source as people read it: title, publisher, year, licence and address."""
        address = "" if self.address == "ukjent" else f" {self.address}"
        return f"{_ended(self.title)} {self.publisher}, {self.year}. Lisens: {self.licence}.{address}"

    @property
    def brief(self) -> str:
        """The source on a short line, without its address."""
        licence = "lisens ukjent" if self.licence == "ikke oppgitt" else self.licence
        return f"{_ended(self.short_title or self.title)} {self.publisher}, {self.year}, {licence}."

    @property
    def web(self) -> str:
        """Where a browser finds it; "" where its address is in words, or not known."""
        first, _, _ = self.address.partition(" ")
        return first if first.startswith(("https://", "http://")) else ""


def _ended(title: str) -> str:
    """A title as a sentence: one that asks or calls out has its own end."""
    return title if title.endswith(("?", "!", ".")) else f"{title}."


class UnitGroup(Record):
    """A STYRK-08 group: `code` has one to four digits, one a level; `parent` is None at level 1."""

    code: str
    parent: str | None
    level: int
    name: str
    name_en: str | None


class OccupationRow(Record):
    """What every list of occupations begins with: the name, and the unit group whose pay stands for it."""

    slug: str = column("slug", "Kortnavn", hidden=True)
    title: str = column("tittel", "Yrke")
    styrk08: str | None = column("styrk08", "STYRK-08", short="STYRK")
    group: str | None = column("yrkesgruppe", "Yrkesgruppe", short="Gruppe")


class Pay(Record):
    """One pay row: one source × year × group × sector × working time × sex.

    `mean`, `median`, `p25`, `p75` are NOK a month per full-time equivalent; `hourly` and `yearly` NOK an hour and a
    year, computed from the mean but for the rows of the 2015 page, where they are as printed. `count` is a number of
    employments. `notes` holds short codes separated by ";".
    """

    occupation: str = column("yrke", "Yrke")
    styrk08: str | None = column("styrk08", "STYRK-08", hidden=True)
    year: int = column("ar", "År", kind="year")
    sector: str = column("sektor", "Sektor")
    industry: str | None = column("bransje", "Bransje", hidden=True)
    working_time: str = column("arbeidstid", "Arbeidstid")
    sex: str = column("kjonn", "Kjønn")
    count: int | None = column("antall", "Antall", kind="number")
    mean: int | None = column("gjennomsnitt", "Gjennomsnitt", short="Snitt", kind="kr")
    median: int | None = column("median", "Median", kind="kr")
    p25: int | None = column("p25", "Nedre kvartil", short="25 %", kind="kr")
    p75: int | None = column("p75", "Øvre kvartil", short="75 %", kind="kr")
    hourly: int | None = column("timelonn", "Timelønn", kind="kr", hidden=True)
    yearly: int | None = column("arslonn", "Årslønn", kind="kr", hidden=True)
    source: str = column("kilde", "Kilde", hidden=True)
    notes: str = column("merknad", "Merknad")

    @property
    def typical(self) -> int | None:
        """The median, else the mean: what rows are ordered and filtered by, in NOK a month."""
        return self.mean if self.median is None else self.median

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


class PayPlace(Record):
    """Where the newest full-time median of a unit group stands: `lower` of 100 full-time employees are in a group with
    a lower median, by the medians of `year` and the head-counts of `count_year` of the `groups` that have both.
    Computed by us."""

    lower: int
    year: int
    count_year: int
    groups: int


class Employed(Record):
    """Employed residents aged 15–74 with a job of a unit group in the 4th quarter of `year`, most of the self-employed
    not among them (SSB, table 12542), and the id of the source."""

    count: int
    year: int
    source: str


class Shares(Record):
    """Of 100 employments (not persons) of a unit group in `year`: how many are women's, and how many are part time,
    None where that is not known. Computed by us from the counts of `source` (an id)."""

    women: int
    part_time: int | None
    year: int
    source: str


class Statement(Record):
    """Something that a page says, in our words: when it was true (a text), and the ids of its sources, separated by
    ";"."""

    text: str
    year: str
    source: str

    @property
    def dated(self) -> str:
        """The text, and of when it is."""
        return f"{self.text} ({self.year})"


class Step(Record):
    """A step of a route: `kind` is program, laere, grad or kurs; `code` a Grep code where there is one;
    `years` its length in years, None where no source gives it."""

    kind: str
    code: str | None
    name: str
    years: float | None


class Requirement(Record):
    """An admission requirement: `code` the admission code where there is one, `year` when it was true (a text such as
    "ca. 2022", None where the source has none), `general` 1 where it asks for generell studiekompetanse."""

    code: str | None
    study: str | None
    text: str
    year: str | None
    source: str
    note: str | None
    general: int


def years_before(vg1: bool, degree: bool, studies: bool, trade: bool) -> int | None:
    """How many years of upper secondary school come before a way that begins with a Vg1 or a degree and asks for
    generell studiekompetanse or a certificate: none before a Vg1, three before a degree, unless a certificate alone is
    what it builds on; None where it is not known, as before an apprenticeship. The build counts by it, too."""
    if vg1:
        return 0
    return UPPER_SECONDARY if degree and (studies or not trade) else None


class Route(Record):
    """A way to an occupation: its steps in order, what it gives, and what it takes to get in."""

    name: str
    gives: str | None
    note: Statement | None
    steps: list[Step]
    requirements: list[Requirement]

    @property
    def years(self) -> float | None:
        """The length of the whole way in years, None where the length of a step is not known."""
        lengths = [step.years for step in self.steps]
        return None if not lengths or None in lengths else sum(length or 0 for length in lengths)

    @property
    def asks_for_studies(self) -> bool:
        """Whether it takes generell studiekompetanse to get in."""
        return any(need.general or STUDIES in need.text for need in self.requirements)

    @property
    def from_vg1(self) -> bool:
        """Whether the way begins where lower secondary school ends."""
        first = self.steps[0] if self.steps else None
        return first is not None and first.kind == "program" and (first.code or "")[5:6] == "1"

    @property
    def before(self) -> int | None:
        """How many years of upper secondary school come before the way; None where it is not known."""
        if not self.steps:
            return 0
        trade = any(TRADE in need.text for need in self.requirements)
        return years_before(self.from_vg1, self.steps[0].kind == "grad", self.asks_for_studies, trade)

    @property
    def from_lower_secondary(self) -> float | None:
        """The length in years counted from the end of lower secondary school, by which all ways compare; None where it
        is not known."""
        return None if self.years is None or self.before is None else self.before + self.years


class Authorisation(Record):
    """An authorisation or a protected title, and the law that it rests on."""

    name: str
    kind: str
    law: str | None
    source: str
    note: str | None


class Demand(Record):
    """What the law demands before one may do a kind of work: `name` in a word or two, `who` it holds for, `when` the
    part of the job that it holds for where that is not all of it; `year` a text, `source` ids separated by ";"."""

    id: str
    name: str
    who: str
    text: str
    law: str | None
    year: str
    source: str
    note: str | None
    when: str | None


class Condition(Record):
    """A condition of work, one of CONDITIONS, and the source that says so."""

    word: str
    source: str


class Explanation(Record):
    """What holds for many occupations and is told once: the word to ask for it by, its title, and of which pages it
    holds (laere, studier; None: those that name it)."""

    topic: str
    title: str
    of: str | None

    @property
    def call(self) -> str:
        """What it is about, and how to read it."""
        return f"{self.title}: yrke forklar {self.topic}"


class Interview(Record):
    """Someone in the occupation, and what they say, in our words."""

    name: str
    title: str
    text: str
    source: str


class PageFacts(Record):
    """Of a record that is modelled on one dated page: when it was updated, who vouched for it, its licence."""

    updated: str
    reviewed: str | None
    editor: str | None
    licence: str | None
    source: str


class Listed(Record):
    """An occupation as it stands in a list: slug, title and the unit group whose pay stands for it."""

    slug: str
    title: str
    styrk08: str | None
    group: str | None
    full: bool


class Onward(Record):
    """What people in an occupation go on to: in our words, where it stands, and the occupations that it names."""

    text: str
    source: str
    occupations: list[Listed]


class Occupation(Record):
    """All that is known of one occupation, its pay aside. `groups` begin with the one whose pay stands for it, unless
    its title spans several: then `spans` says what each of them holds of it, by its code. `mixed` says whom else the
    first group holds, where that makes its pay say little; `same_vg2` are those that part ways after a Vg2, by its
    name; `read_on` is the day (YYYY-MM-DD) when the page was last read, claim by claim, beside its sources."""

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
    same_vg2: dict[str, list[Listed]]
    interviews: list[Interview]
    page: PageFacts | None
    missing: dict[str, str]
    mixed: str | None
    spans: dict[str, str]
    unrequired: Statement | None
    further: list[Statement]
    demands: list[Demand]
    conditions: list[Condition]
    onward: list[Onward]
    read_on: str | None

    @property
    def code(self) -> str | None:
        """The unit group whose pay stands for it; None where none is known, or where its title spans several."""
        return self.groups[0].code if self.groups and not self.spans else None


class Pathway(Record):
    """A way through upper secondary education: programme areas in order, what the last one gives, where it leads."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    competence: str | None
    occupations: list[Listed]
