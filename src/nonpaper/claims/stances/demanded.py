"""Terms that a party is said to want: each is that party's demand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, mentions_in, sentence_at
from nonpaper.claims.stances.active import goes_on
from nonpaper.claims.stances.agents import no_agent, words_before
from nonpaper.claims.stances.asserted import unless_spoken
from nonpaper.claims.subjects import BODIES
from nonpaper.model.codes import Basis
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

_SUBJECTS = ("party", "metonym", "group", "person")
_WANT = re.compile(
    rf"(?:(?:[’']s?)?\s+{BODIES})?\s+(?:is |are |was |were |has |have |had )?(?:also |still |now |long |first )?"
    r"(?:(?:pushing for|pressing for|demands?|demanded|demanding|insists? (?:on|that)|insisting (?:on|that)|wants?|wanted|calls? (?:for|on)|called (?:for|on)|calling (?:for|on)|asks? for|asked for|seeks?|sought|seeking)\b(?! (?:none|nothing|no part|to)\b)"
    r")|[’'](?:s\s+|\s+)(?:[\w-]+\s+){0,2}?(?:demands|conditions|requirements|wish list)\b[^.:;]{0,50}:",
    re.IGNORECASE,
)


def from_demands(page: Page, provisions: Sequence[Provision]) -> Iterator[Position]:
    """A term that a party is said to want is that party's demand."""
    for index, provision in enumerate(provisions):
        if provision.presented_as != "demand" or provision.unsure:
            continue
        lead = _lead(page, provision.span)
        wants = _wanting(page, lead, provision.span) if lead else None
        if wants is None or lead is None:
            continue
        inline = lead.contains(provision.span) and not _listed(page, provisions[:index], wants.span.end, provision.span)
        span = Span(wants.span.start, provision.span.end) if inline else provision.span
        basis: Basis = "reporter" if not inline or "wants" in span.quote(page.text) else "self"
        made = Position(party=wants.party or "", topic=provision.topic, stance="demands", basis=basis, span=span)
        yield unless_spoken(page, made)


def _listed(page: Page, before: Sequence[Provision], wanted: int, term: Span) -> bool:
    """Whether a term stands after a colon, or after another one that is wanted: its own words are then all that is quoted."""
    last = before[-1] if before else None
    joined = last is not None and wanted <= last.span.start and _JOINS.fullmatch(page.text, last.span.end, term.start)
    return bool(joined and last and last.presented_as == "demand") or ":" in page.text[wanted : term.start]


_JOINS = re.compile(r"[\s,;]*(?:(?:and|or|as well as|plus)\s+)?", re.IGNORECASE)


def _lead(page: Page, span: Span) -> Span | None:
    """The sentence around a span, or the lead-in of the list it stands in."""
    for block in page.lists:
        if any(item.span.contains(span) for item in block.items):
            return block.lead
    found = sentence_at(page, span.start)
    return found if found is not None and found.contains(span) else None


def _wanting(page: Page, lead: Span, term: Span) -> Mention | None:
    """Who wants the term: named in a lead-in, or in the term's own sentence before it ends."""
    up_to = term.end if lead.contains(term) else lead.end
    for mention in mentions_in(page, Span(lead.start, up_to)):
        wants = _WANT.match(page.text, mention.span.end, lead.end) if mention.kind in _SUBJECTS else None
        if mention.party and wants is not None:
            if goes_on(page.text, wants.end(), lead.end):
                continue  # "the six that it wanted, and two more"
            if ";" in page.text[mention.span.end : term.start] and lead.contains(term):
                continue  # what stands after it is another clause
            if not no_agent(words_before(page, lead, mention.span.start)):
                return mention
    return None
