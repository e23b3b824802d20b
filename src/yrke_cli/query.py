"""What a call asks for, and how its answer is to be shown: two records, made once, at the edge."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import dataclass_transform
else:

    def dataclass_transform(**_):
        return lambda record: record


@dataclass_transform(kw_only_default=True)
class Asked:
    """A record of wishes: a field that was not asked for keeps the default of its class. Given by name alone."""

    if not TYPE_CHECKING:

        def __init__(self, **asked):
            for name, value in asked.items():
                if not hasattr(type(self), name):
                    raise AttributeError(name)
                setattr(self, name, value)


class Query(Asked):
    """What is asked of the catalogue. Amounts are NOK a month; `longest` is years; `per` the time that people read pay
    for (måned, år, time)."""

    words: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    working_time: str | None = None
    sector: str | None = None
    sex: str | None = None
    year: int | None = None
    least: int | None = None
    most: int | None = None
    sort: str | None = None
    direction: str | None = None
    top: int | None = None
    per: str = "måned"
    history: bool = False
    everything: bool = False
    interest: str | None = None
    group: str | None = None
    authorised: bool = False
    gives: str | None = None
    longest: float | None = None
    totals: bool = False
    database: bool = False


class Showing(Asked):
    """How the answer leaves the program: `form` None is what the reader usually gets; `svg` and `html` are files."""

    form: str | None = None
    svg: str | None = None
    html: str | None = None
    browse: bool = False
    paged: bool = True
