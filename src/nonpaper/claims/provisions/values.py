"""Numbers and grades in a term's own words."""

from __future__ import annotations

import re

_NUMBER = r"\d[\d.,\u00a0 ]*\d|\d"
_VALUE = re.compile(
    rf"(?P<money>[$€£]\s?(?:{_NUMBER})(?:\s?(?:billion|million|trillion|bn|mn|m))?)"
    rf"|(?P<share>(?:{_NUMBER})\s?(?:%|per\s?cent|percent))"
    rf"|(?P<amount>(?:{_NUMBER})(?:\s(?:billion|million|thousand))?(?:\s(?:kilomet(?:er|re)s?|km|miles|days|hours|months|years|weeks|trucks|dollars|euros))?)"
    r"|(?P<grade>de facto|de jure|in peacetime|half|two-thirds|one third|a third|a quarter)",
    re.IGNORECASE,
)


def value_of(words: str) -> str | None:
    """The first number or grade of a term, in its words; None where there is none. Numbers of points are no values."""
    for found in _VALUE.finditer(words):
        said = found.group().strip(" ,.")
        if re.match(r"-point|\s+points?\b", words[found.end() :]) or re.search(
            r"(?:point|article|appendix)\s*$", words[: found.start()], re.IGNORECASE
        ):
            continue
        if re.fullmatch(r"(?:19|20)\d\d", said) or re.search(r"[A-Za-z]-?$", words[: found.start()]):
            continue
        return said
    return None
