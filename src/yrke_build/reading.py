"""Reading YAML and CSV with every value's line, so that a fault can be named where it stands."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from yrke_build.faults import Faults, Place

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What YAML's two readers (the fast one is not everywhere) say, and what is probably wrong.
PROBLEMS = (
    ("mapping values are not allowed", "et kolon i en tekst; sett teksten i anførselstegn"),
    ("cannot start any token", "et tegn som ikke kan stå først (tabulator, @, `); sett teksten i anførselstegn"),
    ("unexpected end of stream", "et anførselstegn som aldri lukkes"),
    (r"expected ',' or '\]'", "en liste som aldri lukkes, eller et komma som mangler mellom to ledd"),
    (r"expected ',' or '\}'", "et { som aldri lukkes, eller et komma som mangler mellom to nøkler"),
    ("could not find expected ':'", "en linje uten kolon etter nøkkelen"),
    ("expected key|expected '-' indicator|block end", "innrykket stemmer ikke, eller teksten lukkes for tidlig"),
    ("undefined alias", "en tekst som begynner med *; sett den i anførselstegn"),
    ("constructor for the tag", "en tekst som begynner med !; sett den i anførselstegn"),
    ("another document", "en linje med --- midt i fila"),
    ("unhashable key", "en liste kan ikke være en nøkkel"),
)  # fmt: skip


def read_yaml(path: Path, root: Path, faults: Faults) -> tuple[Place, Any]:
    """The value in a YAML file, None where it is not YAML, and its place, which knows the line of each key."""
    file = path.relative_to(root).as_posix()
    text = _text_of(path, file, faults)
    lines: dict[str, int] = {}
    place = Place(faults, file, lines)
    if text is not None:
        try:
            return place, _value_of(text, place, lines)
        except yaml.MarkedYAMLError as error:
            faults.add(file, _line_of(error), "", f"ikke YAML: {_problem(error)}")
        except yaml.reader.ReaderError:
            # Where it is in the text, the library's two readers count differently.
            strange = yaml.reader.Reader.NON_PRINTABLE.search(text)
            line = text.count("\n", 0, strange.start() if strange else 0) + 1
            faults.add(file, line, "", "ikke YAML: et tegn som ikke kan stå der")
        except RecursionError:
            faults.add(file, 1, "", "ikke YAML: lister eller nøkler i hverandre uten ende")
    faults.lose(file)
    return place, None


def _value_of(text: str, place: Place, lines: dict[str, int]) -> Any:
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        _note_lines(node, place, lines)
        return None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def _problem(error: yaml.MarkedYAMLError) -> str:
    """What the library says in English, in the words of whoever writes data; what is not among these is rare."""
    said = error.problem or error.context or ""
    return next((told for pattern, told in PROBLEMS if re.search(pattern, said)), said)


def _line_of(error: yaml.MarkedYAMLError) -> int:
    """Where the slip is: what is never closed begins there, and is missed much later."""
    begins = re.search("quoted scalar|simple key|flow", error.context or "")
    mark = (error.context_mark if begins else None) or error.problem_mark
    return mark.line + 1 if mark else 1


def _note_lines(node: Any, place: Place, lines: dict[str, int]) -> None:
    """The line of every key and item; a key that stands twice is a fault (YAML itself keeps the last)."""
    if isinstance(node, yaml.ScalarNode):
        _let_stand(node)
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            at = place.at(str(key.value))
            lines[at.inside] = key.start_mark.line + 1
            if str(key.value) in seen:
                at.fault("nøkkelen står to ganger")
            seen.add(str(key.value))
            _note_lines(value, at, lines)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            lines[place.at(number).inside] = item.start_mark.line + 1
            _note_lines(item, place.at(number), lines)


def _let_stand(node: yaml.ScalarNode) -> None:
    """What looks like a date and is none, as 2015-13-13, is the text that stands there: one fault, not an end to it."""
    if node.tag == "tag:yaml.org,2002:timestamp":
        try:
            yaml.constructor.SafeConstructor().construct_yaml_timestamp(node)
        except ValueError:
            node.tag = "tag:yaml.org,2002:str"


def read_csv(
    path: Path, root: Path, columns: list[str], faults: Faults
) -> Iterator[tuple[Place, dict[str, str | None]]]:
    """The rows of a CSV file with exactly these columns; empty cells are None."""
    file = path.relative_to(root).as_posix()
    text = _text_of(path, file, faults)
    if text is None:
        return
    # By lines of its own: other signs that part lines elsewhere are signs in a cell.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    # Where a row begins: one with a line break in a cell takes up several lines.
    line = 1
    try:
        header = next(reader, [])
        if header != columns:
            faults.add(file, 1, "", f"kolonnene er {','.join(header)}, ikke {','.join(columns)}")
            faults.lose(file)
            return
        line = reader.line_num + 1
        for cells in reader:
            place = Place(faults, file, line)
            if len(cells) == len(columns):
                yield place, {name: cell or None for name, cell in zip(columns, cells, strict=True)}
            else:
                place.fault(f"{len(cells)} celler, ikke {len(columns)}")
                faults.lose(file, " ".join(cells))
            line = reader.line_num + 1
    except csv.Error:
        # One that is not closed seems closed where the next one begins, however far below.
        faults.add(file, line, "", "et anførselstegn som ikke lukkes, eller som står midt i en celle")
        faults.lose(file)


def _text_of(path: Path, file: str, faults: Faults) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        faults.add(file, 0, "", "filen mangler")
    except UnicodeDecodeError as error:
        faults.add(file, 0, "", f"ikke UTF-8 (byte {error.start})")
    faults.lose(file)
    return None
