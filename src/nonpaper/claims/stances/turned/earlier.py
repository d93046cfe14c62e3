"""What a report tells as done before the time that it tells of: "the minister had threatened on Thursday to …"."""

from __future__ import annotations

import re

from nonpaper.claims.page import sentence_near
from nonpaper.claims.stances.objects import NO, YES
from nonpaper.claims.stances.turned.words import DENIALS, REACH, Words

_DONE = YES | NO | DENIALS | {"threatens"}
"""Stances that are over once they are taken; a demand holds until it is met."""
NEAR = 40
"""Characters before the words that show a stance in which its auxiliary stands."""


def before_then(words: Words) -> bool:
    """Whether the report itself says that a party had done it, and nobody is quoted: what one says in the past had been is so now."""
    at = words.origin + words.cue
    sentence = sentence_near(words.page, words.position.span, REACH)
    if words.position.stance not in _DONE or words.cue >= len(words.text) or sentence is None:
        return False
    had = _HAD.match(words.page.text, at, sentence.end) or _HAD_BEFORE.search(
        words.page.text, max(sentence.start, at - NEAR), at
    )
    if had is None:
        return False
    before = words.page.text[max(sentence.start, at - REACH) : had.start()]
    after = words.page.text[had.end() : min(sentence.end, had.end() + REACH)]
    dated = _THEN.search(after) is not None or _THEN.search(had[0]) is not None
    return dated and _TOLD.search(before) is None and _SAID.search(after) is None


_HAD = re.compile(
    r"\s*had (?!to\b|no\b|not\b|yet\b|still\b|neither\b|just\b|now\b|nothing\b|never\b|also\b|already\b|agreed\b|opposed\b|backed\b|supported\b|favou?red\b)\w+"
)
_HAD_BEFORE = re.compile(r"\bhad (?:(?:earlier|first|long|once|just|itself|himself|herself|then|\w+ly) ){0,2}$")
# When it was done, which is not now: a pluperfect alone may still hold.
_THEN = re.compile(
    r"\b(?:on \w+day|earlier|once|first|yesterday|the (?:day|week|month|year) before|last (?:\w+day|week|month|year|spring|summer|autumn|winter)|(?:days|weeks|months|years) ago|in (?:19|20)\d\d|at (?:that|his|her) age)\b",
    re.IGNORECASE,
)
# Whoever speaks, or a clause that hangs on another.
_TOLD = re.compile(
    r"[“”\"‘:]|\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|that|if|whether|who|which|what|why|how|because|since|as|after|until|before|once|when|while|though|although|than|according|account|words|insist\w*|claim\w*|maintain\w*|report\w*|announc\w*|hint\w*|confirm\w*|wr(?:ote|ites)|argu\w*|complain\w*|add(?:s|ed)|conce\w+|explain\w*|recall\w*|admit\w*|den(?:y|ies|ied)|and|but)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[“\"‘]|\b(?:sa(?:ys|id)|t(?:ells|old)|according to|insist(?:s|ed)|claim(?:s|ed)|announced|confirmed|wrote|added|explained|conceded|recalled|reported|by (?:the|its|his|her|their) (?:own )?account)\b",
    re.IGNORECASE,
)


def opens_before_then(said: str) -> bool:
    """Whether a sentence opens with an earlier day and what had been done then: "On Monday he had called it a fairy tale"."""
    return _DAY_HAD.match(said) is not None


# No verb of saying governs what had been done.
_DAY_HAD = re.compile(
    r"\W*(?:(?:On|By|In|At|Last|Earlier|Two|Three|Some|A|The|Only|Hours|Days|Weeks|Months|Just|Yesterday|Until|Before)\b[^.;,“”\"]{0,30}?(?:day|week|month|year|morning|evening|night|noon|spring|summer|autumn|winter|earlier|before|ago|yesterday"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)\b,? )"
    r"(?:(?!(?:said|says|told|that|added|who|which|according|reported|claimed|insisted|announced)\b)[\w’'-]+ ){1,6}?had (?!to\b|no\b|not\b|yet\b|still\b|neither\b)"
)
