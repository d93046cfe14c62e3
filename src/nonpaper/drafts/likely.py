"""Which pairs of many statements can be near at all, found by one matrix product a block instead of one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from nonpaper.drafts.likeness import Told
from nonpaper.drafts.statement import Statement

Matrix = npt.NDArray[np.float32]
FEW = 1 << 22
"""Multiplications that are done at once by one thread."""
ROWS = 512
"""Statements compared with all at once, so that memory stays flat."""


def likely(statements: Sequence[Statement], told: Told, least: float) -> Iterator[tuple[int, int]]:
    """Pairs (i, j), i < j, of one topic whose likeness may reach `least`, and whose names and parties may be the same.

    None that does is left out. O(n² v) multiplications of floats, n the statements and v their different words, in
    blocks of `ROWS`.
    """
    said = [told(s).words for s in statements]
    weighed, has = _matrix(said), _matrix([dict.fromkeys(words, 1.0) for words in said])
    kinds = _matrix([{q.kind: 1.0 for q in s.amounts} for s in statements])
    sides = [_matrix([dict.fromkeys(of(s), 1.0) for s in statements]) for of in _SIDES]
    sums = weighed.sum(axis=1)
    for start in range(0, len(said), ROWS):
        rows = slice(start, start + ROWS)
        shared, mine, yours = _product(weighed[rows], has), sums[rows, None], sums[None, :]
        bound = _bound(shared, mine, yours)
        numbered = _bound(shared + 1, mine + 1, yours + 1)
        near = np.where(_product(kinds[rows], kinds) > 0, np.maximum(bound, numbered), bound) >= least - 1e-4
        for side in sides:
            given = np.asarray(side.any(axis=1))
            near &= (_product(side[rows], side) > 0) | ~(given[rows, None] & given[None, :])
        for i, j in zip(*(found.tolist() for found in np.nonzero(near)), strict=True):
            if start + i < j:
                yield start + i, j


_SIDES: tuple[Callable[[Statement], frozenset[str]], ...] = (
    lambda s: s.names,
    lambda s: s.obligor,
    lambda s: s.beneficiary,
)


def _matrix(rows: Sequence[dict[str, float]]) -> Matrix:
    """A row a statement, a column a word, in no order that matters."""
    place = {word: at for at, word in enumerate(sorted({w for row in rows for w in row}))}
    filled = np.zeros((len(rows), max(1, len(place))), np.float32)
    for at, row in enumerate(rows):
        for word, value in row.items():
            filled[at, place[word]] = value
    return filled


def _product(left: Matrix, right: Matrix) -> Matrix:
    """Each row of the one by each of the other. Of few, the threads of a library cost more than they save."""
    few = left.size * len(right) < FEW
    found: Matrix = np.einsum("ik,jk->ij", left, right) if few else left @ right.T
    return found


def _bound(shared: Matrix, mine: Matrix, yours: Matrix) -> Matrix:
    total, least = mine + yours, np.minimum(mine, yours)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Matrix = np.where(least > 0, shared / total + 0.5 * shared / least, np.float32(0.0))
    return found
