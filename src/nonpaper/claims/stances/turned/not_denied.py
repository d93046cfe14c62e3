"""Denials that are none: negated, a paper's own correction, or of what not everybody saw or heard."""

from __future__ import annotations

import re

from nonpaper.claims.page import sentence_at
from nonpaper.claims.stances.turned.words import DENIALS, Words, is_taken_back, shows


def not_denied(words: Words) -> bool:
    """Whether a denial is negated, and nothing else is denied beside it: "did not deny having received it"."""
    if words.position.stance not in DENIALS:
        return False
    found = [m for m in _DENY.finditer(words.text) if m.end() > words.start]
    if not found or not all(_negated(words.text, m.start()) for m in found):
        return False
    first = found[0].start()
    before = _NEGATION.sub(" ", words.text[words.start : max(words.start, first)])
    return not shows(before, DENIALS) and _OTHERWISE.search(words.text, found[-1].end()) is None


def _negated(text: str, at: int) -> bool:
    return is_taken_back(text, at) or _NEGATION.search(text, max(0, at - _NEAR), at) is not None


_NEAR = 50
_DENY = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|contradict(?:s|ed|ing)?|refut(?:e|es|ed|ing))\b", re.IGNORECASE
)
_NEGATION = re.compile(
    r"\b(?:not|never|\w+n[’']t|nobody|no one|nor|neither|cannot|without|hardly|refus\w+ to|declin\w+ to|stopp?\w* short of|did nothing to)(?: \w+){0,2}? $",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:false|untrue|nonsense|fiction|fairy tale|inven\w+|fabricat\w+|baseless|lies?|wrong|kn(?:ow|ew)\w* nothing|no knowledge)\b",
    re.IGNORECASE,
)


def corrects_itself(words: Words) -> bool:
    """Whether it is a paper that says that its own story was wrong."""
    sentence = sentence_at(words.page, words.position.span.start)
    return (
        words.position.stance in DENIALS
        and sentence is not None
        and _OWN_STORY.match(words.page.text, sentence.start, sentence.end) is not None
    )


_OWN_STORY = re.compile(
    r"\W*(?:Our|Yesterday[’']s|Last week[’']s|This (?:paper|page|column|agency)[’']s|An earlier|The earlier) (?:[\w’'-]+ ){0,2}?(?:story|report|headline|account|article|version|dispatch|column|note)\b"
)


def of_not_everybody(words: Words) -> bool:
    """Whether it only says who did not do a thing: "Not everyone in the hall heard it"."""
    return words.position.stance in DENIALS and _NOT_ALL.match(words.said) is not None


_NOT_ALL = re.compile(
    r"\W*(?:Not (?:everyone|everybody|all|many|every)|Few|Hardly anyone)\b(?! (?:in|of|at|from) (?:the|our|its|his|her) (?:government|ministry|office|delegation|side|party|movement|cabinet|foreign)\b)",
    re.IGNORECASE,
)


def of_his_person(words: Words) -> bool:
    """Whether what is denied is only of somebody's health, office or honour: "denied rumours that he would resign"."""
    return words.position.stance in DENIALS and _PERSONAL.search(words.said) is not None


_PERSONAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|false|untrue|nonsense|dismiss\w*|rejected)\b[^.;]{0,60}?\b(?:he|she|his|her|him|charges?|allegations? of|accusations? of)\b[^.;]{0,30}?\b(?:ill|sick|illness|health|tired|dying|dead|resign\w*|stepping down|divorc\w*|affair|brib\w+|corrupt\w*|fraud|plagiar\w*|drunk|doping|(?:run|running|stand|standing) for|marr(?:y|ied|iage)|salary|retir\w*|cheat\w*|tax evasion|embezzl\w*)\b"
    r"|\bden(?:y|ies|ied|ying) (?:\w+ )?(?:brib\w+|corruption|fraud|plagiarism|doping|tax\w*|embezzlement) (?:charges?|allegations?|accusations?|claims?)\b",
    re.IGNORECASE,
)
