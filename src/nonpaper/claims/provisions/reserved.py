"""What is told in a text's mood and may be none of it.

What a party that speaks for itself sets as its own condition: "confirmed the deal but said …", "… only if …".

Such words stand in a text's mood and may repeat the text; whether they do, the report does not say. Where they name the
text itself ("the plan would …"), or are a mediator's, they are what is in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nonpaper.claims.mediators import mediates
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.cues import text_noun, words
from nonpaper.claims.terms.grounds import clear_words
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull

SPEAKS_FOR_ITSELF = frozenset(
    {"on_record_principal", "on_record_spokesperson", "named_party_official", "institution_unspecified"}
)
NO_TALKS = "the report has few words of talks or war"
SHORT, ENOUGH = 1500, 3
"""Characters of a report that is believed to be about a text; words of war and talks that a longer one must hold."""
OF_EITHER, THICK, DENSE = 1.2, 1.25, 3.0
"""Words of war and talks or of a text in 1,000 characters: of a longer report that may as well be about a text, of nearly
every report of talks and one article of other news in twenty, and of one that is about a text and little else."""
LEAST = 800
"""Characters that a shorter report is counted as."""
ABOUT = "stands in a paper about the talks, which may be no draft"
_NO_DRAFT = re.compile(r"\b(?:memo|minutes|cable|transcript|briefing)s?\b", re.IGNORECASE)
OWN_CONDITION = "may be what a party says it would do or asks for, not the text"
WISH = "says what should be, and neither whose wish it is nor in which text it stands"
_SHOULD = re.compile(r"\b(?:should|ought to)\b", re.IGNORECASE)
_TIED = re.compile(
    r"\b(?:if|unless|once|provided|(?:as|so) long as|on condition|only (?:when|after|as|in (?:return|exchange))|not? [^,.;]{1,80}\b(?:until|before))\b",
    re.IGNORECASE,
)
REACH = 600
"""Characters looked at on either side: a hostile sentence of many terms costs its length."""
_THEIRS = re.compile(r"\W*(?:that\s+)?(?:its|their|our|my)\s", re.IGNORECASE)
# What an event would do to the speaker's own part is no term: "says a strike would end its membership of the pact".
_ITS_PLACE = re.compile(
    r"\bwould (?:end|suspend|void|cost|mean the end of|put an end to|finish) (?:its|their|our|my) (?:[\w-]+ )?(?:membership|participation|part|role|cooperation|place|presence|patience|support)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\b(?:but|though|although|while|whereas|yet|however|even as)\b[^.;:]{0,40}$", re.IGNORECASE)


def reserved(page: Page, sentence: Span, term: Span, claim: Claim | None) -> bool:
    """Whether a term stands in a party's own words that tie it, speak of what is its own, or set it against a yes."""
    if claim is None or claim.kind not in SPEAKS_FOR_ITSELF or mediates(page, claim):
        return False
    content = hull(claim.content)
    start = max(min(content.start, term.start), sentence.start, term.start - REACH)
    if text_noun().search(page.text, start, term.start):
        return False
    said = page.text[start : max(term.end, min(content.end, sentence.end, term.end + REACH))]
    cue = hull(claim.cue).start if claim.cue else start
    against = _AGAINST.search(page.text, max(sentence.start, cue - REACH), max(cue, sentence.start))
    theirs = _THEIRS.match(said) or _ITS_PLACE.search(said)
    return against is not None or theirs is not None or _TIED.search(said) is not None


def of_no_draft(page: Page, claim: Claim) -> bool:
    """Whether a document speaks that tells of the talks and is no text of them: a memo, minutes."""
    if claim.kind != "document_seen":
        return False
    return any(_NO_DRAFT.search(piece.quote(page.text)) for piece in (*claim.source, *claim.resolved))


def wished(page: Page, sentence: Span, term: Span, claim: Claim | None) -> bool:
    """Whether a term says what should be, in nobody's mouth, with no text named in its sentence: free indirect speech."""
    if claim is not None or not _SHOULD.search(page.text, term.start, term.end):
        return False
    return text_noun().search(page.text, max(sentence.start, term.start - REACH), term.end) is None


def of_talks(page: Page) -> bool:
    """Whether a report is about war or talks, so that what it tells in a text's mood may be a text's. Linear."""
    return len(page.text) < SHORT or len(_of_war(page)) >= ENOUGH or _density(page) >= OF_EITHER


def full_of_talks(page: Page) -> bool:
    """Whether words of war and talks are as dense as in a report that is about a text and little else. Linear."""
    return _density(page) >= DENSE


def thick_with_talks(page: Page) -> bool:
    """Whether such words are as dense as in nearly all reports of talks, and in hardly any others. Linear."""
    return _density(page) >= THICK


@lru_cache(maxsize=64)  # counted, and counted with those of a text
def _of_war(page: Page) -> frozenset[int]:
    """Where a report has words of war and talks."""
    return frozenset(m.start() for m in words("negotiation", "say").finditer(page.text))


@lru_cache(maxsize=64)  # asked for each term that the model sees on a page
def _density(page: Page) -> float:
    """How many words of war, of talks or of a text a report has in 1,000 characters."""
    return 1000 * len(_of_war(page).union(clear_words(page.text))) / max(len(page.text), LEAST)
