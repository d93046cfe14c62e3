"""The subject of a term: the party, or the parties joined, that do its first verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.beneficiary import BE_SERVED
from nonpaper.model.span import Span

BODIES = r"(?:army|armed forces|military|troops|forces|parliament|government|authorities|president|navy|air force|gendarmerie|rebels|observers|monitors|peacekeepers|inspectors|police|customs officers|officers|delegation|congress|senate|parliaments|side|units|soldiers|fighters|marines|guns)"
_DOES = r"(?:(?:is|are|be)\s+(?:compensated|granted|given|allowed|paid|entitled|guaranteed)|to|must|shall|would|will|should|could|can|may|agrees?|(?:has|have|is|are) to|undert(?:ook|aken?)|undertak(?:es|ing)|commit(?:s|ted)|pledge[sd]?|promise[sd]|(?:has|have|had) (?:agreed|undertaken|promised|pledged)|is obliged|commits?|undertakes?|not|ensures?|unconditionally|returns?|releases?|withdraws?|observes?|guarantees?|recogni[sz]es?|pays?|lifts?|keeps?|ends?|accepts?|gives?|receives?|gets?)\b"
# What may stand between a party's name and its verb.
DOES_NEXT = re.compile(
    rf"(?:’s|'s)?(?:\s\([A-Z]{{2,7}}\))?(?:\s+{BODIES})?(?:,\s(?:for|on|in|at|as)\s[^,.;:]{{3,40}},)?(?:\s+(?:also|then|both|all|further))?\s+[“\"‘]?{_DOES}",
    re.IGNORECASE,
)
# Any other verb of deeds with its object: "the ZF registers every rifle"; who says or wants a thing does not do it.
_ACTS = re.compile(
    r"(?:\s\([A-Z]{2,7}\))?(?:,\s(?:for|on|in|at|as)\s[^,.;:]{3,40},)?\s+"
    r"(?!(?:as|is|was|has|this|its|unless|across|says|claims|reports|wants|insists|demands|denies|tells|warns|argues|hopes|expects|fears|believes|rejects|sees|calls|knows|thinks|considers|regards|describes|needs|seeks|accuses|blames|welcomes|opposes|calls|backs|supports)\b)"
    r"[a-z]{3,}(?<!s)s\s+(?:the|its|their|all|every|each|any|no|an?|\d[\d,]*)\s"
)
JOINED = re.compile(
    r"(?:[’']s?)?(?:\s\([A-Z]{2,7}\))?\s*(?:,|and|,\s*and|or|nor|–|-)\s*(?:the\s+)?(?:rebel\s+)?(?:(?:rebels|government|army|fighters|leaders) (?:of|in)\s+(?:the\s+)?)?"
)
_INITIALS = re.compile(r"\s\((?:the\s)?")
_BODY_OF = re.compile(rf"{BODIES}\s+(?:of|in)\s+(?:the\s+)?$", re.IGNORECASE)
NO_OWNER = re.compile(r"\s+(?:to be|would be|will be|as|is|shall be|language|orthodox church|church)\b", re.IGNORECASE)


def subject_of(page: Page, term: Span, named: Sequence[Mention]) -> list[Mention]:
    """Those who do the term's first verb: "A, B and C would …", "the armed forces of A would …"."""
    last = next((m for m in named if _acts(page.text, m, term.end) and not _is_object(page, term, m)), None)
    if last is None:
        return []
    return with_joined(page, named, last)


def _acts(text: str, mention: Mention, end: int) -> bool:
    """Whether a verb of its own follows a name, or that it is granted a thing."""
    after = text[mention.span.end : end]
    return any(pattern.match(after) for pattern in (DOES_NEXT, BE_SERVED, _ACTS))


def with_joined(page: Page, named: Sequence[Mention], last: Mention) -> list[Mention]:
    """A name with those that are joined to it before it: "A, B and | C"; a comma alone joins none."""
    chain = [last]
    for mention in reversed(named[: named.index(last)]):
        between = page.text[mention.span.end : chain[0].span.start]
        again = mention.party == chain[0].party and _INITIALS.fullmatch(between)
        first = {m.party for m in chain} == {last.party}
        if not again and (not JOINED.fullmatch(between) or (first and between.strip() in (",", ", the"))):
            break
        chain.insert(0, mention)
    return chain


def _is_object(page: Page, term: Span, mention: Mention) -> bool:
    """Whether a name before a verb only stands in another's phrase: "guarantees to A would …", but not "forces of A"."""
    before = page.text[term.start : mention.span.start]
    after = page.text[mention.span.end : term.end]
    if mention.kind == "adjective" and NO_OWNER.match(after):
        return True
    inside = re.search(
        r"\b(?:of|to|for|in|on|with|against|by|from|between|at|into)\s+(?:the\s+)?$", before, re.IGNORECASE
    )
    return inside is not None and _BODY_OF.search(before) is None
