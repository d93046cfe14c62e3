"""The two parties to the talks of a report, where they are plain, and the one movement for which "the rebels" stand.

A wrong party is worse than none: what mediates, hosts, vouches, is a bloc or an outlet is left out, and where a third
party is as likely nobody is taken for a side.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any

import msgspec

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.bracketed import is_movement, table_of_states
from nonpaper.claims.gazetteer.load import table
from nonpaper.claims.gazetteer.shapes import never
from nonpaper.claims.mediators import mediators
from nonpaper.claims.page import Page, sentence_at
from nonpaper.model.span import Span

_REBELS = re.compile(
    r"(?:the )?(?:rebels?|rebel (?:group|movement|army|alliance|coalition|leadership|side)|armed (?:group|movement)|group|movement|militia|militants|insurgents|insurgency|guerrillas|separatists)(?:[’']s?)?",
    re.IGNORECASE,
)
_BETWEEN_TWO = re.compile(r"\bbetween (?:both )?(?:[\w’'-]+ ){0,4}$")
_TOLD = re.compile(r"\b(?:by|to|for|with|in|from|of|against|at)\s+(?:the\s+)?(?:both\s+)?$")
_GIVEN = re.compile(
    r"\b(?:handed|given|gave|presented|shown|sent|offered|brought)\s+(?:both\s+)?(?:the\s+)?(?:[\w-]+ (?:of|from) (?:the )?)?$"
)
_KINDS = ("party", "metonym", "adjective", "group", "person")
STRONG, WEAK = 3, 2
"""What a pair weighs that is named with what it has with each other ("talks between X and Y"), or that does it ("X and Y agreed")."""
_REACH, _BETWEEN, _AFTER = 60, 70, 90
"""Characters between two joined names, and before and after them, in which the words for what they have stand."""
_FEWEST = 2
"""Times each of two must be named that nothing joins."""
_NAME = re.compile(r"[A-Z][\w-]+")
_WITHIN = re.compile(r"(?<=[a-z,] )([A-Z][a-z][\w-]+)")


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties joined by the words at `at`; `weight` 0 where they are only listed."""

    at: int
    parties: tuple[str, str]
    weight: int


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


def _rivals(page: Page) -> dict[str, int]:
    """How often each party is named that may be a side, in the order in which they are named first."""
    apart = _apart(page)
    return dict(Counter(m.party for m in _mentions(page) if m.party and m.party not in apart))


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


@lru_cache(maxsize=4)
def pairs(page: Page) -> tuple[Pair, ...]:
    """Every two parties that the report joins, in text order."""
    mentions = _mentions(page)
    return tuple(_pairs(page, mentions))


def _pairs(page: Page, mentions: Sequence[Mention]) -> Iterator[Pair]:
    joins = [_joined(page.text, a, b) for a, b in pairwise(mentions)]
    for i, join in enumerate(joins):
        first, second = mentions[i], mentions[i + 1]
        if join is None or not first.party or not second.party or first.party == second.party:
            continue
        listed = (i > 0 and _comma(page.text, mentions[i - 1], first)) or _comma_after(page.text, mentions, i + 1)
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


def _comma(text: str, before: Mention, after: Mention) -> bool:
    return text[before.span.end : after.span.start].strip() in (",", ", the")


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
    dealing = _anywhere("dealing")
    if hyphen:
        return STRONG if _words("joined").match(text, min(end + 1, len(text)), sentence.end) else 0
    if _BETWEEN_TWO.search(before) and (
        dealing.search(before) or dealing.search(text, end, min(end + 30, sentence.end))
    ):
        return STRONG
    if not dealing.search(text, end, min(end + _AFTER, sentence.end)):
        return 0
    told = _TOLD.search(before) and not _owned_by().search(before)
    acts = not told and _does().match(text, end, sentence.end) is not None
    return WEAK if acts or _GIVEN.search(before) else 0


def _mentions(page: Page) -> list[Mention]:
    """The names that may stand for a party, without cities as places: "signed in Morvane"."""
    return [m for m in page.mentions if m.party and m.kind in _KINDS and not _place(page.text, m)]


def _place(text: str, mention: Mention) -> bool:
    return (
        mention.kind == "metonym"
        and re.search(r"\b(?:in|at|near|from|to)\s$", text[max(0, mention.span.start - 6) : mention.span.start])
        is not None
    )


def _apart(page: Page) -> frozenset[str]:
    """Those that are no side: mediators, hosts, guarantors, blocs."""
    out = set(mediators(page))
    for mention in page.mentions:
        if mention.party and mention.party not in out and _no_side(page.text, mention):
            out.add(mention.party)
    return frozenset(out)


def _no_side(text: str, mention: Mention) -> bool:
    start, end = mention.span.start, mention.span.end
    before, after = text[max(0, start - 80) : start], text[end : end + 50]
    return (
        _is_bloc(mention, before, after)
        or _led_after().match(after) is not None
        or _led_before().search(before) is not None
    )


def _is_bloc(mention: Mention, before: str, after: str) -> bool:
    """Whether a party is a known bloc, or bears a bloc's name; a state that is known never is."""
    if mention.party in table_of_states():
        return False
    names = (mention.name, mention.party or "")
    return mention.party in _blocs() or any(map(_bloc_name, names)) or _full_name_is_bloc(before, after, mention)


def _full_name_is_bloc(before: str, after: str, mention: Mention) -> bool:
    """Whether initials stand in brackets after a bloc's name: "the Economic Union of Coastal States (EUCS)"."""
    found = re.search(r"((?:[A-Z][\w’'-]+ (?:of |for |the )*){2,7})\($", before)
    return found is not None and after[:1] == ")" and mention.name.isupper() and _bloc_name(found[1].strip())


def _bloc_name(name: str) -> bool:
    parts = name.split()
    if len(parts) < 2 or any(re.fullmatch("|".join(data()["of_a_people"]), part) for part in parts):
        return False
    return any(re.fullmatch("|".join(data()["blocs"]), part) for part in parts)


@cache
def _blocs() -> frozenset[str]:
    return frozenset(table("groups")["group"])


@cache
def data() -> dict[str, Any]:
    """The whole of sides.toml."""
    return tomllib.loads(resources.files("nonpaper.claims").joinpath("sides.toml").read_text("utf-8"))


def any_of(key: str) -> str:
    """One alternation of a list of sides.toml, longest first."""
    return "(?:" + "|".join(sorted(data()[key], key=len, reverse=True)) + ")"


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(any_of(key) + r"\b", re.IGNORECASE)


@cache
def _anywhere(key: str) -> re.Pattern[str]:
    return re.compile(r"\b" + any_of(key) + r"\b", re.IGNORECASE)


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


@cache
def _led_after() -> re.Pattern[str]:
    return re.compile(
        rf"-{any_of('compound')}\b|(?:[’']s?)?,?\s+(?:which |who |is |are |was |has |have |been |the |an? |its |as |acts? )*{any_of('apart_after')}\b",
        re.IGNORECASE,
    )


@cache
def _led_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of('apart_before')}\s+(?:jointly\s+)?by\s+(?:the\s+)?$|\bguarantors?,?\s+(?:the\s+)?$", re.IGNORECASE
    )
