"""By when an official term is to be done, in its words and whole: hour and day, a span counted from an event, a season."""

from __future__ import annotations

import re

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b\.?)"
_WORDS = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|eighteen|twenty(?:[- ]\w+)?|thirty(?:-\w+)?|forty(?:-\w+)?|forty-?eight|sixty|seventy(?:-\w+)?|ninety|\w+(?:tieth|teenth)"
_COUNT = rf"(?:\d{{1,3}}|{_WORDS})(?:\s*\(\d{{1,3}}\))?"
_PERIOD = rf"{_COUNT}[\s-]+(?:consecutive\s+|working\s+|calendar\s+)?(?:hours?|days?|weeks?|months?|years?)"
_EVENT = (
    r"(?:\s+(?:of|after|from|following|before|prior to|counted from)\s+(?:(?:the|this|an?|its|their|such)\s+)?(?!force\b)[\w’'/-]+(?:\s+of\s+(?:the\s+)?\d{1,2}\s+[a-z]+(?:\s+\d{4})?)?"
    r"(?:\s+(?:of|into|in|by)\s+(?:(?:the|this|an?|its|their)\s+)?[\w’'-]+){0,3})?"
)
_CLOCK = (
    r"(?:\d{1,2}[:.]\d{2}(?:\s*(?:hrs?\b\.?|hours?\b|[ap]\.?m\b\.?))?(?:\s+\d{1,2}\s+min\b\.?)?|\d{1,2}\s+hrs?\b\.?\s+\d{1,2}\s+min\b\.?|midnight|noon)"
    r"(?:\s*\([^()]{2,24}\)|\s+(?-i:[A-Z]{2,4})\b|\s+local time)?"
)
_DAY = (
    rf"(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{4}}"
    r"|days?\s+\d{1,3}|D\s?\+\s?\d{1,3}|D-Day|the date of (?:its|the|their) \w+)"
)
_PART = rf"(?:mid|early|late)[-\s](?:\d{{4}}|{_MONTH}(?:\s+\d{{4}})?)|(?:the\s+)?(?:end|middle|beginning|start|close|(?:first|second|third|fourth|last)\s+(?:quarter|half|week|day))\s+of\s+(?:the\s+(?:(?:current|next)\s+)?year(?:\s+\d{{4}})?|{_MONTH}(?:\s+\d{{4}})?|\d{{4}})|(?:spring|summer|autumn|winter)\s+(?:of\s+)?\d{{4}}"
_MOMENT = rf"(?:{_CLOCK}(?:,?\s+(?:on\s+)?{_DAY})?|{_DAY}(?:,?\s+(?:at\s+)?{_CLOCK})?|{_PART})"
_LIMIT = r"(?:by\s+)?(?:no|not)\s+(?:later|earlier|sooner)\s+than|(?:at\s+)?(?:the\s+)?latest\s+(?:by|on)|by(?:\s+or\s+before)?|until|till|before|prior\s+to|up\s+to|no\s+longer\s+than\s+until"
_BEGIN = r"(?:(?:starting|beginning|ending|effective|commencing)\s+)?(?:(?:as\s+)?from|as\s+of|on)|(?:starting|beginning|ending|effective|commencing)(?:\s+(?:at|on|from))?|at|after"
_WHOLE = re.compile(
    rf"\b(?:not\s+(?:earlier|sooner)\s+than\s+[^,;.]{{1,40}}?\s+(?:and|but|nor)\s+(?:no|not)?\s*later\s+than\s+(?:{_PERIOD}{_EVENT}|{_MOMENT})"
    rf"|between\s+{_MOMENT}\s+and\s+{_MOMENT}"
    rf"|(?:{_LIMIT}|within|in\s+the\s+course\s+of|after)\s+(?:the\s+|a\s+period\s+of\s+|a\s+maximum\s+of\s+|at\s+most\s+)*{_PERIOD}{_EVENT}"
    rf"|within\s+an?\s+(?:hour|day|week|month|year){_EVENT}"
    rf"|(?:{_LIMIT})\s+(?:{_MOMENT}|\d{{4}}\b)"
    rf"|(?:{_BEGIN})\s+(?:{_MOMENT}{_EVENT}|{_COUNT}\s+(?:hours?|days?|weeks?|months?|years?)\s+(?:after|following|from|before){_EVENT})"
    rf"|in\s+(?:{_MONTH}\s+\d{{4}}|{_PART}))(?:\s+(?:at\s+the\s+latest|(?:of\s+)?(?:each|every)\s+year))?",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:memorandum|protocol|agreement|resolution|law|decision|statement|mandate|document|minutes|accord|package|treaty|decree|declaration|measures|line|positions?|juxtaposition|agreements)s?\b(?:\s+\w+){0,5}?,?\s*$",
    re.IGNORECASE,
)
_LOOK = 70


def deadline(said: str) -> str | None:
    """The first time limit of a term, whole; a date that only names another document is none.

    >>> deadline("as of 12:00 GMT on 1 April 2031"), deadline("by mid-2029"), deadline("on six months' notice")
    ('as of 12:00 GMT on 1 April 2031', 'by mid-2029', None)
    """
    flat = said.replace("\n", " ")
    for found in _WHOLE.finditer(flat):
        weak = re.match(r"(?:as\s+)?(?:from|of|on|since|in)\b", found.group(), re.IGNORECASE)
        if weak and _DATED.search(flat, max(0, found.start() - _LOOK), found.start()):
            continue
        return " ".join(found.group().split()).strip(" ,")
    return None
