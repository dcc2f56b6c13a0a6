"""The hardest plans: as much and as long as there may be, and nothing at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from app.mapping.company import Company
from app.mapping.model import (
    Agreed,
    Assessment,
    Assessor,
    CardHolding,
    Mapping,
    Measure,
    OptionType,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.texts import Text
from tests.report.company import COURSE, MAPPING, TODAY

LONG: Final = (
    (
        "Sähköajoneuvojen korkeajännitejärjestelmien jännitteettömäksi "
        "tekeminen ja turvallinen huoltotyö ilman työnjohtoa nyt xx"
    ),
    (
        "Yrkesinriktad arbetsplatshandledarutbildning och egenkontroll av "
        "högspänningsarbeten i el- och hybridfordonsverkstaden n"
    ),
    (
        "Troubleshooting high-voltage drivetrains, advanced driver-assistance "
        "calibration and interdepartmental handover paperwor"
    ),
    (
        "Maahanmuuttajataustaisten ajoneuvoasentajien "
        "työpaikkaohjaajakoulutus: Åsa, Šimo, Žanna, Čáhppe, Eŋŋel, Đorđe ja Ŧuŋŋá o"
    ),
    (
        "Tietojärjestelmäintegraatioasiantuntijapalveluhankintojenkil"
        "pailuttaminensekälähijohtamisenvuorovaikutustaitojenoppimine"
    ),
)
"""Five titles of 120 letters; the last one is a single word."""
GOAL_180: Final = f"{MAPPING.goal} Nuoret jäävät meille – ”omat pojat ja tytöt” – ja myynti kasvaa 20 000 € vuodessa."
ROLES: Final = tuple(Role(f"r{n}", f"{LONG[n % 5][:24]} {n}", 4, 3, n) for n in range(12))


def _needs() -> tuple[RoleNeed, ...]:
    return tuple(
        RoleNeed(
            f"{role.key}-{n:02}",
            role.key,
            Text(fi=LONG[n % 5][: 120 if n < 5 else 40 + n]),
            targets=Targets(3, 3, 4),
            criticality=3,
            required=2,
            position=n,
        )
        for role in ROLES
        for n in range(12)
    )


def _people() -> tuple[Person, ...]:
    return tuple(
        Person(f"{role.key}-p{n}", role.key, f"H{4 * number + n + 1}", "", n)
        for number, role in enumerate(ROLES)
        for n in range(4)
    )


def full() -> Mapping:
    """Twelve roles with twelve needs each, five agreed priorities of 120 letters, six cards to put right or more."""
    needs, people = _needs(), _people()
    answers = tuple(
        Assessment(person.key, need.key, Assessor.CONSULTANT, (place + number) % 5)
        for number, need in enumerate(needs)
        for place, person in enumerate(people)
        if person.role_key == need.role_key
    )
    return replace(
        MAPPING,
        company=Company("c", LONG[4][:100] + " Oy"),
        goal=GOAL_180,
        next_meeting_note=LONG[1],
        roles=ROLES,
        people=people,
        needs=needs,
        assessments=answers,
        cards=tuple(_card(n) for n in range(24)),
        agreed=tuple(Agreed(f"r{n}-0{n}", n, LONG[n]) for n in range(5)),
        measures=tuple(_measure(n) for n in range(20)),
    )


def _card(n: int) -> CardHolding:
    name = Text(fi=LONG[n % 5][:60])
    return CardHolding(
        f"card-{n:02}", f"C{n % 7:02}", f"r{n % 12}", name, valid_to=TODAY + timedelta(30 * n - 120), count=n + 1
    )


def _measure(n: int) -> Measure:
    return Measure(
        f"m{n}",
        f"r{n % 5}-0{n % 5}" if n % 3 else f"card-{n:02}",
        OptionType.SHORT_COURSE,
        LONG[n % 5] if n else LONG[4] + LONG[0],
        LONG[(n + 1) % 5][:40],
        TODAY + timedelta(7 * n - 7),
        LONG[(n + 2) % 5],
        offer=replace(COURSE, name=Text(fi=LONG[n % 5]), link="https://example.fi/" + "pitkaosoite" * 20)
        if n % 2
        else None,
        why=LONG[n % 5],
        first_step=n == 3,
        position=n,
    )


def nothing() -> Mapping:
    """A mapping that has only been begun."""
    return Mapping("m", Company("c", ""))


def endless() -> Mapping:
    """Texts that no field should hold: page 1 is one page all the same, and no row is lost."""
    flood = " ".join(LONG) * 6
    measures = tuple(replace(m, what=flood, responsible=flood[:900], success_sign=flood) for m in MAPPING.measures)
    needs = tuple(replace(n, name=Text(fi=flood[:700])) for n in MAPPING.needs)
    return replace(MAPPING, goal=flood, next_meeting_note=flood, measures=measures, needs=needs)
