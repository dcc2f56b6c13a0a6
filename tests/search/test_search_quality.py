"""How well titles find their texts in open test sets, sampled; `python -m benchmarks matching` measures them whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.matching import RIVALS, quality, read


@pytest.mark.parametrize(
    ("name", "every", "mrr", "recall"),
    [
        ("fi_eper", 60, 0.81, 0.87),
        ("sme_fi", 8, 0.78, 0.71),
        ("sv_nsc", 8, 0.62, 0.71),
        ("sme_en", 8, 0.86, 0.82),
    ],
)
def test_that_no_less_is_found_than_once_was(real_data: Path, name: str, every: int, mrr: float, recall: float) -> None:
    given = read(real_data, name, every)
    found, rival = (quality(given, RIVALS[name](given.texts, given.language)) for name in ("ours", "FTS5"))

    assert found.mrr >= mrr
    assert found.recall >= recall
    assert found.mrr > rival.mrr
    assert found.recall > rival.recall
