"""What was made of the same records is made once, while a dossier is open.

The steps from readings to a page are pure functions of frozen records. Within a `Memory` those marked `remembered` give
for the very same records the very same answer: when one report is added, what it does not bear on is not made anew, and
since what is given again is the same object, neither is what rests on it. Outside they are plain functions.

The method is that of self-adjusting computation (Acar 2005) with one simplification: which record, not what is in it,
decides, so that asking costs the number of arguments and not their size.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial, wraps
from itertools import chain, compress, count
from operator import is_, is_not, ne
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
_ACTIVE: ContextVar[Memory | None] = ContextVar("memory", default=None)
_PLAIN = frozenset({str, int, bool, float, type(None)})
_BY_MEMBER = _PLAIN | {tuple}
KEPT = 4
"""Once in so many rounds answers that none of them asked for are let go."""
SOME = 64
"""So many rows at most that changed are looked at for what they have of each key; of more, all are gone through."""
FAR = 8
"""So many rows in one place that changed or came are passed over to find those that stood there before."""
MANY, GROWN = 10_000, 1.25
"""So many answers, and then so many times as many as before, are taken from what the collector of circles looks at."""
OFTEN = 100
"""Rounds after which it looks at all of them again."""


class _Kept:
    """An answer with what it was made of, held so that no other record can come to have their places.

    `parts` are the answers that were asked for while it was made: they are kept as long as it is.
    """

    __slots__ = ("answer", "of", "parts", "round")

    def __init__(self, answer: Any, of: Any, at: int, parts: Sequence[_Any]) -> None:
        self.answer, self.of, self.round, self.parts = answer, of, at, parts


class _Rows:
    """The same of each of many rows: `answer` and `each` (the parts of each) stand row by row, `of` are the rows."""

    __slots__ = ("answer", "each", "of", "round")

    def __init__(self, answers: Any, rows: tuple[Any, ...], at: int, each: _Parts) -> None:
        self.answer, self.of, self.round, self.each = answers, rows, at, each

    @property
    def parts(self) -> Iterator[_Any]:
        return chain.from_iterable(self.each)


_Any = _Kept | _Rows
_Parts = tuple[Sequence[_Any], ...]
_Row = tuple[Any, Sequence[_Any]]
"""The answer of one row, and its parts."""


class Memory:
    """Answers by name and records. As large as what the last few rounds made; not to be shared by threads."""

    def __init__(self) -> None:
        self._kept: dict[object, _Kept] = {}
        self._rows: dict[object, list[_Rows]] = {}
        self._lasting: dict[type, Any] = {}
        self._open: list[list[_Any]] = []
        self._round = self._settled = 0

    def __len__(self) -> int:
        return len(self._kept) + sum(map(len, self._rows.values()))

    def forget(self) -> None:
        """Lets go of everything."""
        self._kept, self._rows, self._lasting = {}, {}, {}
        if self._settled:
            gc.unfreeze()
        self._settled = 0

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """One round: what is asked in it is kept, what several rounds have not asked for is let go."""
        before, looking = _ACTIVE.set(self), gc.isenabled()
        self._round += 1
        gc.disable()  # what a round makes is kept or goes by itself: it holds next to no circles
        try:
            yield
        finally:
            _ACTIVE.reset(before)
            if self._round % KEPT == 0:
                self._let_go(self._round - KEPT)
            self._settle()
            if looking:
                gc.enable()

    def _let_go(self, last: int) -> None:
        """Drops what was last asked for in the round `last` or before, unless something later has it as a part."""
        every = chain[_Any](self._kept.values(), chain.from_iterable(self._rows.values()))
        alive = [kept for kept in every if kept.round > last]
        while alive:
            for part in alive.pop().parts:
                if part.round <= last:
                    part.round = last + 1
                    alive.append(part)
        for key in [key for key, kept in self._kept.items() if kept.round <= last]:
            del self._kept[key]
        left = {key: [kept for kept in listed if kept.round > last] for key, listed in self._rows.items()}
        self._rows = {key: listed for key, listed in left.items() if listed}

    def _settle(self) -> None:
        """Takes what is kept out of what the collector looks through: a million records that are in no circle.

        What is in one all the same goes when the answers have grown in number, or after many rounds.
        """
        if len(self) < MANY:
            return
        if len(self) > GROWN * self._settled or self._round % OFTEN == 0:
            gc.unfreeze()
            gc.collect()
            self._settled = len(self)
        gc.freeze()

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

    def _made(self, make: Callable[[], Any]) -> tuple[Any, list[_Any]]:
        parts: list[_Any] = []
        self._open.append(parts)
        try:
            return make(), parts
        finally:
            self._open.pop()

    def answers(
        self, name: object, rows: Sequence[Any], same: tuple[Any, ...], make: Callable[[Any], Any]
    ) -> tuple[Any, ...]:
        """What `make` gives for each row, made once for the same row; of the same rows the very same answers."""
        key = (name, *map(_which, same))
        answers: tuple[Any, ...] = self._after(key, rows, lambda before: self._rows_after(before, rows, make))
        return answers

    def _after(self, key: object, rows: Sequence[Any], make: Callable[[_Rows | None], _Rows]) -> Any:
        """What is made of rows after what was made of those of this name, of several the ones that are most like."""
        if not rows:
            return make(None).answer
        listed = self._rows.setdefault(key, [])
        before = max(listed, key=lambda kept: _ends_alike(kept.of, rows), default=None)
        kept = make(before)
        if kept is not before:
            if before is not None and before.round < self._round:
                listed.remove(before)
            listed.append(kept)
        kept.round = self._round
        if self._open:
            self._open[-1].append(kept)
        return kept.answer

    def _rows_after(self, before: _Rows | None, rows: Sequence[Any], make: Callable[[Any], Any]) -> _Rows:
        """What is made where rows differ from those before, between what stands first and last in both."""
        listed = tuple(rows)
        old, answers, parts = (before.of, before.answer, before.each) if before else ((), (), ())
        first, last = _ends(old, listed)
        if before and first == len(old) == len(listed):
            return before
        was, now = slice(first, len(old) - last), slice(first, len(listed) - last)
        between = self._between(old[was], answers[was], parts[was], listed[now], make)
        made, held = zip(*between, strict=True) if between else ((), ())
        return _Rows(
            answers[:first] + made + answers[was.stop :],
            listed,
            self._round,
            parts[:first] + held + parts[was.stop :],
        )

    def _between(
        self, old: Sequence[Any], answers: Sequence[Any], parts: _Parts, rows: Sequence[Any], make: Callable[[Any], Any]
    ) -> list[_Row]:
        made = list(zip(answers, parts, strict=True))
        places = _places(old, rows)
        moved = sorted({*range(len(old))}.difference(places))
        found = dict(zip(_which_rows([old[at] for at in moved]), [made[at] for at in moved], strict=True))
        new = [row for at, row in zip(places, rows, strict=True) if at is None]
        listed = _which_rows(new)
        for which, row in zip(listed, new, strict=True):
            if which not in found:
                answer, held = self._made(partial(make, row))
                found[which] = answer, held or ()
        new_ones = iter([found[which] for which in listed])
        return [next(new_ones) if at is None else made[at] for at in places]

    def by_key(self, name: str, rows: Sequence[Mapping[Any, Sequence[Any]]]) -> dict[Any, tuple[Any, ...]]:
        """As the function: only what changed rows have is put together anew."""
        groups: dict[Any, tuple[Any, ...]] = self._after(("by key", name), rows, partial(self._groups_after, rows))
        return groups

    def _groups_after(self, rows: Sequence[Mapping[Any, Sequence[Any]]], before: _Rows | None) -> _Rows:
        listed = tuple(rows)
        old, groups = (before.of, before.answer) if before else ((), {})
        first, last = _ends(old, listed)
        changed = [*old[first : len(old) - last], *listed[first : len(listed) - last]]
        if before and not changed:
            return before
        if len(changed) > SOME:
            return _Rows(_joined(listed), listed, self._round, ())
        now = {key: _of_key(key, listed) for row in changed for key in row}
        return _Rows({key: of for key, of in {**groups, **now}.items() if of}, listed, self._round, ())

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


def _ends(old: Sequence[Any], rows: Sequence[Any]) -> tuple[int, int]:
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
    """Whether two are one by `_which`, at less cost where they are one record."""
    if one is other:
        return True
    if type(one) is tuple and type(other) is tuple:
        return len(one) == len(other) and (all(map(is_, one, other)) or all(map(_same, one, other)))
    return type(one) in _PLAIN and type(other) in _PLAIN and bool(one == other)


def _places(old: Sequence[Any], rows: Sequence[Any]) -> list[int | None]:
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


def _ends_alike(old: Sequence[Any], rows: Sequence[Any]) -> int:
    """How many of the first and the last row are the same."""
    return _same(old[0], rows[0]) + _same(old[-1], rows[-1])


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


def each(
    name: str, rows: Sequence[Row], make: Callable[[Row], Answer], same: tuple[Any, ...] = ()
) -> tuple[Answer, ...]:
    """As `once` for each of many rows, at a fraction of the cost: a row is a record or a plain tuple.

    `same` is what all of them rest on beside. Only what stands between the first and the last rows of before is looked
    up or made, and of the same rows the very same answers are given, for a step that rests on all of them.

    >>> memory = Memory()
    >>> with memory.remembering():
    ...     each("twice", [3, 1, 3], lambda number: number * 2)
    (6, 2, 6)
    """
    memory = _ACTIVE.get()
    if memory is None:
        return tuple([make(row) for row in rows])
    answers: tuple[Answer, ...] = memory.answers(name, rows, same, make)
    return answers


Key = TypeVar("Key")


def by_key(name: str, rows: Sequence[Mapping[Key, Sequence[Answer]]]) -> dict[Key, tuple[Answer, ...]]:
    """What many rows, each of them remembered, have of each key, one after another; the keys in no order that counts.

    Of a key that no row has which changed, came or went, the very same tuple is given again.

    >>> by_key("numbers", [{"odd": [1, 3], "even": [2]}, {"even": [4]}])
    {'odd': (1, 3), 'even': (2, 4)}
    """
    memory = _ACTIVE.get()
    return _joined(rows) if memory is None else memory.by_key(name, rows)


def _joined(rows: Sequence[Mapping[Key, Sequence[Answer]]]) -> dict[Key, tuple[Answer, ...]]:
    found: defaultdict[Key, list[Answer]] = defaultdict(list)
    for row in rows:
        for key, of in row.items():
            found[key] += of
    return {key: tuple(of) for key, of in found.items() if of}


def _of_key(key: Key, rows: Sequence[Mapping[Key, Sequence[Answer]]]) -> tuple[Answer, ...]:
    return tuple(chain.from_iterable([row[key] for row in rows if key in row]))


def lasting(kind: type[Answer]) -> Answer:
    """What a step has noted of all that it has seen, for the next time: one a memory; outside of any, a new one.

    For work that is not one call a record. What it notes must change no answer, only what it costs.
    """
    memory = _ACTIVE.get()
    return kind() if memory is None else memory.lasting(kind)
