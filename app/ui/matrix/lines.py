"""What the views over all roles show: competences with those who know them, or with coverage alone. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from app.i18n import Translator, mark
from app.mapping.groups import LEAST_GROUP, Coverage, Knowers, by_competence, coverages, knowers, people_with_levels
from app.mapping.levels import LEVELS, tallies
from app.mapping.model import Mapping, PeopleMode, Person, RoleNeed
from app.mapping.teachers import TEACHES
from app.ui.matrix.legend import SHORT_WORDS
from app.ui.matrix.words import NOT_PART, UNKNOWN, need_name, person_name
from app.wording.words import level_name

DOWNWARDS = LEVELS[::-1]


@dataclass(frozen=True, slots=True)
class Line:
    """A competence: what stands in its cells, the whole of it as a sentence, and dots of coverage if any are drawn."""

    cells: tuple[str, ...]
    sentence: str
    dots: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """A table in words; `nothing` stands instead of it where it may not be shown or there is nothing in it."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...] = ()
    nothing: str = ""


def who_knows(t: Translator, mapping: Mapping) -> Lines:
    """By competence, the people at each level whatever their role; whoever is at level 4 can teach the others."""
    levels = (f"{level} {t('can teach') if level == TEACHES else t(SHORT_WORDS[level])}" for level in DOWNWARDS)
    heads = (t("Competence"), *levels, f"{UNKNOWN} {level_name(t, None).lower()}")
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        return Lines(heads, tuple(_counted(t, mapping, needs) for needs in by_competence(mapping)))
    return Lines(heads, tuple(_known(t, mapping, row) for row in knowers(mapping)))


def _known(t: Translator, mapping: Mapping, row: Knowers) -> Line:
    roles = {role.key: role.name for role in mapping.roles}

    def codes(people: Iterable[Person]) -> str:
        return ", ".join(person_name(t, person, mapping.people_mode) for person in people)

    def with_roles(people: Iterable[Person]) -> str:
        """ "H1, H2 (Machinist) and H4 (Welder)"."""
        by_role = groupby(people, key=lambda person: person.role_key)
        return t.listed(f"{codes(those)} ({roles.get(key, '')})" for key, those in by_role)

    groups = [*(row.at[level] for level in DOWNWARDS), row.unknown]
    return _line(t, row.needs[0], [codes(people) for people in groups], [with_roles(people) for people in groups])


def _counted(t: Translator, mapping: Mapping, needs: tuple[RoleNeed, ...]) -> Line:
    people = tallies(mapping, needs).values()
    counts = [*(sum(each.at[level] for each in people) for level in DOWNWARDS), sum(each.unknown for each in people)]
    said = [t.n("{n} person", "{n} people", count) if count else "" for count in counts]
    return _line(t, needs[0], [str(count or "") for count in counts], said)


def _line(t: Translator, need: RoleNeed, cells: list[str], said: list[str]) -> Line:
    """A row; nobody at the level of a teacher is said, too."""
    name = need_name(t, need)
    levels: list[int | None] = [*DOWNWARDS, None]
    known = [
        t("{level}: {people}", level=level_name(t, level), people=people)
        for level, people in zip(levels, said, strict=True)
        if people
    ]
    teacher = [] if said[0] else [t("Nobody here can teach this yet")]
    sentence = ". ".join([name, *teacher, *known])
    return Line((name, *(cell or NOT_PART for cell in cells)), f"{sentence}.")


def coverage_only(t: Translator, mapping: Mapping) -> Lines:
    """How many can, without people; plainly nothing where too few are known for anybody to stay unseen (brief, 9.6)."""
    heads = (t("Competence"), t("Roles"), t("Able"), "")
    if people_with_levels(mapping) < LEAST_GROUP:
        few = mark(
            "Fewer than {k} people have been assessed here, so there is no view in which nobody can be recognised."
        )
        return Lines(heads, nothing=t(few, k=LEAST_GROUP))
    found = coverages(mapping)
    if not any(row.shown for row in found):
        few = mark(
            "In no competence {k} people have been assessed, so there is no view in which nobody can be recognised."
        )
        return Lines(heads, nothing=t(few, k=LEAST_GROUP))
    return Lines(heads, tuple(_coverage(t, mapping, row) for row in found))


def _coverage(t: Translator, mapping: Mapping, row: Coverage) -> Line:
    keys = {need.role_key for need in row.needs}
    roles = ", ".join(role.name for role in mapping.roles if role.key in keys)
    name = need_name(t, row.needs[0])
    if not row.shown:
        few = t("Fewer than {k} people are known, so this is not shown", k=LEAST_GROUP)
        return Line((name, roles, t("under {k}", k=LEAST_GROUP), ""), t("{name}: {words}.", name=name, words=few))
    if not row.required:
        return Line((name, roles, NOT_PART, ""), t("{name}: {words}.", name=name, words=t("no target now")))
    can = t("{have} of {need} can", have=row.covered, need=row.required)
    cells = (name, roles, f"{row.covered}/{row.required}", "")
    return Line(cells, t("{name}: {words}.", name=name, words=can), (row.covered, row.required))
