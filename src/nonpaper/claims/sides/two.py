"""The two parties to the talks of a report, where they are plain, and the one movement for which "the rebels" stand.

A wrong party is worse than none: what mediates, hosts, vouches or is a bloc is left out, and where a third party is as
likely nobody is taken for a side.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.shapes import never
from nonpaper.claims.page import Page
from nonpaper.claims.sides.apart import apart
from nonpaper.claims.sides.joined import STRONG, pairs, party_mentions
from nonpaper.model.span import Span

_REBELS = re.compile(
    r"(?:the )?(?:rebels?|rebel (?:group|movement|army|alliance|coalition|leadership|side)|armed (?:group|movement)|group|movement|militia|militants|insurgents|insurgency|guerrillas|separatists)(?:[’']s?)?",
    re.IGNORECASE,
)
_FEWEST = 2
"""Times each of two must be named that nothing joins."""
_NAME = re.compile(r"[A-Z][\w-]+")
_WITHIN = re.compile(r"(?<=[a-z,] )([A-Z][a-z][\w-]+)")


def side_of(page: Page, words: Span) -> str | None:
    """The one movement of the report, for "the rebels" or "the group"; None for other words and where it has two."""
    return movement(page) if _REBELS.fullmatch(words.quote(page.text).strip()) else None


@lru_cache(maxsize=4)  # asked source after source
def movement(page: Page) -> str | None:
    """The one movement that the report names; None where it names two, or none."""
    found = {m.party for m in page.mentions if m.party and m.kind == "party" and is_movement(m.party)}
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=4)  # asked term after term
def sides(page: Page) -> tuple[str, str] | None:
    """The two parties to the talks, the first named first; None where they are not plain. Linear in the text."""
    rivals = _rivals(page)
    weights = _weights(page, rivals)
    chosen = _by_words(weights, rivals) if weights else _by_number(page, rivals)
    if chosen is None:
        return None
    first, second = sorted(chosen, key=list(rivals).index)
    return first, second


@lru_cache(maxsize=4)
def alone(page: Page) -> tuple[str, str] | None:
    """The sides where the report joins them in words and names no third party as often as either, or joins them twice."""
    both, rivals = sides(page), _rivals(page)
    weight = _weights(page, rivals)[frozenset(both)] if both else 0
    if both is None or not weight:
        return None
    third = max((times for party, times in rivals.items() if party not in both), default=0)
    least = min(rivals[party] for party in both)
    return both if third < least or (third == least and weight > STRONG) else None


def opposite(page: Page) -> tuple[str, str] | None:
    """The one state and the one movement that face each other; None where two states do, or the sides are not plain."""
    both = sides(page)
    armed = [party for party in both or () if is_movement(party)]
    if both is None or len(armed) != 1:
        return None
    return (both[0], both[1]) if both[1] == armed[0] else (both[1], both[0])


@lru_cache(maxsize=4)  # asked source after source
def one_state(page: Page) -> str | None:
    """The one state that faces the one movement, where no other state is named as often that does not mediate or host."""
    facing = opposite(page)
    if facing is None or alone(page):
        return facing[0] if facing else None
    rivals = _rivals(page)
    third = max((times for party, times in rivals.items() if party not in facing and not is_movement(party)), default=0)
    return facing[0] if third < rivals[facing[0]] else None


def _rivals(page: Page) -> dict[str, int]:
    """How often each party is named that may be a side, in the order in which they are named first."""
    no_sides = apart(page)
    return dict(Counter(m.party for m in party_mentions(page) if m.party and m.party not in no_sides))


def _weights(page: Page, rivals: dict[str, int]) -> Counter[frozenset[str]]:
    """What each pair of them weighs that the report joins in words."""
    out: Counter[frozenset[str]] = Counter()
    for pair in pairs(page):
        if pair.weight and all(party in rivals for party in pair.parties):
            out[frozenset(pair.parties)] += pair.weight
    return out


def _by_words(weights: Counter[frozenset[str]], rivals: dict[str, int]) -> frozenset[str] | None:
    """The pair that is joined most, if no other is half as much and no third party is named more than both of it."""
    (best, most), *others = weights.most_common(2)
    third = max((times for party, times in rivals.items() if party not in best), default=0)
    rivalled = any(weight * 2 >= most for _, weight in others) or third > max(rivals[party] for party in best)
    return None if rivalled else best


def _by_number(page: Page, rivals: dict[str, int]) -> frozenset[str] | None:
    """The only two that are named at all, each more than once, where no unknown name is as frequent."""
    if len(rivals) != _FEWEST or min(rivals.values()) < _FEWEST or _unknown(page) >= min(rivals.values()):
        return None
    return frozenset(rivals)


def _unknown(page: Page) -> int:
    """How often the most frequent capitalised word stands within sentences that is no part of a known name."""
    known = {word for m in page.mentions for word in _NAME.findall(m.span.quote(page.text) + " " + m.name)}
    found = Counter(m[1] for m in _WITHIN.finditer(page.text))
    return max((times for word, times in found.items() if word not in known and word not in never()), default=0)
