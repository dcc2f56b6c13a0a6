"""Passing the laptop: whose turn it is, and the supervisor's PIN that ends it.

A hand-over lies in a small file of the data folder, so that a program that was ended by force opens locked again. The
PIN itself is kept nowhere, only a salted hash of it. It keeps eyes off, not somebody who may read the data folder.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.errors import UserError
from app.paths import DataFolder
from app.wording.staff import VOICES, Voice, voice_key

SHORTEST, LONGEST = 4, 8
TRIES: Final = 5
WAIT: Final = 30.0  # seconds after so many wrong tries
_FILE: Final = "handed-over.json"
_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Pin:
    """A PIN that can be recognised and not read."""

    salt: bytes
    digest: bytes

    def fits(self, tried: str) -> bool:
        return hmac.compare_digest(_digest(tried, self.salt), self.digest)


def new_pin(digits: str) -> Pin:
    """A PIN of 4 to 8 digits; anything else is a UserError."""
    if not (digits.isascii() and digits.isdigit() and SHORTEST <= len(digits) <= LONGEST):
        values = {"shortest": SHORTEST, "longest": LONGEST}
        raise UserError("The PIN must be {shortest} to {longest} digits.", values)
    salt = secrets.token_bytes(16)
    return Pin(salt, _digest(digits, salt))


def _digest(digits: str, salt: bytes) -> bytes:
    return hashlib.scrypt(digits.encode(errors="replace"), salt=salt, n=2**14, r=8, p=1, dklen=32)


class Gate:
    """Counts wrong PINs: after five in a row the next try waits for half a minute. `clock` gives seconds."""

    def __init__(self, pin: Pin, clock: Callable[[], float]) -> None:
        self._pin, self._clock = pin, clock
        self._wrong, self._until = 0, float("-inf")

    @property
    def wait(self) -> float:
        """Seconds until a PIN may be tried; 0 when it may be tried now."""
        return max(0.0, self._until - self._clock())

    @property
    def left(self) -> int:
        """Tries before the next wait."""
        return TRIES - self._wrong % TRIES

    def opens(self, tried: str) -> bool:
        """Try a PIN; while one must wait, none opens and none is counted."""
        if self.wait:
            return False
        if self._pin.fits(tried):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong % TRIES == 0:
            self._until = self._clock() + WAIT
        return False


@dataclass(frozen=True, slots=True)
class HandOver:
    """The laptop is with the staff: the people whose turn it is, in order, and the voice to begin in."""

    mapping_key: str
    person_keys: tuple[str, ...]
    voice: Voice
    pin: Pin


def hand_over(folder: DataFolder, given: HandOver) -> None:
    """Keep that the laptop is handed over; a UserError when it cannot be kept, and then it must not be."""
    from app.files.writing import write_file

    value = {
        "format": _FORMAT,
        "mapping": given.mapping_key,
        "people": given.person_keys,
        "voice": voice_key(given.voice),
        "salt": given.pin.salt.hex(),
        "digest": given.pin.digest.hex(),
    }
    write_file(_path(folder), json.dumps(value, indent=1).encode())


def handed_over(folder: DataFolder) -> HandOver | None:
    """The hand-over that has not been ended; None without one, and when its file makes no sense: no PIN would fit."""
    try:
        return _understood(json.loads(_path(folder).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _understood(value: Any) -> HandOver | None:
    pin = Pin(bytes.fromhex(value["salt"]), bytes.fromhex(value["digest"]))
    people, mapping = tuple(map(str, value["people"])), str(value["mapping"])
    whole = value["format"] == _FORMAT and pin.salt and len(pin.digest) == 32 and people
    return HandOver(mapping, people, VOICES[value["voice"]], pin) if whole else None


def take_back(folder: DataFolder) -> None:
    """The laptop is with the supervisor again."""
    try:
        _path(folder).unlink(missing_ok=True)
    except OSError as error:
        values = {"file": _FILE, "reason": error.strerror or ""}
        raise UserError(
            "{file} could not be removed from the data folder: {reason}. Remove it there.", values
        ) from error


def _path(folder: DataFolder) -> Path:
    return folder.root / _FILE
