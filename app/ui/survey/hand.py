"""The interview in hand: how it stands, and every change of it, each on the disk when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import UserError
from app.mapping.answers import Path, Value
from app.mapping.interview import Interview, Place, Standing, clashes, standing, unmet
from app.mapping.model import Mapping
from app.mapping.survey import Kind, Question, Section, Survey
from app.services import interviews
from app.ui.survey.field import Voice
from app.ui.survey.words import shown_id

if TYPE_CHECKING:
    from app.services.desk import Desk


class Hand:
    """What is done is done with the store; a UserError says why something is not."""

    def __init__(self, desk: Desk, mapping_key: str) -> None:
        self._desk, self._key = desk, mapping_key
        self.reload()

    def reload(self) -> None:
        """Take up what the store now holds."""
        self._take(interviews.running(self._desk, self._key))

    def _take(self, interview: Interview | None) -> None:
        self._loaded: Mapping | None = None
        self._stand = standing(interview) if interview else None

    @property
    def _mapping(self) -> Mapping:
        """Loaded when an entry is to be named: most sections have none."""
        self._loaded = self._loaded or self._desk.cases.load(self._key)
        return self._loaded

    @property
    def begun(self) -> bool:
        return self._stand is not None

    @property
    def stand(self) -> Standing:
        assert self._stand is not None  # asked only of an interview that has begun
        return self._stand

    @property
    def survey(self) -> Survey:
        return self.stand.interview.routing.survey

    def section(self, key: str) -> Section | None:
        return next((section for section in self.survey.sections if section.id == key), None)

    def question(self, place: Place) -> Question:
        return self.stand.interview.routing.questions[place.question]

    def section_of(self, place: Place) -> Section:
        """The section in which a question is asked."""
        return next(s for s in self.survey.sections if any(q.id == place.question for q in s.questions))

    def begin(self, survey_key: str) -> None:
        self._take(interviews.begin(self._desk, self._key, survey_key))

    def carry_over(self) -> None:
        """Go on with the newer version of the survey in hand."""
        self._take(interviews.carry_over(self._desk, self._key).interview)

    def answer(self, place: Place, value: Value) -> None:
        """Write an answer, or take it away when there is none."""
        if value:
            self._take(interviews.answer(self._desk, self._key, place, value))
        else:
            self._take(interviews.clear(self._desk, self._key, place))

    def add(self, place: Place) -> str:
        """Add an entry to a list; its key."""
        interview, entry = interviews.add_entry(self._desk, self._key, place)
        self._take(interview)
        return entry

    def take_away(self, place: Place, entry: str) -> None:
        self._take(interviews.remove_entry(self._desk, self._key, place, entry))

    def name(self, voice: Voice, of: Place, path: Path) -> str:
        """What an entry of a list is called, or a choice for which questions are asked."""
        stand, question = self.stand, self.question(of)
        if question.kind is not Kind.LIST:
            return next((voice.says(c.phrase) for c in question.choices if c.value == path[-1]), path[-1])
        return interviews.entry_name(self._mapping, stand.interview, question, path[-1], voice.t.language)

    def called(self, voice: Voice, place: Place) -> str:
        """A question in one line, with the entry it is asked for."""
        question = self.question(place)
        line = " ".join(filter(None, (shown_id(question), voice.says(question.phrase))))
        entry = self.name(voice, Place(question.per, place.path[:-1]), place.path) if place.path else ""
        return voice.t("{entry}: {question}", entry=entry, question=line) if entry else line

    def clashes(self) -> dict[Place, UserError]:
        """Answers that can no longer stand, each with the reason."""
        stand = self.stand
        found = {place: unmet(stand, place, stand.counted[place]) for place in clashes(stand)}
        return {place: error for place, error in found.items() if error}
