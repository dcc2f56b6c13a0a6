"""The plan as PDF: of the sample company against the same blocks set by ReportLab's own layout, and of a large one.

Seconds of the processor with fonts and libraries loaded. What was printed before is forgotten each time.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2

from app import __version__
from app.bootstrap import open_desk, system_today
from app.catalogues.model import Directory
from app.i18n import Translator
from app.mapping.model import Assessor
from app.mapping.plan import Results, results
from app.mapping.unit_fit import NO_EXTENTS, Extents
from app.paths import DataFolder
from app.report import plan
from app.report.content.document import document
from app.report.pdf.text import broken
from app.services import demo
from app.services.catalogues import of_directory
from app.services.results import results_of
from app.services.units import extents
from benchmarks.measure import cpu_seconds, medians
from benchmarks.platypus import bare
from benchmarks.workforce import workforce

ROLES, COMPETENCES, PEOPLE = 30, 12, 3
T = Translator("fi")


def _sample() -> tuple[Results, Extents, Directory]:
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(DataFolder(Path(folder) / "data"), system_today())
        try:
            mapping = demo.run(desk, Path(folder), T, lambda _line: None)
            return results_of(desk, mapping), extents(desk, mapping), of_directory(desk).directory
        finally:
            desk.close()


def _ours(found: Results, units: Extents, directory: Directory | None) -> bytes:
    broken.cache_clear()
    return plan.render(found, T, __version__, units, directory)


def _told(name: str, aim: str, found: Results, units: Extents = NO_EXTENTS, directory: Directory | None = None) -> str:
    pdf, blocks = _ours(found, units, directory), document(T, found, units, directory)
    bare(blocks)
    rivals = {
        "ours": lambda: cpu_seconds(lambda: _ours(found, units, directory)),
        "bare": lambda: cpu_seconds(lambda: bare(blocks)),
    }
    median = medians(rivals, rounds=5)
    ours, theirs = median["ours"], median["bare"]
    with pypdfium2.PdfDocument(pdf) as read:
        pages = len(read)
    return (
        f"{name}: {pages} pages, {len(pdf) / 1e6:.2f} MB in {ours:.2f} s ({aim}), "
        f"bare ReportLab {theirs:.2f} s, ratio {ours / theirs:.2f} (aim ≤ 2)"
    )


def figures() -> list[str]:
    many = results(workforce([PEOPLE] * ROLES, COMPETENCES, (Assessor.SUPERVISOR,)), system_today())
    return [
        _told("sample company", "aim ≤ 1.5 s", *_sample()),
        _told(f"{ROLES} roles × {COMPETENCES} competences", "aim ≤ 6 s, ≤ 2 MB", many),
    ]
