"""Names in a CASE package: identifiers that are the same each time, links, and what stands in an extension of ours."""

from __future__ import annotations

import re
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from app.languages import LANGUAGES, Language
from app.texts import Text

OURS: Final = "kartturi"
_NAMESPACE: Final = uuid5(NAMESPACE_URL, "urn:kartturi:case")
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def identifier(kind: str, key: str) -> str:
    """The identifier of what has this key; of what came from a CASE package of somebody else, the one it had there."""
    theirs = key.removeprefix("case:").rpartition("/")[2]
    if key.startswith("case:") and kind in ("document", "competence") and _UUID.fullmatch(theirs):
        return theirs
    return str(uuid5(_NAMESPACE, f"{kind}:{key}"))


def named(kind: str, key: str) -> dict[str, Any]:
    """The identifier, and the same as an address."""
    found = identifier(kind, key)
    return {"identifier": found, "uri": f"urn:uuid:{found}"}


def link_to(title: str, name: str) -> dict[str, Any]:
    return {"title": title, "identifier": name, "uri": f"urn:uuid:{name}"}


def own(values: dict[str, Any]) -> dict[str, Any]:
    """An extension with those of the values that say something."""
    said = {name: value for name, value in values.items() if value or (value == 0 and value is not False)}
    return {OURS: said}


def words(text: Text, but: Language | None = None) -> dict[str, str]:
    """A text by language, without one of them, and without gaps."""
    return {each: text.get(each) for each in LANGUAGES if each != but and text.get(each)}


def main_language(text: Text) -> Language:
    """The language in which a text stands in its item."""
    return next((each for each in LANGUAGES if text.get(each)), "en")
