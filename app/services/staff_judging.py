"""What of filled forms can be kept, judged against the mapping as it stands; every other answer has its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from app.errors import UserError
from app.mapping.model import Assessment, Assessor, Mapping, Person, RoleNeed
from app.services.staff_reading import Filled, FormFile
from app.texts import Text
from app.wording.staff import Sign, level_of, sign_of

_Cell = tuple[str, str]
"""A person and a need, by key."""
_NOBODY: Final = UserError("The person of this form is not in the company any more. Nothing was taken from it.")
_ELSEWHERE: Final = UserError(
    "This form belongs to another company or another mapping. Open that one and import the form there."
)


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that can be kept; `earlier` is a different one of the same person, whose place it takes."""

    need: RoleNeed
    answer: Assessment
    earlier: Assessment | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """An answer that is not kept, and why; `name` is empty where the competence is not known any more."""

    cell: str
    name: Text
    reason: UserError


@dataclass(frozen=True, slots=True)
class Form:
    """What becomes of one file. With `error` nothing of it is taken.

    `same` were known already, `blank` are not answered, and `not_asked` have come to the role since the form was made.
    """

    read: FormFile
    code: str = ""
    taken: tuple[Taken, ...] = ()
    left: tuple[Left, ...] = ()
    same: tuple[RoleNeed, ...] = ()
    blank: tuple[RoleNeed, ...] = ()
    not_asked: tuple[RoleNeed, ...] = ()
    error: UserError | None = None


def judged(mapping: Mapping, files: Sequence[FormFile], today: date, *, replace: bool) -> tuple[Form, ...]:
    """What becomes of each file, in order."""
    own = {(a.person_key, a.need_key): a for a in mapping.assessments if a.assessor is Assessor.SELF}
    judge = _Judge(mapping, today, replace, own, _said_by_cell(files))
    return tuple(judge.form(file) for file in files)


def _said_by_cell(files: Sequence[FormFile]) -> dict[_Cell, dict[Sign, str]]:
    """By person and need, each answer given with the first file that gives it."""
    found: dict[_Cell, dict[Sign, str]] = {}
    for file in files:
        for answer in file.answers:
            if file.key and answer.sign:
                found.setdefault((file.key.person_key, answer.need_key), {}).setdefault(answer.sign, file.file)
    return found


@dataclass(slots=True)
class _Judge:
    mapping: Mapping
    today: date
    replaces: bool
    own: dict[_Cell, Assessment]
    said: dict[_Cell, dict[Sign, str]]
    taken: set[_Cell] = field(default_factory=set)

    def form(self, file: FormFile) -> Form:
        if file.error or file.key is None:
            return Form(file, error=file.error)
        if file.key.mapping_key != self.mapping.key:
            return Form(file, error=_ELSEWHERE)
        person = next((p for p in self.mapping.people if p.key == file.key.person_key), None)
        return self._of(file, person) if person else Form(file, error=_NOBODY)

    def _of(self, file: FormFile, person: Person) -> Form:
        needs = {need.key: need for need in self.mapping.needs if need.role_key == person.role_key}
        taken, left, same, blank = list[Taken](), list[Left](), list[RoleNeed](), list[RoleNeed]()
        for filled in file.answers:
            match self._judged(person, filled, needs.get(filled.need_key)):
                case Taken() as found:
                    taken.append(found)
                case Left() as found:
                    left.append(found)
                case RoleNeed() as need:
                    (same if filled.sign else blank).append(need)
        asked = {filled.need_key for filled in file.answers}
        fresh = tuple(need for key, need in needs.items() if key not in asked)
        return Form(file, person.code, tuple(taken), tuple(left), tuple(same), tuple(blank), fresh)

    def _judged(self, person: Person, filled: Filled, need: RoleNeed | None) -> Taken | Left | RoleNeed | None:
        """An answer to keep, one to leave, or the need that nothing new is said of; None where that is gone, too."""
        if filled.fault:
            return Left(filled.cell, need.name if need else Text(), filled.fault)
        if need is None:
            gone = UserError("The role does not have this competence any more.")
            return Left(filled.cell, Text(), gone) if filled.sign else None
        if filled.sign is None:
            return need
        other = self._contradiction((person.key, need.key), filled.sign)
        if other:
            return Left(filled.cell, need.name, other)
        return self._kept(person, need, filled, filled.sign)

    def _contradiction(self, here: _Cell, sign: Sign) -> UserError | None:
        """Another form of the same person that says something else: nobody can know which is meant."""
        other = next((name for said, name in self.said[here].items() if said != sign), None)
        if other is None:
            return None
        return UserError(
            "{file} is a form of the same person and says something else. Take away the wrong one.", {"file": other}
        )

    def _kept(self, person: Person, need: RoleNeed, filled: Filled, sign: Sign) -> Taken | Left | RoleNeed:
        here = (person.key, need.key)
        earlier = self.own.get(here)
        if here in self.taken or (earlier and sign_of(earlier) == sign):
            return need
        if earlier and not self.replaces:
            values = {"before": sign_of(earlier), "now": sign}
            differs = UserError(
                "The person answered {before} before, and {now} on the form. Allow replacing to take it.", values
            )
            return Left(filled.cell, need.name, differs)
        self.taken.add(here)
        blank = earlier or Assessment(*here, Assessor.SELF)
        answer = replace(blank, level=level_of(sign), not_part_of_job=sign == "-", on=self.today)
        return Taken(need, answer, earlier)
