"""Roles and competences: targets, how many can, how urgent it is. Roles and sums only, never a person."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import Final

from app.i18n import Translator
from app.mapping.levels import LEVELS, tally
from app.mapping.model import MAX_AGREED, Band, Horizon, Mapping, Role, RoleNeed
from app.mapping.plan import AgreedNeed, Results
from app.mapping.risks import Risk, RiskKind, rests_on_one, without_teacher
from app.mapping.scoring import NeedScore, Score
from app.report.blocks import Block, Column, Group, Illustration, Line, Paragraph, Row, Run, Section, Table
from app.report.content import phrases
from app.report.content.phrases import cell, plain, quiet, said, strong
from app.report.pictures import Climb, Slope
from app.wording.sentences import organisational_note, outside_cover_sentence, risk_sentence
from app.wording.words import level_name, short_horizon_name

SMALL_ROLE: Final = 5
"""Below this many people a role can point at a person (brief, 9.6)."""


def section(t: Translator, results: Results) -> Section | None:
    """The picture of all roles; no section before something is asked of one."""
    untaught = without_teacher(results.mapping)
    groups = [_group(t, results, role, untaught) for role in _roles(results.mapping)]
    groups = [group for group in groups if group.rows]
    if not groups:
        return None
    blocks: list[Block] = []
    if results.agreed:
        blocks.append(_climb(t, results))
    blocks.append(Table("roles", _columns(t), tuple(groups)))
    blocks += [Paragraph(quiet(words)) for words in _notes(t, results.mapping)]
    lead = t("Levels wanted, how many can at that level of how many who must, and how urgent it is.")
    return Section("roles", t("Where competence is and where it is needed"), lead, tuple(blocks))


def _roles(mapping: Mapping) -> list[Role]:
    return sorted(mapping.roles, key=lambda role: (role.position, role.key))


def _columns(t: Translator) -> tuple[Column, ...]:
    horizons = [Column(h.value, short_horizon_name(t, h), 0.75, right=True) for h in Horizon]
    return (
        Column("competence", t("Competence and levels wanted"), 6),
        *horizons,
        Column("able", t("Able"), 1.25, right=True),
        Column("urgency", t("Urgency"), 2.5),
    )


def _group(t: Translator, results: Results, role: Role, untaught: AbstractSet[str]) -> Group:
    """The needs of a role; `untaught` are keys of those that nobody in the company could teach."""
    rows = tuple(_row(t, results, row, untaught) for row in results.ranked if row.need.role_key == role.key)
    people = t.n("{n} person", "{n} people", role.head_count)
    return Group(rows, strong(role.name or t("Role")), people)


def _row(t: Translator, results: Results, row: NeedScore, untaught: AbstractSet[str]) -> Row:
    targets = [row.need.targets.at(horizon) for horizon in Horizon]
    return Row(
        (
            cell(_name(t, results, row)),
            *(cell(plain("–" if target is None else str(target))) for target in targets),
            cell(_able(row.score)),
            phrases.band_cell(t, row.score.band),
        ),
        foot=quiet(" ".join(_flags(t, row, untaught))),
    )


def _name(t: Translator, results: Results, row: NeedScore) -> Line:
    """The competence, with its number where it is an agreed priority."""
    place = next((n for n, agreed in enumerate(results.agreed, 1) if agreed.agreed.need_key == row.need.key), 0)
    return (*phrases.number(place), *said(t, row.need.name, strong=True)) if place else said(t, row.need.name)


def _able(score: Score) -> Line:
    """How many can of how many must; "?" where nobody has been assessed."""
    at = score.decided
    if at is None:
        return quiet("?")
    return (Run(f"{at.covered}/{at.required}", strong=score.band in (Band.URGENT, Band.IMPORTANT)),)


def _flags(t: Translator, row: NeedScore, untaught: AbstractSet[str]) -> list[str]:
    """What else must be known of a row: law, dependence on one, nobody to teach, too few people, no skill lacking."""
    notes = [
        t("Statutory.") if row.need.statutory else "",
        risk_sentence(t, Risk(RiskKind.SINGLE_PERSON, row)) if rests_on_one(row) else "",
        risk_sentence(t, Risk(RiskKind.NO_TEACHER, row)) if row.need.key in untaught else "",
        outside_cover_sentence(t, row.score),
        organisational_note(t, row.score),
    ]
    return [note for note in notes if note]


def _climb(t: Translator, results: Results) -> Illustration:
    """How steep the way is to each agreed target."""
    horizons = [short_horizon_name(t, horizon) for horizon in Horizon]
    agreed_needs = results.agreed[:MAX_AGREED]
    return Illustration(
        Climb(
            (horizons[0], horizons[1], horizons[2]),
            tuple(_slope(results.mapping, agreed.scored) for agreed in agreed_needs),
        ),
        alternative=t.listed(phrases.text_of(_below(t, results.mapping, agreed)) for agreed in agreed_needs),
        heading=t("How steep the way to what was agreed is"),
        note=t(
            "Steps are the levels wanted, the dashed line is the mean of the role. The hatched part is to be learnt."
        ),
        above=tuple(_above(t, number, agreed) for number, agreed in enumerate(agreed_needs, 1)),
        below=tuple(_below(t, results.mapping, agreed) for agreed in agreed_needs),
    )


def _slope(mapping: Mapping, row: NeedScore) -> Slope:
    now, y1, y3 = (row.need.targets.at(horizon) or 0 for horizon in Horizon)
    mean = mean_level(mapping, row.need)
    return Slope((now, y1, y3), None if mean is None else float(mean), row.score.band is Band.URGENT)


def mean_level(mapping: Mapping, need: RoleNeed) -> Fraction | None:
    """Mean present level of the people of a role in one need; None where nobody is known."""
    at = tally(mapping, need).at
    known = sum(at)
    return Fraction(sum(level * count for level, count in zip(LEVELS, at, strict=True)), known) if known else None


def _above(t: Translator, number: int, agreed: AgreedNeed) -> Line:
    return (*phrases.number(number), *said(t, agreed.scored.need.name, strong=True))


def _below(t: Translator, mapping: Mapping, agreed: AgreedNeed) -> Line:
    need, at = agreed.scored.need, agreed.scored.score.decided
    mean = mean_level(mapping, need)
    level = t("level {level} now", level=t.number(mean, 1)) if mean is not None else level_name(t, None).lower()
    able = t("{have} of {need} can", have=at.covered, need=at.required) if at else ""
    return plain(phrases.joined(level, able))


def _notes(t: Translator, mapping: Mapping) -> list[str]:
    levels = phrases.joined(*(f"{level} {level_name(t, level)}" for level in LEVELS))
    notes = [t("Levels: {levels}.", levels=levels)]
    if any(0 < role.head_count < SMALL_ROLE for role in mapping.roles):
        notes.append(
            t("Figures of a small role can point at a person: these pages are for the owner and the supervisors.")
        )
    return notes
