"""The gate: a figure that is missing, too low or too high misses its limit."""

from __future__ import annotations

import pytest

from eval.__main__ import missed

SCORES = {"dev": {"found": {"f1": 70.0}, "stance reversals": 1}}


@pytest.mark.parametrize(
    ("path", "limit", "below", "misses"),
    [
        ("dev/found/f1", 70.0, True, 0),
        ("dev/found/f1", 70.1, True, 1),
        ("dev/found/gone", 1.0, True, 1),
        ("dev/stance reversals", 0, False, 1),
        ("dev/stance reversals", 1, False, 0),
    ],
)
def test_a_limit_that_does_not_hold_is_missed(path: str, limit: float, below: bool, misses: int) -> None:
    assert len(missed(SCORES, {path: limit}, below=below)) == misses
