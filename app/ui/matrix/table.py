"""The table of the matrix, put together."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

from app.i18n import Translator
from app.ui.matrix.delegate import MatrixDelegate
from app.ui.matrix.header import MatrixHeader
from app.ui.matrix.measures import header_height, row_height, widths
from app.ui.matrix.model import MatrixModel
from app.ui.matrix.view import MatrixView
from app.ui.theme import Theme
from app.ui.tokens import S

MOST_ROWS: Final = 12  # that are shown at once, however small the window


def matrix_table(theme: Theme, t: Translator, model: MatrixModel) -> MatrixView:
    """A view of the model whose columns and rows share the room there is."""
    view = MatrixView(theme.colour("paper"), theme.colour("accent"))
    view.setAccessibleName(t("Present levels"))
    view.setModel(model)
    view.setItemDelegate(MatrixDelegate(theme, t, view))
    view.setHorizontalHeader(MatrixHeader(theme, t, view))
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setMinimumSectionSize(1)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def fit() -> None:
        room = view.height() - header_height(theme) - S
        view.verticalHeader().setDefaultSectionSize(row_height(theme, model.rowCount(), room))
        found = widths(theme, t, model.columns, view.viewport().width())
        view.roomy = found.roomy
        for column, width in enumerate(found.columns):
            view.setColumnWidth(column, width)

    def begin_anew() -> None:
        bar = view.horizontalScrollBar().sizeHint().height()
        rows = min(model.rowCount(), MOST_ROWS) * row_height(theme, 1, 0)
        view.least_height = header_height(theme) + rows + bar + S
        view.updateGeometry()
        fit()

    view.resized.connect(fit)
    model.answered.connect(view.paint_now)
    model.modelReset.connect(begin_anew)
    begin_anew()
    return view
