"""How much of what two statements of one text say is the same, each word weighed by what it tells."""

from __future__ import annotations

from collections.abc import Callable

from nonpaper.drafts.quantity import agree
from nonpaper.drafts.statement import Statement

Weigh = Callable[[str], float]
Told = Callable[[Statement], dict[str, float]]
"""What each word of a statement counts."""


def flat(of: Statement) -> dict[str, float]:
    """Every word weighs the same."""
    return weights(of, lambda _: 1.0)


def likeness(a: Statement, b: Statement, told: Told = flat) -> float:
    """0..1: the share of what the two say that both say; half of it counted against the shorter of them.

    What every statement on the topic says counts a quarter. An equal amount counts as a word, another one as nothing.
    """
    mine, yours = told(a), told(b)
    shared = sum([w for key, w in mine.items() if key in yours])
    if agree(a.amounts, b.amounts):
        shared, extra = shared + 1.0, 1.0
    else:
        extra = 0.0
    total, least = sum(mine.values()) + extra, sum(yours.values()) + extra
    if not total or not least:
        return 0.0
    about = 1.0 if _headed(a, b) and _headed(b, a) else 0.8
    return round(about * (shared / (total + least) + 0.5 * shared / min(total, least)), 6)


def _headed(a: Statement, b: Statement) -> bool:
    """Whether what `a` is first about is in `b` too, or is what every statement on the topic is about."""
    return a.head is None or a.head in b.content or a.head in a.content - a.telling


def weights(of: Statement, weigh: Weigh) -> dict[str, float]:
    """What each word of a statement counts."""
    words = {c: weigh(c) if c in of.telling else 0.25 for c in of.content}
    return words | {n: 1.5 * weigh(n) for n in of.names}
