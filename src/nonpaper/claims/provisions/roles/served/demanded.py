"""Whom it serves that captives are asked for: the side that asks, or the other of him who holds them."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, parties_in
from nonpaper.claims.provisions.roles.names import Names
from nonpaper.claims.sides.other import other_side
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

_BACK = 60
"""Characters before a term in which the one is named who asks for it."""
_ASKS = re.compile(
    r"(?:[’']s?)?\s+(?:(?:has|had|is|was|still|also|first|now|would) )*(?:wants?|wanted|demand(?:s|ed|ing)|seeks|sought|ask(?:s|ed|ing) for|insist(?:s|ed|ing) (?:on|that)|calls? for|called for)\s+(?:that )?(?:the |all )*$",
    re.IGNORECASE,
)
_PEOPLE = r"(?:prisoners?|detainees|captives?|fighters|soldiers|hostages?|comrades|dockers|men|women|people|members|inmates|lifers|rebels|pilots?|sailors?|crew)"
# What is asked for: "1,900 detainees released", "release of 20 prisoners".
_RELEASE = re.compile(
    rf"\W*(?:[\w,-]+ ){{0,5}}?{_PEOPLE}(?: [^,;.]{{0,60}}?)? (?:(?:to )?be )?(?:released|freed|set free|let go|returned|handed over|sent home)\b"
    rf"|\W*(?:release|return|freeing|handover) of (?:[\w,-]+ ){{0,5}}?{_PEOPLE}\b",
    re.IGNORECASE,
)
# Whose gaol it is: "90 men jailed in | Norvia".
_HELD_IN = re.compile(
    rf"\b{_PEOPLE}\b[^,;.]{{0,30}}? (?:jailed|held|imprisoned|detained|interned|locked up) (?:in|by) (?:the )?",
    re.IGNORECASE,
)
_SWAPPED = re.compile(r"\b(?:in exchange|in return|swap|released|freed|set free|release of)\b", re.IGNORECASE)
_CAPTIVE = ("prisoners", "hostages", "detention")


def asked_for(page: Page, term: Provision) -> tuple[Names, Names]:
    """(Who holds, who is served) where captives are asked for, of whom it is not said who lets them go; empty where it is not plain."""
    if term.obligor or term.topic not in _CAPTIVE or term.modality not in ("must", "expects", None):
        return (), ()
    held = _held(page, term.span)
    asking = held[1] or _asking(page, term.span)
    other = other_side(page, asking) if asking else None
    named = {m.party for m in parties_in(page, term.span)}
    return ((other,), (asking,)) if other and asking and named <= {other, asking} else ((), ())


def _held(page: Page, span: Span) -> tuple[str | None, str | None]:
    """Who holds those of whom a term says where they are held, and who faces him."""
    for mention in parties_in(page, span):
        before = page.text[span.start : mention.span.start]
        holds = _HELD_IN.search(before)
        if holds is not None and holds.end() == len(before) and _SWAPPED.search(page.text, span.start, span.end):
            return mention.party, other_side(page, mention.party) if mention.party else None
    return None, None


def _asking(page: Page, span: Span) -> str | None:
    """Who asks for captives to be let go, named just before."""
    if not _RELEASE.match(page.text, span.start, span.end):
        return None
    back = max(0, span.start - _BACK)
    named = parties_in(page, Span(back, span.start)) if back < span.start else []
    return named[-1].party if named and _ASKS.fullmatch(page.text, named[-1].span.end, span.start) else None
