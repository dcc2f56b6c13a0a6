"""Tags while drawing: every mark on a page belongs to an element of the structure tree, or to none and is an artefact.

A page begins as an artefact. What is part of an element leaves it and comes back, so that what was forgotten is
decoration to a reader, never a mark that nobody knows anything of.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from app.languages import Language
from app.report.blocks import Run
from app.report.pdf.structure import Element


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content: its page from 0, and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Link:
    """An active area: its page from 0, its place among those of the page, and the words it stands under."""

    page: int
    place: int
    words: str


@dataclass(slots=True, eq=False)
class Node:
    """An element as it is written, with what is in it in reading order. `run` is what a link or foreign words say."""

    tag: str
    of: Element | None = None
    run: Run | None = None
    language: Language | None = None
    box: tuple[float, float, float, float] | None = None
    kids: list[Node | Mark | Link] = field(default_factory=list)


@dataclass(slots=True)
class Tagger:
    """Draws into elements: `pages` has the node of every marked content, by page and number."""

    canvas: Canvas
    language: Language
    root: Node = field(default_factory=lambda: Node("Document"))
    pages: list[list[Node]] = field(default_factory=list)
    _nodes: dict[Element, Node] = field(default_factory=dict)
    _open: Node | None = None
    _links: int = 0

    def begin_page(self) -> None:
        self.pages.append([])
        self._open, self._links = None, 0
        self.canvas.addLiteral("/Artifact BMC")

    def end_page(self) -> None:
        self.canvas.addLiteral("EMC")
        self.canvas.showPage()

    def enter(self, node: Node | None) -> None:
        """What is drawn from now on belongs to the node; to none, it is an artefact."""
        if node is self._open:
            return
        self._open = node
        self.canvas.addLiteral("EMC")
        if node is None:
            self.canvas.addLiteral("/Artifact BMC")
            return
        marks = self.pages[-1]
        node.kids.append(Mark(len(self.pages) - 1, len(marks)))
        self.canvas.addLiteral(f"/{node.tag} <</MCID {len(marks)}>> BDC")
        marks.append(node)

    def node(self, of: Element | None) -> Node | None:
        """The node of an element; a new one is added to that of its parent."""
        if of is None:
            return None
        if of not in self._nodes:
            self._nodes[of] = Node(of.tag, of)
            (self.node(of.parent) or self.root).kids.append(self._nodes[of])
        return self._nodes[of]

    def words(self, of: Element | None, run: Run) -> Node | None:
        """The node of a run: a link or a foreign passage is one of its own, which goes on in the next line."""
        node = self.node(of)
        foreign = run.language if run.language != self.language else None
        if node is None or not (run.link or foreign):
            return node
        if not (node.kids and isinstance(last := node.kids[-1], Node) and last.run == run):
            last = Node("Link" if run.link else "Span", run=run, language=foreign)
            node.kids.append(last)
        return last

    def linked(self, node: Node | None, words: str) -> None:
        """Say that an active area was just added to the page for the node."""
        if node is not None:
            node.kids.append(Link(len(self.pages) - 1, self._links, words))
        self._links += 1
