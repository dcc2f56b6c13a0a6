"""Quick scans that are answered, of the small workshop and of a company where everything presses."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import replace
from functools import cache
from typing import Final

from app.mapping.answers import Answer
from app.mapping.interview import begun, standing
from app.mapping.interview_scan import scan_result
from app.mapping.survey import Survey
from app.mapping.survey_routing import routed
from app.paths import resource
from app.report.content.scan import Scan
from app.surveys.reading import load_survey
from tests.report.company import MAPPING, TODAY
from tests.report.stress import LONG

USUAL: Final = {
    "Q1": "machine",
    "Q2": "5",
    "Q3": "2",
    "Q4": "3",
    "Q5": "partly",
    "Q6": "0",
    "Q7": "many",
    "Q7a": "yes",
    "Q8": "partly",
    "Q9": "1",
    "Q10": "no",
    "Q11": "on_the_job",
    "Q12": "visit",
}
"""The vector of the brief (3.2): twelve points of twenty-four."""
PRESSING: Final = USUAL | {
    "Q1": "construction",
    "Q3": "3",
    "Q5": "no",
    "Q6": "3",
    "Q8": "not_known",
    "Q9": "3",
    "Q10": "behind",
}


@cache
def survey() -> Survey:
    return load_survey(resource("surveys"), "quick").survey


def scan(answers: Dict[str, str] = USUAL) -> Scan:
    """The workshop's scan."""
    stand = standing(begun(routed(survey()), (Answer(key, (), (value,)) for key, value in answers.items())))
    return Scan(MAPPING.company, TODAY, stand, scan_result(stand))


def long_scan() -> Scan:
    """Every theme presses, in a company of a long name."""
    return replace(scan(PRESSING), company=replace(MAPPING.company, name=LONG[4]), example=True)
