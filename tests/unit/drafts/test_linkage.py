"""Grouping against a slow oracle that recounts every pair at every step."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from nonpaper.drafts.linkage import Link, groups

N = 7
PAIRS = [(i, j) for i in range(N) for j in range(i + 1, N)]


def slow(links: list[Link], apart: set[tuple[int, int]], barred: set[tuple[int, int]]) -> list[list[int]]:
    """As the docstring of `groups` says, word for word."""
    linked, found = {(i, j) for _, i, j in links}, [[i] for i in range(N)]
    for _, i, j in sorted(links, key=lambda k: (-k[0], k[1], k[2])):
        left, right = (next(g for g in found if x in g) for x in (i, j))
        pairs = [(min(p), max(p)) for p in product(left, right)]
        enough = 2 * sum(p in linked for p in pairs) >= len(pairs)
        if left is not right and enough and not any(p in apart or p in barred for p in pairs):
            found = [g for g in found if g is not left and g is not right] + [sorted(left + right)]
    return sorted(found)


@given(
    st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.5, 0.7, 0.9])),
    st.sets(st.sampled_from(PAIRS), max_size=4),
    st.sets(st.sampled_from(PAIRS), max_size=4),
)
def test_as_the_slow_way(
    likes: dict[tuple[int, int], float], apart: set[tuple[int, int]], barred: set[tuple[int, int]]
) -> None:
    links = [(like, i, j) for (i, j), like in likes.items()]
    assert groups(N, links, apart=apart, barred=lambda i, j: (i, j) in barred) == slow(links, apart, barred)


def test_a_person_unites_what_rules_bar() -> None:
    assert groups(2, [], same=[(0, 1)], barred=lambda _i, _j: True) == [[0, 1]]


def test_a_person_parts_what_others_would_join() -> None:
    links = [(0.9, 0, 1), (0.9, 1, 2), (0.8, 0, 2)]
    assert groups(3, links) == [[0, 1, 2]]
    assert groups(3, links, apart=[(0, 2)]) == [[0, 1], [2]]
