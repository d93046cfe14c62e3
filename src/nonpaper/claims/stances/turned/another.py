"""What is another's: asked of a party, wished of it, done by somebody else."""

from __future__ import annotations

import re
from functools import cache

from nonpaper.claims.page import mentions_in, sentence_at, sentence_before
from nonpaper.claims.provisions.cues import text_noun
from nonpaper.claims.stances.cues import any_of
from nonpaper.claims.stances.objects import NO, YES
from nonpaper.claims.stances.turned.doubtful import proposes_for_another
from nonpaper.claims.stances.turned.words import NEAR, Words, cue_at, stands_apart
from nonpaper.claims.subjects import subjects
from nonpaper.claims.who import governs
from nonpaper.model.span import Span


def for_another(words: Words) -> bool:
    """What another party is to do is no offer of one's own."""
    around = Span(words.origin, words.origin + len(words.text))
    return proposes_for_another(words.page, around, words.position.party)


@cache
def _solicited_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:was|were|is|are|be|being|been)(?:\s+(?:not|also|already|now|again|being|\w+ly))*\s+"
        rf"{any_of('turned', 'solicited')}(?!\w)(?! by)",
        re.IGNORECASE,
    )


def solicited(words: Words) -> bool:
    """What a party is offered or asked is nothing that it does: "had been offered", "was urged to accept"."""
    found = _solicited_words().search(words.text)
    return found is not None and not stands_apart(words, found.start(), found.end())


@cache
def _wished() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('turned', 'wished')}\s+(?:the\s+|both\s+)?$", re.IGNORECASE)


@cache
def _demanded_that() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('turned', 'demanded_that')}\s+(?:that\s+)?(?:the\s+)?$", re.IGNORECASE)


_TO = re.compile(r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,3}?(?:to|not to)\s+\w+", re.IGNORECASE)


_BARE = re.compile(r"\s+(?!has\b|had\b|was\b|is\b)[a-z]+|:")


def anothers_wish(words: Words) -> bool:
    """What somebody else wants a party to do: "some want it to demand", "demands that it leave"."""
    stop = words.origin + len(words.text)
    named = [m for m in mentions_in(words.page, Span(words.origin, stop)) if m.party == words.position.party]
    ends = [m.span.end for m in named if _is_wished(words, m.span)]
    if not named or len(ends) < len(named):
        return False
    at = min(ends) - words.origin
    shown = min(len(words.text), words.cue)
    return (shown >= at or words.position.stance == "demands") and not stands_apart(words, words.start, at)


def _is_wished(words: Words, name: Span) -> bool:
    text, begin = words.page.text, max(0, name.start - NEAR)
    before, after = text[begin : name.start], text[name.end : name.end + NEAR]
    if _wished().search(before):
        return _TO.match(after) is not None
    return _demanded_that().search(before) is not None and _BARE.match(after) is not None


def another_acts(words: Words) -> bool:
    """What another party does by the verb that shows the stance: "X said that Y would never …" is nothing of X's own."""
    position = words.position
    sentence = sentence_at(words.page, position.span.start)
    kindred = next((group for group in (YES, NO) if position.stance in group), frozenset({position.stance}))
    cue = min(words.cue, *(words.start + cue_at(words.said, stance) for stance in kindred))
    if position.basis != "self" or sentence is None or cue >= len(words.text):
        return False
    at = words.origin + cue
    if position.stance == "demands" and _DUTY.match(words.page.text, at):
        return False
    here = [s for s in subjects(words.page, sentence) if s.start >= words.origin and abs(s.verb - at) <= CLOSE]
    return bool(here) and all(s.party not in (position.party, "Europe") for s in here)


_DUTY = re.compile(r"\W*(?:must|ha(?:s|ve) to|needs? to|should)\b", re.IGNORECASE)


CLOSE = 3
"""Characters between where a subject's verb begins and the words that show a stance."""


def armed_act(words: Words) -> bool:
    """What "the group" or "the rebels" do is never a state's: "the ministry said the group had rejected it"."""
    if words.cue >= len(words.text):
        return False
    found = _ARMED_ACT.search(words.text, 0, words.cue) or _ARMED.match(words.text, words.cue)
    return found is not None and governs(words.page, words.position.party)


_GROUP = r"the\s+(?:[\w-]+\s+)?(?:group|movement|rebels?|militia|militants|insurgents|guerrillas|separatists|fighters|gunmen)"
_ARMED = re.compile(
    rf"\W*(?:that\s+)?{_GROUP}\s",
    re.IGNORECASE,
)
_ARMED_ACT = re.compile(
    r"(?<!\bof )(?<!\bto )(?<!\bby )(?<!\bwith )(?<!\bfor )\b(?:that\s+)?"
    rf"{_GROUP}"
    r"(?:\s+(?:has|have|had|will|would|is|are|was|were|also|again|now|still|\w+ly))*\s+$",
    re.IGNORECASE,
)


def may_be_text(words: Words) -> bool:
    """Whether "it", which asks or offers, may be the text that was named last: "… has seen the paper. It asks X to disarm, and it offers …"."""
    if words.position.stance not in ("demands", "offers", "offers_if") or _IT.match(words.said) is None:
        return False
    sentence = sentence_at(words.page, words.position.span.start)
    last = sentence_before(words.page, sentence.start) if sentence is not None else None
    return last is not None and text_noun().search(last.quote(words.page.text)) is not None


_IT = re.compile(
    r"\W*it\s+(?:also\s+|then\s+|\w+ly\s+)?(?:asks|demands|calls|offers|requires|promises|proposes|wants|gives|insists)\b",
    re.IGNORECASE,
)


def addressed(words: Words) -> bool:
    """What whoever is spoken to has done: "says you have agreed", "told the envoy that you offered" is nothing of the speaker's."""
    if _SAYS_YOU.search(words.text):
        return True
    return words.cue < len(words.text) and _YOU.search(words.text, 0, words.cue + CLOSE) is not None


_SAYS_YOU = re.compile(
    r"\b(?:says?|said|claim(?:s|ed)|told (?:us|me)|insist(?:s|ed)|alleg(?:es|ed))\s+(?:that\s+)?you(?:[’'](?:ve|d))?\s+(?!can\b|could\b|cannot\b|must\b|should\b|know\b|do\b)",
    re.IGNORECASE,
)


_YOU = re.compile(
    r"\byou(?:[’'](?:ve|re|d|ll))?(?:\s+(?:have|had|has|are|were|would|will|also|already|now|even|once|\w+ly))*\s*\w{0,3}$",
    re.IGNORECASE,
)


def of_a_person(words: Words) -> bool:
    """What a speaker tells of some person is not his own: "said a person who read the draft had not seen it"."""
    return words.position.basis == "self" and _PERSON.search(words.said) is not None


_PERSON = re.compile(
    r"\b(?:said|says|told \w+|added|reported)\s+(?:that\s+)?(?:an?|another|some)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:person|people|man|woman|source|expert|analyst|scholar|lawyer|journalist|reporter|witness(?:es)?)\s+\w+\s",
    re.IGNORECASE,
)
