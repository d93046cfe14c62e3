"""Positions of what a sentence asserts: a stance that is only supposed, or that names nothing, is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.claims.doubt import doubted
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, paragraph_at
from nonpaper.claims.provisions.conditions import without
from nonpaper.claims.stances.conditions import conditions_of
from nonpaper.claims.stances.cues import pattern
from nonpaper.claims.stances.found import Found
from nonpaper.claims.stances.tellers import basis_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span

_LIVE_WITH = re.compile(r"\bcould (?=live with\b)", re.IGNORECASE)


def asserted(
    page: Page, found: Found, party: str, mention: Mention | None, teller: Claim | None, issued_by: str | None
) -> Iterator[Position]:
    """The position that some words show, on its teller's word; none where they only suppose it or nothing tells what it is about."""
    stance, span, topic = found
    said = _LIVE_WITH.sub("", _but_tied(page.text, stance, span))
    left_open = stance in ("reserves", "no_comment")
    if topic is None or (not left_open and pattern("not_asserted", "words").search(said)):
        return
    made = Position(
        party=party,
        speaker=mention.name if mention is not None and mention.kind == "person" else None,
        topic=topic,
        stance=stance,
        basis=basis_of(page, stance, span, party, teller, issued_by),
        span=span,
        conditions=conditions_of(page.text, span) if stance in ("accepts_if", "offers_if") else (),
    )
    yield unless_spoken(page, made) if teller is None else made


SPOKEN = "it stands in what somebody says in an interview"
_ANSWERS = re.compile(
    r"(?:Q|A|Question|Answer|Interviewer|Reporter|Spokes\w+|(?:Foreign |Prime )?Minister|President)\s?:\s"
)


def unless_spoken(page: Page, made: Position) -> Position:
    """What the report asserts; unsure where its paragraph opens with who speaks in it: none of a transcript is the report's own word."""
    paragraph = paragraph_at(page, made.span.start)
    spoken = paragraph is not None and _ANSWERS.match(page.text, paragraph.start) is not None
    return doubted(made, SPOKEN) if spoken and made.basis == "reporter" else made


def _but_tied(text: str, stance: Stance, span: Span) -> str:
    """The words of a stance without the condition that it names itself."""
    if stance not in ("accepts_if", "offers_if", "threatens"):
        return span.quote(text)
    return _WOULD.sub("", without(text, span, conditions_of(text, span)))


_WOULD = re.compile(
    r"\b(?:would|could) (?=(?:accept|agree|sign|live|release|free|hand|lift|withdraw|pull|open|stop|consider|allow|admit|return)\b)"
)
