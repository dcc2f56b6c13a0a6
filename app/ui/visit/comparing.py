"""Two versions of a plan, or a version and the plan as it is now, and what differs between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.versions import Approval
from app.services import versions
from app.ui.flow import FlowLayout
from app.ui.tokens import BODY, M, S
from app.ui.visit.differences import grouped
from app.ui.visit.sheet import Bench
from app.ui.widgets import ChoiceBox, column, label, line, para

NOW = 0
"""In place of a number: the plan as it is."""
OLD_KEPT, NEW_KEPT = "compared from", "compared to"


class Comparing(QWidget):
    """From the newest version to the plan as it is now, until somebody chooses otherwise."""

    def __init__(self, bench: Bench, approvals: Sequence[Approval]) -> None:
        super().__init__()
        self._bench, self._theme, self._t = bench, bench.theme, bench.t
        newest_first = sorted((a.number for a in approvals), reverse=True)
        self.old = self._box(self._t("From"), newest_first, bench.kept.get(OLD_KEPT))
        self.new = self._box(self._t("To"), [NOW, *newest_first], bench.kept.get(NEW_KEPT))
        self._rows = column(self, gap=M)
        self._rows.addWidget(self._choices())
        self._shown = QWidget()
        self._rows.addWidget(self._shown)
        self._show()

    def _box(self, name: str, numbers: Sequence[int], chosen: int | None) -> ChoiceBox:
        box = ChoiceBox(self._theme, name)
        for number in numbers:
            box.addItem(_version(self._t, number), number)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.activated.connect(lambda _row: self._choose())
        return box

    def _choices(self) -> QWidget:
        choices = QWidget()
        row = FlowLayout(choices, M, S)
        for box in (self.old, self.new):
            pair = QWidget()
            words = label(self._theme, box.accessibleName(), tone="ink2")
            words.setBuddy(box)
            both = line(pair, gap=S)
            both.addWidget(words)
            both.addWidget(box)
            row.addWidget(pair)
        return choices

    def _choose(self) -> None:
        self._bench.kept.update({OLD_KEPT: self.old.currentData(), NEW_KEPT: self.new.currentData()})
        self._show()

    def _show(self) -> None:
        old, new = self.old.currentData(), self.new.currentData()
        found = grouped(self._t, versions.compared(self._bench.desk, self._bench.key, old, new or None))
        shown = QWidget()
        rows = column(shown, gap=S)
        for head, lines in found:
            rows.addWidget(label(self._theme, head, BODY, "semibold"))
            for words in lines:
                rows.addWidget(para(self._theme, words, tone="ink"))
            rows.addSpacing(S)
        if not found:
            rows.addWidget(para(self._theme, self._t("Nothing differs."), tone="ink"))
        self._rows.replaceWidget(self._shown, shown)
        shown.show()
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = shown


def _version(t: Translator, number: int) -> str:
    return t("Version {number}", number=number) if number else t("The plan as it is now")
