"""Names from standard input, one a line: each as if it were asked for alone, in one start of yrke."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import YRKE, Result


def fed(env: dict[str, str], typed: str | bytes, *arguments: str) -> Result:
    """What a call prints that reads this on its standard input."""
    content = typed.encode() if isinstance(typed, str) else typed
    done = subprocess.run([YRKE, *arguments], input=content, capture_output=True, env=env, check=False, timeout=60)
    return Result(done.stdout.decode(), done.stderr.decode(), done.returncode)


def test_the_rows_of_all_names_are_one_table_for_machines(invented_env: dict[str, str]) -> None:
    result = fed(invented_env, "månesmed\nstjernepleier\n", "lønn", "-", "--tsv")
    alone = [fed(invented_env, "", "lønn", name, "--tsv").out.splitlines() for name in ("månesmed", "stjernepleier")]
    assert result.out.splitlines() == [*alone[0], *alone[1][1:]]
    assert result.status == 0


@pytest.mark.parametrize("form", ["--csv", "--json", "--jsonl"])
def test_every_machine_form_holds_the_rows_of_all(invented_env: dict[str, str], form: str) -> None:
    together = fed(invented_env, "månesmed\nstjernepleier\n", "lønn", "-", form)
    named = fed(invented_env, "", "lønn", "månesmed", "stjernepleier", form)
    rows = json.loads if form == "--json" else str.splitlines
    assert sorted(map(str, rows(together.out))) == sorted(map(str, rows(named.out)))


def test_pages_are_one_array_of_objects(invented_env: dict[str, str]) -> None:
    result = fed(invented_env, "månesmed\nstjernepleier\n", "vis", "-", "--json")
    assert [page["slug"] for page in json.loads(result.out)] == ["manesmed", "stjernepleier"]
    lines = fed(invented_env, "månesmed\nstjernepleier\n", "vis", "-", "--jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(result.out)


def test_people_get_one_answer_after_the_other(invented_env: dict[str, str]) -> None:
    result = fed(invented_env, "månesmed\nstjernepleier\n", "vis", "-", "--format", "tekst")
    assert result.out == "\n".join(fed(invented_env, "", "vis", name).out for name in ("månesmed", "stjernepleier"))


def test_names_that_are_compared_are_one_question(invented_env: dict[str, str]) -> None:
    result = fed(invented_env, "månesmed\nstjernepleier\n", "sammenlign", "-", "--tsv")
    assert result == fed(invented_env, "", "sammenlign", "månesmed", "stjernepleier", "--tsv")


@pytest.mark.parametrize("command", ["utdanning", "opptak", "søk", "fra", "kilder"])
def test_every_command_with_names_reads_them(invented_env: dict[str, str], command: str) -> None:
    name = "smiing" if command == "fra" else "månesmed"
    assert fed(invented_env, f"{name}\n", command, "-", "--tsv") == fed(invented_env, "", command, name, "--tsv")


def test_a_name_without_an_answer_is_told_with_its_line_and_status_and_the_rest_is_answered(
    invented_env: dict[str, str],
) -> None:
    result = fed(invented_env, "månesmed\n\nxyzzyq\nstjernepleier\n", "lønn", "-", "--tsv")
    assert result.out == fed(invented_env, "månesmed\nstjernepleier\n", "lønn", "-", "--tsv").out
    assert result.status == 1
    first, *_, last = result.err.splitlines()
    assert first == "yrke: linje 3, status 1: Fant ikke noe yrke som heter «xyzzyq»."
    assert last == "yrke: 1 av 3 navn fikk ikke svar."


def test_where_no_name_has_an_answer_nothing_is_written(invented_env: dict[str, str]) -> None:
    result = fed(invented_env, "xyzzyq\nzyxxyz\n", "vis", "-", "--json")
    assert (result.out, result.status) == ("", 1)
    assert result.err.splitlines()[-1] == "yrke: 2 av 2 navn fikk ikke svar."


def test_an_unknown_name_among_those_compared_is_left_out(invented_env: dict[str, str]) -> None:
    result = fed(invented_env, "månesmed\nxyzzyq\nstjernepleier\n", "sammenlign", "-", "--tsv")
    assert result.out == fed(invented_env, "", "sammenlign", "månesmed", "stjernepleier", "--tsv").out
    assert result.status == 1


@pytest.mark.parametrize("typed", ["", "\n \n\t\n", "\ufeff"], ids=["nothing", "empty lines", "a byte order mark"])
def test_no_names_at_all_is_wrong_usage(invented_env: dict[str, str], typed: str) -> None:
    assert fed(invented_env, typed, "lønn", "-") == Result(
        "", "yrke: Det kom ingen navn på standard inn.\nSkriv ett navn på hver linje.\n", 2
    )


@pytest.mark.parametrize(
    "typed",
    ["månesmed", "månesmed\r\n", "\ufeffmånesmed\n", "  månesmed  \n", "ma\u030anesmed\n"],
    ids=["no line break", "of Windows", "a byte order mark", "spaces", "a letter in two parts"],
)
def test_lines_are_read_as_people_and_programs_write_them(invented_env: dict[str, str], typed: str) -> None:
    assert fed(invented_env, typed, "lønn", "-", "--tsv") == fed(invented_env, "månesmed\n", "lønn", "-", "--tsv")


def test_bytes_that_are_no_text_are_a_slip_in_the_name(invented_env: dict[str, str]) -> None:
    result = fed(invented_env, b"m\xe5nesmed\n\xff\xfe\n", "lønn", "-", "--tsv")
    assert result.out == fed(invented_env, "månesmed\n", "lønn", "-", "--tsv").out
    assert result.status == 1
    assert "yrke: linje 2, status 1: Fant ikke noe yrke som heter «\\xff\\xfe»." in result.err.splitlines()


def test_names_on_both_sides_are_refused(invented_env: dict[str, str]) -> None:
    assert fed(invented_env, "månesmed\n", "lønn", "stjernepleier", "-") == Result(
        "",
        "yrke: - betyr at navnene kommer på standard inn, og må stå alene.\nSkriv for eksempel: yrke lønn -\n",
        2,
    )


@pytest.mark.parametrize("option", ["--svg", "--html"])
def test_a_view_in_a_file_shows_one_answer(invented_env: dict[str, str], option: str) -> None:
    assert fed(invented_env, "månesmed\n", "lønn", "-", option, "-") == Result(
        "",
        "yrke: En fil med --svg eller --html viser ett svar, ikke mange.\n"
        "Velg en annen form, for eksempel --format md.\n",
        2,
    )


def test_a_workbook_holds_the_rows_of_all(invented_env: dict[str, str], tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "lønn.xlsx"
    assert fed(invented_env, "månesmed\nstjernepleier\n", "lønn", "-", "--excel", str(path)).status == 0
    names = {row[0] for row in load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True)}
    assert {"Månesmed", "Stjernepleier"} <= names


def test_a_damaged_database_ends_it(invented_env: dict[str, str], tmp_path: Path) -> None:
    damaged = tmp_path / "yrke.sqlite3"
    shutil.copy(invented_env["YRKE_DATABASE"], damaged)
    content = bytearray(damaged.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    damaged.write_bytes(content)
    result = fed({**invented_env, "YRKE_DATABASE": str(damaged)}, "månesmed\nstjernepleier\n", "lønn", "-")
    assert (result.out, result.status) == ("", 3)
    assert result.err.startswith("yrke: Databasen er skadet")


# Columns.


def test_columns_are_chosen_and_ordered_in_every_form(invented_env: dict[str, str]) -> None:
    def chosen(*form: str) -> str:
        return fed(invented_env, "", "lønn", "månesmed", "--heltid", "--kolonner", "median,yrke", *form).out

    assert chosen("--csv").splitlines() == ["median,yrke", "51000,Månesmed", ",Smeder ved smia"]
    assert list(json.loads(chosen("--json"))[0]) == ["median", "yrke"]
    assert chosen("--format", "md").splitlines()[4] == "| Median | Yrke |"
    assert fed(invented_env, "månesmed\n", "lønn", "-", "--kolonner", "yrke", "--tsv").out.startswith("yrke\n")


def test_a_column_that_there_is_not_is_named(invented_env: dict[str, str]) -> None:
    result = fed(invented_env, "", "lønn", "--kolonner", "median,tull")
    assert result.status == 2
    assert result.err.startswith("yrke: --kolonner kan ikke være «median,tull»: velg en av yrke, styrk08, ar,")
    result = fed(invented_env, "", "dekning", "--kolonner", "andel_ansatte")
    assert result == Result(
        "",
        "yrke: Kolonnen andel_ansatte er ikke med i dette svaret.\n"
        "Velg blant slug, tittel, styrk08, yrkesgruppe, full_profil, mangler.\n",
        2,
    )
