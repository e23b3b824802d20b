"""The commands beside `lønn`: what each answers, and what it says where it has no answer."""

import csv
import io
import json
import re
import shutil
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATA, Result, Runner, call, call_on_terminal, environment, without_codes
from yrke_cli.catalogue import Catalogue, default_path

NBSP = "\N{NO-BREAK SPACE}"
Object = dict[str, Any]
Row = dict[str, str]
NO_PROFILE = "Vi har ikke skrevet om dette yrket ennå."
HEADINGS = {
    "om": "Om jobben",
    "oppgaver": "Arbeidsoppgaver",
    "egenskaper": "Personlige egenskaper",
    "arbeidssteder": "Arbeidssteder",
    "forhold": "Arbeidsforhold",
    "utdanning": "Utdanning",
    "opptak": "Opptakskrav",
    "videreutdanning": "Etter- og videreutdanning",
    "veien videre": "Veien videre",
    "autorisasjon": "Autorisasjon",
    "krav": "Krav for å gjøre jobben",
    "lønn": "Lønn",
    "beslektede": "Beslektede yrker",
    "intervjuer": "Intervjuer",
    "kilder": "Kilder",
}


def rows_of(runner: Runner, *arguments: str) -> list[Row]:
    result: Result = runner(*arguments, "--csv")
    assert result.status == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


def column(rows: list[Row], key: str) -> list[str]:
    return [row[key] for row in rows]


def headings(text: str) -> list[str]:
    """The headings of a page as text: the lines that are underlined."""
    lines = text.splitlines()
    return [line for line, under in pairwise(lines) if under and set(under) <= {"-"}]


def not_found(err: str) -> Result:
    return Result("", err, 1)


# vis


def test_a_page_has_its_parts_in_this_order(invented: Runner) -> None:
    assert headings(invented("vis", "månesmed").out) == [
        "Om jobben",
        "Arbeidsoppgaver",
        "Personlige egenskaper",
        "Arbeidssteder",
        "Arbeidsforhold",
        "Utdanning",
        "Opptakskrav",
        "Etter- og videreutdanning",
        "Veien videre",
        "Autorisasjon",
        "Krav for å gjøre jobben",
        "Lønn",
        "Beslektede yrker",
        "Andre yrker med samme utdanning",
        "Intervjuer",
        "Kilder (adressene: yrke kilder Månesmed)",
    ]


@pytest.mark.parametrize("part", HEADINGS)
def test_one_part_alone(invented: Runner, part: str) -> None:
    before = ["Autorisasjon"] if part == "krav" else []
    beside = ["Andre yrker med samme utdanning"] if part == "beslektede" else []

    told = headings(invented("vis", "månesmed", "--del", part).out)
    assert [heading.partition(" (")[0] for heading in told] == [*before, HEADINGS[part], *beside]


def test_several_parts_in_the_order_of_the_page(invented: Runner) -> None:
    result: Result = invented("vis", "månesmed", "--del", "lonn", "--del", "OM", "--del", "om")

    assert headings(result.out) == ["Om jobben", "Lønn"]


def test_parts_as_json_are_the_keys_of_the_same_name(invented: Runner) -> None:
    page = json.loads(invented("vis", "månesmed", "--del", "oppgaver", "--del", "lønn", "--json").out)

    assert list(page) == [
        "slug", "tittel", "styrk08", "om_gruppen", "hver_gruppe", "oppgaver", "lonn", "lonnsplass",
        "sysselsatte", "fordeling", "mangler",
    ]  # fmt: skip
    assert page["oppgaver"] == ["pusse månen", "telle kratre"]
    assert page["mangler"] == []


def test_an_unknown_part_is_refused_with_those_there_are(invented: Runner) -> None:
    assert invented("vis", "månesmed", "--del", "alder") == Result(
        "", f"yrke: --del kan ikke være «alder»: velg en av {', '.join(HEADINGS)}.\n", 2
    )


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("om", NO_PROFILE),
        ("utdanning", NO_PROFILE),
        ("lønn", "STYRK-08-koden er ikke kjent, og uten den vet vi ikke hvilke lønnstall som gjelder."),
        ("intervjuer", "Vi har ingen intervjuer med folk i yrket."),
    ],
)
def test_a_part_that_is_not_there_is_named_as_missing_with_why(invented: Runner, part: str, why: str) -> None:
    text = invented("vis", "ølpoet", "--del", part)
    page = json.loads(invented("vis", "ølpoet", "--del", part, "--json").out)

    assert text == Result(f"Ølpoet\n======\n\n{HEADINGS[part]}\n{'-' * len(HEADINGS[part])}\nMangler: {why}\n", "", 0)
    assert page["mangler"] == [{"del": part, "hvorfor": why}]


def test_a_group_without_pay_is_named_with_the_group(invented: Runner) -> None:
    assert (
        "Mangler: SSB har ikke publisert lønn for yrkesgruppen 2642 Ærlighetsrevisorer i årene som følger med.\n"
        in invented("vis", "ærlighetsrevisor", "--del", "lønn").out
    )


def test_a_whole_page_ends_with_what_it_lacks(invented: Runner) -> None:
    _, _, missing = invented("vis", "stjernepleier").out.partition("Dette mangler\n-------------\n")

    assert missing == (f"• {NO_PROFILE}\n• opptakskrav: Opptakskravene er ikke skrevet inn ennå.\n")


def test_every_part_is_on_the_page_or_named_as_missing(invented: Runner) -> None:
    for name in ("månesmed", "stjernepleier", "ølpoet", "åkerpoet", "ærlighetsrevisor"):
        page = json.loads(invented("vis", name, "--json").out)
        missing = {one["del"] for one in page["mangler"]}
        for part in set(HEADINGS) - {"autorisasjon", "krav", "forhold", "veien videre"}:
            assert bool(page["lonn" if part == "lønn" else part]) != (part in missing), (name, part)


def test_the_newest_full_time_mean_and_median_stand_beside_the_page_s_table(invented: Runner) -> None:
    lines = invented("vis", "månesmed").out.splitlines()

    head = "\n".join(lines[5 : lines.index("Om jobben")]).replace(NBSP, " ")
    assert head == (
        "Yrkesgruppe   7221 Månesmeder\n"
        "Lønn          median 51 000 kr i måneden i yrkesgruppen (heltid, 2025, SSB)\n"
        "Lønnsspenn    halvparten tjener 45 000–58 000 kr (2025)  ├────────●──────────┤\n"
        "Lønnsnivå     blant de laveste (2025, regnet ut)\n"
        "Sysselsatte   4 567 i yrkesgruppen, uten de fleste selvstendige (2025, SSB)\n"
        "Jobbene       kvinner har 78 av 100, og 55 av 100 er deltid (2021, regnet ut)\n"
        "Utdanning     4½ år etter ungdomsskolen: svennebrev; 6 år: bachelor (3 år videregående og 3 år etterpå)\n"
        "Opptak        Svennebrev: Fullført grunnskole. (2015) Andre veier har andre krav.\n"
        "Autorisasjon  autorisasjon og beskyttet tittel (måneloven)\n"
        "For å jobbe   månekort; stjerneattest (når du står på en stjerne)\n"
        "Nære yrker    Stjernepleier\n"
    )
    assert "Slik sto det på Yrkesbladet i 2015 · kr · Smeder ved smia · begge kjønn" in lines


def test_a_page_without_full_time_pay_says_which_pay_it_begins_with(yrke: Runner) -> None:
    told = f"median 27{NBSP}120{NBSP}kr i måneden i yrkesgruppen (all arbeidstid, 2021, SSB)"
    assert re.search(rf"^Lønn +{re.escape(told)}$", yrke("vis", "modell").out, re.MULTILINE)


def test_the_real_page_of_helsesekretær(yrke: Runner) -> None:
    page: Object = json.loads(yrke("vis", "helsesekretær", "--json").out)
    printed = [row for row in page["lonn"] if row["kilde"] == "utdanning-2015"]

    assert page["styrk08"][0] == "3256"
    assert [row["antall"] for row in printed] == [2693, 1547, 1170, 2347, 1002]
    assert [talk["navn"] for talk in page["intervjuer"]] == ["Christine Akhtar", "Lena Kristin Larsen"]
    assert page["side"] == {
        "oppdatert": "2015-03-13",
        "kvalitetssikret": "Norsk Helsesekretærforbund, 2014",
        "redaktor": "Raymond Karlsen",
        "lisens": "CC BY-NC-ND",
        "kilde": "utdanning-2015",
    }
    assert page["autorisasjon"][0]["type"] == ["autorisasjon", "beskyttet tittel"]


def test_occupations_that_share_an_education_stand_under_a_heading_that_says_so(invented: Runner) -> None:
    out = invented("vis", "stjernepleier", "--del", "beslektede").out

    assert "Andre yrker med samme utdanning\n-------------------------------\nSamme Vg2 (Smiing): Månesmed.\n" in out


@pytest.mark.parametrize("typed", ["manesmed", "MÅNESMED", "maanesmed", "Ma\u030anesmed", "måne smed"])
def test_a_name_is_found_however_it_is_typed(invented: Runner, typed: str) -> None:
    assert invented("vis", typed, "--json") == invented("vis", "Månesmed", "--json")


@pytest.mark.parametrize(
    "typed",
    ["7221", "månesmeder", "månesmedene", "månesmeds", "lunarist", "måneslipar", "jobbe som månesmed", "månsemed"],
)
def test_a_name_that_was_typed_otherwise_is_taken_and_said_on_stderr(invented: Runner, typed: str) -> None:
    taken: Result = invented("vis", typed, "--json")
    assert (taken.out, taken.status) == (invented("vis", "Månesmed", "--json").out, 0)
    assert taken.err == f"Viser Månesmed for «{typed}».\n"


def test_several_words_need_no_quotes(yrke: Runner) -> None:
    assert yrke("vis", "barne-", "og", "ungdomsarbeider") == yrke("vis", "barne- og ungdomsarbeider")
    assert yrke("vis", "barne-", "og", "ungdomsarbeider").status == 0


def test_a_name_that_several_share_lists_them_and_does_not_ask(yrke: Runner) -> None:
    result: Result = yrke("vis", "pleier")
    first, *candidates = result.err.splitlines()

    assert (result.out, result.status) == ("", 1)
    assert first == "yrke: «pleier» kan være flere yrker:"
    assert "  Sykepleier (sykepleier)" in candidates
    assert "  Vernepleier (vernepleier)" in candidates


def test_a_name_that_only_one_contains_is_not_said_to_be_several(invented: Runner) -> None:
    result: Result = invented("vis", "månesm")

    assert (result.out, result.status) == ("", 1)
    assert "flere" not in result.err
    assert "Månesmed" in result.err


def test_a_name_that_matches_nothing_suggests_the_nearest(invented: Runner) -> None:
    assert invented("vis", "stjernepleir") == not_found(
        "yrke: Fant ikke noe yrke som heter «stjernepleir».\nMente du «Stjernepleier»?\n"
    )


# utdanning


def test_the_ways_to_an_occupation_step_by_step(invented: Runner) -> None:
    sources = "oppdiktet;utdanning-2015"
    trade = f"Svennebrev\tLæretida er lang. (2024)\t{sources}\n"
    assert invented("utdanning", "månesmed").out == (
        "yrke\trute\tnr\ttype\tkode\tnavn\tar\tgir\tmerknad\tkilde\n"
        f"Månesmed\tSvennebrev\t1\tprogram\tLYLYS1----\tVg1 Lys- og himmelfag\t1\t{trade}"
        f"Månesmed\tSvennebrev\t2\tprogram\tLYSMI2----\tVg2 Smiing\t1\t{trade}"
        f"Månesmed\tSvennebrev\t3\tlaere\tLYMAN3----\tLæretid: Månesmedfaget\t2.5\t{trade}"
        f"Månesmed\tStudium\t1\tgrad\t\tBachelor i lys\t3\tBachelor\t\t{sources}\n"
    )


def test_a_way_that_no_profile_has_follows_from_the_transitions(invented: Runner) -> None:
    """Stjernepleier has only its last programme area; how long that takes is not known, and not guessed."""
    rows = rows_of(invented, "utdanning", "stjernepleier")

    assert set(column(rows, "rute")) == {"Fra Lys- og himmelfag"}
    assert column(rows, "kode") == ["LYLYS1----", "LYSMI2----", "LYSTJ3----"]
    assert column(rows, "ar") == ["1", "1", ""]
    shown = invented("vis", "stjernepleier").out
    assert re.search(r"Vg3 Stjernepleie +lengden er ikke kjent, gir yrkeskompetanse$", shown, re.MULTILINE)


def test_lengths_are_written_to_the_half_year_for_people(invented: Runner) -> None:
    out = invented("vis", "månesmed", "--del", "utdanning").out

    assert f"Svennebrev                  4½{NBSP}år etter ungdomsskolen\n" in out
    assert f"└── Læretid: Månesmedfaget  2½{NBSP}år, gir svennebrev\n" in out


def test_an_occupation_without_a_way_is_said_on_stderr(invented: Runner) -> None:
    assert invented("utdanning", "ølpoet") == not_found(
        "yrke: Fant ingen utdanningsvei.\nØlpoet: utdanningen er ikke skrevet inn ennå.\n"
    )
    both = invented("utdanning", "ølpoet", "månesmed")
    assert both == Result(invented("utdanning", "månesmed").out, "Ølpoet: utdanningen er ikke skrevet inn ennå.\n", 0)


def test_the_real_way_to_helsesekretær(yrke: Runner) -> None:
    rows = rows_of(yrke, "utdanning", "helsesekretær")

    assert column(rows, "kode") == ["HSHSF1----", "HSHES2----", "HSHSE3----"]
    assert column(rows, "ar") == ["1", "1", "1"]
    assert set(column(rows, "gir")) == {"Yrkeskompetanse"}


# opptak


def test_admission_has_the_code_the_words_the_year_and_the_source(invented: Runner) -> None:
    rows = rows_of(invented, "opptak", "månesmed")

    assert [(row["rute"], row["kode"], row["krav"], row["ar"], row["kilde"]) for row in rows] == [
        ("Svennebrev", "", "Fullført grunnskole.", "2015", "utdanning-2015;oppdiktet"),
        ("Studium", "GENS", "Du må ha generell studiekompetanse.", "2022", "oppdiktet"),
    ]


def test_admission_that_is_not_written_is_said_on_stderr(invented: Runner) -> None:
    assert invented("opptak", "ølpoet") == not_found(
        "yrke: Fant ingen opptakskrav.\nØlpoet: opptakskravene er ikke skrevet inn ennå.\n"
    )


def test_every_real_requirement_has_a_known_source(yrke: Runner) -> None:
    known = {row["id"] for row in rows_of(yrke, "kilder") if row["type"] == "kilde"}
    rows = rows_of(yrke, "opptak", "sivilingeniør", "sykepleier", "politibetjent", "grunnskolelærer", "tømrer")

    assert {source for row in rows for source in row["kilde"].split(";")} <= known
    assert any(row["kode"] == "SIVING" for row in rows if row["yrke"] == "Sivilingeniør")


# søk


def test_search_finds_the_whole_name_first_then_beginnings_then_insides(yrke: Runner) -> None:
    found = column(rows_of(yrke, "søk", "lege"), "tittel")
    places = [0 if title == "Lege" else 1 if title.lower().startswith("lege") else 2 for title in found]

    assert found[0] == "Lege"
    assert "Legemiddelkonsulent" in found
    # Helsesekretær stands among the beginnings: one of its names is Legesekretær.
    assert 1 in places
    assert [place for title, place in zip(found, places, strict=True) if title != "Helsesekretær"] == sorted(
        place for title, place in zip(found, places, strict=True) if title != "Helsesekretær"
    )


def test_search_says_why_each_was_found(invented: Runner) -> None:
    def found(*words: str) -> list[tuple[str, str]]:
        return [(row["slug"], row["treff"]) for row in rows_of(invented, "søk", *words)]

    assert found("månesmed") == [("manesmed", "tittel")]
    assert found("lunarist") == [
        ("manesmed", "navn: Lunarist"),
        ("aerlighetsrevisor", "navn: Lunarist i nord"),
    ]
    assert found("smed") == [("manesmed", "tittel"), ("stjernepleier", "navn: Stjernesmed")]
    assert found("pusser", "skinner") == [("manesmed", "ingress: Månesmeden pusser månen, så den skinner jevnt.")]
    assert found("stjernepleir") == [("stjernepleier", "ligner: Stjernepleier")]


def test_equal_hits_stand_in_norwegian_order(invented: Runner) -> None:
    assert column(rows_of(invented, "søk", "poet"), "tittel") == ["Ølpoet", "Åkerpoet"]


def test_search_without_a_hit_is_status_1(invented: Runner) -> None:
    result: Result = invented("søk", "xyzzy")

    assert (result.out, result.status) == ("", 1)
    assert result.err.startswith("yrke: Fant ikke noe yrke som heter «xyzzy».\n")


def test_a_failed_search_does_not_tell_to_search(invented: Runner) -> None:
    assert "yrke søk" not in invented("søk", "xyzzy").err


def test_search_has_a_plain_spelling(invented: Runner) -> None:
    assert invented("sok", "mane") == invented("søk", "måne")


# liste


def test_the_list_is_in_norwegian_order(invented: Runner) -> None:
    assert column(rows_of(invented, "liste"), "tittel") == [
        "Grenseskriver",
        "Månesmed",
        "Stjernepleier",
        "Ærlighetsrevisor",
        "Ølpoet",
        "Åker & eng <test> | 2",
        "Åkerpoet",
    ]


def test_the_real_list_has_every_record(yrke: Runner) -> None:
    slugs = column(rows_of(yrke, "liste"), "slug")
    assert sorted(slugs) == sorted(path.stem for path in (DATA / "yrker").glob("*.yaml"))


@pytest.mark.parametrize(
    ("options", "slugs"),
    [
        (["--interesse", "lys"], ["manesmed", "stjernepleier"]),
        (["--interesse", "HANDVERK"], ["manesmed"]),
        (["--gruppe", "7"], ["manesmed", "stjernepleier"]),
        (["--gruppe", "7222"], ["manesmed", "stjernepleier"]),
        (["--gruppe", "7221"], ["manesmed"]),
        (["--gruppe", "26"], ["grenseskriver", "aerlighetsrevisor", "aker-eng-test-2", "akerpoet"]),
        (["--interesse", "dikt", "--gruppe", "264"], ["aker-eng-test-2", "akerpoet"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_the_list_by_interest_and_group(invented: Runner, options: list[str], slugs: list[str]) -> None:
    assert column(rows_of(invented, "liste", *options), "slug") == slugs


def test_the_list_by_how_many_are_employed(invented: Runner) -> None:
    assert column(rows_of(invented, "liste", "--min-sysselsatte", "4000"), "slug") == ["manesmed"]
    assert invented("liste", "--min-sysselsatte", "4000").err.endswith("fordi antallet sysselsatte ikke er kjent.\n")
    assert rows_of(invented, "liste", "--sorter", "sysselsatte")[0]["sysselsatte"] == "4567"


def test_the_list_by_womens_share(invented: Runner) -> None:
    assert column(rows_of(invented, "liste", "--kvinneandel", "70-80"), "slug") == ["manesmed"]
    [row] = rows_of(invented, "liste", "--kvinneandel", "78")
    assert (row["kvinneandel"], row["deltidsandel"], row["andel_ar"]) == ("78", "55", "2021")


@pytest.mark.parametrize("typed", ["60-40", "halvparten", "0-101", "-", "40-"])
def test_a_share_that_is_none_is_one_line(invented: Runner, typed: str) -> None:
    assert invented("liste", f"--kvinneandel={typed}") == Result(
        "",
        f"yrke: --kvinneandel kan ikke være «{typed}»: skriv to tall fra 0 til 100 med bindestrek mellom,"
        " det minste først, for eksempel 40-60.\n",
        2,
    )


def test_who_is_not_counted_among_those_employed_is_said(invented: Runner, invented_terminal: Runner) -> None:
    said = "4 567 i yrkesgruppen, uten de fleste selvstendige (2025, SSB)"
    page = invented("vis", "månesmed").out.replace("\u00a0", " ")
    assert said in page
    assert "kvinner har 78 av 100, og 55 av 100 er deltid (2021, regnet ut)" in page
    shown = " ".join(without_codes(invented_terminal("liste", "--sorter", "sysselsatte", columns=80).out).split())
    assert (
        "Sysselsatte er i hele yrkesgruppen, 4. kvartal 2025, uten de fleste selvstendige (SSB, tabell 12542)." in shown
    )


def test_an_unknown_interest_or_group_is_status_1_with_what_there_is(invented: Runner) -> None:
    assert invented("liste", "--interesse", "fotball") == not_found(
        "yrke: Fant ikke noe interesseområde som heter «fotball».\nVelg et av dikt, håndverk, lys.\n"
    )
    assert invented("liste", "--gruppe", "99") == not_found(
        "yrke: Det finnes ingen STYRK-08-gruppe med koden «99».\nKoden har 1–4 sifre, for eksempel 2 eller 2223.\n"
    )
    assert invented("liste", "--interesse", "lys", "--gruppe", "26") == not_found(
        "yrke: Ingen yrker svarer til valgene.\n"
        "2 yrker er utelatt fordi interessene ikke er kjent.\n"
        "Ta bort et valg, eller gjør det videre.\n"
    )


@pytest.mark.parametrize(("options", "title"), [([], "7 yrker"), (["--gruppe", "7221"], "1 yrke")])
def test_the_list_counts_itself_in_norwegian(invented: Runner, options: list[str], title: str) -> None:
    assert invented("liste", *options, "--format", "md").out.startswith(f"## {title}\n")


# sammenlign


def test_two_occupations_side_by_side(invented: Runner) -> None:
    first, second = json.loads(invented("sammenlign", "månesmed", "ølpoet", "--json").out)

    assert first == {
        "slug": "manesmed",
        "tittel": "Månesmed",
        "styrk08": "7221",
        "yrkesgruppe": "Månesmeder",
        "median": 51000,
        "gjennomsnitt": 52000,
        "p25": 45000,
        "p75": 58000,
        "ar": 2025,
        "arbeidstid": "heltid",
        "sysselsatte": 4567,
        "kvinneandel": 78,
        "deltidsandel": 55,
        "vei_ar": 4.5,
        "gir": "Svennebrev;Bachelor",
        "opptak": "Fullført grunnskole.;GENS",
        "autorisasjon": "månesmed",
        "interesser": "håndverk;lys",
        "kilde": "ssb-11418",
    }
    assert {key for key, value in second.items() if value is not None} == {"slug", "tittel", "interesser"}


def test_people_are_told_what_is_not_known(invented: Runner) -> None:
    out = invented("sammenlign", "månesmed", "ølpoet", "--format", "md").out

    assert "| Ølpoet | ikke kjent | ikke kjent |" in out
    assert "Lønn er for heltid der det finnes, og gjelder hele yrkesgruppen (SSB, tabell 11418).\n" in out


def test_the_order_is_the_one_typed(invented: Runner) -> None:
    rows = rows_of(invented, "sammenlign", "ølpoet", "stjernepleier", "månesmed")

    assert column(rows, "slug") == ["olpoet", "stjernepleier", "manesmed"]


@pytest.mark.parametrize("names", [["månesmed", "månesmed"], ["månesmed", "lunarist"]], ids=" ".join)
def test_one_occupation_cannot_be_compared(invented: Runner, names: list[str]) -> None:
    assert invented("sammenlign", *names) == Result(
        "", "yrke: Det trengs to ulike yrker for å sammenligne.\nSkriv: yrke sammenlign sykepleier vernepleier\n", 2
    )


# fra


def test_general_studies_give_generell_studiekompetanse_and_start_these_occupations(yrke: Runner) -> None:
    rows = rows_of(yrke, "fra", "studiespesialisering")
    starts = {name for row in rows for name in row["yrker"].split(";") if name}

    assert rows[0] == {
        "koder": "STUSP1----",
        "sti": "Studiespesialisering",
        "kompetanse": "Generell studiekompetanse",
        "yrker": "",
        "kilde": "nokut-nkr-vgo;udir-grep",
    }
    assert starts >= {
        "Barnehagelærer",
        "Grunnskolelærer",
        "IT-konsulent",
        "Politibetjent",
        "Sivilingeniør",
        "Sykepleier",
    }
    assert "Studiespesialisering → Bachelor i sykepleie" in column(rows, "sti")
    assert yrke("fra", "studiespesialisering").err == ("Yrker der kildene ikke nevner noe studium, er ikke med her.\n")


def test_a_vocational_programme_in_a_pipe_is_one_path_a_line(yrke: Runner) -> None:
    result: Result = yrke("fra", "helse-", "og", "oppvekstfag")
    paths = {row["sti"]: row for row in rows_of(yrke, "fra", "helse- og oppvekstfag")}

    assert len(result.out.splitlines()) == len(paths) + 1
    assert all(path.startswith("Vg1 Helse- og oppvekstfag → Vg2 ") for path in paths)
    helsesekretaer = paths["Vg1 Helse- og oppvekstfag → Vg2 Helseservicefag → Vg3 Helsesekretær"]
    assert helsesekretaer.pop("kilde").startswith("udir-grep;utdanning-overganger-2026;utdanning-programmer-2026")
    assert helsesekretaer == {
        "koder": "HSHSF1----;HSHES2----;HSHSE3----",
        "sti": "Vg1 Helse- og oppvekstfag → Vg2 Helseservicefag → Vg3 Helsesekretær",
        "kompetanse": "Yrkeskompetanse",
        "yrker": "Helsesekretær",
    }
    assert paths["Vg1 Helse- og oppvekstfag → Vg2 Helsearbeiderfag → Læretid: Helsearbeiderfaget"]["kompetanse"] == (
        "Fagbrev"
    )
    assert result.err == "Hva generell studiekompetanse leder til: yrke fra studiespesialisering\n"


@pytest.mark.parametrize(
    "typed",
    [
        "HSHSF1----",
        "hshsf1",
        "HELSE OG OPPVEKSTFAG",
        "Healthcare, Childhood and Youth Development",
        "vg1 helse- og oppvekstfag",
    ],
)
def test_a_real_programme_by_code_english_and_any_spelling(yrke: Runner, typed: str) -> None:
    assert yrke("fra", typed) == yrke("fra", "Helse- og oppvekstfag")


@pytest.mark.parametrize("typed", ["LYLYS1----", "ljos- og himmelfag", "light and sky", "Vg1 lys- og himmelfag"])
def test_a_programme_by_code_nynorsk_and_english(invented: Runner, typed: str) -> None:
    assert column(rows_of(invented, "fra", typed), "sti") == [
        "Vg1 Lys- og himmelfag → Vg2 Smiing → Læretid: Månesmedfaget",
        "Vg1 Lys- og himmelfag → Vg2 Smiing → Vg3 Stjernepleie",
        "Vg1 Lys- og himmelfag → Vg2 Smiing → Vg3 påbygging",
    ]


def test_a_link_that_is_a_career_step_is_left_out(invented: Runner) -> None:
    """karrieresteg.csv: the certificate in Månesmedfaget does not make an Ærlighetsrevisor."""
    assert "Ærlighetsrevisor" not in invented("fra", "lys- og himmelfag").out


def test_a_programme_on_a_terminal_is_a_tree(invented_terminal: Runner) -> None:
    view = without_codes(invented_terminal("fra", "lys-", "og", "himmelfag").out)

    assert view.startswith(
        f"Vg1 Lys- og himmelfag           1{NBSP}år\n"
        f"└── Vg2 Smiing                  1{NBSP}år\n"
        f"    ├── Læretid: Månesmedfaget  2½{NBSP}år, gir svennebrev\n"
        "    │   └── → Månesmed\n"
        "    ├── Vg3 Stjernepleie        gir yrkeskompetanse\n"
        "    │   └── → Stjernepleier\n"
        f"    └── Vg3 påbygging           1{NBSP}år, gir generell studiekompetanse\n"
    )


@pytest.mark.parametrize("typed", ["idrettsfag", "påbygging"])
def test_a_programme_that_only_one_name_contains_is_not_said_to_be_several(yrke: Runner, typed: str) -> None:
    assert "kan være flere programområder" not in yrke("fra", typed).err


def test_a_part_of_several_names_lists_the_programmes(yrke: Runner) -> None:
    result: Result = yrke("fra", "helse")
    first, *candidates = result.err.splitlines()

    assert (result.out, result.status) == ("", 1)
    assert first == "yrke: «helse» kan være flere programområder:"
    assert [candidate.strip() for candidate in candidates][:2] == ["Helse- og oppvekstfag", "Helsearbeiderfag"]


def test_an_unknown_programme_is_status_1_with_a_way_on(invented: Runner) -> None:
    assert invented("fra", "smeing") == not_found(
        "yrke: Fant ikke noe programområde som heter «smeing».\nMente du «Smiing»?\n"
    )


# kilder


def test_every_source_is_explained(yrke: Runner) -> None:
    sources = [row for row in rows_of(yrke, "kilder") if row["type"] == "kilde"]
    with Catalogue(default_path()) as catalogue:
        known = [source.id for source in catalogue.sources()]

    assert column(sources, "id") == known
    assert {"ssb-11418", "ssb-11418-utdanning", "utdanning-2015"} <= set(known)
    for row in sources:
        assert all(row[key] for key in ("tittel", "utgiver", "ar", "lisens", "adresse")), row


def test_every_source_and_note_that_occurs_in_a_pay_row_is_explained(yrke: Runner) -> None:
    told = {(row["type"], row["id"]) for row in rows_of(yrke, "kilder")}
    occurring = set()
    for row in rows_of(yrke, "lønn", "--alt"):
        occurring.add(("kilde", row["kilde"]))
        occurring |= {("merknad", note.split("=")[0]) for note in row["merknad"].split(";") if note}

    assert ("merknad", "heltidsekvivalent") in occurring
    assert occurring - told == set()


def test_every_note_has_an_explanation(yrke: Runner) -> None:
    notes = [row for row in rows_of(yrke, "kilder") if row["type"] == "merknad"]

    assert len(notes) == 12
    assert [row["id"] for row in notes if not row["forklaring"].endswith(".")] == []


def test_every_source_of_a_page_is_one_of_kilder(yrke: Runner) -> None:
    known = {row["id"] for row in rows_of(yrke, "kilder") if row["type"] == "kilde"}
    page = json.loads(yrke("vis", "helsesekretær", "--json").out)

    assert {source["id"] for source in page["kilder"]} <= known
    keys = ("opptak", "lonn", "autorisasjon", "intervjuer", "videreutdanning", "veien_videre", "krav", "forhold")
    used = {one for key in keys for row in page[key] for one in row["kilde"].split(";")}
    assert used - {source["id"] for source in page["kilder"]} == set()


# dekning


def test_the_totals_agree_with_the_rows(yrke: Runner) -> None:
    rows = rows_of(yrke, "dekning")
    totals = rows_of(yrke, "dekning", "--totalt")

    assert totals[0]["del"] == "full profil"
    assert int(totals[0]["har"]) == sum(row["full_profil"] == "1" for row in rows)
    lacking = {row["slug"]: row["mangler"].split(";") for row in rows}
    for total in totals[1:]:
        missing = sum(total["del"] in parts for parts in lacking.values())
        assert (total["har"], total["mangler"]) == (str(len(rows) - missing), str(missing)), total["del"]
    assert {part for parts in lacking.values() for part in parts if part} <= set(column(totals, "del"))


def test_coverage_agrees_with_the_pages(invented: Runner) -> None:
    for row in rows_of(invented, "dekning"):
        page = json.loads(invented("vis", row["slug"], "--json").out)
        lacking = [part for part in row["mangler"].split(";") if part]
        for part in set(lacking):
            assert not page["lonn" if part == "lønn" else part], (row["slug"], part)
        assert {one["del"] for one in page["mangler"]} - set(lacking) <= {"forhold", "krav", "veien videre"}
        assert row["full_profil"] == ("1" if page["ingress"] else "0")


def test_coverage_says_the_sums_on_stderr(invented: Runner) -> None:
    result: Result = invented("dekning")

    sums = (
        "1 av 7 yrker har full profil, 5 har lønnstall. "
        "100,0 prosent av de heltidsansatte i 2024 arbeider i en yrkesgruppe med full profil.\n"
        "2 av 7 sider er lest mot kildene, 4. mars 2026 eller senere.\n"
    )
    assert result.err == f"{sums}Summene: yrke dekning --totalt\n"
    assert invented("dekning", "--totalt").err == sums


def test_coverage_counts_the_people_in_the_groups(invented: Runner) -> None:
    """The invented land counts 120 women and 80 men among its moonsmiths, and nobody else."""
    totals = {row["del"]: row for row in rows_of(invented, "dekning", "--totalt")}

    assert (totals["full profil"]["ansatte"], totals["full profil"]["andel_ansatte"]) == ("200", "100.0")
    assert (totals["styrk08"]["ansatte"], totals["styrk08"]["andel_ansatte"]) == ("200", "100.0")


def test_nineteen_of_twenty_employees_are_in_a_group_with_a_full_profile(yrke: Runner) -> None:
    """Counted anew from the pay rows, over every STYRK-08 code of the occupations with a full profile."""
    rows = rows_of(yrke, "lønn", "--alt", "--år", "2024", "--heltid")
    counts: dict[str, int] = {}
    for row in rows:
        if row["kjonn"] in ("kvinner", "menn") and row["antall"]:
            counts[row["styrk08"]] = counts.get(row["styrk08"], 0) + int(row["antall"])
    full = {row["slug"] for row in rows_of(yrke, "dekning") if row["full_profil"] == "1"}
    with Catalogue(default_path()) as catalogue:
        codes = {code for slug, own in catalogue.lists("styrk08").items() if slug in full for code in own}
    share = sum(counts.get(code, 0) for code in codes) / sum(counts.values())

    assert share >= 0.95
    [total] = [row for row in rows_of(yrke, "dekning", "--totalt") if row["del"] == "full profil"]
    assert total["andel_ansatte"] == f"{100 * share:.1f}"


def test_an_occupation_without_a_code_has_no_pay(invented: Runner) -> None:
    """The page's rows have no code either, and are not the pay of everyone without one."""
    [row] = [row for row in rows_of(invented, "dekning") if row["slug"] == "olpoet"]

    assert row["mangler"].startswith("styrk08;lønn;")


def test_the_first_twelve_profiles_are_full(yrke: Runner) -> None:
    full = {row["tittel"] for row in rows_of(yrke, "dekning") if row["full_profil"] == "1"}
    assert full >= {
        "Barnehagelærer",
        "Butikkmedarbeider",
        "Elektriker",
        "Grunnskolelærer",
        "Helsefagarbeider",
        "Helsesekretær",
        "IT-konsulent",
        "Kokk",
        "Politibetjent",
        "Sivilingeniør",
        "Sykepleier",
        "Tømrer",
    }
    assert len(full) >= 310


# Every command


@pytest.mark.parametrize(
    ("command", "needs", "example"),
    [
        ("vis", "navnet på et yrke", "yrke vis helsesekretær"),
        ("utdanning", "navnet på et yrke", "yrke utdanning elektriker"),
        ("opptak", "navnet på et yrke", "yrke opptak sivilingeniør"),
        ("søk", "et ord å lete etter", "yrke søk sekretær"),
        ("fra", "navnet på et utdanningsprogram", "yrke fra helse- og oppvekstfag"),
    ],
)
@pytest.mark.parametrize("words", [[], [""], [" "]], ids=["nothing", "empty", "a space"])
def test_a_command_without_its_words_says_what_to_write(
    invented: Runner, command: str, needs: str, example: str, words: list[str]
) -> None:
    assert invented(command, *words) == Result(
        "", f"yrke: Kommandoen {command} trenger {needs}.\nSkriv for eksempel: {example}\n", 2
    )


def test_a_comparison_of_one_says_in_words_what_is_needed(invented: Runner) -> None:
    """No placeholders with brackets in a sentence for a person."""
    result: Result = invented("sammenlign", "månesmed")

    assert (result.out, result.status) == ("", 2)
    assert "[" not in result.err


@pytest.mark.parametrize("command", ["liste", "dekning"])
def test_a_command_that_takes_no_words_refuses_them(invented: Runner, command: str) -> None:
    assert invented(command, "helse") == Result(
        "", f"yrke: Kommandoen {command} tar ikke imot «helse».\nSe hva du kan skrive: yrke {command} -h\n", 2
    )


# Where the database is.


def test_the_place_of_the_database_stands_alone(invented: Runner, invented_database: Path) -> None:
    assert invented("kilder", "--database") == Result(f"{invented_database}\n", "", 0)
    assert json.loads(invented("kilder", "--database", "--json").out) == [{"database": str(invented_database)}]
    assert invented("kilder", "--database", "--csv").out == f"database\n{invented_database}\n"


def test_the_place_of_the_database_is_safe_on_a_terminal_and_itself_in_a_pipe(
    invented_database: Path, tmp_path: Path
) -> None:
    path = shutil.copy(invented_database, tmp_path / "r\x1b[31mød.sqlite3")
    env = environment(YRKE_DATABASE=str(path))
    assert call("kilder", "--database", env=env).out == f"{path}\n"
    assert "r\\x1b[31mød.sqlite3" in call_on_terminal("kilder", "--database", columns=200, env=env).out


def test_the_place_of_the_database_is_one_that_others_can_open(yrke: Runner) -> None:
    with closing(sqlite3.connect(f"file:{yrke('kilder', '--database').out.strip()}?mode=ro", uri=True)) as database:
        assert database.execute("SELECT tittel FROM yrke WHERE slug = 'helsesekretaer'").fetchall() == [
            ("Helsesekretær",)
        ]


def test_a_page_names_the_source_of_its_law_though_the_record_does_not(invented: Runner) -> None:
    page = json.loads(invented("vis", "manesmed", "--json").out)
    assert page["autorisasjon"][0]["kilde"] == "skilt"
    assert "skilt" in [source["id"] for source in page["kilder"]]
    assert "måneloven § 1. [3]\n" in invented("vis", "manesmed", "--del", "autorisasjon").out
