"""Parts of answers that only some data shows: what is usual, what is near, who is cited."""

import json
from collections.abc import Iterator

import pytest

from tests.conftest import Result, Runner
from yrke_cli.answers.education import route_tree
from yrke_cli.answers.facts import NO_PROFILE
from yrke_cli.answers.usual import usual_of
from yrke_cli.catalogue import Catalogue, default_path
from yrke_cli.faults import NothingFound
from yrke_cli.names.suggest import MOST_CANDIDATES, one_of_known, several_may_be_meant
from yrke_cli.records import Listed
from yrke_cli.words import NBSP, norwegian_order


@pytest.mark.parametrize(
    ("values", "usual"),
    [(["a"], "a"), (["a", "a", "a", "a", "b"], "a"), (["a", "a", "a", "b"], None), (["a", "b"], None)],
)
def test_four_of_five_go_without_saying(values: list[str], usual: str | None) -> None:
    assert usual_of(values) == usual


def test_words_that_are_near_are_named_with_or_between_them() -> None:
    with pytest.raises(NothingFound) as raised:
        one_of_known("handverc", ["håndverk", "håndverker", "lys"], "interesseområde", "Velg en.")
    assert raised.value.hints == ("Mente du «håndverk» eller «håndverker»?",)


@pytest.mark.parametrize(("number", "last"), [(20, "  Nr 19 (nr-19)"), (21, "  … og 1 til. Skriv mer av navnet.")])
def test_a_long_list_of_candidates_is_cut_and_says_so(number: int, last: str) -> None:
    found = [Listed(f"nr-{place}", f"Nr {place}", None, None, False) for place in range(number)]
    hints = several_may_be_meant("nr", found).hints
    assert hints[-1] == last
    assert len(hints) == MOST_CANDIDATES + (number > MOST_CANDIDATES)


def test_interests_are_offered_in_norwegian_order(yrke: Runner) -> None:
    offered = yrke("liste", "--interesse", "xyzzyq").err.splitlines()[-1].removeprefix("Velg et av ").removesuffix(".")
    known = offered.split(", ")
    assert len(known) > 20
    assert known == sorted(known, key=norwegian_order)


def test_a_group_that_no_occupation_belongs_to_is_named(yrke: Runner) -> None:
    assert yrke("liste", "--gruppe", "0000") == Result(
        "",
        "yrke: Ingen av yrkene hører til gruppen 0000 Uoppgitt / yrker som ikke kan identifiseres.\n",
        1,
    )


def test_a_requirement_of_several_sources_cites_each(yrke: Runner) -> None:
    found = json.loads(yrke("vis", "agronom", "--json").out)
    several = {source for need in found["opptak"] for source in need["kilde"].split(";")}
    shown = yrke("vis", "agronom", "--del", "opptak").out
    with Catalogue(default_path()) as catalogue:
        briefs = {source.id: source.brief for source in catalogue.sources()}
    assert len(several) > 1
    assert any(";" in need["kilde"] for need in found["opptak"])
    for source in several:
        assert briefs[source] in shown


def test_a_break_is_told_where_the_population_changes_and_only_there(yrke: Runner) -> None:
    """All years of the dancing teachers are of all working time; the nurses' are not."""
    told = "Til og med 2020 gjelder tallene all arbeidstid, fra 2021 heltid."
    assert told in yrke("lønn", "sykepleier", "--historikk", "--format", "md").out
    assert told not in yrke("lønn", "dansepedagog", "--historikk", "--format", "md").out
    assert told not in yrke("lønn", "sykepleier", "--historikk", "--heltid", "--format", "md").out


# What a step of a way gives.


@pytest.fixture(scope="module")
def catalogue() -> Iterator[Catalogue]:
    with Catalogue(default_path()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "step", "aside"),
    [
        ("fysioterapeut", "Bachelor i fysioterapi", "3 år, gir bachelor"),
        ("fysioterapeut", "Turnustjeneste for fysioterapeuter", "1 år"),
        ("takstingenior-takstmann", "Læretid: Tømrerfaget", "2 år, gir svennebrev"),
        ("takstingenior-takstmann", "Fagskole i bygg", "2 år, gir fagskole"),
        ("bilberger", "Læretid: Bilfaget, tunge kjøretøy", "2 år, gir fagbrev"),
        ("lektor", "Praktisk-pedagogisk utdanning (PPU)", "1 år, gir praktisk-pedagogisk utdanning"),
        ("adjunkt", "Praktisk-pedagogisk utdanning (PPU)", "1 år, gir praktisk-pedagogisk utdanning"),
        ("advokat", "Advokatkurs", "lengden er ikke kjent, gir advokatbevilling"),
        ("sykepleier", "Videregående som gir generell studiekompetanse", "3 år"),
    ],
)
def test_a_step_gives_what_it_gives(catalogue: Catalogue, name: str, step: str, aside: str) -> None:
    """Practice after a degree gives no degree."""
    trees = [route_tree(route) for route in catalogue.routes(name)]
    asides = [branch.aside.replace(NBSP, " ") for tree in trees for branch in tree.branches if branch.label == step]
    assert aside in asides


def test_all_that_a_way_gives_is_given_by_its_steps_once(catalogue: Catalogue) -> None:
    for listed in catalogue.occupations():
        for route in catalogue.routes(listed.slug):
            tree = route_tree(route)
            given = [one.aside.partition("gir ")[2] for one in (tree, *tree.branches) if "gir " in one.aside]
            wanted = route.gives.split(" og ") if route.gives else []
            told = [part for several in given for part in several.split(" og ")]
            assert sorted(map(str.lower, told)) == sorted(map(str.lower, wanted)), listed.slug


def test_the_head_names_the_way_that_its_requirement_is_for(yrke: Runner) -> None:
    """Vg1 asks for no generell studiekompetanse, whatever other ways there are."""
    assert "Opptak        Du må ha generell studiekompetanse." in yrke("vis", "sykepleier").out
    assert "Opptak       Fra matros til kaptein: Du må ha fullført grunnskolen" in yrke("vis", "kaptein").out
    assert "Opptak       Vg1: Du må ha fullført grunnskolen" in yrke("vis", "tømrer").out


def test_a_degree_of_unknown_length_is_not_counted_as_none(yrke: Runner) -> None:
    for name in ("lærer", "maskiningeniør"):
        assert "minst 4 år" not in yrke("vis", name).out.partition("Om jobben")[0]


def test_a_title_that_spans_groups_is_compared_as_that(yrke: Runner) -> None:
    result = yrke("sammenlign", "lærer", "sykepleier", "--format", "tabell")
    assert "flere grupper" in result.out
    assert result.err == "Lærer: 7 yrkesgrupper, og lønnen i én av dem gjelder ikke alle.\n"


def test_a_title_that_spans_groups_without_figures_says_so_once(yrke: Runner) -> None:
    result = yrke("lønn", "kunstner", "--sektor", "privat")
    assert result.status == 1
    assert "STYRK-08-koden er ikke kjent" not in result.err
    assert "yrke lønn Kunstner --alt" in result.err


def test_what_nobody_has_looked_for_is_not_said_to_be_none(invented: Runner, yrke: Runner) -> None:
    page = json.loads(invented("vis", "ølpoet", "--json").out)
    assert {"forhold", "veien videre", "krav", "videreutdanning"} <= {gap["del"] for gap in page["mangler"]}
    assert "Kildene våre" not in invented("vis", "ølpoet", "--del", "forhold", "--del", "veien videre").out
    written = json.loads(yrke("vis", "husøkonom", "--json").out)
    assert NO_PROFILE not in [gap["hvorfor"] for gap in written["mangler"]]
