"""Coordinated terms cut apart: one term an item, the smallest stretch that states it."""

from __future__ import annotations

import re
from itertools import pairwise

from nonpaper.claims.topics import topic_scores
from nonpaper.model.span import Span

_JOINT = re.compile(r"\s*(?:;|,\s+(?:and|while|but)|,|\s(?:and|while))\s+", re.IGNORECASE)
_VERB = re.compile(
    r"(?:also\s+|to\s+|would\s+|not\s+to\s+|not\s+)*(?:recogni[sz]e|give|limit|abandon|cut|reduce|remove|ban|ensure|withdraw|cede|"
    r"release|return|hand|stop|end|halt|renounce|hold|pay|lift|allow|leave|freeze|create|establish|set|send|join|accept|refrain|"
    r"cease|disarm|disband|open|reopen|transfer|exchange|receive|get|add|provide|guarantee|drop|commit|station|deploy|cap|grant|"
    r"declare|adopt|amend|investigate|monitor|dismantle|prohibit|form|share|restore|return|resume|advance|stay)s?\b",
    re.IGNORECASE,
)
_RECOGNISED = re.compile(r"\brecogni(?:tion|[sz]\w+)\b.*\sand\s.*\bas\b", re.IGNORECASE | re.DOTALL)
_LEAD = re.compile(
    r"^(?:[\s,;:–—-]|(?:to|that|also|for|a requirement (?:that|for))\s|(?:under|in) (?:the|this|that|its) (?:[\w’-]+ ){1,4}?(?:plan|draft|text|deal|proposal|agreement|version),\s)+",
    re.IGNORECASE,
)
_SAYS = r"(?:reports?|reported|said|says?|writes|wrote|has learned|has reported)\b"
_TAIL = re.compile(
    rf"[\s.,;:!?–—-]+$|,?\s+(?:not\s+[\w,.]+\s+)?as reported\b.*$|,\s+(?:[\w’'-]+\s+){{1,5}}{_SAYS}.*$|,?\s+(?:according to|as reported by|{_SAYS}).*$|,\s+officials$",
    re.IGNORECASE | re.DOTALL,
)


def terms_in(text: str, span: Span) -> tuple[Span, ...]:
    """The terms in one stretch. A cut is made where both sides speak of a topic, or the right one starts with a verb."""
    said = span.quote(text)
    cuts = [] if _RECOGNISED.search(said) else [(m.start(), m.end()) for m in _JOINT.finditer(said)]
    edges = [0, *[e for cut in cuts for e in cut], len(said)]
    parts = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return tuple(t for a, b in _joined(said, parts) if (t := trimmed(text, span.start + a, span.start + b)))


def _joined(said: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts that are no term of their own go to the one before."""
    out: list[tuple[int, int]] = []
    for start, end in parts:
        part = said[start:end]
        own = (
            bool(topic_scores(part))
            and not _same_thing(said[slice(*out[-1])] if out else "", part)
            and (_VERB.match(part) is not None or " would " in part or _noun_term(part))
        )
        if out and not (own and topic_scores(said[out[-1][0] : out[-1][1]])):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _same_thing(before: str, part: str) -> bool:
    """Whether a few words without a verb only say more of the part before: "…, all for all"."""
    return (
        len(part.split()) <= 3
        and _VERB.match(part) is None
        and bool(topic_scores(before))
        and topic_scores(before)[0][0] == topic_scores(part)[0][0]
    )


def _noun_term(part: str) -> bool:
    """A noun phrase of two words or more that names a topic strongly."""
    return len(part.split()) >= 2 and topic_scores(part)[0][1] >= 3


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without linking words before it and stops or attributions after it; None where nothing is left."""
    said = text[start:end]
    lead = _LEAD.match(said)
    begin = lead.end() if lead else 0
    tail = _TAIL.search(said, begin)
    finish = tail.start() if tail else len(said)
    return Span(start + begin, start + finish) if begin < finish else None


def gaps(spans: tuple[Span, ...]) -> bool:
    """Whether spans are in order and apart; what every caller may rely on."""
    return all(a.end <= b.start for a, b in pairwise(spans))
