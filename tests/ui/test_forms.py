"""Forms: no field without its label, its name and its remark, and nothing waits for a button to be stored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.ui.autosave import Autosave
from app.ui.forms import Form, text_of
from app.ui.needs.roles import HeadCount
from app.ui.pick import PickField
from app.ui.theme import Theme
from app.ui.widgets import ChoiceBox


def refuse_x(text: str) -> str:
    return "No x here." if "x" in text else ""


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> Form:
    made = Form(theme, refuse_x)
    qtbot.addWidget(made)
    return made


def test_that_every_kind_of_row_has_a_label_a_name_and_a_description(form: Form) -> None:
    fields = (
        form.text("Name", "Metal Ltd", "As on the door."),
        form.paragraph("Goal", "Two robots", "In own words."),
        form.choice("Size", [("", "not said"), ("1", "one")], "1", "Heads."),
    )
    labels = {label.text(): label.buddy() for label in form.findChildren(QLabel) if label.buddy() is not None}
    assert list(labels) == ["Name", "Goal", "Size"]
    assert [labels[name] for name in labels] == list(fields)
    assert [f.accessibleName() for f in fields] == ["Name", "Goal", "Size"]
    assert [f.accessibleDescription() for f in fields] == ["As on the door.", "In own words.", "Heads."]
    heard = [QAccessible.queryAccessibleInterface(f).text(QAccessible.Text.Name) for f in fields[:2]]
    assert heard == ["Name", "Goal"]


def test_that_a_choice_begins_with_what_is_stored_or_with_the_first(form: Form) -> None:
    choices = [("", "not said"), ("1", "one")]
    assert form.choice("Size", choices, "1").currentText() == "one"
    assert form.choice("Size", choices, "seven").currentText() == "not said"


def test_that_what_is_said_of_a_text_follows_every_key(form: Form) -> None:
    name = form.text("Name", "", "As on the door.", live=lambda text: f"{len(text)} letters." if text else "")
    QTest.keyClicks(name, "ab")
    assert name.accessibleDescription() == "2 letters."
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Backspace)
    assert name.accessibleDescription() == "As on the door."


def test_that_a_reminder_comes_first_and_refuses_nothing(theme: Theme, qtbot: QtBot) -> None:
    form = Form(theme, refuse_x, lambda text: "Really?" if "?" in text else "")
    qtbot.addWidget(form)
    goal = form.paragraph("Goal", "fine", "In own words.")
    QTest.keyClicks(goal, "?")
    assert goal.accessibleDescription() == "Really?"
    assert form.refused() == {}
    QTest.keyClicks(goal, "x")
    assert form.refused() == {goal: "No x here."}
    assert goal.accessibleDescription() == "No x here."


def test_that_a_field_to_pick_in_is_a_row_like_others(form: Form, theme: Theme) -> None:
    field = PickField(theme, "Town", "", "x")
    form.pick("Town", field, "Type its beginning.", lambda _text: "Choose one.")
    assert field in form.fields
    assert form.refused() == {field: "No x here."}
    field.setText("Turku")
    assert form.refused() == {field: "Choose one."}
    assert field.accessibleName() == "Town"


def test_that_what_is_refused_stays_and_says_why_until_it_is_right(form: Form) -> None:
    name, goal = form.text("Name", "x"), form.paragraph("Goal", "fine", "In own words.")
    assert form.refused() == {name: "No x here."}
    assert (text_of(name), name.accessibleDescription()) == ("x", "No x here.")
    assert goal.accessibleDescription() == "In own words."
    name.setText("y")
    assert form.refused() == {}
    assert name.accessibleDescription() == ""


def test_that_a_field_has_a_check_of_its_own_beside_the_common_one(form: Form) -> None:
    code = form.text("Code", "ab", check=lambda text: "" if text.isdigit() else "Digits only.")
    assert form.refused() == {code: "Digits only."}
    code.setText("x")
    assert form.refused() == {code: "No x here."}


@pytest.mark.parametrize("kind", ["choice", "number"])
def test_that_the_wheel_scrolls_the_page_and_changes_nothing(theme: Theme, qtbot: QtBot, kind: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, number = ChoiceBox(theme, "Size", page), HeadCount(theme, "People", 2)
    number.setParent(page)
    box.addItems(["one", "two", "three"])
    field: QWidget = box if kind == "choice" else number
    with qtbot.waitExposed(page):
        page.show()
    field.setFocus()
    middle = QPointF(5, 5)
    turn = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
    assert (box.currentIndex(), number.value()) == (0, 2)
    assert not turn.isAccepted()


Typed = Callable[[QWidget], None]


def _typed(field: QWidget) -> None:
    QTest.keyClicks(field, "7")


def _stepped(field: QWidget) -> None:
    assert isinstance(field, QSpinBox)
    field.stepUp()


def _chosen(field: QWidget) -> None:
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(1)
    field.activated.emit(1)


@pytest.mark.parametrize(
    ("kind", "change", "at_once"),
    [
        (QLineEdit, _typed, False),
        (QPlainTextEdit, _typed, False),
        (QSpinBox, _stepped, False),
        (QComboBox, _chosen, True),
    ],
)
def test_that_a_change_is_written_when_the_cursor_leaves_and_once(
    theme: Theme, qtbot: QtBot, kind: type[QWidget], change: Typed, at_once: bool
) -> None:
    page, written = QWidget(), list[bool]()
    qtbot.addWidget(page)
    field, other = kind(page), QLineEdit(page)
    if isinstance(field, QComboBox):
        field.addItems(["one", "two"])
    Autosave(page, lambda: written.append(True)).watch(field)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.setFocus()
    other.setFocus()
    assert written == []
    field.setFocus()
    change(field)
    assert written == [True] * at_once
    other.setFocus()
    assert written == [True]
    assert QApplication.focusWidget() is other


def test_that_flushing_writes_what_waits_and_only_that(theme: Theme, qtbot: QtBot) -> None:
    field, written = QLineEdit(), list[bool]()
    qtbot.addWidget(field)
    autosave = Autosave(field, lambda: written.append(True))
    autosave.watch(field)
    autosave.flush()
    assert written == []
    QTest.keyClicks(field, "a")
    autosave.flush()
    autosave.flush()
    assert written == [True]
