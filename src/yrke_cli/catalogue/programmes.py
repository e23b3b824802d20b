"""The programme areas of upper secondary education: their names, what follows what, and where they lead."""

from __future__ import annotations

from yrke_cli.records import Listed, Pathway

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue


class Programmes:
    """What the catalogue knows of programme areas. Every method may raise what Catalogue's do."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def named(self, folded: str) -> list[str]:
        """The codes of the programme areas with this folded name or code, those in use first."""
        rows = self.catalogue.rows(
            "SELECT p.kode, p._i_bruk FROM _programnavn AS n JOIN programomrade AS p ON p.kode = n.kode"
            " WHERE n.foldet = ? ORDER BY p._i_bruk DESC, p.kode",
            folded,
        )
        return [row[0] for row in rows]

    def names(self) -> dict[str, str]:
        """The bokmål name of every programme area, by code."""
        return dict(self.catalogue.rows("SELECT kode, navn FROM programomrade ORDER BY kode"))

    def in_use(self) -> set[str]:
        """The codes that stand in a transition or have a final competence."""
        rows = self.catalogue.rows(
            "SELECT kode FROM programomrade WHERE _i_bruk = 1"
            " UNION SELECT programomrade FROM sluttkompetanse ORDER BY 1"
        )
        return {row[0] for row in rows}

    def transitions(self) -> dict[str, list[str]]:
        """The programme areas that may follow, by the one that they follow."""
        found: dict[str, list[str]] = {}
        for start, end in self.catalogue.rows("SELECT fra, til FROM overgang ORDER BY fra, til"):
            found.setdefault(start, []).append(end)
        return found

    def competences(self) -> dict[str, tuple[str | None, float | None]]:
        """What a programme area gives as the last one, and the length of that step in years, by code."""
        rows = self.catalogue.rows(
            "SELECT programomrade, kompetanse, lengde_ar FROM sluttkompetanse ORDER BY programomrade"
        )
        return {code: (competence, years) for code, competence, years in rows}

    def sources(self) -> dict[str, list[str]]:
        """The sources of a programme area, of the transitions to it and of what it gives, by code."""
        found: dict[str, list[str]] = {}
        for code, source in self.catalogue.rows(
            "SELECT kode, kilde FROM programomrade UNION SELECT til, kilde FROM overgang"
            " UNION SELECT programomrade, kilde FROM sluttkompetanse ORDER BY 1, 2"
        ):
            found.setdefault(code, []).append(source)
        return found

    def occupations(self) -> dict[str, list[Listed]]:
        """The occupations that a programme area's certificate gives, by code."""
        found: dict[str, list[Listed]] = {}
        for code, *listed in self.catalogue.rows(
            "SELECT l.programomrade, yrke.slug, yrke.tittel, yrke.styrk08, gruppe.navn, yrke.profil FROM yrke_fag AS l"
            " JOIN yrke ON yrke.slug = l.yrke LEFT JOIN yrkesgruppe AS gruppe ON gruppe.styrk08 = yrke.styrk08"
            " ORDER BY l.programomrade, yrke._sortering"
        ):
            found.setdefault(code, []).append(Listed(*listed))
        return found

    def from_general_studies(self) -> list[Pathway]:
        """The routes that begin with a study and ask for generell studiekompetanse, one path each."""
        paths = []
        for listed in self.catalogue.occupations():
            for route in self.catalogue.routes(listed.slug) if listed.full else []:
                studies = [step.name for step in route.steps if step.kind == "grad"]
                if route.steps[0].kind == "grad" and any(need.general for need in route.requirements):
                    paths.append(Pathway((), tuple(studies), route.gives, [listed]))
        return paths
