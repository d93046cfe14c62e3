"""Texts named by a count in words."""

from __future__ import annotations

import pytest

from nonpaper.claims.provisions.drafts import POINTS, points_of


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("The twenty-point plan that Kessara received would cap its army.", [20]),
        ("A nineteen-point Calder draft and a twenty-eight-point peace proposal differ.", [19, 28]),
        ("The 28-point plan and the Twenty-Two-Point Plan.", [28, 22]),
        ("He holds a three-point lead in the polls.", []),
        ("A twenty-point rise of the index.", []),
        ("It has 17 points; none of the 17 points is secret.", [17, 17]),
    ],
)
def test_counts(said: str, counts: list[int]) -> None:
    assert [points_of(m) for m in POINTS.finditer(said)] == counts
