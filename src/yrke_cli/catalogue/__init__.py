"""The embedded database, read only → records. All SQL for reading stands in this package; what most calls ask, here."""

from __future__ import annotations

# The sqlite3 package is this module and the loading of datetime, which our values never are: a sixth of a plain call.
import _sqlite3 as sqlite3
import os

from yrke_cli.faults import DataDamaged, Fault, ReaderGone
from yrke_cli.query import Query
from yrke_cli.records import (
    Authorisation,
    Interview,
    Listed,
    Occupation,
    PageFacts,
    Pay,
    Requirement,
    Route,
    Source,
    Step,
    UnitGroup,
)
from yrke_cli.words import described, echoed, washed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import TracebackType
    from typing import Any

# "yrke" as a number marks the file as ours; the schema's version rises when an older program could not read it.
APPLICATION_ID = 0x79726B65
SCHEMA_VERSION = 1

LONG_SERIES = "ssb-11418"
# Of the rows of a year, which stands for its group: full time, the total over sectors, the long series.
POPULATION_ORDER = f"arbeidstid = 'heltid' DESC, sektor = 'alle' DESC, kilde = '{LONG_SERIES}' DESC"

_PAY = """
SELECT yrke, styrk08, ar, sektor, bransje, arbeidstid, kjonn, antall, gjennomsnitt, median, p25, p75,
       timelonn, arslonn, kilde, merknad
"""
_LISTED = """
SELECT yrke.slug, yrke.tittel, yrke.styrk08, gruppe.navn, yrke.profil
FROM yrke LEFT JOIN yrkesgruppe AS gruppe ON gruppe.styrk08 = yrke.styrk08
"""


def default_path() -> str:
    """The database in the package, or the one that YRKE_DATABASE names (for tests and for other catalogues)."""
    return os.environ.get("YRKE_DATABASE") or os.path.join(os.path.dirname(os.path.dirname(__file__)), "yrke.sqlite3")


class Catalogue:
    """The catalogue of occupations. Every method may raise DataDamaged where the file is not as we wrote it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._database = _opened(path)
        self._notes: dict[str, str] | None = None

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()
        # Whatever SQLite stumbles over while reading is damage to the file: the queries are ours and tested. So is,
        # most likely, what nobody foresaw: our own file has been asked everything.
        if isinstance(error, sqlite3.Error):
            raise damaged(self.path, "den kan ikke leses") from error
        if isinstance(error, Exception) and not isinstance(error, (Fault, ReaderGone)):
            raise damaged(self.path, f"den holder noe uventet ({described(error)})") from error

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database answers. SQL is written in this package alone."""
        return self._database.execute(query, values).fetchall()

    # Names

    def named(self, folded: str) -> list[tuple[str, int, str]]:
        """The occupations that have exactly this folded name: slug, rank (0 title or slug, 1 synonym), as written."""
        return self.rows("SELECT yrke, rang, navn FROM navn WHERE foldet = ? ORDER BY rang, yrke", folded)

    def names_like(self, parts: Sequence[str], most: int = 80) -> list[tuple[str, str, int, str]]:
        """The names that share most of these parts (see words.grams): folded, slug, rank, as written."""
        return self.rows(
            "SELECT n.foldet, n.yrke, n.rang, n.navn FROM"
            f" (SELECT navn, count(*) AS felles FROM navnebit WHERE bit IN ({_marks(parts)}) GROUP BY navn) AS b"
            " CROSS JOIN navn AS n ON n.nr = b.navn"
            " ORDER BY 1.0 * b.felles / (n.biter + ?) DESC, n.foldet, n.yrke LIMIT ?",
            *parts,
            len(parts),
            most,
        )

    def said_with(self, folded: str) -> list[tuple[str, str, str]]:
        """Where a word that begins so is said of an occupation: slug, part, the text; interests first."""
        return self.rows(
            "SELECT o.yrke, o.del, COALESCE(l.tekst, yrke.ingress) FROM ord AS o"
            " LEFT JOIN yrke_liste AS l ON l.yrke = o.yrke AND l.del = o.del AND l.nr = o.nr"
            " JOIN yrke ON yrke.slug = o.yrke"
            " WHERE o.ord >= ? AND o.ord < ? GROUP BY o.yrke, o.del, o.nr"
            " ORDER BY yrke.sortering, o.yrke, o.del, o.nr",
            folded,
            f"{folded}\U0010ffff",
        )

    def groups_above(self, code: str) -> list[UnitGroup]:
        """A group and those that it belongs to, from level 1 down."""
        return [group for end in range(1, len(code) + 1) if (group := self.group(code[:end])) is not None]

    def titles_from(self, folded: str) -> list[str]:
        """The titles that begin so when folded, in Norwegian order."""
        query = (
            "SELECT tittel FROM yrke WHERE slug IN"
            " (SELECT yrke FROM navn WHERE foldet >= ? AND foldet < ? AND rang = 0) ORDER BY sortering, slug"
        )
        return [row[0] for row in self.rows(query, folded, f"{folded}\U0010ffff")]

    def synonyms_from(self, folded: str) -> list[str]:
        """The synonyms that begin so when folded, in the order of their folded letters."""
        query = "SELECT DISTINCT navn FROM navn WHERE foldet >= ? AND foldet < ? AND rang = 1 ORDER BY foldet, navn"
        return [row[0] for row in self.rows(query, folded, f"{folded}\U0010ffff")]

    def names_with(self, folded: str) -> list[tuple[str, str, int, str]]:
        """The names that this, of three letters or more, stands in: folded, slug, rank, as written."""
        return self.rows(
            "SELECT n.foldet, n.yrke, n.rang, n.navn FROM navnebit AS b CROSS JOIN navn AS n ON n.nr = b.navn"
            " WHERE b.bit = ? AND instr(n.foldet, ?) ORDER BY n.foldet, n.yrke",
            folded[:3],
            folded,
        )

    def names(self) -> list[tuple[str, str, int, str]]:
        """Every name: folded, slug, rank, as written."""
        return self.rows("SELECT foldet, yrke, rang, navn FROM navn ORDER BY foldet, yrke")

    def occupations(self, slugs: Iterable[str] | None = None) -> list[Listed]:
        """The occupations in Norwegian order of their titles, or those with these slugs in the order given."""
        if slugs is None:
            return [Listed(*row) for row in self.rows(f"{_LISTED} ORDER BY yrke.sortering, yrke.slug")]
        wanted = list(dict.fromkeys(slugs))
        rows = self.rows(f"{_LISTED} WHERE yrke.slug IN ({_marks(wanted)})", *wanted)
        found = {row[0]: Listed(*row) for row in rows}
        return [found[slug] for slug in wanted if slug in found]

    def with_styrk08(self, prefix: str) -> list[Listed]:
        """The occupations of which any STYRK-08 code begins so, in Norwegian order."""
        return [
            Listed(*row)
            for row in self.rows(
                f"{_LISTED} WHERE yrke.slug IN (SELECT yrke FROM yrke_liste WHERE del = 'styrk08'"
                " AND substr(tekst, 1, ?) = ?) ORDER BY yrke.sortering, yrke.slug",
                len(prefix),
                prefix,
            )
        ]

    def lists(self, part: str, slugs: Sequence[str] | None = None) -> dict[str, list[str]]:
        """One list (interesser, synonymer, kilder …) of every occupation that has it, or of these, by slug."""
        only = "" if slugs is None else f" AND yrke IN ({_marks(slugs)})"
        found: dict[str, list[str]] = {}
        for slug, text in self.rows(
            f"SELECT yrke, tekst FROM yrke_liste WHERE del = ?{only} ORDER BY yrke, nr", part, *(slugs or ())
        ):
            found.setdefault(slug, []).append(text)
        return found

    # Groups

    def group(self, code: str) -> UnitGroup | None:
        """The STYRK-08 group with this code, at any level."""
        rows = self.rows("SELECT styrk08, overordnet, niva, navn, navn_en FROM yrkesgruppe WHERE styrk08 = ?", code)
        return UnitGroup(*rows[0]) if rows else None

    def groups_with(self, folded: str) -> list[UnitGroup]:
        """The unit groups whose folded name contains this."""
        return [
            UnitGroup(*row)
            for row in self.rows(
                "SELECT styrk08, overordnet, niva, navn, navn_en FROM yrkesgruppe"
                " WHERE niva = 4 AND instr(foldet, ?) ORDER BY styrk08",
                folded,
            )
        ]

    def group_named(self, folded: str) -> UnitGroup | None:
        """The unit group (level 4) with this folded name."""
        rows = self.rows(
            "SELECT styrk08, overordnet, niva, navn, navn_en FROM yrkesgruppe WHERE foldet = ? AND niva = 4", folded
        )
        return UnitGroup(*rows[0]) if len(rows) == 1 else None

    # Occupations

    def occupation(self, slug: str) -> Occupation:
        """The whole record of an occupation. The slug must be one that the catalogue has given."""
        row = self.rows(
            "SELECT tittel, profil, ingress, oppdatert, kvalitetssikret, redaktor, lisens, side_kilde"
            " FROM yrke WHERE slug = ?",
            slug,
        )[0]
        title, full, summary, *page = row
        texts: dict[str, list[str]] = {}
        for part, text in self.rows("SELECT del, tekst FROM yrke_liste WHERE yrke = ? ORDER BY del, nr", slug):
            texts.setdefault(part, []).append(text)
        groups = [group for group in map(self.group, texts.get("styrk08", [])) if group is not None]
        return Occupation(
            slug,
            title,
            bool(full),
            summary,
            groups,
            texts,
            self.routes(slug),
            [self._authorisation(name) for name in texts.get("autorisasjon", [])],
            self.occupations(texts.get("beslektede", [])),
            self._same_education(slug),
            [
                Interview(*row)
                for row in self.rows("SELECT navn, tittel, tekst, kilde FROM intervju WHERE yrke = ? ORDER BY nr", slug)
            ],
            PageFacts(*page) if page[-1] is not None else None,
            dict(self.rows("SELECT del, hvorfor FROM yrke_mangler WHERE yrke = ? ORDER BY del", slug)),
        )

    def routes(self, slug: str) -> list[Route]:
        """The ways to an occupation, in the order of the data."""
        routes = []
        for number, name, gives, note in self.rows(
            "SELECT nr, navn, gir, merknad FROM rute WHERE yrke = ? ORDER BY nr", slug
        ):
            steps = self.rows(
                "SELECT type, kode, navn, ar FROM steg WHERE yrke = ? AND rute = ? ORDER BY nr", slug, number
            )
            requirements = self._requirements(slug, number)
            routes.append(Route(name, gives, note, [Step(*step) for step in steps], requirements))
        return routes

    def _requirements(self, slug: str, route: object) -> list[Requirement]:
        rows = self.rows(
            "SELECT k.kode, k.studium, COALESCE(r.tekst, k.krav), COALESCE(r.ar, k.ar), COALESCE(r.kilde, k.kilde),"
            " k.merknad, COALESCE(k.gsk, 0)"
            " FROM rute_krav AS r LEFT JOIN opptakskrav AS k ON k.id = r.krav"
            " WHERE r.yrke = ? AND r.rute = ? ORDER BY r.nr",
            slug,
            route,
        )
        return [Requirement(*row) for row in rows]

    def _authorisation(self, name: str) -> Authorisation:
        return Authorisation(
            *self.rows("SELECT yrke, type, hjemmel, kilde, merknad FROM autorisasjon WHERE yrke = ?", name)[0]
        )

    def _same_education(self, slug: str) -> list[Listed]:
        """The occupations that share an education (a NUS code) with this one, most shared first."""
        # CROSS JOIN: from the few codes of this one to the others, not from all codes to this one.
        rows = self.rows(
            "SELECT andre.yrke FROM yrke_liste AS egne CROSS JOIN yrke_liste AS andre"
            " ON andre.del = 'nus' AND andre.tekst = egne.tekst AND andre.yrke <> egne.yrke"
            " CROSS JOIN yrke ON yrke.slug = andre.yrke"
            " WHERE egne.yrke = ? AND egne.del = 'nus'"
            " GROUP BY andre.yrke ORDER BY count(*) DESC, yrke.sortering",
            slug,
        )
        return self.occupations(row[0] for row in rows)

    # Pay

    def pay(self, query: Query, group: str | None = None, page: str | None = None) -> list[Pay]:
        """The pay rows that answer the query, of all groups or of one unit group and the rows of one page.

        Without `history` and `everything` each group gives its newest year that has the population asked for. In a
        year, full time goes before all working time (unless one is asked for), the total over sectors before single
        sectors, and the long series before the copy of 2017. In a history a group that the long series has is shown
        by the long series alone: the two must not be mixed.
        """
        where, values = _population(query)
        if group is not None or page is not None:
            # The plus signs keep SQLite from the index of populations, where one group's rows are few.
            where = [f"+{condition}" for condition in where] + ["(styrk08 = ? OR side = ?)"]
            values += [group, page]
        condition = " AND ".join(where) or "1"
        if not (query.everything or _is_simple(query)):
            ranked = f"SELECT nr, {_place(query)} AS plass FROM lonn WHERE {condition}"
            condition = f"nr IN (SELECT nr FROM ({ranked}) WHERE plass = 1)"
        rows = self.rows(f"{_PAY} FROM lonn WHERE {condition}{_bounds(query, values)} ORDER BY nr", *values)
        return [Pay(*row) for row in rows]

    def years(self) -> list[int]:
        """The years that there are pay figures for."""
        return [row[0] for row in self.rows("SELECT DISTINCT ar FROM lonn ORDER BY ar")]

    def first_and_last_year(self) -> tuple[int, int] | None:
        """The years that the figures of unit groups begin and end with; None where there are none."""
        first, last = self.rows("SELECT min(ar), max(ar) FROM lonn WHERE styrk08 IS NOT NULL")[0]
        return None if first is None else (first, last)

    def newest_part_time(self) -> int:
        """The newest year with part-time figures."""
        year: int = self.rows("SELECT max(ar) FROM lonn WHERE arbeidstid = 'deltid'")[0][0]
        return year

    def notes(self) -> dict[str, str]:
        """The short codes of `merknad` and what they mean, in the order of the data."""
        if self._notes is None:
            self._notes = dict(self.rows("SELECT kode, forklaring FROM merknad ORDER BY nr"))
        return self._notes

    # Sources

    def sources(self, ids: Sequence[str] | None = None) -> list[Source]:
        """All sources, or those with these ids in the order given."""
        fields = "SELECT id, tittel, utgiver, adresse, lisens, ar, dato, merknad FROM kilde"
        if ids is None:
            return [Source(*row) for row in self.rows(f"{fields} ORDER BY id")]
        found = {row[0]: Source(*row) for row in self.rows(f"{fields} WHERE id IN ({_marks(ids)})", *ids)}
        return [found[one] for one in ids]


def _is_simple(query: Query) -> bool:
    """Whether the rows that answer are those that were marked as newest when the database was made."""
    population = query.sector or query.sex or query.year or query.working_time == "heltid"
    return not (population or query.history or query.everything)


def _population(query: Query) -> tuple[list[str], list[object]]:
    where: list[str] = []
    values: list[object] = []
    sex = query.sex or (None if query.everything else "alle")
    if sex:
        where.append("kjonn = ?")
        values.append(sex)
    if query.working_time:
        where.append("arbeidstid = ?")
        values.append(query.working_time)
    elif not query.everything:
        where.append("arbeidstid IN ('alle', 'heltid')")
    if query.sector:
        where.append("sektorklasse = ?")
        values.append(query.sector)
    if query.year:
        where.append("ar = ?")
        values.append(query.year)
    if _is_simple(query):
        where.append("nyeste")
    return where, values


def _place(query: Query) -> str:
    """Where a row stands among those of its group, in SQL: 1 for the rows that answer the query."""
    if not query.history:
        return f"rank() OVER (PARTITION BY styrk08, yrke ORDER BY ar DESC, {POPULATION_ORDER})"
    own = f"rank() OVER (PARTITION BY styrk08, yrke, ar, kilde = '{LONG_SERIES}' ORDER BY {POPULATION_ORDER})"
    has_long_series = f"max(kilde = '{LONG_SERIES}') OVER (PARTITION BY styrk08, yrke)"
    return f"CASE WHEN {has_long_series} = (kilde = '{LONG_SERIES}') THEN {own} END"


def _bounds(query: Query, values: list[object]) -> str:
    bounds = ""
    for bound, sign in ((query.least, ">="), (query.most, "<=")):
        if bound is not None:
            bounds += f" AND COALESCE(median, gjennomsnitt) {sign} ?"
            values.append(bound)
    return bounds


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def damaged(path: str, what: str) -> DataDamaged:
    return DataDamaged(
        f"Databasen er skadet: {what} ({echoed(path, 300)}).",
        "Rett YRKE_DATABASE, eller ta den bort: da brukes databasen som følger med."
        if os.environ.get("YRKE_DATABASE")
        else "Installer yrke på nytt, slik du gjorde sist.",
    )


def _opened(path: str) -> sqlite3.Connection:
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
