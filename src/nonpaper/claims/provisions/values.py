"""Numbers, shares, spans of time, days and grades in a term's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.text.months import MONTH

_DIGITS = r"\d[\d.,\u00a0 ]{0,20}\d|\d"
_ONES = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPELLED = rf"(?:(?:{_TENS})(?:-(?:{_ONES}))?|{_ONES})(?: (?:hundred|thousand)(?: and (?:{_TENS}|{_ONES}))?)?"
_SCALE = r"(?:billion|million|trillion|thousand|bn|mn|m)"
_COUNT = rf"(?:(?:{_DIGITS})(?: {_SCALE}\b)?|(?:{_SPELLED})(?: {_SCALE}\b)?)"
_MONEY = r"(?:dollars|euros|pounds|francs|crowns|marks|florins|thalers|kroner|pesos|rupees|roubles|rubles|dinars|lira|yen|yuan|shekels|riyals)"
_MEASURE = (
    r"(?:square kilomet(?:er|re)s?|nautical miles?|cubic met(?:er|re)s?(?: a second)?|kilomet(?:er|re)s?|met(?:er|re)s|millimet(?:er|re)s|km|miles|hectares|acres"
    r"|kilogram(?:me)?s|kg|tonnes|tons|litres|barrels|megawatts?|gigawatt hours|kilowatts|centimet(?:er|re)s|trucks|seats|pieces|phases|stages|steps|tranches|instalments|divisions)"
)
_TIME = r"(?:hours?|days?|weeks?|months?|years?|decades?)"
_PART = r"(?:half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
# "a third of the income", but no third state and no half of a bench.
_SHARE = (
    rf"(?:(?:{_DIGITS})\s?(?:%|per\s?cent|percent)|(?:{_SPELLED}) (?:per\s?cent|percent)|\d+-\d+(?=\s+(?:split|in|between|favou?r|$))"
    rf"|(?:one|two|three|four|five|six|seven|eight|nine)[ -]{_PART}(?=\b(?! (?:state|party|country|power|majority)))|an? {_PART}(?= (?:of|share|stake|goes|go|would|will|is|are|to)\b|\W*$|,)|(?:a )?half(?= (?:of|the|its|their)\b(?! (?:them|whom|which)))|(?<=by )(?:a )?half|in half|equal (?:parts|shares)"
    rf"|(?:(?<=divided )|(?<=split )|(?<=shared )|(?<=ratio of ))(?:{_SPELLED}|\d{{1,2}})(?: to |[-–:/])(?:{_SPELLED}|\d{{1,2}})(?![\w.]))"
)
# A range is one value: "between 5 and 10 miles", "10% to 15%", "5-10 km", "$1bn to $1.5bn".
_UNIT = rf"(?:\s?(?:%|per\s?cent\b|percent\b)|(?: |-)(?:{_MONEY}|{_MEASURE}|{_TIME})\b)"
_PARTS = rf"(?:(?:one|two|three|four|five|six|seven|eight|nine)[ -]|an? ){_PART}|(?:a )?half"
_END = rf"(?:[$€£]\s?)?(?:{_DIGITS})(?:\s?{_SCALE}\b)?|{_PARTS}|(?:{_SPELLED})(?: {_SCALE}\b)?"
_NO_DAY = rf"(?![\w-]|[.,:]\d| ?(?:{MONTH}|o.clock|[ap]\.?m)\b|(?:st|nd|rd|th)\b)"
_RANGE = (
    rf"between (?:{_END}){_UNIT}? and (?:{_END})(?:{_UNIT}|{_NO_DAY})|(?:{_END}){_UNIT}? to (?:{_END}){_UNIT}"
    rf"|[$€£]\s?\d[\d.,]{{0,15}}(?:\s?{_SCALE})?(?: to |[-–])[$€£]?\s?\d[\d.,]{{0,15}}(?:\s?{_SCALE}\b)?"
    rf"|\d[\d.,]{{0,15}}[-–]\d[\d.,]{{0,15}}(?: {_SCALE}\b)?{_UNIT}"
)
_LASTS = re.compile(rf" {_TIME}$", re.IGNORECASE)
# What is raised "from 600,000 to 800,000" is measured by the new figure; that is no range.
_MOVED = re.compile(
    r"\b(?:rais|lift|increas|expand|enlarg|boost|trebl|tripl|scal|grow|ris|cut|reduc|lower|shrink|shrunk|rose|grew|fell|trim|slash|fall|drop|extend|prolong|shorten|widen|narrow|halv|doubl|bring|brought|move|chang|go)"
    rf"(?:s|es|e|ed|d|ing|ting|ping|ming|n|ning|t?en)?\b[^.;]{{0,60}}?(?P<old>\bfrom (?:(?:some|about|around|roughly|nearly|almost|over|more than|today[’']s|the current|its) )?(?:{_END}){_UNIT}?(?: [a-z]+)?)(?= to (?:{_END}))",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"(?<![\w-])(?:{_RANGE}|[$€£]\s?(?:{_DIGITS})(?:\s?{_SCALE}\b)?|{_SHARE}|zero(?= [a-z])"
    rf"|{_COUNT}(?:(?: to |, | or |–){_COUNT}){{0,3}}(?:(?: |-)(?:{_MONEY}|{_MEASURE})\b)|several (?:hundred|thousand|dozen)|(?:{_DIGITS})(?: {_SCALE}\b)?(?![\w-]|[.,:]\d| {_TIME}\b| (?:to|or|and) {_COUNT} (?:{_TIME}|{MONTH}|o.clock)\b| o.clock\b| {MONTH}\b|(?:st|nd|rd|th)\b)"
    rf"|(?:{_SPELLED})(?: {_SCALE}\b)?(?![\w-]| {_TIME}\b| (?:or|to) (?:{_SPELLED})\b))",
    re.IGNORECASE,
)
_GRADE = re.compile(r"(?<![\w-])(?:de facto|de jure|in peacetime|in fact|in law|all for all)\b", re.IGNORECASE)
_SPAN = re.compile(
    rf"(?<![\w-])(?:(?:once|twice) an? (?:day|week|month|year)\b|between {_COUNT}(?: {_TIME})? and {_COUNT} {_TIME}(?![\w-])|{_COUNT}(?: {_TIME} to |[-–]){_COUNT}[ -]{_TIME}(?![\w-])|(?:every |each )?(?:{_COUNT}(?: (?:to|or) {_COUNT})?|an?(?= (?:year|month|week|decade)s?\b(?! (?:before|ago|earlier))))[ -]{_TIME}(?![\w-])"
    rf"|(?:{_COUNT})-(?:day|week|month|year|hour|member|man|strong)\b)",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?<![\w-])(?:day (?:\d+|{_ONES})|(?:\d{{1,3}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:day|week|month|year)(?! (?:running|in a row|since))|(?:year|month|week)[’']s end|between \d{{1,2}} and \d{{1,2}} {MONTH}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}(?:,? \d{{4}})?|{MONTH} \d{{1,2}}(?!\d)(?:,? \d{{4}})?|{MONTH} \d{{4}}"
    rf"|(?:the )?(?:end|middle|beginning|start) of (?:(?:this|next|the) (?:month|year|decade)|{MONTH}|\d{{4}})|\d{{1,2}}:\d{{2}}"
    rf"|(?<=by )\d{{4}}|(?<=until )\d{{4}}|(?<=before )\d{{4}}|(?<=after )\d{{4}}|(?<=in ){MONTH}|(?<=by ){MONTH}|(?<=until ){MONTH}"
    r"|(?:(?<=by )|(?<=until )|(?<=on )|(?<=of )|(?<=before ))(?:mon|tues|wednes|thurs|fri|satur|sun)day|daily|weekly|monthly)\b",
    re.IGNORECASE,
)
# What numbers a point, a phase or an age is no value; nor is one that says who takes part, or a day gone by.
_LABEL = re.compile(
    r"(?:\b(?:points?|articles?|appendix|annex|phases?|stages?|steps?|paragraphs?|chapters?|resolution|kilomet(?:er|re)|under|aged?|younger than|older than|day|route|room)|№)\s*$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"-point\b|\s+points?\b|(?::|h)\d\d")
_PARTIES = re.compile(
    r" (?:sides?|parties|leaders|presidents|ministers|governments|countries|states|nations|neighbours|capitals|armies|peoples|powers|delegations|guarantors|mediators|belligerents|halves|others?|of them|another)\b"
    r"| (?:[\w-]+ ){0,2}?(?:officials?|diplomats?|sources?|envoys?|aides?|negotiators?|lawmakers?)\b",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:began|begun|started|signed|seized|imposed|since|dated|held|taken|captured|(?<!as )of|last)(?: (?:it|them))?(?: (?:on|in))?\s+$"
    r"|\b(?:done|committed|happened|occurred|perpetrated|born|arrested|displaced|convicted|fled|settled|seized|captured|built|wronged)"
    r" (?:\w+ ){0,2}?(?:before|after|until|in|on|by|since)\s+$",
    re.IGNORECASE,
)
# What is counted off, not what is given for it: "for every 100 rifles handed in, …".
_EACH = re.compile(
    r"\W*(?:for|with|against|per)?\s*(?:each|every)\s+[^,;.]{2,80},\s+(?=.*\b(?:would|will|shall|must|is to|are to)\b)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST, _BEFORE = 600, 40
"""Characters of a term that are looked at, and of those before a number."""
_SMALL = re.compile(r"(?:one|two|three|.* (?:phases|stages|steps|tranches|instalments))$", re.IGNORECASE)
"""What measures a term only where nothing else does: few of a thing, and the steps in which it is done."""


def value_of(words: str) -> str | None:
    """What a term is measured by, in its words; None where there is none. Numbers of points are no values.

    An amount or a share comes first, then a grade, a span of time, a day, and at last a number below four.

    A range is one value. Words that bound it ("at least") are none of it.

    >>> value_of("a zone of five kilometres for ten years"), value_of("point 4 lapses after a 90-day truce")
    ('five kilometres', '90-day')
    >>> value_of("a strip between 5 and 10 miles wide"), value_of("raise the cap from 6,000 to 8,000")
    ('between 5 and 10 miles', '8,000')
    """
    words = _moved(_EACH.sub("", words[:_LONGEST], count=1))
    amounts = list(_amounts(words))
    plain = next((said for said in amounts if not _SMALL.match(said)), None)
    grade = _GRADE.search(words)
    if plain or grade:
        return plain or grade.group()  # type: ignore[union-attr]
    span = _SPAN.search(words)
    if span is not None:
        return span.group()
    days = (
        m.group()
        for m in _DAY.finditer(words)
        if not _GONE.search(words, max(0, m.start() - _BEFORE), m.start()) or m.group()[:3] == "day"
    )
    return next(days, None) or next(iter(amounts), None)


def _moved(words: str) -> str:
    """Words without the old figure of a change "from 9,000 to 6,000"; the mark in its place is in no value."""
    moved = _MOVED.search(words)
    return f"{words[: moved.start('old')]};{words[moved.end('old') :]}" if moved else words


def _amounts(words: str) -> Iterator[str]:
    for found in _AMOUNT.finditer(words):
        said, before = found.group().strip(" ,."), words[max(0, found.start() - _BEFORE) : found.start()]
        if _LASTS.search(said):
            continue  # a range of time, which is a span
        if _POINTS.match(words, found.end()) or _LABEL.search(before) or re.search(r"[A-Za-z]-?$", before):
            continue
        if re.fullmatch(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d", said) or re.search(r"\d:$", before):
            continue
        if _SMALL.match(said) and (_PARTIES.match(words, found.end()) or re.search(r"\bthe $", before, re.IGNORECASE)):
            continue
        if said[0].isupper() and before.strip(" “\"'(") and not before.rstrip().endswith((".", ":", ";")):
            continue  # the Concert of Seven
        if said.casefold() == "one" or re.search(rf"{MONTH} $", before, re.IGNORECASE):
            continue
        yield said
