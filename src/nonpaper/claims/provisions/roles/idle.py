"""Who is named in a term without any part in it: whose army others join, who chairs a body."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.roles.names import BACK
from nonpaper.model.span import Span

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


def idle(text: str, term: Span, name: Span) -> bool:
    """Whether a name within a term has no part in it by itself: others join its army, or a body that it leads acts."""
    before = text[max(term.start, name.start - BACK) : name.start]
    if _SIDE.match(text, name.end, term.end) and _TO_SIDE.search(before):
        return True
    if _LEADS.search(before) and _GOES_ON.match(text, name.end, term.end):
        return True
    return any(pattern.search(before) for pattern in (_RANKS, _SENDS))
