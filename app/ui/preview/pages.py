"""Pages of a paper as pictures, one under another; a sentence where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from app.i18n import Translator
from app.ui.theme import Theme
from app.ui.tokens import COLUMN, L, M
from app.ui.widgets import Button, column, para

PAGE_WIDTH: Final = 760  # pixels of a page at 100 %
LARGEST: Final = 1.3  # of that width: larger text is larger in the window, not on paper
SHARPNESS: Final = 2.0  # pixels drawn for each pixel shown, so that small print stays legible
ONE_AT_A_TIME: Final = Lock()
"""What makes and draws PDFs crashes when two threads use it at once."""


def drawn_width(theme: Theme) -> float:
    """Width in pixels at which pages are drawn."""
    return PAGE_WIDTH * SHARPNESS * min(theme.zoom, LARGEST)


def pages_of(pdf: bytes, width: float) -> tuple[QImage, ...]:
    """Every page as a picture of the given width in pixels."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    images = []
    for page in document:
        bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
        image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        images.append(image.copy())  # the bytes belong to the bitmap, which goes away
        page.close()
    document.close()
    return tuple(images)


class PagesView(QScrollArea):
    """Scrolled by keys as well as by the wheel."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self.setWidgetResizable(True)
        self.setProperty("reads", True)
        self.setAccessibleName(t("Pages"))

    def show_pages(self, images: Sequence[QImage]) -> None:
        page_column = QWidget()
        rows = column(page_column, gap=L)
        for number, image in enumerate(images, 1):
            rows.addWidget(self._page(number, len(images), image), 0, Qt.AlignmentFlag.AlignHCenter)
        self._show(page_column, self._t("Pages"))

    def show_words(self, words: str, way: Button | None = None) -> None:
        """A sentence in place of pages, and the way to where what is missing is done."""
        page = QWidget()
        rows = column(page, (0, L, M, L))
        said = para(self._theme, words, tone="ink")
        said.setMaximumWidth(round(COLUMN * self._theme.zoom))
        rows.addWidget(said)
        if way:
            rows.addSpacing(M)
            rows.addWidget(way)
        rows.addStretch(1)
        self._show(page, words)

    def _show(self, page: QWidget, name: str) -> None:
        self.setWidget(page)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(name)

    def _page(self, number: int, of: int, image: QImage) -> QLabel:
        shown, picture = QLabel(), QPixmap.fromImage(image)
        shown.setFrameShape(QFrame.Shape.Box)
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width() - 2 * shown.frameWidth()
        picture.setDevicePixelRatio(max(SHARPNESS, image.width() / max(1, room)))
        shown.setPixmap(picture)
        shown.setAccessibleName(self._t("Page {n} of {of}", n=number, of=of))
        return shown
