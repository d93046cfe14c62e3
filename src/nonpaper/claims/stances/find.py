"""Every stance that a report states, whose it is and on whose word."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from nonpaper.claims.about import pooled
from nonpaper.claims.doubt import doubted
from nonpaper.claims.page import Page, paragraph_at, sentence_near
from nonpaper.claims.provisions.reserved import NO_TALKS, of_talks
from nonpaper.claims.stances.cues import pattern
from nonpaper.claims.stances.demanded import from_demands
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.objects import NO
from nonpaper.claims.stances.own import from_claims
from nonpaper.claims.stances.reporter import from_sentences
from nonpaper.claims.stances.seen import seen_stances
from nonpaper.claims.stances.statement import from_statement
from nonpaper.claims.stances.thick import of_sides
from nonpaper.claims.stances.turned import upright
from nonpaper.claims.stances.turned.earlier import opens_before_then
from nonpaper.claims.terms import RawStance
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from nonpaper.text.near import Near

REACH = 600
"""Characters looked through on either side of a stance: real sentences are shorter."""
RULED = 3.0
"""What the topic that the rules give a position counts beside what the model takes it to be about, in log odds."""
TIED = "may be a yes on a condition"
_TIED = re.compile(
    r"\b(?:sign|agree|accept|return|come|negotiat|talk|discuss|hand|withdraw|leave|lift|disarm|release|sit down)\w*\b[^.;]{0,80}\b(?:without|until|unless|before)\b"
    r"|\b(?:without|unless|until)\b[^.;]{0,80}\b(?:not|never|won[’']t|no)\b",
    re.IGNORECASE,
)
FORMER = "may be a former stance"


def find_positions(
    page: Page, claims: Sequence[Claim], provisions: Sequence[Provision], seen: Sequence[RawStance] = ()
) -> tuple[Position, ...]:
    """All positions in text order. A party's own words come first; what the report asserts fills what they leave.

    What the model alone has seen comes last, and is stated only where it is plain. In a report that is about something
    else than talks or war, all of them wait.
    """
    sights = Near(s.span for s in seen)
    hints = Hints(page, provisions, seen)
    own = upright(page, list(from_claims(page, claims, hints)))
    said = Near(p.span for p in own)
    asked = upright(page, list(from_demands(page, provisions)))
    wanted = [p for p in asked if all(own[i].party != p.party for i in said.overlapping(p.span))]
    taken = [(p.span, p.party) for p in (*own, *wanted) if not p.unsure]
    told = upright(
        page,
        [
            *from_sentences(page, claims, taken, hints),
            *from_statement(page, claims, hints),
        ],
    )
    ruled = [_weighed(page, p, seen, sights, hints) for p in (*own, *wanted, *told)]
    shown = Near(p.span for p in ruled)
    sighted = upright(page, list(seen_stances(page, seen, claims)))
    more = [p for p in sighted if all(ruled[i].party != p.party for i in shown.overlapping(p.span))]
    found = [_tied(page, _former(page, p)) for p in _once((*ruled, *more))]
    found = found if not found or of_talks(page) or of_sides(page, found) else [doubted(p, NO_TALKS) for p in found]
    return tuple(sorted(found, key=lambda p: (p.span, p.party, p.topic)))


def _weighed(page: Page, position: Position, seen: Sequence[RawStance], sights: Near, hints: Hints) -> Position:
    """A position with what it is about weighed from what the rules name and what the model sees there."""
    referred = hints.referred(position.span, position.topic)
    if referred is not None:
        return msgspec.structs.replace(position, topic=referred)
    over = [seen[i] for i in sights.overlapping(position.span)]
    best = max(over, default=None, key=lambda s: s.span.shared(position.span))
    if best is None:
        return position
    topic, _ = pooled(position.span.quote(page.text), best.topics, position.stance, position.topic, RULED)
    return msgspec.structs.replace(position, topic=topic)


def _once(positions: Sequence[Position]) -> list[Position]:
    """The positions without those that another of the same party, stance and topic contains, or that a sure one of it meets."""
    told: dict[tuple[str, str, str], list[Position]] = {}
    sure = [p for p in positions if not p.unsure]
    stated = Near(p.span for p in sure)
    left = [p for p in positions if not p.unsure or all(sure[i].party != p.party for i in stated.overlapping(p.span))]
    for position in sorted(left, key=lambda p: (p.unsure, p.span.start - p.span.end)):
        rows = told.setdefault((position.party, position.stance, position.topic), [])
        if not any(row.span.contains(position.span) for row in rows[-_FEW:]):
            rows.append(position)
    return [p for rows in told.values() for p in rows]


_FEW = 50
"""Positions of one party, stance and topic among which doubles are looked for."""


def _former(page: Page, position: Position) -> Position:
    """A stance whose sentence speaks of the past is for a person to date."""
    around = sentence_near(page, position.span, REACH)
    if around is None:
        return position
    said = around.quote(page.text)
    past = pattern("former", "say").search(said) or opens_before_then(said) or _long_ago(page, around)
    return doubted(position, FORMER) if past else position


def _long_ago(page: Page, sentence: Span) -> bool:
    """Whether the paragraph so far tells of another year's talks, and nothing brings it back to now."""
    paragraph = paragraph_at(page, sentence.start)
    if paragraph is None or sentence.start - paragraph.start > REACH:
        return False
    before = page.text[paragraph.start : sentence.start]
    then = next(reversed(list(_YEARS.finditer(before))), None)
    return (
        then is not None
        and _NOW.search(page.text, then.end(), sentence.end) is None
        and _PAST.search(sentence.quote(page.text)) is not None
    )


_YEARS = re.compile(
    r"\b(?:[Ii]n|[Tt]he) (?:19|20)\d\d(?= (?:talks|round|summit|conference|negotiations|plan|agreement|accord)|,)"
)
_NOW = re.compile(
    r"\b(?:now|today|this (?:week|month|year|time)|currently|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?<!would )(?<!could )(?<!might )have|has|is|are)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:did|was|were|had|would have|\w{2,}ed)\b")


def _tied(page: Page, position: Position) -> Position:
    """A no that names what it waits for ("will not sign without …") may be a yes on that condition."""
    around = sentence_near(page, position.span, REACH)
    if position.stance not in NO or around is None:
        return position
    if not _TIED.search(around.quote(page.text)):
        return position
    return doubted(position, TIED)
