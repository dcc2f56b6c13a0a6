"""What was copied is no reason to crash when the program ends."""

from __future__ import annotations

import os
import subprocess
import sys

COPIED_AND_ENDED = """
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from app.ui.app import hand_over_copied
app, data = QApplication([]), QMimeData()
data.setText("3")
data.setHtml("<b>3</b>")
app.clipboard().setMimeData(data)
del data
hand_over_copied(app)
print(app.clipboard().text())
"""


def test_that_a_program_that_copied_a_table_ends_in_peace_and_leaves_the_text() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", COPIED_AND_ENDED], env=environment, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, "3")
