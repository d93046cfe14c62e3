"""The stance that a speaker takes by what he does, or by the words of saying."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, mentions_in, sentence_at
from nonpaper.claims.stances.conditions import conditions_of
from nonpaper.claims.stances.cues import first, pattern
from nonpaper.claims.stances.objects import object_of
from nonpaper.claims.stances.parts import NEAR, from_source
from nonpaper.claims.stances.will import deed_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.span import Span

Shown = tuple[Stance, Span, bool]
"""A stance, the words that show it, and whether they do so plainly enough where no topic is named."""


def by_verb(page: Page, claim: Claim, content: Span) -> Shown | None:
    """The stance in what the source does, or in the words of saying: "rejected", "called for"."""
    if after_another(page, claim, content):
        return None  # the object of a verb stands in its sentence
    said, cue = content.quote(page.text), " ".join(piece.quote(page.text) for piece in claim.cue)
    by_cue, by_words, by_deed = _by_cue(page, claim, cue), first("said", said), deed_of(page, claim)
    whole = from_source(claim, content)
    if by_deed is not None and not (by_words is not None and by_deed == "demands" and _THAT.match(said)):
        return by_deed, up_to_next(page.text, whole), True
    if by_cue is None and by_words is None:
        return ("criticises", whole, True) if _blames(cue, said) else None
    if by_cue is None:
        return None
    if by_words is not None and (by_cue[0], by_words[0]) == ("denies_report", "denies_knowledge"):
        return "denies_knowledge", whole, True
    on_condition = by_cue[0] == "offers" and conditions_of(page.text, content)
    return "offers_if" if on_condition else by_cue[0], whole, True


def after_another(page: Page, claim: Claim, content: Span) -> bool:
    """Whether a content begins after the sentence of all words of saying, and somebody else is named in between."""
    last = sentence_at(page, claim.cue[-1].start) if claim.cue else None
    if last is None or content.start < last.end:
        return False
    between = mentions_in(page, Span(last.end, content.start)) if content.start > last.end else ()
    return any(m.party not in (None, claim.party) for m in between)


def up_to_next(text: str, deed: Span) -> Span:
    """The words of a deed without what its doer says next: "confirmed the truce | but warned that …"."""
    found = _SAYS_NEXT.search(text, deed.start, deed.end)
    return Span(deed.start, found.start()) if found is not None else deed


_SAYS_NEXT = re.compile(
    r",?\s+(?:but|yet|while|and)(?:\s+also|,[^,.;“”\"]{3,40},)?\s+(?:said|says|warned|warns|added|adds|insisted|insists|told|stressed|noted|saying|warning"
    r"|complained|complains|regretted|accused|threatened|urged)\b"
    # Somebody else speaks: "does not comment on leaks, | yet within the hour her deputy wrote that …".
    r"|,\s+(?:but|yet|while|whereas)\s[^;.“”\"]{3,80}?\s(?:said|says|wrote|writes|told|warned|insisted|added)\s(?:[\w’'-]+\s){0,2}?that\b"
)
_CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|labell?(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|describ(?:es|ed|ing))\b",
    re.IGNORECASE,
)


def _blames(cue: str, said: str) -> bool:
    """Whether a text or term is given a name, in quotation marks, in which there is no praise: "called the offer 'a fig leaf'"."""
    marked = re.search(r"[“\"‘]([^”\"’]+)", said)
    if marked is None or not _CALLS.search(cue) or pattern("praise", "say").search(marked[1]):
        return False
    named = said[: marked.start()]
    return object_of(named) is not None and not _REPORT.search(named) and not _DENIES.search(marked[1])


_REPORT = re.compile(r"\b(?:reports?|stor(?:y|ies)|claims?|talks?|meeting|round)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:fake|false|invent\w*|untrue|fiction|lies?|fabricat\w+|nonsense|fantasy)\b", re.IGNORECASE)
_THAT = re.compile(r"\W*that\b")


def _by_cue(page: Page, claim: Claim, cue: str) -> tuple[Stance, re.Match[str]] | None:
    """What the words of saying show, unless words before them take it back: "no longer insists on"."""
    found = first("cue", cue)
    if found is None or not claim.cue:
        return None
    start = claim.cue[0].start
    before = page.text[max(0, start - NEAR) : start] + cue[: found[1].start()]
    return None if TAKEN_BACK.search(before) else found


TAKEN_BACK = re.compile(
    r"\b(?:no longer|never|not|neither|nor|n[’']t|without|stopp(?:ed|ing) short of|fell short of|far from|instead of|rather than|yet to|refrained from|unable to|declin\w+ to|refus\w+ to)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
