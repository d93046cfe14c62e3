"""What two lists of statements have not in common: new, gone, and read otherwise at one place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nonpaper.present.made_of import Statement

Place = tuple[int, int, int, str]


class Difference(NamedTuple):
    """`fresh` are anchors of what is new; `changed` pairs what stood before with the anchor of what stands there."""

    fresh: frozenset[str]
    gone: tuple[Statement, ...]
    changed: tuple[tuple[Statement, str], ...]


def difference(before: Iterable[Statement], now: Mapping[str, Statement]) -> Difference:
    """Statements of the same words are one where they say the same; else they are paired by the order of what they say.

    So what is new one way round is gone the other. Both number reports alike. What is alike on both sides is no
    difference, however often it is said. O(n log n).
    """
    had: defaultdict[Place, Counter[Statement]] = defaultdict(Counter)
    for statement in before:
        had[_place(statement)][statement] += 1
    left: defaultdict[Place, list[str]] = defaultdict(list)
    for anchor, statement in now.items():
        there = had[_place(statement)]
        if there[statement]:
            there[statement] -= 1
        else:
            left[_place(statement)].append(anchor)
    gone: list[Statement] = []
    changed: list[tuple[Statement, str]] = []
    for place, there in had.items():
        rest = sorted(there.elements(), key=lambda one: one.says)
        left[place].sort(key=lambda anchor: now[anchor].says)
        pairs = list(zip(rest, left[place], strict=False))
        changed += pairs
        gone += rest[len(pairs) :]
        del left[place][: len(pairs)]
    fresh = frozenset(anchor for anchors in left.values() for anchor in anchors)
    return Difference(fresh, tuple(gone), tuple(changed))


def _place(statement: Statement) -> Place:
    return statement.report, statement.start, statement.end, statement.kind
