"""The way out: the form is chosen once, one renderer makes the text, one place writes the bytes."""

from __future__ import annotations

from yrke_cli import late
from yrke_cli.answers.shapes import Page, Several, Table
from yrke_cli.faults import Fault, WrongUsage
from yrke_cli.words import listed, washed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.declare import Showing
    from yrke_cli.output.streams import Streams

# Which module renders which form; a new form is one more module with `table` or `page` or both.
RENDERERS = {
    "tsv": "machine.tsv",
    "csv": "machine.csv_",
    "json": "machine.json_",
    "jsonl": "machine.jsonl",
    "tekst": "people.text",
    "md": "people.md",
    "tabell": "to.terminal",
}
MACHINE_FORMS = ("tsv", "csv", "json", "jsonl")


def check(showing: Showing, streams: Streams) -> None:
    """Whether an answer can be shown so, before anything is looked up. Raises WrongUsage where it cannot."""
    files = {"--svg": showing.svg, "--html": showing.html, "--excel": showing.excel}
    option = next((name for name, asked in {**files, "--åpne": showing.browse}.items() if asked), None)
    if option and showing.form not in (None, "tabell", "graf"):
        what = "tabellen" if option == "--excel" else "det du ser på skjermen"
        raise WrongUsage(
            f"{option} lagrer {what}, og kan ikke brukes sammen med formen {showing.form}.",
            f"Lagre formen {showing.form} med skallet: yrke … > FIL",
        )
    paths = [path for path in files.values() if path not in (None, "-")]
    if len({*paths}) < len(paths):
        raise WrongUsage("To filer kan ikke ha samme navn.", "Gi hver av dem sitt eget.")
    to_stdout = [name for name, path in files.items() if path == "-"]
    if len(to_stdout) > 1:
        raise WrongUsage(
            f"{listed(to_stdout)} kan ikke {'begge' if len(to_stdout) == 2 else 'alle'} skrive til standard ut.",
            "La bare én av dem skrive dit, og gi de andre navnet på en fil.",
        )
    if to_stdout == ["--excel"] and streams.terminal:
        raise WrongUsage("En arbeidsbok er ikke til å lese på skjermen.", "Gi den navnet på en fil: --excel lønn.xlsx")
    if showing.form == "graf" and not option and not streams.terminal:
        raise WrongUsage(
            "--graf tegner på en skjerm, ikke i et rør.",
            "Ta bort --graf for å få tallene, eller lagre tegningen: --svg FIL",
        )


def emit(answer: Table | Page | Several, showing: Showing, streams: Streams) -> None:
    """Write the answer in the form asked for, else for a person at a terminal, else plain for a pipe; or save it.

    `showing` has been checked. Raises OutputFailed and ReaderGone (see Streams.write).
    """
    if showing.columns:
        answer = _chosen(answer, showing.columns)
    if showing.svg or showing.html or showing.excel or showing.browse:
        late("yrke_cli.output.to.saved").save(_one(answer), showing, streams)
    elif showing.form is None and isinstance(answer, Table) and answer.alone:
        # A script needs the value as it is; a terminal might obey what is in it.
        told = washed if streams.terminal else str
        streams.write("".join(f"{told(str(value))}\n" for (value,) in answer.values()))
    else:
        form = showing.form or _usual_form(answer, streams)
        show(_rendered(answer, form, streams), streams, paged=showing.paged)
    if answer.hints and streams.terminal:
        # Beside an answer on the same screen, not a part of it.
        streams.say("")
    for hint in answer.hints:
        streams.say(hint)


def _one(answer: Table | Page | Several) -> Table | Page:
    """What goes into a file: the rows of several tables are those of one."""
    one = answer.table() if isinstance(answer, Several) else answer
    assert one is not None
    return one


def _chosen(answer: Table | Page | Several, keys: tuple[str, ...]) -> Table | Page | Several:
    """The answer with these columns alone. Raises WrongUsage where it does not have them all."""
    if isinstance(answer, Several):
        return Several([_with_columns(one, keys) for one in answer.answers])
    return _with_columns(answer, keys)


def _with_columns(answer: Table | Page, keys: tuple[str, ...]) -> Table | Page:
    if isinstance(answer, Page):
        return answer
    try:
        return answer.only(keys)
    except KeyError as error:
        known = ", ".join(answer.keys())
        raise WrongUsage(f"Kolonnen {error.args[0]} er ikke med i dette svaret.", f"Velg blant {known}.") from None


def show(text: str, streams: Streams, *, paged: bool = True) -> None:
    """Write the text; on a terminal that is too low for it, through the pager."""
    if paged and streams.terminal and text.count("\n") >= streams.height:
        late("yrke_cli.output.to.pager").page(text, streams)
    else:
        streams.write(text)


def _usual_form(answer: Table | Page | Several, streams: Streams) -> str:
    if streams.terminal:
        return "tabell"
    one = answer.answers[0] if isinstance(answer, Several) else answer
    return "tsv" if isinstance(one, Table) else "tekst"


def _rendered(answer: Table | Page | Several, form: str, streams: Streams) -> str:
    text: str
    if isinstance(answer, Several):
        return _together(answer, form, streams)
    if form == "graf":
        text = late("yrke_cli.output.to.terminal").graph(answer, streams)
        return text
    renderer = late(f"yrke_cli.output.{RENDERERS[form]}")
    if form == "tabell":
        text = renderer.table(answer, streams) if isinstance(answer, Table) else renderer.page(answer, streams)
    else:
        text = renderer.table(answer) if isinstance(answer, Table) else renderer.page(answer)
    return text


def _together(several: Several, form: str, streams: Streams) -> str:
    """Machines get the rows of all tables in one, or all pages in one list; people one answer after the other."""
    text: str
    table = several.table()
    if table is not None and form in MACHINE_FORMS:
        return _rendered(table, form, streams)
    if form == "json":
        text = late("yrke_cli.output.machine.json_").pages(several.answers)
        return text
    return ("" if form in MACHINE_FORMS else "\n").join(_rendered(one, form, streams) for one in several.answers)


def complain(fault: Fault, streams: Streams) -> None:
    """Say on stderr what was wrong and what to do."""
    streams.say(f"yrke: {fault.message}")
    for hint in fault.hints:
        streams.say(hint)
