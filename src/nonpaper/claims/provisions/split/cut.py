"""Coordinated terms cut apart: one term an item, the smallest stretch that states it."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.split.forms import kind_of
from nonpaper.claims.provisions.split.joined import joined
from nonpaper.claims.provisions.split.trim import trimmed
from nonpaper.model.span import Span

_LEAST = 8
"""Characters of what something else follows."""
_THING = re.compile(r"(?:an?|the|\d+|two|three|six)\s+(?:[\w-]+\s+){1,6}?[\w-]+", re.IGNORECASE)
LONGEST = 3000
"""Characters of a stretch that is looked through for terms: no sentence of a report is longer, and hostile text may be."""
_JOINT = re.compile(
    r"\s*(?:;|,?\s+failing\s+which|,\s+from\s+which(?=\s+(?:[\w’-]+\s+){1,5}?(?:is|are|would be|will be|shall be)\s+(?:barred|excluded|banned|exempt|shut out)\b)|,\s+(?:and|while|but|(?:to be )?followed by)|,|\s(?:and|while|but|instead of|followed by))\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*(?:;|,\s+from\s+which|,?\s+failing\s+which|,\s+while)\s+", re.IGNORECASE)
# What only heads the clauses behind its colon: "a package: | drilling stops", "an exchange in stages: | Norvia frees …".
_HEADS = re.compile(
    r"[\s:]*what (?:they|the (?:two )?(?:sides|parties)|both sides|both|was|is|has been|have been|it says|the \w+ says)(?: have| has)?(?: (?:agreed|settled|decided|in it|promised|contains?))?(?: on| so far)?:\s+(?=\S+\s+\S)|"
    r"[^:.;]{0,80}?\b(?:listed|lists|named|names|cited|cites|set out|sets out|mentioned|mentions|gave|gives|counted|spoke of|made)\s+(?:\w+\s+)?(?:\w+\s+)?(?:things|points|conditions|demands|items|steps|examples|areas|reasons):\s+(?=\S+\s+\S)|"
    r"[\s:]*(?:(?:the|its|part|phase|stage|step)\s+(?:first|second|third|fourth|last|other|one|two|three|four|[\w-]+\s+part)(?:\s+\w+)?\s+(?:is|are|was|would be|has)\s+)?"
    r"(?:(?:an?|the|its|their|two|three|four|five|several|some|a series of|a list of)\s+)?(?:[\w’'-]+\s+){0,3}?(?:package|exchange|swap|bargain|trade|deal|list|sequence|timetable|schedule|steps?|points|parts?|options|stages|phases|measures|obligations|commitments|duties|conditions|elements|things|harder|simpler|easier|political|military|economic|clear|plain|simple|short|the following|more)"
    r"(?:\s+(?:in|of|for|by|with)\s+[^:.;,]{2,40})?:\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_RECOGNISED = re.compile(r"\brecogni(?:tion|[sz]\w+)\b.*?\sas\s", re.IGNORECASE | re.DOTALL)
_MOOD_FIRST = re.compile(r"(?:would|will|shall|must|may)\s", re.IGNORECASE)
# Who told it, behind what he told: "…, | Home Minister Adam Varr told parliament".
_TELLS = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w’'.-]*\s+|(?:of|for|the|and)\s+){1,8}(?:told|announced|explained|added|confirmed|disclosed|wrote)\b(?!\s+that\b)"
)
# Two wordings side by side in square brackets, of which none is agreed: "[The fund shall pay] [Both shall pay]".
_WORDING = re.compile(r"\[(?:[A-Z][\w’'-]*\s)[^\[\]]{8,300}\]")
_OPEN_PAIR = re.compile(rf"{_WORDING.pattern}\s*(?:/|,|;|or\b|and\b)?\s*{_WORDING.pattern}")


def terms_in(text: str, span: Span) -> tuple[Span, ...]:
    """The terms in one stretch. A cut is made where both sides speak of a topic, or the right one starts with a verb."""
    if span.end - span.start > LONGEST:
        return ()
    said = span.quote(text)
    heads = _HEADS.match(said)
    if heads:
        return terms_in(text, Span(span.start + heads.end(), span.end))
    wordings = [m.span() for m in _WORDING.finditer(said)] if _OPEN_PAIR.search(said) else []
    if wordings:
        return tuple(Span(span.start + a + 1, span.start + b - 1) for a, b in wordings)
    whole = [m.span() for m in _RECOGNISED.finditer(said)]
    cuts = [m for m in _JOINT.finditer(said) if not any(a < m.start() < b for a, b in whole)]
    edges = [0, *[e for cut in cuts for e in cut.span()], len(said)]
    parts = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    apart = {cut.end() for cut in cuts if _CLAUSE.fullmatch(cut.group()) or _then(said, cut) or _and_shall(said, cut)}
    found = (trimmed(text, span.start + a, span.start + b) for a, b in joined(said, parts, apart))
    return tuple(term for term in found if term and not _TELLS.match(text, term.start, term.end))


def _then(said: str, cut: re.Match[str]) -> bool:
    """Whether another thing follows a first: "three months without fighting, followed by a political process"."""
    return "followed by" in cut.group().lower() and _THING.match(said, cut.end()) is not None and cut.start() > _LEAST


def _and_shall(said: str, cut: re.Match[str]) -> bool:
    """Whether whoever does a thing is to do another: "may keep its seat | but shall not vote"."""
    conjoined = cut.group().rstrip().lower().endswith(("and", "but"))
    return conjoined and _MOOD_FIRST.match(said, cut.end()) is not None and kind_of(said[: cut.start()]) is not None
