"""Small repairs to what the model tags, where the sentence plainly shows the whole.

The model at times keeps only the first words of a content that its own source and cue interrupt ("The talks,
according to X, have …"), or reaches back over a full stop. Spans that look right are left as they came.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from nonpaper.claims.page import Page
from nonpaper.claims.sources.describe import head_noun, holding
from nonpaper.claims.sources.hearsay import clause_end, is_hearsay
from nonpaper.claims.sources.pieces import (
    joined,
    lower,
    names_in,
    quoted_in,
    sentence_around,
    sentence_of,
    share,
    trimmed,
)
from nonpaper.model.claim import Claim
from nonpaper.model.span import Pieces, Span, hull

_NEXT_WORDS = re.compile(r" [a-z]+\b")
_OWN = 0.9  # a piece of content so far made of source and cue is no content
_STUB = 3  # a content of fewer words before an aside is the beginning of what goes on after it
_ASIDE = re.compile(r"^(?:as )?(?:according to|(?:described|outlined|presented|quoted|reported|told) by)$|^per$")
_AS, _BY = re.compile(r"\bas\s+$"), re.compile(r"\s+by\b")


def repaired(page: Page, claim: Claim) -> Claim:
    """The claim with source and content made whole, or as it was."""
    content = tuple(_with_noun(page, piece) for piece in joined(page, _without_holding(page, claim.content)))
    claim = replace(claim, content=content, source=_one_sentence(page, claim))
    claim = replace(claim, source=_one_clause(page, claim))
    claim = replace(claim, source=_up_to_cue(page, claim))
    claim = replace(claim, source=_to_name(page, _to_noun(page, claim)))
    sentence = sentence_around(page, claim.cue)
    if sentence is None:
        return claim
    inside = _in_relative_clause(page, claim, sentence)
    if inside is not None:
        return replace(claim, content=(inside,))
    if is_hearsay(lower(page, claim.cue)) and hull(claim.content).end <= claim.cue[0].start:
        rest = trimmed(
            page.text, claim.cue[-1].end, claim.cue[-1].end + clause_end(page.text[claim.cue[-1].end : sentence.end])
        )
        return replace(claim, content=(rest,)) if rest else claim
    if _interrupted(page, claim):
        after = max(hull(claim.source).end if claim.source else 0, claim.cue[-1].end)
        rest = trimmed(page.text, after, sentence.end)
        return replace(claim, content=(*claim.content, rest)) if rest else claim
    return replace(claim, content=_own_sentences(page, claim, sentence))


_NAME_GOES_ON = re.compile(r" (?=[A-Z])")


def _to_name(page: Page, source: Pieces) -> Pieces:
    """The source with the rest of a person's or an outlet's name that it breaks off in."""
    if source and (first := _name_around(page, source[0])) is not None:
        source = (Span(first, source[0].end), *source[1:])
    if not source or not _NAME_GOES_ON.match(page.text, source[-1].end):
        return source
    named = (m for m in names_in(page, source[-1]) if m.kind in ("person", "outlet"))
    broken = [m.span for m in named if m.span.end > source[-1].end]
    return (*source[:-1], Span(source[-1].start, broken[0].end)) if broken else source


def _name_around(page: Page, piece: Span) -> int | None:
    """Where a person's name begins that a source begins within: "Ona | Brill"."""
    people = (m.span for m in names_in(page, piece) if m.kind == "person")
    return next((name.start for name in people if name.start < piece.start < name.end), None)


_RELATIVE = re.compile(r"\b(?:that|which|who),\s*$")


def _in_relative_clause(page: Page, claim: Claim, sentence: Span) -> Span | None:
    """The rest of "…, a plan that, according to X, …": the source answers for the clause, not for what it hangs on."""
    cue = claim.cue[0]
    if not claim.source or claim.source[0].start < cue.start or not _ASIDE.search(lower(page, claim.cue)):
        return None
    if not _RELATIVE.search(page.text[sentence.start : cue.start]):
        return None
    return trimmed(page.text, claim.source[-1].end, sentence.end)


def _one_sentence(page: Page, claim: Claim) -> Pieces:
    """The source without the part of it that belongs to another sentence than the cue."""
    kept = []
    for piece in claim.source:
        first, last = sentence_of(page, piece.start), sentence_of(page, piece.end - 1)
        if first is not None and last is not None and first != last and claim.cue:
            near = first if first.overlaps(claim.cue[0]) else last
            kept.append(trimmed(page.text, max(piece.start, near.start), min(piece.end, near.end)) or piece)
        else:
            kept.append(piece)
    return tuple(kept)


def _one_clause(page: Page, claim: Claim) -> Pieces:
    """The source up to a semicolon, or from it on: the part on the cue's side ("said X; Y's ministry did not answer")."""
    kept = []
    for piece in claim.source:
        stop = page.text.find(";", piece.start, piece.end)
        if stop < 0 or not claim.cue:
            kept.append(piece)
            continue
        before = claim.cue[0].start <= piece.start
        part = trimmed(page.text, piece.start, stop) if before else trimmed(page.text, stop + 1, piece.end)
        kept.append(part or piece)
    return tuple(kept)


def _up_to_cue(page: Page, claim: Claim) -> Pieces:
    """The source without a cue that ends it: "the Post reports" is the Post."""
    cue = claim.cue[0] if claim.cue else None
    if cue is None or not claim.source or not claim.source[-1].start < cue.start < claim.source[-1].end <= cue.end:
        return claim.source
    last = trimmed(page.text, claim.source[-1].start, cue.start)
    return (*claim.source[:-1], last) if last else claim.source


def _interrupted(page: Page, claim: Claim) -> bool:
    words = lower(page, claim.content).split()
    before = hull(claim.content).end <= claim.cue[0].start
    return before and len(words) < _STUB and _ASIDE.match(_in_full(page, claim.cue[0])) is not None


def _in_full(page: Page, cue: Span) -> str:
    """A cue with the "as" before it and the "by" after it that it was tagged without."""
    before = _AS.search(page.text, max(0, cue.start - 8), cue.start)
    after = _BY.match(page.text, cue.end)
    return page.text[
        cue.start if before is None else before.start() : cue.end if after is None else after.end()
    ].lower()


_NOUN_MISSING = re.compile(
    r"(?<!\w)(?:the|an?|its|his|her|their)(?:\s(?:first|second|third|fourth|fifth|new|further))?$", re.IGNORECASE
)
_NO_NOUN = (
    "a an the and or but nor of to in on at by for from with without about after before between during into over under until against than "
    "that which who whom whose when where while if as is are was were be been has have had will would could should may might must can did do "
    "does not it he she they we you i his her its their this these those"
)
_REST_OF_NOUN = re.compile(rf"(?:\s(?!(?:{_NO_NOUN.replace(' ', '|')})\b)\w[\w’'-]*){{1,3}}", re.IGNORECASE)


def _without_holding(page: Page, content: Pieces) -> Pieces:
    """The content without a clause that only says who holds the text: "a paper … that the Post has read"."""
    kept = tuple(piece for piece in content if _held().fullmatch(piece.quote(page.text).strip(" ,")) is None)
    return kept or content


@cache
def _held() -> re.Pattern[str]:
    return re.compile(rf"(?:and\s+)?(?:that|which)\s+(?:[\w’'-]+\s+){{1,5}}?{holding('has').pattern}")


# A number that is cut from what it counts: "within two | years".
_UNIT_MISSING = re.compile(
    r"\b(?:within|in|for|after|of|to|by|than|least|most|next|every) (?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+ty|\w+teen)$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"[\s-](?:hours?|days?|weeks?|months?|years?|decades?|per\s?cent|percent|kilomet(?:er|re)s?|met(?:er|re)s?|km|miles|hectares|tonnes|tons|million|billion|thousand|hundred|dollars|euros)\b",
    re.IGNORECASE,
)


def _with_noun(page: Page, piece: Span) -> Span:
    """A piece that ends in an article, or in a number, with the words up to its noun's end."""
    counted = _UNIT_MISSING.search(page.text, max(piece.start, piece.end - 30), piece.end)
    unit = _UNIT.match(page.text, piece.end) if counted else None
    if unit is not None:
        return Span(piece.start, unit.end())
    missing = _NOUN_MISSING.search(page.text, max(piece.start, piece.end - 20), piece.end)
    noun = _REST_OF_NOUN.match(page.text, piece.end) if missing else None
    return Span(piece.start, noun.end()) if noun else piece


def _own_sentences(page: Page, claim: Claim, sentence: Span) -> Pieces:
    """The content without its own source and cue, and without what stands, unquoted, in another sentence than the cue."""
    own = (*claim.source, *claim.cue)
    pieces = [p for p in claim.content if share((p,), own) < _OWN]
    here = [p for p in pieces if p.overlaps(sentence)]
    if here:
        pieces = [p for p in pieces if p.overlaps(sentence) or _is_quoted(page, p) or p.start > sentence.end]
    return tuple(_cut(page, p, sentence) for p in pieces) or claim.content


_MOSTLY = 0.5  # share of a piece in quotation marks from which it is somebody's words, in whatever sentence


def _is_quoted(page: Page, piece: Span) -> bool:
    return share((piece,), quoted_in(page, piece)) > _MOSTLY


def is_elsewhere(page: Page, claim: Claim) -> bool:
    """Whether all that is said to be said stands, unquoted, in sentences before the cue's: "He would not say which"."""
    sentence = sentence_around(page, claim.cue) if claim.cue and claim.content else None
    return sentence is not None and all(p.end <= sentence.start and not _is_quoted(page, p) for p in claim.content)


def _cut(page: Page, piece: Span, sentence: Span) -> Span:
    """A piece that runs over the full stop of the cue's sentence, cut there unless a quotation or a list goes on."""
    if not (sentence.start <= piece.start < sentence.end < piece.end):
        return piece
    goes_on = any(q.start < sentence.end <= q.end for q in quoted_in(page, piece))
    listed = any(b.lead is not None and b.lead.overlaps(piece) for b in page.lists)
    return piece if goes_on or listed else Span(piece.start, sentence.end)


_THE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)


def _to_noun(page: Page, claim: Claim) -> Pieces:
    """A source that stops at a nationality ("A Russian"), with the noun that follows it ("aggregator").

    One that stops at a state's or a town's name goes on with an outlet's noun only: "the Samara | daily" is no state.
    """
    if not claim.source:
        return claim.source
    last = claim.source[-1]
    kinds = {m.kind for m in names_in(page, last) if m.span.end == last.end}
    noun = _NEXT_WORDS.match(page.text, last.end)
    if noun is None or kinds.isdisjoint({"adjective", "party", "metonym", "group"}):
        return claim.source
    head = head_noun(noun.group().casefold().strip())
    outlet = head is not None and head[0] == "outlet_relay" and _THE.match(page.text, last.start, last.end)
    if head is None or not ("adjective" in kinds or outlet):
        return claim.source
    return (*claim.source[:-1], Span(last.start, noun.end()))
