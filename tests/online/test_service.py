"""Answers are kept until they are dropped or too old, so that what was fetched is not fetched again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.errors import UserError
from app.online.client import Client
from app.online.service import KEPT_FOR, Pages, Service, open_service
from tests.online.replay import NOT_THERE, Answer, Replay, as_json


@pytest.fixture
def pages(tmp_path: Path, today: date) -> Pages:
    return Pages(tmp_path / "fetched", today)


@pytest.fixture
def service(replay: Replay, client: Client, pages: Pages) -> Service:
    replay.answers["/api/a"] = as_json({"a": 1})
    return open_service(f" {replay.address}/api/ ", client, pages)


def test_that_an_answer_is_fetched_once(service: Service, replay: Replay) -> None:
    assert [service.ask("a", q="yö"), service.ask("a", q="yö")] == [{"a": 1}] * 2
    assert service.ask("a", q="työ") == {"a": 1}
    assert [asked.query for asked in replay.asked] == [{"q": "yö"}, {"q": "työ"}]


def test_that_what_was_dropped_is_fetched_again(service: Service, replay: Replay, pages: Pages) -> None:
    service.ask("a")
    pages.drop()
    service.ask("a")

    assert len(replay.asked) == 2


@pytest.mark.parametrize(("age", "asked"), [(KEPT_FOR, 1), (KEPT_FOR + timedelta(days=1), 2)])
def test_that_an_answer_serves_for_a_week(
    service: Service, replay: Replay, pages: Pages, age: timedelta, asked: int
) -> None:
    service.ask("a")
    later = Pages(pages.folder, pages.today + age)
    open_service(service.address, service.client, later).ask("a")

    assert len(replay.asked) == asked
    assert later.oldest() == (pages.today if asked == 1 else later.today)


@pytest.mark.parametrize("damage", [b"", b'{"a": '])
def test_that_a_damaged_file_is_fetched_again(service: Service, replay: Replay, pages: Pages, damage: bytes) -> None:
    service.ask("a")
    [kept] = pages.folder.iterdir()
    kept.write_bytes(damage)

    assert service.ask("a") == {"a": 1}
    assert len(replay.asked) == 2


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(b'{"a": '), "is not complete JSON"),
        (Answer(b""), "is not complete JSON"),
        (Answer(b"[" * 100_000), "is nested too deep"),
        (Answer(b'{"a": "\xff"}'), "is not readable text"),
        (Answer(b"NaN"), "is no JSON"),
    ],
)
def test_that_what_is_no_json_is_told_and_not_kept(
    service: Service, replay: Replay, pages: Pages, answer: Answer, words: str
) -> None:
    replay.answers["/api/a"] = answer

    with pytest.raises(UserError, match=words):
        service.ask("a")
    assert pages.oldest() is None


def test_that_what_is_not_there_is_asked_for_again(service: Service, replay: Replay) -> None:
    replay.answers["/api/a"] = [NOT_THERE, as_json({"a": 2})]

    assert service.ask("a") is None
    assert service.ask("a") == {"a": 2}


@pytest.mark.parametrize("address", ["http://opintopolku.fi", "https://opintopolku.fi/a?b=c", "https://a/#b"])
def test_that_a_wrong_address_is_told_before_anything_is_asked(client: Client, pages: Pages, address: str) -> None:
    with pytest.raises(UserError, match=r"https://"):
        open_service(address, client, pages)
