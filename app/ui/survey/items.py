"""What stands in a section, from the top down: questions, heads of entries, and the place where one more is added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.mapping.answers import Path
from app.mapping.interview import Place, Standing
from app.mapping.survey import Kind, Question, Section, Wanted
from app.mapping.survey_routing import Routing
from app.mapping.survey_rules import named

FOLDED_ABOVE: Final = 30
"""Questions in a section above which only the entry in hand is open."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question. It `hangs` when an answer above it in the section decides whether it is asked, or its list.

    The number says within how many entries it does; None is that it does not.
    """

    place: Place
    hangs: int | None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an entry: of the list `of`, the `number`th. `first` is the first question asked for it here.

    `removable` where its list is asked, at its first questions; `hangs` as those do. What stands under a folded head is
    not there; `answered` of `wanted` says how far it is.
    """

    of: Place
    path: Path
    number: int
    first: Place
    removable: bool
    hangs: int | None
    foldable: bool
    folded: bool
    answered: int
    wanted: int


@dataclass(frozen=True, slots=True)
class More:
    """Where an entry is added to a list; it hangs as the list does."""

    of: Place
    hangs: int | None


Item = Asked | Head | More


def places_in(stand: Standing, section: Section) -> tuple[Place, ...]:
    """What is asked now in a section, in its order."""
    ids = {question.id for question in section.questions}
    return tuple(place for place in stand.asked if place.question in ids)


def items(stand: Standing, section: Section, in_hand: Path = ()) -> tuple[Item, ...]:
    """A section as it stands; in a long one only the entries on the way to `in_hand` are open."""
    places = places_in(stand, section)
    folds = len(places) > FOLDED_ABOVE
    shown = (part for part in _parts(stand, section, places) if not folds or _is_open(part, in_hand))
    make = _Heads(stand, section, places, in_hand, folds)
    return tuple(make.head(part) if isinstance(part, _Start) else part for part in shown)


@dataclass(frozen=True, slots=True)
class _Start:
    """Where the questions for an entry begin: the first of them, and how deep in it the entry stands."""

    first: Place
    depth: int


def _parts(stand: Standing, section: Section, places: tuple[Place, ...]) -> Iterator[Asked | More | _Start]:
    """All of a section, with nothing folded."""
    routing = stand.interview.routing
    waiting: list[More] = []  # lists to which an entry can be added once all of theirs have been shown
    before = Place("")
    for place in places:
        question = routing.questions[place.question]
        while waiting and not _is_under(routing, place, waiting[-1].of):
            yield waiting.pop()
        for depth in range(_shared(routing, before, place), len(place.path)):
            yield _Start(place, depth)
        hangs = _hangs(routing, section, question)
        yield Asked(place, hangs)
        if is_growing(question):
            waiting.append(More(place, hangs))
        before = place
    while waiting:
        yield waiting.pop()


def _is_open(part: Asked | More | _Start, in_hand: Path) -> bool:
    """Whether all entries round it are open."""
    path = part.first.path[: part.depth] if isinstance(part, _Start) else _path(part)
    return in_hand[: len(path)] == path


def _path(part: Asked | More) -> Path:
    return part.place.path if isinstance(part, Asked) else part.of.path


def _is_under(routing: Routing, place: Place, of: Place) -> bool:
    """Whether a question is asked for an entry of a list."""
    depth = len(of.path)
    return routing.chains[place.question][depth : depth + 1] == (of.question,) and place.path[:depth] == of.path


def _shared(routing: Routing, before: Place, place: Place) -> int:
    """How many heads stand already, because the question before was asked for the same entries."""
    chains = (routing.chains.get(before.question, ()), routing.chains[place.question])
    pairs = [*zip(zip(chains[0], before.path, strict=True), zip(chains[1], place.path, strict=True), strict=False)]
    return next((depth for depth, (one, other) in enumerate(pairs) if one != other), len(pairs))


@dataclass(frozen=True, slots=True)
class _Heads:
    """Makes the heads of a section."""

    stand: Standing
    section: Section
    places: tuple[Place, ...]
    in_hand: Path
    folds: bool

    def head(self, start: _Start) -> Head:
        routing, counted = self.stand.interview.routing, self.stand.counted
        path = start.first.path[: start.depth + 1]
        of = Place(routing.chains[start.first.question][start.depth], path[:-1])
        under = (p for p in self.places if p.path[: len(path)] == path and _is_under(routing, p, of))
        wanted = [place for place in under if is_expected(routing.questions[place.question])]
        question = routing.questions[of.question]
        return Head(
            of=of,
            path=path,
            number=counted[of].index(path[-1]) + 1,
            first=start.first,
            removable=is_growing(question) and self._is_at_its_list(start.first, question),
            hangs=_hangs(routing, self.section, routing.questions[start.first.question]),
            foldable=self.folds,
            folded=self.folds and self.in_hand[: len(path)] != path,
            answered=sum(place in counted for place in wanted),
            wanted=len(wanted),
        )

    def _is_at_its_list(self, first: Place, of: Question) -> bool:
        """Whether these are the first questions that the section asks for the entries of one of its lists."""
        asked = [question.id for question in self.section.questions if question.per == of.id]
        here = of in self.section.questions
        return here and first.question == asked[0]


def is_growing(question: Question) -> bool:
    """Whether entries are added to it here; what is picked from a catalogue is picked elsewhere."""
    return question.kind is Kind.LIST and not question.pick


def is_expected(question: Question) -> bool:
    """Whether its answer is missed while it is open."""
    return question.kind is not Kind.NOTE and question.wanted is not Wanted.OPTIONAL


def _hangs(routing: Routing, section: Section, question: Question) -> int | None:
    """How many entries round a question it hangs within; None when no answer in its section decides about it."""
    here = {other.id for other in section.questions}
    if question.relevant:
        deciding = {name for rule in routing.relevant[question.id] for name in named(rule)} & here
        if deciding:
            return max(len(routing.chains[name]) for name in deciding)
    return _hangs(routing, section, routing.questions[question.per]) if question.per in here else None
