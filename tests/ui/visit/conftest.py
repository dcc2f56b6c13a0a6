"""A visit in the window: the workshop, asked by the survey of a visit."""

from __future__ import annotations

import pytest

from app.languages import Language
from app.mapping.model import Mapping
from app.services import interviews
from tests.ui.kinds import ShowWindow, Workshop
from tests.ui.visiting import StartVisit, Visiting


@pytest.fixture
def visiting(show_window: ShowWindow, workshop: Workshop) -> StartVisit:
    """Shows the window over the workshop in a visit, at a step; with `survey`, its survey has begun."""

    def start(
        at: str = "visit#V1", mapping: Mapping | None = None, language: Language = "en", *, survey: bool = False
    ) -> Visiting:
        window = show_window(mapping or workshop(), language)
        assert window.desk
        if survey:
            interviews.begin(window.desk, "mapping", "visit")
        window.open("mapping", at)
        return Visiting(window)

    return start
