"""Reading YAML and CSV with every value's place, so that a fault can be named where it stands."""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import yaml

from yrke_build.faults import DataFault

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(Loader):
    """The safe loader, that also refuses a key that stands twice (YAML itself keeps the last)."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(None, None, "found unhashable key", key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(None, None, f"duplicate key {key.value}", key.start_mark)
            seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


class Place:
    """Where in the data we are: a file and a path inside it."""

    def __init__(self, file: str, inside: str = "") -> None:
        self.file = file
        self.inside = inside

    def at(self, key: str | int) -> Place:
        if self.inside.startswith("line "):
            return Place(self.file, f"{self.inside}: {key}")
        step = f"[{key}]" if isinstance(key, int) else f".{key}" if self.inside else key
        return Place(self.file, self.inside + step)

    def fault(self, what: str) -> NoReturn:
        raise DataFault(self.file, self.inside, what)


def _text_of(path: Path, file: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DataFault(file, "", "missing file") from None
    except UnicodeDecodeError as error:
        raise DataFault(file, f"byte {error.start}", "not UTF-8") from None


def read_yaml(path: Path, root: Path) -> Fields:
    """The mapping in a YAML file. Raises DataFault where it is not YAML, not a mapping, or repeats a key."""
    file = path.relative_to(root).as_posix()
    try:
        value = yaml.load(_text_of(path, file), Loader=_StrictLoader)  # noqa: S506 (it is the safe loader, stricter)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = f"line {mark.line + 1}" if mark else ""
        raise DataFault(file, line, error.problem or "not YAML") from None
    except (yaml.YAMLError, ValueError) as error:
        raise DataFault(file, "", f"not YAML: {str(error).splitlines()[0]}") from None
    return Fields(Place(file), value)


def read_csv(path: Path, root: Path, columns: tuple[str, ...]) -> Iterator[Fields]:
    """The records of a CSV file with exactly these columns; empty cells are None. The place is the line."""
    file = path.relative_to(root).as_posix()
    reader = csv.reader(_text_of(path, file).splitlines())
    header = tuple(next(reader, ()))
    if header != columns:
        raise DataFault(file, "line 1", f"columns are {','.join(header)}, not {','.join(columns)}")
    for cells in _rows(reader, file):
        place = Place(file, f"line {reader.line_num}")
        if len(cells) != len(columns):
            place.fault(f"{len(cells)} cells, not {len(columns)}")
        yield Fields(place, {key: cell or None for key, cell in zip(columns, cells, strict=True)})


def _rows(reader: Iterator[list[str]], file: str) -> Iterator[list[str]]:
    """The rows. Python's reader gives up on a cell of more than 128 KiB, as one that is never closed soon is."""
    line = 2
    try:
        for cells in reader:
            yield cells
            line = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error:
        raise DataFault(file, f"line {line}", "a quotation mark that is never closed") from None


class Fields:
    """A mapping whose values are taken out one by one, each checked; what is left over is unknown."""

    def __init__(self, place: Place, value: object) -> None:
        if not isinstance(value, dict):
            place.fault(f"{_named(value)} where a mapping should be")
        self.place = place
        self.left = dict(value)

    def has(self, key: str) -> bool:
        return self.left.get(key) is not None

    def names(self) -> list[str]:
        return [str(key) for key in self.left]

    def at(self, key: str) -> Place:
        return self.place.at(key)

    def fault(self, key: str, what: str) -> NoReturn:
        self.at(key).fault(what)

    def done(self) -> None:
        """Everything has been taken: a key that is left is one that we do not know."""
        if self.left:
            self.fault(str(next(iter(self.left))), "unknown key")

    def _taken(self, key: str, kind: type | tuple[type, ...], name: str, required: bool) -> Any:
        if key not in self.left and required:
            self.fault(key, "missing")
        value = self.left.pop(key, None)
        if value is None and required:
            self.fault(key, "empty")
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            self.fault(key, f"{_named(value)} where {name} should be")
        return value

    def text(self, key: str) -> str:
        """A text that must be there. Raises DataFault else, as everything here does."""
        return _clean(self._taken(key, str, "a text", True), self.at(key))

    def text_or_none(self, key: str) -> str | None:
        value = self._taken(key, str, "a text", False)
        return None if value is None else _clean(value, self.at(key))

    def date_or_none(self, key: str) -> str | None:
        value = self._taken(key, datetime.date, "a date", False)
        if isinstance(value, datetime.datetime):
            self.fault(key, "a datetime where a date should be")
        return None if value is None else str(value.isoformat())

    def year_text(self, key: str) -> str:
        """A year, or a text such as "ca. 2022" or "uten år"."""
        value = self._taken(key, (int, str), "a year or a text", True)
        written = str(value) if isinstance(value, int) else _clean(value, self.at(key))
        if isinstance(value, int):
            possible_year(value, self.at(key))
        for number in re.findall(r"[0-9]{4,}", written):
            possible_year(int(number), self.at(key))
        return written

    def number_or_none(self, key: str) -> float | None:
        value = self._taken(key, (int, float), "a number", False)
        return None if value is None else length(value, self.at(key))

    def whole_or_none(self, key: str) -> int | None:
        """A whole number from 1 up."""
        value: int | None = self._taken(key, int, "a whole number", False)
        if value is not None and value < 1:
            self.fault(key, f"{value} where a whole number from 1 up should be")
        return value

    def texts(self, key: str) -> list[str]:
        """A list of texts without repetition; an absent key is an empty list."""
        values: list[Any] = self._taken(key, list, "a list", False) or []
        for place, value in enumerate(values):
            if not isinstance(value, str):
                self.at(key).at(place).fault(f"{_named(value)} where a text should be")
            _clean(value, self.at(key).at(place))
            if value in values[:place]:
                self.at(key).at(place).fault(f"duplicate {value}")
        return values

    def codes(self, key: str, known: Callable[[str], bool], what: str = "code") -> list[str]:
        """A list of texts, each known."""
        values = self.texts(key)
        for place, value in enumerate(values):
            if not known(value):
                self.at(key).at(place).fault(f"unknown {what} {value}")
        return values

    def several(self, key: str) -> list[Fields]:
        """A list of mappings; an absent key is an empty list."""
        values: list[Any] = self._taken(key, list, "a list", False) or []
        return [Fields(self.at(key).at(place), value) for place, value in enumerate(values)]

    def inner(self, key: str) -> Fields | None:
        value = self._taken(key, dict, "a mapping", False)
        return None if value is None else Fields(self.at(key), value)

    # CSV cells are texts: these read the number or the word in them.

    def cell_number(self, key: str) -> int | None:
        value = self.text_or_none(key)
        if value is None:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", value):
            self.fault(key, f"{value} where a whole number should be")
        return int(value)

    def cell_length(self, key: str) -> float | None:
        value = self.text_or_none(key)
        if value is None:
            return None
        if not re.fullmatch(r"[0-9](\.5)?", value):
            self.fault(key, f"{value} where a number of years should be")
        return length(float(value), self.at(key))

    def cell_year(self, key: str) -> int:
        value = self.cell_number(key)
        if value is None:
            self.fault(key, "empty")
        return possible_year(value, self.at(key))

    def word(self, key: str, known: tuple[str, ...]) -> str:
        value = self.text(key)
        if value not in known:
            self.fault(key, f"unknown word {value}, not one of {', '.join(known)}")
        return value


def possible_year(value: int, place: Place, newest: int = 2100) -> int:
    """A year from 1990 to the newest that its source can speak of: a build must not depend on the day it runs."""
    if not 1990 <= value <= newest:
        place.fault(f"impossible year {value}")
    return value


def length(value: float, place: Place) -> float:
    """A length of education: above 0, up to 10 years, in half years."""
    if not 0 < value <= 10 or value * 2 % 1:
        place.fault(f"impossible length {value:g} years")
    return float(value)


def _clean(value: str, place: Place) -> str:
    if value != value.strip() or not value:
        place.fault("empty text or space at an end")
    if any(not letter.isprintable() and letter != "\N{NO-BREAK SPACE}" for letter in value):
        place.fault("line break or control character in a text")
    return value


def _named(value: object) -> str:
    names = {dict: "a mapping", list: "a list", str: "a text", int: "a number", float: "a number", bool: "yes/no"}
    return names.get(type(value), "nothing" if value is None else type(value).__name__)
