"""What a party wants, refuses or offers that stands before its clause: "compensation, which Kessara has long demanded"."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.claims.stances.cues import openings_in, rows_for
from nonpaper.claims.stances.found import Found
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.objects import object_of
from nonpaper.claims.subjects import Subject
from nonpaper.model.span import Span

REACH = 200
"""Characters before a subject in which the thing that its clause is about stands."""
_OFFICES = r"(?:(?:[A-Z][\w.’-]*|the|its|their|his|her)\s+){0,4}"
# "…, which | the Foreign Minister | Norvia": the pronoun with what may stand between it and a name.
_WHICH = re.compile(rf"(?P<thing>\S[^.;:“”\"()]*?),?\s+(?P<pronoun>which|whom|that)\s+{_OFFICES}$")
# "the ten years | Norvia wanted": an article and a few words, and no pronoun.
_BARE = re.compile(r"(?P<thing>\b(?:the|all the)\s+(?:[\w-]+\s+){1,3}?)(?:the\s+)?$")
# What only tells of something: "the report that Norvia wanted", "said that Norvia wants".
_TELLS = re.compile(
    r"\b(?:reports?|claims?|news|fact|idea|statements?|suggestions?|rumou?rs?|signs?|hopes?|fears?|belief|view|condition|demands?|insistence|impression|sense|proof|evidence|doubts?"
    r"|sa(?:ys?|id)|told|tells|adds|added|insist\w*|believes?|believed|thinks?|means?|so|now|clear|known|warn\w*|stress\w*|not\w*|argu\w*|confirm\w*|den\w+|seems?|possible|likely|sure|certain|certainty|note)\s*,?$",
    re.IGNORECASE,
)
# What is only named after: "the one thing that Norvia wants is an amnesty".
_NAMED_AFTER = re.compile(r"\b(?:things?|something|anything|everything|all|one|price|rest)\s*,?\s*$", re.IGNORECASE)
# Where the clause ends: a mark, a joining word, the main verb; a time may stand before.
_ENDS = re.compile(
    r"(?:\s+(?:back|too|as well|so far|all along|out|altogether|written in|in full|since [\w’ -]{3,30}?|for (?:[\w-]+ ){1,3}?(?:days|weeks|months|years|decades)|as recently as \w+|from the (?:start|outset)|in uniform))?"
    r"(?=\s*[.,;)”\"]|\s*$|\s+(?:and|but|has|have|had|is|are|was|were|will|would|remains?|remained|cannot|does|did|goes|went)\b)"
)
_LAST = re.compile(
    r".*(?:\b(?:that|about|silent on|nothing on|is|are|was|were|has|have|had|contains?|includes?|keeps?|drops?|with|against|and|but)\b|,)\s+"
)
_FEW = 6
"""Words in which a thing is named."""


def wanted_before(page: Page, sentence: Span, subject: Subject, hints: Hints) -> Found | None:
    """The stance of a clause whose object stands before it, with the words that name the object."""
    rest = page.text[subject.verb : min(sentence.end, subject.verb + REACH)]
    start = max(sentence.start, subject.start - REACH)
    for cue, stance in rows_for("relative", openings_in(rest[: REACH // 4])):
        found = cue.match(rest)
        ends = _ENDS.match(rest, found.end()) if found is not None else None
        head = _head(page.text[start : subject.start]) if ends is not None else None
        if head is not None and ends is not None:
            thing = _thing(head["thing"])
            span = Span(start + head.end("thing") - len(thing), subject.verb + ends.end())
            return stance, span, object_of(thing) or hints.topic(span)
    return None


def _head(before: str) -> re.Match[str] | None:
    """What stands before a clause that is about it; none where a pronoun only leads in what is told."""
    which = _WHICH.search(before)
    if which is None:
        bare = _BARE.search(before)
        return bare if bare is None or _NAMED_AFTER.search(bare["thing"]) is None else None
    told = which["pronoun"] == "that" and _TELLS.search(which["thing"])
    return None if told or _NAMED_AFTER.search(which["thing"]) else which


def _thing(words: str) -> str:
    """The last few words of some, from their own clause on."""
    lead = _LAST.match(words)
    own = words[lead.end() :] if lead is not None and lead.end() < len(words) else words
    few = own.split(" ")
    return " ".join(few[-_FEW:]) if len(few) > _FEW else own
