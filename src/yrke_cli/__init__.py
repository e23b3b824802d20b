"""yrke: Norwegian careers, looked up in the terminal."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__version__ = "0.1.0"


def late(module: str) -> Any:
    """The module of this name, loaded now. importlib does the same, but loading importlib costs every call."""
    __import__(module)
    return sys.modules[module]
