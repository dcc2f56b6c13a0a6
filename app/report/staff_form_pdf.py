"""The form on paper: A4, one person's pages only, large boxes for a pen. A competence is never parted by a page."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator
from app.report.blocks import Line, Run
from app.report.pdf import canvas, fonts
from app.report.pdf.document import head_items
from app.report.pdf.flow import ASCENT, Flow
from app.report.pdf.items import Item, Page, PenBox
from app.report.pdf.structure import Element
from app.report.pdf.text import Laid, height, lay, lines_of, shortened
from app.report.staff_form import Choice, Form, Question
from app.report.tokens import BODY, HEAD, INK, LEAD, LEFT, NOTE, WIDTH, Type, span
from app.wording import staff as words

_BOX: Final = 17.0
_INDENT: Final = _BOX + 11
_BETWEEN: Final = 7.0
"""Air between two answers."""
_APART: Final = 14.0
"""Air round the line between two competences."""
_NAME: Final = Type(LEAD.size, LEAD.leading, strong=True)
_CHOICE: Final = Type(BODY.size, BODY.leading, strong=True)
_MOST_LINES: Final = 4
"""Of one text: names and descriptions may be anybody's, and a competence must fit on a page."""

Answer = tuple[Laid, ...]


def pdf(form: Form, version: str) -> bytes:
    """The form as PDF; the same form and version give the same bytes."""
    title = f"{form.title}: {form.whose}"
    about = canvas.About(title, form.title, form.voice.language, form.day.isoformat(), version)
    return canvas.drawn(laid_out(form), about)


def laid_out(form: Form) -> list[Page]:
    """All pages."""
    fonts.register()
    flow = Flow(Translator(form.voice.language))
    _place_head(flow, form)
    for question in form.questions:
        _place(flow, form, question)
    for number, page in enumerate(flow.pages, 1):
        page.items[:0] = _running_head(flow.t, form, number, len(flow.pages))
    return flow.pages


def _running_head(t: Translator, form: Form, number: int, count: int) -> list[Item]:
    left = (Run(form.title, strong=True), Run(f" · {form.whose}", "quiet"))
    where = t("Page {page} of {count}", page=number, count=count)
    right = (Run(f"{t.day(form.day)} · {where}", "quiet"),)
    lines = shortened(left, NOTE, span(0, 8.5)[1], t.language, 1)
    return head_items(lines, lay(right, NOTE, WIDTH, t.language), first=number == 1)


def _place_head(flow: Flow, form: Form) -> None:
    """What is asked, how to answer and who sees it."""
    flow.text((Run(form.asked),), HEAD, tag="H2")
    flow.y -= 6
    for text in (words.how_on_paper(flow.t, plain=form.voice.plain), form.privacy):
        flow.text((Run(text),), BODY)
    flow.y -= _APART


def _place(flow: Flow, form: Form, question: Question) -> None:
    heads = [
        *lines_of(Element("H3"), _lines(flow, question.name, _NAME, WIDTH)),
        *lines_of(Element("P"), _lines(flow, question.description, BODY, WIDTH)),
    ]
    choices = Element("L")
    answers = [_answer(flow, choice, question, choices, plain=form.voice.plain) for choice in form.choices]
    tall = height(heads) + sum(_tall(answer) + _BETWEEN for answer in answers) + 2 * _APART
    if flow.room < tall:
        flow.turn()
    flow.rule(flow.y)
    flow.y -= _APART
    flow.set(heads, LEFT, flow.y - _NAME.size * ASCENT)
    flow.y -= height(heads) + _BETWEEN
    for answer in answers:
        _place_answer(flow, answer)
    flow.y -= _APART - _BETWEEN


def _answer(flow: Flow, choice: Choice, question: Question, within: Element, *, plain: bool) -> Answer:
    """The words beside a box: the answer, and what it looks like at work. Plain words are set larger."""
    anchor: Line = question.anchors[int(choice.sign)] if choice.is_level else ()
    width, kind = WIDTH - _INDENT, _NAME if plain else _CHOICE
    body = within.inner("LI").inner("LBody")
    return (
        *lines_of(body.inner("P"), _lines(flow, (Run(choice.label),), kind, width)),
        *lines_of(body.inner("P"), _lines(flow, anchor, BODY, width)),
    )


def _lines(flow: Flow, line: Line, kind: Type, width: float) -> list[Laid]:
    return shortened(line, kind, width, flow.language, _MOST_LINES)


def _tall(answer: Answer) -> float:
    return max(height(answer), _BOX)


def _place_answer(flow: Flow, answer: Answer) -> None:
    """A box with its words; a single line of them stands at the middle of the box."""
    flow.add(PenBox(LEFT, flow.y - _BOX, _BOX, INK))
    drop = (_BOX - height(answer)) / 2 if height(answer) < _BOX else 0.0
    flow.set(answer, LEFT + _INDENT, flow.y - drop - answer[0].kind.size * ASCENT)
    flow.y -= _tall(answer) + _BETWEEN
