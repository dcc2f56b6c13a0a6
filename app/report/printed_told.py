"""What a plan prints of levels, as figures, and of what was told: of changes, of roles at risk and of language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Dict
from dataclasses import replace
from decimal import Decimal

from app.languages import LANGUAGES
from app.mapping.figures import Figures, tenths
from app.mapping.levels import tally
from app.mapping.model import RoleNeed
from app.mapping.plan import Results
from app.mapping.risks import LONG_OPEN, RiskKind, rests_on_one, risks, without_teacher
from app.mapping.scoring import NeedScore
from app.mapping.teachers import competence
from app.mapping.told import ChangeDriver, LanguageNeed, OfRole, Told
from app.mapping.unit_fit import RoleUnit, role_units
from app.report.content.language import NOT_SAID, within
from app.report.content.roles import mean_level
from app.texts import Text

Said = Callable[[Text], Text]
"""A text in the one language in which it is on paper."""


def printed_figures(results: Results, needs: Dict[str, RoleNeed]) -> Iterator[Figures]:
    """The figures of every need of which any are printed; `needs` are those on paper by their key in the mapping."""
    lacking = without_teacher(results.mapping)
    untaught = {competence(row.need) for row in results.ranked if row.need.key in lacking}
    units = {unit.needs[0].key: unit for unit in role_units(results.mapping) if len(unit.needs) == 1}
    for row in results.ranked:
        if found := _scored(row, needs[row.need.key].key):
            whole = _is_whole(results, row)
            yield replace(
                found,
                mean=_mean(results, row.need) if whole else None,
                by_unit=_by_unit(units.get(row.need.key)) if whole else None,
                no_teacher=competence(row.need) in untaught,
            )


def _scored(row: NeedScore, key: str) -> Figures | None:
    """The figures of a score; None where nobody is known."""
    at, index = row.score.decided, row.score.index
    if at is None or index is None:
        return None
    return Figures(key, index, at.horizon, tenths(at.gap), at.covered, at.known, alone=rests_on_one(row))


def _mean(results: Results, need: RoleNeed) -> Decimal | None:
    """The mean level, which is printed of what was agreed."""
    agreed = any(each.agreed.need_key == need.key for each in results.agreed)
    mean = mean_level(results.mapping, need) if agreed else None
    return None if mean is None else tenths(mean)


def _by_unit(unit: RoleUnit | None) -> tuple[int, int, int] | None:
    return (unit.whole, unit.half, unit.low) if unit else None


def _is_whole(results: Results, row: NeedScore) -> bool:
    """Whether all who have a level count in the score, so that every figure is of the same people."""
    at = row.score.decided
    return bool(at and not row.score.excluded and sum(tally(results.mapping, row.need).at) == at.known)


def printed_told(results: Results, needs: Dict[str, RoleNeed], role: Callable[[str], str], said: Said) -> Told:
    """What was told, as far as it is printed; `needs` as above, `role` gives the key of a role on paper."""
    told = results.told
    return Told(
        drivers=tuple(_driver(driver, needs, said, place) for place, driver in enumerate(told.drivers, 1)),
        language_needs=tuple(_language(need, said) for need in told.language_needs),
        support=told.support,
        supports=tuple(_within(said(support)) for support in told.supports),
        roles=tuple(_roles(results, role)),
        owner_change=told.owner_change,
    )


def _driver(driver: ChangeDriver, needs: Dict[str, RoleNeed], said: Said, place: int) -> ChangeDriver:
    keys = tuple(needs[key].key for key in driver.need_keys if key in needs)
    return ChangeDriver(f"driver-{place:04}", said(driver.name), driver.demand, keys)


def _language(need: LanguageNeed, said: Said) -> LanguageNeed:
    skills = (need.reading, need.listening, need.speaking, need.writing)
    return LanguageNeed(need.task, said(need.language), *("" if skill in NOT_SAID else skill for skill in skills))


def _within(text: Text) -> Text:
    """A support as it stands within its sentence."""
    return Text(**{language: within(words) for language in LANGUAGES if (words := text.get(language))})


def _roles(results: Results, role: Callable[[str], str]) -> Iterator[OfRole]:
    """The least that is told by the flags of a role, which are all that is printed of it."""
    flags = {(risk.kind, risk.role_key) for risk in risks(results)}
    for each in results.told.roles:
        key = each.role_key
        leaves = (RiskKind.KNOWLEDGE_LEAVES, key) in flags
        found = OfRole(
            key,
            alone=1 if (RiskKind.SINGLE_PERSON, key) in flags else None,
            leaving="possibly" if leaves else "",
            passed_on="no" if leaves else "",
            substitute="no" if (RiskKind.NO_SUBSTITUTE, key) in flags else "",
            months_open=LONG_OPEN + 1 if (RiskKind.EMPTY_POST, key) in flags else None,
        )
        if found != OfRole(key):
            yield replace(found, role_key=role(key))
