"""Why a sight may be no term, or not one of the text."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.cues import words
from nonpaper.claims.provisions.plainness import presented_from
from nonpaper.claims.provisions.reasons import NO_TOPIC, QUESTION, UNLIKE, WEAK
from nonpaper.claims.provisions.reserved import full_of_talks, thick_with_talks
from nonpaper.claims.provisions.sights.against import against
from nonpaper.claims.provisions.sights.around import BESIDE, around_of
from nonpaper.claims.provisions.sights.grounds import BORNE_OUT, borne_out, grounded
from nonpaper.claims.terms import RawTerm

FAINT, SURE = 0.5, 0.75
"""Below the first a sight is not worth a person's time; from the second on it may be stated."""
ELSEWHERE = 0.6, 0.8
"""What bears out and what states a term in a report that is about more than war and talks."""
# What somebody will not do, and does not demand: "has ruled out | paying a single dinar".
_REFUSED = re.compile(
    r"\b(?:rul(?:es?|ed|ing) out|reject(?:s|ed|ing)?|refus(?:es?|ed|ing)(?: to)?|dismiss(?:es|ed|ing)?|oppos(?:es?|ed|ing))\s+(?:the |any |all )?$",
    re.IGNORECASE,
)
IN_COMPANY, LONG = 0.6, 8
"""Words of a sight of a text's term, and how sure it must be, where the report has another that is plain: 13 of 15 were terms."""


def doubts_of(page: Page, said: str, term: RawTerm, plain: bool, *, in_company: bool) -> tuple[str, ...]:
    """Why a person must look at a sight, each reason once; `plain` is whether its topic is, `in_company` as in `plainness`."""
    out = [WEAK] if term.sure < _least(page, said, term, in_company=in_company) else []
    draft = term.presented_as == "draft"
    if term.presented_sure < presented_from(page, term, in_company=in_company) or (draft and _wanted(page, term)):
        out.append(UNLIKE)
    if draft:
        out += against(page, said, term, plain)
    if term.presented_as == "demand" and _REFUSED.search(page.text, max(0, term.span.start - BESIDE), term.span.start):
        out.append(UNLIKE)
    if said.rstrip().endswith(("(", "[")):  # cut short
        out.append(WEAK)
    if not plain:
        out.append(NO_TOPIC)
    if "?" in page.text[term.span.start : term.span.end + 1]:
        out.append(QUESTION)
    return tuple(dict.fromkeys(out))


def _least(page: Page, said: str, term: RawTerm, *, in_company: bool) -> float:
    """How sure a sight must be to be stated."""
    draft = term.presented_as == "draft"
    weak, sure = (BORNE_OUT, SURE) if full_of_talks(page) else ELSEWHERE
    least = weak if (draft and grounded(page, said, term)) or borne_out(page, said, term) else sure
    beside = in_company and draft and term.text_status == "in" and thick_with_talks(page) and len(said.split()) >= LONG
    return min(least, IN_COMPANY) if beside else least


def _wanted(page: Page, term: RawTerm) -> bool:
    """Whether the sentence around a term speaks of what somebody wants or offers."""
    around = around_of(page, term)
    near = max(around.start, term.span.start - BESIDE)
    return any(words("party", key).search(around.quote(page.text)) for key in ("demand", "proposal", "appeal")) or any(
        words("party", key).search(page.text, near, term.span.end) for key in ("wants", "offers")
    )
