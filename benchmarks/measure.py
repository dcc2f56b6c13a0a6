"""Timing that survives a noisy machine: rivals take turns, and each keeps its median."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes, in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def medians(rivals: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Median of what each rival reports, in seconds; they take turns so that noise meets all alike."""
    taken: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(rounds):
        for name, run in rivals.items():
            taken[name].append(run())
    return {name: statistics.median(values) for name, values in taken.items()}
