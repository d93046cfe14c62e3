"""Statements of one text grouped into terms: likest pairs first, nothing united against a rule or a person's word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

Link = tuple[float, int, int]
"""(likeness, one item, another) of two items that are one by themselves; items are numbers below `n`."""

Barred = Callable[[int, int], bool]
"""Whether a rule forbids that two items, the smaller first, stand in one group."""


def _never(_: int, __: int) -> bool:
    return False


def groups(
    n: int,
    links: Iterable[Link],
    same: Sequence[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
    barred: Barred | None = None,
) -> list[list[int]]:
    """A partition of the items 0..n-1, groups and members ascending.

    `same` pairs unite first, in their order, then linked ones, likest first (ties by number): two groups unite where at
    least half of the pairs between them are linked, no pair is `apart` (a person's word) and none `barred` (a rule's).
    One pass: O(links log links) plus, for each union tried with enough links, the pairs between the two groups.
    """
    return _Linkage(n, links, apart, barred or _never).run(same)


class _Linkage:
    def __init__(self, n: int, links: Iterable[Link], apart: Iterable[tuple[int, int]], barred: Barred) -> None:
        self.links = sorted(links, key=lambda link: (-link[0], link[1], link[2]))
        self.home = list(range(n))
        self.members = {i: [i] for i in range(n)}
        self.linked: dict[int, dict[int, int]] = {i: {} for i in range(n)}
        for _, i, j in self.links:
            self.linked[i][j] = self.linked[j][i] = 1
        self.apart: dict[int, set[int]] = {}
        for i, j in apart:
            self.apart.setdefault(i, set()).add(j)
            self.apart.setdefault(j, set()).add(i)
        self.barred = barred
        self.refused: dict[tuple[int, int], tuple[int, int]] = {}

    def run(self, same: Sequence[tuple[int, int]]) -> list[list[int]]:
        for i, j in same:
            if self.home[i] != self.home[j] and not self._parted(self.home[i], self.home[j]):
                self._unite(self.home[i], self.home[j])
        for _, i, j in self.links:
            left, right = self.home[i], self.home[j]
            if left != right and self._may(left, right):
                self._unite(left, right)
        return sorted(sorted(m) for m in self.members.values())

    def _may(self, left: int, right: int) -> bool:
        sizes = len(self.members[left]), len(self.members[right])
        if 2 * self.linked[left].get(right, 0) < sizes[0] * sizes[1] or self.refused.get((left, right)) == sizes:
            return False
        pairs = ((min(i, j), max(i, j)) for i in self.members[left] for j in self.members[right])
        if self._parted(left, right) or any(self.barred(*pair) for pair in pairs):
            self.refused[left, right] = sizes
            self.refused[right, left] = sizes[::-1]
            return False
        return True

    def _parted(self, left: int, right: int) -> bool:
        """Whether a person called two of their members different."""
        return any(not self.apart[i].isdisjoint(self.members[right]) for i in self.members[left] if i in self.apart)

    def _unite(self, left: int, right: int) -> None:
        """The larger group takes in the smaller; their counts of links to every other group are added."""
        big, small = sorted((left, right), key=lambda g: (-len(self.members[g]), g))
        for i in self.members[small]:
            self.home[i] = big
        self.members[big] += self.members.pop(small)
        counts = self.linked.pop(small)
        mine = self.linked[big]
        for other, count in counts.items():
            if other == big:
                continue
            mine[other] = self.linked[other][big] = mine.get(other, 0) + count
            del self.linked[other][small]
        mine.pop(small, None)
