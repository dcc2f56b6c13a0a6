"""A plan and its return: exported, imported on a clean machine and exported again; and versions compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import UserError
from app.languages import Language
from app.mapping.model import MeasureStatus
from app.mapping.plan import results
from app.services import plans, versions
from app.services.plan_reading import import_plan
from tests.report.company import MAPPING, TODAY
from tests.services.staff_company import desk_over
from tests.services.test_plan_reading import _with_json


def test_that_a_plan_comes_back_to_the_byte_and_with_what_it_says_of_every_need(tmp_path: Path) -> None:
    language: Language = "sv"
    with desk_over(tmp_path / "one", MAPPING) as desk:
        pdf = plans.render_pdf(desk, MAPPING.key, language)
    with desk_over(tmp_path / "clean") as clean:
        key = import_plan(clean, pdf, "plan.pdf").key
        assert plans.render_pdf(clean, key, language) == pdf
        restored = clean.cases.load(key)
    ranked = results(MAPPING, TODAY).ranked
    assert [(n.name.said(language).text, n.criticality) for n in sorted(restored.needs, key=lambda n: n.position)] == [
        (row.need.name.said(language).text, row.need.criticality) for row in ranked
    ]
    assert [n.required for n in restored.needs] == [
        row.score.decided.required if row.score.decided else 1 for row in ranked
    ]
    assert {n.criticality for n in restored.needs} > {2}
    assert max(n.required for n in restored.needs if n.required != "all") > 1


@pytest.mark.parametrize(
    ("field", "wrong"), [("criticality", 4), ("criticality", 0), ("required", -1), ("required", "all")]
)
def test_that_a_plan_with_a_figure_it_cannot_have_is_refused(field: str, wrong: object, tmp_path: Path) -> None:
    with desk_over(tmp_path / "clean") as clean:
        with pytest.raises(UserError, match="cannot be read"):
            import_plan(clean, _with_json(("mapping", "needs", 0, field), wrong), "plan.pdf")
        assert clean.cases.summaries() == ()


def test_that_two_versions_differ_by_exactly_what_was_changed(tmp_path: Path) -> None:
    with desk_over(tmp_path / "one", MAPPING) as desk:
        versions.approve(desk, MAPPING.key)
        now = desk.cases.load(MAPPING.key)
        first, second, *_ = now.measures
        desk.cases.put(MAPPING.key, replace(first, status=MeasureStatus.DONE))
        desk.cases.put(MAPPING.key, replace(second, deadline=TODAY))
        desk.cases.put_head(replace(now, goal="Uusi tavoite"))
        versions.approve(desk, MAPPING.key)
        found = versions.compared(desk, MAPPING.key, 1, 2)
    assert len(found.differences) == 3
