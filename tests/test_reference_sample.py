"""A sample of the facts that the data was made from, for those who have only the clone: tests/fakta/.

The whole of them is not part of the repository; where it stands beside the checkout (as in CI), every fact is checked
in test_real_data.py and test_lonn.py, and here that the sample is a part of it.
"""

import csv
from pathlib import Path

import pytest

from tests.conftest import DATA, REFERENCE, Runner, needs_reference

FACTS = Path(__file__).parent / "fakta"
FILES = sorted(path.name for path in FACTS.glob("*.csv"))
Row = dict[str, str]


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_figure_of_the_sample_comes_out_unchanged(yrke: Runner) -> None:
    key = ("kilde", "ar", "styrk08", "sektor", "arbeidstid", "kjonn")
    printed = {
        (*(row[name] for name in key), statistic): row[statistic]
        for row in csv.DictReader(yrke("lønn", "--alt", "--csv").out.splitlines())
        for statistic in ("antall", "gjennomsnitt", "median", "p25", "p75")
    }
    sample = rows_of(FACTS / "lonn_ssb_11418.csv")
    assert len(sample) > 100
    for row in sample:
        assert printed[*(row[name] for name in key), row["statistikk"]] == row["verdi"], row


def test_every_group_of_the_sample_has_its_place_in_the_standard() -> None:
    shipped = {row["styrk08"]: row for row in rows_of(DATA / "yrkesgrupper.csv")}
    for row in rows_of(FACTS / "styrk08.csv"):
        own = shipped[row["code"]]
        assert (own["overordnet"], own["niva"], own["navn_en"]) == (row["parent"], row["level"], row["name_en"])


def test_every_programme_area_and_transition_of_the_sample_is_there() -> None:
    areas = {row["kode"]: row for row in rows_of(DATA / "utdanning" / "programomrader.csv")}
    for row in rows_of(FACTS / "programomrader_grep.csv"):
        own = areas[row["kode"]]
        assert (own["navn"], own["navn_nn"], own["navn_en"]) == (row["navn_nb"], row["navn_nn"], row["navn_en"])
    transitions = {(row["fra"], row["til"]) for row in rows_of(DATA / "utdanning" / "overganger.csv")}
    for row in rows_of(FACTS / "overganger_vgo.csv"):
        assert (row["fra"], row["til"]) in transitions


@needs_reference
@pytest.mark.parametrize("name", FILES)
def test_the_sample_is_a_part_of_the_reference(name: str) -> None:
    sample, whole = rows_of(FACTS / name), rows_of(REFERENCE / name)
    assert sample
    assert [row for row in sample if row not in whole] == []
