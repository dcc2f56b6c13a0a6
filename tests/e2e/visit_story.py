"""One visit of a company like the sample one, from the start screen to a plan on paper and a closed visit, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from app.bootstrap import open_desk
from app.languages import Language
from app.mapping.answers import Value
from app.mapping.model import Mapping, PeopleMode
from app.mapping.survey import CHOOSING, Kind, Question, Survey
from app.paths import DataFolder
from app.services.catalogues import of_cards
from app.services.desk import Desk
from app.services.libraries import packs
from app.services.plans import write_json
from app.ui.plan.measures import DEADLINE, RESPONSIBLE
from app.ui.survey.caps import caps
from app.wording.words import capital, level_name, people_mode_name
from tests.e2e.hands import Hand
from tests.e2e.main_job import COURSE, Work, told

COMPANY, ROLE = "Mallilan Auto ja Konepaja Oy", "Koneistaja"
GOAL = "Sarjatyöt lähtevät ajallaan, vaikka en olisi paikalla."
WHO = "Omistaja"
LEVELS = ((3, 2), (1, 0), (2, 1))
"""Of each competence, the levels of the two people."""

Said = tuple[str, Value]
"""A question by its id, and what is answered; an entry is added to a list where nothing is."""
COMPANY_NOW: Final[tuple[Said, ...]] = (
    ("A3", ("45",)),
    ("A3b", ("machine",)),
    ("A4", ("5",)),
    ("A5", ("202",)),
    ("A7", ("company",)),
    ("A8", ("Maija",)),
    ("A8a", ("yes",)),
)
BUSINESS: Final[tuple[Said, ...]] = (
    ("B1", ("Huoltoa autoille ja osia konepajoille.",)),
    ("B2", ()),
    ("B2a", ("Sarjatyö",)),
    ("B3", ("growth",)),
    ("B4", ("accounting", "it")),
    ("B5", ("even",)),
)
CHANGE: Final[tuple[Said, ...]] = (
    ("C1", ("technology",)),
    ("C2", ("Ohjelmoida itse",)),
    ("C3", (GOAL,)),
    ("C4", ("oral",)),
)
STAFF: Final[tuple[Said, ...]] = (
    ("D1", ()),
    ("D1a", (ROLE,)),
    ("D1b", ("2",)),
    ("D2", ("3",)),
    ("D3", ("yes",)),
    ("D4", ("3",)),
    ("D4a", ("38",)),
    ("D5", ("not_sure",)),
    ("D6", ("some",)),
    ("D6a", ("Palkka, ja työn vaihtelu.",)),
    ("D7", ("Kone seisoi kaksi päivää.",)),
)
CARDS: Final[tuple[Said, ...]] = (
    ("H1a", ("held",)),
    ("H1b", ("5/2027",)),
    ("H1c", ("1",)),
    ("H2", ("no",)),
    ("H3", ("yes",)),
    ("H4", ("quality", "safety")),
)
LANGUAGES_AT_WORK: Final[tuple[Said, ...]] = (
    ("I1", ()),
    ("I1a", ("Työohjeet",)),
    ("I1b", ("fi",)),
    ("I1c", ("B1",)),
    ("I1d", ("A2",)),
    ("I1e", ("not_needed",)),
    ("I1f", ("not_sure",)),
    ("I2", ("4",)),
    ("I2a", ("1",)),
    ("I2b", ("0",)),
    ("I3", ("pictures", "mentor")),
    ("I4", ("no",)),
)
LEARNING: Final[tuple[Said, ...]] = (
    ("J1", ("on_the_job", "pair_work")),
    ("J2", ("4",)),
    ("J3", ("6", "7")),
    ("J4", ("from_1000",)),
    ("J5", ("mixed",)),
    ("J6", ("all",)),
)
RISKS: Final[tuple[Said, ...]] = (
    ("G1", ("1",)),
    ("G2", ("possibly",)),
    ("G3", ("no",)),
    ("G4", ("not_sure",)),
    ("G5", ("yes",)),
)
LAST: Final[tuple[Said, ...]] = (
    ("K2", ()),
    ("K2a", ("Sovitaan koneista kurssipäivä.",)),
    ("K2b", (WHO,)),
    ("K2c", ("7.12.2026",)),
    ("K3", ("14.12.2026",)),
    ("K4a", ("5",)),
    ("K4b", ("4",)),
    ("K4c", ("5",)),
    ("K4d", ("5",)),
    ("K5a", ("yes",)),
    ("K5b", ("no",)),
    ("K5c", ("yes",)),
)
ANSWERS: Final = (COMPANY_NOW, BUSINESS, CHANGE, STAFF, CARDS, LANGUAGES_AT_WORK, LEARNING, RISKS, LAST)
"""All of them, in the order in which they are given."""


@dataclass(frozen=True, slots=True)
class Visit:
    """The story as it goes on in a window, with one hand."""

    work: Work
    hand: Hand

    def go_through(self, pdf: Path) -> None:
        self._open()
        self._ask_about_the_company()
        self._choose_needs()
        self._give_levels()
        self._look_at_cards()
        self._ask_about_risks()
        self._agree()
        self._close()
        self._plan()
        self._print(pdf)

    def _open(self) -> None:
        """The company, how people appear, the notice, and the clock (B2, V1)."""
        t, hand, desk = self.work.t, self.hand, self._desk
        hand.press(t("Company visit"))
        hand.write(t("Name or code name"), COMPANY)
        hand.step("V1")
        hand.press(t("Start the visit"))
        hand.mark(capital(people_mode_name(t, PeopleMode.PSEUDONYMS)))
        hand.press(t("Confirm how people appear"))
        hand.press(t("The privacy notice has been shown, {day}", day=t.day(desk.today)))

    def _ask_about_the_company(self) -> None:
        """Sections A to D (V2, V3)."""
        t, hand = self.work.t, self.hand
        hand.step("V2")
        hand.press(t("Back"))
        self._say(COMPANY_NOW)
        for section, answers in (("B", BUSINESS), ("C", CHANGE), ("D", STAFF)):
            hand.press(t("Next: {name}", name=self._section(section)))
            self._say(answers)

    def _choose_needs(self) -> None:
        t, machine = self.work.t, next(p for p in packs() if p.key == "sector:machine")
        names = [c.name.said(t.language).text for c in machine.competences[1:4]]
        self.hand.step("V4")
        tree, profile = t("Competences to choose from"), machine.name.said(t.language).text
        self.hand.add(tree, profile, tuple(names), t("Add the chosen"))

    def _give_levels(self) -> None:
        t = self.work.t
        buttons = tuple(t("Level {level}: {words}", level=n, words=level_name(t, n)) for n in range(5))
        self.hand.step("V5")
        self.hand.answer(t("Present levels"), LEVELS, buttons)

    def _look_at_cards(self) -> None:
        """A card is chosen in its own place; how it stands is a question of the survey (V6), as language is (V7)."""
        t, hand = self.work.t, self.hand
        hand.step("V6")
        card = of_cards(self._desk).cards.card("C01")
        assert card
        tree, name = t("Cards and permits to choose from"), card.name.said(t.language).text
        hand.add(tree, t("All cards and permits"), (name,), t("Add the chosen"))
        hand.step("V7")
        hand.press(t("Back"))
        hand.look_back(self._words(CARDS[0][0]))
        self._say(CARDS)
        for section, answers in (("I", LANGUAGES_AT_WORK), ("J", LEARNING)):
            hand.press(t("Next: {name}", name=self._section(section)))
            self._say(answers)

    def _ask_about_risks(self) -> None:
        """Section G (V8)."""
        self.hand.step("V8")
        self._say(RISKS)

    def _agree(self) -> None:
        """Two priorities (V9)."""
        self.hand.step("V9")
        self.hand.tick(self.work.t("Priorities"), 2)

    def _close(self) -> None:
        """The first step, the next meeting and the feedback are the survey's last section (V10)."""
        t, hand = self.work.t, self.hand
        hand.step("V10")
        hand.press(t("Feedback"))
        self._say(LAST)
        hand.step("V10")
        hand.press(t("Close the visit"))

    def _plan(self) -> None:
        """A course beside the first step (A2, A4)."""
        t, hand = self.work.t, self.hand
        hand.step("A2")
        way = t("{deed}: {way}", deed=t("Add to the plan"), way=COURSE.name.said(t.language).text)
        self.work.wait_for(way)
        hand.press(way)
        hand.fill(t("Measures"), 1, {RESPONSIBLE: WHO, DEADLINE: "1.2.2027"})

    def _print(self, pdf: Path) -> None:
        t = self.work.t
        self.hand.step("A5")
        self.work.wait_for(t("Save as PDF"))
        self.hand.save(t("Save as PDF"), pdf)

    # Words of the survey.

    @property
    def _desk(self) -> Desk:
        desk = self.work.window.desk
        assert desk
        return desk

    @property
    def _survey(self) -> Survey:
        survey = self._desk.cases.survey(self.work.window.mapping_key)
        assert survey
        return survey

    def _say(self, answers: tuple[Said, ...]) -> None:
        questions = {question.id: question for question in self._survey.questions}
        for key, value in answers:
            self._answer(questions[key], value)

    def _answer(self, question: Question, value: Value) -> None:
        t, hand = self.work.t, self.hand
        words = question.phrase.said(t.language).text
        if question.kind is Kind.LIST:
            hand.answer_by_button(t("Add: {list}", list=words))
        elif question.pick:
            hand.answer_by_search(words, value[0])
        elif question.kind in CHOOSING:
            offered = dict(zip((c.value for c in question.choices), caps(question), strict=True))
            named = {c.value: c.phrase.said(t.language).text for c in question.choices}
            hand.answer_by_choice(words, tuple((named[one], offered[one]) for one in value))
        else:
            hand.answer_by_text(words, value[0])

    def _words(self, question: str) -> str:
        return next(q.phrase.said(self.work.t.language).text for q in self._survey.questions if q.id == question)

    def _section(self, key: str) -> str:
        sections = self._survey.sections
        return next(s.phrase.said(self.work.t.language).text for s in sections if s.id == key)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a visit has left on the disk, without the keys and moments that differ from one visit to the next."""

    mapping: Mapping
    plan: str


def kept(folder: DataFolder, today: date, language: Language) -> Kept:
    """Read by whoever opens the data next."""
    desk = open_desk(folder, today)
    [summary] = desk.cases.summaries()
    mapping, out = told(desk.cases.load(summary.key)), folder.root / "plan.json"
    write_json(desk, summary.key, language, out)
    desk.close()
    return Kept(mapping, out.read_text(encoding="utf-8"))
