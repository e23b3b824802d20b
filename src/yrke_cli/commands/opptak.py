"""`yrke opptak`: what it takes to get in."""

from __future__ import annotations

from yrke_cli.answers.admission import Row, admission_table, rows_of
from yrke_cli.answers.facts import NO_ADMISSION, NO_REQUIREMENTS, NO_WAY
from yrke_cli.declare import TABLE_FORMS, Command, options
from yrke_cli.faults import NothingFound
from yrke_cli.names import occupations_named, remarks
from yrke_cli.words import lower_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.answers.shapes import Table
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query
    from yrke_cli.records import Listed


def answer(catalogue: Catalogue, query: Query) -> Table:
    rows: list[Row] = []
    without: list[str] = []
    named = occupations_named(catalogue, query.words, apart=query.apart)
    for listed in catalogue.occupations(one.slug for one in named):
        routes = catalogue.routes(listed.slug)
        own = rows_of(listed.title, routes)
        rows += own
        if not own:
            without.append(f"{listed.title}: {lower_first(_why_none(catalogue, listed))}")
        lost = [route.name for route in routes if own and not route.requirements]
        if lost:
            without.append(f"{listed.title}: vi har ikke funnet opptakskravet til {'; '.join(lost)}.")
    if not rows:
        raise NothingFound("Fant ingen opptakskrav.", *without)
    return admission_table(catalogue, rows, remarks(named) + without)


def _why_none(catalogue: Catalogue, listed: Listed) -> str:
    if not listed.full:
        return NO_REQUIREMENTS
    occupation = catalogue.occupation(listed.slug)
    return occupation.missing.get("opptak") or (NO_ADMISSION if occupation.routes else NO_WAY)


COMMAND = Command(
    "opptak",
    "Hva som kreves for å komme inn på utdanningen til et yrke.",
    answer=answer,
    forms=TABLE_FORMS,
    words="NAVN…",
    least=1,
    needs="navnet på et yrke",
    complete="names",
    together=answer,
    options=(options.chooser(Row.columns),),
    examples=("yrke opptak sivilingeniør", "yrke opptak sykepleier --json"),
)
