"""Importing costs what it costs without PySide6, which would read every module once more."""

from __future__ import annotations

import subprocess
import sys

WINDOW_FIRST = """
import app.ui, linecache
from app.services.settings import load
print(any(name.endswith("settings.py") for name in linecache.cache))
"""


def test_that_modules_imported_after_the_window_are_not_read_once_more() -> None:
    out = subprocess.run([sys.executable, "-c", WINDOW_FIRST], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["False"]
