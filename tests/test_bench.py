"""The measuring measures: every call that is timed works, and none of it judges by the clock."""

import re
import subprocess
import sys

from tests.conftest import ROOT, environment


def test_the_speed_of_every_call_is_measured_and_tabled() -> None:
    done = subprocess.run(
        [sys.executable, "bench/fart.py", "--runder", "1"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    rows = re.findall(r"^\| (.+?) +\| +\d+ \| +\d+\.\d\d \|", done.stdout, re.MULTILINE)
    for call in (
        "vis helsesekretær",
        "lønn --deltid",
        "a name completed",
        "--hjelp",
        "vis helsesekretær on a terminal",
    ):
        assert call in rows
    assert re.search(r"With 10 × the occupations `vis helsesekretær` takes \d", done.stdout)
