"""python -m benchmarks [NAME…]: run all benchmarks, or those named, and print their figures."""

from __future__ import annotations

import sys
from collections.abc import Callable

from benchmarks import bundle, esco, import_qualification, keys, matching, offers, plan, scoring, startup, survey

BENCHMARKS: dict[str, Callable[[], list[str]]] = {
    "startup": startup.figures,
    "bundle": bundle.figures,
    "keys": keys.figures,
    "scoring": scoring.figures,
    "plan": plan.figures,
    "survey": survey.figures,
    "import": import_qualification.figures,
    "esco": esco.figures,
    "matching": matching.figures,
    "offers": offers.figures,
}


def main() -> None:
    names = sys.argv[1:] or list(BENCHMARKS)
    for name in names:
        for line in BENCHMARKS[name]():
            print(f"{name}: {line}", flush=True)


if __name__ == "__main__":
    main()
