"""What a shell may complete a word to. Completion never fails and never says anything: it just has no suggestions."""

from yrke_cli.catalogue import Catalogue, default_path
from yrke_cli.faults import Fault
from yrke_cli.words import fold, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 50


def names_for(kind: str, incomplete: str) -> "list[str]":
    """The names of occupations ("names") or programme areas ("programmes") that complete what was typed.

    Of occupations: the titles that begin so or, where none does, the synonyms. A shell only offers what begins with
    the very letters that were typed, so a name is offered as it was begun, and a slip cannot be mended here.
    """
    try:
        with Catalogue(default_path()) as catalogue:
            if kind == "programmes":
                names = catalogue.programme_names()
                return _begun(sorted({names[code] for code in catalogue.programmes_in_use()}), incomplete)
            return _occupations(catalogue, incomplete) if kind == "names" else []
    except Fault:
        return []


def _occupations(catalogue: Catalogue, incomplete: str) -> "list[str]":
    titles = _begun([listed.title for listed in catalogue.occupations()], incomplete)
    return titles or _begun(catalogue.synonyms_from(fold(incomplete)), incomplete)


def _begun(known: "Iterable[str]", incomplete: str) -> "list[str]":
    wanted = fold(incomplete)
    found = []
    for name in known:
        if fold(name).startswith(wanted):
            found += [form for form in (name, name.lower(), plain(name.lower())) if form.startswith(incomplete)][:1]
    return found[:MOST]


def is_occupation(typed: str) -> bool:
    """Whether exactly this is the name of an occupation."""
    from yrke_cli.search import exactly

    try:
        with Catalogue(default_path()) as catalogue:
            return exactly(catalogue, typed)
    except Fault:
        return False
