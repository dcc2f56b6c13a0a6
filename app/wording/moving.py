"""Words for moving a mapping to a newer version of a framework."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from app.frameworks.model import FrameworkSummary
from app.i18n import Translator, mark
from app.languages import LANGUAGES
from app.mapping.model import RoleNeed
from app.mapping.moving import Found, Move, counted
from app.texts import Text
from app.wording.library import version_of

_CHANGED: Final = {
    "name": mark("name: {before} → {after}"),
    "unit_name": mark("unit: {before} → {after}"),
    "statutory": mark("demanded by law: {before} → {after}"),
}


def newer_line(t: Translator, to: FrameworkSummary) -> str:
    return t("A newer version of {name} is in the library: {version}.", name=t.said(to.name), version=version_of(to))


def step_line(t: Translator, need: RoleNeed, to: FrameworkSummary) -> str:
    """From what to what a mapping moves."""
    before, after = _version(need.source_order, need.source_version), _version(to.order_number, to.version)
    return t("{name}: from {before} to {after}", name=t.said(to.name), before=before, after=after)


def _version(order: str, version: str) -> str:
    return ", ".join(filter(None, (order, version))) or "–"


def found_line(t: Translator, made: Sequence[Move], found: Found) -> str:
    """How many needs were found so; empty where none was."""
    n = counted(made)[found]
    if not n:
        return ""
    match found:
        case Found.CODE:
            return t.n("{n} need matches by its code", "{n} needs match by their codes", n)
        case Found.NAME:
            return t.n("{n} need matches by its name", "{n} needs match by their names", n)
        case Found.GONE:
            return t.n("{n} need is gone from the newer version", "{n} needs are gone from the newer version", n)


def changes(t: Translator, move: Move) -> Iterator[str]:
    """What is otherwise in the newer version, but for the order number, which is the same for all."""
    before, after = move.before, move.after
    values = {
        "name": _both(t, before.name, after.name),
        "unit_name": _units(t, before, after),
        "statutory": tuple(t("yes") if need.statutory else t("no") for need in (before, after)),
    }
    for each in (name for name in values if name in move.changed):
        was, becomes = values[each]
        yield t(_CHANGED[each], before=was or "–", after=becomes or "–")


def _units(t: Translator, before: RoleNeed, after: RoleNeed) -> tuple[str, str]:
    was, becomes = _both(t, before.unit_name, after.unit_name)
    return f"{before.unit_code} {was}".strip(), f"{after.unit_code} {becomes}".strip()


def _both(t: Translator, before: Text, after: Text) -> tuple[str, str]:
    """Two texts in one language: one in which they differ, where there is one that has both."""
    both = (each for each in (t.language, *LANGUAGES) if before.get(each) and after.get(each))
    language = next((each for each in both if before.get(each) != after.get(each)), t.language)
    return before.said(language).text, after.said(language).text


def lines(t: Translator, need: RoleNeed, to: FrameworkSummary, made: Sequence[Move]) -> Iterator[str]:
    """All of one step, for the command line."""
    yield step_line(t, need, to)
    for found in Found:
        if head := found_line(t, made, found):
            yield f"  {head}"
            yield from (f"    {_with_changes(t, move)}" for move in made if move.found is found)


def _with_changes(t: Translator, move: Move) -> str:
    name = t.said(move.before.name)
    return "; ".join([name, *changes(t, move)])


def moved_line(t: Translator, made: Sequence[Move]) -> str:
    """What was done."""
    count = counted(made)
    n = count[Found.CODE] + count[Found.NAME]
    words = t.n("{n} need moved to the newer version", "{n} needs moved to the newer version", n)
    gone = found_line(t, made, Found.GONE)
    return t("{words}; {others}", words=words, others=gone) if gone else words


def other_profile_line(t: Translator, needs: Iterable[RoleNeed]) -> str:
    """Which needs are of another sector profile than the one that is chosen now; they stay (brief, SK-3)."""
    names = t.listed(t.said(need.name) for need in needs)
    return t("From another sector profile than the one chosen now, and kept: {names}.", names=names) if names else ""


def gone_line(t: Translator, needs: Iterable[RoleNeed]) -> str:
    """Which needs are known to be gone from a newer version of what they quote."""
    names = t.listed(t.said(need.name) for need in needs)
    return t("No longer in the newer version: {names}.", names=names) if names else ""
