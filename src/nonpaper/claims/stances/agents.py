"""Whether a party that stands before a verb is who acts: not in "protesters in | Kessara", nor in "neither | Kessara nor"."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.model.span import Span

# Who only bears a party's name, and of whom a sentence says that it did not.
_NOT_THEIRS = re.compile(
    r"\b(?:former|ex|retired|exiled|one-time|erstwhile|ousted|opposition|dissident|anti|pro)[\s-][^,.;:]{0,40}$"
    r"|\b(?:neither|nor|no|nobody|none of|few|hardly|if|unless|had|provided|providing|as long as|whether|until|lest)\b[^,.;:]{0,60}$",
    re.IGNORECASE,
)
_LAST = 80
"""Last characters before a name in which all of that stands."""
REACH = 300
"""Characters before a name that tell whether it acts: a hostile sentence of many names costs its length."""
# Somebody's words before the subject that are no claim: nobody is known to say what follows.
_REPORTED = re.compile(
    r"\b(?:said|says?|told|tells?|insist\w*|claim\w*|warn\w*|believ\w*|fear\w*|hop\w+|want\w*|demand\w*|repeat\w*|maintain\w*|argu\w+|writes?|wrote|report\w*|idea|whether|asked)\b"
)
_AFTER = re.compile(
    r"\b(?:in|inside|from|near|across|outside|within|around|of|with|by|to|against|for|on|between|over|about|into|towards?|than|like|upon|told|urged|asked|gives?|gave|grants?|lets?|hands|where|wherever|how|why|when|whenever|as|because)\s+(?:the\s+|both\s+)?$",
    re.IGNORECASE,
)
_BODY_OF = re.compile(
    r"\b(?:government|president|presidency|parliament|army|leaders?|leadership|ministers?|ministry|officials?|republic|kingdom|king|envoys?|rebels|fighters|commanders?|negotiators?|delegation|side|state) of (?:the )?$",
    re.IGNORECASE,
)


def words_before(page: Page, sentence: Span, at: int) -> str:
    """What stands before a name in its sentence, REACH of it at most."""
    return page.text[max(sentence.start, at - REACH) : at]


def no_agent(before: str) -> bool:
    """Whether the words before a name make it another's, deny what follows of it, or make it an object. Linear."""
    return _NOT_THEIRS.search(before, max(0, len(before) - _LAST)) is not None or _is_object(before)


def reported(before: str) -> bool:
    """Whether the words before a subject tell that somebody says what follows. Linear."""
    return _REPORTED.search(_own_clause(before)) is not None


def _is_object(before: str) -> bool:
    """Whether the words before a name make it an object or a place: "protesters in | Kessara"."""
    return _AFTER.search(before) is not None and _BODY_OF.search(before) is None


def _own_clause(before: str) -> str:
    """The words before a subject that belong to its clause: what stands before "but" or "while" is another's."""
    return _CLAUSES.split(before)[-1]


_CLAUSES = re.compile(
    r"\b(?:but|while|whereas|although|though)\b|;|^\W*Asked (?:about|whether|if|on|why|when|what)\b[^,;]{3,160},"
)
