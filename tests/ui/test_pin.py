"""Why the version of PySide6 is pinned: one that loses references to None ends the program after some painting."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

CALLS = 500


def test_that_calls_of_qt_leave_the_references_to_none_alone(qapp: QApplication) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter, colour = QPainter(image), QColor("white")
    painter.fillRect(image.rect(), colour)
    before = sys.getrefcount(None)
    for _call in range(CALLS):
        painter.fillRect(image.rect(), colour)
    drift = sys.getrefcount(None) - before
    painter.end()
    assert abs(drift) < CALLS // 10
