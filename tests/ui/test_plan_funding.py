"""Funding in the plan: routes for the measure in hand with their reasons, chosen and left by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.mapping.model import Agreed, Mapping, Measure, MeasureStatus, OptionType
from app.paths import resource
from app.services.catalogues import FOLDER
from app.services.desk import Desk
from app.ui.plan.funding import Choose, FundingPanel
from app.ui.plan.measures import WHAT
from app.ui.theme import Theme
from tests.ui.plan_window import CAM, PlanWindow

RECRUIT = Measure("a", CAM, OptionType.RECRUITMENT, what="A new machinist")
UNIT = Measure("b", CAM, OptionType.UNIT, what="CAM unit", position=1)

Opened = Callable[..., "Open"]


class Open(PlanWindow):
    """A plan on the screen with one priority and its measures."""

    @property
    def panel(self) -> FundingPanel:
        return self.sheet.page.funding

    def codes(self) -> list[str]:
        return [button.route.code for button in self.panel.buttons]

    def button(self, code: str) -> Choose:
        return next(button for button in self.panel.buttons if button.route.code == code)

    def routes(self) -> dict[str, str]:
        return {m.key: m.funding_route for m in self.stored()}

    def stand_on(self, row: int) -> None:
        table = self.sheet.page.table
        table.setFocus()
        table.setCurrentIndex(self.sheet.model.index(row, WHAT))


@pytest.fixture
def opened(
    theme: Theme, qtbot: QtBot, workshop: Callable[..., Mapping], open_desk: Callable[[Mapping], Desk]
) -> Opened:
    def open_it(*measures: Measure, before: Callable[[Desk], None] = lambda _: None, **changes: Any) -> Open:
        mapping = replace(workshop(), agreed=(Agreed(CAM, 0),), measures=measures, **changes)
        desk = open_desk(mapping)
        before(desk)
        return Open(theme, desk, qtbot, height=900)

    return open_it


def write(desk: Desk, text: str) -> None:
    """An own copy of the funding routes."""
    (desk.folder.root / FOLDER).mkdir()
    (desk.folder.root / FOLDER / "funding.yaml").write_text(text, "utf-8")


def test_that_the_first_measure_has_its_routes_with_their_reasons(opened: Opened) -> None:
    window = opened(RECRUIT, UNIT)
    assert window.panel.isVisible()
    assert window.panel.measure.text() == "A new machinist"
    assert window.codes() == ["F06", "F02", "F03", "F05", "F00"]
    assert [button.route.why for button in window.panel.buttons[:2]] == [
        "Proposed because somebody new is looked for.",
        "Ask first: only if somebody can be hired to be trained, on a wage.",
    ]


def test_that_routes_follow_the_measure_on_which_the_cursor_stands(opened: Opened) -> None:
    window = opened(RECRUIT, UNIT)
    window.stand_on(1)
    assert window.panel.measure.text() == "CAM unit"
    assert window.codes() == ["F01", "F07", "F00"]


def test_that_nothing_is_shown_where_there_is_no_measure(opened: Opened) -> None:
    assert not opened().panel.isVisible()


def test_that_a_click_chooses_a_route_and_a_second_one_leaves_it(opened: Opened) -> None:
    window = opened(RECRUIT, UNIT)
    window.stand_on(1)
    QTest.mouseClick(window.button("F01"), Qt.MouseButton.LeftButton)
    assert window.routes() == {"a": "", "b": "Qualification or unit with state funding (F01)"}
    assert window.said[-1] == "Funding route: Qualification or unit with state funding (F01)"
    assert window.button("F01").accessibleName() == "Chosen: Qualification or unit with state funding"
    QTest.mouseClick(window.button("F01"), Qt.MouseButton.LeftButton)
    assert window.routes() == {"a": "", "b": ""}
    assert window.said[-1] == "No funding route"


def test_that_the_space_bar_does_what_a_click_does_and_the_cursor_stays(opened: Opened) -> None:
    window = opened(UNIT)
    window.button("F01").setFocus()
    QTest.keyClick(window.button("F01"), Qt.Key.Key_Space)
    assert window.routes()["b"].endswith("(F01)")
    assert QApplication.focusWidget() is window.button("F01")


def test_that_tab_leads_from_the_measures_to_their_routes(opened: Opened) -> None:
    window = opened(UNIT)
    window.sheet.page.detail.setFocus()
    for button in window.panel.buttons:
        QTest.keyClick(window.place, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button


def test_that_another_route_takes_the_place_of_the_one_chosen(opened: Opened) -> None:
    window = opened(replace(UNIT, funding_route="Qualification or unit with state funding (F01)"))
    window.button("F00").click()
    assert window.routes()["b"] == "Done at work without outside money (F00)"
    assert [b.route.code for b in window.panel.buttons if b.isChecked()] == ["F00"]


def test_that_a_route_is_named_in_the_language_of_the_documents(opened: Opened) -> None:
    window = opened(UNIT, document_language="sv")
    window.button("F01").click()
    assert window.routes()["b"] == "Statsandelsfinansierad examen eller examensdel (F01)"
    window.button("F01").click()
    assert window.routes()["b"] == ""


def test_that_a_chosen_route_that_no_rule_finds_is_shown_and_can_be_left(opened: Opened) -> None:
    window = opened(replace(UNIT, funding_route="Palkkatuki (F05)"))
    assert window.codes() == ["F05", "F01", "F07", "F00"]
    assert window.button("F05").route.why == "Chosen earlier; the rules do not propose it here."
    window.button("F05").click()
    assert window.codes() == ["F01", "F07", "F00"]


def test_that_a_route_in_own_words_is_told(opened: Opened) -> None:
    window = opened(replace(UNIT, funding_route="A foundation"))
    assert window.panel.remark.text() == "In own words: A foundation"
    assert not any(button.isChecked() for button in window.panel.buttons)


def test_that_what_must_be_checked_says_so_and_is_grey(opened: Opened) -> None:
    window = opened(RECRUIT)
    assert window.button("F06").route.stale
    assert window.button("F06").route.lines[-1] == "Checked 21 Nov 2026: check before decision"
    assert not window.button("F02").route.stale


def test_that_a_measure_that_has_begun_is_warned_of_once_such_a_route_is_chosen(opened: Opened) -> None:
    window = opened(replace(RECRUIT, status=MeasureStatus.IN_PROGRESS))
    assert not window.button("F06").route.warning
    window.button("F06").click()
    assert window.button("F06").route.warning == (
        "This begins before there can be a decision. Ask at once, or put off the start."
    )


def test_that_an_apprenticeship_says_what_is_missing(opened: Opened) -> None:
    window = opened(replace(UNIT, option=OptionType.APPRENTICESHIP))
    assert window.panel.remark.text().startswith("Missing before a provider is contacted about an apprenticeship: ")


def test_that_a_referral_is_told_where_a_rule_has_one(opened: Opened) -> None:
    window = opened(replace(UNIT, option=OptionType.LANGUAGE_SUPPORT))
    assert window.panel.remark.text() == "Refer to: Integration and language training services."


def test_that_an_own_copy_is_in_force(opened: Opened) -> None:
    def own(desk: Desk) -> None:
        shipped = resource(FOLDER, "funding.yaml").read_text("utf-8")
        write(desk, shipped.replace("when: [one_unit], routes: [F01]", "when: [one_unit], routes: [F22]"))

    assert opened(UNIT, before=own).codes()[0] == "F22"


def test_that_a_broken_own_copy_is_told_and_stands_in_nobodys_way(opened: Opened) -> None:
    window = opened(UNIT, before=lambda desk: write(desk, "format: other"))
    assert window.codes()[0] == "F01"
    assert any(said.startswith("funding.yaml breaks the format of catalogues") for said in window.said)


def test_that_every_button_says_the_whole_route_to_those_who_listen(opened: Opened) -> None:
    window = opened(UNIT)
    for button in window.panel.buttons:
        heard = button.accessibleDescription()
        assert button.route.why in heard
        assert "Decides: " in heard
        assert "Checked " in heard
