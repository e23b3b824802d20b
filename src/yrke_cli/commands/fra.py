"""`yrke fra`: where a programme leads, through Vg2 and Vg3 or apprenticeship to occupations."""

from __future__ import annotations

from yrke_cli.answers.education import area_name, in_short
from yrke_cli.answers.occupations import spaced
from yrke_cli.answers.shapes import Node, Table
from yrke_cli.catalogue.programmes import Programmes
from yrke_cli.declare import TABLE_FORMS, Command, options
from yrke_cli.names.programmes import programme_named
from yrke_cli.records import APPRENTICED, Pathway, Record, column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.catalogue import Catalogue
    from yrke_cli.declare import Query

GENERAL = "Generell studiekompetanse"


class Row(Record):
    """A way from a programme area: the codes on it, what it ends in, and the occupations that this gives."""

    codes: str = column("koder", "Koder", hidden=True)
    way: str = column("sti", "Vei")
    competence: str | None = column("kompetanse", "Gir")
    occupations: str | None = column("yrker", "Yrker")
    source: str = column("kilde", "Kilde", hidden=True)


def answer(catalogue: Catalogue, query: Query) -> Table:
    start = programme_named(catalogue, query.words)
    return _Leading(catalogue, start).table(start)


class _Leading:
    """The programme areas that lie ahead of one, and where they lead, read once for one answer."""

    def __init__(self, catalogue: Catalogue, start: str) -> None:
        self.catalogue = catalogue
        self.programmes = Programmes(catalogue)
        self.after = self.programmes.transitions()
        self.competences = self.programmes.competences()
        ahead = self._ahead(start)
        self.names = self.programmes.names(ahead)
        self.occupations = self.programmes.occupations(ahead)
        self.sources = self.programmes.sources(ahead)

    def _ahead(self, start: str) -> list[str]:
        """The area and all that can be reached from it."""
        reached = {start: None}
        waiting = [start]
        while waiting:
            new = [code for code in self.after.get(waiting.pop(), []) if code not in reached]
            reached |= dict.fromkeys(new)
            waiting += new
        return [*reached]

    def table(self, start: str) -> Table:
        paths = self._paths((start,))
        hints = []
        if self.competences.get(start, (None, None))[0] == GENERAL:
            studies = self.programmes.from_general_studies()
            name = self._name(start)
            paths += [Pathway((start,), (name, *path.names), path.competence, path.occupations) for path in studies]
            hints.append("Yrker der kildene ikke nevner noe studium, er ikke med her.")
        elif any(path.competence == GENERAL for path in paths):
            hints.append("Hva generell studiekompetanse leder til: yrke fra studiespesialisering")
        slugs = {listed.slug for path in paths for listed in path.occupations}
        records = self.catalogue.lists("kilder", sorted(slugs))
        return Table(
            Row.columns,
            [_row(path, self._sources(path, records)) for path in paths],
            title=f"Veier fra {self._name(start)}",
            shown=lambda row: {"yrker": spaced(row.occupations)},
            tree=[self._tree(start, paths)],
            sources=self.catalogue.sources,
            hints=hints,
        )

    def _paths(self, codes: tuple[str, ...]) -> list[Pathway]:
        """Every way from the last of these codes to where nothing follows; a competence on the way ends one too."""
        last = codes[-1]
        competence = self.competences.get(last, (None, None))[0]
        found = []
        if competence or last not in self.after or last in self.occupations:
            names = tuple(map(self._name, codes))
            found.append(Pathway(codes, names, competence, self.occupations.get(last, [])))
        for code in self.after.get(last, []):
            found += self._paths((*codes, code))
        return found

    def _name(self, code: str) -> str:
        competence = self.competences.get(code, (None, None))[0]
        if competence == GENERAL and code[5] == "1":
            # The row stands for the whole study-preparatory programme, Vg1 to Vg3.
            return self.names[code]
        return area_name(code, self.names[code], apprenticed=competence in APPRENTICED)

    def _sources(self, path: Pathway, records: dict[str, list[str]]) -> str:
        """What the path rests on: its areas, its competence, and the occupations that it names."""
        own = [source for code in path.codes for source in self.sources.get(code, [])]
        of_occupations = [source for listed in path.occupations for source in records[listed.slug]]
        return ";".join(dict.fromkeys([*own, *of_occupations]))

    def _tree(self, start: str, paths: list[Pathway]) -> Node:
        root = Node(self._name(start), self._gives(start), [], "")
        for path in paths:
            branch = root
            for name, code in zip(path.names[1:], [*path.codes[1:], *[""] * len(path.names)], strict=False):
                branch = _branch(branch, name, self._gives(code) if code else in_short(None, path.competence))
            branch.branches.extend(Node(f"→ {listed.title}", "", [], "") for listed in path.occupations)
        return root

    def _gives(self, code: str) -> str:
        competence, length = self.competences.get(code, (None, None))
        if length is None and competence is None and code in self.after:
            # A year at school that another follows.
            length = 1
        return in_short(length, competence)


def _branch(root: Node, label: str, aside: str) -> Node:
    for branch in root.branches:
        if branch.label == label:
            return branch
    branch = Node(label, aside, [], "")
    root.branches.append(branch)
    return branch


def _row(path: Pathway, sources: str) -> Row:
    occupations = ";".join(listed.title for listed in path.occupations)
    return Row(";".join(path.codes), " → ".join(path.names), path.competence, occupations or None, sources)


COMMAND = Command(
    "fra",
    "Hva et utdanningsprogram i videregående leder til.",
    about="Skriv navnet på programmet eller programområdet, på bokmål, nynorsk eller engelsk, eller Grep-koden.",
    answer=answer,
    forms=TABLE_FORMS,
    words="PROGRAM…",
    least=1,
    needs="navnet på et utdanningsprogram",
    complete="programmes",
    options=(options.chooser(Row.columns),),
    examples=("yrke fra helse- og oppvekstfag", "yrke fra studiespesialisering", "yrke fra naturbruk --csv"),
)
