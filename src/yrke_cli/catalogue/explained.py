"""What holds for many occupations and is told once."""

from __future__ import annotations

from yrke_cli.records import Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue


class Explained:
    """What is told of a topic, and the words for it. Every method may raise what Catalogue's do."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def paragraphs(self, topic: str) -> list[Statement]:
        """What is said of a topic that the catalogue has given."""
        query = (
            "SELECT tekst, gjelder, (SELECT group_concat(kilde, ';') FROM (SELECT kilde FROM forklaring_kilde AS k"
            " WHERE k.emne = a.emne AND k.avsnitt = a.nr ORDER BY k.nr)) FROM forklaring_avsnitt AS a"
            " WHERE emne = ? ORDER BY nr"
        )
        return [Statement(*row) for row in self.catalogue.rows(query, topic)]

    def words(self) -> dict[str, str]:
        """Every word that a topic may be asked for by, and the topic; topics and titles first."""
        return dict(
            self.catalogue.rows(
                "SELECT ord, emne FROM (SELECT emne AS ord, emne, 0 AS plass, nr FROM forklaring"
                " UNION ALL SELECT tittel, emne, 1, nr FROM forklaring"
                " UNION ALL SELECT ord, emne, 2, nr FROM forklaring_sokeord) ORDER BY plass, nr, ord"
            )
        )
