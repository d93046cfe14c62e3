"""Claims inside claims: who is quoted by whom, and which claims only carry another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from nonpaper.claims.cues import pattern, table
from nonpaper.claims.page import Page
from nonpaper.claims.sources.describe import describe
from nonpaper.claims.sources.edges import tidied
from nonpaper.claims.sources.pieces import outlets_in, quote, sentence_of, share, trimmed
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull

_SUBJECT = 70  # characters an inner subject may have: longer ones are rarely plain
_NEAR = 12  # claims before and after among which nesting is looked for
_SUBJECT_WORDS = 7
_WHOLE = 0.6  # a claim whose content is so far another claim only carries it


@cache
def _inner_cue() -> re.Pattern[str]:
    verbs = pattern(table("acts")["inner"]["verbs"]).pattern
    return re.compile(
        rf"(?<!\w)(?:(?:had|has|have) (?:(?:also|already|since|earlier|later|repeatedly) )?)?(?:{verbs})", re.IGNORECASE
    )


# Whom the words were said to: "told | the Courier that", "assured | him".
_TOLD = re.compile(r"\b(?:told|informed|assured|warned|promised|reminded)$", re.IGNORECASE)
_HEARER = re.compile(
    r" (?:(?P<long>[^,;:“”\"()\n]{1,60}?) that,? |(?P<short>him|her|them|us|me|reporters|journalists|lawmakers|colleagues)(?: that)? )"
)


def plain_inner(page: Page, claim: Claim) -> Claim | None:
    """The claim that opens the content of `claim`, where a subject and a verb of saying stand there plainly."""
    first = claim.content[0] if claim.content else None
    if first is None or (sentence := sentence_of(page, first.start)) is None:
        return None
    end = min(first.end, sentence.end)
    start = first.start + len(re.match(r"\s*(?:that\s+)?", page.text[first.start : end]).group())  # type: ignore[union-attr]
    cue = _inner_cue().search(page.text, start, min(end, start + _SUBJECT))
    if cue is None:
        return None
    subject = page.text[start : cue.start()]
    hearer = _HEARER.match(page.text, cue.end(), end) if _TOLD.search(cue.group()) else None
    source, content = (
        trimmed(page.text, start, cue.start()),
        trimmed(page.text, hearer.end() if hearer else cue.end(), end),
    )
    via = tuple(m.name for m in outlets_in(page, Span(*hearer.span()))) if hearer else ()
    if (
        source is None
        or content is None
        or re.search(r"[,;:“”\"()\n]", subject)
        or page.text[cue.end() : cue.end() + 4] == " by "
    ):
        return None
    if describe(page, (source,)).kind in ("none", "document_seen") or len(subject.split()) > _SUBJECT_WORDS:
        return None
    return tidied(
        page, Claim(source=(source,), cue=(Span(*cue.span()),), content=(content,), via=via, score=claim.score)
    )


def nest(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Claims with `inside` and `carrier_of` set, and the plain inner claims that the model leaves out added."""
    found = sorted(claims, key=_whole)
    for at, claim in enumerate(tuple(found)):
        if claim.kind == "none" or not claim.source:
            continue
        inner = plain_inner(page, claim)
        if inner is not None and not any(_same(inner, other) for other in found[max(0, at - _NEAR) : at + _NEAR]):
            found.append(inner)
    found.sort(key=_whole)
    for index, claim in enumerate(tuple(found)):
        outer = _around(found, index)
        if outer is None:
            continue
        found[index] = replace(found[index], inside=outer)
        if not _offers(page, found[outer], claim) and _only_carries(found[outer], claim):
            found[outer] = replace(found[outer], carrier_of=index)
    return found


def _whole(claim: Claim) -> Span:
    return hull((*claim.source, *claim.cue, *claim.content))


def _same(one: Claim, other: Claim) -> bool:
    return (
        bool(other.source) and one.source[0].overlaps(hull(other.source)) and share(one.content, other.content) > _WHOLE
    )


def _around(claims: Sequence[Claim], index: int) -> int | None:
    """The smallest claim in whose content this one's source, cue and content stand."""
    mine = claims[index]
    if not mine.source:
        return None
    parts = (*mine.source, *mine.cue, *mine.content)
    best: int | None = None
    for other in range(max(0, index - _NEAR), min(len(claims), index + _NEAR)):
        claim = claims[other]
        if (
            other == index
            or not claim.content
            or share(parts, claim.content) < 0.9
            or share(mine.source, claim.content) < 0.9
        ):
            continue
        if best is None or share(claim.content, claims[best].content) > 0.9:
            best = other
    return best


def _only_carries(outer: Claim, inner: Claim) -> bool:
    """An outlet (or an official) whose whole content is what somebody else said."""
    parts = (*inner.source, *inner.cue, *inner.content)
    return (
        bool(outer.source)
        and share(outer.content, parts) >= _WHOLE
        and hull(inner.source).start - hull(outer.content).start < _SUBJECT
    )


# "Two people told the Post that Maravia has offered …": a deed that they tell of, and no words that they pass on.
_OFFERED = re.compile(r"\b(?:propos(?:e[sd]?|ing)|offer(?:s|ed|ing)?)$", re.IGNORECASE)


def _offers(page: Page, outer: Claim, inner: Claim) -> bool:
    """Whether a person tells what somebody offered; an outlet that says so may have it from that somebody."""
    return outer.kind != "outlet_relay" and bool(inner.cue) and _OFFERED.search(quote(page, inner.cue)) is not None


def carry_down(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """The carriers of a carrying claim, and its source, as `via` of the claim it carries."""
    found = list(claims)
    for claim in claims:
        if claim.carrier_of is None:
            continue
        names = (*claim.via, *source_names(page, claim))
        inner = found[claim.carrier_of]
        found[claim.carrier_of] = replace(inner, via=tuple(dict.fromkeys((*names, *inner.via))))
    return found


def source_names(page: Page, claim: Claim) -> tuple[str, ...]:
    """The outlets that a source names, else its words."""
    outlets = [m.name for p in claim.source for m in outlets_in(page, p)]
    return tuple(dict.fromkeys(outlets)) or ((quote(page, claim.source),) if claim.source else ())
