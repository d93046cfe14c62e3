"""What a party does by saying it: "…, and we accept the date", "Today we reject the formula", in a clause of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.page import Page, sentence_near
from nonpaper.claims.stances.conditions import conditions_of
from nonpaper.claims.stances.deeds import tied
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.objects import object_of
from nonpaper.claims.stances.own.speakers import speaker_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span

# The verb of a first person, at the head of a clause: whatever depends on another ("if we accept it") is no deed.
_DEED = re.compile(
    r"(?:^|(?<=[“\"(]))(?:[Bb]ut |[Aa]nd |[Ss]o |[Yy]et |[Tt]oday,? |[Nn]ow,? |[Yy]es,? |[Nn]o,? |[Tt]herefore,? |[Oo]f course,? )*(?P<a>(?:[Ww]e|I) )(?=\w)"
    r"|[,;.:–—] (?:and |but |so |yet |And |But |So |Yet )?(?:today |Today,? |now |therefore |gladly )?(?P<b>(?:[Ww]e|I) )(?=\w)"
)
_ADVERBS = (
    r"(?:(?:now|also|gladly|fully|firmly|flatly|hereby|therefore|formally|still|both|all|do|simply|even|\w+ly) ){0,2}"
)
_OBJECT = r"(?:(?:the|this|that|these|those|it|them|a|an|any|all|every|its|his|her|their|your|both|one|no|such|half|most|each) ?\b|[\w’'-]+ (?:[\w’'-]+ )?)"
_VERBS: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        "accepts",
        re.compile(
            rf"{_ADVERBS}(?:accept|agree to|consent to|endorse|approve|back|welcome and accept|sign) (?!that\b|nothing|no\b|neither|responsibility|blame)(?={_OBJECT})"
        ),
    ),
    (
        "rejects",
        re.compile(
            rf"{_ADVERBS}(?:reject|refuse|oppose|object to|rule out|turn down|turn (?=(?:[\w’'-]+ ){{1,4}}down\b)) ?(?={_OBJECT})"
        ),
    ),
    ("demands", re.compile(rf"{_ADVERBS}(?:demand|insist on) (?={_OBJECT})")),
)
_ENDS = re.compile(
    r"[.;!?”\"]|,? (?:but|and) (?:we|I|they|he|she|it|the \w+)\b|, (?:but|and|though|although|while)\b|,?$"
)
_REACH = 200
"""Characters of a content after a verb in which its object stands."""
_DEPENDS = re.compile(
    r"\b(?:if|when|whether|unless|until|before|why|what|suppose|imagine|that)\b[^,;.”\"]*,?$", re.IGNORECASE
)


def performed(page: Page, index: int, claim: Claim, hints: Hints, made: Sequence[Position]) -> Iterator[Position]:
    """The stances that a party takes in the first person, in clauses that show none yet. Linear."""
    for piece in claim.content:
        if page.text[piece.start : piece.start + 1] not in _QUOTES:
            continue
        yield from (p for p in _in(page, index, claim, hints, piece) if not any(m.span.overlaps(p.span) for m in made))


_QUOTES = ("“", '"', "«")


def _in(page: Page, index: int, claim: Claim, hints: Hints, piece: Span) -> Iterator[Position]:
    said = piece.quote(page.text)
    for who in _DEED.finditer(said):
        at = who.start("a") if who["a"] else who.start("b")
        found = next(((stance, m) for stance, verb in _VERBS if (m := verb.match(said, who.end())) is not None), None)
        sentence = sentence_near(page, Span(piece.start + at, piece.start + at + 1), _REACH)
        if found is None or sentence is None or "?" in sentence.quote(page.text):
            continue
        if _DEPENDS.search(said, max(0, at - _REACH), at):
            continue
        stance, verb = found
        stop = _ENDS.search(said, verb.end(), verb.end() + _REACH)
        end = stop.start() if stop else min(len(said), verb.end() + _REACH)
        end = len(said[:end].rstrip(" ,"))
        span = Span(piece.start + at, piece.start + end)
        about = said[verb.end() : end]
        topic = object_of(about) or hints.topic(span)
        if topic is not None and about.strip():
            stance = tied(said[at:end], stance)
            yield Position(
                party=claim.party or "",
                speaker=speaker_of(page, claim),
                topic=topic,
                stance=stance,
                basis="self",
                span=span,
                conditions=conditions_of(page.text, span) if stance == "accepts_if" else (),
                unsure=claim.unsure,
                doubts=claim.doubts,
                claim=index,
            )
