"""Why a stance that the model sees waits for a person."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.stances.cues import is_none
from nonpaper.claims.stances.deeds import TOLD
from nonpaper.claims.stances.objects import NO, in_part
from nonpaper.claims.stances.seen.levels import LIKELY, PLAIN, PLAIN_TOPIC, SURE
from nonpaper.claims.stances.seen.nobodys import is_nobodys
from nonpaper.claims.stances.seen.words import NO_WORD, OF_SPEECH, leads, told
from nonpaper.claims.stances.turned.words import DENIALS
from nonpaper.claims.terms import RawStance
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance

PLAINER = 0.97
"""The same for a no that has no word of refusing or denying: blame and counter-offers are easily taken for one."""
JUDGED: frozenset[Stance] = frozenset({"criticises", "welcomes_process", "reserves"})
"""Stances that a worry or a kind word is easily taken for: stated only where the words tell them too."""
WEAK = "may not be a stance"
WHICH = "it is not plain which stance this is"
WHOSE = "it is not plain whose stance this is"
NO_TOPIC = "it is not plain what this stance is about"
_INSISTS = re.compile(r"\b(?:insist|maintain|assert|stress|vow|said|says|claim)\w*\b", re.IGNORECASE)
# The next sentence may take it back: "The boss hates it. | But he'll sign."
_TURNS = re.compile(r"[\s.”\"’]{1,4}(?:But|Yet|Still,) (?:he|she|they|it|we|I)\b")
# A wish that names nothing: "the envoys asked for more".
_NO_OBJECT = re.compile(
    r"\b(?:asked for|asks for|wants?|wanted|demand(?:s|ed)?|sought|offer(?:s|ed)) (?:more|less|that|it|this|them|time|something|a lot)\W*$",
    re.IGNORECASE,
)
# What was asked is no doubt of the silence that answers it: "asked whether it would sign, the ministry declined to comment".
_ASKED = re.compile(r"\basked\s+(?:[\w’'-]+\s+){0,3}?(?:whether|if)\b", re.IGNORECASE)
_JOKED = re.compile(r"\b(?:jok(?:ed?|es|ing)|quip(?:s|ped)?|in jest|tongue in cheek)\b", re.IGNORECASE)


def doubts_of(
    page: Page, said: str, stance: RawStance, claim: Claim | None, party: str, share: float
) -> tuple[str, ...]:
    """All that speaks against stating what the model sees, in a fixed order; empty where it is plain."""
    asked = (
        (_is_weak(page, said, stance, claim, party), WEAK),
        (_is_another(page, said, stance), WHICH),
        (is_nobodys(page, said, stance, claim, party), WHOSE),
        (share < PLAIN_TOPIC or in_part(said) or _NO_OBJECT.search(said) is not None, NO_TOPIC),
    )
    return tuple(reason for holds, reason in asked if holds)


def _is_weak(page: Page, said: str, stance: RawStance, claim: Claim | None, party: str) -> bool:
    """Whether it may be no stance at all."""
    asked = stance.stance == "no_comment" and _ASKED.search(said)
    return (
        (stance.sure < SURE and not _borne_out(said, stance, claim, party))
        or leads(page, stance)
        or (not asked and is_none(said, stance.stance))
        or _as_fact(stance, said)
        or _JOKED.search(_sentence_of(page, stance)) is not None
    )


def _borne_out(said: str, stance: RawStance, claim: Claim | None, party: str) -> bool:
    """Whether the words tell the stance that the model sees faintly, and nobody of another party speaks."""
    return told(said) == stance.stance and (claim is None or claim.party == party)


def _is_another(page: Page, said: str, stance: RawStance) -> bool:
    """Whether its words may show another stance than the model tells."""
    by_words = told(said)
    plain = PLAINER if stance.stance in NO and not NO_WORD.search(said) else PLAIN
    judged = by_words != stance.stance and (stance.stance_sure < plain or stance.stance in JUDGED)
    return (
        judged
        or stance.stance_sure <= LIKELY
        or _TURNS.match(page.text, stance.span.end) is not None
        or _gives(stance, said, by_words)
        or (stance.stance in DENIALS and not NO_WORD.search(said))
        or (stance.stance == "no_comment" and not OF_SPEECH.search(said))
    )


# "will go to a panel if the other drops its suit" gives something; the model takes the condition for a threat.
_GIVES = re.compile(
    r"\b(?:will|would|could|can) (?:go to|sign|accept|join|attend|meet|negotiate|release|free|open|reopen|lift|withdraw its (?!offer|consent|support)|return to (?:the )?(?:talks|table))\b[^.;]{2,90}?\b(?:if|once|provided)\b",
    re.IGNORECASE,
)


def _gives(stance: RawStance, said: str, by_words: Stance | None) -> bool:
    """Whether what looks like a threat is a yes on a condition, and the words tell no threat."""
    return stance.stance == "threatens" and by_words != "threatens" and _GIVES.search(said) is not None


def _sentence_of(page: Page, stance: RawStance) -> str:
    return (sentence_at(page, stance.span.start) or stance.span).quote(page.text)


def _as_fact(stance: RawStance, said: str) -> bool:
    """Whether what looks like a demand is insisted on as a fact."""
    insists = _INSISTS.search(said) if stance.stance == "demands" else None
    return insists is not None and TOLD.match(said, insists.end()) is not None
