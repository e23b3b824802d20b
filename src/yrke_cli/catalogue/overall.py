"""Questions about all occupations at once, for lists and for what is covered."""

from __future__ import annotations

from yrke_cli.records import Route, Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue


class Overall:
    """What the catalogue knows of all occupations together. Every method may raise what Catalogue's do."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def routes_by_occupation(self) -> dict[str, list[Route]]:
        """The routes of every occupation with their steps, without their requirements, by slug."""
        found: dict[str, list[Route]] = {}
        for slug, name, gives, note in self.catalogue.rows(
            "SELECT yrke, navn, gir, merknad FROM rute ORDER BY yrke, nr"
        ):
            found.setdefault(slug, []).append(Route(name, gives, note, [], []))
        for slug, route, *step in self.catalogue.rows(
            "SELECT yrke, rute, type, kode, navn, lengde_ar FROM steg ORDER BY yrke, rute, nr"
        ):
            found[slug][route].steps.append(Step(*step))
        return found

    def outcomes(self) -> dict[str, set[str]]:
        """What a way gives in the words that one may choose by, by what is said of it."""
        found: dict[str, set[str]] = {}
        for gives, value in self.catalogue.rows("SELECT gir, verdi FROM sluttbevis ORDER BY gir, nr"):
            found.setdefault(gives, set()).add(value)
        return found

    def with_routes(self) -> set[str]:
        """The slugs of the occupations that have a way of education."""
        return {row[0] for row in self.catalogue.rows("SELECT DISTINCT yrke FROM rute ORDER BY yrke")}

    def with_requirements(self) -> set[str]:
        """The slugs of the occupations that have an admission requirement."""
        return {row[0] for row in self.catalogue.rows("SELECT DISTINCT yrke FROM rute_krav ORDER BY yrke")}

    def with_interviews(self) -> set[str]:
        """The slugs of the occupations that have an interview."""
        return {row[0] for row in self.catalogue.rows("SELECT DISTINCT yrke FROM intervju ORDER BY yrke")}

    def with_printed_pay(self) -> set[str]:
        """The slugs of the occupations whose own page prints pay."""
        return {row[0] for row in self.catalogue.rows("SELECT DISTINCT side FROM lonn WHERE side IS NOT NULL")}

    def summaries(self) -> dict[str, str]:
        """The lead of every occupation that has one, by slug."""
        return dict(self.catalogue.rows("SELECT slug, ingress FROM yrke WHERE ingress IS NOT NULL ORDER BY slug"))

    def head_counts(self) -> tuple[int, dict[str, int]]:
        """The newest year with head-counts in the series that goes first, and the full-time employments of women and
        men in it by unit group. Groups without a published count are not there."""
        rows = self.catalogue.rows(
            "SELECT ar, styrk08, sum(antall) FROM lonn WHERE _serie = (SELECT min(serie) FROM kilde)"
            " AND arbeidstid = 'heltid' AND antall IS NOT NULL AND kjonn IN ('kvinner', 'menn') AND sektor = 'alle'"
            " GROUP BY ar, styrk08 ORDER BY ar, styrk08"
        )
        newest = max((row[0] for row in rows), default=0)
        return newest, {code: count for year, code, count in rows if year == newest}
