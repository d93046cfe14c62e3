"""Finds the particulars of documents: the words that state them, never more than the clause they stand in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Any, get_args

from nonpaper.claims.page import Page, found_in, paragraph_at, sentence_at, sentences_of
from nonpaper.claims.particulars.copies import copy_in
from nonpaper.claims.provisions.drafts import draft_at, draft_names_in, texts_called
from nonpaper.claims.publisher import publisher
from nonpaper.claims.sources.tone import UNDENIED, UNSEEN
from nonpaper.model.claim import Claim
from nonpaper.model.particular import Aspect, Particular
from nonpaper.model.provision import Provision
from nonpaper.model.span import Pieces, Span, hull
from nonpaper.text.near import Near
from nonpaper.text.openings import exactly
from nonpaper.text.places import firsts

_DENIALS: frozenset[Aspect] = frozenset({"denied_content", "denied_receipt", "denied_authorship"})
_WROTE = re.compile(r"\b(?:wrote|writing|author\w*|drafted|dictat\w+|wish list)\b", re.IGNORECASE)
# "denied that it had received the text", "denied having seen it"
_RECEIPT = re.compile(
    r"\bden(?:y|ies|ied) (?:that (?:[\w’'-]+ ){1,5}?(?:has|have|had)(?: ever)?|(?:ever )?having(?: ever)?) (?:ever )?(?:received|seen|been (?:shown|given|handed|sent))\b",
    re.IGNORECASE,
)
_BEFORE = 60  # characters before a word of denial in which something undoes it
_BARE = re.compile(r"\bden(?:y|ies|ied) (?:that|this|it)\W*$", re.IGNORECASE)
_REPORTS = re.compile(r"\b(?:reports?|claims?|accounts?|media)\b", re.IGNORECASE)


def find_particulars(page: Page, claims: Sequence[Claim], provisions: Sequence[Provision]) -> tuple[Particular, ...]:
    """Particulars in text order, the first of each aspect a sentence. Linear in the text.

    A sentence must name a negotiating text, or stand in a paragraph that does; terms of a text are not particulars.
    """
    texts, terms = texts_called(page), Near(p.span for p in provisions if not p.unsure)
    whole = Near(hull(_pieces(c)) if _pieces(c) else Span(0, 1) for c in claims)
    found = (
        (aspect, span, value)
        for paragraph in page.paragraphs
        if _names_text(page, paragraph)
        for sentence in sentences_of(page, paragraph)
        for aspect, span, value in (*_stated(page.text, sentence), *_kept(page, sentence))
        if not terms.overlapping(span)
    )
    made = (
        _particular(page, claims, whole, aspect, span, value, draft_at(texts, span.start))
        for aspect, span, value in found
    )
    return tuple(sorted((m for m in made if m is not None), key=lambda p: (p.span, p.aspect)))


def _names_text(page: Page, paragraph: Span) -> bool:
    return found_in(page, paragraph, *_texts()) is not None


def _kept(page: Page, sentence: Span) -> Iterator[tuple[Aspect, Span, str | None]]:
    span = copy_in(page, sentence, _text())
    if span is not None:
        yield "copy", span, page.outlet


def _stated(text: str, sentence: Span) -> Iterator[tuple[Aspect, Span, str | None]]:
    for aspect in (a for a in get_args(Aspect) if a != "copy"):  # that hangs on whose report it is
        found = _pattern(aspect).search(text, sentence.start, sentence.end)
        if (
            found
            and aspect in _DENIALS
            and _undone(aspect).search(text, max(0, found.start() - _BEFORE), found.start())
        ):
            continue
        if found and found.group().strip():
            end = found.start() + len(found.group().rstrip(" ,\n"))
            yield aspect, Span(found.start(), end), found.group() if aspect == "kind" else None


def _particular(
    page: Page,
    claims: Sequence[Claim],
    whole: Near,
    aspect: Aspect,
    span: Span,
    value: str | None,
    draft: str | None,
) -> Particular | None:
    """With the claim it stands in; a denial is a party's, in its own sentence, or none."""
    which = _claim_of(claims, whole, span)
    claim = claims[which] if which is not None else None
    if claim is not None and claim.unsure and publisher(page) is not None:
        which, claim = None, None  # in a party's own statement what is not plainly another's is its own
    if aspect in _DENIALS:
        sentence = sentence_at(page, span.start)
        if sentence is None or (claim is None and not _REPORTS.search(sentence.quote(page.text))):
            return None
        if claim is not None and (claim.unsure or claim.kind == "outlet_relay"):
            return None  # that an outlet has not seen a text denies nothing
        if aspect == "denied_content" and _WROTE.search(_denied(page, sentence)):
            aspect = "denied_authorship"
        elif aspect == "denied_content" and _RECEIPT.search(page.text, span.start, sentence.end):
            aspect = "denied_receipt"
        draft = next((name for place, name in draft_names_in(page, sentence)), draft)
        return Particular(
            aspect=aspect, span=sentence, draft=draft, party=claim.party if claim else publisher(page), claim=which
        )
    return Particular(aspect=aspect, span=span, value=value, draft=draft, claim=which)


def _denied(page: Page, sentence: Span) -> str:
    """The words that a denial is about: its own sentence, or, of a bare "denied that", the paragraph up to it."""
    if not _BARE.search(sentence.quote(page.text)):
        return sentence.quote(page.text)
    around = paragraph_at(page, sentence.start) or sentence
    return page.text[around.start : sentence.end]


def _claim_of(claims: Sequence[Claim], whole: Near, span: Span) -> int | None:
    """The claim with the smallest stretch, from source to content, that touches the words."""
    near = [(hull(_pieces(claims[i])), i) for i in whole.overlapping(span) if _pieces(claims[i])]
    return min(((h.end - h.start, i) for h, i in near), default=(0, None))[1]


def _pieces(claim: Claim) -> Pieces:
    return (*claim.source, *claim.cue, *claim.content)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("nonpaper.claims.particulars").joinpath("cues.toml").read_text("utf-8"))


@cache
def _text() -> str:
    return "(?:" + "|".join(_data()["text"]) + ")"


@cache
def _texts() -> tuple[re.Pattern[str], frozenset[str]]:
    """What a text is called, as a pattern, and the words that it begins with."""
    return re.compile(rf"(?<!\w){_text()}(?!\w)", re.IGNORECASE), exactly(firsts(_data()["text"]))


@cache
def _undone(aspect: Aspect) -> re.Pattern[str]:
    """What before a word of denial makes it none: "a text it | has not seen", "neither confirmed nor | denied"."""
    return re.compile(UNSEEN.replace("{text}", _text()), re.IGNORECASE) if aspect == "denied_receipt" else UNDENIED


@cache
def _pattern(aspect: Aspect) -> re.Pattern[str]:
    if aspect == "kind":
        return re.compile(r"(?<![\w-])(?:" + "|".join(_data()["kinds"]) + r")(?!\w)")
    said = "|".join(_data()[aspect]["say"]).replace("{text}", _text())
    return re.compile(rf"(?<!\w)(?:{said})", re.IGNORECASE)
