"""The catalogues in force: those that are shipped, or a person's own copies of them."""

from __future__ import annotations

import shutil

from app.paths import resource
from app.services.catalogues import FOLDER, of_cards, of_company
from app.services.desk import Desk


def own(desk: Desk, name: str, old: str = "", new: str = "") -> None:
    """Put an own copy of a shipped file into the data folder, changed in one place."""
    folder = desk.folder.root / FOLDER
    folder.mkdir(exist_ok=True)
    shutil.copy(resource(FOLDER, name), folder / name)
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


def test_that_the_shipped_catalogues_are_there_and_read_once(desk: Desk) -> None:
    company, cards = of_company(desk), of_cards(desk)
    assert len(company.sectors.sectors.divisions) == 88
    assert len(company.municipalities.municipalities) == 308
    assert len(cards.cards.cards) == 26
    assert company.faults == cards.faults == ()
    assert of_company(desk).sectors is company.sectors
    assert of_cards(desk).cards is cards.cards


def test_that_an_own_copy_takes_the_place_of_the_shipped_one(desk: Desk) -> None:
    own(desk, "cards.yaml", "years: 5", "years: 4")
    found = of_cards(desk)
    assert found.faults == ()
    assert (first := found.cards.card("C01")) is not None
    assert first.years == 4


def test_that_own_rows_go_with_the_shipped_head(desk: Desk) -> None:
    own(desk, "municipalities.csv", "202;Kaarina;S:t Karins;Kaarina;02;", "202;Kaarina;S:t Karins;Kaarina;02;helsinki")
    found = of_company(desk)
    assert (kaarina := found.municipalities.municipality("202")) is not None
    assert kaarina.area == "helsinki"
    assert len(found.sectors.sectors.divisions) == 88


def test_that_a_broken_copy_is_told_and_stands_in_nobodys_way(desk: Desk) -> None:
    own(desk, "sectors-2008.csv", "code;section", "nothing;section")
    found = of_company(desk)
    assert len(found.sectors.sectors.divisions) == 88
    assert [str(fault) for fault in found.faults] == [
        "sectors-2008.csv has no column code. Add it or install the program again."
    ]


def test_that_a_corrected_copy_is_in_force_at_once(desk: Desk) -> None:
    own(desk, "cards.yaml", "years: 5", "years: x")
    assert of_cards(desk).faults
    own(desk, "cards.yaml", "years: 5", "years: 7")
    assert of_cards(desk).faults == ()
    assert (first := of_cards(desk).cards.card("C01")) is not None
    assert first.years == 7
