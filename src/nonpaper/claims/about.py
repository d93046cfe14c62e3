"""What a stretch is about: the topics that its words name and those that the model takes it for, weighed together.

Each alone is right of six terms in ten that nobody had seen, both together of two in three; where they agree, nine in
ten are right (training/NOTES.md).
"""

from __future__ import annotations

import math

from nonpaper.claims.terms import Shares
from nonpaper.claims.topics import topic_scores
from nonpaper.model.codes import Topic

FAINTEST = 0.004
"""Share of a topic that the model leaves out."""
STANCE, NAMED = 0.25, 1.0
"""What the score of a stance's words counts, many of which name its holder, and what the object that they name does."""


def about(words: str, shares: Shares) -> tuple[Topic, float]:
    """The likeliest topic and its share of all, 0 to 1, of a term's words that the model takes for `shares`.

    A log-linear pool: the score of the words (`topics.topic_scores`) counts as log odds beside the model's.
    """
    return _likeliest(dict(topic_scores(words)), shares)


def pooled(words: str, shares: Shares, named: Topic | None, counts: float = NAMED) -> tuple[Topic, float]:
    """The same of a stance's words, of which rules say that they name `named`, which `counts` so much."""
    scores = {topic: STANCE * score for topic, score in topic_scores(words)}
    return _likeliest(scores | ({named: scores.get(named, 0.0) + counts} if named else {}), shares)


def _likeliest(named: dict[Topic, float], shares: Shares) -> tuple[Topic, float]:
    taken = dict(shares)
    odds = {t: math.exp(named.get(t, 0.0)) * max(taken.get(t, 0.0), FAINTEST) for t in (*taken, *named)}
    best = max(odds, key=lambda topic: odds[topic])
    return best, odds[best] / sum(odds.values())
