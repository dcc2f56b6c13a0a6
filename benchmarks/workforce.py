"""Invented roles with many people, all of whose levels are answered."""

from __future__ import annotations

import random
from collections.abc import Sequence

from app.mapping.company import Company
from app.mapping.model import Assessment, Assessor, Mapping, Person, Role, RoleNeed, Targets
from app.texts import Text


def workforce(heads: Sequence[int], needs_each: int, assessors: Sequence[Assessor]) -> Mapping:
    """A mapping with a role for each head count; the same one every time."""
    luck = random.Random(1)
    roles = tuple(Role(f"role-{i}", f"Role {i}", count, position=i) for i, count in enumerate(heads))
    people = tuple(Person(f"{r.key}-{i}", r.key, f"H{i}", position=i) for r in roles for i in range(r.head_count))
    needs = tuple(_need(role, i) for role in roles for i in range(needs_each))
    answers = tuple(
        Assessment(person.key, need.key, by, luck.randint(0, 4))
        for need in needs
        for person in people
        if person.role_key == need.role_key
        for by in assessors
    )
    company = Company("company", "Example Ltd", service_language="en")
    return Mapping("mapping", company, roles=roles, people=people, needs=needs, assessments=answers)


def _need(role: Role, place: int) -> RoleNeed:
    return RoleNeed(
        key=f"{role.key}-need-{place}",
        role_key=role.key,
        name=Text(en=f"Competence {place}"),
        targets=Targets(3, 3, 4),
        criticality=1 + place % 3,
        required=2,
        position=place,
    )
