"""Pairs of parties that a report joins: "between X and Y", "X–Y talks", "X's government and the rebels of Y have agreed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.sides.words import any_of, whole
from nonpaper.model.span import Span

_BETWEEN_TWO = re.compile(r"\bbetween (?:both )?(?:[\w’'-]+ ){0,4}$")
_TOLD = re.compile(r"\b(?:by|to|for|with|in|from|of|against|at)\s+(?:the\s+)?(?:both\s+)?$")
_GIVEN = re.compile(
    r"\b(?:handed|given|gave|presented|shown|sent|offered|brought)\s+(?:both\s+)?(?:the\s+)?(?:[\w-]+ (?:of|from) (?:the )?)?$"
)
_ANOTHER = re.compile(r"(?<![Ii]n )(?<![Oo]n )(?<![Aa]t )(?<!\w)[A-Z][\w’'-]+,\s(?:the\s)?$")
_KINDS = ("party", "metonym", "adjective", "group", "person")
STRONG, WEAK = 3, 2
"""What a pair weighs that is named with what it has with each other ("talks between X and Y"), or that does it ("X and Y agreed")."""
_REACH, _BETWEEN, _AFTER = 60, 70, 90
"""Characters between two joined names, and before and after them, in which the words for what they have stand."""


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties joined by the words at `at`; `weight` 0 where they are only listed."""

    at: int
    parties: tuple[str, str]
    weight: int


@lru_cache(maxsize=4)  # asked for the sides, and again for each collective
def pairs(page: Page) -> tuple[Pair, ...]:
    """Every two parties that the report joins, in text order. Linear."""
    return tuple(_pairs(page, party_mentions(page)))


def _pairs(page: Page, mentions: Sequence[Mention]) -> Iterator[Pair]:
    joins = [_joined(page.text, a, b) for a, b in pairwise(mentions)]
    for i, join in enumerate(joins):
        first, second = mentions[i], mentions[i + 1]
        if join is None or not first.party or not second.party or first.party == second.party:
            continue
        listed = _listed(page.text, first) or _comma_after(page.text, mentions, i + 1)
        headline = first.span.quote(page.text).isupper() and second.span.quote(page.text).isupper() and join == "-"
        weight = 0 if listed or headline else _weight(page, first, second, hyphen=join == "-")
        yield Pair(at=first.span.start, parties=(first.party, second.party), weight=weight)


def _joined(text: str, first: Mention, second: Mention) -> str | None:
    """What joins two names that stand side by side: "-", "and", or None."""
    start, end = first.span.end, second.span.start
    if end - start > _REACH or end <= start:
        return None
    between = text[start:end]
    if between in ("-", "–", "—"):
        return "-"
    return "and" if _and().fullmatch(between) else None


def _listed(text: str, first: Mention) -> bool:
    """Whether another name stands before a pair, known or not: "A, | B and C"; a place and a day are none."""
    return _ANOTHER.search(text, max(0, first.span.start - _REACH), first.span.start) is not None


def _comma_after(text: str, mentions: Sequence[Mention], i: int) -> bool:
    """Whether a third name goes on from the second: "A and B and C", "A and B, C"."""
    if i + 1 >= len(mentions):
        return False
    return (
        re.fullmatch(r",?\s+and\s+(?:the\s+)?|,\s", text[mentions[i].span.end : mentions[i + 1].span.start]) is not None
    )


def _weight(page: Page, first: Mention, second: Mention, *, hyphen: bool) -> int:
    text, end = page.text, second.span.end
    sentence = sentence_at(page, first.span.start) or Span(first.span.start, end)
    before = text[max(sentence.start, first.span.start - _BETWEEN) : first.span.start]
    dealing = whole("dealing")
    if hyphen:
        return STRONG if whole("joined").match(text, min(end + 1, len(text)), sentence.end) else 0
    if _BETWEEN_TWO.search(before) and (
        dealing.search(before) or dealing.search(text, end, min(end + 30, sentence.end))
    ):
        return STRONG
    if not dealing.search(text, end, min(end + _AFTER, sentence.end)):
        return 0
    told = _TOLD.search(before) and not _owned_by().search(before)
    acts = not told and _does().match(text, end, sentence.end) is not None
    return WEAK if acts or _GIVEN.search(before) else 0


def party_mentions(page: Page) -> list[Mention]:
    """The names that may stand for a party, without cities as places: "signed in Morvane"."""
    return [m for m in page.mentions if m.party and m.kind in _KINDS and not _place(page.text, m)]


def _place(text: str, mention: Mention) -> bool:
    return (
        mention.kind == "metonym"
        and re.search(r"\b(?:in|at|near|from|to)\s$", text[max(0, mention.span.start - 6) : mention.span.start])
        is not None
    )


@cache
def _and() -> re.Pattern[str]:
    owned = any_of("owned")
    return re.compile(
        rf"(?:[’']s?)?(?:\s{owned}){{0,3}}(?:\s\([A-Z]{{2,7}}\))?,?\s+and\s+(?:{owned}\s){{0,6}}(?:{owned},\s)?",
        re.IGNORECASE,
    )


@cache
def _owned_by() -> re.Pattern[str]:
    return re.compile(rf"{any_of('owned')}\s+of\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _does() -> re.Pattern[str]:
    """A finite verb after a pair, past what belongs to the second: "Y's army (YA) have agreed"."""
    return re.compile(
        rf"(?:[’']s?)?(?:\s{any_of('owned')}){{0,3}}(?:\s\([A-Z]{{2,7}}\))?(?:,[^,.;:]{{2,60}},)?\s+(?:\w+\s+){{0,2}}?(?:has|have|had|are|were|is|will|would|may|must|signed|agreed|settled|initial+ed|put|met|reached|concluded|began|resumed|opened|negotiated|narrowed)\b",
        re.IGNORECASE,
    )
