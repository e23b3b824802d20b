"""The build hook: data/ becomes the database in the package, and the help its manual page, for wheels and editable
installs alike."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DatabaseHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from yrke_build import BadData, build
            from yrke_cli.way_in.manual import page

            build(root / "data", root / "src" / "yrke_cli" / "yrke.sqlite3")
            manual = root / "src" / "yrke_cli" / "yrke.1"
            manual.write_text(page(), encoding="utf-8")
            # Where man looks beside the folder of a program.
            build_data["shared_data"] = {str(manual): "share/man/man1/yrke.1"}
        except BadData as faults:
            # Its lines say it all; hatchling would show a traceback for anything but an exit.
            sys.exit(str(faults))
        finally:
            sys.path.pop(0)
