"""The two linkers: each content chooses its cue, each cue its source, or none.

A scaled product of two small networks on [first, last, mean] of a span's vectors, plus learned weights for distance,
paragraph breaks and rivals in between.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.attribution.link import Ints, breaks_between, buckets, gaps, rivals_between

Floats = NDArray[np.floating[Any]]
Weights = dict[str, Floats]

CONTENT_TO_CUE, CUE_TO_SOURCE = 0, 1
SPAN = 128
REACH = 240
"""Largest gap in pieces at which a link is believed: nearly all in the training data are nearer."""


class Asked(NamedTuple):
    """Of one window: the vectors of its pieces, spans that choose and spans to choose from, and its paragraph marks."""

    vectors: Floats
    children: Ints
    parents: Ints
    marks: Ints


def choices(weights: Weights, which: int, asked: Sequence[Asked]) -> list[Floats]:
    """Of each window, probabilities [children, parents + 1] that a child belongs to a parent or (last column) to none.

    Each small network runs once for all windows: fetching its weights takes longer than a few products with them.
    """
    children, parents = ([getattr(a, name) for a in asked] for name in ("children", "parents"))
    child = network(weights, f"child.{which}", _vectors(asked, children))
    none = child @ weights[f"none.{which}.weight"].T + weights[f"none.{which}.bias"]
    parent = network(weights, f"parent.{which}", _vectors(asked, parents))
    mine, held = _parts(children), _parts(parents)
    return [
        softmax(np.concatenate([_scores(weights, which, a, child[c], parent[p]), none[c]], axis=1))
        for a, c, p in zip(asked, mine, held, strict=True)
    ]


def _scores(weights: Weights, which: int, asked: Asked, child: Floats, parent: Floats) -> Floats:
    """How well each parent of one window suits each child."""
    gap = gaps(asked.children, asked.parents)
    scores = child @ parent.T / np.sqrt(np.float32(SPAN)) + weights["dist"][which][buckets(gap)]
    scores = scores + weights["brk"][which][breaks_between(asked.children, asked.parents, asked.marks)]
    scores = scores + weights["riv"][which][rivals_between(gap)]
    found: Floats = np.where(np.abs(gap) > REACH, np.float32(-1e9), scores)
    return found


def _vectors(asked: Sequence[Asked], spans: Sequence[Ints]) -> Floats:
    found: Floats = np.concatenate([span_vectors(a.vectors, s) for a, s in zip(asked, spans, strict=True)])
    return found


def _parts(spans: Sequence[Ints]) -> list[slice]:
    """Where the spans of each window stand among those of all."""
    ends = np.cumsum([len(s) for s in spans]).tolist()
    return [slice(end - len(s), end) for end, s in zip(ends, spans, strict=True)]


def span_vectors(vectors: Floats, spans: Ints) -> Floats:
    """First, last and mean vector of each span [k, 2] of pieces: [k, 3 * width]."""
    first, last = spans[:, 0], spans[:, 1]
    sums = [np.add.reduce(vectors[i : j + 1], axis=0) for i, j in spans.tolist()]
    means = np.array(sums, np.float32).reshape(-1, vectors.shape[1]) / (last - first + 1).astype(np.float32)[:, None]
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
