"""The kinds of values that data can hold: how one is read and checked, what it is called, and its JSON Schema.

A kind reads a value and gives it back as the program wants it, or notes a fault and gives None. Cells of CSV files are
texts; YAML has types of its own.
"""

from __future__ import annotations

import datetime
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from collections.abc import Mapping as AbcMapping
from types import MappingProxyType
from typing import Any, NamedTuple

from yrke_build.faults import Place, nearest, unknown
from yrke_build.ids import Ids
from yrke_cli.words import WEEKS

OLDEST, NEWEST = 1990, 2100


class Kind(ABC):
    """A kind of value: `name` in the README's tables, `schema` in the JSON Schema."""

    name: str
    schema: AbcMapping[str, Any]

    @abstractmethod
    def read(self, value: Any, place: Place, ids: Ids) -> Any:
        """The value as the program wants it; None (or what is sound of a list) where a fault was noted."""


class Text(Kind):
    name = "text"
    # Neither empty nor with a space at an end.
    schema: AbcMapping[str, Any] = MappingProxyType({"type": "string", "pattern": r"^\S(.*\S)?$"})

    def read(self, value: Any, place: Place, ids: Ids) -> str | None:
        if not isinstance(value, str):
            place.fault(f"{named(value)} der det skulle stå en tekst")
        elif value != value.strip() or not value:
            place.fault("tom tekst, eller mellomrom i enden")
        elif any(not letter.isprintable() and letter != "\N{NO-BREAK SPACE}" for letter in value):
            place.fault("linjeskift eller styretegn i teksten")
        else:
            return value
        return None


class Pattern(Text):
    """A text of a form of its own."""

    def __init__(self, pattern: str, article: str, name: str) -> None:
        self.pattern = pattern
        self.article = article
        self.name = name
        self.schema = {"type": "string", "pattern": f"^{pattern}$"}

    def read(self, value: Any, place: Place, ids: Ids) -> str | None:
        text = super().read(value, place, ids)
        if text is not None and not re.fullmatch(self.pattern, text):
            place.fault(f"{text} er ikke {self.article} {self.name}")
            return None
        return text


class Known(Text):
    """A text that refers to something: `what` it is called, the `file` or folder where these stand, and which there
    are."""

    def __init__(self, what: str, file: str, known: Callable[[Ids], Collection[str]], pattern: str = "") -> None:
        self.what = what
        self.file = file
        self.name = f"reference to `{file}`"
        self.known = known
        self.schema = {"type": "string", "pattern": f"^{pattern}$"} if pattern else Text.schema

    def read(self, value: Any, place: Place, ids: Ids) -> str | None:
        text = super().read(value, place, ids)
        if text is None or text in self.known(ids):
            return text
        if place.faults.may_be_lost(self.file, text):
            # What is not as it should be there has been told.
            place.faults.follow()
        else:
            place.fault(unknown(self.what, text, self.known(ids), f"de som finnes, står i {self.file}"))
        return None


class Word(Text):
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.name = " · ".join(words)
        self.schema = {"enum": list(words)}

    def read(self, value: Any, place: Place, ids: Ids) -> str | None:
        text = super().read(value, place, ids)
        if text is None or text in self.words:
            return text
        choices = f"velg mellom {', '.join(self.words)}" if self.words[1:] else f"skal være {self.words[0]}"
        place.fault(unknown("ord", text, self.words, choices))
        return None


class Whole(Kind):
    """A whole number, of a unit where it says one."""

    def __init__(self, least: int = 0, most: int = 999_999_999, name: str = "whole number") -> None:
        self.least, self.most, self.name = least, most, name
        self.schema = {"type": "integer", "minimum": least, "maximum": most}

    def read(self, value: Any, place: Place, ids: Ids) -> int | None:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            place.fault(f"{named(value)} der det skulle stå et helt tall")
        elif not self.least <= value <= self.most:
            place.fault(f"{value} er ikke mellom {self.least} og {self.most}")
        else:
            return value
        return None


class Year(Whole):
    """A year from 1990; a build must not depend on the day that it runs, so the newest is far off."""

    def __init__(self) -> None:
        super().__init__(OLDEST, NEWEST, "year")

    def read(self, value: Any, place: Place, ids: Ids) -> int | None:
        if isinstance(value, (int, str)) and re.fullmatch(r"[0-9]{1,9}", str(value)) and not _possible(int(value)):
            place.fault(f"umulig årstall {value}")
            return None
        return super().read(value, place, ids)


class YearText(Text):
    """A year, or a text such as "ca. 2022" or "uten år"."""

    name = "year or text"
    schema: AbcMapping[str, Any] = MappingProxyType(
        {**Text.schema, "type": ["integer", "string"], "minimum": OLDEST, "maximum": NEWEST}
    )

    def read(self, value: Any, place: Place, ids: Ids) -> str | None:
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else super().read(value, place, ids)
        years = [int(value)] if isinstance(value, int) else map(int, re.findall(r"[0-9]{4,}", text or ""))
        for year in years:
            if not _possible(year):
                place.fault(f"umulig årstall {year}")
                return None
        return text


class Date(Kind):
    name = "date"
    schema: AbcMapping[str, Any] = MappingProxyType({"type": "string", "format": "date"})

    def read(self, value: Any, place: Place, ids: Ids) -> str | None:
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        place.fault(f"{named(value)} der det skulle stå en dato")
        return None


class Length(Kind):
    """A length of education in years: above 0, up to 10, in quarters; a course of 1 to 12 weeks as "4 uker"."""

    name = "years"
    schema: AbcMapping[str, Any] = MappingProxyType(
        {
            "anyOf": [
                {"type": "number", "exclusiveMinimum": 0, "maximum": 10, "multipleOf": 0.25},
                {"type": "string", "pattern": "^([1-9]|1[0-2]) uker?$"},
            ]
        }
    )

    def read(self, value: Any, place: Place, ids: Ids) -> float | None:
        weeks = re.fullmatch(r"([1-9]|1[0-2]) uker?", value) if isinstance(value, str) else None
        if weeks:
            return round(int(weeks[1]) / WEEKS, 2)
        if isinstance(value, str) and re.fullmatch(r"[0-9]+(\.[0-9]+)?", value):
            value = float(value)
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            place.fault(f"{named(value)} der det skulle stå et antall år")
        elif not 0 < value <= 10 or value * 4 % 1:
            place.fault(f"umulig lengde {value:g} år")
        else:
            return float(value)
        return None


class Several(Kind):
    """A list of values of a kind, none of them twice."""

    def __init__(self, kind: Kind, least: int = 0) -> None:
        self.kind = kind
        self.least = least
        self.name = f"list of {kind.name}"
        self.schema = {"type": "array", "items": kind.schema, "uniqueItems": True, "minItems": least}

    def read(self, value: Any, place: Place, ids: Ids) -> list[Any]:
        if not isinstance(value, list):
            place.fault(f"{named(value)} der det skulle stå en liste")
            return []
        if len(value) < self.least:
            place.fault("er tom")
        found: list[Any] = []
        for number, item in enumerate(value):
            own = self.kind.read(item, place.at(number), ids)
            if own is not None and item in value[:number]:
                place.at(number).fault(
                    f"{own} står der fra før" if isinstance(own, str) else "det samme står der fra før"
                )
            elif own is not None:
                found.append(own)
        return found


class Separated(Kind):
    """A list inside a cell, its values separated by ";"."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.name = f"{kind.name}, several separated by `;`"
        # It stands in CSV files alone, of which no schema is made.
        self.schema = Text.schema

    def read(self, value: Any, place: Place, ids: Ids) -> list[Any]:
        own = [self.kind.read(one, place, ids) for one in value.split(";")]
        return [one for one in own if one is not None]


class Key(NamedTuple):
    """A key of a mapping, or a column of a table."""

    name: str
    kind: Kind
    means: str
    required: bool = False


class Record:
    """A mapping that has been read: what was given, the value of each declared key, and where each stands. It is
    `sound` where nothing was wrong in it."""

    def __init__(self, place: Place, given: dict[str, Any], values: dict[str, Any], sound: bool) -> None:
        self.place = place
        self.given = given
        self.values = values
        self.sound = sound

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def fault(self, key: str, what: str) -> None:
        self.place.at(key).fault(what)


class Mapping(Kind):
    """A mapping with these keys and no others; of those that `one_of` names, exactly one is there."""

    name = "mapping"

    def __init__(self, *keys: Key, one_of: tuple[str, ...] = ()) -> None:
        self.keys = keys
        self.one_of = one_of
        self.schema = {
            "type": "object",
            "properties": {key.name: {**key.kind.schema, "description": key.means} for key in keys},
            "required": [key.name for key in keys if key.required],
            "additionalProperties": False,
        }
        if one_of:
            self.schema["oneOf"] = [{"required": [name]} for name in one_of]

    def read(self, value: Any, place: Place, ids: Ids) -> Record | None:
        if not isinstance(value, dict):
            place.fault(f"{named(value)} der det skulle stå nøkler med verdier")
            return None
        before = len(place.faults)
        names = [key.name for key in self.keys]
        strange = [str(key) for key in value if key not in names]
        for key in strange:
            place.at(key).fault(unknown("nøkkel", key, names))
        # A key that is written wrong is told as that, not as one that lacks too.
        meant = {nearest(key, names) for key in strange}
        values = {key.name: self._value(key, value, meant, place, ids) for key in self.keys}
        given = [name for name in self.one_of if value.get(name) is not None]
        if self.one_of and len(given) != 1 and not meant.intersection(self.one_of):
            place.fault(f"skal ha nøyaktig ett av {', '.join(self.one_of)}")
        return Record(place, value, values, len(place.faults) == before)

    def _value(self, key: Key, value: dict[str, Any], meant: set[str | None], place: Place, ids: Ids) -> Any:
        if value.get(key.name) is not None:
            return key.kind.read(value[key.name], place.at(key.name), ids)
        if key.required and (key.name in value or key.name not in meant):
            place.at(key.name).fault("er tom" if key.name in value else "mangler")
        return [] if isinstance(key.kind, (Several, Separated)) else None


class ByName(Kind):
    """A mapping from names, of a form of their own, to values of a kind."""

    name = "mapping by name"

    def __init__(self, names: Text, kind: Kind) -> None:
        self.names = names
        self.kind = kind
        self.schema = {
            "type": "object",
            "propertyNames": names.schema,
            "additionalProperties": kind.schema,
        }

    def read(self, value: Any, place: Place, ids: Ids) -> dict[str, Any]:
        if not isinstance(value, dict):
            place.fault(f"{named(value)} der det skulle stå nøkler med verdier")
            self._lose(place, None)
            return {}
        found = {}
        for key, item in value.items():
            at = place.at(str(key))
            name = self.names.read(str(key), at, ids)
            if name is None:
                self._lose(place, str(key))
            if item is None:
                at.fault("er tom")
            elif name is not None and (own := self.kind.read(item, at, ids)) is not None:
                found[name] = own
        return found

    def _lose(self, place: Place, written: str | None) -> None:
        """The names of a whole file are ids that others refer to."""
        if not place.inside:
            place.faults.lose(place.file, written)


def _possible(year: int) -> bool:
    return OLDEST <= year <= NEWEST


def named(value: object) -> str:
    """What stands there, for people."""
    if isinstance(value, str):
        return f"«{value}»" if value.isprintable() and len(value) <= 40 else "en tekst"
    if isinstance(value, datetime.datetime):
        return "et tidspunkt"
    names = {
        datetime.date: "en dato",
        dict: "nøkler med verdier",
        list: "en liste",
        int: "et tall",
        float: "et tall",
        bool: "ja eller nei",
    }
    return names.get(type(value), "ingenting" if value is None else "noe annet")


def described(keys: Sequence[Key], called: str = "column") -> str:
    """The keys as a table of Markdown."""
    rows = [(f"`{key.name}`", key.kind.name, "yes" if key.required else "", key.means) for key in keys]
    return "".join(f"| {' | '.join(row)} |\n" for row in [(called, "type", "required", "what"), ("---",) * 4, *rows])
