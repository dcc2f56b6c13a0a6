"""Opens a survey over real stores."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.languages import Language
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop
from tests.ui.survey.kit import Open, OpenSurvey, begin


@pytest.fixture
def open_survey(theme: Theme, open_desk: OpenDesk, workshop: Workshop, qtbot: QtBot) -> OpenSurvey:
    """Shows a survey that has just begun, ready for keys; with no key, the surveys there are."""

    def opened(survey: str = "every", language: Language = "en") -> Open:
        desk = open_desk(workshop())
        if survey:
            begin(desk, survey)
        return Open(theme, desk, qtbot, language)

    return opened
