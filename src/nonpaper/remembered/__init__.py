"""What was made of the same records is made once, while a dossier is open.

The steps from readings to a page are pure functions of frozen records. Within a `Memory` those marked `remembered` give
for the very same records the very same answer: when one report is added, what it does not bear on is not made anew, and
since what is given again is the same object, neither is what rests on it. Outside they are plain functions.

The method is that of self-adjusting computation (Acar 2005) with one simplification: which record, not what is in it,
decides, so that asking costs the number of arguments and not their size.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from nonpaper.remembered.memory import ACTIVE, KEPT, Memory
from nonpaper.remembered.rows import joined

__all__ = ["KEPT", "Memory", "by_key", "each", "lasting", "once", "remembered"]
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


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
        memory = ACTIVE.get()
        if memory is None or named:
            return make(*given, **named)
        answer: Answer = memory.answer(make, given, lambda: make(*given, **named))
        return answer

    return asked


def once(name: str, of: tuple[Any, ...], make: Callable[[], Answer]) -> Answer:
    """What `make` gives, made once for the same records `of`; for a step that takes more than it rests on.

    All that `make` looks at beside must follow from `of`, and its answer must hold on to nothing else.
    """
    memory = ACTIVE.get()
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
    memory = ACTIVE.get()
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
    memory = ACTIVE.get()
    return joined(rows) if memory is None else memory.by_key(name, rows)


def lasting(kind: type[Answer]) -> Answer:
    """What a step has noted of all that it has seen, for the next time: one a memory; outside of any, a new one.

    For work that is not one call a record. What it notes must change no answer, only what it costs.
    """
    memory = ACTIVE.get()
    return kind() if memory is None else memory.lasting(kind)
