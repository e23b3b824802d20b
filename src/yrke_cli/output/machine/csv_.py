"""Comma-separated values (RFC 4180 quoting, LF): the same cells as in TSV."""

from __future__ import annotations

# The csv package is this module and the loading of re: a fifth of a bare Python.
import _csv as csv
import io

from yrke_cli.answers.shapes import Table
from yrke_cli.output.machine import flat


def table(answer: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(answer.keys())
    writer.writerows(map(flat, answer.values()))
    return text.getvalue()
