"""What is owed to one person: all that is stored of them and nothing of others (PRIV-9), and no trace after erasing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.company import Company
from app.mapping.model import (
    Assessment,
    Assessor,
    CardHolding,
    Evidence,
    GapReason,
    Mapping,
    Measure,
    OptionType,
    PeopleMode,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.signal import Signal
from app.report import person as extract
from app.report.content.person import PersonRecord
from app.services import persons, versions
from app.services.desk import Desk
from app.texts import Text
from app.wording.words import evidence_name, level_name, reason_name
from tests.report.printed import bare, texts
from tests.services.staff_company import TODAY, desk_over

WORDS = st.text(alphabet="abcdefghijklmnoprstuvy", min_size=8, max_size=14).map("zq{}qz".format)
"""Words that stand nowhere else: neither in a sentence of ours nor in the name of a field."""
LEVELS = st.none() | st.integers(0, 4)


def case(own: list[str], others: list[str], answer: Assessment) -> Mapping:
    """Two machinists: what is stored of the first holds the words of `own`, of the second those of `others`."""
    turning = RoleNeed("turning", "machinist", Text("Sorvaus", "Svarvning", "Turning"), targets=Targets(3, 3, 4))
    ends = date(2027, 2, 3)
    return Mapping(
        key="case",
        company=Company("company", "Konepaja Esimerkki Oy"),
        people_mode=PeopleMode.NAMES,
        roles=(Role("machinist", "Koneistaja", 2),),
        people=(Person("p1", "machinist", "H1", own[0]), Person("p2", "machinist", "H2", others[0], position=1)),
        needs=(turning,),
        assessments=(
            replace(answer, person_key="p1", need_key="turning", note=own[1], on=TODAY),
            Assessment("p2", "turning", Assessor.SELF, 4, note=others[1], on=TODAY),
        ),
        cards=(
            CardHolding("c1", "C05", "machinist", Text(own[2]), "p1", valid_to=ends),
            CardHolding("c2", "C05", "machinist", Text(others[2]), "p2", valid_to=ends),
        ),
        measures=(
            Measure("m1", "turning", OptionType.PAIR_WORK, own[3], "H1", TODAY, own[4], why=own[5]),
            Measure("m2", "turning", OptionType.PAIR_WORK, others[3], "H2", TODAY, others[4], why=others[5]),
        ),
    )


@contextmanager
def kept(mapping: Mapping) -> Iterator[Desk]:
    with TemporaryDirectory() as folder, desk_over(Path(folder) / "data", mapping) as desk:
        yield desk


def printed(record: PersonRecord, language: Language) -> str:
    return bare(" ".join(texts(extract.render(record, Translator(language), "1.2.3"))))


def everything_said(value: Any) -> Iterator[str]:
    """Every text anywhere in a value."""
    if is_dataclass(value):
        for field in fields(value):
            yield from everything_said(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from everything_said(item)
    elif isinstance(value, str):
        yield value


@given(
    words=st.lists(WORDS, min_size=16, max_size=16, unique=True).filter(
        lambda found: not any(a in b for a in found for b in found if a is not b)
    ),
    language=st.sampled_from(LANGUAGES),
    answer=st.builds(
        Assessment,
        st.just(""),
        st.just(""),
        st.sampled_from(Assessor),
        LEVELS,
        LEVELS,
        st.just(False),
        st.sampled_from(Evidence),
        st.none() | st.sampled_from(GapReason),
    ),
)
@settings(max_examples=8, deadline=None)
def test_that_all_of_a_person_is_in_the_extract_and_nothing_of_anybody_else(
    words: list[str], language: Language, answer: Assessment
) -> None:
    own, others, (was, theirs) = words[:6], words[6:12], words[12:14]
    others[0] = others[0].capitalize()
    mapping = case(own, others, answer)
    with kept(mapping) as desk:
        for note, person_key, assessor in ((was, "p1", answer.assessor), (theirs, "p2", Assessor.SELF)):
            before = next(a for a in mapping.assessments if (a.person_key, a.assessor) == (person_key, assessor))
            desk.cases.put("case", replace(before, note=f"{note} {others[0]}"))
            desk.cases.put("case", before)
        record = persons.record_of(desk, "case", "p1")
    paper, data = printed(record, language), json.dumps(extract.as_data(record), ensure_ascii=False)
    t = Translator(language)
    said = [level_name(t, answer.level), evidence_name(t, answer.evidence) if answer.evidence != "none" else ""]
    said += [reason_name(t, answer.reason) if answer.reason else "", t.day(TODAY), t.day(date(2027, 2, 3))]
    assert [word for word in (*own, was, *said) if bare(word).casefold() not in paper.casefold()] == []
    assert [word for word in (*own, was, "2027-02-03", answer.evidence, answer.assessor) if word not in data] == []
    told = "\n".join((paper, data, *everything_said(record))).casefold()
    assert [word for word in (*others, theirs, "p2") if word.casefold() in told] == []
    assert "H2" not in paper + data


OWN = ["Aino", "tekee hyvin", "Trukkilupa", "Harjoittelee", "osaa yksin", "koska tarvitaan"]
OTHERS = ["Veikko", "toisen sana", "Toisen kortti", "Toisen toimi", "toisen merkki", "toisen syy"]


@pytest.fixture
def desk() -> Iterator[Desk]:
    with kept(case(OWN, OTHERS, Assessment("", "", Assessor.SUPERVISOR, 2))) as desk:
        yield desk


def test_that_others_in_a_text_about_the_person_stand_by_their_role(desk: Desk) -> None:
    [measure, _other] = desk.cases.load("case").measures
    desk.cases.put("case", replace(measure, what="H1 oppii, H2 opettaa, Veikko valvoo"))
    [found] = persons.record_of(desk, "case", "p1").measures
    assert found.what == "H1 oppii, Koneistaja opettaa, Koneistaja valvoo"


def test_that_a_namesake_does_not_take_the_persons_own_name_away(desk: Desk) -> None:
    _own, other = desk.cases.load("case").people
    desk.cases.put("case", replace(other, display_name="Aino"))
    [measure, _other] = desk.cases.load("case").measures
    desk.cases.put("case", replace(measure, responsible="Aino"))
    assert [m.responsible for m in persons.record_of(desk, "case", "p1").measures] == ["Aino"]


def test_that_a_measure_for_a_card_of_the_person_concerns_them(desk: Desk) -> None:
    desk.cases.put("case", Measure("m3", "c1", OptionType.CARD, "Uusitaan"), Measure("m4", "c2", OptionType.CARD))
    assert [m.key for m in persons.record_of(desk, "case", "p1").measures] == ["m1", "m3"]


def test_that_the_history_tells_what_an_answer_was_and_what_was_taken_back(desk: Desk) -> None:
    [answer, _other] = desk.cases.load("case").assessments
    desk.cases.put("case", replace(answer, level=4))
    desk.cases.undo("case")
    newest, first = persons.record_of(desk, "case", "p1").history
    assert [(c.act, c.before.level, c.after.level) for c in (first, newest) if c.before and c.after] == [  # type: ignore[union-attr] # both are answers
        ("done", 2, 4),
        ("undone", 4, 2),
    ]
    assert newest.at >= first.at


@pytest.mark.parametrize("kind", ["pdf", "json"])
def test_that_a_file_tells_nobodys_name_by_its_own(desk: Desk, tmp_path: Path, kind: persons.Kind) -> None:
    person = desk.cases.load("case").people[0]
    name = persons.file_name(desk, person, kind)
    assert name == f"H1-{TODAY.isoformat()}.{kind}"
    persons.write(desk, "case", "p1", "sv", tmp_path / name, kind)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]


def test_that_a_code_that_no_file_could_bear_does_no_harm(desk: Desk) -> None:
    strange = Person("x", "machinist", "../../H1 *?")
    assert persons.file_name(desk, strange, "pdf") == f"H1-{TODAY.isoformat()}.pdf"


def test_that_what_erasing_takes_is_counted(desk: Desk) -> None:
    mapping = desk.cases.load("case")
    assert persons.stored_of(mapping, mapping.people[0]) == persons.Stored(answers=1, notes=1, cards=1)


def test_that_an_erased_person_is_gone_and_the_other_stays(desk: Desk) -> None:
    before = desk.cases.load("case")
    persons.erase(desk, "case", before.people[0])
    after = desk.cases.load("case")
    assert (after.people, after.cards) == (before.people[1:], before.cards[1:])
    with pytest.raises(UserError, match="no longer here"):
        persons.record_of(desk, "case", "p1")


def test_that_nobody_is_erased_while_another_window_has_the_data(desk: Desk) -> None:
    looking = replace(desk, read_only=True)
    before = looking.cases.load("case")
    with pytest.raises(UserError, match="another window"):
        persons.erase(looking, "case", before.people[0])
    assert looking.cases.load("case") == before


def test_that_people_of_an_earlier_mode_are_still_known_and_a_team_is_nobody(desk: Desk) -> None:
    mapping = replace(desk.cases.load("case"), people_mode=PeopleMode.ROLES_ONLY)
    assert [p.code for p in persons.people_known(mapping, "machinist")] == ["H1", "H2"]
    team = replace(mapping, people=(Person("team", "machinist", ""),))
    assert persons.people_known(team, "machinist") == ()


def test_that_what_approved_plans_keep_of_the_person_is_in_the_extract_and_goes_with_them(desk: Desk) -> None:
    versions.approve(desk, "case")
    [before, _other] = desk.cases.load("case").assessments
    desk.cases.drop("case", before, *desk.cases.load("case").cards)
    record = persons.record_of(desk, "case", "p1")
    [then] = record.approved
    assert (then.number, then.answers, [card.key for card in then.cards]) == (1, (before,), ["c1"])
    assert [measure.key for measure in then.measures] == ["m1"]
    data = json.dumps(extract.as_data(record), ensure_ascii=False)
    assert [word for word in OTHERS if word in data + printed(record, "en")] == []
    assert bare("tekee hyvin") in printed(record, "fi")
    persons.erase(desk, "case", record.person)
    assert [a.person_key for a in desk.cases.version("case", 1).frozen.mapping.assessments] == ["p2"]


def test_that_words_which_may_be_the_person_are_shown_and_go_when_somebody_says_so(desk: Desk) -> None:
    mapping = desk.cases.load("case")
    aino = replace(mapping.people[0], display_name="Aino Laine")
    [measure, _other] = mapping.measures
    desk.cases.put("case", aino, replace(measure, what="Aino opettaa", why="Ainon ja Laineen pyynnöstä"))
    desk.cases.put("case", replace(mapping.people[1], display_name="Pekka Laine"))
    desk.cases.put_head(replace(desk.cases.load("case"), company=Company("company", "X", contact="Aino Laine")))
    desk.cases.put_signal(Signal("s", TODAY, "Laine kysyi"))
    found = {(type(doubt.where), doubt.text, doubt.words) for doubt in persons.doubts_about(desk, "case", aino)}
    assert found == {
        (Measure, "Ainon ja Laineen pyynnöstä", ("Ainon", "Laineen")),
        (Company, "Aino Laine", ("Aino Laine",)),
        (Signal, "Laine kysyi", ("Laine",)),
    }
    persons.erase(desk, "case", aino, also=["Ainon"])
    changed = desk.cases.load("case").measures[0]
    assert (changed.what, changed.why) == ("— opettaa", "— ja Laineen pyynnöstä")
    assert [signal.what for signal in desk.cases.signals()] == ["Laine kysyi"]
