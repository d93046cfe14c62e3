"""What was made of the same records is made once, while a dossier is open.

The steps from readings to a page are pure functions of frozen records. Within a `Memory` those marked `remembered` give
for the very same records the very same answer: when one report is added, what it does not bear on is not made anew, and
since what is given again is the same object, neither is what rests on it. Outside they are plain functions.

The method is that of self-adjusting computation (Acar 2005) with one simplification: which record, not what is in it,
decides, so that asking costs the number of arguments and not their size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
_ACTIVE: ContextVar[Memory | None] = ContextVar("memory", default=None)
_PLAIN = frozenset({str, int, bool, float, type(None)})
_BY_MEMBER = _PLAIN | {tuple}
KEPT = 2
"""Answers that so many rounds did not ask for are let go."""


class _Kept:
    """An answer with what it was made of, held so that no other record can come to have their places.

    `parts` are the answers that were asked for while it was made: they are kept as long as it is.
    """

    __slots__ = ("answer", "of", "parts", "round")

    def __init__(self, answer: Any, of: Any, at: int, parts: list[_Kept]) -> None:
        self.answer, self.of, self.round, self.parts = answer, of, at, parts


class Memory:
    """Answers by name and records. As large as what the last few rounds made; not to be shared by threads."""

    def __init__(self) -> None:
        self._kept: dict[object, _Kept] = {}
        self._lasting: dict[type, Any] = {}
        self._open: list[list[_Kept]] = []
        self._round = 0

    def __len__(self) -> int:
        return len(self._kept)

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """One round: what is asked in it is kept, what several rounds have not asked for is let go."""
        before = _ACTIVE.set(self)
        self._round += 1
        try:
            yield
        finally:
            _ACTIVE.reset(before)
            self._let_go(self._round - KEPT)

    def _let_go(self, last: int) -> None:
        """Drops what was last asked for in the round `last` or before, unless something later has it as a part."""
        alive = [kept for kept in self._kept.values() if kept.round > last]
        while alive:
            for part in alive.pop().parts:
                if part.round <= last:
                    part.round = last + 1
                    alive.append(part)
        for key in [key for key, kept in self._kept.items() if kept.round <= last]:
            del self._kept[key]

    def answer(self, name: object, of: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        """What `make` gives, made once for the same records."""
        key = (name, *map(_which, of))
        kept = self._kept.get(key)
        if kept is None:
            answer, parts = self._made(make)
            kept = self._kept[key] = _Kept(answer, of, self._round, parts)
        kept.round = self._round
        if self._open:
            self._open[-1].append(kept)
        return kept.answer

    def _made(self, make: Callable[[], Any]) -> tuple[Any, list[_Kept]]:
        parts: list[_Kept] = []
        self._open.append(parts)
        try:
            return make(), parts
        finally:
            self._open.pop()

    def answers(
        self, name: object, rows: Sequence[Any], same: tuple[Any, ...], make: Callable[[Any], Any]
    ) -> list[Any]:
        """What `make` gives for each row, made once for the same row."""
        key = (name, *map(_which, same))
        kept = self._kept.get(key)
        if kept is None or kept.round < self._round:
            kept = self._kept[key] = _Kept({}, (same, kept.answer if kept else {}), self._round, [])
        now, (_, before) = kept.answer, kept.of
        listed = _which_rows(rows)
        for which, row in zip(listed, rows, strict=True):
            if which not in now:
                now[which] = old = before.get(which) or (row, *self._made(partial(make, row)))
                kept.parts += old[2]
        if self._open:
            self._open[-1].append(kept)
        return [now[which][1] for which in listed]

    def lasting(self, kind: type[Answer]) -> Answer:
        """The one of its kind that lasts as long as this memory."""
        if kind not in self._lasting:
            self._lasting[kind] = kind()
        found: Answer = self._lasting[kind]
        return found


def _which(given: Any) -> object:
    """Words and numbers by what they are, a plain tuple by its members, any other record by which one it is.

    A tuple that begins with a record is one of records.
    """
    kind = type(given)
    if kind in _PLAIN:
        return given
    if kind is not tuple:
        return (id(given),)
    return tuple(map(_which if not given or type(given[0]) in _BY_MEMBER else id, given))


def _which_rows(rows: Sequence[Any]) -> list[object]:
    """The same for many rows of one shape, column by column, which is several times as fast."""
    if not rows or type(rows[0]) is not tuple:
        return _which_column(rows)
    return list(zip(*map(_which_column, zip(*rows, strict=True)), strict=True))


def _which_column(values: Sequence[Any]) -> list[object]:
    kinds = set(map(type, values))
    if kinds <= _PLAIN:
        return list(values)
    return list(map(id if kinds.isdisjoint(_BY_MEMBER - {type(None)}) else _which, values))


def remembered(make: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Marks a pure function of frozen records, words, numbers and plain tuples of these, all given by position.

    >>> from datetime import date
    >>> later = remembered(lambda day: day.replace(year=2040))
    >>> memory, day = Memory(), date(2031, 3, 4)
    >>> with memory.remembering():
    ...     later(day) is later(day)
    True
    >>> later(day) is later(day)
    False
    """

    @wraps(make)
    def asked(*given: Given.args, **named: Given.kwargs) -> Answer:
        memory = _ACTIVE.get()
        if memory is None or named:
            return make(*given, **named)
        answer: Answer = memory.answer(make, given, lambda: make(*given, **named))
        return answer

    return asked


def once(name: str, of: tuple[Any, ...], make: Callable[[], Answer]) -> Answer:
    """What `make` gives, made once for the same records `of`; for a step that takes more than it rests on.

    All that `make` looks at beside must follow from `of`, and its answer must hold on to nothing else.
    """
    memory = _ACTIVE.get()
    if memory is None:
        return make()
    answer: Answer = memory.answer(name, of, make)
    return answer


Row = TypeVar("Row")


def each(name: str, rows: Sequence[Row], make: Callable[[Row], Answer], same: tuple[Any, ...] = ()) -> Sequence[Answer]:
    """As `once` for each of many rows, at a fraction of the cost: a row is a record or a plain tuple.

    `same` is what all of them rest on beside. What a round no longer asks for is let go.

    >>> memory = Memory()
    >>> with memory.remembering():
    ...     list(each("twice", [3, 1, 3], lambda number: number * 2))
    [6, 2, 6]
    """
    memory = _ACTIVE.get()
    if memory is None:
        return [make(row) for row in rows]
    return memory.answers(name, rows, same, make)


def lasting(kind: type[Answer]) -> Answer:
    """What a step has noted of all that it has seen, for the next time: one a memory; outside of any, a new one.

    For work that is not one call a record. What it notes must change no answer, only what it costs.
    """
    memory = _ACTIVE.get()
    return kind() if memory is None else memory.lasting(kind)
