"""From the start of the process to the first painted window, against a bare PySide6 window."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import compiling_into, medians

ROOT = Path(__file__).parent.parent
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time(), flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window("Kartturi")
window.resize(1366, 768)
window.show()
app.exec()
"""
OURS = """
import sys
from pathlib import Path
from app.bootstrap import first_paint
from app.paths import DataFolder
print(first_paint(DataFolder(Path(sys.argv[1])), "fi"), flush=True)
"""


def _painted_after(folder: str, code: str, *arguments: str) -> float:
    """Seconds from starting the process until it says that it has painted."""
    environment = compiling_into(folder) | {"QT_QPA_PLATFORM": "offscreen"}
    begun = time.time()
    out = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return float(out.split()[-1]) - begun


def figures() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        rivals: dict[str, Callable[[], float]] = {
            "bare": lambda: _painted_after(folder, BARE),
            "ours": lambda: _painted_after(folder, OURS, folder),
        }
        for run in rivals.values():  # once unmeasured, so that both are compiled and in the disk cache
            run()
        median = medians(rivals, rounds=9)
    ratio = median["ours"] / median["bare"]
    return [
        f"window painted {median['ours']:.2f} s, bare PySide6 {median['bare']:.2f} s, ratio {ratio:.2f} (aim ≤ 1.6)"
    ]
