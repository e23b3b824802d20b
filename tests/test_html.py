"""A view as a page for a browser: what it says, in elements that are what they look like, and what axe-core finds."""

import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import Runner
from yrke_cli.words import NBSP

VIEWS = {
    "page": (["vis", "månesmed"], "Månesmed – yrke"),
    "thin page": (["vis", "stjernepleier"], "Stjernepleier – yrke"),
    "table": (["lønn"], "Månedslønn per heltidsekvivalent – yrke"),
    "graph": (["lønn", "månesmed", "ølpoet", "--graf"], "Månedslønn per heltidsekvivalent · "),
    "tree": (["utdanning", "månesmed"], "Utdanning – yrke"),
    "comparison": (["sammenlign", "månesmed", "ølpoet"], "Sammenligning – yrke"),
    "sources": (["kilder"], "Kilder – yrke"),
    "signs": (["vis", "aker-eng-test-2"], "Åker & eng <test> | 2 – yrke"),
}
every_view = pytest.mark.parametrize("name", VIEWS)
# What closes no element.
VOID = {"meta"}


class Reader(HTMLParser):
    """What a browser reads: the title, the language, the elements with their text, the links, and the tables."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.order: list[str] = []
        self.links: list[str] = []
        self.language = ""
        self.tables: list[list[list[str]]] = []
        self.scopes: list[str | None] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.open += [] if tag in VOID else [tag]
        self.order.append(tag)
        self.texts.setdefault(tag, []).append("")
        self.language = given.get("lang") or self.language
        self.links += [str(given["href"])] if tag == "a" else []
        self.scopes += [given.get("scope")] if tag == "th" else []
        self.tables += [[]] if tag == "table" else []
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        # Cells and list items stand apart.
        for around in self.open:
            self.texts[around][-1] += " "

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.texts[tag][-1] += data
        if {"td", "th"} & {*self.open}:
            self.tables[-1][-1][-1] += data


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@every_view
def test_a_page_has_a_title_a_language_one_first_heading_and_landmarks(invented: Runner, name: str) -> None:
    arguments, title = VIEWS[name]
    saved = invented(*arguments, "--html", "-")
    page = Reader(saved.out)
    assert saved.status == 0
    assert page.language == "nb"
    assert page.texts["title"][0].startswith(title)
    assert [tag for tag in page.order if tag in ("main", "footer")] == ["main", "footer"]
    headings = [tag for tag in page.order if re.fullmatch("h[1-6]", tag)]
    assert headings == ["h1", *["h2"] * (len(headings) - 1)]
    # Nothing is fetched when it is shown.
    assert {"script", "link", "img", "iframe"} & {*page.order} == set()
    assert "url(" not in saved.out


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "graph"])
def test_a_page_says_all_that_the_text_says(invented: Runner, name: str) -> None:
    arguments, _ = VIEWS[name]
    said = words(Reader(invented(*arguments, "--html", "-").out).texts["body"][0])
    form = "tekst" if arguments[0] == "vis" else "tabell"
    shown = words(invented(*arguments, "--format", form).out)
    assert sorted({*shown} - {*said}) == []


def test_every_table_has_a_caption_and_headings_with_scope(invented: Runner) -> None:
    for arguments, _ in VIEWS.values():
        page = Reader(invented(*arguments, "--html", "-").out)
        assert len(page.texts.get("caption", [])) == len(page.tables)
        assert all(page.texts.get("caption", []))
        assert {*page.scopes} <= {"col", "row", "rowgroup"}
        for rows in page.tables:
            wide = max(map(len, rows))
            assert all(len(row) in (wide, 1) for row in rows)


def test_a_pay_table_is_rows_and_cells(invented: Runner) -> None:
    measured, printed = Reader(invented("lønn", "månesmed", "--html", "-").out).tables
    assert measured == [
        ["Yrke", "Gjennomsnitt", "Median", "Nedre kvartil", "Øvre kvartil"],
        ["Månesmed", f"52{NBSP}000", f"51{NBSP}000", f"45{NBSP}000", f"58{NBSP}000"],
    ]
    assert [row[0] for row in printed] == ["Yrke", "Smeder ved smia"]


def test_two_that_are_compared_stand_beside_each_other(invented: Runner) -> None:
    [table] = Reader(invented("sammenlign", "månesmed", "ølpoet", "--html", "-").out).tables
    assert table[0] == ["", "Månesmed", "Ølpoet"]
    assert ["Median i måneden", f"51{NBSP}000{NBSP}kr", "ikke kjent"] in table


def test_a_graph_has_its_numbers_in_a_table(invented: Runner) -> None:
    [table] = Reader(invented("lønn", "månesmed", "--graf", "--html", "-").out).tables
    assert [cell for cell in table[1] if cell] == [
        "Månesmed (2025, alle sektorer)",
        *(f"{amount}{NBSP}000{NBSP}kr" for amount in (45, 51, 58)),
    ]


def test_the_page_has_headings_to_jump_between_and_its_sources_as_links(invented: Runner) -> None:
    page = Reader(invented("vis", "månesmed", "--html", "-").out)
    assert page.texts["h1"] == ["Månesmed"]
    assert page.texts["h2"][:3] == ["Om jobben", "Arbeidsoppgaver", "Personlige egenskaper"]
    assert "https://tall.example/11418" in page.links


def test_a_tree_is_lists_in_lists(invented: Runner) -> None:
    page = Reader(invented("utdanning", "månesmed", "--html", "-").out)
    assert page.order.count("ul") > 1
    assert page.tables == []


def test_signs_of_html_are_text(invented: Runner) -> None:
    for option in ("--html", "--svg"):
        saved = invented("vis", "aker-eng-test-2", option, "-").out
        assert "Åker &amp; eng &lt;test&gt; | 2" in saved
        assert "<test>" not in saved
        assert "Skilt &amp; &lt;regler&gt;" in saved
    assert 'href="https://a.example/?b&amp;c"' in invented("vis", "aker-eng-test-2", "--html", "-").out


# In a browser.

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# The file axe.min.js of the npm package axe-core; `.ci/run` fetches it.
AXE = os.environ.get("YRKE_AXE", "")
needs_axe = pytest.mark.skipif(
    not (CHROMIUM and AXE and Path(AXE).is_file()), reason="needs Chromium and, in YRKE_AXE, the path of axe.min.js"
)
RUN = """
<script>{axe}</script>
<script>
axe.run().then(found => {{
  const told = found.violations.map(one => one.id + ": " + one.nodes.map(node => node.html).join(" | "));
  document.documentElement.setAttribute("data-axe", JSON.stringify({{told, passed: found.passes.length}}));
}});
</script>
"""


def violations(page: str, folder: Path, *flags: str) -> tuple[list[str], int]:
    """What axe-core finds on a page in headless Chromium, and how many of its rules it passed."""
    checked = folder / "side.html"
    axe = Path(AXE).read_text(encoding="utf-8").replace("</script", "<\\/script")
    checked.write_text(page.replace("</body>", RUN.format(axe=axe) + "</body>"), encoding="utf-8")
    call = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profil'}",
        *flags,
    ]
    done = subprocess.run(
        [*call, "--virtual-time-budget=20000", "--dump-dom", checked.as_uri()],
        capture_output=True,
        check=True,
        timeout=180,
    )
    found = re.search(r'data-axe="([^"]*)"', done.stdout.decode())
    assert found, "axe-core did not end"
    result = json.loads(found[1].replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    return result["told"], result["passed"]


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_view
def test_axe_finds_nothing(invented: Runner, tmp_path: Path, name: str, scheme: str) -> None:
    page = invented(*VIEWS[name][0], "--html", "-").out
    dark = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
    found, passed = violations(page, tmp_path, *dark)
    assert found == []
    assert passed > 10


@needs_axe
def test_axe_finds_what_is_wrong(invented: Runner, tmp_path: Path) -> None:
    """The check above can fail."""
    page = invented("lønn", "--html", "-").out
    found, _ = violations(page.replace('lang="nb"', "").replace("--quiet: #595959", "--quiet: #dddddd"), tmp_path)
    assert [one.partition(":")[0] for one in found] == ["color-contrast", "html-has-lang"]
