"""From the start of the bundled program to its first painted window, against a bare bundled PySide6 window.

Nothing is built into the program for this: Qt's platform `minimal` tells of each picture that a window hands over.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Final

from benchmarks.measure import medians

ROOT: Final = Path(__file__).parent.parent
ENDING: Final = ".exe" if os.name == "nt" else ""
OURS: Final = ROOT / "dist" / "kartturi" / f"kartturi{ENDING}"
WORK: Final = ROOT / "build" / "bare"
BARE: Final = WORK / "dist" / "bare" / f"bare{ENDING}"
CODE: Final = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
window = QLabel("Kartturi")
window.resize(1366, 768)
window.show()
app.exec()
"""
TELLING: Final = {"QT_QPA_PLATFORM": "minimal:enable_fonts", "QT_DEBUG_BACKINGSTORE": "1"}
PAINTED: Final = "flush() saving contents"


def _build_bare() -> None:
    """Bundle a window with one word in it, unless that has been done before."""
    if BARE.exists():
        return
    WORK.mkdir(parents=True, exist_ok=True)
    script = WORK / "bare.py"
    script.write_text(CODE, encoding="utf-8")
    places = ["--distpath", str(WORK / "dist"), "--workpath", str(WORK / "work"), "--specpath", str(WORK)]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, str(script)]
    subprocess.run(command, check=True, cwd=WORK)


def _painted_after(program: Path, *arguments: str, folder: str) -> float:
    """Seconds from starting a program until its window has handed over its first picture; then it is ended."""
    command, environment = [str(program), *arguments], {**os.environ, **TELLING}
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        try:
            next(line for line in running.stderr if PAINTED in line)
            return time.perf_counter() - begun
        finally:
            running.kill()


def figures() -> list[str]:
    if not OURS.exists():
        return ["skipped, since nothing is in dist/kartturi: `make bundle` puts it there"]
    _build_bare()
    with tempfile.TemporaryDirectory() as folder:
        runs = count()
        rivals = {
            "bare": lambda: _painted_after(BARE, folder=folder),
            "ours": lambda: _painted_after(OURS, "--data", f"data-{next(runs)}", folder=folder),
        }
        medians(rivals, rounds=1)  # once unmeasured, so that both are in the disk cache
        median = medians(rivals, rounds=9)
    ours, bare = median["ours"], median["bare"]
    return [f"bundled window painted {ours:.2f} s, bare bundled {bare:.2f} s, ratio {ours / bare:.2f} (aim ≤ 1.6)"]
