"""Pairs of reports worth comparing, found without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from nonpaper.reports.copies.features import Features, Hashes
from nonpaper.reports.copies.verify import NUMBERS

Pairs = NDArray[np.int64]
"""Rows (i, j), i < j, each once, ascending."""

SHARED = 3
"""Sampled runs that two reports must share."""
CROWD = 32
"""A feature of more reports than this ties each of them to the first only, so that work stays linear."""


def candidates(known: Sequence[Features], languages: Sequence[str | None]) -> Pairs:
    """Pairs that share runs of words, or many of their words, names and numbers; of two languages, numbers.

    About linear: what more than `CROWD` reports have ties each of them to the first alone.
    """
    kinds = (("sampled", SHARED), ("content_bands", 1), ("fixed_bands", 1))
    found = [_often([getattr(f, of) for f in known], least) for of, least in kinds]
    return _distinct(np.concatenate([*found, _in_two_languages(known, languages)]), len(known))


def _often(kept: Sequence[Hashes], least: int) -> Pairs:
    """The pairs of reports that have at least so many features in common."""
    n = len(kept)
    rows = np.concatenate([np.zeros((0, 2), np.int64), *_together(kept)])
    pairs, counts = np.unique(rows[:, 0] * n + rows[:, 1], return_counts=True)
    return _apart(pairs[counts >= least], n)


def _distinct(rows: Pairs, n: int) -> Pairs:
    return _apart(np.unique(rows[:, 0] * n + rows[:, 1]), n)


def _apart(pairs: NDArray[np.int64], n: int) -> Pairs:
    return np.column_stack(np.divmod(pairs, max(n, 1)))


def _together(kept: Sequence[Hashes]) -> Iterator[Pairs]:
    """Pairs of reports, one row for each feature that both have."""
    if not any(map(len, kept)):
        return
    owner = np.repeat(np.arange(len(kept)), [len(k) for k in kept])
    values = np.concatenate(kept)
    order = np.argsort(values, kind="stable")  # and so by owner where values are equal
    values, owner = values[order], owner[order]
    again = values[1:] == values[:-1]
    several = np.r_[again, False] | np.r_[False, again]  # most features are one report's alone
    values, owner = values[several], owner[several]
    starts = np.flatnonzero(np.r_[len(values) > 0, values[1:] != values[:-1]])
    sizes = np.diff(np.r_[starts, len(values)])
    has = np.repeat(np.where(sizes <= CROWD, sizes, 0), sizes)
    place = np.arange(len(values)) - np.repeat(starts, sizes)
    for step in range(1, CROWD):  # the n-th after each, within one feature
        at = np.flatnonzero(place + step < has)
        yield np.column_stack((owner[at], owner[at + step]))
    for start, size in zip(starts[sizes > CROWD], sizes[sizes > CROWD], strict=True):
        yield np.column_stack((np.full(size - 1, owner[start]), owner[start + 1 : start + size]))


def _in_two_languages(known: Sequence[Features], languages: Sequence[str | None]) -> Pairs:
    """Pairs of different languages that share four numbers of two digits or more."""
    if len(set(languages) - {None}) < 2:
        return np.zeros((0, 2), np.int64)
    spoken = {language: at for at, language in enumerate(sorted({s for s in languages if s}), start=1)}
    of = np.array([spoken.get(language or "", 0) for language in languages])
    pairs = _often([f.numbers for f in known], NUMBERS)
    left, right = of[pairs[:, 0]], of[pairs[:, 1]]
    of_two: Pairs = pairs[(left > 0) & (right > 0) & (left != right)]
    return of_two
