"""A yes or an offer whose condition stands apart from it, and one that another's text asks for."""

from __future__ import annotations

import re

from msgspec.structs import replace

from nonpaper.claims.page import sentence_at
from nonpaper.claims.stances.conditions import conditions_of
from nonpaper.claims.stances.turned.words import REACH, Words
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span

AFTER = 300
"""Characters after a yes in which its condition stands."""
_IF: dict[Stance, Stance] = {
    "accepts": "accepts_if",
    "accepts_in_principle": "accepts_if",
    "offers": "offers_if",
}
_WHO = r"[\w’'.-]+(?: [\w’'.-]+){0,9}"
# "…, | provided the shelling stops", "…, a diplomat told the Courier, | on condition that".
_CONDITION = re.compile(
    rf"[”\"’]?(?:,[”\"’]? {_WHO} (?:said|says|told|added|adds|tells|wrote|explained)\b[^,;.]{{0,60}})?(?:,[”\"’]?|[”\"’]) (?:but )?[“\"‘]?"
    r"(?P<if>(?:only if|provided|providing|on (?:the )?(?:strict |sole )?(?:condition|understanding) that|(?:so|as) long as)\b[^.;”\"]{3,200})",
    re.IGNORECASE,
)


def on_condition(words: Words, position: Position) -> Position:
    """A yes with the condition that follows its own words in the sentence, past whoever says it."""
    sentence = sentence_at(words.page, max(position.span.start, position.span.end - 1))
    if position.stance not in _IF or sentence is None:
        return position
    text, end = words.page.text, position.span.end
    found = _CONDITION.match(text, end, min(sentence.end, end + AFTER)) or _last(words, position)
    if found is None:
        return position
    conditions = conditions_of(text, Span(*found.span("if")))
    bare = found.re is _BARE_IF
    said = position.span if bare else Span(position.span.start, min(position.span.end, found.start()))
    return replace(position, stance=_IF[position.stance], conditions=conditions, span=said) if conditions else position


def _last(words: Words, position: Position) -> re.Match[str] | None:
    """A condition within the position's own words, past who says it."""
    said = words.page.text
    begin = position.span.start + max(0, words.cue - words.start)
    end = min(position.span.end, begin + REACH)
    return None if begin >= end else _CONDITION.search(said, begin, end) or _BARE_IF.search(said, begin, end)


_BARE_IF = re.compile(
    r"(?<=\s)(?P<if>(?:provided(?: that)?|on (?:the )?(?:strict |sole )?(?:condition|understanding) that|(?:so|as) long as)\s(?!(?:it takes|needed|necessary|possible)\b)[^.;”\"]{3,200})",
    re.IGNORECASE,
)


def taken_from_text(words: Words, position: Position) -> Position:
    """What a text provides for and a party is ready to do is a yes to it: "ready to free all under the plan's formula"."""
    if position.stance not in ("offers", "offers_if") or not _UNDER.search(words.said):
        return position
    return replace(position, stance="accepts_if" if position.stance == "offers_if" else "accepts")


_UNDER = re.compile(
    r"\b(?:ready|willing|prepared) to\b[^.;]{2,160}?\b(?:under|in line with|in accordance with|according to|as (?:set out|laid down|foreseen|provided|proposed|described) (?:in|by)|as) "
    r"(?:the|this|that) (?:[\w’'-]+ ){0,4}?(?:formula|plan|draft|proposal|text|deal|framework|agreement|accord|document|roadmap|paper)\b",
    re.IGNORECASE,
)
