"""The programme areas of upper secondary education: their names, what follows what, and where they lead."""

from __future__ import annotations

from yrke_cli.catalogue import marks
from yrke_cli.records import Listed, Pathway

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

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

    def names(self, codes: Collection[str] | None = None) -> dict[str, str]:
        """The bokmål name of every programme area, or of these, by code."""
        if codes is None:
            return dict(self.catalogue.rows("SELECT kode, navn FROM programomrade ORDER BY kode"))
        return dict(self.catalogue.rows(f"SELECT kode, navn FROM programomrade WHERE kode IN ({marks(codes)})", *codes))

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

    def sources(self, codes: Collection[str]) -> dict[str, list[str]]:
        """The sources of these programme areas, of the transitions to them and of what they give, by code."""
        found: dict[str, list[str]] = {}
        among = f"IN ({marks(codes)})"
        for code, source in self.catalogue.rows(
            f"SELECT kode, kilde FROM programomrade WHERE kode {among}"
            f" UNION SELECT til, kilde FROM overgang WHERE til {among}"
            f" UNION SELECT programomrade, kilde FROM sluttkompetanse WHERE programomrade {among} ORDER BY 1, 2",
            *codes,
            *codes,
            *codes,
        ):
            found.setdefault(code, []).append(source)
        return found

    def occupations(self, codes: Collection[str]) -> dict[str, list[Listed]]:
        """The occupations that the certificates of these programme areas give, by code."""
        found: dict[str, list[Listed]] = {}
        for code, *listed in self.catalogue.rows(
            "SELECT l.programomrade, yrke.slug, yrke.tittel, yrke.styrk08, gruppe.navn, yrke.profil FROM yrke_fag AS l"
            " JOIN yrke ON yrke.slug = l.yrke LEFT JOIN yrkesgruppe AS gruppe ON gruppe.styrk08 = yrke.styrk08"
            f" WHERE l.programomrade IN ({marks(codes)}) ORDER BY l.programomrade, yrke._sortering",
            *codes,
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
