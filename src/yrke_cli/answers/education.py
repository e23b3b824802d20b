"""Routes of education for people and for machines."""

from __future__ import annotations

from yrke_cli.answers.shapes import Node
from yrke_cli.words import lower_first, years

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.records import Requirement, Route, Step

NOT_KNOWN = "lengden er ikke kjent"


def step_name(step: Step) -> str:
    """ "Vg1 Helse- og oppvekstfag", "Læretid: Tømrerfaget", "Bachelor i sykepleie"."""
    return area_name(step.code, step.name, apprenticed=step.kind == "laere") if step.code else step.name


def area_name(code: str, name: str, *, apprenticed: bool) -> str:
    """The programme area with its level (the sixth place of a Grep code), or as the apprenticeship that it is."""
    if apprenticed:
        return f"Læretid: {name}"
    return name if name.casefold().startswith("vg") or not code[5].isdigit() else f"Vg{code[5]} {name}"


def route_tree(route: Route) -> Node:
    """The route as a branch: its steps with their lengths, what the last of them gives, and what one must know."""
    gives = f"gir {lower_first(route.gives)}" if route.gives else ""
    # The last step gives what the whole way does.
    asides = [years(step.years) or NOT_KNOWN for step in route.steps]
    asides[-1:] = [f"{last}, {gives}" if gives else last for last in asides[-1:]]
    steps = [Node(step_name(step), aside, [], "") for step, aside in zip(route.steps, asides, strict=True)]
    length = years(route.years) or NOT_KNOWN
    return Node(route.name, length if steps or not gives else f"{length}, {gives}", steps, route.note or "")


def in_short(length: float | None, gives: str | None) -> str:
    """ "2 år, gir fagbrev"; what is not known is left out."""
    return ", ".join(part for part in (years(length), f"gir {lower_first(gives)}" if gives else "") if part)


def requirement_text(requirement: Requirement, way: str = "") -> str:
    """The requirement in one line: the way that it leads into, its code, and the year that it was true."""
    code = f"krav {requirement.code}" if requirement.code else ""
    lead = ", ".join(part for part in (way, code) if part)
    note = f" {requirement.note}" if requirement.note else ""
    year = requirement.year or "ukjent år"
    return f"{lead[:1].upper()}{lead[1:]}{': ' if lead else ''}{requirement.text}{note} ({year})"


def whole(length: float | None) -> int | float | None:
    """A length in years as machines read it: 3, 2.5, null."""
    return int(length) if length is not None and length % 1 == 0 else length


def route_record(route: Route) -> dict[str, object]:
    """The route as it stands in a page's JSON."""
    return {
        "navn": route.name,
        "gir": route.gives,
        "ar": whole(route.years),
        "merknad": route.note,
        "steg": [
            {"type": step.kind, "kode": step.code, "navn": step.name, "ar": whole(step.years)} for step in route.steps
        ],
    }


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
