"""The one number, day or grade that an official term turns on, in a form that can be compared."""

from __future__ import annotations

import re

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = re.compile(
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: (?:day )?of)? (?P<m>{_MONTH}),? (?P<y>\d{{4}})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})",
    re.IGNORECASE,
)
_SOME_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2}:\d\d\b", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\bday (?P<n>\d+)(?P<of> (?:of|after|following|from) (?:the )?(?:(?!at\b|on\b|and\b|to\b|in\b|by\b|with\b|from\b)[\w’'-]+)(?: (?!at\b|on\b|and\b|to\b|in\b|by\b|with\b|from\b|is\b|shall\b)[\w’'-]+)?)?",
    re.IGNORECASE,
)
_END_OF = re.compile(r"\bend of (?:the )?(?:year )?(?P<when>\d{4}|" + _MONTH + r" \d{4})", re.IGNORECASE)
_WORDS = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty(?:-\w+)?|thirty(?:-\w+)?|forty(?:-\w+)?|fifty|sixty|ninety"
_NUMBER = rf"(?:\d{{1,3}}(?:[,\u00a0 ]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORDS})(?: hundred(?: and \w+)?)?)"
_TIME = re.compile(
    rf"(?<![:.\d])\b(?P<v>{_NUMBER})(?: \(\d+\))?[ -](?P<u>(?:working |calendar )?(?:hours?|days?|weeks?|months?|years?))\b",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"\b(?P<v>{_NUMBER})\s?(?P<u>%|per\s?cent|percent)", re.IGNORECASE)
_MONEY = re.compile(
    rf"(?P<v>[$€£]\s?{_NUMBER}(?:\s(?:million|billion|trillion))?|\b{_NUMBER}\s(?:(?:million|billion)\s)?(?:dollars|euros|pounds|roubles|rubles|crowns|francs|dinars|shillings|lira)\b)",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    rf"\b(?P<v>{_NUMBER})\s?(?P<u>km|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|nautical miles?|hectares?|tonnes?|tons?|(?:billion |million )?cubic met(?:er|re)s|(?:unarmed |military |civilian |international )?observers"
    r"|troops|soldiers|personnel|men|aircraft|tanks|vehicles|seats|members|sectors|prisoners|persons|trucks|inspections)\b",
    re.IGNORECASE,
)
_GRADES = re.compile(
    r"(?P<line>\bde (?:facto|jure) (?:line|border|boundary)(?: of \w+)?)|[“\"”](?P<formula>all for all|[\w ]{1,20} for [\w ]{1,20})[”\"“]|\b(?P<grade>de facto|de jure|one half|two-thirds|one third|one quarter|in equal shares)\b",
    re.IGNORECASE,
)
_OTHER_PLACE = re.compile(
    r"\b(?:paragraph|point|article) (?P<n>\d+)\b(?= (?:has|have|is|are) (?:been )?(?:implemented|carried|fulfilled|observed))",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\buntil (?P<event>(?:full |comprehensive |final |political |complete )+\w+)", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?<![\w.:/(-])(?P<v>\d{1,3}(?:,\d{3})+|\d{2,})(?![\w/:.-]|\s?(?:mm|millimet|cm|calib|January|February|March|April|May|June|July))"
)
_NAMED_AFTER = re.compile(
    r"\b(?:memorandum|protocol|agreement|resolution|law|decision|statement|mandate|document|minutes|accord|package|treaty|decree)s?\b(?: \w+){0,2},? (?:of|dated|from)\s*(?:the\s*)?$"
    r"|\b(?:dated|mandate of)\s*$",
    re.IGNORECASE,
)


def amount(said: str) -> str | None:
    """The value of a term: a measure before a share, money, a count, a grade, and a day or a time where nothing else counts.

    Days of the calendar come as "15 February 2015". Calibres, and dates that only name another document, are no values.

    >>> amount("a zone at least 50 km wide, for guns of more than 100 mm"), amount("to be completed within 14 days")
    ('50 km', '14 days')
    >>> amount("starting on the 15th of February, 2015"), amount("on day 2 of the truce at the latest")
    ('15 February 2015', 'day 2 of the truce')
    """
    flat = " ".join(said.split())
    for pattern in (_QUANTITY, _SHARE, _MONEY):
        found = pattern.search(flat)
        if found:
            return found.group().strip()
    return _counted(flat) or _grade(flat) or _time(flat)


def _counted(flat: str) -> str | None:
    found = _COUNTED.search(flat)
    return f"day {found['n']}{found['of'] or ''}" if found else None


def _grade(flat: str) -> str | None:
    found = _GRADES.search(flat)
    return (
        (found["line"] or found["formula"] or found["grade"]).strip(' “”"')
        if found and (found["line"] or found["formula"])
        else None
    )


def _time(flat: str) -> str | None:
    """A span of time, an end of a year, a day, another paragraph, an event that ends it, a grade, a bare number."""
    for pattern in (_TIME, _END_OF):
        found = pattern.search(flat)
        if found:
            return f"end of {found['when']}" if pattern is _END_OF else found.group()
    for day in _DAY.finditer(flat):
        if not _NAMED_AFTER.search(flat[max(0, day.start() - 60) : day.start()]):
            month = (day["m"] or day["m2"]).capitalize()
            return f"{day['d'] or day['d2']} {month} {day['y'] or day['y2']}"
    other, until = _OTHER_PLACE.search(flat), _UNTIL.search(flat)
    if other or until:
        return other.group() if other else until.group()  # type: ignore[union-attr]
    grade = _GRADES.search(flat)
    bare = next(
        (
            m
            for m in _PLAIN.finditer(_SOME_DAY.sub(" ", _DAY.sub(" ", flat)))
            if not re.fullmatch(r"(?:19|20)\d\d", m["v"])
        ),
        None,
    )
    return grade["grade"] if grade else bare["v"] if bare else None
