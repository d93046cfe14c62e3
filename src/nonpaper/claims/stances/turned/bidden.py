"""What somebody is asked, offered or told by another, which is no stance of whoever is asked nor of whoever asks."""

from __future__ import annotations

import re

from nonpaper.claims.stances.objects import NO, YES
from nonpaper.claims.stances.turned.words import FIRM, Words, shows

NEAR = 120
"""Characters before the words that show a stance in which somebody is asked."""


def bids_another(words: Words) -> bool:
    """Whether the yes or the no is only what somebody else is to say: "the premier advised Norvia to | accept"."""
    if words.position.stance not in YES | NO:
        return False
    if words.cue >= len(words.text):
        return _BIDS_ALL.search(words.said) is not None
    return _BIDS.search(words.text, max(0, words.cue - NEAR), words.cue) is not None


# Whoever tells its own delegates to sign has said yes.
_BID = (
    r"\b(?:urg|advis|beg|implor|encourag|exhort|expect|invit|persuad|warn|counsel)(?:e|es|ed|s|ing|ged|ging)?"
    r" (?!(?:its|his|her|their|our) )(?:(?!(?:that|for|but|to)\b)[\w’'-]+ ){1,6}?(?:not )?to (?:\w+ly |also |now |finally )?"
)
_BIDS = re.compile(rf"{_BID}$", re.IGNORECASE)
_BIDS_ALL = re.compile(rf"{_BID}(?:accept|agree|sign|reject|refuse|endorse|say (?:yes|no))\b", re.IGNORECASE)


def only_hoped(words: Words) -> bool:
    """Whether it is hoped or expected of others: "hoped that they would | refuse the day", "expects Norvia to | accept"."""
    if words.position.stance not in FIRM:
        return False
    found = _HOPES.search(words.text)
    return found is not None and not shows(words.text[words.start : max(words.start, found.start())], FIRM)


_HOPES = re.compile(
    r"\b(?:(?:hope|expect|trust|predict|foresee|wish|reckon)(?:s|d|ed)?|foresaw|hoping|expecting) (?:that )?(?!it\b|we\b|I\b|its\b|our\b)(?:[\w’'-]+ ){1,4}?(?:will|would|to|might|could) (?!be\b)\w+",
    re.IGNORECASE,
)


def only_asked(words: Words) -> bool:
    """Whether the words stand in what somebody was asked: "the commander, asked if he would accept the post, laughed"."""
    if words.cue >= len(words.text):
        return False
    asked = _ASKED.search(words.text, 0, min(len(words.text), words.cue + 12))
    return asked is not None and "," not in words.text[asked.end() : words.cue]


_ASKED = re.compile(
    r",\s+(?:when |once |twice )?asked (?:(?:by [\w’' -]{2,40}|on \w+day|again|yesterday) )?(?:for|about|if|whether|to|how|why|what|when|who)\b",
    re.IGNORECASE,
)
