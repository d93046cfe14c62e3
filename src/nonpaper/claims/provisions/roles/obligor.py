"""Who is bound by what stands beside his name: "withdrawal of | X", "watched by | X", "X's | army"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.idle import idle
from nonpaper.claims.provisions.roles.subject import BODIES, JOINED, NO_OWNER
from nonpaper.model.span import Span

# Those of a state or a bloc who open a term: "officers of the | Coastal Union store the rifles", "an arbitrator from | Norvia rules".
_MEN_OF = re.compile(
    rf"\W*(?:(?:the|an?|some|all|\d[\d,]*|[a-z]+)\s+)?(?:{BODIES}|officers?|arbitrators?|judges?|engineers|experts|envoys?|officials|battalions?|contingents?)\s+(?:of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# When a thing is done, before who does it: "Within 60 days the | ZF registers …".
_WHEN = re.compile(
    r"\W*(?:Within|In|After|By|On|From|For)\s+(?:the\s+(?:first|next|last)\s+)?(?:\d+|[a-z-]+)\s+(?:hours?|days?|weeks?|months?|years?)(?:\s+of\s+\w+)?,?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OWN = re.compile(rf"(?:’s|')?\s*(?:{BODIES}|withdrawal|territor\w+|support|obligation)\b", re.IGNORECASE)
# The text that a state wrote binds it no more than another: "the Kessaran draft gives …".
_OWN_TEXT = re.compile(
    r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}?(?:draft|plan|paper|proposal|text|document|non-paper|version|offer|outline|blueprint)\b",
    re.IGNORECASE,
)
# Before a name: what makes it the one who delivers.
_OF = re.compile(
    r"(?:withdrawal|obligation|recognition|disarmament|concessions?|lifting|removal|dismantling|consent|consensus|approval|pull-?back|retreat|departure|exit|pull-?out|disengagement|demobili[sz]ation)\s+(?:of|from|by)\s+(?:the\s+)?$"
    r"|(?:led|chaired|run|monitored|verified|guaranteed|provided|funded|paid|ratified|signed|approved|financed|supervised|policed|shared|patrolled|watched|lifted|released|freed|withdrawn|returned|handed (?:over|back)|reopened|opened|closed|kept|removed|regarded|treated as [\w ]{3,40}|cleared|supplied|delivered|recogni[sz]ed(?: as [\w ]{3,40})?|administered|governed|sent|staffed|headed|overseen|ceded|given|contributed|borne|replaced|relieved|guarded|counted|checked|inspected|searched)\s+by\s+(?:the\s+)?$"
    r"|(?:compensation|guarantees?|reparations|payments?|assurances?|damages|apology)\s+from\s+(?:the\s+)?$"
    r"|(?:agreement|pact|treaty|concluded|exchanged?|deal|accord)\s+between\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Whoever sends a team does what it does: "a | Coastal Union observer team would watch".
_TEAM = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:team|mission|force|contingent|monitors|observers|peacekeepers|inspectors|officers?|troops|soldiers?|police|engineers?|battalion|brigade|experts?|patrols?|unit|judges?)\b"
)
_RELATIONS = re.compile(r"\s+(?:relations|recognition|cooperation|border|talks|pact|agreement)\b", re.IGNORECASE)
# Who is only of a state, and does nothing for it: "Kessaran refugees may return".
PRIVATE = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:refugees|civilians|citizens|residents|settlers|exiles|villagers|farmers|pensioners|workers|pilgrims|families|children|traders|firms|companies|goods|exports|grain|debts?|assets|funds|money|reserves|accounts|deposits|gold|imports|arrears|loans|property|flags?|rights?|currency|flights)\b",
    re.IGNORECASE,
)
# What lies in a town is not who rules there: "Tolvane | airport would be opened".
_SITE = re.compile(
    r"\s+(?:international\s+)?(?:airports?|ports?|harbours?|bridges?|roads?|crossings?|stations?|dams?|mines?|markets?|hospitals?|university|embassy|canal|railway|province|region|district|valley|river)\b"
)
_OF_ITS = re.compile(r"(?:[’']s|(?<=s)[’'])\s")
# What only joins a term to the one before it.
_JOINS = re.compile(r"\A\W*(?:and|but|while)\s+")


def bound_in(page: Page, term: Span, named: Sequence[Mention]) -> list[Mention]:
    """Those whom the words around their names oblige, with whoever is coordinated with them."""
    out: list[Mention] = []
    for mention in named:
        before, after = page.text[term.start : mention.span.start], page.text[mention.span.end : term.end]
        before = _JOINS.sub("", before)
        joined = bool(out) and JOINED.fullmatch(page.text[out[-1].span.end : mention.span.start]) is not None
        people, none = _OF_ITS.match(after), idle(page.text, term, mention.span)
        of_nobody = (
            none
            or (mention.kind == "adjective" and (NO_OWNER.match(after) or PRIVATE.match(after)))
            or (mention.kind == "metonym" and _SITE.match(after))
            or (people and PRIVATE.match(after, people.end() - 1))
            or _OWN_TEXT.match(after)
        )
        men = _MEN_OF.fullmatch(before) or _WHEN.fullmatch(before)
        opens = (
            men or not before.strip(" theTHE") or (not before.strip(" anAN") and _TEAM.match(after))
        ) and not of_nobody
        owns = mention.kind != "place" and _OWN.match(after) is not None and not none
        does = _OF.search(before) is not None and not none
        if joined or opens or owns or does or _RELATIONS.match(after):
            out.append(mention)
    return out
