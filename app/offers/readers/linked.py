"""Linked data as files have it: nodes in a graph, single values or lists, texts with or without a language.

Names of fields and types count without the vocabulary they come from ("schema:name", "https://schema.org/name"). No
context is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from textwrap import shorten
from typing import Any, Final

from app.errors import UserError
from app.frameworks.readers.html_text import plain
from app.languages import LANGUAGES, Language
from app.texts import Text

Node = Mapping[str, Any]
_PROSE: Final = 2000
_LONGEST_KEY: Final = 300
_DURATION: Final = re.compile(r"P(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,5})M)?)?")
_NUMBER: Final = re.compile(r"([0-9]{1,7})(?:[.,]([0-9]{1,4}))?")
_LANGUAGE: Final = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
_NAMES_OF_LANGUAGES: Final = {
    "fin": "fi", "suomi": "fi", "finnish": "fi", "finska": "fi",
    "swe": "sv", "ruotsi": "sv", "swedish": "sv", "svenska": "sv",
    "eng": "en", "englanti": "en", "english": "en", "engelska": "en",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes of a file in their order, and those that have an id by it."""

    nodes: tuple[Node, ...]
    by_id: Mapping[str, Node] = field(default_factory=dict)


def graph(value: Any) -> Graph:
    """Every object of a parsed file as a node, its fields under bare names. Nodes with one id complete each other."""
    nodes = tuple(_nodes(value))
    by_id: dict[str, dict[str, Any]] = {}
    for node in nodes:
        if known := node_id(node):
            by_id.setdefault(known, {}).update(node)
    return Graph(nodes, by_id)


def _nodes(value: Any) -> Iterator[Node]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            node = {_bare(name): content for name, content in each.items()}
            yield node
            waiting.extend(reversed(list(node.values())))
        elif isinstance(each, list):
            waiting.extend(reversed(each))


def _bare(name: str) -> str:
    return name if name.startswith("@") else re.split(r"[/#:]", name)[-1]


def node_id(node: Node) -> str:
    found = node.get("@id", node.get("id"))
    return found if isinstance(found, str) else ""


def types(node: Node) -> set[str]:
    given = node.get("@type", node.get("type"))
    return {_bare(each) for each in (given if isinstance(given, list) else [given]) if isinstance(each, str)}


def values(node: Node, name: str) -> list[Any]:
    """What a field has, as a list; what is null is not there."""
    given = node.get(name)
    return [each for each in (given if isinstance(given, list) else [given]) if each is not None]


def related(known: Graph, node: Node, name: str) -> list[Node]:
    """The nodes of a field; what is only named by an id is looked for in the graph, and a text is a name."""
    found = []
    for each in values(node, name):
        if isinstance(each, str):
            found.append(known.by_id.get(each, {"name": each}))
        elif isinstance(each, dict):
            bare = {_bare(key): content for key, content in each.items()}
            found.append({**known.by_id.get(node_id(bare), {}), **bare})
    return found


def text(node: Node, name: str, language: Language) -> Text:
    """A text in its languages; what names none is in `language`."""
    said: dict[str, str] = {}
    for each in values(node, name):
        for where, words in _said(each, language):
            if where in LANGUAGES and words:
                said.setdefault(where, shorten(plain(words), _PROSE, placeholder=" …"))
    return Text(**said)


def _said(value: Any, language: Language) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield language, value
    elif isinstance(value, dict) and "@value" in value:
        yield _code(str(value.get("@language") or language)), str(value["@value"])
    elif isinstance(value, dict):
        note = value.get("noteLiteral")
        spoken = note if isinstance(note, dict) else value
        for where, words in spoken.items():
            yield from ((_code(where), each) for each in _listed(words) if isinstance(each, str) and len(where) <= 5)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _code(name: str) -> str:
    found = _LANGUAGE.fullmatch(name)
    return found[1].lower() if found else ""


def word(node: Node, name: str) -> str:
    """The first text or number of a field, on one line."""
    found = next((each for each in values(node, name) if isinstance(each, str | int | float)), "")
    return shorten(plain(str(found)), _PROSE, placeholder=" …")


def languages(given: Iterable[Any]) -> tuple[str, ...]:
    """Codes of languages out of codes, names, addresses of concepts, or nodes that have one of these."""
    return tuple(dict.fromkeys(filter(None, map(_language, given))))


def _language(value: Any) -> str:
    if isinstance(value, dict):
        names = (value.get(name) for name in ("alternateName", "id", "@id", "notation", "name"))
        return next(filter(None, (_language(each) for each in names if isinstance(each, str))), "")
    last = _bare(str(value)).casefold()
    found = _LANGUAGE.fullmatch(last)
    short = found[1].lower() if found else ""
    return _NAMES_OF_LANGUAGES.get(last) or _NAMES_OF_LANGUAGES.get(short) or (short if len(short) == 2 else "")


def day(node: Node, name: str) -> date | None:
    """A day, out of a day or a moment; what is neither gives a UserError."""
    given = word(node, name)
    if not given:
        return None
    try:
        return date.fromisoformat(given[:10])
    except ValueError:
        raise wrong(name, given, UserError("a day such as 1.9.2026 or 2026-09-01")) from None


def number(node: Node, name: str) -> Decimal | None:
    """A number that is not negative, as a number or as text; what is none gives a UserError."""
    given = word(node, name)
    if not given:
        return None
    found = _NUMBER.fullmatch(given)
    if not found:
        raise wrong(name, given, UserError("a number such as 120 or 99,50"))
    return Decimal(found[1] + (f".{found[2]}" if found[2] else ""))


def hours_or_days(given: str) -> tuple[Decimal, str] | None:
    """An extent out of an ISO duration: hours where it has them, else days; months and years are none."""
    found = _DURATION.fullmatch(given)
    days, hours, minutes = (int(each or 0) for each in found.groups()) if found else (0, 0, 0)
    if hours or minutes:
        return (Decimal(days * 24 + hours) + Decimal(minutes) / 60).quantize(Decimal("0.01")).normalize() + 0, "h"
    return (Decimal(days), "d") if days else None


def wrong(name: str, value: str, allowed: UserError) -> UserError:
    shown = value if len(value) <= 40 else value[:39] + "…"
    return UserError(
        '{column} cannot be "{value}". Allowed: {allowed}.', {"column": name, "value": shown, "allowed": allowed}
    )


def link(*given: str) -> str:
    """The first that is an address of the web."""
    return next((each for each in given if re.fullmatch(r"https?://\S{3,2000}", each, re.IGNORECASE)), "")


def key(prefix: str, given: str, *otherwise: str) -> str:
    """A key out of what a source calls something, or out of what tells it from others; long ones are shortened."""
    if given and not given.startswith("_:") and len(given) <= _LONGEST_KEY:
        return f"{prefix}{given}"
    return f"{prefix}{sha256(repr((given, *otherwise)).encode(errors='replace')).hexdigest()[:24]}"
