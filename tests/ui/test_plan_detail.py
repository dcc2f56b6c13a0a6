"""A measure in detail: the day it was decided on, and a referral that waits for the customer's consent (JOE-3b)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.model import Agreed, Measure, OptionType
from app.mapping.referral_made import Referral
from app.ui.plan.decided import summary, with_referral
from app.ui.plan.detail import Detail
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop
from tests.ui.plan_window import CAM, OLD, PlanWindow, write

Opened = Callable[..., PlanWindow]
MINE = Measure("mine", CAM, OptionType.REFERRAL, what="Talk with guidance")
AGREED = Referral(to="Guidance", sends="The plan", consent_by="Owner", consent_on=date(2026, 11, 20))
SENT = replace(AGREED, sent_on=date(2026, 11, 21))


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot, workshop: Workshop, open_desk: OpenDesk) -> Opened:
    def open_it(*measures: Measure, **changes: Any) -> PlanWindow:
        mapping = replace(workshop(), agreed=(Agreed(CAM, 0),), measures=measures or (MINE,), **changes)
        return PlanWindow(theme, open_desk(mapping), qtbot)

    return open_it


def remark(detail: Detail, field: str) -> str:
    return detail.form._remarks[detail.fields[field]].text()


def test_that_the_day_of_decision_is_kept_and_told_under_the_measures(opened: Opened) -> None:
    window = opened()
    assert window.sheet.page.decided.text() == "Talk with guidance: Not decided yet."
    detail = window.open("detail", Detail)
    write(detail.decided, "20.11.2026")
    window.place.flush()
    assert window.stored() == (replace(MINE, decided_on=date(2026, 11, 20)),)
    assert window.sheet.page.decided.text() == "Talk with guidance: Decided on 20 Nov 2026."


def test_that_a_referral_is_written_field_by_field(opened: Opened) -> None:
    window = opened()
    detail = window.open("detail", Detail)
    for name, text in (
        ("to", "Guidance"),
        ("sends", "The plan"),
        ("consent_by", "Owner"),
        ("consent_on", "20.11.2026"),
        ("sent_on", "21.11.2026"),
    ):
        write(detail.fields[name], text)
        window.place.flush()
    assert window.stored() == (replace(MINE, referral=SENT),)
    assert "Guidance, agreed 20 Nov 2026, sent 21 Nov 2026." in window.sheet.page.decided.text()


def test_that_nothing_is_sent_before_the_customer_agrees(opened: Opened) -> None:
    window = opened()
    detail = window.open("detail", Detail)
    write(detail.fields["to"], "Guidance")
    write(detail.fields["sent_on"], "21.11.2026")
    window.place.flush()
    assert window.stored() == (replace(MINE, referral=Referral(to="Guidance")),)
    words = "Nothing is sent before the customer agrees: say who agreed, and on which day."
    assert remark(detail, "sent_on") == words
    assert detail.fields["sent_on"].text() == "21.11.2026"
    write(detail.fields["consent_by"], "Owner")
    write(detail.fields["consent_on"], "20.11.2026")
    window.place.flush()
    assert window.stored()[0].referral == replace(SENT, sends="")
    assert remark(detail, "sent_on") != words


def test_that_what_is_no_day_stays_in_its_field_and_the_rest_is_kept(opened: Opened) -> None:
    window = opened()
    detail = window.open("detail", Detail)
    write(detail.fields["consent_on"], "soon")
    write(detail.fields["consent_by"], "131052-308T")
    write(detail.fields["to"], "Guidance")
    window.place.flush()
    assert window.stored() == (replace(MINE, referral=Referral(to="Guidance")),)
    assert remark(detail, "consent_on") == "soon is not a date. Write it like 1 Sep 2026."
    assert "identity code" in remark(detail, "consent_by")
    assert detail.fields["consent_on"].text() == "soon"


def test_that_a_service_of_the_catalogue_gives_its_name_and_asks_for_a_new_consent(opened: Opened) -> None:
    window = opened(replace(MINE, referral=SENT))
    detail = window.open("detail", Detail)
    detail.service.setFocus()
    QTest.keyClick(detail.service, Qt.Key.Key_Down)
    [measure] = window.stored()
    assert measure.referral == Referral(service=detail.service.currentData(), to=detail.service.currentText())
    assert detail.fields["to"].text() == detail.service.currentText()
    QTest.keyClick(detail.service, Qt.Key.Key_Up)
    [measure] = window.stored()
    assert measure.referral == Referral(to=detail.fields["to"].text())


def test_that_the_measure_under_the_cursor_is_shown(opened: Opened) -> None:
    other = Measure("other", CAM, OptionType.PAIR_WORK, what="Pair work", position=1, decided_on=date(2026, 11, 2))
    window = opened(MINE, other)
    detail = window.open("detail", Detail)
    assert detail.decided.text() == ""
    window.sheet.page.table.setFocus()
    window.sheet.page.table.setCurrentIndex(window.sheet.model.index(1, 0))
    assert detail.decided.text() == "2 Nov 2026"
    assert window.aside.title.text() == "Pair work"


def test_that_an_answer_without_sending_is_refused_and_consent_stays() -> None:
    asked = replace(AGREED, answered_on=date(2026, 11, 23))
    changed, faulty, error = with_referral(MINE, asked)
    assert (changed.referral, faulty) == (AGREED, "answered_on")
    assert error is not None


def test_that_an_emptied_referral_is_none() -> None:
    assert with_referral(replace(MINE, referral=SENT), Referral()) == (MINE, "", None)


def test_that_a_measure_on_an_old_offer_says_to_check_it(today: date) -> None:
    told = summary(Translator("en"), replace(MINE, offer=OLD), today)
    assert told == "Not decided yet. Checked: Not checked. Check before you promise."
