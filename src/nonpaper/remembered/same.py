"""Whether records are the same: which record, not what is in it; words, numbers and plain tuples by what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, compress, count
from operator import is_, is_not, ne
from typing import Any

_PLAIN = frozenset({str, int, bool, float, type(None)})
_BY_MEMBER = _PLAIN | {tuple}
FAR = 8
"""So many rows in one place that changed or came are passed over to find those that stood there before."""


def which(given: Any) -> object:
    """Words and numbers by what they are, a plain tuple by its members, any other record by which one it is.

    A tuple that begins with a record is one of records.
    """
    kind = type(given)
    if kind in _PLAIN:
        return given
    if kind is not tuple:
        return (id(given),)
    return tuple(map(which if not given or type(given[0]) in _BY_MEMBER else id, given))


def which_rows(rows: Sequence[Any]) -> list[object]:
    """The same for many rows of one shape, column by column, which is several times as fast."""
    if not rows or type(rows[0]) is not tuple:
        return _column(rows)
    return list(zip(*map(_column, zip(*rows, strict=True)), strict=True))


def _column(values: Sequence[Any]) -> list[object]:
    kinds = set(map(type, values))
    if kinds <= _PLAIN:
        return list(values)
    return list(map(id if kinds.isdisjoint(_BY_MEMBER - {type(None)}) else which, values))


def ends(old: Sequence[Any], rows: Sequence[Any]) -> tuple[int, int]:
    """How many rows stand first in both, and how many of the others stand last."""
    first = _run(old, rows)
    if first == max(len(old), len(rows)):
        return first, 0
    return first, _run(old[first:][::-1], rows[first:][::-1])


def _run(old: Sequence[Any], rows: Sequence[Any]) -> int:
    """How many rows stand first in both; at the speed of identity while all are the same."""
    most = min(len(old), len(rows))
    if not most or type(rows[0]) is not tuple:
        return next((at for at in _differing(old, rows) if not _same(old[at], rows[at])), most)
    wide, plain = len(rows[0]), all(type(value) in _PLAIN for value in rows[0])
    for at in _differing(chain.from_iterable(old[:most]), chain.from_iterable(rows[:most]), ne if plain else is_not):
        row, column = divmod(at, wide)
        if plain or not _same(old[row][column], rows[row][column]):
            return row
    return most


def _differing(old: Iterable[Any], rows: Iterable[Any], differ: Callable[[Any, Any], bool] = is_not) -> Iterator[int]:
    return compress(count(), map(differ, old, rows))


def _same(one: Any, other: Any) -> bool:
    """Whether two are one by `which`, at less cost where they are one record."""
    if one is other:
        return True
    if type(one) is tuple and type(other) is tuple:
        return len(one) == len(other) and (all(map(is_, one, other)) or all(map(_same, one, other)))
    return type(one) in _PLAIN and type(other) in _PLAIN and bool(one == other)


def places(old: Sequence[Any], rows: Sequence[Any]) -> list[int | None]:
    """Where each row stood before, for those that stand in the same order but for a few that came, went or changed."""
    found: list[int | None] = []
    at = skipped = 0
    for row in rows:
        if at < len(old) and _same(old[at], row):
            ahead: int | None = at
        else:
            ahead = next((n for n in range(at + 1, min(at + skipped + 2, len(old))) if _same(old[n], row)), None)
        found.append(ahead)
        at, skipped = (at, min(skipped + 1, FAR)) if ahead is None else (ahead + 1, 0)
    return found


def ends_alike(old: Sequence[Any], rows: Sequence[Any]) -> int:
    """How many of the first and the last row are the same."""
    return _same(old[0], rows[0]) + _same(old[-1], rows[-1])
