"""What became of levels since a plan was approved, and how it was then, as people say today (SCORING-NOTES)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from app.mapping.trend import Movement
from app.services import versions
from app.ui.tokens import M, S
from app.ui.visit.sheet import Bench
from app.ui.widgets import ALIGN, ChoiceBox, para
from app.wording.versions import movement_line

LEVELS = range(5)


class HindsightRows(QWidget):
    """A row for each need: the change, and the level of then to choose. Both differences are told, none is the true."""

    def __init__(self, bench: Bench, told: Sequence[Movement]) -> None:
        super().__init__()
        self._bench, self._t = bench, bench.t
        self.then: dict[str, ChoiceBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, M)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(0, 1)
        for row, movement in enumerate(told):
            grid.addWidget(para(bench.theme, movement_line(self._t, movement), tone="ink"), row, 0, ALIGN.AlignVCenter)
            grid.addWidget(self._choice(movement), row, 1)

    def _choice(self, movement: Movement) -> ChoiceBox:
        t, key = self._t, movement.need.key
        name = movement.need.name.said(t.language).text
        box = ChoiceBox(self._bench.theme, t("{name}: how was it then?", name=name))
        box.addItem(t("How was it then?"), None)
        for level in LEVELS:
            box.addItem(t("Then: {level}", level=level), level)
        box.setCurrentIndex(0 if movement.then is None else movement.then + 1)
        box.activated.connect(lambda _row: self._say(key, box.currentData()))
        self.then[key] = box
        return box

    def _say(self, need_key: str, level: int | None) -> None:
        bench = self._bench
        bench.act(lambda: versions.say_then(bench.desk, bench.key, need_key, level), self._t("Saved"))
