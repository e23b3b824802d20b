"""What is wrong in the data, collected: which file, which line, where in it, what, and what would do. In Norwegian, for
whoever writes data."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class BadData(Exception):
    """Raised when all of the data has been read and something was wrong; `str()` has a line for each fault, by file
    and line, and then how many there are."""

    def __init__(self, lines: list[str]) -> None:
        count = f"{len(lines)} feil i dataene." if len(lines) > 1 else "1 feil i dataene."
        super().__init__("\n".join([*lines, count]))
        self.lines = lines


class Faults:
    """The faults that have been found. One place has one fault: what follows from it is not told."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int, str], str] = {}
        self._followed: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def __len__(self) -> int:
        """How many there are, told and untold: whether something was sound is whether it added any."""
        return len(self._found) + len(self._followed)

    def add(self, file: str, line: int, inside: str, what: str) -> None:
        self._found.setdefault((file, line, inside), what)

    def follow(self, file: str) -> None:
        """A fault in a file that follows from another, and is not told."""
        self._followed.append(file)

    def in_file(self, file: str) -> bool:
        """Whether a fault, told or not, has been found in a file under data/."""
        return any(found.endswith(f"/{file}") for found in (*(where[0] for where in self._found), *self._followed))

    def raise_if_any(self) -> None:
        """Raises BadData where anything was wrong."""
        if self._found:
            raise BadData([_line(*where, what) for where, what in sorted(self._found.items())])


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


def unknown(what: str, value: str, known: Iterable[str], where: str = "") -> str:
    """ "ukjent kilde ssb-11481 (mente du ssb-11418?)"; where nothing is near, `where` the known ones stand."""
    near = get_close_matches(value, list(known), 1, 0.7)
    hint = f"mente du {near[0]}?" if near else f"de som finnes, står i {where}" if where else ""
    return f"ukjent {what} {value}{f' ({hint})' if hint else ''}"


def _line(file: str, line: int, inside: str, what: str) -> str:
    where = f"{file}:{line}" if line else file
    return ": ".join(_one_line(part) for part in (where, inside, what) if part)


def _one_line(text: str) -> str:
    """What the data holds may be anything: what cannot be printed is written out."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)
