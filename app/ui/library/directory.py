"""Services and funding routes in the library, found by words, with how far they can be relied on; dead ones say why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from app.catalogues.funding import find_funding
from app.catalogues.model import Directory, FundingChange, FundingRoute, Service
from app.catalogues.services import find_services
from app.i18n import Translator
from app.mapping.funding import is_gone
from app.ui.library.beside import Beside
from app.ui.library.reading import Reading
from app.ui.library.rows import row_items
from app.ui.search import Search
from app.ui.tables import Register
from app.ui.theme import Theme
from app.ui.tokens import S
from app.ui.widgets import column, para
from app.wording import library_offers as words
from app.wording.funding import change, name
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


@dataclass(frozen=True, slots=True)
class _Found:
    """What is shown of the catalogues: all, or what was searched, with what has changed of what is remembered."""

    routes: Iterable[FundingRoute]
    services: Iterable[Service]
    changes: Iterable[FundingChange] = ()


class Services(QWidget):
    """Routes that are in force first, then services, then what is gone."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk) -> None:
        super().__init__()
        self._t, self._desk = t, desk
        self._directory: Directory | None = None
        self.count, self.to_check = 0, 0
        self._rows: list[_Row] = []
        self.search = Search(theme, t("Search names, codes and what is said of them"))
        self.search.textChanged.connect(lambda _text: self._show())
        self.remark = para(theme, "", tone="ink")
        self.remark.hide()
        self._model = QStandardItemModel(self)
        self.register = Register(theme, t("Services and funding"))
        self.register.setModel(self._model)
        self.register.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now.row()))
        self.reading = Reading(theme, t("What is known of it"), "")
        rows = column(self, gap=S)
        rows.addWidget(self.search)
        rows.addWidget(self.remark)
        rows.addWidget(Beside(theme, self.register, self.reading, ABREAST), 1)
        self.search.returnPressed.connect(self.register.setFocus)
        self.setFocusProxy(self.search)

    def show_directory(self, directory: Directory) -> None:
        """Show what the catalogues now say."""
        self._directory = directory
        every = self._rows_of(directory, _found(directory, ""))
        self.count = len(every)
        self.to_check = sum(row.to_check for row in every)
        self._show()

    def _rows_of(self, directory: Directory, found: _Found) -> list[_Row]:
        t, today = self._t, self._desk.today
        rows = [*_routes(t, found.routes, directory, today), *_services(t, found.services, directory, today)]
        return sorted(rows, key=lambda row: row.quiet)

    def _show(self) -> None:
        """Show what was searched, or all."""
        if self._directory is None:
            return
        t, found = self._t, _found(self._directory, self.search.text())
        self._rows = self._rows_of(self._directory, found)
        changes = " ".join(change(t, each) for each in found.changes)
        self.remark.setText(changes or ("" if self._rows else t("Nothing was found. Try other words.")))
        self.remark.setVisible(bool(self.remark.text()))
        self._model.setRowCount(0)  # clear() would tell of the old rows one after another
        self._model.setHorizontalHeaderLabels([t("Name"), t("Kind"), t("State"), t("Checked")])
        for row in self._rows:
            self._model.appendRow(row_items(row.texts, quiet=row.quiet))
        self.register.share((100, 0, 0, 0))
        self.register.selectRow(0)

    def _tell(self, row: int) -> None:
        self.reading.show_told(self._rows[row].told() if 0 <= row < len(self._rows) else None)


def _found(directory: Directory, text: str) -> _Found:
    if not text.strip():
        return _Found(directory.funding.routes, directory.services.services)
    funding = find_funding(directory.funding, text)
    return _Found(funding.routes, find_services(directory.services, text), funding.changes)


def _routes(t: Translator, routes: Iterable[FundingRoute], directory: Directory, today: date) -> Iterator[_Row]:
    for route in routes:
        state = words.route_state(t, route, directory, today)
        texts = (name(t, route), t("funding route"), state, t.day(route.checked))
        gone = is_gone(route, today)
        doubtful = not gone and state == t("check first")
        yield _Row(texts, partial(words.route_told, t, route, directory, today), gone, doubtful)


def _services(t: Translator, services: Iterable[Service], directory: Directory, today: date) -> Iterator[_Row]:
    for service in services:
        state = words.service_state(t, service, directory, today)
        checked = t.day(service.checked) if service.checked else ""
        texts = (t.said(service.name), t("service"), state, checked)
        doubtful = state == t("check first")
        yield _Row(texts, partial(words.service_told, t, service, directory, today), False, doubtful)
