"""Whom a term's own words serve: "in X's favour", "X's assets are released", "each other's borders"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.names import BACK, ON, Names
from nonpaper.claims.provisions.roles.unnamed import served_unnamed
from nonpaper.claims.sides import sides
from nonpaper.model.span import Span

OBSERVES = r"(?:attends?|participates?|sits?|joins?|takes? part|is present|are present|be present)\b[^,;.]{0,40}?\bas (?:an )?observers?\b"
"""Who may only look on."""
_WHO = r"(?:the\s+)?(?:rebel\s+)?"
# What is done for somebody: "split 70-30 in | Norvia's favour".
_IN = re.compile(rf"\bin\s+{_WHO}$", re.IGNORECASE)
_FAVOUR = re.compile(r"(?:[’']s?)?\s+favou?r\b", re.IGNORECASE)
_FAVOUR_OF = re.compile(rf"\bin favou?r of\s+{_WHO}$", re.IGNORECASE)
# What is let go: whose money or whose debt it was is served.
_RELIEVED = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z-]+\s+){0,3}?(?:money|assets|funds|reserves|gold|accounts|deposits|debts?|arrears|property|properties|billions|loans)\b"
    r"[^,;.]{0,60}?\b(?:would|will|shall|must|is to|are to|is|are|to)\s+(?:be\s+)?(?:\w+ly\s+)?"
    r"(?:unfrozen|unblocked|thawed|released|returned|restored|forgiven|cancelled|canceled|written off|handed back|given back|freed|waived)\b(?!\s+to\b)"
    r"|(?:[’']s?)?\s+(?:money|assets|funds|reserves|gold|deposits)\b[^,;.]{0,40}?\s(?:goes|go|comes?) home\b",
    re.IGNORECASE,
)
# What others vouch for or recognise as somebody's: "would guarantee | Norvia's borders".
_VOUCHES = re.compile(
    rf"\b(?:guarantee|safeguard|recogni[sz]e|respect|uphold|acknowledge|affirm|reaffirm)(?:s|d|ing)?\s+{_WHO}$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z-]+\s+){0,2}?(?:borders?|security|independence|neutrality|sovereignty|integrity|statehood|title|ownership|claims?|rights?|control|rule|waters|safety|existence|self-rule|autonomy)\b",
    re.IGNORECASE,
)
# For whom a thing is kept: "two posts are reserved for the | ZF".
_KEPT_FOR = re.compile(
    rf"\b(?:reserved|set aside|earmarked|allocated|allotted|assigned)\s+(?:for|to)\s+{_WHO}$", re.IGNORECASE
)
# Whose lorries and ships are let through: "convoys of | the Red Star pass twice a week".
_CARRIERS = re.compile(r"(?<!no )\b(?:lorries|trucks|convoys|ships|barges|planes)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_PASS = re.compile(
    r"(?:\s+(?:would|will|may|can|shall|are to))?\s+(?:pass|enter|cross|sail|land|dock|unload|(?:be|are) let through)\b"
)
# What two do for each other serves both: they recognise each other, or stand not in each other's way.
_MUTUAL = re.compile(
    r"\b(?:each other|one another|mutual(?:ly)?)\b|\bthe other(?:[’']s| side[’']s| party[’']s)", re.IGNORECASE
)
_RECOGNISES = re.compile(
    r"\b(?:recogni[sz]\w*|respect(?:s|ed|ing)?|guarantee(?:s|d|ing)?|acknowledg\w*|uphold\w*)\b", re.IGNORECASE
)
_NOT_BLOCK = re.compile(
    r"\bneither\b[^,;.]{0,60}?\b(?:block|bar|veto|obstruct|hinder|oppose|impede|delay|challenge|question|stand in the way of)s?\b[^,;.]{0,20}?\bthe other",
    re.IGNORECASE,
)
# Who is meant by "its neighbour".
_NEXT = re.compile(
    r"\bto\s+(?:its\s+(?:\w+\s+)?(?:neighbou?r|rival|foe|adversary|counterpart)|the other(?: (?:side|party|country|state))?)"
    r"(?=\W*$|[,;]|\s+(?:in|within|by|for|over|at|on|every|each|before|after)\b)",
    re.IGNORECASE,
)


def served_in(page: Page, term: Span, named: Sequence[Mention], bound: Names) -> Names:
    """Whom the words serve beside the verb's own object: "in X's favour", "X's assets are released", "each other's borders"."""
    found = [m.party for m in named if m.party and _serves(page.text, term, m)]
    both = bound if len(bound) > 1 and _for_each_other(term.quote(page.text)) else ()
    others = [p for p in (*found, *served_unnamed(page, term), *_neighbour(page, term, bound)) if p not in bound]
    return tuple(dict.fromkeys((*others, *both)))


def _for_each_other(said: str) -> bool:
    """Whether both are served by what both must do: they recognise each other, or do not block the other's way."""
    return (_MUTUAL.search(said) is not None and _RECOGNISES.search(said) is not None) or bool(_NOT_BLOCK.search(said))


def _serves(text: str, term: Span, mention: Mention) -> bool:
    before = text[max(term.start, mention.span.start - BACK) : mention.span.start]
    after = text[mention.span.end : min(term.end, mention.span.end + ON)]
    favour = (_IN.search(before) and _FAVOUR.match(after)) or _FAVOUR_OF.search(before)
    vouched = _VOUCHES.search(before) and _HELD.match(after)
    carried = _CARRIERS.search(before) and _PASS.match(after)
    return bool(favour or vouched or carried or _KEPT_FOR.search(before) or _RELIEVED.match(after))


def _neighbour(page: Page, term: Span, bound: Names) -> Names:
    """The other of the two sides, where one alone is bound to give "to its neighbour"."""
    both = sides(page) or ()
    if len(bound) != 1 or bound[0] not in both or not _NEXT.search(page.text, term.start, term.end):
        return ()
    return tuple(party for party in both if party not in bound)
