"""The pen: shows an answer, stores it in the same stroke, and only then says so. What is refused changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Assessment, LevelCount, Mapping
from app.services import mappings
from app.services.desk import Desk
from app.ui.matrix import sheet, words
from app.ui.matrix.model import Index, MatrixModel
from app.ui.matrix.sheet import Entry


class Pen:
    """Every stroke is one transaction. `say` tells what a cell says from now on, or what was refused."""

    def __init__(self, desk: Desk, t: Translator, model: MatrixModel, say: Callable[[str], None]) -> None:
        self._cases, self._today = desk.cases, desk.today
        self._t, self._model, self._say = t, model, say
        self._counting: tuple[int, int] | None = None

    def enter(self, index: Index, entry: Entry) -> None:
        """Answer the cell of a person as the assessor in hand."""
        blank = self._blank(index)
        answer = sheet.answered(self.answers(index).get(blank.assessor), blank, entry, self._today)
        self._put(index, answer)

    def clear(self, index: Index) -> None:
        """Take the answer of the assessor in hand back: not answered any more."""
        answer = self.answers(index).get(self._model.assessor)
        if answer:
            self._write(index, sheet.without_answer(self._model.mapping, answer), self._cases.drop, answer)

    def amend(self, index: Index, **changes: Any) -> None:
        """Change evidence, reason, note or the level apart from language of the answer that is shown."""
        answer = self.shown(index)
        if answer:
            self._put(index, replace(answer, **changes))

    def note(self, index: Index, text: str) -> None:
        """Change the note; what may not be kept is refused."""
        try:
            self.amend(index, note=mappings.kept_text(text))
        except UserError as error:
            self._say(self._t.explain(error))

    def shown(self, index: Index) -> Assessment | None:
        """The answer that a cell shows, whoever gave it."""
        cell = self._model.cell_at(index)
        return self.answers(index)[cell.said_by] if cell and cell.said_by else None

    def count(self, index: Index, digit: int) -> None:
        """Type a digit of how many people are at a level; digits typed in a row make one number."""
        at = (index.row(), index.column())
        old = self._counted(index) if self._counting == at else None
        self._counting = at
        total = sheet.typed_count(old, digit, self._model.role.head_count)
        count = self._level_count(index, total)
        self._write(index, sheet.with_count(self._model.mapping, count), self._cases.put, count)

    def clear_count(self, index: Index) -> None:
        """Take a count back: not answered any more."""
        self.lift()
        if self._counted(index) is not None:
            count = self._level_count(index, 0)
            self._write(index, sheet.without_count(self._model.mapping, count), self._cases.drop, count)

    def lift(self) -> None:
        """The cursor moved on: the next digit begins a new number."""
        self._counting = None

    def _put(self, index: Index, answer: Assessment) -> None:
        self._write(index, sheet.with_answer(self._model.mapping, answer), self._cases.put, answer)

    def _write(self, index: Index, then: Mapping, act: Callable[..., None], item: Assessment | LevelCount) -> None:
        """Shown first, since a slow disk must not slow the hands; taken back when it could not be stored."""
        before = self._model.mapping
        self._model.update(then, index)
        try:
            act(then.key, item)
        except UserError as error:
            self._model.update(before, index)
            self._say(self._t.explain(error))
        except BaseException:
            self._model.update(before, index)
            raise
        else:
            self._say(words.spoken(self._t, *self._model.at(index)))

    def answers(self, index: Index) -> sheet.Answers:
        """All that was said of a person's cell, by assessor."""
        blank = self._blank(index)
        return self._model.answers.get((blank.person_key, blank.need_key), {})

    def _blank(self, index: Index) -> Assessment:
        person = self._model.column_at(index).person
        assert person, "only people have levels"
        return Assessment(person.key, self._model.row_at(index).need.key, self._model.assessor)

    def _counted(self, index: Index) -> int | None:
        return self._model.row_at(index).counts[self._model.column_at(index).place]

    def _level_count(self, index: Index, count: int) -> LevelCount:
        return LevelCount(self._model.row_at(index).need.key, self._model.column_at(index).level, count)
