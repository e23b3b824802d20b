"""Reading YAML and CSV with every value's line, so that a fault can be named where it stands."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from yrke_build.faults import Faults, Place

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, root: Path, faults: Faults) -> tuple[Place, Any]:
    """The value in a YAML file, None where it is not YAML, and its place, which knows the line of each key."""
    file = path.relative_to(root).as_posix()
    text = _text_of(path, file, faults)
    lines: dict[str, int] = {}
    place = Place(faults, file, lines)
    if text is None:
        return place, None
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        _note_lines(node, place, lines)
        return place, None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        faults.add(file, line, "", f"ikke YAML: {error.problem or error.context}")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        faults.add(file, 1, "", f"ikke YAML: {str(error).splitlines()[0]}")
    finally:
        loader.dispose()
    return place, None


def _note_lines(node: Any, place: Place, lines: dict[str, int]) -> None:
    """The line of every key and item; a key that stands twice is a fault (YAML itself keeps the last)."""
    if isinstance(node, yaml.MappingNode):
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


def read_csv(
    path: Path, root: Path, columns: list[str], faults: Faults
) -> Iterator[tuple[Place, dict[str, str | None]]]:
    """The rows of a CSV file with exactly these columns; empty cells are None."""
    file = path.relative_to(root).as_posix()
    text = _text_of(path, file, faults)
    if text is None:
        return
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    if header != columns:
        faults.add(file, 1, "", f"kolonnene er {','.join(header)}, ikke {','.join(columns)}")
        return
    line = 2
    try:
        for cells in reader:
            place = Place(faults, file, reader.line_num)
            if len(cells) == len(columns):
                yield place, {name: cell or None for name, cell in zip(columns, cells, strict=True)}
            else:
                place.fault(f"{len(cells)} celler, ikke {len(columns)}")
            line = reader.line_num + 1
    except csv.Error:
        # Python's reader gives up on a cell of more than 128 KiB, as one that is never closed soon is.
        faults.add(file, line, "", "et anførselstegn som aldri lukkes")


def _text_of(path: Path, file: str, faults: Faults) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        faults.add(file, 0, "", "filen mangler")
    except UnicodeDecodeError as error:
        faults.add(file, 0, "", f"ikke UTF-8 (byte {error.start})")
    return None
