"""The plan of the sample company as PDF, against ReportLab setting the same lines on as many pages."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from app.bootstrap import open_desk, system_today
from app.i18n import Translator
from app.paths import DataFolder
from app.services import demo, plans
from benchmarks.measure import medians, seconds


def _pages(pdf: bytes) -> list[list[str]]:
    """The lines of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().splitlines() for page in document]


def _bare(pages: list[list[str]]) -> bytes:
    """The same lines in a typeface that need not be embedded."""
    out = BytesIO()
    canvas = Canvas(out)
    for lines in pages:
        for place, line in enumerate(lines):
            canvas.drawString(40, 800 - 8 * place, line.encode("latin-1", "replace").decode("latin-1"))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def figures() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(DataFolder(Path(folder) / "data"), system_today())
        try:
            mapping = demo.run(desk, Path(folder), Translator("fi"), lambda _line: None)
            pages = _pages(plans.render(desk, mapping, "fi"))  # once unmeasured: libraries and fonts are loaded
            rivals = {
                "ours": lambda: seconds(lambda: plans.render(desk, mapping, "fi")),
                "bare": lambda: seconds(lambda: _bare(pages)),
            }
            median = medians(rivals, rounds=9)
        finally:
            desk.close()
    ours, bare = median["ours"], median["bare"]
    return [f"{len(pages)} pages in {ours:.2f} s (aim ≤ 2), the bare lines {bare:.3f} s, ratio {ours / bare:.0f}"]
