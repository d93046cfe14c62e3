"""How likely each pair of parties is to be the two sides: a log-linear weighing of their signs, with "nobody" as one more choice.

The weights are fitted on written articles (training/sides.py).
"""

from __future__ import annotations

import math
from functools import lru_cache

from nonpaper.claims.page import Page
from nonpaper.claims.sides.signs import OF_ONE, OF_TWO, pairings
from nonpaper.claims.sides.words import weights

Pair = tuple[str, str]


@lru_cache(maxsize=4)  # asked for the sides, and again for how sure they are
def likeliest(page: Page) -> tuple[Pair, float] | None:
    """The likeliest two sides, the first named first, with their probability, 0 to 1; None where fewer than two are named."""
    scores = {found.parties: _score(found.signs) for found in pairings(page)}
    if not scores:
        return None
    best = max(scores, key=lambda pair: scores[pair])
    top = max(scores[best], weights()["nobody"])
    total = sum(math.exp(score - top) for score in (*scores.values(), weights()["nobody"]))
    return best, math.exp(scores[best] - top) / total


def _score(signs: tuple[float, ...]) -> float:
    return sum(weights()[name] * value for name, value in zip((*OF_ONE, *OF_TWO), signs, strict=True))
