"""Levels looked at in other ways: who knows what over all roles, and coverage without people (9.6)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from app.mapping.model import Assessment, Assessor, Mapping, PeopleMode, Person
from app.ui.matrix.columns import Kind
from app.ui.matrix.delegate import MatrixDelegate
from app.ui.matrix.overview import OverviewPage
from app.ui.matrix.switch import View
from tests.ui.kinds import Workshop
from tests.ui.test_matrix import Open, Opened


def shown(window: Open) -> OverviewPage:
    assert window.place.overview
    return window.place.overview


def switch_to(window: Open, view: View) -> None:
    """Click the word of a view."""
    switch = window.place.overview.switch if window.place.overview else window.sheet.views
    segment = next(segment for segment in switch.segments if segment.view is view)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    QTest.qWait(0)


def rows(window: Open) -> dict[str, tuple[str, ...]]:
    return {line.cells[0]: line.cells[1:] for line in shown(window).lines.lines}


def of_five(mapping: Mapping) -> Mapping:
    """Everybody of both roles has a level in one competence."""
    more = (Assessment(f"welder-{i}", "welder-turning", Assessor.SUPERVISOR, 3 + i) for i in range(2))
    return replace(mapping, assessments=(*mapping.assessments, *more))


def test_that_by_competence_everybody_stands_at_their_level_whatever_the_role(
    opened: Opened, workshop: Workshop
) -> None:
    window = opened(mapping=of_five(workshop()))
    switch_to(window, View.COMPETENCE)
    assert shown(window).lines.heads[1] == "4 can teach"
    assert rows(window)["CNC turning"] == ("H1, H5", "H2, H4", "–", "H3", "–", "–")
    assert rows(window)["Safety at work"] == ("–", "–", "–", "–", "–", "H1, H2, H3, H4, H5")


def test_that_the_row_in_hand_is_said_whole_with_the_roles(opened: Opened, workshop: Workshop) -> None:
    window = opened(mapping=of_five(workshop()))
    switch_to(window, View.COMPETENCE)
    assert shown(window).sentence.text() == (
        "CNC turning. Can develop and guide others: H1 (Machinist) and H5 (Welder). Independent also in exceptions: "
        "H2 (Machinist) and H4 (Welder). Can do with guidance: H3 (Machinist)."
    )
    QTest.keyClick(shown(window).table, Qt.Key.Key_Down)
    assert "Nobody here can teach this yet." in shown(window).sentence.text()


def test_that_coverage_alone_names_nobody(opened: Opened, workshop: Workshop) -> None:
    window = opened(mapping=of_five(workshop()))
    switch_to(window, View.COVERAGE)
    assert rows(window)["CNC turning"] == ("Machinist, Welder", "4/4", "")
    assert rows(window)["CAM programming"] == ("Machinist, Welder", "under 5", "")
    everything = str(shown(window).lines)
    assert [f"H{n}" for n in range(1, 6) if f"H{n}" in everything] == []


def test_that_under_five_known_people_there_is_plainly_no_anonymous_view(opened: Opened) -> None:
    window = opened()
    switch_to(window, View.COVERAGE)
    assert shown(window).lines.lines == ()
    assert shown(window).sentence.text().startswith("Fewer than 5 people have been assessed here")
    assert shown(window).sentence.isVisible()


def test_that_five_people_of_whom_no_competence_knows_five_are_no_view_either(
    opened: Opened, workshop: Workshop
) -> None:
    mapping = of_five(workshop())
    away = replace(mapping.assessments[0], level=None, not_part_of_job=True)
    window = opened(mapping=replace(mapping, assessments=(away, *mapping.assessments[1:])))
    switch_to(window, View.COVERAGE)
    assert shown(window).sentence.text().startswith("In no competence 5 people have been assessed")


def test_that_people_without_rows_are_counted(opened: Opened) -> None:
    window = opened(PeopleMode.ROLES_ONLY)
    window.at(0, Kind.COUNT, 5)
    window.press("2")
    switch_to(window, View.COMPETENCE)
    assert rows(window)["CNC turning"] == ("2", "–", "–", "–", "–", "3")


def test_that_one_comes_back_to_the_role_and_cell_one_left(opened: Opened) -> None:
    window = opened()
    window.sheet.roles.choose("welder")
    window.at(2, Kind.PERSON, 1)
    switch_to(window, View.COMPETENCE)
    assert not window.sheet.isVisible()
    switch_to(window, View.ROLE)
    assert window.place.overview is None
    assert window.sheet.isVisible()
    assert (window.sheet.model.role.key, window.sheet.table.currentIndex().row()) == ("welder", 2)
    assert next(s.view for s in window.sheet.views.segments if s.isChecked()) is View.ROLE
    window.press("3")
    assert window.stored("welder-1", "welder-robot")


def test_that_views_are_switched_by_keys_and_the_switch_keeps_the_focus(opened: Opened) -> None:
    window = opened()
    window.sheet.views.take_focus()
    here = QApplication.focusWidget()
    assert here
    QTest.keyClick(here, Qt.Key.Key_Right)
    QTest.qWait(0)
    assert shown(window).view is View.COMPETENCE
    assert shown(window).switch.in_hand()


def test_that_what_is_undone_meanwhile_is_seen_in_the_view(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 0)
    window.press("4")
    switch_to(window, View.COMPETENCE)
    assert rows(window)["CAM programming"][0] == "H1"
    window.desk.cases.undo("mapping")
    window.place.refresh()
    assert rows(window)["CAM programming"][0] == "–"


def test_that_a_team_has_no_other_views(opened: Opened) -> None:
    assert not opened(PeopleMode.OWNER).sheet.views.isVisible()


@pytest.mark.parametrize("view", View)
def test_that_everything_one_can_go_to_has_a_name(opened: Opened, workshop: Workshop, view: View) -> None:
    window = opened(mapping=of_five(workshop()))
    switch_to(window, view)
    switch = shown(window).switch if window.place.overview else window.sheet.views
    assert [s.accessibleName() for s in switch.segments] == ["Role", "Competence", "Coverage only"]
    if window.place.overview:
        assert window.place.overview.table.accessibleName()


# Forty people.


class Counting(MatrixDelegate):
    """Remembers which cells it painted."""

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        self.painted.add((index.row(), index.column()))
        super().paint(p, option, index)

    painted: set[tuple[int, int]]


def test_that_of_forty_people_only_those_in_sight_are_painted(opened: Opened, workshop: Workshop) -> None:
    small = workshop()
    people = tuple(Person(f"p{i}", "machinist", f"H{i + 1}", position=i) for i in range(40))
    needs = tuple(replace(small.needs[0], key=f"n{i}", competence_code=f"c{i}", position=i) for i in range(12))
    levels = tuple(Assessment(p.key, n.key, Assessor.SUPERVISOR, 2) for p in people for n in needs)
    window = opened(
        mapping=replace(small, people=people, needs=needs, assessments=levels, roles=small.roles[:1], cards=())
    )
    table = window.sheet.table
    counting = Counting(window.sheet._theme, window.sheet._t, table)
    counting.painted = set()
    table.setItemDelegate(counting)
    QTest.qWait(0)  # what is still to be painted is painted
    counting.painted.clear()
    table.viewport().repaint()
    seen = {(index.row(), index.column()) for index in in_sight(window)}
    assert counting.painted == seen
    assert len(seen) < 12 * 47 / 2
    QTest.qWait(0)
    counting.painted.clear()
    bar = table.horizontalScrollBar()
    bar.setValue(bar.value() + 10)
    QApplication.processEvents()
    assert len({column for _row, column in counting.painted}) <= 2, "scrolled, it paints what comes in only"


def in_sight(window: Open) -> list[QModelIndex]:
    table, model = window.sheet.table, window.sheet.model
    box = table.viewport().rect()
    cells = (model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
    return [index for index in cells if table.visualRect(index).intersects(box)]
