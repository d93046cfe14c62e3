"""The two linkers: each content chooses its cue, each cue its source, or none.

A scaled product of two small networks on [first, last, mean] of a span's vectors, plus learned weights for distance,
paragraph breaks and rivals in between.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.attribution.link import Ints, breaks_between, buckets, gaps, rivals_between

Floats = NDArray[np.floating[Any]]
Weights = dict[str, Floats]

CONTENT_TO_CUE, CUE_TO_SOURCE = 0, 1
SPAN = 128
REACH = 240
"""Largest gap in pieces at which a link is believed: nearly all in the training data are nearer."""


def choices(weights: Weights, which: int, vectors: Floats, children: Ints, parents: Ints, marks: Ints) -> Floats:
    """Probabilities [children, parents + 1] that each child belongs to each parent, or (last column) to none."""
    if not len(parents):
        return np.ones((len(children), 1), np.float32)
    child = network(weights, f"child.{which}", span_vectors(vectors, children))
    none = child @ weights[f"none.{which}.weight"].T + weights[f"none.{which}.bias"]
    parent = network(weights, f"parent.{which}", span_vectors(vectors, parents))
    gap = gaps(children, parents)
    scores = child @ parent.T / np.sqrt(np.float32(SPAN)) + weights["dist"][which][buckets(gap)]
    scores = scores + weights["brk"][which][breaks_between(children, parents, marks)]
    scores = scores + weights["riv"][which][rivals_between(gap)]
    scores = np.where(np.abs(gap) > REACH, np.float32(-1e9), scores)
    return softmax(np.concatenate([scores, none], axis=1))


def span_vectors(vectors: Floats, spans: Ints) -> Floats:
    """First, last and mean vector of each span [k, 2] of pieces: [k, 3 * width]."""
    first, last = spans[:, 0], spans[:, 1]
    sums = np.stack([np.add.reduce(vectors[i : j + 1], axis=0) for i, j in spans.tolist()])
    means = sums / (last - first + 1).astype(np.float32)[:, None]
    return np.concatenate([vectors[first], vectors[last], means], axis=1)


def network(weights: Weights, name: str, inputs: Floats) -> Floats:
    """Two layers with a GELU between them."""
    hidden = gelu(inputs @ weights[f"{name}.0.weight"].T + weights[f"{name}.0.bias"])
    out: Floats = hidden @ weights[f"{name}.3.weight"].T + weights[f"{name}.3.bias"]
    return out


def gelu(x: Floats) -> Floats:
    """The input times the normal distribution function, by Abramowitz and Stegun 7.1.26 (error below 2e-7)."""
    z = np.abs(x) / np.sqrt(np.float32(2))
    t = 1 / (1 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    out: Floats = (0.5 * x * (1 + erf)).astype(np.float32)
    return out


def softmax(scores: Floats) -> Floats:
    """Shares of each row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    out: Floats = powers / powers.sum(axis=1, keepdims=True)
    return out
