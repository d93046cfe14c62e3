"""Who is served by what stands beside his name: "sanctions on | X are lifted", "X | would be granted …"."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.favour import OBSERVES
from nonpaper.claims.provisions.roles.gifts import ARMS, GIVEN
from nonpaper.claims.sides import sides
from nonpaper.model.codes import Modality
from nonpaper.model.span import Span

_SERVED = re.compile(
    r"guarantees?\s+(?:to|for|of)\s+(?:the\s+)?$|\b(?:appointed|named|chosen|elected|nominated|picked)\s+by\s+(?:the\s+)?$|(?:compensate|grant|offer|pay|give)s?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
BE_SERVED = re.compile(
    r"(?:[’']s?)?(?:\s+(?:fighters|soldiers|members|men|officers|veterans|commanders|army|troops))?(?:\s+(?:(?:would|will|shall|must|to)\s+)*(?:gets?|regains?|recovers?|wins?)\s+(?:back\s+)?(?:the|its|all|full|access|control|half|most)\b"
    r"|\s+(?:(?:would|will|shall|may|to)\s+)*(?:keeps?|retains?)\s+(?:\d+|one|two|three|four|five|half|some|most)\s+of\s+(?:its|the)\s+(?!.{0,40}\b(?:out of|away from|off|in barracks|from the)\b)"
    r"|\s+(?:(?:would|will|shall|must|to)\s+)*(?:have|has|gets?|receives?)\s+(?:an?|one|two|the|\d+)\s+(?:[\w-]+\s+){0,2}?(?:votes?|right|veto|say|seats?|places?)\b|\s+(?:(?:would|will|shall|must|to|is|are|may)\s+)+(?:be\s+)?(?:granted|given|allowed|guaranteed|compensated|paid|permitted|readmitted|invited|compensation|pardoned|delisted|exempt(?:ed)?|relieved of|released from|freed from|(?:removed|struck|taken) (?:from|off) (?:the|its|their|all|any|an?) (?:[\w’-]+ ){0,3}?(?:lists?|blacklists?|register)|(?:not|never) (?:to )?(?:be )?(?:prosecuted|tried|punished|extradited|deported|arrested))\b"
    r"|\s+(?:(?:would|will|shall|may|to)\s+)*(?:keeps?|retains?)\s+(?:its|the|an?)\s+(?:[\w-]+\s+){0,2}?(?:stations?|bases?|depots?|ports?|dams?|mines?|airports?|islands?|control|seats?|veto|leases?|shares?|title|flag|names?|votes?)\b"
    r"|\s+(?:(?:would|will|shall|may|to)\s+)*(?:keeps?|retains?)\s+(?:defen[cs]e|customs|foreign (?:policy|affairs)|sovereignty|control|command|jurisdiction|ownership|title|taxation|the currency)\b"
    r"|\s+(?:(?:would|will|shall|may|to)\s+)*(?:has|have|gets?|gains?|keeps?) (?:free |full |duty-free )?access to\b"
    r"|\s+(?:(?:would|will|shall|may|to)\s+)*holds? on to\b(?!\s+(?:nothing|no|none)\b)"
    r"|\s+[“\"‘]?(?:(?:would|will|shall|must)|(?:is|are) to)\s+be (?:informed|consulted|notified|warned|told)\b(?!\s+(?:to|off|on|against)\b)"
    r"|\s+(?:engineers|inspectors|officials|teams|experts|trawlers|boats|firms)\s+(?:(?:would be|will be|are|being|to be)\s+)?(?:entitled|free|allowed|permitted) to\b"
    rf"|\s+(?:(?:would|will|shall|may|to|also|only)\s+)*{OBSERVES})",
    re.IGNORECASE,
)
_AS = re.compile(
    r"\bas\s+(?:legitimate|de facto|de jure|legally|being|part of|\s)*\s*$|\bde (?:facto|jure)\s+$", re.IGNORECASE
)
_SOVEREIGN = re.compile(r"(?:’s|')?\s+sovereign", re.IGNORECASE)
# Whose money comes free, and on whom a burden lay: "unfreeze $6 billion in | Kessaran assets", "lift all sanctions on | Norvia".
_GIVES_BACK = re.compile(r"\b(?:unfreez|unblock|thaw|releas|return|restor)\w*\b[^.;]{0,40}$", re.IGNORECASE)
_WEALTH = re.compile(
    r"(?:[’']s)?\s+(?:[a-z-]+\s+){0,3}(?:money|assets|funds|reserves|gold|accounts|deposits)\b(?!\s+to\b)",
    re.IGNORECASE,
)
# What goes to one of the two sides, or stays with it; arms are handed to whoever takes them away.
_GIVEN_TO = re.compile(
    rf"{GIVEN}(?:the\s+)?$"
    r"|\b(?:hand|return|transfer|cede|pay|deliver|supply|provide|give|restore)s?\b[^.;,]{0,60}\bto\s+(?:the\s+)?$"
    r"|\b(?:remain|stay|rest|lie)s?\s+(?:with|under)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LIFTED = re.compile(
    r"[^.;,]{0,40}?\b(?:lifted|eased|ended|removed|suspended|relaxed|waived|dropped|withdrawn|end|ends|expire|expires|lapse|fall away|falls away|phased out)\b",
    re.IGNORECASE,
)
_UPON = re.compile(
    r"\b(?:sanctions|embargo(?:es)?|blockade|tariffs|restrictions|travel bans?)\s+(?:on|against|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LIFTS = re.compile(
    r"\b(?:lift|eas|remov|end|suspend|relax|waiv|drop)\w*\b[^.;]{0,50}\b(?:sanctions|embargo(?:es)?|blockade|tariffs|restrictions|measures)\s+(?:on|against|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Offices go or stay with whoever gets them, whether a side or not; a matter that goes to somebody only comes before him.
_OFFICES = re.compile(
    r"\b(?:portfolios?|ministr(?:y|ies)|posts?|seats?|presidency|chair|(?:defen[cs]e|finance|interior|justice|foreign affairs)(?:,| and)? ?(?:[a-z]+ )?)\b[^,;.]{0,30}\b(?:goes|go|remains?|stays?|falls?)\s+(?:to|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CEDED_TO = re.compile(r"\bcedes?\b[^.;,]{0,60}\bto\s+(?:the\s+)?$", re.IGNORECASE)
# What somebody is let do: "permission for | Norvia to sell oil".
_LEAVE_FOR = re.compile(
    r"\b(?:permission|leave|licen[cs]e|permits?|the right|a right)\s+for\s+(?:the\s+)?$", re.IGNORECASE
)
_TO_DO = re.compile(r"(?:[’']s?)?\s+(?:[a-z]+\s+)?to\s+[a-z]")
_RECOGNISES = re.compile(r"\brecogni[sz](?:e|es|ed|ing)\s+(?:the\s+)?$", re.IGNORECASE)
_AS_ITSELF = re.compile(
    r"(?:\s\([A-Z]{2,7}\))?\s+as\s+(?!(?:the\s+|an?\s+)?(?:aggressor|occup|invader|enemy|threat|terror|belligerent|part\b|party to|danger))",
    re.IGNORECASE,
)


def is_served(page: Page, term: Span, mention: Mention, modality: Modality | None) -> bool:
    """Whether the words on both sides of a name make it the one whom a term serves."""
    before, after = page.text[term.start : mention.span.start], page.text[mention.span.end : term.end]
    if modality == "recognises":
        if mention.kind == "party" and _RECOGNISES.search(before) and _AS_ITSELF.match(after):
            return True
        adjective = mention.kind == "adjective" and (" as " in before or "de facto" in before or "de jure" in before)
        return bool(_AS.search(before) or _SOVEREIGN.match(after)) or adjective
    lifted = _UPON.search(before) is not None and _LIFTED.match(after) is not None
    given_back = _GIVES_BACK.search(before) is not None and _WEALTH.match(after) is not None
    given = (
        _GIVEN_TO.search(before) is not None and ARMS.search(before) is None and mention.party in (sides(page) or ())
    )
    let = _LEAVE_FOR.search(before) is not None and _TO_DO.match(after) is not None
    given = given or let or _CEDED_TO.search(before) is not None or _OFFICES.search(before) is not None
    return given_back or given or _SERVED.search(before) is not None or _LIFTS.search(before) is not None or lifted
