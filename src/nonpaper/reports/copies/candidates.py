"""Pairs of reports worth comparing, found without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash, RMinHashLSH

from nonpaper.reports.copies.features import Features, Hashes
from nonpaper.reports.copies.verify import NUMBERS

Pairs = set[tuple[int, int]]

SAMPLE = 4
"""One run of words in four is looked up (0 mod p sampling, Manber 1994)."""
SHARED = 3
"""Sampled runs that two reports must share."""
CROWD = 32
"""A feature of more reports than this ties each of them to the first few only, so that work stays linear."""
PERMUTATIONS, SEED = 96, 1
BANDS = {"content": 24, "fixed": 16}
"""Rows of 4 and 6: half of the pairs of likeness 0.45 and 0.63 are met, nearly all from 0.65 and 0.8 on."""
FEW = 5
"""A sketch of fewer features than this says nothing."""


def candidates(known: Sequence[Features]) -> Pairs:
    """Pairs (i, j), i < j, that share runs of words, or many of their words, names and numbers. About linear."""
    return _by_runs(known) | _by_sketch(known, "content") | _by_sketch(known, "fixed")


def _by_runs(known: Sequence[Features]) -> Pairs:
    kept = [f.runs[f.runs % np.uint64(SAMPLE) == 0] for f in known]
    shared = list(_together(kept))
    if not shared:
        return set()
    return set(_often(shared, SHARED, len(known)))


def _often(shared: Sequence[NDArray[np.int64]], least: int, n: int) -> Iterator[tuple[int, int]]:
    """The pairs that stand in `shared` at least so many times, of numbers below `n`."""
    rows = np.concatenate(shared)
    pairs, counts = np.unique(rows[:, 0] * n + rows[:, 1], return_counts=True)
    kept = pairs[counts >= least]
    yield from zip((kept // n).tolist(), (kept % n).tolist(), strict=True)


def _together(kept: Sequence[Hashes]) -> Iterator[NDArray[np.int64]]:
    """Pairs of reports, one row for each feature that both have."""
    if not kept:
        return
    owner = np.repeat(np.arange(len(kept)), [len(k) for k in kept])
    values = np.concatenate(kept)
    order = np.lexsort((owner, values))
    values, owner = values[order], owner[order]
    starts = np.flatnonzero(np.r_[True, values[1:] != values[:-1]]) if len(values) else np.zeros(0, np.int64)
    sizes = np.diff(np.r_[starts, len(values)])
    for step in range(1, CROWD):  # the n-th after each, within one feature
        has = np.repeat(np.where(sizes <= CROWD, sizes, 0), sizes)
        place = np.arange(len(values)) - np.repeat(starts, sizes)
        at = np.flatnonzero(place + step < has)
        if len(at):
            yield np.column_stack((owner[at], owner[at + step]))
    for start, size in zip(starts[sizes > CROWD], sizes[sizes > CROWD], strict=True):
        yield np.column_stack((np.full(size - 1, owner[start]), owner[start + 1 : start + size]))


def _by_sketch(known: Sequence[Features], of: str) -> Pairs:
    """MinHash sketches that agree in a band of rows (Broder 1997; Leskovec, Rajaraman and Ullman, chapter 3)."""
    sets: list[tuple[int, Hashes]] = [(i, s) for i, f in enumerate(known) if len(s := getattr(f, of)) >= FEW]
    sketches = [RMinHash(PERMUTATIONS, SEED) for _ in sets]
    for sketch, (_, values) in zip(sketches, sets, strict=True):
        sketch.update(_each(values.tobytes()))
    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS[of])
    index.insert_many(sketches)
    met: Pairs = set()
    for place, found in enumerate(index.query_all(sketches)):
        others = sorted(other for other in found if other != place)
        met |= {_ordered(sets[place][0], sets[other][0]) for other in others[:CROWD]}
    return met


def _each(values: bytes) -> list[bytes]:
    return [values[at : at + 8] for at in range(0, len(values), 8)]


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def in_two_languages(known: Sequence[Features], languages: Sequence[str | None]) -> Pairs:
    """Pairs of different languages that share four numbers of two digits or more."""
    shared = list(_together([f.numbers for f in known]))
    if len(set(languages) - {None}) < 2 or not shared:
        return set()
    kept = _often(shared, NUMBERS, len(known))
    return {(i, j) for i, j in kept if None not in (languages[i], languages[j]) and languages[i] != languages[j]}
