"""Where an amount stands among the pay of a group: no more than quartiles, median and mean can tell."""

from __future__ import annotations

from yrke_cli.words import kroner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from yrke_cli.records import Pay

# From below: the place, and what follows from it.
_BELOW = "under nedre kvartil (minst 75 av 100 tjener mer)"
_LOW = "mellom nedre kvartil og medianen (minst 25 av 100 tjener mindre, minst 50 mer)"
_HIGH = "mellom medianen og øvre kvartil (minst 50 av 100 tjener mindre, minst 25 mer)"
_ABOVE = "over øvre kvartil (minst 75 av 100 tjener mindre)"


def standings(rows: Sequence[Pay], amount: int) -> list[str]:
    """A sentence for each population of the newest year of each group: where `amount` (NOK a month in a full post)
    stands in it. A row without a median tells of its mean alone."""
    newest: dict[str, int] = {}
    for row in rows:
        newest[row.occupation] = max(row.year, newest.get(row.occupation, 0))
    return [_standing(row, amount) for row in rows if row.year == newest[row.occupation]]


def _standing(row: Pay, amount: int) -> str:
    whom = [row.working_time if row.working_time != "alle" else "all arbeidstid"]
    whom += [one for one in (row.sector, row.sex) if one != "alle"]
    parts = [part for part in (_among(row, amount), _beside_mean(row, amount)) if part]
    said = " og ".join(parts)
    return f"{row.occupation} ({', '.join(whom)}, {row.year}): {kroner(amount)} er {said}."


def _among(row: Pay, amount: int) -> str:
    if row.median is None:
        return ""
    marks = {row.p25: "nedre kvartil", row.p75: "øvre kvartil", row.median: "medianen"}
    if amount in marks:
        return f"lik {marks[amount]}"
    if row.p25 is None or row.p75 is None:
        low = amount < row.median
        return f"{'under' if low else 'over'} medianen (minst 50 av 100 tjener {'mer' if low else 'mindre'})"
    if amount < row.median:
        return _BELOW if amount < row.p25 else _LOW
    return _ABOVE if amount > row.p75 else _HIGH


def _beside_mean(row: Pay, amount: int) -> str:
    if row.mean is None:
        return ""
    if amount == row.mean:
        return "lik gjennomsnittet"
    return f"{kroner(abs(amount - row.mean))} {'under' if amount < row.mean else 'over'} gjennomsnittet"
