"""The surveys that are shipped."""

from __future__ import annotations

import pytest

from app.mapping.survey_routing import Routing
from app.paths import resource
from app.surveys.reading import load_survey


@pytest.fixture(scope="session")
def quick() -> Routing:
    return load_survey(resource("surveys"), "quick")


@pytest.fixture(scope="session")
def own() -> Routing:
    """The owner's self-assessment."""
    return load_survey(resource("surveys"), "self")


@pytest.fixture(scope="session")
def visit() -> Routing:
    return load_survey(resource("surveys"), "visit")


@pytest.fixture(scope="session", params=["quick", "self", "visit"])
def shipped(request: pytest.FixtureRequest) -> Routing:
    """Each of them."""
    return load_survey(resource("surveys"), request.param)
