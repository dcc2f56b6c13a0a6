"""A client that fetches JSON from a public service: only GET, bounded in time, size and tries, and nothing personal.

Certificates are judged by those the system trusts. What the service answers is returned as bytes; that they are JSON
of the right kind is judged where they are read.
"""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError, InvalidHeader, LocationParseError, NameResolutionError, SSLError
from urllib3.util import Retry, Timeout, Url, parse_url

from app import __version__
from app.errors import UserError
from app.files.opening import refuse_size
from app.online.patience import USUAL, Patience, refuse_cancelled, rest

_HEADERS: Final = {"User-Agent": f"Kartturi/{__version__}", "Accept": "application/json", "Accept-Encoding": "gzip"}
_CHUNK: Final = 64 * 2**10
_GONE: Final = frozenset({404, 410})
_BUSY: Final = frozenset({429, 500, 502, 503, 504})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS: Final = 5
_CERTIFICATES: Final = (
    Path("/etc/ssl/certs/ca-certificates.crt"),
    Path("/etc/pki/tls/certs/ca-bundle.crt"),
    Path("/etc/ssl/ca-bundle.pem"),
)
_JSON: Final = re.compile(r"application/([\w.-]+\+)?json\b", re.IGNORECASE)


class _BusyError(Exception):
    """The service may answer if asked again, after `pause` seconds where it says so."""

    def __init__(self, pause: float | None) -> None:
        self.pause = pause


@dataclass(frozen=True, slots=True)
class Client:
    """Fetches one address at a time. `cancelled` is asked before each call, while waiting and while receiving."""

    pool: urllib3.PoolManager
    patience: Patience
    cancelled: Callable[[], bool]

    def close(self) -> None:
        """Hang up."""
        self.pool.clear()

    def fetch(self, url: str) -> bytes | None:
        """What stands at an address, or None where the service has no such thing. All else is a UserError."""
        host = checked(url).netloc or ""
        pauses = iter(self.patience.pauses)
        while True:
            refuse_cancelled(self.cancelled)
            try:
                return self._followed(url)
            except NameResolutionError as error:
                _tell_unreachable(host, error)
            except SSLError as error:
                raise UserError(
                    "{host} could not prove that it is what it says, so nothing was fetched. "
                    "Check the date of this computer, or try another network.",
                    {"host": host},
                ) from error
            except (_BusyError, HTTPError) as error:
                rest(self._pause(host, error, next(pauses, None)), self.cancelled)

    def _pause(self, host: str, error: Exception, planned: float | None) -> float:
        """Seconds to wait before asking again; UserError where there are no more tries or the service wants more."""
        asked = error.pause if isinstance(error, _BusyError) else None
        if planned is None or (asked or 0) > self.patience.longest_pause:
            if isinstance(error, _BusyError):
                raise UserError(
                    "{host} is too busy to answer now. Try again later; what was fetched is kept.", {"host": host}
                ) from error
            _tell_unreachable(host, error)
        return planned if asked is None else asked

    def _followed(self, url: str) -> bytes | None:
        """The answer at the end of redirects, all of which must stay where the first address is."""
        for _ in range(_MOST_REDIRECTS):
            answer = self._asked(url)
            try:
                if answer.status not in _REDIRECTS:
                    return self._received(answer, url)
            finally:
                answer.close()
            url = _redirected(url, answer.headers.get("Location", ""))
        raise UserError(
            "{host} sends from one address to another without end. Check the address.", {"host": checked(url).netloc}
        )

    def _asked(self, url: str) -> urllib3.BaseHTTPResponse:
        return self.pool.request(
            "GET",
            url,
            headers=_HEADERS,
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=Timeout(connect=self.patience.connect, read=self.patience.read),
        )

    def _received(self, answer: urllib3.BaseHTTPResponse, url: str) -> bytes | None:
        host = checked(url).netloc
        if answer.status in _GONE:
            return None
        if answer.status in _BUSY:
            raise _BusyError(_asked_pause(answer))
        if answer.status != 200:
            raise UserError(
                "{host} refuses to answer (code {status}). Check the address, or try again later.",
                {"host": host, "status": str(answer.status)},
            )
        if not _JSON.match(answer.headers.get("Content-Type", "")):
            raise UserError(
                "{host} answered with something else than data, perhaps a page to sign in to the network. "
                "Open a browser and sign in, or check the address.",
                {"host": host},
            )
        return self._read(answer, host or "")

    def _read(self, answer: urllib3.BaseHTTPResponse, host: str) -> bytes:
        """The body, unpacked as it comes: a small answer cannot fill the memory, nor a slow one take all day."""
        end = time.monotonic() + self.patience.whole
        length = answer.headers.get("Content-Length", "")
        refuse_size(int(length) if length.isdecimal() else 0, self.patience.max_bytes, host)
        body = bytearray()
        while chunk := answer.read1(_CHUNK, decode_content=True):
            body += chunk
            refuse_size(len(body), self.patience.max_bytes, host)
            refuse_cancelled(self.cancelled)
            if time.monotonic() > end:
                raise UserError("{host} answers too slowly. Try again later; what was fetched is kept.", {"host": host})
        return bytes(body)


def open_client(cancelled: Callable[[], bool] = lambda: False, patience: Patience = USUAL) -> Client:
    """A client for one run. Nothing is asked yet."""
    return Client(urllib3.PoolManager(num_pools=2, ssl_context=trusted()), patience, cancelled)


def trusted() -> ssl.SSLContext:
    """Certificates that the system trusts. A built program may look for them where the machine that built it has them,
    so the places of other Linux systems are tried where that is empty.
    """
    context = ssl.create_default_context()
    usual = ssl.get_default_verify_paths()
    if not (usual.cafile or usual.capath):
        for place in filter(Path.is_file, _CERTIFICATES):
            context.load_verify_locations(place)
    return context


def checked(url: str) -> Url:
    """The parts of an address. It must be https, or http within this computer, and name no user: else UserError."""
    try:
        parts = parse_url(url)
    except LocationParseError:
        parts = Url()
    if not parts.host or parts.auth or parts.scheme not in ("https", "http"):
        raise UserError("{address} is no address of a service. It begins with https://.", {"address": url})
    if parts.scheme == "http" and not _within_this_computer(parts.host):
        raise UserError(
            "{address} is not protected on its way. Use an address that begins with https://.", {"address": url}
        )
    return parts


def _within_this_computer(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _redirected(url: str, location: str) -> str:
    """Where a redirect leads; UserError where that is another scheme, host or port."""
    here, there = checked(url), checked(urljoin(url, location))
    if (here.scheme, here.netloc) != (there.scheme, there.netloc):
        raise UserError(
            "{host} sends on to {other}, which was not asked. Check the address.",
            {"host": here.netloc, "other": there.netloc},
        )
    return there.url


def _asked_pause(answer: urllib3.BaseHTTPResponse) -> float | None:
    """Seconds that the service asks us to wait, as a number or a date; None where it does not say."""
    try:
        return Retry().get_retry_after(answer)
    except InvalidHeader:
        return None


def _tell_unreachable(host: str, error: Exception) -> NoReturn:
    raise UserError(
        "No whole answer came from {host}. Check the network connection and try again; what was fetched is kept.",
        {"host": host},
    ) from error
