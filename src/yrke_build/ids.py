"""What has been read so far and others may refer to, by id."""

from __future__ import annotations


class Ids:
    """The ids of occupations (known from the start, by the names of their files), sources, notes, groups, programme
    areas and more, each with what others must know of it."""

    def __init__(self, slugs: set[str]) -> None:
        self.slugs = slugs
        self.source_years: dict[str, int | None] = {}
        # The series of pay figures, which goes first, and below how many people a figure is to be read with caution.
        self.series: dict[str, int] = {}
        self.cautions: dict[str, int] = {}
        self.notes: set[str] = set()
        self.groups: dict[str, str] = {}
        self.unit_groups: dict[str, str] = {}
        self.programmes: dict[str, str] = {}
        self.transitions: set[tuple[str, str]] = set()
        self.competences: dict[str, tuple[str | None, float | None, str | None]] = {}
        self.requirements: set[str] = set()
        self.authorisations: set[str] = set()
        self.outcomes: set[str] = set()
        self.demands: set[str] = set()
        # Older slugs, and the page that each leads to.
        self.earlier: dict[str, str] = {}
        # The unit groups that an official job title is counted in, by its folded name.
        self.job_titles: dict[str, set[str]] = {}
