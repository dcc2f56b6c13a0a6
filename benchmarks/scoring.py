"""Scoring 1,000 people in 100 competences, against merely counting the same answers."""

from __future__ import annotations

from collections import Counter

from app.mapping.model import Assessor
from app.mapping.scoring import ranked
from benchmarks.measure import cpu_seconds, medians
from benchmarks.workforce import workforce

PEOPLE, COMPETENCES = 1000, 100


def figures() -> list[str]:
    mapping = workforce([PEOPLE], COMPETENCES, [Assessor.SUPERVISOR])
    rivals = {
        "ours": lambda: cpu_seconds(lambda: ranked(mapping)),
        "counting": lambda: cpu_seconds(lambda: Counter((a.need_key, a.level) for a in mapping.assessments)),
    }
    median = medians(rivals, rounds=15)
    ours, counting = median["ours"], median["counting"]
    said = (
        f"{PEOPLE} × {COMPETENCES} in {1000 * ours:.0f} ms of processor time (aim ≤ 100), "
        f"counting alone {1000 * counting:.0f} ms, ratio {ours / counting:.2f}"
    )
    return [said]
