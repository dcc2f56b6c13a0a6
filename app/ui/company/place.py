"""The company card as a form that writes itself down."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.model import Mapping, Mode
from app.services import catalogues, mappings
from app.services.catalogues import OfCompany
from app.ui.autosave import Autosave
from app.ui.company import said
from app.ui.company.background import Background
from app.ui.company.card import CompanyCard
from app.ui.company.terms import Terms
from app.ui.forms import Form
from app.ui.place import Go, Say
from app.ui.stops import NEEDS, SURVEY
from app.ui.tasks import Runner
from app.ui.theme import Theme
from app.ui.tokens import COLUMN, DISPLAY, MARGIN, XL, XXL, L, M
from app.ui.trying import refusal
from app.ui.widgets import NO_LIMIT, Button, column, label, line, para, turn

if TYPE_CHECKING:
    from app.services.desk import Desk

GAP = 48


class CompanyPlace(QWidget):
    """A form in one column; what the program makes of an answer stands under the field."""

    dense = False

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say = theme, t, desk, say
        self._mapping = desk.cases.load(mapping_key)
        self._autosave = Autosave(self, self._write)
        self._runner = Runner(self)
        self.form = Form(theme, self._refuse_identity_code, lambda text: said.private_reminder(t, text))
        self._add_rows()  # before what stands after them, so that Tab goes as one reads
        self._columns = line(self, (56, XXL, XXL, XL), GAP)
        self._columns.addWidget(self._sheet(go), 100)  # all that it may take, then the margin
        self._columns.addWidget(self._margin(), 1)
        self._autosave.watch(*self.form.fields)
        self.form.refused()
        self.setFocusProxy(self.card.name)
        self._runner.start(lambda _job: catalogues.of_company(desk), self._offer, _fail)

    def flush(self) -> None:
        self._autosave.flush()

    def _sheet(self, go: Go) -> QWidget:
        """The form under its title, and the way on under it."""
        name, place = self._onward()
        onward = Button(self._theme, name, "primary", after="arrow-right")
        onward.clicked.connect(lambda: go(place))
        sheet = QWidget()
        sheet.setMaximumWidth(round(COLUMN * self._theme.zoom))
        body = column(sheet)
        body.addWidget(label(self._theme, self._t("Company"), DISPLAY, "light"))
        body.addSpacing(L)
        body.addWidget(self.form)
        body.addSpacing(M)
        body.addWidget(onward)
        body.addStretch(1)
        return sheet

    def _onward(self) -> tuple[str, str]:
        """What is next: before a visit the likely roles, else the survey, which asks for them in its turn."""
        if self._mapping.mode is Mode.VISIT:
            return self._t("Roles and needs"), NEEDS
        return self._t("Survey"), SURVEY

    def _add_rows(self) -> None:
        """Background is looked up before a visit; an owner alone, or a guest at a fair, is not asked for it."""
        t, mapping, today = self._t, self._mapping, self._desk.today
        self.card = CompanyCard(self._theme, t, self.form, mapping.company)
        visited = mapping.mode is Mode.VISIT
        self.background = Background(t, self.form, mapping.company, today) if visited else None
        self.terms = Terms(t, self.form, mapping, today)
        self.name, self.business_id, self.goal = self.card.name, self.card.business_id, self.terms.goal
        for field in (self.card.sector, self.card.municipality):
            field.picked.connect(self._autosave.flush)

    def _offer(self, found: OfCompany) -> None:
        """Sectors and municipalities are there; what was wrong with own copies of them is said."""
        self.card.offer(found)
        for fault in found.faults:
            self._say(self._t.explain(fault))

    def _refuse_identity_code(self, text: str) -> str:
        return refusal(self._t, lambda: mappings.kept_text(text))

    def _margin(self) -> QWidget:
        """What happens to the data, beside the form where it is asked; under it where there is no room."""
        margin = QWidget()
        notes = column(margin)
        self._above_note = margin
        notes.addWidget(label(self._theme, self._t("Where this is kept"), weight="semibold", tone="accent"))
        words = self._t(
            "On this computer only. People are codes such as H1 unless you choose names, and nobody's health, "
            "opinions or identity code belong here."
        )
        self._note = para(self._theme, words)
        notes.addWidget(self._note)
        notes.addStretch(1)
        return margin

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = round((COLUMN + MARGIN) * self._theme.zoom) + GAP + 56 + XXL
        beside = self.width() >= needed
        turn(self._columns, (), abreast=beside)
        top = self._theme.height(1, L, DISPLAY) if beside else 0
        self._above_note.setContentsMargins(0, top, 0, 0)
        # Under the form it has the whole width: its height is reckoned from that, whatever limit it has.
        self._note.setMaximumWidth(round(MARGIN * self._theme.zoom) if beside else NO_LIMIT)

    # Writing down.

    def _write(self) -> None:
        """Store what differs from what is stored; what is refused stands under its field, and is said if all is."""
        self.card.settle()
        refused = self.form.refused()
        changed = self._read(refused)
        if changed != self._mapping:
            self._say(refusal(self._t, lambda: self._store(changed)) or self._t("Saved"))
        elif refused:
            self._say(next(iter(refused.values())))

    def _store(self, changed: Mapping) -> None:
        """How people appear is an act of its own, which may be refused; then what is stored is shown again."""
        before = self._mapping.people_mode
        try:
            self._desk.cases.put_head(replace(changed, people_mode=before))
            if changed.people_mode is not before:
                mappings.set_people_mode(self._desk, changed.key, changed.people_mode)
        finally:
            self._mapping = self._desk.cases.load(self._mapping.key)
            self.terms.show_mode(self._mapping.people_mode)

    def _read(self, refused: Container[QWidget]) -> Mapping:
        """The mapping with what stands in the fields; what is refused there stays as it is stored."""
        changed = self.terms.read(self._mapping, refused)
        company = self.card.read(changed.company, refused, changed.document_language)
        if self.background:
            company = self.background.read(company, refused)
        return replace(changed, company=company)


def _fail(error: BaseException) -> None:
    """The shipped catalogues are there and whole, or the program is broken: that is for whoever reports it."""
    raise error
