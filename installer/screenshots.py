"""Pictures of every place in every language, light and dark, and the pages of the plan, into docs/pictures/.

Made offscreen from the sample company on a fixed day and hour, so that the same program makes the same bytes.
"""

from __future__ import annotations

import io
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.paths import DataFolder
from app.services import companies, demo, options, plans
from app.services.desk import Desk
from app.store.cases import Cases
from app.store.library import Library
from app.ui import stops, tokens
from app.ui.app import application
from app.ui.place import HOME, LIBRARY
from app.ui.preview.place import pages_of
from app.ui.shell import RAIL_MS, Window
from app.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

PICTURES: Final = Path(__file__).parent.parent / "docs" / "pictures"
DAY: Final = date(2026, 11, 23)
HOUR: Final = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SIZE: Final = (1366, 768)
PAGE_WIDTH: Final = 827  # an A4 page at 100 dots an inch
EVERY_PLACE: Final = (HOME, *stops.NAMES, "visit#V1", "visit#V10", "visit#A1", LIBRARY)
SECTIONS: Final = tuple(f"survey#{section}" for section in "ABCDEFGHIJK")
"""Of the visit: every kind of question but the slider."""
LARGE: Final = ("survey#A", "survey#D", "survey#H", "survey#I")
COLOURS: Final = 192
"""Enough for flat surfaces and text; a third of the bytes."""
SERIES: Final = (
    ("light", Theme(tokens.LIGHT), (*EVERY_PLACE, *SECTIONS)),
    ("dark", Theme(tokens.DARK), EVERY_PLACE),
    ("large", Theme(tokens.LIGHT, 2), LARGE),
)
"""How the window looks, and what is pictured so."""


@contextmanager
def sample_desk(folder: Path, language: Language) -> Iterator[tuple[Desk, str]]:
    """Stores with the sample company and its plan, and the key of its mapping."""
    data = DataFolder(folder)
    desk = Desk(data, Cases(data.cases, clock=lambda: HOUR), Library(data.library), DAY)
    key = companies.begin_sample(desk, language)
    mapping = desk.cases.load(key)
    demo.planned(desk, mapping, Translator(language), options.ready_offers(desk, mapping))
    yield desk, key
    QThreadPool.globalInstance().waitForDone()


def settled(app: QApplication) -> None:
    """Let everything that was begun come to its end: work off the thread, layouts, painting."""
    for _ in range(3):
        app.processEvents()
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()


def places(
    app: QApplication, theme: Theme, language: Language, folder: Path, wanted: Sequence[str]
) -> Iterator[tuple[str, QPixmap]]:
    """Places, or parts of them, each with its picture."""
    with sample_desk(folder, language) as (desk, key):
        window = Window(theme, language, lambda: desk)
        window.resize(*SIZE)
        window.show()
        settled(app)
        for place in wanted:
            if place in (HOME, LIBRARY):
                window.go(place)
            else:
                window.open(key, place)
            settled(app)
            QTest.qWait(2 * RAIL_MS)  # the rail follows a moment later
            yield place.replace("#", "-"), window.grab()
        window.close()


def save(image: QImage, path: Path) -> None:
    """Write a picture with few colours, as small as it gets."""
    from PIL import Image

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    picture = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    os.environ.update(QT_QPA_PLATFORM="offscreen", TZ="UTC")
    time.tzset()
    PICTURES.mkdir(parents=True, exist_ok=True)
    for earlier in PICTURES.glob("*.png"):
        earlier.unlink()
    app = application(Theme())
    QApplication.setCursorFlashTime(0)
    for language in LANGUAGES:
        for name, theme, wanted in SERIES:
            application(theme)
            with tempfile.TemporaryDirectory() as folder:
                for place, picture in places(app, theme, language, Path(folder), wanted):
                    save(picture.toImage(), PICTURES / f"{place}-{language}-{name}.png")
        with tempfile.TemporaryDirectory() as folder, sample_desk(Path(folder), language) as (desk, key):
            for number, page in enumerate(pages_of(plans.render_pdf(desk, key, language), PAGE_WIDTH), 1):
                save(page, PICTURES / f"paper-{language}-{number}.png")
            desk.close()
    print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.name}")


if __name__ == "__main__":
    main()
