"""`python -m yrke_build.gransk`: a page beside its sources, for whoever reads it claim by claim.

Each claim of the page stands beside the nearest sentences of its sources, and below it the words that no source has.
A claim is marked (`?`) where one of them is a number, a name, or a word that says how much or how surely (must, always,
most …), or where they are more than half of it. A mark says "look here", not "wrong": a source may say the same in
other words, and a claim without a mark may still be false.

The texts of utdanning.no are not part of the project; `--tekster` says in which folder they are.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import simplemma
import yaml
from rich.console import Console
from rich.table import Table
from rich.text import Text

from yrke_cli.words import slug

DATA = Path(__file__).resolve().parents[2] / "data"
TEXTS = DATA.parents[1] / "shared" / "reference"
YEARS = (2026, 2018)
# The parts of a record that claim something, in the order of the page.
CLAIMING = (
    "ingress", "om", "oppgaver", "egenskaper", "arbeidssteder", "utdanning", "ingen_krav", "videreutdanning",
    "veien_videre", "om_gruppen", "hver_gruppe",
)  # fmt: skip
# Words that say how much, how often or how surely. They are claims of their own.
MEASURES = """
må alltid aldri alle ingen bare kun ofte oftest sjelden flest fleste mest mange få vanligvis kreves forbudt minst
"""
# Words that claim nothing by themselves.
EMPTY = """
og i å er som du det en et på til for av med den de har kan eller at om fra der når så ikke etter ved være blir bli
også andre annen annet før inn ut opp ned seg deg din ditt dine sin sitt sine hva hvor hvordan slik noe noen både enn
men var han hun dem disse dette denne man vi oss mer mellom over under mot hos gjennom innen uten da nå selv samme egen
egne eget jobbe arbeide jobb arbeid gjøre ta få gi se ha bruke yrke ulik forskjellig slags eksempel enten bør ville
"""
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Shorter ones are found inside too much.
SHORTEST_PART = 4
NEAREST = 2


class Said(NamedTuple):
    """A sentence and where it stands: a part of the page, or a source."""

    place: str
    text: str


class Read(NamedTuple):
    """A claim, the words in it that no source near it bears, whether it is marked for them, and the sentences of the
    sources that are nearest."""

    claim: Said
    unborne: list[str]
    marked: bool
    nearest: list[Said]


@cache
def lemma(word: str) -> str:
    return str(simplemma.lemmatize(word.lower(), lang="nb", greedy=True)).lower()


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ«\"])|\n+", text) if one.strip()]


def words(text: str) -> list[str]:
    """The words that say something, as they are written."""
    return [word for word in WORD.findall(text) if not {word.lower(), lemma(word)} & {*EMPTY.split()}]


def texts_of(value: object) -> Iterator[str]:
    """Every text in a part of a record, but for codes and references."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from texts_of(one)
    elif isinstance(value, dict):
        for key in ("navn", "tekst", "kurs", "grad", "steg", "merknad"):
            yield from texts_of(value.get(key))


def claims(record: dict[str, Any]) -> list[Said]:
    """What a page says, a sentence each."""
    spans = record.get("hver_gruppe") or {}
    parts = {**record, "hver_gruppe": [*spans.values()]}
    return [Said(part, one) for part in CLAIMING for text in texts_of(parts.get(part)) for one in sentences(text)]


class Grounds:
    """What there is to read a page against: the texts of utdanning.no, the rows of data/ that a record refers to, and
    the official titles of its unit groups. Raises OSError where the texts are not there."""

    def __init__(self, data: Path, texts: Path) -> None:
        self.data = data
        self.texts = {year: _by_slug(texts / f"yrkestekster_utdanning_{year}.json") for year in YEARS}
        self.sources = load(data / "kilder.yaml")
        self.titles: dict[str, list[str]] = {}
        for row in self._rows("yrkestitler.csv"):
            self.titles.setdefault(row["styrk08"], []).append(row["tittel"].lower())
        self.groups = {row["styrk08"]: row["navn"] for row in self._rows("yrkesgrupper.csv")}
        self.areas = {row["kode"]: row["navn"] for row in self._rows("utdanning/programomrader.csv")}
        self.demands = {row["id"]: row for row in self._rows("krav_til_arbeid.csv")}
        self.requirements = {row["id"]: row for row in self._rows("utdanning/opptakskrav.csv")}

    def _rows(self, file: str) -> list[dict[str, str]]:
        with (self.data / file).open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    def of(self, name: str, record: dict[str, Any]) -> list[Said]:
        """The sentences that a record may rest on, the texts of its own title first."""
        return [*self._told(name, record), *self._referred(record)]

    def elsewhere(self, record: dict[str, Any]) -> list[str]:
        """The sources of a record that no sentence here is from, and where to find them."""
        return [
            f"{one}: {self.sources[one]['adresse']}"
            for one in record["kilder"]
            if not one.startswith(("utdanning-tekster", "utdanning-yrker", "ssb-", "udir-grep"))
        ]

    def _told(self, name: str, record: dict[str, Any]) -> Iterator[Said]:
        names = (record["tittel"], *record.get("tidligere", ()), *record["andre_navn"], *record["sokeord"])
        wanted = dict.fromkeys([name, *map(slug, names)])
        for year, told in self.texts.items():
            for one in wanted:
                for key, text in told.get(one, {}).items():
                    if isinstance(text, str) and key not in ("id", "slug", "adresse"):
                        yield from (Said(str(year), sentence) for sentence in sentences(text))

    def _referred(self, record: dict[str, Any]) -> Iterator[Said]:
        for code in record["styrk08"]:
            yield Said(code, f"{self.groups[code]}: {', '.join(self.titles.get(code, []))}")
        for demand in record.get("krav_til_arbeid") or ():
            row = self.demands.get(demand["krav"], {})
            yield Said(demand["krav"], " ".join(row.get(key, "") for key in ("krav", "gjelder", "hva", "merknad")))
        for way in record.get("utdanning") or ():
            codes = [step.get("program") or step.get("laere") for step in way["steg"]]
            yield Said("grep", ", ".join(self.areas[code] for code in codes if code))
            for need in way.get("opptak") or ():
                row = self.requirements.get(need.get("krav", ""), {})
                yield Said(need.get("krav", need.get("kilde")), row.get("krav", need.get("tekst", "")))


def _by_slug(path: Path) -> dict[str, dict[str, Any]]:
    return {slug(one["tittel"]): one for one in json.loads(path.read_text(encoding="utf-8"))}


def read(page: Iterable[Said], grounds: list[Said]) -> list[Read]:
    """Each claim beside what is nearest to it in the sources, the words marked that these do not have."""
    lemmas = [{lemma(word) for word in WORD.findall(one.text)} for one in grounds]
    everywhere = set().union(*lemmas)
    rarity = Counter(one for several in lemmas for one in several)
    return [_beside(claim, grounds, lemmas, everywhere, rarity) for claim in page]


def _beside(
    claim: Said, grounds: list[Said], lemmas: list[set[str]], everywhere: set[str], rarity: Counter[str]
) -> Read:
    said = words(claim.text)
    own = {lemma(word) for word in said if not _measures(word)}
    shared = [sum(1 / rarity[one] for one in own & several) for several in lemmas]
    order = sorted(range(len(grounds)), key=lambda place: -shared[place])[:NEAREST]
    near = [place for place in order if shared[place]]
    beside = set().union(*(lemmas[place] for place in near))
    unborne = [
        word
        for word in dict.fromkeys(WORD.findall(claim.text))
        if (_measures(word) and lemma(word) not in beside) or (word in said and not _known(word, everywhere))
    ]
    exact = any(_measures(word) or _names(word, claim.text) for word in unborne)
    return Read(claim, unborne, exact or 2 * len(unborne) > len(said), [grounds[place] for place in near])


def _measures(word: str) -> bool:
    return bool({word.lower(), lemma(word)} & {*MEASURES.split()})


def _names(word: str, text: str) -> bool:
    """Whether a word is a number, or a name: a capital that does not begin a sentence."""
    return word.isdigit() or (word[0].isupper() and bool(re.search(rf"[^.:!?«]\s+{re.escape(word)}\b", text)))


def _known(word: str, everywhere: set[str]) -> bool:
    """Whether a source has the word, a word that it is part of, or one that is part of it."""
    own = lemma(word)
    if own in everywhere or word.isdigit():
        return own in everywhere
    return any(
        len(short) >= SHORTEST_PART and (long.startswith(short) or long.endswith(short))
        for one in everywhere
        for short, long in [sorted((own, one), key=len)]
    )


def table_of(title: str, rows: list[Read]) -> Table:
    table = Table(title=title, title_justify="left", show_lines=True, expand=True)
    for heading, ratio in (("Siden sier", 1), ("Kildene sier", 1)):
        table.add_column(heading, ratio=ratio)
    for row in rows:
        said = Text(f"{'? ' if row.marked else ''}{row.claim.place}: {row.claim.text}")
        said.highlight_words(row.unborne, "bold red" if row.marked else "yellow")
        if row.unborne:
            said.append(f"\n({', '.join(row.unborne)})")
        table.add_row(said, "\n".join(f"[{one.place}] {one.text}" for one in row.nearest) or "–")
    return table


def load(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return record


def mark_as_read(path: Path, day: datetime.date) -> None:
    """Write into a record when its page was last read; all else in the file stays as it is."""
    text = re.sub(r"(?m)^lest: .*\n", "", path.read_text(encoding="utf-8"))
    dated = re.sub(r"(?m)^kilder:.*\n(?:[ -].*\n)*", rf"\g<0>lest: {day}\n", text)
    path.write_text(dated, encoding="utf-8")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m yrke_build.gransk", description="En side ved siden av kildene sine."
    )
    parser.add_argument("yrker", nargs="*", metavar="KORTNAVN", help="sidene, med filnavnet: tomrer")
    parser.add_argument("--merk", action="store_true", help="skriv dagens dato som lest i disse sidene")
    parser.add_argument("--eldst", type=int, metavar="N", help="de N sidene som er lest for lengst siden")
    parser.add_argument("--flest", type=int, metavar="N", help="de N sidene med flest merkede påstander")
    parser.add_argument("--tekster", type=Path, default=TEXTS, help="mappen med tekstene fra utdanning.no")
    asked = parser.parse_args(arguments)
    if not (asked.yrker or asked.eldst or asked.flest):
        parser.error("si hvilke sider, eller bruk --eldst eller --flest")
    paths = {path.stem: path for path in sorted((DATA / "yrker").glob("*.yaml"))}
    unknown = [one for one in asked.yrker if one not in paths]
    if unknown:
        print(f"Fant ikke {', '.join(unknown)} i data/yrker. Bruk filnavnet, uten .yaml.", file=sys.stderr)
        return 2
    if asked.merk:
        for one in asked.yrker:
            mark_as_read(paths[one], datetime.date.today())
        return 0
    if asked.eldst:
        dated = sorted((str(load(path).get("lest", "")), name) for name, path in paths.items())
        print("\n".join(f"{day or 'ikke lest':10} {name}" for day, name in dated[: asked.eldst]))
        return 0
    return _show(asked, paths)


def _show(asked: argparse.Namespace, paths: dict[str, Path]) -> int:
    try:
        grounds = Grounds(DATA, asked.tekster)
    except OSError as error:
        print(
            f"Tekstene fra utdanning.no er ikke i {asked.tekster} ({error.strerror}). Bruk --tekster.", file=sys.stderr
        )
        return 1
    console = Console()
    if asked.flest:
        for share, name in _most_marked(paths, grounds)[: asked.flest]:
            print(f"{share:4.0%} {name}")
        return 0
    for one in asked.yrker:
        record = load(paths[one])
        console.print(table_of(record["tittel"], read(claims(record), grounds.of(one, record))))
        if more := grounds.elsewhere(record):
            console.print("Andre kilder, som du må slå opp selv:", *more, sep="\n- ", style="bold")
    return 0


def _most_marked(paths: dict[str, Path], grounds: Grounds) -> list[tuple[float, str]]:
    """Pages by the share of their claims that have a mark, highest first."""
    shares = []
    for name, path in paths.items():
        record = load(path)
        rows = read(claims(record), grounds.of(name, record))
        shares.append((sum(bool(row.marked) for row in rows) / len(rows), name))
    return sorted(shares, reverse=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
