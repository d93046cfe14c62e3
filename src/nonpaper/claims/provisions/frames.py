"""Frames: what a sentence or a lead-in makes of the words after it — a text's term, a demand, a proposal, a comparison."""

from __future__ import annotations

import re

import msgspec

from nonpaper.claims.page import Page, found_in
from nonpaper.claims.provisions.acting import acting_texts, text_frame
from nonpaper.claims.provisions.asking import party_frame
from nonpaper.claims.provisions.comparing import both_told, is_older, text_says
from nonpaper.claims.provisions.cues import begins, opening_verb, own_verb, starts, verb_meaning
from nonpaper.claims.provisions.frame import Frame
from nonpaper.claims.provisions.placed import placed_frame
from nonpaper.claims.provisions.split.cut import LONGEST
from nonpaper.model.span import Span

# Where a clause about a term may begin: "…, a step that", "… which", "… but", "… – something".
_ASIDE = re.compile(
    r",\s(?:an?|something|one|the)(?:\s[\w-]+){0,3}\s(?:that|which)\s|,\s|\s(?:that|which|who|but|though|although|while|despite)\s|\s[–—-]\s|;",
    re.IGNORECASE,
)

_DOES = re.compile(r"(?:also\s+)?[a-z]+s\s+(?:the|its|their|both|all|an?|some|\d+|(?-i:[A-Z])[\w’'-]+)\s")


def frame_of(page: Page, sentence: Span) -> Frame | None:
    """The frame of one sentence or lead-in; None where it reports no term. The first plain one wins."""
    if sentence.end - sentence.start > LONGEST:
        return None
    said = sentence.quote(page.text)
    if said.rstrip().endswith("?"):
        return None
    if found_in(page, sentence, starts("not_a_term", "frame"), begins("not_a_term", "frame")):
        return _before_reaction(page, sentence, said)
    return party_frame(page, sentence) or placed_frame(page, sentence, said) or text_frame(page, sentence, said)


def frames_of(page: Page, sentence: Span) -> tuple[Frame, ...]:
    """The frames of one sentence: one, or the older text's as a comparison and the newer one's where it tells both."""
    said = sentence.quote(page.text)
    told = both_told(said) if len(said) <= LONGEST and not said.rstrip().endswith("?") else None
    if told is None:
        return _wanted_and_given(page, sentence, said)
    old, new = Span(sentence.start, sentence.start + told[0]), Span(sentence.start + told[1], sentence.end)
    return tuple(frame for frame in (_older(page, old), frame_of(page, new)) if frame)


def _wanted_and_given(page: Page, sentence: Span, said: str) -> tuple[Frame, ...]:
    """The frame of a sentence, or of what a side wants in it and of what the text gives where it tells both."""
    frame = frame_of(page, sentence)
    told = text_says(said) if frame is not None and frame.presented_as in ("demand", "proposal") else None
    if frame is None or told is None or frame.span.start >= sentence.start + told[0]:
        return (frame,) if frame else ()
    wanted = msgspec.structs.replace(frame, span=Span(frame.span.start, sentence.start + told[0]))
    given = frame_of(page, Span(sentence.start + told[1], sentence.end))
    return (wanted, given) if given and given.presented_as == "draft" else (wanted,)


def by_its_verb(page: Page, frame: Frame, term: Span) -> tuple[Span, Frame]:
    """A later term of a frame with its own verb's place in the text: "drops the amnesty | but provides for a fund"."""
    later = term.start > frame.span.start + 1
    verb = opening_verb().match(page.text, term.start, term.end) if later else None
    if later and verb is None and frame.text_status != "in" and _DOES.match(page.text, term.start, term.end):
        return term, msgspec.structs.replace(frame, modality="must", text_status="in")
    if verb is None or frame.presented_as not in ("draft", "comparison"):
        return term, frame
    modality, status = verb_meaning(verb["verb"])
    if status == frame.text_status or not term.start < verb.end() < term.end:
        return term, frame
    span = term if own_verb().match(verb["verb"]) else Span(verb.end(), term.end)
    return span, msgspec.structs.replace(frame, modality=modality, text_status=status)


def _older(page: Page, clause: Span) -> Frame | None:
    """What an older text's clause says, as a comparison whatever its verb is."""
    frame = frame_of(page, clause)
    if frame is None and not is_older(clause.quote(page.text)):
        return None
    return msgspec.structs.replace(frame or Frame(span=clause, presented_as="comparison"), presented_as="comparison")


def _before_reaction(page: Page, sentence: Span, said: str) -> Frame | None:
    """A text's term that a clause about it follows: "The plan calls for a pull-back, a step that Norvia rejects"."""
    found = next(acting_texts(said), None)
    if found is None:
        return None
    bars = starts("not_a_term", "frame")
    reacts = bars.search(said, found.end("verb"))
    if bars.search(said, 0, found.start() + 1) or reacts is None:
        return None
    asides = [m.start() for m in _ASIDE.finditer(said, found.end("verb"), reacts.start())]
    kept = Span(sentence.start, sentence.start + asides[-1]) if asides else None
    return text_frame(page, kept, kept.quote(page.text)) if kept else None


__all__ = ["frame_of", "frames_of"]
