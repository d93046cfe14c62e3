"""What a term is only set against: "…, not by 5 October as in the earlier version", "…, down from 65,000"."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.cues import words

# What is set against a term behind it, to the end of its clause; the words before it are the term.
_AGAINST = re.compile(
    r",?\s+\(?(?:(?:down|up) from\b|instead of\b|rather than\b|as (?:opposed|against) to\b|compared (?:to|with)\b"
    r"|(?:and |but )?not (?!only\b|to\b|be\b|less\b|more\b|later\b|exceed)[^,;]{1,60}? as (?:in|under|the)\b"
    r"|(?:as )?against (?=[\d$€£])|where(?:as)? (?=(?:the|an?|its) (?:old|older|earlier|previous|former|first|original)\b))",
    re.IGNORECASE,
)
_KINDS = r"(?:[\w’'.-]+ ){0,2}?(?:one|text|draft|version|plan|paper|proposal|deal|accord|agreement|treaty|document|outline|framework|roadmap)\b"
_AGES = ("old", "older", "earlier", "previous", "former", "original")
_OLD = re.compile(
    rf"\W*(?:that )?(?:(?:while|whereas|where|although|though|in|under) )?(?:the|its|an?) (?:{'|'.join(_AGES)}) {_KINDS}",
    re.IGNORECASE,
)
# The newer text's clause begins behind a linking word or a stop: "…; the new one", "…, whereas under the new 19-point text".
_NEW = re.compile(
    r"(?:,?\s(?:whereas|while|but)\s+|;\s+(?:(?:whereas|while|but|and)\s+)?|,\s+(?:and\s+)?)"
    rf"(?=(?:(?:in|under) )?(?:the|its) (?:new|newer|latest|current|revised|present|later) {_KINDS})",
    re.IGNORECASE,
)
# What a text takes the place of, and what that text held: "it replaces a version of May in which the army was to leave".
_REPLACED = re.compile(
    r"\b(?:replac(?:es?|ed|ing)|supersed(?:es?|ed|ing)|supplants?|differs from|departs from|a (?:change|departure|retreat) from)"
    rf" (?:the|an?|its|last [a-z]+[’']s)(?: {_KINDS})[^.;:]{{0,60}}?,? (?:in|under|by) which\b",
    re.IGNORECASE,
)
# The text's own clause behind what a side wants: "Norvia wanted 35 per cent; the draft gives it 18", "…, but the accord sets …".
_TEXT_SAYS = re.compile(
    rf"(?:;|,\s+(?:but|while|whereas|although|though))\s+(?=(?:the|this)\s+{_KINDS[:-2]}s?\s+(?!is\b|was\b|does\b|has been\b|will be\b)[a-z]+s\b)",
    re.IGNORECASE,
)
# What a text is likened to, and what that one has: "a formula that recalls the pact of Aldor, where both sides vote".
_LIKENED = re.compile(
    r"\b(?:(?:that|which) (?:recalls?|evokes?|copies|imitates)|recalling|evoking|reminiscent of|modell?ed (?:on|after)|patterned (?:on|after)|copied from|borrowed from)"
    r"(?:$| (?=(?:the|an?|(?:that|those) of|[A-Z][\w’-]+)\b)[^.;:,]{0,80}(?:,? (?:where|in which|under which|by which)\b[^.;:]{0,160})?$)",
)
_CLAUSE = re.compile(r"(?:[\s,]+[\w’'.$€£%-]+){2}")
"""The least that an older text's clause says of it."""


def head_of(said: str) -> str:
    """The words of a term or a sentence without what they are set against at their end.

    >>> head_of("caps the army at 50,000, down from 65,000 in the August version")
    'caps the army at 50,000'
    """
    against = next((m for m in _AGAINST.finditer(said) if said[: m.start()].strip()), None)
    return said[: against.start()] if against else said


def is_compared(said: str) -> bool:
    """Whether words tell of another text than the one reported on, and not only what its terms are set against."""
    return words("comparison", "say").search(head_of(said)) is not None


def is_older(said: str) -> bool:
    """Whether a clause has an older text as its subject: "the earlier draft capped it at 600,000"."""
    return _OLD.match(said) is not None


def is_replaced(said: str, at: int, end: int) -> bool:
    """Whether a stretch of a sentence is what a text that another took the place of held.

    >>> said = "It replaces a version of May in which the army was to leave; the new one has it stay"
    >>> is_replaced(said, 37, 59), is_replaced(said, 61, 84)
    (True, False)
    """
    found = _REPLACED.search(said, 0, end)
    return found is not None and ";" not in said[found.end() : max(at, found.end())]


def is_likened(said: str) -> bool:
    """Whether what follows these words is of something that the text is only likened to.

    >>> is_likened("a formula that recalls the pact of Aldor, where"), is_likened("the minister recalls that")
    (True, False)
    """
    return _LIKENED.search(said) is not None


def text_says(said: str) -> tuple[int, int] | None:
    """Where what a side wants ends and what the text says of it begins; None where a sentence does not tell both.

    >>> said = "Norvia wanted a third of the toll; the draft gives it a tenth"
    >>> text_says(said), said[35:]
    ((33, 35), 'the draft gives it a tenth')
    """
    found = _TEXT_SAYS.search(said)
    return found.span() if found else None


def newer_from(said: str) -> int | None:
    """Where the newer text's clause begins in a sentence that tells the older one's first; None where it does not."""
    told = both_told(said)
    return told[1] if told else None


def both_told(said: str) -> tuple[int, int] | None:
    """Where the older text's clause ends and the newer one's begins; None where a sentence does not tell both.

    >>> said = "The old draft gave it 600 men; the new one gives it 800"
    >>> both_told(said), said[31:]
    ((29, 31), 'the new one gives it 800')
    """
    lower = said.lower()
    if not any(age in lower for age in _AGES):  # as it nearly always is, and the pattern is slow
        return None
    old = _OLD.search(said)
    newer = _NEW.search(said, old.end()) if old else None
    if not (old and newer) or not _CLAUSE.match(said, old.end(), newer.start()):
        return None
    return newer.start(), newer.end()
