"""The words of the profiles are spelled right: hunspell's bokmål, and a list of the trades' own words."""

import csv
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import DATA

WORDS = Path(__file__).parent / "ordliste.txt"
DICTIONARY = "nb_NO"
# The parts of a record that are running text.
SAID = (
    "om_gruppen", "ingress", "om", "oppgaver", "egenskaper", "arbeidssteder", "ingen_krav", "videreutdanning",
    "veien_videre",
)  # fmt: skip


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
    elif isinstance(value, dict):
        yield from texts_of(value.get("tekst"))


def sentences(path: Path) -> Iterator[str]:
    """What a profile says in running text; names of schools, laws and people stand elsewhere."""
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    for key in SAID:
        yield from texts_of(record.get(key))
    yield from (record.get("hver_gruppe") or {}).values()
    for route in record.get("utdanning", []):
        yield from texts_of(route.get("merknad"))


def all_sentences() -> str:
    """What all profiles say, and what is told once for many."""
    told = yaml.safe_load((DATA / "forklaringer.yaml").read_text(encoding="utf-8"))
    with (DATA / "krav_til_arbeid.csv").open(encoding="utf-8", newline="") as file:
        demanded = [row[key] for row in csv.DictReader(file) for key in ("gjelder", "hva", "merknad")]
    profiles = [sentence for path in sorted((DATA / "yrker").glob("*.yaml")) for sentence in sentences(path)]
    return "\n".join([*profiles, *demanded, *(text for one in told.values() for text in texts_of(one["avsnitt"]))])


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
    text = all_sentences()
    assert sorted(unknown_words(text) - known) == []


@needs_hunspell
def test_the_check_finds_a_slip() -> None:
    assert unknown_words("Du møter pasjenten først.") == {"pasjenten"}


@needs_hunspell
def test_the_word_list_holds_only_words_that_are_needed() -> None:
    """A word that hunspell knows, or that no profile uses any more, is deleted."""
    listed = WORDS.read_text(encoding="utf-8").split()
    assert listed == sorted(set(listed))
    text = all_sentences()
    assert set(listed) - unknown_words(text) == set()
