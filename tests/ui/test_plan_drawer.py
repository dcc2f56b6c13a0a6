"""The drawer beside the plan: all offers searched for a need, a path of several steps, and one programme for all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Agreed, Mapping, Measure, OptionType
from app.mapping.ways import Option
from app.offers.model import Offer
from app.ui.plan import facts
from app.ui.plan.amounts import read_amount, written_amount
from app.ui.plan.aside import Kind
from app.ui.plan.finding import without
from app.ui.plan.offer_search import OfferSearch
from app.ui.plan.programme import ProgrammePanel
from app.ui.plan.steps import Steps
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop
from tests.ui.plan_window import CAM, COURSE, OLD, TURNING, UNIT, PlanWindow, write

Opened = Callable[..., PlanWindow]
MINE = Measure("mine", CAM, OptionType.PAIR_WORK, what="Pair work")


@pytest.fixture
def agreed(workshop: Workshop) -> Mapping:
    mapping = workshop()
    needs = tuple(replace(n, unit_code="101108") if n.key == CAM else n for n in mapping.needs)
    return replace(mapping, needs=needs, agreed=(Agreed(CAM, 0), Agreed(TURNING, 1)))


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, agreed: Mapping, open_desk: OpenDesk) -> Opened:
    def open_it(*offers: Offer, zoom: float = 1.0, **changes: Any) -> PlanWindow:
        desk = open_desk(replace(agreed, **changes))
        desk.library.put_offers(offers or (COURSE, UNIT, OLD))
        return PlanWindow(theme._replace(zoom=zoom), desk, qtbot)

    return open_it


def names(panel: OfferSearch | Steps | ProgrammePanel) -> list[str]:
    return [toggle.accessibleName() for toggle in panel.list.toggles]


# Ways forward without an offer.


@pytest.mark.parametrize(
    ("option", "kind"),
    [
        (OptionType.APPRENTICESHIP, "With a college"),
        (OptionType.DEMONSTRATION, "With a college"),
        (OptionType.UNIT, "With a college"),
        (OptionType.QUALIFICATION, "With a college"),
        (OptionType.CARD, "From outside"),
        (OptionType.PAIR_WORK, "Done at work"),
    ],
)
def test_that_only_what_is_done_at_work_takes_ones_own_working_time(option: OptionType, kind: str, today: date) -> None:
    way = facts.way(Translator("en"), Option(option, "no_offer"), today)
    assert way.kind == kind
    assert (way.facts.get("price") == "Own working time") == (kind == "Done at work")


def test_that_an_apprenticeship_says_what_it_lacks(today: date) -> None:
    option = Option(OptionType.APPRENTICESHIP, "hire_to_train", lacks=("instructor",))
    way = facts.way(Translator("en"), option, today)
    assert "workplace instructor" in way.facts["why"]


# Offers imported elsewhere.


def test_that_offers_imported_elsewhere_meanwhile_are_found_when_one_comes_back_to_the_window(opened: Opened) -> None:
    window = opened(OLD)
    window.qtbot.waitUntil(lambda: {CAM, TURNING} <= set(window.sheet._looking.ways))
    search = window.open("search", OfferSearch)
    assert names(search) == []
    window.desk.library.put_offers([UNIT])
    QApplication.sendEvent(window.sheet, QEvent(QEvent.Type.WindowActivate))
    ways = window.sheet._looking.ways
    window.qtbot.waitUntil(lambda: CAM in ways)
    window.qtbot.waitUntil(lambda: not window.sheet._looking.runner.busy)
    assert UNIT in [o.match.offer for o in ways[CAM] if o.match]
    window.qtbot.waitUntil(lambda: names(search) == ["Add to the plan: CAD/CAM programming"])


def test_that_coming_back_to_a_library_that_is_as_it_was_changes_nothing(opened: Opened) -> None:
    window = opened()
    window.qtbot.waitUntil(lambda: {CAM, TURNING} <= set(window.sheet._looking.ways))
    window.qtbot.waitUntil(lambda: not window.sheet._looking.runner.busy)
    before, toggles = window.sheet._looking.offers, window.sheet.page.toggles()
    QApplication.sendEvent(window.sheet, QEvent(QEvent.Type.WindowActivate))
    window.sheet.choose(TURNING)
    window.sheet.choose(CAM)
    window.qtbot.waitUntil(lambda: not window.sheet._looking.runner.busy)
    assert window.sheet._looking.offers is before
    assert len(window.sheet.page.toggles()) == len(toggles)


def test_that_another_need_is_answered_by_what_the_library_holds_by_then(opened: Opened) -> None:
    window = opened(OLD)
    window.qtbot.waitUntil(lambda: {CAM, TURNING} <= set(window.sheet._looking.ways))
    window.qtbot.waitUntil(lambda: not window.sheet._looking.runner.busy)
    window.desk.library.put_offers([UNIT])
    window.sheet._looking.ways.pop(TURNING)
    window.sheet.choose(TURNING)
    ways = window.sheet._looking.ways
    window.qtbot.waitUntil(lambda: CAM in ways)
    window.qtbot.waitUntil(lambda: not window.sheet._looking.runner.busy)
    assert UNIT in [o.match.offer for o in ways[CAM] if o.match]


# Searching.


def test_that_a_search_begins_with_the_need_in_hand_and_says_why_an_offer_fits_it(opened: Opened) -> None:
    window = opened()
    search = window.open("search", OfferSearch)
    assert search.field.text() == "CAM programming"
    assert names(search) == ["Add to the plan: CAD/CAM programming", "Add to the plan: CAM programming, first steps"]
    heard = search.list.toggles[0].accessibleDescription()
    assert "Covers the qualification unit 101108." in heard
    assert "for you to judge" not in heard


def test_that_words_for_time_and_place_become_filters_that_are_taken_off_one_by_one(opened: Opened) -> None:
    window = opened()
    search = window.open("search", OfferSearch)
    write(search.field, "cam evening free")
    window.wait(search)
    assert [chip.accessibleName() for chip in search.chips] == ["Remove: in the evenings", "Remove: free of charge"]
    assert names(search) == ["Add to the plan: CAM programming, first steps"]
    for _ in range(2):
        search.chips[0].setFocus()
        QTest.keyClick(search.chips[0], Qt.Key.Key_Space)
        window.wait(search)
    assert search.field.text() == "cam"
    assert search.chips == []
    assert len(names(search)) == 2


def test_that_an_offer_found_by_words_alone_is_for_people_to_judge_and_shows_no_old_price(opened: Opened) -> None:
    window = opened()
    search = window.open("search", OfferSearch)
    write(search.field, "sewing")
    window.wait(search)
    [toggle] = search.list.toggles
    assert "Whether it fits this need is for you to judge." in toggle.accessibleDescription()
    assert "1,450" not in toggle.accessibleDescription()
    toggle.click()
    [measure] = window.stored()
    assert (measure.for_key, measure.option, measure.offer) == (CAM, OptionType.SHORT_COURSE, OLD)
    assert toggle.accessibleName() == "In the plan: Sewing in five days"
    toggle.click()
    assert window.stored() == ()


def test_that_enter_goes_on_to_the_first_offer_and_escape_back_to_where_one_was(opened: Opened) -> None:
    window = opened()
    search = window.open("search", OfferSearch)
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is search.list.toggles[0]
    QTest.keyClick(search.list.toggles[0], Qt.Key.Key_2)
    assert window.stored() == ()
    QTest.keyClick(search.list.toggles[0], Qt.Key.Key_Escape)
    assert not window.aside.isVisible()
    assert QApplication.focusWidget() is window.sheet.page.search


def test_that_another_need_in_hand_is_searched_for_at_once(opened: Opened) -> None:
    window = opened()
    search = window.open("search", OfferSearch)
    window.sheet.choose(TURNING)
    window.wait(search)
    assert search.field.text() == "CNC turning"


def test_that_a_real_company_never_finds_our_examples(
    theme: Theme, qtbot: QtBot, agreed: Mapping, open_desk: OpenDesk
) -> None:
    window = PlanWindow(theme, open_desk(agreed), qtbot)
    search = window.open("search", OfferSearch)
    write(search.field, "high voltage electric cars forklift")
    window.wait(search)
    assert names(search) == []


@pytest.mark.parametrize(
    ("query", "typed", "left"),
    [
        ("cam evening free", "evening", "cam free"),
        ("cam, price: at most 500 € Turku", "price: at most 500 €", "cam, Turku"),
        ("free, freeform", "free", ", freeform"),
        ("hoiva  omassa tahdissa", "omassa tahdissa", "hoiva"),
        ("c++ online", "online", "c++"),
    ],
)
def test_that_a_filter_is_taken_out_of_the_words(query: str, typed: str, left: str) -> None:
    assert without(query, typed) == left


# Several steps.


def test_that_a_path_is_shown_as_steps_and_put_into_the_plan_in_their_order(opened: Opened) -> None:
    window = opened()
    steps = window.open("steps", Steps)
    assert names(steps) == ["Add to the plan: CAM programming, first steps", "Add to the plan: CAD/CAM programming"]
    heard = steps.list.toggles[1].accessibleDescription()
    assert heard.startswith("Step 2 of 2: Qualification unit, vocational college. From level 1 to level 4.")
    steps.list.toggles[1].click()
    steps.add.click()
    assert [(m.offer, m.option) for m in sorted(window.stored(), key=lambda m: m.position)] == [
        (UNIT, OptionType.UNIT),
        (COURSE, OptionType.SHORT_COURSE),
    ]
    assert not steps.add.isEnabled()


def test_that_there_are_no_steps_where_one_offer_leads_all_the_way(opened: Opened) -> None:
    window = opened(replace(UNIT, level_from=0))
    assert not window.sheet.page.steps.isVisible()


def test_that_steps_close_with_a_need_that_has_none(opened: Opened) -> None:
    window = opened()
    window.open("steps", Steps)
    window.sheet.choose(TURNING)
    assert not window.aside.isVisible()


# One programme.


def test_that_one_programme_is_proved_said_and_added_to_the_needs_it_covers(opened: Opened) -> None:
    window = opened(COURSE, UNIT)
    programme = window.open("programme", ProgrammePanel)
    assert programme.lead.text() == "One offer covers 59% of what lacks in the agreed priorities."
    assert "Left for other ways: CNC turning." in programme.told.text()
    assert "This is proved" in programme.told.text()
    programme.add.click()
    assert [(m.for_key, m.offer) for m in window.stored()] == [(CAM, UNIT)]
    assert names(programme) == ["In the plan: CAD/CAM programming"]
    assert not programme.add.isEnabled()


def test_that_a_limit_changes_the_programme_and_what_is_no_amount_is_said_under_its_field(opened: Opened) -> None:
    window = opened(COURSE, UNIT)
    programme = window.open("programme", ProgrammePanel)
    assert programme.euros.placeholderText() == "no limit"
    write(programme.euros, "99,50")
    window.wait(programme)
    assert names(programme) == ["Add to the plan: CAM programming, first steps"]
    write(programme.euros, "little")
    window.wait(programme)
    assert programme._remarks[programme.euros].text() == "little is not an amount. Write it like 120 or 99,50."
    assert names(programme) == ["Add to the plan: CAM programming, first steps"]


def test_that_an_amount_is_read_as_people_write_it() -> None:
    assert [read_amount(text) for text in ("1 200,50", "€99", " ")] == [Decimal("1200.50"), Decimal(99), None]
    assert written_amount(Decimal("99.50"), "fi") == "99,50"
    for text in ("-1", "NaN", "1e99", "a"):
        with pytest.raises(UserError):
            read_amount(text)


# For everybody.


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_that_the_drawer_fits_a_laptop_at_any_text_size(opened: Opened, zoom: float) -> None:
    window = opened(zoom=zoom, measures=(MINE,))
    kinds: tuple[Kind, ...] = ("search", "programme", "steps", "detail")
    for kind in kinds:
        window.sheet._open_beside(kind)
        assert window.aside.panel
        window.wait(window.aside.panel)
        least = window.place.minimumSizeHint()
        assert least.width() <= 1302
        assert least.height() <= 680
        assert window.aside._body.width() <= window.aside._scroll.viewport().width()
    assert window.sheet.page.isVisible() == (zoom == 1.0)
    window.aside.close_panel()
    assert window.sheet.page.isVisible()


def test_that_everything_in_the_drawer_that_takes_the_focus_has_a_name(opened: Opened) -> None:
    window = opened(measures=(MINE,))
    kinds: tuple[Kind, ...] = ("search", "steps", "programme", "detail")
    for kind in kinds:
        window.sheet._open_beside(kind)
        assert window.aside.panel
        window.wait(window.aside.panel)
        widgets = [w for w in window.aside.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
        assert [type(w).__name__ for w in widgets if w.isVisible() and not w.accessibleName()] == []
