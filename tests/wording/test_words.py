"""Every value of the domain has its own word in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, get_args

import pytest

from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.levels import LEVELS, Confidence
from app.mapping.matching import Reason, ReasonCode
from app.mapping.model import (
    Assessor,
    Band,
    CostClass,
    Evidence,
    GapReason,
    Horizon,
    MeasureStatus,
    Mode,
    OptionType,
    PeopleMode,
)
from app.mapping.plan import CardState
from app.mapping.ways_rules import WhyOption
from app.offers.model import Mode as OfferMode
from app.offers.model import OfferType, ProviderType, Time
from app.wording import offers, words

FI, SV, EN = (Translator(language) for language in LANGUAGES)
SAID: dict[str, tuple[Callable[[Translator, Any], str], Iterable[object]]] = {
    "level": (words.level_name, [*LEVELS, None]),
    "plain level": (words.plain_level_name, [*LEVELS, None]),
    "band": (words.band_name, Band),
    "horizon": (words.horizon_name, Horizon),
    "short horizon": (words.short_horizon_name, Horizon),
    "criticality": (words.criticality_name, (1, 2, 3)),
    "mode": (words.mode_name, Mode),
    "people mode": (words.people_mode_name, PeopleMode),
    "assessor": (words.assessor_name, Assessor),
    "confidence": (words.confidence_name, Confidence),
    "evidence": (words.evidence_name, Evidence),
    "reason": (words.reason_name, GapReason),
    "option": (words.option_name, OptionType),
    "status": (words.status_name, MeasureStatus),
    "cost": (words.cost_name, CostClass),
    "card state": (words.card_state_name, get_args(CardState)),
    "offer type": (offers.offer_type_name, get_args(OfferType)),
    "provider type": (offers.provider_type_name, get_args(ProviderType)),
    "offer mode": (offers.offer_mode_name, get_args(OfferMode)),
    "time": (offers.time_name, get_args(Time)),
    "language": (offers.language_name, offers.LANGUAGES),
    "why": (offers.option_why, get_args(WhyOption)),
    "match": (lambda t, code: offers.match_reason(t, Reason(code, 10, "2027-01-11")), ReasonCode),
}
EVERY = pytest.mark.parametrize(("say", "values"), SAID.values(), ids=SAID.keys())


@EVERY
@pytest.mark.parametrize("t", [FI, SV, EN], ids=LANGUAGES)
def test_that_every_value_has_a_word_of_its_own(
    t: Translator, say: Callable[[Translator, Any], str], values: Iterable[object]
) -> None:
    said = [say(t, value) for value in values]
    assert all(word.strip() for word in said)
    assert len({word.casefold() for word in said}) == len(said)


@EVERY
def test_that_no_word_is_english_in_finnish_or_swedish(
    say: Callable[[Translator, Any], str], values: Iterable[object]
) -> None:
    for value in values:
        assert say(EN, value) not in (say(FI, value), say(SV, value))


@pytest.mark.parametrize(
    ("level", "fi", "sv"),
    [
        (0, "Ei vielä osaamista", "Inget kunnande ännu"),
        (1, "Osaa ohjattuna", "Klarar med handledning"),
        (2, "Osaa itsenäisesti tavallisissa tilanteissa", "Klarar självständigt i vanliga situationer"),
        (3, "Osaa itsenäisesti myös poikkeustilanteissa", "Klarar självständigt även i undantag"),
        (4, "Osaa kehittää ja opastaa muita", "Kan utveckla och handleda andra"),
        (None, "Ei arvioitu", "Inte bedömt"),
    ],
)
def test_that_levels_carry_the_names_of_the_scale(level: int | None, fi: str, sv: str) -> None:
    assert (words.level_name(FI, level), words.level_name(SV, level)) == (fi, sv)


def test_that_bands_carry_the_names_of_the_method() -> None:
    assert [words.band_name(FI, band) for band in Band] == [
        "kiireellinen",
        "tärkeä",
        "seurattava",
        "kunnossa",
        "arvioimatta",
    ]
    assert [words.band_name(SV, band) for band in Band] == [
        "brådskande",
        "viktig",
        "bevakas",
        "i ordning",
        "inte bedömt",
    ]


def test_that_not_part_of_the_job_is_no_level() -> None:
    for t in (FI, SV, EN):
        levels = {words.level_name(t, level) for level in [*LEVELS, None]}
        assert words.not_part_of_job(t) not in levels
        assert words.plain_not_part_of_job(t) not in {words.plain_level_name(t, level) for level in [*LEVELS, None]}


def test_that_a_head_of_a_line_begins_with_a_capital() -> None:
    assert [words.capital(text) for text in ("ääni", "CAM", "")] == ["Ääni", "CAM", ""]
