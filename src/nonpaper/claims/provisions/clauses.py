"""Terms that a report gives as its own clauses: "the army would pull back, tolls would be shared", whoever speaks.

A report names a text once and goes on for paragraphs in its mood, or lets those who know it speak so. Such a clause is a
term where its verb is a deed of a text (deeds.toml), its subject is no speaker, and nothing around it makes it a
forecast, a threat, a wish or somebody's own promise.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nonpaper.claims.contents import contents_of, size
from nonpaper.claims.page import Page, may_hold, mentions_in, paragraph_at, sentence_before
from nonpaper.claims.provisions.comparing import head_of, is_compared, newer_from
from nonpaper.claims.provisions.deeds import (
    MOODS,
    Deed,
    bare,
    barred,
    deed_in,
    deed_words,
    mood,
    mood_words,
    present,
    supposes,
)
from nonpaper.claims.provisions.reasons import NO_TEXT, OTHER_TEXT, WANTED
from nonpaper.claims.provisions.reserved import SPEAKS_FOR_ITSELF, full_of_talks
from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.topics import topic_scores
from nonpaper.model.claim import Claim
from nonpaper.model.codes import PresentedAs
from nonpaper.model.span import Span
from nonpaper.text.openings import openings

THE_TEXT = frozenset({"document_seen", "leaked_full_text", "official_text"})
# What a text under negotiation is called; wider words ("plan", "phase") are in every report.
_A_TEXT = re.compile(
    r"\b(?:drafts?|truces?|cease-?fires?|treat(?:y|ies)|accords?|agreements?|deals?|proposals?|memorand\w+|protocols?|roadmaps?|non-papers?|pacts?|compromises?"
    r"|settlements?|outlines?|declarations?|charters?|schemes?|packages?|communiqués?|formulas?|versions?|texts?|frameworks?|documents?|arrangements?|annex(?:es)?|clauses?|articles?|appendix|term sheets?|plans?|papers?|terms|points)\b",
    re.IGNORECASE,
)
# What one side does for what the other does is a term of a bargain, named or not.
_EXCHANGE = re.compile(r"\W*In (?:exchange|return)\b")
# What will be done under an agreement that is not the one reported on, or in any case.
_ELSEWHERE = re.compile(
    r"\b(?:under|in) (?:an?|the) (?:separate|another|existing|earlier|previous|different)\b|\bwhatever\b|\bregardless\b|\banyway\b|\bin any case\b|\bif\b|\bunless\b"
    r"|\b(?:next|this) (?:week|month|year)\b|\btomorrow\b|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    re.IGNORECASE,
)
NEAR, ABOVE = 2500, 3
"""Characters around a clause, and paragraphs above its own, in which the text must be named."""
_WAS_TO = re.compile(r"\b(?:was|were) to\b")
_DEMANDS = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|conditions|insist(?:s|ed|ing)?|ask(?:s|ed) for|call(?:s|ed) for|wish list|wants|wanted|red lines?"
    r"|propos(?:es|ed|ing)|suggest(?:s|ed|ing)?|offer(?:s|ed|ing)?|float(?:s|ed|ing)|tabled|put forward|ideas?|options?|alternatives?|would (?:like|prefer))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")
_SAYING = re.compile(
    r"\b(?:said|says?|told|tells|warn\w*|reject\w*|quot\w+|heard|ask\w*|den(?:y|ies|ied)|insist\w*|swore|vow\w*|claim\w*|speaks? of|idea that"
    r"|hop\w+|fear\w*|whether|believ\w*|expect\w*|suggest\w*|propos\w+|offer\w*|demand\w*|want\w*)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:has|have|had|is|was|were|are|does|did|do)\b|\bone that\b|\bas if\b", re.IGNORECASE)
OTHER = re.compile(
    r"\b(?:earlier|previous|former|older|old|first|original|last year’s|last year's|winter|spring|summer|autumn|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|(?:19|20)\d\d) (?:text|plan|draft|paper|deal|agreement|version|truce|accord|treaty|document|proposal)s?\b"
    r"|\bearlier versions?\b|\bthe deal that (?:collapsed|failed)\b",
    re.IGNORECASE,
)
_FLOATED = re.compile(
    r"\b(?:idea|proposal|compromise|formula|suggestion)s? (?:that )?(?:was |were |is |are )?(?:floated|put forward|made|tabled|advanced) by\b",
    re.IGNORECASE,
)
# "a sentence under which the truce goes on", "the article by which it takes a third".
_RELATIVE = re.compile(
    r"\b(?:clause|article|chapter|annex|paragraph|sentence|passage|provision|letter|point|text|plan|draft|deal|compromise|formula|paper|arrangement"
    r"|agreement|truce|exchange|outline|understanding|accord|scheme|version|memorandum|pact|package|framework|timetable|schedule|swap|arrangement|protocol|treaty|annex|stage|phase|one)s?,? (?:under|by|in) which\s+",
    re.IGNORECASE,
)
_WHICH = openings(["which "])
_NONE = re.compile(r"(?:no|none|nothing|neither|nobody)\b", re.IGNORECASE)
_OWN = re.compile(
    r"(?:his|her)\b|(?:its|their|our|my) (?:own )?(?:party|group|bloc|faction|government|country|side|movement|state|army|men|people|members)\b|the (?:movement|group|front|organi[sz]ation|party)$|it$|they$",
    re.IGNORECASE,
)


def clause_terms(page: Page, claims: Sequence[Claim]) -> Iterator[tuple[Span, Span, PresentedAs, tuple[str, ...]]]:
    """Each term with its sentence and what it is presented as, in text order; linear in the text."""
    contents = contents_of(claims)
    for sentence in page.sentences:
        said = sentence.quote(page.text)
        if said.rstrip().endswith("?") or supposes(said):
            continue
        relative = _RELATIVE.search(said) if may_hold(page, sentence, _WHICH) else None
        if relative and not _SAYING.search(said[relative.end() :]):
            term = _whole(page, Span(sentence.start + relative.end(), sentence.end))
            yield term, sentence, _presented_at(said, relative.end()), _doubts(page, sentence, term)
            continue
        may_order = may_hold(page, sentence, mood_words()) and may_hold(page, sentence, deed_words())
        in_mood = may_order and mood().search(said)
        if not in_mood and not any(claims[i].kind in THE_TEXT for i in contents.overlapping(sentence)):
            continue
        holding = [claims[i] for i in contents.overlapping(sentence) if _speaks(page, claims[i])]
        for stretch, claim in _stretches(sentence, holding):
            for term in _deeds(page, stretch, claim):
                presented = _presented_at(said, term.start - sentence.start)
                yield term, sentence, presented, _doubts(page, sentence, term)


def _doubts(page: Page, sentence: Span, term: Span) -> tuple[str, ...]:
    """Why a clause may not be the text's: an earlier text's past, or somebody's demands just before it."""
    around = paragraph_at(page, sentence.start) or sentence
    last = sentence_before(page, sentence.start) or sentence
    before = page.text[max(last.start, around.start) : term.start]
    out = (
        [] if text_near(page, term) or _is_about_one(page) or _EXCHANGE.match(sentence.quote(page.text)) else [NO_TEXT]
    )
    out += [OTHER_TEXT] if _WAS_TO.search(term.quote(page.text)) or OTHER.search(before) else []
    return (*out, WANTED) if _DEMANDS.search(before) else tuple(out)


@lru_cache(maxsize=64)  # asked of each deed on a page
def _is_about_one(page: Page) -> bool:
    """Whether a report is full of talks and names a text anywhere."""
    return full_of_talks(page) and names_a_text(page)


@lru_cache(maxsize=64)
def names_a_text(page: Page) -> bool:
    """Whether a report names a text anywhere."""
    return _A_TEXT.search(page.text) is not None


def text_near(page: Page, term: Span) -> bool:
    """Whether a text is named in a term's paragraph or the three above it."""
    around = paragraph_at(page, term.start) or term
    at = bisect_left(page.paragraphs, around.start, key=lambda p: p.start)
    above = page.paragraphs[max(at - ABOVE, 0)].start if at else around.start
    return _A_TEXT.search(page.text, max(above, term.start - NEAR), min(around.end, term.end + NEAR)) is not None


def _whole(page: Page, stretch: Span) -> Span:
    """The first term of a stretch."""
    return next(iter(terms_in(page.text, stretch)), stretch)


def _speaks(page: Page, claim: Claim) -> bool:
    """Whether somebody speaks in a claim; where its cue is itself in a text's mood ("would write into its law") nobody does."""
    return bool(claim.content) and not mood().search(" ".join(piece.quote(page.text) for piece in claim.cue))


def _presented_at(said: str, at: int) -> PresentedAs:
    """What a term that begins at a place of a sentence is presented as, by its own clause where two texts are told."""
    newer = newer_from(said)
    if newer is None:
        return _presented(said)
    return _presented(said[newer:]) if at >= newer else "comparison"


def _presented(said: str) -> PresentedAs:
    if is_compared(said) or OTHER.search(head_of(said)):
        return "comparison"
    return "proposal" if _FLOATED.search(said) else "draft"


def _stretches(sentence: Span, holding: Sequence[Claim]) -> Iterator[tuple[Span, Claim | None]]:
    """The sentence, or what claims hold of it, each with the smallest claim."""
    if not holding:
        yield sentence, None
        return
    done: set[Span] = set()
    for claim in sorted(holding, key=size):
        for piece in claim.content:
            start, end = max(piece.start, sentence.start), min(piece.end, sentence.end)
            if start < end and not any(d.overlaps(Span(start, end)) for d in done):
                done.add(Span(start, end))
                yield Span(start, end), claim


def _deeds(page: Page, stretch: Span, claim: Claim | None) -> Iterator[Span]:
    """The terms of one stretch: clauses with a deed, and what goes on from one without a subject of its own."""
    if claim is not None and not _tells(page, claim):
        return
    going_on = False
    for term in terms_in(page.text, stretch):
        said = term.quote(page.text)
        deed = deed_in(said)
        if deed is None and claim is not None and claim.kind in THE_TEXT and present().search(said):
            going_on = barred("clause").search(said) is None and not _SAYING.search(said)
        elif deed is None:
            going_on = going_on and (bare().match(said) is not None or _alongside(said))
        else:
            going_on = _is_term(page, term, deed, claim)
        if going_on and topic_scores(said):
            yield _before_colon(page.text, term)


def _alongside(said: str) -> bool:
    """Whether a clause in the present tense goes on from one in a text's mood: "…, while 500 soldiers deploy along the border"."""
    quiet = _SAYING.search(said) is None and _FINITE.search(said) is None and barred("clause").search(said) is None
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
    ahead = deed.mood == "will" and claim is None and _is_about_one(page) and _things(said)
    ahead = ahead and _ELSEWHERE.search(said) is None
    if not named or not (deed.mood in MOODS or deed.mood.endswith(" to") or of_text or barring or ahead):
        return False
    if barred("clause").search(said) or barred("subject").fullmatch(named[-1]):
        return False
    if (
        named[0].casefold() in ("he", "she")
        or barred("opens").match(subject)
        or _SAYING.search(subject)
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
