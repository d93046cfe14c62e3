"""A term with the claim that it stands in: how well it is known, and whether it is only its speaker's."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from nonpaper.claims.contents import innermost
from nonpaper.claims.doubt import doubted
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.provisions.offered import as_offered
from nonpaper.claims.provisions.reasons import EXPECTED
from nonpaper.claims.provisions.reserved import ABOUT, OWN_CONDITION, WISH, of_no_draft, reserved, wished
from nonpaper.claims.provisions.speaking import by_speaker
from nonpaper.claims.provisions.status import status_of
from nonpaper.model.claim import Claim
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span, hull
from nonpaper.text.near import Near

MOST = 0.6
"""Share of a term that a claim's content must cover to be its claim."""


def by_rule(page: Page, sentence: Span, made: Provision, claims: Sequence[Claim], contents: Near) -> Provision:
    """A rule's term with the claim that it stands in and how well it is known."""
    which, claim = _claim_of(claims, contents, made.span)
    status = status_of(page, made.span, sentence, made.presented_as, claim)
    made = by_speaker(page, as_offered(page, _kept_back(page, sentence, made, claim)), claim)
    return msgspec.structs.replace(made, claim=which, status=status)


def by_sight(page: Page, made: Provision, claims: Sequence[Claim], contents: Near) -> Provision:
    """The same of what the model sees, which may also be what is only expected or wished."""
    which, claim = _claim_of(claims, contents, made.span)
    sentence = sentence_at(page, made.span.start) or made.span
    status = status_of(page, made.span, sentence, made.presented_as, claim)
    made = by_speaker(page, made, claim)
    made = doubted(made, EXPECTED) if _expected(made, claim) else made
    made = _doubted(made, WISH) if wished(page, sentence, made.span, claim) else made
    made = as_offered(page, _kept_back(page, sentence, made, claim))
    return msgspec.structs.replace(made, claim=which, status=status)


def _expected(made: Provision, claim: Claim | None) -> bool:
    """Whether a party's wish is only told by an analyst: what one expects of a side, that side has not demanded."""
    return made.presented_as in ("demand", "proposal") and claim is not None and claim.kind == "analyst"


def _kept_back(page: Page, sentence: Span, made: Provision, claim: Claim | None) -> Provision:
    """A text's term as it is, or unsure where it may be the speaker's own condition or stands in no draft."""
    made = _doubted(made, ABOUT) if claim is not None and of_no_draft(page, claim) else made
    return _doubted(made, OWN_CONDITION) if reserved(page, sentence, made.span, claim) else made


def _doubted(made: Provision, why: str) -> Provision:
    """A term of a draft as one that waits for a person; what is presented as something else stays as it is."""
    return doubted(made, why) if made.presented_as == "draft" else made


def _claim_of(claims: Sequence[Claim], contents: Near, term: Span) -> tuple[int | None, Claim | None]:
    """The claim with the smallest content that holds the term, or most of it: its place and itself."""
    near = [i for i in contents.overlapping(term) if claims[i].content]
    whole = [i for i in near if hull(claims[i].content).contains(term)]
    most = MOST * (term.end - term.start)
    which = innermost(
        claims, whole or [i for i in near if claims[i].source and hull(claims[i].content).shared(term) >= most]
    )
    return which, claims[which] if which is not None else None
