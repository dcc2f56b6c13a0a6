"""Services and funding routes in the library, with how far they can be relied on; dead routes say why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.catalogues.model import Directory
from app.i18n import Translator
from app.mapping.funding import is_gone
from app.ui.library.beside import Beside
from app.ui.library.reading import Reading
from app.ui.library.rows import row_items
from app.ui.tables import Register
from app.ui.theme import Theme
from app.ui.tokens import S
from app.ui.widgets import column
from app.wording import library_offers as words
from app.wording.funding import name
from app.wording.library import Told

if TYPE_CHECKING:
    from app.services.desk import Desk

ABREAST: Final = 860  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class _Row:
    texts: tuple[str, ...]
    told: Callable[[], Told]
    quiet: bool
    to_check: bool


class Services(QWidget):
    """Routes that are in force first, then services, then what is gone."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk) -> None:
        super().__init__()
        self._t, self._desk = t, desk
        self._rows: list[_Row] = []
        self._model = QStandardItemModel(self)
        self.register = Register(theme, t("Services and funding"))
        self.register.setModel(self._model)
        self.register.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now.row()))
        self.reading = Reading(theme, t("What is known of it"), "")
        rows = column(self, gap=S)
        rows.addWidget(Beside(theme, self.register, self.reading, ABREAST), 1)
        self.setFocusProxy(self.register)

    @property
    def to_check(self) -> int:
        """How many must be checked before anybody relies on them."""
        return sum(row.to_check for row in self._rows)

    @property
    def count(self) -> int:
        return len(self._rows)

    def show_directory(self, directory: Directory) -> None:
        """Show what the catalogues now say."""
        t, today = self._t, self._desk.today
        found = [*_routes(t, directory, today), *_services(t, directory, today)]
        self._rows = sorted(found, key=lambda row: row.quiet)
        self._model.clear()
        self._model.setHorizontalHeaderLabels([t("Name"), t("Kind"), t("State"), t("Checked")])
        for row in self._rows:
            self._model.appendRow(row_items(row.texts, quiet=row.quiet))
        self.register.share((100, 0, 0, 0))
        self.register.selectRow(0)

    def _tell(self, row: int) -> None:
        self.reading.show_told(self._rows[row].told() if 0 <= row < len(self._rows) else None)


def _routes(t: Translator, directory: Directory, today: date) -> Iterator[_Row]:
    for route in directory.funding.routes:
        state = words.route_state(t, route, directory, today)
        texts = (name(t, route), t("funding route"), state, t.day(route.checked))
        gone = is_gone(route, today)
        doubtful = not gone and state == t("check first")
        yield _Row(texts, partial(words.route_told, t, route, directory, today), gone, doubtful)


def _services(t: Translator, directory: Directory, today: date) -> Iterator[_Row]:
    for service in directory.services.services:
        state = words.service_state(t, service, directory, today)
        checked = t.day(service.checked) if service.checked else ""
        texts = (t.said(service.name), t("service"), state, checked)
        doubtful = state == t("check first")
        yield _Row(texts, partial(words.service_told, t, service, directory, today), False, doubtful)
