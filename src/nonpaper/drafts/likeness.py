"""How much of what two statements of one text say is the same, each word weighed by what it tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from nonpaper.drafts.quantity import agree
from nonpaper.drafts.statement import Statement

Weigh = Callable[[str], float]


class Weighed(NamedTuple):
    """What each word of a statement counts, and all of them together."""

    words: dict[str, float]
    sum: float


Told = Callable[[Statement], Weighed]


def flat(of: Statement) -> Weighed:
    """Every word weighs the same."""
    return weighed(of, lambda _: 1.0)


def likeness(a: Statement, b: Statement, told: Told = flat) -> float:
    """0..1: the share of what the two say that both say; half of it counted against the shorter of them.

    What every statement on the topic says counts a quarter. An equal amount counts as a word, another one as nothing.
    """
    mine, yours = told(a), told(b)
    extra = 1.0 if agree(a.amounts, b.amounts) else 0.0
    shared = sum([w for key, w in mine.words.items() if key in yours.words]) + extra
    left, right = mine.sum + extra, yours.sum + extra
    if not left or not right:
        return 0.0
    about = 1.0 if _headed(a, b) and _headed(b, a) else 0.8
    return round(about * (shared / (left + right) + 0.5 * shared / min(left, right)), 6)


def _headed(a: Statement, b: Statement) -> bool:
    """Whether what `a` is first about is in `b` too, or is what every statement on the topic is about."""
    return a.head is None or a.head in b.content or (a.head in a.content and a.head not in a.telling)


def weighed(of: Statement, weigh: Weigh) -> Weighed:
    """A statement with what each of its words counts."""
    words = {c: weigh(c) if c in of.telling else 0.25 for c in of.content}
    words |= {n: 1.5 * weigh(n) for n in of.names}
    return Weighed(words, sum(words.values()))
