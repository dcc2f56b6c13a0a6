"""What a score, the company's readiness, a risk and the plan say, as sentences (brief, 4.3, 4.5, 4.7, 4.11).

The clauses of a score begin in lower case and have no full stop, so that they stand in a row of a table as well as
behind a name; what is called a sentence is one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from app.i18n import Translator, mark
from app.mapping.levels import LEVELS
from app.mapping.plan import AgreedNeed
from app.mapping.risks import Risk, RiskKind
from app.mapping.scoring import (
    BANDS_FROM,
    CRITICALITY_WEIGHT,
    GAP_WEIGHT,
    HORIZON_WEIGHT,
    SHORTAGE_WEIGHT,
    Readiness,
    Score,
)
from app.mapping.uncertain import Settles, Uncertainty
from app.wording.cards import fix_first_sentence
from app.wording.words import band_name, horizon_name

READINESS_FROM: Final = (
    (Fraction(9, 10), mark("Nearly all that today's work asks for is in place.")),
    (Fraction(7, 10), mark("Most of what today's work asks for is in place.")),
    (Fraction(5, 10), mark("A good half of what today's work asks for is in place.")),
    (Fraction(0), mark("Much of what today's work asks for is still to be learnt.")),
)


def priority_clause(t: Translator, score: Score) -> str:
    """Why a need stands where it stands: "criticality 3, short by 1.2 levels, 1/2 able now"."""
    at = score.decided
    if at is None:
        return _unscored(t, score)
    if not at.target:
        return t("criticality {criticality}, no target set", criticality=score.criticality)
    values = {
        "criticality": score.criticality,
        "gap": t.number(at.gap, 1),
        "able": at.covered,
        "needed": at.required,
        "when": horizon_name(t, at.horizon),
    }
    if not at.gap:
        return t("criticality {criticality}, no gap, {able}/{needed} able {when}", **values)
    return t("criticality {criticality}, short by {gap} levels, {able}/{needed} able {when}", **values)


def _unscored(t: Translator, score: Score) -> str:
    if score.of:
        return t("criticality {criticality}, nobody assessed yet", criticality=score.criticality)
    if score.excluded:
        return t("criticality {criticality}, what lacks is not skill", criticality=score.criticality)
    return t("criticality {criticality}, nobody in the role does this", criticality=score.criticality)


def uncertain_sentence(t: Translator, uncertain: Uncertainty, who: str) -> str:
    """That the band may not hold, and whose rating would settle it; `who` is empty where one team is rated as one."""
    if uncertain.settles is Settles.TALK:
        return t("Uncertain: raters differ on {who}, and a talk would settle it.", who=who)
    if not who:
        return t("Uncertain: a rating by somebody else would settle it.")
    return t("Uncertain: a supervisor's rating of {who} would settle it.", who=who)


def coverage_sentence(t: Translator, score: Score) -> str:
    """How many can, against how many must, in whole words for the owner."""
    at = score.decided
    if at is None:
        return t("It is not known who can do this.")
    if not at.covered:
        return t.n("One person must be able; now nobody is.", "{n} people must be able; now nobody is.", at.required)
    if at.covered >= at.required:
        return t.n("One person is able, and that is enough.", "{n} people are able, and that is enough.", at.covered)
    return t.n(
        "One person is able, {needed} must be.",
        "{n} people are able, {needed} must be.",
        at.covered,
        needed=at.required,
    )


def outside_cover_sentence(t: Translator, score: Score) -> str:
    """A warning where more people must master a need than the role has; else nothing."""
    at = score.decided
    have = at.of + score.excluded if at else 0
    if at is None or at.required <= have:
        return ""
    return t(
        "{needed} people must be able, and the role has {have}: somebody from outside is needed.",
        needed=at.required,
        have=have,
    )


def known_clause(t: Translator, score: Score) -> str:
    """How many of those it concerns have been assessed."""
    return t("{known} of {of} assessed", known=score.known, of=score.of)


def organisational_note(t: Translator, score: Score) -> str:
    """The note on people below target for want of time, tools or permission; nothing if there is nobody."""
    if not score.excluded:
        return ""
    return t.n(
        "One person is below target for want of time, tools or permission, which is no competence gap.",
        "{n} people are below target for want of time, tools or permission, which is no competence gap.",
        score.excluded,
    )


def order_sentence(t: Translator, agreed: AgreedNeed, place: int) -> str:
    """How the owner's order differs from the computed one, with the reason given; nothing where it does not."""
    rank, reason = agreed.computed_rank, agreed.agreed.reason
    if rank == place:
        return ""
    if reason:
        up, down = (
            t("Moved up from place {rank}: {reason}", rank=rank, reason=reason),
            t("Moved down from place {rank}: {reason}", rank=rank, reason=reason),
        )
    else:
        up, down = t("Moved up from place {rank}", rank=rank), t("Moved down from place {rank}", rank=rank)
    return up if place < rank else down


def readiness_sentence(t: Translator, readiness: Readiness) -> str:
    """Readiness in words, never as a figure: owners read a figure as a school grade. Completeness stands beside it."""
    value = readiness.value
    if value is None:
        return t("Nothing can be said of readiness before somebody has been assessed.")
    return t(next(sentence for start, sentence in READINESS_FROM if value >= start))


def completeness_sentence(t: Translator, readiness: Readiness) -> str:
    """How much of what was asked is known."""
    return t("Of the levels asked for, {percent} are known.", percent=t.percent(readiness.completeness))


def risk_sentence(t: Translator, risk: Risk) -> str:
    """What a flag warns of. The name of the need or the role stands beside it, that of a card within."""
    if risk.fix:
        return fix_first_sentence(t, risk.fix)
    if risk.kind is RiskKind.SINGLE_PERSON and risk.role_key:
        return t("At most one person can do the critical tasks of this role alone.")
    return t(_RISKS[risk.kind])


_RISKS: Final = {
    RiskKind.SINGLE_PERSON: mark("One person alone can do this. When that person is away, the work stands still."),
    RiskKind.KNOWLEDGE_LEAVES: mark(
        "People may leave within three years, and nobody has agreed to pass on what they know."
    ),
    RiskKind.NO_SUBSTITUTE: mark("The result hangs on this role, and no substitute has been named."),
    RiskKind.OWNER_CHANGE: mark("A change of owner or a successor is an open question."),
    RiskKind.EMPTY_POST: mark("A post has been open for more than three months."),
    RiskKind.NO_TEACHER: mark(
        "The need grows, and nobody in the company is known to master this well enough to teach it."
    ),
}


def no_decision_sentence(t: Translator) -> str:
    """What the plan is not (brief, 4.11)."""
    return t("This plan is not a decision on recognition or funding.")


def scale_sentence(t: Translator) -> str:
    """What the levels are not."""
    return t("Levels 0–4 are the company's own assessment and indicative; they are not grades.")


def method_sentence(t: Translator, version: str) -> str:
    return t("Computed by method version {version}.", version=version)


def formula_sentences(t: Translator) -> list[str]:
    """How an index comes about, with the figures that are in force (brief, 4.2 and 4.3)."""
    return [
        t(
            "Index = 100 × criticality × horizon × need. Criticality {criticality}; horizon {horizons}.",
            criticality=", ".join(f"{k} = {_weight(t, weight)}" for k, weight in CRITICALITY_WEIGHT.items()),
            horizons=", ".join(f"{horizon_name(t, h)} = {_weight(t, weight)}" for h, weight in HORIZON_WEIGHT.items()),
        ),
        t(
            "Need = {gap} × mean gap in levels / {levels} + {shortage} × share of people missing. "
            "The horizon that gives the highest index decides.",
            gap=_weight(t, GAP_WEIGHT * LEVELS[-1]),
            levels=LEVELS[-1],
            shortage=_weight(t, SHORTAGE_WEIGHT),
        ),
        t("Bands: {bands}.", bands=", ".join(f"{band_name(t, band)} ≥ {start}" for start, band in BANDS_FROM)),
    ]


def _weight(t: Translator, weight: Fraction) -> str:
    return t.number(weight, 0 if weight.denominator == 1 else 1)
