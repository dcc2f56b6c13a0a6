"""Updates over the network from the library's window: asked for, shown, taken or left, and cancelled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services import settings
from app.services.settings import Settings
from app.ui.library.update import UpdateDialog
from tests.hostile.kinds import QUALIFICATION
from tests.offers.opintopolku_values import IMPLEMENTATION, implementation
from tests.online.replay import Answer, Replay, replaying
from tests.services.test_updates import WHOLE, give, serve
from tests.ui.library.opening import Open, Opened, dialog


@pytest.fixture
def replay() -> Iterator[Replay]:
    with replaying() as replay:
        yield replay


@pytest.fixture
def window(opened: Opened, replay: Replay) -> Open:
    """The library over a folder in whose settings both services are within this computer."""
    window = opened()
    settings.save(window.desk.folder, Settings(eperusteet=replay.address, opintopolku=replay.address))
    return window


def asking(window: Open, button: str = "competences") -> UpdateDialog:
    """Press the button that goes to the network."""
    getattr(window.place, button).online.click()
    found = dialog(UpdateDialog)
    assert isinstance(found, UpdateDialog)
    return found


def look(window: Open, update: UpdateDialog, words: str) -> None:
    """Look for words with Enter, and wait for what comes of it."""
    update.text.setText(words)
    QTest.keyClick(update.text, Qt.Key.Key_Return)
    window.qtbot.waitUntil(update.look.isEnabled, timeout=20_000)


def taken(window: Open) -> None:
    """Wait until the library has taken what was shown."""
    window.qtbot.waitUntil(lambda: bool(window.said) and window.said[-1].startswith("Taken: "))
    window.counted()


def test_that_nothing_is_asked_before_the_button_and_nothing_taken_before_it_was_shown(
    window: Open, replay: Replay
) -> None:
    serve(replay, QUALIFICATION)
    update = asking(window)
    assert "over the network" in " ".join(label.text() for label in update.findChildren(type(update.state)))
    assert replay.asked == []
    assert not update.take.isEnabled()
    look(window, update, "esimerkki")
    assert replay.asked
    assert "is new" in update.found.toPlainText()
    assert window.desk.library.frameworks() == ()
    before = len(window.rows())
    update.take.click()
    taken(window)
    assert window.said[-1] == "Taken: 1 new, 0 updated, 0 given no more"
    assert len(window.rows()) == before + 1


def test_that_there_is_nothing_to_take_of_what_is_as_new_as_the_service(window: Open, replay: Replay) -> None:
    serve(replay, QUALIFICATION)
    update = asking(window)
    look(window, update, "esimerkki")
    update.take.click()
    taken(window)
    again = asking(window)
    look(window, again, "")
    assert not again.take.isEnabled()
    assert again.state.text().startswith("There is nothing to take")
    again.reject()


def test_that_a_service_that_cannot_be_asked_is_a_sentence(window: Open, replay: Replay) -> None:
    replay.answers["/api/external/perusteet"] = Answer(b"no", 403, {"Content-Type": "text/plain"})
    update = asking(window)
    look(window, update, "esimerkki")
    assert "refuses to answer" in update.state.text()
    assert not update.take.isEnabled()
    update.reject()


def test_that_closing_cancels_what_is_under_way_and_leaves_the_library_as_it_was(window: Open, replay: Replay) -> None:
    serve(replay, QUALIFICATION)
    replay.answers[f"{WHOLE}{QUALIFICATION['id']}"] = Answer(silent=True)
    update = asking(window)
    update.text.setText("esimerkki")
    QTest.keyClick(update.text, Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: len(replay.asked) == 2, timeout=20_000)
    assert update.progress.isVisible()
    QTest.keyClick(update, Qt.Key.Key_Escape)
    assert not update.isVisible()
    replay.over.set()
    assert window.desk.library.frameworks() == ()


def test_that_offers_come_from_opintopolku(window: Open, replay: Replay) -> None:
    give(replay, implementation())
    update = asking(window, "offers")
    look(window, update, "esimerkki")
    assert update.found.toPlainText().startswith("2 new")
    update.take.click()
    taken(window)
    assert f"opintopolku:{IMPLEMENTATION}" in {offer.key for offer in window.desk.library.offers()}
    assert window.tab("offers").startswith("Offers 2")
