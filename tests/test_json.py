"""JSON and JSON Lines: our own few lines write what the json package writes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Runner
from yrke_cli.output.machine.json_ import indented, on_one_line

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(VALUES)
def test_the_text_is_that_of_the_json_package(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)
    assert on_one_line(value) == json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("value", [{"a": {1, 2}}, [b"x"], object()], ids=["a set", "bytes", "an object"])
def test_what_json_does_not_have_is_refused(value: object) -> None:
    for written in (indented, on_one_line):
        with pytest.raises(TypeError, match="has no place in JSON"):
            written(value)


@pytest.mark.parametrize(
    "arguments", [("lønn", "--alt"), ("liste",), ("kilder",), ("søk", "lys"), ("sammenlign", "månesmed", "ølpoet")]
)
def test_lines_are_the_rows_of_the_array(invented: Runner, arguments: tuple[str, ...]) -> None:
    rows = json.loads(invented(*arguments, "--json").out)
    lines = invented(*arguments, "--jsonl").out.splitlines()
    assert len(rows) > 1
    assert [json.loads(line) for line in lines] == rows


def test_a_page_is_one_line(invented: Runner) -> None:
    [line] = invented("vis", "månesmed", "--jsonl").out.splitlines()
    assert json.loads(line) == json.loads(invented("vis", "månesmed", "--json").out)


def test_nothing_found_is_no_line(invented: Runner) -> None:
    assert invented("lønn", "månesmed", "--år", "1999", "--jsonl").out == ""
