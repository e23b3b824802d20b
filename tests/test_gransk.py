"""The developer's tool that lays a page beside its sources: what it marks, and what it writes into a record."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DATA
from yrke_build.gransk import Read, Said, claims, mark_as_read, read, sentences

SOURCES = [
    Said("2026", "En tømrer bygger hus og monterer vinduer."),
    Said("2026", "Du kan arbeide ute, og arbeidet er ofte tungt."),
    Said("2018", "Opplæringen varer i 4 år hos Byggmester Hansen."),
]


def marked(claim: str) -> Read:
    (one,) = read([Said("om", claim)], SOURCES)
    return one


@pytest.mark.parametrize(
    "claim",
    [
        "Tømreren bygger huset og monterer et vindu.",
        "Arbeidet er ofte tungt.",
        "Opplæringen varer 4 år.",
        "Du arbeider hos Hansen.",
        "Tømreren bygger trehus.",
    ],
)
def test_what_a_source_says_is_not_marked(claim: str) -> None:
    assert not marked(claim).marked


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Arbeidet er alltid tungt.", ["alltid"]),
        ("Du må arbeide ute.", ["må"]),
        ("Opplæringen varer 3 år.", ["3"]),
        ("Du bygger hus hos Olsen.", ["Olsen"]),
        ("Kaffen smaker godt om morgenen.", ["Kaffen", "smaker", "godt", "morgenen"]),
    ],
)
def test_a_number_a_name_a_measure_or_a_sentence_that_no_source_has_is_marked(claim: str, words: list[str]) -> None:
    found = marked(claim)
    assert (found.marked, found.unborne) == (True, words)


def test_a_measure_is_borne_by_the_sentences_beside_it_alone() -> None:
    assert marked("Arbeidet er ofte tungt.").unborne == []
    assert marked("Tømreren bygger ofte hus.").unborne == ["ofte"]


def test_the_nearest_sentence_stands_beside_the_claim() -> None:
    assert marked("Huset får vinduer.").nearest[0] == SOURCES[0]


def test_a_page_is_taken_apart_into_sentences() -> None:
    record = {
        "ingress": "Som X bygger du hus.",
        "om": ["Du er ute. Noen er inne."],
        "utdanning": [{"navn": "Fagbrev", "steg": [{"program": "BABAT1----", "ar": 1}], "merknad": {"tekst": "Kort."}}],
        "hver_gruppe": {"7115": "tømrere"},
    }
    assert claims(record) == [
        Said("ingress", "Som X bygger du hus."),
        Said("om", "Du er ute."),
        Said("om", "Noen er inne."),
        Said("utdanning", "Fagbrev"),
        Said("utdanning", "Kort."),
        Said("hver_gruppe", "tømrere"),
    ]
    assert sentences("Det koster ca. 3 kr. Så er det slutt.") == ["Det koster ca. 3 kr.", "Så er det slutt."]


@pytest.mark.parametrize("kilder", ["kilder: [a, b]\n", "kilder:\n  - a\n  - b\n", "kilder: [a,\n  b]\n"])
def test_the_day_of_reading_is_written_after_the_sources_and_once(tmp_path: Path, kilder: str) -> None:
    record = tmp_path / "x.yaml"
    record.write_text(f"tittel: X\n{kilder}om_gruppen: Y\n", encoding="utf-8")
    mark_as_read(record, datetime.date(2026, 1, 2))
    mark_as_read(record, datetime.date(2026, 12, 1))
    assert record.read_text(encoding="utf-8") == f"tittel: X\n{kilder}lest: 2026-12-01\nom_gruppen: Y\n"


def gransk(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "yrke_build.gransk", *arguments], capture_output=True, text=True, check=False
    )


def test_a_page_stands_beside_the_texts_of_a_folder(tmp_path: Path) -> None:
    for year in (2018, 2026):
        text = {"tittel": "Tømrer", "slug": "tomrer", "beskrivelse": "Tømreren isolerer hus mot kulde."}
        (tmp_path / f"yrkestekster_utdanning_{year}.json").write_text(json.dumps([text]), encoding="utf-8")
    shown = gransk("tomrer", "--tekster", str(tmp_path))
    assert shown.returncode == 0
    assert "Siden sier" in shown.stdout
    assert "[2026] Tømreren isolerer" in shown.stdout


def test_without_the_texts_it_says_what_to_do(tmp_path: Path) -> None:
    said = f"Tekstene fra utdanning.no er ikke i {tmp_path} (No such file or directory). Bruk --tekster.\n"
    failed = gransk("tomrer", "--tekster", str(tmp_path))
    assert (failed.returncode, failed.stderr) == (1, said)


def test_an_unknown_page_is_named() -> None:
    failed = gransk("tomrerr")
    assert (failed.returncode, failed.stderr) == (2, "Fant ikke tomrerr i data/yrker. Bruk filnavnet, uten .yaml.\n")


def test_the_pages_that_were_read_longest_ago_come_first() -> None:
    lines = gransk("--eldst", "1000").stdout.splitlines()
    days = [line[:10].strip() for line in lines]
    assert len(lines) == len([*(DATA / "yrker").glob("*.yaml")])
    assert days == sorted(days, key=lambda day: "" if day == "ikke lest" else day)
