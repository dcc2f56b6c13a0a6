"""Whole blocks of cells, to and from a spreadsheet by the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Mapping, PeopleMode
from app.services.desk import Desk
from app.ui.matrix import block, pasting
from app.ui.matrix.model import MatrixModel
from app.ui.matrix.view import MatrixView
from app.ui.place import Say


class Blocks:
    """Every pasted block is one act, so that one key takes it back. `show` shows what the store then holds."""

    def __init__(self, desk: Desk, t: Translator, table: MatrixView, show: Callable[[Mapping], None], say: Say) -> None:
        self._desk, self._t, self._table, self._show, self._say = desk, t, table, show, say

    @property
    def _model(self) -> MatrixModel:
        model = self._table.model()
        assert isinstance(model, MatrixModel)
        return model

    def copy(self) -> None:
        """Put the chosen block on the clipboard, or with nothing chosen the whole matrix with its heads."""
        chosen = self._table.block()
        data, rows = QMimeData(), self._model.texts(chosen) if chosen else self._model.whole()
        data.setText(block.as_text(rows))
        data.setHtml(block.as_html(rows))
        QGuiApplication.clipboard().setMimeData(data)
        self._say(self._t.n("{n} cell copied", "{n} cells copied", sum(map(len, rows))))

    def paste(self) -> None:
        """Fill cells from the one in hand on. What is not understood is said, and then nothing is pasted."""
        t, model, index = self._t, self._model, self._table.currentIndex()
        if not index.isValid() or not model.column_at(index).is_answer:
            self._say(t("Go to a cell in the middle of the table first, then paste."))
            return
        rows = block.rows_of(QGuiApplication.clipboard().text())
        found = pasting.judged(model, index.row(), index.column(), rows, self._desk.today)
        if not found.fits:
            counts = model.mapping.people_mode is PeopleMode.ROLES_ONLY
            self._say(pasting.refusal(t, found, counts=counts))
        elif found.put or found.drop:
            self._take_in(model.mapping.key, found)

    def _take_in(self, key: str, found: pasting.Pasted) -> None:
        words = pasting.done_words(self._t, found)
        try:
            self._desk.cases.change(key, put=found.put, drop=found.drop)
        except UserError as error:
            words = self._t.explain(error)
        self._show(self._desk.cases.load(key))
        self._say(words)
