"""Items of a CASE package → units with their requirements, and competences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.frameworks.model import Competence, LevelCriteria, Requirement, SubArea, Unit
from app.frameworks.outline import below
from app.frameworks.readers import case_shape as shape
from app.frameworks.readers.case_shape import Words
from app.frameworks.readers.case_texts import ours, text_of
from app.frameworks.readers.cleaning import clean
from app.frameworks.readers.html_text import plain
from app.frameworks.readers.keys import distinct
from app.languages import LANGUAGES, Language
from app.texts import Text

Levels = dict[str, list[list[shape.Level]]]
_NOTHING: Final = shape.OwnItem(kind="competence", key="-")
_NOTHING_OF_LEVEL: Final = shape.OwnLevel()
_SCORES: Final = (0, 1, 2, 3, 4)
_WITHIN: Final[dict[str, tuple[str, ...]]] = {
    "unit": ("",),
    "sub_area": ("unit",),
    "requirement": ("unit", "sub_area"),
    "group": ("",),
}
"""What an item of ours must stand under to be what it says; moved elsewhere it is a competence like any other."""


@dataclass(frozen=True, slots=True)
class Place:
    """An item and where it stands: under which names, under which item, and how deep (1 is the highest)."""

    item: shape.Item
    language: Language
    name: Text
    group: Text
    above: Place | None
    depth: int

    @property
    def own(self) -> shape.OwnItem:
        """What our own writer says of it; of somebody else's item nothing."""
        return self.item.own or _NOTHING

    @property
    def kind(self) -> shape.ItemKind:
        kind = self.own.kind
        above = self.above.kind if self.above else ""
        return kind if kind in _WITHIN and above in _WITHIN[kind] else "competence"

    @property
    def description(self) -> Text:
        item = self.item
        if item.own:
            full = None if item.abbreviated_statement is None else item.full_statement
            return ours(full, self.language, item.own.description)
        full = plain(item.full_statement)
        more = [full] if full != self.name.get(self.language) else []
        return text_of("\n".join(filter(None, [*more, plain(item.notes)])), self.language)


def place_of(item: shape.Item, language: Language, above: Place | None) -> Place:
    """The place of an item under another, or at the top."""
    group = below(above.group, above.name) if above else Text()
    return Place(item, language, _name(item, language), group, above, above.depth + 1 if above else 1)


def _name(item: shape.Item, language: Language) -> Text:
    short = item.abbreviated_statement
    if item.own:
        return ours(item.full_statement if short is None else short, language, item.own.name)
    said = plain(short) or plain(item.full_statement) or plain(item.human_coding_scheme) or item.identifier
    return text_of(said, language)


def read_parts(
    key: str, places: Sequence[Place], levels: Levels, links: Mapping[str, list[str]]
) -> tuple[tuple[Unit, ...], tuple[Competence, ...]]:
    """Units and competences, each in the order of the places. `levels` and `links` are by the identifier of an item."""
    by_kind: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_kind[place.kind].append(place)
    statements: dict[str, list[Requirement]] = defaultdict(list)
    for place in by_kind["requirement"]:
        statements[_above(place)].append(_requirement(place, levels.get(place.item.identifier, ())))
    areas: dict[str, list[SubArea]] = defaultdict(list)
    for place in by_kind["sub_area"]:
        areas[_above(place)].append(_sub_area(place, statements[place.item.identifier]))
    units = [_unit(place, statements[place.item.identifier], areas[place.item.identifier]) for place in by_kind["unit"]]
    named = zip(by_kind["competence"], distinct(each.item.identifier for each in by_kind["competence"]), strict=True)
    competences = [_competence(place, f"{key}/{name}", levels, links) for place, name in named]
    return tuple(units), tuple(competences)


def _above(place: Place) -> str:
    return place.above.item.identifier if place.above else ""


def _code(place: Place) -> str:
    code = place.item.human_coding_scheme
    return clean(code) if place.item.own else plain(code)


def _requirement(place: Place, criteria: Iterable[list[shape.Level]]) -> Requirement:
    own = place.own
    return Requirement(
        key=own.key,
        text=place.name,
        heading=ours(place.item.notes, place.language, own.heading),
        levels=tuple(_level(level, place.language) for levels in criteria for level in levels),
    )


def _level(level: shape.Level, language: Language) -> LevelCriteria:
    own = level.own or _NOTHING_OF_LEVEL
    criteria = own.criteria
    if criteria is None:
        criteria = [Words(**{language: line}) for line in (level.description or "").splitlines()]
    return LevelCriteria(
        ours(level.quality, language, own.quality), tuple(ours(None, language, each) for each in criteria)
    )


def _sub_area(place: Place, outcomes: Iterable[Requirement]) -> SubArea:
    own = place.own
    return SubArea(own.key, _code(place), place.name, own.points, tuple(outcomes), own.optional)


def _unit(place: Place, requirements: Iterable[Requirement], areas: Iterable[SubArea]) -> Unit:
    own = place.own
    return Unit(own.key, _code(place), place.name, own.points, own.unit_kind, tuple(requirements), tuple(areas))


def _competence(place: Place, key: str, levels: Levels, links: Mapping[str, list[str]]) -> Competence:
    own = place.own
    return Competence(
        key=own.key if place.item.own else key,
        code=_code(place),
        name=place.name,
        description=place.description,
        group=place.group,
        unit_codes=tuple(map(clean, own.unit_codes)),
        links=tuple(links.get(place.item.identifier, ())),
        anchors=_anchors(levels.get(place.item.identifier, ()), place.language),
        target=own.target,
        criticality=own.criticality,
        statutory=own.statutory,
        name_status=own.name_status,
    )


def _anchors(criteria: Iterable[list[shape.Level]], language: Language) -> tuple[Text, ...]:
    """Texts for levels 0 to 4 of those criteria whose levels are scored so; of several, side by side."""
    fitting = [by_score for levels in criteria if (by_score := _by_score(levels, language))]
    if not fitting:
        return ()
    return tuple(_together([by_score.get(score, Text()) for by_score in fitting]) for score in _SCORES)


def _by_score(levels: Sequence[shape.Level], language: Language) -> dict[float | None, Text]:
    """The texts of levels by score; none where a score is no level of ours, or stands twice."""
    fitting = [level for level in levels if level.score in _SCORES]
    found: dict[float | None, Text] = {level.score: _level_text(level, language) for level in fitting}
    return found if len(found) == len(levels) else {}


def _level_text(level: shape.Level, language: Language) -> Text:
    if level.own:
        return ours(level.description, language, level.own.description)
    return text_of(plain(level.description) or plain(level.quality), language)


def _together(texts: Sequence[Text]) -> Text:
    return Text(*("\n".join(filter(None, (text.get(each) for text in texts))) for each in LANGUAGES))
