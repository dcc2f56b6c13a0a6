"""PRIV-2: the paper names roles. No code, no name, no note of a person is on it, however people appear on screen."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from app.languages import LANGUAGES, Language
from app.mapping.model import Agreed, CardHolding, LevelCount, Mapping, Measure, OptionType, PeopleMode, Person
from app.mapping.plan import results
from app.mapping.referral_made import Referral
from app.report.roles_only import roles_only
from app.texts import Text
from tests.report.company import MAPPING, NAMES, NEEDS, NOTE, TODAY
from tests.report.printed import json_of, pdf_of, texts

CODE = re.compile(r"\bH\d+\b")


def _in_mode(mode: PeopleMode) -> Mapping:
    counts = tuple(LevelCount(need.key, level, 1) for need in NEEDS for level in (1, 3))
    return replace(MAPPING, people_mode=mode, level_counts=counts)


@pytest.mark.parametrize("mode", PeopleMode)
def test_that_no_code_name_or_note_is_on_paper(mode: PeopleMode) -> None:
    mapping = _in_mode(mode)
    for language in LANGUAGES:
        printed = " ".join(texts(pdf_of(mapping, language)))
        assert CODE.findall(printed) == []
        assert [name for name in (*NAMES, NOTE, "Aino Lehtola") if name in printed] == []


@pytest.mark.parametrize("mode", PeopleMode)
def test_that_none_is_in_the_data_either(mode: PeopleMode) -> None:
    said = json.dumps(json_of(_in_mode(mode)), ensure_ascii=False)
    assert CODE.findall(said) == []
    assert [name for name in (*NAMES, NOTE) if name in said] == []


def test_that_the_file_itself_names_nobody(pdf: bytes) -> None:
    assert [name for name in NAMES if name.encode() in pdf or name.encode("utf-16-be") in pdf] == []


def _mapping(text: str) -> Mapping:
    measure = Measure("m", "", OptionType.PAIR_WORK, text, text, success_sign=text, why=text, funding_route=text)
    measure = replace(measure, referral=Referral(to=text, sends=text, consent_by=text))
    return replace(
        MAPPING,
        goal=text,
        next_meeting_note=text,
        measures=(replace(measure, for_key="mechanic-voltage"),),
        agreed=(Agreed("mechanic-voltage", 0, text),),
    )


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("H2", "Koneistaja"),
        ("H1 opettaa, H4 oppii", "Työnjohto opettaa, Asentaja oppii"),
        ("Kysy: Aino/Žanna", "Kysy: Työnjohto/Asentaja"),
        ("H22 ja AH1", "H22 ja AH1"),  # no code of anybody here
        ("Ainon päivä", "Ainon päivä"),  # another word
    ],
)
def test_that_a_person_in_free_text_becomes_the_role(written: str, printed: str) -> None:
    masked = roles_only(results(_mapping(written), TODAY))
    [measure], [agreed] = masked.mapping.measures, masked.agreed
    everywhere = {
        masked.mapping.goal,
        masked.mapping.next_meeting_note,
        masked.mapping.agreed[0].reason,
        agreed.agreed.reason,
        *(getattr(m, field) for m in (measure, *agreed.measures) for field in ("what", "responsible", "success_sign")),
        measure.why,
        measure.funding_route,
        *_words_of(measure.referral),
    }
    assert everywhere == {printed}


def _words_of(referral: Referral | None) -> tuple[str, ...]:
    return (referral.to, referral.sends, referral.consent_by) if referral else ()


def test_that_initials_of_one_letter_do_not_spoil_other_words() -> None:
    people = (*MAPPING.people, Person("x", "office", "", "A"))
    masked = roles_only(results(replace(_mapping("A-luokan kortti"), people=people), TODAY))
    assert masked.mapping.goal == "A-luokan kortti"


def test_that_masking_changes_no_score() -> None:
    scored = results(MAPPING, TODAY)
    assert roles_only(scored).ranked == scored.ranked


def test_that_a_mapping_without_people_is_left_as_it_is() -> None:
    scored = results(replace(MAPPING, people=(), assessments=()), TODAY)
    assert roles_only(scored) == scored


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_last_day_of_the_right_to_work_is_never_printed(language: Language) -> None:
    """Nor what somebody wanted to do about it, should it have come into a mapping from elsewhere."""
    name = Text(fi="Kielletty", sv="Kielletty", en="Kielletty")
    card = CardHolding("right", "C24", "machinist", name, "machinist-0", valid_to=TODAY)
    measure = Measure("renew", "right", OptionType.CARD, "Kielletty uusitaan", deadline=TODAY, first_step=True)
    mapping = replace(MAPPING, cards=(*MAPPING.cards, card), measures=(*MAPPING.measures, measure))
    assert json_of(mapping, language) == json_of(MAPPING, language)
    assert "Kielletty" not in " ".join(texts(pdf_of(mapping, language)))
