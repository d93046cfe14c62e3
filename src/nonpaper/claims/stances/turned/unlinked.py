"""A stance whose object is nothing that the report speaks of besides: no topic, no text, no talks, and no word of it anywhere else."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from nonpaper.claims.page import Page, mentions_in, sentence_near
from nonpaper.claims.stances.cues import data
from nonpaper.claims.stances.objects import NO, YES, object_of
from nonpaper.claims.stances.turned.words import REACH, STEM, Words
from nonpaper.model.codes import Stance
from nonpaper.model.span import Span

_AFTER = 90
"""Characters after a verb in which its object stands."""


def unlinked(words: Words) -> bool:
    """Whether what is taken or refused is named nowhere else, and is of no topic: "rejected the new stadium"."""
    kind = next((verbs for stances, verbs in _KINDS if words.position.stance in stances), None)
    verb = kind.search(words.said) if kind is not None else None
    if verb is None:
        return False
    sentence = sentence_near(words.page, words.position.span, REACH)
    at = words.position.span.start + verb.end()
    end = min(at + _AFTER, sentence.end if sentence is not None else words.position.span.end)
    about = _OBJECT.match(words.page.text, at, end)
    if about is None or _LINKS.match(about["what"]) or _KNOWN.search(about["what"]):
        return False
    if object_of(about["what"]) not in (None, "other"):
        return False
    head = _HEAD.match(about["what"])
    start = about.start("what")
    stems = _stems(words.page, Span(start, start + (head.end() if head else len(about["what"]))))
    here = _stems(words.page, sentence) if sentence is not None else ()
    told = _told(words.page)
    return bool(stems) and all(told[stem] <= (stem in here) for stem in stems)


def _verbs(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_KINDS: tuple[tuple[frozenset[Stance], re.Pattern[str]], ...] = (
    (
        YES - {"accepts_ad_referendum"},
        _verbs(
            r"accept(?:s|ed|ing)?|agree[sd]? (?:to|with)|approve[sd]?|endorse[sd]?|support(?:s|ed)?|back(?:s|ed)|sa(?:id|ys) yes,?(?: too,?)? to|embrace[sd]?"
        ),
    ),
    (
        NO - {"red_line"},
        _verbs(
            r"reject(?:s|ed)?|refuse[sd]?(?: to let)?|decline[sd]?|turn(?:s|ed) (?:down|away)|oppose[sd]?|object(?:s|ed) to|rule[sd] out|sa(?:id|ys) no,?(?: too,?)? to|vetoe[sd]|spurn(?:s|ed)"
        ),
    ),
    (
        frozenset({"red_line"}),
        _verbs(
            r"red line (?:is|was|will be|remains)|never (?:\w+ly )?(?:give up|accept|sell|leave|surrender|part with)"
        ),
    ),
    (frozenset({"reserves"}), _verbs(r"(?:can(?:not|[’']t)|could not|couldn[’']t) rule out")),
    (
        frozenset({"criticises"}),
        _verbs(
            r"deplore[sd]?|regret(?:s|ted)|criticis(?:es|ed)|complain(?:s|ed) (?:of|about)|condemn(?:s|ed)|denounce[sd]?"
        ),
    ),
)
_OBJECT = re.compile(
    r"(?:,? (?:too|also|then|again|at once|on \w+day|in writing|as [\w-]+,),?)*\s+(?P<what>(?:the|an?|his|her|its|their|our|my|any|all|[\w-]+(?:[’']s|s[’'])|(?!as\b|is\b|was\b|has\b|\w+ss\b)[\w-]+(?:er|ed|ian)? ?[a-z]+s|that (?:he|she|it|they))\b[^.;:,“”\"]*)",
    re.IGNORECASE,
)
# What the object is called, before what it is of, for or from.
_HEAD = re.compile(
    r"\S+(?: (?!(?:of|on|in|for|to|by|from|with|about|at|that|which|who|whom|as|over|under|between|and|or|but|after|before|during|until|because|was|were|is|are|had|has|be|one)\b)\S+)*"
)
# What points back or is counted needs no word of its own: "it", "the former", "twelve", "nothing less".
_LINKS = re.compile(
    r"(?:that |to (?:do|have|be|take|make|see) )?(?:(?:all|any|some|twice|double|most|half|part|one|two|both|each|either|neither|none|more|less|much|nothing|everything|anything|no such|such|only|just) ?(?:of )?)*"
    r"(?:(?:it|this|that|these|those|them|one|ones|so|him|her|us|the (?:same|former|latter|first|second|third|other|rest|idea|notion|principle|point|thing|lot|whole))\b(?! (?:was|is|had been|were) \w+ing\b)|\d)",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\d|\b(?:sign\w*|yes|clauses?|articles?|points?|chapters?|annex(?:es)?|paragraphs?|passages?|provisions?|preamble|map|list|timetable|calendar|answers?|words?|condition\w*|terms?|reports?|rumou?rs?|claims?|statements?|remarks?|accounts?|versions?|accusations?|allegations?|suggestions?|stor(?:y|ies)|changes?|wording|guarante\w*|peace|war|fight\w*|army|troops|soldiers?|weapons?|guns?|rifles?|border\w*|territor\w*|land|state|referendum|vote\w*|elections?|prisoners?|captives?|hostages?|sanctions?|money|compensation|aid|truce|surrender\w*)\b",
    re.IGNORECASE,
)


def _stems(page: Page, span: Span) -> tuple[str, ...]:
    """What the words of a stretch begin with that name something, in order, without parties and what stands for them."""
    named = {m.span.start for m in mentions_in(page, span)}
    found = (m for m in _WORD.finditer(page.text, span.start, span.end) if m.start() not in named)
    return tuple(m[0][:STEM].casefold() for m in found if m[0].casefold() not in _empty())


_WORD = re.compile(r"\b[^\W\d_]{4,}\b")


@cache
def _empty() -> frozenset[str]:
    """Words that name nothing by which two sentences hang together."""
    return frozenset(data()["turned"]["empty"])


@lru_cache(maxsize=2)
def _told(page: Page) -> Counter[str]:
    """In how many sentences of a page words begin so."""
    return Counter(stem for sentence in page.sentences for stem in set(_stems(page, sentence)))
