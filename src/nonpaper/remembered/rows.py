"""Rows after rows: what was made of those that stood there before is given again, and only the others are made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from nonpaper.remembered.same import ends, places, which_rows

Answer = TypeVar("Answer")
Key = TypeVar("Key")
SOME = 64
"""So many rows at most that changed are looked at for what they have of each key; of more, all are gone through."""


class Kept:
    """An answer with what it was made of, held so that no other record can come to have their places.

    `parts` are the answers that were asked for while it was made: they are kept as long as it is.
    """

    __slots__ = ("answer", "of", "parts", "round")

    def __init__(self, answer: Any, of: Any, at: int, parts: Sequence[Part]) -> None:
        self.answer, self.of, self.round, self.parts = answer, of, at, parts


class Rows:
    """The same of each of many rows: `answer` and `each` (the parts of each) stand row by row, `of` are the rows."""

    __slots__ = ("answer", "each", "of", "round")

    def __init__(self, answers: Any, rows: tuple[Any, ...], at: int, each: Parts) -> None:
        self.answer, self.of, self.round, self.each = answers, rows, at, each

    @property
    def parts(self) -> Iterator[Part]:
        """Those of all rows."""
        return chain.from_iterable(self.each)


Part = Kept | Rows
Parts = tuple[Sequence[Part], ...]
Row = tuple[Any, Sequence[Part]]
"""The answer of one row, and its parts."""


Made = Callable[[Any], Row]
"""What makes the answer of a row."""


def rows_after(before: Rows | None, rows: Sequence[Any], at: int, made: Made) -> Rows:
    """What is made where rows differ from those before, between what stands first and last in both."""
    listed = tuple(rows)
    old, answers, parts = (before.of, before.answer, before.each) if before else ((), (), ())
    first, last = ends(old, listed)
    if before and first == len(old) == len(listed):
        return before
    was, now = slice(first, len(old) - last), slice(first, len(listed) - last)
    between = _between(old[was], list(zip(answers[was], parts[was], strict=True)), listed[now], made)
    new, held = zip(*between, strict=True) if between else ((), ())
    return Rows(answers[:first] + new + answers[was.stop :], listed, at, parts[:first] + held + parts[was.stop :])


def _between(old: Sequence[Any], known: Sequence[Row], rows: Sequence[Any], made: Made) -> list[Row]:
    stood = places(old, rows)
    moved = sorted({*range(len(old))}.difference(stood))
    found = dict(zip(which_rows([old[at] for at in moved]), [known[at] for at in moved], strict=True))
    new = [row for at, row in zip(stood, rows, strict=True) if at is None]
    listed = which_rows(new)
    for one, row in zip(listed, new, strict=True):
        if one not in found:
            found[one] = made(row)
    others = iter([found[one] for one in listed])
    return [next(others) if at is None else known[at] for at in stood]


def groups_after(before: Rows | None, rows: Sequence[Mapping[Any, Sequence[Any]]], at: int) -> Rows:
    """What rows have of each key, put together anew for the keys of those that changed, came or went."""
    listed = tuple(rows)
    old, groups = (before.of, before.answer) if before else ((), {})
    first, last = ends(old, listed)
    changed = [*old[first : len(old) - last], *listed[first : len(listed) - last]]
    if before and not changed:
        return before
    if len(changed) > SOME:
        return Rows(joined(listed), listed, at, ())
    now = {key: _of_key(key, listed) for key in dict.fromkeys(chain.from_iterable(changed))}
    return Rows({key: of for key, of in {**groups, **now}.items() if of}, listed, at, ())


def joined(rows: Sequence[Mapping[Key, Sequence[Answer]]]) -> dict[Key, tuple[Answer, ...]]:
    """What rows have of each key, one after another."""
    found: defaultdict[Key, list[Answer]] = defaultdict(list)
    for row in rows:
        for key, of in row.items():
            found[key] += of
    return {key: tuple(of) for key, of in found.items() if of}


def _of_key(key: Key, rows: Sequence[Mapping[Key, Sequence[Answer]]]) -> tuple[Answer, ...]:
    return tuple(chain.from_iterable([row[key] for row in rows if key in row]))
