"""A service at an address, whose answers are kept on disk until the update is applied or dropped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from app.errors import UserError
from app.files import parse_json, read_bytes
from app.files.writing import write_file
from app.online.client import Client, checked
from app.online.patience import refuse_cancelled

KEPT_FOR: Final = timedelta(days=7)
"""How long an update that was begun can be gone on with: later, its answers would be those of another time."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Answers of one service as files, named by a fingerprint of what was asked and by the day."""

    folder: Path
    today: date

    def kept(self, url: str) -> bytes | None:
        """The answer that was fetched last, unless it is too old."""
        fresh = [path for path in self._of(_fingerprint(url)) if self.today - _day(path) <= KEPT_FOR]
        return read_bytes(max(fresh, key=_day)) if fresh else None

    def keep(self, url: str, data: bytes) -> None:
        write_file(self.folder / f"{_fingerprint(url)}.{self.today}.json", data)

    def oldest(self) -> date | None:
        """The day of the oldest answer that is kept."""
        return min(map(_day, self._of("*")), default=None)

    def drop(self, *, too_old_only: bool = False) -> None:
        """Forget the answers."""
        for path in list(self._of("*")):
            if not too_old_only or self.today - _day(path) > KEPT_FOR:
                path.unlink(missing_ok=True)

    def _of(self, name: str) -> Iterator[Path]:
        return self.folder.glob(f"{name}.????-??-??.json")


def _fingerprint(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:32]


def _day(path: Path) -> date:
    return date.fromisoformat(path.suffixes[0][1:])


@dataclass(frozen=True, slots=True)
class Service:
    """A public service: `address` without a stroke at its end."""

    address: str
    client: Client
    pages: Pages

    def ask(self, path: str, **query: str | int | tuple[str, ...]) -> Any:
        """Parsed JSON of a path below the address, fetched at most once; None where the service has no such thing."""
        refuse_cancelled(self.client.cancelled)
        url = f"{self.address}/{path}" + (f"?{urlencode(query, doseq=True)}" if query else "")
        if (value := self._kept(url, path)) is not None:
            return value
        data = self.client.fetch(url)
        if data is None:
            return None
        value = parse_json(data, path)
        self.pages.keep(url, data)
        return value

    def _kept(self, url: str, name: str) -> Any:
        """What was fetched before; a file that was damaged since is fetched again."""
        try:
            data = self.pages.kept(url)
            return None if data is None else parse_json(data, name)
        except UserError:
            return None


def open_service(address: str, client: Client, pages: Pages) -> Service:
    """A service at an address that a person may have typed. A wrong one: UserError."""
    address = address.strip().rstrip("/")
    parts = checked(address)
    if parts.query or parts.fragment:
        raise UserError("{address} is no address of a service. It begins with https://.", {"address": address})
    pages.drop(too_old_only=True)
    return Service(address, client, pages)
