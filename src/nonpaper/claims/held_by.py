"""Whose office a person holds by the name that stands beside it: "the Highland Council's chair, X", "In Kessara, Finance Minister X"."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.shapes import NAME
from nonpaper.claims.gazetteer.titled import Titled
from nonpaper.claims.page import Page, mentions_in, sentence_at
from nonpaper.model.span import Span

NOBODYS = re.compile(r"\b(?:former|ex|opposition|exiled|rival|estranged)\b", re.IGNORECASE)
_NEAR = 90
"""Characters before an office in which its owner stands."""
_OWNS = re.compile(r"[’'](?:s | )(?:[a-z][a-z-]* ){0,2}\Z")
_IN_PLACE = re.compile(
    rf"[\W\d]*In (?P<name>{NAME})(?P<does>, (?:which|whose) [^,.;:]{{3,50}})?, (?:the )?(?:[a-z]+ ){{0,2}}\Z"
)
_OF_A_STATE = re.compile(r"\bminister\b|\bpresident\b|\bpremier\b|\bchancellor\b", re.IGNORECASE)
_AT_HOME = re.compile(
    r"\b(?:interior|justice|finance|agriculture|education|energy|economy|health) minister\b", re.IGNORECASE
)


def by_name(page: Page, person: Titled) -> str | None:
    """Of "the Highland Council's chair, X": whose name owns the office."""
    own = _OWNS.search(page.text, max(0, person.at - _NEAR), person.at) if person.title else None
    if own is None or own.start() == 0 or NOBODYS.search(own[0]):
        return None
    owners = [m for m in mentions_in(page, Span(own.start() - 1, own.start())) if m.span.end == own.start()]
    return owners[-1].party if owners and owners[-1].kind in ("party", "group") else None


def by_place(page: Page, person: Titled) -> str | None:
    """Of "In Kessara, which mediates, Foreign Minister X said" Kessara, and of "In Kessara, Finance Minister X" too.

    A president or a foreign minister may only be there on a visit: then the words beside the place tell what its state does.
    """
    words = f"{person.where} {person.title}"
    sentence = sentence_at(page, person.at) if _OF_A_STATE.search(person.title) else None
    if sentence is None or NOBODYS.search(words) or sentence.start >= person.at:
        return None
    place = _IN_PLACE.match(page.text[sentence.start : person.at])
    if place is None or (place["does"] is None and not _AT_HOME.search(words)):
        return None
    at = Span(sentence.start + place.start("name"), sentence.start + place.end("name"))
    named = mentions_in(page, at)
    state = len(named) == 1 and named[0].kind == "party" and not is_movement(named[0].party or "")
    return named[0].party if state else None
