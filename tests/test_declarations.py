"""What is made from the declarations of data/: the schema that helps an editor, and the tables of the README."""

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from tests.conftest import DATA, INVENTED
from yrke_build.declared import FILES, RECORD
from yrke_build.describing import SCHEMA, describe, schema, with_tables

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
    shutil.copy(DATA / "README.md", tmp_path)
    describe(tmp_path)
    assert (tmp_path / SCHEMA).read_text(encoding="utf-8") == schema()


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


def test_every_key_says_what_it_means() -> None:
    for key in RECORD.keys:
        assert key.means.endswith("."), key.name
    for file in FILES:
        assert all(column.means for column in file.columns)
