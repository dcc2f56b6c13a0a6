"""What has become of levels since a company was last mapped, and how it was then in hindsight (SCORING-NOTES)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from app.mapping.followups import Hindsight
from app.mapping.levels import Tally, tallies
from app.mapping.model import Mapping, RoleNeed
from app.mapping.scoring import Score, ranked


@dataclass(frozen=True, slots=True)
class Movement:
    """One need then and now, with the mean of the known levels; None where nobody was known.

    `then` is the level that people today say was usual then. Both differences are shown: neither is the true one.
    """

    need: RoleNeed
    before: Score
    after: Score
    level_before: Fraction | None
    level_after: Fraction | None
    then: int | None = None

    @property
    def change(self) -> Fraction | None:
        """Levels gained by what was said then."""
        return _difference(self.level_before, self.level_after)

    @property
    def change_in_hindsight(self) -> Fraction | None:
        """Levels gained by what is said of then today."""
        return _difference(None if self.then is None else Fraction(self.then), self.level_after)


def _difference(before: Fraction | None, after: Fraction | None) -> Fraction | None:
    return None if before is None or after is None else after - before


def trend(old: Mapping, new: Mapping, hindsight: Iterable[Hindsight] = ()) -> tuple[Movement, ...]:
    """Needs that are the same in both, in the order of today; what has no partner is left out, never estimated."""
    said = {h.need_key: h.level for h in hindsight}
    partner, was = _partners(old, new), {row.need.key: row for row in ranked(old)}
    levels_then, levels_now = tallies(old, old.needs), tallies(new, new.needs)
    return tuple(
        Movement(
            row.need,
            was[partner[row.need.key]].score,
            row.score,
            _mean(levels_then[partner[row.need.key]]),
            _mean(levels_now[row.need.key]),
            said.get(row.need.key),
        )
        for row in ranked(new)
        if row.need.key in partner
    )


def _partners(old: Mapping, new: Mapping) -> dict[str, str]:
    """By the key of a need, that of the same need before: the same competence in the role of the same key or name."""
    before = {identity: need.key for need in old.needs for identity in _identities(old, need)}
    found = ((need.key, (before.get(i) for i in _identities(new, need))) for need in new.needs)
    return {key: match for key, matches in found if (match := next(filter(None, matches), None))}


def _identities(mapping: Mapping, need: RoleNeed) -> tuple[tuple[str, ...], ...]:
    """What a need is known by: its key where the competence is the same, and the competence with the role's name."""
    role = next((r.name.strip().casefold() for r in mapping.roles if r.key == need.role_key), "")
    competence = (need.source_key, need.competence_code)
    by_key = ("key", need.key, *competence)
    return (by_key, ("name", role, *competence)) if role and need.competence_code else (by_key,)


def _mean(people: Tally) -> Fraction | None:
    known = sum(people.at)
    return Fraction(sum(level * n for level, n in enumerate(people.at)), known) if known else None
