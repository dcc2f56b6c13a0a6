"""Timing that survives a noisy machine: rivals take turns, and each keeps its median."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes, in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def cpu_seconds(work: Callable[[], object]) -> float:
    """How long the processor works on one call, in seconds; others who use the machine do not count."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def compiling_into(folder: str) -> dict[str, str]:
    """The environment of a Python process that keeps what it compiles in a folder, as for an installed program."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def medians(rivals: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Median of what each rival reports, in seconds; they take turns so that noise meets all alike."""
    return {name: statistics.median(values) for name, values in taken(rivals, rounds).items()}


def taken(rivals: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """All that each rival reports; they take turns."""
    found: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(rounds):
        for name, run in rivals.items():
            found[name].append(run())
    return found


def milliseconds(values: Sequence[float]) -> str:
    """The median and the 95th of a hundred, of values in seconds."""
    return f"p50 {1000 * statistics.median(values):.1f} ms, p95 {1000 * p95(values):.1f} ms"


def p95(values: Sequence[float]) -> float:
    """What 95 of 100 values do not exceed."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]
