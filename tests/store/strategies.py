"""Mappings and frameworks of every shape that the models allow, and mappings kept without a database."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from app.languages import LANGUAGES, Text
from app.mapping.model import (
    Agreed,
    Assessment,
    Assessor,
    CardHolding,
    Company,
    LevelCount,
    Mapping,
    Measure,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.offers.model import Offer

words = st.text(max_size=12)
texts = st.builds(Text, fi=words, sv=words, en=words)
levels = st.none() | st.integers(0, 4)
positions = st.integers(0, 3)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is given apart
decimals = st.decimals(0, 10_000, places=2)
languages = st.sampled_from(LANGUAGES)
