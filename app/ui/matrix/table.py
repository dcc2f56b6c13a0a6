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
from app.ui.matrix.words import need_name
from app.ui.theme import Theme
from app.ui.tokens import S

MOST_LINES: Final = 12  # that are shown at once, however small the window


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
        names = [need_name(t, row.need) for row in model.rows]
        found = widths(theme, t, model.columns, names, view.viewport().width())
        view.roomy, view.tall = found.roomy, found.tall
        for column, width in enumerate(found.columns):
            view.setColumnWidth(column, width)
        room = view.height() - header_height(theme) - S
        height = row_height(theme, model.rowCount(), room, tall=view.tall)
        view.verticalHeader().setDefaultSectionSize(height)
        claim()

    def claim() -> None:
        """Ask for the height of all rows at their least, but not for more than of so many lines."""
        rows = model.rowCount() * row_height(theme, 1, 0, tall=view.tall)
        shown = min(rows, MOST_LINES * row_height(theme, 1, 0))
        least = header_height(theme) + shown + view.horizontalScrollBar().sizeHint().height() + S
        if least != view.least_height:
            view.least_height = least
            view.updateGeometry()

    view.resized.connect(fit)
    model.answered.connect(view.paint_now)
    model.modelReset.connect(fit)
    fit()
    return view
