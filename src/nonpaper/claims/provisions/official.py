"""A text read as itself: numbered points, articles and bullets of a draft or an agreement, every one of them a term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.conditions import conditions_in
from nonpaper.claims.provisions.cues import words
from nonpaper.claims.provisions.frames import Frame
from nonpaper.claims.provisions.parties import roles
from nonpaper.claims.provisions.split import LONGEST, trimmed
from nonpaper.claims.provisions.terms_of_art import deadline_in, verifiers_in
from nonpaper.claims.provisions.values import value_of
from nonpaper.claims.topics import topic_of
from nonpaper.model.codes import Modality, Status, Topic
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from nonpaper.text.near import Near

LISTED = 0.55
"""Share of a text's characters that stand in its numbered points or bullets, from which it is a text and no report."""
FEWEST = 4
HEAD = 8
"""Words that an official term is named by: it says first what it is about, and then where and when."""
_NAMED = re.compile(
    r"\b(?:agreement|accord|protocol|memorandum|package of measures|measures|declaration|treaty|framework|term sheet|statement|communiqu[eé]|points|plan|articles?)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|told|says|according to|reported|reports that|spokes\w+|sources?)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:done (?:at|in)|signed|in witness whereof|participants of the|signator)", re.IGNORECASE)
_MOOD = re.compile(
    r"\b(?:shall|will|must|undertakes?|agrees?|commits?|ensures?|ban|prohibit\w*|may(?: not)?|is to|are to|re-?affirm|obliged?|should)\b",
    re.IGNORECASE,
)
# Where a further term of one sentence begins.
_ALSO = re.compile(
    r"\s*;\s*|,?\s+(?:and|as well as)\s+(?=(?:the\s+)?(?:to be|shall|supported|monitored|facilitated|verified|completed|confirm|adopt\w*|ensur\w*|on the|ban|creation|establishment|notification|withdrawal|release|disarmament|a (?:security|demilitari[sz]ed) zone|\d+ km)\b)|,\s+(?=(?:starting|ending|provided that|using|providing for|including (?:a|the))\b)"
)


class Item(NamedTuple):
    """One term of a text, with the point it stands in."""

    span: Span
    sentence: Span
    number: str | None


def is_official(page: Page) -> bool:
    """Whether a page is a negotiating text itself: it opens with what it is, is mostly points, and nobody says anything."""
    items = [item for block in page.lists for item in block.items]
    inside = sum(item.span.end - item.span.start for item in items)
    head = page.text[: max((block.items[0].span.start for block in page.lists[:1]), default=0)]
    return (
        len(items) >= FEWEST
        and inside >= LISTED * len(page.text.strip())
        and _NAMED.search(page.title or head[:400] or page.text[:400]) is not None
        and len(_SAID.findall(page.text)) <= len(items) // FEWEST
    )


def official_terms(page: Page) -> tuple[Provision, ...]:
    """Every term of a text that is read as itself, in text order; none where the page is a report. Linear in the text."""
    if not is_official(page):
        return ()
    status: Status = "signed" if _DONE.search(page.text) else "published"
    return tuple(_provision(page, item, status) for item in _items(page))


def _items(page: Page) -> Iterator[Item]:
    listed = [item for block in page.lists for item in block.items]
    near = Near(item.span for item in listed)
    for sentence in page.sentences:
        numbers = near.overlapping(sentence)
        if not numbers and not _MOOD.search(sentence.quote(page.text)):
            continue
        number = (
            listed[min(numbers, key=lambda n: listed[n].span.end - listed[n].span.start)].number if numbers else None
        )
        for part in _clauses(page.text, sentence):
            term = trimmed(page.text, part.start, part.end)
            if term is not None and len(term.quote(page.text).split()) > 1:
                yield Item(term, sentence, number)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence cut before further predicates of one subject: "… to start on day 2 and to be completed within 14 days"."""
    if sentence.end - sentence.start > LONGEST:
        return
    at = sentence.start
    for cut in (*_ALSO.finditer(text, sentence.start, sentence.end), None):
        end = cut.start() if cut else sentence.end
        if end > at and text[at:end].strip():
            yield Span(at, end)
        at = cut.end() if cut else at


def _provision(page: Page, item: Item, status: Status) -> Provision:
    said = item.span.quote(page.text)
    topic = topic_of(" ".join(said.split()[:HEAD])) or topic_of(said)
    about: Topic = topic[0] if topic else "other"
    modality = _modality(said)
    frame = Frame(span=item.span, presented_as="draft", modality=modality)
    obligor, beneficiary = roles(page, item.span, frame, modality, item.sentence)
    return Provision(
        span=item.span,
        topic=about,
        obligor=obligor,
        beneficiary=beneficiary,
        modality=modality,
        value=value_of(said),
        deadline=deadline_in(said),
        verifier=verifiers_in(said),
        status=status,
        conditions=conditions_in(page.text, item.span, lapses=modality == "lapses_if"),
        number=item.number,
    )


def _modality(said: str) -> Modality:
    if words("words", "lapses").search(said):
        return "lapses_if"
    plain: tuple[Modality, ...] = ("must_not", "recognises", "may")
    return next((code for code in plain if words("words", code).search(said)), "must")
