"""What the stances' tests ask: the positions of some words after a lead, with claims made by hand."""

from __future__ import annotations

from nonpaper.claims.page import page_of
from nonpaper.claims.stances import find_positions
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.span import Span

LEAD = "The government of Kessara and the government of Norvia met again. Kessara and Norvia are at war over a draft. "
"""What the idioms' tests put before their words: two sides, and a draft."""
Told = tuple[str, str, str, str, str | None]
"""A claim: source, cue and content as their words, kind and party."""


def stated_after(lead: str, said: str, *claims: Told) -> list[Position]:
    """What is stated in a report of `lead` and `said`; the claims' words stand in `said`."""
    text = lead + said

    def at(words: str) -> tuple[Span, ...]:
        start = text.index(words, len(lead))
        return (Span(start, start + len(words)),)

    made = [
        Claim(source=at(s), cue=at(c), content=at(w), kind=kind, party=party)  # type: ignore[arg-type]
        for s, c, w, kind, party in claims
    ]
    return [p for p in find_positions(page_of(text), made, ()) if not p.unsure]


def told(said: str) -> set[tuple[str, str]]:
    """Party and stance of all that a report asserts after LEAD."""
    return {(p.party, p.stance) for p in stated_after(LEAD, said)}


def spoken(content: str, cue: str = "said", source: str = "Kessara's envoy") -> set[str]:
    """The stances that Kessara's envoy, or another `source` of its, takes by some words after LEAD."""
    claim = (source, cue, content, "unnamed_official", "Kessara")
    return {p.stance for p in stated_after(LEAD, f"{source} {cue} {content}.", claim) if p.party == "Kessara"}
