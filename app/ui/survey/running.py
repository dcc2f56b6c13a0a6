"""A survey that has begun: one section at a time, written down as it is answered."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import UserError
from app.mapping.answers import Path
from app.mapping.interview import Place
from app.mapping.interview_scan import scan_result
from app.ui import stops
from app.ui.autosave import Autosave
from app.ui.survey import words
from app.ui.survey.around import Outside, plain_switch, state_of
from app.ui.survey.block import Block, stops_in
from app.ui.survey.contents import Ways
from app.ui.survey.frame import Frame
from app.ui.survey.hand import Hand
from app.ui.survey.making import Maker
from app.ui.survey.result import After, Result
from app.ui.survey.sheet import Deeds, Sheet
from app.ui.survey.undoing import TextUndo
from app.ui.survey.words import RESULT
from app.ui.widgets import Button

MADE_AT_ONCE: Final = 64
"""Parts of a long section that are made between two keys."""
_STEPS: Final = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Backspace: -1}
Given = TypeVar("Given")


class Running(Frame):
    """Only the section in hand is built, at first the one where one `left` off.

    What cannot be written is said beside its question, and stays as typed.
    """

    def __init__(self, maker: Maker, hand: Hand, outside: Outside, left: str = "") -> None:
        super().__init__(maker.voice, Ways(self.go_section, self.go_question, outside.offer))
        self._maker, self._hand, self._outside = maker, hand, outside
        self._t = maker.voice.t
        self.here = ""
        self.sheet: Sheet | None = None
        self.plain_switch: Button | None = None
        self._block: Block | None = None
        self._left_behind: list[Place] = []
        self._making = QTimer(self, interval=0, singleShot=True)
        self._making.timeout.connect(lambda: self._make(MADE_AT_ONCE))
        self._autosave, self._undo = Autosave(self, self._write), TextUndo(self)
        self.onward.clicked.connect(self._go_onward)
        self.back.clicked.connect(lambda: self.go_section(self._neighbour(-1)))
        self.margin.clear.connect(self._clear)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self._course = words.course(maker.voice, hand.stand)
        there = left in [row.key for row in self._course.rows]
        self.show_section(left if there else self._course.first_open)

    # What is shown.

    def show_section(self, key: str) -> None:
        """Show a section, or the result."""
        self.here, self.sheet, self._block, self._left_behind = key, None, None, []
        section = self._hand.section(key)
        if section is None:
            after = After(self._outside.go, self._outside.offer, self.go_question)
            self.show_page(Result(self._maker.voice, scan_result(self._hand.stand), after))
        else:
            deeds = Deeds(self._answer, self._refuse, self._add, self._take_away, self._open, self._make, self._watch)
            self.plain_switch = plain_switch(self._maker.voice, self._outside.plain)
            self.sheet = Sheet(self._maker, section, deeds, corner=self.plain_switch)
            self.sheet.open_first(self._hand.stand)
            self.show_page(self.sheet)
        self._show_all()
        self._outside.moved()

    def _show_all(self) -> None:
        """Everything as the interview now stands; what is typed and not stored stays."""
        self._course = words.course(self._maker.voice, self._hand.stand)
        if self.sheet:
            self._show_questions(self.sheet)
        self.show_state(state_of(self._maker.voice, self._hand, self._course, self.here))
        self.name_ways(self._onward(), back=bool(self._neighbour(-1)))
        self.order(self.sheet.stops() if self.sheet else stops_in(self.inside or self))
        if self.sheet and not self.sheet.is_whole:
            self._making.start()

    def _make(self, parts: int = sys.maxsize) -> None:
        """Make more of a long section, or all of it."""
        if self.sheet and not self.sheet.is_whole:
            self.sheet.enough += parts
            self._show_all()

    def _show_questions(self, sheet: Sheet) -> None:
        hand, voice = self._hand, self._maker.voice
        sheet.show_standing(hand.stand, lambda of, path: hand.name(voice, of, path))
        here = [found for found in self._course.sections if found.section.id == self.here]
        clashes = {place: self._t.explain(error) for place, error in hand.clashes().items()}
        sheet.say_progress(words.answered_of(self._t, here), clashes)
        if self._block not in sheet.blocks:
            self._block = None
            self.stand_beside(None)

    def _onward(self) -> str:
        """What the button under the section is called; empty under the result, which has a way on of its own."""
        if self.here == RESULT:
            return ""
        after = self._course.neighbour(self.here, 1)
        return self._t("Next: {name}", name=after.name if after else self._t("Results"))

    def _neighbour(self, by: int) -> str:
        """The section before or after the one in hand; empty when there is none."""
        found = self._course.neighbour(self.here, by)
        return found.key if found else ""

    def show_anew(self) -> None:
        """Show what the store now holds; the cursor stays where it is, if that is still there."""
        course = words.course(self._maker.voice, self._hand.stand)
        if self.here not in [row.key for row in course.rows]:
            self.show_section(course.first_open)
        elif self.here == RESULT:
            self.show_section(RESULT)
        else:
            self._show_all()

    # Where one is.

    def begin(self) -> None:
        """Go to the first question that is open, or to what stands in its place."""
        if not (self.sheet and self.sheet.begin()):
            (self.inside or self.onward).setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not (self.sheet and now and self.sheet.isAncestorOf(now)):
            return
        part = self.sheet.part_of(now)
        block = part if isinstance(part, Block) else None
        if block is not self._block:
            if self._block in self.sheet.blocks and self._block is not None:
                self._block.show_in_hand(here=False)
            if block:
                block.show_in_hand(here=True)
            self._block = block
            self.stand_beside(block)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:  # a click must not move away under the pointer
            self.bring_into_sight()

    def part_in_hand(self) -> QWidget | None:
        return self.sheet.part_of(QApplication.focusWidget()) if self.sheet else None

    def go_section(self, key: str) -> None:
        """Go to a section, once what is typed in this one is written."""
        if key and not self.stays():
            self.show_section(key)
            self.begin()

    def _go_onward(self) -> None:
        if after := self._neighbour(1):
            self.go_section(after)
        else:
            self._outside.go(stops.RESULTS)

    def go_question(self, place: Place) -> None:
        """Go to a question, wherever it is asked."""
        key = self._hand.section_of(place).id
        if key != self.here:
            if self.stays():
                return
            self.show_section(key)
        if self.sheet:
            self._open_to(place.path)
            self.sheet.enter(place)

    def stays(self) -> bool:
        """Whether something that is typed cannot be written; it is told once, and given up the next time."""
        self._autosave.flush()
        blocks = [block for block in self.sheet.blocks if block.is_pending()] if self.sheet else []
        pending = [block.place for block in blocks]
        stays, self._left_behind = bool(pending) and pending != self._left_behind, pending
        if stays and self.sheet:
            self._write()
            self.sheet.enter(pending[0])
        return stays

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next question, Backspace to the one before, over the ends of sections too."""
        by = _STEPS.get(Qt.Key(event.key()), 0)
        if not by or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.flush()
        focused = QApplication.focusWidget()
        in_section = self.sheet is not None and self.sheet.part_of(focused) is not None
        if isinstance(focused, Button) and by > 0 and not in_section:
            focused.click()
        elif not (self.sheet and self.sheet.step(focused, by)):
            self._cross(by)

    def _cross(self, by: int) -> None:
        """Go on to the section after this one, or back to the end of the one before."""
        there = self._neighbour(by)
        self.go_section(there)
        if by < 0 and there and self.here == there and self.sheet:
            self.sheet.step(None, -1)

    def _open(self, path: Path) -> None:
        """Open an entry with those on the way to it, and fold the others, where the section is long."""
        if self.sheet and self.sheet.in_hand != path:
            self._write()
            self.sheet.in_hand = path
            self._show_all()

    def _open_to(self, path: Path) -> None:
        """See to it that what is asked for an entry is open."""
        if self.sheet and self.sheet.in_hand[: len(path)] != path:
            self._open(path)

    # Changes. Each is one transaction.

    def flush(self) -> None:
        self._autosave.flush()

    def _watch(self, *fields: QWidget) -> None:
        self._autosave.watch(*fields)
        self._undo.watch(*fields)

    def _write(self) -> None:
        """Write whatever is shown and not stored."""
        for block in self.sheet.blocks if self.sheet else []:
            if block.is_pending():
                self._answer(block)

    def _answer(self, block: Block) -> None:
        try:
            value = block.value()
            if value != block.stored:
                self._hand.answer(block.place, value)
        except UserError as error:
            self._refuse(block, error)
            return
        block.say_refusal("")
        if value != block.stored:
            self._show_all()
            self._outside.told(self._t("Saved"))

    def _refuse(self, block: Block, error: UserError) -> None:
        block.say_refusal(self._t.explain(error))
        self._outside.told(self._t.explain(error))

    def _clear(self) -> None:
        """Take the answer in hand away."""
        block = self._block
        if block and block.field:
            block.field.show_value(())
            self._answer(block)
            block.field.setFocus()

    def _add(self, place: Place) -> None:
        self._write()
        entry = self._try(lambda: self._hand.add(place), self._t("Added"))
        if entry and self.sheet:
            self._open_to((*place.path, entry))
            self.sheet.enter_entry((*place.path, entry))

    def _take_away(self, place: Place, entry: str) -> None:
        self._write()
        self._try(lambda: self._hand.take_away(place, entry), self._t("Taken away"))
        if self.sheet:
            self.sheet.enter(place)

    def _try(self, change: Callable[[], Given], done: str) -> Given | None:
        """Change something and show it; what it gives, None when it was refused."""
        try:
            given = change()
        except UserError as error:
            self._outside.told(self._t.explain(error))
            return None
        self._show_all()
        self._outside.told(done)
        return given
