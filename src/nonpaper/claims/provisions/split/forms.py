"""What a part of a sentence is by its form: a clause with its own subject, one that opens with a verb, a noun phrase."""

from __future__ import annotations

import re
from functools import cache

from nonpaper.claims.provisions.cues import anyof, data
from nonpaper.claims.provisions.deeds import bare, present
from nonpaper.claims.topics import topic_scores

VERB = re.compile(
    r"(?:also\s+|to\s+|would\s+|not\s+to\s+|not\s+)*(?:recogni[sz]e|give|limit|abandon|cut|reduce|remove|ban|ensure|withdraw|cede|"
    r"release|return|hand|stop|end|halt|renounce|hold|pay|lift|allow|leave|freeze|create|establish|set|send|join|accept|refrain|"
    r"cease|disarm|disband|open|reopen|transfer|exchange|receive|get|add|provide|guarantee|drop|commit|station|deploy|cap|grant|"
    r"declare|adopt|amend|investigate|monitor|dismantle|prohibit|form|share|restore|return|resume|advance|stay|place|put|seal|dissolve|suspend|extend|publish|appoint|deliver|pull|oblige|require|forbid|entitle|dig|clear|sell)s?\b",
    re.IGNORECASE,
)
MOOD = re.compile(r"\b(?:would|will|shall|must|(?:is|are) to)\b", re.IGNORECASE)
CLAUSAL = re.compile(
    r"(?!which|that|who|whose|where|when|if|as|what|after|before|once|until|than)(?:[\w’'-]+\s+){1,8}?(?:would|will|shall|must|(?:is|are) to)\b",
    re.IGNORECASE,
)
ACTS = re.compile(
    r"(?!(?:and|or|of|with|for|to|in|on|by|from|under|than|as|at|including)\b)[a-z]+\s+(?:the|its|their|all|an?|\d)\b"
)


def happens(part: str) -> bool:
    """Whether a part tells in the present tense what somebody does or what comes about, and is about a topic."""
    verb = _happening().match(part.lstrip())
    return verb is not None and bool(topic_scores(part))


@cache
def _happening() -> re.Pattern[str]:
    """Two to six words, none of which opens a clause of another kind, and a deed in the present tense."""
    lead = r"(?![^,;]{0,80}\bclose to\b)(?!(?:which|that|who|whose|where|when|if|as|what|after|before|once|until|than|to|in|on|by|of|for|with|from)\b)(?:[\w’'-]+\s+){0,5}[\w’'-]+?s?(?=\s)"
    return re.compile(rf"{lead}{present().pattern}")


def kind_of(part: str) -> str | None:
    """What a part is by its form: a clause with its own subject, one that opens with a verb; None for a noun phrase."""
    if CLAUSAL.match(part) or _happening().match(part):
        return "clause"
    return "verb" if VERB.match(part) or bare().match(part) else None


def does(part: str) -> bool:
    """Whether words open with what a text does itself: "creates …", "bars …"."""
    return _opening_verb().match(part) is not None


@cache
def _opening_verb() -> re.Pattern[str]:
    own = [say for row in data()["verb"] for say in row["say"] if say.isalpha() and say.endswith("s")]
    return re.compile(rf"(?:also\s+)?{anyof([*own, 'calls for', 'provides for'])}(?!\w)", re.IGNORECASE)
