"""What is said of a qualification unit that a role needs: how much of it, how well, and what follows (brief, 4.6)."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator, mark
from app.mapping.unit_fit import (
    DEMONSTRATION_FIT,
    ENOUGH_KNOWN,
    HALF_MASTERED,
    LOWEST_TO_SHOW,
    MASTERED,
    PARTIAL_FIT,
    FitAdvice,
    RoleUnit,
)

ADVICE: Final[dict[FitAdvice, str]] = {
    FitAdvice.DEMONSTRATION: mark("a demonstration instead of a course"),
    FitAdvice.PARTIAL: mark("part of the unit"),
    FitAdvice.TRAINING: mark("training"),
    FitAdvice.NOT_ASSESSED: mark("assess first"),
}
_WHOLE: Final = mark("the whole unit")


def unit_advice(t: Translator, unit: RoleUnit) -> str:
    """What to talk about with the college: never a decision. Of training, how much, where that is known."""
    if unit.fit.advice is FitAdvice.TRAINING and unit.is_whole:
        return t(_WHOLE)
    partly = unit.fit.advice is FitAdvice.TRAINING and unit.is_part
    return t(ADVICE[FitAdvice.PARTIAL if partly else unit.fit.advice])


def unit_needed_clause(t: Translator, unit: RoleUnit) -> str:
    """How much of the unit the role needs; nothing where a single competence stands for it."""
    needed = len(unit.needs)
    if unit.extent and unit.is_part:
        return t("{n} of its {of} requirements needed", n=needed, of=unit.extent.requirements)
    if unit.is_whole:
        return t("needed as a whole")
    return t("{n} competences needed", n=needed) if needed > 1 else ""


def unit_mastered_clause(t: Translator, unit: RoleUnit) -> str:
    """How well what the role needs of it is mastered; what is not assessed is not zero."""
    return t("not assessed") if unit.fit.fit is None else t("{percent} mastered", percent=t.percent(unit.fit.fit))


def unit_why_sentence(t: Translator, unit: RoleUnit) -> str:
    """What the share and the advice were computed from."""
    if not unit.known:
        return t("Nobody has been assessed yet.")
    return t(
        "Levels known {known}/{of}: at 3 or more {whole}, at 2 {half}, lower {low}.",
        known=unit.known,
        of=unit.of,
        whole=unit.whole,
        half=unit.half,
        low=unit.low,
    )


def unit_missing_sentence(t: Translator, unit: RoleUnit) -> str:
    """About how much is still to be learnt, or nothing where that is not known or nothing is missing."""
    points = round(unit.missing_points or 0)
    return (
        t.n("About {n} competence point is missing.", "About {n} competence points are missing.", points)
        if points
        else ""
    )


def unit_rule_sentences(t: Translator) -> tuple[str, ...]:
    """How the advice is reached, and who decides."""
    return (
        t("Level {whole} and above counts whole, level {half} half.", whole=MASTERED, half=HALF_MASTERED),
        t(
            "A demonstration is worth a talk from {fit} mastered, when {known} of the levels are known and none of "
            "them is under {lowest}; part of the unit from {part}.",
            fit=t.percent(DEMONSTRATION_FIT),
            known=t.percent(ENOUGH_KNOWN),
            lowest=LOWEST_TO_SHOW,
            part=t.percent(PARTIAL_FIT),
        ),
        t("The college alone decides what it recognises."),
    )
