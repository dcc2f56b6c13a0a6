"""The whole way from the start screen to a plan on paper, by keys alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.languages import Language
from app.mapping.model import Mode
from tests.e2e.keys import Keys
from tests.e2e.main_job import COMPANY, COURSE, DAY, GOAL, LEVELS, ROLE, do_main_job, kept, window_over
from tests.report.printed import texts


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_that_keys_alone_lead_from_the_start_screen_to_a_plan_on_paper(
    tmp_path: Path, today: date, qtbot: QtBot, language: Language
) -> None:
    pdf = tmp_path / "plan.pdf"
    with window_over(tmp_path / "data", today, language, qtbot) as work:
        do_main_job(work, Keys(), pdf)
        folder = work.folder

    mapping = kept(folder, today)
    assert (mapping.company.name, mapping.company.size, mapping.mode) == (COMPANY, "2–4", Mode.VISIT)
    assert (mapping.goal, mapping.document_language) == (GOAL, language)
    assert [(r.name, r.head_count) for r in mapping.roles] == [(ROLE, 2)]
    assert [n.competence_code for n in mapping.needs] == ["MA02", "MA03", "MA04"]
    given = {(a.need_key, a.person_key): a.level for a in mapping.assessments}
    assert tuple(tuple(given[n.key, p.key] for p in mapping.people) for n in mapping.needs) == LEVELS
    cam = mapping.needs[1]
    assert [len(mapping.agreed), mapping.agreed[0].need_key] == [2, cam.key]
    [measure] = mapping.measures
    assert (measure.for_key, measure.offer) == (cam.key, COURSE)
    assert (measure.responsible, measure.deadline) == ("Omistaja", DAY)

    paper = " ".join(texts(pdf.read_bytes()))
    for words in (COMPANY, GOAL, ROLE, cam.name.said(language).text, COURSE.name.said(language).text, "Omistaja"):
        assert words in paper
