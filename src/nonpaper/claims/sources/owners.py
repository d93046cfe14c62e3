"""Whose "its spokesman" and "his interior minister" are: of whom the words before speak, else nobody's."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.offices import body_of, unknown_acts
from nonpaper.claims.page import Page, paragraph_at
from nonpaper.claims.sources.pieces import names_in, quote, sentences_before
from nonpaper.claims.sources.sexes import other_sex
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull

POSSESSED = re.compile(r"(?P<whose>its|his|her|their) (?!own\b)", re.IGNORECASE)
# "an official of its council", "an aide of his"
_OF_ITS = re.compile(r"(?:(?<=\bof )|(?<=\bto )|(?<=\bfor ))(?P<whose>its|his|her|their)\b(?! own\b)")
_PERSONAL = frozenset({"his", "her"})
_FAR = 3  # sentences back in which the owner of "its spokesman" is looked for


def possessed(page: Page, claim: Claim) -> Claim:
    """The claim as the owner's, where its source is "its spokesman" or "his interior minister"."""
    words = quote(page, claim.source) if claim.source else ""
    own = POSSESSED.match(words) or _OF_ITS.search(words)
    if claim.party is not None or own is None:
        return claim
    if _FACING.match(words):
        return replace(claim, party=_facing(page, hull(claim.source).start, own["whose"]))
    at = hull(claim.source).start
    return replace(claim, party=owner_before(page, at, own["whose"]) or _of_body_before(page, at, own["whose"]))


# "his counterpart, X": of the other side, never of his.
_FACING = re.compile(
    r"(?:its|his|her|their) (?:[\w-]+ ){0,2}?(?:counterparts?|opposite numbers?|opponents?|adversar(?:y|ies)|rivals?)\b",
    re.IGNORECASE,
)


def _facing(page: Page, at: int, whose: str) -> str | None:
    """The one party that the last sentences name beside the one that "his" at `at` means."""
    own = owner_before(page, at, whose)
    near = sentences_before(page, at, _FAR)
    parties = {m.party for s in near for m in names_in(page, s) if m.party and m.span.end <= at}
    others = parties - {own}
    return next(iter(others)) if own in parties and len(others) == 1 else None


def owner_before(page: Page, at: int, whose: str) -> str | None:
    """The party that "its" or "his" at `at` means: the one the last sentence that names any is about. O(log n)."""
    personal, many = whose.casefold() in _PERSONAL, whose.casefold() == "their"
    around = paragraph_at(page, at)
    floor = around.start if around is not None and not personal else 0
    for sentence in reversed(sentences_before(page, at, _FAR + personal)):
        if sentence.end <= floor:
            break
        named = [m for m in names_in(page, sentence) if m.party and m.span.end <= at]
        named = (
            _persons(page, sentence, at)
            if personal
            else [m for m in named if m.kind != "adjective" or (many and page.text[m.span.end - 1] == "s")]
        )
        if unknown_acts(page, Span(sentence.start, max(sentence.start + 1, min(sentence.end, at)))):
            return None
        if not named:
            continue
        alone = len({m.party for m in named}) == 1
        if whose.casefold() == "their" and any(a.party != b.party and _joined(page, a, b) for a, b in pairwise(named)):
            return None
        if not alone and _joined(page, named[0], next(m for m in named if m.party != named[0].party)):
            return None
        acts = personal or sentence.start <= at < sentence.end or _acts(page, named[0].span)
        plain = _opens(page, sentence, named[0].span) or (alone and acts)
        return named[0].party if plain else None
    return None


def _of_body_before(page: Page, at: int, whose: str) -> str | None:
    """Of "its spokesman": whose the body is that opens a sentence just before in the paragraph: "The presidency disputes nothing."."""
    around = paragraph_at(page, at)
    for sentence in reversed(sentences_before(page, at, 2)) if whose.casefold() == "its" else ():
        body = _BODY.match(page.text, sentence.start, max(sentence.start, min(sentence.end, at)))
        if body is not None and around is not None and around.start <= sentence.start:
            return body_of(page, body["who"], body.start("who"))
    return None


_BODY = re.compile(
    r"\W*(?P<who>[Tt]he (?:(?:foreign|defen[cs]e|interior|justice|finance|[a-z]+) ministry|ministry|government|presidency|chancellery|cabinet|junta|general staff))"
    r" (?!of\b|in\b|and\b)[a-z]"
)


def _persons(page: Page, sentence: Span, at: int) -> list[Mention]:
    """Who may be "he" or "she" at `at`, of the persons that a sentence names; nobody's where the first is no party's."""
    near = [m for m in names_in(page, sentence) if m.kind == "person" and m.span.end <= at]
    meant = [m for m in near if not other_sex(page, at, (m.span,))]
    unlike = len(meant) < len(near)  # the report tells who is meant by the others
    return [m for m in meant if m.party or unlike]


_ACTS = re.compile(r" (?:has|had|is|was|would|will|wants|[a-z]{3,}ed)\b|, (?:whose|which) ")
_AGENT = re.compile(r"\bby (?:the )?$")
_HEAD = 5  # words at the head of a sentence that may name whom it is about


def _opens(page: Page, sentence: Span, name: Span) -> bool:
    """Whether a name stands among the first words of a sentence: whom the sentence is about."""
    return len(page.text[sentence.start : name.start].split()) < _HEAD


def _joined(page: Page, first: Mention, second: Mention) -> bool:
    """Whether two act together: "X's army and the Y movement have agreed"."""
    between = page.text[first.span.end : max(first.span.end, second.span.start)]
    return _AND.fullmatch(between) is not None


_AND = re.compile(r"(?:[’']s?)?(?: [\w-]+){0,4},? and(?: [\w-]+){0,5} ")


def _acts(page: Page, name: Span) -> bool:
    """Whether something is done by whoever is named: "X has refused", "was rejected by X's council"."""
    before = page.text[max(0, name.start - len("by the ")) : name.start]
    return _ACTS.match(page.text, name.end) is not None or _AGENT.search(before) is not None
