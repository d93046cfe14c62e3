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
_SCALE = r"(?:thousand|million|billion|trillion|bn|mn|m)\b"
_CODE = r"(?-i:\b(?:USD|US\$|EUR|GBP|CHF|JPY|CNY|RUB|UAH|TRY|INR|CAD|AUD|SEK|NOK|DKK|PLN|CZK|AED|SAR|ILS|EGP|ZAR|KES|NGN|ETB|XAF|XOF|SDG|SSP|AMD|AZN|GEL|IQD|LBP|SYP))"
_MONEY = re.compile(
    rf"(?P<v>(?:(?<!\w)(?:US|C|A)?[$€£¥]|{_CODE})\s?{_NUMBER}(?:\s?{_SCALE})?"
    rf"|\b{_NUMBER}\s(?:{_SCALE}\s)?(?:of\s)?(?:(?-i:[A-Z][\w.]*)\s){{0,2}}(?:dollars|euros?|pounds|roubles|rubles|crowns|francs|dinars|shillings|lira|krone[rn]?|pesos|rupees|yen|yuan|marks|riyals|rials|dirhams|birr|{_CODE})\b)",
    re.IGNORECASE,
)
_KINDS = r"(?:(?:unarmed|armed|military|civilian|international|local|national|heavy|light|combat|detained|displaced|foreign|remaining|political|naval|air|border|war|long-range|medium|additional|further|annual|equal)\s+){0,2}"
_QUANTITY = re.compile(
    rf"\b(?P<v>{_NUMBER})\s?{_KINDS}(?P<u>km|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|nautical miles?|square kilomet(?:er|re)s?|hectares?|tonnes?|tons?|(?:billion |million )?cubic met(?:er|re)s|(?:unarmed |military |civilian |international )?observers"
    r"|troops|soldiers|personnel|men|aircraft|tanks|vehicles|seats|members|detainees|combatants|fighters|hostages|captives|civilians|children|families|refugees|returnees|monitors|inspectors|advisers|advisors|instructors|peacekeepers|police(?: officers)?|guards|officers|officials|judges|ministers|deputies|villages|municipalities|posts|sites|battalions|brigades|companies|regiments|guns|howitzers|weapons|missiles|rockets|launchers|rifles|warheads|ships|vessels|boats|helicopters|drones|lorries|convoys|barrels|megawatts|litres|houses|homes|schools|bases|checkpoints|crossings|sectors|prisoners|persons|trucks|inspections)\b",
    re.IGNORECASE,
)
# A count is of something; the number of a point and an age are none.
_REFERENCE = re.compile(
    r"\b(?:points?|paragraphs?|articles?|annex(?:es)?|appendix|sections?|chapters?|clauses?|resolutions?|no\.|steps?|phases?|stages?|protocols?)\s+\(?\d[\d.]*(?:\([a-z\d]\))?(?:(?:,\s*|\s+(?:and|to|or|through)\s+)\d[\d.]*(?!\s?(?:%|per|km|days|weeks|months|years|hours)))*"
    r"|\b(?:age of|aged|under the age of|older than|younger than|over|under)\s+\d{1,2}\b(?=\W*$|[,;.]| years| and | or )(?:\s+years)?",
    re.IGNORECASE,
)
# "by D+45" is a day of the schedule, and no count.
_FROM_START = re.compile(r"\b[DTX]\s?[+-]\s?\d{1,4}\b")
_LARGE = re.compile(r"(?<![\w.:/(-])(?P<v>\d{1,3}(?:,\d{3})+)(?![\w/:-]|\.\d)")
_GRADES = re.compile(
    r"(?P<line>\bde (?:facto|jure) (?:line|border|boundary)(?: of \w+)?)|[“\"”](?P<formula>all for all|[\w ]{1,20} for [\w ]{1,20})[”\"“]|\b(?P<grade>de facto|de jure|one half|two-thirds|one third|one quarter|in equal shares)\b",
    re.IGNORECASE,
)
_OTHER_PLACE = re.compile(
    r"\W*(?:provided|on condition) that (?P<which>(?:paragraph|point|article) (?P<n>\d+)\b)(?= (?:has|have|is|are) (?:been )?(?:implemented|carried|fulfilled|observed))",
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
    whole = " ".join(said.split())
    other = _OTHER_PLACE.match(whole)
    if other:
        return other["which"]
    flat = _REFERENCE.sub(lambda m: m.group().split()[0], _FROM_START.sub("D-Day", whole))
    for pattern in (_QUANTITY, _SHARE, _MONEY):
        found = pattern.search(flat)
        if found:
            return found.group().strip()
    large = _LARGE.search(flat)
    return _counted(flat) or _grade(flat) or (large["v"] if large else None) or _time(flat)


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
    until = _UNTIL.search(flat)
    if until:
        return until.group()
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
