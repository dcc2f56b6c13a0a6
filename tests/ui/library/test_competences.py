"""Competences in the library: browsed as a tree, found by words and codes, copied, corrected, compared, exported."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.frameworks.esco import Concept, Part
from app.frameworks.model import Framework
from app.frameworks.readers import eperusteet
from app.services import libraries, library_edit
from app.texts import Text
from app.ui.library.compare import CompareDialog
from app.ui.library.edit import EditDialog
from app.ui.library.update import UpdateDialog
from tests.hostile.kinds import QUALIFICATION
from tests.ui.library.opening import Open, Opened, dialog, texts


def open_first(window: Open, key: str) -> None:
    """Open a framework from the list with Enter."""
    pane = window.place.competences
    pane.register.selectRow([each.key for each in pane.frameworks].index(key))
    QTest.keyClick(pane.register, Qt.Key.Key_Return)


@pytest.fixture
def two_orders(opened: Opened) -> Open:
    """A qualification in two orders: in the later one a unit has another name and another one is new."""
    window = opened()
    first = eperusteet.read(QUALIFICATION, "first.json")
    unit = first.units[0]
    renamed = replace(unit, name=Text(fi="Uusi nimi", sv="Nytt namn", en="New name"))
    added = replace(unit, key="added", code="999999", name=Text(fi="Lisätty", en="Added"), requirements=())
    later = replace(
        first,
        key="eperusteet:later",
        order_number="OPH-1-2027",
        valid_from=date(2027, 8, 1),
        units=(renamed, *first.units[1:], added),
    )
    for framework in (replace(first, valid_from=date(2020, 8, 1)), later):
        window.desk.library.put_framework(framework)
    window.place.refresh()
    window.counted()
    return window


def test_that_a_framework_is_opened_and_browsed_by_its_areas_with_everything_known_of_a_competence(
    opened: Opened,
) -> None:
    window = opened()
    open_first(window, "digcomp")
    page = window.place.competences.page
    assert page.isVisible()
    assert page.reading.told
    assert ("Version", "2.2") in page.reading.told.facts
    window.place.competences.open("digcomp", "digcomp/4.2")
    told = page.reading.told
    assert told.place.endswith("› 4 Safety")
    facts = dict(told.facts)
    assert facts["Svenska"] == "Skydda personuppgifter och integritet"
    assert facts["Code"] == "4.2"
    assert "Digital security, badge:1026" in facts["Linked to"]
    assert "Protecting personal data" in page.reading.accessibleDescription()


def test_that_levels_are_told_as_what_a_colleague_would_see(opened: Opened) -> None:
    window = opened()
    window.place.competences.open("sector:machine", "sector:machine/MA04")
    told = window.place.competences.page.reading.told
    assert told
    anchors = [text for name, text in told.facts if name[0] in "01234"]
    assert len(set(anchors)) == 5


def test_that_a_link_is_followed_to_the_other_framework(opened: Opened) -> None:
    window = opened()
    page = window.place.competences.page
    window.place.competences.open("digcomp", "digcomp/4.2")
    page.linked.setFocus()
    QTest.keyClick(page.linked, Qt.Key.Key_Space)
    [security] = [action for action in page.links.actions() if action.text() == "Digital security"]
    page.links.setActiveAction(security)
    QTest.keyClick(page.links, Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: page.framework is not None and page.framework.key == "badge")
    assert page.reading.told
    assert page.reading.told.name == "Digital security"
    window.place.competences.open("digcomp")
    assert not page.linked.isVisible()


def test_that_backspace_leads_back_to_the_list(opened: Opened) -> None:
    window = opened()
    open_first(window, "digcomp")
    QTest.keyClick(window.place.competences.page.tree, Qt.Key.Key_Backspace)
    assert window.place.competences.register.isVisible()


def test_that_everything_is_found_by_name_in_any_language_by_code_and_with_a_typing_error(opened: Opened) -> None:
    window = opened()
    found = {words: [row[1] for row in window.search(words)] for words in ("hitsaaja", "svetsning", "weldng", "MA04")}
    assert all("MA04" in codes for codes in found.values()), found
    assert found["MA04"][0] == "MA04"
    assert window.search("qqqq") == []


def test_that_enter_leads_to_what_was_found_and_opens_it_where_it_stands(opened: Opened) -> None:
    window = opened()
    pane = window.place.competences
    window.search("4.2")
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    QTest.keyClick(pane.hits.register, Qt.Key.Key_Return)
    content, _above = pane.page.tree.in_hand()
    assert content
    assert content.key == "digcomp/4.2"
    pane.page.leave.click()
    assert pane.hits.isVisible()


def test_that_a_qualification_that_is_not_imported_tells_how_to_get_it(opened: Opened) -> None:
    window = opened()
    pane = window.place.competences
    row = ["Vocational qualification in Business", "331101", "vocational qualification", "not imported"]
    pane.hits.register.selectRow(window.search("331101").index(row))
    QTest.keyClick(pane.hits.register, Qt.Key.Key_Return)
    assert pane.known.isVisible()
    told = pane.known.reading.told
    assert told
    assert told.lead.startswith("Its units and requirements are not in the library yet.")
    assert dict(told.facts)["Sector profile"] == "Business and office"
    pane.known.online.click()
    asking = dialog(UpdateDialog)
    assert isinstance(asking, UpdateDialog)
    assert asking.text.text() == "Vocational qualification in Business"
    asking.reject()
    QTest.keyClick(pane.known.reading, Qt.Key.Key_Backspace)
    assert pane.hits.isVisible()


def test_that_a_job_title_opens_its_profile(opened: Opened) -> None:
    window = opened()
    row = window.search("plater-welder")[0]
    assert row[2:] == ["job title", "Mechanical engineering and production"]
    QTest.keyClick(window.place.competences.hits.register, Qt.Key.Key_Return)
    framework = window.place.competences.page.framework
    assert framework
    assert framework.key == "sector:machine"


def test_that_words_are_corrected_in_a_copy_in_each_language_and_the_original_stays(opened: Opened) -> None:
    window = opened()
    page = window.place.competences.page
    window.place.competences.open("sector:machine", "sector:machine/MA04")
    page.copy.click()
    assert window.said[-1].startswith("The copy is yours")
    assert page.edit.isVisible()
    assert not page.copy.isVisible()
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    edit = dialog(EditDialog)
    assert isinstance(edit, EditDialog)
    edit.name.setPlainText("Welding")
    edit.languages.choose("sv")
    edit.name.setPlainText("Svetsning")
    edit.keep.click()
    own, shipped = (libraries.framework(window.desk, key) for key in ("own:sector:machine", "sector:machine"))
    [changed] = [each for each in own.competences if each.code == "MA04"]
    [original] = [each for each in shipped.competences if each.code == "MA04"]
    assert (changed.name.en, changed.name.sv, changed.name.fi) == ("Welding", "Svetsning", original.name.fi)
    assert changed.anchors == original.anchors
    assert [row[0] for row in window.rows()].count("Mechanical engineering and production (own copy)") == 1
    assert page.reading.told
    assert page.reading.told.name == "Welding"


def test_that_a_copy_is_removed_and_put_back_as_it_was(opened: Opened) -> None:
    window = opened()
    pane = window.place.competences
    pane.open("sector:machine")
    assert not pane.page.remove.isVisible()
    pane.page.copy.click()
    copied = window.desk.library.framework("own:sector:machine")
    pane.page.remove.click()
    assert window.desk.library.frameworks() == ()
    assert pane.register.isVisible()
    pane.put_back.click()
    assert window.desk.library.framework("own:sector:machine") == copied
    assert not pane.put_back.isVisible()


def test_that_nothing_is_left_without_a_name(opened: Opened) -> None:
    window = opened()
    page = window.place.competences.page
    window.place.competences.open("sector:machine", "sector:machine/MA04")
    page.copy.click()
    page.edit.click()
    edit = dialog(EditDialog)
    assert isinstance(edit, EditDialog)
    for language in ("fi", "sv", "en"):
        edit.languages.choose(language)
        edit.name.clear()
    edit.keep.click()
    assert edit.isVisible()
    assert edit.name.accessibleDescription() == "Write a name in at least one language."
    edit.reject()


def test_that_an_older_order_says_that_a_newer_one_is_there(two_orders: Open) -> None:
    versions = {row[2] for row in two_orders.rows() if row[1] == "qualification"}
    first = eperusteet.read(QUALIFICATION, "first.json")
    assert versions == {f"{first.order_number}, newer exists", "OPH-1-2027"}
    two_orders.place.competences.open(first.key)
    told = two_orders.place.competences.page.reading.told
    assert told
    assert told.warning == "A newer version is in the library: OPH-1-2027."


def test_that_an_older_version_under_the_same_key_is_opened_read_and_copied(opened: Opened) -> None:
    window = opened()
    older = replace(eperusteet.read(QUALIFICATION, "first.json"), version="1", order_number="OPH-1-2020")
    newer = replace(older, version="2", order_number="OPH-1-2027", units=older.units[:1])
    for framework in (newer, older):
        window.desk.library.put_framework(framework)
    window.place.refresh()
    window.counted()
    page = window.place.competences.page
    window.place.competences.open(older.key)
    assert page.framework == newer
    page.version.setFocus()
    QTest.keyClick(page.version, Qt.Key.Key_Down)
    assert page.framework == older
    assert page.reading.told
    assert page.reading.told.warning == "A newer version is in the library: OPH-1-2027."
    assert (page.edit.isVisible(), page.remove.isVisible()) == (False, False)
    page.copy.click()
    assert window.desk.library.framework(f"own:{older.key}").units == older.units
    window.place.competences.open("digcomp")
    assert not page.version.isVisible()


def test_that_an_order_says_that_the_register_knows_a_newer_one(opened: Opened) -> None:
    window = opened()
    old = Framework("old", "qualification", Text(en="Business"), code="331101", order_number="OPH-5162-2021")
    window.desk.library.put_framework(old)
    window.place.refresh()
    window.counted()
    assert [row[2] for row in window.rows() if row[0] == "Business"] == ["OPH-5162-2021, newer exists"]
    window.place.competences.open("old")
    told = window.place.competences.page.reading.told
    assert told
    assert told.warning.startswith("A newer order is known: OPH-4394-2023")


def test_that_two_orders_are_compared_side_by_side(two_orders: Open) -> None:
    page = two_orders.place.competences.page
    two_orders.place.competences.open("eperusteet:later")
    page.compare.click()
    compare = dialog(CompareDialog)
    assert isinstance(compare, CompareDialog)
    found = texts(compare.register)
    old = eperusteet.read(QUALIFICATION, "first.json").units[0]
    assert ["New", "", "Added", "999999"] in found
    renamed = ["Renamed", old.name.said("en").text, "New name", old.code]
    assert renamed in found
    compare.register.selectRow(found.index(renamed))
    assert compare.whole.text() == f"{renamed[1]} → New name"
    compare.reject()


def test_that_another_version_may_be_chosen_that_differs_less(two_orders: Open) -> None:
    later = two_orders.desk.library.framework("eperusteet:later")
    two_orders.desk.library.put_framework(replace(later, key="eperusteet:latest", order_number="OPH-2-2027"))
    two_orders.place.refresh()
    two_orders.counted()
    two_orders.place.competences.open("eperusteet:later")
    two_orders.place.competences.page.compare.click()
    compare = dialog(CompareDialog)
    assert isinstance(compare, CompareDialog)
    counts = []
    for other in range(compare.other.count()):
        compare.other.setCurrentIndex(other)
        counts.append(compare.register.model().rowCount())
    compare.other.setCurrentIndex(counts.index(max(counts)))
    assert max(counts) > 1
    assert 0 in counts
    compare.other.setCurrentIndex(counts.index(0))
    assert compare.summary.text() == "Units, competences and what they say are the same."
    compare.reject()


def test_that_versions_without_a_difference_are_told_of_in_words_alone(opened: Opened) -> None:
    window = opened()
    window.place.competences.open(library_edit.copy(window.desk, "sector:machine"))
    window.place.competences.page.compare.click()
    compare = dialog(CompareDialog)
    assert isinstance(compare, CompareDialog)
    assert compare.summary.text() == "Units, competences and what they say are the same."
    assert not compare.register.isVisible()
    compare.reject()


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx"])
def test_that_a_framework_is_exported_by_the_ending_of_the_file(opened: Opened, tmp_path: Path, ending: str) -> None:
    window = opened()
    window.place.competences.open("digcomp")
    out = tmp_path / f"out.{ending}"
    window.place.competences.page.export_to(out)
    assert window.said[-1] == f"The framework is in out.{ending}"
    assert out.stat().st_size > 1000
    if ending == "json":
        assert json.loads(out.read_text(encoding="utf-8"))["CFDocument"]


def test_that_an_imported_label_is_corrected_in_a_copy_that_an_update_does_not_touch(two_orders: Open) -> None:
    page, library = two_orders.place.competences.page, two_orders.desk.library
    first: Framework = eperusteet.read(QUALIFICATION, "first.json")
    two_orders.place.competences.open(first.key, first.units[0].key)
    page.copy.click()
    page.edit.click()
    edit = dialog(EditDialog)
    assert isinstance(edit, EditDialog)
    edit.languages.choose("sv")
    edit.name.setPlainText("Rättat namn")
    edit.keep.click()
    library.put_framework(replace(first, source="again"))
    assert library.framework(f"own:{first.key}").units[0].name.sv == "Rättat namn"
    assert library.framework(first.key).units[0].name.sv != "Rättat namn"


def test_that_esco_is_found_and_browsed_once_it_has_been_read(opened: Opened) -> None:
    window = opened()
    pane = window.place.competences
    group = Concept("http://esco/group", "skill_group", Text(en="making", fi="valmistus"), code="S8")
    skill = Concept("http://esco/skill/1", "skill", Text(en="apply frobbing", fi="froboida"), Text(en="frob\nfrobbing"))
    part = Part("esco.csv", (group, skill), broader=((skill.uri, (group.uri,)),))
    assert "ESCO" not in [row[0] for row in window.rows()]
    window.desk.library.esco.put([part])
    window.place.refresh()
    window.counted()
    assert window.rows()[-1][0] == "ESCO"
    [row] = [row for row in window.search("frobbing") if row[3] == "ESCO"]
    assert row[0] == "apply frobbing"
    pane.hits.register.selectRow(texts(pane.hits.register).index(row))
    QTest.keyClick(pane.hits.register, Qt.Key.Key_Return)
    told = pane.esco.reading.told
    assert told
    assert (told.name, told.place) == ("apply frobbing", "making")
    assert dict(told.facts)["Suomi"] == "froboida"
    QTest.keyClick(pane.esco.tree, Qt.Key.Key_Up)
    assert pane.esco.reading.told
    assert pane.esco.reading.told.name == "making"
