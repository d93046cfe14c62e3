"""Which stance words show that were taken for one beside it: a silence for a no, a yes for one on a condition."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from nonpaper.claims.doubt import doubted
from nonpaper.claims.stances.cues import any_of
from nonpaper.claims.stances.objects import NO
from nonpaper.claims.stances.turned.another import for_another
from nonpaper.claims.stances.turned.answers import only_silent
from nonpaper.claims.stances.turned.around import of_no_clause, puts_off
from nonpaper.claims.stances.turned.conditional import on_condition, taken_from_text
from nonpaper.claims.stances.turned.elsewhere import an_offer_dismissed, neither_nor
from nonpaper.claims.stances.turned.words import DENIALS, Words, shows
from nonpaper.model.position import Position

WHICH = "it is not plain which stance this is"


def of_silence(words: Words, position: Position) -> Position:
    """Who only refuses to speak is silent; who will not speak of a thing before another step may be against it."""
    if position.stance in ("no_comment", *NO) and puts_off(words):
        return doubted(replace(position, stance="rejects"), WHICH)
    if position.stance in NO and only_silent(words):
        own = "self" if position.basis == "reporter" else position.basis
        return replace(position, stance="no_comment", basis=own)
    return position


def named_rightly(words: Words, position: Position) -> Position:
    """The position with the stance that its words show where they were taken for one beside it."""
    if position.stance in DENIALS and _SAID_NOTHING.search(words.said) and not _SAYS_NO.search(words.said):
        position = replace(position, stance="no_comment")
    if position.stance == "rejects" and _claim("told_of").search(words.said):
        position = replace(position, stance="denies_report")
    if neither_nor(words):
        position = replace(position, stance="reserves", conditions=())
    if an_offer_dismissed(words):
        position = replace(position, stance="rejects")
    if position.stance == "accepts" and _IN_PRINCIPLE.search(words.said):
        position = replace(position, stance="accepts_in_principle")
    if (
        position.stance in NO
        and _NOT_RULED_OUT.search(words.said)
        and not shows(_NOT_RULED_OUT.sub(" ; ", words.said), NO)
    ):
        position = replace(position, stance="reserves")
    position = on_condition(words, taken_from_text(words, position))
    if position.stance in ("accepts", "accepts_if") and _has_own_say(words):
        position = replace(position, stance="accepts_ad_referendum", conditions=())
    if position.stance == "amends" and of_no_clause(words):
        position = replace(position, stance="demands")
    if position.stance in ("offers", "offers_if") and for_another(words):
        position = replace(position, stance="demands", conditions=())
        position = position if WHICH in position.doubts else doubted(position, WHICH)
    return position


_SAID_NOTHING = re.compile(
    r"\b(?:said|says|told \w+|confirm(?:s|ed)|announc(?:es|ed)|disclos(?:es|ed)|reveal(?:s|ed)) nothing\b(?! (?:had|has|was|of the (?:sort|kind)|like))",
    re.IGNORECASE,
)
_SAYS_NO = re.compile(
    r"\b(?:den(?:y|ies|ied)|false|untrue|fabricat\w+|knows?|knew|heard|seen|received)\b", re.IGNORECASE
)


_NOT_RULED_OUT = re.compile(
    r"\b(?:cannot|can not|could not|can[’']t|couldn[’']t|would not|did not|does not) (?:\w+ly |yet )?rule (?:[\w’'-]+ ){0,4}?out\b",
    re.IGNORECASE,
)


def _has_own_say(words: Words) -> bool:
    """Whether a yes waits for a body of the party itself, in its words or right after them."""
    stop = words.position.span.end
    found = _BY_ITS_OWN.search(words.page.text, words.position.span.start, stop + _NEXT)
    return found is not None and found.start() <= stop + 1


_NEXT = 90
"""Characters after a yes in which it is said who has to approve."""
# "subject to the approval of its | senate": what a party's own body has to say is no condition that another can meet.
_BY_ITS_OWN = re.compile(
    r"\b(?:subject )?to (?:the |an? |its |their |his |her |final )*(?:approval|vote|consent|ratification|assent|agreement|backing|blessing|yes) (?:of|by|in|from) (?:its|his|her|their|the|our|my)(?: own)? (?:\w+ )?"
    r"(?:senate|parliament|congress|chamber|assembly|council|cabinet|house|legislature|voters|people|members|party|king|supreme court|constitutional court)\b",
    re.IGNORECASE,
)


_IN_PRINCIPLE = re.compile(
    r"\bin (?:principle|outline|broad (?:terms|outline|lines))\b|\bas a (?:basis|starting point)\b|\b(?:with|to) the (?:idea|principle|notion|thrust|outline) \b|\bwith the idea\b",
    re.IGNORECASE,
)


@cache
def _claim(key: str) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:reject|refus|dismiss|rebuff|brush|rul)\w*\s+(?:out\s+|aside\s+|as \w+\s+)?"
        rf"(?:(?!(?:of|in|on|for|to|by|and|with|from|at|as|that)\b)[\w’'-]+\s+){{0,5}}?{any_of('turned', key)}(?!\w)",
        re.IGNORECASE,
    )
