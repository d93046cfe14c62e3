"""What goes round: groups of things in which each leads, directly or through others, to all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

T = TypeVar("T", bound=Any)


def rings(after: Mapping[T, Iterable[T]]) -> tuple[tuple[T, ...], ...]:
    """The rings of a graph given by what comes after each thing; rings and their members ascending.

    A thing that leads to itself alone is a ring of one. O(things times edges).

    >>> rings({"a": "b", "b": "ac", "c": "", "d": "d"})
    (('a', 'b'), ('d',))
    """
    reach = {thing: _reached(thing, after) for thing in after}
    found = {tuple(sorted(o for o in seen if t in reach.get(o, ()))) for t, seen in reach.items() if t in seen}
    return tuple(sorted(found))


def _reached(start: T, after: Mapping[T, Iterable[T]]) -> set[T]:
    """All that comes after a thing; with itself where a ring leads back to it."""
    seen: set[T] = set()
    left = list(after.get(start, ()))
    while left:
        at = left.pop()
        if at not in seen:
            seen.add(at)
            left += after.get(at, ())
    return seen
