"""The pictures of the README, from real output: `python docs/tegn.py`, with yrke installed. A test holds them fresh."""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "bilder"
# Name of the file → the call that it shows.
PICTURES = {
    "lonn": ["lønn", "kokk", "servitør", "sykepleier", "lege", "--graf"],
    "historikk": ["lønn", "sykepleier", "--historikk", "--graf"],
    "utdanning": ["utdanning", "sykepleier"],
    "sammenlign": ["sammenlign", "sykepleier", "vernepleier"],
    "side": ["vis", "helsesekretær"],
}


def picture(name: str) -> bytes:
    """The picture of this name as `yrke` draws it now."""
    yrke = Path(sys.executable).parent / "yrke"
    return subprocess.run([yrke, *PICTURES[name], "--svg", "-"], stdout=subprocess.PIPE, check=True).stdout


if __name__ == "__main__":
    for name in PICTURES:
        (FOLDER / f"{name}.svg").write_bytes(picture(name))
