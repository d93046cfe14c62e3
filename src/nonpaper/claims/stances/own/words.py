"""The stance that a speaker takes by what is said: words that show one, what the side will do, insistence."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, mentions_in
from nonpaper.claims.stances.anothers import of_another
from nonpaper.claims.stances.cues import first
from nonpaper.claims.stances.deeds import TOLD, awaiting, tied
from nonpaper.claims.stances.objects import YES
from nonpaper.claims.stances.own.verbs import TAKEN_BACK, Shown, after_another, up_to_next
from nonpaper.claims.stances.parts import NEAR, from_source
from nonpaper.claims.stances.will import will_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.span import Span

FEW = 3
"""A stance in so few words is quoted with whoever says it."""
_INSISTS = re.compile(r"\b(?:insist|demand)(?:s|ed|ing)?\b", re.IGNORECASE)


def in_words(page: Page, claim: Claim, content: Span, *, alone: bool) -> Shown | None:
    """The stance in what is said: by words that show one, by what the speaker's side will do, or by insistence."""
    said, cue = content.quote(page.text), " ".join(piece.quote(page.text) for piece in claim.cue)
    by_words = first("said", said)
    if by_words is not None:
        if (
            of_another(page, claim, content, by_words)
            or _unsaid(said, *by_words)
            or _for_another(page, claim, content, by_words)
        ):
            return None
        if alone and len(said.split()) <= FEW:
            return awaiting(said, by_words[0]), from_source(claim, content), True
        first_said = up_to_next(page.text, content)
        whole = first_said if content.start + by_words[1].end() <= first_said.end else content
        waits = tied if by_words[0] == "offers" else awaiting
        return waits(whole.quote(page.text), by_words[0]), whole, True
    by_will = will_of(page, claim, content)
    if by_will is not None:
        return by_will, up_to_next(page.text, content), True
    insists = _insists(page, claim, cue, said) and not after_another(page, claim, content)
    return ("demands", from_source(claim, content), False) if insists else None


def _insists(page: Page, claim: Claim, cue: str, content: str) -> bool:
    found = None if TOLD.match(content) else _INSISTS.search(cue)
    start = claim.cue[0].start if claim.cue else 0
    return found is not None and not TAKEN_BACK.search(page.text[max(0, start - NEAR) : start] + cue[: found.start()])


_NEGATED = re.compile(
    r"\b(?:no one|nobody|none|no|not|never|cannot|without|hardly|far from|refus\w+|neither|nor|few|\w+n[’']t|false|untrue|whether|reports?|rumou?rs|claims?)\b[^,;.]{0,50}$",
    re.IGNORECASE,
)


def _unsaid(said: str, stance: Stance, found: re.Match[str]) -> bool:
    """Whether words before a yes take it back: "nobody here is ready to sign"."""
    return stance in YES and _NEGATED.search(said, 0, found.start()) is not None


def _for_another(page: Page, claim: Claim, content: Span, by_words: tuple[Stance, re.Match[str]]) -> bool:
    """Whether a yes is only said to be another's: "most of it was acceptable | to Norvia"."""
    stance, found = by_words
    end = content.start + found.end()
    after = mentions_in(page, Span(end, content.end)) if stance in YES and end < content.end else ()
    beside = bool(after) and _FOR.fullmatch(page.text, end, after[0].span.start) is not None
    return beside and after[0].party not in (None, claim.party)


_FOR = re.compile(r"\s*(?:only\s+)?(?:to|for)\s+(?:the\s+)?")
