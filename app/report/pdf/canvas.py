"""Ink: the one place where what stands on a page is drawn. The same pages, day and version give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.report.charts import figure
from app.report.pdf import figures, fonts, marks
from app.report.pdf.archive import PDF_LANGUAGES, About, Attachment, archived
from app.report.pdf.items import Anchor, BandMark, Drawing, Fill, Item, Opening, Page, PenBox, Stroke, Words
from app.report.pdf.tagging import Tagger
from app.report.pdf.text import Laid, Piece
from app.report.tokens import LEFT, LINK, PAGE_HEIGHT, PAGE_WIDTH, TONES

__all__ = ["About", "Attachment", "drawn"]


def drawn(pages: Iterable[Page], about: About, attachment: Attachment | None = None) -> bytes:
    """The pages as a tagged PDF that is good to keep, with what is attached to it."""
    fonts.register()
    out = BytesIO()
    tagger = Tagger(_canvas(out, about), about.language)
    for page in pages:
        tagger.begin_page()
        for item in page.items:
            _draw(tagger, item)
        tagger.end_page()
    tagger.canvas.save()
    return archived(out, about, tagger, attachment)


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


def _draw(tagger: Tagger, item: Item) -> None:
    canvas = tagger.canvas
    match item:
        case Words():
            _words(tagger, item)
        case Drawing():
            _drawing(tagger, item)
        case Opening():
            tagger.node(item.of)
        case Anchor():
            canvas.bookmarkPage(item.key, fit="XYZ", left=LEFT, top=item.y + 8)
            canvas.addOutlineEntry(item.title, item.key, 0, closed=True)
        case _:
            tagger.enter(None)
            _decorate(canvas, item)


def _decorate(canvas: Canvas, item: Stroke | Fill | PenBox | BandMark) -> None:
    match item:
        case Stroke():
            _stroke(canvas, item)
        case Fill():
            canvas.setFillColor(HexColor(item.colour))
            canvas.rect(item.x, item.y, item.width, item.height, stroke=0, fill=1)
        case PenBox():
            _pen_box(canvas, item)
        case BandMark():
            marks.draw(canvas, item.band, item.x, item.y)


def _drawing(tagger: Tagger, item: Drawing) -> None:
    node = tagger.node(item.of)
    assert node is not None
    node.box = (item.x, item.y, item.x + item.width, item.y + item.picture.height)
    tagger.enter(node)
    figures.place(tagger.canvas, figure(item.picture, item.width), item.x, item.y)


def _words(tagger: Tagger, item: Words) -> None:
    left = item.x - item.line.width if item.right else item.x
    for piece in item.line.pieces:
        tagger.enter(tagger.words(item.line.of, piece.run))
        last = piece is item.line.pieces[-1] and not item.line.parted
        _piece(tagger.canvas, piece, item.line, left + piece.x, item.y, after=" " if last else "")
        if piece.run.link:
            _link(tagger, piece, item.line, left + piece.x, item.y)


def _piece(canvas: Canvas, piece: Piece, line: Laid, x: float, y: float, after: str) -> None:
    """Draw a piece; `after` is the space that divides its words from those of the next line when read aloud."""
    run, size = piece.run, line.kind.size
    canvas.setFont(fonts.font(strong=run.strong or line.kind.strong), size)
    canvas.setFillColor(HexColor(LINK if run.link and run.tone == "plain" else TONES[run.tone]))
    canvas.drawString(x, y, piece.text + after)


def _link(tagger: Tagger, piece: Piece, line: Laid, x: float, y: float) -> None:
    link, size = piece.run.link, line.kind.size
    box = (x, y - 0.25 * size, x + piece.width, y + 0.8 * size)
    if link.startswith("#"):
        tagger.canvas.linkRect("", link[1:], box)
    else:
        tagger.canvas.linkURL(link, box)
    tagger.linked(tagger.words(line.of, piece.run), piece.run.text)


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
