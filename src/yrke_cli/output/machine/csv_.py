"""Comma-separated values (RFC 4180 quoting, LF): the same cells as in TSV."""

from __future__ import annotations

import csv
import io

from yrke_cli.output.cells import flat
from yrke_cli.records import Table


def table(answer: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(answer.keys())
    writer.writerows(map(flat, answer.rows))
    return text.getvalue()
