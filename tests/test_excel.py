"""A table as a workbook: opened again, as Excel or LibreOffice would."""

import io
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.conftest import YRKE, Result, Runner, environment

TABLES = {
    "lønn": ("lønn", "månesmed", "--alt"),
    "liste": ("liste",),
    "sammenlign": ("sammenlign", "månesmed", "ølpoet"),
    "utdanning": ("utdanning", "månesmed"),
    "opptak": ("opptak", "månesmed"),
    "søk": ("søk", "månesmed"),
    "fra": ("fra", "smiing"),
    "kilder": ("kilder",),
    "dekning": ("dekning",),
}


def saved(env: dict[str, str], *arguments: str) -> bytes:
    done = subprocess.run([YRKE, *arguments, "--excel", "-"], capture_output=True, env=env, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("name", TABLES)
def test_every_row_and_column_is_there(invented: Runner, invented_env: dict[str, str], name: str) -> None:
    book = opened(saved(invented_env, *TABLES[name]))
    assert book.sheetnames[1:] == ["Kilder"]
    sheet = book.worksheets[0]
    header, *lines = invented(*TABLES[name], "--tsv").out.splitlines()
    assert (sheet.max_row, sheet.max_column) == (1 + len(lines), len(header.split("\t")))
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"
    # The values are those of the other forms, and numbers are numbers.
    for number, line in enumerate(lines, 2):
        for place, value in enumerate(line.split("\t"), 1):
            cell = sheet.cell(number, place)
            number_like = isinstance(cell.value, (int, float))
            assert (float(value) == cell.value) if number_like else (value == (cell.value or ""))
            assert cell.data_type in ("n", "s")


def test_amounts_are_numbers_in_kroner(invented_env: dict[str, str]) -> None:
    sheet = opened(saved(invented_env, "lønn", "månesmed")).worksheets[0]
    heading = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "Månesmed")
    median = row[heading.index("Median")]
    assert (median.value, median.data_type, median.number_format) == (51000, "n", '#,##0 "kr"')
    year = row[heading.index("År")]
    assert (year.value, year.number_format) == (2025, "0")


def test_the_second_sheet_has_the_sources_the_years_and_the_caveats(invented_env: dict[str, str]) -> None:
    sheet = opened(saved(invented_env, "lønn", "månesmed", "--alt")).worksheets[1]
    told = list(sheet.iter_rows(min_row=2, values_only=True))
    assert told[0] == ("Tabell", "Månedslønn per heltidsekvivalent", None)
    assert told[1] == ("Enhet", "Kr i måneden", None)
    assert told[2][0] == "Tall fra"
    assert "2015" in str(told[2][1])
    assert "2025" in str(told[2][1])
    assert any("heltid" in str(said) or "full stilling" in str(said) for what, said, _ in told if what == "Merknad")
    [source] = [row for row in told if row[0] == "Kilde ssb-11418"]
    assert source[2] == "https://tall.example/11418"
    assert told[-1][0] == "Laget med"
    link = next(
        cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value == "https://tall.example/11418"
    )
    assert link.hyperlink is not None


def test_every_code_of_a_note_is_explained(invented_env: dict[str, str]) -> None:
    rows, told = opened(saved(invented_env, "lønn", "månesmed", "--alt")).worksheets
    place = [cell.value for cell in rows[1]].index("Merknad")
    notes = [str(row[place]) for row in rows.iter_rows(min_row=2, values_only=True) if row[place]]
    codes = {entry.partition("=")[0] for note in notes for entry in note.split(";")}
    assert len(codes) > 3
    named = {str(what) for what, _, _ in told.iter_rows(min_row=2, values_only=True)}
    assert {f"Merknad {code}" for code in codes} <= named


def test_the_answers_to_several_names_are_one_table() -> None:
    """Each answer marks its own notes: the workbook has them as they are."""
    env, names = environment(), ["sykepleier", "lege", "tømrer"]
    for command in ("opptak", "lønn", "utdanning"):
        typed = "\n".join(names).encode()
        call = [YRKE, command, "-", "--excel", "-"]
        done = subprocess.run(call, input=typed, capture_output=True, env=env, check=True, timeout=60)
        alone = [opened(saved(env, command, name)).worksheets[0].max_row - 1 for name in names]
        assert opened(done.stdout).worksheets[0].max_row - 1 == sum(alone)


def test_amounts_are_those_of_a_month_whatever_people_read(invented_env: dict[str, str]) -> None:
    book = opened(saved(invented_env, "lønn", "månesmed", "--per", "år"))
    assert book.worksheets[1]["B2"].value == "Månedslønn per heltidsekvivalent"
    assert 51000 in [cell.value for cell in book.worksheets[0][2]]


def test_what_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    from yrke_cli.answers.shapes import Table
    from yrke_cli.output.to.excel import made
    from yrke_cli.records import Column, Record, column

    class Row(Record):
        text: str = column("tekst", "Tekst")
        address: str = column("adresse", "Adresse")

    for text in ("=1+1", "+1", "-1", "@SUM(A1)", "0123", "https://a.example", "\x01", "a" * 40_000):
        table = Table(
            [*Row.columns, Column("x", "X", field="text", hidden=True)],
            [Row(text, "=HYPERLINK(1)")],
            title="A: [b]/c?*\\'",
        )
        book = opened(made(table, drawn=False))
        cell = book.worksheets[0]["A2"]
        assert cell.data_type == "s"
        assert str(cell.value)[:100] == (text if text != "\x01" else str(cell.value))[:100]
        assert book.sheetnames == ["A b c", "Kilder"]


def test_the_same_answer_is_the_same_file(invented_env: dict[str, str]) -> None:
    assert saved(invented_env, "lønn", "månesmed") == saved(invented_env, "lønn", "månesmed")


def test_chosen_columns_alone_are_saved(invented_env: dict[str, str]) -> None:
    sheet = opened(saved(invented_env, "lønn", "månesmed", "--kolonner", "median,ar")).worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["Median", "År"]


def test_a_file_is_written_and_named(invented: Runner, tmp_path: Path) -> None:
    path = tmp_path / "lønn.xlsx"
    assert invented("lønn", "månesmed", "--excel", str(path)) == Result("", f"Lagret {path}.\n", 0)
    assert load_workbook(path).sheetnames[1] == "Kilder"


def test_what_cannot_be_together_is_refused(invented: Runner, invented_terminal: Runner) -> None:
    assert invented("lønn", "--excel", "-", "--csv") == Result(
        "",
        "yrke: --excel lagrer tabellen, og kan ikke brukes sammen med formen csv.\n"
        "Lagre formen csv med skallet: yrke … > FIL\n",
        2,
    )
    assert invented("lønn", "--excel", "-", "--html", "-").err == (
        "yrke: --html og --excel kan ikke begge skrive til standard ut.\n"
        "La bare én av dem skrive dit, og gi de andre navnet på en fil.\n"
    )
    assert "En arbeidsbok er ikke til å lese på skjermen." in invented_terminal("lønn", "--excel", "-").out
    assert invented("vis", "månesmed", "--excel", "x.xlsx").status == 2
