"""Rows of the registers in the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QSizePolicy, QTableView

from app.frameworks.model import FrameworkSummary
from app.i18n import Translator, sort_key
from app.ui.tables import QUIET, STRONG


def modest(register: QTableView) -> None:
    """Let a register ask for no more than it must: what does not fit is scrolled in it, not round the place."""
    register.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)


def by_name(t: Translator, known: Iterable[FrameworkSummary]) -> tuple[FrameworkSummary, ...]:
    """Frameworks in the order of the alphabet; kinds stay in the order in which they come."""
    known = [*known]
    kinds = [*dict.fromkeys(each.kind for each in known)]
    return tuple(sorted(known, key=lambda each: (kinds.index(each.kind), sort_key(t.said(each.name)))))


def row_said(texts: Iterable[str]) -> str:
    """A row as it is heard at its first cell."""
    return ", ".join(filter(None, texts))


def row_items(texts: Sequence[str], *, quiet: bool = False) -> list[QStandardItem]:
    """A row whose first cell names it; a quiet one is grey altogether, since nobody should rely on it."""
    items = []
    for place, text in enumerate(texts):
        item = QStandardItem(text)
        item.setData(place == 0 and not quiet, STRONG)
        item.setData(place > 0 or quiet, QUIET)
        item.setToolTip(text)
        items.append(item)
    items[0].setData(row_said(texts), Qt.ItemDataRole.AccessibleTextRole)
    return items
