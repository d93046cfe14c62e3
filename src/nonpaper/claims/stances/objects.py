"""What a stance is about: a topic of the text, the whole text, or the talks."""

from __future__ import annotations

import re

from nonpaper.claims.stances.cues import any_of
from nonpaper.claims.topics import topic_of, topic_scores
from nonpaper.model.codes import Stance, Topic

SURE = 0.5
USUAL: dict[Stance, Topic] = {
    "denies_report": "plan",
    "denies_knowledge": "plan",
    "no_comment": "plan",
    "reserves": "plan",
    "threatens": "plan",
    "accepts_ad_referendum": "plan",
}
"""What a stance is about whose words name nothing."""
YES: frozenset[Stance] = frozenset(
    {"accepts", "accepts_in_principle", "accepts_if", "accepts_ad_referendum", "offers", "offers_if"}
)
NO: frozenset[Stance] = frozenset({"rejects", "red_line"})
TELLING: frozenset[Stance] = frozenset(
    {"rejects", "red_line", "accepts", "accepts_if", "accepts_in_principle", "offers", "offers_if", "amends", "demands"}
)
"""Stances that tell something even where what they are about is not named."""
# Parts of a text that the words point to: a yes to them is none to the whole.
_PARTS = re.compile(
    r"\b(?:these|those|some|many|most|several|certain|both|two|three|four|five|six|other|all) (?:of (?:the|its|their|these|those) )?"
    r"(?:points|clauses|articles|provisions|parts|elements|ideas|principles|passages|paragraphs|chapters)\b",
    re.IGNORECASE,
)


WISHES: frozenset[Stance] = frozenset({"demands", "offers", "offers_if", "amends"})
"""Stances that tell nothing where no object is named at all."""
# Whoever takes a stance is not what it is about: "its government", "the foreign ministry", "the delegation".
_HOLDERS = re.compile(
    r"\b(?:(?:prime|foreign|defen[cs]e|interior|finance|deputy|chief|vice|acting)[ -]){0,2}"
    r"(?:governments?|ministr(?:y|ies)|ministers?|presidents?|premier|chancellor|cabinet|parliament|administration|chief negotiator|spokes\w+|officials?|delegations?|envoys?|negotiators?|leaders?|federation)\b"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*|(?:\s+in\s+[A-Z][\w’'-]*)?(?=(?:\s+[A-Z][\w’'-]*){0,3},?\s+(?:\w+ly\s+)?(?:has|have|had|will|would|is|are|was|were|did|does|do|can|could|must|[a-z]+ed|[a-z]+s|said|called|told|took|made|put|gave|kept|spoke|saw|went)\b))"
)
# To sign a text is to say yes to it, and none of its terms.
_SIGNING = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|initial(?:s|l?ed|l?ing)|signatures?|put (?:their|its|his|her) names? to)\b", re.IGNORECASE
)
_TEXT = r"(?:plan|deal|text|document|draft|declaration|accord|agreement|arrangement|framework|proposals?|scheme|settlement|paper|roadmap|package|offer|annex|memorandum|counter-proposal|compromise|blueprint|terms|articles|points|account|story)"
_WHOLE = re.compile(
    r"\b(?:accept|reject|endors|approv|denounc|welcom|hail|condemn|sign|initial|back|bless|embrac|prais|criticis|criticiz|brand|dismiss|call|oppos|support|refus|spurn|studi|stud|review|adopt|took on|live with|said yes to|said no to|yes to|no to|agree[sd]? (?:to|on)|names? to|commitment to|commit\w* to|open to|object\w* to|reservations about|opposed to)\w*"
    rf"(?: without a signature,?)?,? (?:the|a|an|any|this|that|its|their|both|such|all|last|\d+|[a-z]+)(?: [\w’'“”\"-]+){{0,3}}? {_TEXT}\b(?! (?:on|about|for|under which|that would|that|which|to|of)\b)",
    re.IGNORECASE,
)
# What another calls a demand is not what it is for: "a demand that the premier has called interference".
_CALLED = re.compile(
    r"\b(?:that|which)\s+(?:[\w’'-]+\s+){1,6}?(?:has\s+|have\s+|had\s+)?(?:call(?:s|ed)?|brand(?:s|ed)?|label(?:s|led)?|"
    r"(?:describ|denounc|dismiss|condemn|deride|reject|criticiz|criticis)\w*\s+as)\b[^.;]{0,160}",
    re.IGNORECASE,
)
# Nor is what it is branded: "dismissed the report as “theatre”", "called it “a bank robbery”".
_BRANDED = re.compile(
    r"\b(?:as|(?:call|brand|label)\w* (?:it|this|that|them|the \w+)) (?:an? |the )?[“\"][^“”\"]{1,60}[”\"]"
)
# Only a text binds: "would not be bound by it".
_BOUND = re.compile(r"\bbound by (?:it|this|that|them|any of it)\b(?!\s+to\b)", re.IGNORECASE)
_TOLD = 4.0
"""From what score on talks and days are what a stance is about, and not how it is told."""


def object_of(words: str) -> Topic | None:
    """The topic of a stance; None where its words name nothing that a stance can be about.

    A term that is named strongly wins over the whole text, and the text over the talks; some of a text's points are not the
    text. Whoever holds the stance is not its object, nor is what a text that is taken as a whole is called.
    """
    if _WHOLE.search(words) and not _PARTS.search(words):
        return "plan"
    words = _BRANDED.sub(" ", _CALLED.sub(" ", words))
    if _BOUND.search(words):
        return "plan"
    bare = _SIGNING.sub(" ", _HOLDERS.sub(" ", words))
    topic = topic_of(bare)
    if topic is not None and topic[1] >= SURE and topic[0] not in ("deadline", "dialogue"):
        return topic[0]
    if topic is not None and topic[1] >= SURE and topic_scores(bare)[0][1] >= _TOLD:
        return topic[0]
    if topic is not None and topic[1] >= SURE and topic[0] == "deadline" and re.search(r"\bby\b", words):
        return "deadline"
    if _named("plan", _PARTS.sub(" ", words)):
        return "plan"
    if _named("process", words):
        return "process"
    return None


def in_part(words: str) -> bool:
    """Whether the words point to some of a text's points, and say not which."""
    return _PARTS.search(words) is not None


def _named(key: str, words: str) -> bool:
    return re.search(rf"(?<!\w){any_of('object', key)}(?!\w)", words, re.IGNORECASE) is not None
