"""A stance that what follows takes back, that its own words set against its reverse, or whose object is none of a text."""

from __future__ import annotations

import re

from nonpaper.claims.page import mentions_in, sentence_at
from nonpaper.claims.stances.objects import YES
from nonpaper.claims.stances.turned.words import FIRM, Words, is_taken_back, plain, turning
from nonpaper.model.span import Span

AFTER = 160
"""Characters after a stance's sentence in which it is taken back."""


def undone(words: Words) -> bool:
    """A yes to come that the next sentence says did not come: "told aides that she would sign. She did not."."""
    found = _UNDONE.match(_after(words)) if words.position.stance in YES else None
    if found is None or found["name"] is None:
        return found is not None
    begin = _end(words) + found.start("name")
    named = mentions_in(words.page, Span(begin, begin + len(found["name"])))
    return any(m.party == words.position.party for m in named)


_UNDONE = re.compile(
    r"[\s.!”\"’')]{1,6}(?:(?:But|Yet|In the end,?|Later,?|So far,?|And yet)\s+)?(?:it|he|she|they|(?P<name>[A-Z][\w’'-]+))\s+"
    r"(?:in the end\s+|later\s+)?(?:never\s+(?:did|has|have)|(?:did|has|have|had|would)(?:\s+not|n[’']t)(?:\s+(?:yet|so far|in the end|do so|done so))?"
    r"|changed\s+(?:its|his|her|their)\s+mind|thought better of it)\s*[.;!]",
    re.IGNORECASE,
)


def _end(words: Words) -> int:
    """Where the sentence ends in which a stance stands."""
    sentence = sentence_at(words.page, max(words.position.span.start, words.position.span.end - 1))
    return sentence.end if sentence is not None else words.position.span.end


def _after(words: Words) -> str:
    return words.page.text[_end(words) : _end(words) + AFTER]


def denied_by_itself(words: Words) -> bool:
    """What others report of a party and the party denies next: "according to the Post, X offered a lease; X denied it"."""
    position = words.position
    if position.stance not in FIRM or position.basis not in ("self", "reporter"):
        return False
    begin, end = position.span.start, _end(words)
    here = _DENIED.search(words.page.text, begin, min(end, position.span.end + AFTER))
    found = here or _DENIED.match(words.page.text, max(begin, end - 1), end + AFTER)
    if found is None:
        return False
    who = Span(*found.span("who"))
    return any(m.party == position.party for m in mentions_in(words.page, who))


_DENIED = re.compile(
    r"(?:[;.”\"]\s+|,\s+(?:(?:but|though|although|while|and|something|a \w+)\s+(?:that\s+)?|which\s+))(?P<who>[\w’'-]+(?: [\w’'-]+){0,5}?)\s+"
    r"(?:(?:has|have|had|later|then|promptly|since|\w+ly)\s+)*(?:den(?:ied|ies|y)|disput(?:ed|es|e)|rejected)"
    r"(?:\s+(?:it|this|that|doing so|the (?:report|claim|account|story)|any such (?:offer|thing|promise|demand|deal)))"
    r"(?=\s*(?:[.;,]|$)|\s+(?:to|in|on|at|through|when|later|outright|as|the same|yesterday)\b)"
)


def says_both(words: Words) -> bool:
    """Who says a thing and its reverse says neither: "has said both that it would and that it would not"."""
    return words.position.stance in FIRM and _BOTH.search(words.said) is not None


_BOTH = re.compile(
    r"\bboth\s+(?:that\s+)?(?:[\w’'-]+\s+){1,4}?(?P<aux>would|will|could|can|did|does|had|has|was|is|should)"
    r"(?:\s+(?!not\b)(?P<deed>[\w’'-]+)(?:\s+(?!not\b)[\w’'-]+){0,5}?)?\s+and\s+(?:that\s+)?(?:[\w’'-]+\s+){1,4}?(?P=aux)(?:\s+not|n[’']t)\b"
    r"(?=\s*(?:[.,;”\"]|$)|\s+(?P=deed)\b)"
    r"|\bboth\s+yes\s+and\s+no\b|\b(?:yes|no)\s+one\s+(?:day|week)\s+and\s+(?:yes|no)\s+the\s+next\b",
    re.IGNORECASE,
)


def demanded_less(words: Words) -> bool:
    """A demand that is only for less than the words name first: "never asked for a veto, only for consultation"."""
    if words.position.stance != "demands":
        return False
    asked = [m for m in turning("demanding").finditer(words.text) if m.end() > words.start]
    less = _ONLY.search(words.text, asked[0].end()) if asked else None
    if less is None or not is_taken_back(words.text, asked[0].start()):
        return False
    return plain(turning("demanding"), words.text, less.end()) is None


_ONLY = re.compile(r",\s+(?:but\s+)?(?:only|merely|just|at most|but (?:for|to))\b", re.IGNORECASE)


def answers_a_wish(words: Words) -> bool:
    """What is called a fairy tale right after a wish is refused, and no report denied: "X wants a port; Y said that was a fairy tale"."""
    if words.position.stance != "denies_report":
        return False
    sentence = sentence_at(words.page, words.position.span.start)
    before = (
        words.page.text[max(sentence.start, words.position.span.start - AFTER) : words.position.span.start]
        if sentence
        else ""
    )
    return _WISH.search(before) is not None and _FANCY.search(words.said) is not None


_WISH = re.compile(
    r"\b(?:wants?|wanted|demand(?:s|ed)|propos(?:es|ed)|insist(?:s|ed)|offer(?:s|ed)|ask(?:s|ed) for)\b[^;]*;",
    re.IGNORECASE,
)
_FANCY = re.compile(r"\b(?:fairy tale|fiction|fantasy|dream)\b", re.IGNORECASE)


def of_no_text(words: Words) -> bool:
    """Who has seen no answer or sign knows the text all the same: "has not seen any acceptance in writing"."""
    return words.position.stance == "denies_knowledge" and _NO_ANSWER.search(words.said) is not None


_NO_ANSWER = re.compile(
    r"\b(?:seen|received|heard|had|got|given|sent)\s+(?:(?:any|an?|no|the|such|single|further|written|formal|official|clear|final|any kind of)\s+){1,3}"
    r"(?:acceptance|answers?|repl(?:y|ies)|responses?|consent|refusals?|signatures?|signs?|evidence|proof|progress|movement|changes?|guarantees?|assurances?|commitments?|confirmation)\b",
    re.IGNORECASE,
)


def puts_off(words: Words) -> bool:
    """Who will not talk of a thing until another step is silent on nothing: "refused to discuss the fleet as long as …"."""
    found = _PUTS_OFF.search(words.said)
    return found is not None and _OF_TALKS.search(found["what"]) is None


_PUTS_OFF = re.compile(
    r"\b(?:(?:refus|declin)(?:es|e|ed|ing)\s+(?:even\s+)?to|(?:would|will)(?:\s+not|n[’']t)(?:\s+even)?)\s+(?:discuss|talk about|negotiate)\s+"
    r"(?P<what>[^.;]{2,80}?)\s+(?:(?:as|so)\s+long\s+as|until|unless|before|while)\b",
    re.IGNORECASE,
)
_OF_TALKS = re.compile(
    r"\b(?:details?|contents?|particulars|specifics|reports?|leaks?|talks|negotiations|meetings?|matters?|questions?|public(?:ly)?|reporters|journalists|press|documents?|texts?|drafts?|papers?)\b",
    re.IGNORECASE,
)


def of_no_clause(words: Words) -> bool:
    """Who wants a law or a border changed amends no text by that: "demands a change to the neighbour's constitution"."""
    return _LAW.search(words.said) is not None


_LAW = re.compile(
    r"\b(?:changes?|amendments?|revisions?) (?:to|of|in) (?:(?!clauses?\b|articles?\b|points?\b|passages?\b|paragraphs?\b|parts?\b|text\b|draft\b)[\w’'-]+ ){0,3}?"
    r"(?:constitution|laws?|legislation|borders?|frontiers?|boundar(?:y|ies)|statutes?|government|leadership|polic(?:y|ies)|regime|electoral|school|curriculum)\b",
    re.IGNORECASE,
)
