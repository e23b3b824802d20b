"""What is wrong in the data, collected: which file, which line, where in it, what, and what would do. In Norwegian, for
whoever writes data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches


class BadData(Exception):
    """Raised when all of the data has been read and something was wrong; `str()` has a line for each fault, by file
    and line, and then how many there are."""

    def __init__(self, lines: list[str]) -> None:
        count = f"{len(lines)} feil i dataene." if len(lines) > 1 else "1 feil i dataene."
        super().__init__("\n".join([*lines, count]))
        self.lines = lines


# How many more lines with the very same fault are named before the rest are counted.
NAMED = 5


class Faults:
    """The faults that have been found. One place has one fault: what follows from it is not told."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int, str], str] = {}
        self._followed = 0
        # By file, what stands where an id should have been; None where nothing in the file could be read.
        self._lost: dict[str, list[str | None]] = defaultdict(list)

    def __bool__(self) -> bool:
        return bool(self._found)

    def __len__(self) -> int:
        """How many there are, told and untold: whether something was sound is whether it added any."""
        return len(self._found) + self._followed

    def add(self, file: str, line: int, inside: str, what: str) -> None:
        self._found.setdefault((file, line, inside), what)

    def follow(self) -> None:
        """A fault that follows from another, and is not told."""
        self._followed += 1

    def lose(self, file: str, written: str | None = None) -> None:
        """The id of a record in this file cannot be read, only what is `written` there; without, none of the ids."""
        self._lost[file].append(written)

    def may_be_lost(self, file: str, value: str) -> bool:
        """Whether a value that a file under data/ does not have may be one that could not be read there."""
        lost = [one for name, texts in self._lost.items() if name.endswith(f"/{file}") for one in texts]
        return None in lost or any(value in text or nearest(value, [text]) for text in lost if text is not None)

    def raise_if_any(self) -> None:
        """Raises BadData where anything was wrong. The very same fault in many rows of a column is told once."""
        lines: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for (file, line, inside), what in sorted(self._found.items()):
            lines[file, inside, what].append(line)
        told = sorted(
            (file, first, inside, what + _also(more)) for (file, inside, what), (first, *more) in lines.items()
        )
        if told:
            raise BadData([_line(*fault) for fault in told])


class Place:
    """Where in the data we are: a file, a line (0 where it has none), and a path inside it."""

    def __init__(self, faults: Faults, file: str, lines: dict[str, int] | int = 0, inside: str = "") -> None:
        self.faults = faults
        self.file = file
        self.lines = lines
        self.inside = inside

    def at(self, key: str | int) -> Place:
        step = f"[{key}]" if isinstance(key, int) else f".{key}" if self.inside else key
        return Place(self.faults, self.file, self.lines, self.inside + step)

    @property
    def line(self) -> int:
        """The line of this place; of what lacks, that of the place that lacks it."""
        if isinstance(self.lines, int):
            return self.lines
        inside = self.inside
        while inside not in self.lines and inside:
            inside = inside[: max(inside.rfind("."), inside.rfind("["), 0)]
        return self.lines.get(inside, 1)

    def fault(self, what: str) -> None:
        self.faults.add(self.file, self.line, self.inside, what)


def unknown(what: str, value: str, known: Iterable[str], otherwise: str = "") -> str:
    """ "ukjent kilde ssb-11481 (mente du ssb-11418?)"; where nothing is near, `otherwise` which there are."""
    near = nearest(value, known)
    hint = f"mente du {near}?" if near else otherwise
    return f"ukjent {what} {value}{f' ({hint})' if hint else ''}"


def nearest(value: str, known: Iterable[str]) -> str | None:
    """The one that was probably meant, None where none is near."""
    every = list(known)
    # The first letter is seldom wrong, and of a code it says most.
    alike = [one for one in every if one[:1] == value[:1]]
    return next(iter([*get_close_matches(value, alike, 1, 0.7), *get_close_matches(value, every, 1, 0.7)]), None)


def _also(lines: list[int]) -> str:
    """The other lines that have the same fault: ", også på linje 7, 9 og 12"."""
    if not lines:
        return ""
    rest = len(lines) - NAMED
    named = [str(line) for line in lines[:NAMED]]
    *most, last = [*named, f"{rest} til"] if rest > 0 else named
    return f", også på linje {', '.join(most)}{' og ' if most else ''}{last}"


def _line(file: str, line: int, inside: str, what: str) -> str:
    where = f"{file}:{line}" if line else file
    return ": ".join(_one_line(part) for part in (where, inside, what) if part)


def _one_line(text: str) -> str:
    """What the data holds may be anything: what cannot be printed is written out."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)
