"""`yrke forklar`: what holds for many occupations, told once."""

from __future__ import annotations

from yrke_cli.answers.education import statement_record
from yrke_cli.answers.shapes import Items, Note, Notes, Page, Section, Text
from yrke_cli.catalogue.explained import Explained
from yrke_cli.declare import PAGE_FORMS, Command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query
    from yrke_cli.records import Explanation

TITLE = "Det som gjelder for mange yrker"


def answer(catalogue: Catalogue, query: Query) -> Page:
    """One explanation, or which there are."""
    typed = " ".join(query.words)
    if not typed.strip():
        return _topics(catalogue.explanations())
    known = Explained(catalogue)
    return _explained(catalogue, known, _topic(catalogue, known, typed))


def _topics(known: list[Explanation]) -> Page:
    def sections() -> list[Section]:
        return [Section("emner", "Dette kan forklares", "", [Items([one.call for one in known])])]

    def record() -> dict[str, object]:
        topics = [{"emne": one.topic, "tittel": one.title} for one in known]
        return {"emne": None, "tittel": None, "avsnitt": [], "emner": topics}

    return Page(TITLE, "Siden om et yrke viser hit, så det som er felles, står ett sted.", sections, record)


def _topic(catalogue: Catalogue, known: Explained, typed: str) -> Explanation:
    from yrke_cli.names.suggest import one_of_known

    words = known.words()
    topics = list(dict.fromkeys(words.values()))
    topic = words[one_of_known(typed, list(words), "emne", f"Velg et av {', '.join(topics)}.")]
    return next(one for one in catalogue.explanations() if one.topic == topic)


def _explained(catalogue: Catalogue, known: Explained, one: Explanation) -> Page:
    paragraphs = known.paragraphs(one.topic)
    ids = dict.fromkeys(source for part in paragraphs for source in part.source.split(";"))
    sources = catalogue.sources(list(ids))
    marks = {source.id: f"[{number}]" for number, source in enumerate(sources, 1)}

    def cited(ids: str) -> str:
        return "".join(marks[one] for one in ids.split(";"))

    def sections() -> list[Section]:
        told = [Text(f"{part.dated} {cited(part.source)}") for part in paragraphs]
        notes = Notes([Note(marks[source.id], source.brief, source.web) for source in sources])
        return [Section("forklaring", "Forklaring", "", [*told]), Section("kilder", "Kilder", "", [notes])]

    def record() -> dict[str, object]:
        told = [statement_record(part) for part in paragraphs]
        return {"emne": one.topic, "tittel": one.title, "avsnitt": told, "emner": []}

    return Page(one.title, "", sections, record)


COMMAND = Command(
    "forklar",
    "Det som gjelder for mange yrker: læreplass, opptak, påbygging.",
    about="Uten ord får du emnene. Siden om et yrke viser hit.",
    answer=answer,
    forms=PAGE_FORMS,
    words="[EMNE]",
    complete="topics",
    examples=("yrke forklar læreplass", "yrke forklar", "yrke forklar opptak --json"),
)
