"""How critical each need is and how much of its target is reached: what the picture and the table show. No Qt here."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from app.i18n import Translator
from app.mapping.model import Band
from app.mapping.plan import Results
from app.mapping.scoring import Score
from app.report.pictures import Importance, Mark
from app.ui.results import words
from app.ui.results.compared import Line
from app.ui.results.order import Priority, priorities
from app.wording.words import criticality_name

QUARTERS: Final = tuple(Fraction(n, 4) for n in range(5))
BANDS: Final = (Band.URGENT, Band.IMPORTANT, Band.WATCH, Band.IN_ORDER)


def reached(score: Score) -> Fraction | None:
    """What part of the target those who are known reach on the mean, 0…1, at the horizon that decides the score.

    None where nobody is known, or where nothing is asked at any horizon.
    """
    at = score.decided
    if at is None or not any(h.target for h in score.horizons):
        return None
    return 1 - at.gap / at.target if at.target else Fraction(1)


def _shown(results: Results) -> list[tuple[Priority, Fraction]]:
    found = ((priority, reached(priority.scored.score)) for priority in priorities(results))
    return [(priority, part) for priority, part in found if part is not None]


def picture(t: Translator, results: Results) -> Importance:
    """Every need that is assessed, by its number in the list of priorities."""
    return Importance(
        tuple(
            Mark(p.place, p.scored.need.criticality, float(part), p.scored.score.band) for p, part in _shown(results)
        ),
        lanes=(_lane(t, 3), _lane(t, 2), _lane(t, 1)),
        across=t("of the target reached"),
        ticks=tuple(t.percent(part) for part in QUARTERS),
        key=tuple((band, words.band_word(t, band)) for band in BANDS),
    )


def _lane(t: Translator, criticality: int) -> str:
    return t("Criticality {n}: {words}", n=criticality, words=criticality_name(t, criticality))


def heads(t: Translator) -> tuple[str, ...]:
    return t("Competence"), t("Criticality"), t("Reached"), t("Priority")


def lines(t: Translator, results: Results) -> list[Line]:
    """The same as the picture shows, in the order of its numbers."""
    return [_line(t, results, priority, part) for priority, part in _shown(results)]


def _line(t: Translator, results: Results, priority: Priority, part: Fraction) -> Line:
    need, score = priority.scored.need, priority.scored.score
    cells = (str(need.criticality), t.percent(part), words.band_word(t, score.band))
    name = t("{place}. {name}", place=priority.place, name=words.said(t, need.name))
    return Line(need.key, name, words.role_name(results.mapping, need.role_key), cells)
