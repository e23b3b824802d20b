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


@pytest.mark.parametrize("command", ["lønn", "utdanning", "opptak"])
def test_the_rows_of_all_names_are_one_table(invented_env: dict[str, str], command: str) -> None:
    names = ["månesmed", "stjernepleier"] if command == "lønn" else ["månesmed"]
    typed = "\n".join(names)
    for form in ("--tsv", "--json", "--format=tabell"):
        assert fed(invented_env, typed, command, "-", form) == fed(invented_env, "", command, *names, form)


def test_a_group_is_a_name_too(invented_env: dict[str, str]) -> None:
    rows = fed(
        invented_env, "7222\nmånesmed\n", "lønn", "-", "--heltid", "--kolonner", "yrke", "--tsv"
    ).out.splitlines()
    assert rows == ["yrke", "Stjernesmeder", "Månesmed", "Smeder ved smia"]


def test_the_graph_of_several_names_has_one_scale(invented_env: dict[str, str]) -> None:
    drawn = fed(invented_env, "månesmed\nstjernepleier\n", "lønn", "-", "--graf", "--svg", "-")
    assert drawn == fed(invented_env, "", "lønn", "månesmed", "stjernepleier", "--graf", "--svg", "-")


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


def test_two_lines_that_are_compared_are_never_one_name(invented_env: dict[str, str]) -> None:
    """«lege» and «sekretær» are not «legesekretær»."""
    env = {name: value for name, value in invented_env.items() if name != "YRKE_DATABASE"}
    result = fed(env, "lege\nsekretær\nkokk\n", "sammenlign", "-", "--kolonner", "slug", "--tsv")
    assert result.out.splitlines() == ["slug", "lege", "sekretaer", "kokk"]


def test_an_unreadable_standard_input_is_told(invented_env: dict[str, str], tmp_path: Path) -> None:
    with (tmp_path / "skriv").open("wb") as unreadable:
        done = subprocess.run([YRKE, "lønn", "-"], stdin=unreadable, capture_output=True, env=invented_env, check=False)
    assert (done.stdout, done.returncode) == (b"", 2)
    assert done.stderr.decode() == "yrke: Standard inn kan ikke leses.\nSend navnene inn: yrke lønn - < navn.txt\n"


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


@pytest.mark.parametrize("option", [("--svg", "-"), ("--html", "-"), ("--åpne",)], ids=" ".join)
def test_a_view_in_a_file_shows_one_answer(invented_env: dict[str, str], option: tuple[str, ...]) -> None:
    assert fed(invented_env, "månesmed\n", "vis", "-", *option) == Result(
        "",
        "yrke: --svg, --html og --åpne viser ett svar, ikke mange.\nVelg en annen form, for eksempel --format md.\n",
        2,
    )


def test_a_workbook_holds_the_rows_of_all(invented_env: dict[str, str], tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "lønn.xlsx"
    assert fed(invented_env, "månesmed\nstjernepleier\n", "lønn", "-", "--excel", str(path)).status == 0
    names = {row[0] for row in load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True)}
    assert {"Månesmed", "Stjernepleier"} <= names


def test_where_too_few_are_left_to_compare_the_lines_decide(invented_env: dict[str, str]) -> None:
    result = fed(invented_env, "månesmed\nxyzzyq\n", "sammenlign", "-", "--tsv")
    assert (result.out, result.status) == ("", 1)
    assert "yrke: Det trengs to ulike yrker for å sammenligne." in result.err.splitlines()
    assert result.err.splitlines()[-1] == "yrke: 1 av 2 navn fikk ikke svar."


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


@pytest.mark.parametrize(
    ("call", "column", "rows"),
    [
        (("lønn", "månesmed"), "ar", ["2025", "2015"]),
        (("opptak", "månesmed"), "yrke", ["Månesmed", "Månesmed"]),
        (("kilder",), "tittel", None),
    ],
)
def test_a_column_that_some_of_the_tables_do_not_show_is_shown_of_all_rows(
    invented_env: dict[str, str], call: tuple[str, ...], column: str, rows: list[str] | None
) -> None:
    raw = fed(invented_env, "", *call, "--kolonner", column, "--tsv").out.splitlines()[1:]
    assert rows is None or raw == rows
    for form in (("--format", "tabell"), ("--format", "md"), ("--html", "-")):
        shown = fed(invented_env, "", *call, "--kolonner", column, *form)
        assert shown.status == 0
        assert len(shown.out.splitlines()) > len(raw)
        assert all(shown.out.count(value) >= raw.count(value) for value in raw if value.isalnum())


def test_columns_of_which_only_what_a_narrow_screen_sheds_is_left_stay(invented_env: dict[str, str]) -> None:
    call = ("kilder", "månesmed", "--kolonner", "type,forklaring,utgiver")
    assert fed(invented_env, "", *call, "--svg", "-").status == 0


def test_a_column_that_there_is_not_is_named(invented_env: dict[str, str]) -> None:
    result = fed(invented_env, "", "lønn", "--kolonner", "median,tull")
    assert result.status == 2
    assert result.err.startswith("yrke: --kolonner kan ikke være «median,tull»: velg en av yrke, styrk08, ar,")
    result = fed(invented_env, "", "dekning", "--kolonner", "andel_ansatte")
    assert result == Result(
        "",
        "yrke: Kolonnen andel_ansatte er ikke med i dette svaret.\n"
        "Velg blant slug, tittel, styrk08, yrkesgruppe, full_profil, mangler, lest.\n",
        2,
    )
