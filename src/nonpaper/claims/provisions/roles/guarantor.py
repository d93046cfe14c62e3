"""Who vouches for what another does, and does not do it himself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.names import Names, names_of
from nonpaper.claims.provisions.roles.subject import subject_of
from nonpaper.model.span import Span

# Who vouches that another does a thing is not the one who does it.
_VOUCHED = re.compile(
    r"\b(?:(?:would|will|shall|must|should|to|may|can|jointly|both)\s+(?:guarantee|vouch|underwrite)|guaranteeing|vouch(?:es|ed|ing)|underwrites)\b[^.;:]{0,120}?\bthat\s+(?:the\s+)?",
    re.IGNORECASE,
)


def vouches(said: str) -> bool:
    """Whether somebody only vouches for what another does: "Osterland would guarantee that Kessara withdraws"."""
    return _VOUCHED.search(said) is not None


def bound_by_voucher(page: Page, term: Span, named: Sequence[Mention]) -> Names:
    """Who is to do what another vouches for: "would guarantee that | X withdraws"."""
    vouched = _VOUCHED.search(page.text, term.start, term.end)
    after = [m for m in named if vouched and m.span.start >= vouched.end()]
    return names_of(after[:1]) if after and subject_of(page, term, after) else ()
