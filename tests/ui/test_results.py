"""What matters most: what is shown, and what the owner agrees on, straight into the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.model import Agreed, Assessor, Mapping, Targets
from app.mapping.plan import results
from app.mapping.risks import RiskKind, risks
from app.mapping.told import OfRole, Told
from app.services.desk import Desk
from app.ui.results import statements
from app.ui.results.block import StatementBlock
from app.ui.results.legend import BandLegend
from app.ui.results.place import ResultsPlace
from app.ui.results.ranked import ranking
from app.ui.results.sheet import ResultsSheet
from app.ui.theme import Theme
from app.wording.sentences import risk_sentence

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
CHECKED = Qt.ItemDataRole.CheckStateRole
CAM, ROBOT, TURNING = "machinist-cam", "machinist-robot", "machinist-turning"
IDENTITY_CODE = "131052-308T"
Opened = Callable[..., "Open"]


class Open:
    """The results on the screen, and what they said."""

    def __init__(self, theme: Theme, desk: Desk, mapping: Mapping, qtbot: QtBot, size: tuple[int, int]) -> None:
        self.desk, self.said, self.went = desk, list[str](), list[str]()
        self.place = ResultsPlace(theme, Translator("en"), desk, mapping.key, self.said.append, self.went.append)
        self.place.resize(*size)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()
        self.place.activateWindow()

    @property
    def sheet(self) -> ResultsSheet:
        assert self.place.sheet
        return self.place.sheet

    def press(self, key: Qt.Key, *, alt: bool = False) -> None:
        QTest.keyClick(self.sheet.list, key, Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier)

    def rows(self) -> list[str]:
        """What is heard of each row of the list."""
        model = self.sheet.priorities
        return [str(model.data(model.index(i, 0), SPOKEN)) for i in range(model.rowCount())]

    def row(self, need_key: str) -> QModelIndex:
        return self.sheet.priorities.index(self.sheet.priorities.row_of(need_key), 0)

    def agreed(self) -> list[str]:
        """Keys of the stored agreed needs, in the owner's order."""
        return [a.need_key for a in self.desk.cases.load("mapping").agreed]

    def reasons(self) -> list[str]:
        return [a.reason for a in self.desk.cases.load("mapping").agreed]

    def give_reason(self, words: str) -> None:
        self.sheet.hand.reason.clear()
        QTest.keyClicks(self.sheet.hand.reason, words)
        self.place.flush()

    def cells(self) -> dict[tuple[str, str], str]:
        """What stands in the heat map, by competence and role."""
        model = self.sheet.heat
        return {
            (row.name, role.name): str(model.data(model.index(r, c)))
            for r, row in enumerate(model.heat.rows)
            for c, role in enumerate(model.heat.roles)
        }

    def cell(self, row: int, column: int) -> str:
        model = self.sheet.heat
        return str(model.data(model.index(row, column), SPOKEN))


@pytest.fixture
def opened(
    theme: Theme, qtbot: QtBot, workshop: Callable[..., Mapping], open_desk: Callable[[Mapping], Desk]
) -> Opened:
    def open_it(size: tuple[int, int] = (1302, 680), zoom: float = 1.0, **changes: Any) -> Open:
        mapping = replace(workshop(), **changes)
        return Open(theme._replace(zoom=zoom), open_desk(mapping), mapping, qtbot, size)

    return open_it


def heard(block: StatementBlock) -> list[str]:
    return [row.spoken for row in block.model.rows]


def agreed(*keys: str) -> tuple[Agreed, ...]:
    return tuple(Agreed(key, place) for place, key in enumerate(keys))


# The list.


def test_that_the_list_stands_as_computed_until_something_is_agreed(opened: Opened) -> None:
    rows = opened().rows()
    assert rows[0] == (
        "1. CAM programming, Machinist. Urgent, 75 of 100. Criticality 3, short by 2.3 levels, 0/2 able now."
    )
    assert [row.partition(".")[0] for row in rows[:3]] == ["1", "2", "3"]


def test_that_a_need_that_is_not_assessed_is_never_shown_as_zero(opened: Opened) -> None:
    window = opened()
    unknown = [r for r in window.sheet.priorities.ranked if r.priority.scored.score.index is None]
    assert len(unknown) == 5
    for row in unknown:
        assert "Not assessed. " in row.spoken
        assert " of 100" not in row.spoken
        assert "nobody assessed yet" in row.reason
        assert row.spoken.startswith(row.name), "what is neither agreed nor assessed has no place"
    assert window.cells()["CNC turning", "Welder"] == "?"
    assert "0" not in window.cells().values()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_a_key_agrees_and_the_same_key_takes_away(opened: Opened, key: Qt.Key) -> None:
    window = opened()
    window.sheet.list.take(ROBOT)
    window.press(key)
    assert window.agreed() == [ROBOT]
    assert window.said == ["Agreed: Using a robot"]
    assert window.sheet.list.currentIndex() == window.row(ROBOT)
    window.press(key)
    assert window.agreed() == []
    assert window.said[-1] == "Taken away: Using a robot"


def test_that_a_click_on_the_mark_agrees_and_a_click_beside_it_only_chooses(opened: Opened) -> None:
    window = opened()
    at = window.sheet.list.visualRect(window.row(ROBOT))
    viewport = window.sheet.list.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at.center())
    assert window.agreed() == []
    assert window.sheet.list.currentIndex() == window.row(ROBOT)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(at.left() + 16, at.top() + 20))
    assert window.agreed() == [ROBOT]
    assert window.row(ROBOT).data(CHECKED) == Qt.CheckState.Checked
    assert window.row(CAM).data(CHECKED) == Qt.CheckState.Unchecked


def test_that_agreed_ones_move_to_the_top_and_the_computed_place_is_told(opened: Opened) -> None:
    window = opened(agreed=agreed(TURNING, CAM))
    rows = window.rows()
    assert rows[0].startswith("1. CNC turning, Machinist.")
    assert rows[0].endswith("Moved up from place 3.")
    assert rows[1].endswith("Moved down from place 1.")
    assert rows[2].startswith("3. Using a robot, Machinist.")
    assert "Moved" not in rows[2]


def test_that_the_group_of_agreed_ones_is_closed_by_a_rule(opened: Opened) -> None:
    window = opened(agreed=agreed(TURNING, CAM))
    assert [r.priority.last_agreed for r in window.sheet.priorities.ranked[:3]] == [False, True, False]


def test_that_alt_and_an_arrow_move_an_agreed_one_and_both_are_stored(opened: Opened) -> None:
    window = opened(agreed=agreed(CAM, ROBOT, TURNING))
    window.sheet.list.take(TURNING)
    window.press(Qt.Key.Key_Up, alt=True)
    assert window.agreed() == [CAM, TURNING, ROBOT]
    assert window.said == ["Moved to place 2: CNC turning"]
    window.press(Qt.Key.Key_Down, alt=True)
    assert window.agreed() == [CAM, ROBOT, TURNING]
    assert window.sheet.list.currentIndex() == window.row(TURNING)


def test_that_the_buttons_move_the_row_in_hand(opened: Opened) -> None:
    window = opened(agreed=agreed(CAM, ROBOT))
    window.sheet.hand.down.click()
    assert window.agreed() == [ROBOT, CAM]
    window.sheet.hand.up.click()
    assert window.agreed() == [CAM, ROBOT]


def test_that_a_move_that_cannot_be_made_is_told(opened: Opened) -> None:
    window = opened(agreed=agreed(CAM, ROBOT))
    window.press(Qt.Key.Key_Up, alt=True)
    window.sheet.list.take(ROBOT)
    window.press(Qt.Key.Key_Down, alt=True)
    window.sheet.list.take(TURNING)
    window.press(Qt.Key.Key_Up, alt=True)
    assert window.said == [
        "This is the first one already.",
        "This is the last of the agreed ones already.",
        "Agree on this first. Only what is agreed stands in the owner's order.",
    ]
    assert window.agreed() == [CAM, ROBOT]


def test_that_the_owners_reason_is_kept_and_said_with_the_move(opened: Opened) -> None:
    window = opened(agreed=agreed(ROBOT, CAM))
    assert window.sheet.hand.reason.isVisible()
    window.give_reason("the cell comes in March")
    assert window.reasons() == ["the cell comes in March", ""]
    assert window.rows()[0].endswith("Moved up from place 2: the cell comes in March.")
    assert window.said == ["Saved"]


def test_that_a_reason_can_only_be_given_for_what_was_moved(opened: Opened) -> None:
    window = opened(agreed=(Agreed(CAM, 0, "an old reason"), Agreed(TURNING, 1, "it carries the others")))
    assert not window.sheet.hand.reason.isVisible()
    window.sheet.list.take(TURNING)
    assert window.sheet.hand.reason.isVisible()
    assert window.sheet.hand.reason.text() == "it carries the others"


def test_that_an_identity_code_is_refused_and_stays_to_be_corrected(opened: Opened) -> None:
    window = opened(agreed=agreed(ROBOT, CAM))
    window.give_reason(f"asked by {IDENTITY_CODE}")
    assert window.reasons() == ["", ""]
    assert window.sheet.hand.reason.text() == f"asked by {IDENTITY_CODE}"
    assert window.said == [
        "That looks like a personal identity code. It is never kept here; please take it away.",
    ]


def test_that_a_sixth_is_refused_in_a_sentence(opened: Opened) -> None:
    window = opened(agreed=agreed(CAM, ROBOT, TURNING, "welder-cam", "welder-turning"))
    window.sheet.list.take("welder-robot")
    window.press(Qt.Key.Key_Space)
    assert len(window.agreed()) == 5
    assert window.said == ["5 are agreed already. Take one away first, and this one can take its place."]


def test_that_one_button_agrees_on_what_presses_most(opened: Opened) -> None:
    window = opened(agreed=agreed(TURNING))
    window.sheet.hand.fill.click()
    assert window.agreed() == [TURNING, CAM, ROBOT]
    assert window.said == ["2 needs agreed"]
    assert not window.sheet.hand.fill.isVisible(), "what is not assessed is not agreed on unseen"
    assert window.sheet.list.hasFocus()


def test_that_how_many_are_agreed_stands_over_the_list(opened: Opened) -> None:
    window = opened(agreed=agreed(CAM, ROBOT))
    assert "2 of 5 agreed" in [label.text() for label in window.place.findChildren(QLabel)]


# Beside the list.


def test_that_what_to_fix_first_has_words_and_no_points(opened: Opened) -> None:
    assert heard(opened().sheet.fix_first) == [
        "Forklift permit, 1 person: expired 30 Sep 2026, 54 days ago. Machinist.",
        "Safety card, 2 people: ends 14 Dec 2026, in 21 days. Welder.",
    ]


def test_that_the_heat_map_has_one_row_for_the_same_competence_of_several_roles(opened: Opened) -> None:
    window = opened()
    assert [row.name for row in window.sheet.heat.heat.rows] == [
        "CNC turning",
        "CAM programming",
        "Using a robot",
        "Safety at work",
    ]
    assert window.cells()["CAM programming", "Machinist"] == "75"
    assert window.cells()["CAM programming", "Welder"] == "?"


def test_that_what_is_not_asked_of_a_role_is_neither_unknown_nor_zero(
    opened: Opened, workshop: Callable[..., Mapping]
) -> None:
    needs = tuple(n for n in workshop().needs if n.key != "welder-cam")
    window = opened(needs=needs)
    assert window.cells()["CAM programming", "Welder"] == "·"
    assert window.cell(1, 1) == "CAM programming, Welder. Not asked of this role."


def test_that_a_role_of_whom_nothing_is_asked_has_no_column(opened: Opened, workshop: Callable[..., Mapping]) -> None:
    needs = tuple(n for n in workshop().needs if n.role_key == "machinist")
    assert [role.name for role in opened(needs=needs).sheet.heat.heat.roles] == ["Machinist"]


def test_that_needs_in_own_words_share_a_row_when_their_words_are_the_same(
    opened: Opened, workshop: Callable[..., Mapping]
) -> None:
    own = tuple(replace(n, source_key="", competence_code="") for n in workshop().needs)
    assert len(opened(needs=own).sheet.heat.heat.rows) == 4


def test_that_cells_are_heard_in_words(opened: Opened) -> None:
    window = opened()
    assert window.cell(1, 0) == (
        "CAM programming, Machinist. Urgent, 75 of 100. Criticality 3, short by 2.3 levels, 0/2 able now."
    )
    assert window.cell(0, 1) == "CNC turning, Welder. Not assessed. Criticality 3, nobody assessed yet."


def test_that_enter_in_the_heat_map_takes_the_need_in_hand(opened: Opened) -> None:
    window = opened()
    window.sheet.map.setCurrentIndex(window.sheet.heat.index(2, 0))
    QTest.keyClick(window.sheet.map, Qt.Key.Key_Return)
    assert window.sheet.list.currentIndex() == window.row(ROBOT)


def test_that_the_legend_says_every_band_in_words(opened: Opened) -> None:
    window = opened()
    legend = window.place.findChild(BandLegend)
    assert legend is not None
    keys = [key.accessibleName() for key in legend.findChildren(QWidget) if key.accessibleName()]
    assert keys == ["Urgent", "Important", "Watch", "In order", "Not assessed"]


def test_that_coverage_tells_of_business_critical_needs_alone(opened: Opened) -> None:
    assert heard(opened().sheet.coverage) == [
        "CAM programming, Machinist. 2 people must be able; now nobody is.",
        "CNC turning, Machinist. 2 people are able, and that is enough.",
        "CAM programming, Welder. It is not known who can do this.",
        "CNC turning, Welder. It is not known who can do this.",
    ]


def test_that_risks_are_sentences_with_their_needs_and_cards_are_not_repeated(
    opened: Opened, workshop: Callable[..., Mapping]
) -> None:
    kept = tuple(a for a in workshop().assessments if (a.person_key, a.need_key) != ("machinist-1", TURNING))
    window = opened(assessments=kept)
    assert heard(window.sheet.risks) == [
        "One person alone can do this. When that person is away, the work stands still. CNC turning (Machinist).",
    ]


def test_that_every_kind_of_risk_has_its_place_on_the_screen(workshop: Callable[..., Mapping], today: date) -> None:
    """R4 stands under what to fix first, R1–R3 and R5–R7 under risks."""
    mapping = workshop()
    role = replace(mapping.roles[0], importance=3)
    said = OfRole(role.key, alone=1, leaving="yes", passed_on="no", substitute="no", months_open=5)
    growing = tuple(replace(need, targets=Targets(3, 3, 4)) for need in mapping.needs)
    expected = replace(mapping, roles=(role, *mapping.roles[1:]), needs=growing)
    found, t = results(expected, today, Told(roles=(said,), owner_change=True)), Translator("en")
    flags = risks(found)
    assert {risk.kind for risk in flags} == set(RiskKind)
    shown = {row.name for row in statements.at_risk(t, found)}
    assert shown == {risk_sentence(t, risk) for risk in flags if risk.kind is not RiskKind.EXPIRING}
    cards = {risk.fix.holding.name.en for risk in flags if risk.fix}
    assert cards <= {row.name for row in statements.to_fix_first(t, found)}


def test_that_blocks_with_nothing_to_say_are_not_there(opened: Opened) -> None:
    window = opened(cards=())
    assert not window.sheet.fix_first.isVisible()
    assert not window.sheet.risks.isVisible()


# The place.


def test_that_the_measures_are_one_button_away(opened: Opened) -> None:
    window = opened()
    window.sheet.onward.click()
    assert window.went == ["plan"]


def focusable(root: QWidget) -> list[QWidget]:
    """What Tab reaches, in its order."""
    found, at = list[QWidget](), root.nextInFocusChain()
    while at and at is not root:
        if at.isVisible() and at.isEnabled() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(at)
        at = at.nextInFocusChain()
    return [widget for widget in found if root.isAncestorOf(widget)]


def test_that_everything_that_takes_the_focus_has_a_name_and_tab_follows_the_reading_order(
    opened: Opened, workshop: Callable[..., Mapping]
) -> None:
    kept = tuple(a for a in workshop().assessments if (a.person_key, a.need_key) != ("machinist-1", TURNING))
    window = opened(agreed=agreed(ROBOT, CAM), assessments=kept)
    assert [widget.accessibleName() for widget in focusable(window.place)] == [
        "What if?",
        "Plan the measures",
        "Fix first",
        "Priorities",
        "Agree on the first five",
        "Move up",
        "Move down",
        "Why the owner moved it",
        "Roles and competences",
        "Importance and what is reached",
        "Enough people able",
        "Risks",
    ]


def test_that_the_list_has_the_focus_when_the_place_gets_it(opened: Opened) -> None:
    window = opened()
    window.place.setFocus()
    assert window.sheet.list.hasFocus()


def test_that_refreshing_shows_the_store_and_keeps_the_need_in_hand(opened: Opened) -> None:
    window = opened()
    window.sheet.list.take(TURNING)
    window.desk.cases.put("mapping", Agreed(TURNING, 0))
    window.place.refresh()
    assert window.rows()[0].startswith("1. CNC turning")
    assert window.sheet.list.currentIndex() == window.row(TURNING)


def test_that_the_columns_stand_side_by_side_where_there_is_room_and_else_one_under_the_other(opened: Opened) -> None:
    def left_of_map(window: Open) -> bool:
        at = window.sheet.map.mapTo(window.place, QPoint())
        return at.x() > window.sheet.list.width()

    assert left_of_map(opened())
    narrow = opened(size=(820, 640), key="narrow")
    assert not left_of_map(narrow)
    assert narrow.place.minimumSizeHint().height() > 640, "the window scrolls what does not fit"


def test_that_rows_grow_with_the_text_and_no_more_width_is_needed_than_a_laptop_has(opened: Opened) -> None:
    plain, large = opened(), opened(zoom=2.0, key="large")
    heights = [w.sheet.list.sizeHintForIndex(w.sheet.priorities.index(0, 0)).height() for w in (plain, large)]
    assert heights[1] > 1.5 * heights[0]
    assert large.place.minimumSizeHint().width() <= 1302


def test_that_without_needs_the_place_says_where_to_choose_them(opened: Opened) -> None:
    window = opened(needs=(), assessments=())
    assert window.place.sheet is None
    texts = [label.text() for label in window.place.findChildren(QLabel)]
    assert "No competences have been chosen for any role yet. Choose them first; the results follow." in texts
    press(window, "Choose roles and needs")
    assert window.went == ["needs"]


def test_that_with_nobody_assessed_the_place_says_where_levels_are_given_and_still_what_to_fix_first(
    opened: Opened,
) -> None:
    window = opened(assessments=())
    assert window.place.sheet is None
    texts = [label.text() for label in window.place.findChildren(QLabel)]
    assert "Nobody has been assessed yet, so nothing can be compared. Give the present levels first." in texts
    block = window.place.findChild(StatementBlock)
    assert block is not None
    assert len(heard(block)) == 2
    press(window, "Present levels")
    assert window.went == ["matrix"]


def test_that_the_place_opens_when_levels_come_and_closes_when_they_go(
    opened: Opened, workshop: Callable[..., Mapping]
) -> None:
    window, answers = opened(assessments=()), workshop().assessments
    window.desk.cases.put("mapping", *answers)
    window.place.refresh()
    assert window.place.sheet is not None
    window.desk.cases.drop("mapping", *answers)
    window.place.refresh()
    assert window.place.sheet is None


def press(window: Open, name: str) -> None:
    buttons = window.place.findChildren(QAbstractButton)
    next(button for button in buttons if button.accessibleName() == name).click()


def test_that_an_uncertain_band_says_whose_rating_would_settle_it(
    workshop: Callable[..., Mapping], today: date
) -> None:
    mapping = workshop()
    answers = tuple(
        replace(a, assessor=Assessor.SELF, level=2) if a.person_key == "machinist-1" else a for a in mapping.assessments
    )
    rows = ranking(Translator("en"), results(replace(mapping, assessments=answers), today))
    [row] = [r for r in rows if r.priority.scored.need.key == "machinist-turning"]
    doubt = "Uncertain: a supervisor's rating of H2 would settle it."
    assert row.reason.endswith(doubt)
    assert row.spoken.endswith(doubt)


def test_that_where_the_page_is_scrolled_no_list_in_it_is_and_the_rest_is_a_button_away(
    opened: Opened, workshop: Callable[..., Mapping]
) -> None:
    needs = workshop().needs
    more = tuple(replace(need, key=f"{need.key}-more") for need in needs[:4])
    window = opened(size=(820, 640), key="narrow", needs=(*needs, *more))
    sheet = window.sheet
    rows = range(len(needs) + 4)
    assert [sheet.list.isRowHidden(row) for row in rows] == [row >= 8 for row in rows]
    assert sheet.more.text() == f"Show all {len(rows)}"
    sheet.more.click()
    assert not any(sheet.list.isRowHidden(row) for row in rows)
    assert not sheet.more.isVisible()
    assert sheet.list.verticalScrollBar().maximum() == sheet.fix_first.list.verticalScrollBar().maximum() == 0
