"""What by its form only ends the words before it, or says more of them."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.split.forms import ACTS, MOOD, VERB, does, kind_of
from nonpaper.claims.topics import topic_scores

_LAST, LONG_LIST = 80, 300
"""Characters at the end of what stands before that tell whether a part goes with it; those of a list of names."""
_TAILING = re.compile(
    r"(?:within|by|until|before|after|over|during|from|at|on day|on the|beginning|starting|depending|except|provided|subject to"
    r"|free of|free from|payable|renewable|exempt from|(?:\d+|one|two|three|four|five|six|seven|ten|several) (?:hours?|days?|weeks?|months?|years?) (?:ahead|later|earlier|before|after|afterwards|beforehand|in advance)"
    r"|north|south|east|west|up to|no later than|not later than|as soon as|so long as|as long as|in the (?:first|second|third|next|course)|without|neither|nor|not even|whether|though|although|even if|to be (?:granted|fixed|set|agreed|confirmed|named|chosen|decided))\b",
    re.IGNORECASE,
)
_BY_NAME = re.compile(
    r"\b(?:by|of|from|between|including|such as|like|among them|notably|namely|with)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,4}"
    r"(?:,\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,4}){0,8},?$"
)
_NAME_WOULD = re.compile(
    r"(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,4},?\s+(?:would|will|shall|must|(?:is|are) to)\b"
)
# Names alone, or behind a verb that takes two objects, and those of whom a thing is made: the name behind "and" is one of them.
_NAMES = r"(?:the )?[A-Z][\w’'-]+(?:[ ,]+(?:(?:of|for|and|the) ){0,2}[A-Z][\w’'-]+){0,8}"
_ONLY_NAMES = re.compile(
    rf"\W*(?-i:{_NAMES})\W*|\W*(?:gives?|grants?|allows?|allots?|leaves?|offers?|obliges?|requires?|commits?|bars?|forbids?) (?-i:{_NAMES})\W*",
    re.IGNORECASE,
)
_MADE_OF = re.compile(
    rf"\b(?:made up of|composed of|consist(?:s|ing) of|compris(?:es|ing)|including|among|between) {_NAMES},?\s*$"
)
_NAMED = re.compile(r"(?:the )?[A-Z][\w’'-]+(?! (?:to|gets?|gives?|\w+s) )")
_NAME_LAST = re.compile(r"[,\s][A-Z][\w’'-]+,?$")
_ARTICLE = re.compile(r"\b(?:an?|the)\s+([a-z-]+(?:ed|al|te|ent|ful|ive|ous|able|ible|ic))\s*$")
_RELATIVE = re.compile(
    r"(?:(?:in|of|over|to|by|on|under|during|after|for|with) )?(?:which|who|whose|whom)\b(?! (?:would|will|shall|must|is to|are to)\b)",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?:[Tt]he |[A-Z])[^,;:]{2,80},\s+(?:the|an?|its|their|(?:one|two|three|half|most|all|each|none) of (?:them|whom|which)|including|among them)\s[^,;:]{2,80},?"
)
_NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|hundreds of|several|some)"
_COUNTED = re.compile(
    rf"{_NUMBER}\s+(?:\w+\s+)?(?:women|men|boys|girls|children|soldiers|fighters|civilians|bodies|prisoners|captives|hostages|officers|pilots|detainees|wounded|people|students|teachers|journalists|sailors|guards|policemen)\b"
)
_COUNTS = re.compile(rf"\b{_NUMBER}\s+(?:[\w-]+\s+){{1,3}}$|\b{_NUMBER}\s+(?:[\w-]+\s+){{0,2}}[\w-]+$")
_BODY_ALONE = re.compile(
    r"[\s,]*(?:[A-Z][A-Z’'. ]{1,40}[-–—] )?(?:the|both|its|their)\s+(?:[\w’'-]+\s+){0,3}?(?:junta|army|government|rebels|front|movement|group|insurgents|guerrillas|council|militias?|forces|president|parliament|navy|police|League|Union)\s*",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    rf"(?:{_NUMBER}|one|each|most|half|both)\s+(?:of\s+(?:them|whom|which|these|those)\b|from\b|for\s+{_NUMBER}\W*$)(?!.*\b(?:would|will|shall|must)\b)",
    re.IGNORECASE,
)
_PLAIN_PAIR = re.compile(
    r"\b(?:leaves?|vacates?|quits?|opens?|reopens?|closes?|frees?|spares?|guards?|repairs?|rebuilds?|clears?|attacks?|shell(?:ing|s)?|hands? over|gives? up)\s+[a-z]+s$",
    re.IGNORECASE,
)


def belongs(part: str, before: str) -> bool:
    """Whether a part by its form goes with the words before it, which it only ends or says more of."""
    noun = _ARTICLE.search(before)
    return bool(
        (noun is not None and not topic_scores(noun[1]))  # "a complete | and unconditional ceasefire": no noun yet
        or (MOOD.match(part) and MOOD.search(before) is None)  # "Norvia, which lies upstream, | would release"
        or (
            _NAMED.match(part) and _NAME_LAST.search(before) and MOOD.search(part) is None
        )  # "Tolvane | and Ardmere before any truce"
        or (_TAILING.match(part) and " would " not in part)
        or (ACTS.match(part) and _APPOSED.fullmatch(before.lstrip()))  # "The Front, the largest group, | frees …"
        or (
            _COUNTED.match(part) and _COUNTS.search(before[-_LAST:]) and kind_of(part) is None
        )  # "free 60 women | and 12 boys"
        or (_PLAIN_PAIR.search(before[-_LAST:]) and kind_of(part) is None)  # "leave schools | and clinics"
        or (_BODY_ALONE.fullmatch(before) and MOOD.search(part))  # "The junta | and the rebels are to …": both do
        or _SHARE_OF.match(part)  # "a commission of nine, | three from each side", "an exchange, | ten for ten"
        or _RELATIVE.match(part)  # "the treasurer, | who was arrested in March"
    )


def goes_on_with_names(part: str, before: str) -> bool:
    """Whether a part only adds a name: "The Church | and the mission will watch", "made up of the League | and the powers"."""
    if MOOD.search(before) is None and _BY_NAME.search(before[-LONG_LIST:]) and _NAME_WOULD.match(part):
        return True  # "led by A | and B would watch": both lead
    if VERB.match(part) or does(part):
        return False
    return _ONLY_NAMES.fullmatch(before) is not None or (
        _MADE_OF.search(before) is not None and MOOD.search(part) is None
    )
