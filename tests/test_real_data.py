"""Every shipped record: against the reference facts where they are there, and on its own."""

import csv
import io
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import DATA, REFERENCE, ROOT, YRKE, Runner, call, needs_reference
from yrke_cli.answers.facts import HEADINGS
from yrke_cli.answers.shapes import Items, Node, Page, Section, Table, Text
from yrke_cli.catalogue import Catalogue, default_path
from yrke_cli.commands import dekning, vis
from yrke_cli.declare import Query
from yrke_cli.names import occupation_named
from yrke_cli.output.machine import json_
from yrke_cli.output.people import md, text
from yrke_cli.records import Pay
from yrke_cli.words import fold, slug

Row = dict[str, str]

SERIES = ("ssb-11418", "ssb-11418-utdanning")
STATISTICS = ("gjennomsnitt", "median", "p25", "p75", "antall")

PROFILES = [
    "barnehagelaerer", "butikkmedarbeider", "elektriker", "grunnskolelaerer", "helsefagarbeider", "helsesekretaer",
    "it-konsulent", "kokk", "politibetjent", "sivilingenior", "sykepleier", "tomrer",
]  # fmt: skip

# Statistics Norway's names with a stray hyphen (or the slip beside it) mended; every other name is as it is published.
MENDED = {
    "2144": "Sivilingeniører (maskin- og marinteknikk)",
    "2146": "Sivilingeniører (geofag, petroleumsteknologi, metallurgi mv.)",
    "2166": "Grafiske og multimediadesignere",
    "233": "Lektorer mv. (videregående skole)",
    "3132": "Kontrolloperatører ved forbrennings-, kjøle- og vannrenseanlegg mv.",
    "3334": "Eiendomsmeglere og -forvaltere",
    "4321": "Lagermedarbeidere og materialforvaltere",
    "441": "Postbud, arkiv- og personalkontormedarbeidere",
    "5164": "Dyrepassere og -trenere mv.",
    "521": "Torg- og markedsselgere",
    "7222": "Verktøymakere, låsesmeder mv.",
    "814": "Operatører innen gummi-, plast- og papirproduksjon",
    "8155": "Operatører innen pels-, skinn- og lærbearbeiding",
    "8156": "Operatører innen skinn- og lærprodukter",
    "831": "Lokomotiv- og T-baneførere mv.",
    "8311": "Lokomotiv- og T-baneførere",
    "8312": "Skiftekonduktører mv.",
}
# The transitions call it TPSMF3; Grep, whose codes we use, TPSYM3 (Sykkelmekanikerfaget).
RENAMED = {"TPSMF3----": "TPSYM3----"}
# In use in the transitions, but not in the copy of Grep.
NOT_IN_GREP = {"ELAUT4----", "ELDAT4----", "TPAMM4----"}
# Both are today's helsefagarbeider.
OLD_PROFESSIONS = {"hjelpepleier", "omsorgsarbeider"}


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reference(name: str) -> list[Row]:
    return rows_of(REFERENCE / name)


def ours(name: str) -> list[Row]:
    return rows_of(DATA / name)


def parts(cell: str) -> list[str]:
    """A list inside a cell, sorted: its order carries nothing."""
    return sorted(part for part in cell.split(";") if part)


@pytest.fixture(scope="module")
def occupations() -> dict[str, dict[str, object]]:
    """Every YAML file under data/yrker as it stands, by slug."""
    files = sorted((DATA / "yrker").iterdir())
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in files}


@pytest.fixture(scope="module")
def catalogue() -> Iterator[Catalogue]:
    with Catalogue(default_path()) as opened:
        yield opened


@pytest.fixture(scope="module")
def all_pay() -> list[Row]:
    """Every pay row, as `yrke lønn --alt --csv` gives it."""
    result = call("lønn", "--alt", "--csv")
    assert result.status == 0
    return list(csv.DictReader(io.StringIO(result.out)))


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> dict[str, Page]:
    """The page of every occupation, by slug."""
    return {listed.slug: vis.answer(catalogue, Query(words=(listed.slug,))) for listed in catalogue.occupations()}


# Against the reference: STYRK-08 and pay.


@needs_reference
def test_the_582_groups_are_the_standard_s_with_their_hyphens_mended() -> None:
    published = {
        row["code"]: (row["parent"], row["level"], MENDED.get(row["code"], row["name_nb"]), row["name_en"])
        for row in reference("styrk08.csv")
    }
    shipped = {
        row["styrk08"]: (row["overordnet"], row["niva"], row["navn"], row["navn_en"])
        for row in ours("yrkesgrupper.csv")
    }
    assert shipped == published
    assert Counter(len(code) for code in shipped) == {1: 10, 2: 43, 3: 122, 4: 407}


def test_no_name_of_a_group_has_a_stray_hyphen() -> None:
    names = [row["navn"] for row in ours("yrkesgrupper.csv")]
    assert [name for name in names if re.search(r"- [^o]|-,? ?$| - ", name)] == []


@needs_reference
def test_every_figure_comes_out_unchanged(all_pay: list[Row]) -> None:
    key = ("kilde", "ar", "styrk08", "sektor", "arbeidstid", "kjonn")
    published = {
        (*(row[name] for name in key), row["statistikk"], row["verdi"]) for row in reference("lonn_ssb_11418.csv")
    }
    printed = [
        (*(row[name] for name in key), statistic, row[statistic])
        for row in all_pay
        if row["kilde"] in SERIES
        for statistic in STATISTICS
        if row[statistic]
    ]
    assert len(printed) == 19_661
    assert set(printed) == published


@needs_reference
def test_every_count_of_those_employed_is_the_published_one() -> None:
    printed = {(row["ar"], row["styrk08"], row["sysselsatte"]) for row in ours("sysselsatte.csv")}
    assert printed == {tuple(row.values()) for row in reference("sysselsatte_ssb_12542.csv")}
    assert len(printed) == 987
    assert sum(int(count) for year, code, count in printed if year == "2024" and len(code) == 4) == 2_863_317


@needs_reference
def test_every_count_of_employments_is_the_published_one() -> None:
    published: dict[tuple[str, ...], dict[str, str]] = {}
    for row in reference("lonn_ssb_11418_sektor_kjonn_2020_2023.csv"):
        if row["statistikk"] == "antall" and row["ar"] in ("2020", "2021"):
            published.setdefault((row["styrk08"], row["ar"], row["kjonn"]), {})[row["arbeidstid"]] = row["verdi"]
    printed = {
        (row["styrk08"], row["ar"], row["kjonn"]): {
            time: count for time, count in (("alle", row["antall"]), ("heltid", row["heltid"])) if count
        }
        for row in ours("arbeidsforhold.csv")
    }
    assert len(printed) == 1150
    assert printed == published


@needs_reference
def test_the_share_of_part_time_is_the_one_computed_elsewhere(yrke: Runner) -> None:
    elsewhere = {
        row["styrk08"]: float(row["verdi"])
        for row in reference("deltid_antall_2020_2021.csv")
        if (row["ar"], row["kjonn"], row["statistikk"]) == ("2021", "alle", "andel_prosent")
    }
    listed = list(csv.DictReader(io.StringIO(yrke("liste", "--csv").out)))
    told = {row["styrk08"]: float(row["deltidsandel"]) for row in listed if row["deltidsandel"]}
    assert len(told) > 180
    assert {code: share for code, share in told.items() if abs(share - elsewhere[code]) > 0.55} == {}


def test_the_list_has_the_newest_count_of_each_unit_group(yrke: Runner) -> None:
    newest = {row["styrk08"]: row["sysselsatte"] for row in ours("sysselsatte.csv") if row["ar"] == "2025"}
    listed = list(csv.DictReader(io.StringIO(yrke("liste", "--csv").out)))
    assert [row["sysselsatte"] for row in listed] == [newest.get(row["styrk08"], "") for row in listed]
    assert {row["sysselsatte_ar"] for row in listed} == {"2025", ""}


def test_every_pay_row_has_the_keys_and_a_known_group(all_pay: list[Row]) -> None:
    names = {row["styrk08"]: row["navn"] for row in ours("yrkesgrupper.csv")}
    assert list(all_pay[0]) == [column.key for column in Pay.columns]
    assert {row["yrke"] for row in all_pay if row["styrk08"] and names[row["styrk08"]] != row["yrke"]} == set()


def test_an_hour_and_a_year_are_computed_from_the_mean_and_marked(all_pay: list[Row]) -> None:
    for row in all_pay:
        if row["kilde"] not in SERIES:
            continue
        mean = row["gjennomsnitt"]
        computed = (str(round(int(mean) / 162.5)), str(12 * int(mean))) if mean else ("", "")
        assert (row["timelonn"], row["arslonn"]) == computed
        assert ("beregnet" in row["merknad"].split(";")) == bool(mean)


def test_the_seven_populations_whose_mean_lies_above_p75_are_marked(all_pay: list[Row]) -> None:
    above = [
        row for row in all_pay if row["p75"] and row["gjennomsnitt"] and int(row["gjennomsnitt"]) > int(row["p75"])
    ]
    marked = [row for row in all_pay if "snitt-over-p75" in row["merknad"].split(";")]
    assert above == marked
    assert len(marked) == 7
    assert {row["styrk08"] for row in marked if row["ar"] == "2025"} >= {"3324", "3421"}


def newest(rows: list[Pay], *times: str) -> Iterator[Pay]:
    """The rows that stand for their group, worked out one by one: the newest year, and in it full time, the total over
    sectors and the long series before the rest."""

    def place(row: Pay) -> tuple[object, ...]:
        return -row.year, row.working_time != "heltid", row.sector != "alle", row.source != "ssb-11418"

    fitting = [row for row in rows if row.sex == "alle" and row.working_time in times]
    for row in fitting:
        own = [other for other in fitting if (other.styrk08, other.occupation) == (row.styrk08, row.occupation)]
        if place(row) == min(map(place, own)):
            yield row


def values(rows: Iterable[Pay]) -> list[tuple[object, ...]]:
    return list(Table(Pay.columns, list(rows)).values())


def test_the_newest_rows_are_marked_as_the_rule_has_it(catalogue: Catalogue) -> None:
    everything = catalogue.pay(Query(everything=True))
    assert values(catalogue.pay(Query())) == values(newest(everything, "alle", "heltid"))
    assert values(catalogue.pay(Query(working_time="deltid"))) == values(newest(everything, "deltid"))


def test_every_note_of_a_pay_row_is_explained(all_pay: list[Row], catalogue: Catalogue) -> None:
    used = {note.partition("=")[0] for row in all_pay for note in row["merknad"].split(";") if note}
    assert used - set(catalogue.notes()) == set()


THE_PAGE = """\
Sekretærer,,2015,Offentlig helseforetak,Helsetjenester,heltid,alle,2693,30700,,,,210,368400,utdanning-2015,\
ar-ukjent;styrk08-ukjent;etiketter-ukjent;timelonn-ca;antall-deler=2570+123;timelonn-2=210;gjennomsnitt-2=30700;\
arslonn-2=368400
Sekretærer,,2015,Offentlig helseforetak,Helsetjenester,deltid,alle,2347,30500,,,,210,366000,utdanning-2015,\
ar-ukjent;styrk08-ukjent;etiketter-ukjent;timelonn-ca;antall-deler=2239+108;timelonn-2=210;gjennomsnitt-2=30600;\
arslonn-2=367200;heltidsekvivalent
Legesekretærer,,2015,Offentlig helseforetak,Helsetjenester,heltid,alle,1547,31000,,,,210,372000,utdanning-2015,\
ar-ukjent;styrk08-ukjent;etiketter-ukjent;timelonn-ca;antall-deler=1538+9;timelonn-2=210;gjennomsnitt-2=31000;\
arslonn-2=372000
Tannlege- og legesekretærer,,2015,Kommune og fylke,Helsetjenester,heltid,alle,1170,32100,,,,220,385200,utdanning-2015,\
ar-ukjent;styrk08-ukjent;etiketter-ukjent;timelonn-ca;antall-deler=1168+2;timelonn-2=220;gjennomsnitt-2=32100;\
arslonn-2=385200
Legesekretærer,,2015,Offentlig helseforetak,Helsetjenester,deltid,alle,1002,30600,,,,210,367200,utdanning-2015,\
ar-ukjent;styrk08-ukjent;etiketter-ukjent;timelonn-ca;antall-deler=1002;timelonn-2=210;gjennomsnitt-2=30600;\
arslonn-2=367200;heltidsekvivalent
"""


def test_the_five_rows_of_the_page_carry_everything_that_it_prints(all_pay: list[Row]) -> None:
    rows = [row for row in all_pay if row["kilde"] == "utdanning-2015"]
    assert "".join(f"{','.join(row.values())}\n" for row in rows) == THE_PAGE


@needs_reference
def test_the_five_rows_are_those_of_the_reference_figure_by_figure() -> None:
    page = (REFERENCE / "helsesekretaer-2015.txt").read_text(encoding="utf-8")
    blocks = page.partition("Årslønn\n")[2].partition("Del denne siden")[0].split("kilde\n")[:5]
    for block, row in zip(blocks, ours("lonn/utdanning-2015.csv"), strict=True):
        lines = block.splitlines()
        worked = {"heltid": "Heltidsansatte", "deltid": "Deltidsansatte"}[row["arbeidstid"]]
        assert lines[:4] == [row["gruppe"], worked, row["bransje"], row["sektor"]]
        printed = [number.replace(" ", "") for number in re.findall(r"(?<!\d)\d[\d ]*(?= personer| kr)", block)]
        assert printed == [figure for name, figure in list(row.items())[6:] if figure]


# Against the reference: education.


@needs_reference
def test_the_497_programme_areas_have_their_three_names() -> None:
    shipped = {
        row["kode"]: (row["navn"], row["navn_nn"], row["navn_en"]) for row in ours("utdanning/programomrader.csv")
    }
    published = {
        row["kode"]: (row["navn_nb"], row["navn_nn"], row["navn_en"]) for row in reference("programomrader_grep.csv")
    }
    assert len(published) == 497
    assert {code: names for code, names in shipped.items() if code not in NOT_IN_GREP} == published
    assert set(shipped) >= NOT_IN_GREP


@needs_reference
def test_the_348_transitions_are_there_under_the_codes_of_grep_and_one_of_2026() -> None:
    published = [(RENAMED.get(row["fra"], row["fra"]), RENAMED.get(row["til"], row["til"]))
                 for row in reference("overganger_vgo.csv")]  # fmt: skip
    shipped = [(row["fra"], row["til"]) for row in ours("utdanning/overganger.csv")]
    assert len(shipped) == 349
    assert sorted(shipped) == sorted([*published, ("NALGA2----", "NAGAN3----")])


@needs_reference
def test_every_programme_area_gives_the_competence_of_the_reference() -> None:
    shipped = {row["programomrade"]: row["kompetanse"] for row in ours("utdanning/sluttkompetanse.csv")}
    for row in reference("programomrader_yrker.csv"):
        code = RENAMED.get(row["programomrade_code"], row["programomrade_code"])
        if row["sluttkompetanse"]:
            assert (code, shipped[code]) == (code, row["sluttkompetanse"])


def facts(requirement: str) -> set[str]:
    """The subjects, marks and hours in a requirement; the words are ours, a length in years among them."""
    return set(re.findall(r"\b[RS][12]\b|\b\d+\b(?!-årig| år)", requirement))


@needs_reference
def test_the_health_authorisations_have_the_type_and_law_of_the_reference() -> None:
    """The others have been looked up anew since."""
    shipped = {row["yrke"]: row for row in ours("utdanning/autorisasjoner.csv")}
    health = [row for row in reference("autorisasjon.csv") if row["hjemmel"].startswith("helsepersonelloven")]
    assert len(health) == 33
    for row in health:
        own = shipped[row["yrke"]]
        assert own["type"] == row["type"].replace("; ", ";")
        assert own["hjemmel"] == row["hjemmel"].replace("; ", ";"), row["yrke"]


# Renewed since the reference was made: what it asks for has changed, or is told otherwise.
RENEWED = {"ARKA", "GENS", "sykepleie-2025", "tanntekniker", "politi-2018"}


@needs_reference
def test_the_admission_codes_ask_for_what_the_reference_says() -> None:
    """A code that pages use still asks for all that it asked for when the reference was made, if it was not renewed."""
    shipped = {row["id"]: row for row in ours("utdanning/opptakskrav.csv")}
    compared = 0
    for row in reference("opptakskrav.csv"):
        own = shipped.get(row["kode"])
        if own is None or row["kode"] in RENEWED:
            continue
        assert own["kode"] == row["kode"]
        assert facts(row["krav"]) - facts(own["krav"]) == set(), row["kode"]
        assert (own["gsk"] == "ja") == ("GSK" in row["krav"]), row["kode"]
        compared += 1
    assert compared >= 6


def test_a_requirement_says_of_when_it_is_before_all_else() -> None:
    for row in ours("utdanning/opptakskrav.csv"):
        assert re.match(r"(Ca\. |Etter )?[0-9]{4}: |Uten år: ", row["merknad"]), row["id"]


def test_every_requirement_and_authorisation_is_used_or_belongs_to_an_occupation(
    occupations: dict[str, dict[str, object]],
) -> None:
    used = {
        need.get("krav") for record in occupations.values() for way in ways(record) for need in objects(way, "opptak")
    }
    kept = {"VETE", "ARKA", "arkitektur-bas", "vg1", "tanntekniker"}  # of occupations that are without ways today
    assert {row["id"] for row in ours("utdanning/opptakskrav.csv")} - used - kept == set()


def ways(record: dict[str, object]) -> list[dict[str, object]]:
    return objects({"utdanning": [], **record}, "utdanning")


def test_no_law_that_has_been_replaced_is_cited_for_what_holds_now() -> None:
    """The school law of 1998 and its regulation ended on 1 August 2024, advocates' rules in domstolloven on 1 January
    2025, losloven on 1 January 2020."""
    dead = re.compile(r"opplæringslova 1998|FOR-2006-06-23-724|LOV-1998-07-17-61|losloven")
    for name in ("krav_til_arbeid.csv", "utdanning/autorisasjoner.csv"):
        for row in ours(name):
            assert not dead.search(row["hjemmel"]), (name, row)


# Against the reference: occupations.


def names_of(occupations: dict[str, dict[str, object]]) -> dict[str, list[str]]:
    """Title or other name as written → the slugs that have it."""
    names: dict[str, list[str]] = {}
    for name, record in occupations.items():
        for written in (record["tittel"], *listed(record, "andre_navn"), *listed(record, "sokeord")):
            names.setdefault(str(written), []).append(name)
    return names


def listed(record: dict[str, object], key: str) -> list[str]:
    values = record.get(key, [])
    assert isinstance(values, list)
    return [str(value) for value in values]


@needs_reference
def test_each_of_the_590_is_found_by_its_title_with_its_interests_and_educations(
    occupations: dict[str, dict[str, object]], catalogue: Catalogue
) -> None:
    """Whether it has its title still, or has become another occupation's name."""
    published = reference("yrker_utdanning_2019.csv")
    assert len(published) == 590
    for row in published:
        own = occupation_named(catalogue, [row["tittel"]]).slug
        assert set(listed(occupations[own], "interesser")) >= set(parts(row["interesser"])), own
        assert set(listed(occupations[own], "nus")) >= set(parts(row["nus_koder"])), own
        assert "utdanning-yrker-2019" in listed(occupations[own], "kilder"), own


@needs_reference
def test_every_title_of_2019_and_of_the_programme_list_leads_to_a_page(catalogue: Catalogue) -> None:
    titles = {row["tittel"] for row in reference("yrker_utdanning_2019.csv")}
    titles |= {title for row in reference("programomrader_yrker.csv") for title in parts(row["yrker"])}
    exactly = {title: catalogue.named(fold(title)) for title in titles}
    assert [title for title, named in exactly.items() if not named] == []


def test_a_page_that_has_had_another_slug_answers_by_it(
    yrke: Runner, occupations: dict[str, dict[str, object]]
) -> None:
    earlier = {old: name for name, record in occupations.items() for old in listed(record, "tidligere")}
    assert {earlier["feier"], earlier["murer"], earlier["kranforer"], earlier["faglaerer"]} == {
        "brannforebygger", "mur-og-flislegger", "fagoperator-kran-og-lofteoperasjoner-kranforer", "yrkesfaglaerer",
    }  # fmt: skip
    assert len(earlier) > 35
    names = "\n".join(earlier).encode()
    done = subprocess.run([YRKE, "vis", "-", "--jsonl"], input=names, capture_output=True, check=True)
    assert [json.loads(line)["slug"] for line in done.stdout.splitlines()] == list(earlier.values())
    assert yrke("vis", "feier").err == "Viser Brannforebygger for «feier».\n"


def test_the_head_counts_ways_and_not_notes(yrke: Runner) -> None:
    """Two requirements of one way are no two ways; school years alone are no length of a certificate."""
    assert "Flere krav står under Opptakskrav." in yrke("vis", "flymotormekaniker").out
    assert "Andre veier har andre krav." in yrke("vis", "vekter").out
    assert "etter ungdomsskolen og læretid av ukjent lengde: fagbrev" in yrke("vis", "vikler").out
    # Practice has no admission to count from.
    assert "år fra du begynner: svennebrev" in yrke("vis", "frisør").out


def test_every_occupation_has_its_page(catalogue: Catalogue, occupations: dict[str, dict[str, object]]) -> None:
    """And a unit group, or why it has none; the README says so."""
    assert [one.slug for one in catalogue.occupations() if not one.full] == []
    for name, record in occupations.items():
        assert record["styrk08"] or "lønn" in (record.get("mangler") or {}), name  # type: ignore[operator]


def test_every_title_of_2026_opens_its_page() -> None:
    """utdanning.no's 599 titles of March 2026, and the page that each leads to here."""
    with (Path(__file__).parent / "titler_2026.csv").open(encoding="utf-8", newline="") as file:
        titles = {row["tittel"]: row["kortnavn"] for row in csv.DictReader(file)}
    assert len(titles) == 599
    done = subprocess.run(
        [YRKE, "vis", "-", "--jsonl"], input="\n".join(titles).encode(), capture_output=True, check=True
    )
    assert [json.loads(line)["slug"] for line in done.stdout.splitlines()] == list(titles.values())


def test_a_title_that_spans_groups_answers_with_each(yrke: Runner) -> None:
    rows = list(csv.DictReader(io.StringIO(yrke("lønn", "lærer", "--csv").out)))
    assert {"2330", "2341"} < {row["styrk08"] for row in rows}
    assert all(row["yrke"].startswith("Lærer (") for row in rows)
    assert "7 yrkesgrupper, og lønnen i én av dem gjelder ikke alle" in yrke("vis", "lærer").out


@pytest.mark.parametrize(
    ("typed", "leads"),
    {
        "droneoperatør": "droneoperator", "barnehagestyrer": "barnehagestyrer", "redningsmann": "redningsmann",
        "systemutvikler": "systemutvikler", "filmfotograf": "filmfotograf", "jobbveileder": "jobbveileder",
        "kulturskolelærer": "kulturskolelaerer", "mattekniker": "mattekniker", "helsesøster": "helsesykepleier",
    }.items(),
)  # fmt: skip
def test_a_title_of_2026_leads_where_it_should(catalogue: Catalogue, typed: str, leads: str) -> None:
    assert occupation_named(catalogue, [typed]).slug == leads


def test_every_page_with_an_apprenticeship_points_to_what_is_said_of_it_once(
    yrke: Runner, pages: dict[str, Page]
) -> None:
    apprenticed = [
        name
        for name, page in pages.items()
        if any(step["type"] == "laere" for way in objects(page.record(), "utdanning") for step in objects(way, "steg"))
    ]
    assert len(apprenticed) > 200
    for name in apprenticed:
        told = [text for section in pages[name].sections() for block in section.blocks for text in of_items(block)]
        assert [text for text in told if "yrke forklar læreplass" in text], name
    assert "Du er ikke sikret plass" in yrke("forklar", "læreplass").out.replace("\n", " ")


def of_items(block: object) -> list[str]:
    return block.items if isinstance(block, Items) else []


def demands(record: dict[str, object]) -> list[dict[str, object]]:
    return objects({"krav_til_arbeid": [], **record}, "krav_til_arbeid")


def test_every_demand_is_that_of_some_occupation(occupations: dict[str, dict[str, object]]) -> None:
    asked = {one["krav"] for record in occupations.values() for one in demands(record)}
    assert {row["id"] for row in ours("krav_til_arbeid.csv")} - asked == set()


def test_a_word_for_a_demand_finds_those_that_have_it(yrke: Runner, occupations: dict[str, dict[str, object]]) -> None:
    """A search word of one demand that is the name of another must not hide it."""
    named: dict[str, set[str]] = {}
    for row in ours("krav_til_arbeid.csv"):
        having = {name for name, record in occupations.items() for one in demands(record) if one["krav"] == row["id"]}
        for word in (row["krav"], *parts(row["sokeord"])):
            named.setdefault(word, set()).update(having)
    for word in ("politiattest", "HMS-kort", "helseattest", "F-gass", "sertifikat"):
        rows = csv.DictReader(io.StringIO(yrke("liste", "--krav", word, "--kolonner", "slug", "--csv").out))
        assert {row["slug"] for row in rows} >= named.get(word, set()), word


@needs_reference
def test_every_programme_link_is_an_occupation_s_own_or_a_career_step(
    occupations: dict[str, dict[str, object]],
) -> None:
    names = {fold(written): slugs[0] for written, slugs in names_of(occupations).items()}
    career = {(row["programomrade"], row["yrke"]) for row in ours("utdanning/karrieresteg.csv")}
    for row in reference("programomrader_yrker.csv"):
        code = RENAMED.get(row["programomrade_code"], row["programomrade_code"])
        for title in parts(row["yrker"]):
            own = names[fold(title)]
            assert (code in listed(occupations[own], "fag")) != ((code, own) in career), (code, title)


# On its own.


def test_every_occupation_stands_in_the_file_of_its_name(occupations: dict[str, dict[str, object]]) -> None:
    assert {name: slug(str(record["tittel"])) for name, record in occupations.items()} == {
        name: name for name in occupations
    }


PARTS_OF_A_PROFILE = (
    "tittel", "styrk08", "ingress", "om", "oppgaver", "egenskaper", "arbeidssteder", "utdanning", "opptak",
    "beslektede",
)  # fmt: skip


def test_the_twelve_profiles_are_there_and_have_every_part(pages: dict[str, Page], catalogue: Catalogue) -> None:
    assert set(PROFILES) <= {listed.slug for listed in catalogue.occupations() if listed.full}
    for name in PROFILES:
        record = pages[name].record()
        empty = [key for key in PARTS_OF_A_PROFILE if not record[key]]
        assert (name, empty) == (name, [])
        assert record["beslektede"]
        assert set(lacking(record)) <= {"intervjuer", "videreutdanning"}


def lacking(record: dict[str, object]) -> list[str]:
    gaps = record["mangler"]
    assert isinstance(gaps, list)
    return [gap["del"] for gap in gaps]


@pytest.mark.parametrize("name", PROFILES)
def test_each_route_of_a_profile_says_how_long_what_it_gives_and_what_it_takes(name: str, catalogue: Catalogue) -> None:
    for route in catalogue.occupation(name).routes:
        assert all(step.years for step in route.steps), route.name
        assert route.gives, route.name
        assert route.requirements, route.name


def test_every_profile_is_80_to_220_words(occupations: dict[str, dict[str, object]]) -> None:
    lengths = {name: len(" ".join(profile_texts(occupations[name])).split()) for name in PROFILES}
    assert {name: words for name, words in lengths.items() if not 80 <= words <= 220} == {}


def profile_texts(record: dict[str, object]) -> Iterator[str]:
    """What a profile says in sentences and phrases; what else there is counts as facts."""
    yield str(record["ingress"])
    for key in ("om", "oppgaver", "egenskaper", "arbeidssteder"):
        yield from listed(record, key)


def test_helsesekretaer_has_every_fact_of_the_2015_page(pages: dict[str, Page]) -> None:
    record = pages["helsesekretaer"].record()
    assert record["side"] == {
        "oppdatert": "2015-03-13",
        "kvalitetssikret": "Norsk Helsesekretærforbund, 2014",
        "redaktor": "Raymond Karlsen",
        "lisens": "CC BY-NC-ND",
        "kilde": "utdanning-2015",
    }
    interviews = record["intervjuer"]
    assert isinstance(interviews, list)
    assert [talk["navn"] for talk in interviews] == ["Christine Akhtar", "Lena Kristin Larsen"]
    pay = record["lonn"]
    assert isinstance(pay, list)
    assert sum(row["kilde"] == "utdanning-2015" for row in pay) == 5


def test_the_33_health_professions_with_authorisation_are_occupations_that_say_so(catalogue: Catalogue) -> None:
    health = [row["yrke"] for row in ours("utdanning/autorisasjoner.csv") if "§ 48" in row["hjemmel"]]
    assert len(health) == 33
    for profession in health:
        ((name, _, _), *others) = catalogue.named(fold(profession))
        expected = "helsefagarbeider" if profession in OLD_PROFESSIONS else profession
        assert expected in catalogue.occupation(name).texts["autorisasjon"], profession
        assert others == []


def test_the_database_has_every_record_of_the_data(catalogue: Catalogue) -> None:
    assert {one.slug for one in catalogue.occupations()} == {path.stem for path in (DATA / "yrker").glob("*.yaml")}
    assert {source.id for source in catalogue.sources()} == set(
        yaml.safe_load((DATA / "kilder.yaml").read_text("utf-8"))
    )


def test_every_source_says_where_it_is_and_on_what_terms(catalogue: Catalogue) -> None:
    for source in catalogue.sources():
        assert source.address == "ukjent" or re.search(r"\w\.\w", source.address), source.id
        assert source.licence, source.id


# Every page renders.


def test_every_page_is_json(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        written = json_.page(page)
        assert json.loads(written) == page.record(), name


def test_every_page_is_text_without_a_trace_of_what_is_not_known(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        shown = text.page(page)
        assert shown.startswith(f"{page.title}\n{'=' * len(page.title)}\n"), name
        assert re.findall(r"\bNone\b|\bnull\b|\(\)|[ \t]\n|\t|\x1b|\n\n\n", shown) == [], name


def test_every_page_is_markdown_with_a_heading_for_every_section(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        shown = md.page(page)
        assert shown.startswith("# "), name
        assert shown.count("\n## ") == len(page.sections()), name
        assert re.findall(r"\bNone\b|\t|\x1b", shown) == [], name


def test_every_section_of_every_page_says_something(pages: dict[str, Page]) -> None:
    silent = [
        (name, section.part)
        for name, page in pages.items()
        for section in page.sections()
        if not says_something(section)
    ]
    assert silent == []


def says_something(section: Section) -> bool:
    return bool(section.blocks) and all(
        bool(block.text if isinstance(block, Text) else block.items if isinstance(block, Items) else True)
        and not (isinstance(block, Node) and not block.label)
        for block in section.blocks
    )


def test_every_page_names_its_sources_and_why_a_part_is_missing(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert page.record()["kilder"], name
        gaps = page.record()["mangler"]
        assert isinstance(gaps, list)
        assert all(gap["hvorfor"].endswith(".") for gap in gaps), name


def test_every_page_names_the_source_of_every_part(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        record = page.record()
        named = {source["id"] for source in objects(record, "kilder")}
        for part in ("opptak", "autorisasjon", "lonn", "intervjuer"):
            used = {one for own in objects(record, part) for one in str(own["kilde"]).split(";")}
            assert used <= named, (name, part)


def objects(record: dict[str, object], key: str) -> list[dict[str, object]]:
    own = record[key]
    assert isinstance(own, list)
    return own


def degrees(record: dict[str, object]) -> set[tuple[str, ...]]:
    """The degrees of each way of a record, first to last."""
    routes = record.get("utdanning", [])
    assert isinstance(routes, list)
    return {tuple(step["grad"] for step in route["steg"] if "grad" in step) for route in routes} - {()}


def test_the_same_education_is_the_same_certificate_or_the_same_degrees(
    pages: dict[str, Page], occupations: dict[str, dict[str, object]]
) -> None:
    compared = 0
    for name, page in pages.items():
        record = page.record()
        trades, own = set(listed(occupations[name], "fag")), degrees(occupations[name])
        for other in objects(record, "samme_utdanning"):
            theirs = occupations[str(other["slug"])]
            assert trades & set(listed(theirs, "fag")) or own & degrees(theirs), (name, other)
            compared += 1
        for other in objects(record, "samme_vg2"):
            assert not trades & set(listed(occupations[str(other["slug"])], "fag")), (name, other)
    assert compared > 100


def test_whoever_has_the_same_certificate_is_named(
    pages: dict[str, Page], occupations: dict[str, dict[str, object]]
) -> None:
    for name, page in pages.items():
        trades = set(listed(occupations[name], "fag"))
        same = {one for one, record in occupations.items() if trades & set(listed(record, "fag"))} - {name}
        assert same <= {str(other["slug"]) for other in objects(page.record(), "samme_utdanning")}, name


def test_the_coverage_counts_what_the_pages_lack(pages: dict[str, Page], catalogue: Catalogue) -> None:
    totals = dekning.answer(catalogue, Query(totals=True)).values()
    counted = {part: lacking for part, _, lacking, *_ in totals if part in HEADINGS}
    lacks = Counter(gap for page in pages.values() for gap in lacking(page.record()))
    # Not every occupation has these to tell of, so no coverage is counted; an unwritten page says that it lacks them.
    for part in ("forhold", "krav", "veien videre"):
        del lacks[part]
    assert {part: number for part, number in counted.items() if number} == dict(lacks)


# How the texts are written.


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def all_texts() -> Iterator[tuple[str, str]]:
    """Every text and cell of the data, with its file, but for programme areas: their names are as Grep has them."""
    for path in sorted(DATA.rglob("*.yaml")):
        for written in texts_in(yaml.safe_load(path.read_text(encoding="utf-8"))):
            yield path.name, written
    for path in sorted(set(DATA.rglob("*.csv")) - {DATA / "utdanning" / "programomrader.csv"}):
        for row in rows_of(path):
            for cell in row.values():
                yield path.name, cell


def test_no_text_has_a_tab_a_double_space_or_a_space_at_an_end() -> None:
    assert [(file, written) for file, written in all_texts() if re.search(r"\t|  |^ | $|\n| [,.;:]", written)] == []


def test_the_files_are_utf8_with_lf_and_a_line_break_at_the_end() -> None:
    for path in sorted(path for path in DATA.rglob("*") if path.is_file()):
        content = path.read_bytes()
        content.decode("utf-8")
        assert b"\r" not in content, path
        assert b"\t" not in content, path
        assert content.endswith(b"\n"), path


def test_the_data_shares_no_sentence_with_the_reference_texts() -> None:
    copycheck = ROOT.parent / "shared" / "tools" / "copycheck"
    if not copycheck.is_file():
        pytest.skip("copycheck is not beside this checkout")
    done = subprocess.run([sys.executable, copycheck, DATA], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.returncode) == ("", 0)


CATALOGUED = {
    # Where Statistics Norway counts the title (shared/reference/yrkeskatalog_ssb.csv), of those that stood elsewhere.
    "flytekniker": "3155", "fotterapeut": "5142", "hestefaglaert": "5164", "tannhelsesekretaer": "5329",
    "barista": "5132", "avioniker": "7412", "ansatt-i-forsvaret": "0310", "apotektekniker": "5223",
    "interiorarkitekt": "2161",
}  # fmt: skip


@pytest.mark.parametrize("slug", CATALOGUED)
def test_pay_is_that_of_the_group_in_which_the_title_is_counted(catalogue: Catalogue, slug: str) -> None:
    occupation = catalogue.occupation(slug)
    assert occupation.groups[0].code == CATALOGUED[slug]
    assert "ssb-yrkeskatalog" in occupation.texts["kilder"]


@needs_reference
def test_a_page_that_cites_the_catalogue_has_a_group_that_the_catalogue_has(catalogue: Catalogue) -> None:
    with (REFERENCE / "yrkeskatalog_ssb.csv").open(encoding="utf-8") as file:
        groups = {row["styrk08"] for row in csv.DictReader(file)}
    citing = [
        catalogue.occupation(listed.slug)
        for listed in catalogue.occupations()
        if "ssb-yrkeskatalog" in catalogue.lists("kilder", [listed.slug])[listed.slug]
    ]
    assert len(citing) > 60
    assert {one.groups[0].code for one in citing if one.groups} <= groups
