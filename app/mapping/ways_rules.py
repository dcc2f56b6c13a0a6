"""When each kind of measure is proposed for a need, and why (brief, 4.9; SCORING-NOTES 10).

Two tables hold the rules, those that come before offers and those that come after. The order of the lines is the order
in which ways are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from app.mapping.levels import LEVELS, present, substance_level, tally
from app.mapping.matching import Match
from app.mapping.model import Assessment, GapReason, Mapping, OptionType, PeopleMode, RoleNeed
from app.mapping.plan import Results
from app.mapping.scoring import HorizonScore, NeedScore
from app.mapping.teachers import teacher_inside
from app.mapping.told import OfRole, Told
from app.mapping.unit_fit import NO_EXTENTS, Extents, FitAdvice, role_units
from app.offers.model import OfferType

WhyOption = Literal[
    "shortage_field",
    "hire_to_train",
    "no_tool",
    "no_time",
    "not_allowed",
    "held_back",
    "not_needed",
    "teacher_inside",
    "not_assessed",
    "unit_fit",
    "language_hides",
    "offer_fits",
    "card_needed",
    "too_few_people",
    "beginners",
    "somebody_can",
    "hangs_on_one",
    "nobody_can",
    "no_offer",
    "can_wait",
]

OPTION_OF_OFFER: Final[dict[OfferType, OptionType]] = {
    "course": OptionType.SHORT_COURSE,
    "unit": OptionType.UNIT,
    "qualification": OptionType.QUALIFICATION,
    "apprenticeship": OptionType.APPRENTICESHIP,
    "demonstration": OptionType.DEMONSTRATION,
    "badge": OptionType.BADGE,
    "card": OptionType.CARD,
}
TAUGHT: Final = frozenset(
    {OptionType.SHORT_COURSE, OptionType.UNIT, OptionType.QUALIFICATION, OptionType.APPRENTICESHIP}
)
"""Kinds that teach, and are left out where people can show what they know already (brief, 4.6)."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the results: how large units are, and keys of roles whose work is a shortage field today."""

    extents: Extents
    short_roles: frozenset[str]


NOTHING_KNOWN: Final = Known(NO_EXTENTS, frozenset())


@dataclass(frozen=True, slots=True)
class Case:
    """A need with all that the rules look at.

    `matches` are the offers that fit and are of use, best first; `answers` are those that count, of people whose job it
    belongs to; `fit` is that of the whole role with the need's unit.
    """

    found: Results
    scored: NeedScore
    matches: tuple[Match, ...]
    known: Known
    answers: tuple[Assessment, ...]
    fit: FitAdvice

    @property
    def need(self) -> RoleNeed:
        return self.scored.need

    @property
    def told(self) -> Told:
        return self.found.told

    @property
    def at(self) -> HorizonScore | None:
        """The figures at the deciding horizon; None while nobody counts."""
        return self.scored.score.decided

    @property
    def of_role(self) -> OfRole:
        mine = (role for role in self.told.roles if role.role_key == self.need.role_key)
        return next(mine, OfRole(self.need.role_key))

    @property
    def below(self) -> tuple[Assessment, ...]:
        """The answers under the highest target."""
        levels = ((answer, substance_level(answer)) for answer in self.answers)
        return tuple(answer for answer, level in levels if level is not None and level < self.need.targets.highest)

    @property
    def lacks_no_skill(self) -> bool:
        """Whether time, tools or permission hold back everybody who is known."""
        return self.at is None and self.scored.score.excluded > 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table: this kind of measure is proposed, for this reason, where something is so."""

    option: OptionType
    why: WhyOption
    where: Callable[[Case], bool]


def case_of(found: Results, scored: NeedScore, matches: tuple[Match, ...], known: Known) -> Case:
    """The case of a need, without the offers that are of no use to it."""
    mapping, need = found.mapping, scored.need
    case = Case(found, scored, matches, known, _answers(mapping, need), _fit(mapping, need, known.extents))
    of_use = tuple(match for match in matches if _is_of_use(case, match))
    return replace(case, matches=_within_reach(case, of_use))


def _is_of_use(case: Case, match: Match) -> bool:
    """No offer helps where skill is not what lacks, and nobody is taught who can show what the unit asks for."""
    if case.lacks_no_skill:
        return False
    return OPTION_OF_OFFER[match.offer.offer_type] not in TAUGHT or case.fit is not FitAdvice.DEMONSTRATION


def _within_reach(case: Case, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """Without offers that begin higher than anybody who lacks skill is: they belong to a path. Where all do, all."""
    people = tally(case.found.mapping, case.need)
    lacking = [level for level in LEVELS[: case.need.targets.highest] if people.at[level] > people.held_back[level]]
    if not lacking:
        return matches
    return tuple(match for match in matches if (match.offer.level_from or 0) <= lacking[-1]) or matches


def _answers(mapping: Mapping, need: RoleNeed) -> tuple[Assessment, ...]:
    """The answers that count; none in the mode "roles only", where nobody's reason is known."""
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        return ()
    mine = {person.key for person in mapping.people if person.role_key == need.role_key}
    by_person: dict[str, list[Assessment]] = defaultdict(list)
    for answer in mapping.assessments:
        if answer.need_key == need.key and answer.person_key in mine:
            by_person[answer.person_key].append(answer)
    counting = filter(None, map(present, by_person.values()))
    return tuple(answer for answer in counting if not answer.not_part_of_job)


def _fit(mapping: Mapping, need: RoleNeed, extents: Extents) -> FitAdvice:
    """What the role's fit with the need's unit says; nothing where the need comes from no unit."""
    if not need.unit_code:
        return FitAdvice.NOT_ASSESSED
    units = role_units(mapping, extents)
    mine = (unit for unit in units if (unit.role_key, unit.code) == (need.role_key, need.unit_code))
    return next(unit.fit.advice for unit in mine)


def _empty_post(case: Case) -> bool:
    """Whether a post is open in the role; where it was not said in which one, in any."""
    if any(role.months_open is not None for role in case.told.roles):
        return case.of_role.months_open is not None
    return case.told.open_posts == "yes"


def _empty_in_shortage(case: Case) -> bool:
    return case.need.role_key in case.known.short_roles and _empty_post(case)


def trains_new(case: Case) -> bool:
    """Whether somebody can be hired to be trained."""
    return case.told.learner == "yes" and _empty_post(case)


def _because(*reasons: GapReason) -> Callable[[Case], bool]:
    """Whether one of these keeps somebody below target."""
    return lambda case: any(answer.reason in reasons for answer in case.below)


def _has_card(case: Case) -> bool:
    return any(tag.startswith("card:") for tag in case.need.tags)


def _lacks_card(case: Case) -> bool:
    return _has_card(case) and _because(GapReason.NOT_ALLOWED)(case)


def _gives_card(case: Case) -> bool:
    """Whether a card belongs to a need in which somebody is known to be short."""
    return _has_card(case) and case.at is not None and case.at.below > 0


def _only_not_needed(case: Case) -> bool:
    return bool(case.below) and all(answer.reason is GapReason.NOT_NEEDED for answer in case.below)


def _can_wait_unneeded(case: Case) -> bool:
    return _only_not_needed(case) and not case.need.statutory


def _teacher(case: Case) -> bool:
    return case.at is not None and teacher_inside(case.found.mapping, case.need)


def _not_assessed(case: Case) -> bool:
    return case.at is None and not case.lacks_no_skill


def _fits_unit(case: Case) -> bool:
    return case.fit is FitAdvice.DEMONSTRATION and not case.lacks_no_skill


def _language_hides(case: Case) -> bool:
    """Whether somebody can more than the language lets them show."""
    both = ((answer.language_free_level, answer.level) for answer in case.answers)
    return any(free is not None and shown is not None and free > shown for free, shown in both)


def _too_few(case: Case) -> bool:
    return case.at is not None and case.at.required > case.at.of + case.scored.score.excluded


def _can(case: Case) -> bool:
    return case.at is not None and case.at.covered > 0


def _nobody_can(case: Case) -> bool:
    return case.at is not None and case.at.target > 0 and not case.at.covered


def _beginners(case: Case) -> bool:
    """Whether somebody begins from nothing beside one who can; who only lacks time, a tool or permission does not."""
    people = tally(case.found.mapping, case.need)
    return case.need.targets.highest > 0 and _can(case) and people.at[0] > people.held_back[0]


def _hangs_on_one(case: Case) -> bool:
    """Whether one person alone can what others of the role should, too, or nobody is named to stand in."""
    if case.at is None or not case.at.covered or case.at.of < 2:
        return False
    return case.at.covered == 1 < case.at.required or case.of_role.substitute == "no"


def _no_offer(case: Case) -> bool:
    """Whether a college could help, and no offer but a demonstration is known; where that fits, it is asked already."""
    kinds = {OPTION_OF_OFFER[match.offer.offer_type] for match in case.matches}
    return not (kinds - {OptionType.DEMONSTRATION} or case.lacks_no_skill or case.fit is FitAdvice.DEMONSTRATION)


BEFORE_OFFERS: Final = (
    Rule(OptionType.RECRUITMENT, "shortage_field", _empty_in_shortage),
    Rule(OptionType.APPRENTICESHIP, "hire_to_train", trains_new),
    Rule(OptionType.TOOL, "no_tool", _because(GapReason.NO_TOOL)),
    Rule(OptionType.CARD, "not_allowed", _lacks_card),
    Rule(OptionType.TASK_DIVISION, "no_time", _because(GapReason.NO_TIME)),
    Rule(OptionType.TASK_DIVISION, "held_back", _because(GapReason.NO_TOOL, GapReason.NOT_ALLOWED)),
    Rule(OptionType.INNER_TEACHER, "teacher_inside", _teacher),
    Rule(OptionType.DEMONSTRATION, "not_assessed", _not_assessed),
    Rule(OptionType.DEMONSTRATION, "unit_fit", _fits_unit),
    Rule(OptionType.ROTATION, "not_needed", _only_not_needed),
    Rule(OptionType.ACCEPTED_RISK, "not_needed", _can_wait_unneeded),
    Rule(OptionType.LANGUAGE_SUPPORT, "language_hides", _language_hides),
)
AFTER_OFFERS: Final = (
    Rule(OptionType.RECRUITMENT, "too_few_people", _too_few),
    Rule(OptionType.INDUCTION, "beginners", _beginners),
    Rule(OptionType.PAIR_WORK, "somebody_can", lambda case: _can(case) and not _teacher(case)),
    Rule(OptionType.ROTATION, "hangs_on_one", _hangs_on_one),
    Rule(OptionType.CARD, "card_needed", _gives_card),
    Rule(OptionType.REFERRAL, "no_offer", _no_offer),
    Rule(OptionType.SUBCONTRACTING, "nobody_can", _nobody_can),
    Rule(OptionType.SUBCONTRACTING, "no_time", _because(GapReason.NO_TIME)),
    Rule(OptionType.REFERRAL, "not_allowed", _because(GapReason.NOT_ALLOWED)),
    Rule(OptionType.ACCEPTED_RISK, "can_wait", lambda case: not case.need.statutory),
)
"""Work changes before training where the reason of a gap says so, and somebody of the house before a course; what
helps besides comes after the offers."""
