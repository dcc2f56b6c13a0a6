"""Pages of the plan, made and drawn off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from app.errors import UserError
from app.files.writing import write_file
from app.i18n import Translator
from app.languages import LANGUAGE_NAMES, LANGUAGES, Language
from app.services import plans
from app.ui.place import Go, Say
from app.ui.tasks import Job, Runner
from app.ui.theme import Theme
from app.ui.tokens import HEAD, XL, L, M
from app.ui.widgets import Button, ChoiceBox, column, label, line

if TYPE_CHECKING:
    from app.services.desk import Desk

PAGE_WIDTH = 760  # pixels of a page at 100 %
SHARPNESS = 2.0  # pixels drawn for each pixel shown, so that small print stays legible

ONE_AT_A_TIME: Final = Lock()
"""What makes and draws PDFs crashes when two threads use it at once."""


@dataclass(frozen=True, slots=True)
class Made:
    """A plan as a file, and its pages as pictures."""

    pdf: bytes
    pages: tuple[QImage, ...]


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


class PreviewPlace(QWidget):
    """The language is the document's own, whatever the window speaks."""

    dense = True

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, _go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._key, self._say = theme, t, desk, mapping_key, say
        self._runner = Runner(self)
        self.made: Made | None = None
        rows = column(self, (28, XL, 28, L))
        rows.addLayout(self._head())
        rows.addSpacing(M)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setProperty("reads", True)
        self._scroll.setAccessibleName(t("Pages of the plan"))
        rows.addWidget(self._scroll, 1)
        self.setFocusProxy(self._scroll)
        self._make()

    def flush(self) -> None:
        """Nothing is typed here."""

    def _head(self) -> QHBoxLayout:
        t = self._t
        head = line(gap=M)
        head.addWidget(label(self._theme, t("The plan on paper"), HEAD))
        head.addStretch(1)
        words = label(self._theme, t("Language of the document"), tone="ink2")
        self.language = ChoiceBox(self._theme, t("Language of the document"))
        words.setBuddy(self.language)
        for language in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES[language], language)
        stored = self._desk.cases.load(self._key).document_language
        self.language.setCurrentIndex(LANGUAGES.index(stored))
        self.language.activated.connect(lambda _row: self._make())
        self.save = Button(self._theme, t("Save as PDF"), "primary", icon="export")
        self.save.setEnabled(False)
        self.save.clicked.connect(self._choose_file)
        for widget in (words, self.language, self.save):
            head.addWidget(widget)
        return head

    def _chosen(self) -> Language:
        return LANGUAGES[self.language.currentIndex()]

    def _make(self) -> None:
        """Make the plan anew; a choice made meanwhile is made after it."""
        desk, key, language = self._desk, self._key, self._chosen()
        width = PAGE_WIDTH * SHARPNESS * self._theme.zoom

        def work(job: Job) -> Made | None:
            with ONE_AT_A_TIME:
                if job.cancelled():
                    return None
                pdf = plans.render_pdf(desk, key, language)
                return Made(pdf, pages_of(pdf, width))

        job = self._runner.start(work, lambda made: self._show(language, made), self._failed)
        if job:
            self.save.setEnabled(False)
            self.destroyed.connect(job.cancel)
            self._say(self._t("Making the pages …"))

    def _show(self, language: Language, made: Any) -> None:
        if language != self._chosen():
            self._make()
            return
        self.made = made
        page_column = QWidget()
        rows = column(page_column, gap=L)
        for number, image in enumerate(made.pages, 1):
            rows.addWidget(self._page(number, len(made.pages), image), 0, Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setWidget(page_column)
        self.save.setEnabled(True)
        self._say(self._t.n("{n} page", "{n} pages", len(made.pages)))

    def _page(self, number: int, of: int, image: QImage) -> QLabel:
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(max(SHARPNESS, image.width() / self._scroll.viewport().width()))
        shown = QLabel()
        shown.setFrameShape(QFrame.Shape.Box)
        shown.setPixmap(picture)
        shown.setAccessibleName(self._t("Page {n} of {of}", n=number, of=of))
        return shown

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(self._t.explain(error))

    def _choose_file(self) -> None:
        suggested = self._t("development plan") + ".pdf"
        name, _kind = QFileDialog.getSaveFileName(self, self._t("Save as PDF"), suggested, "PDF (*.pdf)")
        if name:
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Save what is shown."""
        if self.made is None:
            return
        try:
            write_file(path, self.made.pdf)
        except UserError as error:
            self._say(self._t.explain(error))
        else:
            self._say(self._t("Saved as {file}", file=path.name))
