"""The client's competence and the employer's need: KEU-3, 4, 5 and 8 of the brief."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.due import Ball, Stage
from app.mapping.model import Measure, OptionType, Targets
from app.mapping.plan import results
from app.mapping.scoring import score_need
from app.mapping.told import Told
from app.report import apprenticeship_sheet
from app.report.content.apprenticeship import ASKED
from app.services import due
from app.wording import funding as words
from app.wording.due import stage_name
from tests.mapping.test_ways import OPEN_POST, SHORT, company, offer, whys
from tests.report.company import MAPPING, TODAY
from tests.report.papers import VERSION, directory
from tests.report.printed import texts
from tests.services.staff_company import CASE, desk_over

each_language = pytest.mark.parametrize("language", LANGUAGES)


def test_keu_3_that_changing_the_target_changes_the_gap_and_no_level() -> None:
    [need, *_] = MAPPING.needs
    before = score_need(MAPPING, need)
    higher = replace(need, targets=Targets(4, 4, 4))
    changed = replace(MAPPING, needs=tuple(higher if n.key == need.key else n for n in MAPPING.needs))
    after = score_need(changed, higher)
    assert before.decided
    assert after.decided
    assert after.decided.gap > before.decided.gap
    assert changed.assessments == MAPPING.assessments
    assert (after.known, after.of) == (before.known, before.of)


def test_keu_4_that_marking_a_shortage_puts_recruiting_and_training_before_the_course_for_an_empty_post() -> None:
    plain = [way for way, _ in whys(company(1, 1), offer("course"), OPEN_POST)]
    marked = [way for way, _ in whys(company(1, 1), offer("course"), OPEN_POST, SHORT)]
    assert "recruitment" not in plain
    assert marked.index("recruitment") < marked.index("apprenticeship") < marked.index("short_course")


def _sheet(language: Language, told: Told) -> str:
    learning = Measure("m", "machinist-cam", OptionType.APPRENTICESHIP)
    found = results(replace(MAPPING, measures=(learning,)), TODAY, told)
    return " ".join(texts(apprenticeship_sheet.render(found, Translator(language), VERSION, directory())))


@each_language
def test_keu_5_that_what_an_apprenticeship_lacks_is_printed_by_name(language: Language) -> None:
    t = Translator(language)
    nothing = _sheet(language, Told())
    assert words.apprenticeship(t, ASKED[:3]) in nothing  # the unit is chosen already
    some = _sheet(language, Told(open_posts="yes", instructor="yes"))
    assert words.apprenticeship(t, ("weekly_hours",)) in some
    assert words.apprenticeship(t, ASKED[:3]) not in some
    ready = _sheet(language, Told(open_posts="yes", instructor="yes", weekly_hours=25))
    assert words.apprenticeship(t, ()) in ready


@pytest.mark.parametrize(("days", "quiet"), [(29, False), (30, True)])
def test_keu_8_that_the_report_lists_a_case_nobody_has_acted_on_for_thirty_days(
    days: int, quiet: bool, tmp_path: Path
) -> None:
    acted = datetime.combine(TODAY - timedelta(days), datetime.min.time(), UTC).replace(hour=9)
    with desk_over(tmp_path / "data", replace(CASE, started=TODAY - timedelta(60), changed=acted)) as desk:
        [case] = due.cases(desk)
    assert (case.company, case.stage, case.ball) == (CASE.company.name, Stage.MAPPED, Ball.CONSULTANT)
    assert case.quiet is quiet


@each_language
def test_keu_8_that_every_stage_of_a_case_has_a_name(language: Language) -> None:
    names = [stage_name(Translator(language), stage) for stage in Stage]
    assert len({*names}) == len(Stage) == 6
