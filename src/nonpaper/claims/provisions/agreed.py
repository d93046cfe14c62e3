"""What sides are reported to have agreed with each other, or one to have undertaken: "the sides agreed to open …"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from nonpaper.claims.provisions.cues import anyof, listed
from nonpaper.text.openings import exactly

LONGEST = 600
"""Characters of a sentence that is looked at."""
Pattern = re.Pattern[str]
# "had agreed" is news only in indirect speech: "announced that the sides had agreed on …".
_LONG_AGO = re.compile(r"had\b", re.IGNORECASE)
_NOT_TO = re.compile(r"\bnot to\s+$", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:announced|said|says|confirmed|reported|reports|told|disclosed|revealed)\b[^.;]{0,60}\bthat\b", re.IGNORECASE
)


def _data() -> dict[str, Any]:
    return listed("agreed")


@cache
def agreed_words() -> frozenset[str]:
    """The words one of which every such sentence holds."""
    return exactly(_data()["needs"]["say"])


@cache
def _verbs() -> tuple[Pattern, Pattern, Pattern]:
    """Several sides' verb, what may stand just before it as their subject, and one side's own verb."""
    joint, alone = _data()["joint"], _data()["alone"]
    aside = r"(?:,[^,.;:]{2,60},)?"
    return (
        re.compile(rf"(?<!\w){anyof(joint['verb'])}\s+", re.IGNORECASE),
        re.compile(rf"(?:^|[\s“\"])(?:(?i:both )?(?:{'|'.join(_cased(s) for s in joint['subject'])})){aside}\s+$"),
        re.compile(rf"(?<!\w){anyof(alone['verb'])}\s+", re.IGNORECASE),
    )


def _cased(subject: str) -> str:
    """A subject in any case, but for those that are known by their capitals."""
    return subject if "A-Z" in subject else f"(?i:{subject})"


@cache
def _bars() -> tuple[Pattern, Pattern]:
    opens, holds = _data()["not"]["opens"], _data()["not"]["holds"]
    return (
        re.compile(rf"{anyof(opens)}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){anyof(holds)}(?!\w)", re.IGNORECASE),
    )


def agreed_in(said: str) -> int | None:
    """Where what was agreed begins in a sentence; None where nothing of a text was, or it was long ago."""
    if len(said) > LONGEST or _bars()[1].search(said):
        return None
    joint, subject, alone = _verbs()
    found = next((m for m in joint.finditer(said) if subject.search(said, max(m.start() - 200, 0), m.start())), None)
    found = found or alone.search(said)
    if found and _LONG_AGO.match(found.group()) and not _TOLD.search(said, 0, found.start()):
        return None
    return _from_not(found) if found and not _bars()[0].match(said, found.end()) else None


def _from_not(found: re.Match[str]) -> int:
    """Where what was agreed begins: with the "not" that the verb ends in, since it is part of the term."""
    denied = _NOT_TO.search(found.group())
    return found.start() + denied.start() if denied else found.end()
