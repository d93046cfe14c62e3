"""Where a search for changes branches first, and mixtures of parties that are hard to raise together."""

from __future__ import annotations

import numpy as np

from nonpaper.analysis.changes import Floats, Ints, Task

MIXTURES = 24


def places(task: Task) -> tuple[Ints, Ints]:
    """The place of each move's block, and all moves in the order of places.

    Blocks come in the order of what they can add to the worst-off parties; compulsory ones first.
    """
    gain, block, must = task.gain.mean(axis=1), task.moves.block, task.moves.must
    short = np.maximum(-task.slack, 0).mean(axis=0) + 1e-6
    score = gain @ (short / short.sum())
    best = np.array([score[block == b].max(initial=-np.inf) for b in range(len(must))])
    best[must] = np.inf
    place = np.empty(len(must), np.int64)
    place[np.argsort(-best, kind="stable")] = np.arange(len(must))
    return place[block], np.lexsort((-score, place[block]))


def mixtures(task: Task) -> Floats:
    """Weights of parties, one mixture a row: each party alone, then the hardest, by multiplicative prices."""
    parties = task.slack.shape[1]
    mean, short = task.gain.mean(axis=1), task.slack.mean(axis=0)
    found = []
    weights = np.ones(parties) / parties
    for step in range(MIXTURES if parties > 1 else 0):
        found.append(weights)
        total = short + mean[_best(task, mean @ weights)[: 3 + step % 6]].sum(axis=0)
        weights = weights * np.exp(-4.0 * total / (np.abs(total).max() + 1e-12))
        weights /= weights.sum()
    return np.array([*np.eye(parties), *found[::-1]])


def _best(task: Task, score: Floats) -> list[int]:
    """The best move of each block, best first."""
    order = np.argsort(-score, kind="stable")
    first = np.unique(task.moves.block[order], return_index=True)[1]
    return [int(a) for a in order[np.sort(first)]]
