"""Collect the strings of the source into the catalogues, keeping the translations that still belong to one.

What a run adds is empty until somebody translates it; the tests refuse an empty, a stale or a mismatched entry.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).parent.parent
# A translator is called `t`, in an object `_t`; `mark` marks what is said elsewhere; the first argument of a UserError
# is its sentence. How many arguments are sentences: one, or of `n` the singular and the plural.
SENTENCES: Final = {"t": 1, "_t": 1, "n": 2, "mark": 1, "UserError": 1}
PYTHON_FLAGS: Final = {"python-format", "python-brace-format"}
# Dates and addresses that say nothing and change with every run.
NOISE: Final = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To|Last-Translator|Language-Team): .*\n',
    re.MULTILINE,
)


def extracted() -> Catalog:
    """Every string of the source, with the files it stands in."""
    catalog = Catalog(fuzzy=False)
    for path in sorted((ROOT / "app").rglob("*.py")):
        for message in _said_in(path):
            catalog.add(message, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    return catalog


def _said_in(path: Path) -> Iterator[str | tuple[str, ...]]:
    """What a file says. Read as Python and not as tokens, which hide what stands inside an f-string."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (count := SENTENCES.get(_name(node.func))):
            said = [arg.value for arg in node.args[:count] if isinstance(arg, ast.Constant)]
            words = tuple(text for text in said if isinstance(text, str) and text)
            if len(words) == count:
                yield words if count > 1 else words[0]


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


def merged(template: Catalog, language: str, old: Catalog) -> Catalog:
    """The catalogue of one language over today's strings."""
    catalog = Catalog(locale=language, project="Kartturi", fuzzy=False)
    for message in template:
        if not message.id:
            continue
        plural = isinstance(message.id, tuple)
        known = old.get(message.id[0] if plural else message.id)
        string = known.string if known and isinstance(known.string, tuple) == plural else None
        empty: str | tuple[str, str] = ("", "") if plural else ""
        catalog.add(message.id, string or empty, sorted(set(message.locations)), auto_comments=message.auto_comments)
    for message in catalog:
        message.flags -= PYTHON_FLAGS
    return catalog


def main() -> None:
    template = extracted()
    for path in sorted((ROOT / "resources" / "locale").glob("*/LC_MESSAGES/kartturi.po")):
        language = path.parts[-3]
        with path.open("rb") as file:
            old = read_po(file, locale=language)
        with path.open("wb") as file:
            write_po(file, merged(template, language, old), width=110, sort_output=True, include_lineno=False)
        path.write_text(NOISE.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
