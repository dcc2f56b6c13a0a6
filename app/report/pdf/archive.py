"""A drawn PDF made accessible and good to keep: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).

The structure tree is written from what the tagger noted; then come the descriptions of the file, the colours its
numbers mean, and what is attached. The same input gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from app.languages import Language
from app.report.pdf.colours import srgb
from app.report.pdf.metadata import packet
from app.report.pdf.tagging import Link, Mark, Node, Tagger

PDF_LANGUAGES: Final[dict[Language, str]] = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
_PRINTED: Final = 4
"""Flag of an annotation that is printed with the page."""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; `day` is ISO, and stands for the moment when the file was made."""

    title: str
    subject: str
    language: Language
    day: str
    version: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within the file: what the pages print, for a program to read."""

    name: str
    mime_type: str
    data: bytes
    description: str


def archived(drawn: BytesIO, about: About, tagger: Tagger, attachment: Attachment | None) -> bytes:
    """The drawn pages with their tags, descriptions, colours and attachment."""
    out = BytesIO()
    with pikepdf.open(drawn) as pdf:
        pdf.Root.StructTreeRoot = _Writer(pdf).tree(tagger)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        _describe(pdf, about)
        _set_colours(pdf)
        if attachment:
            _attach(pdf, attachment, about.day)
        pdf.save(
            out,
            deterministic_id=True,
            force_version="1.7",
            object_stream_mode=ObjectStreamMode.generate,
        )
    return out.getvalue()


class _Writer:
    """Writes the structure tree; `objects` are the elements written so far."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._objects: dict[int, Dictionary] = {}
        self._links: list[Dictionary] = []

    def tree(self, tagger: Tagger) -> Dictionary:
        """The tree, and for every marked content and link of a page the element it belongs to."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(tagger.root, root)
        numbers: list[Any] = []
        for place, (page, nodes) in enumerate(zip(self._pages, tagger.pages, strict=True)):
            page.StructParents = place
            page.Tabs = Name.S
            parents = Array([self._objects[id(node)] for node in nodes])
            numbers += [place, self._pdf.make_indirect(parents)]
        for place, element in enumerate(self._links, len(self._pages)):
            numbers += [place, element]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(self._pages) + len(self._links)
        return root

    def _element(self, node: Node, parent: Dictionary) -> Dictionary:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + node.tag), P=parent))
        self._objects[id(node)] = element
        if node.language:
            element.Lang = String(PDF_LANGUAGES[node.language])
        if node.of and node.of.alternative:
            element.Alt = String(node.of.alternative)
        if attributes := _attributes(node):
            element.A = attributes
        if node.kids:
            element.K = Array([self._kid(kid, element) for kid in node.kids])
        return element

    def _kid(self, kid: Node | Mark | Link, element: Dictionary) -> Dictionary:
        match kid:
            case Node():
                return self._element(kid, element)
            case Mark():
                return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)
            case Link():
                return self._link(kid, element)

    def _link(self, link: Link, element: Dictionary) -> Dictionary:
        page = self._pages[link.page]
        area = self._pdf.make_indirect(page.Annots[link.place])
        page.Annots[link.place] = area
        area.StructParent = len(self._pages) + len(self._links)
        area.F = _PRINTED
        area.Contents = String(link.words)
        self._links.append(element)
        return Dictionary(Type=Name.OBJR, Obj=area, Pg=page)


def _attributes(node: Node) -> Dictionary | None:
    """What a heading is the heading of, how wide a cell is, how a list is numbered, where a figure stands."""
    of = node.of
    if of is None:
        return None
    if of.scope or of.columns > 1:
        scope = {"/Scope": Name("/" + of.scope)} if of.scope else {}
        span = {"/ColSpan": of.columns} if of.columns > 1 else {}
        return Dictionary({"/O": Name.Table, **scope, **span})
    if of.numbered:
        return Dictionary(O=Name.List, ListNumbering=Name.Decimal)
    if node.box:
        box = Array([round(side, 2) for side in node.box])
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    return None


def _describe(pdf: Pdf, about: About) -> None:
    pdf.Root.Lang = String(PDF_LANGUAGES[about.language])
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    info = {key: str(value) for key, value in pdf.docinfo.items()}
    words = packet(info, PDF_LANGUAGES[about.language], about.day)
    pdf.Root.Metadata = pdf.make_stream(words, Type=Name.Metadata, Subtype=Name.XML)


def _set_colours(pdf: Pdf) -> None:
    """Say that the numbers of colours are those of sRGB."""
    profile = pdf.make_stream(srgb(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


def _attach(pdf: Pdf, attachment: Attachment, day: str) -> None:
    """Attach a file as the data that the document shows."""
    moment = f"D:{day.replace('-', '')}000000Z"
    spec = pikepdf.AttachedFileSpec(
        pdf,
        attachment.data,
        filename=attachment.name,
        description=attachment.description,
        mime_type=attachment.mime_type,
        creation_date=moment,
        mod_date=moment,
    )
    spec.relationship = Name.Data
    pdf.attachments[attachment.name] = spec
    pdf.Root.AF = Array([pdf.attachments[attachment.name].obj])
