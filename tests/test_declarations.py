"""What is made from the declarations of data/: the schema that helps an editor, and the tables of the README."""

import copy
import datetime
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from tests.conftest import DATA, INVENTED
from yrke_build import BadData
from yrke_build.declared import FILES, RECORD, SOURCE_KEYS
from yrke_build.describing import SCHEMA, describe, schema, with_tables
from yrke_build.education import read_education
from yrke_build.faults import Faults, Place
from yrke_build.general import read_general
from yrke_build.tables import Tables

VALIDATOR = Draft202012Validator(json.loads(schema()), format_checker=FormatChecker())


def plain(value: Any) -> Any:
    """A date as the text that stands in the file: JSON has none."""
    if isinstance(value, dict):
        return {key: plain(own) for key, own in value.items()}
    if isinstance(value, list):
        return [plain(own) for own in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def faults(text: str) -> list[str]:
    return [fault.json_path for fault in VALIDATOR.iter_errors(plain(yaml.safe_load(text)))]


def test_the_schema_and_the_tables_are_those_of_the_declarations(tmp_path: Path) -> None:
    """`python -m yrke_build --beskriv` writes them anew."""
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert (DATA / SCHEMA).read_text(encoding="utf-8") == schema()
    assert with_tables(readme) == readme
    for file in FILES:
        assert f"<!-- made: {file.path} -->\n| column |" in readme
    assert "<!-- made: kilder.yaml -->\n| key |" in readme
    shutil.copy(DATA / "README.md", tmp_path)
    describe(tmp_path)
    assert (tmp_path / SCHEMA).read_text(encoding="utf-8") == schema()
    (tmp_path / "README.md").write_text(re.sub(r"\| `.*\n", "", readme), encoding="utf-8")
    describe(tmp_path)
    assert (tmp_path / "README.md").read_text(encoding="utf-8").count("| `styrk08` |") == 5


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(schema()))


def test_every_record_fits_the_schema() -> None:
    files = [*(DATA / "yrker").glob("*.yaml"), *(INVENTED / "yrker").glob("*.yaml")]
    assert len(files) > 600
    for path in files:
        assert faults(path.read_text(encoding="utf-8")) == [], path.name


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("tittel: Månesmed\n", "", "$"),
        ("nus: ", "NUS: ", "$"),
        ('["7221", "7222"]', "[7221]", "$.styrk08[0]"),
        ("kilder: [oppdiktet, utdanning-2015]", "kilder: []", "$.kilder"),
        ("ar: 2.5", "ar: 2.3", "$.utdanning[0].steg[2].ar"),
        ("gir: Bachelor", "gir: 3", "$.utdanning[1].gir"),
        ("grad: Bachelor i lys", "gradd: Bachelor i lys", "$.utdanning[1].steg[0]"),
        ("oppdatert: 2015-03-13", "oppdatert: i fjor", "$.side.oppdatert"),
    ],
)
def test_a_slip_is_marked_where_it_stands(old: str, new: str, place: str) -> None:
    written = (INVENTED / "yrker" / "manesmed.yaml").read_text(encoding="utf-8")
    assert written.count(old) == 1
    assert place in faults(written.replace(old, new))


WRONG = [
    "", " x", "x", "x\ny", 0, -1, 3, 2.25, 99, True, [], {}, ["x", "x"], [3], [None], {"x": "y"}, {"om": "x"},
    "2015-03-13",
]  # fmt: skip


def places(value: Any) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside a record."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, own in inside:
        yield (key,)
        yield from ((key, *more) for more in places(own))


def changed(record: dict[str, Any], place: tuple[Any, ...]) -> Iterator[dict[str, Any]]:
    """The record with something else there, with it twice, with a key more, and without it."""
    *way, last = place
    for wrong in [*WRONG, "twice", "more", "without"]:
        copied = copy.deepcopy(record)
        owner: Any = copied
        for step in way:
            owner = owner[step]
        if wrong == "without":
            del owner[last]
        elif wrong == "twice" and isinstance(owner, list):
            owner.append(copy.deepcopy(owner[last]))
        elif wrong == "more" and isinstance(owner[last], dict):
            owner[last]["tull"] = "x"
        else:
            owner[last] = wrong
        yield copied


@pytest.fixture(scope="module")
def tables() -> Tables:
    """What the invented data holds that an occupation may refer to."""
    read = Tables(INVENTED)
    read_general(read)
    read_education(read)
    return read


@pytest.mark.parametrize("name", ["manesmed", "stjernepleier", "aker-eng-test-2"])
def test_the_schema_and_the_reader_take_and_refuse_the_same(name: str, tables: Tables) -> None:
    """But for what no schema can know (what others refer to) and JSON has not (dates)."""
    record = yaml.safe_load((INVENTED / "yrker" / f"{name}.yaml").read_text(encoding="utf-8"))
    tried = 0
    for place in places(record):
        if place in (("side", "oppdatert"), ("lest",)):
            continue
        for one in changed(record, place):
            faulty = Faults()
            RECORD.read(one, Place(faulty, f"{name}.yaml"), tables)
            said = told_by(faulty)
            of_references = [line for line in said if re.search(": ukjent (?!nøkkel|ord)", line)]
            marked = [fault.json_path for fault in VALIDATOR.iter_errors(plain(one))]
            assert marked or said == of_references, (place, said)
            assert said or not marked, (place, marked)
            tried += 1
    assert tried > 200


def told_by(faulty: Faults) -> list[str]:
    try:
        faulty.raise_if_any()
    except BadData as told:
        return told.lines
    return []


def test_the_records_that_the_readme_shows_fit_the_schema() -> None:
    """Every key of a record, in its order, stands in the README's two examples."""
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    base, profile = re.findall("```yaml\n(.*?)```", readme, re.DOTALL)
    # What stands in brackets is told, not shown.
    shown = re.sub(r"\[(paragraph, paragraph|\.\.\.)\]", "[x]", base + profile)
    assert faults(shown) == []
    assert list(yaml.safe_load(shown)) == [key.name for key in RECORD.keys]


def test_every_key_says_what_it_means() -> None:
    for key in RECORD.keys:
        assert key.means.endswith("."), key.name
    for file in FILES:
        assert all(column.means for column in file.columns)
    assert all(key.means for key in SOURCE_KEYS.keys)
