"""The grid finds exactly what looking at every span finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nonpaper.model.span import Span
from nonpaper.text.near import Near

spans = st.builds(lambda at, size: Span(at, at + size), st.integers(0, 3000), st.integers(1, 900))


@given(st.lists(spans, max_size=40), spans)
def test_the_grid_finds_what_a_walk_over_all_finds(listed: list[Span], asked: Span) -> None:
    assert Near(listed).overlapping(asked) == [i for i, span in enumerate(listed) if span.overlaps(asked)]
