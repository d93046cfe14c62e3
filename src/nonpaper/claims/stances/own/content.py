"""The positions that the content of one claim shows: each part of it with its object."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.claims.mediators import mediates
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.provisions.conditions import without
from nonpaper.claims.sides import sides
from nonpaper.claims.stances.clauses import REFERS_BACK, against
from nonpaper.claims.stances.conditions import conditions_of
from nonpaper.claims.stances.cues import first, is_none
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.objects import TELLING, USUAL, WISHES, object_of
from nonpaper.claims.stances.own.speakers import speaker_of
from nonpaper.claims.stances.own.verbs import by_verb
from nonpaper.claims.stances.own.words import in_words
from nonpaper.claims.stances.parts import content_of, parts
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance, Topic
from nonpaper.model.position import Position
from nonpaper.model.span import Span


def stated_in(page: Page, index: int, claim: Claim, hints: Hints) -> Iterator[Position]:
    """The stances of one claim: one for the whole, or one for each clause where "but" sets two against one another."""
    content = content_of(page.text, claim)
    clauses = against(page, content)
    for clause in clauses or (_in_a_sentence(page, content),):
        yield from _shown(page, index, claim, clause, hints, alone=not clauses)


def _in_a_sentence(page: Page, content: Span) -> Span:
    """Of a content of several sentences, the one that shows a stance where it names its object: the next one's is not that."""
    opening = sentence_at(page, content.start)
    if opening is not None and content.end <= opening.end:
        return content
    found = first("said", content.quote(page.text))
    sentence = sentence_at(page, content.start + found[1].start()) if found else None
    if found is None or sentence is None or content.start + found[1].end() > sentence.end:
        return content
    inside = Span(max(content.start, sentence.start), min(content.end, sentence.end))
    said = inside.quote(page.text)
    return inside if object_of(said) is not None and REFERS_BACK.match(said) is None else content


FEWEST = 3
"""Words up to which a wish names nothing where no topic is known by them: "he wants more"."""


def _shown(page: Page, index: int, claim: Claim, content: Span, hints: Hints, *, alone: bool) -> Iterator[Position]:
    said = content.quote(page.text)
    found = (by_verb(page, claim, content) if alone else None) or in_words(page, claim, content, alone=alone)
    if found is None:
        return
    stance, span, plain = found
    if is_none(_COULD_IF.sub(" ", said) if stance.endswith("_if") else said, stance):
        return
    if stance in ("rejects", "red_line") and _TO_BE_CALLED.match(said):
        return  # a name is no term: "refuses | to be called a party"
    if stance == "demands" and _LEADS_LIST.search(said):
        return  # each item of the list is a demand of its own
    if stance == "reserves" and _OPEN.search(said) and not _at_the_table(page, claim):
        return  # what a mediator says is open, others leave open
    for place, part in enumerate(parts(page.text, span, content, stance)):
        about = _about(page.text, part, content)
        bare = without(page.text, about, conditions_of(page.text, about)) if stance.endswith("_if") else ""
        topic = object_of(bare) or object_of(about.quote(page.text)) or object_of(said) or USUAL.get(stance)
        topic = topic or _unnamed(about.quote(page.text), stance, part, hints, told=plain and not place)
        if topic is not None:
            yield _position(page, index, claim, stance, part, topic)
    if alone and span.end <= content.start:  # "called the talks serious but warned that | …"
        yield from _shown(page, index, claim, content, hints, alone=False)


def _unnamed(about: str, stance: Stance, part: Span, hints: Hints, *, told: bool) -> Topic | None:
    """What a stance is about whose words name nothing; None where it is then none."""
    if stance == "welcomes_process":
        return "process"
    names = stance not in WISHES or len(about.split()) > FEWEST
    return hints.topic(part) if stance == "criticises" or (stance in TELLING and told and names) else None


_TO_BE_CALLED = re.compile(
    r"\W*to be (?:called|seen|regarded|treated|described|counted|labelled|considered)\b", re.IGNORECASE
)
_OPEN = re.compile(r"\b(?:brackets|unresolved|unsettled|undecided)\b", re.IGNORECASE)
_COULD_IF = re.compile(r"\b(?:may|might|could) (?=accept|agree)", re.IGNORECASE)
_LEADS_LIST = re.compile(r":\s*(?:\n|$)")


def _at_the_table(page: Page, claim: Claim) -> bool:
    """Whether a speaker may be of a side: no mediator's, and none's whom the two that face each other leave out."""
    facing = sides(page)
    return not mediates(page, claim) and (facing is None or claim.party in facing)


def _about(text: str, part: Span, content: Span) -> Span:
    """The words that name the object; of "A and B remain open" with two parts, A alone for the first."""
    inside = Span(max(part.start, content.start), part.end) if part.end > content.start else part
    joint = re.search(r"\s+and\s+", inside.quote(text))
    if joint and first("said", inside.quote(text)[: joint.start()]) is None and inside == content:
        head = Span(inside.start, inside.start + joint.start())
        return head if object_of(head.quote(text)) not in (None, "plan", "process") else inside
    return inside


def _position(page: Page, index: int, claim: Claim, stance: Stance, span: Span, topic: str) -> Position:
    return Position(
        party=claim.party or "",
        speaker=speaker_of(page, claim),
        topic=topic,  # type: ignore[arg-type]
        stance=stance,
        basis="self",
        span=span,
        conditions=conditions_of(page.text, span) if stance in ("accepts_if", "offers_if") else (),
        unsure=claim.unsure,
        doubts=claim.doubts,
        claim=index,
    )
