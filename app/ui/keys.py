"""The keys of the program: one list, for the page of all keys and for the line at the foot."""

from __future__ import annotations

from typing import Final, NamedTuple

from app.i18n import Translator
from app.ui import stops
from app.ui.place import HOME, LIBRARY

Key = tuple[str, str]
"""What is pressed, and what it does."""
WHAT_IF: Final = f"{stops.RESULTS}#what-if"
"""A part of a place that has keys of its own."""
ONLY_SEEN: Final = (f"{stops.MATRIX}#competence", f"{stops.MATRIX}#coverage")
"""Parts of places where the keys of the place do nothing: one only looks."""


class Group(NamedTuple):
    """Keys that work in one place. The first `at_foot` of them are worth a word at the foot of that place."""

    place: str
    keys: tuple[Key, ...]
    at_foot: int = 2


def everywhere(t: Translator) -> tuple[Key, ...]:
    """Keys that work wherever one is."""
    return (
        (t("F1 or ?"), t("show the keys")),
        (t("Tab"), t("go on; with Shift, go back")),
        ("↑ ↓ ← →", t("move in a table or a list")),
        (t("Alt+↓"), t("open a list to choose from")),
        _another_step(t),
        _start(t),
        (t("Ctrl+K"), t("note a quick signal")),
        (t("Ctrl+Z"), t("take back what was just done")),
        (t("Ctrl+Y"), t("do it again after all")),
        (t("Esc"), t("close a list, a menu or a dialog")),
    )


def groups(t: Translator) -> tuple[Group, ...]:
    """Keys of the places that have some of their own, in the order of the places."""
    return (
        Group(
            HOME, (("1–3", t("open a door")), (t("Enter"), t("open a company")), (t("Delete"), t("remove a company")))
        ),
        Group(
            stops.SURVEY,
            (
                (t("Enter"), t("go on")),
                (t("Backspace"), t("go back")),
                ("1–9", t("choose an answer")),
                (t("Delete"), t("clear")),
            ),
            at_foot=3,
        ),
        Group(stops.NEEDS, (_choose(t), (t("Delete"), t("take a need away")), *_needs(t))),
        Group(stops.MATRIX, (*_levels(t), (t("Esc"), t("close the evidence"))), at_foot=3),
        Group(stops.CARDS, (("+ ! ? -", t("how a card stands")), (t("Delete"), t("take a card away")))),
        Group(stops.RESULTS, ((t("Space"), t("agree")), ("Alt+↑ ↓", t("move")))),
        Group(WHAT_IF, (("← →", t("a month earlier or later")), (t("Esc"), t("back to the results")))),
        Group(stops.PLAN, (_choose(t), (t("Delete"), t("take a measure away")), *_plan(t))),
        Group(LIBRARY, ((t("Enter"), t("open what is listed")), (t("Backspace"), t("back to the list")))),
    )


def keys_at(t: Translator, place: str, part: str = "") -> list[Key]:
    """What is worth knowing here: keys of the place first, or of its part, then those that lead elsewhere."""
    at = f"{place}#{part}"
    here = at if at in (WHAT_IF, *ONLY_SEEN) else place
    own = [key for group in groups(t) if group.place == here for key in group.keys[: group.at_foot]]
    elsewhere = [_another_step(t)] if place in (*stops.NAMES, *stops.OF_VISIT) else []
    home = [_start(t)] if place != HOME else []
    return [*own, *elsewhere, *home, (t("F1"), t("keys"))]


def _another_step(t: Translator) -> Key:
    return t("Ctrl+1–8"), t("another step")


def _start(t: Translator) -> Key:
    return t("Ctrl+Home"), t("start")


def _choose(t: Translator) -> Key:
    return "F2", t("choose from a list")


def _needs(t: Translator) -> tuple[Key, ...]:
    return (
        ("0–4", t("target")),
        ("> = <", t("later target: grows, stays, declines")),
        ("-", t("no target")),
        ("1–3", t("criticality")),
        (t("a"), t("how many: all")),
    )


def _plan(t: Translator) -> tuple[Key, ...]:
    return (
        (t("Space"), t("mark a first step")),
        ("1–4", t("choose a way forward")),
        (t("Esc"), t("close the drawer")),
    )


def _levels(t: Translator) -> tuple[Key, ...]:
    return (
        ("0–4 ? -", t("level")),
        ("e", t("evidence")),
        ("h", t("history")),
        (t("Delete"), t("clear")),
        ("?", t("not known")),
        ("-", t("not part of the job")),
        (t("Shift+↑ ↓ ← →"), t("choose a block")),
        (t("Ctrl+C"), t("copy the block, or the whole matrix")),
        (t("Ctrl+V"), t("paste from a spreadsheet")),
    )
