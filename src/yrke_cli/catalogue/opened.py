"""Opening the database: where it is, that it is ours and whole, and what to say where it is not."""

from __future__ import annotations

# The sqlite3 package is this module and the loading of datetime, which our values never are: a sixth of a plain call.
import _sqlite3 as sqlite3
import os

from yrke_cli.faults import DataDamaged
from yrke_cli.words import echoed, washed

# "yrke" as a number marks the file as ours; the schema's version rises when an older program could not read it.
APPLICATION_ID = 0x79726B65
SCHEMA_VERSION = 2


def default_path() -> str:
    """The database in the package, or the one that YRKE_DATABASE names (for tests and for other catalogues)."""
    return os.environ.get("YRKE_DATABASE") or os.path.join(os.path.dirname(os.path.dirname(__file__)), "yrke.sqlite3")


def damaged(path: str, what: str) -> DataDamaged:
    return DataDamaged(
        f"Databasen er skadet: {what} ({echoed(path, 300)}).",
        "Rett YRKE_DATABASE, eller ta den bort: da brukes databasen som følger med."
        if os.environ.get("YRKE_DATABASE")
        else "Installer yrke på nytt, slik du gjorde sist.",
    )


def opened(path: str) -> sqlite3.Connection:
    _check(path)
    address = "file:" + "".join(
        f"%{byte:02x}" if byte in b"?#%" or byte > 126 else chr(byte) for byte in os.fsencode(path)
    )
    try:
        database = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:
        raise damaged(path, "filen kan ikke åpnes") from None
    if os.environ.get("YRKE_DATABASE"):
        # The build has washed our own texts; those of others may hold what a terminal obeys.
        database.text_factory = lambda text: washed(text.decode())
    return database


def _check(path: str) -> None:
    """Ours, of this version, and whole, by its header (SQLite's file format, "The Database Header"): SQLite itself
    notices a cut file only where it happens to read."""
    try:
        with open(path, "rb", buffering=0) as file:
            header = file.read(100) or b""
            size = os.fstat(file.fileno()).st_size
    except OSError:
        raise damaged(path, "filen finnes ikke eller kan ikke åpnes") from None

    def number(place: int, length: int = 4) -> int:
        return int.from_bytes(header[place : place + length], "big")

    if not header.startswith(b"SQLite format 3\0"):
        raise damaged(path, "filen er ikke en database")
    if number(68) != APPLICATION_ID:
        raise damaged(path, "filen er ikke laget av yrke")
    if number(60) != SCHEMA_VERSION:
        raise damaged(path, "filen hører til en annen versjon av yrke")
    if number(28) * number(16, 2) != size:
        raise damaged(path, "filen er avkortet eller endret")
