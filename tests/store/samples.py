"""A small workshop with something of every kind, for tests that name what they look at."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.mapping.company import Company
from app.mapping.model import (
    Agreed,
    Assessment,
    Assessor,
    CardHolding,
    LevelCount,
    Mapping,
    Measure,
    OptionType,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.texts import Text

COMPANY = Company("company", "Konepaja Kettunen", municipality="853", municipality_name="Turku")
MACHINIST, WELDER = Role("machinist", "Machinist", head_count=3), Role("welder", "Welder", position=1)
AINO, PEKKA = Person("aino", "machinist", "H1", "Aino"), Person("pekka", "machinist", "H2", "Pekka", position=1)
VEERA = Person("veera", "welder", "H3", "Veera")
MILLING = RoleNeed("milling", "machinist", Text(en="Milling"), targets=Targets(3, 3, 4))
SEAMS = RoleNeed("seams", "welder", Text(en="Seams"), targets=Targets(2, 3, 3), required="all", position=1)
SAID = Assessment("aino", "milling", Assessor.SUPERVISOR, 2, note="Needs the new controls", on=date(2026, 11, 20))
HOT_WORK = CardHolding("hot-work", "C03", "welder", Text(en="Hot work"), person_key="veera")
COURSE = Measure("course", "milling", OptionType.SHORT_COURSE, what="Controls", responsible="Aino")
RENEWAL = Measure("renewal", "hot-work", OptionType.CARD, position=1)
WORKSHOP = Mapping(
    "workshop",
    COMPANY,
    changed=datetime(2026, 11, 20, 12, tzinfo=UTC),
    roles=(MACHINIST, WELDER),
    people=(AINO, VEERA, PEKKA),
    needs=(MILLING, SEAMS),
    assessments=(SAID,),
    level_counts=(LevelCount("milling", None, 1), LevelCount("milling", 2, 2)),
    cards=(HOT_WORK,),
    agreed=(Agreed("milling", 0),),
    measures=(COURSE, RENEWAL),
)
OTHER = Mapping("other", Company("other", "Valimo"), changed=datetime(2026, 11, 1, tzinfo=UTC))
