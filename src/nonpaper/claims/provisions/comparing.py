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
_OLD = re.compile(
    r"\W*(?:that )?(?:the|its|an?) (?:old|older|earlier|previous|former|original) (?:one|text|draft|version|plan|paper|proposal|deal|accord|agreement|treaty)\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    r",?\s(?:whereas|while|but)\s+(?=the (?:new|latest|current|revised|present|later) (?:one|text|draft|version|plan|paper|proposal|deal|accord|agreement|treaty)\b)",
    re.IGNORECASE,
)


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


def newer_from(said: str) -> int | None:
    """Where the newer text's clause begins in a sentence that tells the older one's first; None where it does not."""
    newer = _NEW.search(said)
    return newer.end() if newer and _OLD.search(said, 0, newer.start()) else None
