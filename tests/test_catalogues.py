"""The message catalogues: everything said has its Finnish and Swedish, and nothing else is in them."""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Final

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT: Final = Path(__file__).parent.parent
CATALOGUES = pytest.mark.parametrize("language", ["fi", "sv"])
"""English alone stands in the source; the other two have a catalogue."""
KEYS: Final = {
    "Alt+↓",
    "Ctrl+1–8",
    "Ctrl+C",
    "Ctrl+Home",
    "Ctrl+K",
    "Ctrl+V",
    "Ctrl+Y",
    "Ctrl+Z",
    "Delete",
    "Enter",
    "Esc",
}
SAME_EVERYWHERE: Final = {*KEYS, "10 min", "30 min", "90 min", "{n} min", "PIN"}
SWEDISH_TOO: Final = {
    *("Index", "Person", "Plan", "Start", "Team", "Version", "plan", "start", "under {k}", "under {n}"),
    *("version {version}", "{language}, version {version}", "{n} kB"),
    *("Version {number}", "Version {number}, {day}", "{words}, version {number}"),
}
SAME_WORD: Final = {"fi": SAME_EVERYWHERE | {"Shift+↑ ↓ ← →"}, "sv": SAME_EVERYWHERE | SWEDISH_TOO}
NOT_OURS: Final = {
    "fi": re.compile(r"esimie[hs]", re.IGNORECASE),  # esihenkilö
    "sv": re.compile(r"undersköterska|\bmodul", re.IGNORECASE),  # närvårdare, examensdel
}
"""Words of another time or country, and beside them ours."""
Forms = tuple[str, ...]
"""One form, or the singular and the plural."""


@cache
def _said() -> frozenset[Forms]:
    """Every string of the source, collected as for the catalogues."""
    template = runpy.run_path(str(ROOT / "installer" / "messages.py"))["extracted"]()
    return frozenset(_forms(message.id) for message in template if message.id)


@cache
def _catalogue(language: str) -> Catalog:
    with (ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "kartturi.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def _translated(language: str) -> dict[Forms, Forms]:
    """What has a translation, with all its forms."""
    pairs = {_forms(m.id): _forms(m.string) for m in _catalogue(language) if m.id}
    return {source: forms for source, forms in pairs.items() if all(forms)}


def _forms(value: Any) -> Forms:
    return (value,) if isinstance(value, str) else tuple(value)


def _placeholders(text: str) -> set[str]:
    return {name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None}


def _has_words(text: str) -> bool:
    """Whether anything is left to translate beside placeholders and signs."""
    return bool(re.search(r"[^\W\d_]{2}", re.sub(r"{\w+}", "", text)))


def _frame(text: str) -> tuple[str, str]:
    """What a text begins and ends with: spaces, and the sign that closes a sentence or opens a list."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip(" \n.:?!…")) :]


def _names_of_translators(path: Path) -> Iterator[str]:
    """How the source calls whatever is annotated or made as a Translator."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.arg(arg=name, annotation=ast.Name(id="Translator")):
                yield name
            case ast.Assign(
                targets=[ast.Name(id=name) | ast.Attribute(attr=name)],
                value=ast.Call(func=ast.Name(id="Translator"))
                | ast.IfExp(body=ast.Call(func=ast.Name(id="Translator"))),
            ):
                yield name


def test_that_a_translator_is_called_as_the_collection_expects() -> None:
    """Under another name it would say what no catalogue has."""
    names = {(p.name, name) for p in (ROOT / "app").rglob("*.py") for name in _names_of_translators(p)}
    assert {name for _file, name in names} <= {"t", "_t"}, names


def test_that_a_plural_is_said_where_its_two_sentences_stand() -> None:
    """From names the collection does not see them, and no catalogue would have them."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "app").rglob("*.py")}
    calls = [(path, node) for path, tree in trees.items() for node in ast.walk(tree) if isinstance(node, ast.Call)]
    plurals = [(p.name, c) for p, c in calls if isinstance(c.func, ast.Attribute) and c.func.attr == "n"]
    assert plurals
    assert [(p, c.lineno) for p, c in plurals if not all(isinstance(a, ast.Constant) for a in c.args[:2])] == []


@CATALOGUES
def test_that_everything_said_is_translated(language: str) -> None:
    assert sorted(_said() - _translated(language).keys()) == []


@CATALOGUES
def test_that_nothing_stale_or_uncertain_is_kept(language: str) -> None:
    messages = [m for m in _catalogue(language) if m.id]
    assert sorted({_forms(m.id) for m in messages} - _said()) == []
    assert [m.id for m in messages if m.fuzzy] == []
    assert not _catalogue(language).obsolete


@CATALOGUES
def test_that_every_translation_takes_the_same_values(language: str) -> None:
    """Where there is a plural, a form may say its count in a word: "one person"."""
    wrong = []
    for source, forms in _translated(language).items():
        wanted = _placeholders(source[-1])
        must = wanted - {"n"} if len(source) > 1 else wanted
        wrong += [(source, form) for form in forms if not must <= _placeholders(form) <= wanted]
    assert wrong == []


@CATALOGUES
def test_that_a_plural_has_both_its_forms(language: str) -> None:
    assert [pair for pair in _translated(language).items() if len(pair[0]) != len(pair[1])] == []


@CATALOGUES
def test_that_no_english_is_left(language: str) -> None:
    same = {source[0] for source, forms in _translated(language).items() if source == forms and _has_words(source[0])}
    assert same == SAME_WORD[language]


@CATALOGUES
def test_that_a_translation_begins_and_ends_as_the_source_does(language: str) -> None:
    """A lost full stop, colon or space shows."""
    pairs = _translated(language).items()
    assert [
        (s, f) for source, forms in pairs for s, f in zip(source, forms, strict=True) if _frame(s) != _frame(f)
    ] == []


@CATALOGUES
def test_that_the_words_of_the_field_are_used(language: str) -> None:
    said = [form for forms in _translated(language).values() for form in forms]
    assert [form for form in said if NOT_OURS[language].search(form)] == []
