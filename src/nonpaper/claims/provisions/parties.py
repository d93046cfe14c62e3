"""Who must deliver and who is served, from the words of a term and its frame."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.frames import Frame, within
from nonpaper.model.codes import Modality
from nonpaper.model.span import Span

_TO = re.compile(
    r"\s+(?:to|must|shall|would(?: also)?|will|should|agrees?|commits?|not|ensures?|unconditionally|returns?|releases?|withdraws?|observes?)\b"
)
_OWN = re.compile(
    r"(?:’s|')?\s*(?:army|armed forces|military|troops|forces|parliament|government|withdrawal|territor\w+|support|obligation)",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:withdrawal|obligation|recognition|disarmament|concessions) (?:of|from|by)\s+$", re.IGNORECASE)
_SERVED = re.compile(r"(?:guarantees? (?:to|for)|to|for|compensate|grants?|offers?)\s+(?:the\s+)?$", re.IGNORECASE)
_NO_OWNER = re.compile(r"\s+(?:to be|would be|will be|as|is|shall be|language)\b")
_ITS = re.compile(r"(?<!\w)(?:its|their)(?!\w)", re.IGNORECASE)
_AS = re.compile(r"\bas\s+(?:legitimate|de facto|de jure|legally|being|part of|\s)*\s*$", re.IGNORECASE)

Names = tuple[str, ...]


def roles(page: Page, term: Span, frame: Frame, modality: Modality | None, sentence: Span) -> tuple[Names, Names]:
    """(obligor, beneficiary), normalised party names in order; empty where the words do not say."""
    named = [m for m in within(page, term) if m.party]
    obligor: list[Mention] = []
    served: list[Mention] = []
    for mention in named:
        before, after = page.text[term.start : mention.span.start], page.text[mention.span.end : term.end]
        if modality == "recognises" and (_AS.search(before) or (mention.kind == "adjective" and " as " in before)):
            served.append(mention)
        elif mention.kind == "adjective" and _NO_OWNER.match(after):
            continue
        elif mention.span.start == term.start or not before.strip(" theTHE"):
            (served if modality == "may" else obligor).append(mention)
        elif _OF.search(before) or (mention.kind != "place" and _OWN.match(after)):
            obligor.append(mention)
        elif _SERVED.search(before) and "guarantee" in before.casefold():
            served.append(mention)
    who = _names(obligor) or _required(page, term, frame, sentence)
    return (() if modality == "lapses_if" else who, _names(served))


def _required(page: Page, term: Span, frame: Frame, sentence: Span) -> Names:
    """The party the frame obliges ("would require X to …"), or the antecedent of "its"."""
    if frame.obligor:
        return frame.obligor
    before = [m for m in within(page, sentence) if m.party and m.span.end <= term.start]
    obliged = [
        m for m in before if frame.cue and m.span.start >= frame.cue.end and _TO.match(page.text[m.span.end : term.end])
    ]
    if obliged:
        return _names(obliged[-1:])
    if _ITS.search(term.quote(page.text)) and before:
        return _names(before[-1:])
    return ()


def _names(mentions: list[Mention]) -> Names:
    return tuple(dict.fromkeys(m.party for m in mentions if m.party))
