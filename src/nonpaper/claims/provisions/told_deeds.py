"""What somebody is to do in a stretch of a report: clauses whose verb is a deed of a text, and what goes on from them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.claims.page import Page, mentions_in
from nonpaper.claims.provisions.deeds import MOODS, Deed, bare, barred, deed_in, present
from nonpaper.claims.provisions.reserved import SPEAKS_FOR_ITSELF
from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.provisions.text_near import is_about_one
from nonpaper.claims.topics import topic_scores
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span

THE_TEXT = frozenset({"document_seen", "leaked_full_text", "official_text"})
# What will be done under an agreement that is not the one reported on, or in any case.
_ELSEWHERE = re.compile(
    r"\b(?:under|in) (?:an?|the) (?:separate|another|existing|earlier|previous|different)\b|\bwhatever\b|\bregardless\b|\banyway\b|\bin any case\b|\bif\b|\bunless\b"
    r"|\b(?:next|this) (?:week|month|year)\b|\btomorrow\b|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")
SAYING = re.compile(
    r"\b(?:said|says?|told|tells|warn\w*|reject\w*|quot\w+|heard|ask\w*|den(?:y|ies|ied)|insist\w*|swore|vow\w*|claim\w*|speaks? of|idea that"
    r"|hop\w+|fear\w*|whether|believ\w*|expect\w*|suggest\w*|propos\w+|offer\w*|demand\w*|want\w*)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:has|have|had|is|was|were|are|does|did|do)\b|\bone that\b|\bas if\b", re.IGNORECASE)
_NONE = re.compile(r"(?:no|none|nothing|neither|nobody)\b", re.IGNORECASE)
_OWN = re.compile(
    r"(?:his|her)\b|(?:its|their|our|my) (?:own )?(?:party|group|bloc|faction|government|country|side|movement|state|army|men|people|members)\b|the (?:movement|group|front|organi[sz]ation|party)$|it$|they$",
    re.IGNORECASE,
)


def told_deeds(page: Page, stretch: Span, claim: Claim | None) -> Iterator[Span]:
    """The terms of one stretch: clauses with a deed, and what goes on from one without a subject of its own."""
    if claim is not None and not _tells(page, claim):
        return
    going_on = False
    for term in terms_in(page.text, stretch):
        said = term.quote(page.text)
        deed = deed_in(said)
        if deed is None and claim is not None and claim.kind in THE_TEXT and present().search(said):
            going_on = barred("clause").search(said) is None and not SAYING.search(said)
        elif deed is None:
            going_on = going_on and (bare().match(said) is not None or _alongside(said))
        else:
            going_on = _is_term(page, term, deed, claim)
        if going_on and topic_scores(said):
            yield _before_colon(page.text, term)


def _alongside(said: str) -> bool:
    """Whether a clause in the present tense goes on from one in a text's mood: "…, while 500 soldiers deploy along the border"."""
    quiet = SAYING.search(said) is None and _FINITE.search(said) is None and barred("clause").search(said) is None
    return quiet and present().search(said) is not None


def _before_colon(text: str, term: Span) -> Span:
    """A term without the particulars that a colon adds to it."""
    colon = term.quote(text).find(": ")
    enough = colon > 0 and deed_in(term.quote(text)[:colon]) is not None
    return Span(term.start, term.start + colon) if enough else term


def _tells(page: Page, claim: Claim) -> bool:
    """Whether a claim reports what is in a text: no forecast, no wish, nothing denied."""
    cue = " ".join(piece.quote(page.text) for piece in claim.cue)
    return (
        claim.kind != "analyst"
        and not claim.denied
        and claim.act in ("says", "thinks")
        and not barred("cue").search(cue)
    )


def _is_term(page: Page, term: Span, deed: Deed, claim: Claim | None) -> bool:
    said = term.quote(page.text)
    subject = said[: deed.at].strip()
    named = _WORD.findall(subject)
    of_text = claim is not None and claim.kind in THE_TEXT
    barring = _NONE.match(subject) is not None and (deed.verb.startswith("be ") or deed.mood == "may")
    ahead = deed.mood == "will" and claim is None and is_about_one(page) and _things(said)
    ahead = ahead and _ELSEWHERE.search(said) is None
    if not named or not (deed.mood in MOODS or deed.mood.endswith(" to") or of_text or barring or ahead):
        return False
    if barred("clause").search(said) or barred("subject").fullmatch(named[-1]):
        return False
    if (
        named[0].casefold() in ("he", "she")
        or barred("opens").match(subject)
        or SAYING.search(subject)
        or _FINITE.search(subject)
    ):
        return False
    return of_text or claim is None or not _own_promise(page, term, subject, claim)


def _things(said: str) -> bool:
    """Whether words are about something that a text settles, and not about the talks or their dates."""
    scores = topic_scores(said)
    return bool(scores) and scores[0][0] not in ("dialogue", "process", "plan", "deadline", "other")


def _own_promise(page: Page, term: Span, subject: str, claim: Claim) -> bool:
    """Whether a party only says what it would do itself."""
    if claim.kind not in SPEAKS_FOR_ITSELF:
        return False
    start = Span(term.start, term.start + len(subject) + 1)
    return _OWN.search(subject) is not None or any(
        m.party == claim.party and claim.party is not None for m in mentions_in(page, start)
    )
