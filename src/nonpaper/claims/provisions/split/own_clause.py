"""What by its form says another thing that is done or barred, or what another does or bears."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.split.forms import ACTS, CLAUSAL, MOOD, VERB, does, happens, kind_of
from nonpaper.claims.topics import topic_scores

# "requires that A do X, | that B do Y": a clause of its own with who does what.
_THAT = re.compile(
    r"that\s+(?:the\s+)?(?:both\s+(?:sides|parties|armies)|neither\s+\w+|all\s+(?:sides|parties)|(?-i:[A-Z])[\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?(?-i:[A-Z])[\w’'-]+){0,4}(?:\s+(?:army|government|forces|troops))?)\s+"
    r"(?:would|will|shall|must|is to|are to|be|not|(?!(?:has|have|had|is|are|was|were|did|says?|said|once|never|and|or|of|in)\b)[a-z]{3,}(?<!ed)(?<!s))\b",
    re.IGNORECASE,
)
# The same of a body without a name: "| that the rebels dig up the mines | and that a commission looks into it".
_THAT_BODY = re.compile(
    r"that\s+(?:(?:the|an?|all|both|its|their|every)\s+)?(?:[a-z-]+\s+){0,2}?(?:rebels|insurgents|guerrillas|junta|arm(?:y|ies)|governments?|movement|front|group|fighters|forces|troops|commission|committee|council|court|panel|fund|observers|monitors|refugees|prisoners|captives|families|elections|weapons|guns|tanks|mines|schools|roads?|borders?|ports?)"
    r"(?:\s+of\s+[a-z]+)?\s+(?!(?:has|have|had|was|were|did|that|which|who|and|or|of|in|on|at|to|from|say|says|said)\b)[a-z]{2,}(?<!ed)\b",
    re.IGNORECASE,
)
# "…, and Norvia 70 per cent": who else bears a part of what is shared out.
_SHARER = re.compile(
    r"(?:the\s+)?(?-i:[A-Z])[\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?(?-i:[A-Z])[\w’'-]*){0,4}\s+(?:(?:about|only|up to|at least)\s+)?(?:[$€£]\s?)?\d[\d.,]*(?:\s+(?:per cent|percent|[a-z]+)|\s?%)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\d")
_INFINITIVE = re.compile(r"to\s+(?:also\s+)?[a-z]+\b")
# Two things barred alike: "zero troops, | zero guarantees", "no bases | and no missiles".
_NONE_OF = re.compile(r"[\"“]?(?:no|zero)\s+[a-z]", re.IGNORECASE)


def own_clause(part: str, before: str) -> bool:
    """Whether a part by its form says another thing that is done or barred."""
    return bool(
        (_NONE_OF.match(part) and _NONE_OF.match(before.lstrip()))
        or (CLAUSAL.match(part) and MOOD.search(before))  # "… will leave, | and both are to drop their cases"
        or (_INFINITIVE.match(part) and VERB.match(before.lstrip()))  # "open two crossings, | to clear mines"
        or _by_another(part, before)
        or (does(part) and does(before.lstrip()))  # "raises it | and creates a parliament"
        or (
            ACTS.match(part) and kind_of(part) != "verb" and happens(before) and topic_scores(part)
        )  # "hands over … | and frees …"
        or (happens(part) and happens(before))  # "arms deliveries stop | and elections follow"
    )


def _by_another(part: str, before: str) -> bool:
    """Whether a part says what another does, or bears: "that Norvia close its courts", "Norvia 70 per cent"."""
    shares = _SHARER.fullmatch(part.rstrip(" .;,")) and MOOD.search(before) and _PARTS.search(before)
    that = _THAT.match(part) or _THAT_BODY.match(part)
    return bool(shares or (that and " " in before.strip()))
