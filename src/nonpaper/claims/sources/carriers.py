"""Carriers: who stands between a source and this report ("told Le Monde", "Axios, citing a US official")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from nonpaper.claims.cues import pattern, table
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.outlets import is_same_outlet
from nonpaper.claims.page import Page, paragraph_at
from nonpaper.claims.sources.describe import describe, has_seen, holding
from nonpaper.claims.sources.pieces import inside_any, lower, outlets_in, quote, sentence_around, sentence_of, trimmed
from nonpaper.model.claim import Claim
from nonpaper.model.codes import SourceKind
from nonpaper.model.span import Span, hull

_NEAR = 45  # characters between a carrying word and the outlet: "told the Paris daily Le Monde"
_FILLER = re.compile(
    r"(?:\s*(?:the|a|an|french|daily|newspaper|news|agency|broadcaster|paper|outlet|state|public|\w+[’']s|and|,)\b)*\s*$",
    re.IGNORECASE,
)


_JOINED = frozenset({"", "and", "and the", "the"})  # between two outlets of one list


@cache
def _words(key: str) -> re.Pattern[str]:
    return pattern(table("carriers")[key])


def split(page: Page, claim: Claim) -> Claim:
    """Cut a carrier off the source's words: "European officials cited in Reuters" becomes "European officials"."""
    if len(claim.source) != 1:
        return claim
    whole = claim.source[0]
    words = whole.quote(page.text)
    outlets = [m for m in outlets_in(page, whole) if whole.contains(m.span)]
    if not outlets:
        return claim
    for key, innermost_first in (("after_source", True), ("citing", False)):
        found = _words(key).search(words)
        if found is None or (found.start() == 0 and innermost_first):
            continue
        a, b = whole.start + found.start(), whole.start + found.end()
        part = trimmed(page.text, whole.start, a) if innermost_first else trimmed(page.text, b, whole.end)
        carriers = [m for m in outlets if (m.span.start >= b) == innermost_first]
        if part is None or not carriers:
            continue
        cue = claim.cue if innermost_first else (Span(a, b),)
        return replace(claim, source=(part,), cue=cue, via=tuple(dict.fromkeys(m.name for m in carriers)))
    return claim


def cited(page: Page, claim: Claim) -> Claim:
    """An outlet that cites somebody in the same sentence, outside the content: the cited one is the source."""
    sentence = sentence_around(page, claim.source or claim.content)
    if sentence is None or not claim.source or claim.via:
        return claim
    outlets = [m for m in outlets_in(page, hull(claim.source)) if any(m.span.overlaps(p) for p in claim.source)]
    if not outlets:
        return claim
    claim = _citing_somebody(page, _citing_outlet(page, claim, outlets), outlets)
    if claim.via:
        return claim
    free = _outside(sentence, claim)
    for match in _words("citing").finditer(page.text, sentence.start, sentence.end):
        if not any(p.start <= match.start() < p.end for p in free) or inside_any(Span(*match.span()), claim.source):
            continue
        end = _phrase_end(page.text, match.end(), sentence.end)
        source = trimmed(page.text, match.end(), end)
        if source is None or any(source.overlaps(p) for p in claim.content) or _is_outlet(page, source):
            continue
        names = tuple(dict.fromkeys(m.name for m in outlets))
        return replace(claim, source=(source,), cue=(Span(*match.span()),), via=names)
    return claim


def _citing_outlet(page: Page, claim: Claim, outlets: Sequence[Mention]) -> Claim:
    """In "Reuters, citing Le Monde, …" the outlet that opens the content is the source, the other its carrier."""
    first = claim.content[0] if claim.content else None
    if first is None or not claim.cue or _words("citing").fullmatch(quote(page, claim.cue[-1:])) is None:
        return claim
    named = next(
        (m for m in outlets_in(page, first) if page.text[first.start : m.span.start].strip(" ") in ("", "the")), None
    )
    if named is None or page.text[named.span.end : named.span.end + 2] != ", ":
        return claim
    rest = trimmed(page.text, named.span.end, first.end)
    names = tuple(dict.fromkeys(m.name for m in outlets))
    return replace(claim, source=(named.span,), content=(rest, *claim.content[1:]), via=names) if rest else claim


# "…, citing | two officials, that …"
_SOMEBODY = re.compile(
    r"(?P<who>(?:[^,;:“”\"()\n]{0,40}[“\"][^”\"\n]{2,80}[”\"])?[^,;:“”\"()\n]{0,90})(?:, (?=that )|: |,? as saying,? (?:that )?)"
)
# "'It is over', the Post quoted | him as saying"
_AS_SAYING = re.compile(r"(?P<who>[^,;:“”\"()\n]{2,90}) as (?:saying|telling \w+)\W*")


def _citing_somebody(page: Page, claim: Claim, outlets: Sequence[Mention]) -> Claim:
    """In "the Post reported, citing two officials, that …" the officials at the head of the content are the source."""
    first = claim.content[0] if claim.content else None
    if first is None or claim.via or not claim.cue or _words("citing").fullmatch(quote(page, claim.cue[-1:])) is None:
        return claim
    last = _AS_SAYING.fullmatch(page.text, claim.content[-1].start, claim.content[-1].end)
    if last is not None and len(claim.content) > 1:
        names = tuple(dict.fromkeys(m.name for m in outlets))
        return replace(claim, source=(Span(*last.span("who")),), content=claim.content[:-1], via=names)
    found = _SOMEBODY.match(page.text, first.start, first.end)
    if found is None or not found["who"] or describe(page, (who := Span(*found.span("who")),)).kind == "none":
        return claim
    rest = trimmed(page.text, found.end(), first.end)
    names = tuple(dict.fromkeys(m.name for m in outlets))
    return replace(claim, source=(who,), content=(rest, *claim.content[1:]), via=names) if rest else claim


_PHRASE_STOP = re.compile(r",|;|\.\s|\.$|\bas saying\b|\bwho\b|\bthat\b|:|\bsaid\b|\breported\b|\n")


def _phrase_end(text: str, start: int, end: int) -> int:
    stop = _PHRASE_STOP.search(text, start, end)
    return stop.start() if stop else end


def _is_outlet(page: Page, span: Span) -> bool:
    return bool(outlets_in(page, span))


def _outside(sentence: Span, claim: Claim) -> list[Span]:
    """The parts of the sentence that the claim's content leaves free."""
    free, at = [], sentence.start
    for piece in sorted(claim.content):
        if piece.start > at and piece.start < sentence.end:
            free.append(Span(at, piece.start))
        at = max(at, piece.end)
    if at < sentence.end:
        free.append(Span(at, sentence.end))
    return free


def carried(page: Page, claim: Claim) -> Claim:
    """Add the outlets of the sentence that plainly carry this claim, outermost first."""
    sentence = sentence_around(page, claim.source or claim.cue)
    if sentence is None or not claim.source or claim.kind in ("outlet_relay", "leaked_full_text"):
        return claim
    free = _outside(sentence, claim)
    found: list[Mention] = []
    for outlet in (m for m in outlets_in(page, sentence) if inside_any(m.span, free)):
        listed = found and page.text[found[-1].span.end : outlet.span.start].strip(" ,") in _JOINED
        told = claim.kind != "none" or _heard_it(page, sentence, outlet)  # of nobody known only what he told an outlet
        if told and (listed or _carries(page, claim, sentence, outlet)):
            found.append(outlet)
    found.sort(key=lambda m: _heard_it(page, sentence, m))  # who reports stands outside of whom the source told
    if not found and claim.kind != "none":
        found = _told_again(page, sentence, free) or _quoted_by(page, claim)
    if claim.kind == "recording" and not found:
        found = _lenders(page, sentence)
    seen = has_seen(page, hull(claim.source)) if claim.kind == "document_seen" else _shown_to(page, hull(claim.source))
    names = dict.fromkeys((*claim.via, *(m.name for m in seen), *(m.name for m in found)))
    return replace(claim, via=tuple(n for n in names if not own_outlet(page, n)))


def _shown_to(page: Page, source: Span) -> list[Mention]:
    """The outlets to which the words of a source say it was shown: "a report of the observers, obtained by the Post"."""
    within = (m for m in outlets_in(page, source) if source.contains(m.span))
    return [
        m for m in within if _ends_with(holding("by"), _FILLER.sub("", page.text[source.start : m.span.start][-_NEAR:]))
    ]


def spoke_to(page: Page, claim: Claim) -> bool:
    """Whether the source itself spoke to the outlet that carries the claim: "X told the Post"."""
    sentence = sentence_around(page, claim.source)
    named = [m for m in outlets_in(page, sentence) if m.name in claim.via] if sentence else []
    return any(_heard_it(page, sentence, m) and m.span.start > hull(claim.source).start for m in named if sentence)


def own_outlet(page: Page, name: str) -> bool:
    """Whether a name is that of the outlet that publishes the report, or begins it: it never carries."""
    return is_same_outlet(page.outlet, name)


_TOLD_AGAIN = re.compile(
    r"\b(?:told|to|with) (?:the|that|the same) (?:news)?(?:paper|agency|broadcaster|daily|magazine|weekly|station|channel|site|outlet)\b"
)
_AGAIN = 1_500  # characters back in which "the newspaper" was named


def _told_again(page: Page, sentence: Span, free: Sequence[Span]) -> list[Mention]:
    """The one outlet named last before "told the newspaper"."""
    for match in _TOLD_AGAIN.finditer(page.text, sentence.start, sentence.end):
        if inside_any(Span(*match.span()), free):
            before = outlets_in(page, Span(max(0, match.start() - _AGAIN), match.start()))
            return list(before[-1:])
    return []


def _heard_it(page: Page, sentence: Span, outlet: Mention) -> bool:
    """Whether the source spoke to this outlet itself."""
    before = _FILLER.sub("", page.text[max(sentence.start, outlet.span.start - _NEAR) : outlet.span.start])
    return _ends_with(_words("to"), before) or _ends_with(_words("after_source"), before)


def heard(page: Page, outlet: Span) -> bool:
    """Whether somebody spoke to this outlet, or showed it a text: "told the Post", "a draft seen by the Post"."""
    sentence = sentence_of(page, outlet.start)
    if sentence is None:
        return False
    before = _FILLER.sub("", page.text[max(sentence.start, outlet.start - _NEAR) : outlet.start])
    return any(_ends_with(how, before) for how in (_words("to"), _words("after_source"), holding("by")))


_IS_QUOTED = re.compile(r"(?:is|are|was|were|has been|have been)(?: also| further)? (?:quoted|cited) as .+")


def _quoted_by(page: Page, claim: Claim) -> list[Mention]:
    """The outlet named last in the paragraph before "is quoted as saying", which tells not by whom."""
    around = paragraph_at(page, claim.source[0].start) if _IS_QUOTED.fullmatch(lower(page, claim.cue)) else None
    return [] if around is None else list(outlets_in(page, Span(around.start, claim.source[0].start + 1))[-1:])


def _lenders(page: Page, sentence: Span) -> list[Mention]:
    """The outlet that the sentence before names: who published the recording that speaks here."""
    before = sentence_of(page, max(0, sentence.start - 2))
    return [] if before is None else list(outlets_in(page, before))[:1]


def _carries(page: Page, claim: Claim, sentence: Span, outlet: Mention) -> bool:
    if any(outlet.span.overlaps(p) for p in claim.source):
        return False
    before = page.text[max(sentence.start, outlet.span.start - _NEAR) : outlet.span.start]
    before = _FILLER.sub("", before)
    after = page.text[outlet.span.end : min(sentence.end, outlet.span.end + _NEAR)]
    if _heard_it(page, sentence, outlet):
        return outlet.span.start > hull(claim.source).start
    held = claim.kind == "document_seen" and _ends_with(holding("by"), before)
    if held or _ends_with(_words("relaying"), before):
        return True
    return (
        re.match(
            r"[”\"’']?,?\s+(?:has |have |had |later |also |first )?(?:reported|reports|wrote|writes|citing|quoted|quoting|cited|transcript|published)\b",
            after,
        )
        is not None
    )


def _ends_with(words: re.Pattern[str], text: str) -> bool:
    return any(m.end() >= len(text.rstrip()) for m in words.finditer(text))


def recorded(page: Page, claim: Claim) -> bool:
    """Whether the sentence says that a recording or transcript speaks."""
    sentence = sentence_around(page, claim.source or claim.cue)
    if sentence is None:
        return False
    free = " ".join(p.quote(page.text) for p in _outside(sentence, claim))
    return bool(_words("recordings").search(free)) and bool(quote(page, claim.source))


def printed(page: Page, claim: Claim) -> SourceKind:
    """What kind an outlet is: it printed a text whole, says that it has it, or relays."""
    words, content = quote(page, claim.cue), quote(page, claim.content)
    if _words("texts").search(content):
        if _words("published").search(words):
            return "leaked_full_text"
        if _words("obtained").search(words):
            return "document_seen"
    return "outlet_relay"


def without_doubles(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Claims less those whose whole content is the source that another claim cites."""
    cited_sources = {p for c in claims if c.via for p in c.source}
    return [
        c
        for c in claims
        if c.via or not set(c.content) <= cited_sources or not _words("citing").search(quote(page, c.cue))
    ]
