"""Who is bound or served by a term in the words of whoever speaks: "X offered to open the port", "his fighters will join the army"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from nonpaper.claims.page import Page, mentions_in
from nonpaper.claims.provisions.deeds import bare
from nonpaper.claims.provisions.roles.demander import for_them
from nonpaper.claims.who import SUBJECTS
from nonpaper.model.claim import Claim
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span, hull

_BACK = 60
"""Characters before a term in which it is said to be offered."""
# Who is ready to do a thing is the one who would: "offered to | open the port".
_OFFERS_TO = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|ready|willing|prepared|volunteer(?:s|ed)?|promis(?:es|ed)|pledg(?:es|ed)|undert(?:akes|ook)|agree[sd]|consent(?:s|ed)|commit(?:s|ted) (?:itself|themselves))\s+(?:in principle\s+)?to\s+(?:also\s+)?$",
    re.IGNORECASE,
)
# Good offices bind nobody: "offered to | host the next round".
_SERVICES = re.compile(
    r"\W*(?:host|mediate|facilitate|broker|chair|help|assist|act as|serve as|convene|meet|talk|discuss|negotiate|swap|exchange|trade)\b",
    re.IGNORECASE,
)
# Who only tells it in an aside: "Norvia, he | said, had offered to …".
_ASIDE = re.compile(r"\s*(?:said|says|added|adds|told\b[^,]{0,40}|told)(?:\s+on\s+\w+)?,\s")
# Somebody else who may be the one who is ready.
_SOMEBODY = re.compile(
    r"\b(?:the|both|all|two|other|a)\s+(?:\w+\s+){0,2}?(?:governments?|army|rebels?|sides?|group|movement|mediators?|guarantors?|parties|junta|state|president|minister|countries|neighbou?rs?|opposition|guerrillas)\b|[“\"]",
    re.IGNORECASE,
)
# Whose own the subject is: "his fighters will …", "we will …".
_OWN = re.compile(
    r"\W*(?:(?:his|her|its|their|our|my)\s+(?:own\s+)?(?:fighters|forces|troops|army|movement|government|country|side|men|soldiers|group|guerrillas|rebels|delegation|people|party|party’s|units|commanders)"
    r"|we|it)\s+(?:(?:also|then)\s+)?(?:would|will|shall|must|(?:is|are) (?:ready |willing |prepared )?to)\s+(?!be\s+(?:granted|given|paid|allowed|compensated|guaranteed)\b|(?:get|receive|keep|retain|gain)\b)",
    re.IGNORECASE,
)


def by_speaker(page: Page, made: Provision, claim: Claim | None) -> Provision:
    """A term with the speaker's party as the one bound, or served, where the words name nobody and are about what is the speaker's."""
    if claim is None or claim.party is None or claim.unsure or claim.denied or not claim.source:
        return made
    said = made.span.quote(page.text)
    if made.presented_as == "demand":
        served = for_them(said) and not made.beneficiary and claim.party not in made.obligor
        return replace(made, beneficiary=(claim.party,)) if served else made
    if made.obligor or made.beneficiary or made.modality not in ("must", "must_not", None):
        return made
    offered = bare().match(said) and not _SERVICES.match(said) and _offered(page, made, claim)
    return replace(made, obligor=(claim.party,)) if offered or _OWN.match(said) else made


def _offered(page: Page, made: Provision, claim: Claim) -> bool:
    """Whether the speaker himself is said to be ready to do it, and nobody who stands between him and the words."""
    source = hull(claim.source)
    cue = _OFFERS_TO.search(page.text, max(0, made.span.start - _BACK, source.start), made.span.start)
    if cue is None or not source.end <= made.span.start or source.end > cue.start():
        return False
    between = Span(source.end, max(cue.start(), source.end + 1))
    if _ASIDE.match(page.text, source.end, cue.start()):
        return False
    others = (m for m in mentions_in(page, between) if m.party and m.party != claim.party and m.kind in SUBJECTS)
    return next(others, None) is None and not _SOMEBODY.search(page.text, between.start, between.end)


__all__ = ["by_speaker"]
