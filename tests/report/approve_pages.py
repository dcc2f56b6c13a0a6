"""Approve how pages look now: python -m tests.report.approve_pages, then look at every picture that changed.

Pages are drawn small, so that their pictures show where things stand and in what colour, not how a letter is shaped.
In colour, because red and grey of the plan are equally dark.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from app.i18n import Translator
from app.languages import Language
from app.mapping.plan import results
from app.paths import resource
from app.report import plan, scan_page
from app.services.libraries import packs
from app.services.sample import load_sample
from tests.report.company import TODAY
from tests.report.papers import VERSION
from tests.report.scans import scan

Pixels = NDArray[np.uint8]
"""Rows of red, green and blue, each from 0 to 255."""

WIDTH: Final = 240
_FOLDER: Final = Path(__file__).parent.parent / "files" / "pages"


def _plan(language: Language, today: date) -> bytes:
    mapping = load_sample(resource("sample", "workshop.yaml"), packs(), today, language)
    return plan.render(results(mapping, today), Translator(language), VERSION)


def _scan(language: Language, today: date) -> bytes:
    return scan_page.render(replace(scan(), day=today), Translator(language), VERSION)


PAGES: Final[dict[str, Callable[[date], bytes]]] = {
    "plan-fi": lambda today: _plan("fi", today),
    "plan-sv": lambda today: _plan("sv", today),
    "plan-en": lambda today: _plan("en", today),
    "scan-sv": lambda today: _scan("sv", today),
}
"""Documents whose first page has an approved picture, as of a day."""


def first_page(pdf: bytes) -> Pixels:
    with pypdfium2.PdfDocument(pdf) as read:
        drawn = read[0].render(scale=WIDTH / read[0].get_width(), rev_byteorder=True)
        return np.array(drawn.to_numpy())


def approved(name: str) -> Pixels:
    with Image.open(_FOLDER / f"{name}.png") as picture:
        return np.asarray(picture)


def _approve(name: str, page: Pixels) -> None:
    Image.fromarray(page).save(_FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    for name, printed in PAGES.items():
        _approve(name, first_page(printed(TODAY)))
