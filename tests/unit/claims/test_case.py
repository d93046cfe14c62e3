"""Shapes of pieces, all at once, against one word at a time."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.attribution.pieces import _case, _codes


def case_of(word: str) -> int:
    return (2 if len(word) > 1 and word.isupper() else 1) if word[0].isupper() else 0


@given(st.lists(st.text("aBßÉéǅЖжII.1ªⅣ-", min_size=1, max_size=4), min_size=1, max_size=6))
def test_case_is_that_of_each_word(words: list[str]) -> None:
    ends = np.cumsum([len(word) for word in words])
    starts = np.concatenate(([0], ends[:-1]))
    text = "".join(words) + " "
    assert _case(_codes(text), starts, ends).tolist() == [case_of(word) for word in words]


def test_a_piece_may_end_with_the_text() -> None:
    assert _case(_codes("UN"), np.array([0]), np.array([2])).tolist() == [2]
