"""Quotes: a value whole as JSON, short, and read back as the same value or refused."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from app.frameworks.model import Coded, Framework, Node
from app.mapping.model import GapReason, OptionType
from app.mapping.scenario import Switch
from app.mapping.survey import Survey
from app.mapping.versions import Frozen
from app.offers.model import Offer
from app.store import codec
from app.texts import Text
from tests.store.strategies import frameworks, of, offers, surveys

UNNAMED = Offer("o", Text())


@given(offers)
@settings(max_examples=30)
def test_that_an_offer_of_any_shape_is_read_as_it_was_written(offer: Offer) -> None:
    assert repr(codec.loads(Offer, codec.dumps(offer))) == repr(offer)


@given(frameworks)
@settings(max_examples=20)
def test_that_a_framework_of_any_shape_is_read_as_it_was_written(framework: Framework) -> None:
    assert repr(codec.loads(Framework, codec.dumps(framework))) == repr(framework)


@given(surveys)
@settings(max_examples=20)
def test_that_a_survey_of_any_shape_is_read_as_it_was_written(survey: Survey) -> None:
    assert repr(codec.loads(Survey, codec.dumps(survey))) == repr(survey)


@given(of(Frozen))
@settings(max_examples=10)
def test_that_a_plan_of_any_shape_is_read_as_it_was_frozen(plan: Frozen) -> None:
    assert repr(codec.loads(Frozen, codec.dumps(plan))) == repr(plan)


@given(of(tuple[Switch, ...]))
@settings(max_examples=20)
def test_that_a_value_of_one_of_several_forms_is_read_as_the_one_it_was(switches: tuple[Switch, ...]) -> None:
    assert codec.loads(tuple[Switch, ...], codec.dumps(switches)) == switches


@pytest.mark.parametrize("text", ['[{"person":"a"}]', "[{}]", '[{"person_key":"a","level":3}]'])
def test_that_what_is_none_of_several_forms_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="values to unpack"):
        codec.loads(tuple[Switch, ...], text)


@given(offers)
@settings(max_examples=20)
def test_that_a_field_with_its_default_is_left_out_and_no_other(offer: Offer) -> None:
    written = set(json.loads(codec.dumps(offer)))
    assert written == {f.name for f in fields(offer) if getattr(offer, f.name) != f.default}
    assert written >= {"key", "name"}


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        (Text, Text(sv="Svetsning"), '{"sv":"Svetsning"}'),
        (Text, Text(), "{}"),
        (tuple[Text, ...], (), "[]"),
        (tuple[Text, ...], (Text(fi="a"), Text()), '[{"fi":"a"},{}]'),
        (tuple[str, ...], ("digcomp:4.2",), '["digcomp:4.2"]'),
        (date, date(2026, 11, 23), '"2026-11-23"'),
        (date | None, None, "null"),
        (Decimal, Decimal("12.50"), '"12.50"'),
        (Decimal | None, None, "null"),
        (OptionType, OptionType.CARD, '"card"'),
        (GapReason | None, None, "null"),
        (GapReason | None, GapReason.NO_TIME, '"no_time"'),
        (str, 'Hitsaus "TIG" \N{EN DASH} å', '"Hitsaus \\"TIG\\" \N{EN DASH} å"'),
        (int | None, 0, "0"),
        (bool, False, "false"),
    ],
)
def test_that_each_kind_of_value_has_one_form(form: Any, value: Any, text: str) -> None:
    assert codec.dumps(value) == text
    assert repr(codec.loads(form, text)) == repr(value)


def test_that_free_is_not_unknown_and_false_is_said() -> None:
    free = codec.loads(Offer, codec.dumps(Offer("o", Text(), price_eur=Decimal(0))))
    assert free.price_eur == Decimal(0)
    assert codec.loads(Offer, codec.dumps(UNNAMED)).price_eur is None


def test_that_a_form_may_hold_itself() -> None:
    tree = Node(Text(fi="a"), children=(Node(Text(fi="b"), children=(Node(Text(fi="c")),)),))
    assert codec.loads(Node, codec.dumps(tree)) == tree


def test_that_an_old_quote_reads_although_the_form_has_a_new_field() -> None:
    assert codec.loads(Offer, '{"key":"o","name":{}}') == UNNAMED


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (Offer, '{"key":"o","name":{},"colour":"red"}'),  # a field nobody knows
        (Offer, '{"name":{}}'),  # a field that must be there is not
        (Offer, '{"key":"o","name":{"de":"Kurs"}}'),
        (Offer, '{"key":"o","name":{},"start":"tomorrow"}'),
        (Offer, '{"key":"o","name":{},"price_eur":"cheap"}'),
        (OptionType, '"holiday"'),
        (tuple[Coded, ...], '{"code":"1"}'),
        (Text, '{"fi":"cut of'),
    ],
)
def test_that_a_quote_that_no_longer_fits_is_an_error_and_never_a_guess(form: Any, text: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, ArithmeticError, AttributeError)):
        codec.loads(form, text)


@dataclass(frozen=True, slots=True)
class _Later:
    """What an offer may look like in a later program."""

    key: str
    name: Text
    seats: int = 0


def test_that_the_same_value_always_gives_the_same_text() -> None:
    assert codec.dumps(_Later("o", Text(), 3)) == codec.dumps(_Later(seats=3, name=Text(), key="o"))
