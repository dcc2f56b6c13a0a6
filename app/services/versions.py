"""Approving a plan: versions that never change, printing one again, and what differs between two of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any, Final

from app import __version__
from app.errors import UserError
from app.i18n import Translator
from app.languages import Language
from app.mapping.followups import Hindsight, overtaken, planned
from app.mapping.model import Mapping, MeasureStatus
from app.mapping.plan import Results, results
from app.mapping.trend import Movement, trend
from app.mapping.versions import (
    KINDS,
    Approval,
    Difference,
    Version,
    compare,
    extents_of,
    frozen,
    same_plan,
)
from app.services.catalogues import of_directory
from app.services.desk import Desk
from app.services.mappings import kept_text
from app.services.results import told_of
from app.services.units import extents
from app.wording.versions import difference_lines

LONGEST_NOTE: Final = 500
"""Characters of a note on an approval."""


def approve(desk: Desk, key: str, *, by: str = "", note: str = "") -> Approval:
    """Approve the plan of a mapping as it stands today.

    `by` is a role in words, such as "owner". What was not decided yet is decided now, and follow-ups are set; those of
    an earlier version that nobody has touched go. A plan in which nothing is agreed, or that is approved already, is a
    UserError.
    """
    mapping, former = desk.cases.load(key), desk.cases.approvals(key)
    approved = _decided(desk, mapping)
    _refuse_needless(desk, key, approved, former)
    plan = frozen(
        replace(approved, changed=None),
        __version__,
        told_of(desk, mapping),
        extents(desk, mapping),
        of_directory(desk).directory,
    )
    approval = Approval(len(former) + 1, desk.today, _said(by), _said(note))
    approval = replace(approval, digest=_digest(Version(approval, plan)))
    changed = [m for m in approved.measures if m not in mapping.measures]
    desk.cases.approve(
        key,
        Version(approval, plan),
        put=(*changed, *planned(approval.number, desk.today)),
        drop=overtaken(desk.cases.follow_ups(key)),
    )
    return approval


def _decided(desk: Desk, mapping: Mapping) -> Mapping:
    measures = (
        m if m.decided_on or m.status is MeasureStatus.DROPPED else replace(m, decided_on=desk.today)
        for m in mapping.measures
    )
    return replace(mapping, measures=tuple(measures))


def _refuse_needless(desk: Desk, key: str, mapping: Mapping, former: tuple[Approval, ...]) -> None:
    if not (mapping.agreed or mapping.measures):
        raise UserError("There is nothing to approve yet. Agree on what matters most, or add a measure, first.")
    if former and same_plan(desk.cases.version(key, former[-1].number).frozen.mapping, mapping):
        number = str(former[-1].number)
        raise UserError("Nothing has changed since version {number}: it still stands.", {"number": number})


def _said(text: str) -> str:
    words = " ".join(kept_text(text).split())
    if len(words) > LONGEST_NOTE:
        raise UserError("That is long. Say it in at most {n} characters.", {"n": LONGEST_NOTE})
    return words


def results_then(version: Version) -> Results:
    """What followed from a plan on the day it was approved."""
    return results(version.frozen.mapping, version.approval.approved_on, version.frozen.told)


def reprint(version: Version, language: Language) -> bytes:
    """An approved plan as PDF. The same program gives the same bytes, whenever and wherever it is printed."""
    from app.report import plan

    kept = version.frozen
    return plan.render(results_then(version), Translator(language), kept.program, extents_of(kept), kept.directory)


def says_the_same(version: Version) -> bool | None:
    """Whether this program says of an approved plan what was approved; None after a person was erased from it."""
    return _digest(version) == version.approval.digest if version.approval.digest else None


def _digest(version: Version) -> str:
    """Of what the plan says in its own language, since ink may change with a program and words must not."""
    from app.report import plan

    kept, t = version.frozen, Translator(version.frozen.mapping.document_language)
    said = plan.as_json(results_then(version), t, extents_of(kept), kept.directory)
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a plan; a number that is None is the plan as it is now."""

    old_number: int
    new_number: int | None
    old: Mapping
    new: Mapping
    differences: tuple[Difference, ...]


def compared(desk: Desk, key: str, old: int | None = None, new: int | None = None) -> Comparison:
    """What differs between two versions: from the last one to the plan as it is now, unless numbers are given."""
    number = _last(desk, key).number if old is None else old
    before = desk.cases.version(key, number).frozen.mapping
    after = desk.cases.load(key) if new is None else desk.cases.version(key, new).frozen.mapping
    return Comparison(number, new, before, after, compare(before, after))


def lines(t: Translator, found: Comparison) -> list[str]:
    """The differences as sentences."""
    return difference_lines(t, found.old, found.new, found.differences)


def as_json(t: Translator, found: Comparison) -> dict[str, Any]:
    """The differences by kind, each with its sentence; `new` is null for the plan as it is."""
    told = zip(found.differences, lines(t, found), strict=True)
    differences = [{"kind": KINDS[type(difference)], "text": line} for difference, line in told]
    return {"old": found.old_number, "new": found.new_number, "differences": differences}


def _last(desk: Desk, key: str) -> Approval:
    former = desk.cases.approvals(key)
    if not former:
        raise UserError("No version of this plan has been approved yet.")
    return former[-1]


@dataclass(frozen=True, slots=True)
class Since:
    """What became of the levels since an approval; `mapping_key` is of the mapping that was approved."""

    mapping_key: str
    approval: Approval
    movements: tuple[Movement, ...]


def since_last(desk: Desk, key: str) -> Since | None:
    """What became of the levels since the company was last mapped; None when there is nothing to set beside it.

    That is the newest version that is not the plan as it stands: of this mapping, or else of the company's others.
    """
    mapping = desk.cases.load(key)
    for place, approval in _approved_before(desk, mapping):
        plan = desk.cases.version(place, approval.number).frozen.mapping
        if not same_plan(plan, mapping):
            return Since(place, approval, trend(plan, mapping, desk.cases.hindsight(key)))
    return None


def _approved_before(desk: Desk, mapping: Mapping) -> list[tuple[str, Approval]]:
    """Every version of the company's plans, newest first, those of this mapping before others."""
    others = [s.key for s in desk.cases.summaries() if s.company_key == mapping.company.key and s.key != mapping.key]
    mine, theirs = (
        sorted(((k, a) for k in keys for a in desk.cases.approvals(k)), key=_newest_first)
        for keys in ([mapping.key], others)
    )
    return mine + theirs


def _newest_first(place: tuple[str, Approval]) -> tuple[int, int]:
    return -place[1].approved_on.toordinal(), -place[1].number


def say_then(desk: Desk, key: str, need_key: str, level: int | None) -> None:
    """Keep what level was usual then, as people judge today; None takes it back."""
    if level is not None and not 0 <= level <= 4:
        raise UserError("A level is a whole number from 0 to 4.")
    if level is None:
        desk.cases.change(key, drop=(Hindsight(need_key, 0),))
    else:
        desk.cases.put(key, Hindsight(need_key, level, desk.today))
