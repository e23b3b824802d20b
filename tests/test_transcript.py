"""Calls on the invented data and all that they say, as a transcript to read: tests/transcript.txt.

Names that are near, meant, shared or nowhere; parts of pages; words with and without a meaning. A new call is a line
that begins with "$ yrke"; YRKE_UPDATE_GOLDEN=1 writes what it says. Read the difference before you commit it.
"""

import os
import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import Runner

TRANSCRIPT = Path(__file__).parent / "transcript.txt"
CALLS = re.findall(r"^\$ yrke (.*)$", TRANSCRIPT.read_text(encoding="utf-8"), re.MULTILINE)


def said(runner: Runner, line: str) -> str:
    result = runner(*shlex.split(line))
    err = "".join(f"! {one}\n" for one in result.err.splitlines())
    return f"$ yrke {line}\n{result.out}{err}= {result.status}\n"


def written(line: str) -> str:
    """What the transcript has of this call."""
    text = f"\n{TRANSCRIPT.read_text(encoding='utf-8')}"
    start = text.index(f"\n$ yrke {line}\n") + 1
    end = text.find("\n\n$ yrke ", start)
    return text[start:] if end < 0 else text[start : end + 1]


@pytest.mark.parametrize("line", CALLS)
def test_the_transcript_is_what_the_calls_say(invented: Runner, line: str) -> None:
    if os.environ.get("YRKE_UPDATE_GOLDEN"):
        text = TRANSCRIPT.read_text(encoding="utf-8")
        TRANSCRIPT.write_text(text.replace(written(line), said(invented, line)), encoding="utf-8")
    assert said(invented, line) == written(line)


def test_no_call_stands_twice() -> None:
    assert len(CALLS) > 60
    assert len(set(CALLS)) == len(CALLS)


@pytest.mark.parametrize("status", [0, 1, 2])
def test_every_kind_of_answer_is_there(status: int) -> None:
    assert f"\n= {status}\n" in TRANSCRIPT.read_text(encoding="utf-8")
