"""What is found for many at once is what would be found one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.provisions.drafts import POINTS, points_in
from nonpaper.drafts.match import alike, alike_all
from nonpaper.reports.copies.features import features
from nonpaper.reports.copies.verify import counted, shared

WORDS = st.sampled_from(
    "the Kessara army Norvia draft cap 60,000 troops 28 point points twenty-two -point plan of 17-point said no".split()  # noqa: SIM905
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)
QUOTES = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), max_size=8)


@given(
    st.lists(st.sampled_from(["28", "-point", " points", "the ", "twenty-two", " plan", "x" * 30, "Point", " ", "."]))
)
def test_points(parts: list[str]) -> None:
    text = "".join(parts)
    assert [m.span() for m in points_in(text, 0, len(text))] == [m.span() for m in POINTS.finditer(text)]


@given(st.lists(TEXTS, min_size=2, max_size=6), st.data())
def test_what_reports_share(texts: list[str], data: st.DataObject) -> None:
    known = [features(text) for text in texts]
    number = st.integers(0, len(texts) - 1)
    pairs = data.draw(st.lists(st.tuples(number, number)))
    one_by_one = [
        tuple(shared(getattr(known[i], of), getattr(known[j], of)) for of in ("runs", "fixed")) for i, j in pairs
    ]
    assert [tuple(both) for both in counted(known, pairs)] == one_by_one


@given(TEXTS)
def test_features_are_sorted_and_distinct(text: str) -> None:
    found = features(text)
    for values in (found.runs, found.content, found.fixed, found.numbers):
        assert np.array_equal(values, np.unique(values))


@given(QUOTES, QUOTES)
def test_likeness(left: list[str], right: list[str]) -> None:
    assert alike_all(left, right) == [[alike(a, b) for b in right] for a in left]
