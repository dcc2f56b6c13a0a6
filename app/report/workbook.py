"""The whole mapping as a workbook: values, and live formulas for what is counted and summed.

By roles alone people are counts. With names, two sheets say who, as the people mode of the mapping allows; nowhere is
anything summed up over one person.
"""

from __future__ import annotations

from app.i18n import Translator
from app.mapping.plan import Results
from app.report import xlsx
from app.report.content.phrases import joined
from app.report.sheets import needs, people, roles, work
from app.report.sheets.frame import Frame
from app.report.sheets.summary import Counted, summary
from app.wording.documents import document_name


def render(results: Results, t: Translator, version: str, *, names: bool = False) -> bytes:
    """The results as they may be shown, as XLSX; the same of all of these give the same bytes."""
    frame = Frame(t, results, version, names)
    found = needs.needs(frame)
    counted = Counted(roles.roles(frame, found), found, people.cards(frame), work.measures(frame))
    sheets = [
        summary(frame, counted),
        roles.matrix(frame, found),
        counted.roles,
        found,
        *([people.levels(frame)] if names else []),
        counted.cards,
        work.priorities(frame),
        counted.measures,
        work.offers(frame),
        work.sources(frame),
    ]
    title = joined(document_name(t, "xlsx"), results.mapping.company.name)
    return xlsx.saved(sheets, title, t.language, results.today)
