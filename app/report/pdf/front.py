"""Page 1: composed ever tighter until everything fits, so that it is always one page and nothing is cut off.

What may be cut with "…" at the very last is printed whole further on.
"""

from __future__ import annotations

from typing import Final

from app.i18n import Translator
from app.report.blocks import Document, Fix, Front, Priorities, Priority, Run
from app.report.pdf import marks
from app.report.pdf.flow import ASCENT, FULL
from app.report.pdf.items import Anchor, BandMark, Drawing, Fill, Opening, Page, PenBox
from app.report.pdf.rows import MARK_DROP, MARK_INDENT
from app.report.pdf.sheet import FITS, LABEL, SMALL_GOAL, Sheet
from app.report.pdf.structure import Element
from app.report.pdf.tables import STRONG_BODY
from app.report.pdf.text import height, lay
from app.report.tokens import (
    BODY,
    BOTTOM,
    DISPLAY,
    HAIR,
    HEAD,
    INK,
    LEFT,
    NOTE,
    SUB,
    URGENT,
    URGENT_TINT,
    WIDTH,
    span,
)

BLEED: Final = 12.0
"""How far the panel of the first action stands out on both sides."""
INDENT: Final = 20.0
BESIDE: Final = 96.0
"""Width of what stands at the right of a row: the mark of a band, or a day and a name."""
PEN_LINES: Final = 5


def page(document: Document, t: Translator, places: dict[str, int]) -> Page:
    """Page 1; `places` are the pages where the sections begin."""
    front = document.front
    for fit in FITS:
        sheet = Sheet(t, fit)
        _compose(sheet, front, places)
        if sheet.y >= BOTTOM:
            break
    return Page([Anchor("front", t("In short"), FULL), *sheet.items])


def _compose(sheet: Sheet, front: Front, places: dict[str, int]) -> None:
    _goal(sheet, front)
    _action(sheet, front)
    _to_fix(sheet, front, places)
    _priorities(sheet, front)
    _meeting(sheet, front)


def _goal(sheet: Sheet, front: Front) -> None:
    """The owner's own words as the title of it all; without them, room to write."""
    fit = sheet.fit
    sheet.y -= 2 + 14 * fit.air
    if front.goal:
        lines = sheet.lay(front.goal, fit.goal, WIDTH, fit.goal_lines)
        sheet.y -= sheet.set(lines, LEFT, sheet.y - fit.goal.size * ASCENT)
        sheet.y -= fit.goal.size * 0.25
    else:
        for _line in range(2):
            sheet.y -= DISPLAY.leading
            sheet.pen_line(LEFT, WIDTH, sheet.y)
        sheet.y -= 3
    sheet.y -= 12
    sheet.set(sheet.lay((Run(front.goal_label, "quiet"),), NOTE, WIDTH), LEFT, sheet.y)


def _action(sheet: Sheet, front: Front) -> None:
    """The one coloured surface: one action, one day, one responsible, the next fourteen days."""
    action, fit = front.action, sheet.fit
    top = sheet.y - 8 - 8 * fit.air
    x, width = span(LABEL, 12 - LABEL)
    what = sheet.lay(action.what, SUB if fit.goal != SMALL_GOAL else SMALL_GOAL, width - INDENT)
    detail = sheet.lay(action.detail, BODY, width - INDENT)
    text = max(height(what) + height(detail), 46.0)
    tall = 14 + text + 14 + action.strip.height + 6 + 8 * fit.air
    sheet.items.append(Fill(LEFT - BLEED, top - tall, WIDTH + 2 * BLEED, tall, URGENT_TINT))
    sheet.items.append(Fill(LEFT - BLEED, top - 3, WIDTH + 2 * BLEED, 3, URGENT))
    base = top - 10 - SUB.size * ASCENT
    _day(sheet, action.label, action.day, base)
    sheet.items.append(PenBox(x, base - 1, 11, URGENT))
    used = sheet.set(what, x + INDENT, base)
    sheet.set(detail, x + INDENT, base - used + 2)
    strip = Element("Figure", sheet.within, alternative=action.alternative)
    sheet.items.append(Drawing(action.strip, LEFT, top - tall + 6, WIDTH, strip))
    sheet.y = top - tall


def _day(sheet: Sheet, label: str, day: str, base: float) -> None:
    """The day as large as its words allow."""
    x, width = span(0, LABEL)
    heading = sheet.element("H2")
    sheet.set(sheet.lay((Run(label, "urgent", strong=True),), NOTE, width, 1, heading), x, base)
    run = (Run(day, "urgent"),)
    kind = next((k for k in (DISPLAY, HEAD) if len(lay(run, k, width, sheet.t.language)) == 1), SUB)
    sheet.set(sheet.lay(run, kind, width, 2), x, base - 4 - kind.leading * 0.8)


def _to_fix(sheet: Sheet, front: Front, places: dict[str, int]) -> None:
    """Cards and permits: some by name, the rest by number and page."""
    block, fit = front.to_fix, sheet.fit
    sheet.y -= 12 + 18 * fit.air
    top = sheet.y
    label = sheet.label(block.label, block.note)
    x, width = span(LABEL, 12 - LABEL)
    if not block.fixes:
        sheet.y -= sheet.set(sheet.lay((Run(block.nothing, "quiet"),), BODY, width), x, sheet.y)
    shown = block.fixes if len(block.fixes) <= fit.cards else block.fixes[: fit.cards]
    fixes = sheet.element("L")
    for fix in shown:
        _fix(sheet, fix, x, width, fixes.inner("LI").inner("LBody"))
    if more := len(block.fixes) - len(shown):
        _more(sheet, more, places.get("cards", 1), x + INDENT, width - INDENT)
    sheet.y = min(sheet.y, top - label)


def _fix(sheet: Sheet, fix: Fix, x: float, width: float, of: Element) -> None:
    inner = width - INDENT - BESIDE - 8
    what = sheet.lay(fix.what, STRONG_BODY, inner, of=of.inner("P"))
    note = sheet.lay(fix.note, NOTE, inner, of=of.inner("P"))
    sheet.items.append(PenBox(x, sheet.y - 1, 9, INK))
    used = sheet.set(what, x + INDENT, sheet.y)
    sheet.set(note, x + INDENT, sheet.y - used + 1)
    right = x + width
    if fix.day:
        day = sheet.lay((Run(fix.day, "urgent"),), STRONG_BODY, BESIDE, 1, of.inner("P"))
        beside = sheet.set(day, right, sheet.y, right=True)
        who = sheet.lay((Run(fix.who, "quiet"),), NOTE, BESIDE, 2, of.inner("P"))
        beside += sheet.set(who, right, sheet.y - beside + 1, right=True)
    else:
        sheet.pen_line(right - BESIDE, BESIDE, sheet.y - 2)
        beside = 0.0
    sheet.y -= max(used + height(note), beside) + 2 + 6 * sheet.fit.air


def _more(sheet: Sheet, more: int, place: int, x: float, width: float) -> None:
    words = sheet.t.n("and {n} more on page {page}", "and {n} more on page {page}", more, page=place)
    sheet.y -= sheet.set(sheet.lay((Run(words, "quiet", link="#cards"),), NOTE, width), x, sheet.y)


def _priorities(sheet: Sheet, front: Front) -> None:
    """What was agreed in the agreed order; long titles take the columns of the labels, too."""
    block, fit = front.priorities, sheet.fit
    sheet.y -= 6 * fit.air
    sheet.rule(sheet.y, 1, INK)
    sheet.y -= 18
    label = _heading(sheet, block) if fit.wide else sheet.label(block.label, block.note)
    top, start = sheet.y, 0.0 if fit.wide else LABEL
    x, width = span(start, 12 - start)
    if not block.rows:
        sheet.y -= sheet.set(sheet.lay((Run(block.nothing, "quiet"),), BODY, width), x, sheet.y)
        _pen_lines(sheet, x, width)
    agreed = Element("L", sheet.within, numbered=block.agreed)
    for number, row in enumerate(block.rows, 1):
        if number > 1:
            sheet.rule(sheet.y + 15 + 2 * fit.air, 0.4, HAIR, start)
        _priority(sheet, row, str(number) if block.agreed else "", x, width, agreed.inner("LI"))
    sheet.y = min(sheet.y, top - label)


def _heading(sheet: Sheet, block: Priorities) -> float:
    """The label over the rows instead of beside them, which leaves nothing at the left."""
    half = span(0, 6)[1]
    sheet.set(sheet.lay((Run(block.label),), STRONG_BODY, half, 1, sheet.element("H2")), LEFT, sheet.y)
    sheet.set(sheet.lay((Run(block.note, "quiet"),), NOTE, half, 1), LEFT + WIDTH, sheet.y, right=True)
    sheet.y -= 17
    return 0.0


def _pen_lines(sheet: Sheet, x: float, width: float) -> None:
    """Numbered lines to write on what gets agreed."""
    rows = Element("L", sheet.within, numbered=True)
    for number in range(1, PEN_LINES + 1):
        sheet.y -= 8 + 12 * sheet.fit.air
        row = rows.inner("LI")
        _number(sheet, str(number), x, row)
        sheet.items.append(Opening(row.inner("LBody")))
        sheet.pen_line(x + INDENT, width - INDENT, sheet.y - 2)
    sheet.y -= 16


def _number(sheet: Sheet, number: str, x: float, of: Element) -> None:
    sheet.set(sheet.lay((Run(number, strong=True),), sheet.fit.title, INDENT, of=of.inner("Lbl")), x, sheet.y)


def _priority(sheet: Sheet, row: Priority, number: str, x: float, width: float, of: Element) -> None:
    fit, body = sheet.fit, of.inner("LBody")
    inner = width - INDENT - BESIDE - 8
    title = sheet.lay(row.title, fit.title, inner, of=body.inner("P"))
    note = sheet.lay(row.note, NOTE, inner, of=body.inner("P"))
    if number:
        _number(sheet, number, x, of)
    else:
        sheet.items.append(PenBox(x, sheet.y - 1, 9, INK))
    used = sheet.set(title, x + INDENT, sheet.y)
    sheet.set(note, x + INDENT, sheet.y - used + 2)
    edge = x + width - BESIDE
    if row.urgency.mark:
        sheet.items.append(BandMark(row.urgency.mark, edge, sheet.y - MARK_DROP))
    for line in row.urgency.lines:
        sheet.set(sheet.lay(line, NOTE, BESIDE - MARK_INDENT, of=body.inner("P")), edge + MARK_INDENT, sheet.y)
    sheet.y -= max(used + height(note), marks.HEIGHT) + 4 + 10 * fit.air


def _meeting(sheet: Sheet, front: Front) -> None:
    meeting, fit = front.meeting, sheet.fit
    sheet.y -= 4 * fit.air
    sheet.rule(sheet.y + 8, 1, INK)
    sheet.y -= 12
    label = sheet.label(meeting.label)
    x, width = span(LABEL, 12 - LABEL)
    if meeting.agreed:
        used = sheet.set(sheet.lay((Run(meeting.day),), SUB, width), x, sheet.y)
    else:
        used = sheet.set(sheet.lay((Run(meeting.day, "quiet"),), BODY, width), x, sheet.y) + 10
        sheet.pen_line(x, width, sheet.y - used)
        used += 14
    used += sheet.set(sheet.lay(meeting.note, BODY, width), x, sheet.y - used + 2)
    sheet.y -= max(used, label)
