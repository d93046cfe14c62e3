"""Links of several windows at once are those of each by itself."""

from __future__ import annotations

import numpy as np

from nonpaper.claims.attribution.linker import CONTENT_TO_CUE, CUE_TO_SOURCE, Asked, choices
from nonpaper.claims.shipped import shipped


def window(drawn: np.random.Generator, children: int, parents: int) -> Asked:
    spans = [np.sort(drawn.integers(0, 60, (count, 2)), axis=1) for count in (children, parents)]
    return Asked(drawn.normal(size=(60, 384)).astype(np.float32), spans[0], spans[1], drawn.integers(0, 2, 60))


def test_windows_do_not_see_each_other():
    drawn, weights = np.random.default_rng(4), shipped()._said.heads
    asked = [window(drawn, *sizes) for sizes in ((3, 5), (1, 0), (6, 2), (2, 9))]
    for which in (CONTENT_TO_CUE, CUE_TO_SOURCE):
        together = choices(weights, which, asked)
        for one, table in zip(asked, together, strict=True):
            [alone] = choices(weights, which, [one])
            assert table.shape == (len(one.children), len(one.parents) + 1)
            assert np.allclose(table, alone, atol=1e-5)
            assert np.allclose(table.sum(axis=1), 1)


def test_who_has_nobody_to_choose_chooses_nobody():
    [table] = choices(shipped()._said.heads, CUE_TO_SOURCE, [window(np.random.default_rng(5), 4, 0)])
    assert table.tolist() == [[1.0]] * 4
