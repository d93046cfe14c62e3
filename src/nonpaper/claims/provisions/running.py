"""Sentences with a frame of their own, and those that go on after one with a text's terms."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from nonpaper.claims.page import Page, is_title, paragraph_at
from nonpaper.claims.provisions.comparing import is_compared
from nonpaper.claims.provisions.cues import heads_text, starts, under_text, words
from nonpaper.claims.provisions.deeds import present, supposes
from nonpaper.claims.provisions.drafts import draft_names
from nonpaper.claims.provisions.frame import Found, Frame
from nonpaper.claims.provisions.frames import by_its_verb, frames_of
from nonpaper.claims.provisions.leads import lead_frame
from nonpaper.claims.provisions.no_terms import news_of_talks
from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.provisions.split.trim import trimmed
from nonpaper.model.codes import PresentedAs
from nonpaper.model.span import Span
from nonpaper.text.near import Near

_WOULD = re.compile(r"\b(?:would|shall|will be|must)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:would|shall|will|must|may|(?:is|are) (?:also |then |not )?to)\b", re.IGNORECASE)
"""Moods of a sentence that goes on from one that gave a text's terms."""
_SAID = re.compile(
    r"\b[Ii]n (?:his|her|their|its) (?:words|view|opinion)\b|^(?:He|She|They|We|I|It)\b|\b(?:said|says|told|tells|writes|wrote|reported|according to)\b"
)
_HAS = re.compile(
    r"\b(?:has|have|had|was|were|did|does not|do not)\b|(?<!\bis )(?<!\bare )(?<!\bbe )\b[a-z]+ed\b(?! by)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\W*Asked\b")
_LAPSE = re.compile(r"(?<!\w)(?:if|should)\b", re.IGNORECASE)


def framed(page: Page) -> Iterator[Found]:
    """Sentences with a frame of their own, and those in the text's mood that follow one in the same run."""
    items = Near(item.span for block in page.lists for item in block.items)
    named = [place.start for place, _ in draft_names(page)]
    leads = {block.lead: lead_frame(page, block) for block in page.lists}
    running: Frame | None = None
    in_present = False
    for sentence in page.sentences:
        item = bool(items.overlapping(sentence))
        if sentence in leads:
            running = _of_text(leads[sentence])
        if not item and heads_text().fullmatch(sentence.quote(page.text)):
            running, in_present = Frame(span=sentence, presented_as="draft"), True
            continue
        if item or sentence in leads or is_title(page, sentence):
            running = running if item or sentence in leads else None
            continue
        frames = frames_of(page, sentence)
        for frame in frames:
            running = _of_text(frame)
            in_present = frame.cue is None and _in_present(frame.span.quote(page.text))
            for term in terms_in(page.text, frame.span):
                span, told = by_its_verb(page, frame, term)
                yield span, sentence, told, None
        if frames:
            continue
        if _goes_on(page, sentence, running, named, in_present):
            yield from _continued(page, sentence)
        elif under_text().match(sentence.quote(page.text)):
            running = Frame(span=sentence, presented_as="draft")
        elif running is not None and not _WOULD.search(sentence.quote(page.text)):
            running, in_present = None, False


def _of_text(frame: Frame | None) -> Frame | None:
    """A frame that goes on after its sentence: only a text's."""
    return frame if frame is not None and frame.presented_as == "draft" else None


def _beside_text(page: Page, sentence: Span, named: Sequence[int]) -> bool:
    """Whether the paragraph so far names a text by its number of points."""
    paragraph = paragraph_at(page, sentence.start) or sentence
    at = bisect_left(named, paragraph.start)
    return at < len(named) and named[at] < sentence.start


def _in_present(said: str) -> bool:
    """Whether a text's terms are told in the present tense: "both armies hold their fire"."""
    return _LATER.search(said) is None and present().search(said) is not None


def _goes_on(page: Page, sentence: Span, running: Frame | None, named: Sequence[int], in_present: bool) -> bool:
    """Whether a sentence goes on with a text's terms: in its mood, or in the present tense where they were told in that."""
    said = sentence.quote(page.text)
    if running is not None:
        return _continues(said, _LATER) or (in_present and _continues(said, present()) and not _HAS.search(said))
    return _beside_text(page, sentence, named) and _continues(said, _WOULD)


def _continues(said: str, moods: re.Pattern[str]) -> bool:
    """A sentence in the text's mood, or of lapse, with a subject of its own: no speaker, no pronoun for a person."""
    lapses = _LAPSE.search(said) and words("words", "lapses").search(said)
    return bool(
        (moods.search(said) or lapses)
        and not _SAID.search(said)
        and not _ASKED.match(said)
        and not news_of_talks(said)
        and not supposes(said)
        and not said.rstrip().endswith("?")
        and not starts("not_a_term", "frame").search(said)
        and not starts("not_a_term", "after").search(said)
    )


def _continued(page: Page, sentence: Span) -> Iterator[Found]:
    presented: PresentedAs = "comparison" if is_compared(sentence.quote(page.text)) else "draft"
    frame = Frame(span=sentence, presented_as=presented)
    if words("words", "lapses").search(sentence.quote(page.text)):
        for clause in _clauses(page.text, sentence):
            yield clause, sentence, frame, None
        return
    for term in terms_in(page.text, sentence):
        yield term, sentence, frame, None


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """The parts of a sentence between semicolons."""
    at = sentence.start
    for part in sentence.quote(text).split(";"):
        clause = trimmed(text, at, at + len(part)) if part else None
        at += len(part) + 1
        if clause:
            yield clause
