"""Two versions of a framework side by side: what is new, renamed or gone, of units, statements and competences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.frameworks.changes import compare
from app.frameworks.model import Competence, Framework
from app.services.library_edit import words_of
from app.texts import Text

What = Literal["new", "gone", "renamed", "reworded"]


@dataclass(frozen=True, slots=True)
class Row:
    """One difference, each side as it is said there; of what is in one alone the other side is empty.

    `above` is the unit of a statement; `code` that of a unit or a competence.
    """

    what: What
    before: Text = Text()
    after: Text = Text()
    code: str = ""
    above: Text = Text()


def compared(before: Framework, after: Framework) -> tuple[Row, ...]:
    """What the second has otherwise than the first: whole units and competences first, then what they say."""
    return (*_units(before, after), *_competences(before, after), *_statements(before, after))


def _units(before: Framework, after: Framework) -> Iterator[Row]:
    found = compare(before, after)
    yield from (Row("new", after=unit.name, code=unit.code) for unit in found.new_units)
    yield from (Row("gone", unit.name, code=unit.code) for unit in found.gone_units)
    yield from (Row("renamed", old.name, new.name, new.code) for old, new in found.renamed)


def _statements(before: Framework, after: Framework) -> Iterator[Row]:
    for each in compare(before, after).changed_units:
        above, found = each.unit.name, each.statements
        yield from (Row("new", after=text, above=above) for text in found.new)
        yield from (Row("gone", text, above=above) for text in found.gone)
        yield from (Row("reworded", old, new, above=above) for old, new in found.reworded)


def _competences(before: Framework, after: Framework) -> Iterator[Row]:
    """Competences are the same by their code, or else by their name."""
    old, new = _by_code(before), _by_code(after)
    yield from (Row("new", after=each.name, code=each.code) for code, each in new.items() if code not in old)
    yield from (Row("gone", each.name, code=each.code) for code, each in old.items() if code not in new)
    for code, each in new.items():
        if code in old and old[code].name != each.name:
            yield Row("renamed", old[code].name, each.name, each.code)
        elif code in old and words_of(old[code]) != words_of(each):
            yield from _said_otherwise(old[code], each)


def _said_otherwise(old: Competence, new: Competence) -> Iterator[Row]:
    """The description and each level that is described in other words."""
    none = (Text(),) * 5
    pairs = zip((old.description, *(old.anchors or none)), (new.description, *(new.anchors or none)), strict=False)
    yield from (Row("reworded", one, other, new.code, new.name) for one, other in pairs if one != other)


def _by_code(framework: Framework) -> dict[str, Competence]:
    return {each.code or str(each.name): each for each in framework.competences}
