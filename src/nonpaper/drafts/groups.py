"""Things that pairs tie together, directly or through others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, TypeVar

T = TypeVar("T", bound=Hashable)


def grouped(items: Iterable[T], pairs: Iterable[tuple[T, T]]) -> dict[T, T]:
    """For each item the least of its group (disjoint sets with path halving, Tarjan 1975). Near linear in the pairs.

    >>> grouped([3, 1, 2, 4], [(3, 2), (2, 1)])
    {3: 1, 1: 1, 2: 1, 4: 4}
    """
    parent: dict[Any, Any] = {item: item for item in items}

    def head(item: Any) -> Any:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for one, other in pairs:
        low, high = sorted((head(one), head(other)))
        parent[high] = low
    return {item: head(item) for item in list(parent)}
