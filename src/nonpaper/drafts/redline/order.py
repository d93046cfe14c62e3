"""Which units moved: those outside the heaviest run that stands in the same order in both texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved(places: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """The indices of units, in the order of one text, that are out of order in the other (`places`, all different).

    What stays is the increasing subsequence of greatest weight: O(n log n), running maxima in a Fenwick (1994) tree.
    """
    ranks = sorted(places)
    best: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)
    before: list[int] = []
    ends: list[tuple[int, int]] = []
    for at, (place, weight) in enumerate(zip(places, weights, strict=True)):
        rank = bisect_left(ranks, place)
        total, last = _best(best, rank)
        before.append(last)
        ends.append((total + weight, at))
        _put(best, rank + 1, ends[-1])
    at = max(ends, key=lambda end: (end[0], -end[1]))[1] if ends else -1
    stays = set()
    while at >= 0:
        stays.add(at)
        at = before[at]
    return frozenset(range(len(places))) - stays


def _best(tree: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    while rank > 0:
        found = max(found, tree[rank], key=lambda f: f[0])
        rank -= rank & -rank
    return found


def _put(tree: list[tuple[int, int]], rank: int, value: tuple[int, int]) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], value, key=lambda f: f[0])
        rank += rank & -rank
