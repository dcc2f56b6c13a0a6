"""The person extract on paper and as data."""

from __future__ import annotations

from datetime import date, datetime

from app.i18n import Translator
from app.languages import Language
from app.mapping.model import (
    Assessment,
    Assessor,
    CardHolding,
    Evidence,
    GapReason,
    Measure,
    OptionType,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.offers.model import Offer
from app.report.content.person import Change, PersonRecord, sections
from app.report.person import as_data, render
from app.texts import Text
from tests.report.printed import bare, opened, texts

DAY = date(2026, 11, 26)
TURNING = RoleNeed("turning", "machinist", Text("Sorvaus", "Svarvning", "Turning"), targets=Targets(3, 3, 4))
CAM = RoleNeed("cam", "machinist", Text("CAM-ohjelmointi"))
ANSWER = Assessment(
    "p",
    "turning",
    Assessor.SUPERVISOR,
    2,
    3,
    evidence=Evidence.SEEN,
    reason=GapReason.NO_TOOL,
    note="Uusi kone",
    on=DAY,
)
OFFER = Offer("o", Text(fi="Sorvauskurssi"), provider=Text(fi="Opisto"))
RECORD = PersonRecord(
    company="Konepaja Oy",
    person=Person("p", "machinist", "H1", "Aino"),
    role=Role("machinist", "Koneistaja"),
    day=DAY,
    needs=(TURNING, CAM),
    answers=(ANSWER,),
    cards=(
        CardHolding("c", "C05", "machinist", Text("Trukkilupa", "Truckkort", "Forklift permit"), "p", valid_to=DAY),
    ),
    measures=(Measure("m", "turning", OptionType.SHORT_COURSE, "Kurssi", "H1", DAY, "Tekee yksin", offer=OFFER),),
    history=(
        Change(datetime(2026, 11, 26, 8, 30), Assessor.CONSULTANT, "undone", ANSWER, None),  # noqa: DTZ001 - the reader's clock
        Change(datetime(2026, 11, 25, 9, 5), Assessor.CONSULTANT, "done", None, ANSWER),  # noqa: DTZ001 - the reader's clock
    ),
)
NOBODY = PersonRecord("", Person("p", "machinist", "H1"), Role("machinist", ""), DAY)


def test_that_the_paper_is_in_the_language_asked_for_whatever_was_written(language: Language) -> None:
    t = Translator(language)
    paper = bare(" ".join(texts(render(RECORD, t, "1.2.3"))))
    for words in (t("Levels and targets"), t("History"), TURNING.name.get(language), "CAM-ohjelmointi", t.day(DAY)):
        assert bare(words) in paper
    assert opened(render(RECORD, t, "1.2.3")).Root.Lang == {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[language]


def test_that_everything_of_an_answer_is_on_paper() -> None:
    paper = bare(" ".join(texts(render(RECORD, Translator("en"), "1"))))
    for words in ("Supervisor", "Level 2", "apart from language 3", "Seen at work", "No tool", "“Uusi kone”"):
        assert bare(words) in paper


def test_that_the_file_says_the_code_and_not_the_name() -> None:
    paper = opened(render(RECORD, Translator("en"), "1"))
    said = " ".join(str(value) for value in paper.docinfo.values())
    assert "H1" in said
    assert "Aino" not in said


def test_that_what_there_is_nothing_of_says_so() -> None:
    empty = [section.key for section in sections(Translator("en"), NOBODY) if "Nothing is stored." in str(section)]
    assert empty == ["levels", "cards", "measures", "history"]


def test_that_a_competence_without_an_answer_is_not_answered_rather_than_zero() -> None:
    [_who, levels, *_rest] = sections(Translator("en"), RECORD)
    assert "Not answered yet" in str(levels)
    assert "Level 0" not in str(levels)


def test_that_the_same_record_gives_the_same_paper() -> None:
    assert render(RECORD, Translator("fi"), "1") == render(RECORD, Translator("fi"), "1")


def test_that_the_data_can_be_taken_along() -> None:
    data = as_data(RECORD)
    assert (data["format"], data["day"]) == ("kartturi-person/1", "2026-11-26")
    assert data["person"] == {"code": "H1", "name": "Aino", "role": "Koneistaja"}
    [answer] = data["answers"]
    assert (answer["level"], answer["language_free_level"], answer["reason"]) == (2, 3, "no_tool")
    assert answer["competence"] == {"fi": "Sorvaus", "sv": "Svarvning", "en": "Turning"}
    assert {change["what"] for change in data["history"]} == {"answer"}
    assert [(c["act"], c["before"] is None, c["after"] is None) for c in data["history"]] == [
        ("undone", False, True),
        ("done", True, False),
    ]
