"""The JSON Schemas of the answers: fresh, and true of every answer, golden and real."""

import copy
import json
import subprocess
import sys
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import GOLDEN, ROOT, YRKE, Runner, call

# Where a golden file is the answer of which schema; the names begin so.
NAMES = {
    "vis-": "vis", "lonn": "lonn", "utdanning": "utdanning", "opptak": "opptak", "sok": "sok",
    "liste": "liste", "forklar": "forklar", "fra-": "fra", "sammenlign": "sammenlign", "kilde": "kilder",
    "dekning-totalt": "dekning-totalt", "dekning": "dekning",
}  # fmt: skip
# Real answers of every command.
CALLS: dict[str, list[tuple[str, ...]]] = {
    "lonn": [("lønn", "--alt"), ("lønn", "helsesekretær", "--alt"), ("lønn", "--deltid")],
    "utdanning": [("utdanning", "sykepleier", "kokk", "pilot", "lege")],
    "opptak": [("opptak", "lege", "psykolog", "kokk")],
    "sok": [("søk", "helse"), ("søk", "dykk")],
    "liste": [("liste",)],
    "fra": [("fra", "naturbruk"), ("fra", "studiespesialisering")],
    "sammenlign": [("sammenlign", "kokk", "lege", "pilot", "prest", "astronaut")],
    "kilder": [("kilder",), ("kilder", "kokk")],
    "kilder-database": [("kilder", "--database")],
    "dekning": [("dekning",)],
    "dekning-totalt": [("dekning", "--totalt")],
}


@cache
def maker() -> ModuleType:
    spec = spec_from_file_location("skjema", ROOT / "docs" / "skjema.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["skjema"] = module
    spec.loader.exec_module(module)
    return module


@cache
def validator(name: str) -> Draft202012Validator:
    import yrke_cli

    path = Path(yrke_cli.__file__).parent / "skjema" / f"{name}.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def wrong(name: str, answer: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(answer)]


def test_the_files_are_those_that_are_made_now() -> None:
    made = maker().files()
    stale = [path.name for path, content in made.items() if path.read_text(encoding="utf-8") != content]
    assert stale == [], "python docs/skjema.py"
    assert sorted((ROOT / "src" / "yrke_cli" / "skjema").iterdir()) == sorted(
        path for path in made if path.suffix == ".json"
    )


def test_every_schema_is_one_and_every_answer_has_one() -> None:
    schemas = maker().schemas()
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    assert {*CALLS} | {"vis", "forklar"} == {*schemas}


def schema_of(path: Path) -> str:
    return next(name for start, name in NAMES.items() if path.name.startswith(start))


def whole(path: Path) -> bool:
    return "kolonner" not in path.name


@pytest.mark.parametrize("path", sorted(filter(whole, GOLDEN.glob("*.json"))), ids=lambda path: path.stem)
def test_every_golden_answer_is_as_its_schema_says(path: Path) -> None:
    assert wrong(schema_of(path), json.loads(path.read_text(encoding="utf-8"))) == []


def test_every_page_is_as_the_schema_says_with_its_keys_in_this_order() -> None:
    keys = list(maker().schemas()["vis"]["properties"])
    slugs = call("liste", "--kolonner", "slug", "--tsv").out.splitlines()[1:]
    done = subprocess.run(
        [YRKE, "vis", "-", "--jsonl"], input="\n".join(slugs).encode(), capture_output=True, check=True
    )
    pages = list(map(json.loads, done.stdout.decode().splitlines()))
    assert [page["slug"] for page in pages] == slugs
    for page in pages:
        assert wrong("vis", page) == []
        assert list(page) == keys


@pytest.mark.parametrize("name", CALLS)
def test_every_command_answers_as_its_schema_says(name: str) -> None:
    keys = list(maker().schemas()[name]["items"]["properties"])
    for arguments in CALLS[name]:
        rows = json.loads(call(*arguments, "--json").out)
        assert wrong(name, rows) == []
        assert rows
        assert all(list(row) == keys for row in rows)


def test_every_explanation_is_as_its_schema_says() -> None:
    topics = json.loads(call("forklar", "--json").out)
    assert wrong("forklar", topics) == []
    for topic in topics["emner"]:
        told = json.loads(call("forklar", topic["emne"], "--json").out)
        assert wrong("forklar", told) == []
        assert (told["emne"], told["tittel"]) == (topic["emne"], topic["tittel"])


def test_what_is_otherwise_is_seen(invented: Runner) -> None:
    """The checks above can fail: a key too many, one too few, another type."""
    rows = json.loads(invented("lønn", "--json").out)
    for change in ({"ny": 1}, {"ar": "2025"}, {"ar": None}, {"median": 1.5}):
        changed: list[dict[str, Any]] = copy.deepcopy(rows)
        changed[0] |= change
        assert wrong("lonn", changed) != []
    del rows[0]["median"]
    assert wrong("lonn", rows) == ["$[0]: 'median' is a required property"]
