"""The PIN that leads back: known by its hash alone, slow to guess, and asked again after a crash."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.paths import DataFolder
from app.services import staff_pin
from app.services.staff_pin import TRIES, WAIT, Gate, HandOver, Pin, new_pin
from app.wording.staff import VOICES

FILE = "handed-over.json"
DIGITS = "47114711"


@pytest.fixture(scope="module")
def pin() -> Pin:
    return new_pin(DIGITS)


@pytest.fixture
def given_away(pin: Pin) -> HandOver:
    return HandOver("case", ("p1", "p2"), VOICES["plain"], pin)


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("digits", ["", "123", "123456789", "12a4", "12 34", "-1234", "١٢٣٤", "１２３４", "²²²²"])
def test_that_a_pin_is_four_to_eight_plain_digits(digits: str) -> None:
    with pytest.raises(UserError, match="4 to 8 digits"):
        new_pin(digits)


@settings(max_examples=10)
@given(digits=st.text("0123456789", min_size=4, max_size=8), other=st.text("0123456789", max_size=9))
def test_that_the_pin_fits_and_no_other_does(digits: str, other: str) -> None:
    pin = new_pin(digits)
    assert pin.fits(digits)
    assert pin.fits(other) is (other == digits)


def test_that_the_same_pin_is_never_kept_alike(pin: Pin) -> None:
    assert new_pin(DIGITS).digest != pin.digest


def test_that_after_five_wrong_tries_one_waits_half_a_minute(pin: Pin) -> None:
    clock = Clock()
    gate = Gate(pin, clock)
    assert [gate.opens("0000") for _ in range(TRIES - 1)] == [False] * (TRIES - 1)
    assert (gate.wait, gate.left) == (0, 1)
    gate.opens("0000")
    assert gate.wait == WAIT
    assert not gate.opens(DIGITS), "not even the right one"
    clock.now += WAIT
    assert gate.wait == 0
    assert gate.left == TRIES
    assert gate.opens(DIGITS)


def test_that_the_right_pin_forgets_the_wrong_ones(pin: Pin) -> None:
    gate = Gate(pin, Clock())
    for tried in ("0000", "0001", "0002", DIGITS, "0003"):
        gate.opens(tried)
    assert gate.left == TRIES - 1


def test_that_a_hand_over_is_found_again_after_a_restart(tmp_path: Path, given_away: HandOver) -> None:
    folder = DataFolder(tmp_path)
    assert staff_pin.handed_over(folder) is None
    staff_pin.hand_over(folder, given_away)
    assert staff_pin.handed_over(folder) == given_away
    staff_pin.take_back(folder)
    assert staff_pin.handed_over(folder) is None
    assert list(tmp_path.iterdir()) == []
    staff_pin.take_back(folder)


def test_that_the_pin_stands_nowhere_in_the_file(tmp_path: Path, given_away: HandOver) -> None:
    staff_pin.hand_over(DataFolder(tmp_path), given_away)
    value = json.loads((tmp_path / FILE).read_text(encoding="utf-8"))
    assert set(value) == {"format", "mapping", "people", "voice", "salt", "digest"}
    assert DIGITS not in str(value)


WRONG: tuple[dict[str, object], ...] = (
    {"format": 2},
    {"people": []},
    {"people": 7},
    {"voice": "xx"},
    {"voice": []},
    {"salt": ""},
    {"salt": "zz"},
    {"digest": "00"},
    {"digest": None},
)
WHOLE = {"format": 1, "mapping": "m", "people": ["p"], "voice": "fi", "salt": "aa", "digest": "00" * 32}


def test_that_the_whole_file_makes_sense(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps(WHOLE), encoding="utf-8")
    assert staff_pin.handed_over(DataFolder(tmp_path))


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "1", '"x"', "[" * 5000, '{"format": 1}', *(json.dumps(WHOLE | wrong) for wrong in WRONG)],
)
def test_that_a_file_that_makes_no_sense_locks_nobody_out(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert staff_pin.handed_over(DataFolder(tmp_path)) is None


def test_that_a_hand_over_that_cannot_be_kept_is_refused(tmp_path: Path, given_away: HandOver) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(UserError, match="could not be saved"):
        staff_pin.hand_over(DataFolder(tmp_path / "file"), given_away)
