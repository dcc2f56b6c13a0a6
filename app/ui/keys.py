"""The keys that work in each place, for the line at the foot."""

from __future__ import annotations

from app.i18n import Translator
from app.ui import stops

Key = tuple[str, str]
"""What is pressed, and what it does."""


def keys_at(t: Translator, place: str) -> list[Key]:
    """What is worth knowing here: keys of the place first, then those that work everywhere."""
    own = {
        "home": [("1–3", t("open a door")), (t("Enter"), t("open a company"))],
        stops.NEEDS: [("F2", t("choose from a list")), (t("Delete"), t("take a need away"))],
        stops.MATRIX: [("0–4 ? -", t("level")), ("e", t("evidence")), (t("Delete"), t("clear"))],
        stops.RESULTS: [(t("Space"), t("agree")), ("Alt+↑ ↓", t("move"))],
        stops.PLAN: [("F2", t("choose from a list")), (t("Delete"), t("take a measure away"))],
    }
    elsewhere = [(t("Ctrl+1–6"), t("another step"))] if place in stops.NAMES else []
    home = [(t("Ctrl+Home"), t("start"))] if place != "home" else []
    return [*own.get(place, []), *elsewhere, *home]
