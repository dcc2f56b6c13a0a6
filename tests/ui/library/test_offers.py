"""Offers, services and funding in the library: searched, told whole, and none promised that is old or gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.offers.model import STALE_AFTER, Offer
from app.paths import resource
from app.services import catalogues
from app.texts import Text
from app.ui.tables import QUIET, STRONG
from tests.ui.library.opening import Open, Opened, texts


def with_examples(opened: Opened) -> Open:
    window = opened()
    window.read(resource("offers", "examples.csv"))
    window.place.kinds.choose("offers")
    return window


def search(window: Open, words: str) -> list[list[str]]:
    pane = window.place.offers
    pane.search.setText(words)
    window.qtbot.waitUntil(lambda: pane.searched_for == words, timeout=20_000)
    return texts(pane.register)


def put(window: Open, *offers: Offer) -> None:
    window.desk.library.put_offers(offers)
    window.place.refresh()
    window.counted()
    window.place.kinds.choose("offers")


def offer(key: str, checked_on: date | None) -> Offer:
    return Offer(f"catalogue:{key}", Text(en=key), Text(en="College"), checked_on=checked_on)


def test_that_an_empty_catalogue_says_how_to_fill_it(opened: Opened) -> None:
    window = opened()
    window.place.kinds.choose("offers")
    assert not window.place.offers.register.isVisible()
    assert not window.place.offers.search.isEnabled()
    assert window.place.offers.online.isEnabled()


def test_that_words_of_place_and_price_become_filters_that_are_told(opened: Opened) -> None:
    window = with_examples(opened)
    found = search(window, "verkossa ilmainen")
    assert found
    assert {(row[2], row[4]) for row in found} == {("online", "free of charge")}
    assert window.place.offers.remark.text() == "Only: online and free of charge."


def test_that_what_is_in_hand_is_told_whole_beside_the_list(opened: Opened) -> None:
    window = with_examples(opened)
    [first, *_rest] = texts(window.place.offers.register)
    told = window.place.offers.reading.told
    assert told
    assert (told.name, told.place) == (first[0], first[1])
    assert {"Kind", "Price", "Teaching language"} <= {name for name, _text in told.facts}
    QTest.keyClick(window.place.offers.register, Qt.Key.Key_Down)
    assert window.place.offers.reading.told != told


def test_that_an_old_offer_is_grey_and_asks_to_be_checked_first(opened: Opened) -> None:
    window = opened()
    today = window.desk.today
    put(window, offer("fresh", today - STALE_AFTER), offer("old", today - STALE_AFTER - timedelta(1)))
    put(window, offer("unknown", None))
    model = window.place.offers.model
    rows = {row[0]: place for place, row in enumerate(texts(window.place.offers.register))}
    grey = {
        name: model.index(row, 0).data(QUIET) and not model.index(row, 0).data(STRONG) for name, row in rows.items()
    }
    assert grey == {"fresh": False, "old": True, "unknown": True}
    assert texts(window.place.offers.register)[rows["unknown"]][5] == "check first"
    assert window.tab("offers") == "Offers 3, 2 to check first"


def test_that_an_offer_that_is_over_says_so(opened: Opened) -> None:
    window = opened()
    today = window.desk.today
    put(window, replace(offer("over", today), valid_to=today - timedelta(1)))
    assert texts(window.place.offers.register)[0][5] == "given no more"
    assert window.place.offers.reading.told
    assert window.place.offers.reading.told.warning == "This is given no more."
    assert window.tab("offers") == "Offers 1"


def test_that_the_catalogue_check_shows_what_lacks_most_first(opened: Opened) -> None:
    window = with_examples(opened)
    bare = offer("bare", window.desk.today)
    put(
        window, bare, replace(bare, key="catalogue:less", name=Text(en="less"), price_eur=None, for_whom=Text(en="All"))
    )
    window.place.offers.lacking.click()
    rows = texts(window.place.offers.register)
    assert [row[0] for row in rows[:2]] == ["bare", "less"]
    told = window.place.offers.reading.told
    assert told
    assert "the price" in dict(told.facts)["This offer lacks"]
    window.place.offers.lacking.click()
    assert len(texts(window.place.offers.register)) > len(rows)


def test_that_dead_funding_routes_come_last_and_say_why(opened: Opened) -> None:
    window = opened()
    window.place.kinds.choose("services")
    register = window.place.services.register
    rows = texts(register)
    ended = [row for row in rows if row[2] == "ended"]
    assert ended
    assert rows[-len(ended) :] == ended
    register.selectRow(len(rows) - 1)
    told = window.place.services.reading.told
    assert told
    assert told.warning == "This is gone. Propose it to nobody."
    assert told.lead.startswith("Ended ")


def test_that_services_say_what_they_do_and_whether_anybody_knows_who_they_are_here(opened: Opened) -> None:
    window = opened()
    register, directory = window.place.services.register, catalogues.of_directory(window.desk).directory
    [service, *_rest] = directory.services.services
    register.selectRow([row[0] for row in texts(register)].index(service.name.en))
    told = window.place.services.reading.told
    assert told
    assert told.lead == service.does.en
    assert told.warning.startswith("Who this is here has not been checked.")


def test_that_funding_and_services_are_found_by_words_also_what_is_gone_or_has_changed(opened: Opened) -> None:
    window = opened()
    services, tab = window.place.services, window.tab("services")
    window.place.kinds.choose("services")
    services.search.setText("vuxenutbildningsstöd")
    [[_name, _kind, state, _checked]] = texts(services.register)
    assert state == "ended"
    told = services.reading.told
    assert told
    assert told.warning == "This is gone. Propose it to nobody."
    services.search.setText("karriärvägledning")
    assert [row[1] for row in texts(services.register)] == ["service"]
    assert not services.remark.isVisible()
    services.search.setText("NTM-central")
    assert services.remark.text().startswith("Since 1 Jan 2026: ")
    services.search.setText("qqqq")
    assert services.reading.told is None
    assert services.remark.text() == "Nothing was found. Try other words."
    assert services.remark.isVisible()
    assert window.tab("services") == tab, "the tab counts all, whatever is searched"


def test_that_a_search_tells_of_what_it_found_and_of_nothing_on_the_way(opened: Opened) -> None:
    services, told = opened().place.services, list[int]()
    services.register.selectionModel().currentChanged.connect(lambda now, _before: told.append(now.row()))
    services.search.setText("ely")
    assert services.register.model().rowCount() > 1
    assert told == [-1, 0]


def test_that_the_tab_counts_what_must_be_checked_first(opened: Opened) -> None:
    window = opened()
    states = [row[2] for row in texts(window.place.services.register)]
    assert window.tab("services") == f"Services and funding {len(states)}, {states.count('check first')} to check first"
