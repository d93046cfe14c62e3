"""What the stances' tests ask: the positions of some words after a lead, with claims made by hand."""

from __future__ import annotations

from nonpaper.claims.page import page_of
from nonpaper.claims.stances import find_positions
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.span import Span

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
