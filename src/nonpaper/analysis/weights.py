"""Weights that are not known: drawn evenly from all that are consistent with what is, or their extremes.

Without an order the weights are uniform on the simplex; with one, uniform on the part of it that keeps the order
(Rényi's representation: sorted uniform weights are sums of independent exponentials over prefixes).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from nonpaper.model.problem import Preference

Floats = NDArray[np.float64]


def draw(party: Preference, issues: int, count: int, random: np.random.Generator) -> Floats:
    """`count` weight vectors, one a row, each summing to one. Known weights are repeated. O(count × issues)."""
    if party.weights is not None:
        return np.tile(np.array([float(w) for w in party.weights]), (count, 1))
    parts = random.standard_exponential((count, issues))
    if party.order is None:
        return np.asarray(parts / parts.sum(axis=1, keepdims=True))
    parts /= np.arange(1, issues + 1)
    falling = np.cumsum(parts[:, ::-1], axis=1)[:, ::-1]
    falling /= falling.sum(axis=1, keepdims=True)
    weights = np.empty_like(falling)
    at = 0
    for group in party.order:
        ranks = falling[:, at : at + len(group)]
        weights[:, list(group)] = random.permuted(ranks, axis=1) if len(group) > 1 else ranks
        at += len(group)
    return weights


def extreme(
    party: Preference, values: Sequence[Fraction], *, highest: bool = False
) -> tuple[Fraction, tuple[Fraction, ...]]:
    """The least utility (or the highest) over all weights consistent with what is known, and weights that give it.

    `values[k]` is what the package's option of issue `k` is worth. Exact, without sampling: a linear function takes its
    extremes at equal weights on a prefix of the order (Kirkwood and Sarin 1985); within a group of equals the prefix
    takes the lowest values first (or the highest).
    """
    if party.weights is not None:
        return sum((w * v for w, v in zip(party.weights, values, strict=True)), Fraction(0)), party.weights
    order = party.order or (tuple(range(len(values))),)
    ranked = [k for group in order for k in sorted(group, key=lambda k: values[k], reverse=highest)]
    best, size, total = None, 0, Fraction(0)
    for count, issue in enumerate(ranked, start=1):
        total += values[issue]
        mean = total / count
        if best is None or (mean > best if highest else mean < best):
            best, size = mean, count
    weights = [Fraction(0)] * len(values)
    for issue in ranked[:size]:
        weights[issue] = Fraction(1, size)
    return best or Fraction(0), tuple(weights)
