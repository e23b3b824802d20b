"""The embedded database, read only → records. All SQL for reading stands in this package; what most calls ask, here."""

from __future__ import annotations

# The sqlite3 package is this module and the loading of datetime, which our values never are: a sixth of a plain call.
import _sqlite3 as sqlite3
import os

from yrke_cli.catalogue.pay import pay_rows
from yrke_cli.faults import DataDamaged, Fault, ReaderGone
from yrke_cli.records import (
    Authorisation,
    Condition,
    Demand,
    Employed,
    Explanation,
    Interview,
    Listed,
    Occupation,
    Onward,
    PageFacts,
    Pay,
    PayPlace,
    Requirement,
    Route,
    Shares,
    Source,
    Statement,
    Step,
    UnitGroup,
)
from yrke_cli.words import described, echoed, washed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from types import TracebackType
    from typing import Any

    from yrke_cli.declare import Query

# "yrke" as a number marks the file as ours; the schema's version rises when an older program could not read it.
APPLICATION_ID = 0x79726B65
SCHEMA_VERSION = 8
# The lists of an occupation that are no prose: the table and the column of each.
LISTS = {
    "styrk08": ("yrke_styrk08", "styrk08"),
    "interesser": ("yrke_interesse", "interesse"),
    "nus": ("yrke_nus", "nus"),
    "fag": ("yrke_fag", "programomrade"),
    "andre_navn": ("yrke_navn", "navn"),
    "kilder": ("yrke_kilde", "kilde"),
    "beslektede": ("yrke_beslektet", "beslektet"),
    "autorisasjon": ("yrke_autorisasjon", "autorisasjon"),
}
_EVERY_LIST = " UNION ALL ".join(
    [
        "SELECT del, nr, tekst FROM yrke_tekst WHERE yrke = ?",
        *(f"SELECT '{part}', nr, {column} FROM {table} WHERE yrke = ?" for part, (table, column) in LISTS.items()),
    ]
)
_AUTHORISATION_LISTS = ", ".join(
    f"(SELECT group_concat({part}, ';') FROM"
    f" (SELECT {part} FROM autorisasjon_{part} WHERE autorisasjon = autorisasjon.yrke ORDER BY nr))"
    for part in ("type", "hjemmel", "kilde", "merknad")
)
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
        self._sources: dict[str, Source] = {}

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
        """The occupations that have exactly this folded name: slug, rank, as written.

        The rank is 0 for a title or slug, 1 for another name, 2 for a word that only leads there (see _navn)."""
        return self.rows("SELECT yrke, rang, navn FROM _navn WHERE foldet = ? ORDER BY rang, yrke", folded)

    def names_like(self, parts: Sequence[str], most: int = 80) -> list[tuple[str, str, int, str]]:
        """The names that share most of these parts (see words.grams): folded, slug, rank, as written."""
        return self.rows(
            "SELECT n.foldet, n.yrke, n.rang, n.navn FROM"
            f" (SELECT navn, count(*) AS felles FROM _navnebit WHERE bit IN ({marks(parts)}) GROUP BY navn) AS b"
            " CROSS JOIN _navn AS n ON n.nr = b.navn"
            " ORDER BY 1.0 * b.felles / (n.biter + ?) DESC, n.foldet, n.yrke LIMIT ?",
            *parts,
            len(parts),
            most,
        )

    def said_with(self, folded: str) -> list[tuple[str, str, str]]:
        """Where a word that begins so is said of an occupation: slug, part, the text; interests first."""
        return self.rows(
            "SELECT o.yrke, o.del, COALESCE(t.tekst, i.interesse, yrke.ingress) FROM _ord AS o"
            " LEFT JOIN yrke_tekst AS t ON t.yrke = o.yrke AND t.del = o.del AND t.nr = o.nr"
            " LEFT JOIN yrke_interesse AS i ON o.del = 'interesser' AND i.yrke = o.yrke AND i.nr = o.nr"
            " JOIN yrke ON yrke.slug = o.yrke"
            " WHERE o.ord >= ? AND o.ord < ? GROUP BY o.yrke, o.del, o.nr"
            " ORDER BY yrke._sortering, o.yrke, o.del, o.nr",
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
            " (SELECT yrke FROM _navn WHERE foldet >= ? AND foldet < ? AND rang = 0) ORDER BY _sortering, slug"
        )
        return [row[0] for row in self.rows(query, folded, f"{folded}\U0010ffff")]

    def other_names_from(self, folded: str) -> list[str]:
        """The other names that begin so when folded, in the order of their folded letters."""
        query = "SELECT DISTINCT navn FROM _navn WHERE foldet >= ? AND foldet < ? AND rang = 1 ORDER BY foldet, navn"
        return [row[0] for row in self.rows(query, folded, f"{folded}\U0010ffff")]

    def names_with(self, folded: str) -> list[tuple[str, str, int, str]]:
        """The names that this, of three letters or more, stands in: folded, slug, rank, as written."""
        return self.rows(
            "SELECT n.foldet, n.yrke, n.rang, n.navn FROM _navnebit AS b CROSS JOIN _navn AS n ON n.nr = b.navn"
            " WHERE b.bit = ? AND instr(n.foldet, ?) ORDER BY n.foldet, n.yrke",
            folded[:3],
            folded,
        )

    def names(self) -> list[tuple[str, str, int, str]]:
        """Every name: folded, slug, rank, as written."""
        return self.rows("SELECT foldet, yrke, rang, navn FROM _navn ORDER BY foldet, yrke")

    def occupations(self, slugs: Iterable[str] | None = None) -> list[Listed]:
        """The occupations in Norwegian order of their titles, or those with these slugs in the order given."""
        if slugs is None:
            return [Listed(*row) for row in self.rows(f"{_LISTED} ORDER BY yrke._sortering, yrke.slug")]
        wanted = list(dict.fromkeys(slugs))
        rows = self.rows(f"{_LISTED} WHERE yrke.slug IN ({marks(wanted)})", *wanted)
        found = {row[0]: Listed(*row) for row in rows}
        return [found[slug] for slug in wanted if slug in found]

    def with_styrk08(self, prefix: str) -> list[Listed]:
        """The occupations of which any STYRK-08 code begins so, in Norwegian order."""
        return [
            Listed(*row)
            for row in self.rows(
                f"{_LISTED} WHERE yrke.slug IN (SELECT yrke FROM yrke_styrk08 WHERE substr(styrk08, 1, ?) = ?)"
                " ORDER BY yrke._sortering, yrke.slug",
                len(prefix),
                prefix,
            )
        ]

    def lists(self, part: str, slugs: Sequence[str] | None = None) -> dict[str, list[str]]:
        """One list (interesser, andre_navn, kilder …) of every occupation that has it, or of these, by slug."""
        table, column = LISTS.get(part, ("yrke_tekst", "tekst"))
        which = "1" if part in LISTS else "del = ?"
        only = "" if slugs is None else f" AND yrke IN ({marks(slugs)})"
        found: dict[str, list[str]] = {}
        for slug, text in self.rows(
            f"SELECT yrke, {column} FROM {table} WHERE {which}{only} ORDER BY yrke, nr",
            *(() if part in LISTS else (part,)),
            *(slugs or ()),
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
                " WHERE niva = 4 AND instr(_foldet, ?) ORDER BY styrk08",
                folded,
            )
        ]

    def group_named(self, folded: str) -> UnitGroup | None:
        """The unit group (level 4) with this folded name."""
        rows = self.rows(
            "SELECT styrk08, overordnet, niva, navn, navn_en FROM yrkesgruppe WHERE _foldet = ? AND niva = 4", folded
        )
        return UnitGroup(*rows[0]) if len(rows) == 1 else None

    # Occupations

    def occupation(self, slug: str) -> Occupation:
        """The whole record of an occupation. The slug must be one that the catalogue has given."""
        row = self.rows(
            "SELECT tittel, profil, ingress, om_gruppen, ingen_krav, ingen_krav_gjelder, ingen_krav_kilde,"
            " lest,"
            " oppdatert, kvalitetssikret, redaktor, lisens, kilde"
            " FROM yrke LEFT JOIN yrke_side ON yrke_side.yrke = slug WHERE slug = ?",
            slug,
        )[0]
        title, full, summary, mixed = row[:4]
        nothing, read_on, page = row[4:7], row[7], row[8:]
        texts: dict[str, list[str]] = {}
        for part, _, text in self.rows(_EVERY_LIST, *[slug] * (len(LISTS) + 1)):
            texts.setdefault(part, []).append(text)
        same = self._same_education(slug)
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
            same,
            self._same_vg2(slug, same),
            [
                Interview(*row)
                for row in self.rows("SELECT navn, tittel, tekst, kilde FROM intervju WHERE yrke = ? ORDER BY nr", slug)
            ],
            PageFacts(*page) if page[-1] is not None else None,
            dict(self.rows("SELECT del, hvorfor FROM yrke_mangler WHERE yrke = ? ORDER BY del", slug)),
            mixed,
            self.spans(slug),
            Statement(*nothing) if nothing[0] else None,
            [
                Statement(*row)
                for row in self.rows(
                    "SELECT tekst, gjelder, kilde FROM yrke_videreutdanning WHERE yrke = ? ORDER BY nr", slug
                )
            ],
            self.demands(slug),
            [
                Condition(*row)
                for row in self.rows("SELECT forhold, kilde FROM yrke_forhold WHERE yrke = ? ORDER BY nr", slug)
            ],
            self._onward(slug),
            read_on,
        )

    def spans(self, slug: str) -> dict[str, str]:
        """Of a title that spans several unit groups: what each of them holds of it, by its code."""
        return dict(self.rows("SELECT styrk08, rommer FROM yrke_gruppe WHERE yrke = ? ORDER BY styrk08", slug))

    def demands(self, slug: str) -> list[Demand]:
        """What the law demands before one may work in an occupation, in the order of the data."""
        return [
            Demand(*row)
            for row in self.rows(
                "SELECT id, a.krav, hvem, hva, hjemmel, gjelder, (SELECT group_concat(kilde, ';') FROM"
                " (SELECT kilde FROM arbeidskrav_kilde WHERE krav = a.id ORDER BY nr)), merknad, nar"
                " FROM yrke_arbeidskrav AS eget JOIN arbeidskrav AS a ON id = eget.krav WHERE yrke = ?"
                " ORDER BY eget.nr",
                slug,
            )
        ]

    def _onward(self, slug: str) -> list[Onward]:
        rows = self.rows(
            "SELECT tekst, kilde, (SELECT group_concat(til, ';') FROM (SELECT til FROM yrke_videre_yrke AS t"
            " WHERE t.yrke = v.yrke AND t.videre = v.nr ORDER BY t.nr))"
            " FROM yrke_videre AS v WHERE yrke = ? ORDER BY nr",
            slug,
        )
        return [Onward(text, source, self.occupations(to.split(";") if to else ())) for text, source, to in rows]

    def routes(self, slug: str) -> list[Route]:
        """The ways to an occupation, in the order of the data."""
        routes = []
        for number, name, gives, *note in self.rows(
            "SELECT nr, navn, gir, merknad, merknad_gjelder, merknad_kilde FROM rute WHERE yrke = ? ORDER BY nr", slug
        ):
            steps = self.rows(
                "SELECT type, kode, navn, lengde_ar FROM steg WHERE yrke = ? AND rute = ? ORDER BY nr", slug, number
            )
            requirements = self._requirements(slug, number)
            told = Statement(*note) if note[0] else None
            routes.append(Route(name, gives, told, [Step(*step) for step in steps], requirements))
        return routes

    def _requirements(self, slug: str, route: object) -> list[Requirement]:
        rows = self.rows(
            "SELECT k.kode, k.studium, COALESCE(r.tekst, k.krav), COALESCE(r.gjelder, k.gjelder),"
            " COALESCE(r.kilde, (SELECT group_concat(kilde, ';') FROM"
            " (SELECT kilde FROM opptakskrav_kilde WHERE krav = k.id ORDER BY nr))), k.merknad, COALESCE(k.gsk, 0)"
            " FROM rute_krav AS r LEFT JOIN opptakskrav AS k ON k.id = r.krav"
            " WHERE r.yrke = ? AND r.rute = ? ORDER BY r.nr",
            slug,
            route,
        )
        return [Requirement(*row) for row in rows]

    def _authorisation(self, name: str) -> Authorisation:
        return Authorisation(
            *self.rows(f"SELECT yrke, {_AUTHORISATION_LISTS} FROM autorisasjon WHERE yrke = ?", name)[0]
        )

    def _same_education(self, slug: str) -> list[Listed]:
        """The other occupations with one of its certificates or degrees, in Norwegian order."""
        shared = self._shared(slug, "utdanning", "utdanning")
        return self.occupations(dict.fromkeys(other for other, _ in shared))

    def _same_vg2(self, slug: str, same: list[Listed]) -> dict[str, list[Listed]]:
        """Those that part ways with it after a Vg2, by the name of that, in Norwegian order; not those with the same
        education."""
        shared = self._shared(slug, "vg2", "etter vg2")
        codes = {code for _, code in shared}
        names = dict(self.rows(f"SELECT kode, navn FROM programomrade WHERE kode IN ({marks(codes)})", *codes))
        parted: dict[str, dict[str, None]] = {name: {} for _, name in sorted(names.items())}
        for other, code in shared:
            parted[names[code]][other] = None
        found = {name: [one for one in self.occupations(slugs) if one not in same] for name, slugs in parted.items()}
        return {name: others for name, others in found.items() if others}

    def _shared(self, slug: str, own: str, others: str) -> list[tuple[str, str]]:
        """The other occupations that share an education with this one and what they share, as it stands in _felles, in
        Norwegian order."""
        # CROSS JOIN: from the few keys of this one to the others, not from all keys to these.
        return self.rows(
            "SELECT yrke.slug, egne.nokkel FROM _felles AS egne CROSS JOIN _felles AS andre"
            " ON andre.slag = ? AND andre.nokkel = egne.nokkel AND andre.yrke <> egne.yrke"
            " CROSS JOIN yrke ON yrke.slug = andre.yrke WHERE egne.yrke = ? AND egne.slag = ?"
            " ORDER BY yrke._sortering, yrke.slug, egne.nokkel",
            others,
            slug,
            own,
        )

    # Pay

    def pay(self, query: Query, group: str | None = None, page: str | None = None) -> list[Pay]:
        """The pay rows that answer the query, of all groups or of one unit group and the rows of one page.

        See pay.pay_rows, which has the rules.
        """
        return pay_rows(self, query, group, page)

    def pay_place(self, code: str) -> PayPlace | None:
        """Where the newest full-time median of a unit group stands; None where it has none."""
        rows = self.rows("SELECT lavere, ar, antall_ar, grupper FROM lonnsplass WHERE styrk08 = ?", code)
        return PayPlace(*rows[0]) if rows else None

    def employed(self, code: str) -> Employed | None:
        """The newest count of those employed in a group; None where there is none."""
        rows = self.rows("SELECT antall, ar, kilde FROM sysselsatte WHERE styrk08 = ? ORDER BY ar DESC LIMIT 1", code)
        return Employed(*rows[0]) if rows else None

    def shares(self, code: str) -> Shares | None:
        """Women's share of the employments of a unit group, and that of part time; None where they are not known."""
        rows = self.rows("SELECT kvinner, deltid, ar, kilde FROM fordeling WHERE styrk08 = ?", code)
        return Shares(*rows[0]) if rows else None

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

    def explanations(self) -> list[Explanation]:
        """What is explained once for many occupations, in the order of the data."""
        return [Explanation(*row) for row in self.rows("SELECT emne, tittel, sider FROM forklaring ORDER BY nr")]

    # Sources

    def breaks(self, source: str) -> list[tuple[int, str]]:
        """The breaks in a series: the year that each begins with, and what it means."""
        return self.rows("SELECT ar, forklaring FROM kilde_brudd WHERE kilde = ? ORDER BY ar", source)

    def first_series(self) -> Source:
        """The source of the series of pay figures that goes first."""
        ids = [row[0] for row in self.rows("SELECT id FROM kilde WHERE serie IS NOT NULL ORDER BY serie LIMIT 1")]
        return self.sources(ids)[0]

    def sources(self, ids: Sequence[str] | None = None) -> list[Source]:
        """All sources, or those with these ids in the order given."""
        fields = (
            "SELECT id, tittel, utgiver, adresse, lisens, gjelder, dato, merknad, korttittel, kortnavn, henvisning,"
            " serie FROM kilde"
        )
        if ids is None:
            return [Source(*row) for row in self.rows(f"{fields} ORDER BY id")]
        new = [one for one in ids if one not in self._sources]
        if new:
            read = self.rows(f"{fields} WHERE id IN ({marks(new)})", *new)
            self._sources |= {row[0]: Source(*row) for row in read}
        return [self._sources[one] for one in ids]


def marks(values: Collection[object]) -> str:
    """A placeholder in SQL for each of the values."""
    return ", ".join("?" * len(values))


# Opening the database: ours, of this version, and whole.


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
