"""The sample company that comes with the program, and the file it stands in."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.files import read_json
from app.frameworks.model import Framework
from app.frameworks.packs import load_packs
from app.languages import LANGUAGES, Language
from app.mapping.interview import Interview, Standing, begun, standing
from app.mapping.interview_progress import left_open
from app.mapping.kept import kept_answers
from app.mapping.levels import to_discuss
from app.mapping.model import Band, GapReason, Mapping, Measure, Mode, OptionType, PeopleMode, RoleNeed
from app.mapping.plan import Results, card_state, first_action, measures_for, results
from app.mapping.privacy import holds_identity_code
from app.mapping.risks import RiskKind, rests_on_one, risks, without_teacher
from app.mapping.told import told
from app.paths import resource
from app.services.sample import load_sample
from app.store.cases import Cases
from app.surveys.reading import load_survey
from app.texts import Text

TODAY = date(2026, 11, 23)
FREE = ("B1", "B2a", "C2", "D7", "I1a")
"""Questions answered in words of the company's own."""
BANDS = {
    "high-voltage": Band.URGENT,
    "maintenance": Band.URGENT,
    "leadership": Band.IMPORTANT,
    "induction": Band.IMPORTANT,
    "cam": Band.IMPORTANT,
    "bending": Band.IMPORTANT,
    "diagnostics": Band.IMPORTANT,
    "work-orders": Band.WATCH,
    "calibration": Band.WATCH,
    "climate": Band.WATCH,
    "security": Band.WATCH,
    "stainless": Band.WATCH,
    "safety-of-mechanics": Band.WATCH,
    "measuring": Band.WATCH,
    "records-of-welder": Band.WATCH,
    "welding": Band.WATCH,
    "cell": Band.WATCH,
    "production": Band.IN_ORDER,
    "cnc": Band.IN_ORDER,
    "sales": Band.IN_ORDER,
    "manual": Band.IN_ORDER,
    "languages": Band.IN_ORDER,
    "chassis": Band.IN_ORDER,
    "safety-of-welder": Band.IN_ORDER,
    "customers": Band.IN_ORDER,
    "finance": Band.NOT_ASSESSED,
}
CARD_STATES = {
    "hot-work-of-mechanics": "overdue",
    "electrical-safety": "red",
    "first-aid": "expiring",
    "welder-test": "expiring",
    "forklift": "not_known",
    "safety-card": "valid",
    "hot-work-of-welder": "valid",
}


@cache
def packs() -> tuple[Framework, ...]:
    return load_packs(resource("frameworks"))


def loaded(language: Language = "fi", today: date = TODAY) -> Mapping:
    return load_sample(resource("sample", "workshop.yaml"), packs(), today, language)


@pytest.fixture(scope="module")
def workshop() -> Mapping:
    return loaded()


@pytest.fixture(scope="module")
def stand(workshop: Mapping) -> Standing:
    interview = begun(load_survey(resource("surveys"), "visit"), workshop.answers)
    kept = kept_answers(workshop, interview.routing.questions)
    return standing(Interview(interview.routing, {**interview.answers, **kept}))


@pytest.fixture(scope="module")
def found(workshop: Mapping, stand: Standing) -> Results:
    return results(workshop, TODAY, told(stand))


def need(mapping: Mapping, key: str) -> RoleNeed:
    return next(n for n in mapping.needs if n.key == key)


def test_that_the_shop_has_nine_people_in_four_roles(workshop: Mapping) -> None:
    heads = {role.key: role.head_count for role in workshop.roles}

    assert heads == {"mechanics": 3, "machinists": 3, "welder": 1, "office": 2}
    assert Counter(person.role_key for person in workshop.people) == heads
    assert [person.code for person in workshop.people] == [f"H{n}" for n in range(1, 10)]
    assert not any(person.display_name for person in workshop.people)


def test_that_every_question_is_answered_but_what_the_company_says_of_the_visit(stand: Standing) -> None:
    assert {place.question[:2] for place in left_open(stand)} == {"K4", "K5"}


def test_that_it_is_marked_as_an_example_of_a_visit_with_pseudonyms(workshop: Mapping) -> None:
    assert (workshop.example, workshop.mode, workshop.people_mode) == (True, Mode.VISIT, PeopleMode.PSEUDONYMS)
    assert (workshop.started, workshop.company.business_id) == (TODAY, "")


def test_that_the_owner_is_served_in_swedish_whatever_the_document_speaks() -> None:
    for language in LANGUAGES:
        mapping = loaded(language)
        assert (mapping.company.service_language, mapping.document_language) == ("sv", language)
    assert loaded("sv").company.municipality_name == "S:t Karins"


def test_that_each_role_has_as_many_needs_as_a_visit_has_time_for(workshop: Mapping) -> None:
    for count in Counter(n.role_key for n in workshop.needs).values():
        assert 5 <= count <= 8


def test_that_a_need_from_a_pack_quotes_all_that_the_pack_says(workshop: Mapping) -> None:
    [machine] = [pack for pack in packs() if pack.key == "sector:machine"]
    [competence] = [c for c in machine.competences if c.code == "MA03"]
    cam = need(workshop, "cam")

    assert (cam.name, cam.description, cam.anchors) == (competence.name, competence.description, competence.anchors)
    assert (cam.source_key, cam.source_version, cam.competence_code) == (machine.key, machine.version, "MA03")
    assert (cam.unit_code, cam.unit_name.sv) == ("101103", "CAD/CAM-programmering")


def test_that_a_need_in_own_words_says_its_unit_and_the_card_it_goes_with(workshop: Mapping) -> None:
    voltage = need(workshop, "high-voltage")

    assert (voltage.source_key, voltage.competence_code, voltage.anchors) == ("", "", ())
    assert (voltage.unit_code, voltage.qualification_code, voltage.tags) == ("106884", "351301", ("card:C11",))
    assert voltage.statutory


def official_names(real_data: Path) -> dict[str, tuple[str, str]]:
    """By unit code, the Finnish and Swedish names in the requirements of the vehicle sector."""
    requirements = read_json(real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json")
    names = ((unit["koodiArvo"], unit["nimi"]) for unit in requirements["tutkinnonOsat"])
    return {code: (" ".join(name["fi"].split()), " ".join(name["sv"].split())) for code, name in names}


def test_that_units_beside_own_words_have_their_official_names(workshop: Mapping, real_data: Path) -> None:
    official = official_names(real_data)
    vehicle = [n for n in workshop.needs if n.qualification_code == "351301"]

    assert len(vehicle) == 4
    assert [n for n in vehicle if (n.unit_name.fi, n.unit_name.sv) != official[n.unit_code]] == []


def test_that_the_municipality_is_called_as_its_number_says(real_data: Path) -> None:
    for language in LANGUAGES:
        company = loaded(language).company
        rows = read_json(real_data / "koodisto" / f"kunta_{language}.json")
        [row] = [row for row in rows if row["code"] == company.municipality]
        assert company.municipality_name == row["classificationItemNames"][0]["name"]


def test_that_the_needs_stand_in_the_bands_they_were_made_for(found: Results) -> None:
    assert {row.need.key: row.score.band for row in found.ranked} == BANDS


def test_that_everything_an_experienced_consultant_meets_is_there(workshop: Mapping, found: Results) -> None:
    answers = [a for a in workshop.assessments if a.need_key == "diagnostics" and a.person_key == "H2"]
    rows = {row.need.key: row for row in found.ranked}

    assert to_discuss(answers, need(workshop, "diagnostics").criticality)
    assert rests_on_one(rows["cam"])
    assert need(workshop, "calibration").key in without_teacher(workshop)
    assert rows["measuring"].score.excluded == 1
    assert {a.reason for a in workshop.assessments} >= {GapReason.NO_TOOL, GapReason.CANNOT}
    assert any(a.not_part_of_job for a in workshop.assessments)
    assert any(a.language_free_level is not None for a in workshop.assessments)
    assert 0.9 < found.readiness.completeness < 1
    told = {RiskKind.SINGLE_PERSON, RiskKind.NO_SUBSTITUTE, RiskKind.KNOWLEDGE_LEAVES, RiskKind.EMPTY_POST}
    assert {risk.kind for risk in risks(found)} == {*told, RiskKind.EXPIRING, RiskKind.NO_TEACHER}


def test_that_the_owner_changed_the_computed_order_and_said_why(found: Results) -> None:
    order = [(one.agreed.need_key, one.computed_rank, bool(one.agreed.reason)) for one in found.agreed]

    assert order == [
        ("high-voltage", 1, False),
        ("cam", 5, True),
        ("maintenance", 2, True),
        ("leadership", 3, True),
        ("diagnostics", 7, True),
    ]


def test_that_every_agreed_priority_and_the_expired_card_have_a_measure(workshop: Mapping, found: Results) -> None:
    assert all(one.measures for one in found.agreed)
    assert [m.option for m in measures_for(workshop, "hot-work-of-mechanics")] == [OptionType.CARD]
    assert len({m.option for m in workshop.measures}) >= 6
    assert [m for m in workshop.measures if m.first_step] == [first_action(workshop)]


def test_that_no_measure_names_who_teaches(workshop: Mapping) -> None:
    """Offers are found when the plan is made; a name in the sample would outlive them."""
    said = " ".join(text for language in LANGUAGES for text in free_texts(loaded(language)).values()).casefold()

    assert not any(name in said for name in ("esimerkki", "exempel", "example"))


def test_that_notes_are_short_and_hold_nobodys_identity_code() -> None:
    for language in LANGUAGES:
        notes = [a.note for a in loaded(language).assessments if a.note]
        assert notes
        assert all(len(note) <= 140 and not holds_identity_code(note) for note in notes)


def quoted_texts(mapping: Mapping) -> list[Text]:
    texts = [card.name for card in mapping.cards]
    for n in mapping.needs:
        texts += [n.name, n.description, *n.anchors, *([n.unit_name] if n.unit_code else [])]
    return texts


def test_that_everything_quoted_is_there_in_three_languages(workshop: Mapping) -> None:
    assert [text for text in quoted_texts(workshop) if not (text.fi and text.sv and text.en)] == []


def free_texts(mapping: Mapping) -> dict[str, str]:
    """What the company says in its own words, by where it stands."""
    texts = {
        "goal": mapping.goal,
        "meeting": mapping.next_meeting_note,
        "sector": mapping.company.sector_words,
    }
    texts |= {role.key: role.name for role in mapping.roles}
    texts |= {f"{a.need_key}/{a.person_key}": a.note for a in mapping.assessments if a.note}
    texts |= {f"{one.need_key} agreed": one.reason for one in mapping.agreed if one.reason}
    texts |= {f"{a.question} {a.path}": a.value[0] for a in mapping.answers if a.question in FREE}
    for m in mapping.measures:
        texts |= {f"{m.key} what": m.what, f"{m.key} who": m.responsible, f"{m.key} sign": m.success_sign}
    return texts


def test_that_a_sample_in_one_language_says_nothing_in_another() -> None:
    fi, sv, en = (free_texts(loaded(language)) for language in LANGUAGES)

    assert fi.keys() == sv.keys() == en.keys()
    assert all(fi.values())
    assert [place for place in fi if len({fi[place], sv[place], en[place]}) < 3] == []
    assert [text for text in en.values() if set(text) & set("äöåÄÖÅ")] == []


def without_words(mapping: Mapping) -> Mapping:
    return replace(
        mapping,
        company=replace(mapping.company, sector_words="", municipality_name=""),
        document_language="fi",
        goal="",
        next_meeting_note="",
        roles=tuple(replace(role, name="") for role in mapping.roles),
        assessments=tuple(replace(a, note="") for a in mapping.assessments),
        agreed=tuple(replace(one, reason="") for one in mapping.agreed),
        measures=tuple(replace(m, what="", responsible="", success_sign="") for m in mapping.measures),
        answers=tuple(replace(a, value=()) if a.question in FREE else a for a in mapping.answers),
    )


def test_that_the_language_changes_nothing_but_words() -> None:
    fi, sv, en = (without_words(loaded(language)) for language in LANGUAGES)

    assert fi == sv == en


def day_of(measure: Measure | None) -> date:
    assert measure
    assert measure.deadline
    return measure.deadline


@given(today=st.dates(date(2026, 1, 1), date(2030, 12, 31)))
@example(today=date(2028, 2, 29))
@example(today=date(2027, 12, 31))
def test_that_on_any_day_cards_are_about_to_expire_and_deadlines_lie_ahead(today: date) -> None:
    mapping = loaded("sv", today)

    assert {card.key: card_state(card, today) for card in mapping.cards} == CARD_STATES
    assert mapping.next_meeting
    days = [mapping.next_meeting, *map(day_of, mapping.measures)]
    assert all(day > today and day.weekday() < 5 for day in days)
    assert day_of(first_action(mapping)) - today <= timedelta(days=14)
    [renewal] = measures_for(mapping, "electrical-safety")
    [card] = [card for card in mapping.cards if card.key == "electrical-safety"]
    assert card.valid_to
    assert day_of(renewal) < card.valid_to


@given(today=st.dates(date(2026, 1, 1), date(2030, 12, 31)), language=st.sampled_from(LANGUAGES))
@settings(max_examples=10)
def test_that_the_same_day_and_language_give_the_same_mapping(today: date, language: Language) -> None:
    assert loaded(language, today) == loaded(language, today)


def test_that_it_can_be_kept_and_comes_back_whole(workshop: Mapping, tmp_path: Path) -> None:
    cases = Cases(tmp_path / "cases.sqlite")
    cases.add(workshop)
    kept = cases.load(workshop.key)
    cases.close()

    assert (kept.roles, kept.people, kept.needs) == (workshop.roles, workshop.people, workshop.needs)
    assert (kept.agreed, kept.measures) == (workshop.agreed, workshop.measures)
    assert (set(kept.cards), set(kept.assessments)) == (set(workshop.cards), set(workshop.assessments))
