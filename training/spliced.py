"""Windows that nobody has read before: stretches of the texts, joined where the same piece stands in both.

A trained network has learned its training text by heart and is too sure there; on spliced text it is as unsure as on
new text, so that what is fitted on it holds for new text too (NOTES.md has the figures).
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from training.tables import FIRST, LAST, Table

RATES = (0.0, 1 / 60, 1 / 25, 1 / 12)
"""How often a window goes on elsewhere, a piece; windows take them in turn."""
LENGTH = 384
"""Pieces of a window, its two marks included: as many as the program reads at once."""
SHAPE_BITS = 6
Ints = NDArray[np.int64]


class Stretch:
    """All pieces of a table's windows in one row, and where each piece stands in the same shape."""

    def __init__(self, table: Table) -> None:
        inside = [slice(1, int(size) - 1) for size in table["size"]]
        self.ids, self.shapes = (
            np.concatenate([row[part].numpy().astype(np.int64) for row, part in zip(table[name], inside, strict=True)])
            for name in ("ids", "shapes")
        )
        self.keys = self.ids << SHAPE_BITS | self.shapes
        self.order = np.argsort(self.keys, kind="stable")
        self.sorted = self.keys[self.order]

    def elsewhere(self, at: int, drawn: np.random.Generator) -> int:
        """Any place of the piece at `at`, in the same shape."""
        first, last = (
            np.searchsorted(self.sorted, self.keys[at], "left"),
            np.searchsorted(self.sorted, self.keys[at], "right"),
        )
        return int(self.order[drawn.integers(first, last)])

    def window(self, size: int, rate: float, drawn: np.random.Generator) -> Ints:
        """Places of `size` pieces; after each of them, with this probability, the text goes on elsewhere."""
        at, found = int(drawn.integers(max(len(self.ids) - size, 1))), list[int]()
        while len(found) < size:
            run = int(drawn.geometric(rate)) if rate else size
            found += range(at, min(at + run, len(self.ids)))
            at = (self.elsewhere(found[-1], drawn) + 1) % len(self.ids)
        return np.array(found[:size])


def spliced(tables: tuple[Table, ...], counts: tuple[int, ...], seed: int, length: int = LENGTH) -> Table:
    """So many windows of each table, spliced: ids and shapes [b, length] and sizes, as `tables.table_of` has them."""
    drawn = np.random.default_rng(seed)
    ids, shapes = (np.zeros((sum(counts), length), np.int64) for _ in range(2))
    ids[:, 0], ids[:, -1] = FIRST, LAST
    row = 0
    for table, count in ((t, c) for t, c in zip(tables, counts, strict=True) if c):
        of = Stretch(table)
        for number in range(count):
            at = of.window(length - 2, RATES[number % len(RATES)], drawn)
            ids[row, 1:-1], shapes[row, 1:-1] = of.ids[at], of.shapes[at]
            row += 1
    return {"ids": torch.from_numpy(ids), "shapes": torch.from_numpy(shapes), "size": torch.full((row,), length)}
