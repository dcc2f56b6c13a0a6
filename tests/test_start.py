"""The window is there at once: whatever costs start-up time is loaded after the first paint."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CODE = """
import sys
from datetime import date
from pathlib import Path
from app.bootstrap import open_desk
from app.paths import DataFolder
from app.ui.app import show_once

def open_after_paint():
    print(*sys.modules, sep="\\n")
    return open_desk(DataFolder(Path(sys.argv[1])), date(2026, 11, 23))

show_once(open_after_paint, "fi")
"""
LATER = {
    "dataclasses",
    "json",
    "sqlalchemy",
    "alembic",
    "pydantic",
    "yaml",
    "babel",
    "reportlab",
    "matplotlib",
    "numpy",
    "pikepdf",
    "openpyxl",
    "pyxform",
    "xlrd",
}


def test_that_the_window_is_painted_before_what_costs_time_is_loaded(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CODE, str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "PySide6" in loaded
    assert loaded & LATER == set()
    assert (tmp_path / "cases.sqlite").exists()
