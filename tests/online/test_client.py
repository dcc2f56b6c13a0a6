"""A service is asked politely and not trusted: every fault on its side ends in an answer or in one sentence."""

from __future__ import annotations

import gzip
import socket
import ssl
from contextlib import closing
from dataclasses import replace

import pytest

from app.errors import UserError
from app.i18n import Translator
from app.online.client import Client, checked, open_client, trusted
from tests.online.replay import AT_ONCE, NOT_THERE, Answer, Replay, asking

GOOD = Answer(b'{"a": 1}')
BUSY = Answer(b"busy", 500)
LATER = Answer(b"later", 429, {"Retry-After": "0"})
CUT = Answer(b'{"a": 1}', cut=3)


def refused(client: Client, url: str) -> str:
    with pytest.raises(UserError) as error:
        client.fetch(url)
    said = Translator("en").explain(error.value)
    assert said.endswith(".")
    assert "{" not in said
    return said


@pytest.mark.parametrize(
    ("answers", "asked"),
    [([GOOD], 1), ([BUSY, GOOD], 2), ([LATER, LATER, GOOD], 3), ([CUT, GOOD], 2), ([BUSY, CUT, GOOD], 3)],
)
def test_that_a_service_that_fails_for_a_while_is_asked_again(
    replay: Replay, client: Client, answers: list[Answer], asked: int
) -> None:
    replay.answers["/a"] = answers.copy()

    assert client.fetch(f"{replay.address}/a") == GOOD.body
    assert len(replay.asked) == asked


@pytest.mark.parametrize(
    ("answer", "asked", "words"),
    [
        (BUSY, 3, "is too busy to answer now"),
        (LATER, 3, "is too busy to answer now"),
        (Answer(b"", 503, {"Retry-After": "3600"}), 1, "is too busy to answer now"),
        (CUT, 3, "No whole answer came from"),
        (Answer(b"", 403), 1, "refuses to answer (code 403)"),
        (Answer(b"<html>Sign in</html>", headers={"Content-Type": "text/html"}), 1, "Open a browser and sign in"),
        (Answer(b'{"a": "%s"}' % (b"x" * AT_ONCE.max_bytes)), 1, "larger than the limit of 10 MB"),
        (
            Answer(gzip.compress(b" " * (AT_ONCE.max_bytes + 1)), headers={"Content-Encoding": "gzip"}),
            1,
            "larger than the limit of 10 MB",
        ),
        (Answer(b"no gzip", headers={"Content-Encoding": "gzip"}), 3, "No whole answer came"),
        (Answer(b"", 302, {"Location": "http://127.0.0.1:9/a"}), 1, "sends on to 127.0.0.1:9, which was not asked"),
        (Answer(b"", 302, {"Location": "https://example.org/a"}), 1, "sends on to example.org"),
        (Answer(b"", 302, {"Location": "http://example.org/a"}), 1, "is not protected on its way"),
        (Answer(b"", 302, {"Location": "/a"}), 5, "from one address to another without end"),
    ],
)
def test_that_a_fault_of_the_service_is_one_sentence(
    replay: Replay, client: Client, answer: Answer, asked: int, words: str
) -> None:
    replay.answers["/a"] = answer

    assert words in refused(client, f"{replay.address}/a")
    assert len(replay.asked) == asked


def test_that_a_redirect_within_the_service_is_followed(replay: Replay, client: Client) -> None:
    replay.answers |= {"/a": Answer(b"", 301, {"Location": "/b?c=1"}), "/b": GOOD}

    assert client.fetch(f"{replay.address}/a") == GOOD.body
    assert replay.asked[1].query == {"c": "1"}


def test_that_what_is_not_there_is_no_error(replay: Replay, client: Client) -> None:
    replay.answers["/a"] = NOT_THERE

    assert client.fetch(f"{replay.address}/a") is None


def test_that_a_service_that_says_nothing_is_not_waited_for(replay: Replay) -> None:
    replay.answers["/a"] = Answer(silent=True)

    with asking(patience=replace(AT_ONCE, read=0.05)) as client:
        assert "No whole answer came" in refused(client, f"{replay.address}/a")
    assert len(replay.asked) == 3


def test_that_an_answer_that_never_ends_is_given_up(replay: Replay) -> None:
    replay.answers["/a"] = GOOD

    with asking(patience=replace(AT_ONCE, whole=-1)) as client:
        assert "answers too slowly" in refused(client, f"{replay.address}/a")


def test_that_without_a_network_one_sentence_says_what_to_do(client: Client) -> None:
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))  # taken, but nobody listens
        said = refused(client, f"http://127.0.0.1:{unheard.getsockname()[1]}/a")
    assert "Check the network connection and try again" in said


def test_that_a_service_that_cannot_prove_who_it_is_gets_no_question(replay: Replay) -> None:
    with closing(open_client()) as client:
        said = refused(client, replay.address.replace("http:", "https:"))

    assert "could not prove" in said
    assert replay.asked == []


def test_that_only_certificates_of_known_issuers_are_taken() -> None:
    context = trusted()

    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED


def test_that_nothing_personal_is_sent(replay: Replay, client: Client) -> None:
    replay.answers["/a"] = GOOD
    client.fetch(f"{replay.address}/a")

    headers = replay.asked[0].headers
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
    assert headers["User-Agent"].startswith("Kartturi/")


@pytest.mark.parametrize("calls", [0, 1])
def test_that_cancelling_stops_between_tries(replay: Replay, calls: int) -> None:
    replay.answers["/a"] = BUSY

    with asking(lambda: len(replay.asked) >= calls) as client:
        assert "The update was stopped" in refused(client, f"{replay.address}/a")
    assert len(replay.asked) == calls


@pytest.mark.parametrize(
    "url",
    [
        "http://opintopolku.fi/konfo-backend",
        "http://10.0.0.1/",
        "http://127.0.0.1.example.org/",
        "https://user:secret@opintopolku.fi/",
        "ftp://opintopolku.fi/",
        "file:///etc/passwd",
        "opintopolku.fi",
        "https://",
        "https://[::1",
        "",
    ],
)
def test_that_an_address_without_protection_or_sense_is_refused(url: str) -> None:
    with pytest.raises(UserError, match=r"https://"):
        checked(url)


@pytest.mark.parametrize("url", ["https://opintopolku.fi/a", "http://localhost:1/", "http://[::1]:8000/a"])
def test_that_a_good_address_is_taken(url: str) -> None:
    assert checked(url).host
