"""Positions that the report itself asserts of a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.stances.cues import pattern, table
from nonpaper.claims.stances.objects import object_of
from nonpaper.model.codes import Basis, Stance, Topic
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

SUBJECTS = ("party", "metonym", "group", "person")
_BETWEEN = re.compile(
    r"(?:’s|'s)?(?:\s+(?:government|administration|leaders|leadership|officials|office))?(?:\s+(?:firmly|also|already|again|has|have|still))*\s+",
    re.IGNORECASE,
)
_CORE = re.compile(r"\b(?:core|key|central|longstanding|main) (?P<who>[\w’.-]+) demand\b", re.IGNORECASE)
_COMMA = re.compile(r",\s+(?:warning|saying|adding|arguing)|[;.](?:\s|$)")
_WANT = re.compile(
    r"\s+(?:is |are )?(?:also |still )?(?:pushing for|pressing for|demands?|demanded|insists? on|wants|calls? for|called for)\b",
    re.IGNORECASE,
)


def from_sentences(page: Page, taken: Sequence[Span]) -> Iterator[Position]:
    """Positions in sentences that no claim covers; at most one of a kind a sentence."""
    for sentence in page.sentences:
        if pattern("not_a_stance", "say").search(sentence.quote(page.text)):
            continue
        for mention in page.mentions:
            if sentence.contains(mention.span) and mention.party and mention.kind in (*SUBJECTS, "adjective"):
                yield from _about(page, sentence, mention, taken)


def _about(page: Page, sentence: Span, mention: Mention, taken: Sequence[Span]) -> Iterator[Position]:
    claimed = any(t.contains(mention.span) for t in taken)
    found = _done(page, sentence, mention)
    if found is None and not claimed:
        found = _does(page, sentence, mention) or _demand(page, sentence, mention)
    if found is None:
        return
    stance, span, topic = found
    basis: Basis = "self" if stance in ("no_comment", "offers") or "expressed" in span.quote(page.text) else "reporter"
    if topic is not None and (not any(t.overlaps(span) for t in taken) or stance == "accepts"):
        speaker = mention.name if mention.kind == "person" else None
        yield Position(party=mention.party or "", speaker=speaker, topic=topic, stance=stance, basis=basis, span=span)


Found = tuple[Stance, Span, Topic | None]


def _does(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """The party as subject: "Washington firmly rejected …"."""
    gap = _BETWEEN.match(page.text, mention.span.end, sentence.end)
    if gap is None or (mention.kind == "adjective" and gap.group().strip() == ""):
        return None
    rest = page.text[gap.end() : sentence.end]
    for cue, stance in table("does"):
        found = cue.match(rest)
        if found:
            stop = _COMMA.search(rest, found.end())
            end = gap.end() + (stop.start() if stop else len(rest.rstrip(" .")))
            span = Span(mention.span.start, end)
            about = page.text[gap.end() + found.end() : end]
            return stance, span, object_of(about) or ("process" if stance == "no_comment" else None)
    return None


def _done(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """The party after the verb: "backed by the president", "has alarmed Kyiv"."""
    before = page.text[sentence.start : mention.span.start]
    for cue, stance in table("done"):
        for found in cue.finditer(before):
            if len(before[found.end() :].split()) <= 3 and not re.search(r"[,.;]", before[found.end() :]):
                end = mention.span.end
                tail = re.match(r"(?:’s|'s)?\s+\w+\s+allies", page.text[end : sentence.end])
                if tail:
                    return None
                return stance, Span(sentence.start + found.start(), end), "plan"
    return None


def _demand(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """A standing demand: … has been a core Norvian demand."""
    found = _CORE.search(page.text, sentence.start, sentence.end)
    if found is None or not (found.start("who") <= mention.span.start < found.end("who")):
        return None
    end = sentence.end - len(sentence.quote(page.text)) + len(sentence.quote(page.text).rstrip(" .\n"))
    span = Span(sentence.start, end)
    topic = object_of(span.quote(page.text))
    return "demands", span, topic


def from_demands(page: Page, provisions: Sequence[Provision]) -> Iterator[Position]:
    """A term that a party is said to want is that party's demand."""
    for index, provision in enumerate(provisions):
        if provision.presented_as != "demand" or provision.unsure:
            continue
        del index
        lead = _lead(page, provision.span)
        wants = _wanting(page, lead, provision.span) if lead else None
        if wants is None or lead is None:
            continue
        inline = lead.contains(provision.span)
        span = Span(wants.span.start, provision.span.end) if inline else provision.span
        basis: Basis = "reporter" if not inline or "wants" in span.quote(page.text) else "self"
        yield Position(party=wants.party or "", topic=provision.topic, stance="demands", basis=basis, span=span)


def _lead(page: Page, span: Span) -> Span | None:
    """The sentence around a span, or the lead-in of the list it stands in."""
    for block in page.lists:
        if any(item.span.contains(span) for item in block.items):
            return block.lead
    return next((s for s in page.sentences if s.contains(span)), None)


def _wanting(page: Page, lead: Span, term: Span) -> Mention | None:
    for mention in page.mentions:
        if (
            lead.contains(mention.span)
            and mention.party
            and mention.kind in SUBJECTS
            and mention.span.end <= max(term.start, lead.end)
        ) and _WANT.match(page.text, mention.span.end, lead.end):
            return mention
    return None
