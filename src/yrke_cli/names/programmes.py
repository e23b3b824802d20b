"""From what was typed to the programme area that was meant."""

from __future__ import annotations

from yrke_cli.catalogue.programmes import Programmes
from yrke_cli.faults import NothingFound
from yrke_cli.words import echoed, fold, norwegian_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.catalogue import Catalogue


def programme_named(catalogue: Catalogue, words: Sequence[str]) -> str:
    """The Grep code of the programme area with this name (bokmål, nynorsk or English) or code.

    Some names have two codes; the one in use is meant. Raises NothingFound.
    """
    typed = " ".join(words)
    wanted = fold(typed)
    programmes = Programmes(catalogue)
    in_use = programmes.in_use()
    for folded in _with_and_without_level(wanted):
        codes = programmes.named(folded)
        live = [code for code in codes if code in in_use] or codes
        if live:
            # A Vg2 and its Vg3 may share a name (Akvakultur, Frisør): the earlier one leads to the later.
            return min(live, key=lambda code: code[5])
    raise _unknown(typed, wanted, [name for code, name in programmes.names().items() if code in in_use])


def _unknown(typed: str, wanted: str, names: list[str]) -> NothingFound:
    """That no programme area is called so, with those that may be meant."""
    from yrke_cli.names.suggest import MOST_CANDIDATES, nearest

    inside = sorted({name for name in names if wanted and wanted in fold(name)}, key=norwegian_order)
    if len(inside) > 1:
        shown = [f"  {name}" for name in inside[:MOST_CANDIDATES]]
        return NothingFound(f"«{echoed(typed)}» kan være flere programområder:", *shown)
    near = inside or nearest(typed, names)
    hint = (
        f"Mente du {' eller '.join(f'«{name}»' for name in near)}?" if near else "Prøv for eksempel: yrke fra naturbruk"
    )
    return NothingFound(f"Fant ikke noe programområde som heter «{echoed(typed)}».", hint)


def _with_and_without_level(wanted: str) -> list[str]:
    """Vg1 may be typed before the name, after it or not at all; signs alone are no name."""
    if not wanted:
        return []
    return [wanted, f"{wanted}vg1", wanted.removesuffix("vg1"), f"vg1{wanted}", wanted.removeprefix("vg1")]
