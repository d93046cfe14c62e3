"""What a state's bodies decide that is no matter of the talks: a budget that a parliament approves, a loan that a cabinet backs."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.cues import text_noun
from nonpaper.claims.stances.objects import NO, YES
from nonpaper.claims.stances.turned.words import Words

_BODY = r"\b(?:parliament|cabinet|court|senate|congress|assembly|chamber|legislature|deputies|lawmakers|government|council of ministers)\b"
_DECIDES = r"(?:accept|approv|ratif|pass|adopt|back|endors|reject|vot|refus)\w*\b"
_OBJECT = re.compile(rf"{_BODY}[^.;]{{0,60}}?\b{_DECIDES}(?P<what>(?:\s+[\w’',%$.-]+){{1,8}})", re.IGNORECASE)
_HOME = re.compile(
    r"\b(?:budgets?|bills? on|appeals? (?:by|of|from)|deficit|spending|tax(?:es|ation)?|(?:labou?r|penal|criminal|civil|tax) code|pensions?|emergency rule|state of emergency|schools?|uniforms?|petitions?|canals?|motorways?|census"
    r"|nominations?|nominees?|appointments?|loans?|curfew|speaker|salaries|customs code|health|holiday|wages)\b",
    re.IGNORECASE,
)


def at_home(words: Words) -> bool:
    """Whether a body of the state decides on something at home, and no text is named in what it decides on."""
    if words.position.stance not in YES | NO:
        return False
    found = _OBJECT.search(words.text)
    if found is None or _HOME.search(found["what"]) is None:
        return False
    return text_noun().search(found["what"]) is None
