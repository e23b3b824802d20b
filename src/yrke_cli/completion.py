"""What a shell may complete a word to. Completion never fails and never says anything: it just has no suggestions."""

from yrke_cli.catalogue import Catalogue, default_path
from yrke_cli.faults import Fault
from yrke_cli.words import fold, plain

MOST = 50


def names_for(kind: str, incomplete: str) -> "list[str]":
    """The names of occupations ("names") or programme areas ("programmes") that begin with what was typed.

    A shell only offers what begins with the very letters that were typed, so a name is offered as it was begun.
    """
    try:
        with Catalogue(default_path()) as catalogue:
            known = _known(catalogue, kind)
    except Fault:
        return []
    wanted = fold(incomplete)
    found = []
    for name in known:
        if fold(name).startswith(wanted):
            found += [form for form in (name, name.lower(), plain(name.lower())) if form.startswith(incomplete)][:1]
    return found[:MOST]


def _known(catalogue: Catalogue, kind: str) -> "list[str]":
    if kind == "programmes":
        names = catalogue.programme_names()
        return sorted({names[code] for code in catalogue.programmes_in_use()})
    return [listed.title for listed in catalogue.occupations()] if kind == "names" else []


def is_occupation(typed: str) -> bool:
    """Whether exactly this is the name of an occupation."""
    from yrke_cli.search import exactly

    try:
        with Catalogue(default_path()) as catalogue:
            return exactly(catalogue, typed)
    except Fault:
        return False
