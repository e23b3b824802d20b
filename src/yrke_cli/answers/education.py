"""Routes of education for people and for machines."""

from __future__ import annotations

from yrke_cli.answers.shapes import Node
from yrke_cli.records import STUDIES
from yrke_cli.words import lower_first, years

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yrke_cli.records import Requirement, Route, Statement, Step

NOT_KNOWN = "lengden er ikke kjent"
AFTER = " etter ungdomsskolen"
# How many ways the head of a page names.
MOST_WAYS = 3
# From where a way is counted that may ask for something before it: practice has no admission.
FROM_START = " fra du begynner"


def step_name(step: Step) -> str:
    """ "Vg1 Helse- og oppvekstfag", "Læretid: Tømrerfaget", "Bachelor i sykepleie"."""
    return area_name(step.code, step.name, apprenticed=step.kind == "laere") if step.code else step.name


def area_name(code: str, name: str, *, apprenticed: bool) -> str:
    """The programme area with its level (the sixth place of a Grep code), or as the apprenticeship that it is."""
    if apprenticed:
        return f"Læretid: {name}"
    return name if name.casefold().startswith("vg") or not code[5].isdigit() else f"Vg{code[5]} {name}"


def route_tree(route: Route, mark: Callable[[str], str] = lambda source: "") -> Node:
    """The route as a branch: its steps with their lengths, what each of them gives, and what one must know; `mark`
    gives the mark of a source."""
    given = _given(route)
    steps = [
        Node(step_name(step), _aside(years(step.years) or NOT_KNOWN, given.get(place, [])), [], "")
        for place, step in enumerate(route.steps)
    ]
    if route.before:
        school = f" som gir {STUDIES}" if route.asks_for_studies else ""
        steps.insert(0, Node(f"Videregående{school}", years(route.before), [], ""))
    note = f"{route.note.dated} {mark(route.note.source)}".rstrip() if route.note else ""
    return Node(route.name, _aside(length_of(route), given.get(-1, [])), steps, note)


def _aside(length: str, gives: list[str]) -> str:
    return f"{length}, gir {lower_first(' og '.join(gives))}" if gives else length


# What a part of what a way gives comes from: a word of it → the kind of the step.
_FROM = {
    "bachelor": "grad", "master": "grad", "profesjons": "grad", "doktorgrad": "grad", "høgskolekandidat": "grad",
    "fagbrev": "laere", "svennebrev": "laere",
}  # fmt: skip
SCHOOL = "fagskole"


def _given(route: Route) -> dict[int, list[str]]:
    """What the way gives, by the place of the step that gives it; -1 for the way itself, where it has no steps."""
    given: dict[int, list[str]] = {}
    for part in route.gives.split(" og ") if route.gives else []:
        places = [place for place, step in enumerate(route.steps) if _gives(step, part.casefold())]
        given.setdefault(places[-1] if places else len(route.steps) - 1, []).append(part)
    return given


def _gives(step: Step, part: str) -> bool:
    if SCHOOL in part:
        return SCHOOL in step.name.casefold()
    return any(part.startswith(word) and step.kind == kind for word, kind in _FROM.items())


def length_of(route: Route) -> str:
    """The length of the way, and from where it is counted."""
    if route.years is None:
        return NOT_KNOWN
    if route.before is None:
        return f"{years(route.years)}{FROM_START}"
    return f"{years(route.before + route.years)}{AFTER}"


def _parts(before: int, length: float) -> str:
    return f" ({years(before)} videregående og {years(length)} etterpå)" if before else ""


def ways_in_short(routes: Sequence[Route]) -> str:
    """How long the ways take and what they end in, the shortest first: "4 år etter ungdomsskolen: fagbrev".

    Lengths are counted from the end of lower secondary school, so that a certificate and a degree compare.
    """
    counted = sorted([way for way in map(_counted, routes) if way], key=lambda way: way[0])
    # Of two ways that take and give the same, the first; from where it is counted need not be said again.
    ways = list({(length, text.partition(" (")[0]): text for length, text in reversed(counted)}.values())[::-1]
    ways[1:] = [way.replace(AFTER, "") for way in ways[1:]]
    ways += list(dict.fromkeys(_uncounted(route) for route in routes if not _counted(route)))
    more = len(ways) - MOST_WAYS
    return "; ".join(ways[:MOST_WAYS]) + (f"; og {more} til" if more > 0 else "")


def _counted(route: Route) -> tuple[float, str] | None:
    """The length after lower secondary school, and what is said of it; None where it is not known. A degree of unknown
    length is too much of a way for a length that is "at least" the rest."""
    before = route.before
    known = sum(step.years or 0 for step in route.steps)
    unknown_degree = any(step.kind == "grad" and step.years is None for step in route.steps)
    if before is None or not known or unknown_degree:
        return None
    if route.years is None and {step.kind for step in route.steps if step.years is None} == {"laere"}:
        # "At least 2 years: certificate" would be read as a certificate after two.
        return before + known, f"{years(before + known)}{AFTER} og læretid av ukjent lengde{_ends(route)}"
    least = "" if route.years is not None else "minst "
    return before + known, f"{least}{years(before + known)}{AFTER}{_ends(route)}{_parts(before, known)}"


def _uncounted(route: Route) -> str:
    """What is known of a way that asks for something before it that we cannot count, or holds studies whose length
    depends on what one studies."""
    if route.before and route.years is None:
        studies = next(step for step in route.steps if step.years is None)
        ends = f": {lower_first(route.gives)}" if route.gives else ""
        return f"{years(route.before)} på videregående og så {lower_first(step_name(studies))} (ukjent lengde){ends}"
    length = f"{years(route.years)}{FROM_START}" if route.years is not None else "ukjent lengde"
    return f"{length}{_ends(route)}" if route.gives else f"{route.name}: {length}"


def _ends(route: Route) -> str:
    """What the way gives, else what it is; and the step after that, where it gives nothing itself, as a turnus."""
    if not route.gives:
        return f": {lower_first(route.name)}"
    given = _given(route)
    last = route.steps[-1] if route.steps else None
    then = f" og så {lower_first(step_name(last))}" if last and len(route.steps) - 1 not in given else ""
    return f": {lower_first(route.gives)}{then}"


def in_short(length: float | None, gives: str | None) -> str:
    """ "2 år, gir fagbrev"; what is not known is left out."""
    return ", ".join(part for part in (years(length), f"gir {lower_first(gives)}" if gives else "") if part)


def whole(length: float | None) -> int | float | None:
    """A length in years as machines read it: 3, 2.5, null."""
    return int(length) if length is not None and length % 1 == 0 else length


def route_record(route: Route) -> dict[str, object]:
    """The route as it stands in a page's JSON."""
    return {
        "navn": route.name,
        "gir": route.gives,
        "ar": whole(route.years),
        "ar_fra_ungdomsskolen": whole(route.from_lower_secondary),
        "merknad": statement_record(route.note),
        "steg": [
            {"type": step.kind, "kode": step.code, "navn": step.name, "ar": whole(step.years)} for step in route.steps
        ],
    }


def statement_record(said: Statement | None) -> dict[str, object] | None:
    """A statement as it stands in a page's JSON."""
    return {"tekst": said.text, "ar": said.year, "kilde": said.source} if said else None


def requirement_record(route: Route, requirement: Requirement) -> dict[str, object]:
    """The requirement as it stands in a page's JSON."""
    return {
        "rute": route.name,
        "kode": requirement.code,
        "studium": requirement.study,
        "krav": requirement.text,
        "ar": requirement.year,
        "kilde": requirement.source,
        "merknad": requirement.note,
    }
