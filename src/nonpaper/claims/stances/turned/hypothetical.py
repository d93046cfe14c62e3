"""What is only supposed: "if parliament were to reject it", "would be a red line if I were still a general"."""

from __future__ import annotations

import re

from nonpaper.claims.stances.turned.clause import clause_of
from nonpaper.claims.stances.turned.words import Words, cue_at

_CONDITIONAL = ("threatens", "no_comment", "accepts_if", "offers_if")


def only_supposed(words: Words) -> bool:
    """Whether the words that show a stance stand in a supposition, or wait for what the speaker says is not so."""
    if words.cue >= len(words.text) or words.position.stance in _CONDITIONAL:
        return False
    clause = clause_of(words)
    if _UNTRUE_IF.search(clause.said) or _WERE_I.search(clause.lead):
        return True
    if _IF_IT_DID.search(clause.opens) is None and not (_IF.match(clause.opens) and _DEED.match(clause.said)):
        return False
    comma = clause.said.find(",")
    rest = clause.said[comma:] if comma >= 0 else ""
    return cue_at(rest, words.position.stance) >= len(rest)


# "if parliament were to | reject it", "should the chamber ever | refuse": who says what he would do then stands after a comma.
_IF_IT_DID = re.compile(
    r"\b(?:if|even if|what if|suppose|supposing|unless|in case) (?:(?!(?:then|we|I)\b)[\w’'-]+ ){1,5}?(?:were(?: ever)? to|should(?: ever)?|did|had|ever) $"
    r"|^\W*(?:were|should) (?:(?!be\b)[\w’'-]+ ){1,4}?(?:(?:ever )?to |ever )$",
    re.IGNORECASE,
)
# "if the rebels | reject it", "had the rebels | rejected it"
_IF = re.compile(
    r"\W*(?:(?:but|and|yet|even|only) )?(?:if|should|had|in case|supposing|suppose|imagine) (?:(?!(?:we|I|then)\b)[\w’'-]+ ){1,6}(?:ever |now |still |then |again )?$",
    re.IGNORECASE,
)
_DEED = re.compile(r"(?:accept|reject|refus|agree|oppos|turn|sign|demand|insist|veto|rul|walk|say)\w*\b", re.IGNORECASE)
# "… a red line | if I were still a general"
_UNTRUE_IF = re.compile(
    r"^[^.;]{0,60}?\bif (?:I|we|he|she|they|it) (?:were|was) (?:still |only |really |ever )*(?:an?|the|in|at|his|her|their|younger|older|free|king|queen|president|minister|prime)\b",
    re.IGNORECASE,
)
# "If I were prime minister I would | never sign"
_WERE_I = re.compile(
    r"\b(?:if|were) I (?:were )?(?:still )?(?:an?|the|in|prime|president|king|queen|minister|your|his|her)\b[^.;]*$",
    re.IGNORECASE,
)
