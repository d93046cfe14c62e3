"""Deadlines and verifiers in a term's own words."""

from __future__ import annotations

import re

_DEADLINE = re.compile(
    r"\b(?:(?:by )?no later than|not later than|within|by the end of|until the end of|by|starting (?:from|on)|as of|from|on|on the)\s+(?:the\s+)?"
    r"(?:(?:\d+|one|two|three|four|five|six|seven|ten|fourteen|thirty|sixty|ninety)\s+(?:working\s+|calendar\s+)?(?:hours?|days?|weeks?|months?|years?)"
    r"|days? \d+|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december),?(?: \d{4})?"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?!\d),?(?: \d{4})?|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}|\d{4}\b|\d{2}[:.]\d{2})"
    r"(?:\s+(?:of|after|from|following|before)\s+(?:the\s+)?[\w’-]+(?:\s+of\s+[\w’-]+)?)?(?: at the latest)?",
    re.IGNORECASE,
)
_VERIFIER = re.compile(
    r"\b(?:monitored|verified|supervised|facilitated|observed|inspected|certified|overseen|(?:monitoring|verification|supervision|oversight|inspection)(?: and \w+)?(?: of [^.;]{3,80}?)?)"
    r"\s+(?:by|of)\s+(?:the\s+)?(?P<who>(?:[A-Z][\w/.’-]*)(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w/.’-]*)*)"
)


def deadline_in(said: str) -> str | None:
    """The first deadline of a term, in its words.

    >>> deadline_in("to be completed within 14 days")
    'within 14 days'
    """
    found = _DEADLINE.search(said)
    return found.group().strip() if found else None


def verifiers_in(said: str) -> tuple[str, ...]:
    """Who verifies, as the term names them.

    >>> verifiers_in("the zone is monitored by the Joint Commission")
    ('Joint Commission',)
    """
    return tuple(dict.fromkeys(m["who"].strip(" .,") for m in _VERIFIER.finditer(said)))
