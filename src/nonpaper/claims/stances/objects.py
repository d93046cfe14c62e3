"""What a stance is about: a topic of the text, the whole text, or the talks."""

from __future__ import annotations

import re

from nonpaper.claims.stances.cues import data
from nonpaper.claims.topics import topic_of
from nonpaper.model.codes import Stance, Topic

SURE = 0.5
USUAL: dict[Stance, Topic] = {
    "denies_report": "process",
    "denies_knowledge": "plan",
    "no_comment": "process",
    "reserves": "plan",
    "threatens": "process",
}
"""What a stance is about whose words name nothing."""
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


def object_of(words: str) -> Topic | None:
    """The topic of a stance; None where its words name nothing that a stance can be about.

    A term that is named strongly wins over the whole text, and the text over the talks; some of a text's points are not the text.
    """
    topic = topic_of(words)
    if topic is not None and topic[1] >= SURE and topic[0] not in ("deadline", "dialogue"):
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
    return re.search(r"(?<!\w)(?:" + "|".join(data()["object"][key]) + r")(?!\w)", words, re.IGNORECASE) is not None
