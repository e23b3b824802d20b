"""Graphs: what is drawn, that it is drawn to scale, and where it is refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Result, Runner, call_on_terminal, without_codes
from tests.test_golden import GRAPH_WIDTHS, GRAPHS, agrees
from yrke_cli.answers.shapes import Bar, Graph, Table
from yrke_cli.output.people.graph import Scale, drawn


@pytest.mark.parametrize("columns", GRAPH_WIDTHS)
@pytest.mark.parametrize("name", GRAPHS)
def test_every_graph_on_a_terminal(invented_terminal: Runner, name: str, columns: int) -> None:
    result = invented_terminal(*GRAPHS[name], columns=columns)

    view = without_codes(result.out)
    assert result.status == 0
    assert [line for line in view.splitlines() if len(line) > columns] == []
    agrees(f"{name}.{columns}.terminal.txt", view)


@pytest.mark.parametrize("name", GRAPHS)
def test_a_graph_needs_no_colour(invented_terminal: Runner, invented_env: dict[str, str], name: str) -> None:
    plain = invented_terminal(*GRAPHS[name], columns=80, env={**invented_env, "TERM": "dumb"}).out
    assert "\x1b" not in plain
    assert plain == without_codes(invented_terminal(*GRAPHS[name], columns=80).out)


@pytest.mark.parametrize("columns", [60, 120])
def test_the_real_table_is_drawn_within_the_screen(columns: int) -> None:
    shown = without_codes(call_on_terminal("lønn", "--graf", columns=columns).out)
    assert [line for line in shown.splitlines() if len(line) > columns] == []
    assert shown.count("●") > 350


def test_the_marks_stand_where_the_amounts_are(invented_terminal: Runner) -> None:
    """On one scale: Månesmeder 45 000, 51 000 and 58 000; Stjernesmeder 55 000, 62 000 and 69 000 NOK a month."""
    lines = without_codes(invented_terminal("lønn", "--graf", columns=120).out).splitlines()
    axis = next(line for line in lines if "┬" in line)
    labels = [float(text.replace("\xa0", "")) for text in re.findall(r"\d[\d\xa0]*", lines[lines.index(axis) - 1])]
    ticks = [place for place, sign in enumerate(axis) if sign == "┬"]
    assert len(ticks) == len(labels)

    def amount(place: int) -> float:
        share = (place - ticks[0]) / (ticks[-1] - ticks[0])
        return labels[0] + share * (labels[-1] - labels[0])

    column = (labels[-1] - labels[0]) / (ticks[-1] - ticks[0])
    for name, amounts in (("Månesmeder", (45000, 51000, 58000)), ("Stjernesmeder", (55000, 62000, 69000))):
        line = next(line for line in lines if line.startswith(name))
        for sign, wanted in zip("├●┤", amounts, strict=True):
            assert abs(amount(line.index(sign)) - wanted) <= column


def test_the_mean_is_never_drawn_as_the_median(invented_terminal: Runner) -> None:
    shown = without_codes(invented_terminal("lønn", "månesmed", "--historikk", "--graf", columns=120).out)
    of_2017 = next(line for line in shown.splitlines() if line.startswith("2017"))
    assert "○" in of_2017
    assert "●" not in of_2017
    assert "Gjennomsnitt" in shown
    assert "○ er gjennomsnittet" in " ".join(shown.split())


@pytest.mark.parametrize(
    "call", [["lønn", "--graf"], ["lønn", "--format", "graf"], ["sammenlign", "månesmed", "ølpoet", "--graf"]]
)
def test_in_a_pipe_a_graph_is_refused_with_a_hint(invented: Runner, call: list[str]) -> None:
    assert invented(*call) == Result(
        "",
        "yrke: --graf tegner på en skjerm, ikke i et rør.\n"
        "Ta bort --graf for å få tallene, eller lagre tegningen: --svg FIL\n",
        2,
    )


def test_a_graph_and_another_form_contradict_each_other(invented: Runner) -> None:
    assert invented("lønn", "--graf", "--csv") == Result(
        "", "yrke: --csv og --graf kan ikke brukes sammen.\nVelg den ene av dem.\n", 2
    )


def test_where_nothing_is_known_it_is_said_of_each() -> None:
    bars = [Bar(name, "", None, None, None, None) for name in ("Ølpoet", "Drømmetyder")]
    table = Table((), (), graph=lambda: Graph("Lønn i måneden", bars, []))
    lines = ["".join(span.text for span in line) for line in drawn(table, 80)]
    assert lines[:4] == ["Lønn i måneden", "", "Ølpoet: ingen tall", "Drømmetyder: ingen tall"]


AMOUNTS = st.lists(st.integers(0, 10_000_000), min_size=1, max_size=20)


@given(AMOUNTS, st.integers(10, 120))
def test_a_scale_holds_every_amount_in_order(amounts: list[int], width: int) -> None:
    scale = Scale(amounts, width)
    places = [scale.place(amount) for amount in sorted(amounts)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] < width
    assert [0 <= scale.place(tick) < width for tick in scale.ticks()].count(False) == 0
    assert 2 <= len(scale.ticks()) <= 11
