"""Every part of the library at either size of text: nothing written is cut, and whatever takes the focus has a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.paths import resource
from app.services import libraries, library_edit
from app.ui import theme as themes
from app.ui.library.compare import CompareDialog
from app.ui.library.edit import EditDialog
from app.ui.library.place import LibraryPlace
from app.ui.library.update import UpdateDialog
from app.ui.shell import Window
from app.ui.theme import Theme
from tests.ui.kinds import ShowWindow, Workshop
from tests.ui.library.opening import dialog
from tests.ui.test_accessibility import heard
from tests.ui.test_labels_fit import cut


def parts(window: Window, place: LibraryPlace, own: str) -> Iterator[tuple[str, QWidget]]:
    """Each part as it is shown, one after another."""
    yield "list", place
    place.competences.open("digcomp", "digcomp/4.2")
    yield "shipped", place
    place.competences.open(own)
    yield "own", place
    for button, kind in ((place.competences.page.edit, EditDialog), (place.competences.page.compare, CompareDialog)):
        button.click()
        found = dialog(kind)
        yield kind.__name__, found
        found.close()
    for pane in ("offers", "services", "surveys"):
        place.kinds.choose(pane)
        yield pane, place
    place.offers.online.click()
    found = dialog(UpdateDialog)
    yield "update", found
    found.close()


def nameless(shown: QWidget) -> list[QWidget]:
    reachable = [w for w in shown.findChildren(QWidget) if w.focusPolicy().value and w.focusProxy() is None]
    return [w for w in reachable if not w.objectName().startswith("qt_") and not heard(w).strip()]


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_that_every_part_of_the_library_is_whole_and_named(
    show_window: ShowWindow, workshop: Workshop, qtbot: QtBot, qapp: QApplication, zoom: float
) -> None:
    window = show_window(workshop(), "fi")
    assert window.desk
    libraries.import_files(window.desk, [resource("offers", "examples.csv")])
    own = library_edit.copy(window.desk, "sector:machine")
    themes.apply(qapp, Theme(zoom=zoom))
    window.dress(Theme(zoom=zoom))
    window.go("library")
    place = window.place
    assert isinstance(place, LibraryPlace)
    qtbot.waitUntil(lambda: not place.busy)
    found = []
    for name, shown in parts(window, place, own):
        qtbot.wait(50)
        found += [f"{name}: {words}" for words in cut(shown)]
        found += [f"{name}: {widget} has no name" for widget in nameless(shown)]
    assert found == []
    window.resize(1366, 768)
    place.kinds.choose("services")
    qtbot.wait(50)
    register = place.services.register
    assert register.viewport().height() >= 3 * register.rowHeight(0)
