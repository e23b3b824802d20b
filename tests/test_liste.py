"""`yrke liste` finds occupations by what one wants, and says how many it could not judge."""

import json

import pytest

from tests.conftest import Result, Runner
from yrke_cli.catalogue import Catalogue, default_path
from yrke_cli.catalogue.overall import Overall

KEYS = (
    "slug", "tittel", "styrk08", "yrkesgruppe", "median", "ar", "vei_ar", "gir", "autorisasjon", "interesser",
    "full_profil", "kilde",
)  # fmt: skip


def listed(runner: Runner, *arguments: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(runner("liste", *arguments, "--json").out)
    return rows


def slugs(runner: Runner, *arguments: str) -> list[object]:
    return [row["slug"] for row in listed(runner, *arguments)]


def test_a_row_tells_pay_education_and_authorisation(invented: Runner) -> None:
    [_, smith, *_] = listed(invented)
    assert smith == {
        "slug": "manesmed",
        "tittel": "Månesmed",
        "styrk08": "7221",
        "yrkesgruppe": "Månesmeder",
        "median": 51000,
        "ar": 2025,
        "sysselsatte": 4567,
        "sysselsatte_ar": 2025,
        "kvinneandel": 78,
        "deltidsandel": 55,
        "andel_ar": 2021,
        "vei_ar": 4.5,
        "gir": "Svennebrev;Bachelor",
        "autorisasjon": "månesmed",
        "krav": "månekort;stjerneattest",
        "forhold": "i høyden;natt",
        "interesser": "håndverk;lys",
        "full_profil": 1,
        "kilde": "oppdiktet;utdanning-2015",
    }


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--min", "52000"], ["stjernepleier"]),
        (["--maks", "52000"], ["manesmed"]),
        (["--gir", "svennebrev"], ["manesmed"]),
        (["--gir", "bachelor"], ["manesmed"]),
        (["--gir", "sertifikat"], []),
        (["--gir", "SVENNEBREV", "--min", "60000"], []),
        (["--autorisasjon"], ["manesmed"]),
        (["--maks-vei", "4,5"], ["manesmed", "stjernepleier"]),
        (["--maks-vei", "4"], ["stjernepleier"]),
        (["--krav", "lunakort"], ["manesmed", "stjernepleier"]),
        (["--krav", "STJERNEATTEST"], ["manesmed"]),
        (["--krav", "stjerne"], ["manesmed"]),
        (["--krav", "autorisasjon"], ["manesmed"]),
        (["--forhold", "natt", "--forhold", "i høyden"], ["manesmed"]),
        (["--forhold", "natt", "--forhold", "dyr"], []),
        (["--interesse", "lys"], ["manesmed", "stjernepleier"]),
        (["--interesse", "lys", "--min", "60000"], ["stjernepleier"]),
        (["--gruppe", "722", "--sorter", "median"], ["stjernepleier", "manesmed"]),
        (["--gruppe", "722", "--sorter", "median", "--stigende"], ["manesmed", "stjernepleier"]),
        (["--topp", "1"], ["grenseskriver"]),
        (["--topp", "1", "--sorter", "median"], ["stjernepleier"]),
        (["--min", "51000"], ["manesmed", "stjernepleier"]),
        (["--maks", "62000"], ["manesmed", "stjernepleier"]),
        (["--min", "51001", "--maks", "61999"], []),
    ],
)
def test_filters_and_order(invented: Runner, arguments: list[str], found: list[str]) -> None:
    result: Result = invented("liste", *arguments, "--json")
    assert [row["slug"] for row in json.loads(result.out or "[]")] == found
    assert result.status == (0 if found else 1)


def test_what_is_not_known_is_counted_on_stderr(invented: Runner) -> None:
    result: Result = invented("liste", "--interesse", "lys", "--maks-vei", "5", "--min", "40000")
    assert result.err == ("2 yrker er utelatt fordi interessene ikke er kjent.\n")


def test_what_is_not_known_stands_last_whichever_way(invented: Runner) -> None:
    for direction in ("--stigende", "--synkende"):
        assert slugs(invented, "--sorter", "median", direction)[2:] == [
            "grenseskriver", "aerlighetsrevisor", "olpoet", "aker-eng-test-2", "akerpoet",
        ]  # fmt: skip


@pytest.mark.parametrize("typed", ["tre", "-1", "3.7", "999", ""])
def test_a_length_that_is_none_is_refused(invented: Runner, typed: str) -> None:
    result: Result = invented("liste", f"--maks-vei={typed}")
    assert (result.out, result.status) == ("", 2)
    assert "skriv et antall år, for eksempel 3 eller 2,5" in result.err


def test_an_unknown_certificate_is_told_with_those_there_are(invented: Runner) -> None:
    result: Result = invented("liste", "--gir", "svenebrev")
    assert (result.out, result.status) == ("", 2)
    assert result.err.startswith("yrke: --gir kan ikke være «svenebrev»: velg en av fagbrev, svennebrev, ")


def test_what_a_way_gives_is_chosen_by_a_word_of_its_own_not_by_what_is_written(yrke: Runner) -> None:
    """Høyere fagskolegrad is given by a fagskole; what only has the word in it is not found by accident."""
    given = {
        gives
        for row in listed(yrke, "--gir", "fagskole")
        for gives in str(row["gir"]).split(";")
        if "bachelor" not in gives.lower()
    }
    assert given >= {"Fagskole", "Høyere fagskolegrad", "Svennebrev og fagskole"}
    bachelors = listed(yrke, "--gir", "bachelor")
    assert all(any(gives.startswith("Bachelor") for gives in str(row["gir"]).split(";")) for row in bachelors)
    certified = {row["slug"] for row in listed(yrke, "--gir", "sertifikat")}
    assert "kaptein" in certified


def test_a_certificate_and_a_degree_compare(yrke: Runner) -> None:
    """Whoever asks for a short way gets the certificates, and not the degrees that begin after three more years."""
    short = {row["slug"] for row in listed(yrke, "--maks-vei", "4")}
    assert {"helsefagarbeider", "kokk", "elektriker", "helsesekretaer"} - short == {"elektriker"}
    assert {"sykepleier", "lege", "ingenior"} & short == set()


def test_the_length_in_a_list_is_that_of_the_shortest_way(yrke: Runner) -> None:
    """The build counts in SQL what the page counts in Python."""
    with Catalogue(default_path()) as catalogue:
        for row in Overall(catalogue).overview():
            occupation = catalogue.occupation(row.slug)
            known = [way.from_lower_secondary for way in occupation.routes]
            shortest = min((one for one in known if one is not None), default=None)
            assert row.shortest == (0 if occupation.unrequired else shortest), row.slug


def test_the_old_option_says_what_to_use(invented: Runner) -> None:
    assert invented("liste", "--maks-utdanning", "3") == Result(
        "",
        "yrke: --maks-utdanning kan ikke være «3»: lengden regnes nå fra ungdomsskolen, skriv --maks-vei 4 (fagbrev)"
        " eller 6 (bachelor).\n",
        2,
    )


def test_wishes_combine_on_the_real_data(yrke: Runner) -> None:
    rows = listed(yrke, "--interesse", "helse", "--maks-vei", "6", "--min", "45000", "--sorter", "median")
    medians = [row["median"] for row in rows]
    assert "sykepleier" in [row["slug"] for row in rows]
    assert medians == sorted(medians, key=lambda median: -int(str(median)))
    for row in rows:
        assert "helse" in str(row["interesser"]).split(";")
        assert float(str(row["vei_ar"])) <= 6
        assert int(str(row["median"])) >= 45000
