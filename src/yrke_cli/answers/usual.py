"""What goes without saying: a value that nearly all rows have is said once, and the others say theirs."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

# What is said after a usual value: the others say theirs.
ELSE = "der ikke annet står"


def usual_of(values: list[T]) -> T | None:
    """The value that goes without saying, since four of five or more are it; None where there is none."""
    from collections import Counter

    most, times = Counter(values).most_common(1)[0]
    return most if times >= 0.8 * len(values) else None
