"""A service within this computer that answers as it is told, and remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import urllib3

from app.online.client import Client
from app.online.patience import Patience

AT_ONCE = Patience(connect=5, read=5, pauses=(0, 0), max_bytes=10 * 2**20)
"""Two more tries, without a pause."""


@dataclass(frozen=True)
class Answer:
    """What is sent: of the body only the first `cut` bytes, and nothing at all while it is `silent`."""

    body: bytes = b"{}"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    silent: bool = False


@dataclass(frozen=True)
class Asked:
    path: str
    query: dict[str, str]
    headers: dict[str, str]


Answering = Callable[[Asked], Answer]


def as_json(value: Any) -> Answer:
    return Answer(json.dumps(value).encode())


NOT_THERE = Answer(b"Not found", 404, {"Content-Type": "text/plain"})


@dataclass
class Replay:
    """`answers` has an answer by path, or several to be given one after another, or a function of what is asked."""

    answers: dict[str, Answer | list[Answer] | Answering] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    address: str = ""
    over: Event = field(default_factory=Event)

    @property
    def paths(self) -> list[str]:
        return [each.path for each in self.asked]

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        found = self.answers.get(asked.path, NOT_THERE)
        if isinstance(found, list):
            return found.pop(0)
        return found if isinstance(found, Answer) else found(asked)


def _handler(replay: Replay) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle(self) -> None:
            with suppress(ConnectionError):  # whoever asked has hung up, as is tried here
                super().handle()

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: ",".join(values) for name, values in parse_qs(parts.query).items()}
            answer = replay.answer(Asked(parts.path, query, dict(self.headers)))
            if answer.silent:
                replay.over.wait(10)
                self.close_connection = True
                return
            self.send_response(answer.status)
            for name, value in ({"Content-Type": "application/json;charset=UTF-8"} | answer.headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body[: answer.cut])
            self.close_connection = answer.cut is not None

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is that of the base class
            """Nobody reads it."""

    return Handler


@contextmanager
def replaying() -> Iterator[Replay]:
    replay = Replay()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(replay))
    replay.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield replay
    finally:
        replay.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def asking(cancelled: Callable[[], bool] = lambda: False, patience: Patience = AT_ONCE) -> Iterator[Client]:
    """A client without certificates, which take a while to load and are not needed within this computer."""
    with closing(Client(urllib3.PoolManager(), patience, cancelled)) as client:
        yield client
