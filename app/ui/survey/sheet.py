"""One section on the screen: its questions stay the same widgets while answers open and close what is around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.mapping.answers import Path
from app.mapping.interview import Place, Standing
from app.mapping.survey import Section
from app.ui.survey.block import Block, Part, stops_in
from app.ui.survey.entry import HeadPart, MorePart
from app.ui.survey.items import Asked, Head, Item, More, is_expected, items, places_in
from app.ui.survey.making import Maker
from app.ui.survey.picked import ListField
from app.ui.tokens import DISPLAY, L, M, S
from app.ui.widgets import column, line, para

AT_FIRST: Final = 32
"""Parts of a section that are made before it is shown: more than are seen. In a long one the others follow."""
Name = Callable[[Place, Path], str]
"""What an entry of a list is called."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """What a section asks to be done."""

    answer: Callable[[Block], None]
    refuse: Callable[[Block, UserError], None]
    add: Callable[[Place], None]
    take_away: Callable[[Place, str], None]
    open: Callable[[Path], None]
    complete: Callable[[], None]
    watch: Callable[..., None]


class Sheet(QWidget):
    """A section in one column. In a long one only the entries on the way to `in_hand` are open.

    Up to `enough` parts are made; without more of them it `is_whole`.
    """

    def __init__(self, maker: Maker, section: Section, deeds: Deeds, *, corner: QWidget | None = None) -> None:
        super().__init__()
        self._maker, self.section, self._deeds = maker, section, deeds
        self.in_hand: Path = ()
        self.enough, self.is_whole = AT_FIRST, False
        self._leads_here = False
        self._made: dict[object, Part] = {}
        self.parts: list[Part] = []
        self._rows = column(self)
        self._head = self._made_head(corner)
        self.progress = para(maker.voice.theme, "")
        self._rows.addWidget(self._head)
        self._rows.addWidget(self.progress)
        if section.advice:
            self._rows.addSpacing(S)
            self._rows.addWidget(para(maker.voice.theme, maker.voice.says(section.advice)))
        self._rows.addSpacing(L)
        self._above = self._rows.count()
        self._rows.addStretch(1)

    def _made_head(self, corner: QWidget | None) -> QWidget:
        """The title, and what stands in the corner beside it."""
        voice, made = self._maker.voice, QWidget()
        row = line(made, gap=M)
        row.addWidget(para(voice.theme, voice.says(self.section.phrase), DISPLAY, "ink", "light"), 1)
        if corner:
            row.addWidget(corner, 0, Qt.AlignmentFlag.AlignTop)
        return made

    @property
    def blocks(self) -> list[Block]:
        """The questions that are there now."""
        return [part for part in self.parts if isinstance(part, Block)]

    # What stands in the section.

    def open_first(self, stand: Standing) -> None:
        """Open the entry in which something is open first, where entries are folded."""
        questions = stand.interview.routing.questions
        places = [place for place in places_in(stand, self.section) if place.path]
        wanted = (p.path for p in places if p not in stand.counted and is_expected(questions[p.question]))
        self.in_hand = next(wanted, places[0].path if places else ())

    def show_standing(self, stand: Standing, name: Name) -> None:
        """Show a section as it stands. A widget that is there stays as it is, and what is typed in it too."""
        all_of_it = items(stand, self.section, self.in_hand)
        found = all_of_it[: self.enough]
        self.is_whole = len(found) == len(all_of_it)
        made = {_key(item): self._made.get(_key(item)) or self._part(item, stand) for item in found}
        gone = [part for key, part in self._made.items() if key not in made]
        changed = [*made.values()] != self.parts
        self._made, self.parts = made, [*made.values()]
        for item, part in zip(found, self.parts, strict=True):
            self._show(item, part, stand, name)
        if changed:
            self._arrange(gone)

    def say_progress(self, words: str, clashes: Dict[Place, str]) -> None:
        """Say how far the section is, and beside each question what no longer holds of its answer."""
        self.progress.setText(words)
        for block in self.blocks:
            block.say_clash(clashes.get(block.place, ""))

    def show_leads(self, *, here: bool) -> None:
        """Say under each question where its answer leads, where there is no margin to say it in."""
        self._leads_here = here
        for block in self.blocks:
            block.show_leads(here=here)

    def _show(self, item: Item, part: Part, stand: Standing, name: Name) -> None:
        if isinstance(item, Head) and isinstance(part, HeadPart):
            part.show_head(item, name(item.of, item.path))
        elif isinstance(part, Block):
            value = stand.counted.get(part.place, ())
            part.keep(value)
            if isinstance(part.field, ListField):
                part.field.show_entries([(key, name(part.place, (*part.place.path, key))) for key in value])

    def _part(self, item: Item, stand: Standing) -> Part:
        if isinstance(item, Asked):
            return self._block(item, stand)
        question = stand.interview.routing.questions[item.of.question]
        if isinstance(item, More):
            more = MorePart(self._maker.voice, item, self._maker.voice.says(question.phrase))
            more.added.connect(lambda: self._deeds.add(item.of))
            return more
        head = HeadPart(self._maker.voice, item, "")
        head.opened.connect(lambda: self._deeds.open(item.path if head.head.folded else item.path[:-1]))
        head.taken_away.connect(lambda: self._deeds.take_away(item.of, item.path[-1]))
        return head

    def _block(self, item: Asked, stand: Standing) -> Block:
        place, question = item.place, stand.interview.routing.questions[item.place.question]
        listed = all(other.per != question.id for other in self.section.questions)
        field = self._maker.field(question, lambda key: self._deeds.take_away(place, key), listed=listed)
        block = Block(self._maker.voice, question, place, field, hangs=item.hangs)
        block.show_leads(here=self._leads_here)
        if field:
            field.answered.connect(lambda: self._deeds.answer(block))
            field.refused.connect(lambda error: self._deeds.refuse(block, error))
            self._deeds.watch(*field.typed)
        return block

    def _arrange(self, gone: list[Part]) -> None:
        """Bring the parts into their order."""
        for part in gone:
            self._rows.removeWidget(part)
            part.hide()
            part.deleteLater()
        for place, part in enumerate(self.parts, self._above):
            item = self._rows.itemAt(place)
            if item is None or item.widget() is not part:
                self._rows.insertWidget(place, part)
                part.show()  # at once, not with the next event: the focus may go there now
        self._set_edges()

    def _set_edges(self) -> None:
        """A hairline above whatever begins something new."""
        for above, part in pairwise(self.parts):
            begins = isinstance(part, HeadPart) or not isinstance(above, HeadPart)
            part.edge = begins and not part.left and not isinstance(part, MorePart)
            part.update()

    def stops(self) -> Iterator[QWidget]:
        """What Tab may stop at, in order."""
        return chain(stops_in(self._head), *map(stops_in, self.parts))

    # Where one is.

    def part_of(self, widget: QWidget | None) -> Part | None:
        """The part in which a widget stands."""
        return next((part for part in self.parts if widget and part.isAncestorOf(widget)), None)

    def step(self, start: QWidget | None, by: int) -> bool:
        """Go on to the next question, or back; whether there is one."""
        self._complete()
        here = self.part_of(start)
        place = self.parts.index(here) if here else -1 if by > 0 else len(self.parts)
        onward = isinstance(here, HeadPart) and here.head.folded  # into the entry rather than past it
        ahead = self.parts[place + (not onward) :] if by > 0 else reversed(self.parts[: max(place, 0)])
        return any(self._enter(part, by) for part in ahead)

    def begin(self) -> bool:
        """Go to the first question that is open and wanted, else to the first."""
        if self._begin_at_open():
            return True
        self._complete()
        return self._begin_at_open() or self.step(None, 1)

    def _begin_at_open(self) -> bool:
        """An empty list begins where its first entry is added."""
        places = [block.place for block in self.blocks if not block.stored and is_expected(block.question)]
        return any(self._enter_at(place) for place in places)

    def enter(self, place: Place) -> bool:
        """Go to a question; whether it is there and can be answered here."""
        self._complete()
        return self._enter_at(place)

    def _enter_at(self, place: Place) -> bool:
        block = next((block for block in self.blocks if block.place == place), None)
        more = next((part for part in self.parts if isinstance(part, MorePart) and part.more.of == place), None)
        return any(self._enter(part) for part in (block, more) if part)

    def enter_entry(self, path: Path, by: int = 1) -> bool:
        """Go to the first question of an entry, or to its last."""
        self._complete()
        inside = [block for block in self.blocks if block.place.path[: len(path)] == path]
        return any(self._enter(block) for block in inside[::by])

    def _complete(self) -> None:
        """Have everything made before one goes on through it."""
        if not self.is_whole:
            self._deeds.complete()

    def _enter(self, part: Part, by: int = 1) -> bool:
        if isinstance(part, HeadPart) and part.head.folded:
            self._deeds.open(part.head.path)
            return self.enter_entry(part.head.path, by)
        stop = _stop(part)
        if stop:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        return stop is not None


def _key(item: Item) -> object:
    """What stays the same part while the answers change."""
    if isinstance(item, Asked):
        return item.place
    return (item.of, item.path, item.first, item.foldable) if isinstance(item, Head) else (item.of,)


def _stop(part: Part) -> QWidget | None:
    """Where one begins in a part; None where there is only something to read."""
    if isinstance(part, MorePart):
        return part.add
    return part.field.focusProxy() if isinstance(part, Block) and part.field else None
