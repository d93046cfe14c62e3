"""Parts between joints, put together again where one is no term of its own."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.split.belonging import belongs, goes_on_with_names
from nonpaper.claims.provisions.split.forms import MOOD, VERB
from nonpaper.claims.provisions.split.own_clause import own_clause
from nonpaper.claims.provisions.split.times import EACH_ITS_OWN, WHEN_ALONE
from nonpaper.claims.provisions.split.trim import LEAD
from nonpaper.claims.topics import topic_scores

# A clause that only conditions what follows it: "if Norvia attacks, …", "once the ceasefire holds, …".
_SUBORDINATE = re.compile(
    r"(?:if|should|once|unless|when|after|until|provided|in case|as soon as|as long as)\b", re.IGNORECASE
)
# What only says when, where or on what terms: it belongs to the clause beside it.
_FRONTED = re.compile(
    r"(?:In|Under|During|For|On|At|By|With|Within|After|Before|From|Over|Against|Instead of|Apart from)\b"
)
_PHRASE = re.compile(
    r"(?:an?|the|all)\s+(?:[\w’'-]+\s+){1,4}?(?:of|on|for|to|in|against|between|with|from|by)\b", re.IGNORECASE
)
_THEN = re.compile(r"\b(?:lapses?|void|invalid|snap back|reimposed|expires?|ends?)\b", re.IGNORECASE)


def joined(said: str, parts: list[tuple[int, int]], apart: set[int]) -> list[tuple[int, int]]:
    """Parts that are no term of their own go to the one before, but for those that begin `apart`."""
    out: list[tuple[int, int]] = []
    for start, end in parts:
        before = said[slice(*out[-1])] if out else ""
        joins = start not in apart and not _own(said[start:end], before)
        hangs = bool(before) and _SUBORDINATE.match(before.lstrip()) is not None and start not in apart
        joins = joins or (len(out) == 1 and start not in apart and _fronted(before.lstrip()))
        if out and (joins or (hangs and not _main_clause(before))):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _fronted(before: str) -> bool:
    """Whether a first part only says when or where, and so waits for the clause that follows it."""
    if WHEN_ALONE.fullmatch(before):
        return True
    return _FRONTED.match(before) is not None and MOOD.search(before) is None and " to be " not in before


def _main_clause(before: str) -> bool:
    """Whether a part that opens with a condition already holds what is conditioned."""
    return "," in before or bool(_THEN.search(before))


def _own(part: str, before: str) -> bool:
    """Whether a part is a term of its own beside the one before: both name a topic, and it has a verb or a noun."""
    if goes_on_with_names(part, before):
        return False
    if EACH_ITS_OWN.match(part) and MOOD.search(before):  # "X's army within 30 days | and Y's within 60"
        return True
    if belongs(part, before):
        return False
    if own_clause(part, before):
        return True
    if not topic_scores(part) or not topic_scores(before) or _same_thing(before, part):
        return False
    return VERB.match(part) is not None or " would " in part or _noun_term(part, before)


def _same_thing(before: str, part: str) -> bool:
    """Whether a few words without a verb only say more of the part before: "…, all for all"."""
    return (
        len(part.split()) <= 3
        and VERB.match(part) is None
        and bool(topic_scores(before))
        and topic_scores(before)[0][0] == topic_scores(part)[0][0]
    )


def _noun_term(part: str, before: str) -> bool:
    """A noun phrase of two words or more that names a topic strongly, or at all beside one built alike."""
    alike = _PHRASE.match(part) is not None and _PHRASE.match(LEAD.sub("", before)) is not None
    return len(part.split()) >= 2 and (alike or topic_scores(part)[0][1] >= 3)
