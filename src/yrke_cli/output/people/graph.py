"""Amounts to look at: each line of a table as its quartile range with the median, on one common scale, and the numbers
beside. No colour is needed to read it."""

from __future__ import annotations

from itertools import pairwise

from yrke_cli.answers.shapes import Note, Table
from yrke_cli.output.people.lines import READABLE, Span, notes, wrapped
from yrke_cli.words import kroner, thousands

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yrke_cli.answers.shapes import Bar, Graph
    from yrke_cli.output.people.lines import Line

RANGE = "├──●──┤ er nedre kvartil, median og øvre kvartil: halvparten tjener mellom de to kvartilene."
MEAN = "○ er gjennomsnittet, der medianen ikke er kjent."
UNKNOWN = "ingen tall"
# The least room for the plot beside the name and the numbers; where there is less, it stands below them.
LEAST_PLOT = 30
WIDEST_PLOT = 90
GAP = 2


class Scale:
    """From amounts to columns: `low` and `high` are the round amounts at its ends, `step` between its ticks."""

    def __init__(self, amounts: Sequence[float], width: int) -> None:
        lowest, highest = min(amounts), max(amounts)
        self.width = width
        # A tick needs room for its number; a scale has at most eight of them.
        self.step = _round_step((highest - lowest or highest or 1) / max(min(width // 10, 8), 1))
        self.low = lowest // self.step * self.step
        self.high = max(-(-highest // self.step) * self.step, self.low + self.step)

    def place(self, amount: float) -> int:
        return round((amount - self.low) / (self.high - self.low) * (self.width - 1))

    def ticks(self) -> list[float]:
        return [self.low + self.step * number for number in range(int((self.high - self.low) / self.step) + 1)]


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 5, 10, 20, 50 … that is no smaller."""
    step = 1.0
    while True:
        for factor in (1, 2, 5):
            if step * factor >= least:
                return step * factor
        step *= 10


def drawn(answer: Table, width: int) -> list[Line]:
    """The lines of the table's graph. The table must have one."""
    assert answer.graph is not None
    graph = answer.graph()
    lines = wrapped(graph.title, width, style="strong")
    amounts = [amount for bar in graph.bars for amount in amounts_of(bar)]
    if amounts:
        lines += [[], *_bars(graph, amounts, width)]
    else:
        lines += [[], *(line for bar in graph.bars for line in wrapped(f"{bar.name}: {UNKNOWN}", width))]
    small = min(width, READABLE)
    legend = [RANGE, MEAN] if any(_stands_for_median(bar) for bar in graph.bars) else [RANGE]
    return [*lines, [], *notes([Note("", " ".join(legend), ""), *graph.footnotes], small)]


def _stands_for_median(bar: Bar) -> bool:
    """Whether the mean is shown, because the median is not known."""
    return bar.median is None and bar.mean is not None


def amounts_of(bar: Bar) -> list[float]:
    """The amounts that a bar shows, from left to right."""
    middle = bar.mean if bar.median is None else bar.median
    return [amount for amount in (bar.p25, middle, bar.p75) if amount is not None]


def _bars(graph: Graph, amounts: list[float], width: int) -> list[Line]:
    table = _Numbers(graph.bars)
    names = max(len(bar.name) for bar in graph.bars)
    room = width - min(names, width // 3) - GAP - table.width
    if room >= LEAST_PLOT:
        return _one_line_each(graph, Scale(amounts, min(room, WIDEST_PLOT)), table, width)
    return _two_lines_each(graph, Scale(amounts, min(width, WIDEST_PLOT)), width)


def numbers_of(bar: Bar) -> dict[str, str]:
    """The numbers beside a bar, each under its heading; \"\" for what is not known or not shown."""
    mean = bar.mean if bar.median is None else None
    return {
        "Nedre": kroner(bar.p25),
        "Median": kroner(bar.median),
        "Øvre": kroner(bar.p75),
        "Gjennomsnitt": kroner(mean),
    }


class _Numbers:
    """The numbers beside the bars, in the columns that any of them has."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        rows = [numbers_of(bar) for bar in bars]
        self.widths = {
            heading: max(len(heading), *(len(row[heading]) for row in rows))
            for heading in numbers_of(bars[0])
            if any(row[heading] for row in rows)
        }
        self.width = sum(self.widths.values()) + GAP * len(self.widths)

    def head(self) -> str:
        return "".join(f"{' ' * GAP}{heading:>{width}}" for heading, width in self.widths.items())

    def beside(self, bar: Bar) -> str:
        own = numbers_of(bar)
        return "".join(f"{' ' * GAP}{own[heading]:>{width}}" for heading, width in self.widths.items())


def _one_line_each(graph: Graph, scale: Scale, table: _Numbers, width: int) -> list[Line]:
    name = min(width - scale.width - table.width - GAP, max(len(bar.name) for bar in graph.bars))
    amounts, rule = _axis(scale)
    left = Span(" " * (name + GAP))
    lines: list[Line] = [[left, Span(amounts, "small"), Span(table.head(), "strong")], [left, Span(rule, "small")]]
    for bar, heading in _grouped(graph, width):
        first, *rest = wrapped(bar.name, name)
        filling = " " * (name - len(first[0].text) + GAP)
        lines += [*heading, [*first, Span(filling), *_plot(bar, scale), Span(table.beside(bar))], *rest]
    return lines


def _two_lines_each(graph: Graph, scale: Scale, width: int) -> list[Line]:
    """The name and the numbers, and below them the plot."""
    lines: list[Line] = [[Span(text, "small")] for text in _axis(scale)]
    for bar, heading in _grouped(graph, width):
        lines += [*heading, *wrapped(f"{bar.name}: {in_words(bar)}", width), _plot(bar, scale)]
    return lines


def _grouped(graph: Graph, width: int) -> Iterator[tuple[Bar, list[Line]]]:
    """Each bar, and before the first of a group the lines that name it."""
    group = ""
    for bar in graph.bars:
        new = bar.group != group
        group = bar.group
        yield bar, [[], *wrapped(group, width, style="strong")] if new else []


def in_words(bar: Bar) -> str:
    """What a bar shows, as a person would say it."""
    own = numbers_of(bar)
    if own["Gjennomsnitt"]:
        return f"gjennomsnitt {own['Gjennomsnitt']}"
    if not own["Median"]:
        return UNKNOWN
    between = f" ({own['Nedre']} – {own['Øvre']})" if own["Nedre"] and own["Øvre"] else ""
    return f"median {own['Median']}{between}"


def _plot(bar: Bar, scale: Scale) -> Line:
    """├──●──┤ at its place on the scale."""
    middle = bar.mean if bar.median is None else bar.median
    if middle is None:
        return [Span(f"{UNKNOWN:{scale.width}}", "small")]
    signs = [" "] * scale.width
    if bar.p25 is not None and bar.p75 is not None:
        low, high = scale.place(bar.p25), scale.place(bar.p75)
        signs[low : high + 1] = ["─"] * (high + 1 - low)
        signs[low], signs[high] = "├", "┤"
    at = scale.place(middle)
    return [
        Span("".join(signs[:at]), "bar"),
        Span("●" if bar.median is not None else "○", "mark"),
        Span("".join(signs[at + 1 :]), "bar"),
    ]


def _axis(scale: Scale) -> list[str]:
    """Two lines: the round amounts, as many as there is room for, and the line with a tick for each of them."""
    ticks = [(scale.place(tick), thousands(round(tick))) for tick in scale.ticks()]
    stride = next(stride for stride in range(1, len(ticks) + 1) if _fits(ticks[::stride], scale.width))
    text = ""
    for place, label in ticks[::stride]:
        text = f"{text:{_start(place, label, scale.width)}}{label}"
    line = ["─"] * scale.width
    for place, _ in ticks[::stride]:
        line[place] = "┬"
    return [f"{text:{scale.width}}", "".join(line)]


def _start(place: int, label: str, width: int) -> int:
    """Where a label begins: its middle at the tick, but inside the scale."""
    return min(max(place - len(label) // 2, 0), width - len(label))


def _fits(ticks: Sequence[tuple[int, str]], width: int) -> bool:
    ends = [(_start(place, label, width), _start(place, label, width) + len(label)) for place, label in ticks]
    return all(end < start for (_, end), (start, _) in pairwise(ends))
