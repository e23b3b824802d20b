"""What the declarations say of themselves: the JSON Schema for an editor, and the tables in data/README.md.
`python -m yrke_build --beskriv` writes both anew."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from yrke_build.declared import EXPLAINED, FILES, RECORD, SERIES_COLUMNS, SOURCE_KEYS
from yrke_build.kinds import described

SCHEMA = "yrke.schema.json"
MADE = re.compile(r"(<!-- made: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)


def describe(data: Path) -> None:
    """Write the schema, and the made tables of the README, under `data`."""
    (data / SCHEMA).write_text(schema(), encoding="utf-8")
    readme = data / "README.md"
    readme.write_text(with_tables(readme.read_text(encoding="utf-8")), encoding="utf-8")


def schema() -> str:
    """The JSON Schema of data/yrker/*.yaml."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Et yrke", **RECORD.schema}
    return json.dumps(head, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: Any) -> dict[str, Any]:
    return dict(value)


def with_tables(readme: str) -> str:
    """The README with the table of each declared file between its marks."""
    tables = {file.path: described(file.columns) for file in FILES}
    tables |= {"series": described(SERIES_COLUMNS), "kilder.yaml": described(SOURCE_KEYS.keys, "key")}
    tables["forklaringer.yaml"] = described(EXPLAINED.keys, "key")
    return MADE.sub(lambda found: f"{found[1]}{tables[found[2]]}{found[3]}", readme)
