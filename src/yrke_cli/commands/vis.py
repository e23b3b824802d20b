"""`yrke vis`: the whole page of one occupation."""

from __future__ import annotations

from yrke_cli.answers.facts import PARTS, facts_of
from yrke_cli.answers.shapes import Page
from yrke_cli.declare import PAGE_FORMS, Command, Option
from yrke_cli.names import occupation_named, remarks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.answers.shapes import Fact, Section
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query


def answer(catalogue: Catalogue, query: Query) -> Page:
    found = occupation_named(catalogue, query.words)
    facts = facts_of(catalogue, found.slug)

    def record() -> dict[str, object]:
        from yrke_cli.answers.record import record_of

        return record_of(facts, query.parts)

    def sections() -> list[Section]:
        from yrke_cli.answers.page import sections_of

        return sections_of(catalogue, facts, query.parts)

    def glance() -> list[Fact]:
        from yrke_cli.answers.glance import at_a_glance

        return [] if query.parts else at_a_glance(facts)

    lead = "" if query.parts else facts.occupation.summary or ""
    return Page(facts.occupation.title, lead, sections, record, facts=glance, hints=remarks([found]))


DEL = Option(
    "--del",
    field="parts",
    metavar="DEL",
    choices=PARTS,
    many=True,
    help=f"Bare denne delen av siden; kan gis flere ganger: {', '.join(PARTS)}.",
)
BROWSE = Option("--åpne", field="browse", value=True, help="Åpne siden i nettleseren.")
COMMAND = Command(
    "vis",
    "Hele siden om ett yrke.",
    about="Flere ord trenger ikke anførselstegn, og store bokstaver og æøå kan skrives som du vil.",
    answer=answer,
    forms=PAGE_FORMS,
    words="NAVN…",
    least=1,
    needs="navnet på et yrke",
    complete="names",
    options=(DEL, BROWSE),
    examples=("yrke vis helsesekretær", "yrke vis tømrer --del utdanning --del opptak", "yrke vis kokk --json"),
)
