"""Questions about all occupations at once, for lists and for what is covered."""

from __future__ import annotations

from yrke_cli.catalogue import marks
from yrke_cli.records import OccupationRow, column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from yrke_cli.catalogue import Catalogue

# The parts of a page whose coverage is told, in this order.
COVERED = (
    "styrk08", "lønn", "interesser", "ingress", "om", "oppgaver", "egenskaper", "arbeidssteder",
    "utdanning", "opptak", "videreutdanning", "beslektede", "intervjuer",
)  # fmt: skip


class Overview(OccupationRow):
    """An occupation with what one may choose it by: the newest full-time median of its unit group (NOK a month), the
    newest count of those employed in that, women's share and that of part time in its jobs (of 100), its shortest way
    (years from the end of lower secondary school, 0 where nothing is required); and what its page lacks, of COVERED,
    and the day when it was last read beside its sources. Lists inside a field are separated by ";"."""

    median: int | None = column("median", "Median", kind="kr")
    year: int | None = column("ar", "Lønnstall fra", short="Lønn fra", kind="year")
    employed: int | None = column("sysselsatte", "Sysselsatte", kind="number", hidden=True)
    employed_year: int | None = column("sysselsatte_ar", "Sysselsatte i", kind="year", hidden=True)
    women: int | None = column("kvinneandel", "Kvinner av 100", kind="number", hidden=True)
    part_time: int | None = column("deltidsandel", "Deltid av 100", kind="number", hidden=True)
    shares_year: int | None = column("andel_ar", "Andelene gjelder", kind="year", hidden=True)
    shortest: float | None = column("vei_ar", "Korteste vei fra ungdomsskolen", short="Lengde", kind="years")
    gives: str | None = column("gir", "Utdanningen gir", short="Gir")
    authorisation: str | None = column("autorisasjon", "Autorisasjon", hidden=True)
    demands: str | None = column("krav", "Krav for å jobbe", hidden=True)
    conditions: str | None = column("forhold", "Arbeidsforhold", hidden=True)
    interests: str | None = column("interesser", "Interesser")
    full: int = column("full_profil", "Full profil", short="Full", kind="number", hidden=True)
    source: str = column("kilde", "Kilde", hidden=True)
    lacking: str | None = column("mangler", "Mangler")
    read_on: str | None = column("lest", "Lest mot kildene", short="Lest", hidden=True)


class Overall:
    """What the catalogue knows of all occupations together. Every method may raise what Catalogue's do."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def overview(self) -> list[Overview]:
        """Every occupation, in Norwegian order of their titles."""
        return [
            Overview(*row)
            for row in self.catalogue.rows(
                "SELECT slug, tittel, styrk08, yrkesgruppe, median, ar, sysselsatte, sysselsatte_ar,"
                " kvinneandel, deltidsandel, andel_ar, vei_ar, gir,"
                " autorisasjoner, arbeidskrav,"
                " forhold, interesser,"
                " profil, kilder, mangler, lest FROM yrke_oversikt ORDER BY nr"
            )
        ]

    def outcomes(self) -> dict[str, set[str]]:
        """What a way gives in the words that one may choose by, by what is said of it."""
        found: dict[str, set[str]] = {}
        for gives, value in self.catalogue.rows("SELECT gir, verdi FROM sluttbevis ORDER BY gir, nr"):
            found.setdefault(gives, set()).add(value)
        return found

    def demand_words(self) -> dict[str, set[str]]:
        """What the law may demand, by every word that people use for it: word → ids of what it is."""
        found: dict[str, set[str]] = {}
        for word, one in self.catalogue.rows(
            "SELECT krav, id FROM arbeidskrav UNION ALL SELECT ord, krav FROM arbeidskrav_sokeord"
        ):
            found.setdefault(word, set()).add(one)
        return found

    def demand_names(self) -> list[str]:
        """The names of what the law may demand, each once."""
        return [row[0] for row in self.catalogue.rows("SELECT DISTINCT krav FROM arbeidskrav ORDER BY krav")]

    def with_demands(self, ids: Collection[str]) -> set[str]:
        """The slugs of the occupations with any of these demands."""
        query = f"SELECT DISTINCT yrke FROM yrke_arbeidskrav WHERE krav IN ({marks(ids)})"
        return {row[0] for row in self.catalogue.rows(query, *ids)}

    def newest_employed(self) -> tuple[int, str]:
        """The newest year with a count of those employed, and the id of its source."""
        year, source = self.catalogue.rows("SELECT ar, kilde FROM sysselsatte ORDER BY ar DESC LIMIT 1")[0]
        return year, source

    def newest_shares(self) -> tuple[int, str]:
        """The newest year with shares of employments, and the id of their source."""
        year, source = self.catalogue.rows("SELECT ar, kilde FROM fordeling ORDER BY ar DESC LIMIT 1")[0]
        return year, source

    def head_counts(self) -> tuple[int, dict[str, int]]:
        """The newest year with head-counts in the series that goes first, and the full-time employments of women and
        men in it by unit group. Groups without a published count are not there."""
        rows = self.catalogue.rows("SELECT ar, styrk08, antall FROM heltidsansatte ORDER BY styrk08")
        return max((row[0] for row in rows), default=0), {code: count for _, code, count in rows}
