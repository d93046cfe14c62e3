"""How a claim speaks: speech, belief, wish or deed; hedged; denying."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from nonpaper.claims.cues import forms, pattern, table
from nonpaper.claims.page import Page
from nonpaper.claims.sources.pieces import lower, quote
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Act
from nonpaper.model.span import Pieces, Span

_WORD = re.compile(r"[^\W\d_]+")
# First match wins: where a word is listed twice, reporting weighs more than a deed, a deed more than a wish.
_ORDER: tuple[Act, ...] = ("says", "does", "wants", "thinks")


@cache
def _verbs() -> dict[str, Act]:
    rows = table("acts")
    found: dict[str, Act] = {}
    for act in _ORDER:
        for word in (f for lemma in rows[act]["lemmas"] for f in forms(lemma)):
            found.setdefault(word, act)
        for word in (*rows[act].get("other", ()), *rows[act]["nouns"]):
            found.setdefault(word, act)
    return found


def act_of(cue: str) -> Act:
    """What a cue does. Several verbs: speech if any speaks, else the first listed; an unlisted cue speaks.

    >>> act_of("refused to"), act_of("has insisted"), act_of("hopes to")
    ('does', 'says', 'wants')
    """
    acts = [_verbs()[w] for w in _WORD.findall(cue.casefold()) if w in _verbs()]
    return "says" if not acts or "says" in acts else acts[0]


@cache
def _hedges() -> re.Pattern[str]:
    return pattern(w for row in table("tone")["hedge"] for w in row["words"])


@cache
def _denials(where: str) -> re.Pattern[str]:
    return pattern(w for row in table("tone")["denial"] if row["where"] == where for w in row["words"])


def hedges_in(page: Page, pieces: Iterable[Span]) -> Pieces:
    """The words in `pieces` that make what is said less than certain."""
    return tuple(
        Span(p.start + m.start(), p.start + m.end()) for p in pieces for m in _hedges().finditer(p.quote(page.text))
    )


def denies(page: Page, claim: Claim) -> bool:
    """Whether the claim denies a report, its receipt or its authorship."""
    return bool(
        _denials("cue").search(lower(page, claim.cue)) or _denials("content").search(quote(page, claim.content))
    )


def act(page: Page, claim: Claim) -> Act:
    """The claim's act. What groups, analysts and unnamed people think is known only because they said it."""
    found = act_of(lower(page, claim.cue)) if claim.cue else "says"
    return "says" if found == "thinks" and claim.kind in _REPORTED else found


_REPORTED = frozenset(
    {
        "analyst",
        "unnamed_official",
        "person_familiar",
        "outlet_relay",
        "institution_unspecified",
        "document_seen",
        "none",
    }
)
