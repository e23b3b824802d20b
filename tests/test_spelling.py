"""The words of the profiles are spelled right: hunspell's bokmål, and a list of the trades' own words."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import DATA

WORDS = Path(__file__).parent / "ordliste.txt"
DICTIONARY = "nb_NO"


def has_dictionary() -> bool:
    if shutil.which("hunspell") is None:
        return False
    asked = subprocess.run(["hunspell", "-D"], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S607
    return DICTIONARY in asked.stderr + asked.stdout


needs_hunspell = pytest.mark.skipif(not has_dictionary(), reason="hunspell with the dictionary nb_NO is not installed")


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from texts_of(one)


def sentences(path: Path) -> Iterator[str]:
    """What a profile says in running text; names of schools, laws and people stand elsewhere."""
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    for key in ("ingress", "om", "oppgaver", "egenskaper", "arbeidssteder", "videreutdanning"):
        yield from texts_of(record.get(key))
    for route in record.get("utdanning", []):
        yield from texts_of(route.get("merknad"))


def unknown_words(text: str) -> set[str]:
    checked = subprocess.run(
        ["hunspell", "-d", DICTIONARY, "-i", "utf-8", "-l"],  # noqa: S607
        input=text,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return set(checked.stdout.split())


@needs_hunspell
def test_every_word_is_spelled_right() -> None:
    known = set(WORDS.read_text(encoding="utf-8").split())
    text = "\n".join(sentence for path in sorted((DATA / "yrker").glob("*.yaml")) for sentence in sentences(path))
    assert sorted(unknown_words(text) - known) == []


@needs_hunspell
def test_the_check_finds_a_slip() -> None:
    assert unknown_words("Du møter pasjenten først.") == {"pasjenten"}


@needs_hunspell
def test_the_word_list_holds_only_words_that_are_needed() -> None:
    """A word that hunspell knows, or that no profile uses any more, is deleted."""
    listed = WORDS.read_text(encoding="utf-8").split()
    assert listed == sorted(set(listed))
    text = "\n".join(sentence for path in sorted((DATA / "yrker").glob("*.yaml")) for sentence in sentences(path))
    assert set(listed) - unknown_words(text) == set()
