"""A small workshop on paper: invented, with a little of everything that the plan prints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from app.mapping.company import Company
from app.mapping.model import (
    Agreed,
    Assessment,
    Assessor,
    CardHolding,
    CostClass,
    Evidence,
    GapReason,
    Mapping,
    Measure,
    MeasureStatus,
    OptionType,
    PeopleMode,
    Person,
    RequiredCount,
    Role,
    RoleNeed,
    Targets,
)
from app.offers.model import Offer
from app.texts import Text

TODAY: Final = date(2026, 11, 23)
GOAL: Final = "Sähköautot jäävät meille eivätkä mene naapuriin, ja konepaja pyörii, vaikka olen viikon poissa."
NOTE: Final = "Muistiinpano vain taululle"
NAMES: Final = ("Aino", "Veikko", "Šimo", "Žanna")

LEAD: Final = Role("lead", "Työnjohto", 1, 3, 0)
MACHINIST: Final = Role("machinist", "Koneistaja", 2, 3, 1)
MECHANIC: Final = Role("mechanic", "Asentaja", 4, 2, 2)
OFFICE: Final = Role("office", "Toimisto", 1, 1, 3)

VOLTAGE: Final = Text(
    "Sähkö- ja hybridiautojen korkeajännitetyöt",
    "Högspänningsarbeten i el- och hybridbilar",
    "High-voltage work on electric and hybrid cars",
)
CAM: Final = Text("CAM-ohjelmointi ja asetus", "CAM-programmering och inställning", "CAM programming and set-up")
FAULTS: Final = Text("Vianhaku ja diagnostiikka", "Felsökning och diagnostik", "Fault finding and diagnostics")
LEADING: Final = Text("Lähijohtaminen", "Närledarskap", "Leading a team")
SENSORS: Final = Text("Avustinjärjestelmien kalibrointi")
WELDING: Final = Text("Hitsaus", "Svetsning", "Welding")
DIGITAL: Final = Text("Sähköinen työmääräys", "Elektronisk arbetsorder", "Electronic work orders")


def _need(
    role: Role,
    key: str,
    name: Text,
    targets: tuple[int, int, int] = (3, 3, 3),
    criticality: int = 3,
    required: RequiredCount = 1,
) -> RoleNeed:
    return RoleNeed(
        f"{role.key}-{key}",
        role.key,
        name,
        source_key="sector:machine",
        source_version="2026.1",
        competence_code=key,
        targets=Targets(*targets),
        criticality=criticality,
        required=required,
    )


_LEVELS: Final[tuple[tuple[RoleNeed, tuple[int | None, ...]], ...]] = (
    (_need(MECHANIC, "voltage", VOLTAGE, required=2), (2, 1, 1, 0)),
    (
        replace(
            _need(MACHINIST, "cam", CAM, required=2),
            unit_code="101103",
            unit_name=Text("CAD/CAM-ohjelmointi", "CAD/CAM-programmering", "CAD/CAM programming"),
            qualification_code="351108",
        ),
        (4, 1),
    ),
    (_need(MECHANIC, "faults", FAULTS, (3, 3, 4), required=3), (3, 2, 2, 1)),
    (_need(LEAD, "leading", LEADING), (2,)),
    (replace(_need(MECHANIC, "sensors", SENSORS, (0, 2, 3), 2), source_key="", source_version=""), (1, 1, 0, None)),
    (replace(_need(MACHINIST, "welding", WELDING, criticality=2), statutory=True), (3, 2)),
    (_need(MECHANIC, "welding", WELDING, (2, 2, 2), 2, 2), (3, 2, 1, 1)),
    (_need(OFFICE, "digital", DIGITAL, (2, 3, 3), 2), (1,)),
    (_need(MECHANIC, "digital", DIGITAL, (2, 2, 3), 2, "all"), (2, 2, 2, 1)),
    (_need(LEAD, "digital", DIGITAL, (2, 3, 3), 2), (None,)),
)
NEEDS: Final = tuple(need for need, _levels in _LEVELS)

HOT_WORK: Final = Text("Tulityökortti", "Heta arbeten-kort", "Hot-work card")
SAFETY: Final = Text("Työturvallisuuskortti", "Arbetssäkerhetskort", "Occupational safety card")
FIRST_AID: Final = Text("Ensiapu EA1", "Första hjälpen 1", "First aid 1")
FORKLIFT: Final = Text("Trukinkuljettajan lupa", "Tillstånd att köra truck", "Forklift permit")

COURSE: Final = Offer(
    "course",
    Text("Korkeajännitetyön peruskurssi"),
    provider=Text("Auranlaakson ammattiopisto", "Auranlaakso yrkesinstitut"),
    provider_type="VET",
    extent_value=Decimal(3),
    extent_unit="d",
    languages=("fi", "sv"),
    mode=("onsite",),
    places=(Text("Turku", "Åbo", "Turku"),),
    start=date(2027, 1, 18),
    apply_by=date(2026, 12, 18),
    price_eur=Decimal(640),
    price_note=Text("henkilöltä", "per person", "a person"),
    link="https://example.fi/kurssit/korkeajannitetyon-peruskurssi?kevat=2027&paikka=turku",
    checked_on=date(2026, 11, 16),
    source="Opintopolku",
)
UNIT: Final = Offer(
    "unit",
    Text("CAD/CAM-ohjelmointi", "CAD/CAM-programmering", "CAD/CAM programming"),
    provider=Text("Auranlaakson ammattiopisto"),
    offer_type="unit",
    unit_codes=("101103",),
    qualification_codes=("351108",),
    extent_value=Decimal(15),
    extent_unit="osp",
    languages=("fi",),
    mode=("workplace", "blended"),
    start_words=Text("Kevät 2027", "Våren 2027", "Spring 2027"),
    link="https://opintopolku.fi/konfo/fi/toteutus/1.2.246.562.17.00000000000000012345",
    checked_on=date(2026, 11, 12),
    source="Opintopolku",
)
OLD: Final = Offer(
    "old",
    Text("Diagnostiikan jatkokurssi, viisi iltaa"),
    provider=Text("Rannikon aikuiskoulutus"),
    places=(Text("Tampere", "Tammerfors", "Tampere"),),
    languages=("fi",),
    time=("evening",),
    start=date(2027, 2, 2),
    price_eur=Decimal("987.65"),
    link="ei verkko-osoitetta",
    checked_on=date(2026, 4, 9),
    example=True,
)

CARDS: Final = (
    CardHolding("c1", "C02", "mechanic", HOT_WORK, "mechanic-0", valid_to=date(2026, 9, 30)),
    CardHolding("c2", "C02", "mechanic", HOT_WORK, "mechanic-1", valid_to=date(2026, 9, 30)),
    CardHolding("c3", "C02", "machinist", HOT_WORK, "machinist-0", valid_to=date(2029, 2, 28)),
    CardHolding("c4", "C01", "mechanic", SAFETY, count=3, valid_to=date(2027, 4, 15)),
    CardHolding("c5", "C01", "machinist", SAFETY, count=2, valid_to=date(2028, 1, 20)),
    CardHolding("c6", "C10", "lead", FIRST_AID, valid_to=date(2026, 12, 4)),
    CardHolding("c7", "C05", "machinist", FORKLIFT, state="missing"),
    CardHolding("c8", "C05", "mechanic", FORKLIFT, state="not_known", count=2),
    CardHolding("c9", "C05", "office", FORKLIFT, state="not_needed"),
    CardHolding("c10", "C10", "office", FIRST_AID, valid_to=None),
)

MEASURES: Final = (
    Measure(
        "m1",
        "mechanic-voltage",
        OptionType.SHORT_COURSE,
        "Soita ammattiopistoon ja varaa kahdelle asentajalle korkeajännitekurssi",
        "työnjohtaja",
        date(2026, 12, 1),
        "vahvistus on tullut ja työvuorot on muutettu",
        CostClass.FROM_1000,
        offer=COURSE,
        why="Kattaa koko puutteen ja mahtuu ennen kevätruuhkaa.",
        first_step=True,
    ),
    Measure(
        "m2",
        "machinist-cam",
        OptionType.UNIT,
        "CAD/CAM-ohjelmointi yhdelle koneistajalle",
        "H2",
        date(2027, 8, 31),
        "suunnitelma tehty, näytön ajasta sovittu",
        CostClass.UNDER_1000,
        funding_route="valtionosuus",
        offer=UNIT,
        position=1,
    ),
    Measure(
        "m3",
        "machinist-cam",
        OptionType.INNER_TEACHER,
        "Parityö perjantaisin: Aino opettaa",
        "koneistajat",
        date(2027, 1, 29),
        "toinen koneistaja asettaa uuden kappaleen yksin",
        CostClass.NONE,
        MeasureStatus.IN_PROGRESS,
        position=2,
    ),
    Measure("m4", "mechanic-faults", OptionType.SHORT_COURSE, offer=OLD, deadline=date(2027, 2, 26), position=3),
    Measure("m5", "c1", OptionType.CARD, "Tulityökurssi varataan", "toimisto", date(2026, 11, 27), position=4),
    Measure("m6", "lead-leading", OptionType.TASK_DIVISION, "Viikon sijaistus, yrittäjä lomalla", position=5),
    Measure(
        "m7",
        "office-digital",
        OptionType.INDUCTION,
        "Uuden ohjelman perehdytys",
        "toimisto",
        date(2026, 10, 30),
        cost=CostClass.NONE,
        status=MeasureStatus.DONE,
        position=6,
    ),
    Measure("m8", "office-digital", OptionType.TOOL, "Vanha tulostin pois", status=MeasureStatus.DROPPED, position=7),
)


def _people() -> tuple[Person, ...]:
    roles = (LEAD, MACHINIST, MACHINIST, MECHANIC, MECHANIC, MECHANIC, MECHANIC, OFFICE)
    seen: dict[str, int] = {}
    people = []
    for number, role in enumerate(roles, 1):
        place = seen.get(role.key, 0)
        seen[role.key] = place + 1
        name = NAMES[number - 1] if number <= len(NAMES) else ""
        people.append(Person(f"{role.key}-{place}", role.key, f"H{number}", name, place))
    return tuple(people)


def _assessments() -> tuple[Assessment, ...]:
    found = [
        Assessment(
            f"{need.role_key}-{place}",
            need.key,
            Assessor.SUPERVISOR,
            level,
            evidence=Evidence.SEEN,
            note=NOTE,
            on=TODAY,
        )
        for need, levels in _LEVELS
        for place, level in enumerate(levels)
        if level is not None
    ]
    return (*found[:-1], replace(found[-1], reason=GapReason.NO_TOOL))


MAPPING: Final = Mapping(
    "mapping",
    Company("company", "Lehtolan Auto ja Koneistus Oy", contact="Aino Lehtola"),
    people_mode=PeopleMode.NAMES,
    goal=GOAL,
    started=TODAY,
    next_meeting=date(2027, 1, 12),
    next_meeting_note="Pajan taukotila klo 8.30. Katsotaan, mitä ensimmäisistä teoista on tehty.",
    roles=(LEAD, MACHINIST, MECHANIC, OFFICE),
    people=_people(),
    needs=NEEDS,
    assessments=_assessments(),
    cards=CARDS,
    agreed=(
        Agreed("mechanic-voltage", 0),
        Agreed("machinist-cam", 1, "sarjatyö on puolet liikevaihdosta"),
        Agreed("mechanic-faults", 2),
        Agreed("lead-leading", 3),
        Agreed("mechanic-sensors", 4, "tuulilasityöt alkavat ensi vuonna"),
    ),
    measures=MEASURES,
)
