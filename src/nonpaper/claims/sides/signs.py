"""What tells the two sides of talks from those around them: a few signs of each party, and a few more of each pair.

An army and a delegation tell a side; officials who speak unnamed, offers, and what is brought or watched by somebody
tell a mediator. None of them is enough alone: `weighed` puts them together.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

import msgspec

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.sides.apart import blocs, go_betweens
from nonpaper.claims.sides.joined import STRONG, pairs, party_mentions
from nonpaper.claims.sides.words import any_of
from nonpaper.model.span import Span

MOST = 12
"""Parties that are weighed: the most often named."""
_BEFORE, _AFTER = 60, 70
"""Characters before and after a name, in its sentence, in which signs stand."""
OF_ONE = ("named", "opens", "mediates", "bloc", "unnamed", "forces", "delegation", "brought_by", "offers")
OF_TWO = ("lesser", "together", "joined", "one_movement")


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties, the first named first, with the value of each sign in the order of `OF_ONE` and `OF_TWO`."""

    parties: tuple[str, str]
    signs: tuple[float, ...]


def pairings(page: Page) -> tuple[Pairing, ...]:
    """Every two of the parties named most often, with their signs. Linear in the text."""
    named = _named(page)
    each = _of_each(page, named)
    most = max(map(len, named.values()), default=1)
    joined: Counter[frozenset[str]] = Counter()
    for pair in pairs(page):
        joined[frozenset(pair.parties)] += pair.weight
    return tuple(
        Pairing(
            parties=(one, other),
            signs=tuple(a + b for a, b in zip(each[one], each[other], strict=True))
            + _of_two(page, named[one], named[other], most, joined[frozenset((one, other))]),
        )
        for one, other in combinations(named, 2)
    )


def _named(page: Page) -> dict[str, list[Mention]]:
    """Where each of the parties named most often is named, in the order in which they are named first."""
    named: dict[str, list[Mention]] = {}
    for mention in party_mentions(page):
        named.setdefault(mention.party or "", []).append(mention)
    kept = {party for party, _ in Counter({p: len(ms) for p, ms in named.items()}).most_common(MOST)}
    return {party: ms for party, ms in named.items() if party in kept}


def _of_each(page: Page, named: Mapping[str, Sequence[Mention]]) -> dict[str, tuple[float, ...]]:
    between, united = go_betweens(page), blocs(page)
    first = page.sentences[0].end if page.sentences else 0
    out: dict[str, tuple[float, ...]] = {}
    for party, mentions in named.items():
        found = Counter(sign for mention in mentions for sign in _around(page, mention))
        plain = (mentions[0].span.start < first, party in between, party in united)
        out[party] = (math.log(len(mentions)), *map(float, plain), *(math.log1p(found[s]) for s in OF_ONE[4:]))
    return out


def _around(page: Page, mention: Mention) -> Iterator[str]:
    """The signs that stand right before and after a name."""
    start, end = mention.span.start, mention.span.end
    sentence = sentence_at(page, start) or Span(start, end)
    before = page.text[max(sentence.start, start - _BEFORE) : start]
    after = page.text[end : min(sentence.end, end + _AFTER)]
    yield from (sign for sign, words in _after().items() if words.match(after))
    if _brought_by().search(before):
        yield "brought_by"


def _of_two(page: Page, one: Sequence[Mention], other: Sequence[Mention], most: int, joined: int) -> tuple[float, ...]:
    here, there = ({_sentence(page, m) for m in each} for each in (one, other))
    movements = [is_movement(each[0].party or "") for each in (one, other)]
    return (
        min(len(one), len(other)) / most,
        len(here & there) / (1 + min(len(here), len(there))),
        min(joined / STRONG, 2),
        float(movements[0] != movements[1]),
    )


def _sentence(page: Page, mention: Mention) -> int:
    return (sentence_at(page, mention.span.start) or mention.span).start


@cache
def _after() -> dict[str, re.Pattern[str]]:
    owns = r"(?:[’']s?)?(?:\s[\w-]+){0,2}?[\s-]"
    does = r"(?:,? which| who)?\s(?:(?:has|had|have|is|was|also|would|will)\s)*"
    leads = {"unnamed": owns, "forces": owns, "delegation": owns, "offers": does}
    return {sign: re.compile(rf"{lead}{any_of(sign)}\b", re.IGNORECASE) for sign, lead in leads.items()}


@cache
def _brought_by() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('brought_by')} (?:by|from|of|for) (?:the )?$", re.IGNORECASE)
