"""What a stretch is about: the topics that its words name and those that the model takes it for, weighed together.

Each alone is right of six terms in ten that nobody had seen, both together of two in three; where they agree, nine in
ten are right (training/NOTES.md).
"""

from __future__ import annotations

import math
import re

from nonpaper.claims.terms import Shares
from nonpaper.claims.topics import topic_scores
from nonpaper.model.codes import Stance, Topic

STRONG = 4.0
"""Score of words from which they name a topic strongly, and the model is not asked."""
SURER = 0.4, 0.1
"""The model's share from which it is surer than words that name nothing, and what each point of their score adds."""
FAINTEST = 0.004
"""Share of a topic that the model leaves out."""
WORDS = 0.7
"""What the score of a term's words counts: they were chosen on other reports, and the model reads the sentence around."""
STANCE, NAMED = 0.25, 1.0
"""What the score of a stance's words counts, many of which name its holder, and what the object that they name does."""
WHOLE = 4.0
"""What more it counts where they say "the whole deal": a part of it that stands near is then not meant."""
OF_ITS_NATURE: dict[Stance, tuple[Topic, float]] = {"welcomes_process": ("process", 2.5)}
"""Stances that are of their nature taken on one thing, and what that counts: a kind word about talks is on the talks."""
_WHOLE = re.compile(
    r"\b(?:(?:the|this|that|its|their|a) )?(?:whole|entire) (?:[\w’'-]+ ){0,2}?"
    r"(?:deal|plan|text|agreement|accord|package|draft|document|proposal|framework|arrangement|thing|paper|settlement)\b"
    r"|\b(?:deal|plan|text|agreement|accord|package|draft|document|proposal|framework|paper) (?:as a whole|in its entirety)\b",
    re.IGNORECASE,
)


def about(words: str, shares: Shares) -> tuple[Topic, float]:
    """The likeliest topic and its share of all, 0 to 1, of a term's words that the model takes for `shares`.

    A log-linear pool: the score of the words (`topics.topic_scores`) counts as log odds beside the model's. The share is
    the smaller of what the topic has where they count in full and where they count less.
    """
    named = dict(topic_scores(words))
    topic, share = _likeliest({t: WORDS * score for t, score in named.items()}, shares)
    other, sure = _likeliest(named, shares)
    return topic, min(share, sure if other == topic else 1 - sure)


def outweighs(shares: Shares, words: str) -> bool:
    """Whether the model is surer what a term is about than its words are, which name no topic strongly.

    >>> outweighs((("withdrawal", 0.9),), "Norvia and its garrison move"), outweighs((), "Norvia moves")
    (True, False)
    """
    scores = topic_scores(words)
    best = scores[0][1] if scores else 0.0
    return bool(shares) and best < STRONG and shares[0][1] >= SURER[0] + SURER[1] * best


def pooled(
    words: str, shares: Shares, stance: Stance, named: Topic | None, counts: float = NAMED
) -> tuple[Topic, float]:
    """The same of the words of a stance, of which rules say that they name `named`, which `counts` so much."""
    scores = {topic: STANCE * score for topic, score in topic_scores(words)}
    more = [OF_ITS_NATURE[stance]] if stance in OF_ITS_NATURE else []
    more += [(named, counts)] if named else []
    more += [("plan", WHOLE)] if _WHOLE.search(words) else []
    for topic, by in more:
        scores[topic] = scores.get(topic, 0.0) + by
    return _likeliest(scores, shares)


def _likeliest(named: dict[Topic, float], shares: Shares) -> tuple[Topic, float]:
    taken = dict(shares)
    odds = {t: math.exp(named.get(t, 0.0)) * max(taken.get(t, 0.0), FAINTEST) for t in (*taken, *named)}
    best = max(odds, key=lambda topic: odds[topic])
    return best, odds[best] / sum(odds.values())
