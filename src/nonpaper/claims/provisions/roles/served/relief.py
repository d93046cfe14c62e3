"""Whom it serves that one of two sides lifts, gives back or drops what it holds against the other, or trades with it."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, parties_in
from nonpaper.claims.provisions.roles.names import Names, unknown_name
from nonpaper.claims.sides.other import other_side
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

# What one side has laid on the other and takes away: not a curfew, nor a claim, nor a ban at home.
_LIFTS = re.compile(
    r"\b(?:lift|eas|remov|end|suspend|relax|waiv|drop|scrap|cancel|repeal|withdraw|stop)(?:s|es|e|ing|ping)?\s+(?:(?!(?:from|to|on|off|with|for|in|by|against)\b)[\w-]+\s+){0,4}?"
    r"(?:sanctions|embargo(?:es)?|blockade|boycott|tariffs|(?:export|import|trade|travel|overflight) bans?|(?:case|lawsuit|suit|complaint|claim)s? (?:before|at|in|with) the [\w\s-]*?(?:court|tribunal))\b",
    re.IGNORECASE,
)
_REFRAINS = re.compile(
    r"\b(?:refrains? from|impos\w+ no|adds? no|not (?:impose|add))\s+(?:any\s+)?(?:new|further|more|additional|fresh)\s+(?:sanctions|penalties|tariffs|embargo(?:es)?|restrictions)\b",
    re.IGNORECASE,
)
# Money or goods that one has kept from the other.
_GIVES_BACK = re.compile(
    r"\b(?:(?:unfreez|unblock|thaw)(?:es|e|s|ing)?\s+(?=[\w$€£])|(?:releas|return)(?:es|e|s|ing)?\s+(?=[^,;.]{0,60}\b(?:frozen|blocked|seized|impounded)\b))",
    re.IGNORECASE,
)
_SELLS = re.compile(
    r"\b(?:sell|suppl(?:y|ie)|deliver)s?\s+(?!(?:its|the|off|out|all|no)\b)(?:[\w-]+\s+){0,5}?(?:electricity|power|gas|oil|fuel|water|grain|wheat|diesel)\b(?!\s+(?:plant|station|line|field)s?)",
    re.IGNORECASE,
)
# From whom one buys: "buy 400 megawatts of | Norvian power", "buy gas from | Norvia".
_BUYS = re.compile(r"\b(?:buy|purchase|import)s?\s+[^,;.]{0,50}?(?:\bof\s+|\bfrom\s+)?(?:the\s+)?$", re.IGNORECASE)
_BAN_ON = re.compile(
    r"\b(?:lift|end|drop|scrap|suspend|revok|repeal)(?:s|es|e|ing)?\s+(?:the|its|all|any)\s+(?:[a-z]+\s+)?bans?\s+(?:on|against)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SPARES = re.compile(
    r"\b(?:stop (?:charging|taxing|searching|seizing|arresting|boarding|jamming|shelling)|stops (?:charging|taxing|searching|seizing|arresting|boarding|jamming|shelling)|exempts?|spares?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AIMED_AT = re.compile(r"\b(?:on|against|to|from|of) (?:the )?[A-Z]\w+")
_UNDONE = re.compile(r"\b(?:not|no|never|neither|nothing)\b", re.IGNORECASE)


def relieved(page: Page, term: Provision) -> Names:
    """Whom the one who is bound relieves, sells to or buys from: the other of two sides, unless a third is named for it."""
    if len(term.obligor) != 1 or term.modality not in ("must", "must_not", "expects", None):
        return ()
    bound, span = term.obligor[0], term.span
    traded = _traded(page, span, bound)
    if traded:
        return traded
    verb = next((m for p in _ALL if (m := p.search(page.text, span.start, span.end))), None)
    if verb is None or (verb.re is not _REFRAINS and _UNDONE.search(page.text, span.start, verb.start())):
        return ()
    if any(unknown_name(page, Span(*m.span())) for m in _AIMED_AT.finditer(page.text, verb.start(), span.end)):
        return ()
    other = other_side(page, bound)
    after = {m.party for m in parties_in(page, Span(verb.start(), span.end))} - {bound}
    return (other,) if other is not None and after <= {other} else ()


_ALL = (_LIFTS, _REFRAINS, _GIVES_BACK, _SELLS)


def _traded(page: Page, span: Span, bound: str) -> Names:
    """Whose goods one buys, and whose people one spares."""
    for mention in parties_in(page, span):
        before = page.text[span.start : mention.span.start]
        told = any(pattern.search(before) for pattern in (_BUYS, _SPARES, _BAN_ON))
        if told and mention.kind != "place" and mention.party and mention.party != bound and not _UNDONE.search(before):
            return (mention.party,)
    return ()
