"""A table as a workbook for Excel: one sheet with the rows, and one with what one must know to use them."""

from __future__ import annotations

import io
from datetime import datetime

from xlsxwriter import Workbook

from yrke_cli import __version__
from yrke_cli.words import upper_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from yrke_cli.answers.shapes import Table
    from yrke_cli.records import Column, Source, Value

# Texts stay texts: what begins with "=" is no formula, what looks like a number is none.
_AS_WRITTEN = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
# The same answer is the same file, whenever it is made.
_CREATED = datetime(2026, 1, 1)
# Excel's own limits: a sheet's name, and what it may not hold; the length of an address.
_NAME_LENGTH, _NOT_IN_NAMES = 31, str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_ADDRESS_LENGTH = 2079
# No name ends in a word as small as "per".
_SMALL_WORD = 3
# How wide a column may be, in signs.
_WIDEST = 60
_FORMATS = {"kr": '#,##0 "kr"', "number": "#,##0", "percent": "#,##0.0", "years": 'General" år"', "year": "0"}


def made(answer: Table, *, drawn: bool) -> bytes:
    """The workbook. `drawn` makes no difference: numbers are numbers here."""
    answer = answer.for_machines()
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True, **_AS_WRITTEN}) as book:
        book.set_properties({"title": answer.title, "created": _CREATED, "comments": f"yrke {__version__}"})
        _fill(book, book.add_worksheet(_sheet_name(answer.title)), answer)
        _tell(book, book.add_worksheet("Kilder"), answer)
    return content.getvalue()


def _sheet_name(title: str) -> str:
    """The title, or as many of its first words as there is room for."""
    words = title.translate(_NOT_IN_NAMES).split()
    name = " ".join(words)
    while name and (len(name) > _NAME_LENGTH or (name != " ".join(words) and len(name.split(" ")[-1]) <= _SMALL_WORD)):
        name = name.rpartition(" ")[0]
    return name if name and name not in ("Kilder", "History") else "Svar"


# The rows.


def _fill(book: Workbook, sheet: Worksheet, answer: Table) -> None:
    """All columns with their raw values, a heading that stays in sight and a filter."""
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = {kind: book.add_format({"num_format": shown, "valign": "top"}) for kind, shown in _FORMATS.items()}
    text = book.add_format({"text_wrap": True, "valign": "top"})
    for place, column in enumerate(answer.columns):
        sheet.write_string(0, place, column.heading, head)
        cells: list[Value] = [getattr(row, column.field) for row in answer.rows]
        for number, value in enumerate(cells, 1):
            kind = "percent" if column.kind == "number" and isinstance(value, float) else column.kind
            _write(sheet, number, place, value, formats.get(kind, text))
        sheet.set_column(place, place, _width(column.heading, cells, column.kind))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(answer.rows), len(answer.columns) - 1)


def _write(sheet: Worksheet, row: int, place: int, value: Value, shown: Format) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        sheet.write_string(row, place, value, shown)
    else:
        sheet.write_number(row, place, value, shown)


def _width(heading: str, cells: Sequence[Value], kind: str) -> int:
    """Room for the longest cell and the sign of the filter."""
    unit = 6 if kind in ("kr", "years") else 0
    longest = max((len(str(cell)) + unit for cell in cells if cell is not None), default=0)
    return min(max(len(heading) + 3, longest + 1), _WIDEST)


# What one must know.


def _tell(book: Workbook, sheet: Worksheet, answer: Table) -> None:
    head = book.add_format({"bold": True, "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    link = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#005f73", "underline": 1})
    for place, (heading, width) in enumerate((("Hva", 14), ("Opplysning", 90), ("Adresse", 60))):
        sheet.write_string(0, place, heading, head)
        sheet.set_column(place, place, width)
    for number, (what, said, address) in enumerate(_told(answer), 1):
        sheet.write_string(number, 0, what, text)
        sheet.write_string(number, 1, said, text)
        if address.startswith(("https://", "http://")) and len(address) <= _ADDRESS_LENGTH:
            sheet.write_url(number, 2, address, link)
        else:
            _write(sheet, number, 2, address, text)
    sheet.freeze_panes(1, 0)


def _told(answer: Table) -> Iterator[tuple[str, str, str]]:
    """What the table is of, its years, what must be known of it, and its sources."""
    yield "Tabell", answer.title, ""
    if answer.unit:
        yield "Enhet", upper_first(answer.unit), ""
    years = sorted({value for one in answer.columns if one.kind == "year" for value in _values(answer, one)})
    if years:
        yield "Tall fra", ", ".join(years), ""
    for note in answer.footnotes():
        # What has a mark is told of in the rows themselves, or below by the name that they have for it.
        if not note.mark:
            yield "Merknad", note.text, note.address
    yield from (("Merknad " + code, said, "") for code, said in _codes(answer))
    for hint in answer.hints:
        yield "Merknad", hint, ""
    for source in _sources(answer):
        yield f"Kilde {source.id}", " ".join(filter(None, [source.brief, source.note])), source.web or source.address
    yield "Laget med", f"yrke {__version__}", ""


def _codes(answer: Table) -> Iterator[tuple[str, str]]:
    """The codes in the rows that are explained elsewhere, with what they mean."""
    explained = answer.codes()
    named = [getattr(row, "notes", "").split(";") for row in answer.rows] if explained else []
    used = {entry.partition("=")[0] for entries in named for entry in entries}
    yield from ((code, said) for code, said in explained.items() if code in used)


def _values(answer: Table, column: Column) -> Iterator[str]:
    return (str(value) for row in answer.rows if (value := getattr(row, column.field)) is not None)


def _sources(answer: Table) -> list[Source]:
    """The sources that the rows name."""
    named = [getattr(row, "source", None) or "" for row in answer.rows]
    return answer.sources(sorted({one for several in named for one in several.split(";") if one}))
