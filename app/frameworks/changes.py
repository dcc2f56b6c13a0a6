"""What a newer reading of a qualification changes against the one that is in the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.frameworks.model import Framework, Requirement, Unit
from app.languages import LANGUAGES
from app.texts import Text

ChangeKind = Literal["new", "newer", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Texts of one kind: those that are new, those that are gone, and those that are said otherwise (old, new)."""

    new: tuple[Text, ...] = ()
    gone: tuple[Text, ...] = ()
    reworded: tuple[tuple[Text, Text], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.reworded)


@dataclass(frozen=True, slots=True)
class ChangedUnit:
    """A unit that is in both, and what its requirements and learning outcomes gained and lost."""

    unit: Unit
    statements: Difference


@dataclass(frozen=True, slots=True)
class FrameworkChange:
    """What taking `after` into the library would change.

    "new" is not here at all; "newer" is another order of one that is here; "changed" is another reading of the same
    order. `renamed` has units as (before, after).
    """

    kind: ChangeKind
    after: Framework
    before: Framework | None = None
    new_units: tuple[Unit, ...] = ()
    gone_units: tuple[Unit, ...] = ()
    renamed: tuple[tuple[Unit, Unit], ...] = ()
    changed_units: tuple[ChangedUnit, ...] = ()


def compare(before: Framework | None, after: Framework) -> FrameworkChange:
    """What is different in a newer reading of the same qualification, or in a newer order of it."""
    if before is None:
        return FrameworkChange("new", after)
    old, new = _by_name(before), _by_name(after)
    both = [(old[name], unit) for name, unit in new.items() if name in old]
    return FrameworkChange(
        kind=_kind(before, after),
        after=after,
        before=before,
        new_units=tuple(unit for name, unit in new.items() if name not in old),
        gone_units=tuple(unit for name, unit in old.items() if name not in new),
        renamed=tuple(pair for pair in both if _says_otherwise(pair[0].name, pair[1].name)),
        changed_units=tuple(
            ChangedUnit(unit, found)
            for was, unit in both
            if (found := _difference(_statements(was), _statements(unit)))
        ),
    )


def _says_otherwise(old: Text, new: Text) -> bool:
    """Whether a text is different in a language that has it in both; a translation that came is no change of it."""
    both = [(old.get(language), new.get(language)) for language in LANGUAGES]
    return any(one and other and one != other for one, other in both)


def _kind(before: Framework, after: Framework) -> ChangeKind:
    if before.key != after.key:
        return "newer"
    return "unchanged" if before == after else "changed"


def _statements(unit: Unit) -> dict[str, Text]:
    """Texts of a unit by what the source calls them, which is the same whatever the qualification is called."""
    stated: list[Requirement] = [*unit.requirements, *(one for area in unit.sub_areas for one in area.outcomes)]
    return {one.key.removeprefix(unit.key): one.text for one in stated}


def _difference(old: dict[str, Text], new: dict[str, Text]) -> Difference:
    """Statements that are in one alone; the same words under another name are the same statement."""
    texts_before, texts_after = set(old.values()), set(new.values())
    return Difference(
        new=tuple(text for name, text in new.items() if name not in old and text not in texts_before),
        gone=tuple(text for name, text in old.items() if name not in new and text not in texts_after),
        reworded=tuple(
            (old[name], text) for name, text in new.items() if name in old and _says_otherwise(old[name], text)
        ),
    )


def _by_name(framework: Framework) -> dict[str, Unit]:
    """Units by what stays the same from one order to the next: their national code, or else their name."""
    return {unit.code or str(unit.name): unit for unit in framework.units}
