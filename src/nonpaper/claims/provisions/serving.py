"""Whom a term's own words serve, and who is named in it without any part in it: whose army others join, who chairs a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.sides import both_of, side_of, sides
from nonpaper.model.span import Span

Names = tuple[str, ...]
_BACK, _ON = 90, 160
"""Characters before and after a name in which its part in a term is told."""
# Into whose ranks others go: "join the | Kessaran army".
_RANKS = re.compile(
    r"\b(?:join(?:s|ed|ing)?|enter(?:s|ed|ing)?|(?:enlist|serve|sign up)(?:s|ed|ing)? (?:in|with|under)|serving (?:in|with|under)|(?:integrat|merg|incorporat|absorb|fold|enrol|draft|tak)\w*(?: \w+){0,3}? (?:in)?to|(?:part|ranks|units|members) of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Where a thing is, or goes to, or comes from: "would go to the | Norvian side".
_TO_SIDE = re.compile(r"\b(?:to|from|on|at|in|into|with|against|across|near)\s+(?:the\s+)?$", re.IGNORECASE)
_SIDE = re.compile(r"(?:[’']s?)?\s+side\b", re.IGNORECASE)
_BODY = r"(?:team|body|committee|commission|panel|mission|force|board|council|group|court|tribunal|secretariat|mechanism|delegation|centre|center|office|agency|inspectorate|monitors|observers|cell|unit|corps)"
# Who leads a body does not do alone what the body does: "a commission chaired by | Osterland would rule on breaches".
_LEADS = re.compile(
    rf"\b{_BODY}(?:\s+(?:of|from)\s+[^,;.]{{2,40}})?,?\s+(?:to be\s+|that (?:is|would be) |which (?:is|would be) )?(?:jointly\s+)?(?:led|chaired|headed|co-chaired|presided over|commanded)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# A body that is set up is its leader's to lead; one that does something does it itself.
_GOES_ON = re.compile(
    r"(?:,\s+which\s+[^,;.]{2,60},)?,?\s+(?:(?:would|will|shall|must|may|can|(?:is|are) to)\s+(?!be\b)[a-z]"
    r"|(?!(?:is|has|as|this|its|across|towards|besides|always|afterwards|unless|thus|whose|does|was)\b)[a-z]{3,}(?<!ou)(?<!s)s\b)"
)
# Who only sends or runs what another thing goes to: "handed to a force sent by | Osterland".
_SENDS = re.compile(
    r"\b(?:to|before|with|from)\s+(?:an?|the|some)\s+[^,;.]{2,60}\b(?:led|chaired|headed|sent|run|named|appointed|supplied|provided|trusted|staffed|financed|chosen|commanded|backed)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
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
    r"(?:unfrozen|unblocked|thawed|released|returned|restored|forgiven|cancelled|canceled|written off|handed back|given back|freed|waived)\b(?!\s+to\b)",
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
GIVEN = r"\b(?:go(?:es|ne)?|went|revert(?:s|ed)?|pass(?:es|ed)?|falls?|fallen|paid|handed|given|returned|transferred|ceded|restored|delivered|supplied|let through)\s+(?:back\s+|over\s+)?to\s+"
"""What goes to somebody."""
ARMS = re.compile(
    r"\b(?:weapons?|arms|guns|rifles|missiles|rockets|uranium|warheads|tanks|artillery|ammunition|fire|firearms|explosives)\b",
    re.IGNORECASE,
)
"""What is handed to whoever takes it away."""
_TO_UNNAMED = re.compile(
    rf"(?:(?P<gets>{GIVEN}|\b(?:hand|return|transfer|cede|pay|deliver|give|restore|supply)s?\b[^.;,]{{0,60}}?\bto |\b(?:reserved|set aside|earmarked|allotted) for )|\bin favou?r of |\bin (?=the [a-z ]{{3,30}}[’']s? favou?r\b))"
    r"(?P<who>the (?:central |federal )?(?:state|government|army|junta|rebels|guerrillas|group|movement|insurgents|alliance|front|coalition|league))\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:be|is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en|aid|ilt|un|eld|ept)\s+by\s+(?P<who>the (?:central |federal )?(?:state|government|army|junta|rebels|guerrillas|group|movement|insurgents))\b(?![’'])",
    re.IGNORECASE,
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


def idle(text: str, term: Span, name: Span) -> bool:
    """Whether a name within a term has no part in it by itself: others join its army, or a body that it leads acts."""
    before = text[max(term.start, name.start - _BACK) : name.start]
    if _SIDE.match(text, name.end, term.end) and _TO_SIDE.search(before):
        return True
    if _LEADS.search(before) and _GOES_ON.match(text, name.end, term.end):
        return True
    return any(pattern.search(before) for pattern in (_RANKS, _SENDS))


def served_in(page: Page, term: Span, named: Sequence[Mention], bound: Names) -> Names:
    """Whom the words serve beside the verb's own object: "in X's favour", "X's assets are released", "each other's borders"."""
    found = [m.party for m in named if m.party and _serves(page.text, term, m)]
    both = bound if len(bound) > 1 and for_each_other(term.quote(page.text)) else ()
    others = [p for p in (*found, *_unnamed(page, term), *_neighbour(page, term, bound)) if p not in bound]
    return tuple(dict.fromkeys((*others, *both)))


def for_each_other(said: str) -> bool:
    """Whether both are served by what both must do: they recognise each other, or do not block the other's way."""
    return (_MUTUAL.search(said) is not None and _RECOGNISES.search(said) is not None) or bool(_NOT_BLOCK.search(said))


def _serves(text: str, term: Span, mention: Mention) -> bool:
    before = text[max(term.start, mention.span.start - _BACK) : mention.span.start]
    after = text[mention.span.end : min(term.end, mention.span.end + _ON)]
    favour = (_IN.search(before) and _FAVOUR.match(after)) or _FAVOUR_OF.search(before)
    vouched = _VOUCHES.search(before) and _HELD.match(after)
    return bool(favour or vouched or _KEPT_FOR.search(before) or _RELIEVED.match(after))


def _unnamed(page: Page, term: Span) -> Iterator[str]:
    """Whom words without a name serve: "in the rebels' favour", "pass to the state"."""
    for found in _TO_UNNAMED.finditer(page.text, term.start, term.end):
        if found["gets"] is None or not ARMS.search(page.text, term.start, found.start("who")):
            who = Span(*found.span("who"))
            side = side_of(page, who)
            yield from (side,) if side else both_of(page, who)


def agents_in(page: Page, term: Span) -> Names:
    """By whom without a name a thing is to be done: "would be cleared by the army"."""
    found = _BY.search(page.text, term.start, term.end)
    if found is None:
        return ()
    who = Span(*found.span("who"))
    side = side_of(page, who)
    return (side,) if side else both_of(page, who)


def _neighbour(page: Page, term: Span, bound: Names) -> Names:
    """The other of the two sides, where one alone is bound to give "to its neighbour"."""
    both = sides(page) or ()
    if len(bound) != 1 or bound[0] not in both or not _NEXT.search(page.text, term.start, term.end):
        return ()
    return tuple(party for party in both if party not in bound)


__all__ = ["ARMS", "GIVEN", "OBSERVES", "Names", "agents_in", "for_each_other", "idle", "served_in"]
