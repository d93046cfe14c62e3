"""Deadlines and verifiers in a term's own words."""

from __future__ import annotations

import re

from nonpaper.text.months import MONTH

_DEADLINE = re.compile(
    r"\b(?:(?:by )?no later than|not later than|within|by the end of|until the end of|by|starting (?:from|on)|as of|from|on|on the)\s+(?:the\s+)?"
    r"(?:(?:\d+|(?<=within )an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|eighteen|twenty|thirty|forty-five|sixty|ninety|a hundred)\s+(?:working\s+|calendar\s+)?(?:hours?|days?|weeks?|months?|years?)"
    rf"|days? \d+|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH},?(?: \d{{4}})?"
    rf"|{MONTH} \d{{1,2}}(?!\d),?(?: \d{{4}})?|{MONTH} \d{{4}}|\d{{4}}\b|\d{{2}}[:.]\d{{2}})"
    r"(?:\s+(?:of|after|from|following|before)\s+(?:the\s+)?[\w’-]+(?:\s+of\s+[\w’-]+)?)?(?: at the latest)?"
    # A day without its date: "by the end of March", "before the start of next year", "by mid-2031", "until noon on Friday".
    r"|\b(?:by|until|before|no later than|not later than)\s+(?:(?:the )?(?:end|middle|start|beginning) of (?:(?:the|this|next) (?:year|month|week|decade)"
    rf"|{MONTH}(?: \d{{4}})?|\d{{4}})"
    r"|(?:mid-|late |early )\d{4}|(?:noon |midnight )?(?:on )?(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:january|february|march|april|june|july|august|september|october|november|december))\b(?![’'])",
    re.IGNORECASE,
)
# "delayed by 30 days", "from nine months to three": how much, not by when.
_AMOUNT = re.compile(r"(?:by|from|on)\s+(?:[a-z-]+|\d+)\s+(?:hours?|days?|weeks?|months?|years?)", re.IGNORECASE)
_VERIFIER = re.compile(
    r"\b(?:monitored|verified|supervised|facilitated|observed|inspected|certified|overseen|(?:monitoring|verification|supervision|oversight|inspection)(?: and \w+)?(?: of [^.;]{3,80}?)?)"
    r"\s+(?:by|of)\s+(?:the\s+)?(?P<who>(?:[A-Z][\w/.’-]*)(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w/.’-]*)*)"
)


def deadline_in(said: str) -> str | None:
    """The first deadline of a term, in its words.

    >>> deadline_in("to be completed within 14 days"), deadline_in("to pay by the end of March")
    ('within 14 days', 'by the end of March')
    """
    found = next((m for m in _DEADLINE.finditer(said) if not _AMOUNT.fullmatch(m.group())), None)
    return found.group().strip() if found else None


def verifiers_in(said: str) -> tuple[str, ...]:
    """Who verifies, as the term names them.

    >>> verifiers_in("the zone is monitored by the Joint Commission")
    ('Joint Commission',)
    """
    return tuple(dict.fromkeys(m["who"].strip(" .,") for m in _VERIFIER.finditer(said)))
