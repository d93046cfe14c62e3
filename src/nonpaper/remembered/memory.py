"""Answers kept by the records that they were made of, for as long as something asks for them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from nonpaper.remembered.rows import Kept, Part, Row, Rows, groups_after, rows_after
from nonpaper.remembered.same import ends_alike, which

Answer = TypeVar("Answer")
ACTIVE: ContextVar[Memory | None] = ContextVar("memory", default=None)
"""The memory of the round that is going on."""
KEPT = 4
"""Once in so many rounds answers that none of them asked for are let go."""
MANY = 10_000
"""So many answers are taken from what the collector of circles looks at."""
SLACK = 1.05
"""Of so many there must be so many times as many as the last time before any are let go."""
GROWN = 1.25
"""And so many times as many before the collector looks at them again."""
OFTEN = 50
"""Rounds after which it looks at all of them again."""


class Memory:
    """Answers by name and records. As large as what the last few rounds made; not to be shared by threads."""

    def __init__(self) -> None:
        self._kept: dict[object, Kept] = {}
        self._rows: dict[object, list[Rows]] = {}
        self._lasting: dict[type, Any] = {}
        self._open: list[list[Part]] = []
        self._round = self._settled = self._held = 0

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
        before, looking = ACTIVE.set(self), gc.isenabled()
        self._round += 1
        gc.disable()  # what a round makes is kept or goes by itself: it holds next to no circles
        try:
            yield
        finally:
            ACTIVE.reset(before)
            if self._round % KEPT == 0 and (len(self) < MANY or len(self) > SLACK * self._held):
                self._let_go(self._round - KEPT)
                self._held = len(self)
            self._settle()
            if looking:
                gc.enable()

    def _let_go(self, last: int) -> None:
        """Drops what was last asked for in the round `last` or before, unless something later has it as a part."""
        every = chain[Part](self._kept.values(), chain.from_iterable(self._rows.values()))
        alive = [kept for kept in every if kept.round > last and kept.parts]
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
        key = (name, *map(which, of))
        kept = self._kept.get(key)
        if kept is None:
            answer, parts = self._made(make)
            kept = self._kept[key] = Kept(answer, of, self._round, parts)
        kept.round = self._round
        if self._open:
            self._open[-1].append(kept)
        return kept.answer

    def _made(self, make: Callable[[], Any]) -> tuple[Any, list[Part]]:
        parts: list[Part] = []
        self._open.append(parts)
        try:
            return make(), parts
        finally:
            self._open.pop()

    def answers(
        self, name: object, rows: Sequence[Any], same: tuple[Any, ...], make: Callable[[Any], Any]
    ) -> tuple[Any, ...]:
        """What `make` gives for each row, made once for the same row; of the same rows the very same answers."""

        def made(row: Any) -> Row:
            answer, parts = self._made(partial(make, row))
            return answer, parts or ()

        key = (name, *map(which, same))
        answers: tuple[Any, ...] = self._after(key, rows, lambda before: rows_after(before, rows, self._round, made))
        return answers

    def by_key(self, name: str, rows: Sequence[Mapping[Any, Sequence[Any]]]) -> dict[Any, tuple[Any, ...]]:
        """What rows have of each key; of a key that no row has which changed the very same."""
        groups: dict[Any, tuple[Any, ...]] = self._after(
            ("by key", name), rows, lambda before: groups_after(before, rows, self._round)
        )
        return groups

    def _after(self, key: object, rows: Sequence[Any], make: Callable[[Rows | None], Rows]) -> Any:
        """What is made of rows after what was made of those of this name, of several the ones that are most like."""
        if not rows:
            return make(None).answer
        listed = self._rows.setdefault(key, [])
        before = max(listed, key=lambda kept: ends_alike(kept.of, rows), default=None)
        kept = make(before)
        if kept is not before:
            if before is not None and before.round < self._round:
                listed.remove(before)
            listed.append(kept)
        kept.round = self._round
        if self._open:
            self._open[-1].append(kept)
        return kept.answer

    def lasting(self, kind: type[Answer]) -> Answer:
        """The one of its kind that lasts as long as this memory."""
        if kind not in self._lasting:
            self._lasting[kind] = kind()
        found: Answer = self._lasting[kind]
        return found
