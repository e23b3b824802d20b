"""A fault in the data: which file, where in it, what is wrong. One line, for whoever writes data."""

from __future__ import annotations


class DataFault(Exception):
    """Raised by the first fault that the build finds; `str()` is `data/yrker/x.yaml: utdanning[0].gir: what`."""

    def __init__(self, file: str, place: str, fault: str) -> None:
        super().__init__(": ".join(_one_line(part) for part in (file, place, fault) if part))


def _one_line(text: str) -> str:
    """What the data holds may be anything: what cannot be printed is written out."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)
