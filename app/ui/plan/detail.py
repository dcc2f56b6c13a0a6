"""One measure in detail: when it was decided on, and its referral to a service (brief, JOE-3b)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.catalogues.model import Directory
from app.i18n import Translator, mark
from app.mapping.model import Measure
from app.mapping.privacy import holds_identity_code
from app.mapping.referral_made import Referral
from app.services.referrals import to_service
from app.ui.autosave import Autosave
from app.ui.days import read_day, written
from app.ui.forms import Form, text_of
from app.ui.plan.decided import with_referral
from app.ui.plan.panel import Hands, InHand
from app.ui.theme import Theme
from app.ui.trying import refusal
from app.ui.widgets import column

TEXTS: Final = {"to": mark("To whom"), "sends": mark("What is passed on"), "consent_by": mark("Who agreed to it")}
DAYS: Final = {
    "consent_on": mark("Agreed on"),
    "sent_on": mark("Sent on"),
    "answer_due": mark("Answer expected by"),
    "answered_on": mark("Answered on"),
}
HINTS: Final = {
    "consent_by": mark("A role rather than a name, such as the owner."),
    "sent_on": mark("Nothing is sent before the customer agrees."),
}


class Detail(QWidget):
    """Written down by itself. What cannot be stored is said under its field and stays there; the rest is stored."""

    def __init__(self, theme: Theme, t: Translator, today: date, hands: Hands) -> None:
        super().__init__()
        self._theme, self._t, self._today, self._hands = theme, t, today, hands
        self._now: InHand | None = None
        self._measure: Measure | None = None
        self._held: set[QWidget] = set()
        self._directory: Directory | None = None
        self._autosave = Autosave(self, self._write)
        self.form = Form(theme, self._refused_text)
        self.decided = self._day(t("Decided on"), t("Approving the plan decides what was not decided on before."))
        self.form.section(t("Referral to a service"))
        self.service = self._service()
        self.fields: dict[str, QLineEdit] = {name: self._text(name) for name in TEXTS}
        self.fields |= {name: self._day(t(words), self._hint(name)) for name, words in DAYS.items()}
        self._autosave.watch(self.decided, *self.fields.values())
        rows = column(self)
        rows.addWidget(self.form)
        rows.addStretch(1)
        self.setFocusProxy(self.decided)

    def _service(self) -> QComboBox:
        box = self.form.choice(self._t("Service"), [("", self._t("None, or in own words"))], "")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(self._choose_service)
        return box

    def _text(self, name: str) -> QLineEdit:
        return self.form.text(self._t(TEXTS[name]), "", self._hint(name))

    def _day(self, name: str, hint: str = "") -> QLineEdit:
        return self.form.text(name, "", hint, check=self._refused_day)

    def _hint(self, name: str) -> str:
        return self._t(HINTS[name]) if name in HINTS else ""

    def _refused_text(self, text: str) -> str:
        if not holds_identity_code(text):
            return ""
        return self._t("That looks like a personal identity code. It is never kept here; please take it away.")

    def _refused_day(self, text: str) -> str:
        return refusal(self._t, lambda: read_day(text, self._today))

    # Showing.

    def flush(self) -> None:
        self._autosave.flush()

    def show_in_hand(self, now: InHand) -> None:
        """Show the measure under the cursor; where somebody is writing in the same one, that stays."""
        self._now = now
        if now.directory and now.directory is not self._directory:
            self._directory = now.directory
            self._list_services(now.directory)
        if now.measure is None:
            return
        is_other = self._measure is None or self._measure.key != now.measure.key
        if is_other:
            self.flush()
        self._measure = now.measure
        self._show(now.measure, every=is_other)

    def _list_services(self, directory: Directory) -> None:
        for service in directory.services.services:
            self.service.addItem(service.name.said(self._t.language).text, service.key)

    def _show(self, measure: Measure, *, every: bool) -> None:
        referral = measure.referral or Referral()
        self.service.setCurrentIndex(max(0, self.service.findData(referral.service)))
        texts = {field: _written(self._t, getattr(referral, name)) for name, field in self.fields.items()}
        for field, text in ((self.decided, written(self._t, measure.decided_on)), *texts.items()):
            if every or not (field.hasFocus() or field in self._held):
                field.setText(text)
                field.setCursorPosition(0)
        if every:
            self._held.clear()
            self.form.refused()

    # Writing.

    def _write(self) -> None:
        measure = self._measure
        if measure is None:
            return
        refused = self.form.refused()
        self._held = set(refused)
        had = measure.referral or Referral()
        asked = replace(had, **{name: self._read(name, getattr(had, name)) for name in self.fields})
        decided = measure.decided_on if self.decided in refused else read_day(text_of(self.decided), self._today)
        changed, faulty, error = with_referral(replace(measure, decided_on=decided), asked)
        if error:
            self._held |= {self.fields["sent_on"], self.fields["answered_on"]}
            self.form.remark(self.fields[faulty], self._t.explain(error), warn=True)
        if changed != measure:
            self._hands.write(changed)

    def _read(self, name: str, stored: Any) -> Any:
        """What is written in a field; what is stored where that cannot be kept."""
        field = self.fields[name]
        if field in self._held:
            return stored
        return read_day(text_of(field), self._today) if name in DAYS else text_of(field)

    def _choose_service(self) -> None:
        """Another service asks for a consent of its own; without one of the catalogue the words stay."""
        now, measure, key = self._now, self._measure, str(self.service.currentData())
        service = self._directory.services.service(key) if self._directory and key else None
        had = (measure.referral if measure else None) or Referral()
        if now is None or measure is None or had.service == key:
            return
        if service:
            changed = to_service(measure, service, now.results.mapping.document_language)
        else:
            changed = with_referral(measure, replace(had, service=""))[0]
        self._hands.write(changed)


def _written(t: Translator, value: str | date | None) -> str:
    return value if isinstance(value, str) else written(t, value)
