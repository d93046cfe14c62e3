"""Whether a stance that the model sees may be another's than the party's it was given to."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer.shapes import WORD, is_title, never
from nonpaper.claims.mediators import mediators
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.sources.pieces import names_in
from nonpaper.claims.stances.own.speakers import OUTSIDE
from nonpaper.claims.stances.seen.whose import since_spoken, told_by_name
from nonpaper.claims.stances.together import heads
from nonpaper.claims.stances.turned.words import DENIALS
from nonpaper.claims.subjects import BODIES, subjects
from nonpaper.claims.terms import RawStance
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span

UNHELD = 0.65
"""From here on a stance may be stated for the speaker where the model sees no words that say whose it is."""


def is_nobodys(page: Page, said: str, stance: RawStance, claim: Claim | None, party: str) -> bool:
    """Whether it may be another's stance than that of the party it was given to."""
    holder = stance.holder.quote(page.text) if stance.holder else ""
    own = claim is not None and claim.party == party and stance.sure >= UNHELD and _is_all_of(stance.span, claim)
    if (
        not (holder or own or heads(page, stance.span))
        or _is_outside(page, stance.holder, party)
        or party in mediators(page)
    ):
        return True
    return (
        (claim is not None and _of_who_speaks(page, stance, claim, party))
        or (stance.basis == "mediator" and _TOGETHER.search(said) is not None)
        or _is_answered(page, stance)
        or _far(page, stance, party)
        or _of_unknown(page, stance, party)
        or (stance.holder is not None and _has_own_name(page, stance.holder))
    )


def _is_outside(page: Page, holder: Span | None, party: str) -> bool:
    """Whether the words for a holder are of somebody who only comes from a party; "the Lakes Union" and "the opposition League" are parties themselves."""
    if holder is None:
        return False
    said = holder.quote(page.text)
    for name in names_in(page, holder):
        if name.party == party and name.kind in ("party", "group"):
            said = re.sub(rf"(?:\bopposition )?{re.escape(name.span.quote(page.text))}", "", said)
    return OUTSIDE.search(said) is not None


def _of_who_speaks(page: Page, stance: RawStance, claim: Claim, party: str) -> bool:
    """Whether it may be the speaker's own, who is of another party or of none."""
    another = (
        claim.party not in (None, party) and stance.basis == "self" and not told_by_name(page, stance, claim, party)
    )
    return another or _left_behind(page, stance, claim) or _for_nobody(stance, claim)


def _left_behind(page: Page, stance: RawStance, claim: Claim) -> bool:
    """Whether somebody else, whose party is not known, speaks since the holder was named."""
    holder = stance.holder
    if claim.party is not None or holder is None or not since_spoken(page, stance, claim, holder):
        return False
    return not any(piece.overlaps(holder) for piece in (*claim.source, *claim.resolved))


def _for_nobody(stance: RawStance, claim: Claim) -> bool:
    """Whether it is what somebody says of himself who speaks for no party: "a person who read the draft", a scholar."""
    return stance.basis == "self" and claim.party is None and claim.kind in ("person_familiar", "analyst")


def _is_all_of(stance: Span, claim: Claim) -> bool:
    """Whether a stance lies in what one source says: nobody else begins to speak within it."""
    begins = min(piece.start for piece in (*claim.source, *claim.content))
    return bool(claim.source) and claim.inside is None and stance.start >= begins - len('"')


def _has_own_name(page: Page, holder: Span) -> bool:
    """Whether a people's word only begins a name of its own: "the Kessaran League" is not Kessara."""
    named = names_in(page, holder)
    if len(named) != 1 or named[0].kind != "adjective":
        return False
    more = _NAMED_SO.match(page.text, named[0].span.end)
    return more is not None and not (is_title(more["noun"]) or _OF_A_STATE.fullmatch(more["noun"]))


_NAMED_SO = re.compile(rf" (?P<noun>{WORD})(?![’'])")
_OF_A_STATE = re.compile(
    rf"{BODIES}|(?:Foreign|Defen[cs]e|Interior|Prime|Finance|Deputy|Vice|Ministry|Minister|General|President|Army|Navy|Parliament)",
    re.IGNORECASE,
)


def _is_answered(page: Page, stance: RawStance) -> bool:
    """Whether it ends with a quotation that stands alone after what the holder says: "Kessara says they burn villages. “That is a lie.”"."""
    holder = stance.holder
    if holder is None or not stance.span.contains(holder) or stance.stance not in DENIALS:
        return False
    return _ALONE.search(page.text, holder.end, min(len(page.text), stance.span.end + 2)) is not None


_ALONE = re.compile(r"\b(?:says?|said|claims?|claimed|alleges?|alleged)\b[^“”\"]*[.!?] [“\"][^“”\"]*[.!?]?[”\"]?\Z")


def _far(page: Page, stance: RawStance, party: str) -> bool:
    """Whether the words for the holder stand in another sentence, and the stance's own names somebody else as who acts."""
    sentence = sentence_at(page, stance.span.start)
    if stance.holder is None or sentence is None or sentence.overlaps(stance.holder):
        return False
    acting = {s.party for s in subjects(page, sentence)}
    return bool(acting) and party not in acting


# "said that the | Zaydan | side had …": a side that nothing explains is nobody's that is known.
_SIDE_OF = re.compile(
    rf"\b(?:said|says|told \w+|that|insist\w+|claimed|added|believes?)\s+(?:that\s+)?(?:the\s+|an?\s+)?(?P<who>{WORD})(?:[’']s?)?\s+(?:{BODIES})"
)


def _of_unknown(page: Page, stance: RawStance, party: str) -> bool:
    found = _SIDE_OF.search(page.text, stance.span.start, stance.span.end)
    if found is None or found["who"] in never():
        return False
    return all(m.party != party for m in names_in(page, Span(*found.span("who"))))


# What a mediator says of both is nobody's own yes: "both sides have initialled".
_TOGETHER = re.compile(
    r"\b(?:both (?:sides|parties|delegations|governments)|the two (?:sides|parties))\b", re.IGNORECASE
)
