"""Ink: the one place where what stands on a page is drawn. The same pages, day and version give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.report.charts import figure
from app.report.pdf import figures, fonts, marks
from app.report.pdf.items import Anchor, BandMark, Drawing, Fill, Item, Page, PenBox, Stroke, Words
from app.report.pdf.text import Laid, Piece
from app.report.tokens import LEFT, LINK, PAGE_HEIGHT, PAGE_WIDTH, TONES

PDF_LANGUAGES: Final = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; `day` is ISO, and stands for the moment when the file was made."""

    title: str
    subject: str
    language: str
    day: str
    version: str


def drawn(pages: Iterable[Page], about: About) -> bytes:
    """The pages as a PDF."""
    fonts.register()
    out = BytesIO()
    canvas = _canvas(out, about)
    for page in pages:
        for item in page.items:
            _draw(canvas, item)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _canvas(out: BytesIO, about: About) -> Canvas:
    canvas = Canvas(
        out,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        lang=PDF_LANGUAGES[about.language],
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type] # the stubs take the name of a font for a number
    )
    canvas.setTitle(about.title)
    canvas.setSubject(about.subject)
    canvas.setAuthor("Kartturi")
    canvas.setCreator(f"Kartturi {about.version}")
    made = f"D:{about.day.replace('-', '')}000000Z"
    canvas.setDateFormatter(lambda *_moment: made)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


def _draw(canvas: Canvas, item: Item) -> None:
    match item:
        case Words():
            _words(canvas, item)
        case Stroke():
            _stroke(canvas, item)
        case Fill():
            canvas.setFillColor(HexColor(item.colour))
            canvas.rect(item.x, item.y, item.width, item.height, stroke=0, fill=1)
        case PenBox():
            _pen_box(canvas, item)
        case BandMark():
            marks.draw(canvas, item.band, item.x, item.y)
        case Drawing():
            figures.place(canvas, figure(item.picture, item.width), item.x, item.y)
        case Anchor():
            canvas.bookmarkPage(item.key, fit="XYZ", left=LEFT, top=item.y + 8)
            canvas.addOutlineEntry(item.title, item.key, 0, closed=True)


def _words(canvas: Canvas, item: Words) -> None:
    left = item.x - item.line.width if item.right else item.x
    for piece in item.line.pieces:
        _piece(canvas, piece, item.line, left + piece.x, item.y)


def _piece(canvas: Canvas, piece: Piece, line: Laid, x: float, y: float) -> None:
    run, size = piece.run, line.kind.size
    canvas.setFont(fonts.font(strong=run.strong or line.kind.strong), size)
    canvas.setFillColor(HexColor(LINK if run.link and run.tone == "plain" else TONES[run.tone]))
    canvas.drawString(x, y, piece.text)
    box = (x, y - 0.25 * size, x + piece.width, y + 0.8 * size)
    if run.link.startswith("#"):
        canvas.linkRect("", run.link[1:], box)
    elif run.link:
        canvas.linkURL(run.link, box)


def _stroke(canvas: Canvas, item: Stroke) -> None:
    canvas.setStrokeColor(HexColor(item.colour))
    canvas.setLineWidth(item.weight)
    if item.dashed:
        canvas.setDash(2, 2)
    canvas.line(item.x, item.y, item.to_x, item.to_y)
    canvas.setDash()


def _pen_box(canvas: Canvas, item: PenBox) -> None:
    canvas.setStrokeColor(HexColor(item.colour))
    canvas.setLineWidth(1)
    canvas.rect(item.x, item.y, item.size, item.size, stroke=1, fill=0)
    if item.ticked:
        x, y, unit = item.x, item.y, item.size / 10
        canvas.setLineWidth(1.4)
        canvas.lines(
            [
                (x + 2 * unit, y + 5 * unit, x + 4.2 * unit, y + 2.6 * unit),
                (x + 4.2 * unit, y + 2.6 * unit, x + 8.2 * unit, y + 8 * unit),
            ]
        )
