"""The day and what is otherwise on it, chosen and taken away again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QWidget

from app.i18n import Translator
from app.mapping.followups import months_after
from app.mapping.model import Mapping
from app.mapping.scenario import Scenario
from app.ui.flow import empty
from app.ui.forms import add_row
from app.ui.results import switch_words
from app.ui.results.switch_words import KINDS, Choice, Kind
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.tokens import NOTE, M, S
from app.ui.widgets import Button, ChoiceBox, column, label, line, para
from app.wording.words import level_name

MONTHS = 36
"""As far as targets reach."""
TRACK, HANDLE = 4, 18
"""Height of the track and side of the handle of the slider, in pixels at 100 %."""


class Switches(QWidget):
    """Changes a scenario; what stands in it is shown by whoever owns it."""

    changed = Signal(object)

    def __init__(self, theme: Theme, t: Translator, mapping: Mapping, today: date) -> None:
        super().__init__()
        self._theme, self._t, self._mapping, self._today = theme, t, mapping, today
        self._scenario = Scenario("", "", today, ())
        rows = column(self)
        rows.addWidget(Section(theme, t("The day")))
        rows.addSpacing(S)
        self.day = self._slider()
        self._shown_day = label(theme, "")
        rows.addWidget(self._shown_day)
        rows.addWidget(self.day)
        rows.addLayout(self._ends())
        rows.addSpacing(M)
        rows.addWidget(Section(theme, t("What is otherwise")))
        rows.addSpacing(S)
        self._listed = column()
        rows.addLayout(self._listed)
        rows.addSpacing(M)
        self._add_choices()

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, MONTHS)
        slider.setPageStep(6)
        if not self._theme.of_system:
            slider.setStyleSheet(_slider_sheet(self._theme))
        slider.setAccessibleName(self._t("Months from today"))
        slider.valueChanged.connect(self._go_to_month)
        return slider

    def _ends(self) -> QHBoxLayout:
        """What the slider reaches from and to."""
        ends = line()
        ends.addWidget(label(self._theme, self._t("today"), NOTE, tone="ink2"))
        ends.addStretch(1)
        ends.addWidget(label(self._theme, self._t("in three years"), NOTE, tone="ink2"))
        return ends

    def _add_choices(self) -> None:
        t = self._t
        self.kind = self._choice(t("What happens"))
        self.subject = self._choice(t("Whom or what"))
        self.need = self._choice(t("Competence"))
        self.level = self._choice(t("Level"))
        for kind in switch_words.kinds(self._mapping):
            self.kind.addItem(t(KINDS[kind]), kind)
        for level in range(5):
            self.level.addItem(t("Level {level}: {words}", level=level, words=level_name(t, level)), level)
        self.level.setCurrentIndex(3)
        self.kind.currentIndexChanged.connect(self._offer_subjects)
        self.subject.currentIndexChanged.connect(self._offer_needs)
        self.add = Button(self._theme, t("Add"), icon="plus")
        self.add.clicked.connect(self._add)
        rows = self.layout()
        assert rows
        rows.addWidget(self.add)
        self._offer_subjects()

    def _choice(self, name: str) -> QComboBox:
        rows = self.layout()
        box = ChoiceBox(self._theme, name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        part = QWidget()
        add_row(self._theme, column(part), name, box)
        assert rows
        rows.addWidget(part)
        return box

    # What can be chosen follows from what was chosen above it.

    @property
    def _kind(self) -> Kind:
        kind: Kind = self.kind.currentData()
        return kind

    def _offer_subjects(self) -> None:
        _fill(self.subject, switch_words.subjects(self._t, self._mapping, self._kind))
        self._offer_needs()

    def _offer_needs(self) -> None:
        trained = self._kind == "trained"
        offered = switch_words.needs(self._t, self._mapping, str(self.subject.currentData())) if trained else ()
        _fill(self.need, offered)
        _part(self.need).setVisible(trained)
        _part(self.level).setVisible(self._kind in {"trained", "hired"})
        self.add.setEnabled(self.subject.count() > 0 and (not trained or self.need.count() > 0))

    # What stands in the scenario.

    def show_scenario(self, scenario: Scenario) -> None:
        """Show another scenario."""
        self._scenario = scenario
        day = self._t.day(scenario.on)
        self._shown_day.setText(self._t("On {day}", day=day))
        with QSignalBlocker(self.day):
            self.day.setValue(_months_between(self._today, scenario.on))
        self.day.setAccessibleDescription(day)
        self._list_switches()

    def _list_switches(self) -> None:
        empty(self._listed)
        t, scenario = self._t, self._scenario
        if not scenario.switches:
            self._listed.addWidget(para(self._theme, t("Nothing yet: choose below what could happen.")))
        for place, switch in enumerate(scenario.switches):
            words = switch_words.switch_words(t, self._mapping, switch)
            self._listed.addWidget(self._row(words, partial(self._take_away, place)))

    def _row(self, words: str, take_away: Callable[[], None]) -> QWidget:
        row, said = QWidget(), para(self._theme, words, tone="ink")
        parts = line(row, gap=S)
        parts.addWidget(said, 1)
        remove = Button(self._theme, "", "link", icon="close")
        said.setContentsMargins(0, (remove.sizeHint().height() - self._theme.height(1, 0)) // 2, 0, 0)
        remove.setAccessibleName(self._t("Take away: {name}", name=words))
        remove.setToolTip(remove.accessibleName())
        remove.clicked.connect(take_away)
        parts.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _go_to_month(self, months: int) -> None:
        self.changed.emit(replace(self._scenario, on=months_after(self._today, months)))

    def _add(self) -> None:
        subject, need = str(self.subject.currentData()), str(self.need.currentData())
        switch = switch_words.switch_of(self._mapping, self._kind, subject, need, self.level.currentData())
        self.changed.emit(replace(self._scenario, switches=(*self._scenario.switches, switch)))

    def _take_away(self, place: int) -> None:
        left = tuple(s for n, s in enumerate(self._scenario.switches) if n != place)
        self.changed.emit(replace(self._scenario, switches=left))
        self.add.setFocus()


def _slider_sheet(theme: Theme) -> str:
    """A track with a round handle; Fusion's own is hardly seen on dark paper."""
    track, handle = round(TRACK * theme.zoom), round(HANDLE * theme.zoom)
    ink, accent, sheet, rule = (theme.colour(name).name() for name in ("ink", "accent", "sheet", "rule"))
    return f"""
    QSlider {{ min-height: {handle + 4}px; }}
    QSlider::groove {{ height: {track}px; border-radius: {track // 2}px; background: {rule}; }}
    QSlider::sub-page {{ border-radius: {track // 2}px; background: {accent}; }}
    QSlider::handle {{ width: {handle - 4}px; margin: -{(handle - track) // 2}px 0; border: 2px solid {accent};
        border-radius: {handle // 2}px; background: {sheet}; }}
    QSlider::handle:focus {{ border-color: {ink}; background: {accent}; }}
    """


def _fill(box: QComboBox, choices: tuple[Choice, ...]) -> None:
    box.clear()
    for choice in choices:
        box.addItem(choice.words, choice.key)


def _part(box: QComboBox) -> QWidget:
    """A choice together with its label."""
    part = box.parentWidget()
    assert part
    return part


def _months_between(start: date, end: date) -> int:
    return max(min((end.year - start.year) * 12 + end.month - start.month, MONTHS), 0)
