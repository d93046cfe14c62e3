"""What is no threat, no last word and no yes, though it has the words of one."""

from __future__ import annotations

import re

from nonpaper.claims.page import mentions_in
from nonpaper.claims.stances.turned.words import Words
from nonpaper.model.span import Span


def warns_of_others(words: Words) -> bool:
    """Whether a warning is of what somebody else, or nature, may do: "warned that pirates would strike if the light went out"."""
    found = _WARNS.search(words.text) if words.position.stance == "threatens" else None
    if found is None or _OWN.search(found["who"]) is not None:
        return False
    begin = words.origin
    named = mentions_in(words.page, Span(begin + found.start("who"), begin + found.end("who")))
    return all(m.party != words.position.party for m in named)


_WARNS = re.compile(
    r"\b(?:warn(?:s|ed|ing)?|fear(?:s|ed)?|cautioned|predict(?:s|ed)?)\b[^.;,]{0,40}? that (?P<who>(?:(?!(?:if|unless|should)\b)[\w’'-]+ ){1,5}?)(?:would|will|could|might|may|can) (?!be\b|follow|have to|resume|restart)\w+",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:it|we|I|they|he|she|there|its|our|their|his|her|nobody|no|nothing|any\w*|army|armies|forces?|troops|fighters|government|country|navy|men|soldiers|side|consequences?|retaliation|response|reply"
    r"|war|fighting|guns|offensives?|campaign|blockade|siege|bombardment|shelling|bombs?|embargo|tariffs|hostilities|boycott|fire|missiles?|rockets?|drones?|talks|ceasefire|truce|sanctions|deal|peace|strikes?|attacks?|operations?)\b",
    re.IGNORECASE,
)


def all_stays(words: Words) -> bool:
    """Whether what would follow is that all stays as it is: "if it were refused, we would still be neighbours"."""
    return words.position.stance == "threatens" and _STAYS.search(words.said) is not None


_STAYS = re.compile(
    r"\bthreat\w* (?:no one|nobody|nothing|neither|no (?:neighbour|neighbor|country|state|side|party))\b|\b(?:would|will|shall) (?:still be|remain|stay|always be|go on being|be (?:glad|happy|sorry|sad|proud|delighted|disappointed)|understand|be (?:friends|neighbours|neighbors|brothers|allies))\b(?! (?:closed|shut|sealed|blocked|suspended|frozen|away|out|at war|in (?:place|force)|until|unless|enem))",
    re.IGNORECASE,
)


def only_suffers(words: Words) -> bool:
    """Whether what would follow only befalls people or things, or is a speaker's own affair: "if the mast fell, the town would be dark"."""
    return (
        words.position.stance == "threatens"
        and (_BEFALLS.search(words.said) or _OWN_AFFAIR.search(words.said)) is not None
    )


_BEFALLS = re.compile(
    r"\b(?:if|should|unless|when|once)\b[^.;“”\"]{3,80}?[, ](?:then )?(?:the|its|our|every|no|half the|\w+) (?:[a-z]+ ){1,5}?(?:(?:would|will|could|may|might) )?(?:be (?:dark|cold|hungry|flooded|without|empty)|go(?:es)? (?:dark|out|cold|hungry)|starve|freeze|flood|run (?:dry|aground)|spoil|rot)\b",
    re.IGNORECASE,
)
_OWN_AFFAIR = re.compile(
    r"\bthreat\w* to (?:retire|resign|sue|sulk|sing|write|go home|leave the (?:hall|room|stage)|eat|move house|call (?:his|her) (?:lawyer|mother)|burn (?:his|her) own|cancel (?:his|her|its) subscription)\b",
    re.IGNORECASE,
)


def leaves_a_trifle_open(words: Words) -> bool:
    """Whether what cannot be ruled out is only of somebody's own person: "cannot rule out that he will have a cold"."""
    return words.position.stance == "reserves" and _TRIFLE.search(words.said) is not None


_TRIFLE = re.compile(
    r"\b(?:cannot|can[’']t|could not|couldn[’']t) rule out\b(?:,[^,.;]{2,50},)? (?:that (?:he|she|I)\b|having\b|(?:an?|another|some) (?:\w+ )?(?:trip|cold|visit|holiday|nap|headache|rain|shower|flood|storm|snow|strike of|change of (?:venue|hotel|plane)|misprint|mistake)\b|rain|snow|storms?|fog)",
    re.IGNORECASE,
)


def never_in_the_past(words: Words) -> bool:
    """Whether "never" only tells of the past or of a measure: "it was never more than a sentence" draws no line."""
    return (
        words.position.stance in ("red_line", "rejects")
        and _NEVER.search(words.said) is not None
        and _FIRM.search(_NEVER.sub(" ", words.said)) is None
    )


_NEVER = re.compile(
    r"\b(?:was|were|had been|has been|have been|been) never\b|\bnever (?:more|less|better|worse|easier|anything but) than?\b|\bnever (?:said|had|saw|knew|heard|asked|meant|thought|learned|met|told)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:will|would|shall|must|can(?:not)?|never|no|not|red lines?|reject\w*|refus\w*|rul\w+ out|oppos\w*|unacceptable|out of the question|turn\w* down|object\w*|against|veto\w*|\w+n[’']t)\b",
    re.IGNORECASE,
)


def only_decides(words: Words) -> bool:
    """Whether the report only says who decides, and nobody has said yes: "parliament will have the last word"."""
    told = words.position.stance == "accepts_ad_referendum" and words.position.claim is None
    return told and _YES.search(words.said) is None


_YES = re.compile(
    r"\b(?:accept|agree|sign|approv|back|favou?r|initial|yes|consent|subject|put|submit|sen[dt]|tak|took|support|endors|ratif|referendum|vote|la[iy]d?|bring|brought|go(?:es)? to|welcom|live with|promis|pledg)\w*\b",
    re.IGNORECASE,
)


def must_only_know(words: Words) -> bool:
    """Whether what must be is only that somebody knows a thing, or falls to no side: "everyone must understand that …"."""
    return (
        words.position.stance == "demands"
        and _KNOWS.search(words.said) is not None
        and _DUTY.search(_KNOWS.sub(" ", words.said)) is None
    )


_KNOWS = re.compile(
    r"\b(?:everyone|everybody|people|readers|journalists|reporters|listeners|viewers|you|one|history|the world|god|parents|children|drivers|farmers) (?:must|should|ha(?:s|ve) to|needs? to)\b"
    r"|\bmust (?:\w+ly )?(?:understand|know|remember|reali[sz]e|see|hear|learn|hurry|pray|hope|never forget|not forget)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:must|should|ha(?:s|ve) to|needs? to|demand\w*|insist\w*|want(?:s|ed)?|ask(?:s|ed)? for|call(?:s|ed)? for|require\w*)\b",
    re.IGNORECASE,
)
