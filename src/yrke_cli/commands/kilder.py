"""`yrke kilder`: the sources, and the short codes of `merknad`."""

from __future__ import annotations

import os

from yrke_cli.answers.facts import facts_of
from yrke_cli.answers.shapes import Node, Table
from yrke_cli.declare import TABLE_FORMS, Command, options
from yrke_cli.faults import NothingFound, WrongUsage
from yrke_cli.names import occupation_named, remarks
from yrke_cli.names.suggest import nearest
from yrke_cli.records import Record, column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query
    from yrke_cli.names import Found
    from yrke_cli.records import Source


class Row(Record):
    """A source, or a code of `merknad`."""

    id: str = column("id", "Id")
    kind: str = column("type", "Type")
    title: str | None = column("tittel", "Tittel")
    publisher: str | None = column("utgiver", "Utgiver")
    year: str | None = column("ar", "År")
    licence: str | None = column("lisens", "Lisens")
    address: str | None = column("adresse", "Adresse")
    meaning: str | None = column("forklaring", "Forklaring")


class Place(Record):
    """Where the database lies."""

    path: str = column("database", "Database")


# What there is no room for in a list; one source is shown with all of it.
SHEDS = ("forklaring", "adresse", "lisens", "utgiver")


def answer(catalogue: Catalogue, query: Query) -> Table:
    if query.database and query.words:
        raise WrongUsage("--database tar ikke imot navn.", "Skriv bare: yrke kilder --database")
    if query.database:
        return Table(Place.columns, [Place(os.path.abspath(catalogue.path))], alone=True)
    if query.words:
        return _named(catalogue, query.words)
    sources, notes = [_of_source(one) for one in catalogue.sources()], _of_notes(catalogue)

    def parts() -> list[Table]:
        coded = [column for column in Row.columns if column.key in ("id", "forklaring")]
        return [
            Table(
                [column for column in Row.columns if column.key != "type"],
                sources,
                title=f"{len(sources)} kilder",
                sheds=SHEDS,
                more="Alt om en kilde: yrke kilder ID",
            ),
            Table(coded, notes, title="Hva kodene i kolonnen «merknad» betyr"),
        ]

    return Table(Row.columns, [*sources, *notes], title="Kilder", parts=parts)


def _named(catalogue: Catalogue, words: Sequence[str]) -> Table:
    """The sources and codes with these ids, or else the sources of the page of the occupation that the words name."""
    known = {row.id: row for row in [*map(_of_source, catalogue.sources()), *_of_notes(catalogue)]}
    hints: list[str] = []
    marks: dict[str, str] = {}
    title = "Kilder"
    if all(word in known for word in words):
        rows = [known[word] for word in dict.fromkeys(words)]
    else:
        found = _occupation(catalogue, words, list(known))
        hints = remarks([found])
        facts = facts_of(catalogue, found.slug)
        rows, title = [known[one.id] for one in facts.sources], f"Kildene til {facts.occupation.title}"
        marks = facts.marks
    tree = Node(title, "", [_told(row, marks.get(row.id, "")) for row in rows], "")
    return Table(Row.columns, rows, title=title, tree=[tree], hints=hints)


def _occupation(catalogue: Catalogue, words: Sequence[str], known: Sequence[str]) -> Found:
    """The occupation that is meant. Raises NothingFound with the ids that are like the words where none is."""
    try:
        return occupation_named(catalogue, words)
    except NothingFound as fault:
        near = [f"yrke kilder {one}" for word in words for one in nearest(word, known)]
        if not near:
            raise
        raise NothingFound(fault.message, f"Mente du {' eller '.join(near)}?") from None


def _told(row: Row, mark: str) -> Node:
    """All that is known of a source, or what a code means; before it the mark that it has on a page."""
    said = [
        f"{column.heading}: {value}"
        for column in Row.columns
        if column.key not in ("id", "type") and (value := getattr(row, column.field)) is not None
    ]
    return Node(f"{mark} {row.id}".strip(), "", [Node(text, "", [], "") for text in said], "")


def _of_source(one: Source) -> Row:
    return Row(one.id, "kilde", one.title, one.publisher, one.year, one.licence, one.address, one.note)


def _of_notes(catalogue: Catalogue) -> list[Row]:
    return [Row(code, "merknad", None, None, None, None, None, meaning) for code, meaning in catalogue.notes().items()]


COMMAND = Command(
    "kilder",
    "Kildene bak tallene og tekstene, og hva kodene i «merknad» betyr.",
    answer=answer,
    about="Uten navn får du alle. Skriv id-en til en kilde for å se alt om den, eller navnet på et yrke for å se "
    "kildene til siden om det.",
    forms=TABLE_FORMS,
    words="[ID…|NAVN…]",
    complete="sources",
    options=(options.DATABASE, options.chooser(Row.columns, Place.columns)),
    examples=("yrke kilder ssb-11418", "yrke kilder tømrer", "yrke kilder --json", "yrke kilder --database"),
)
