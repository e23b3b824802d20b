"""A fault in the data: which file, where in it, what is wrong. One line, for whoever writes data."""


class DataFault(Exception):
    """Raised by the first fault that the build finds; `str()` is `data/yrker/x.yaml: utdanning[0].gir: what`."""

    def __init__(self, file: str, place: str, fault: str) -> None:
        super().__init__(": ".join(part for part in (file, place, fault) if part))
