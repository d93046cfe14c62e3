"""A stance that nobody takes: its subject is nobody, its judgement is negated, it is only weighed, wished, asked or joked."""

from __future__ import annotations

import re

from nonpaper.claims.stances.turned.clause import AFTER, clause_of
from nonpaper.claims.stances.turned.judged import JUDGED, judged_otherwise
from nonpaper.claims.stances.turned.nobody import nobodys
from nonpaper.claims.stances.turned.weighed import only_weighed
from nonpaper.claims.stances.turned.words import DENIALS, FIRM, Words

_OPEN = FIRM | JUDGED | {"offers", "offers_if"}


def unreal(words: Words) -> bool:
    """Whether nobody takes the stance that the words show."""
    stance = words.position.stance
    if words.cue >= len(words.text) or stance not in _OPEN:
        return False
    clause = clause_of(words)
    if nobodys(clause) or judged_otherwise(clause):
        return True
    if stance in DENIALS or stance == "criticises":
        return _NO_QUESTION.match(clause.said) is not None
    return _is_untrue(words) or only_weighed(clause)


def _is_untrue(words: Words) -> bool:
    """Whether a deed told by a noun is said not to be: "a refusal of the draft | was not his policy"."""
    at = words.origin + words.cue
    return _NOUN_UNTRUE.match(words.page.text, at, at + AFTER) is not None


_NOUN_UNTRUE = re.compile(
    r"(?:an? )?(?:refusal|rejection|demand|acceptance|offer|threat|opposition|no) [^,;.]{1,60}?"
    r"(?:\b(?:was|is|were|are) (?:only )?(?:not (?:his|her|its|their|our|on|policy|true)|an? (?:myth|joke|rumou?r|lie|fiction|fable|legend|misunderstanding))\b|\bnever (?:came|existed|happened|considered|discussed|made)\b)",
    re.IGNORECASE,
)
# "no question of | rejecting it"
_NO_QUESTION = re.compile(
    r"(?:there )?(?:is|was) no question of (?:reject|refus|oppos|turning down|veto)\w*",
    re.IGNORECASE,
)
