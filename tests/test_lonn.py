"""`yrke lønn`: which rows answer, what stands in them, and what is said beside them."""

import csv
import io
import json
import re
import subprocess
from collections import defaultdict
from typing import Any

import pytest

from tests.conftest import (
    REFERENCE,
    YRKE,
    Result,
    Runner,
    call,
    call_on_terminal,
    environment,
    needs_reference,
    without_codes,
)
from yrke_cli.words import norwegian_order

NBSP = "\N{NO-BREAK SPACE}"
Row = dict[str, str]
PART_TIME_HINTS = (
    "De nyeste tallene for deltid er fra 2017. Nyere tall for deltid følger ikke med.\n"
    "Lønn for deltid er regnet om til det den ville vært i full stilling.\n"
)
PAGE_NOTES = "ar-ukjent;styrk08-ukjent;etiketter-ukjent;timelonn-ca;antall-deler"


def pay(runner: Runner, *arguments: str) -> list[Row]:
    """The rows of `yrke lønn`, each as key → cell."""
    result: Result = runner("lønn", *arguments, "--csv")
    assert result.status == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


def cells(rows: list[Row], *keys: str) -> list[tuple[str, ...]]:
    return [tuple(row[key] for key in keys) for row in rows]


def populations(rows: list[Row]) -> list[tuple[str, ...]]:
    return cells(rows, "yrke", "ar", "sektor", "arbeidstid", "kjonn", "kilde")


# Part time


@pytest.fixture(scope="module")
def part_time() -> Result:
    return call("lønn", "--deltid")


def test_part_time_has_170_rows_of_156_groups_and_the_two_of_the_page(part_time: Result) -> None:
    rows = list(csv.DictReader(io.StringIO(part_time.out), delimiter="\t"))

    assert part_time.status == 0
    assert len(rows) == 170
    assert len({row["styrk08"] for row in rows if row["styrk08"]}) == 156
    assert populations([row for row in rows if not row["styrk08"]]) == [
        ("Legesekretærer", "2015", "Offentlig helseforetak", "deltid", "alle", "utdanning-2015"),
        ("Sekretærer", "2015", "Offentlig helseforetak", "deltid", "alle", "utdanning-2015"),
    ]
    assert {(row["ar"], row["kilde"]) for row in rows if row["styrk08"]} == {("2017", "ssb-11418-utdanning")}
    assert {(row["arbeidstid"], row["kjonn"]) for row in rows} == {("deltid", "alle")}


def test_part_time_says_on_stderr_that_newer_figures_are_not_bundled(part_time: Result) -> None:
    assert part_time.err == PART_TIME_HINTS


def test_full_time_says_nothing_on_stderr(yrke: Runner) -> None:
    assert yrke("lønn").err == yrke("lønn", "--heltid").err == ""


def test_part_time_on_a_terminal_is_a_table_with_a_row_a_line(yrke: Runner) -> None:
    """The flagship: 170 rows are looked through line by line, not block by block."""
    view = without_codes(call_on_terminal("lønn", "--deltid", columns=120).out).splitlines()

    assert any("Yrke" in line and "Gjennomsnitt" in line and "Median" in line for line in view[:6])
    assert len(view) < 3 * 170


def test_part_time_is_marked_as_converted_to_full_time(invented: Runner) -> None:
    assert all("heltidsekvivalent" in row["merknad"].split(";") for row in pay(invented, "--deltid"))


# Which rows


def test_every_group_once_with_its_newest_year(invented: Runner) -> None:
    assert populations(pay(invented)) == [
        ("Stjernesmeder", "2025", "alle", "heltid", "alle", "ssb-11418"),
        ("Månesmeder", "2025", "alle", "heltid", "alle", "ssb-11418"),
        ("Smeder ved smia", "2015", "Kommune og fylke", "heltid", "alle", "utdanning-2015"),
        ("Åkerpoeter, engpoeter mv.", "2017", "alle", "alle", "alle", "ssb-11418"),
    ]


def test_every_real_group_stands_once(yrke: Runner) -> None:
    rows = [row for row in pay(yrke) if row["styrk08"]]

    assert len(rows) == len({row["styrk08"] for row in rows}) == 365
    assert {row["sektor"] for row in rows} == {"alle"}


def test_the_newest_year_is_the_newest_that_answers_the_filters(invented: Runner) -> None:
    """2025 has no figures by sex and none by sector."""
    assert cells(pay(invented, "7221", "--kjønn", "kvinner"), "ar", "antall", "median") == [("2024", "120", "48000")]
    assert cells(pay(invented, "7221", "--sektor", "kommune"), "ar", "gjennomsnitt") == [("2024", "47000")]
    assert cells(pay(invented, "7221", "--deltid"), "ar", "median") == [("2017", "37500")]


def test_the_total_over_sectors_where_there_is_one_else_the_sectors(invented: Runner) -> None:
    rows = pay(invented, "--deltid")

    assert cells(rows, "yrke", "sektor") == [
        ("Stjernesmeder", "privat"),
        ("Stjernesmeder", "kommune"),
        ("Månesmeder", "alle"),
        ("Smeder ved smia", "Offentlig helseforetak"),
    ]


def test_full_time_where_the_year_has_it_else_all_working_time(invented: Runner) -> None:
    def of(year: str, group: str) -> list[tuple[str, ...]]:
        return cells(pay(invented, group, "--år", year), "arbeidstid", "gjennomsnitt", "kilde")

    assert of("2021", "7221") == [("heltid", "44000", "ssb-11418")]
    assert of("2017", "7221") == [("heltid", "41000", "ssb-11418-utdanning")]
    assert of("2017", "2641") == [("alle", "30100", "ssb-11418")]


def test_the_long_series_stands_where_two_sources_have_one_population_and_year(yrke: Runner) -> None:
    """1342 has no full-time figures in 2017, and a mean for all working time in both sources."""
    rows = pay(yrke, "1342", "--alt", "--år", "2017")
    totals = [row for row in rows if row["sektor"] == row["kjonn"] == row["arbeidstid"] == "alle"]

    assert cells(pay(yrke, "1342", "--år", "2017"), "kilde", "arbeidstid") == [("ssb-11418", "alle")]
    assert cells(totals, "kilde", "arbeidstid") == [("ssb-11418", "alle"), ("ssb-11418-utdanning", "alle")]


def test_alt_shows_every_row_of_every_year_and_source(invented: Runner) -> None:
    rows = pay(invented, "--alt")

    assert len(rows) == 11 + 6 + 2
    of_2017 = [row for row in rows if row["ar"] == "2017" and row["styrk08"] == "7221" and row["arbeidstid"] == "alle"]
    assert cells(of_2017, "kilde", "gjennomsnitt") == [("ssb-11418", "40000"), ("ssb-11418-utdanning", "40400")]


@needs_reference
def test_alt_has_every_figure_of_the_reference_unchanged(yrke: Runner) -> None:
    found = {
        (row["kilde"], row["ar"], row["styrk08"], row["sektor"], row["arbeidstid"], row["kjonn"], statistic): row[
            statistic
        ]
        for row in pay(yrke, "--alt")
        for statistic in ("antall", "gjennomsnitt", "median", "p25", "p75")
        if row["styrk08"] and row[statistic]
    }
    with (REFERENCE / "lonn_ssb_11418.csv").open(encoding="utf-8", newline="") as file:
        expected = {tuple(row[:7]): row[7] for row in list(csv.reader(file))[1:]}

    assert len(expected) == 19_661
    assert found == expected


def test_alt_still_takes_filters(invented: Runner) -> None:
    rows = pay(invented, "--alt", "--kjønn", "kvinner")

    assert cells(rows, "ar", "arbeidstid", "median") == [("2024", "heltid", "48000"), ("2017", "deltid", "37400")]


# Filters


def test_sector_kommune_takes_in_the_page_s_kommune_og_fylke(invented: Runner) -> None:
    assert populations(pay(invented, "--sektor", "kommune")) == [
        ("Månesmeder", "2024", "kommune", "heltid", "alle", "ssb-11418"),
        ("Smeder ved smia", "2015", "Kommune og fylke", "heltid", "alle", "utdanning-2015"),
    ]


def test_sector_stat_takes_in_the_page_s_offentlig_helseforetak(invented: Runner) -> None:
    assert populations(pay(invented, "--sektor", "stat", "--deltid")) == [
        ("Smeder ved smia", "2015", "Offentlig helseforetak", "deltid", "alle", "utdanning-2015"),
    ]


def test_the_real_page_counts_under_its_sectors(yrke: Runner) -> None:
    def page(sector: str) -> list[tuple[str, ...]]:
        return cells([row for row in pay(yrke, "--sektor", sector) if not row["styrk08"]], "yrke", "sektor")

    assert page("kommune") == [("Tannlege- og legesekretærer", "Kommune og fylke")]
    assert sorted(page("stat")) == [
        ("Legesekretærer", "Offentlig helseforetak"),
        ("Sekretærer", "Offentlig helseforetak"),
    ]
    assert page("privat") == page("alle") == []


def test_sex_is_both_unless_one_is_asked_for(invented: Runner) -> None:
    assert {row["kjonn"] for row in pay(invented)} == {"alle"}
    assert cells(pay(invented, "--kjønn", "menn"), "yrke", "kjonn", "antall", "gjennomsnitt", "median") == [
        ("Månesmeder", "menn", "80", "", "50500")
    ]
    assert pay(invented, "--kjonn", "MENN") == pay(invented, "--kjønn", "menn")


def test_a_year_gives_only_that_year(invented: Runner) -> None:
    assert cells(pay(invented, "--år", "2024"), "yrke", "ar") == [("Stjernesmeder", "2024"), ("Månesmeder", "2024")]
    assert cells(pay(invented, "--ar", "2015"), "yrke", "kilde") == [("Smeder ved smia", "utdanning-2015")]


def test_a_year_without_figures_says_which_there_are(invented: Runner) -> None:
    assert invented("lønn", "--år", "2019") == Result(
        "",
        "yrke: Ingen lønnstall svarer til det du spør etter.\nDet finnes tall fra 2015, 2017, 2021, 2024 og 2025.\n",
        1,
    )


def test_bounds_go_by_the_median(invented: Runner) -> None:
    """Månesmeder: mean 52 000, median 51 000 in 2025."""
    assert cells(pay(invented, "7221", "--min", "51000", "--maks", "51000"), "median") == [("51000",)]
    assert invented("lønn", "7221", "--min", "51001").status == 1


def test_bounds_go_by_the_mean_where_there_is_no_median(invented: Runner) -> None:
    assert cells(pay(invented, "--maks", "31000"), "yrke", "gjennomsnitt", "median") == [
        ("Smeder ved smia", "31000", ""),
        ("Åkerpoeter, engpoeter mv.", "30100", ""),
    ]


def test_a_bound_never_picks_an_older_year(invented: Runner) -> None:
    """Månesmeder had 49 000 in 2024, but what they have now is 51 000."""
    assert "Månesmeder" not in [row["yrke"] for row in pay(invented, "--maks", "50000")]
    assert "Stjernesmeder" not in [row["yrke"] for row in pay(invented, "--maks", "61000")]


def test_an_amount_may_be_written_with_spaces(invented: Runner) -> None:
    assert pay(invented, "--min", "50 000") == pay(invented, "--min", f"50{NBSP}000") == pay(invented, "--min", "50000")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--min", "mye"], "--min kan ikke være «mye»: skriv et helt tall, for eksempel 45000."),
        (["--maks", "-1"], "--maks kan ikke være «-1»: skriv et helt tall, for eksempel 45000."),
        (["--topp", "0"], "--topp kan ikke være «0»: skriv et tall fra 1 og oppover."),
        (["--år", "24"], "--år kan ikke være «24»: skriv et årstall med fire sifre, for eksempel 2024."),
        (["--sektor", "mafia"], "--sektor kan ikke være «mafia»: velg en av alle, privat, kommune, stat."),
        (["--kjønn", "hen"], "--kjønn kan ikke være «hen»: velg en av alle, kvinner, menn."),
        (["--per", "uke"], "--per kan ikke være «uke»: velg en av måned, år, time."),
    ],
)
def test_a_value_that_cannot_be_read_is_refused(invented: Runner, arguments: list[str], message: str) -> None:
    assert invented("lønn", *arguments) == Result("", f"yrke: {message}\n", 2)


def test_heltid_and_deltid_contradict_each_other(invented: Runner) -> None:
    assert invented("lønn", "--heltid", "--deltid") == Result(
        "", "yrke: --heltid og --deltid kan ikke brukes sammen.\nVelg den ene av dem.\n", 2
    )


def test_stigende_and_synkende_contradict_each_other(invented: Runner) -> None:
    assert invented("lønn", "--stigende", "--synkende") == Result(
        "", "yrke: --stigende og --synkende kan ikke brukes sammen.\nVelg den ene av dem.\n", 2
    )


# Order


def test_the_highest_median_else_mean_comes_first(yrke: Runner) -> None:
    typical = [int(row["median"] or row["gjennomsnitt"]) for row in pay(yrke)]

    assert typical == sorted(typical, reverse=True)


def test_ascending_without_a_column_turns_the_default_order(invented: Runner) -> None:
    assert cells(pay(invented, "--stigende"), "yrke") == [
        ("Åkerpoeter, engpoeter mv.",),
        ("Smeder ved smia",),
        ("Månesmeder",),
        ("Stjernesmeder",),
    ]


def test_texts_sort_as_norwegians_do_with_æøå_last(yrke: Runner) -> None:
    titles = ["Åkerpoet", "ærlighetsrevisor", "Ølpoet", "Zoolog", "ångstrøm"]
    assert sorted(titles, key=norwegian_order) == ["Zoolog", "ærlighetsrevisor", "Ølpoet", "Åkerpoet", "ångstrøm"]

    names = [row["yrke"] for row in pay(yrke, "--sorter", "yrke")]
    assert names == sorted(names, key=norwegian_order)
    assert names[-1].startswith(("Ø", "Å", "Y"))


def test_a_column_of_texts_sorts_both_ways(invented: Runner) -> None:
    up = cells(pay(invented, "--sorter", "yrke"), "yrke")

    assert up == [("Månesmeder",), ("Smeder ved smia",), ("Stjernesmeder",), ("Åkerpoeter, engpoeter mv.",)]
    assert cells(pay(invented, "--sorter", "yrke", "--synkende"), "yrke") == up[::-1]


NUMBERS = ["ar", "antall", "gjennomsnitt", "median", "p25", "p75", "timelonn", "arslonn"]
TEXTS = ["yrke", "styrk08", "sektor", "bransje", "arbeidstid", "kjonn", "kilde", "merknad"]


@pytest.mark.parametrize("direction", ["--stigende", "--synkende"])
@pytest.mark.parametrize("column", NUMBERS + TEXTS)
def test_any_column_sorts_both_ways_with_the_unknown_last(invented: Runner, column: str, direction: str) -> None:
    values = [row[column] for row in pay(invented, "--alt", "--sorter", column, direction)]
    known = [value for value in values if value]

    assert values == known + [""] * (19 - len(known))
    order: Any = int if column in NUMBERS else norwegian_order
    assert known == sorted(known, key=order, reverse=direction == "--synkende")


@pytest.mark.parametrize(
    ("column", "direction"), [("p75", "--synkende"), ("ar", "--synkende"), ("sektor", "--stigende")]
)
def test_numbers_go_down_and_texts_go_up_unless_told(invented: Runner, column: str, direction: str) -> None:
    assert pay(invented, "--alt", "--sorter", column) == pay(invented, "--alt", "--sorter", column, direction)


def test_a_column_is_known_in_any_spelling(invented: Runner) -> None:
    assert pay(invented, "--sorter", "ÅRSLØNN") == pay(invented, "--sorter", "arslonn")


def test_an_unknown_column_is_refused_with_those_there_are(invented: Runner) -> None:
    result: Result = invented("lønn", "--sorter", "flaks")

    assert (result.out, result.status) == ("", 2)
    assert result.err.startswith("yrke: --sorter kan ikke være «flaks»: velg en av yrke, styrk08, ar, sektor, ")


def test_topp_takes_the_first_rows_of_the_order(invented: Runner) -> None:
    assert cells(pay(invented, "--topp", "2"), "yrke") == [("Stjernesmeder",), ("Månesmeder",)]
    assert cells(pay(invented, "--topp", "1", "--sorter", "yrke", "--synkende"), "yrke") == [
        ("Åkerpoeter, engpoeter mv.",)
    ]
    assert pay(invented, "--topp", "999") == pay(invented)


# History


def test_a_history_has_every_year_once_oldest_first(invented: Runner) -> None:
    assert cells(pay(invented, "7221", "--historikk"), "ar", "arbeidstid", "gjennomsnitt", "kilde") == [
        ("2017", "alle", "40000", "ssb-11418"),
        ("2021", "heltid", "44000", "ssb-11418"),
        ("2024", "heltid", "50000", "ssb-11418"),
        ("2025", "heltid", "52000", "ssb-11418"),
    ]


def test_a_real_history(yrke: Runner) -> None:
    rows = pay(yrke, "sykepleier", "--historikk")

    assert [row["ar"] for row in rows] == [str(year) for year in range(2016, 2026)]
    assert {row["yrke"] for row in rows} == {"Sykepleier"}
    assert {row["kilde"] for row in rows} == {"ssb-11418"}


@pytest.mark.parametrize(
    "filters",
    [[], ["--heltid"], ["--deltid"], ["--sektor", "privat"], ["--sektor", "kommune"], ["--kjønn", "kvinner"]],
    ids=" ".join,
)
def test_a_history_never_mixes_two_sources(yrke: Runner, filters: list[str]) -> None:
    """The copy of 2017 differs from the long series by up to 12 %: a line through both would show a leap that is
    not there."""
    sources = defaultdict(set)
    for row in pay(yrke, "--historikk", *filters):
        if row["styrk08"]:
            sources[row["styrk08"]].add(row["kilde"])

    assert {code: found for code, found in sources.items() if len(found) > 1} == {}


def test_a_history_across_the_change_of_population_says_so(invented: Runner) -> None:
    note = "Til og med 2020 gjelder tallene all arbeidstid, fra 2021 heltid. Sammenlign ikke over skillet."

    assert note in invented("lønn", "7221", "--historikk", "--format", "md").out
    assert note not in invented("lønn", "7222", "--historikk", "--format", "md").out


# What stands in a row


def test_year_and_hour_are_computed_from_the_mean_and_marked(yrke: Runner) -> None:
    rows = [row for row in pay(yrke, "--alt") if row["styrk08"]]

    assert len(rows) > 7000
    wrong = []
    for row in rows:
        mean = int(row["gjennomsnitt"]) if row["gjennomsnitt"] else None
        expected = (str(round(mean / 162.5)), str(mean * 12), True) if mean else ("", "", False)
        if (row["timelonn"], row["arslonn"], "beregnet" in row["merknad"].split(";")) != expected:
            wrong.append(row)
    assert wrong == []


def test_a_computed_example(invented: Runner) -> None:
    """50 000 ÷ 162.5 = 307.69, 50 000 × 12 = 600 000."""
    rows = pay(invented, "7221", "--år", "2024")

    assert cells(rows, "gjennomsnitt", "timelonn", "arslonn", "merknad") == [("50000", "308", "600000", "beregnet")]


def test_the_page_s_rows_are_as_printed(invented: Runner) -> None:
    rows = [row for row in pay(invented, "månesmed", "--alt") if row["kilde"] == "utdanning-2015"]

    assert [list(row.values()) for row in rows] == [
        [
            "Smeder ved smia", "", "2015", "Kommune og fylke", "Lysproduksjon", "heltid", "alle", "1200", "31000",
            "", "", "", "210", "372000", "utdanning-2015",
            f"{PAGE_NOTES}=1000+200;timelonn-2=210;gjennomsnitt-2=31000;arslonn-2=372000",
        ],
        [
            "Smeder ved smia", "", "2015", "Offentlig helseforetak", "Lysproduksjon", "deltid", "alle", "150", "30500",
            "", "", "", "200", "366000", "utdanning-2015",
            f"{PAGE_NOTES}=150;timelonn-2=210;gjennomsnitt-2=30600;arslonn-2=367200;heltidsekvivalent",
        ],
    ]  # fmt: skip


def test_the_five_rows_of_the_real_page(yrke: Runner) -> None:
    rows = [row for row in pay(yrke, "helsesekretær", "--alt") if row["kilde"] == "utdanning-2015"]

    assert cells(rows, "yrke", "arbeidstid", "antall", "gjennomsnitt", "timelonn", "arslonn") == [
        ("Sekretærer", "heltid", "2693", "30700", "210", "368400"),
        ("Sekretærer", "deltid", "2347", "30500", "210", "366000"),
        ("Legesekretærer", "heltid", "1547", "31000", "210", "372000"),
        ("Tannlege- og legesekretærer", "heltid", "1170", "32100", "220", "385200"),
        ("Legesekretærer", "deltid", "1002", "30600", "210", "367200"),
    ]
    assert rows[1]["merknad"] == (
        f"{PAGE_NOTES}=2239+108;timelonn-2=210;gjennomsnitt-2=30600;arslonn-2=367200;heltidsekvivalent"
    )
    assert {row["styrk08"] for row in rows} == {""}
    assert {row["bransje"] for row in rows} == {"Helsetjenester"}


def test_people_read_both_printed_figures_and_the_parts_of_the_count(invented: Runner) -> None:
    printed = invented("vis", "månesmed", "--del", "lønn").out.partition("Slik sto det")[2].replace(NBSP, " ")

    assert re.search(r" 1 200 \(1 000 \+ 200\) +31 000 +ca\. 210 +372 000 ", printed)
    assert re.search(r" 30 500 / 30 600 +ca\. 200 / 210 +366 000 / 367 200 ", printed)


def test_a_mean_above_the_upper_quartile_and_few_people_are_noted(invented: Runner) -> None:
    assert cells(pay(invented, "7222"), "merknad") == [("beregnet;snitt-over-p75",)]
    assert cells(pay(invented, "7221", "--deltid", "--kjønn", "kvinner"), "antall", "merknad") == [
        ("60", "beregnet;heltidsekvivalent;fa-personer")
    ]


# --per changes what people read, and nothing else


@pytest.mark.parametrize("per", ["måned", "maned", "år", "ar", "time", "TIME"])
@pytest.mark.parametrize("form", ["tsv", "csv", "json"])
def test_per_never_changes_what_machines_read(invented: Runner, per: str, form: str) -> None:
    assert invented("lønn", "--per", per, "--format", form) == invented("lønn", "--format", form)


@pytest.mark.parametrize(
    ("per", "title", "mean", "median"),
    [
        ("måned", "Månedslønn", "50{s}000", "49{s}000"),
        ("år", "Årslønn", "600{s}000", "588{s}000"),
        ("time", "Timelønn", "308", "   302"),
    ],
)
def test_per_is_for_the_human_view(invented: Runner, per: str, title: str, mean: str, median: str) -> None:
    out = invented("lønn", "7221", "--år", "2024", "--per", per, "--format", "tabell").out

    assert out.startswith(f"{title} per heltidsekvivalent")
    assert f"{mean.format(s=NBSP)}  {median.format(s=NBSP)}" in out


def test_per_year_shows_the_page_s_own_printed_figures(invented: Runner) -> None:
    options = ["--deltid", "--sektor", "stat", "--format", "md"]

    assert f"| 366{NBSP}000 / 367{NBSP}200 |" in invented("lønn", "--per", "år", *options).out
    assert f"| ca.{NBSP}200 / 210 |" in invented("lønn", "--per", "time", *options).out


def test_what_is_computed_is_said_where_people_see_it(invented: Runner) -> None:
    computed = "Regnet ut, ikke trykt."

    assert computed in invented("lønn", "--per", "år", "--format", "md").out
    assert computed not in invented("lønn", "--format", "md").out


# Names


def test_a_name_is_the_occupation_s_title_and_its_page_s_rows_keep_their_own(invented: Runner) -> None:
    assert cells(pay(invented, "lunarist"), "yrke", "styrk08") == [("Månesmed", "7221"), ("Smeder ved smia", "")]


def test_the_first_code_stands_for_the_pay(invented: Runner) -> None:
    """Månesmed has 7221 and 7222."""
    assert "7222" not in [row["styrk08"] for row in pay(invented, "månesmed", "--alt")]


@pytest.mark.parametrize(
    "names", [["månesmed", "stjernepleier"], ["manesmed stjernepleier"], ["STJERNEPLEIER", "Månesmed"]], ids=" ".join
)
def test_several_names(invented: Runner, names: list[str]) -> None:
    if " " in names[0]:
        names = names[0].split()

    assert cells(pay(invented, *names), "yrke") == [("Stjernepleier",), ("Månesmed",), ("Smeder ved smia",)]


def test_several_real_names_with_spaces_and_without_quotes(yrke: Runner) -> None:
    rows = pay(yrke, "sykepleier", "grafisk", "designer", "kokk", "--år", "2025")

    assert {row["yrke"] for row in rows} == {"Sykepleier", "Grafisk designer", "Kokk"}


@pytest.mark.parametrize("name", ["7222", "Stjernesmeder", "stjernesmeder"])
def test_a_group_by_code_and_by_name_is_called_as_the_group(invented: Runner, name: str) -> None:
    assert cells(pay(invented, name), "yrke", "styrk08", "median") == [("Stjernesmeder", "7222", "62000")]


def test_a_real_group_by_code_and_by_name(yrke: Runner) -> None:
    assert pay(yrke, "2221") == pay(yrke, "spesialsykepleiere")
    assert cells(pay(yrke, "2221"), "yrke", "ar") == [("Spesialsykepleiere", "2025")]


# Nothing to show

NONE = "yrke: Ingen lønnstall svarer til det du spør etter.\n"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (
            ["ølpoet"],
            "Ølpoet: STYRK-08-koden er ikke kjent, og uten den vet vi ikke hvilke lønnstall som gjelder.",
        ),
        (
            ["ærlighetsrevisor"],
            (
                "Ærlighetsrevisor: SSB har ikke publisert lønn for yrkesgruppen 2642 Ærlighetsrevisorer i årene som "
                "følger med."
            ),
        ),
        (
            ["stjernepleier", "--kjønn", "menn"],
            "Stjernepleier: ingen tall for dette utvalget. Se alle som finnes: yrke lønn Stjernepleier --alt",
        ),
        (["--min", "999999"], "Ta bort et filter, eller se alle rader: yrke lønn --alt"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_no_pay_is_status_1_with_the_reason_on_stderr(invented: Runner, arguments: list[str], why: str) -> None:
    assert invented("lønn", *arguments) == Result("", f"{NONE}{why}\n", 1)


def test_an_occupation_without_pay_beside_one_with_it_is_named_on_stderr(invented: Runner) -> None:
    result: Result = invented("lønn", "ølpoet", "åkerpoet")

    assert result.status == 0
    assert len(result.out.splitlines()) == 2
    assert result.err == (
        "Ølpoet: STYRK-08-koden er ikke kjent, og uten den vet vi ikke hvilke lønnstall som gjelder.\n"
    )


def test_a_name_with_a_slip_is_taken_and_said_on_stderr(yrke: Runner) -> None:
    result: Result = yrke("lønn", "sykeplier")

    assert (result.out, result.status) == (yrke("lønn", "sykepleier").out, 0)
    assert result.err == "Viser Sykepleier for «sykeplier».\n"


def test_a_word_that_is_no_slip_is_not_acted_on(yrke: Runner) -> None:
    """Another ending makes another word: a baker works in a bakeri, and is not one."""
    near = "Mente du «Baker» eller «Fagarbeider industriell matproduksjon»?"
    assert yrke("lønn", "bakeri") == Result("", f"yrke: Fant ikke noe yrke som heter «bakeri».\n{near}\n", 1)


def test_a_reader_that_leaves_early_ends_it_quietly() -> None:
    line = f"'{YRKE}' lønn --alt | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, env=environment(), check=False, timeout=60)

    assert done.stdout.decode().startswith("yrke\tstyrk08\tar\t")
    assert done.returncode == 0
    # Hints are for the person at the keyboard and come whoever reads; a traceback never does.
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr


def test_the_rows_as_json_are_those_of_the_table(invented: Runner) -> None:
    rows = json.loads(invented("lønn", "--deltid", "--json").out)

    assert [row["median"] for row in rows] == [51500, 45500, 37500, None]
    assert rows[-1]["styrk08"] is None


def test_a_call_that_is_suggested_can_be_typed_in_a_shell(yrke: Runner) -> None:
    """Brackets mean something to a shell: the name of the record stands for such a title."""
    result = yrke("lønn", "bilmekaniker-lette-kjoretoy", "--år", "2016", "--kjønn", "kvinner")
    assert result.status == 1
    assert result.err.splitlines()[-1].endswith("Se alle som finnes: yrke lønn bilmekaniker-lette-kjoretoy --alt")
    assert yrke("lønn", "bilmekaniker-lette-kjoretoy", "--alt").status == 0
    plain = yrke("lønn", "kokk", "--år", "2016", "--kjønn", "kvinner")
    assert plain.err.splitlines()[-1].endswith("Se alle som finnes: yrke lønn Kokk --alt")


def test_rows_of_one_sector_alone_are_told_of(yrke: Runner) -> None:
    told = "Der det bare står én sektor, har vi ikke tall for alle sektorene samlet"
    assert told in yrke("lønn", "--deltid", "--format", "md").out
    for arguments in ((), ("kokk", "--alt"), ("--deltid", "--sektor", "privat")):
        assert told not in yrke("lønn", *arguments, "--format", "md").out


def test_part_time_of_a_group_stands_beside_full_time(invented_terminal: Runner) -> None:
    shown = " ".join(without_codes(invented_terminal("lønn", "7221", "--deltid", columns=80).out).split())
    assert (
        "Månesmeder: medianen for heltid var 40 500 kr i 2017 (alle sektorer) og 51 000 kr i 2025 (alle sektorer)."
        " I 2021 var 55 av 100 jobber deltid."
    ) in shown


def test_pay_of_two_years_is_not_compared(invented_terminal: Runner) -> None:
    shown = " ".join(without_codes(invented_terminal("lønn", "7222", "--deltid", columns=80).out).split())
    assert "; deltid er fra 2017, så de to kan ikke sammenlignes." in shown
    assert "jobber deltid" not in shown


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("44999", "under nedre kvartil (minst 75 av 100 tjener mer)"),
        ("45000", "lik nedre kvartil"),
        ("50 000", "mellom nedre kvartil og medianen (minst 25 av 100 tjener mindre, minst 50 mer)"),
        ("51000", "lik medianen"),
        ("57999", "mellom medianen og øvre kvartil (minst 50 av 100 tjener mindre, minst 25 mer)"),
        ("58000", "lik øvre kvartil"),
        ("60000", "over øvre kvartil (minst 75 av 100 tjener mindre)"),
    ],
)
def test_where_an_amount_stands(invented: Runner, amount: str, said: str) -> None:
    told = invented("lønn", "månesmed", "--mot", amount).err.replace("\u00a0", " ")
    [line] = [line for line in told.splitlines() if line.startswith("Månesmed (heltid, 2025): ")]
    assert f" kr er {said} og " in line
    assert line.endswith("gjennomsnittet.")


def test_an_amount_is_held_against_the_median_where_that_is_all(yrke: Runner) -> None:
    told = yrke("lønn", "tømrer", "--kjønn", "kvinner", "--mot", "50000").err.replace("\u00a0", " ")
    assert "50 000 kr er over medianen (minst 50 av 100 tjener mindre)." in told


def test_an_amount_needs_a_name(invented: Runner) -> None:
    said = "yrke: --mot trenger navnet på et yrke.\nSkriv for eksempel: yrke lønn tømrer --mot 41000\n"
    assert invented("lønn", "--mot", "41000") == Result("", said, 2)
