"""Likeness of wordings, kept from one question to the next, is what it would be asked anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nonpaper.drafts.match import ALIKE, Alike, alike

WORDS = "release all prisoners within 30 days of signing the Accord".split()  # noqa: SIM905
WORDINGS = st.lists(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join), max_size=6)


@given(st.lists(st.tuples(WORDINGS, WORDINGS), max_size=6))
def test_what_is_like_what_is_what_one_by_one_would_be(asked: list[tuple[list[str], list[str]]]) -> None:
    """Whatever was asked before: other wordings, the same ones beside others, one of them twice."""
    kept = Alike()
    for some, others in asked:
        found = kept.among(some, others)
        assert [set(near) for near in found] == [{o for o in others if alike(one, o) >= ALIKE} for one in some]
        assert all(len(near) == len(set(near)) for near in found)
