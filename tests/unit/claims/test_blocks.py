"""Which pieces look at which: everybody looks once, at all that is near, and a short window is looked at whole."""

from __future__ import annotations

import numpy as np
import pytest

from nonpaper.claims.attribution.blocks import MOST, REACH, blocks
from nonpaper.claims.attribution.encoder import WINDOW

LENGTHS = range(1, WINDOW + 3)


def test_every_piece_looks_once_and_what_is_left_over_looks_from_the_last():
    for n in LENGTHS:
        looking = blocks(n)[0].ravel()
        assert looking[:n].tolist() == list(range(n))
        assert set(looking[n:].tolist()) <= {n - 1}


def test_a_piece_sees_itself_those_near_it_and_the_two_marks():
    for n in LENGTHS:
        looking, seen = blocks(n)
        for mine, theirs in zip(looking, seen, strict=True):
            near = range(max(mine.min() - REACH, 0), min(mine.max() + REACH + 1, n))
            assert {*near, 0, n - 1} <= set(theirs.tolist())


def test_nothing_is_seen_twice_and_nothing_outside():
    for n in LENGTHS:
        for theirs in blocks(n)[1].tolist():
            assert len(set(theirs)) == len(theirs)
            assert all(0 <= at < n for at in theirs)


@pytest.mark.parametrize(("n", "shape"), [(0, (1, 0)), (2, (1, 2)), (130, (1, 130)), (384, (4, 162))])
def test_blocks_are_few_and_of_one_size(n, shape):
    looking, seen = blocks(n)
    assert seen.shape == shape
    assert looking.shape[1] <= max(MOST, seen.shape[1])
    assert seen.dtype == np.int64
