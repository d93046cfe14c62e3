"""Views that are made when they are asked for: of ten thousand a page shows the first few, and counts the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar, overload

Item = TypeVar("Item")
View = TypeVar("View")


class Later(Sequence[View], Generic[Item, View]):
    """As long as `items`, of which `make` makes each view anew when it is looked at."""

    def __init__(self, items: Sequence[Item], make: Callable[[Item], View]) -> None:
        self._items, self._make = items, make

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, at: int) -> View: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[View]: ...

    def __getitem__(self, at: int | slice) -> View | Sequence[View]:
        if isinstance(at, slice):
            return Later(self._items[at], self._make)
        return self._make(self._items[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


def made(value: Any) -> Any:
    """The views themselves, for an encoder; TypeError for anything else."""
    if isinstance(value, Later):
        return tuple(value)
    raise TypeError(f"{type(value).__name__} is no part of a brief")
